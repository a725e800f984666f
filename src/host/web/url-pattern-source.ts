/**
 * URLPattern in JavaScript: what builtin-module-sources.ts says of such sources holds here. The host makes regular expressions of
 * patterns (url-pattern.ts), which run in the program's engine. URL Pattern Standard; Node: src/node_url_pattern.cc; Blink: core/url_pattern.
 * Simplified: the groups of Node's results come last first, which Node leaves to a hash table.
 */
export const urlPatternSource = `function (require, global) {
  const { Object, RegExp, Symbol } = global;
  const { exec } = RegExp.prototype;
  const isNode = %IsNode();
  const { define, toText, toUsv } = require('internal/webidl');
  const names = ['protocol', 'username', 'password', 'hostname', 'port', 'pathname', 'search', 'hash'];
  /** As the results of both runtimes have them. */
  const sorted = ['hash', 'hostname', 'inputs', 'password', 'pathname', 'port', 'protocol', 'search', 'username'];
  const initNames = isNode ? [...names, 'baseURL'] : ['baseURL', 'hash', 'hostname', 'password', 'pathname', 'port', 'protocol', 'search', 'username'];
  const patterns = new global.WeakMap();
  const where = "construct 'URLPattern'";
  const componentsOf = (pattern) => (%IsObject(pattern) ? patterns.get(pattern) : undefined) ?? illegal();

  function refuse(code, message) { throw %NewBindingError(code, message, 'TypeError'); }
  function fail(where, message) { throw %NewTypeErrorOf('Failed to ' + where + ': ' + message); }
  function usv(where, value) {
    if (typeof value === 'symbol') fail(where, 'Cannot convert a Symbol value to a string');
    return toUsv(value);
  }
  /** The members that are there. Node has those of a wrong type for missing ones. */
  function initOf(where, object) {
    const init = { __proto__: null };
    for (let i = 0; i < initNames.length; i++) {
      const key = initNames[i];
      const value = object?.[key];
      if (isNode ? typeof value !== 'string' : value === undefined) continue;
      if (typeof value === 'symbol') fail(where, "Failed to read the '" + key + "' property from 'URLPatternInit': Cannot convert a Symbol value to a string");
      init[key] = toUsv(value);
    }
    return init;
  }
  function listOf(init) {
    const list = [];
    for (let i = 0; i < names.length; i++) list[i] = init[names[i]];
    list[names.length] = init.baseURL;
    return list;
  }
  function optionsOf(where, options) {
    if (!isNode) {
      if (options !== undefined && options !== null && !%IsObject(options)) fail(where, "The provided value is not of type 'URLPatternOptions'.");
      return !!options?.ignoreCase;
    }
    const ignoreCase = options?.ignoreCase;
    if (ignoreCase !== undefined && typeof ignoreCase !== 'boolean') refuse('ERR_INVALID_ARG_TYPE', 'options.ignoreCase must be a boolean');
    return ignoreCase === true;
  }
  /** The forms (input, options), (input, base) and (input, base, options). */
  function argumentsOf(where, args) {
    const count = args.length;
    let base, ignoreCase = false;
    const given = args[0];
    const isNothing = given === undefined || given === null;
    if (isNode && !isNothing && typeof given !== 'string' && !%IsObject(given)) refuse('ERR_INVALID_ARG_TYPE', 'Input must be an object or a string');
    const input = isNothing || %IsObject(given) ? initOf(where, given) : usv(where, given);
    if (count > 2) {
      if (isNode && args[1] !== undefined && args[1] !== null && typeof args[1] !== 'string') refuse('ERR_INVALID_ARG_TYPE', 'baseURL must be a string');
      base = usv(where, args[1]);
      if (isNode && args[2] !== undefined && args[2] !== null && !%IsObject(args[2])) refuse('ERR_INVALID_ARG_TYPE', 'options must be an object');
      ignoreCase = optionsOf(where, args[2]);
    } else if (count === 2) {
      const second = args[1];
      if (second === undefined || second === null || %IsObject(second)) ignoreCase = optionsOf(where, second);
      else {
        if (isNode && typeof second !== 'string') refuse('ERR_INVALID_ARG_TYPE', 'second argument must be a string or object');
        base = usv(where, second);
      }
    }
    return { input, base, ignoreCase };
  }
  function compile(where, { input, base, ignoreCase }) {
    const compiled = %CompileUrlPattern(typeof input === 'string' ? input : listOf(input), base);
    if (typeof compiled === 'string') {
      if (isNode) refuse('ERR_INVALID_URL_PATTERN', 'Failed to construct URLPattern');
      fail(where, compiled);
    }
    const components = { __proto__: null, hasRegExpGroups: false };
    for (let i = 0; i < names.length; i++) {
      const [text, source, groups, hasRegExp] = compiled[i];
      components[names[i]] = { text, regexp: new RegExp(source, ignoreCase ? 'vi' : 'v'), groups };
      if (hasRegExp) components.hasRegExpGroups = true;
    }
    return components;
  }
  function inputOf(member, args) {
    const where = 'execute ' + "'" + member + "' on 'URLPattern'";
    const [given, second] = args;
    const isNothing = given === undefined || given === null;
    if (isNode && !isNothing && typeof given !== 'string' && !%IsObject(given)) refuse('ERR_INVALID_ARG_TYPE', 'URLPattern input needs to be a string or an object');
    const input = isNothing || %IsObject(given) ? initOf(where, given) : usv(where, given);
    let base;
    if (second !== undefined) {
      // Node goes on with a text that is no URL.
      if (isNode && second === null) return { input, base: 'null' };
      if (isNode && typeof second !== 'string') refuse('ERR_INVALID_ARG_TYPE', 'baseURL must be a string');
      base = usv(where, second);
      if (typeof input !== 'string') {
        if (isNode) refuse('ERR_OPERATION_FAILED', 'Failed to ' + member + ' URLPattern');
        fail(where, %UrlPatternBaseProblem(base));
      }
    }
    return { input, base };
  }
  /** Of each component what its regular expression found; null: one found nothing. */
  function match(components, { input, base }) {
    const texts = %UrlPatternInput(typeof input === 'string' ? input : listOf(input), base);
    if (texts === undefined) return null;
    const results = { __proto__: null };
    for (let i = 0; i < names.length; i++) {
      const found = %Call(exec, components[names[i]].regexp, texts[i]);
      if (found === null) return null;
      results[names[i]] = { input: texts[i], found };
    }
    return results;
  }
  function shownInput(input) {
    if (typeof input === 'string') return input;
    const shown = {};
    for (let i = 0; i < initNames.length; i++)
      if (isNode || input[initNames[i]] !== undefined) shown[initNames[i]] = input[initNames[i]];
    return shown;
  }

  /** In Node a function of C++, which says itself what it misses. */
  const nodeClasses = { URLPattern: function () {
    if (new.target === undefined) refuse('ERR_CONSTRUCT_CALL_REQUIRED', 'Cannot call constructor without \`new\`');
    patterns.set(this, compile(where, argumentsOf(where, arguments)));
  } };
  const URLPattern = isNode ? nodeClasses.URLPattern : class URLPattern {
    constructor() { patterns.set(this, compile(where, argumentsOf(where, arguments))); }
  };
  const members = {
    get protocol() { return componentsOf(this).protocol.text; },
    get username() { return componentsOf(this).username.text; },
    get password() { return componentsOf(this).password.text; },
    get hostname() { return componentsOf(this).hostname.text; },
    get port() { return componentsOf(this).port.text; },
    get pathname() { return componentsOf(this).pathname.text; },
    get search() { return componentsOf(this).search.text; },
    get hash() { return componentsOf(this).hash.text; },
    get hasRegExpGroups() { return componentsOf(this).hasRegExpGroups; },
    exec() {
      const components = componentsOf(this);
      const given = inputOf('exec', arguments);
      const results = match(components, given);
      if (results === null) return null;
      const { input, base } = given;
      const shown = isNode ? { __proto__: null } : {};
      for (let i = 0; i < sorted.length; i++) {
        const key = sorted[i];
        if (key === 'inputs') {
          shown.inputs = base === undefined ? [shownInput(input)] : [shownInput(input), base];
          continue;
        }
        const groups = isNode ? Object.create({}) : {};
        const { found, input: text } = results[key];
        const { groups: groupNames } = components[key];
        for (let j = 0; j < groupNames.length; j++) {
          const at = isNode ? groupNames.length - 1 - j : j;
          groups[groupNames[at]] = found[at + 1];
        }
        shown[key] = { groups, input: text };
      }
      return shown;
    },
    test() {
      const components = componentsOf(this);
      return match(components, inputOf('test', arguments)) !== null;
    }
  };
  for (const key in members) Object.defineProperty(URLPattern.prototype, key, Object.getOwnPropertyDescriptor(members, key));
  function illegal() { throw %NewTypeErrorOf('Illegal invocation'); }
  delete URLPattern.prototype.constructor;
  Object.defineProperty(URLPattern.prototype, 'constructor', { value: URLPattern, writable: true, configurable: true });
  if (!isNode) define(URLPattern);
  else {
    for (const key of [...names, 'hasRegExpGroups']) {
      const descriptor = Object.getOwnPropertyDescriptor(URLPattern.prototype, key);
      Object.defineProperty(descriptor.get, 'name', { value: '' });
      Object.defineProperty(URLPattern.prototype, key, { configurable: false });
    }

  }
  return { URLPattern };
}`;
