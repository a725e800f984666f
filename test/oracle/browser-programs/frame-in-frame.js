// What a frame requests is for the next one.
let count = 0;
requestAnimationFrame(function draw(time) {
  console.log('frame', ++count, typeof time);
  if (count < 4) requestAnimationFrame(draw);
  if (count === 1) requestAnimationFrame(() => console.log('beside frame 2'));
});
