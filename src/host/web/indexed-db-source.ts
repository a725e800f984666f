/**
 * IndexedDB in memory: each run begins without databases. Indexed Database API 3.0. Requests are carried out in the order in which they
 * were made, transactions one after the other where they write to the same stores; each answer is a task of the storage.
 * Simplified: a transaction stays active until it has nothing left to do.
 */
export const indexedDbSource = `function (require, global) {
  const { Object, Array, TypeError, Map, Set } = global;
  const { define, need, toText, quote, key: secret, illegal, domException } = require('internal/webidl');
  const { Event, EventTarget, handlers, fire } = require('internal/event_target');
  const data = require('internal/indexed_db_data');
  const { fromKey, compare, toRange, contains, valid, toKey } = data;
  const databases = new Map();
  const error = (name, message) => domException(message, name);
  const fail = (name, member, Interface, message) => { throw error(name, 'Failed to execute ' + quote(member) + ' on ' + quote(Interface) + ': ' + message); };
  const nameList = (names) => listOf([...names].sort());
  let storeObject;
  class DOMStringList extends Array {
    contains(text) { return this.includes(text); }
    item(index) { return this[index] ?? null; }
  }
  function listOf(names) {
    const list = new DOMStringList();
    for (let i = 0; i < names.length; i++) list[i] = names[i];
    return list;
  }

  class IDBVersionChangeEvent extends Event {
    #old; #new;
    constructor(type, init = {}) {
      super(type, init);
      this.#old = init.oldVersion ?? 0;
      this.#new = init.newVersion ?? null;
    }
    get oldVersion() { return this.#old; }
    get newVersion() { return this.#new; }
  }
  define(IDBVersionChangeEvent);

  let requestOf;
  class IDBRequest extends EventTarget {
    #r;
    static { requestOf = (object) => object.#r; }
    constructor(given = undefined, source = null, transaction = null) {
      if (given !== secret) illegal();
      super();
      %InitEventTarget(this, 'IDBRequest');
      this.#r = { object: this, state: 'pending', result: undefined, error: null, source, transaction };
    }
    get result() { return settled(this.#r, 'result').result; }
    get error() { return settled(this.#r, 'error').error; }
    get source() { return this.#r.source; }
    get transaction() { return this.#r.transaction; }
    get readyState() { return this.#r.state; }
  }
  function settled(r, member) {
    if (r.state === 'pending') throw error('InvalidStateError', 'Failed to read the ' + quote(member) + " property from 'IDBRequest': The request has not finished.");
    return r;
  }
  for (const type of ['success', 'error']) handlers.define(IDBRequest.prototype, type);
  define(IDBRequest);
  class IDBOpenDBRequest extends IDBRequest {}
  for (const type of ['blocked', 'upgradeneeded']) handlers.define(IDBOpenDBRequest.prototype, type);
  define(IDBOpenDBRequest);
  function settle(r, result, failure, type = failure === null ? 'success' : 'error') {
    r.state = 'done';
    r.result = result;
    r.error = failure;
    const event = new Event(type, failure === null ? undefined : { bubbles: true, cancelable: true });
    fire(r.object, event);
    hasThrown = require('internal/event_target').hasThrown(event);
    return event.defaultPrevented;
  }
  /** A listener of what was settled last. */
  let hasThrown = false;

  let transactionOf;
  class IDBTransaction extends EventTarget {
    #t;
    static { transactionOf = (object) => object.#t; }
    constructor(given = undefined, t = undefined) {
      if (given !== secret) illegal();
      super();
      %InitEventTarget(this, 'IDBTransaction');
      this.#t = t;
    }
    get db() { return this.#t.connection.object; }
    get mode() { return this.#t.mode; }
    get durability() { this.#t; return 'default'; }
    get error() { return this.#t.error; }
    get objectStoreNames() { return nameList(this.#t.mode === 'versionchange' ? this.#t.connection.db.stores.keys() : this.#t.names); }
    objectStore(name) {
      const t = this.#t;
      name = toText(name);
      if (t.isOver) fail('InvalidStateError', 'objectStore', 'IDBTransaction', 'The transaction has finished.');
      const kept = t.connection.db.stores.get(name);
      if (kept === undefined || (t.mode !== 'versionchange' && !t.names.includes(name))) fail('NotFoundError', 'objectStore', 'IDBTransaction', 'The specified object store was not found.');
      return storeObject(t, kept);
    }
    abort() {
      if (this.#t.isOver) fail('InvalidStateError', 'abort', 'IDBTransaction', 'The transaction has finished.');
      abort(this.#t, null);
    }
    commit() { if (this.#t.isOver) fail('InvalidStateError', 'commit', 'IDBTransaction', 'The transaction has finished.'); }
  }
  for (const type of ['abort', 'complete', 'error']) handlers.define(IDBTransaction.prototype, type);
  define(IDBTransaction);

  function newTransaction(connection, names, mode) {
    const t = { object: undefined, connection, names, mode, error: null, isOver: false, isStarted: false, queue: [], objects: new Map(), undo: undefined, id: undefined, onOver: undefined };
    t.object = new IDBTransaction(secret, t);
    %SetEventParent(t.object, connection.object);
    connection.db.transactions.push(t);
    proceed(t);
    return t;
  }
  const overlaps = (a, b) => a.names.some((name) => b.names.includes(name)) && (a.mode !== 'readonly' || b.mode !== 'readonly');
  function proceed(t) {
    const { transactions } = t.connection.db;
    if (t.id !== undefined || t.isOver) return;
    if (!t.isStarted) {
      for (let i = 0; transactions[i] !== t; i++) if (overlaps(transactions[i], t)) return;
      t.isStarted = true;
      if (t.mode !== 'readonly') t.undo = snapshot(t.connection.db, t.mode === 'versionchange');
    }
    const name = 'indexedDB ' + t.connection.db.name + (t.queue.length === 0 ? ': ' + t.mode + ' transaction' : ': ' + t.queue[0].name);
    t.id = %Wait('storage', name, 'storage', 0.1, () => {
      t.id = undefined;
      if (t.isOver) return;
      const next = t.queue.shift();
      if (next === undefined) return complete(t);
      let result;
      try { result = next.run(); } catch (thrown) {
        const isPrevented = settle(next.r, undefined, thrown);
        if (!hasThrown) {
          if (!isPrevented && !t.isOver) abort(t, thrown);
          return proceed(t);
        }
      }
      if (next.r.error === null) settle(next.r, result, null);
      if (hasThrown && !t.isOver) abort(t, error('AbortError', 'Uncaught exception in event handler.'));
      proceed(t);
    }, true);
  }
  function end(t) {
    t.isOver = true;
    if (t.id !== undefined) %StopWaiting(t.id);
    t.id = undefined;
    const { transactions } = t.connection.db;
    transactions.splice(transactions.indexOf(t), 1);
    for (const other of [...transactions]) proceed(other);
  }
  function complete(t) {
    end(t);
    fire(t.object, new Event('complete'));
    t.onOver?.(true);
  }
  function abort(t, reason) {
    t.error = reason;
    const { db } = t.connection;
    if (t.undo !== undefined) {
      for (const [name, kept] of t.undo.stores) Object.assign(kept, t.undo.contents.get(name));
      if (t.mode === 'versionchange') {
        db.stores = t.undo.stores;
        db.version = t.undo.version;
      }
    }
    const { queue } = t;
    t.queue = [];
    end(t);
    %QueueTask('storage', 'indexedDB ' + db.name + ': abort', () => {
      for (let i = 0; i < queue.length; i++) settle(queue[i].r, undefined, error('AbortError', 'The transaction was aborted, so the request cannot be fulfilled.'));
      fire(t.object, new Event('abort', { bubbles: true }));
      t.onOver?.(false);
    });
  }
  /** What an abort goes back to. */
  function snapshot(db) {
    const contents = new Map();
    for (const [name, kept] of db.stores) contents.set(name, { name: kept.name, nextKey: kept.nextKey, records: [...kept.records], indexes: new Map(kept.indexes) });
    return { version: db.oldVersion ?? db.version, stores: new Map(db.stores), contents };
  }
  function ask(t, source, name, run, member, Interface) {
    if (t.isOver) fail('TransactionInactiveError', member, Interface, 'The transaction has finished.');
    const object = new IDBRequest(secret, source, t.object);
    %SetEventParent(object, t.object);
    t.queue.push({ r: requestOf(object), name, run });
    proceed(t);
    return object;
  }
  function askAgain(t, object, name, run) {
    const r = requestOf(object);
    r.state = 'pending';
    t.queue.push({ r, name, run });
    proceed(t);
  }
  const mustWrite = (t, member, Interface) => { if (t.mode === 'readonly') fail('ReadOnlyError', member, Interface, 'The transaction is read-only.'); };

  /** What stores and indexes have in common: reading. */
  class Readable {
    _get(member, Interface, source, query, pick) {
      const { t, kept, index } = source;
      const range = toRange(query, member, Interface, false);
      return ask(t, this, kept.name + '.' + member, () => {
        const found = data.entries(kept, index).find((entry) => contains(range, entry.key));
        return found && pick(found);
      }, member, Interface);
    }
    _all(member, Interface, source, query, count, pick) {
      const { t, kept, index } = source;
      const range = toRange(query, member, Interface);
      return ask(t, this, kept.name + '.' + member, () => {
        const found = data.entries(kept, index).filter((entry) => contains(range, entry.key));
        return (count === undefined || count === 0 ? found : found.slice(0, count)).map(pick);
      }, member, Interface);
    }
    _count(Interface, { t, kept, index }, query) {
      const range = toRange(query, 'count', Interface);
      return ask(t, this, kept.name + '.count', () => data.entries(kept, index).filter((entry) => contains(range, entry.key)).length, 'count', Interface);
    }
    _cursor(member, Interface, source, query, direction, Cursor) {
      const { t, kept } = source;
      const range = toRange(query, member, Interface);
      direction = toText(direction);
      const c = { source, range, direction, object: undefined, request: undefined, position: undefined, isReady: false };
      c.object = new Cursor(secret, c, this);
      c.request = ask(t, this, kept.name + '.' + member, () => move(c, undefined, 1), member, Interface);
      return c.request;
    }
  }
  const value = ({ value: kept }) => data.clone(kept);
  const primary = (entry) => fromKey(entry.primary);

  const cursorOf = new global.WeakMap();
  class IDBCursor {
    constructor(given = undefined, c = undefined, source = undefined) {
      if (given !== secret) illegal();
      cursorOf.set(this, { c, source });
    }
    get source() { return cursorOf.get(this).source; }
    get direction() { return cursorOf.get(this).c.direction; }
    get key() { const { position } = cursorOf.get(this).c; return position && fromKey(position.key); }
    get primaryKey() { const { position } = cursorOf.get(this).c; return position && fromKey(position.primary); }
    get request() { return cursorOf.get(this).c.request; }
    advance(count) {
      if (!(count > 0)) throw new TypeError("Failed to execute 'advance' on 'IDBCursor': A count argument with value 0 (zero) was supplied, must be greater than 0.");
      go(cursorOf.get(this).c, 'advance', undefined, +count);
    }
    continue(key = undefined) { go(cursorOf.get(this).c, 'continue', key === undefined ? undefined : valid(key, 'continue', 'IDBCursor'), 1); }
    continuePrimaryKey(key, primaryKey) {
      go(cursorOf.get(this).c, 'continuePrimaryKey', valid(key, 'continuePrimaryKey', 'IDBCursor'), 1, valid(primaryKey, 'continuePrimaryKey', 'IDBCursor'));
    }
    update(changed) {
      const { c } = cursorOf.get(this);
      const { t, kept } = c.source;
      mustWrite(t, 'update', 'IDBCursor');
      const { position } = c;
      const copy = data.clone(changed);
      if (kept.keyPath !== null) {
        const key = toKey(data.at(copy, kept.keyPath));
        if (key === undefined || compare(key, position.primary) !== 0) fail('DataError', 'update', 'IDBCursor', "The effective object store of this cursor uses in-line keys and evaluating the key path of the value parameter results in a different value than the cursor's effective key.");
      }
      return ask(t, this, kept.name + '.update', () => data.store(kept, copy, position.primary, false), 'update', 'IDBCursor');
    }
    delete() {
      const { c } = cursorOf.get(this);
      const { t, kept } = c.source;
      mustWrite(t, 'delete', 'IDBCursor');
      const { position } = c;
      return ask(t, this, kept.name + '.delete', () => data.remove(kept, { lower: position.primary, upper: position.primary, lowerOpen: false, upperOpen: false }), 'delete', 'IDBCursor');
    }
  }
  define(IDBCursor);
  class IDBCursorWithValue extends IDBCursor {
    get value() {
      const { c } = cursorOf.get(this);
      // The same object as long as the cursor stands there.
      c.value ??= { value: c.position && data.clone(c.position.value) };
      return c.value.value;
    }
  }
  define(IDBCursorWithValue);
  function go(c, member, key, count, primaryKey = undefined) {
    const { t, kept } = c.source;
    if (t.isOver) fail('TransactionInactiveError', member, 'IDBCursor', 'The transaction has finished.');
    if (!c.isReady) fail('InvalidStateError', member, 'IDBCursor', 'The cursor is being iterated or has iterated past its end.');
    c.isReady = false;
    askAgain(t, c.request, kept.name + '.' + member, () => move(c, key, count, primaryKey));
  }
  function move(c, key, count, primaryKey = undefined) {
    const { kept, index } = c.source;
    const isBack = c.direction.startsWith('prev');
    let list = data.entries(kept, index).filter((entry) => contains(c.range, entry.key));
    if (isBack) list.reverse();
    if (c.direction.endsWith('unique')) list = list.filter((entry, i) => !list.some((other, j) => compare(other.key, entry.key) === 0 && (isBack ? compare(other.primary, entry.primary) < 0 : j < i)));
    const sign = isBack ? -1 : 1;
    const order = (a, b) => sign * (compare(a.key, b.key) || compare(a.primary, b.primary));
    const { position } = c;
    let found;
    for (let i = 0; i < list.length && found === undefined; i++) {
      const entry = list[i];
      if (position !== undefined && (c.direction.endsWith('unique') ? sign * compare(entry.key, position.key) <= 0 : order(entry, position) <= 0)) continue;
      if (key !== undefined && sign * compare(entry.key, key) < 0) continue;
      if (primaryKey !== undefined && compare(entry.key, key) === 0 && sign * compare(entry.primary, primaryKey) < 0) continue;
      if (--count === 0) found = entry;
    }
    c.position = found;
    c.value = undefined;
    c.isReady = found !== undefined;
    return found === undefined ? null : c.object;
  }

  return Object.assign(require('internal/indexed_db_stores').make({
    secret, error, fail, nameList, databases, requestOf, transactionOf, newTransaction, abort, ask, mustWrite, settle, Readable, value, primary,
    IDBCursor, IDBCursorWithValue, IDBOpenDBRequest, IDBVersionChangeEvent, setStoreObject(make) { storeObject = make; },
  }), { IDBRequest, IDBOpenDBRequest, IDBTransaction, IDBCursor, IDBCursorWithValue, IDBVersionChangeEvent, IDBKeyRange: data.IDBKeyRange });
}`;
