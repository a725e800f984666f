/**
 * Blob, File and URLs of blobs. File API; Node: lib/internal/blob.js, lib/internal/file.js. A blob's bytes are there from
 * the beginning: in Node reading them takes microtasks only, in a browser a task.
 */
export const blobSource = `function (require, global) {
  const { Symbol, TypeError, Object, Math, Uint8Array, Map } = global;
  const { isNode, inspectKey, define, toText, toUsv, need, bytesOf, concat, inspectAs, quote, key } = require('internal/webidl');
  let contentOf;
  /** In a browser they come from another process. */
  const read = isNode ? () => undefined : () => new global.Promise((resolve) => { %Wait('fileSystem', 'Blob', 'fileSystem', 1, resolve); });

  function iterableOf(value, name = 'Blob') {
    const method = %IsObject(value) ? value[Symbol.iterator] : undefined;
    if (typeof method === 'function') return;
    if (isNode) throw %NewBindingError('ERR_INVALID_ARG_TYPE', 'Value cannot be converted to sequence.', 'TypeError');
    throw new TypeError('Failed to construct ' + quote(name) + ': ' + (%IsObject(value) ? 'The object must have a callable @@iterator property.' : 'The provided value cannot be converted to a sequence.'));
  }
  function optionsOf(options, name) {
    if (options === undefined || options === null) return {};
    if (!%IsObject(options)) {
      if (isNode) %ThrowInvalidType('options', 'a dictionary', options);
      throw new TypeError("Failed to construct " + quote(name) + ": The provided value is not of type '" + name + "PropertyBag'.");
    }
    return options;
  }
  function typeOf(type) {
    const text = toText(type);
    return /[^\\x20-\\x7e]/.test(text) ? '' : text.toLowerCase();
  }
  function partBytes(part, endings) {
    if (%IsObject(part)) {
      const content = contentOf(part);
      if (content !== undefined) return content.bytes;
      const bytes = bytesOf(part);
      if (bytes !== undefined) return bytes;
    }
    let text = toUsv(part);
    if (endings === 'native') text = text.replaceAll('\\r\\n', '\\n').replaceAll('\\r', '\\n');
    return %Utf8Encode(text);
  }

  class Blob {
    #content;
    static { contentOf = (value) => (#content in value ? value.#content : undefined); }
    constructor(sources = [], options = undefined) {
      if (sources === key) { this.#content = options; return; }
      if (sources !== undefined) iterableOf(sources);
      const { type = '', endings = 'transparent' } = optionsOf(options, 'Blob');
      const ending = toText(endings);
      if (ending !== 'transparent' && ending !== 'native') {
        if (isNode) throw %NewNodeTypeError('ERR_INVALID_ARG_VALUE', "The property 'options.endings' must be one of: 'transparent', 'native'. Received " + require('internal/inspect').inspect(endings));
        throw new TypeError("Failed to construct 'Blob': Failed to read the 'endings' property from 'BlobPropertyBag': The provided value " + quote(ending) + " is not a valid enum value of type EndingType.");
      }
      const parts = [];
      for (const part of sources) parts[parts.length] = partBytes(part, ending);
      this.#content = { bytes: concat(parts), type: typeOf(type) };
    }
    get type() { return this.#content.type; }
    get size() { return this.#content.bytes.length; }
    slice(start = 0, end = undefined, contentType = '') {
      const { bytes } = this.#content;
      const size = bytes.length;
      const at = (value) => { const number = Math.trunc(+value) || 0; return number < 0 ? Math.max(size + number, 0) : Math.min(number, size); };
      const from = at(start);
      return new Blob(key, { bytes: bytes.slice(from, Math.max(from, end === undefined ? size : at(end))), type: typeOf(contentType) });
    }
    async arrayBuffer() {
      const { bytes } = this.#content;
      await read();
      return bytes.slice().buffer;
    }
    async text() {
      const { bytes } = this.#content;
      await read();
      return await %Utf8Decode(bytes);
    }
    async bytes() {
      const { bytes } = this.#content;
      await read();
      return bytes.slice();
    }
    stream() {
      const { bytes } = this.#content;
      const { newByteStream, enqueueChunk, closeController } = require('internal/streams/bytes');
      const { readableState } = require('internal/streams/readable');
      const { resolved } = require('internal/streams/base');
      let at = 0;
      const stream = newByteStream({
        pull() {
          const { c } = readableState(stream);
          if (at >= bytes.length) {
            closeController(c);
            if (c.pending.length > 0) c.object.byobRequest.respond(0);
          } else enqueueChunk(c, bytes.slice(at, at += 65536));
          return resolved(undefined);
        },
      });
      return stream;
    }
    [inspectKey](depth, options) { return inspectAs('Blob', { size: this.size, type: this.type }, depth, options); }
  }
  define(Blob);

  class File extends Blob {
    #name; #lastModified;
    constructor(fileBits, fileName, options = undefined) {
      need(arguments, 2, 'File', 'constructor', 'fileBits', 'fileName');
      if (!isNode) iterableOf(fileBits, 'File');
      super(fileBits, optionsOf(options, 'File'));
      const { lastModified } = options ?? {};
      this.#name = toUsv(fileName);
      this.#lastModified = lastModified === undefined ? global.Date.now() : Math.trunc(+lastModified) || 0;
    }
    get name() { return this.#name; }
    get lastModified() { return this.#lastModified; }
    [inspectKey](depth, options) {
      return inspectAs('File', { size: this.size, type: this.type, name: this.#name, lastModified: this.#lastModified }, depth, options);
    }
  }
  define(File);
  if (!isNode) Object.defineProperty(File.prototype, 'webkitRelativePath', { __proto__: null, get() { return ''; }, enumerable: true, configurable: true });

  const urls = new Map();
  function createObjectUrl(object) {
    if (!%IsObject(object) || contentOf(object) === undefined) {
      if (isNode) %ThrowInvalidType('obj', 'an instance of Blob', object);
      throw new TypeError("Failed to execute 'createObjectURL' on 'URL': Overload resolution failed.");
    }
    const url = (isNode ? 'blob:nodedata:' : 'blob:' + (global.location?.origin ?? 'null') + '/') + %RandomUuid();
    urls.set(url, object);
    if (!isNode) %ShareBlobUrl(url, contentOf(object).bytes);
    return url;
  }
  function revokeObjectUrl(url) {
    urls.delete(url);
    if (!isNode) %RevokeBlobUrl(url);
  }
  function newBlob(bytes, type) { return new Blob(key, { bytes, type }); }
  const isBlob = (value) => %IsObject(value) && contentOf(value) !== undefined;
  /** The same content as a file of that name. */
  function fileFrom(blob, name) {
    const { bytes, type } = contentOf(blob);
    return new File([bytes], name, { type, lastModified: blob instanceof File ? blob.lastModified : undefined });
  }
  /** What structured cloning takes along. */
  function partsOf(blob) {
    const { bytes, type } = contentOf(blob);
    return blob instanceof File ? { bytes, type, name: blob.name, lastModified: blob.lastModified } : { bytes, type };
  }
  function fromParts(bytes, type, name, lastModified) {
    return name === undefined ? newBlob(bytes, type) : new File([bytes], name, { type, lastModified });
  }
  return {
    Blob, File, newBlob, isBlob, partsOf, fromParts, fileFrom, bytesOfBlob: (blob) => contentOf(blob).bytes,
    createObjectUrl, revokeObjectUrl, objectOfUrl: (url) => urls.get(url),
  };
}`;
