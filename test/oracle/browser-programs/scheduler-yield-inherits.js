// A yield of a background task stays in the background.
scheduler.postTask(
  async () => {
    console.log('background begins');
    await scheduler.yield();
    console.log('background goes on');
  },
  { priority: 'background' },
);
scheduler.postTask(() => console.log('other background'), { priority: 'background' });
scheduler.postTask(
  async () => {
    console.log('blocking begins');
    await scheduler.yield();
    console.log('blocking goes on');
  },
  { priority: 'user-blocking' },
);
scheduler.postTask(() => console.log('other blocking'), { priority: 'user-blocking' });
setTimeout(() => console.log('timer'), 0);
