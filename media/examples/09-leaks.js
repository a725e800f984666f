// A listener, an interval and a global that leak
//
// Memory is given back when nothing refers to it any more. Three things here go on referring: a listener that is never taken
// off, an interval whose callback keeps its data, and a variable that was never declared. Each is put right at the end.

class Emitter {
  listeners = [];
  on(listener) {
    this.listeners.push(listener);
    return () => {
      this.listeners = this.listeners.filter((other) => other !== listener);
    };
  }
  emit(value) {
    for (const listener of this.listeners) listener(value);
  }
}
const news = new Emitter();

// 1. Each page adds a listener, and closing the page does not remove it: the page stays, data and all.
function openPage(number) {
  const data = new Array(1000).fill(number);
  const off = news.on(() => data.length);
  return { close() {}, closeProperly: off };
}
const pages = [1, 2, 3].map(openPage);
for (const page of pages) page.close();
console.log('pages closed, listeners left:', news.listeners.length);

// 2. The interval keeps its callback, the callback keeps `samples`, and samples grows at each tick.
const samples = [];
let ticks = 0;
const interval = setInterval(function sample() {
  samples.push(new Array(100).fill(ticks));
  ticks++;
  console.log('tick', ticks, 'samples kept:', samples.length);
  if (ticks === 3) repair();
}, 100);

// 3. Without let or const the name becomes a property of the global object, which is never collected.
function cache(value) {
  lastValue = value;
}
cache({ big: new Array(1000).fill(0) });
console.log('on the global object:', 'lastValue' in globalThis);

function repair() {
  for (const page of pages) page.closeProperly();
  clearInterval(interval);
  samples.length = 0;
  delete globalThis.lastValue;
  console.log('after the repair:', news.listeners.length, samples.length, 'lastValue' in globalThis);
}
