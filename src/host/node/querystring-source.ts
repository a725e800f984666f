/** The module 'querystring'. Node: lib/querystring.js. */
export const querystringSource = String.raw`function (require, global) {
  const { Array, Object, String, Number, encodeURIComponent, decodeURIComponent, URIError } = global;
  function escape(text) {
    if (typeof text !== 'string') text = typeof text === 'object' ? String(text) : text + '';
    // A surrogate takes whatever follows it as the other half of a pair.
    let escaped = '';
    let start = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code < 0xd800 || code > 0xdfff) continue;
      if (++i >= text.length) throw %NodeError('URIError', 'ERR_INVALID_URI', 'URI malformed');
      const point = 0x10000 + (((code & 0x3ff) << 10) | (text.charCodeAt(i) & 0x3ff));
      escaped += encodeURIComponent(text.slice(start, i - 1) + String.fromCodePoint(point));
      start = i + 1;
    }
    return escaped + encodeURIComponent(text.slice(start));
  }
  /** Bytes of a text with its escapes read; what is no escape stands for itself. */
  function unescapeBuffer(text, decodesSpaces) {
    const { length } = text;
    const bytes = require('buffer').Buffer.allocUnsafe(length);
    const source = length > 0 ? String(text) : '';
    let filled = 0;
    for (let i = 0; i < length; i++) {
      const two = source.slice(i + 1, i + 3);
      if (source[i] === '%' && i < length - 2 && /^[0-9a-fA-F]{2}$/.test(two)) {
        bytes[filled++] = global.parseInt(two, 16);
        i += 2;
      } else bytes[filled++] = decodesSpaces && source[i] === '+' ? 32 : source.charCodeAt(i);
    }
    return filled === length ? bytes : bytes.slice(0, filled);
  }
  function unescape(text, decodesSpaces) {
    try {
      return decodeURIComponent(text);
    } catch {
      return exports.unescapeBuffer(text, decodesSpaces).toString();
    }
  }
  function textOf(value) {
    if (typeof value === 'string') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return '' + value;
    if (typeof value === 'bigint') return '' + value;
    if (typeof value === 'boolean') return value ? 'true' : 'false';
    return '';
  }
  function stringify(object, separator, equals, options) {
    const between = separator || '&';
    const eq = equals || '=';
    const encode = options && typeof options.encodeURIComponent === 'function' ? options.encodeURIComponent : exports.escape;
    if (object === null || typeof object !== 'object') return '';
    const fields = [];
    const keys = Object.keys(object);
    for (let i = 0; i < keys.length; i++) {
      const value = object[keys[i]];
      const name = encode(textOf(keys[i])) + eq;
      if (Array.isArray(value)) for (let j = 0; j < value.length; j++) fields.push(name + encode(textOf(value[j])));
      else fields.push(name + encode(textOf(value)));
    }
    return fields.join(between);
  }
  function parse(text, separator, equals, options) {
    const result = { __proto__: null };
    if (typeof text !== 'string' || text.length === 0) return result;
    const between = separator ? String(separator) : '&';
    const eq = equals ? String(equals) : '=';
    let left = 1000;
    if (options && typeof options.maxKeys === 'number') left = options.maxKeys > 0 ? options.maxKeys : -1;
    const decode = options && typeof options.decodeURIComponent === 'function' ? options.decodeURIComponent : exports.unescape;
    const isOwn = decode !== unescape;
    const read = (part) => {
      const plain = part.replaceAll('+', ' ');
      if (!isOwn && !plain.includes('%')) return plain;
      try { return decode(isOwn ? part.replaceAll('+', '%20') : plain); } catch { return unescape(plain); }
    };
    // Nothing is separated by a separator without characters, and then there are no values.
    const pairs = between === '' ? [text] : text.split(between);
    for (let i = 0; i < pairs.length; i++) {
      const pair = pairs[i];
      if (pair === '' && (eq !== '' || i === pairs.length - 1)) continue;
      const at = pair.indexOf(eq);
      const key = read(at < 0 ? pair : pair.slice(0, at));
      const value = at < 0 || between === '' ? '' : read(pair.slice(at + eq.length));
      if (!(key in result)) result[key] = value;
      else if (Array.isArray(result[key])) result[key].push(value);
      else result[key] = [result[key], value];
      if (--left === 0) break;
    }
    return result;
  }
  Object.defineProperty(escape, 'name', { value: 'qsEscape', configurable: true });
  Object.defineProperty(unescape, 'name', { value: 'qsUnescape', configurable: true });
  const exports = { unescapeBuffer, unescape, escape, stringify, encode: stringify, parse, decode: parse };
  return exports;
}`;
