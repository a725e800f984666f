/** IndexedDB: the database, its object stores and indexes, and the factory that opens it. Indexed Database API 3.0: 4.3 to 4.6. */
export const indexedDbStoresSource = `function (require, global) {
  const { Object, TypeError, Set, Map, Promise } = global;
  const { define, need, toText, key: secret, illegal } = require('internal/webidl');
  const { Event, EventTarget, handlers, fire } = require('internal/event_target');
  const data = require('internal/indexed_db_data');
  const { toRange, toKey, compare, valid } = data;

  function make(base) {
    const { error, fail, nameList, databases, requestOf, newTransaction, abort, ask, mustWrite, settle, Readable, value, primary } = base;
    const { IDBCursor, IDBCursorWithValue, IDBOpenDBRequest, IDBVersionChangeEvent } = base;

    const sources = new global.WeakMap();
    const sourceOf = (object) => {
      const source = sources.get(object);
      if (source === undefined) throw new TypeError('Illegal invocation');
      return source;
    };
    function reading(Class, Interface) {
      const members = {
        get(query) { need(arguments, 1, Interface, 'get'); return this._get('get', Interface, sourceOf(this), query, value); },
        getKey(query) { need(arguments, 1, Interface, 'getKey'); return this._get('getKey', Interface, sourceOf(this), query, primary); },
        getAll(query = undefined, count = undefined) { return this._all('getAll', Interface, sourceOf(this), query, count, value); },
        getAllKeys(query = undefined, count = undefined) { return this._all('getAllKeys', Interface, sourceOf(this), query, count, primary); },
        count(query = undefined) { return this._count(Interface, sourceOf(this), query); },
        openCursor(query = undefined, direction = 'next') { return this._cursor('openCursor', Interface, sourceOf(this), query, direction, IDBCursorWithValue); },
        openKeyCursor(query = undefined, direction = 'next') { return this._cursor('openKeyCursor', Interface, sourceOf(this), query, direction, IDBCursor); },
      };
      for (const name of ['_get', '_all', '_count', '_cursor']) Object.defineProperty(Class.prototype, name, { __proto__: null, value: Readable.prototype[name], configurable: true });
      Object.defineProperties(Class.prototype, Object.getOwnPropertyDescriptors(members));
      define(Class);
      for (const name of ['_get', '_all', '_count', '_cursor']) Object.defineProperty(Class.prototype, name, { __proto__: null, enumerable: false });
    }

    class IDBObjectStore {
      constructor(given = undefined, source = undefined) {
        if (given !== secret) illegal();
        sources.set(this, source);
      }
      get name() { return sourceOf(this).kept.name; }
      get keyPath() { return sourceOf(this).kept.keyPath; }
      get indexNames() { return nameList(sourceOf(this).kept.indexes.keys()); }
      get transaction() { return sourceOf(this).t.object; }
      get autoIncrement() { return sourceOf(this).kept.auto; }
      put(item, key = undefined) { need(arguments, 1, 'IDBObjectStore', 'put'); return put(this, item, key, 'put'); }
      add(item, key = undefined) { need(arguments, 1, 'IDBObjectStore', 'add'); return put(this, item, key, 'add'); }
      delete(query) {
        need(arguments, 1, 'IDBObjectStore', 'delete');
        const { t, kept } = sourceOf(this);
        mustWrite(t, 'delete', 'IDBObjectStore');
        const range = toRange(query, 'delete', 'IDBObjectStore', false);
        return ask(t, this, kept.name + '.delete', () => { data.remove(kept, range); }, 'delete', 'IDBObjectStore');
      }
      clear() {
        const { t, kept } = sourceOf(this);
        mustWrite(t, 'clear', 'IDBObjectStore');
        return ask(t, this, kept.name + '.clear', () => { kept.records = []; }, 'clear', 'IDBObjectStore');
      }
      index(name) {
        const { t, kept } = sourceOf(this);
        const index = kept.indexes.get(toText(name));
        if (index === undefined) fail('NotFoundError', 'index', 'IDBObjectStore', 'The specified index was not found.');
        return indexObject(t, kept, index, this);
      }
      createIndex(name, keyPath, options = {}) {
        const { t, kept } = sourceOf(this);
        if (t.mode !== 'versionchange') fail('InvalidStateError', 'createIndex', 'IDBObjectStore', 'The database is not running a version change transaction.');
        name = toText(name);
        if (kept.indexes.has(name)) fail('ConstraintError', 'createIndex', 'IDBObjectStore', 'An index with the specified name already exists.');
        const index = { name, keyPath: typeof keyPath === 'string' ? keyPath : [...keyPath], unique: !!options?.unique, multiEntry: !!options?.multiEntry };
        kept.indexes.set(name, index);
        const all = data.entries(kept, index);
        if (index.unique && all.some((entry, i) => i > 0 && compare(all[i - 1].key, entry.key) === 0))
          abort(t, error('ConstraintError', "Unable to add key to index '" + name + "': at least one key does not satisfy the uniqueness requirements."));
        return indexObject(t, kept, index, this);
      }
      deleteIndex(name) {
        const { t, kept } = sourceOf(this);
        if (t.mode !== 'versionchange') fail('InvalidStateError', 'deleteIndex', 'IDBObjectStore', 'The database is not running a version change transaction.');
        if (!kept.indexes.delete(toText(name))) fail('NotFoundError', 'deleteIndex', 'IDBObjectStore', 'The specified index was not found.');
      }
    }
    reading(IDBObjectStore, 'IDBObjectStore');
    function put(object, item, key, member) {
      const { t, kept } = sourceOf(object);
      if (t.isOver) fail('TransactionInactiveError', member, 'IDBObjectStore', 'The transaction has finished.');
      mustWrite(t, member, 'IDBObjectStore');
      if (kept.keyPath !== null && key !== undefined) fail('DataError', member, 'IDBObjectStore', 'The object store uses in-line keys and the key parameter was provided.');
      if (kept.keyPath === null && !kept.auto && key === undefined) fail('DataError', member, 'IDBObjectStore', 'The object store uses out-of-line keys and has no key generator and the key parameter was not provided.');
      let found = key === undefined ? undefined : valid(key, member, 'IDBObjectStore');
      let copy;
      try { copy = data.clone(item); } catch (thrown) { fail('DataCloneError', member, 'IDBObjectStore', thrown.message); }
      if (kept.keyPath !== null) {
        const inline = data.at(copy, kept.keyPath);
        if (inline !== undefined) {
          found = toKey(inline);
          if (found === undefined) fail('DataError', member, 'IDBObjectStore', "Evaluating the object store's key path yielded a value that is not a valid key.");
        } else if (!kept.auto) fail('DataError', member, 'IDBObjectStore', "Evaluating the object store's key path did not yield a value.");
      }
      return ask(t, object, kept.name + '.' + member, () => data.store(kept, copy, found, member === 'add'), member, 'IDBObjectStore');
    }
    function storeObject(t, kept) {
      let object = t.objects.get(kept);
      if (object === undefined) t.objects.set(kept, (object = new IDBObjectStore(secret, { t, kept, index: undefined })));
      return object;
    }
    base.setStoreObject(storeObject);

    class IDBIndex {
      constructor(given = undefined, source = undefined) {
        if (given !== secret) illegal();
        sources.set(this, source);
      }
      get name() { return sourceOf(this).index.name; }
      get objectStore() { return sourceOf(this).object; }
      get keyPath() { return sourceOf(this).index.keyPath; }
      get multiEntry() { return sourceOf(this).index.multiEntry; }
      get unique() { return sourceOf(this).index.unique; }
    }
    reading(IDBIndex, 'IDBIndex');
    function indexObject(t, kept, index, object) {
      let made = t.objects.get(index);
      if (made === undefined) t.objects.set(index, (made = new IDBIndex(secret, { t, kept, index, object })));
      return made;
    }

    let connectionOf;
    class IDBDatabase extends EventTarget {
      #c;
      static { connectionOf = (object) => object.#c; }
      constructor(given = undefined, c = undefined) {
        if (given !== secret) illegal();
        super();
        %InitEventTarget(this, 'IDBDatabase');
        this.#c = c;
      }
      get name() { return this.#c.db.name; }
      get version() { return this.#c.db.version; }
      get objectStoreNames() { return nameList(this.#c.db.stores.keys()); }
      transaction(names, mode = 'readonly') {
        need(arguments, 1, 'IDBDatabase', 'transaction');
        const c = this.#c;
        if (c.isClosed) fail('InvalidStateError', 'transaction', 'IDBDatabase', 'The database connection is closing.');
        if (c.upgrade !== undefined) fail('InvalidStateError', 'transaction', 'IDBDatabase', 'A version change transaction is running.');
        const wanted = typeof names === 'string' || !%IsObject(names) ? [toText(names)] : [...new Set([...names].map(toText))];
        for (const name of wanted) if (!c.db.stores.has(name)) fail('NotFoundError', 'transaction', 'IDBDatabase', 'One of the specified object stores was not found.');
        if (wanted.length === 0) fail('InvalidAccessError', 'transaction', 'IDBDatabase', 'The storeNames parameter was empty.');
        if (mode !== 'readonly' && mode !== 'readwrite') throw new TypeError("Failed to execute 'transaction' on 'IDBDatabase': The mode provided ('" + mode + "') is not one of 'readonly' or 'readwrite'.");
        return newTransaction(c, wanted, mode).object;
      }
      createObjectStore(name, options = {}) {
        const c = this.#c;
        if (c.upgrade === undefined) fail('InvalidStateError', 'createObjectStore', 'IDBDatabase', 'The database is not running a version change transaction.');
        name = toText(name);
        if (c.db.stores.has(name)) fail('ConstraintError', 'createObjectStore', 'IDBDatabase', 'An object store with the specified name already exists.');
        const { keyPath = null, autoIncrement = false } = options ?? {};
        const kept = data.newStore(name, keyPath === null || typeof keyPath === 'string' ? keyPath : [...keyPath], !!autoIncrement);
        c.db.stores.set(name, kept);
        return storeObject(c.upgrade, kept);
      }
      deleteObjectStore(name) {
        const c = this.#c;
        if (c.upgrade === undefined) fail('InvalidStateError', 'deleteObjectStore', 'IDBDatabase', 'The database is not running a version change transaction.');
        if (!c.db.stores.delete(toText(name))) fail('NotFoundError', 'deleteObjectStore', 'IDBDatabase', 'The specified object store was not found.');
      }
      close() { close(this.#c); }
    }
    for (const type of ['abort', 'close', 'error', 'versionchange']) handlers.define(IDBDatabase.prototype, type);
    define(IDBDatabase);
    function close(c) {
      c.isClosed = true;
      c.db.connections.delete(c);
      if (c.db.connections.size > 0) return;
      const { waiting } = c.db;
      c.db.waiting = [];
      for (let i = 0; i < waiting.length; i++) waiting[i]();
    }

    const later = (name, run) => %Wait('storage', 'indexedDB ' + name, 'storage', 0.1, run, true);
    /** Others that are connected are asked to go; then what needs the database alone runs. */
    function alone(r, db, newVersion, run) {
      const others = [...db.connections];
      for (let i = 0; i < others.length; i++)
        if (!others[i].isClosed) fire(others[i].object, new IDBVersionChangeEvent('versionchange', { oldVersion: db.version, newVersion }));
      if (db.connections.size === 0) return run();
      fire(r.object, new IDBVersionChangeEvent('blocked', { oldVersion: db.version, newVersion }));
      // A listener may have closed the last of them.
      if (db.connections.size === 0) later(db.name, run);
      else db.waiting.push(() => later(db.name, run));
    }

    class IDBFactory {
      constructor(given = undefined) { if (given !== secret) illegal(); }
      open(name, version = undefined) {
        need(arguments, 1, 'IDBFactory', 'open');
        name = toText(name);
        if (version !== undefined && +version < 0) throw new TypeError("Failed to execute 'open' on 'IDBFactory': Value is outside the 'unsigned long long' value range.");
        if (version !== undefined && !(+version >= 1)) throw new TypeError("Failed to execute 'open' on 'IDBFactory': The version provided must not be 0.");
        const object = new IDBOpenDBRequest(secret);
        const r = requestOf(object);
        later('open ' + name, () => {
          let db = databases.get(name);
          if (db === undefined) databases.set(name, (db = { name, version: 0, stores: new Map(), connections: new Set(), transactions: [], waiting: [] }));
          const wanted = version === undefined ? db.version || 1 : global.Math.floor(+version);
          if (db.version > wanted) return void settle(r, undefined, error('VersionError', 'The requested version (' + wanted + ') is less than the existing version (' + db.version + ').'));
          if (db.version === wanted) return connect(r, db);
          alone(r, db, wanted, () => upgrade(r, db, wanted));
        });
        return object;
      }
      deleteDatabase(name) {
        need(arguments, 1, 'IDBFactory', 'deleteDatabase');
        name = toText(name);
        const object = new IDBOpenDBRequest(secret);
        const r = requestOf(object);
        const done = (oldVersion) => {
          databases.delete(name);
          r.state = 'done';
          fire(object, new IDBVersionChangeEvent('success', { oldVersion }));
        };
        later('delete ' + name, () => {
          const db = databases.get(name);
          if (db === undefined) return done(0);
          alone(r, db, null, () => done(db.version));
        });
        return object;
      }
      databases() {
        return new Promise((resolve) => {
          later('databases', () => resolve([...databases.values()].filter(({ version }) => version > 0).map(({ name, version }) => ({ name, version }))));
        });
      }
      cmp(first, second) {
        need(arguments, 2, 'IDBFactory', 'cmp');
        return compare(valid(first, 'cmp', 'IDBFactory'), valid(second, 'cmp', 'IDBFactory'));
      }
    }
    define(IDBFactory);
    function newConnection(db) {
      const c = { object: undefined, db, isClosed: false, upgrade: undefined };
      c.object = new IDBDatabase(secret, c);
      db.connections.add(c);
      return c;
    }
    function connect(r, db) { settle(r, newConnection(db).object, null); }
    function upgrade(r, db, newVersion) {
      const c = newConnection(db);
      const oldVersion = db.version;
      db.oldVersion = oldVersion;
      const t = newTransaction(c, [...db.stores.keys()], 'versionchange');
      db.version = newVersion;
      c.upgrade = t;
      r.state = 'done';
      r.result = c.object;
      r.transaction = t.object;
      t.onOver = (isComplete) => {
        c.upgrade = undefined;
        db.oldVersion = undefined;
        r.transaction = null;
        if (isComplete) later('open ' + db.name, () => settle(r, c.object, null));
        else {
          close(c);
          settle(r, undefined, error('AbortError', 'Version change transaction was aborted in upgradeneeded event handler.'));
        }
      };
      fire(r.object, new IDBVersionChangeEvent('upgradeneeded', { oldVersion, newVersion }));
    }
    return { indexedDB: new IDBFactory(secret), IDBFactory, IDBDatabase, IDBObjectStore, IDBIndex };
  }
  return { make };
}`;
