// DOMParser: a document of its own from the text of a page, whose nodes can be taken over.
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
const d = new DOMParser().parseFromString(
  '<title>T</title><p id=a>x<script>console.log("never")</script><b onclick="1">y',
  'text/html',
);
all([
  () => d.title,
  () => d.body.innerHTML,
  () => d.getElementById('a').textContent,
  () => d.querySelector('b').ownerDocument === d,
  () => d !== document,
  () => d.defaultView,
  () => d.readyState,
  () => d.compatMode,
  () => d.doctype,
  () => d instanceof HTMLDocument,
  () => {
    document.body.append(...d.body.childNodes);
    return [
      document.body.lastElementChild,
      document.body.lastElementChild.ownerDocument === document,
      d.body.childNodes.length,
    ];
  },
  () => new DOMParser().parseFromString('x', 'text/foo'),
  () => new DOMParser().parseFromString('x'),
  () => DOMParser(),
  () => new DOMParser().parseFromString('', 'text/html').documentElement.outerHTML,
  () =>
    [...new DOMParser().parseFromString('<ul><li>1<li>2</ul>', 'text/html').querySelectorAll('li')].map(
      (li) => li.textContent,
    ),
  () => Object.prototype.toString.call(new DOMParser()),
]);
