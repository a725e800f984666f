/**
 * AbortController and AbortSignal in JavaScript: what builtin-module-sources.ts says of such sources holds here.
 * DOM: 3 Aborting ongoing activities; Node: lib/internal/abort_controller.js.
 */
export const abortSource = `function (require, global) {
  const { Object, Symbol } = global;
  const base = require('internal/event_target');
  const isNode = %HasProcess();
  const making = {};
  let states;

  function newAbortError() {
    return new global.DOMException(isNode ? 'This operation was aborted' : 'signal is aborted without reason', 'AbortError');
  }
  function stateOf(signal) {
    const state = %IsObject(signal) ? states(signal) : undefined;
    if (state === undefined) base.wrongThis('AbortSignal');
    return state;
  }

  class AbortSignal extends base.EventTarget {
    #state = { isAborted: false, reason: undefined, algorithms: [], dependents: [], sources: [], isDependent: false };
    static {
      states = (signal) => #state in signal ? signal.#state : undefined;
    }
    constructor(token = undefined) {
      if (token !== making) {
        if (isNode) throw %NewNodeError('ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor', 'TypeError');
        throw %NewTypeErrorOf("Failed to construct 'AbortSignal': Illegal constructor");
      }
      super();
      %InitEventTarget(this, 'AbortSignal');
    }
    get aborted() { return stateOf(this).isAborted; }
    get reason() { return stateOf(this).reason; }
    throwIfAborted() {
      const { isAborted, reason } = stateOf(this);
      if (isAborted) throw reason;
    }
    static abort(reason = newAbortError()) {
      const signal = new AbortSignal(making);
      const state = states(signal);
      state.isAborted = true;
      state.reason = reason;
      return signal;
    }
    static timeout(delay) {
      if (isNode) %ValidateUint32(delay, 'delay');
      else if (arguments.length === 0) base.missing("execute 'timeout' on 'AbortSignal'", 1, 0);
      if (!isNode) {
        const time = +delay;
        const where = "execute 'timeout' on 'AbortSignal'";
        if (time !== time) base.fail(where, "Value is not of type 'unsigned long long'.");
        if (time <= -1 || time > 9007199254740991) base.fail(where, "Value is outside the 'unsigned long long' value range.");
        delay = global.Math.trunc(time);
      }
      const signal = new AbortSignal(making);
      const end = () => {
        const message = isNode ? 'The operation was aborted due to timeout' : 'signal timed out';
        abort(signal, new global.DOMException(message, 'TimeoutError'));
      };
      if (isNode) require('timers').setTimeout(end, delay).unref();
      else %StartTimer(end, delay);
      return signal;
    }
    static any(signals) {
      const list = listOf(signals);
      const signal = new AbortSignal(making);
      const state = states(signal);
      state.isDependent = true;
      for (let i = 0; i < list.length; i++) {
        const source = states(list[i]);
        if (source.isAborted) {
          state.isAborted = true;
          state.reason = source.reason;
          return signal;
        }
      }
      for (let i = 0; i < list.length; i++) {
        const origins = states(list[i]).isDependent ? states(list[i]).sources : [list[i]];
        for (let j = 0; j < origins.length; j++) {
          const origin = states(origins[j]);
          if (state.sources.includes(origins[j])) continue;
          %AppendElement(state.sources, origins[j]);
          %AppendElement(origin.dependents, signal);
        }
      }
      return signal;
    }
    [base.custom](depth, options) {
      return depth < 0 ? '[' + this.constructor.name + ']' : base.inspected(this, depth, options, { aborted: this.aborted });
    }
  }

  function listOf(signals) {
    const isIterable = %IsObject(signals) && signals[Symbol.iterator] !== undefined;
    if (!isIterable) {
      if (isNode) throw %NewBindingError('ERR_INVALID_ARG_TYPE', 'signals cannot be converted to sequence.', 'TypeError');
      base.fail("execute 'any' on 'AbortSignal'", signals === undefined ? '1 argument required, but only 0 present.' : 'The provided value cannot be converted to a sequence.');
    }
    const list = [...signals];
    for (let i = 0; i < list.length; i++) {
      if (%IsAbortSignal(list[i])) continue;
      if (isNode) throw %NewBindingError('ERR_INVALID_ARG_TYPE', 'signals[' + i + '] is not of type AbortSignal.', 'TypeError');
      base.fail("execute 'any' on 'AbortSignal'", "Failed to convert value to 'AbortSignal'.");
    }
    return list;
  }

  /** DOM: signal abort. */
  function abort(signal, reason) {
    const state = states(signal);
    if (state.isAborted) return;
    state.isAborted = true;
    state.reason = reason;
    const dependents = [];
    for (let i = 0; i < state.dependents.length; i++) {
      const other = states(state.dependents[i]);
      if (other.isAborted) continue;
      other.isAborted = true;
      other.reason = reason;
      %AppendElement(dependents, state.dependents[i]);
    }
    runAbortSteps(signal, state);
    for (let i = 0; i < dependents.length; i++) runAbortSteps(dependents[i], states(dependents[i]));
  }
  function runAbortSteps(signal, state) {
    const { algorithms } = state;
    state.algorithms = [];
    for (let i = 0; i < algorithms.length; i++) {
      const algorithm = algorithms[i];
      algorithm();
    }
    base.fire(signal, new base.Event('abort'));
  }
  /** What is to happen when it is aborted: in Node among its listeners, by the standard before them. */
  function onAbort(signal, algorithm) {
    if (!isNode) {
      %AppendElement(states(signal).algorithms, algorithm);
      return;
    }
    const listener = base.newListener('abort', algorithm, false, true, false);
    listener.isInternal = listener.resists = true;
    base.add(signal, listener);
  }

  class AbortController {
    #signal = isNode ? undefined : new AbortSignal(making);
    get signal() { return (this.#signal ??= new AbortSignal(making)); }
    abort(reason = newAbortError()) { abort((this.#signal ??= new AbortSignal(making)), reason); }
    [base.custom](depth, options) {
      return depth < 0 ? this : base.inspected(this, depth, options, { signal: this.signal });
    }
  }
  base.expose(AbortSignal, 'AbortSignal', isNode ? ['aborted'] : ['aborted', 'reason', 'throwIfAborted']);
  base.expose(AbortController, 'AbortController', ['signal', 'abort']);
  base.handlers.define(AbortSignal.prototype, 'abort');
  if (!isNode) {
    delete AbortSignal.prototype[base.custom];
    delete AbortController.prototype[base.custom];
    for (const key of ['abort', 'timeout', 'any']) Object.defineProperty(AbortSignal, key, { enumerable: true });
  }
  return { AbortController, AbortSignal, onAbort, abort, newSignal() { return new AbortSignal(making); }, newAbortError };
}`;
