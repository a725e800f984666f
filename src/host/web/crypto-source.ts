/**
 * Crypto and SubtleCrypto. Web Cryptography; Node: lib/internal/crypto/webcrypto.js. Random numbers come from the run's seed.
 * Simplified: of subtle only digest; the rest is refused by name.
 */
export const cryptoSource = `function (require, global) {
  const { Object, TypeError, Promise, Uint8Array } = global;
  const { isNode, inspectKey, define, toText, bytesOf, key, illegal, inspectAs, domException } = require('internal/webidl');
  let isCrypto, isSubtle;

  function check(isIt, value, name) {
    if (isIt(value)) return;
    throw isNode ? %NewNodeTypeError('ERR_INVALID_THIS', 'Value of "this" must be of type ' + name) : new TypeError('Illegal invocation');
  }
  function count(args, wanted, Interface, member) {
    if (args.length >= wanted) return;
    const text = "Failed to execute '" + member + "' on '" + Interface + "': " + wanted + ' argument' + (wanted === 1 ? '' : 's') + ' required, but only ' + args.length + ' present.';
    throw isNode ? %NewNodeTypeError('ERR_MISSING_ARGS', text) : new TypeError(text);
  }
  const algorithms = ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];
  const unsimulated = ['encrypt', 'decrypt', 'sign', 'verify', 'generateKey', 'deriveKey', 'deriveBits', 'importKey', 'exportKey', 'wrapKey', 'unwrapKey'];

  class SubtleCrypto {
    #brand = true;
    static { isSubtle = (value) => %IsObject(value) && #brand in value; }
    constructor(given = undefined) { if (given !== key) illegal(); }
    async digest(algorithm, data) {
      check(isSubtle, this, 'SubtleCrypto');
      count(arguments, 2, 'SubtleCrypto', 'digest');
      const name = toText(%IsObject(algorithm) ? algorithm.name : algorithm).toUpperCase();
      const bytes = bytesOf(data);
      if (bytes === undefined) {
        if (!isNode) throw new TypeError("Failed to execute 'digest' on 'SubtleCrypto': 2nd argument is not instance of ArrayBuffer, Buffer, TypedArray, or DataView.".replace('2nd argument is not instance of ArrayBuffer, Buffer, TypedArray, or DataView.', "The provided value is not of type '(ArrayBuffer or ArrayBufferView)'."));
        throw %NewNodeTypeError('ERR_INVALID_ARG_TYPE', "Failed to execute 'digest' on 'SubtleCrypto': 2nd argument is not instance of ArrayBuffer, Buffer, TypedArray, or DataView.");
      }
      if (!algorithms.includes(name)) throw domException(isNode ? 'Unrecognized algorithm name' : "Failed to execute 'digest' on 'SubtleCrypto': Algorithm: Unrecognized name", 'NotSupportedError');
      return new Promise((resolve) => {
        %Wait('crypto', 'digest ' + name, 'platform', 0.2, () => resolve(%Digest(name, bytes).buffer), true);
      });
    }
    [inspectKey](depth, options) { return inspectAs('SubtleCrypto', {}, depth, options); }
  }
  // In the order of the standard.
  const { digest } = SubtleCrypto.prototype;
  delete SubtleCrypto.prototype.digest;
  for (let i = 0; i < unsimulated.length; i++) {
    const name = unsimulated[i];
    if (name === 'generateKey') Object.defineProperty(SubtleCrypto.prototype, 'digest', { __proto__: null, value: digest, writable: true, configurable: true });
    Object.defineProperty(SubtleCrypto.prototype, name, Object.getOwnPropertyDescriptor({ async [name]() { %NotSimulated('crypto.subtle.' + name); } }, name));
  }
  define(SubtleCrypto);

  const subtle = new SubtleCrypto(key);
  class Crypto {
    #brand = true;
    static { isCrypto = (value) => %IsObject(value) && #brand in value; }
    constructor(given = undefined) { if (given !== key) illegal(); }
    get subtle() { check(isCrypto, this, 'Crypto'); return subtle; }
    getRandomValues(array) {
      check(isCrypto, this, 'Crypto');
      count(arguments, 1, 'Crypto', 'getRandomValues');
      return %FillWithRandom(array);
    }
    randomUUID() { check(isCrypto, this, 'Crypto'); return %RandomUuid(); }
    [inspectKey](depth, options) { return inspectAs('Crypto', {}, depth, options); }
  }
  define(Crypto);
  class CryptoKey { constructor() { illegal(); } }
  define(CryptoKey);
  return { crypto: new Crypto(key), Crypto, SubtleCrypto, CryptoKey };
}`;
