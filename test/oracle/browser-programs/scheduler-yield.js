// What goes on behind a yield comes before new tasks.
(async () => {
  console.log('begins');
  setTimeout(() => console.log('timer'), 0);
  scheduler.postTask(() => console.log('task'));
  await scheduler.yield();
  console.log('behind one yield');
  await scheduler.yield();
  console.log('behind two');
})();
console.log('script');
