/**
 * The module 'buffer': a Buffer is a Uint8Array, small ones share a pool as in Node (byteOffset shows it). Bytes and texts
 * are turned into each other by natives (buffer-natives.ts). Node: lib/buffer.js.
 * Simplified: memory of allocUnsafe is zero; no transcode between encodings but the common ones.
 */

export const bufferSource = String.raw`function (require, global) {
  const { Uint8Array, ArrayBuffer, Object, Array, Math, Number, Symbol, RangeError } = global;
  const { typeError, rangeError, throwInvalidValue, validateArray, validateNumber, validateInteger } = require('internal/validators');
  const { normalizeEncoding, encodingOf } = require('internal/encodings');
  const { inspect } = require('internal/inspect');
  const mostBytes = Number.MAX_SAFE_INTEGER;
  const isBytes = (value) => %TypedArrayName(value) === 'Uint8Array';
  const isAnyBuffer = (value) => %InstanceType(value) === 'array buffer';
  const outOfBounds = (name) => rangeError('ERR_BUFFER_OUT_OF_BOUNDS', name ? '"' + name + '" is outside of buffer bounds' : 'Attempt to access memory outside buffer bounds');
  const unknownEncoding = (encoding) => typeError('ERR_UNKNOWN_ENCODING', require('internal/inspect').format('Unknown encoding: %s', encoding));
  const validateOffset = (value, name, min = 0, max = mostBytes) => validateInteger(value, name, min, max);

  class FastBuffer extends Uint8Array {
    constructor(source, byteOffset, length) { super(source, byteOffset, length); }
  }
  let hasWarned = false;
  let bytesInspected = 50;
  function Buffer(value, encodingOrOffset, length) {
    if (!hasWarned && !%IsCallerInModules()) {
      hasWarned = true;
      require('process').emitWarning('Buffer() is deprecated due to security and usability issues. Please use the Buffer.alloc(), Buffer.allocUnsafe(), or Buffer.from() methods instead.', 'DeprecationWarning', 'DEP0005');
    }
    if (typeof value !== 'number') return Buffer.from(value, encodingOrOffset, length);
    if (typeof encodingOrOffset === 'string') %ThrowInvalidType('string', 'of type string', value);
    return Buffer.alloc(value);
  }
  Object.defineProperty(Buffer, Symbol.species, { __proto__: null, configurable: true, enumerable: false, get() { return FastBuffer; } });
  FastBuffer.prototype.constructor = Buffer;
  Buffer.prototype = FastBuffer.prototype;
  const { prototype } = Buffer;
  Buffer.poolSize = 65536;

  let pool;
  let poolSize = 0;
  let poolOffset = 0;
  function createPool() {
    ({ poolSize } = Buffer);
    pool = new ArrayBuffer(poolSize);
    %MarkUndetachable(pool);
    poolOffset = 0;
  }
  createPool();
  /** The next piece begins at a multiple of 8. */
  function takeFromPool(size) {
    const buffer = new FastBuffer(pool, poolOffset, size);
    poolOffset += size;
    if (poolOffset & 7) poolOffset = (poolOffset | 7) + 1;
    return buffer;
  }
  function allocate(size) {
    if (size <= 0) return new FastBuffer();
    if (size >= Buffer.poolSize >>> 1) return new FastBuffer(size);
    if (size > poolSize - poolOffset) createPool();
    return takeFromPool(size);
  }
  function fromString(text, encoding) {
    let wanted = 'utf8';
    if (encoding && encoding !== 'utf8' && typeof encoding === 'string') {
      wanted = encodingOf(encoding);
      if (wanted === undefined) throw unknownEncoding(encoding);
    }
    if (text.length === 0) return new FastBuffer();
    const most = Buffer.poolSize >>> 1;
    let room = text.length * 4;
    if (room >= most) room = %ByteLength(text, wanted);
    if (room >= most) {
      const made = new FastBuffer(room);
      const written = %WriteString(made, text, 0, room, wanted);
      return written < room ? new FastBuffer(made.buffer, 0, written) : made;
    }
    if (room > poolSize - poolOffset) createPool();
    const written = %WriteString(new FastBuffer(pool, poolOffset, room), text, 0, room, wanted);
    return takeFromPool(written);
  }
  function fromBuffer(value, byteOffset, length) {
    if (byteOffset === undefined) byteOffset = 0;
    else {
      byteOffset = +byteOffset;
      if (byteOffset !== byteOffset) byteOffset = 0;
    }
    const most = value.byteLength - byteOffset;
    if (most < 0) throw outOfBounds('offset');
    if (length !== undefined) {
      length = +length;
      if (!(length > 0)) length = 0;
      else if (length > most) throw outOfBounds('length');
    }
    return new FastBuffer(value, byteOffset, length);
  }
  function fromList(list) {
    if (!(list.length > 0)) return new FastBuffer();
    if (list.length >= Buffer.poolSize >>> 1) return new FastBuffer(list);
    const buffer = allocate(list.length);
    buffer.set(list, 0);
    return buffer;
  }
  Buffer.from = function from(value, encodingOrOffset, length) {
    if (typeof value === 'string') return fromString(value, encodingOrOffset);
    if (typeof value === 'object' && value !== null) {
      if (isAnyBuffer(value)) return fromBuffer(value, encodingOrOffset, length);
      const primitive = value.valueOf && value.valueOf();
      if (primitive !== undefined && primitive !== null && primitive !== value && (typeof primitive === 'string' || typeof primitive === 'object'))
        return from(primitive, encodingOrOffset, length);
      if (value.length !== undefined || isAnyBuffer(value.buffer)) return typeof value.length === 'number' ? fromList(value) : new FastBuffer();
      if (value.type === 'Buffer' && Array.isArray(value.data)) return fromList(value.data);
      if (typeof value[Symbol.toPrimitive] === 'function') {
        const text = value[Symbol.toPrimitive]('string');
        if (typeof text === 'string') return fromString(text, encodingOrOffset);
      }
    }
    %ThrowInvalidType('first argument', 'of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object', value);
  };
  Buffer.copyBytesFrom = function copyBytesFrom(view, offset, length) {
    if (%InstanceType(view) !== 'typed array') %ThrowInvalidType('view', 'an instance of TypedArray', view);
    let end = view.length;
    if (offset !== undefined) validateInteger(offset, 'offset', 0);
    else offset = 0;
    if (length !== undefined) {
      validateInteger(length, 'length', 0);
      end = Math.min(offset + length, view.length);
    }
    if (end <= offset) return new FastBuffer();
    const size = view.BYTES_PER_ELEMENT;
    return fromList(new Uint8Array(view.buffer, view.byteOffset + offset * size, (end - offset) * size));
  };
  Buffer.of = function of(...items) {
    const buffer = new FastBuffer(items.length);
    for (let i = 0; i < items.length; i++) buffer[i] = items[i];
    return buffer;
  };
  Object.setPrototypeOf(Buffer, Uint8Array);
  Buffer.alloc = function alloc(size, fill, encoding) {
    validateNumber(size, 'size', 0, mostBytes);
    const buffer = new FastBuffer(size);
    return fill !== undefined && fill !== 0 && size > 0 ? fillWith(buffer, fill, 0, buffer.length, encoding) : buffer;
  };
  Buffer.allocUnsafe = function allocUnsafe(size) {
    validateNumber(size, 'size', 0, mostBytes);
    return allocate(size);
  };
  Buffer.allocUnsafeSlow = function allocUnsafeSlow(size) {
    validateNumber(size, 'size', 0, mostBytes);
    return new FastBuffer(size);
  };
  Buffer.isBuffer = function isBuffer(value) { return value instanceof Buffer; };
  Buffer.compare = function compare(buf1, buf2) {
    if (!isBytes(buf1)) %ThrowInvalidType('buf1', 'an instance of Buffer or Uint8Array', buf1);
    if (!isBytes(buf2)) %ThrowInvalidType('buf2', 'an instance of Buffer or Uint8Array', buf2);
    return %CompareBytes(buf1, buf2);
  };
  Buffer.isEncoding = function isEncoding(encoding) {
    return typeof encoding === 'string' && encoding.length !== 0 && normalizeEncoding(encoding) !== undefined;
  };
  // What the bytes are, whatever a program has made of 'length'.
  const byteLength = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), 'byteLength').get;
  const sizeOf = (bytes) => %Call(byteLength, bytes);
  Buffer.concat = function concat(list, length) {
    validateArray(list, 'list');
    if (list.length === 0) return new FastBuffer();
    if (length !== undefined) validateOffset(length, 'length');
    let total = 0;
    for (let i = 0; i < list.length; i++) {
      if (!isBytes(list[i])) %ThrowInvalidType('list[' + i + ']', 'an instance of Buffer or Uint8Array', list[i]);
      total += sizeOf(list[i]);
    }
    const buffer = allocate(length ?? total);
    let at = 0;
    for (let i = 0; i < list.length && at < buffer.length; i++) {
      const size = sizeOf(list[i]);
      const piece = size > buffer.length - at ? new Uint8Array(list[i].buffer, list[i].byteOffset, buffer.length - at) : list[i];
      buffer.set(piece, at);
      at += Math.min(size, buffer.length - at);
    }
    if (at < buffer.length) %FillBytes(buffer, at, buffer.length, 0);
    return buffer;
  };
  Buffer.byteLength = function byteLength(text, encoding) {
    if (typeof text !== 'string') {
      if (ArrayBuffer.isView(text) || isAnyBuffer(text)) return text.byteLength;
      %ThrowInvalidType('string', 'of type string or an instance of Buffer or ArrayBuffer', text);
    }
    return %ByteLength(text, (encoding && encodingOf(encoding)) || 'utf8');
  };
  const shared = (name, read) => Object.defineProperty(prototype, name, { __proto__: null, enumerable: true, get() { return this instanceof Buffer ? read(this) : undefined; } });
  shared('parent', (buffer) => buffer.buffer);
  shared('offset', (buffer) => buffer.byteOffset);

  const viewed = (view) => (isBytes(view) ? view : new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  prototype.copy = function copy(target, targetStart, sourceStart, sourceEnd) {
    if (!ArrayBuffer.isView(this)) %ThrowInvalidType('source', 'an instance of Buffer or Uint8Array', this);
    if (!ArrayBuffer.isView(target)) %ThrowInvalidType('target', 'an instance of Buffer or Uint8Array', target);
    const from = viewed(this);
    const to = viewed(target);
    const whole = (value, name, otherwise) => {
      if (value === undefined) return otherwise;
      value = Math.trunc(value) || 0;
      if (value < 0 && name !== undefined) %ThrowOutOfRange(name, '>= 0', value);
      return value;
    };
    targetStart = whole(targetStart, 'targetStart', 0);
    sourceStart = whole(sourceStart, undefined, 0);
    if (sourceStart < 0 || sourceStart > from.length) %ThrowOutOfRange('sourceStart', '>= 0 && <= ' + from.length, sourceStart);
    sourceEnd = whole(sourceEnd, 'sourceEnd', from.length);
    if (targetStart >= to.length || sourceStart >= sourceEnd) return 0;
    const count = Math.min(sourceEnd - sourceStart, from.length - sourceStart, to.length - targetStart);
    to.set(new Uint8Array(from.buffer, from.byteOffset + sourceStart, count), targetStart);
    return count;
  };
  prototype.toString = function toString(encoding, start, end) {
    if (arguments.length === 0) return %ReadString(this, 0, this.length, 'utf8');
    const { length } = this;
    if (start <= 0) start = 0;
    else if (start >= length) return '';
    else start = Math.trunc(start) || 0;
    if (end === undefined || end > length) end = length;
    else end = Math.trunc(end) || 0;
    if (end <= start) return '';
    const wanted = encoding === undefined ? 'utf8' : encodingOf(encoding);
    if (wanted === undefined) throw unknownEncoding(encoding);
    return %ReadString(this, start, end, wanted);
  };
  prototype.toLocaleString = prototype.toString;
  prototype.equals = function equals(other) {
    if (!isBytes(other)) %ThrowInvalidType('otherBuffer', 'an instance of Buffer or Uint8Array', other);
    return this === other || (this.length === other.length && %CompareBytes(this, other) === 0);
  };
  prototype[inspect.custom] = function inspectBuffer(depth, context) {
    const most = bytesInspected;
    const { length } = this;
    let text = %ReadString(this, 0, Math.min(most, length), 'hex').replace(/(.{2})/g, '$1 ').trim();
    const left = length - most;
    if (left > 0) text += ' ... ' + left + ' more byte' + (left > 1 ? 's' : '');
    if (context) {
      const extras = { __proto__: null };
      let hasExtras = false;
      const keys = context.showHidden ? Object.getOwnPropertyNames(this) : Object.keys(this);
      for (let i = keys.length - 1; i >= 0 && !/^\d+$/.test(keys[i]); i--) hasExtras = true;
      for (let i = 0; i < keys.length; i++) if (hasExtras && !/^\d+$/.test(keys[i])) extras[keys[i]] = this[keys[i]];
      if (hasExtras) {
        if (length !== 0) text += ', ';
        text += inspect(extras, { ...context, breakLength: Infinity, compact: true }).slice(27, -2);
      }
    }
    let name = 'Buffer';
    try {
      const { constructor } = this;
      if (typeof constructor === 'function' && Object.hasOwn(constructor, 'name')) ({ name } = constructor);
    } catch {}
    return '<' + name + ' ' + text + '>';
  };
  Object.defineProperty(prototype[inspect.custom], 'name', { value: 'inspect' });
  prototype.inspect = prototype[inspect.custom];
  prototype.compare = function compare(target, targetStart, targetEnd, sourceStart, sourceEnd) {
    if (!isBytes(target)) %ThrowInvalidType('target', 'an instance of Buffer or Uint8Array', target);
    if (arguments.length === 1) return %CompareBytes(this, target);
    if (targetStart === undefined) targetStart = 0;
    else validateOffset(targetStart, 'targetStart');
    if (targetEnd === undefined) targetEnd = target.length;
    else validateOffset(targetEnd, 'targetEnd', 0, target.length);
    if (sourceStart === undefined) sourceStart = 0;
    else validateOffset(sourceStart, 'sourceStart');
    if (sourceEnd === undefined) sourceEnd = this.length;
    else validateOffset(sourceEnd, 'sourceEnd', 0, this.length);
    if (sourceStart >= sourceEnd) return targetStart >= targetEnd ? 0 : -1;
    if (targetStart >= targetEnd) return 1;
    return %CompareBytes(this.subarray(sourceStart, sourceEnd), %Call(prototype.subarray, target, targetStart, targetEnd));
  };
  const fillWith = require('internal/buffer-search')(prototype, { isBytes, fromString, unknownEncoding, validateOffset, of: Buffer.of });
  prototype.write = function write(text, offset, length, encoding) {
    const { length: whole } = this;
    if (offset === undefined) {
      if (typeof text !== 'string') throw typeError('ERR_INVALID_ARG_TYPE', 'argument must be a string');
      return %WriteString(this, text, 0, whole, 'utf8');
    }
    if (length === undefined && typeof offset === 'string') {
      encoding = offset;
      length = whole;
      offset = 0;
    } else {
      validateOffset(offset, 'offset', 0, whole);
      const left = whole - offset;
      if (length === undefined) length = left;
      else if (typeof length === 'string') {
        encoding = length;
        length = left;
      } else {
        validateOffset(length, 'length', 0, whole);
        if (length > left) length = left;
      }
    }
    const wanted = encoding ? encodingOf(encoding) : 'utf8';
    if (wanted === undefined) throw unknownEncoding(encoding);
    if (typeof text !== 'string') throw typeError('ERR_INVALID_ARG_TYPE', 'argument must be a string');
    return %WriteString(this, text, offset, length, wanted);
  };
  prototype.toJSON = function toJSON() {
    const data = [];
    for (let i = 0; i < this.length; ++i) data[i] = this[i];
    return { type: 'Buffer', data };
  };
  function clamp(at, length) {
    at = Math.trunc(at);
    if (at < 0) return Math.max(at + length, 0);
    return at < length ? at : at !== at ? 0 : length;
  }
  prototype.subarray = function subarray(start, end) {
    const { length } = this;
    start = clamp(start, length);
    end = end === undefined ? length : clamp(end, length);
    return new FastBuffer(this.buffer, this.byteOffset + start, end > start ? end - start : 0);
  };
  prototype.slice = function slice(start, end) { return this.subarray(start, end); };
  const swapping = (bits) => ({ ['swap' + bits]() {
    const size = bits / 8;
    if (this.length % size !== 0) throw rangeError('ERR_INVALID_BUFFER_SIZE', 'Buffer size must be a multiple of ' + bits + '-bits');
    for (let at = 0; at < this.length; at += size) {
      for (let i = 0; i < size / 2; i++) {
        const byte = this[at + i];
        this[at + i] = this[at + size - 1 - i];
        this[at + size - 1 - i] = byte;
      }
    }
    return this;
  } })['swap' + bits];
  prototype.swap16 = swapping(16);
  prototype.swap32 = swapping(32);
  prototype.swap64 = swapping(64);
  require('internal/buffer-numbers')(prototype, outOfBounds);

  function SlowBuffer(size) { return Buffer.allocUnsafeSlow(size); }
  Object.setPrototypeOf(SlowBuffer.prototype, Uint8Array.prototype);

  function inputOf(input) {
    const isTyped = %TypedArrayName(input) !== '';
    if (!isTyped && %InstanceType(input) !== 'array buffer') %ThrowInvalidType('input', 'an instance of ArrayBuffer, Buffer, or TypedArray', input);
    return isTyped ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength) : new Uint8Array(input);
  }
  const exports = {
    Buffer,
    SlowBuffer: require('internal/deprecate')(SlowBuffer, 'SlowBuffer() is deprecated. Please use Buffer.allocUnsafeSlow()', 'DEP0030'),
    transcode(source, from, to) {
      if (!isBytes(source)) %ThrowInvalidType('source', 'an instance of Buffer or Uint8Array', source);
      return Buffer.from(%Call(prototype.toString, source, from), to);
    },
    isUtf8(input) { return %IsUtf8(inputOf(input)); },
    isAscii(input) { return inputOf(input).every((byte) => byte < 128); },
    kMaxLength: mostBytes,
    kStringMaxLength: 536870888,
    btoa: global.btoa,
    atob: global.atob,
    constants: Object.defineProperties({}, {
      MAX_LENGTH: { __proto__: null, value: mostBytes, enumerable: true },
      MAX_STRING_LENGTH: { __proto__: null, value: 536870888, enumerable: true },
    }),
  };
  Object.defineProperty(exports, 'INSPECT_MAX_BYTES', {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() { return bytesInspected; },
    set(most) {
      validateNumber(most, 'INSPECT_MAX_BYTES', 0);
      bytesInspected = most;
    },
  });
  const lazy = ['Blob', 'File'];
  for (let i = 0; i < lazy.length; i++) {
    Object.defineProperty(exports, lazy[i], { __proto__: null, get() { return global[lazy[i]]; }, configurable: true, enumerable: true });
    if (i === 0) exports.resolveObjectURL = function resolveObjectURL() { %NotSimulated('buffer.resolveObjectURL'); };
  }
  return exports;
}`;
