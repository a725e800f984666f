// An async function that waits for frames.
const frame = () => new Promise(requestAnimationFrame);
(async () => {
  for (let i = 0; i < 3; i++) {
    const time = await frame();
    console.log('frame', i, time > 0);
  }
})();
requestAnimationFrame(() => console.log('callback'));
