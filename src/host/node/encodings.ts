/** Node's encodings between texts and bytes. Node: src/string_bytes.cc. WHATWG Encoding: UTF-8 decode. */
export type Encoding = 'utf8' | 'utf16le' | 'latin1' | 'ascii' | 'base64' | 'base64url' | 'hex';

export function byteLengthOf(text: string, encoding: Encoding): number {
  switch (encoding) {
    case 'utf8':
      return utf8Length(text);
    case 'utf16le':
      return text.length * 2;
    case 'latin1':
    case 'ascii':
      return text.length;
    case 'hex':
      return text.length >>> 1;
    case 'base64':
    case 'base64url': {
      const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
      return ((text.length - padding) * 3) >>> 2;
    }
  }
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) bytes++;
    else if (code < 0x800) bytes += 2;
    else {
      bytes += 3;
      // The two halves of a pair take four together.
      if (isHighSurrogate(code) && isLowSurrogate(text.charCodeAt(i + 1))) {
        bytes++;
        i++;
      }
    }
  }
  return bytes;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}

/** As much as fits; whole characters only. Returns how many bytes. */
export function writeText(target: Uint8Array, text: string, encoding: Encoding): number {
  switch (encoding) {
    case 'utf8':
      return writeUtf8(target, text);
    case 'utf16le': {
      const count = Math.min(text.length, target.length >> 1);
      for (let i = 0; i < count; i++) {
        const code = text.charCodeAt(i);
        target[2 * i] = code & 255;
        target[2 * i + 1] = code >> 8;
      }
      return count * 2;
    }
    case 'latin1':
    case 'ascii': {
      const count = Math.min(text.length, target.length);
      for (let i = 0; i < count; i++) target[i] = text.charCodeAt(i);
      return count;
    }
    case 'hex':
      return writeHex(target, text);
    case 'base64':
    case 'base64url':
      return writeBase64(target, text);
  }
}

function writeUtf8(target: Uint8Array, text: string): number {
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (isHighSurrogate(code) && isLowSurrogate(text.charCodeAt(i + 1)))
      code = 0x10000 + ((code - 0xd800) << 10) + (text.charCodeAt(++i) - 0xdc00);
    else if (isHighSurrogate(code) || isLowSurrogate(code)) code = 0xfffd;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (at + size > target.length) break;
    if (size === 1) target[at] = code;
    else {
      target[at] = [0, 0, 0xc0, 0xe0, 0xf0][size]! | (code >> (6 * (size - 1)));
      for (let part = 1; part < size; part++) target[at + part] = 0x80 | ((code >> (6 * (size - 1 - part))) & 63);
    }
    at += size;
  }
  return at;
}

function writeHex(target: Uint8Array, text: string): number {
  const count = Math.min(text.length >> 1, target.length);
  for (let i = 0; i < count; i++) {
    const pair = text.slice(2 * i, 2 * i + 2);
    if (!/^[0-9a-fA-F]{2}$/.test(pair)) return i;
    target[i] = parseInt(pair, 16);
  }
  return count;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function digitOf(code: number): number {
  if (code === 0x2b || code === 0x2d) return 62;
  if (code === 0x2f || code === 0x5f) return 63;
  if (code >= 0x41 && code <= 0x5a) return code - 0x41;
  if (code >= 0x61 && code <= 0x7a) return code - 0x61 + 26;
  return code >= 0x30 && code <= 0x39 ? code - 0x30 + 52 : -1;
}

/** Both alphabets; what is no digit is passed by, and `=` ends it. */
function writeBase64(target: Uint8Array, text: string): number {
  let at = 0;
  let bits = 0;
  let count = 0;
  for (let i = 0; i < text.length && at < target.length; i++) {
    const code = text.charCodeAt(i) & 255;
    if (code === 0x3d) break;
    const digit = digitOf(code);
    if (digit < 0) continue;
    bits = ((bits << 6) | digit) & 0xffffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    target[at++] = (bits >> count) & 255;
  }
  return at;
}

export function readText(bytes: Uint8Array, encoding: Encoding): string {
  switch (encoding) {
    case 'utf8':
      return readUtf8(bytes);
    case 'utf16le': {
      const units: number[] = [];
      for (let i = 0; i + 1 < bytes.length; i += 2) units.push(bytes[i]! | (bytes[i + 1]! << 8));
      return fromUnits(units);
    }
    case 'latin1':
      return fromUnits(bytes);
    case 'ascii':
      return fromUnits(bytes.map((byte) => byte & 127));
    case 'hex': {
      let text = '';
      for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
      return text;
    }
    case 'base64':
      return base64(bytes, `${digits}+/`, '=');
    case 'base64url':
      return base64(bytes, `${digits}-_`, '');
  }
}

function base64(bytes: Uint8Array, alphabet: string, padding: string): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const left = Math.min(3, bytes.length - at);
    const bits = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let digit = 0; digit < 4; digit++) text += digit > left ? padding : alphabet[(bits >> (18 - 6 * digit)) & 63]!;
  }
  return text;
}

/** The host takes only so many arguments. */
function fromUnits(units: ArrayLike<number>): string {
  let text = '';
  for (let at = 0; at < units.length; at += 8192)
    text += String.fromCharCode(...Array.prototype.slice.call(units, at, at + 8192));
  return text;
}

/** What is not well-formed becomes U+FFFD, one for each part that could have begun a character. */
function readUtf8(bytes: Uint8Array): string {
  const units: number[] = [];
  decodeUtf8(bytes, (code) => {
    if (code < 0x10000) units.push(code);
    else units.push(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
  });
  return fromUnits(units);
}

export function isUtf8(bytes: Uint8Array): boolean {
  return decodeUtf8(bytes, () => undefined);
}

function decodeUtf8(bytes: Uint8Array, emit: (code: number) => void): boolean {
  let isWellFormed = true;
  for (let i = 0; i < bytes.length; i++) {
    const first = bytes[i]!;
    if (first < 0x80) {
      emit(first);
      continue;
    }
    const size =
      first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
    let code = size === 2 ? first & 31 : size === 3 ? first & 15 : first & 7;
    let taken = 1;
    let [low, high] = secondByteRange(first);
    while (taken < size) {
      const byte = bytes[i + taken];
      if (byte === undefined || byte < low || byte > high) break;
      [low, high] = [0x80, 0xbf];
      code = (code << 6) | (byte & 63);
      taken++;
    }
    if (size > 0 && taken === size) emit(code);
    else {
      isWellFormed = false;
      emit(0xfffd);
    }
    i += taken - 1;
  }
  return isWellFormed;
}

function secondByteRange(first: number): [low: number, high: number] {
  if (first === 0xe0) return [0xa0, 0xbf];
  if (first === 0xed) return [0x80, 0x9f];
  if (first === 0xf0) return [0x90, 0xbf];
  return first === 0xf4 ? [0x80, 0x8f] : [0x80, 0xbf];
}
