/** What the kinds of streams share: promises with their resolvers, queues with sizes, strategies, errors. Streams Standard 7, 8. */
export const streamsBaseSource = `function (require, global) {
  const { Object, TypeError, RangeError, Promise, Symbol } = global;
  const { isNode, define, inspectKey, inspectStreamAs: inspectAs } = require('internal/webidl');
  const nothing = () => {};

  function deferred() {
    const result = { promise: undefined, resolve: undefined, reject: undefined, isPending: true };
    result.promise = new Promise((resolve, reject) => {
      result.resolve = (value) => { result.isPending = false; resolve(value); };
      result.reject = (reason) => { result.isPending = false; reject(reason); };
    });
    return result;
  }
  function resolvedDeferred(value) { const result = deferred(); result.resolve(value); return result; }
  function rejectedDeferred(reason) { const result = deferred(); result.reject(reason); return result; }
  const resolved = (value) => %PromiseResolve(Promise, value);
  const rejected = (reason) => %PromiseReject(reason);
  const react = (promise, onFulfilled, onRejected) => { %PerformPromiseThen(promise, onFulfilled, onRejected); };
  const handled = (promise) => { %PerformPromiseThen(promise, nothing, nothing); };
  /** What then() gives. */
  function after(promise, onFulfilled, onRejected = undefined) {
    const next = deferred();
    %PerformPromiseThen(promise, onFulfilled, onRejected, next);
    return next.promise;
  }
  /** A callback's result as a promise, whatever it does. */
  function promised(callback, receiver, ...args) {
    try { return resolved(%Apply(callback, receiver, args)); } catch (error) { return rejected(error); }
  }

  function invalidState(text) {
    return isNode ? %NewNodeTypeError('ERR_INVALID_STATE', 'Invalid state: ' + text) : new TypeError(text);
  }
  function invalidThis(name) {
    return isNode ? %NewNodeTypeError('ERR_INVALID_THIS', 'Value of "this" must be of type ' + name) : new TypeError('Illegal invocation');
  }
  function invalidValue(what, value, Kind = 'RangeError', reason = 'is invalid') {
    const text = 'The ' + what + ' ' + reason + '. Received ' + require('internal/inspect').inspect(value);
    if (!isNode) return Kind === 'RangeError' ? new RangeError(text) : new TypeError(text);
    return Kind === 'RangeError' ? %NewNodeRangeError('ERR_INVALID_ARG_VALUE', text) : %NewNodeTypeError('ERR_INVALID_ARG_VALUE', text);
  }
  function objectOf(value, name, isNullAllowed = false) {
    if (value === undefined || (value === null && isNullAllowed)) return {};
    if (!%IsObject(value)) %ThrowInvalidType(name, 'of type object', value);
    return value;
  }
  function callbackOf(object, key, name) {
    const callback = object[key];
    if (callback !== undefined && typeof callback !== 'function') %ThrowInvalidType(name + '.' + key, 'of type function', callback);
    return callback;
  }

  /** A queue whose entries have sizes. */
  function resetQueue(container) { container.queue = []; container.total = 0; }
  function enqueue(container, value, size) {
    const number = +size;
    if (!(number >= 0) || number === Infinity) throw invalidValue("argument 'size'", size);
    container.queue.push({ value, size: number });
    container.total += number;
  }
  function dequeue(container) {
    const { value, size } = container.queue.shift();
    container.total -= size;
    if (container.total < 0) container.total = 0;
    return value;
  }

  function highWaterMarkOf(strategy, fallback) {
    const value = strategy.highWaterMark;
    if (value === undefined) return fallback;
    const number = +value;
    if (number !== number || number < 0) throw invalidValue("property 'strategy.highWaterMark'", value);
    return number;
  }
  function sizeOf(strategy) {
    const { size } = strategy;
    if (size === undefined) return undefined;
    if (typeof size !== 'function') %ThrowInvalidType('strategy.size', 'of type function', size);
    return (chunk) => %Call(size, undefined, chunk);
  }

  const countSize = Object.defineProperty(function size() { return 1; }, 'name', { value: 'size' });
  const byteSize = Object.defineProperty(function size(chunk) { return chunk.byteLength; }, 'name', { value: 'size' });
  function requiredMark(init) {
    if (init === null || (typeof init !== 'object' && typeof init !== 'function')) %ThrowInvalidType('init', 'of type object', init);
    if (init.highWaterMark === undefined) {
      throw isNode ? %NewNodeTypeError('ERR_MISSING_OPTION', 'init.highWaterMark is required') : new TypeError("Failed to construct a queuing strategy: required member highWaterMark is undefined.");
    }
    return +init.highWaterMark;
  }
  class CountQueuingStrategy {
    #mark;
    constructor(init) { this.#mark = requiredMark(init); }
    get highWaterMark() { return this.#mark; }
    get size() { this.#mark; return countSize; }
    [inspectKey](depth, options) { return inspectAs('CountQueuingStrategy', { highWaterMark: this.#mark }, depth, options); }
  }
  class ByteLengthQueuingStrategy {
    #mark;
    constructor(init) { this.#mark = requiredMark(init); }
    get highWaterMark() { return this.#mark; }
    get size() { this.#mark; return byteSize; }
    [inspectKey](depth, options) { return inspectAs('ByteLengthQueuingStrategy', { highWaterMark: this.#mark }, depth, options); }
  }
  define(CountQueuingStrategy);
  define(ByteLengthQueuingStrategy);

  /** What a reader gives: the order of its keys shows where it is printed. */
  const result = (value, done) => (isNode ? { value, done } : { done, value });
  return { result,
    nothing, deferred, resolvedDeferred, rejectedDeferred, resolved, rejected, react, handled, after, promised,
    invalidState, invalidThis, invalidValue, objectOf, callbackOf, resetQueue, enqueue, dequeue, highWaterMarkOf, sizeOf,
    CountQueuingStrategy, ByteLengthQueuingStrategy,
  };
}`;
