// Globals of the window that a script may declare for itself, and those that keep what they are.
const show = (v, d = 0) => {
  if (typeof v === 'string') return JSON.stringify(v);
  if (typeof v === 'function') return 'function ' + v.name + '/' + v.length;
  if (typeof v !== 'object' || v === null) return Object.is(v, -0) ? '-0' : typeof v === 'bigint' ? v + 'n' : String(v);
  if (v instanceof Error || v instanceof DOMException) return v.name + ': ' + v.message;
  if (typeof Node === 'function' && v instanceof Node)
    return '<' + v.nodeName + (v.id ? '#' + v.id : '') + (v.nodeType === 3 ? ' ' + v.data : '') + '>';
  if (Array.isArray(v) || ArrayBuffer.isView(v))
    return (Array.isArray(v) ? '' : v.constructor.name) + '[' + Array.from(v, (x) => show(x, d + 1)).join(', ') + ']';
  const tag = Object.prototype.toString.call(v).slice(8, -1);
  if (v instanceof Map || v instanceof Set) return tag + show([...v], d + 1);
  if (tag !== 'Object' || d > 3) return tag;
  return (
    '{' +
    Object.keys(v)
      .map((k) => k + ': ' + show(v[k], d + 1))
      .join(', ') +
    '}'
  );
};
const t = (name, run) => {
  let r;
  try {
    r = show(run());
  } catch (e) {
    r = 'throws ' + show(e);
  }
  console.log(name + ' -> ' + r);
};
const all = (list) => {
  for (const f of list)
    t(
      String(f)
        .replace(/^\(\) => /, '')
        .slice(0, 90),
      f,
    );
};
var length = 5,
  origin = 'o',
  screenX = 'sx',
  event = 'ev',
  innerWidth = 'iw',
  devicePixelRatio = 3;
var name = 7,
  status = 8,
  closed = 9,
  opener = 10,
  history = 11;
all([
  () => [length, origin, screenX, event, innerWidth, devicePixelRatio],
  () => [name, typeof name, status, typeof status, closed, opener, typeof history],
  () => Object.getOwnPropertyDescriptor(window, 'length'),
  () => {
    window.self = 3;
    return self;
  },
  () => {
    (function () {
      'use strict';
      window.innerHeight = 1;
    })();
    return innerHeight;
  },
  () => delete window.name,
  () => typeof SharedArrayBuffer,
  () => crossOriginIsolated,
  () => frameElement,
  () => [typeof stop, typeof find, typeof captureEvents],
]);
document.body.addEventListener('q', () => console.log('event', window.event));
document.body.dispatchEvent(new Event('q'));
