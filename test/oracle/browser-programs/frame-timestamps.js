// All callbacks of a frame get the same time; the next frame's is later.
let first;
requestAnimationFrame((time) => {
  first = time;
  requestAnimationFrame((next) => console.log('later', next > first));
});
requestAnimationFrame((time) => console.log('same', time === first, time <= performance.now()));
