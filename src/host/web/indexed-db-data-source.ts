/** What IndexedDB keeps: keys and their order, records, what indexes make of them. Indexed Database API 3.0: 2.4 Keys, 7 Database operations. */
export const indexedDbDataSource = `function (require, global) {
  const { Object, Array, Date, Math, String, TypeError } = global;
  const { define, need, quote, bytesOf, key: secret, illegal, domException, isView, isBuffer } = require('internal/webidl');
  const clone = (value) => require('internal/messaging').cloneFor(undefined, value);

  /** The key that a value is, as data; undefined: it is none. */
  function toKey(value, seen = []) {
    if (typeof value === 'number') return value === value ? { order: 1, value } : undefined;
    if (typeof value === 'string') return { order: 3, value };
    if (!%IsObject(value)) return undefined;
    if (value instanceof Date) {
      const time = value.getTime();
      return time === time ? { order: 2, value: time } : undefined;
    }
    if (isBuffer(value) || isView(value)) return { order: 4, value: bytesOf(value) };
    if (!%IsArray(value) || seen.includes(value)) return undefined;
    const items = [];
    for (let i = 0; i < value.length; i++) {
      const item = toKey(value[i], [...seen, value]);
      if (item === undefined) return undefined;
      items[i] = item;
    }
    return { order: 5, value: items };
  }
  function fromKey(key) {
    switch (key.order) {
      case 2: return new Date(key.value);
      case 4: return key.value.slice().buffer;
      case 5: return key.value.map(fromKey);
      default: return key.value;
    }
  }
  function compare(a, b) {
    if (a.order !== b.order) return a.order < b.order ? -1 : 1;
    if (a.order < 4) return a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
    const length = Math.min(a.value.length, b.value.length);
    for (let i = 0; i < length; i++) {
      const order = a.order === 4 ? a.value[i] - b.value[i] : compare(a.value[i], b.value[i]);
      if (order !== 0) return order < 0 ? -1 : 1;
    }
    return a.value.length === b.value.length ? 0 : a.value.length < b.value.length ? -1 : 1;
  }
  /** What stands at a key path; undefined: nothing does. */
  function at(value, path) {
    if (%IsArray(path)) {
      const values = path.map((part) => at(value, part));
      return values.includes(undefined) ? undefined : values;
    }
    if (path === '') return value;
    for (const part of path.split('.')) {
      if (typeof value === 'string' && part === 'length') value = value.length;
      else if (!%IsObject(value) || !Object.hasOwn(value, part)) return undefined;
      else value = value[part];
    }
    return value;
  }
  function inject(value, path, key) {
    const parts = path.split('.');
    for (let i = 0; i < parts.length - 1; i++) {
      if (!Object.hasOwn(value, parts[i])) value[parts[i]] = {};
      value = value[parts[i]];
    }
    value[parts[parts.length - 1]] = key;
  }

  let rangeOf;
  class IDBKeyRange {
    #range;
    static { rangeOf = (value) => (%IsObject(value) && #range in value ? value.#range : undefined); }
    constructor(given = undefined, range = undefined) {
      if (given !== secret) illegal();
      this.#range = range;
    }
    get lower() { return this.#range.lower && fromKey(this.#range.lower); }
    get upper() { return this.#range.upper && fromKey(this.#range.upper); }
    get lowerOpen() { return this.#range.lowerOpen; }
    get upperOpen() { return this.#range.upperOpen; }
    static only(value) { const key = valid(value, 'only', 'IDBKeyRange'); return newRange(key, key, false, false); }
    static lowerBound(lower, open = false) { return newRange(valid(lower, 'lowerBound', 'IDBKeyRange'), undefined, !!open, true); }
    static upperBound(upper, open = false) { return newRange(undefined, valid(upper, 'upperBound', 'IDBKeyRange'), true, !!open); }
    static bound(lower, upper, lowerOpen = false, upperOpen = false) {
      const [from, to] = [valid(lower, 'bound', 'IDBKeyRange'), valid(upper, 'bound', 'IDBKeyRange')];
      const order = compare(from, to);
      if (order > 0) throw domException("Failed to execute 'bound' on 'IDBKeyRange': The lower key is greater than the upper key.", 'DataError');
      if (order === 0 && (lowerOpen || upperOpen)) throw domException("Failed to execute 'bound' on 'IDBKeyRange': The lower key and upper key are equal and one of the bounds is open.", 'DataError');
      return newRange(from, to, !!lowerOpen, !!upperOpen);
    }
    includes(value) { return contains(this.#range, valid(value, 'includes', 'IDBKeyRange')); }
  }
  define(IDBKeyRange);
  const newRange = (lower, upper, lowerOpen, upperOpen) => new IDBKeyRange(secret, { lower, upper, lowerOpen, upperOpen });
  function valid(value, member, Interface) {
    const key = toKey(value);
    if (key === undefined) throw domException('Failed to execute ' + quote(member) + ' on ' + quote(Interface) + ': The parameter is not a valid key.', 'DataError');
    return key;
  }
  /** The range that a query means; undefined: all. */
  function toRange(query, member, Interface, isOptional = true) {
    if ((query === undefined || query === null) && isOptional) return undefined;
    const range = rangeOf(query);
    if (range !== undefined) return range;
    const key = valid(query, member, Interface);
    return { lower: key, upper: key, lowerOpen: false, upperOpen: false };
  }
  function contains(range, key) {
    if (range === undefined) return true;
    if (range.lower !== undefined) {
      const order = compare(key, range.lower);
      if (order < 0 || (order === 0 && range.lowerOpen)) return false;
    }
    if (range.upper === undefined) return true;
    const order = compare(key, range.upper);
    return order < 0 || (order === 0 && !range.upperOpen);
  }

  function newStore(name, keyPath, auto) { return { name, keyPath, auto, nextKey: 1, records: [], indexes: new global.Map() }; }
  /** Where a key stands, or would stand. */
  function position(records, key) {
    let low = 0;
    let high = records.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(records[middle].key, key) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  const isAt = (records, index, key) => index < records.length && compare(records[index].key, key) === 0;
  /** The keys of a value in an index. */
  function indexKeys(index, value) {
    const found = at(value, index.keyPath);
    if (found === undefined) return [];
    if (!index.multiEntry || !%IsArray(found)) {
      const key = toKey(found);
      return key === undefined ? [] : [key];
    }
    const keys = [];
    for (let i = 0; i < found.length; i++) {
      const key = toKey(found[i]);
      if (key !== undefined && !keys.some((other) => compare(other, key) === 0)) keys.push(key);
    }
    return keys;
  }
  /** Key, primary key and value of all that a store or one of its indexes has, in their order. */
  function entries(store, index) {
    if (index === undefined) return store.records.map((record) => ({ key: record.key, primary: record.key, value: record.value }));
    const all = [];
    for (const { key: primary, value } of store.records) for (const key of indexKeys(index, value)) all.push({ key, primary, value });
    return all.sort((a, b) => compare(a.key, b.key) || compare(a.primary, b.primary));
  }
  function refuseTwice(store, index, key, primary) {
    const other = entries(store, index).find((entry) => compare(entry.key, key) === 0 && (primary === undefined || compare(entry.primary, primary) !== 0));
    if (index.unique && other !== undefined) throw domException("Unable to add key to index '" + index.name + "': at least one key does not satisfy the uniqueness requirements.", 'ConstraintError');
  }
  function store(kept, value, key, isAdd) {
    if (key === undefined) {
      key = { order: 1, value: kept.nextKey++ };
      if (kept.keyPath !== null) inject(value, kept.keyPath, key.value);
    } else if (kept.auto && key.order === 1 && key.value >= kept.nextKey) kept.nextKey = Math.floor(key.value) + 1;
    const index = position(kept.records, key);
    const isThere = isAt(kept.records, index, key);
    if (isThere && isAdd) throw domException('Key already exists in the object store.', 'ConstraintError');
    for (const one of kept.indexes.values()) for (const indexKey of indexKeys(one, value)) refuseTwice(kept, one, indexKey, key);
    kept.records.splice(index, isThere ? 1 : 0, { key, value });
    return fromKey(key);
  }
  function remove(kept, range) { kept.records = kept.records.filter(({ key }) => !contains(range, key)); }

  return { toKey, fromKey, compare, at, clone, IDBKeyRange, toRange, contains, valid, newStore, entries, store, remove, refuseTwice };
}`;
