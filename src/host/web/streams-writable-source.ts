/**
 * WritableStream, its writer and controller. Streams Standard 5; Node: lib/internal/webstreams/writablestream.js. What the
 * standard keeps in slots is one record behind each object: s of a stream, w of a writer, c of a controller.
 */
export const streamsWritableSource = `function (require, global) {
  const { isNode, define, inspectKey, inspectStreamAs: inspectAs, key, illegal } = require('internal/webidl');
  const base = require('internal/streams/base');
  const { deferred, resolvedDeferred, rejectedDeferred, resolved, rejected, react, handled, promised, invalidState, invalidThis } = base;
  const closeSentinel = {};

  function known(state, name) {
    if (state === undefined) throw invalidThis(name);
    return state;
  }
  let stateOf, controllerOf, writerOf;

  class WritableStream {
    #s;
    static {
      stateOf = (value) => (%IsObject(value) && #s in value ? value.#s : undefined);
    }
    constructor(sink = undefined, strategy = undefined) {
      if (sink === key) { this.#s = newState(this); return; }
      const source = base.objectOf(sink, 'sink');
      const plan = base.objectOf(strategy, 'strategy', true);
      if (source.type !== undefined) throw base.invalidValue("argument 'type'", source.type);
      const s = newState(this);
      this.#s = s;
      const size = base.sizeOf(plan);
      const mark = base.highWaterMarkOf(plan, 1);
      const start = base.callbackOf(source, 'start', 'sink');
      const write = base.callbackOf(source, 'write', 'sink');
      const close = base.callbackOf(source, 'close', 'sink');
      const abort = base.callbackOf(source, 'abort', 'sink');
      setUp(s, {
        start: start && ((controller) => %Call(start, source, controller)),
        write: write === undefined ? () => resolved(undefined) : (chunk, controller) => promised(write, source, chunk, controller),
        close: close === undefined ? () => resolved(undefined) : () => promised(close, source),
        abort: abort === undefined ? () => resolved(undefined) : (reason) => promised(abort, source, reason),
      }, mark, size);
    }
    get locked() { return known(stateOf(this), 'WritableStream').writer !== undefined; }
    abort(reason = undefined) {
      const s = stateOf(this);
      if (s === undefined) return rejected(invalidThis('WritableStream'));
      if (s.writer !== undefined) return rejected(invalidState('WritableStream is locked'));
      return abortStream(s, reason);
    }
    close() {
      const s = stateOf(this);
      if (s === undefined) return rejected(invalidThis('WritableStream'));
      if (s.writer !== undefined) return rejected(invalidState('WritableStream is locked'));
      if (isClosing(s)) return rejected(invalidState('Failure closing WritableStream'));
      return closeStream(s);
    }
    getWriter() { known(stateOf(this), 'WritableStream'); return new WritableStreamDefaultWriter(this); }
    [inspectKey](depth, options) {
      const s = known(stateOf(this), 'WritableStream');
      return inspectAs('WritableStream', { locked: s.writer !== undefined, state: s.state }, depth, options);
    }
  }

  class WritableStreamDefaultWriter {
    #w;
    static { writerOf = (value) => (%IsObject(value) && #w in value ? value.#w : undefined); }
    constructor(stream) {
      const s = stateOf(stream);
      if (s === undefined) %ThrowInvalidType('stream', 'an instance of WritableStream', stream);
      if (s.writer !== undefined) throw invalidState('WritableStream is locked');
      this.#w = acquireWriter(s, this);
    }
    get closed() { return this.#promise('closed'); }
    get desiredSize() {
      const w = writerOf(this);
      if (w === undefined) throw invalidThis('WritableStreamDefaultWriter');
      if (w.s === undefined) throw invalidState('Writer is not bound to a WritableStream');
      return desiredSizeOf(w.s);
    }
    get ready() { return this.#promise('ready'); }
    abort(reason = undefined) { return this.#bound((s) => abortStream(s, reason)); }
    close() {
      return this.#bound((s) => (isClosing(s) ? rejected(invalidState('Failure to close WritableStream')) : closeStream(s)));
    }
    releaseLock() {
      const w = writerOf(this);
      if (w === undefined) throw invalidThis('WritableStreamDefaultWriter');
      if (w.s !== undefined) releaseWriter(w);
    }
    write(chunk = undefined) {
      const w = writerOf(this);
      if (w === undefined) return rejected(invalidThis('WritableStreamDefaultWriter'));
      if (w.s === undefined) return rejected(invalidState('Writer is not bound to a WritableStream'));
      return writeTo(w, chunk);
    }
    [inspectKey](depth, options) {
      const w = this.#w;
      const fields = { stream: w.s?.stream, close: w.closed.promise, ready: w.ready.promise, desiredSize: w.s && desiredSizeOf(w.s) };
      return inspectAs('WritableStreamDefaultWriter', fields, depth, options);
    }
    #promise(name) {
      const w = writerOf(this);
      return w === undefined ? rejected(invalidThis('WritableStreamDefaultWriter')) : w[name].promise;
    }
    #bound(run) {
      const w = writerOf(this);
      if (w === undefined) return rejected(invalidThis('WritableStreamDefaultWriter'));
      return w.s === undefined ? rejected(invalidState('Writer is not bound to a WritableStream')) : run(w.s);
    }
  }

  class WritableStreamDefaultController {
    #c;
    static { controllerOf = (value) => (%IsObject(value) && #c in value ? value.#c : undefined); }
    constructor(given = undefined, c = undefined) {
      if (given !== key) illegal();
      this.#c = c;
    }
    get signal() {
      const c = controllerOf(this);
      if (c === undefined) throw invalidThis('WritableStreamDefaultController');
      return abortControllerOf(c).signal;
    }
    error(reason = undefined) {
      const c = controllerOf(this);
      if (c === undefined) throw invalidThis('WritableStreamDefaultController');
      if (c.s.state === 'writable') errorController(c, reason);
    }
    [inspectKey](depth, options) { return inspectAs('WritableStreamDefaultController', { stream: this.#c.s.stream }, depth, options); }
  }
  define(WritableStream);
  define(WritableStreamDefaultWriter);
  define(WritableStreamDefaultController);

  function newState(stream) {
    return {
      stream, state: 'writable', error: undefined, writer: undefined, c: undefined, inFlightWrite: undefined, closeRequest: undefined,
      inFlightClose: undefined, pendingAbort: undefined, writes: [], backpressure: false,
    };
  }
  /** Made when somebody looks at it. */
  function abortControllerOf(c) {
    if (c.abortController === undefined) {
      c.abortController = new global.AbortController();
      if (c.isAborted) c.abortController.abort(c.abortReason);
    }
    return c.abortController;
  }

  /** A stream whose algorithms are given: of the program's, of a transform, of the host's. */
  function newWritable(algorithms, mark = 1, size = undefined) {
    const stream = new WritableStream(key);
    setUp(stateOf(stream), algorithms, mark, size);
    return stream;
  }
  function setUp(s, algorithms, mark, size) {
    const c = {
      s, object: undefined, queue: [], total: 0, started: false, size, mark, write: algorithms.write, close: algorithms.close,
      abort: algorithms.abort, abortController: undefined, isAborted: false, abortReason: undefined,
    };
    c.object = new WritableStreamDefaultController(key, c);
    s.c = c;
    updateBackpressure(s, desiredSizeOfController(c) <= 0);
    const started = algorithms.start === undefined ? undefined : algorithms.start(c.object);
    react(new global.Promise((resolve) => resolve(started)), () => { c.started = true; advance(c); }, (error) => { c.started = true; dealWithRejection(s, error); });
  }

  const desiredSizeOfController = (c) => c.mark - c.total;
  function desiredSizeOf(s) {
    if (s.state === 'errored' || s.state === 'erroring') return null;
    return s.state === 'closed' ? 0 : desiredSizeOfController(s.c);
  }
  const isClosing = (s) => s.closeRequest !== undefined || s.inFlightClose !== undefined;

  function acquireWriter(s, object) {
    const w = { object, s, ready: undefined, closed: undefined, onReady: undefined };
    s.writer = w;
    if (s.state === 'writable') {
      w.ready = !isClosing(s) && s.backpressure ? deferred() : resolvedDeferred(undefined);
      w.closed = deferred();
    } else if (s.state === 'erroring') {
      w.ready = rejectedDeferred(s.error);
      handled(w.ready.promise);
      w.closed = deferred();
    } else if (s.state === 'closed') {
      w.ready = resolvedDeferred(undefined);
      w.closed = resolvedDeferred(undefined);
    } else {
      w.ready = rejectedDeferred(s.error);
      handled(w.ready.promise);
      w.closed = rejectedDeferred(s.error);
      handled(w.closed.promise);
    }
    return w;
  }
  function releaseWriter(w) {
    const error = invalidState('Writer has been released');
    ensureRejected(w, 'ready', error);
    ensureRejected(w, 'closed', error);
    w.s.writer = undefined;
    w.s = undefined;
  }
  function ensureRejected(w, name, error) {
    if (w[name].isPending) w[name].reject(error);
    else w[name] = rejectedDeferred(error);
    handled(w[name].promise);
  }

  function abortStream(s, reason) {
    if (s.state === 'closed' || s.state === 'errored') return resolved(undefined);
    s.c.isAborted = true;
    s.c.abortReason = reason;
    if (s.c.abortController !== undefined) s.c.abortController.abort(reason);
    if (s.state === 'closed' || s.state === 'errored') return resolved(undefined);
    if (s.pendingAbort !== undefined) return s.pendingAbort.request.promise;
    const wasErroring = s.state === 'erroring';
    const request = deferred();
    s.pendingAbort = { request, reason: wasErroring ? undefined : reason, wasErroring };
    if (!wasErroring) startErroring(s, reason);
    return request.promise;
  }
  function closeStream(s) {
    if (s.state === 'closed' || s.state === 'errored') return rejected(invalidState('WritableStream is closed'));
    const request = deferred();
    s.closeRequest = request;
    if (s.writer !== undefined && s.backpressure && s.state === 'writable') s.writer.ready.resolve(undefined);
    base.enqueue(s.c, closeSentinel, 0);
    advance(s.c);
    return request.promise;
  }
  /** For pipes: what is closing already is well. */
  function closeWithErrorPropagation(w) {
    const { s } = w;
    if (isClosing(s) || s.state === 'closed') return resolved(undefined);
    return s.state === 'errored' ? rejected(s.error) : closeStream(s);
  }
  function writeTo(w, chunk) {
    const { s } = w;
    const { c } = s;
    const size = chunkSize(c, chunk);
    if (w.s !== s) return rejected(invalidState('Mismatched WritableStreams'));
    if (s.state === 'errored') return rejected(s.error);
    if (isClosing(s) || s.state === 'closed') return rejected(invalidState('WritableStream is closed'));
    if (s.state === 'erroring') return rejected(s.error);
    const request = deferred();
    s.writes.push(request);
    try { base.enqueue(c, chunk, size); } catch (error) {
      if (s.state === 'writable') errorController(c, error);
      return request.promise;
    }
    if (!isClosing(s) && s.state === 'writable') updateBackpressure(s, desiredSizeOfController(c) <= 0);
    advance(c);
    return request.promise;
  }
  function chunkSize(c, chunk) {
    if (c.size === undefined) return 1;
    try { return c.size(chunk); } catch (error) {
      if (c.s.state === 'writable') errorController(c, error);
      return 1;
    }
  }

  function dealWithRejection(s, error) {
    if (s.state === 'writable') startErroring(s, error);
    else finishErroring(s);
  }
  function startErroring(s, reason) {
    s.state = 'erroring';
    s.error = reason;
    if (s.writer !== undefined) ensureRejected(s.writer, 'ready', reason);
    if (s.inFlightWrite === undefined && s.inFlightClose === undefined && s.c.started) finishErroring(s);
  }
  function finishErroring(s) {
    s.state = 'errored';
    base.resetQueue(s.c);
    const { writes, error } = s;
    s.writes = [];
    for (let i = 0; i < writes.length; i++) writes[i].reject(error);
    const pending = s.pendingAbort;
    if (pending === undefined) return rejectClose(s);
    s.pendingAbort = undefined;
    if (pending.wasErroring) {
      pending.request.reject(error);
      return rejectClose(s);
    }
    const aborted = s.c.abort(pending.reason);
    clearAlgorithms(s.c);
    react(
      aborted,
      () => { pending.request.resolve(undefined); rejectClose(s); },
      (reason) => { pending.request.reject(reason); rejectClose(s); },
    );
  }
  function rejectClose(s) {
    if (s.closeRequest !== undefined) {
      s.closeRequest.reject(s.error);
      s.closeRequest = undefined;
    }
    if (s.writer !== undefined) {
      s.writer.closed.reject(s.error);
      handled(s.writer.closed.promise);
    }
  }
  function updateBackpressure(s, isOn) {
    if (s.writer !== undefined && isOn !== s.backpressure) {
      if (isOn) s.writer.ready = deferred();
      else s.writer.ready.resolve(undefined);
    }
    s.backpressure = isOn;
    const onReady = s.writer?.onReady;
    if (isOn || onReady === undefined) return;
    s.writer.onReady = undefined;
    onReady();
  }
  function clearAlgorithms(c) { c.write = undefined; c.close = undefined; c.abort = undefined; c.size = undefined; }
  function errorController(c, error) {
    clearAlgorithms(c);
    startErroring(c.s, error);
  }

  function advance(c) {
    const { s } = c;
    if (!c.started || s.inFlightWrite !== undefined) return;
    if (s.state === 'erroring') return finishErroring(s);
    if (s.state === 'closed' || s.state === 'errored' || c.queue.length === 0) return;
    const { value } = c.queue[0];
    if (value === closeSentinel) processClose(c);
    else processWrite(c, value);
  }
  function processClose(c) {
    const { s } = c;
    s.inFlightClose = s.closeRequest;
    s.closeRequest = undefined;
    base.dequeue(c);
    const closed = c.close();
    clearAlgorithms(c);
    react(
      closed,
      () => {
        s.inFlightClose.resolve(undefined);
        s.inFlightClose = undefined;
        if (s.state === 'erroring') {
          s.error = undefined;
          if (s.pendingAbort !== undefined) {
            s.pendingAbort.request.resolve(undefined);
            s.pendingAbort = undefined;
          }
        }
        s.state = 'closed';
        if (s.writer !== undefined) s.writer.closed.resolve(undefined);
      },
      (error) => {
        s.inFlightClose.reject(error);
        s.inFlightClose = undefined;
        if (s.pendingAbort !== undefined) {
          s.pendingAbort.request.reject(error);
          s.pendingAbort = undefined;
        }
        dealWithRejection(s, error);
      },
    );
  }
  function processWrite(c, chunk) {
    const { s } = c;
    s.inFlightWrite = s.writes.shift();
    react(
      c.write(chunk, c.object),
      () => {
        s.inFlightWrite.resolve(undefined);
        s.inFlightWrite = undefined;
        base.dequeue(c);
        if (!isClosing(s) && s.state === 'writable') updateBackpressure(s, desiredSizeOfController(c) <= 0);
        advance(c);
      },
      (error) => {
        if (s.state === 'writable') clearAlgorithms(c);
        s.inFlightWrite.reject(error);
        s.inFlightWrite = undefined;
        dealWithRejection(s, error);
      },
    );
  }
  function errorIfWritable(c, error) { if (c.s.state === 'writable') errorController(c, error); }

  return {
    WritableStream, WritableStreamDefaultWriter, WritableStreamDefaultController,
    writableState: stateOf, newWritable, acquireWriter, releaseWriter, abortStream, closeStream, closeWithErrorPropagation, writeTo,
    isClosing, desiredSizeOf, errorIfWritable,
  };
}`;
