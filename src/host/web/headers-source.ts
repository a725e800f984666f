/** Headers. Fetch Standard 5.1; Node: undici's lib/web/fetch/headers.js, whose words the errors have there. */
export const headersSource = `function (require, global) {
  const { Symbol, TypeError, Object, Reflect, Map } = global;
  const { isNode, inspectKey, define, toText, need, needUndici, iteratorClass, key } = require('internal/webidl');
  const isName = (text) => /^[!#$%&'*+\\-.^_\`|~0-9A-Za-z]+$/.test(text);
  const isValue = (text) => !/[\\0\\r\\n]/.test(text);
  const trim = (text) => text.replace(/^[\\t\\n\\r ]+|[\\t\\n\\r ]+$/g, '');

  function byteString(value, where) {
    const text = toText(value);
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code <= 255) continue;
      if (isNode) throw new TypeError('Cannot convert argument to a ByteString because the character at index ' + i + ' has a value of ' + code + ' which is greater than 255.');
      throw new TypeError(where + ': String contains non ISO-8859-1 code point.');
    }
    return text;
  }
  function fail(method, nodeText, browserText, where = undefined) {
    const place = where ?? (method === 'constructor' ? "Failed to construct 'Headers'" : "Failed to execute '" + method + "' on 'Headers'");
    throw new TypeError(isNode ? 'Headers.' + (method === 'constructor' ? 'append' : method) + ': ' + nodeText : place + ': ' + browserText);
  }
  function checkName(name, method, where = undefined) {
    if (!isName(name)) fail(method, '"' + name + '" is an invalid header name.', 'Invalid name', where);
  }

  let listOf, guardOf, setGuard;
  const Iterator = iteratorClass('Headers', (headers) => sorted(listOf(headers)));

  class Headers {
    /** By name in lower case: the name as it was first given, and the values. */
    #list = new Map();
    #guard = 'none';
    static {
      listOf = (headers) => headers.#list;
      guardOf = (headers) => headers.#guard;
      setGuard = (headers, guard) => { headers.#guard = guard; };
    }
    constructor(init = undefined) {
      if (init === key || init === undefined) return;
      fill(this, init);
    }
    append(name, value) {
      const list = this.#list;
      check(arguments, 2, 'append');
      append(this, byteString(name, "Failed to execute 'append' on 'Headers'"), byteString(value, "Failed to execute 'append' on 'Headers'"), 'append');
    }
    delete(name) {
      const list = this.#list;
      check(arguments, 1, 'delete');
      name = byteString(name, "Failed to execute 'delete' on 'Headers'");
      checkName(name, 'delete');
      refuseImmutable(this, 'delete');
      list.delete(name.toLowerCase());
    }
    get(name) {
      const list = this.#list;
      check(arguments, 1, 'get');
      name = byteString(name, "Failed to execute 'get' on 'Headers'");
      checkName(name, 'get');
      return list.get(name.toLowerCase())?.values.join(', ') ?? null;
    }
    has(name) {
      const list = this.#list;
      check(arguments, 1, 'has');
      name = byteString(name, "Failed to execute 'has' on 'Headers'");
      checkName(name, 'has');
      return list.has(name.toLowerCase());
    }
    set(name, value) {
      const list = this.#list;
      check(arguments, 2, 'set');
      name = byteString(name, "Failed to execute 'set' on 'Headers'");
      value = trim(byteString(value, "Failed to execute 'set' on 'Headers'"));
      checkName(name, 'set');
      if (!isValue(value)) fail('set', '"' + value + '" is an invalid header value.', 'Invalid value');
      refuseImmutable(this, 'set');
      if (isForbidden(this, name)) return;
      const lower = name.toLowerCase();
      list.set(lower, { name: list.get(lower)?.name ?? name, values: [value] });
    }
    getSetCookie() {
      const found = this.#list.get('set-cookie');
      return found === undefined ? [] : [...found.values];
    }
    keys() { this.#list; return new Iterator(this, 'key'); }
    values() { this.#list; return new Iterator(this, 'value'); }
    entries() { this.#list; return new Iterator(this, 'both'); }
    forEach(callback, thisArg = undefined) {
      this.#list;
      check(arguments, 1, 'forEach');
      if (typeof callback !== 'function')
        throw new TypeError(isNode ? "Failed to execute 'forEach' on 'Headers': parameter 1 is not of type 'Function'." : "Failed to execute 'forEach' on 'Headers': parameter 1 is not of type 'Function'.");
      for (const [name, value] of this) %Call(callback, thisArg, value, name, this);
    }
    [inspectKey](depth, options) {
      const shown = {};
      for (const { name, values } of this.#list.values()) shown[name] = values.join(', ');
      return 'Headers ' + require('internal/inspect').inspect(shown, options);
    }
  }
  define(Headers);
  Object.defineProperty(Headers.prototype, Symbol.iterator, { __proto__: null, value: Headers.prototype.entries, writable: true, configurable: true });

  function check(args, count, method) {
    if (isNode) needUndici(args, count, 'Headers.' + method);
    else need(args, count, 'Headers', method);
  }
  function refuseImmutable(headers, method) {
    if (guardOf(headers) === 'immutable') throw new TypeError(isNode ? 'immutable' : "Failed to execute '" + method + "' on 'Headers': Headers are immutable");
  }
  const forbidden = /^(?:accept-charset|accept-encoding|access-control-request-headers|access-control-request-method|connection|content-length|cookie|cookie2|date|dnt|expect|host|keep-alive|origin|referer|set-cookie|te|trailer|transfer-encoding|upgrade|via|proxy-.*|sec-.*)$/i;
  const isForbidden = (headers, name) => !isNode && guardOf(headers) === 'request' && forbidden.test(name);
  function append(headers, name, value, method = 'append', where = undefined) {
    value = trim(value);
    checkName(name, method, where);
    if (!isValue(value)) fail(method, '"' + value + '" is an invalid header value.', 'Invalid value', where);
    refuseImmutable(headers, method);
    if (isForbidden(headers, name)) return;
    const list = listOf(headers);
    const lower = name.toLowerCase();
    const found = list.get(lower);
    if (found === undefined) list.set(lower, { name, values: [value] });
    else found.values[found.values.length] = value;
  }
  function fill(headers, init, where = "Failed to construct 'Headers'") {
    if (!%IsObject(init)) {
      throw new TypeError(isNode
        ? 'Headers constructor: Argument 1 could not be converted to one of: sequence<sequence<ByteString>>, record<ByteString, ByteString>.'
        : where + ": The provided value is not of type '(record<ByteString, ByteString> or sequence<sequence<ByteString>>)'.");
    }
    if (init instanceof Headers && init[Symbol.iterator] === Headers.prototype[Symbol.iterator]) {
      for (const { name, values } of listOf(init).values()) for (let i = 0; i < values.length; i++) append(headers, name, values[i], 'constructor', where);
      return;
    }
    const method = init[Symbol.iterator];
    if (method !== undefined && method !== null) {
      for (const pair of init) {
        const items = [];
        if (!%IsObject(pair)) throw new TypeError(isNode ? 'Headers constructor: init[0] (' + (typeof pair === 'string' ? '"' + pair + '"' : toText(pair)) + ') is not iterable.' : where + ': The provided value cannot be converted to a sequence.');
        for (const item of pair) items[items.length] = byteString(item, where);
        if (items.length !== 2) throw new TypeError(isNode ? 'Headers constructor: expected name/value pair to be length 2, found ' + items.length + '.' : where + ': Invalid value');
        append(headers, items[0], items[1], 'constructor', where);
      }
      return;
    }
    const keys = Reflect.ownKeys(init);
    // Node reads all of an object that is no proxy. undici: webidl.recordConverter.
    const isWhole = isNode && %InstanceType(init) !== 'proxy';
    for (let i = 0; i < keys.length; i++) {
      const descriptor = Reflect.getOwnPropertyDescriptor(init, keys[i]);
      if (descriptor !== undefined && (isWhole || descriptor.enumerable)) append(headers, byteString(keys[i], where), byteString(init[keys[i]], where), 'constructor', where);
    }
  }
  /** As they are iterated: by name, each cookie for itself. */
  function sorted(list) {
    const pairs = [];
    const names = [...list.keys()].sort();
    for (let i = 0; i < names.length; i++) {
      const { values } = list.get(names[i]);
      if (names[i] === 'set-cookie') for (let j = 0; j < values.length; j++) pairs[pairs.length] = [names[i], values[j]];
      else pairs[pairs.length] = [names[i], values.join(', ')];
    }
    return pairs;
  }
  /** Names and values in turn, as they were given. */
  function rawHeaders(headers) {
    const raw = [];
    for (const { name, values } of listOf(headers).values()) for (let i = 0; i < values.length; i++) %AppendElement(raw, name), %AppendElement(raw, values[i]);
    return raw;
  }
  function newHeaders(pairs, guard) {
    const headers = new Headers(key);
    for (let i = 0; i < pairs.length; i++) append(headers, pairs[i][0], pairs[i][1]);
    setGuard(headers, guard);
    return headers;
  }
  return { Headers, newHeaders, rawHeaders, fillHeaders: fill, setGuard, isName, pairsOf: (headers) => sorted(listOf(headers)) };
}`;
