// What an idle callback yields goes on as a background task: behind timers that it sets.
requestIdleCallback(() => {
  (async () => {
    console.log('idle');
    await scheduler.yield();
    console.log('behind the yield');
  })();
  setTimeout(() => console.log('timer'), 0);
  scheduler.postTask(() => console.log('background'), { priority: 'background' });
  scheduler.postTask(() => console.log('task'));
});
