/**
 * When two values are deeply equal. Node: lib/internal/util/comparisons.js. `mode`: 'loose', 'strict', 'partial' or
 * 'withoutPrototypes'. Simplified: members of sets and maps are matched pairwise, each with the first that fits.
 */
export const equalSource = String.raw`function (require, global) {
  const { Object, Array, Reflect, Symbol, Uint8Array, Error } = global;
  const tagOf = (value) => %Call(Object.prototype.toString, value);
  const isError = (value) => %InstanceType(value) === 'error' || value instanceof Error;
  const ownEnumerable = (object, key) => %Call(Object.prototype.propertyIsEnumerable, object, key);

  function equal(a, b, mode, seen) {
    if (a === b) return a !== 0 || mode === 'loose' || Object.is(a, b);
    const isObjectA = typeof a === 'object' && a !== null;
    const isObjectB = typeof b === 'object' && b !== null;
    if (mode === 'loose') {
      if (!isObjectA) return !isObjectB && (a == b || (a !== a && b !== b));
      if (!isObjectB) return false;
    } else {
      if (typeof a === 'number') return a !== a && b !== b;
      if (!isObjectA || !isObjectB) return false;
    }
    return equalObjects(a, b, mode, seen);
  }
  function symbolKeys(object) {
    const keys = [];
    const symbols = Object.getOwnPropertySymbols(object);
    for (let i = 0; i < symbols.length; i++) if (ownEnumerable(object, symbols[i])) keys.push(symbols[i]);
    return keys;
  }
  function keysOf(object, mode, isIndexed) {
    let keys = Object.keys(object);
    if (isIndexed) keys = keys.filter((key) => !/^(?:0|[1-9]\d*)$/.test(key) || key >= 4294967295);
    return mode === 'loose' ? keys : [...keys, ...symbolKeys(object)];
  }
  const isExtra = (value, type) => %InstanceType(value) === type;

  function equalObjects(a, b, mode, seen) {
    if (mode === 'strict' && Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) {
      // Of another realm or with a constructor of its own: what counts is the constructor that is inherited.
      if (a.constructor === undefined || Object.hasOwn(a, 'constructor') || a.constructor !== b.constructor) return false;
    }
    const isPartial = mode === 'partial';
    const fits = (sizeA, sizeB) => (isPartial ? sizeA >= sizeB : sizeA === sizeB);
    if (a[Symbol.toStringTag] !== b[Symbol.toStringTag]) return false;
    if (Array.isArray(a)) {
      if (!Array.isArray(b) || !fits(a.length, b.length)) return false;
      return compareMembers(a, b, mode, seen, 'array', true);
    }
    const type = %InstanceType(a);
    const other = %InstanceType(b);
    if (type === 'set' || type === 'map') {
      if (type !== other || !fits(a.size, b.size)) return false;
      return compareMembers(a, b, mode, seen, type, false);
    }
    if (type === 'typed array' || type === 'data view') {
      if (type !== other || %TypedArrayName(a) !== %TypedArrayName(b)) return false;
      if (!equalBytes(a, b, mode)) return false;
      return compareMembers(a, b, mode, seen, 'plain', type === 'typed array');
    }
    if (Array.isArray(b)) return false;
    if (type === 'date') {
      if (type !== other || !Object.is(+%Call(global.Date.prototype.getTime, a), +%Call(global.Date.prototype.getTime, b))) return false;
    } else if (type === 'regexp') {
      if (type !== other || a.source !== b.source || a.flags !== b.flags || a.lastIndex !== b.lastIndex) return false;
    } else if (type === 'array buffer') {
      if (type !== other || !equalBytes(new Uint8Array(a), new Uint8Array(b), mode)) return false;
    } else if (tagOf(a) !== tagOf(b) || ['set', 'map', 'typed array', 'data view', 'date', 'regexp', 'array buffer'].includes(other)) return false;
    else if (isError(a)) {
      if (!isError(b)) return false;
      const names = ['message', 'name', 'cause', 'errors'];
      for (let i = 0; i < names.length; i++) {
        const key = names[i];
        if (ownEnumerable(b, key) || (isPartial && (b[key] === undefined || (key === 'message' && b[key] === '')))) continue;
        if (!equal(a[key], b[key], mode, seen)) return false;
      }
      if (Object.hasOwn(b, 'cause') !== Object.hasOwn(a, 'cause') && (!isPartial || Object.hasOwn(b, 'cause'))) return false;
    } else if (type.endsWith(' wrapper')) {
      if (type !== other || !Object.is(a.valueOf(), b.valueOf())) return false;
    } else if (typeof global.URL === 'function' && a instanceof global.URL) {
      if (!(b instanceof global.URL) || a.href !== b.href) return false;
    } else if (isError(b) || other.endsWith(' wrapper') || type === 'weak map' || type === 'weak set' || type === 'promise') return false;
    return compareMembers(a, b, mode, seen, 'plain', false);
  }
  function equalBytes(a, b, mode) {
    const name = %TypedArrayName(a);
    if (mode === 'loose' && name.startsWith('Float')) {
      if (a.length !== b.length) return false;
      for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
      return true;
    }
    const bytesA = new Uint8Array(a.buffer, a.byteOffset, a.byteLength);
    const bytesB = new Uint8Array(b.buffer, b.byteOffset, b.byteLength);
    if (mode !== 'partial') return bytesA.length === bytesB.length && %CompareBytes(bytesA, bytesB) === 0;
    let at = 0;
    for (let i = 0; i < bytesB.length; i++) {
      while (at < bytesA.length && bytesA[at] !== bytesB[i]) at++;
      if (at++ >= bytesA.length) return false;
    }
    return true;
  }
  function compareMembers(a, b, mode, seen, kind, isIndexed) {
    const keysB = keysOf(b, mode, isIndexed);
    if (mode !== 'partial') {
      const keysA = keysOf(a, mode, isIndexed);
      if (keysA.length !== keysB.length) return false;
    }
    for (let i = 0; i < keysB.length; i++) if (!ownEnumerable(a, keysB[i])) return false;
    for (let i = 0; i < seen.length; i += 2) {
      if (seen[i] === a || seen[i + 1] === b) return seen[i] === a && seen[i + 1] === b;
    }
    seen.push(a, b);
    const result = compareContent(a, b, mode, seen, kind, keysB);
    seen.length -= 2;
    return result;
  }
  function compareContent(a, b, mode, seen, kind, keys) {
    if (kind === 'set' && !equalSets(a, b, mode, seen)) return false;
    if (kind === 'map' && !equalMaps(a, b, mode, seen)) return false;
    if (kind === 'array') {
      if (mode === 'partial') {
        let at = 0;
        for (let i = 0; i < b.length; i++) {
          // Nothing is expected where nothing is.
          if (!Object.hasOwn(b, i)) continue;
          while (at < a.length && !(Object.hasOwn(a, at) && equal(a[at], b[i], mode, seen))) at++;
          if (at++ >= a.length) return false;
        }
      } else {
        for (let i = 0; i < b.length; i++) {
          if (Object.hasOwn(b, i) !== Object.hasOwn(a, i)) return false;
          if (!equal(a[i], b[i], mode, seen)) return false;
        }
      }
    }
    for (let i = 0; i < keys.length; i++) if (!equal(a[keys[i]], b[keys[i]], mode, seen)) return false;
    return true;
  }
  function equalSets(a, b, mode, seen) {
    const free = [];
    for (const value of a) if (!b.has(value)) free.push(value);
    for (const value of b) {
      if (a.has(value)) continue;
      if (mode !== 'loose' && (typeof value !== 'object' || value === null)) return false;
      const at = free.findIndex((candidate) => equal(candidate, value, mode, seen));
      if (at < 0) return false;
      free.splice(at, 1);
    }
    return mode === 'partial' || free.length === 0;
  }
  function equalMaps(a, b, mode, seen) {
    const free = [];
    for (const entry of a) free.push(entry);
    for (const [key, value] of b) {
      let at = -1;
      if (a.has(key) && equal(a.get(key), value, mode, seen)) at = free.findIndex((entry) => Object.is(entry[0], key) || entry[0] === key);
      else if (mode !== 'loose' && (typeof key !== 'object' || key === null)) return false;
      if (at < 0) at = free.findIndex((entry) => equal(entry[0], key, mode, seen) && equal(entry[1], value, mode, seen));
      if (at < 0) return false;
      free.splice(at, 1);
    }
    return mode === 'partial' || free.length === 0;
  }
  return {
    isDeepEqual(a, b) { return equal(a, b, 'loose', []); },
    isDeepStrictEqual(a, b, skipPrototype) { return equal(a, b, skipPrototype ? 'withoutPrototypes' : 'strict', []); },
    isPartialStrictEqual(a, b) { return equal(a, b, 'partial', []); },
  };
}`;
