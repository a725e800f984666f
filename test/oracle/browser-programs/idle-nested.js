// Requests of an idle callback come behind those that wait, and behind timers of it.
requestIdleCallback(() => {
  console.log('one');
  requestIdleCallback(() => console.log('nested'));
  setTimeout(() => console.log('timer'), 0);
});
requestIdleCallback(() => console.log('two'));
