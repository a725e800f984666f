/**
 * scheduler.postTask and scheduler.yield in JavaScript: what builtin-module-sources.ts says of such sources holds here.
 * Prioritized Task Scheduling; Blink: modules/scheduler.
 * Simplified: what runs behind an await inherits the priority of the task in which it runs.
 */
export const schedulerSource = `function (require, global) {
  const { Object, Promise } = global;
  const base = require('internal/event_target');
  const aborting = require('internal/abort_controller');
  const priorities = { __proto__: null, 'user-blocking': 1, 'user-visible': 3, background: 5 };
  const where = "execute 'postTask' on 'Scheduler'";
  const signals = new global.WeakMap();
  let isMaking = false;

  function priorityOf(what, type, value) {
    const text = %ToString(value);
    if (priorities[text] === undefined) base.fail(what, "Failed to read the 'priority' property from '" + type + "': The provided value '" + text + "' is not a valid enum value of type TaskPriority.");
    return text;
  }

  class TaskSignal extends aborting.AbortSignal {
    get priority() { return stateOf(this).priority; }
  }
  function stateOf(signal) {
    return signals.get(signal) ?? base.wrongThis('TaskSignal');
  }
  base.expose(TaskSignal, 'TaskSignal', ['priority']);
  base.handlers.define(TaskSignal.prototype, 'prioritychange');

  class TaskPriorityChangeEvent extends base.Event {
    #previous;
    constructor(type, options) {
      if (arguments.length < 2) base.missing("construct 'TaskPriorityChangeEvent'", 2, arguments.length);
      super(type, options);
      this.#previous = options.previousPriority;
    }
    get previousPriority() { return this.#previous; }
  }
  base.expose(TaskPriorityChangeEvent, 'TaskPriorityChangeEvent', ['previousPriority']);

  class TaskController extends global.AbortController {
    constructor(options = undefined) {
      super();
      const priority = options?.priority === undefined ? 'user-visible' : priorityOf("construct 'TaskController'", 'TaskControllerInit', options.priority);
      Object.setPrototypeOf(this.signal, TaskSignal.prototype);
      signals.set(this.signal, { priority, tasks: [], isChanging: false });
    }
    setPriority(priority) {
      const what = "execute 'setPriority' on 'TaskController'";
      if (arguments.length === 0) base.missing(what, 1, 0);
      const { signal } = this;
      const state = stateOf(signal);
      const next = priorityOf(what, 'TaskController', priority);
      if (state.isChanging) throw new global.DOMException('Failed to ' + what + ': Cannot change priority when a prioritychange event is in progress.', 'NotAllowedError');
      if (state.priority === next) return;
      const previousPriority = state.priority;
      state.isChanging = true;
      state.priority = next;
      const { tasks } = state;
      state.tasks = [];
      for (let i = 0; i < tasks.length; i++) tasks[i].requeue();
      base.fire(signal, new TaskPriorityChangeEvent('prioritychange', { previousPriority }));
      state.isChanging = false;
    }
  }
  base.expose(TaskController, 'TaskController', ['setPriority']);

  class Scheduler {
    constructor() {
      if (!isMaking) throw %NewTypeErrorOf("Failed to construct 'Scheduler': Illegal constructor");
    }
    postTask(callback, options = undefined) {
      return new Promise((resolve, reject) => {
        if (typeof callback !== 'function') {
          if (arguments.length === 0) base.missing(where, 1, 0);
          base.fail(where, "parameter 1 is not of type 'Function'.");
        }
        const { signal, priority, delay } = options ?? {};
        const fixed = priority === undefined || priority === null ? undefined : priorityOf(where, 'SchedulerPostTaskOptions', priority);
        if (signal !== undefined && !%IsAbortSignal(signal)) base.fail(where, "Failed to read the 'signal' property from 'SchedulerPostTaskOptions': Failed to convert value to 'AbortSignal'.");
        if (signal?.aborted) return reject(signal.reason);
        const dynamic = signal === undefined || fixed !== undefined ? undefined : signals.get(signal);
        let task;
        const run = () => {
          task = undefined;
          try {
            const result = callback();
            %Checkpoint();
            resolve(result);
          } catch (error) {
            %Checkpoint();
            reject(error);
          }
        };
        const queue = () => {
          task = %QueueScheduled(run, priorities[dynamic?.priority ?? fixed ?? 'user-visible'], callback.name);
          if (dynamic !== undefined) %AppendElement(dynamic.tasks, { requeue() {
            if (task === undefined) return;
            %CancelScheduled(task);
            queue();
          } });
        };
        if (delay > 0) task = %DelayScheduled(queue, +delay);
        else queue();
        if (signal !== undefined) {
          aborting.onAbort(signal, () => {
            if (task === undefined) return;
            %CancelScheduled(task);
            task = undefined;
            reject(signal.reason);
          });
        }
      });
    }
    yield() {
      return new Promise((resolve) => { %QueueContinuation(() => resolve()); });
    }
  }
  base.expose(Scheduler, 'Scheduler', ['postTask', 'yield']);
  isMaking = true;
  const scheduler = new Scheduler();
  isMaking = false;
  return { Scheduler, scheduler, TaskController, TaskSignal, TaskPriorityChangeEvent };
}`;
