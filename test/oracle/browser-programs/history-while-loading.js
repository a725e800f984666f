// Until the page is loaded, a new fragment takes the place of the entry in the history.
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
console.log(history.length);
location.hash = 'a';
console.log(history.length);
location.hash = 'b';
console.log(history.length);
addEventListener('load', () => {
  console.log('load', history.length);
  location.hash = 'c';
  console.log(history.length);
  setTimeout(() => {
    location.hash = 'd';
    console.log(history.length);
  });
});
addEventListener('DOMContentLoaded', () => {
  location.hash = 'dcl';
  console.log('dcl', history.length, document.readyState);
});
addEventListener('popstate', (e) => console.log('pop', location.hash));
addEventListener('hashchange', (e) => console.log('hash', e.newURL));
