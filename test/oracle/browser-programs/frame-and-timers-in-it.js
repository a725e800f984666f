// Timers and messages of a frame come behind the frame, before the next.
requestAnimationFrame(() => {
  console.log('one');
  setTimeout(() => console.log('timer'), 0);
  requestAnimationFrame(() => console.log('next frame'));
});
requestAnimationFrame(() => console.log('two'));
