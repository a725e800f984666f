/**
 * A browser's Web Locks, `navigator.locks`: another process keeps them, and what it grants comes in a task. Web Locks; Blink:
 * modules/locks. As in Chromium a callback's microtasks run before its result is looked at.
 * Simplified: workers have none, and other pages hold none.
 */
export const webLocksSource = `function (require, global) {
  const { Object, Promise } = global;
  const { then } = Promise.prototype;
  const base = require('internal/event_target');
  const aborting = require('internal/abort_controller');
  const { toText } = require('internal/webidl');
  const where = "execute 'request' on 'LockManager'";
  let token, pending = [], held = [], partsOf, clientId;

  class Lock {
    #parts = token ?? illegal('Lock');
    static { partsOf = (lock) => (%IsObject(lock) && #parts in lock ? lock.#parts : base.wrongThis('Lock')); }
    get name() { return partsOf(this).name; }
    get mode() { return partsOf(this).mode; }
  }
  function illegal(name) { throw %NewTypeErrorOf("Failed to construct '" + name + "': Illegal constructor"); }
  function make(Class, parts) {
    token = parts;
    try { return new Class(); } finally { token = undefined; }
  }
  function refuse(message) { throw new global.DOMException('Failed to ' + where + ': ' + message, 'NotSupportedError'); }
  function without(list, item) {
    const rest = [];
    for (let i = 0; i < list.length; i++) if (list[i] !== item) %AppendElement(rest, list[i]);
    return rest;
  }
  function textOf(value, what) {
    if (typeof value === 'symbol') base.fail(where, what + 'Cannot convert a Symbol value to a string');
    return toText(value);
  }
  function convert(options) {
    if (options !== undefined && options !== null && !%IsObject(options)) base.fail(where, "The provided value is not of type 'LockOptions'.");
    const ifAvailable = !!options?.ifAvailable;
    const given = options?.mode;
    const mode = given === undefined ? 'exclusive' : textOf(given, "Failed to read the 'mode' property from 'LockOptions': ");
    if (mode !== 'shared' && mode !== 'exclusive')
      base.fail(where, "Failed to read the 'mode' property from 'LockOptions': The provided value '" + mode + "' is not a valid enum value of type LockMode.");
    const signal = options?.signal;
    if (signal !== undefined && !%IsAbortSignal(signal)) base.fail(where, "Failed to read the 'signal' property from 'LockOptions': Failed to convert value to 'AbortSignal'.");
    return { ifAvailable, mode, signal, steal: !!options?.steal };
  }

  /** What is before it in the queue and what is held, of its name. */
  function isGrantable(request) {
    const isInTheWay = ({ name, mode }) => name === request.name && (mode === 'exclusive' || request.mode === 'exclusive');
    for (let i = 0; i < held.length; i++) if (isInTheWay(held[i])) return false;
    for (let i = 0; i < pending.length && pending[i] !== request; i++) if (isInTheWay(pending[i])) return false;
    return true;
  }
  function processQueue() {
    const list = pending;
    for (let i = 0; i < list.length; i++) if (isGrantable(list[i])) grant(list[i]);
  }
  function stopWaiting(request) {
    pending = without(pending, request);
    if (request.waiting !== undefined) %EndWaiting(request.waiting);
    request.waiting = undefined;
  }
  function grant(request) {
    stopWaiting(request);
    %AppendElement(held, request);
    %GrantLock(request.name, () => answer(request, true));
  }
  function release(request) {
    if (request.isLost) return;
    held = without(held, request);
    processQueue();
  }
  function answer(request, isGranted) {
    const { resolve, reject, callback, name, mode } = request;
    if (request.isGivenUp) return isGranted ? release(request) : undefined;
    request.isAnswered = true;
    let result;
    try {
      const returned = callback(isGranted ? make(Lock, { name, mode }) : null);
      %Checkpoint();
      result = Promise.resolve(returned);
    } catch (error) {
      %Checkpoint();
      result = Promise.reject(error);
    }
    const end = (settle) => (value) => {
      if (isGranted) release(request);
      settle(value);
    };
    %Call(then, result, end(resolve), end(reject));
  }
  function enqueue(request) {
    const { name, steal, ifAvailable } = request;
    if (steal) {
      for (let i = 0; i < held.length; i++) {
        if (held[i].name !== name) continue;
        const { reject } = held[i];
        held[i].isLost = true;
        %GrantLock(name, () => reject(new global.DOMException("Lock broken by another request with the 'steal' option.", 'AbortError')));
      }
      const kept = [];
      for (let i = 0; i < held.length; i++) if (!held[i].isLost) %AppendElement(kept, held[i]);
      held = kept;
      return grant(request);
    }
    if (isGrantable(request)) return grant(request);
    if (ifAvailable) return %GrantLock(name, () => answer(request, false));
    %AppendElement(pending, request);
    request.waiting = %WaitForLock(name);
  }

  class LockManager {
    #brand = token ?? illegal('LockManager');
    request(name, options, callback = undefined) {
      return new Promise((resolve, reject) => {
        if (!(#brand in this)) base.fail(where, 'Illegal invocation');
        const count = arguments.length;
        if (count < 2) base.missing(where, 2, count);
        name = textOf(name, '');
        if (count === 2) {
          callback = options;
          options = undefined;
        }
        if (count > 2) options = convert(options);
        if (typeof callback !== 'function') base.fail(where, 'parameter ' + (count === 2 ? 2 : 3) + " is not of type 'Function'.");
        const { mode, signal, ifAvailable, steal } = options ?? convert(undefined);
        if (name[0] === '-') refuse("Names cannot start with '-'.");
        if (steal && ifAvailable) refuse("The 'steal' and 'ifAvailable' options cannot be used together.");
        if (steal && mode !== 'exclusive') refuse("The 'steal' option may only be used with 'exclusive' locks.");
        if (signal !== undefined && ifAvailable) refuse("The 'signal' and 'ifAvailable' options cannot be used together.");
        if (signal !== undefined && steal) refuse("The 'signal' and 'steal' options cannot be used together.");
        if (signal?.aborted) return reject(signal.reason);
        const request = { name, mode, steal, ifAvailable, callback, resolve, reject, waiting: undefined, isGivenUp: false, isAnswered: false, isLost: false };
        if (signal !== undefined) {
          aborting.onAbort(signal, () => {
            if (request.isAnswered) return;
            request.isGivenUp = true;
            if (pending.includes(request)) {
              stopWaiting(request);
              processQueue();
            }
            reject(signal.reason);
          });
        }
        enqueue(request);
      });
    }
    query() {
      return new Promise((resolve) => {
        if (!(#brand in this)) base.fail("execute 'query' on 'LockManager'", 'Illegal invocation');
        clientId ??= %RandomUuid();
        const shown = (list) => {
          const infos = [];
          for (let i = 0; i < list.length; i++) %AppendElement(infos, { clientId, mode: list[i].mode, name: list[i].name });
          return infos;
        };
        const snapshot = { held: shown(held), pending: shown(pending) };
        %GrantLock('query', () => resolve(snapshot));
      });
    }
  }
  base.expose(Lock, 'Lock', ['name', 'mode']);
  base.expose(LockManager, 'LockManager', ['query', 'request']);
  return { Lock, LockManager, locks: make(LockManager, {}) };
}`;
