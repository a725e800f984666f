/**
 * Node's Web Locks, `navigator.locks`: callbacks run at once where the lock is free. Node: lib/internal/locks.js, src/node_locks.cc.
 * As there, a callback that throws keeps its lock for ever, and requests that wait do not keep the process.
 * Simplified: refused in worker threads, whose locks would be those of the process; of several resources that are held the newest is
 * told of first, which Node leaves to a hash table.
 */
export const locksSource = `function (require, global) {
  const { Object, Promise, Symbol, DOMException } = global;
  const { then } = Promise.prototype;
  const { typeError, validateAbortSignal } = require('internal/validators');
  const { channel } = require('diagnostics_channel');
  const channels = { start: channel('locks.request.start'), grant: channel('locks.request.grant'), miss: channel('locks.request.miss'), end: channel('locks.request.end') };
  const process = require('process');
  const making = {};
  const nameKey = Symbol('kName');
  const modeKey = Symbol('kMode');
  const stolen = {};
  let pending = [];
  /** Of each name that is held the locks, the newest name first. */
  let held = [];

  class Lock {
    constructor(token = undefined, name, mode) {
      if (token !== making) illegal();
      this[nameKey] = name;
      this[modeKey] = mode;
    }
    get name() { return %IsObject(this) && this instanceof Lock ? this[nameKey] : wrongThis(); }
    get mode() { return %IsObject(this) && this instanceof Lock ? this[modeKey] : wrongThis(); }
  }
  // Node looks for the classes of its errors in the wrong place.
  function illegal() { throw %NewTypeErrorOf('ERR_ILLEGAL_CONSTRUCTOR is not a constructor'); }
  function wrongThis() { throw %NewTypeErrorOf('ERR_INVALID_THIS is not a constructor'); }
  function publish(kind, message) {
    if (channels[kind].hasSubscribers) channels[kind].publish(message);
  }
  function without(list, item) {
    const rest = [];
    for (let i = 0; i < list.length; i++) if (list[i] !== item) %AppendElement(rest, list[i]);
    return rest;
  }
  function heldOf(name) {
    for (let i = 0; i < held.length; i++) if (held[i].name === name) return held[i];
    return undefined;
  }

  function textOf(value, what) {
    if (typeof value === 'symbol') throw typeError('ERR_INVALID_ARG_TYPE', what + ' is a Symbol and cannot be converted to a string.');
    return %ToString(value);
  }
  function convert(options) {
    if (options !== undefined && options !== null && !%IsObject(options)) throw typeError('ERR_INVALID_ARG_TYPE', 'Value cannot be converted to a dictionary');
    const ifAvailable = !!options?.ifAvailable;
    const given = options?.mode;
    const mode = given === undefined ? 'exclusive' : textOf(given, 'mode');
    if (mode !== 'shared' && mode !== 'exclusive') throw typeError('ERR_INVALID_ARG_VALUE', "mode '" + mode + "' is not a valid enum value of type LockMode.");
    const signal = options?.signal;
    if (signal !== undefined && !%IsObject(signal)) throw typeError('ERR_INVALID_ARG_TYPE', 'signal is not an object.');
    return { ifAvailable, mode, signal, steal: !!options?.steal };
  }
  function refuse(message) { throw new DOMException(message, 'NotSupportedError'); }
  /** What a thief leaves. */
  function convertLockError(error) {
    return error === stolen ? new DOMException('The operation was aborted', 'AbortError') : error;
  }

  function isGrantable(request) {
    const holders = heldOf(request.name)?.locks;
    if (request.steal || holders === undefined) return true;
    if (request.mode === 'exclusive') return false;
    for (let i = 0; i < holders.length; i++) if (holders[i].mode === 'exclusive') return false;
    return true;
  }
  /** The first that can be answered: of one name, those that share may pass others that share. */
  function nextOf(list) {
    const firsts = { __proto__: null };
    for (let i = 0; i < list.length; i++) {
      const request = list[i];
      const first = (firsts[request.name] ??= request);
      const waits = first !== request && (request.mode === 'exclusive' || first.mode === 'exclusive');
      request.isFree = !waits && isGrantable(request);
      if (request.isFree || request.ifAvailable) return request;
    }
    return undefined;
  }
  function steal({ name }) {
    const resource = heldOf(name);
    if (resource === undefined) return;
    held = without(held, resource);
    for (let i = 0; i < resource.locks.length; i++) {
      resource.locks[i].isStolen = true;
      resource.locks[i].reject(stolen);
    }
  }
  function hold(request) {
    let resource = heldOf(request.name);
    if (resource === undefined) held = [(resource = { name: request.name, locks: [] }), ...held];
    %AppendElement(resource.locks, request);
  }
  function release(request) {
    const resource = heldOf(request.name);
    if (resource === undefined) return;
    resource.locks = without(resource.locks, request);
    if (resource.locks.length === 0) held = without(held, resource);
  }
  function end(request, value, isRejected) {
    release(request);
    if (!request.isStolen) (isRejected ? request.reject : request.resolve)(value);
    processQueue();
  }
  /** What else Node resolves with the result: nobody sees it, but for objects that have a method then. */
  function settleWaiting(result) {
    const { promise, resolve } = Promise.withResolvers();
    %Call(then, promise, undefined, () => {});
    resolve(result);
  }
  function processQueue() {
    for (let request = nextOf(pending); request !== undefined; request = nextOf(pending)) {
      pending = without(pending, request);
      if (request.waiting !== undefined) %EndWaiting(request.waiting);
      const { isFree, callback, resolve, reject } = request;
      if (isFree) {
        if (request.steal) steal(request);
        hold(request);
      }
      let result;
      try {
        result = callback(isFree ? new Lock(making, request.name, request.mode) : null);
      } catch (error) {
        return reject(error);
      }
      const isPromise = %InstanceType(result) === 'promise';
      if (isPromise) {
        if (isFree) %Call(then, result, (value) => end(request, value, false), (error) => end(request, error, true));
        else %Call(then, result, resolve, reject);
      } else {
        if (%IsObject(result)) settleWaiting(result);
        if (isFree) end(request, result, false);
        else resolve(result);
      }
      if (!isFree) return;
    }
  }
  function enqueue(name, { mode, steal, ifAvailable }, callback) {
    const { promise, resolve, reject } = Promise.withResolvers();
    const request = { name, mode, steal, ifAvailable, callback, resolve, reject, isFree: false, isStolen: false, waiting: undefined };
    if (steal) pending = [request, ...pending];
    else %AppendElement(pending, request);
    processQueue();
    if (pending.includes(request)) request.waiting = %WaitForLock(name);
    return promise;
  }
  function enqueueWithSignal(name, options, callback) {
    const { mode, signal, ifAvailable, steal } = options;
    return new Promise((resolve, reject) => {
      let isGranted = false;
      const onAbort = () => {
        if (!isGranted) reject(signal.reason || new DOMException('The operation was aborted', 'AbortError'));
      };
      signal.addEventListener('abort', onAbort, { once: true });
      // Behind an abort the request stays in the queue, and its turn does nothing.
      const granted = (lock) => %Call(then, Promise.resolve(), () => {
        if (signal.aborted) return undefined;
        isGranted = true;
        publish('grant', { name, mode });
        return callback(lock);
      });
      const released = enqueue(name, options, granted);
      const ended = %Call(then, released, (result) => {
        publish('end', { name, mode, ifAvailable, steal, error: undefined });
        resolve(result);
      }, (thrown) => {
        const error = convertLockError(thrown);
        publish('end', { name, mode, ifAvailable, steal, error });
        reject(error);
      });
      %Call(then, ended, () => signal.removeEventListener('abort', onAbort));
    });
  }
  function describe({ name, mode }) {
    return { name, mode, clientId: 'node-' + process.pid + '-0' };
  }

  class LockManager {
    constructor(token = undefined) {
      if (token !== making) illegal();
    }
    async request(name, options, callback = undefined) {
      if (callback === undefined) {
        callback = options;
        options = undefined;
      }
      name = textOf(name, 'Value');
      %ValidateFunction(callback, 'callback');
      if (typeof options === 'function') options = undefined;
      options = convert(options);
      const { mode, ifAvailable, steal, signal } = options;
      validateAbortSignal(signal, 'options.signal');
      if (signal) {
        if (typeof signal.throwIfAborted !== 'function') throw %NewTypeErrorOf('signal.throwIfAborted is not a function');
        signal.throwIfAborted();
      }
      if (name[0] === '-') refuse('Lock name may not start with hyphen');
      if (ifAvailable && steal) refuse('ifAvailable and steal are mutually exclusive');
      if (mode !== 'exclusive' && steal) refuse('mode: "shared" and steal are mutually exclusive');
      if (signal && (steal || ifAvailable)) refuse('signal cannot be used with steal or ifAvailable');
      if (!%ThreadInfo().isMainThread) %NotSimulated('navigator.locks in a worker thread');
      publish('start', { name, mode });
      if (signal) return enqueueWithSignal(name, options, callback);
      const granted = (lock) => {
        if (lock !== null) publish('grant', { name, mode });
        else if (ifAvailable) publish('miss', { name, mode });
        return callback(lock);
      };
      try {
        const result = await enqueue(name, options, granted);
        publish('end', { name, mode, ifAvailable, steal, error: undefined });
        return result;
      } catch (thrown) {
        const error = convertLockError(thrown);
        publish('end', { name, mode, ifAvailable, steal, error });
        throw error;
      }
    }
    async query() {
      if (!(%IsObject(this) && this instanceof LockManager)) wrongThis();
      const shown = { held: [], pending: [] };
      for (let i = 0; i < held.length; i++)
        for (let j = 0; j < held[i].locks.length; j++) %AppendElement(shown.held, describe(held[i].locks[j]));
      for (let i = 0; i < pending.length; i++) %AppendElement(shown.pending, describe(pending[i]));
      return Promise.resolve(shown);
    }
  }
  for (const [Class, names] of [[Lock, ['name', 'mode']], [LockManager, ['request', 'query']]]) {
    for (const key of names) Object.defineProperty(Class.prototype, key, { enumerable: true });
    Object.defineProperty(Class.prototype, Symbol.toStringTag, { value: Class.name, configurable: true });
  }
  return { locks: new LockManager(making) };
}`;
