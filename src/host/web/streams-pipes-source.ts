/**
 * What goes on between streams: pipeTo, pipeThrough, tee, async iteration, from. Streams Standard 4.9; Node:
 * readableStreamPipeTo, readableStreamDefaultTee in lib/internal/webstreams/readablestream.js.
 */
export const streamsPipesSource = `function (require, global) {
  const { Object, Promise, Symbol, Reflect } = global;
  const { isNode } = require('internal/webidl');
  const base = require('internal/streams/base');
  const readable = require('internal/streams/readable');
  const writable = require('internal/streams/writable');
  const { deferred, resolved, rejected, react, handled, after, invalidState } = base;
  const asyncIteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf(async function* () {}.prototype));

  function optionsOf(options) {
    const { preventAbort, preventCancel, preventClose, signal } = base.objectOf(options, 'options', true);
    if (signal !== undefined && !(%IsObject(signal) && signal instanceof global.AbortSignal)) %ThrowInvalidType('options.signal', 'an instance of AbortSignal', signal);
    return { preventAbort: !!preventAbort, preventCancel: !!preventCancel, preventClose: !!preventClose, signal };
  }
  function pipeTo(s, destination, options) {
    const target = writable.writableState(destination);
    if (target === undefined) %ThrowInvalidType('transform.writable', 'an instance of WritableStream', destination);
    const settings = optionsOf(options);
    if (s.reader !== undefined) throw invalidState('The ReadableStream is locked');
    if (target.writer !== undefined) throw invalidState('The WritableStream is locked');
    return pipe(s, target, settings);
  }
  function pipeThrough(stream, s, transform, options) {
    const to = transform?.readable;
    if (readable.readableState(to) === undefined) %ThrowInvalidType('transform.readable', 'an instance of ReadableStream', to);
    const target = writable.writableState(transform.writable);
    if (target === undefined) %ThrowInvalidType('transform.writable', 'an instance of WritableStream', transform.writable);
    const settings = optionsOf(options);
    if (s.reader !== undefined) throw invalidState('The ReadableStream is locked');
    if (target.writer !== undefined) throw invalidState('The WritableStream is locked');
    handled(pipe(s, target, settings));
    return to;
  }

  function pipe(source, target, { preventAbort, preventCancel, preventClose, signal }) {
    const done = deferred();
    const reader = readable.acquireReader(source, undefined);
    const writer = writable.acquireWriter(target, undefined);
    source.disturbed = true;
    let isShuttingDown = false;
    let currentWrite = resolved(undefined);

    function finish(failure) {
      writable.releaseWriter(writer);
      readable.releaseReader(reader);
      if (signal !== undefined) signal.removeEventListener('abort', abort);
      if (failure === undefined) done.resolve(undefined);
      else done.reject(failure.error);
    }
    function afterWrites(go) {
      const write = currentWrite;
      const next = () => (write === currentWrite ? go() : afterWrites(go));
      react(write, next, next);
    }
    const canWrite = () => target.state === 'writable' && !writable.isClosing(target);
    function shutDown(action, failure) {
      if (isShuttingDown) return;
      isShuttingDown = true;
      const go = () => {
        if (action === undefined) return finish(failure);
        react(action(), () => finish(failure), (error) => finish({ error }));
      };
      if (canWrite()) afterWrites(go);
      else go();
    }
    function abort() {
      const { reason } = signal;
      shutDown(async () => {
        const actions = [];
        if (!preventAbort) actions.push(target.state === 'writable' ? writable.abortStream(target, reason) : resolved(undefined));
        if (!preventCancel) actions.push(source.state === 'readable' ? readable.cancelStream(source, reason) : resolved(undefined));
        for (let i = 0; i < actions.length; i++) handled(actions[i]);
        for (let i = 0; i < actions.length; i++) await actions[i];
      }, { error: reason });
    }

    function write(chunk) {
      currentWrite = writable.writeTo(writer, chunk);
      handled(currentWrite);
    }
    const request = {
      chunk: (chunk) => { %QueueMicrotask(() => { write(chunk); pump(); }); },
      close: base.nothing,
      error: base.nothing,
    };
    /** Node takes what is queued at once, and goes on as soon as there is room; a browser goes round by microtasks. */
    function pump() {
      while (!isShuttingDown) {
        if (target.backpressure) {
          if (isNode) writer.onReady = pump;
          else react(writer.ready.promise, pump, base.nothing);
          return;
        }
        if (!isNode || source.c.isByte || source.c.queue.length === 0) {
          readable.readFrom(reader, request);
          return;
        }
        readable.readFrom(reader, { chunk: write, close: base.nothing, error: base.nothing });
      }
    }

    if (signal !== undefined) {
      if (signal.aborted) {
        abort();
        return done.promise;
      }
      signal.addEventListener('abort', abort, { once: true });
    }
    pump();
    onError(source, reader.closed.promise, (error) => shutDown(preventAbort ? undefined : () => writable.abortStream(target, error), { error }));
    onError(target, writer.closed.promise, (error) => shutDown(preventCancel ? undefined : () => readable.cancelStream(source, error), { error }));
    const close = () => shutDown(preventClose ? undefined : () => writable.closeWithErrorPropagation(writer), undefined);
    if (source.state === 'closed') close();
    else react(reader.closed.promise, close, base.nothing);
    if (writable.isClosing(target) || target.state === 'closed') {
      const error = invalidState('Destination WritableStream is closed');
      shutDown(preventCancel ? undefined : () => readable.cancelStream(source, error), { error });
    }
    return done.promise;
  }
  function onError(s, closed, action) {
    if (s.state === 'errored') action(s.error);
    else react(closed, undefined, action);
  }

  function tee(s) {
    if (s.c.isByte) return teeBytes(s);
    const reader = readable.acquireReader(s, undefined);
    const cancelled = deferred();
    const canceled = [undefined, undefined];
    const branches = [undefined, undefined];
    let isReading = false;
    let readAgain = false;
    function pull() {
      if (isReading) {
        readAgain = true;
        return resolved(undefined);
      }
      isReading = true;
      readable.readFrom(reader, {
        chunk: (value) => {
          %QueueMicrotask(() => {
            readAgain = false;
            for (let i = 0; i < 2; i++) if (canceled[i] === undefined) readable.enqueueChunk(branches[i].c, value);
            isReading = false;
            if (readAgain) pull();
          });
        },
        close: () => {
          isReading = false;
          for (let i = 0; i < 2; i++) if (canceled[i] === undefined) readable.closeController(branches[i].c);
          if (canceled[0] === undefined || canceled[1] === undefined) cancelled.resolve(undefined);
        },
        error: () => { isReading = false; },
      });
      return resolved(undefined);
    }
    const cancel = (index) => (reason) => {
      canceled[index] = { reason };
      if (canceled[1 - index] !== undefined) cancelled.resolve(readable.cancelStream(s, [canceled[0].reason, canceled[1].reason]));
      return cancelled.promise;
    };
    const streams = [];
    for (let i = 0; i < 2; i++) {
      streams[i] = readable.newReadable({ pull, cancel: cancel(i) });
      branches[i] = readable.readableState(streams[i]);
    }
    react(reader.closed.promise, undefined, (error) => {
      for (let i = 0; i < 2; i++) readable.errorController(branches[i].c, error);
      if (canceled[0] === undefined || canceled[1] === undefined) cancelled.resolve(undefined);
    });
    return streams;
  }

  /** Simplified: branches of a stream of bytes are read chunk by chunk, never into a reader's own buffer. */
  function teeBytes(s) {
    const { newByteStream, enqueueChunk, closeController, errorController } = require('internal/streams/bytes');
    const reader = readable.acquireReader(s, undefined);
    const done = deferred();
    const canceled = [undefined, undefined];
    const branches = [];
    let isReading = false;
    let readAgain = false;
    function pull() {
      if (isReading) { readAgain = true; return resolved(undefined); }
      isReading = true;
      readable.readFrom(reader, {
        chunk: (value) => {
          %QueueMicrotask(() => {
            readAgain = false;
            const copy = canceled[0] === undefined && canceled[1] === undefined ? new global.Uint8Array(value) : value;
            if (canceled[0] === undefined) enqueueChunk(branches[0].c, value);
            if (canceled[1] === undefined) enqueueChunk(branches[1].c, copy);
            isReading = false;
            if (readAgain) pull();
          });
        },
        close: () => {
          isReading = false;
          for (let i = 0; i < 2; i++) if (canceled[i] === undefined) closeController(branches[i].c);
          if (canceled[0] === undefined || canceled[1] === undefined) done.resolve(undefined);
        },
        error: () => { isReading = false; },
      });
      return resolved(undefined);
    }
    const streams = [];
    for (let i = 0; i < 2; i++) {
      streams[i] = newByteStream({
        pull,
        cancel: (reason) => {
          canceled[i] = { reason };
          if (canceled[1 - i] !== undefined) done.resolve(readable.cancelStream(s, [canceled[0].reason, canceled[1].reason]));
          return done.promise;
        },
      });
      branches[i] = readable.readableState(streams[i]);
    }
    react(reader.closed.promise, undefined, (error) => {
      for (let i = 0; i < 2; i++) errorController(branches[i].c, error);
      if (canceled[0] === undefined || canceled[1] === undefined) done.resolve(undefined);
    });
    return streams;
  }

  function fromIterable(iterable) {
    if (iterable === undefined || iterable === null) iterable[Symbol.asyncIterator];
    let method = iterable[Symbol.asyncIterator];
    let isSync = false;
    if (method === undefined || method === null) {
      method = iterable[Symbol.iterator];
      isSync = true;
    }
    if (method === undefined || method === null) {
      const text = require('internal/inspect').inspect(iterable) + ' must be iterable';
      throw isNode ? %NewNodeTypeError('ERR_ARG_NOT_ITERABLE', text) : new global.TypeError("Failed to execute 'from' on 'ReadableStream': The object must be iterable");
    }
    const iterator = %Call(method, iterable);
    const { next } = iterator;
    let stream;
    const controller = () => readable.readableState(stream).c;
    function pull() {
      let step;
      try { step = resolved(%Call(next, iterator)); } catch (error) { return rejected(error); }
      return after(step, (result) => {
        if (!%IsObject(result)) throw invalidState('The promise returned by the iterator.next() method must fulfill with an object');
        if (result.done) readable.closeController(controller());
        else if (isSync && result.value instanceof Promise) return after(result.value, (value) => { readable.enqueueChunk(controller(), value); });
        else readable.enqueueChunk(controller(), result.value);
      });
    }
    async function cancel(reason) {
      const close = iterator.return;
      if (close === undefined || close === null) return;
      const result = await %Call(close, iterator, reason);
      if (!%IsObject(result)) throw invalidState('The promise returned by the iterator.return() method must fulfill with an object');
    }
    stream = readable.newReadable({ pull, cancel }, 0);
    return stream;
  }

  const next = Symbol('next');
  const finish = Symbol('return');
  const iteratorPrototype = Object.setPrototypeOf({
    next() { return this[next](); },
    return(value = undefined) { return this[finish](value); },
  }, asyncIteratorPrototype);
  function iterate(readerObject, preventCancel) {
    let current;
    let isDone = false;
    let hasBegun = false;
    function read(isDirect = false) {
      if (isDone) return resolved({ done: true, value: undefined });
      isDone = true;
      const step = deferred();
      current = step.promise;
      let isSoon = isDirect;
      readable.readFrom(readable.readerState(readerObject), {
        chunk: (value) => { current = undefined; isDone = false; step.resolve(isSoon ? { done: false, value } : { value, done: false }); },
        close: () => { release(); step.resolve({ done: true, value: undefined }); },
        error: (error) => { current = undefined; release(); step.reject(error); },
      });
      isSoon = false;
      return step.promise;
    }
    const release = () => readable.releaseReader(readable.readerState(readerObject));
    async function close(value) {
      if (isDone) return { done: true, value };
      isDone = true;
      const r = readable.readerState(readerObject);
      if (r.s === undefined) throw invalidState('The reader is not bound to a ReadableStream');
      if (preventCancel) release();
      else {
        const cancelled = readable.cancelStream(r.s, value);
        release();
        await cancelled;
      }
      return { done: true, value };
    }
    const iterator = Object.create(iteratorPrototype);
    const hidden = (key, value) => Object.defineProperty(iterator, key, { __proto__: null, value });
    hidden(next, () => {
      // The read before this one settles first.
      if (current !== undefined) current = after(current, () => read(), () => read());
      else if (isNode && hasBegun) return read(true);
      else if (isNode) current = after(resolved(undefined), () => read());
      else {
        const step = after(read(), (result) => result);
        if (current !== undefined) current = step;
        return step;
      }
      hasBegun = true;
      return current;
    });
    hidden(finish, (value) => {
      current = current === undefined ? close(value) : after(current, () => close(value), () => close(value));
      return current;
    });
    return iterator;
  }

  return { pipeTo, pipeThrough, tee, fromIterable, iterate };
}`;
