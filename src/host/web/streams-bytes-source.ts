/**
 * Streams of bytes: their controller, readers that bring their own buffer, and its request. Streams Standard 4.5, 4.7, 4.8;
 * Node: ReadableByteStreamController in lib/internal/webstreams/readablestream.js.
 */
export const streamsBytesSource = `function (require, global) {
  const { ArrayBuffer, Uint8Array, DataView, TypeError, RangeError, Object, Math } = global;
  const { isNode, define, inspectKey, inspectStreamAs: inspectAs, key, illegal } = require('internal/webidl');
  const base = require('internal/streams/base');
  const readable = require('internal/streams/readable');
  const { deferred, resolved, rejected, react, promised, invalidState, invalidThis } = base;

  let controllerOf, readerOf, requestOf;

  class ReadableStreamBYOBReader {
    #r;
    static { readerOf = (value) => (%IsObject(value) && #r in value ? value.#r : undefined); }
    constructor(stream) {
      const s = readable.readableState(stream);
      if (s === undefined) %ThrowInvalidType('stream', 'an instance of ReadableStream', stream);
      if (s.reader !== undefined) throw invalidState('ReadableStream is locked');
      if (!s.c.isByte) throw base.invalidValue("argument 'stream'", stream, 'TypeError', 'must be a byte stream');
      this.#r = { object: this, s, requests: [], closed: undefined, isByob: true };
      readable.attach(s, this.#r);
    }
    read(view, options = undefined) {
      const r = readerOf(this);
      if (r === undefined) return rejected(invalidThis('ReadableStreamBYOBReader'));
      const request = deferred();
      try {
        if (!ArrayBuffer.isView(view)) %ThrowInvalidType('view', 'an instance of Buffer, TypedArray, or DataView', view);
        const { min = 1 } = base.objectOf(options, 'options', true);
        if (view.byteLength === 0 || view.buffer.byteLength === 0) throw invalidState('View or Viewed ArrayBuffer is zero-length or detached');
        if (!(min > 0)) throw base.invalidValue("property 'options.min'", min, 'TypeError', 'must be greater than 0');
        if (min > (view.length ?? view.byteLength)) throw base.invalidValue("property 'options.min'", min, 'RangeError', 'must be smaller or equal to view length');
        if (r.s === undefined) throw invalidState('The reader is not attached to a stream');
        r.s.disturbed = true;
        const steps = {
          chunk: (value) => request.resolve(base.result(value, false)),
          close: (value) => request.resolve(base.result(value, true)),
          error: (error) => request.reject(error),
        };
        if (r.s.state === 'errored') steps.error(r.s.error);
        else pullInto(r.s.c, view, min, steps);
      } catch (error) { return rejected(error); }
      return request.promise;
    }
    releaseLock() {
      const r = readerOf(this);
      if (r === undefined) throw invalidThis('ReadableStreamBYOBReader');
      if (r.s !== undefined) readable.releaseReader(r);
    }
    get closed() {
      const r = readerOf(this);
      return r === undefined ? rejected(invalidThis('ReadableStreamBYOBReader')) : r.closed.promise;
    }
    cancel(reason = undefined) {
      const r = readerOf(this);
      if (r === undefined) return rejected(invalidThis('ReadableStreamBYOBReader'));
      return r.s === undefined ? rejected(invalidState('The reader is not attached to a stream')) : readable.cancelStream(r.s, reason);
    }
    [inspectKey](depth, options) {
      const r = this.#r;
      return inspectAs('ReadableStreamBYOBReader', { stream: r.s?.stream, readIntoRequests: r.requests.length, close: r.closed.promise }, depth, options);
    }
  }

  class ReadableStreamBYOBRequest {
    #q;
    static { requestOf = (value) => (%IsObject(value) && #q in value ? value.#q : undefined); }
    constructor(given = undefined, q = undefined) {
      if (given !== key) illegal();
      this.#q = q;
    }
    get view() { return this.#q.view; }
    respond(bytesWritten) {
      const q = this.#q;
      if (q.c === undefined) throw invalidState('This BYOB request has been invalidated');
      if (q.view.buffer.byteLength === 0) throw invalidState('Viewed ArrayBuffer is detached');
      respond(q.c, +bytesWritten);
    }
    respondWithNewView(view) {
      const q = this.#q;
      if (!ArrayBuffer.isView(view)) %ThrowInvalidType('view', 'an instance of Buffer, TypedArray, or DataView', view);
      if (q.c === undefined) throw invalidState('This BYOB request has been invalidated');
      respondWithNewView(q.c, view);
    }
    [inspectKey](depth, options) { return inspectAs('ReadableStreamBYOBRequest', { view: this.#q.view, controller: this.#q.c?.object }, depth, options); }
  }

  class ReadableByteStreamController {
    #c;
    static { controllerOf = (value) => (%IsObject(value) && #c in value ? value.#c : undefined); }
    constructor(given = undefined, c = undefined) {
      if (given !== key) illegal();
      this.#c = c;
    }
    get byobRequest() { return requestFor(known(this)); }
    get desiredSize() { return readable.desiredSizeOf(known(this)); }
    close() {
      const c = known(this);
      if (c.closeRequested) throw invalidState('Controller is already closed');
      if (c.s.state !== 'readable') throw invalidState('ReadableStream is already closed');
      closeController(c);
    }
    enqueue(chunk) {
      const c = known(this);
      if (!ArrayBuffer.isView(chunk)) %ThrowInvalidType('buffer', 'an instance of Buffer, TypedArray, or DataView', chunk);
      if (chunk.byteLength === 0 || chunk.buffer.byteLength === 0) throw invalidState('chunk ArrayBuffer is zero-length or detached');
      if (c.closeRequested) throw invalidState('Controller is already closed');
      if (c.s.state !== 'readable') throw invalidState('ReadableStream is already closed');
      enqueueChunk(c, chunk);
    }
    error(reason = undefined) { errorController(known(this), reason); }
    [inspectKey](depth, options) { return inspectAs('ReadableByteStreamController', {}, depth, options); }
  }
  function known(controller) {
    const c = controllerOf(controller);
    if (c === undefined) throw invalidThis('ReadableByteStreamController');
    return c;
  }
  define(ReadableStreamBYOBReader);
  define(ReadableStreamBYOBRequest);
  define(ReadableByteStreamController);

  function setUpFromSource(s, source, mark) {
    const start = base.callbackOf(source, 'start', 'source');
    const pull = base.callbackOf(source, 'pull', 'source');
    const cancel = base.callbackOf(source, 'cancel', 'source');
    let size = source.autoAllocateChunkSize;
    if (size !== undefined) {
      size = +size;
      if (!(size > 0)) throw base.invalidValue("property 'source.autoAllocateChunkSize'", size, 'TypeError');
    }
    setUp(s, {
      start: start && ((controller) => %Call(start, source, controller)),
      pull: pull && ((controller) => promised(pull, source, controller)),
      cancel: cancel && ((reason) => promised(cancel, source, reason)),
    }, mark, size);
  }
  function newByteStream(algorithms, mark = 0) {
    const stream = new readable.ReadableStream(key);
    setUp(readable.readableState(stream), algorithms, mark, undefined);
    return stream;
  }
  function setUp(s, algorithms, mark, autoAllocate) {
    const c = {
      s, isByte: true, object: undefined, queue: [], total: 0, started: false, closeRequested: false, pullAgain: false, pulling: false,
      mark, pull: algorithms.pull, cancel: algorithms.cancel, autoAllocate, request: undefined, pending: [],
      pullSteps, cancelSteps, releaseSteps, fail: (error) => errorController(c, error),
    };
    c.object = new ReadableByteStreamController(key, c);
    s.c = c;
    readable.start(c, algorithms.start, callPull);
  }

  function pullSteps(c, request) {
    if (c.total > 0) return request.chunk(takeFromQueue(c));
    if (c.autoAllocate !== undefined) {
      const buffer = new ArrayBuffer(c.autoAllocate);
      c.pending.push({ buffer, bufferLength: c.autoAllocate, offset: 0, length: c.autoAllocate, filled: 0, minimum: 1, elementSize: 1, View: Uint8Array, reader: 'default' });
    }
    c.s.reader.requests.push(request);
    callPull(c);
  }
  function takeFromQueue(c) {
    const entry = c.queue.shift();
    c.total -= entry.length;
    afterTake(c);
    return new Uint8Array(entry.buffer, entry.offset, entry.length);
  }
  function afterTake(c) {
    if (c.total === 0 && c.closeRequested) {
      clearAlgorithms(c);
      readable.closeStream(c.s);
    } else callPull(c);
  }
  function cancelSteps(c, reason) {
    invalidate(c);
    c.pending = [];
    base.resetQueue(c);
    const { cancel } = c;
    clearAlgorithms(c);
    return cancel === undefined ? resolved(undefined) : cancel(reason);
  }
  function releaseSteps(c) {
    if (c.pending.length === 0) return;
    c.pending[0].reader = 'none';
    c.pending.length = 1;
  }
  function clearAlgorithms(c) { c.pull = undefined; c.cancel = undefined; }
  function invalidate(c) {
    if (c.request === undefined) return;
    const q = requestOf(c.request);
    q.c = undefined;
    q.view = null;
    c.request = undefined;
  }
  function requestFor(c) {
    if (c.request === undefined && c.pending.length > 0) {
      const first = c.pending[0];
      const view = new Uint8Array(first.buffer, first.offset + first.filled, first.length - first.filled);
      c.request = new ReadableStreamBYOBRequest(key, { c, view });
    }
    return c.request ?? null;
  }
  const hasByobReader = (s) => s.reader !== undefined && s.reader.isByob;
  function callPull(c) {
    const { s } = c;
    const isWanted = s.state === 'readable' && !c.closeRequested && c.started &&
      ((s.reader !== undefined && s.reader.requests.length > 0) || readable.desiredSizeOf(c) > 0);
    if (!isWanted) return;
    if (c.pulling) { c.pullAgain = true; return; }
    c.pulling = true;
    react(
      c.pull === undefined ? resolved(undefined) : c.pull(c.object),
      () => {
        c.pulling = false;
        if (c.pullAgain) { c.pullAgain = false; callPull(c); }
      },
      (error) => errorController(c, error),
    );
  }
  function errorController(c, error) {
    if (c.s.state !== 'readable') return;
    invalidate(c);
    c.pending = [];
    base.resetQueue(c);
    clearAlgorithms(c);
    readable.errorStream(c.s, error);
  }
  function closeController(c) {
    const { s } = c;
    if (c.closeRequested || s.state !== 'readable') return;
    if (c.total > 0) { c.closeRequested = true; return; }
    if (c.pending.length > 0 && c.pending[0].filled % c.pending[0].elementSize !== 0) {
      const error = invalidState('Partial read');
      errorController(c, error);
      throw error;
    }
    clearAlgorithms(c);
    readable.closeStream(s);
  }
  function enqueueChunk(c, chunk) {
    const { s } = c;
    if (c.closeRequested || s.state !== 'readable') return;
    const { byteOffset, byteLength } = chunk;
    const buffer = chunk.buffer.transfer();
    if (c.pending.length > 0) {
      const first = c.pending[0];
      if (first.buffer.byteLength === 0) throw invalidState('Destination ArrayBuffer is detached');
      invalidate(c);
      first.buffer = first.buffer.transfer();
      if (first.reader === 'none') {
        if (first.filled > 0) pushBytes(c, first.buffer.slice(first.offset, first.offset + first.filled), 0, first.filled);
        c.pending.shift();
      }
    }
    if (readable.hasDefaultReader(s)) {
      const { requests } = s.reader;
      while (requests.length > 0 && c.total > 0) requests.shift().chunk(takeFromQueue(c));
      if (requests.length === 0) pushBytes(c, buffer, byteOffset, byteLength);
      else {
        if (c.pending.length > 0) c.pending.shift();
        requests.shift().chunk(new Uint8Array(buffer, byteOffset, byteLength));
      }
    } else {
      pushBytes(c, buffer, byteOffset, byteLength);
      if (hasByobReader(s)) fillAll(c);
    }
    callPull(c);
  }
  function pushBytes(c, buffer, offset, length) {
    c.queue.push({ buffer, offset, length });
    c.total += length;
  }
  function fillAll(c) {
    const done = [];
    while (c.pending.length > 0 && c.total > 0 && fill(c, c.pending[0])) done.push(c.pending.shift());
    for (let i = 0; i < done.length; i++) commit(c.s, done[i]);
  }
  /** Whether there is enough now. */
  function fill(c, into) {
    const most = Math.min(c.total, into.length - into.filled);
    const filled = into.filled + most;
    const whole = filled - (filled % into.elementSize);
    const isReady = whole >= into.minimum;
    let left = isReady ? whole - into.filled : most;
    while (left > 0) {
      const head = c.queue[0];
      const count = Math.min(left, head.length);
      new Uint8Array(into.buffer).set(new Uint8Array(head.buffer, head.offset, count), into.offset + into.filled);
      if (head.length === count) c.queue.shift();
      else { head.offset += count; head.length -= count; }
      c.total -= count;
      into.filled += count;
      left -= count;
    }
    return isReady;
  }
  const viewOf = (into) => new into.View(into.buffer.transfer(), into.offset, into.filled / into.elementSize);
  function commit(s, into) {
    const isDone = s.state === 'closed';
    const view = viewOf(into);
    const request = s.reader.requests.shift();
    if (into.reader === 'byob' && isDone) request.close(view);
    else request.chunk(view);
  }
  function pullInto(c, view, min, request) {
    const { s } = c;
    const elementSize = view.BYTES_PER_ELEMENT ?? 1;
    const View = view instanceof DataView ? DataView : %Intrinsic(%TypeOfView(view));
    const { byteOffset, byteLength } = view;
    const buffer = view.buffer.transfer();
    const into = { buffer, bufferLength: buffer.byteLength, offset: byteOffset, length: byteLength, filled: 0, minimum: min * elementSize, elementSize, View, reader: 'byob' };
    if (c.pending.length > 0) {
      c.pending.push(into);
      s.reader.requests.push(request);
      return;
    }
    if (s.state === 'closed') return request.close(new View(into.buffer, into.offset, 0));
    if (c.total > 0) {
      if (fill(c, into)) {
        const full = viewOf(into);
        afterTake(c);
        return request.chunk(full);
      }
      if (c.closeRequested) {
        const error = invalidState('ReadableStream closed');
        errorController(c, error);
        return request.error(error);
      }
    }
    c.pending.push(into);
    s.reader.requests.push(request);
    callPull(c);
  }
  function respond(c, bytesWritten) {
    const first = c.pending[0];
    if (c.s.state === 'closed') {
      if (bytesWritten !== 0) throw invalidState('Controller is closed');
    } else {
      if (bytesWritten === 0) throw invalidState('bytesWritten is zero');
      if (first.filled + bytesWritten > first.length) throw base.invalidValue("argument 'bytesWritten'", bytesWritten);
    }
    first.buffer = first.buffer.transfer();
    respondInternal(c, bytesWritten);
  }
  function respondWithNewView(c, view) {
    const first = c.pending[0];
    if (c.s.state === 'closed') {
      if (view.byteLength !== 0) throw invalidState('View is not zero-length');
    } else if (view.byteLength === 0) throw invalidState('View is zero-length');
    if (first.offset + first.filled !== view.byteOffset) throw base.invalidValue("argument 'view'", view);
    if (first.filled + view.byteLength > first.length) throw base.invalidValue("argument 'view'", view);
    const { byteLength } = view;
    first.buffer = view.buffer.transfer();
    respondInternal(c, byteLength);
  }
  function respondInternal(c, bytesWritten) {
    const first = c.pending[0];
    invalidate(c);
    const { s } = c;
    if (s.state === 'closed') {
      if (first.reader === 'none') c.pending.shift();
      if (hasByobReader(s)) while (s.reader.requests.length > 0 && c.pending.length > 0) commit(s, c.pending.shift());
      return callPull(c);
    }
    first.filled += bytesWritten;
    if (first.reader === 'none') {
      if (first.filled > 0) pushBytes(c, first.buffer.slice(first.offset, first.offset + first.filled), 0, first.filled);
      c.pending.shift();
      fillAll(c);
    } else if (first.filled >= first.minimum) {
      c.pending.shift();
      const rest = first.filled % first.elementSize;
      if (rest > 0) {
        const end = first.offset + first.filled;
        pushBytes(c, first.buffer.slice(end - rest, end), 0, rest);
      }
      first.filled -= rest;
      commit(s, first);
      fillAll(c);
    }
    callPull(c);
  }

  return { ReadableStreamBYOBReader, ReadableStreamBYOBRequest, ReadableByteStreamController, setUpFromSource, newByteStream, enqueueChunk, closeController, errorController };
}`;
