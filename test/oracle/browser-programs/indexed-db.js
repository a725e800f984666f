// Databases, their transactions, cursors and indexes.
const log = (...a) => console.log(...a.map((x) => (typeof x === 'string' ? x : JSON.stringify(x))));
const rq = indexedDB.open('underhood', 2);
log('sync', rq.readyState, rq.constructor.name);
rq.onupgradeneeded = (e) => {
  log('upgrade', e.oldVersion, e.newVersion, rq.readyState, e.constructor.name);
  const db = rq.result;
  const s = db.createObjectStore('people', { keyPath: 'id' });
  s.createIndex('name', 'name');
  s.createIndex('tags', 'tags', { multiEntry: true });
  const auto = db.createObjectStore('auto', { autoIncrement: true });
  s.put({ id: 1, name: 'b', tags: ['x', 'y'] }).onsuccess = (v) => {
    log('put in upgrade', v.target.result);
  };
  auto.add('first').onsuccess = (v) => log('auto key', v.target.result);
  rq.transaction.oncomplete = () => log('upgrade complete');
  Promise.resolve().then(() => log('micro in upgrade'));
};
rq.onsuccess = async () => {
  const db = rq.result;
  log('open', db.version, [...db.objectStoreNames]);
  const t = db.transaction('people', 'readwrite');
  const s = t.objectStore('people');
  t.oncomplete = () => log('t complete');
  const t2 = db.transaction('people', 'readonly');
  t2.oncomplete = () => log('t2 complete');
  t2.objectStore('people').count().onsuccess = (e) => log('t2 count', e.target.result);
  s.put({ id: 2, name: 'a', tags: ['y'] }).onsuccess = () => {
    log('put 2');
    Promise.resolve().then(() => log('micro'));
    s.get(2).onsuccess = (e) => log('got', e.target.result);
  };
  s.add({ id: 1 }).onerror = (e) => {
    log('add error', e.target.error.name, e.target.error.message);
    e.preventDefault();
    e.stopPropagation();
  };
  s.index('tags').getAllKeys('y').onsuccess = (e) => log('index keys', e.target.result);
  const keys = [];
  s.openCursor(null, 'prev').onsuccess = (e) => {
    const c = e.target.result;
    if (c) {
      keys.push(c.key);
      c.continue();
    } else log('cursor', keys);
  };
  s.getAll(IDBKeyRange.bound(1, 2, true)).onsuccess = (e) => log('range', e.target.result);
  s.get(99).onsuccess = (e) => log('missing', e.target.result === undefined);
  try {
    s.put({});
  } catch (e) {
    log(e.name, e.message);
  }
  try {
    s.get();
  } catch (e) {
    log(e.name, e.message);
  }
  try {
    s.get({});
  } catch (e) {
    log(e.name, e.message);
  }
  try {
    db.transaction('nope');
  } catch (e) {
    log(e.name, e.message);
  }
  try {
    t2.objectStore('people').put({ id: 3 });
  } catch (e) {
    log(e.name, e.message);
  }
  try {
    db.createObjectStore('x');
  } catch (e) {
    log(e.name, e.message);
  }
  try {
    s.put({ id: 5, f() {} });
  } catch (e) {
    log(e.name, e.message);
  }
  await new Promise((r) => setTimeout(r, 50));
  try {
    s.get(1);
  } catch (e) {
    log(e.name, e.message);
  }
  const ta = db.transaction('people', 'readwrite');
  ta.onabort = (e) => log('aborted', ta.error);
  ta.objectStore('people').delete(1).onsuccess = () => ta.abort();
  await new Promise((r) => setTimeout(r, 50));
  db.transaction('people').objectStore('people').getAllKeys().onsuccess = (e) => log('after abort', e.target.result);
  const tb = db.transaction('people', 'readwrite');
  tb.onabort = () => log('tb abort', tb.error && tb.error.name);
  tb.onerror = (e) => log('tb error', e.target.error.name);
  tb.objectStore('people').add({ id: 1 });
  await new Promise((r) => setTimeout(r, 50));
  const tc = db.transaction('people', 'readwrite');
  const cu = tc.objectStore('people').index('name').openCursor();
  cu.onsuccess = () => {
    const c = cu.result;
    if (!c) return;
    log('upd', c.key, c.primaryKey);
    if (c.key === 'a') c.delete();
    else c.update({ ...c.value, name: 'z' });
    c.continue();
  };
  tc.oncomplete = () => log('tc');
  await new Promise((r) => setTimeout(r, 50));
  await new Promise((done) => {
    db.transaction('people').objectStore('people').getAll().onsuccess = (e) => {
      log(e.target.result);
      done();
    };
  });
  log(indexedDB.cmp(1, 2), indexedDB.cmp('a', 1), indexedDB.cmp([1], new Date(0)), indexedDB.cmp('b', 'a'));
  log([...(await indexedDB.databases())].length > 0);
  db.close();
  const d = indexedDB.deleteDatabase(db.name);
  d.onsuccess = (e) => log('deleted', e.oldVersion, e.newVersion, d.result === undefined);
};
