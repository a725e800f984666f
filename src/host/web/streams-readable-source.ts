/**
 * ReadableStream with default readers and controllers. Streams Standard 4; Node: lib/internal/webstreams/readablestream.js.
 * What the standard keeps in slots is one record behind each object: s of a stream, r of a reader, c of a controller. What
 * byte streams add is in streams-bytes-source.ts, pipes and tee in streams-pipes-source.ts.
 */
export const streamsReadableSource = `function (require, global) {
  const { Object, Symbol, Promise, TypeError } = global;
  const { isNode, define, inspectKey, inspectStreamAs: inspectAs, key, illegal } = require('internal/webidl');
  const base = require('internal/streams/base');
  const { deferred, resolvedDeferred, rejectedDeferred, resolved, rejected, react, handled, promised, invalidState, invalidThis } = base;

  function known(state, name) {
    if (state === undefined) throw invalidThis(name);
    return state;
  }
  let stateOf, controllerOf, readerOf;

  class ReadableStream {
    #s;
    static {
      stateOf = (value) => (%IsObject(value) && #s in value ? value.#s : undefined);
    }
    constructor(source = undefined, strategy = undefined) {
      if (source === key) { this.#s = newState(this); return; }
      const given = base.objectOf(source, 'source');
      const plan = base.objectOf(strategy, 'strategy', true);
      const s = newState(this);
      this.#s = s;
      const { type } = given;
      if (type !== undefined && textOf(type) === 'bytes') {
        if (plan.size !== undefined) throw base.invalidValue("property 'strategy.size'", plan.size);
        require('internal/streams/bytes').setUpFromSource(s, given, base.highWaterMarkOf(plan, 0));
        return;
      }
      if (type !== undefined) throw base.invalidValue("property 'source.type'", type, 'TypeError');
      const size = base.sizeOf(plan);
      const mark = base.highWaterMarkOf(plan, 1);
      const start = base.callbackOf(given, 'start', 'source');
      const pull = base.callbackOf(given, 'pull', 'source');
      const cancel = base.callbackOf(given, 'cancel', 'source');
      setUp(s, {
        start: start && ((controller) => %Call(start, given, controller)),
        pull: pull && ((controller) => promised(pull, given, controller)),
        cancel: cancel && ((reason) => promised(cancel, given, reason)),
      }, mark, size);
    }
    static from(iterable) { return require('internal/streams/pipes').fromIterable(iterable); }
    get locked() { return known(stateOf(this), 'ReadableStream').reader !== undefined; }
    cancel(reason = undefined) {
      const s = stateOf(this);
      if (s === undefined) return rejected(invalidThis('ReadableStream'));
      return s.reader === undefined ? cancelStream(s, reason) : rejected(invalidState('ReadableStream is locked'));
    }
    getReader(options = undefined) {
      known(stateOf(this), 'ReadableStream');
      const { mode } = base.objectOf(options, 'options', true);
      if (mode === undefined) return new ReadableStreamDefaultReader(this);
      if (textOf(mode) !== 'byob') throw base.invalidValue("property 'options.mode'", mode, 'TypeError');
      const { ReadableStreamBYOBReader } = require('internal/streams/bytes');
      return new ReadableStreamBYOBReader(this);
    }
    pipeThrough(transform, options = undefined) {
      const s = known(stateOf(this), 'ReadableStream');
      return require('internal/streams/pipes').pipeThrough(this, s, transform, options);
    }
    pipeTo(destination, options = undefined) {
      const s = stateOf(this);
      if (s === undefined) return rejected(invalidThis('ReadableStream'));
      try { return require('internal/streams/pipes').pipeTo(s, destination, options); } catch (error) { return rejected(error); }
    }
    tee() {
      const s = known(stateOf(this), 'ReadableStream');
      if (s.reader !== undefined) throw invalidState('ReadableStream is locked');
      return require('internal/streams/pipes').tee(s);
    }
    values(options = undefined) {
      const s = known(stateOf(this), 'ReadableStream');
      const { preventCancel = false } = base.objectOf(options, 'options', true);
      if (s.reader !== undefined) throw invalidState('ReadableStream is locked');
      return require('internal/streams/pipes').iterate(new ReadableStreamDefaultReader(this), !!preventCancel);
    }
    [inspectKey](depth, options) {
      const s = known(stateOf(this), 'ReadableStream');
      return inspectAs('ReadableStream', { locked: s.reader !== undefined, state: s.state, supportsBYOB: s.c.isByte }, depth, options);
    }
  }
  const textOf = (value) => %ToString(%IsObject(value) ? %ToPrimitiveString(value) : value);
  Object.defineProperty(ReadableStream.prototype, Symbol.asyncIterator, { __proto__: null, value: ReadableStream.prototype.values, writable: true, configurable: true });

  class ReadableStreamDefaultReader {
    #r;
    static { readerOf = (value) => (%IsObject(value) && #r in value ? value.#r : undefined); }
    constructor(stream) {
      const s = stateOf(stream);
      if (s === undefined) %ThrowInvalidType('stream', 'an instance of ReadableStream', stream);
      if (s.reader !== undefined) throw invalidState('ReadableStream is locked');
      this.#r = acquireReader(s, this);
    }
    read() {
      const r = readerOf(this);
      if (r === undefined) return rejected(invalidThis('ReadableStreamDefaultReader'));
      if (r.s === undefined) return rejected(invalidState('The reader is not attached to a stream'));
      const request = deferred();
      readFrom(r, {
        chunk: (value) => request.resolve(base.result(value, false)),
        close: () => request.resolve(base.result(undefined, true)),
        error: (reason) => request.reject(reason),
      });
      return request.promise;
    }
    releaseLock() {
      const r = readerOf(this);
      if (r === undefined) throw invalidThis('ReadableStreamDefaultReader');
      if (r.s !== undefined) releaseReader(r);
    }
    get closed() {
      const r = readerOf(this);
      return r === undefined ? rejected(invalidThis('ReadableStreamDefaultReader')) : r.closed.promise;
    }
    cancel(reason = undefined) {
      const r = readerOf(this);
      if (r === undefined) return rejected(invalidThis('ReadableStreamDefaultReader'));
      if (r.s === undefined) return rejected(invalidState('The reader is not attached to a stream'));
      return cancelStream(r.s, reason);
    }
    [inspectKey](depth, options) {
      const r = this.#r;
      return inspectAs('ReadableStreamDefaultReader', { stream: r.s?.stream, readRequests: r.requests.length, close: r.closed.promise }, depth, options);
    }
  }

  class ReadableStreamDefaultController {
    #c;
    static { controllerOf = (value) => (%IsObject(value) && #c in value ? value.#c : undefined); }
    constructor(given = undefined, c = undefined) {
      if (given !== key) illegal();
      this.#c = c;
    }
    get desiredSize() { return desiredSizeOf(known(controllerOf(this), 'ReadableStreamDefaultController')); }
    close() {
      const c = known(controllerOf(this), 'ReadableStreamDefaultController');
      if (!canCloseOrEnqueue(c)) throw invalidState('Controller is already closed');
      closeController(c);
    }
    enqueue(chunk = undefined) {
      const c = known(controllerOf(this), 'ReadableStreamDefaultController');
      if (!canCloseOrEnqueue(c)) throw invalidState('Controller is already closed');
      enqueueChunk(c, chunk);
    }
    error(reason = undefined) { errorController(known(controllerOf(this), 'ReadableStreamDefaultController'), reason); }
    [inspectKey](depth, options) { return inspectAs('ReadableStreamDefaultController', {}, depth, options); }
  }
  define(ReadableStream);
  define(ReadableStreamDefaultReader);
  define(ReadableStreamDefaultController);

  function newState(stream) {
    return { stream, state: 'readable', error: undefined, reader: undefined, c: undefined, disturbed: false };
  }
  /** A stream whose algorithms are given: start returns a value, pull and cancel promises. */
  function newReadable(algorithms, mark = 1, size = undefined) {
    const stream = new ReadableStream(key);
    setUp(stateOf(stream), algorithms, mark, size);
    return stream;
  }
  function setUp(s, algorithms, mark, size) {
    const c = {
      s, isByte: false, object: undefined, queue: [], total: 0, started: false, closeRequested: false, pullAgain: false,
      pulling: false, size, mark, pull: algorithms.pull, cancel: algorithms.cancel, pullSteps, cancelSteps, releaseSteps: base.nothing,
    };
    c.object = new ReadableStreamDefaultController(key, c);
    s.c = c;
    start(c, algorithms.start, callPull);
  }
  function start(c, run, pull) {
    const started = run === undefined ? undefined : run(c.object);
    react(new Promise((resolve) => resolve(started)), () => { c.started = true; pull(c); }, (error) => c.isByte ? c.fail(error) : errorController(c, error));
  }

  function acquireReader(s, object) {
    const r = { object, s, requests: [], closed: undefined, isByob: false };
    attach(s, r);
    return r;
  }
  function attach(s, r) {
    s.reader = r;
    if (s.state === 'readable') r.closed = deferred();
    else if (s.state === 'closed') r.closed = resolvedDeferred(undefined);
    else {
      r.closed = rejectedDeferred(s.error);
      handled(r.closed.promise);
    }
  }
  function releaseReader(r) {
    detach(r);
    const error = invalidState('Releasing reader');
    const { requests } = r;
    r.requests = [];
    for (let i = 0; i < requests.length; i++) requests[i].error(error);
  }
  function detach(r) {
    const { s } = r;
    const error = invalidState('Reader released');
    if (r.closed.isPending) r.closed.reject(error);
    else r.closed = rejectedDeferred(error);
    handled(r.closed.promise);
    s.c.releaseSteps(s.c);
    s.reader = undefined;
    r.s = undefined;
  }
  function readFrom(r, request) {
    const { s } = r;
    s.disturbed = true;
    if (s.state === 'closed') request.close();
    else if (s.state === 'errored') request.error(s.error);
    else s.c.pullSteps(s.c, request);
  }

  function cancelStream(s, reason) {
    s.disturbed = true;
    if (s.state === 'closed') return resolved(undefined);
    if (s.state === 'errored') return rejected(s.error);
    closeStream(s);
    const { reader } = s;
    if (reader !== undefined && reader.isByob) {
      const { requests } = reader;
      reader.requests = [];
      for (let i = 0; i < requests.length; i++) requests[i].close(undefined);
    }
    return base.after(s.c.cancelSteps(s.c, reason), base.nothing);
  }
  function closeStream(s) {
    s.state = 'closed';
    const { reader } = s;
    if (reader === undefined) return;
    reader.closed.resolve(undefined);
    if (reader.isByob) return;
    const { requests } = reader;
    reader.requests = [];
    for (let i = 0; i < requests.length; i++) requests[i].close();
  }
  function errorStream(s, error) {
    s.state = 'errored';
    s.error = error;
    const { reader } = s;
    if (reader === undefined) return;
    reader.closed.reject(error);
    handled(reader.closed.promise);
    const { requests } = reader;
    reader.requests = [];
    for (let i = 0; i < requests.length; i++) requests[i].error(error);
  }
  const hasDefaultReader = (s) => s.reader !== undefined && !s.reader.isByob;

  function pullSteps(c, request) {
    if (c.queue.length > 0) {
      const chunk = base.dequeue(c);
      if (c.closeRequested && c.queue.length === 0) {
        clearAlgorithms(c);
        closeStream(c.s);
      } else callPull(c);
      request.chunk(chunk);
    } else {
      c.s.reader.requests.push(request);
      callPull(c);
    }
  }
  function cancelSteps(c, reason) {
    base.resetQueue(c);
    const { cancel } = c;
    clearAlgorithms(c);
    return cancel === undefined ? resolved(undefined) : cancel(reason);
  }
  function clearAlgorithms(c) { c.pull = undefined; c.cancel = undefined; c.size = undefined; }
  function desiredSizeOf({ s, mark, total }) {
    if (s.state === 'errored') return null;
    return s.state === 'closed' ? 0 : mark - total;
  }
  const canCloseOrEnqueue = (c) => !c.closeRequested && c.s.state === 'readable';
  function shouldPull(c) {
    if (!canCloseOrEnqueue(c) || !c.started) return false;
    if (hasDefaultReader(c.s) && c.s.reader.requests.length > 0) return true;
    return desiredSizeOf(c) > 0;
  }
  function callPull(c) {
    if (!shouldPull(c)) return;
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
  function closeController(c) {
    if (!canCloseOrEnqueue(c)) return;
    c.closeRequested = true;
    if (c.queue.length > 0) return;
    clearAlgorithms(c);
    closeStream(c.s);
  }
  function enqueueChunk(c, chunk) {
    if (!canCloseOrEnqueue(c)) return;
    const { s } = c;
    if (hasDefaultReader(s) && s.reader.requests.length > 0) s.reader.requests.shift().chunk(chunk);
    else {
      try { base.enqueue(c, chunk, c.size === undefined ? 1 : c.size(chunk)); } catch (error) {
        errorController(c, error);
        throw error;
      }
    }
    callPull(c);
  }
  function errorController(c, error) {
    if (c.s.state !== 'readable') return;
    base.resetQueue(c);
    clearAlgorithms(c);
    errorStream(c.s, error);
  }

  return {
    ReadableStream, ReadableStreamDefaultReader, ReadableStreamDefaultController,
    readableState: stateOf, readerState: (reader) => readerOf(reader), newState, newReadable, start, acquireReader, attach, detach, releaseReader, readFrom,
    cancelStream, closeStream, errorStream, hasDefaultReader, desiredSizeOf, closeController, enqueueChunk, errorController, canCloseOrEnqueue,
  };
}`;
