/** Request and Response. Fetch Standard 5.3, 5.4; Node: undici's lib/web/fetch/request.js and response.js. */
export const requestResponseSource = `function (require, global) {
  const { Symbol, TypeError, RangeError, Object, JSON } = global;
  const { isNode, inspectKey, define, toText, toUsv, need, needUndici, inspectAs, quote, key } = require('internal/webidl');
  const { Headers, newHeaders, fillHeaders, setGuard } = require('internal/headers');
  const { extract, isUsed, isLocked, clone, addBody } = require('internal/body');
  let isRequest, requestOf, responseOf;

  function baseUrl() {
    if (isNode) return undefined;
    const href = global.location?.href;
    return typeof href === 'string' ? href : 'http://localhost/';
  }
  /** \`where\`: how the words of a browser begin. */
  function parseUrl(text, where) {
    const parts = %ParseUrl(text, baseUrl());
    if (parts !== undefined) return parts;
    if (!isNode) throw new TypeError(where + ': Failed to parse URL from ' + text);
    const cause = Object.assign(new TypeError('Invalid URL'), { code: 'ERR_INVALID_URL', input: text });
    throw new TypeError('Failed to parse URL from ' + text, { cause });
  }
  const accepted = {
    mode: ['navigate', 'same-origin', 'no-cors', 'cors'],
    credentials: ['omit', 'same-origin', 'include'],
    cache: ['default', 'no-store', 'reload', 'no-cache', 'force-cache', 'only-if-cached'],
    redirect: ['follow', 'manual', 'error'],
    referrerPolicy: ['', 'no-referrer', 'no-referrer-when-downgrade', 'same-origin', 'origin', 'strict-origin', 'origin-when-cross-origin', 'strict-origin-when-cross-origin', 'unsafe-url'],
  };
  function choice(init, name, fallback, where) {
    const value = init[name];
    if (value === undefined) return fallback;
    const text = toText(value);
    if (accepted[name].includes(text)) return text;
    if (isNode) throw new TypeError('undefined: ' + text + ' is not an accepted type. Expected one of ' + accepted[name].join(', ') + '.');
    const type = 'Request' + name[0].toUpperCase() + name.slice(1);
    throw new TypeError(where + ": Failed to read the " + quote(name) + " property from 'RequestInit': The provided value " + quote(text) + ' is not a valid enum value of type ' + type + '.');
  }
  function methodOf(value, where) {
    const text = toText(value);
    const upper = text.toUpperCase();
    const prefix = isNode ? '' : where + ': ';
    if (!require('internal/headers').isName(text)) throw new TypeError(prefix + quote(text) + ' is not a valid HTTP method.');
    if (upper === 'CONNECT' || upper === 'TRACE' || upper === 'TRACK') throw new TypeError(prefix + quote(text) + ' HTTP method is unsupported.');
    return upper === 'DELETE' || upper === 'GET' || upper === 'HEAD' || upper === 'OPTIONS' || upper === 'POST' || upper === 'PUT' ? upper : text;
  }
  function dictionaryOf(init, name, where = 'Failed to construct ' + quote(name)) {
    if (init === undefined || init === null) return {};
    if (!%IsObject(init)) throw new TypeError(isNode ? 'undefined: Expected ' + init + ' to be one of: Null, Undefined, Object.' : where + ": The provided value is not of type '" + name + "Init'.");
    return init;
  }
  function stateOfRequest(input, init, where) {
    const prefix = isNode ? '' : where + ': ';
    const given = dictionaryOf(init, 'Request', where);
    const from = isRequest(input) ? requestOf(input) : undefined;
    const parts = from === undefined ? parseUrl(toUsv(input), where) : from.parts;
    if (from === undefined && (parts[3] !== '' || parts[4] !== ''))
      throw new TypeError(prefix + 'Request cannot be constructed from a URL that includes credentials: ' + toUsv(input));
    const state = {
      parts,
      method: given.method === undefined ? (from?.method ?? 'GET') : methodOf(given.method, where),
      headers: undefined,
      body: null,
      mode: choice(given, 'mode', from?.mode ?? 'cors', where),
      credentials: choice(given, 'credentials', from?.credentials ?? 'same-origin', where),
      cache: choice(given, 'cache', from?.cache ?? 'default', where),
      redirect: choice(given, 'redirect', from?.redirect ?? 'follow', where),
      referrer: given.referrer === undefined ? (from?.referrer ?? 'about:client') : toUsv(given.referrer),
      referrerPolicy: choice(given, 'referrerPolicy', from?.referrerPolicy ?? '', where),
      integrity: given.integrity === undefined ? (from?.integrity ?? '') : toText(given.integrity),
      keepalive: given.keepalive === undefined ? (from?.keepalive ?? false) : !!given.keepalive,
      source: undefined,
      signal: undefined,
    };
    if (!isNode && state.mode === 'navigate')
      throw new TypeError(prefix + "Cannot construct a Request with a RequestInit whose mode member is set as 'navigate'.");
    if (!isNode && state.cache === 'only-if-cached' && state.mode !== 'same-origin')
      throw new TypeError(prefix + "'only-if-cached' can be set only with 'same-origin' mode");
    const { signal } = given;
    if (signal !== undefined && signal !== null && !(%IsObject(signal) && signal instanceof global.AbortSignal))
      throw new TypeError(isNode ? 'RequestInit: Expected signal ("' + require('internal/inspect').inspect(signal) + '") to be an instance of AbortSignal.' : prefix + "Failed to read the 'signal' property from 'RequestInit': Failed to convert value to 'AbortSignal'.");
    state.source = signal === undefined ? from?.source : (signal ?? undefined);
    state.headers = newHeaders([], 'request');
    if (given.headers !== undefined) fillHeaders(state.headers, given.headers, where);
    else if (from !== undefined) fillHeaders(state.headers, from.headers);
    const hasBody = given.body !== undefined && given.body !== null;
    const inherited = hasBody ? null : (from?.body ?? null);
    if ((hasBody || inherited !== null) && (state.method === 'GET' || state.method === 'HEAD'))
      throw new TypeError(prefix + 'Request with GET/HEAD method cannot have body.');
    if (hasBody) {
      const { body, type } = extract(given.body);
      if (body.isStream && given.duplex === undefined)
        throw new TypeError(isNode ? 'RequestInit: duplex option is required when sending a body.' : prefix + "The \`duplex\` member must be specified for a request with a streaming body");
      state.body = body;
      if (type !== undefined && !state.headers.has('content-type')) state.headers.append('content-type', type);
    } else if (inherited !== null) {
      if (isUsed(inherited) || isLocked(inherited)) throw new TypeError(prefix + 'Cannot construct a Request with a Request object that has already been used.');
      state.body = { stream: inherited.stream, bytes: inherited.bytes, isStream: inherited.isStream };
      // The other one's is used up by that.
      from.body = { stream: new global.ReadableStream(), bytes: undefined, isStream: true };
      require('internal/streams/readable').readableState(from.body.stream).disturbed = true;
    }
    return state;
  }

  class Request {
    #state;
    static {
      isRequest = (value) => %IsObject(value) && #state in value;
      requestOf = (value) => {
        if (isRequest(value)) return value.#state;
        throw new TypeError('Illegal invocation');
      };
    }
    constructor(input, init = undefined) {
      if (input === key) { this.#state = init; return; }
      if (isNode) needUndici(arguments, 1, 'Request constructor');
      else need(arguments, 1, 'Request', 'constructor');
      this.#state = stateOfRequest(input, init, "Failed to construct 'Request'");
    }
    get method() { return requestOf(this).method; }
    get url() { return requestOf(this).parts[0]; }
    get headers() { return requestOf(this).headers; }
    get destination() { requestOf(this); return ''; }
    get referrer() { return requestOf(this).referrer; }
    get referrerPolicy() { return requestOf(this).referrerPolicy; }
    get mode() { return requestOf(this).mode; }
    get credentials() { return requestOf(this).credentials; }
    get cache() { return requestOf(this).cache; }
    get redirect() { return requestOf(this).redirect; }
    get integrity() { return requestOf(this).integrity; }
    get keepalive() { return requestOf(this).keepalive; }
    get isReloadNavigation() { requestOf(this); return false; }
    get isHistoryNavigation() { requestOf(this); return false; }
    get signal() {
      const state = requestOf(this);
      state.signal ??= state.source === undefined ? new global.AbortController().signal : global.AbortSignal.any([state.source]);
      return state.signal;
    }
    get duplex() { requestOf(this); return 'half'; }
    clone() {
      const state = requestOf(this);
      if (state.body !== null && (isUsed(state.body) || isLocked(state.body)))
        throw new TypeError(isNode ? 'unusable' : "Failed to execute 'clone' on 'Request': Request body is already used");
      const copy = Object.assign({}, state);
      copy.headers = newHeaders([], 'request');
      fillHeaders(copy.headers, state.headers);
      copy.body = state.body === null ? null : clone(state.body);
      copy.signal = undefined;
      return new Request(key, copy);
    }
    [inspectKey](depth, options) {
      const fields = {};
      for (const name of ['method', 'url', 'headers', 'destination', 'referrer', 'referrerPolicy', 'mode', 'credentials', 'cache', 'redirect', 'integrity', 'keepalive', 'isReloadNavigation', 'isHistoryNavigation', 'signal']) fields[name] = this[name];
      return shown('Request', fields, depth, options);
    }
  }
  addBody(Request, 'Request', requestOf);
  define(Request);
  if (!isNode) {
    delete Request.prototype.isReloadNavigation;
    Object.defineProperty(Request.prototype, 'isHistoryNavigation', { __proto__: null, enumerable: true });
  }

  function shown(name, fields, depth, options) {
    if (typeof depth === 'number' && depth < 0) return '[' + name + ']';
    const inner = Object.assign({}, options);
    if (inner.depth === null || inner.depth === undefined) inner.depth = 2;
    return name + ' ' + require('internal/inspect').inspect(fields, inner);
  }

  const isNullBody = (status) => status === 101 || status === 103 || status === 204 || status === 205 || status === 304;
  const isRedirect = (status) => status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
  /** Where a redirect leads, and by which method; undefined: nowhere. Fetch Standard: HTTP-redirect fetch. */
  function redirected(status, location, method, parts) {
    const next = %ParseUrl(location, parts[0]);
    if (next === undefined || (next[2] !== 'http:' && next[2] !== 'https:')) return undefined;
    const changes = status === 303 ? method !== 'GET' && method !== 'HEAD' : status < 303 && method === 'POST';
    return { parts: next, method: changes ? 'GET' : method };
  }
  const locationOf = ({ status, headers }) => (isRedirect(status) ? headers.find((pair) => pair[0].toLowerCase() === 'location')?.[1] : undefined);
  /** Headers that a program may see. Fetch Standard: forbidden response-header names. */
  const headersOf = ({ headers }) => newHeaders(isNode ? headers : headers.filter((pair) => !/^set-cookie2?$/i.test(pair[0])), 'immutable');
  function newState(init) {
    return Object.assign({ type: 'default', status: 200, statusText: '', headers: undefined, body: null, url: '', redirected: false }, init);
  }
  function initialize(state, init, made) {
    const { status, statusText, headers } = init;
    if (status !== undefined) {
      const number = +status | 0;
      if (number < 200 || number > 599)
        throw new RangeError(isNode ? 'init["status"] must be in the range of 200 to 599, inclusive.' : "Failed to construct 'Response': The status provided (" + number + ') is outside the range [200, 599].');
      state.status = number;
    }
    if (statusText !== undefined) {
      state.statusText = toText(statusText);
      if (/[^\\t\\x20-\\x7e\\x80-\\xff]/.test(state.statusText)) throw new TypeError(isNode ? 'Invalid statusText' : "Failed to construct 'Response': " + (/[^\\x00-\\xff]/.test(state.statusText) ? "Failed to read the 'statusText' property from 'ResponseInit': String contains non ISO-8859-1 code point." : 'Invalid statusText'));
    }
    if (headers !== undefined) fillHeaders(state.headers, headers, "Failed to construct 'Response'");
    if (made === undefined) return;
    if (isNullBody(state.status))
      throw new TypeError(isNode ? 'Response constructor: Invalid response status code ' + state.status : "Failed to construct 'Response': Response with null body status cannot have body");
    state.body = made.body;
    if (made.type !== undefined && !state.headers.has('content-type')) state.headers.append('content-type', made.type);
  }

  class Response {
    #state;
    static {
      responseOf = (value) => {
        if (%IsObject(value) && #state in value) return value.#state;
        throw new TypeError('Illegal invocation');
      };
    }
    constructor(body = null, init = undefined) {
      if (body === key) { this.#state = init; return; }
      const state = newState({ headers: newHeaders([], 'response') });
      const given = dictionaryOf(init, 'Response');
      initialize(state, given, body === null || body === undefined ? undefined : extract(body));
      this.#state = state;
    }
    static error() { return new Response(key, newState({ type: 'error', status: 0, headers: newHeaders([], 'immutable') })); }
    static json(data, init = undefined) {
      if (isNode) needUndici(arguments, 1, 'Response.json');
      else need(arguments, 1, 'Response', 'json');
      const text = JSON.stringify(data);
      if (text === undefined) throw new TypeError(isNode ? 'Value is not JSON serializable' : "Failed to execute 'json' on 'Response': The data is not JSON serializable");
      const state = newState({ headers: newHeaders([], 'response') });
      initialize(state, dictionaryOf(init, 'Response'), { body: { stream: undefined, bytes: %Utf8Encode(text), isStream: false }, type: 'application/json' });
      return new Response(key, state);
    }
    static redirect(url, status = 302) {
      if (isNode) needUndici(arguments, 1, 'Response.redirect');
      else need(arguments, 1, 'Response', 'redirect');
      const parts = parseUrl(toUsv(url), "Failed to execute 'redirect' on 'Response'");
      if (!isRedirect(+status)) throw new RangeError(isNode ? 'Invalid status code ' + status : "Failed to execute 'redirect' on 'Response': Invalid status code");
      return new Response(key, newState({ status: +status, headers: newHeaders([['location', parts[0]]], 'immutable') }));
    }
    get type() { return responseOf(this).type; }
    get url() { return responseOf(this).url; }
    get redirected() { return responseOf(this).redirected; }
    get status() { return responseOf(this).status; }
    get ok() {
      const { status } = responseOf(this);
      return status >= 200 && status <= 299;
    }
    get statusText() { return responseOf(this).statusText; }
    get headers() { return responseOf(this).headers; }
    clone() {
      const state = responseOf(this);
      if (state.body !== null && (isUsed(state.body) || isLocked(state.body)))
        throw new TypeError(isNode ? 'Response.clone: Body has already been consumed.' : "Failed to execute 'clone' on 'Response': Response body is already used");
      const copy = Object.assign({}, state);
      copy.headers = newHeaders([], 'none');
      fillHeaders(copy.headers, state.headers);
      copy.body = state.body === null ? null : clone(state.body);
      return new Response(key, copy);
    }
    [inspectKey](depth, options) {
      const fields = {};
      for (const name of ['status', 'statusText', 'headers', 'body', 'bodyUsed', 'ok', 'redirected', 'type', 'url']) fields[name] = this[name];
      return shown('Response', fields, depth, options);
    }
  }
  addBody(Response, 'Response', responseOf);
  define(Response);

  const newRequest = (input, init, where) => new Request(key, stateOfRequest(input, init, where));
  const newResponse = (init) => new Response(key, newState(init));
  return { Request, Response, newRequest, newResponse, requestState: requestOf, responseState: responseOf, isNullBody, isRedirect, redirected, locationOf, headersOf, baseUrl };
}`;
