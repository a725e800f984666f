/**
 * The module 'crypto': digests, HMACs and random numbers, which come from the run's seed. Node: lib/crypto.js.
 * Simplified: no ciphers, keys, signatures and key derivation.
 */
export const cryptoSource = String.raw`function (require, global) {
  const { Object, Symbol, Number, Math, Array } = global;
  const { Buffer } = require('buffer');
  const { plainError, typeError, rangeError, validateNumber, validateObject } = require('internal/validators');
  const algorithms = { md5: 16, sha1: 20, sha256: 32, sha384: 48, sha512: 64, __proto__: null };
  const known = (name) => {
    const short = name.toLowerCase().replace(/^rsa-/, '').replace(/^sha-/, 'sha');
    return algorithms[short] === undefined ? undefined : short;
  };
  const bytesOf = (data, encoding, name = 'data') => {
    if (typeof data === 'string') return Buffer.from(data, encoding === 'buffer' ? 'utf8' : encoding);
    if (!global.ArrayBuffer.isView(data)) %ThrowInvalidType(name, 'of type string or an instance of Buffer, TypedArray, or DataView', data);
    return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  };
  const digestOf = (algorithm, bytes) => {
    const result = Buffer.allocUnsafeSlow(algorithms[algorithm]);
    %HashInto(algorithm, bytes, result);
    return result;
  };
  const shown = (bytes, encoding) => (encoding && encoding !== 'buffer' ? bytes.toString(encoding) : bytes);
  const kParts = Symbol('kHandle');
  const kState = Symbol('kState');
  const kFinalized = Symbol('kFinalized');
  const streamMembers = ['on', 'once', 'off', 'addListener', 'removeListener', 'emit', 'write', 'end', 'pipe', 'read', 'setEncoding', 'destroy', 'resume', 'pause', 'prependListener', 'listenerCount', '_write', 'writable', 'readable', 'writableNeedDrain', 'cork', 'uncork'];
  /** It becomes a stream when somebody uses it as one. Node: LazyTransform. */
  function streamable(Class, finish) {
    const becomeStreams = () => {
      const { Transform } = require('stream');
      if (Class.prototype instanceof Transform) return Transform;
      for (let i = 0; i < streamMembers.length; i++) delete Class.prototype[streamMembers[i]];
      Object.setPrototypeOf(Class.prototype, Transform.prototype);
      Class.prototype._transform = function (chunk, encoding, callback) {
        this.update(chunk, encoding);
        callback();
      };
      Class.prototype._flush = function (callback) {
        this.push(finish(this));
        callback();
      };
      return Transform;
    };
    for (let i = 0; i < streamMembers.length; i++) {
      const name = streamMembers[i];
      Object.defineProperty(Class.prototype, name, { __proto__: null, configurable: true, get() {
        becomeStreams();
        return this[name];
      } });
    }
    for (const name of ['_readableState', '_writableState']) {
      Object.defineProperty(Class.prototype, name, {
        __proto__: null, configurable: true, enumerable: true,
        get() {
          if (!Object.hasOwn(this, kState)) return undefined;
          %Call(becomeStreams(), this, this._options);
          return this[name];
        },
        set(value) { Object.defineProperty(this, name, { __proto__: null, value, writable: true, enumerable: true, configurable: true }); },
      });
    }
  }
  function checkOpen(object) {
    if (object[kState][kFinalized]) throw plainError('ERR_CRYPTO_HASH_FINALIZED', 'Digest already called');
  }
  function Hash(algorithm, options) {
    if (!new.target) return new Hash(algorithm, options);
    %ValidateString(algorithm, 'algorithm');
    const short = known(algorithm);
    if (short === undefined) throw new global.Error('Digest method not supported');
    this._options = options;
    Object.defineProperty(this, kParts, { __proto__: null, value: { algorithm: short, parts: [] }, enumerable: false });
    this[kState] = { [kFinalized]: false };
  }
  Hash.prototype.update = function update(data, encoding) {
    checkOpen(this);
    this[kParts].parts.push(Buffer.from(bytesOf(data, encoding)));
    return this;
  };
  Hash.prototype.digest = function digest(encoding) {
    checkOpen(this);
    this[kState][kFinalized] = true;
    const { algorithm, parts } = this[kParts];
    return shown(digestOf(algorithm, Buffer.concat(parts)), encoding);
  };
  Hash.prototype.copy = function copy(options) {
    checkOpen(this);
    const other = new Hash(this[kParts].algorithm, options);
    other[kParts].parts.push(...this[kParts].parts);
    return other;
  };
  streamable(Hash, (hash) => hash.digest());
  function Hmac(algorithm, key, options) {
    if (!new.target) return new Hmac(algorithm, key, options);
    %ValidateString(algorithm, 'hmac');
    if (typeof key !== 'string' && !global.ArrayBuffer.isView(key)) %ThrowInvalidType('key', 'of type string or an instance of ArrayBuffer, Buffer, TypedArray, DataView, KeyObject, or CryptoKey', key);
    const short = known(algorithm);
    if (short === undefined) throw typeError('ERR_CRYPTO_INVALID_DIGEST', 'Invalid digest: ' + algorithm);
    const block = algorithms[short] > 32 ? 128 : 64;
    let secret = bytesOf(key);
    if (secret.length > block) secret = digestOf(short, secret);
    const padded = Buffer.alloc(block);
    secret.copy(padded);
    this._options = options;
    Object.defineProperty(this, kParts, { __proto__: null, value: { algorithm: short, parts: [Buffer.from(padded.map((byte) => byte ^ 0x36))], outer: Buffer.from(padded.map((byte) => byte ^ 0x5c)) }, enumerable: false });
    this[kState] = { [kFinalized]: false };
  }
  Hmac.prototype.update = Hash.prototype.update;
  Hmac.prototype.digest = function digest(encoding) {
    const { algorithm, parts, outer } = this[kParts];
    if (this[kState][kFinalized]) return encoding && encoding !== 'buffer' ? '' : Buffer.from('');
    this[kState][kFinalized] = true;
    return shown(digestOf(algorithm, Buffer.concat([outer, digestOf(algorithm, Buffer.concat(parts))])), encoding);
  };
  streamable(Hmac, (hmac) => hmac.digest());

  const fill = (bytes) => {
    for (let i = 0; i < bytes.length; i++) bytes[i] = %RandomByte();
    return bytes;
  };
  const later = (callback, result) => %FileRequestDone('crypto', callback, result);
  function checkSize(size) {
    validateNumber(size, 'size', 0, 2147483647);
  }
  function randomBytes(size, callback) {
    checkSize(size);
    if (callback !== undefined) %ValidateFunction(callback, 'callback');
    const bytes = fill(Buffer.allocUnsafeSlow(Math.trunc(size)));
    if (callback === undefined) return bytes;
    later(callback, bytes);
  }
  function randomFillSync(buffer, offset = 0, size) {
    if (!global.ArrayBuffer.isView(buffer) && %InstanceType(buffer) !== 'array buffer') %ThrowInvalidType('buf', 'an instance of ArrayBuffer or ArrayBufferView', buffer);
    const bytes = new global.Uint8Array(buffer.buffer ?? buffer, buffer.byteOffset ?? 0, buffer.byteLength);
    fill(bytes.subarray(offset, size === undefined ? undefined : offset + size));
    return buffer;
  }
  function randomInt(min, max, callback) {
    const isOnlyMax = max === undefined || typeof max === 'function';
    if (isOnlyMax) {
      callback = max;
      max = min;
      min = 0;
    }
    if (callback !== undefined) %ValidateFunction(callback, 'callback');
    if (!Number.isSafeInteger(min)) %ThrowInvalidType('min', 'a safe integer', min);
    if (!Number.isSafeInteger(max)) %ThrowInvalidType('max', 'a safe integer', max);
    if (max <= min) %ThrowOutOfRange('max', 'greater than the value of "min" (' + min + ')', max);
    const range = max - min;
    if (!(range <= 281474976710655)) %ThrowOutOfRange(isOnlyMax ? 'max' : 'max - min', '<= 281474976710655', range);
    let value = 0;
    for (let i = 0; i < 6; i++) value = value * 256 + %RandomByte();
    const result = min + (value % range);
    if (callback === undefined) return result;
    later(callback, result);
  }
  function rawBytes(value, name) {
    const isView = global.ArrayBuffer.isView(value);
    if (!isView && %InstanceType(value) !== 'array buffer') throw %NewBindingError('ERR_INVALID_ARG_TYPE', 'The "' + name + '" argument must be an instance of ArrayBuffer, Buffer, TypedArray, or DataView.', 'TypeError');
    return isView ? new global.Uint8Array(value.buffer, value.byteOffset, value.byteLength) : new global.Uint8Array(value);
  }
  const refused = (name) => ({ [name]() {
    throw new global.Error('Underhood does not simulate crypto.' + name + ': only digests, HMACs and random numbers are. Run the file in Node itself to see what it does.');
  } })[name];
  const exports = {
    createHash(algorithm, options) { return new Hash(algorithm, options); },
    createHmac(algorithm, key, options) { return new Hmac(algorithm, key, options); },
    getHashes() { return ['RSA-MD5', 'RSA-SHA1', 'RSA-SHA256', 'RSA-SHA384', 'RSA-SHA512', 'md5', 'sha1', 'sha256', 'sha384', 'sha512']; },
    hash(algorithm, data, encoding = 'hex') {
      %ValidateString(algorithm, 'algorithm');
      const bytes = bytesOf(data, undefined, 'input');
      const short = known(algorithm);
      if (short === undefined) throw new global.Error('Digest method ' + algorithm + ' is not supported');
      return shown(digestOf(short, bytes), typeof encoding === 'object' ? (encoding.outputEncoding ?? 'hex') : encoding);
    },
    randomBytes,
    randomFillSync,
    randomFill(buffer, offset, size, callback) {
      const done = [offset, size, callback].find((value) => typeof value === 'function');
      %ValidateFunction(done, 'callback');
      later(done, randomFillSync(buffer, typeof offset === 'number' ? offset : 0, typeof size === 'number' ? size : undefined));
    },
    randomInt,
    randomUUID(options) {
      if (options !== undefined) validateObject(options, 'options');
      if (options?.disableEntropyCache !== undefined) %ValidateBoolean(options.disableEntropyCache, 'options.disableEntropyCache');
      return global.crypto.randomUUID();
    },
    timingSafeEqual(a, b) {
      const first = rawBytes(a, 'buf1');
      const second = rawBytes(b, 'buf2');
      if (first.length !== second.length) throw %NewBindingError('ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH', 'Input buffers must have the same byte length', 'RangeError');
      return %CompareBytes(first, second) === 0;
    },
    getRandomValues(array) { return global.crypto.getRandomValues(array); },
    Hash,
    Hmac,
    constants: {},
  };
  const names = 'argon2 argon2Sync checkPrime checkPrimeSync createCipheriv createDecipheriv createDiffieHellman createECDH createPrivateKey createPublicKey createSecretKey createSign createVerify diffieHellman generatePrime generatePrimeSync getCiphers getCipherInfo getCurves hkdf hkdfSync pbkdf2 pbkdf2Sync generateKeyPair generateKeyPairSync generateKey generateKeySync privateDecrypt privateEncrypt publicDecrypt publicEncrypt scrypt scryptSync sign verify'.split(' ');
  for (let i = 0; i < names.length; i++) exports[names[i]] = refused(names[i]);
  const lazy = (name, get) => Object.defineProperty(exports, name, { __proto__: null, configurable: true, enumerable: true, get });
  lazy('webcrypto', () => global.crypto);
  lazy('subtle', () => global.crypto.subtle);
  return exports;
}`;
