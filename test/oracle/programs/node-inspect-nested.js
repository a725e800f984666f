// What asks to be shown in its own way, in places where it stands deeper, or too deep.
'use strict';
const util = require('util');

const custom = Symbol.for('nodejs.util.inspect.custom');
const answers = [5, 1n, undefined, null, Symbol('said'), 'two\nlines', { in: { side: { deep: { deeper: 1 } } } }, [1, 'x'], () => 1, new Map([['k', { v: 1 }]])];
for (const answer of answers) {
  const value = { [custom]: () => answer };
  console.log(value, [value], { a: { b: value } });
}
const long = { [custom]: () => ({ first: 'x'.repeat(50), second: 'y'.repeat(50), third: { fourth: 'z'.repeat(70) } }) };
console.log({ outer: { inner: long } });

const interfaces = {
  controller: new AbortController(),
  signal: AbortSignal.abort('reason'),
  target: new EventTarget(),
  url: new URL('https://a.b/c?d#e'),
  params: new URLSearchParams('a=1'),
  blob: new Blob(['x']),
  decoder: new TextDecoder(),
  encoder: new TextEncoder(),
  headers: new Headers({ a: 'b' }),
  readable: new ReadableStream(),
  writable: new WritableStream(),
};
for (const [name, value] of Object.entries(interfaces))
  for (const depth of [-1, 0, 1]) console.log(name, depth, util.inspect({ value }, { depth }), util.inspect(value, { depth }).split('\n')[0]);
