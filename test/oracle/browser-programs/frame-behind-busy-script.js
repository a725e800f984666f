// A frame comes when the thread is free; timers of longer ago do not wait for the next.
const busy = (ms) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};
setTimeout(() => {
  requestAnimationFrame(() => {
    console.log('frame');
    busy(40);
    setTimeout(() => console.log('timer of the frame'), 0);
  });
}, 20);
setTimeout(() => console.log('timer'), 200);
