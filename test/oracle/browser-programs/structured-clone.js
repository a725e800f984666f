// What structuredClone and others that copy make of the browser's own objects, and what they say of what cannot be copied.
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
all([
  () => structuredClone(),
  () => structuredClone(() => {}),
  () => structuredClone(Symbol('x')),
  () => structuredClone(document.body),
  () => structuredClone(window),
  () => structuredClone(new WeakMap()),
  () => structuredClone(Promise.resolve()),
  () => structuredClone({ a: { f() {} } }),
  () => structuredClone(new Proxy({}, {})),
  () => structuredClone(new DOMException('m', 'AbortError')),
  () => structuredClone(new DOMException('m', 'AbortError')).code,
  () =>
    structuredClone(
      new (class Foo {
        a = 1;
        #b = 2;
      })(),
    ).constructor.name,
  () => structuredClone(new (class Foo extends Map {})([[1, 2]])).constructor.name,
  () => structuredClone(1, { transfer: [{}] }),
  () => {
    const b = new ArrayBuffer(8);
    structuredClone(1, { transfer: [b, b] });
  },
  () => structuredClone(new Blob(['x'])).size,
  () => structuredClone(new File(['x'], 'n', { lastModified: 4, type: 'a/b' })),
  () => {
    const f = structuredClone(new File(['x'], 'n', { lastModified: 4, type: 'a/b' }));
    return [f.name, f.type, f.lastModified, f instanceof File];
  },
  () => {
    const b = new Blob(['x']);
    const c = structuredClone([b, b]);
    return c[0] === c[1];
  },
  () => structuredClone(new URL('http://a')),
  () => structuredClone(new Headers()),
  () => structuredClone(new Event('x')),
  () => structuredClone(new CustomEvent('x')),
  () => structuredClone(new (class X extends EventTarget {})()),
  () => structuredClone(new ReadableStream()),
  () => structuredClone(document),
  () => structuredClone({ n: document.createTextNode('x') }),
  () => structuredClone(new FormData()),
  () => structuredClone(new AbortController().signal),
  () => structuredClone(localStorage),
  () => structuredClone(location),
  () => structuredClone(navigator),
  () => structuredClone(document.body.style),
  () => structuredClone(document.body.classList),
  () => structuredClone(document.querySelectorAll('a')),
  () => structuredClone(new TextDecoder()),
  () => structuredClone(new Response()),
  () => structuredClone(performance.mark('x')),
  () => structuredClone(new WeakRef({})),
  () => structuredClone(new Intl.NumberFormat()),
  () => structuredClone(Object.create(null)),
  () => structuredClone([].values()),
  () => structuredClone((function* () {})()),
  () =>
    structuredClone(
      (function () {
        return arguments;
      })(1, 2),
    ),
  () => {
    const { port1 } = new MessageChannel();
    return structuredClone(port1);
  },
  () => {
    const { port1 } = new MessageChannel();
    return structuredClone({ p: port1 }, { transfer: [port1] });
  },
  () => structuredClone(1, 2),
  () => structuredClone(1, null),
  () => structuredClone(1, { transfer: 3 }),
  () => structuredClone(Math),
  () => structuredClone(JSON),
  () => structuredClone(Reflect),
  () => structuredClone(WebAssembly),
  () => postMessage(() => {}, '*'),
  () => new MessageChannel().port1.postMessage(document),
  () => new MessageChannel().port1.postMessage(1, [1]),
  () => new MessageChannel().port1.postMessage(1, [{}]),
  () => new BroadcastChannel('x').postMessage(document),
  () => history.pushState(() => {}, ''),
  () => history.pushState(document.body, ''),
  () => history.replaceState(new Blob(['a']), ''),
  () => new CustomEvent('x', { detail: document }).detail,
  () => performance.mark('y', { detail: () => {} }),
]);
