// Messages of the window and timers in the order of their tasks.
addEventListener('message', ({ data }) => {
  console.log('message', data);
  queueMicrotask(() => console.log('microtask of', data));
});
for (let i = 0; i < 3; i++) {
  postMessage(i);
  setTimeout(() => console.log('timer', i), 0);
}
