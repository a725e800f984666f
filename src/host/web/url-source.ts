/**
 * URL and URLSearchParams. URL Standard; Node: lib/internal/url.js. The host's own parser says what a text means; the
 * classes, their errors and how they are shown are here.
 */
export const urlSource = `function (require, global) {
  const { Symbol, Object, TypeError, Array } = global;
  const { isNode, inspectKey, define, toUsv, need, invalidThis, iteratorClass, key } = require('internal/webidl');
  const parts = { href: 0, origin: 1, protocol: 2, username: 3, password: 4, host: 5, hostname: 6, port: 7, pathname: 8, search: 9, hash: 10 };

  function invalid(input, base, action) {
    if (!isNode) return new TypeError("Failed to " + action + ": Invalid " + (base === undefined ? '' : 'base ') + "URL");
    // Node: ThrowInvalidURL in src/node_url.cc, whose stack does not begin with the code.
    const error = Object.assign(new TypeError('Invalid URL'), { code: 'ERR_INVALID_URL', input });
    if (base !== undefined) error.base = base;
    return error;
  }

  let connect;
  let check;
  let replaceQuery;
  const Iterator = iteratorClass('URLSearchParams', (params) => pairsOf(params), true);
  let pairsOf;

  class URLSearchParams {
    #pairs = [];
    #url;
    static {
      check = (params) => {
        if (isNode && (typeof params !== 'object' || params === null || !(#pairs in params))) throw invalidThis('URLSearchParams');
        params.#pairs;
      };
      pairsOf = (params) => params.#pairs;
      connect = (params, url, query) => { params.#url = url; params.#pairs = %ParseQuery(query); };
      replaceQuery = (params, query) => { params.#pairs = %ParseQuery(query); };
    }
    constructor(init = undefined) {
      if (init === key) return;
      if (init === undefined || (isNode && init === null)) return;
      if (init !== null && (typeof init === 'object' || typeof init === 'function')) {
        const method = init[Symbol.iterator];
        if (method === this[Symbol.iterator] && #pairs in init) {
          for (let i = 0; i < init.#pairs.length; i++) this.#pairs[i] = [init.#pairs[i][0], init.#pairs[i][1]];
        } else if (method !== null && method !== undefined) {
          if (typeof method !== 'function') {
            if (isNode) throw %NewNodeTypeError('ERR_ARG_NOT_ITERABLE', 'Query pairs must be iterable');
            throw new TypeError("Failed to construct 'URLSearchParams': The object must have a callable @@iterator property.");
          }
          for (const pair of init) {
            if (pair === null || pair === undefined || (isNode && typeof pair !== 'object' && typeof pair !== 'function') || typeof pair[Symbol.iterator] !== 'function') tuple(isNode ? undefined : 'The provided value cannot be converted to a sequence.');
            const items = [];
            for (const item of pair) items[items.length] = toUsv(item);
            if (items.length !== 2) tuple();
            this.#pairs[this.#pairs.length] = items;
          }
        } else {
          const keys = global.Reflect.ownKeys(init);
          const seen = new global.Map();
          for (let i = 0; i < keys.length; i++) {
            const descriptor = global.Reflect.getOwnPropertyDescriptor(init, keys[i]);
            if (descriptor === undefined || !descriptor.enumerable) continue;
            const name = toUsv(keys[i]);
            const value = toUsv(init[keys[i]]);
            if (seen.has(name)) this.#pairs[seen.get(name)][1] = value;
            else { seen.set(name, this.#pairs.length); this.#pairs[this.#pairs.length] = [name, value]; }
          }
        }
      } else {
        let text = toUsv(init);
        if (text[0] === '?') text = text.slice(1);
        this.#pairs = %ParseQuery(text);
      }
    }
    [inspectKey](depth, options) {
      check(this);
      if (typeof depth === 'number' && depth < 0) return '[Object]';
      const { inspect } = require('internal/inspect');
      const inner = Object.assign({}, options);
      if (depth !== null) inner.depth = depth - 1;
      const shown = [];
      let length = -2;
      for (let i = 0; i < this.#pairs.length; i++) {
        shown[i] = inspect(this.#pairs[i][0], inner) + ' => ' + inspect(this.#pairs[i][1], inner);
        length += shown[i].length + 2;
      }
      const { name } = this.constructor;
      if (length > options.breakLength) return name + ' {\\n  ' + shown.join(',\\n  ') + ' }';
      return shown.length > 0 ? name + ' { ' + shown.join(', ') + ' }' : name + ' {}';
    }
    get size() { check(this); return this.#pairs.length; }
    append(name, value) {
      check(this);
      need(arguments, 2, 'URLSearchParams', 'append', 'name', 'value');
      this.#pairs[this.#pairs.length] = [toUsv(name), toUsv(value)];
      this.#update();
    }
    delete(name, value = undefined) {
      check(this);
      need(arguments, 1, 'URLSearchParams', 'delete', 'name');
      name = toUsv(name);
      if (value !== undefined) value = toUsv(value);
      const kept = [];
      for (let i = 0; i < this.#pairs.length; i++) {
        const pair = this.#pairs[i];
        if (pair[0] !== name || (value !== undefined && pair[1] !== value)) kept[kept.length] = pair;
      }
      this.#pairs = kept;
      this.#update();
    }
    get(name) {
      check(this);
      need(arguments, 1, 'URLSearchParams', 'get', 'name');
      name = toUsv(name);
      for (let i = 0; i < this.#pairs.length; i++) if (this.#pairs[i][0] === name) return this.#pairs[i][1];
      return null;
    }
    getAll(name) {
      check(this);
      need(arguments, 1, 'URLSearchParams', 'getAll', 'name');
      name = toUsv(name);
      const values = [];
      for (let i = 0; i < this.#pairs.length; i++) if (this.#pairs[i][0] === name) values[values.length] = this.#pairs[i][1];
      return values;
    }
    has(name, value = undefined) {
      check(this);
      need(arguments, 1, 'URLSearchParams', 'has', 'name');
      name = toUsv(name);
      if (value !== undefined) value = toUsv(value);
      for (let i = 0; i < this.#pairs.length; i++) if (this.#pairs[i][0] === name && (value === undefined || this.#pairs[i][1] === value)) return true;
      return false;
    }
    set(name, value) {
      check(this);
      need(arguments, 2, 'URLSearchParams', 'set', 'name', 'value');
      name = toUsv(name);
      value = toUsv(value);
      const kept = [];
      let isSet = false;
      for (let i = 0; i < this.#pairs.length; i++) {
        const pair = this.#pairs[i];
        if (pair[0] !== name) kept[kept.length] = pair;
        else if (!isSet) { pair[1] = value; isSet = true; kept[kept.length] = pair; }
      }
      if (!isSet) kept[kept.length] = [name, value];
      this.#pairs = kept;
      this.#update();
    }
    sort() {
      check(this);
      this.#pairs.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
      this.#update();
    }
    entries() { check(this); return new Iterator(this, 'both'); }
    forEach(callback, thisArg = undefined) {
      check(this);
      if (isNode) %ValidateFunction(callback, 'callback');
      else if (typeof callback !== 'function') throw new TypeError("Failed to execute 'forEach' on 'URLSearchParams': parameter 1 is not of type 'Function'.");
      for (let i = 0; i < this.#pairs.length; i++) %Call(callback, thisArg, this.#pairs[i][1], this.#pairs[i][0], this);
    }
    keys() { check(this); return new Iterator(this, 'key'); }
    values() { check(this); return new Iterator(this, 'value'); }
    toString() { check(this); return %SerializeQuery(this.#pairs); }
    #update() { if (this.#url !== undefined) setQuery(this.#url, %SerializeQuery(this.#pairs)); }
  }
  function tuple(message = 'Failed to construct \\'URLSearchParams\\': Sequence initializer must only contain pair elements') {
    if (isNode) throw %NewNodeTypeError('ERR_INVALID_TUPLE', 'Each query pair must be an iterable [name, value] tuple');
    throw new TypeError("Failed to construct 'URLSearchParams': " + message);
  }
  define(URLSearchParams);
  Object.defineProperty(URLSearchParams.prototype, Symbol.iterator, { __proto__: null, value: URLSearchParams.prototype.entries, writable: true, configurable: true });

  let setQuery;
  class URL {
    #context;
    #searchParams;
    static {
      setQuery = (url, query) => { url.#context = %SetUrlPart(url.#context[0], 'search', query) ?? url.#context; };
    }
    constructor(input, base = undefined) {
      need(arguments, 1, 'URL', 'constructor', 'url');
      input = toUsv(input);
      if (base !== undefined) base = toUsv(base);
      this.#context = %ParseUrl(input, base);
      if (this.#context === undefined) throw invalid(input, base !== undefined && (isNode || %ParseUrl(base) === undefined) ? base : undefined, "construct 'URL'");
    }
    static parse(input, base = undefined) {
      need(arguments, 1, 'URL', 'parse', 'url');
      input = toUsv(input);
      if (base !== undefined) base = toUsv(base);
      return %ParseUrl(input, base) === undefined ? null : new URL(input, base);
    }
    static canParse(input, base = undefined) {
      need(arguments, 1, 'URL', 'canParse', 'url');
      return %ParseUrl(toUsv(input), base === undefined ? undefined : toUsv(base)) !== undefined;
    }
    static createObjectURL(object) {
      need(arguments, 1, 'URL', 'createObjectURL', 'obj');
      return require('internal/blob').createObjectUrl(object);
    }
    static revokeObjectURL(url) {
      need(arguments, 1, 'URL', 'revokeObjectURL', 'url');
      require('internal/blob').revokeObjectUrl(toUsv(url));
    }
    [inspectKey](depth, options) {
      if (typeof depth === 'number' && depth < 0) return this;
      const { inspect } = require('internal/inspect');
      const shown = {};
      for (const part in parts) {
        if (part === 'hash') shown.searchParams = this.searchParams;
        shown[part] = this.#context[parts[part]];
      }
      return this.constructor.name + ' ' + inspect(shown, options);
    }
    toString() { return this.#whole(); }
    get href() { return this.#whole(); }
    set href(value) {
      value = toUsv(value);
      this.#context;
      const changed = %ParseUrl(value);
      if (changed === undefined) throw isNode ? Object.assign(%NodeError('TypeError', 'ERR_INVALID_URL', 'Invalid URL'), { input: value }) : new TypeError("Failed to set the 'href' property on 'URL': Invalid URL");
      this.#context = changed;
      this.#changed();
    }
    get origin() { return this.#context[1]; }
    get protocol() { return this.#context[2]; }
    set protocol(value) { this.#context; this.#set('protocol', value); }
    get username() { return this.#context[3]; }
    set username(value) { this.#context; this.#set('username', value); }
    get password() { return this.#context[4]; }
    set password(value) { this.#context; this.#set('password', value); }
    get host() { return this.#context[5]; }
    set host(value) { this.#context; this.#set('host', value); }
    get hostname() { return this.#context[6]; }
    set hostname(value) { this.#context; this.#set('hostname', value); }
    get port() { return this.#context[7]; }
    set port(value) { this.#context; this.#set('port', value); }
    get pathname() { return this.#context[8]; }
    set pathname(value) { this.#context; this.#set('pathname', value); }
    get search() { return this.#query(); }
    set search(value) { this.#context; this.#set('search', value); this.#changed(); }
    get searchParams() {
      if (this.#searchParams === undefined) {
        this.#searchParams = new URLSearchParams(key);
        connect(this.#searchParams, this, this.#context[9].slice(1));
      }
      return this.#searchParams;
    }
    get hash() { return this.#context[10]; }
    set hash(value) { this.#context; this.#set('hash', value); }
    toJSON() { return this.#whole(); }
    #whole() { return this.#context[0]; }
    #query() { return this.#context[9]; }
    #set(part, value) { this.#context = %SetUrlPart(this.#context[0], part, toUsv(value)) ?? this.#context; }
    #changed() { if (this.#searchParams !== undefined) replaceQuery(this.#searchParams, this.#context[9].slice(1)); }
  }
  define(URL);
  return { URL, URLSearchParams };
}`;
