/** The module 'string_decoder': what is incomplete at the end of a chunk waits for the next. Node: lib/string_decoder.js. */
export const stringDecoderSource = String.raw`function (require, global) {
  const { Object } = global;
  const { Buffer } = require('buffer');
  const { normalizeEncoding } = require('internal/encodings');
  /** How many bytes at the end of a chunk begin a character that is not complete. */
  function incompleteUtf8(bytes) {
    const { length } = bytes;
    for (let back = 1; back <= 3 && back <= length; back++) {
      const byte = bytes[length - back];
      if ((byte & 0xc0) === 0x80) continue;
      const size = (byte & 0xf8) === 0xf0 ? 4 : (byte & 0xf0) === 0xe0 ? 3 : (byte & 0xe0) === 0xc0 ? 2 : 1;
      if (size <= back) return 0;
      return back;
    }
    return 0;
  }
  function incomplete(decoder, bytes) {
    if (decoder.encoding === 'utf8') return incompleteUtf8(bytes);
    if (decoder.encoding === 'utf16le') {
      if (bytes.length % 2 === 1) return 1;
      return bytes.length > 1 && (bytes[bytes.length - 1] & 0xfc) === 0xd8 ? 2 : 0;
    }
    return decoder.encoding === 'base64' || decoder.encoding === 'base64url' ? bytes.length % 3 : 0;
  }
  function StringDecoder(encoding) {
    const normalized = normalizeEncoding(encoding);
    if (normalized === undefined) throw %NodeError('TypeError', 'ERR_UNKNOWN_ENCODING', require('internal/inspect').format('Unknown encoding: %s', encoding));
    this.encoding = normalized;
    Object.defineProperty(this, 'waiting', { value: Buffer.alloc(0), writable: true, enumerable: false });
  }
  StringDecoder.prototype.write = function write(chunk) {
    if (typeof chunk === 'string') return chunk;
    if (!global.ArrayBuffer.isView(chunk)) %ThrowInvalidType('buf', 'an instance of Buffer, TypedArray, or DataView', chunk);
    const given = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const bytes = this.waiting.length > 0 ? Buffer.concat([this.waiting, given]) : given;
    const kept = incomplete(this, bytes);
    this.waiting = Buffer.from(bytes.subarray(bytes.length - kept));
    return bytes.toString(this.encoding, 0, bytes.length - kept);
  };
  StringDecoder.prototype.end = function end(chunk) {
    let text = chunk === undefined ? '' : this.write(chunk);
    if (this.waiting.length > 0) text += this.waiting.toString(this.encoding);
    this.waiting = Buffer.alloc(0);
    return text;
  };
  StringDecoder.prototype.text = function text(chunk, offset) {
    this.waiting = Buffer.alloc(0);
    return this.write(chunk.slice(offset));
  };
  Object.defineProperties(StringDecoder.prototype, {
    lastChar: { configurable: true, enumerable: true, get() { return this.waiting; } },
    lastNeed: { configurable: true, enumerable: true, get() { return this.waiting.length > 0 ? 1 : 0; } },
    lastTotal: { configurable: true, enumerable: true, get() { return this.waiting.length; } },
  });
  return { StringDecoder };
}`;
