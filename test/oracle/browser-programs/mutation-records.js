// What mutation observers are told, in which order, also of what is out of the tree by then.
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
const log = (...a) => console.log(a.map((x) => (typeof x === 'string' ? x : show(x))).join(' '));
const host = document.body.appendChild(document.createElement('div'));
host.id = 'host';
const rec = (l) =>
  l
    .map(
      (r) =>
        `${r.type}:${r.target.id || r.target.nodeName}:${r.attributeName ?? ''}:${r.oldValue ?? ''}:+${[...r.addedNodes].map((n) => n.nodeName)}-${[...r.removedNodes].map((n) => n.nodeName)}<${r.previousSibling?.nodeName ?? ''}>${r.nextSibling?.nodeName ?? ''}`,
    )
    .join(' | ');
const mo = new MutationObserver((l, o) => log('mo1', rec(l), o === mo));
mo.observe(host, {
  childList: true,
  attributes: true,
  subtree: true,
  characterData: true,
  attributeOldValue: true,
  characterDataOldValue: true,
});
const mo2 = new MutationObserver((l) => log('mo2', rec(l)));
mo2.observe(host, { attributes: true, attributeFilter: ['class'] });
Promise.resolve().then(() => log('p1'));
host.className = 'a';
host.append('x', document.createElement('b'));
host.firstChild.data = 'y';
host.innerHTML = '<i>1</i><u></u>';
host.className = 'a';
host.removeAttribute('class');
host.normalize();
host.replaceChildren();
queueMicrotask(() => log('q1'));
setTimeout(() => {
  log('--2');
  Promise.resolve().then(() => {
    log('then');
    host.title = 't';
  });
  queueMicrotask(() => log('q'));
  host.id = 'host';
  const d = host.appendChild(document.createElement('p'));
  d.append('1');
  d.remove();
  d.append('transient');
  d.title = 'z';
});
setTimeout(() => {
  log('--3');
  host.textContent = 'q';
  log('take', rec(mo.takeRecords()));
  mo.disconnect();
  host.title = 'none';
  mo2.observe(host, { childList: true });
  host.append('w');
  host.className = 'not';
}, 10);
setTimeout(() => {
  log('--4');
  all([
    () => mo.observe(),
    () => mo.observe(host),
    () => mo.observe(host, {}),
    () => mo.observe(null, { childList: true }),
    () => mo.observe(host, { attributes: false, attributeOldValue: true }),
    () => mo.observe(host, { characterDataOldValue: true, characterData: false }),
    () => mo.observe(host, { subtree: true }),
    () => mo.observe(host, { attributeFilter: [] }),
    () => mo.observe(host, { attributeOldValue: true }),
    () => new MutationObserver(),
    () => new MutationObserver(3),
    () => MutationObserver(() => {}),
    () => mo.takeRecords(),
  ]);
}, 20);
setTimeout(() => {
  log('--5');
  const a = new MutationObserver(() => {
    log('A');
    Promise.resolve().then(() => log('A then'));
    host.lang = 'b';
  });
  const b = new MutationObserver((l) => {
    log('B', l.length);
    throw new Error('in B');
  });
  const c = new MutationObserver((l) => log('C', l.length));
  c.observe(host, { attributes: true });
  a.observe(host, { attributeFilter: ['dir'] });
  b.observe(host, { attributes: true });
  host.dir = 'rtl';
}, 40);
addEventListener('error', (e) => {
  log('error', e.message);
  e.preventDefault();
});
setTimeout(() => {
  log('--6');
  const s = document.createElement('div');
  const m = new MutationObserver((l) => log('range', rec(l)));
  m.observe(s, { childList: true });
  s.append('a', 'b', 'c');
  s.insertBefore(s.lastChild, s.firstChild);
  s.replaceChild(document.createElement('i'), s.childNodes[1]);
  s.insertAdjacentHTML('afterbegin', '<b>1</b>2');
  const f = document.createDocumentFragment();
  f.append('1', '2');
  s.append(f);
  s.firstChild.replaceWith('x', 'y');
  s.innerText = 'l1\nl2';
}, 60);
