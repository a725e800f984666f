/**
 * The module 'stream': Node's own streams, as the package readable-stream publishes them (scripts/guest-libraries.mjs), over
 * our errors and tools. Node: lib/stream.js, lib/internal/streams/.
 */
import library from './readable-stream.json' with { type: 'json' };

export const streamLibrarySource = library.source;

export const streamErrorsSource = String.raw`function (require, global) {
  const { AggregateError, Object, Array } = global;
  const { AbortError } = require('internal/validators');
  const { inspect } = require('internal/inspect');
  const codes = {};
  const define = (kind, code, message) => {
    codes[code] = function (...args) { return %NodeError(kind, code, message(...args)); };
  };
  const typeNames = ['string', 'function', 'number', 'object', 'Function', 'Object', 'boolean', 'bigint', 'symbol'];
  const listed = (names) => (names.length < 3 ? names.join(' or ') : names.slice(0, -1).join(', ') + ', or ' + names[names.length - 1]);
  function expectation(expected) {
    let all = Array.isArray(expected) ? expected : [expected];
    // Node 24 takes all views of bytes.
    if (all.join() === 'string,Buffer,Uint8Array') all = ['string', 'Buffer', 'TypedArray', 'DataView'];
    let types = all.filter((name) => typeNames.includes(name)).map((name) => name.toLowerCase());
    const instances = all.filter((name) => !typeNames.includes(name) && /^([A-Z][a-z0-9]*)+$/.test(name));
    const others = all.filter((name) => !typeNames.includes(name) && !instances.includes(name));
    if (instances.length > 0 && types.includes('object')) {
      types = types.filter((name) => name !== 'object');
      instances.push('Object');
    }
    const parts = [];
    if (types.length > 0) parts.push((types.length > 1 ? 'one of type ' : 'of type ') + listed(types));
    if (instances.length > 0) parts.push('an instance of ' + listed(instances));
    if (others.length > 0) parts.push((others.length > 1 ? 'one of ' : others[0].toLowerCase() === others[0] ? '' : 'an ') + listed(others));
    return parts.join(' or ');
  }
  codes.ERR_INVALID_ARG_TYPE = function (name, expected, actual) {
    const subject = name.endsWith(' argument') ? name : '"' + name + '" ' + (name.includes('.') ? 'property' : 'argument');
    return %NodeError('TypeError', 'ERR_INVALID_ARG_TYPE', 'The ' + subject + ' must be ' + expectation(expected) + '. Received ' + %Received(actual));
  };
  define('TypeError', 'ERR_INVALID_ARG_VALUE', (name, value, reason = 'is invalid') => {
    let shown = inspect(value);
    if (shown.length > 128) shown = shown.slice(0, 128) + '...';
    return 'The ' + (name.includes('.') ? 'property' : 'argument') + " '" + name + "' " + reason + '. Received ' + shown;
  });
  define('TypeError', 'ERR_INVALID_RETURN_VALUE', (input, name, value) => 'Expected ' + input + ' to be returned from the "' + name + '" function but got ' + %Received(value) + '.');
  define('TypeError', 'ERR_MISSING_ARGS', (...names) => 'The ' + names.map((name) => (Array.isArray(name) ? name.map((one) => '"' + one + '"').join(' or ') : '"' + name + '"')).join(' and ') + ' argument' + (names.length > 1 ? 's' : '') + ' must be specified');
  codes.ERR_OUT_OF_RANGE = function (name, range, value) {
    try {
      %ThrowOutOfRange(name, range, value);
    } catch (error) {
      return error;
    }
  };
  const fixed = (kind, code, text) => define(kind, code, (word) => text.replace('%s', word));
  fixed('Error', 'ERR_MULTIPLE_CALLBACK', 'Callback called multiple times');
  fixed('Error', 'ERR_METHOD_NOT_IMPLEMENTED', 'The %s method is not implemented');
  fixed('Error', 'ERR_STREAM_ALREADY_FINISHED', 'Cannot call %s after a stream was finished');
  fixed('Error', 'ERR_STREAM_CANNOT_PIPE', 'Cannot pipe, not readable');
  fixed('Error', 'ERR_STREAM_UNABLE_TO_PIPE', 'Cannot pipe to a closed or destroyed stream');
  fixed('Error', 'ERR_STREAM_DESTROYED', 'Cannot call %s after a stream was destroyed');
  fixed('TypeError', 'ERR_STREAM_NULL_VALUES', 'May not write null values to stream');
  fixed('Error', 'ERR_STREAM_PREMATURE_CLOSE', 'Premature close');
  fixed('Error', 'ERR_STREAM_PUSH_AFTER_EOF', 'stream.push() after EOF');
  fixed('Error', 'ERR_STREAM_UNSHIFT_AFTER_END_EVENT', 'stream.unshift() after end event');
  fixed('Error', 'ERR_STREAM_WRITE_AFTER_END', 'write after end');
  define('TypeError', 'ERR_UNKNOWN_ENCODING', (encoding) => require('internal/inspect').format('Unknown encoding: %s', encoding));
  fixed('Error', 'ERR_INTERNAL_ASSERTION', '%s');
  function aggregateTwoErrors(inner, outer) {
    if (!inner || !outer || inner === outer) return inner || outer;
    if (Array.isArray(outer.errors)) {
      outer.errors.push(inner);
      return outer;
    }
    const error = new AggregateError([outer, inner], outer.message);
    error.code = outer.code;
    return error;
  }
  return { AbortError, aggregateTwoErrors, hideStackFrames: (fn) => fn, codes };
}`;

export const streamToolsSource = String.raw`function (require, global) {
  const { Promise, Object } = global;
  const util = require('util');
  return {
    kEmptyObject: Object.freeze({}),
    get AbortSignal() { return global.AbortSignal; },
    get AbortController() { return global.AbortController; },
    once(callback) {
      let isCalled = false;
      return function (...args) {
        if (isCalled) return;
        isCalled = true;
        %Apply(callback, this, args);
      };
    },
    createDeferredPromise() { return Promise.withResolvers(); },
    promisify: util.promisify,
    debuglog: () => () => {},
    format: util.format,
    inspect: util.inspect,
    types: util.types,
    isBlob(value) { return typeof global.Blob === 'function' && value instanceof global.Blob; },
    deprecate: util.deprecate,
    normalizeEncoding: require('internal/encodings').normalizeEncoding,
    addAbortListener: require('events').addAbortListener,
    AbortSignalAny: (signals) => global.AbortSignal.any(signals),
  };
}`;

export const streamSource = String.raw`function (require, global) {
  const { stream: library } = require('internal/stream/library');
  const { Object } = global;
  // Node 24 buffers more than the package's own default.
  library.setDefaultHighWaterMark(false, 65536);
  library._isUint8Array = (value) => global.ArrayBuffer.isView(value);
  library._uint8ArrayToBuffer = (view) => require('buffer').Buffer.from(view.buffer, view.byteOffset, view.byteLength);
  const { Readable, Writable, Duplex } = library;
  // What waits to be written learns of the end of a Duplex, too.
  Duplex.prototype.destroy = Writable.prototype.destroy;
  class DuplexSide extends Duplex {
    constructor(options) {
      super(options);
      this.otherSide = null;
      this.whenRead = null;
    }
    _read() {
      const callback = this.whenRead;
      this.whenRead = null;
      if (callback) callback();
    }
    _write(chunk, encoding, callback) {
      if (chunk.length === 0) {
        require('process').nextTick(callback);
        return;
      }
      this.otherSide.push(chunk);
      this.otherSide.whenRead = callback;
    }
    _final(callback) {
      this.otherSide.on('end', callback);
      this.otherSide.push(null);
    }
  }
  if (library.duplexPair === undefined) library.duplexPair = function duplexPair(options) {
    const first = new DuplexSide(options);
    const second = new DuplexSide(options);
    first.otherSide = second;
    second.otherSide = first;
    return [first, second];
  };
  Object.defineProperty(library, 'promises', { configurable: true, enumerable: true, get() { return require('stream/promises'); } });
  const adapters = () => require('internal/stream/web-adapters');
  Readable.fromWeb = function (readableStream, options) { return adapters().readableFromWeb(readableStream, options); };
  Readable.toWeb = function (streamReadable, options) { return adapters().readableToWeb(streamReadable, options); };
  Writable.fromWeb = function (writableStream, options) { return adapters().writableFromWeb(writableStream, options); };
  Writable.toWeb = function (streamWritable) { return adapters().writableToWeb(streamWritable); };
  Duplex.fromWeb = function (pair, options) { return adapters().duplexFromWeb(pair, options); };
  Duplex.toWeb = function (duplex, options) { return adapters().duplexToWeb(duplex, options); };
  return library;
}`;

export const streamPromisesSource = String.raw`function (require, global) {
  require('stream');
  return require('internal/stream/library').promises;
}`;

export const streamConsumersSource = String.raw`function (require, global) {
  const { JSON } = global;
  const { Buffer } = require('buffer');
  async function buffer(stream) {
    const parts = [];
    for await (const part of stream) parts.push(typeof part === 'string' ? Buffer.from(part) : Buffer.from(part.buffer, part.byteOffset, part.byteLength));
    return Buffer.concat(parts);
  }
  async function text(stream) {
    const decoder = new (require('string_decoder').StringDecoder)('utf8');
    let result = '';
    for await (const part of stream) result += typeof part === 'string' ? part : decoder.write(Buffer.from(part.buffer, part.byteOffset, part.byteLength));
    return result + decoder.end();
  }
  return {
    async arrayBuffer(stream) {
      const bytes = await buffer(stream);
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    },
    async blob(stream) { return new global.Blob([await buffer(stream)]); },
    buffer,
    text,
    async json(stream) { return JSON.parse(await text(stream)); },
  };
}`;
