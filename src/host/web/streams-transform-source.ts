/** TransformStream, and the two streams that encode and decode text. Streams Standard 6; Encoding Standard 8. */
export const streamsTransformSource = `function (require, global) {
  const { Object, Uint8Array } = global;
  const { isNode, define, inspectKey, inspectStreamAs: inspectAs, key, illegal, toText } = require('internal/webidl');
  const base = require('internal/streams/base');
  const readable = require('internal/streams/readable');
  const writable = require('internal/streams/writable');
  const { deferred, resolved, rejected, react, after, promised, invalidState, invalidThis } = base;

  function known(state, name) {
    if (state === undefined) throw invalidThis(name);
    return state;
  }
  let stateOf, controllerOf;

  class TransformStream {
    #t;
    static { stateOf = (value) => (%IsObject(value) && #t in value ? value.#t : undefined); }
    constructor(transformer = undefined, writableStrategy = undefined, readableStrategy = undefined) {
      this.#t = newState(this);
      if (transformer === key) return;
      const given = base.objectOf(transformer, 'transformer', !isNode);
      const writablePlan = base.objectOf(writableStrategy, 'writableStrategy', true);
      const readablePlan = base.objectOf(readableStrategy, 'readableStrategy', true);
      if (given.readableType !== undefined) throw base.invalidValue("property 'transformer.readableType'", given.readableType);
      if (given.writableType !== undefined) throw base.invalidValue("property 'transformer.writableType'", given.writableType);
      const readableMark = base.highWaterMarkOf(readablePlan, 0);
      const readableSize = base.sizeOf(readablePlan);
      const writableMark = base.highWaterMarkOf(writablePlan, 1);
      const writableSize = base.sizeOf(writablePlan);
      const transform = base.callbackOf(given, 'transform', 'transformer');
      const flush = base.callbackOf(given, 'flush', 'transformer');
      const cancel = base.callbackOf(given, 'cancel', 'transformer');
      const start = base.callbackOf(given, 'start', 'transformer');
      const begun = deferred();
      setUp(this.#t, {
        transform: transform && ((chunk, controller) => promised(transform, given, chunk, controller)),
        flush: flush && ((controller) => promised(flush, given, controller)),
        cancel: cancel && ((reason) => promised(cancel, given, reason)),
      }, begun.promise, writableMark, writableSize, readableMark, readableSize);
      begun.resolve(start === undefined ? undefined : %Call(start, given, this.#t.c.object));
    }
    get readable() { return known(stateOf(this), 'TransformStream').readable; }
    get writable() { return known(stateOf(this), 'TransformStream').writable; }
    [inspectKey](depth, options) {
      const t = known(stateOf(this), 'TransformStream');
      return inspectAs('TransformStream', { readable: t.readable, writable: t.writable, backpressure: t.backpressure }, depth, options);
    }
  }

  class TransformStreamDefaultController {
    #c;
    static { controllerOf = (value) => (%IsObject(value) && #c in value ? value.#c : undefined); }
    constructor(given = undefined, c = undefined) {
      if (given !== key) illegal();
      this.#c = c;
    }
    get desiredSize() { return readable.desiredSizeOf(known(controllerOf(this), 'TransformStreamDefaultController').t.readableState.c); }
    enqueue(chunk = undefined) { enqueueChunk(known(controllerOf(this), 'TransformStreamDefaultController'), chunk); }
    error(reason = undefined) { errorStream(known(controllerOf(this), 'TransformStreamDefaultController').t, reason); }
    terminate() {
      const { t } = known(controllerOf(this), 'TransformStreamDefaultController');
      readable.closeController(t.readableState.c);
      errorWritable(t, invalidState('TransformStream has been terminated'));
    }
    [inspectKey](depth, options) { return inspectAs('TransformStreamDefaultController', { stream: this.#c.t.stream }, depth, options); }
  }
  define(TransformStream);
  define(TransformStreamDefaultController);

  function newState(stream) {
    return { stream, readable: undefined, writable: undefined, readableState: undefined, writableState: undefined, backpressure: undefined, change: undefined, c: undefined };
  }
  function newTransform(algorithms) {
    const stream = new TransformStream(key);
    setUp(stateOf(stream), algorithms, resolved(undefined), 1, undefined, 0, undefined);
    return stream;
  }
  function setUp(t, algorithms, begun, writableMark, writableSize, readableMark, readableSize) {
    const c = { t, object: undefined, transform: algorithms.transform ?? forward, flush: algorithms.flush, cancel: algorithms.cancel, finishing: undefined };
    c.object = new TransformStreamDefaultController(key, c);
    t.c = c;
    t.writable = writable.newWritable({
      start: () => begun,
      write: (chunk) => writeChunk(t, chunk),
      close: () => closeSink(t),
      abort: (reason) => finishOnce(c, () => readable.errorController(t.readableState.c, reason), () => cancelOf(c, reason)),
    }, writableMark, writableSize);
    t.writableState = writable.writableState(t.writable);
    t.readable = readable.newReadable({
      start: () => begun,
      pull: () => { setBackpressure(t, false); return t.change.promise; },
      cancel: (reason) => cancelSource(t, reason),
    }, readableMark, readableSize);
    t.readableState = readable.readableState(t.readable);
    setBackpressure(t, true);
    function forward(chunk) {
      try { enqueueChunk(c, chunk); return resolved(undefined); } catch (error) { return rejected(error); }
    }
  }
  function setBackpressure(t, isOn) {
    if (t.change !== undefined) t.change.resolve(undefined);
    t.change = deferred();
    t.backpressure = isOn;
  }
  function clearAlgorithms(c) { c.transform = undefined; c.flush = undefined; c.cancel = undefined; }
  function errorStream(t, error) {
    readable.errorController(t.readableState.c, error);
    errorWritable(t, error);
  }
  function errorWritable(t, error) {
    clearAlgorithms(t.c);
    writable.errorIfWritable(t.writableState.c, error);
    unblockWrite(t);
  }
  function unblockWrite(t) { if (t.backpressure) setBackpressure(t, false); }
  function enqueueChunk(c, chunk) {
    const { t } = c;
    const to = t.readableState.c;
    if (!readable.canCloseOrEnqueue(to)) throw invalidState('Unable to enqueue');
    try { readable.enqueueChunk(to, chunk); } catch (error) {
      errorWritable(t, error);
      throw t.readableState.error;
    }
    const isFull = !((readable.hasDefaultReader(t.readableState) && t.readableState.reader.requests.length > 0) || readable.desiredSizeOf(to) > 0);
    if (isFull !== t.backpressure) setBackpressure(t, true);
  }
  function perform(c, chunk) {
    return after(c.transform(chunk, c.object), base.nothing, (error) => { errorStream(c.t, error); throw error; });
  }
  function writeChunk(t, chunk) {
    if (!t.backpressure) return perform(t.c, chunk);
    return after(t.change.promise, () => {
      const s = t.writableState;
      if (s.state === 'erroring') throw s.error;
      return perform(t.c, chunk);
    });
  }
  const cancelOf = (c, reason) => (c.cancel === undefined ? resolved(undefined) : c.cancel(reason));
  function finishOnce(c, done, run) {
    if (c.finishing !== undefined) return c.finishing.promise;
    const { t } = c;
    c.finishing = deferred();
    const result = run();
    clearAlgorithms(c);
    react(result, () => {
      if (t.readableState.state === 'errored') c.finishing.reject(t.readableState.error);
      else { done(); c.finishing.resolve(undefined); }
    }, (error) => {
      readable.errorController(t.readableState.c, error);
      c.finishing.reject(error);
    });
    return c.finishing.promise;
  }
  function closeSink(t) {
    const { c } = t;
    return finishOnce(c, () => readable.closeController(t.readableState.c), () => (c.flush === undefined ? resolved(undefined) : c.flush(c.object)));
  }
  function cancelSource(t, reason) {
    const { c } = t;
    if (c.finishing !== undefined) return c.finishing.promise;
    c.finishing = deferred();
    const result = cancelOf(c, reason);
    clearAlgorithms(c);
    react(result, () => {
      if (t.writableState.state === 'errored') c.finishing.reject(t.writableState.error);
      else {
        writable.errorIfWritable(t.writableState.c, reason);
        unblockWrite(t);
        c.finishing.resolve(undefined);
      }
    }, (error) => {
      writable.errorIfWritable(t.writableState.c, error);
      unblockWrite(t);
      c.finishing.reject(error);
    });
    return c.finishing.promise;
  }

  class TextEncoderStream {
    #transform;
    #high = '';
    constructor() {
      this.#transform = newTransform({
        transform: async (chunk, controller) => {
          let text = this.#high + toText(chunk);
          this.#high = '';
          const last = text.charCodeAt(text.length - 1);
          if (last >= 0xd800 && last <= 0xdbff) { this.#high = text[text.length - 1]; text = text.slice(0, -1); }
          if (text !== '') controller.enqueue(%Utf8Encode(text));
        },
        flush: async (controller) => { if (this.#high !== '') controller.enqueue(new Uint8Array([0xef, 0xbf, 0xbd])); },
      });
    }
    get encoding() { this.#transform; return 'utf-8'; }
    get readable() { return this.#transform.readable; }
    get writable() { return this.#transform.writable; }
    [inspectKey](depth, options) {
      return inspectAs('TextEncoderStream', { encoding: 'utf-8', readable: this.readable, writable: this.writable }, depth, options);
    }
  }
  class TextDecoderStream {
    #transform;
    #decoder;
    constructor(encoding = 'utf-8', options = {}) {
      const { TextDecoder } = require('internal/encoding');
      const decoder = new TextDecoder(encoding, options);
      this.#decoder = decoder;
      this.#transform = newTransform({
        transform: async (chunk, controller) => {
          const text = decoder.decode(chunk, { stream: true });
          if (text !== '') controller.enqueue(text);
        },
        flush: async (controller) => {
          const text = decoder.decode();
          if (text !== '') controller.enqueue(text);
        },
      });
    }
    get encoding() { return this.#decoder.encoding; }
    get fatal() { return this.#decoder.fatal; }
    get ignoreBOM() { return this.#decoder.ignoreBOM; }
    get readable() { return this.#transform.readable; }
    get writable() { return this.#transform.writable; }
    [inspectKey](depth, options) {
      const { encoding, fatal, ignoreBOM, readable, writable } = this;
      return inspectAs('TextDecoderStream', { encoding, fatal, ignoreBOM, readable, writable }, depth, options);
    }
  }
  define(TextEncoderStream);
  define(TextDecoderStream);

  class CompressionStream { constructor(format) { %NotSimulated('CompressionStream'); } }
  class DecompressionStream { constructor(format) { %NotSimulated('DecompressionStream'); } }
  define(CompressionStream);
  define(DecompressionStream);

  return { TransformStream, TransformStreamDefaultController, TextEncoderStream, TextDecoderStream, CompressionStream, DecompressionStream };
}`;
