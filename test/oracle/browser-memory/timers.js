// A timer that waits keeps its callback and its arguments; one that has come or was cleared keeps nothing.
function data(name) {
  return watch(name, { name });
}
function start(name, begin) {
  const mine = data(name);
  return begin(() => mine.name);
}
start('of an interval', (callback) => setInterval(callback, 1000));
clearInterval(start('of an interval that was cleared', (callback) => setInterval(callback, 1000)));
start('of a timeout that waits', (callback) => setTimeout(callback, 1e8));
start('of a timeout that has come', (callback) => setTimeout(callback, 1));
clearTimeout(start('of a timeout that was cleared', (callback) => setTimeout(callback, 1e8)));
setTimeout(() => {}, 1e8, data('argument of a timeout that waits'));
start('of a frame that has come', (callback) => requestAnimationFrame(callback));
