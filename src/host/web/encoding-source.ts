/** TextEncoder and TextDecoder. Encoding Standard; Node: lib/internal/encoding.js. */
export const encodingSource = `function (require, global) {
  const { TypeError, RangeError, Uint8Array } = global;
  const { isNode, define, inspectKey, toText } = require('internal/webidl');

  class TextEncoder {
    #brand = true;
    get encoding() { this.#brand; return 'utf-8'; }
    encode(input = '') { this.#brand; return %Utf8Encode(toText(input)); }
    encodeInto(source, destination) {
      this.#brand;
      if (isNode) %ValidateString(source, 'src');
      if (!(destination instanceof Uint8Array)) {
        if (isNode) %ThrowInvalidType('dest', 'an instance of Uint8Array', destination);
        throw new TypeError("Failed to execute 'encodeInto' on 'TextEncoder': parameter 2 is not of type 'Uint8Array'.");
      }
      const [read, written] = %EncodeInto(toText(source), destination);
      return { read, written };
    }
    [inspectKey](depth, options) {
      if (typeof depth === 'number' && depth < 0) return '[TextEncoder]';
      return require('internal/inspect').inspect({ encoding: 'utf-8' }, options);
    }
  }

  /** Node: which of its decoders refuses, and in which words: the machine code of two, or the JavaScript that is before the third. */
  function refuse(input, encoding, isStream) {
    const isByBytes = /^(?:windows|iso|koi8|macintosh|x-mac|ibm|x-user)/.test(encoding) && encoding !== 'iso-2022-jp';
    if (isByBytes || (encoding === 'utf-8' && isStream)) %ThrowInvalidType('input', 'an instance of ArrayBuffer or ArrayBufferView', input);
    const name = encoding === 'utf-8' ? 'list' : 'input';
    throw %NewBindingError('ERR_INVALID_ARG_TYPE', 'The "' + name + '" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.', 'TypeError');
  }

  class TextDecoder {
    #encoding; #fatal; #ignoreBOM;
    constructor(label = 'utf-8', options = {}) {
      const name = toText(label);
      if (options !== null && !%IsObject(options)) {
        if (isNode) %ThrowInvalidType('options', 'of type object', options);
        throw new TypeError("Failed to construct 'TextDecoder': The provided value is not of type 'TextDecoderOptions'.");
      }
      this.#encoding = %EncodingOf(name);
      if (this.#encoding === undefined) {
        if (isNode) throw %NewNodeRangeError('ERR_ENCODING_NOT_SUPPORTED', 'The "' + name + '" encoding is not supported');
        throw new RangeError("Failed to construct 'TextDecoder': The encoding label provided ('" + name + "') is invalid.");
      }
      this.#fatal = !!options?.fatal;
      this.#ignoreBOM = !!options?.ignoreBOM;
    }
    decode(input = undefined, options = {}) {
      this.#encoding;
      const bytes = input === undefined ? undefined : %CopyBytes(input);
      if (input !== undefined && bytes === undefined) {
        if (isNode) refuse(input, this.#encoding, !!options?.stream);
        throw new TypeError("Failed to execute 'decode' on 'TextDecoder': parameter 1 is not of type 'ArrayBuffer'.");
      }
      const text = %DecodeChunk(this, this.#encoding, this.#fatal, this.#ignoreBOM, bytes, !!options?.stream);
      if (text !== undefined) return text;
      if (isNode) throw %NewNodeTypeError('ERR_ENCODING_INVALID_ENCODED_DATA', 'The encoded data was not valid for encoding ' + this.#encoding);
      throw new TypeError("Failed to execute 'decode' on 'TextDecoder': The encoded data was not valid.");
    }
    get encoding() { return this.#encoding; }
    get fatal() { return this.#fatal; }
    get ignoreBOM() { return this.#ignoreBOM; }
    [inspectKey](depth, options) {
      if (typeof depth === 'number' && depth < 0) return '[TextDecoder]';
      return 'TextDecoder ' + require('internal/inspect').inspect({ encoding: this.#encoding, fatal: this.#fatal, ignoreBOM: this.#ignoreBOM }, options);
    }
  }
  define(TextEncoder);
  define(TextDecoder);
  return { TextEncoder, TextDecoder };
}`;
