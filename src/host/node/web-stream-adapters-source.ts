/**
 * Node's streams as the web's and the other way round: what Readable.fromWeb, Writable.toWeb and their kin do. Node:
 * lib/internal/webstreams/adapters.js.
 */
export const webStreamAdaptersSource = String.raw`function (require, global) {
  const { Promise, Uint8Array, ReadableStream, WritableStream, CountQueuingStrategy, ByteLengthQueuingStrategy } = global;
  const { Readable, Writable, Duplex, destroy, finished, isReadable } = require('stream');
  const { Buffer } = require('buffer');
  const { AbortError, throwInvalidValue, validateObject, validateOneOf } = require('internal/validators');
  const { nextTick } = require('process');
  const isWritable = (stream) => stream.writable !== false && !stream.destroyed && !hasEnded(stream);
  const hasEnded = (stream) => stream.writableEnded === true;
  const premature = () => %NodeError('Error', 'ERR_STREAM_PREMATURE_CLOSE', 'Premature close');
  const withoutBuffer = (chunk) => new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  const strategyOf = (isObjects, highWaterMark) => new (isObjects ? CountQueuingStrategy : ByteLengthQueuingStrategy)({ highWaterMark });
  /** A stream that is closed before its end has been aborted, for the web. */
  const webError = (error) => (error?.code === 'ERR_STREAM_PREMATURE_CLOSE' ? new AbortError(undefined, { cause: error }) : error);
  /** What a callback throws is nobody's answer: it reaches the program by itself, or ends the stream. */
  const settling = (callback, failed) => (error) => {
    try {
      callback(error);
    } catch (thrown) {
      nextTick(() => failed(thrown));
    }
  };
  const rethrow = (error) => { throw error; };

  function readableToWeb(stream, options = { __proto__: null }) {
    if (typeof stream?._readableState !== 'object') %ThrowInvalidType('streamReadable', 'an stream.Readable', stream);
    validateObject(options, 'options');
    const { type } = options;
    if (type !== undefined) validateOneOf(type, 'options.type', ['bytes', undefined]);
    const isBytes = type === 'bytes';
    const isObjects = stream.readableObjectMode;
    const isOpen = !stream.destroyed && isReadable(stream);
    let controller;
    let isOver = false;
    const source = {
      type,
      start(given) { controller = given; },
      cancel(reason) {
        isOver = true;
        destroy(stream, reason);
      },
    };
    if (isOpen) source.pull = () => { stream.resume(); };
    const highWaterMark = stream.readableHighWaterMark;
    const strategy = !isOpen ? undefined : isBytes ? { highWaterMark } : options.strategy ?? strategyOf(isObjects, highWaterMark);
    const web = new ReadableStream(source, strategy);
    function end(error) {
      stream.on('error', () => {});
      if (isOver) return;
      isOver = true;
      if (error) return controller.error(webError(error));
      controller.close();
      if (isBytes) controller.byobRequest?.respond(0);
    }
    // What is over already tells at once how it ended.
    if (stream.closed || stream.destroyed) {
      const failure = stream.errored ?? (stream.readableEnded ? undefined : premature());
      end(failure);
      return web;
    }
    // The half that is still written to is no matter.
    const cleanup = finished(stream, { writable: false }, (error) => {
      cleanup();
      end(error);
    });
    if (!isOpen) return web;
    stream.pause();
    stream.on('data', (chunk) => {
      // A copy, for the pool of buffers stays where it is.
      controller.enqueue(Buffer.isBuffer(chunk) && !isObjects ? new Uint8Array(chunk) : chunk);
      if (controller.desiredSize <= 0) stream.pause();
    });
    return web;
  }

  function validReadable(options) {
    validateObject(options, 'options');
    const { encoding, objectMode = false } = options;
    if (encoding !== undefined && !Buffer.isEncoding(encoding)) throwInvalidValue('options.encoding', encoding);
    %ValidateBoolean(objectMode, 'options.objectMode');
    return { ...options, objectMode };
  }
  const isWeb = (stream, Interface) => stream instanceof Interface;
  /** The half of a stream that reads. */
  function reading(reader, stream) {
    reader.read().then(
      ({ done, value }) => { stream().push(done ? null : value); },
      (error) => destroy(stream(), error),
    );
  }
  function readableFromWeb(web, options = { __proto__: null }) {
    if (!isWeb(web, ReadableStream)) %ThrowInvalidType('readableStream', 'an instance of ReadableStream', web);
    const { highWaterMark, encoding, objectMode, signal } = validReadable(options);
    const reader = web.getReader();
    let isClosed = false;
    const readable = new Readable({
      objectMode,
      highWaterMark,
      encoding,
      signal,
      read() { reading(reader, () => readable); },
      destroy(error, callback) {
        const done = () => settling(callback, rethrow)(error);
        if (isClosed) done();
        else reader.cancel(error).then(done, done);
      },
    });
    reader.closed.then(() => { isClosed = true; }, (error) => {
      isClosed = true;
      destroy(readable, error);
    });
    return readable;
  }

  function writableToWeb(stream) {
    if (typeof stream?._writableState !== 'object') %ThrowInvalidType('streamWritable', 'an stream.Writable', stream);
    if (stream.destroyed || !isWritable(stream)) {
      const writable = new WritableStream();
      writable.close();
      return writable;
    }
    let controller;
    let drained;
    let closing;
    const cleanup = finished(stream, (error) => {
      error = webError(error);
      cleanup();
      stream.on('error', () => {});
      if (error) {
        drained?.reject(error);
        closing?.reject(error);
        controller.error(error);
      } else if (closing) closing.resolve();
      else controller.error(new AbortError());
      closing = undefined;
    });
    stream.on('drain', () => drained?.resolve());
    return new WritableStream({
      start(given) { controller = given; },
      write(chunk) {
        if (!stream.writableObjectMode && %InstanceType(chunk) === 'array buffer') chunk = new Uint8Array(chunk);
        if (!stream.writableNeedDrain && stream.write(chunk)) return;
        drained = Promise.withResolvers();
        if (!stream.writableNeedDrain) drained.resolve();
        return drained.promise.finally(() => { drained = undefined; });
      },
      abort(reason) { destroy(stream, reason); },
      close() {
        if (closing !== undefined || hasEnded(stream)) return;
        closing = Promise.withResolvers();
        stream.end();
        return closing.promise;
      },
    }, stream.writableObjectMode ? strategyOf(true, stream.writableHighWaterMark) : { highWaterMark: stream.writableHighWaterMark });
  }

  /** The methods of a stream that writes into 'writer'; 'stream' asks for it, which is made with them. */
  function writing(writer, stream, isDecoded) {
    const failed = (error) => destroy(stream(), error);
    return {
      writev(chunks, callback) {
        const done = settling(callback, failed);
        writer.ready.then(() => Promise.all(chunks.map(({ chunk }) => writer.write(chunk))).then(() => done(), done), done);
      },
      write(chunk, encoding, callback) {
        if (typeof chunk === 'string' && isDecoded) chunk = withoutBuffer(Buffer.from(chunk, encoding));
        const done = settling(callback, failed);
        writer.ready.then(() => writer.write(chunk).then(() => done(), done), done);
      },
    };
  }
  function writableFromWeb(web, options = { __proto__: null }) {
    if (!isWeb(web, WritableStream)) %ThrowInvalidType('writableStream', 'an instance of WritableStream', web);
    validateObject(options, 'options');
    const { highWaterMark, decodeStrings = true, objectMode = false, signal } = options;
    %ValidateBoolean(objectMode, 'options.objectMode');
    %ValidateBoolean(decodeStrings, 'options.decodeStrings');
    const writer = web.getWriter();
    let isClosed = false;
    const writable = new Writable({
      highWaterMark,
      objectMode,
      decodeStrings,
      signal,
      ...writing(writer, () => writable, decodeStrings && !objectMode),
      destroy(error, callback) {
        const done = () => settling(callback, rethrow)(error);
        if (isClosed) done();
        else if (error !== null && error !== undefined) writer.abort(error).then(done, done);
        else writer.close().then(done, done);
      },
      final(callback) {
        const done = settling(callback, (error) => destroy(writable, error));
        if (isClosed) done();
        else writer.close().then(() => done(), done);
      },
    });
    writer.closed.then(() => {
      isClosed = true;
      if (!hasEnded(writable)) destroy(writable, premature());
    }, (error) => {
      isClosed = true;
      destroy(writable, error);
    });
    return writable;
  }

  function duplexToWeb(duplex, options = { __proto__: null }) {
    if (typeof duplex?._writableState !== 'object' || typeof duplex?._readableState !== 'object') %ThrowInvalidType('duplex', 'an stream.Duplex', duplex);
    validateObject(options, 'options');
    const closedWritable = () => {
      const writable = new WritableStream();
      writable.close();
      return writable;
    };
    const closedReadable = () => {
      const readable = new ReadableStream({ type: options.type });
      readable.cancel();
      return readable;
    };
    return {
      writable: isWritable(duplex) ? writableToWeb(duplex) : closedWritable(),
      readable: !duplex.destroyed && isReadable(duplex) ? readableToWeb(duplex, options) : closedReadable(),
    };
  }
  function duplexFromWeb(pair = { __proto__: null }, options = { __proto__: null }) {
    validateObject(pair, 'pair');
    const { readable, writable } = pair;
    if (!isWeb(readable, ReadableStream)) %ThrowInvalidType('pair.readable', 'an instance of ReadableStream', readable);
    if (!isWeb(writable, WritableStream)) %ThrowInvalidType('pair.writable', 'an instance of WritableStream', writable);
    const { encoding, decodeStrings = true, objectMode, highWaterMark, signal, allowHalfOpen = false } = validReadable(options);
    const writer = writable.getWriter();
    const reader = readable.getReader();
    let isWritableClosed = false;
    let isReadableClosed = false;
    const duplex = new Duplex({
      allowHalfOpen,
      highWaterMark,
      objectMode,
      encoding,
      decodeStrings,
      signal,
      ...writing(writer, () => duplex, decodeStrings && !objectMode),
      final(callback) {
        const done = settling(callback, (error) => destroy(duplex, error));
        if (isWritableClosed) done();
        else writer.close().then(() => done(), done);
      },
      read() { reading(reader, () => duplex); },
      destroy(error, callback) {
        const done = () => settling(callback, rethrow)(error);
        const closeWriter = async () => { if (!isWritableClosed) await writer.abort(error); };
        const closeReader = async () => { if (!isReadableClosed) await reader.cancel(error); };
        if (isWritableClosed && isReadableClosed) done();
        else Promise.all([closeWriter(), closeReader()]).then(done, done);
      },
    });
    writer.closed.then(() => {
      isWritableClosed = true;
      if (!hasEnded(duplex)) destroy(duplex, premature());
    }, (error) => {
      isWritableClosed = true;
      isReadableClosed = true;
      destroy(duplex, error);
    });
    reader.closed.then(() => { isReadableClosed = true; }, (error) => {
      isWritableClosed = true;
      isReadableClosed = true;
      destroy(duplex, error);
    });
    return duplex;
  }
  return { readableToWeb, readableFromWeb, writableToWeb, writableFromWeb, duplexToWeb, duplexFromWeb };
}`;

/** The module 'stream/web': classes that are globals too. */
export const streamWebSource = String.raw`function (require, global) {
  const exports = {};
  const names = [
    'ReadableStream', 'ReadableStreamDefaultReader', 'ReadableStreamBYOBReader', 'ReadableStreamBYOBRequest', 'ReadableByteStreamController',
    'ReadableStreamDefaultController', 'TransformStream', 'TransformStreamDefaultController', 'WritableStream', 'WritableStreamDefaultWriter',
    'WritableStreamDefaultController', 'ByteLengthQueuingStrategy', 'CountQueuingStrategy', 'TextEncoderStream', 'TextDecoderStream', 'CompressionStream',
    'DecompressionStream',
  ];
  for (let i = 0; i < names.length; i++) exports[names[i]] = global[names[i]];
  return exports;
}`;
