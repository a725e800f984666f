// Three frames are over before a timer of 200 ms.
let frames = 0;
(function draw() {
  requestAnimationFrame(() => {
    if (++frames < 3) draw();
    console.log('frame', frames);
  });
})();
setTimeout(() => console.log('timer'), 200);
