/**
 * A browser's class Worker in JavaScript: what builtin-module-sources.ts says of such sources holds here. HTML: 10.2.6.3.
 * As in HTML it has onmessageerror, which Chromium's has not. Simplified: no credentials; modules that cannot be loaded are told of like other exceptions; nothing says messageerror.
 */
export const workerSource = `function (require, global) {
  const base = require('internal/event_target');
  const { ErrorEvent } = require('internal/event_classes');
  const { far } = require('internal/messaging');
  const { toUsv, toText } = require('internal/webidl');
  const where = "construct 'Worker'";
  const posting = "execute 'postMessage' on 'Worker'";
  let stateOf;

  class Worker extends base.EventTarget {
    #state = { id: 0, port: undefined };
    static {
      stateOf = (worker) => (%IsObject(worker) && #state in worker ? worker.#state : base.wrongThis('Worker'));
    }
    constructor(scriptURL, options = undefined) {
      if (arguments.length === 0) base.missing(where, 1, 0);
      const url = toUsv(scriptURL);
      base.dictionary(where, 'WorkerOptions', options);
      const name = options?.name === undefined ? '' : toText(options.name);
      const type = options?.type === undefined ? 'classic' : toText(options.type);
      if (type !== 'classic' && type !== 'module')
        base.fail(where, "Failed to read the 'type' property from 'WorkerOptions': The provided value '" + type + "' is not a valid enum value of type WorkerType.");
      super();
      %InitEventTarget(this, 'Worker');
      const state = this.#state;
      // Its events are those of the worker.
      state.port = far.newPort(this);
      state.id = %StartWorker(this, state.port, url, name, type === 'module');
    }
    postMessage(message, options = undefined) {
      const { port } = stateOf(this);
      if (arguments.length === 0) base.missing(posting, 1, 0);
      if (options !== undefined && options !== null && !%IsObject(options)) base.fail(posting, 'Overload resolution failed.');
      %PostFar(port, message, far.transferOf(posting, options), 'Worker');
    }
    terminate() { %TerminateWorker(stateOf(this).id); }
  }
  base.expose(Worker, 'Worker', ['postMessage', 'terminate']);
  for (const type of ['message', 'messageerror', 'error']) base.handlers.define(Worker.prototype, type);
  return {
    Worker,
    /** False: somebody has said that it is dealt with. */
    fireError(worker, message, filename, lineno, colno) {
      return base.fire(worker, new ErrorEvent('error', { message, filename, lineno, colno, error: null, cancelable: true }));
    },
    fireFailure(worker) { base.fire(worker, new base.Event('error')); },
  };
}`;
