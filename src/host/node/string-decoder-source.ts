/** The module 'string_decoder': what is incomplete at the end of a chunk waits for the next. Node: lib/string_decoder.js. */
export const stringDecoderSource = String.raw`function (require, global) {
  const { Object } = global;
  const { Buffer } = require('buffer');
  const { normalizeEncoding } = require('internal/encodings');
  const state = global.Symbol('kNativeDecoder');
  const encodings = ['ascii', 'utf8', 'base64', 'utf16le', 'latin1', 'hex', 'buffer', 'base64url'];
  /** How many bytes at the end of a chunk begin a character that is not complete, and how many are missing. */
  function incompleteUtf8(bytes) {
    const { length } = bytes;
    for (let back = 1; back <= 3 && back <= length; back++) {
      const byte = bytes[length - back];
      if ((byte & 0xc0) === 0x80) continue;
      const size = (byte & 0xf8) === 0xf0 ? 4 : (byte & 0xf0) === 0xe0 ? 3 : (byte & 0xe0) === 0xc0 ? 2 : 1;
      return size <= back ? [0, 0] : [back, size - back];
    }
    return [0, 0];
  }
  /** 'completed': so many bytes end what waited, and are a text by themselves. */
  function incomplete({ encoding }, bytes, completed) {
    const { length } = bytes;
    if (encoding === 'utf8') return incompleteUtf8(bytes);
    if (encoding === 'utf16le') {
      if (length < completed) return [length, completed - length];
      if (length % 2 === 1) return [1, 1];
      return length >= completed + 2 && (bytes[length - 1] & 0xfc) === 0xd8 ? [2, 2] : [0, 0];
    }
    const kept = encoding === 'base64' || encoding === 'base64url' ? length % 3 : 0;
    return kept === 0 ? [0, 0] : [kept, 3 - kept];
  }
  /** What waits stands where Node keeps it: up to four bytes, how many are missing, how many there are, and the encoding. */
  function keep(decoder, bytes, missing) {
    const native = decoder[state];
    for (let i = 0; i < bytes.length; i++) native[i] = bytes[i];
    native[4] = missing;
    native[5] = bytes.length;
  }
  const waiting = (decoder) => decoder[state].subarray(0, decoder[state][5]);
  function StringDecoder(encoding) {
    const normalized = typeof encoding === 'string' || !encoding ? normalizeEncoding(encoding) : undefined;
    if (normalized === undefined) throw %NodeError('TypeError', 'ERR_UNKNOWN_ENCODING', require('internal/inspect').format('Unknown encoding: %s', encoding));
    this.encoding = normalized;
    this[state] = Buffer.alloc(7);
    this[state][6] = encodings.indexOf(normalized);
  }
  StringDecoder.prototype.write = function write(chunk) {
    if (typeof chunk === 'string') return chunk;
    if (!global.ArrayBuffer.isView(chunk)) %ThrowInvalidType('buf', 'an instance of Buffer, TypedArray, or DataView', chunk);
    const given = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const before = waiting(this);
    const bytes = before.length > 0 ? Buffer.concat([before, given]) : given;
    const [kept, missing] = incomplete(this, bytes, before.length + this[state][4]);
    // What completes a character goes where its beginning is.
    const native = this[state];
    const { length } = before;
    for (let i = 0; i < native[4] && i < given.length && !(this.encoding === 'utf8' && (given[i] & 0xc0) !== 0x80); i++) native[length + i] = given[i];
    keep(this, bytes.subarray(bytes.length - kept), missing);
    return bytes.toString(this.encoding, 0, bytes.length - kept);
  };
  StringDecoder.prototype.end = function end(chunk) {
    const text = chunk === undefined ? '' : this.write(chunk);
    const rest = waiting(this);
    const isHalf = this.encoding === 'utf16le' && rest.length % 2 === 1;
    const last = rest.toString(this.encoding, 0, isHalf ? rest.length - 1 : rest.length);
    keep(this, [], 0);
    return text + last;
  };
  StringDecoder.prototype.text = function text(buf, offset) {
    keep(this, [], 0);
    return this.write(buf.slice(offset));
  };
  Object.defineProperties(StringDecoder.prototype, {
    lastChar: { configurable: true, enumerable: true, get() { return this[state].subarray(0, 4); } },
    lastNeed: { configurable: true, enumerable: true, get() { return this[state][4]; } },
    lastTotal: { configurable: true, enumerable: true, get() { return this[state][5] + this[state][4]; } },
  });
  return { StringDecoder };
}`;
