// Listeners that throw end a transaction, and an upgrade that waits goes on when its listener closes the database.
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
const ok = (r) =>
  new Promise((f, g) => {
    r.onsuccess = () => f(r.result);
    r.onerror = () => g(r.error);
  });
(async () => {
  const req = indexedDB.open('db', 2);
  req.onupgradeneeded = () => {
    req.result.createObjectStore('s', { keyPath: 'id', autoIncrement: true });
    req.result.createObjectStore('p');
  };
  const db = await ok(req);
  addEventListener('error', (e) => {
    log('window error', e.message);
    e.preventDefault();
  });
  db.onabort = (e) => log('db abort', e.target === db);
  const th = db.transaction('s');
  th.onabort = () => log('abort by throw', th.error);
  th.oncomplete = () => log('complete');
  th.objectStore('s').get(1).onsuccess = () => {
    log('success');
    throw new Error('in success');
  };
  await new Promise((f) => setTimeout(f, 30));
  const th2 = db.transaction('s');
  th2.onabort = () => log('abort by throw 2', th2.error);
  th2.oncomplete = () => log('complete');
  const g = th2.objectStore('s').get(1);
  g.onsuccess = () => {
    log('success');
    th2.objectStore('s').get(2).onerror = (e) => log('pending', e.target.error);
    throw new Error('in success');
  };
  g.addEventListener('success', () => log('second listener'));
  await new Promise((f) => setTimeout(f, 30));
  const th3 = db.transaction('s', 'readwrite');
  th3.onabort = () => log('abort 3', th3.error);
  th3.objectStore('s').add({ id: 1 });
  th3.objectStore('s').add({ id: 1 }).onerror = (e) => {
    e.preventDefault();
    throw new Error('in error');
  };
  await new Promise((f) => setTimeout(f, 30));
  const low = indexedDB.open('db', 1);
  low.onerror = (e) => {
    log('version error', low.error);
    e.preventDefault();
  };
  await new Promise((f) => setTimeout(f, 40));
  const up = indexedDB.open('db', 3);
  up.onblocked = (e) => {
    log('blocked', e.oldVersion, e.newVersion);
    db.close();
  };
  db.onversionchange = (e) => log('versionchange', e.newVersion);
  up.onupgradeneeded = (e) => {
    log('upgrade 3', e.oldVersion);
    up.result.deleteObjectStore('p');
  };
  const db3 = await ok(up);
  log([...db3.objectStoreNames], await indexedDB.databases());
  db3.close();
  const del = indexedDB.deleteDatabase('db');
  del.onsuccess = (e) => log('deleted', del.result, e.oldVersion, e.newVersion);
})();
