/** Searching and filling of a Buffer, and the names of encodings. Node: lib/buffer.js. */
export const bufferSearchSource = String.raw`function (require, global) {
  const { throwInvalidValue } = require('internal/validators');
  const { normalizeEncoding, encodingOf } = require('internal/encodings');
  return function (prototype, { isBytes, fromString, unknownEncoding, validateOffset, of }) {
    function find(buffer, value, byteOffset, end, encoding, isForward) {
      if (!isBytes(buffer)) %ThrowInvalidType('buffer', 'an instance of Buffer, TypedArray, or DataView', buffer);
      if (typeof end === 'string') {
        encoding = end;
        end = undefined;
      }
      if (end === undefined) end = buffer.length;
      if (typeof byteOffset === 'string') {
        encoding = byteOffset;
        byteOffset = undefined;
      }
      byteOffset = +byteOffset;
      if (byteOffset !== byteOffset) byteOffset = isForward ? 0 : buffer.length;
      const wanted = encoding === undefined ? 'utf8' : encodingOf(encoding);
      let needle = value;
      if (typeof value === 'number') needle = of(value & 255);
      else if (typeof value === 'string') {
        if (wanted === undefined) throw unknownEncoding(encoding);
        needle = fromString(value, wanted);
      } else if (!isBytes(value)) %ThrowInvalidType('value', 'one of type number or string or an instance of Buffer or Uint8Array', value);
      return %IndexOfBytes(buffer, needle, byteOffset, end, isForward, wanted === 'utf16le' ? 2 : 1);
    }
    prototype.indexOf = function indexOf(value, offset, end, encoding) { return find(this, value, offset, end, encoding, true); };
    prototype.lastIndexOf = function lastIndexOf(value, offset, end, encoding) { return find(this, value, offset, end, encoding, false); };
    prototype.includes = function includes(value, offset, end, encoding) { return find(this, value, offset, end, encoding, true) !== -1; };
    function fillWith(buffer, value, offset, end, encoding) {
      if (typeof value === 'string') {
        if (offset === undefined || typeof offset === 'string') {
          encoding = offset;
          offset = 0;
          end = buffer.length;
        } else if (typeof end === 'string') {
          encoding = end;
          end = buffer.length;
        }
        const wanted = normalizeEncoding(encoding);
        if (wanted === undefined) {
          %ValidateString(encoding, 'encoding');
          throw unknownEncoding(encoding);
        }
        if (value.length === 0) value = 0;
        else {
          const bytes = fromString(value, wanted);
          if (bytes.length === 0) throwInvalidValue('value', value);
          value = bytes;
        }
      }
      if (offset === undefined) {
        offset = 0;
        end = buffer.length;
      } else {
        validateOffset(offset, 'offset');
        if (end === undefined) end = buffer.length;
        else validateOffset(end, 'end', 0, buffer.length);
        if (offset >= end) return buffer;
      }
      if (typeof value === 'boolean') value = +value;
      if (typeof value !== 'number' && !isBytes(value)) value = value & 255;
      if (typeof value !== 'number' && value.length === 0) throwInvalidValue('value', value);
      %FillBytes(buffer, offset, end, value);
      return buffer;
    }
    prototype.fill = function fill(value, offset, end, encoding) { return fillWith(this, value, offset, end, encoding); };
    return fillWith;
  };
}`;

export const encodingsSource = String.raw`function (require, global) {
  const names = { 'utf8': 'utf8', 'utf-8': 'utf8', 'ucs2': 'utf16le', 'ucs-2': 'utf16le', 'utf16le': 'utf16le', 'utf-16le': 'utf16le', 'latin1': 'latin1', 'binary': 'latin1', 'base64': 'base64', 'base64url': 'base64url', 'hex': 'hex', 'ascii': 'ascii', __proto__: null };
  const encodingOf = (encoding) => names[encoding] ?? names[(encoding + '').toLowerCase()];
  return {
    encodingOf,
    normalizeEncoding(encoding) { return encoding === undefined || encoding === null || encoding === '' ? 'utf8' : encodingOf(encoding); },
  };
}`;
