/**
 * What the web's classes have in common, in JavaScript as builtin-module-sources.ts describes it: members that are
 * enumerable, conversions of arguments and the words of their errors. WebIDL; Node: lib/internal/webidl.js; Blink: bindings.
 */
export const webidlSource = `function (require, global) {
  const { Object, Symbol, TypeError, RangeError, Reflect, Uint8Array, ArrayBuffer, DOMException } = global;
  const isNode = %IsNode();
  const inspectKey = Symbol.for('nodejs.util.inspect.custom');
  const iteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));

  /** Members are enumerable, and instances say their interface. */
  function define(Class, name = Class.name) {
    const { prototype } = Class;
    const keys = Reflect.ownKeys(prototype);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (key === 'constructor' || typeof key === 'symbol') continue;
      Object.defineProperty(prototype, key, { __proto__: null, enumerable: true });
    }
    const statics = Reflect.ownKeys(Class);
    for (let i = 0; i < statics.length; i++) {
      const key = statics[i];
      if (typeof key === 'symbol' || key === 'length' || key === 'name' || key === 'prototype') continue;
      Object.defineProperty(Class, key, { __proto__: null, enumerable: true });
    }
    if (Object.hasOwn(prototype, inspectKey)) Object.defineProperty(prototype, inspectKey, { __proto__: null, enumerable: false });
    Object.defineProperty(prototype, Symbol.toStringTag, { __proto__: null, value: name, configurable: true });
    return Class;
  }

  /** Own constants of a class and its prototype. */
  function constants(Class, table) {
    for (const key in table) {
      const descriptor = { __proto__: null, value: table[key], enumerable: true };
      Object.defineProperty(Class, key, descriptor);
      Object.defineProperty(Class.prototype, key, descriptor);
    }
  }

  const toText = (value) => %ToString(%IsObject(value) ? %ToPrimitiveString(value) : value);
  function toUsv(value) {
    const text = toText(value);
    return %WellFormed(text);
  }
  function toNumber(value) { return +value; }
  function toUint(value, bits) {
    const number = toNumber(value);
    if (number !== number || number === Infinity || number === -Infinity) return 0;
    const modulus = 2 ** bits;
    const whole = (number < 0 ? -1 : 1) * global.Math.floor(global.Math.abs(number));
    return ((whole % modulus) + modulus) % modulus;
  }

  /** Too few arguments: names are Node's words, interface and member the browser's. */
  function need(args, count, Interface, member, ...names) {
    if (args.length >= count) return;
    if (isNode && names.length > 0) %ThrowMissing(names[0], names[1]);
    const what = member === 'constructor' ? 'construct ' + quote(Interface) : 'execute ' + quote(member) + ' on ' + quote(Interface);
    throw new TypeError('Failed to ' + what + ': ' + count + ' argument' + (count === 1 ? '' : 's') + ' required, but only ' + args.length + ' present.');
  }
  const quote = (text) => "'" + text + "'";

  /** As undici says it. */
  function needUndici(args, count, where) {
    if (args.length >= count) return;
    throw new TypeError(where + ': ' + count + ' argument' + (count === 1 ? '' : 's') + ' required, but' + (args.length ? ' only' : '') + ' ' + args.length + ' found.');
  }

  function isView(value) { return ArrayBuffer.isView(value); }
  function isBuffer(value) { return %IsObject(value) && %IsArrayBuffer(value); }
  /** A copy of what a buffer or a view holds; undefined for anything else. */
  function bytesOf(value) { return %CopyBytes(value); }
  function concat(chunks) {
    let length = 0;
    for (let i = 0; i < chunks.length; i++) length += chunks[i].byteLength;
    const whole = new Uint8Array(length);
    length = 0;
    for (let i = 0; i < chunks.length; i++) { whole.set(chunks[i], length); length += chunks[i].byteLength; }
    return whole;
  }

  function invalidThis(name) { return %NewNodeTypeError('ERR_INVALID_THIS', 'Value of "this" must be of type ' + name); }

  /** Prototype of an interface's iterators: next() asks the state, which is data. */
  function iteratorClass(name, entries, isShown = false) {
    class WebIterator {
      #list; #kind; #index = 0;
      constructor(list, kind) { this.#list = list; this.#kind = kind; }
      next() {
        if (isNode && isShown && (typeof this !== 'object' || this === null || !(#list in this))) throw invalidThis(name + 'Iterator');
        const pairs = entries(this.#list);
        if (this.#index >= pairs.length) return { value: undefined, done: true };
        const pair = pairs[this.#index++];
        const kind = this.#kind;
        return { value: kind === 'key' ? pair[0] : kind === 'value' ? pair[1] : [pair[0], pair[1]], done: false };
      }
      [inspectKey](depth, options) {
        if (typeof depth === 'number' && depth < 0) return '[Object]';
        const pairs = entries(this.#list);
        const kind = this.#kind;
        const rest = [];
        for (let i = this.#index; i < pairs.length; i++) rest[rest.length] = kind === 'key' ? pairs[i][0] : kind === 'value' ? pairs[i][1] : [pairs[i][0], pairs[i][1]];
        const { inspect } = require('internal/inspect');
        const inner = Object.assign({}, options);
        if (depth !== null) inner.depth = depth - 1;
        // In lines where a list of them would be.
        const isBroken = inspect(rest, inner).includes('\\n');
        for (let i = 0; i < rest.length; i++) rest[i] = inspect(rest[i], inner);
        if (isBroken) return name + ' Iterator {\\n  ' + rest.join(',\\n  ') + ' }';
        return name + ' Iterator { ' + rest.join(', ') + ' }';
      }
    }
    const { prototype } = WebIterator;
    Object.defineProperty(prototype, 'next', { __proto__: null, enumerable: true });
    if (isShown) Object.defineProperty(prototype, inspectKey, { __proto__: null, enumerable: false });
    else delete prototype[inspectKey];
    Object.setPrototypeOf(prototype, iteratorPrototype);
    delete prototype.constructor;
    Object.defineProperty(prototype, Symbol.toStringTag, { __proto__: null, value: name + ' Iterator', configurable: true });
    return WebIterator;
  }

  /** Where only the class itself makes objects: a key that nobody else has. */
  const key = Symbol('internal');
  function illegal() {
    if (isNode) throw %NewNodeTypeError('ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor');
    throw new TypeError('Illegal constructor');
  }

  function inspectAs(name, fields, depth, options) {
    if (typeof depth === 'number' && depth < 0) return '[' + name + ']';
    const { inspect } = require('internal/inspect');
    const inner = Object.assign({}, options, { depth: options.depth === null || options.depth === undefined ? null : options.depth - 1 });
    return name + ' ' + inspect(fields, inner);
  }
  /** Node's streams forget who they are where they stand too deep. */
  function inspectStreamAs(name, fields, depth, options) {
    return depth < 0 ? undefined : inspectAs(name, fields, depth, options);
  }

  return {
    isNode, inspectKey, iteratorPrototype, define, constants, toText, toUsv, toNumber, toUint, need, needUndici, quote,
    isView, isBuffer, bytesOf, concat, invalidThis, iteratorClass, key, illegal, inspectAs, inspectStreamAs,
    domException: (message, name) => new DOMException(message, name),
  };
}`;
