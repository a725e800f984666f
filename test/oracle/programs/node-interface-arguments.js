// What the constructors and methods of events, messages, headers, streams and performance make of odd arguments.
const attempt = (label, action) => {
  try {
    console.log(label, action());
  } catch (error) {
    console.log(label, error.name, error.code, error.message);
  }
};
for (const options of [[], () => 1, null, undefined, {}, 5]) {
  attempt('event', () => new Event('x', options).type);
  attempt('custom event', () => new CustomEvent('x', options).type);
  attempt('listener', () => new EventTarget().addEventListener('x', () => 1, options));
}
const { port1, port2 } = new MessageChannel();
attempt('post', () => port1.postMessage(1));
port2.close();
attempt('post', () => [port1.postMessage(1), port2.postMessage(1)]);
setImmediate(() => attempt('post later', () => [port1.postMessage(1), port2.postMessage(1)]));
console.log(MessagePort.length, MessageChannel.length);
attempt('transformer', () => typeof new TransformStream(null));
attempt('strategy', () => typeof new TransformStream({}, null, null));
const hidden = () => Object.defineProperty({ a: 1 }, 'hidden', { value: 'x' });
attempt('headers', () => [...new Headers(hidden())].join());
attempt('headers', () => [...new Headers(new Proxy(hidden(), {}))].join());
attempt('headers', () => [...new Headers(Object.assign(() => {}, { x: 1 }))].join());
attempt('headers', () => [...new Headers({ __proto__: { a: 1 } })].join());

const options = [[], () => 1, null, 5, { startTime: 'x' }, { startTime: -1 }, { startTime: null }];
for (const each of options) {
  attempt('mark', () => performance.mark('a', each).startTime > 0);
  attempt('mark', () => new PerformanceMark('a', each).startTime > 0);
}
performance.mark('m1', { startTime: 5 });
performance.mark('m2', { startTime: 15 });
const ends = ['m1', 'nope', null, {}, [], () => 1, 1, true, 1n, Symbol('s'), NaN, '', { start: 1 }, { end: 2 }, { duration: 1 }];
for (const start of ends) {
  attempt('measure', () => {
    const { startTime, duration, detail } = performance.measure('x', start, 'm2');
    return [startTime, duration, detail];
  });
}
const measures = [
  { start: 'm1', end: 'm2' },
  { start: 1, end: 3, duration: 2 },
  { start: 1, duration: 2 },
  { end: 5, duration: 2 },
  { start: 1, end: 2, detail: { a: 1 } },
  { start: -1, end: 5 },
  { start: 2, end: NaN },
  { start: true, end: 1 },
  { start: 1, duration: 'unknown' },
  { start: null },
  { end: 7, detail: () => 1 },
];
for (const each of measures) attempt('measure', () => performance.measure('x', each).duration);
attempt('measure', () => performance.measure('x', 'm1', null).duration);
for (const name of [0, Symbol('s'), null]) attempt('measure', () => performance.measure(name).name);
for (const each of [undefined, null, 0, 'a', [], {}, () => 1, { histogram: 1 }, { histogram: null }])
  attempt('timerify', () => performance.timerify(attempt, each).name);
