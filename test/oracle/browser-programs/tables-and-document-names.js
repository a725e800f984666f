// Parts of tables, and forms, images and frames as properties of the document.
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
const host = document.body.appendChild(document.createElement('div'));
const h = (s) => {
  host.innerHTML = s;
  return host.firstChild;
};
all([
  () => {
    const tb = h('<table></table>');
    const r = tb.insertRow();
    r.insertCell().textContent = 'x';
    r.insertCell(0);
    tb.createTHead();
    tb.createCaption().append('c');
    tb.createTFoot();
    return [host.innerHTML, tb.rows.length, r.rowIndex, r.cells.length, r.cells[1].cellIndex, tb.tBodies.length];
  },
  () => {
    const tb = h('<table><tr><td>1<tr><td>2</table>');
    tb.deleteRow(0);
    return [tb.rows[0].textContent, tb.rows.length];
  },
  () => h('<table>').deleteRow(3),
  () => h('<table>').insertRow(5),
  () => h('<table>').insertRow(-2),
  () => {
    const tb = h('<table><tbody></table>');
    tb.createTBody();
    tb.tHead = document.createElement('thead');
    tb.caption = null;
    tb.insertRow(0).id = 'r';
    return host.innerHTML;
  },
  () => {
    const tb = h('<table><thead><tr><tbody><tr></table>');
    tb.tBodies[0].insertRow(0).id = 'a';
    tb.tBodies[0].deleteRow(-1);
    tb.deleteTHead();
    return [host.innerHTML, tb.tHead];
  },
  () => h('<table><tr></table>').rows[0].insertCell(4),
  () => {
    const tb = h('<table><tr><td></table>');
    tb.rows[0].deleteCell(0);
    return host.innerHTML;
  },
  () => {
    const tb = h('<table><tr id=x></table>');
    tb.insertRow(0).id = 'y';
    tb.insertRow(-1).id = 'z';
    return [...tb.rows].map((r) => r.id);
  },
]);
h(
  '<form name=ff id=fid></form><img name=pic id=pid><img id=noname><iframe name=fr></iframe><object id=ob></object><embed name=em><div name=dv id=did></div><form name=two></form><img name=two>',
);
all([
  () => document.ff,
  () => document.fid,
  () => document.pic,
  () => document.pid,
  () => document.noname,
  () => document.ob,
  () => document.em,
  () => document.did,
  () => document.dv,
  () => document.two.length,
  () => typeof document.nothing,
  () => document instanceof Node,
  () => document.addEventListener.name,
  () => document.nodeType,
]);
