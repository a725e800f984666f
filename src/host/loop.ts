/**
 * The one event loop: it interprets a description (descriptions.ts), one turn at a time, so that whoever drives it can
 * stop between turns. A turn is the script, a task or a microtask.
 * libuv: uv_run in src/unix/core.c; Node: SpinEventLoop, processTimers, processImmediate, processTicksAndRejections.
 */
import {
  GuestException,
  isCallable,
  type Microtask,
  RunStopped,
  throwTypeError,
  toBoolean,
  type Value,
} from '../engine/index.ts';
import type { TurnKind } from '../protocol/events.ts';
import { clampDelay, type PhaseDescription } from './descriptions.ts';
import { callbackName, type Host, type Immediate, microtaskName, ProcessExit } from './host.ts';
import { emitProcessEvent, hasProcessListener } from './process-events.ts';
import { nextImmediate, takeImmediates } from './immediates.ts';
import { handleRejections, handleUncaught } from './unhandled.ts';
import type { Timer } from './timers.ts';
import { cleanImmediateObject, destroyImmediateObject, endTimeoutObject } from './timer-objects.ts';
import { handleUnsettledAwait } from './unsettled.ts';

export class EventLoop {
  private readonly host: Host;
  private script: (() => void) | undefined;
  private readonly scriptName: string;
  private phase: number;
  private isPhaseBegun = false;
  /** Of those that waited when the phase began. */
  private tasksLeft = 0;
  private isDrainingMicrotasks = false;
  /**
   * Somebody listened to an exception. Behind one of a callback the phase goes on at once; one of a tick leaves the other
   * ticks until the next callback of the loop has run.
   */
  private resumption: 'none' | 'phase' | 'loop' = 'none';
  /** The turn before this one was a tick that threw. */
  private isBehindTick = false;
  /** Ticks run that were left waiting when the check phase was to begin. */
  private isBeforeCheck = false;
  /** What the log said last. */
  private shownPhase = '';
  private shownClock = 0;
  private hasEmittedBeforeExit = false;
  private readonly maxTurns: number;
  private turns = 0;

  /** A module's code runs in a microtask itself: before nextTick's queue come all microtasks. */
  private readonly isModule: boolean;

  constructor(host: Host, scriptName: string, script: () => void, isModule = false) {
    this.host = host;
    this.scriptName = scriptName;
    this.script = script;
    this.isModule = isModule;
    this.phase = host.description.firstPhase;
    this.maxTurns = host.environment.maxSteps;
  }

  /** Runs one turn. False: the run is over, and `host.end` says how. */
  advance(): boolean {
    const { host } = this;
    if (host.end !== undefined || host.neededFiles.length > 0) return false;
    try {
      this.runNext();
    } catch (thrown) {
      if (thrown instanceof ProcessExit) {
        host.finish({
          outcome: host.firstError === undefined ? 'completed' : 'error',
          exitCode: thrown.exitCode,
          ...errorOf(host),
        });
      } else if (thrown instanceof RunStopped) {
        const { reason } = thrown;
        if (reason === 'moment') throw thrown;
        if (reason === 'files') return false;
        host.finish({ outcome: 'limit', limit: reason, exitCode: 3 });
      } else throw thrown;
    }
    return host.end === undefined;
  }

  private runNext(): void {
    const { host } = this;
    if (++this.turns > this.maxTurns) throw new RunStopped('steps');
    if (this.script !== undefined) {
      const run = this.script;
      this.script = undefined;
      host.listener?.runStart();
      this.turn('script', 0, this.scriptName, run);
      this.isDrainingMicrotasks = this.isModule;
      return;
    }
    const { resumption } = this;
    this.resumption = 'none';
    this.isBehindTick = resumption === 'loop';
    if (resumption === 'phase' && this.resumePhase(true)) return;
    if (resumption === 'loop') {
      if (!this.resumePhase(false)) this.runPhases();
      return;
    }
    if (this.runCheckpoint()) return;
    host.listener?.checkpointOver?.();
    if (this.hasLoopWork()) this.runPhases();
    else this.leave();
  }

  /** What runs before the next task: all of the nextTick queue, then all microtasks, and so on. False: nothing is left. */
  private runCheckpoint(): boolean {
    const { host } = this;
    const { microtasks, ticks } = host;
    if (microtasks.length === 0) microtasks.takeAll(host.isolate.microtasks);
    if (!(this.isDrainingMicrotasks && microtasks.length > 0)) {
      this.isDrainingMicrotasks = false;
      for (let tick = ticks.shift(); tick !== undefined; tick = ticks.shift()) {
        if (tick.kind === 'callback') {
          host.executionAsyncId = tick.asyncId;
          if (!this.microtask(tick.task)) this.resumption = 'loop';
          return true;
        }
        host.writtenStreams.delete(tick.stream);
      }
      host.executionAsyncId = 0;
    }
    const task = microtasks.shift();
    if (task !== undefined) {
      this.isDrainingMicrotasks = true;
      this.microtask(task);
      return true;
    }
    // ECMAScript: ClearKeptObjects, at the end of a job. V8: MicrotaskQueue::PerformCheckpoint.
    host.isolate.keptAlive.clear();
    return handleRejections(host);
  }

  private microtask(task: Microtask): boolean {
    // Node wraps these in a function that catches. Node: runMicrotask in lib/internal/process/task_queues.js.
    const isWrapped = task.kind === 'callback' && task.source === 'queueMicrotask';
    const run = (): void => this.host.isolate.runMicrotask(task);
    return this.turn('microtask', task.id, microtaskName(task), run, isWrapped);
  }

  private hasLoopWork(): boolean {
    return this.isPhaseBegun || this.host.isAlive();
  }

  /** Goes through the phases until one has run a callback, or the loop came round with nothing that keeps it alive. */
  private runPhases(): void {
    const { host } = this;
    const { phases } = host.description;
    for (let visited = 0; visited <= phases.length; visited++) {
      const phase = phases[this.phase]!;
      const isBeginning = !this.isPhaseBegun;
      this.isPhaseBegun = true;
      if (this.runCallback(phase, isBeginning)) return;
      this.isPhaseBegun = false;
      const isLast = this.phase === phases.length - 1;
      this.phase = isLast ? 0 : this.phase + 1;
      if (isLast && !host.isAlive()) return;
    }
  }

  /** The next callback of a phase. False: the phase is over. */
  private runCallback(phase: PhaseDescription, isBeginning: boolean, isResumed = false): boolean {
    const { host } = this;
    switch (phase.work) {
      case 'oneTask': {
        host.settleDueRequests();
        const task = host.tasks.first;
        const isTimerOlder = task !== undefined && (host.timers.nextExpiry() ?? Infinity) < task.readyAt;
        if (task !== undefined && !isTimerOlder) {
          this.runTask(phase.name);
          return true;
        }
        host.timers.begin(host.now());
        return this.runDueTimer(phase.name);
      }
      case 'dueTimers': {
        if (isBeginning) host.timers.begin(host.now());
        return this.runDueTimer(phase.name);
      }
      case 'immediates': {
        // Ticks that an exception left waiting come before the first immediate, up to the next exception.
        if (isBeginning && !isResumed && !(this.isBeforeCheck && this.isBehindTick) && this.runCheckpoint()) {
          this.isPhaseBegun = false;
          this.isBeforeCheck = true;
          return true;
        }
        this.isBeforeCheck = false;
        if (isBeginning && takeImmediates(host)) this.showPhase(phase.name);
        const immediate = nextImmediate(host);
        if (immediate === undefined) return false;
        this.runImmediate(immediate);
        return true;
      }
      case 'poll': {
        // Those that are queued meanwhile have to wait for the next time. libuv: uv__io_poll; Node, for those of V8:
        // PerIsolatePlatformData::FlushForegroundTasksInternal.
        if (isBeginning) {
          host.settleDueRequests();
          if (host.tasks.length === 0) this.wait(phase.name);
          host.settleDueRequests();
          this.tasksLeft = host.tasks.length;
        }
        if (this.tasksLeft-- <= 0) return false;
        this.runTask(phase.name);
        return true;
      }
      case 'wait': {
        this.wait(phase.name);
        return false;
      }
    }
  }

  /** Node calls the phase's function again after an exception: its next callback runs before any tick and microtask does. */
  private resumePhase(withNew: boolean): boolean {
    const { outstanding } = this.host;
    const phase = this.host.description.phases[this.phase]!;
    if (!this.isPhaseBegun || (phase.work !== 'dueTimers' && phase.work !== 'immediates')) return false;
    const isNew = phase.work === 'immediates' && outstanding.length === 0;
    return (!isNew || withNew) && this.runCallback(phase, isNew, true);
  }

  private runDueTimer(phase: string): boolean {
    const timer = this.host.timers.take();
    if (timer === undefined) return false;
    this.showPhase(phase);
    this.runTimer(timer);
    return true;
  }

  private runTimer(timer: Timer): void {
    const { host } = this;
    const { listener } = host;
    const name = callbackName(timer.callback);
    listener?.enqueueTask(timer.id, 'timer', name);
    const restart = host.now();
    if (!timer.isInterval) {
      host.timersById.delete(timer.id);
      listener?.apiEnd(timer.id, false);
    }
    if (!toBoolean(timer.callback)) return endTimeoutObject(timer);
    const receiver = timer.object ?? host.isolate.realm.globalObject;
    host.nesting = timer.nesting;
    host.beginCallback(timer);
    const goOn = (): void => {
      host.nesting = 0;
      if (timer.isInterval && !timer.isCleared) this.restart(timer, restart);
      else endTimeoutObject(timer);
    };
    this.callbackTurn(timer.id, timer.callback, 'timer._onTimeout', receiver, timer.args, goOn);
  }

  /** Node counts an interval from the moment before its callback. */
  private restart(timer: Timer, start: number): void {
    const { host } = this;
    timer.nesting++;
    timer.delay = clampDelay(host.description, timer.delay, timer.nesting);
    host.timers.insert(timer, start);
    host.listener?.apiDue(timer.id, Math.round(start + timer.delay), timer.delay);
  }

  private runImmediate(immediate: Immediate): void {
    const { host } = this;
    const { id, callback, object, args } = immediate;
    if (immediate.isInternal) return;
    destroyImmediateObject(host, immediate);
    host.beginCallback(immediate);
    this.callbackTurn(id, callback, 'immediate._onImmediate', object, args, () =>
      cleanImmediateObject(immediate, false),
    );
  }

  private runTask(phase: string): void {
    const task = this.host.tasks.shift();
    if (task === undefined) return;
    this.showPhase(phase);
    this.hasEmittedBeforeExit = false;
    this.turn('task', task.id, task.name, task.run);
  }

  /** Nothing to do until the next timer or request is due: time jumps there. */
  private wait(phase: string): void {
    const { host } = this;
    const expiry = Math.min(host.timers.nextExpiry() ?? Infinity, host.requests.nextDue());
    if (expiry === Infinity || expiry <= host.now() || !host.isAlive()) return;
    if (host.immediates.some((immediate) => !immediate.isDestroyed) || host.tasks.length > 0) return;
    this.showPhase(phase);
    if (expiry > host.environment.maxVirtualMs) {
      host.finish({ outcome: 'limit', limit: 'virtualTime', exitCode: 3 });
      throw new RunStopped('steps');
    }
    host.clock.jumpTo(expiry);
    this.showClock();
  }

  private showPhase(name: string): void {
    if (this.shownPhase === name) return;
    this.shownPhase = name;
    this.host.listener?.phase(name);
  }

  private showClock(): void {
    const now = Math.floor(this.host.clock.milliseconds);
    if (now === this.shownClock) return;
    this.shownClock = now;
    this.host.listener?.clock(now);
  }

  /** The loop is empty: the process may queue more in beforeExit, and ends otherwise. */
  private leave(): void {
    const { host } = this;
    if (host.description.hasProcess && !this.hasEmittedBeforeExit && hasProcessListener(host, 'beforeExit')) {
      this.hasEmittedBeforeExit = true;
      this.turn('task', 0, 'beforeExit', () => emitProcessEvent(host, 'beforeExit', [host.exitCode ?? 0]));
      return;
    }
    // What beforeExit queued has run: it is emitted again.
    if (this.hasEmittedBeforeExit && host.isAlive()) {
      this.hasEmittedBeforeExit = false;
      return;
    }
    if (host.description.hasProcess && !host.isExiting) {
      host.isExiting = true;
      handleUnsettledAwait(host);
      const isUnset = host.exitCode === undefined;
      host.exitCode ??= 0;
      if (hasProcessListener(host, 'exit')) this.emitExit(isUnset);
    }
    host.finish(
      host.firstError === undefined
        ? { outcome: 'completed', exitCode: host.exitCode ?? 0 }
        : {
            outcome: 'error',
            exitCode: host.exitCode === undefined || host.exitCode === 0 ? 1 : host.exitCode,
            error: host.firstError,
          },
    );
  }

  /** An error in a listener makes the code 1, unless somebody has said another. */
  private emitExit(isUnset: boolean): void {
    const { host } = this;
    try {
      this.turn('task', 0, 'exit', () => emitProcessEvent(host, 'exit', [host.exitCode]));
      // Microtasks of the listeners still run, and their rejections count; nothing else does.
      while (this.runCheckpoint());
    } catch (thrown) {
      const hasFailed = thrown instanceof ProcessExit && host.firstError !== undefined;
      throw hasFailed && isUnset && host.exitCode === 0 ? new ProcessExit(1) : thrown;
    }
  }

  /** `cleanUp` comes before anybody hears of an exception; `expression` is what Node calls. */
  private callbackTurn(
    id: number,
    callback: Value,
    expression: string,
    receiver: Value,
    args: readonly Value[],
    cleanUp: () => void,
  ): void {
    this.hasEmittedBeforeExit = false;
    const run = (): void => {
      try {
        if (isCallable(callback)) this.host.isolate.callNested(callback, receiver, args);
        else throwTypeError(this.host.isolate, 'CalledNonCallable', expression);
      } finally {
        cleanUp();
      }
    };
    if (!this.turn('task', id, callbackName(callback), run)) this.resumption = 'phase';
  }

  /** False: it ended with an exception, and the run goes on. */
  private turn(kind: TurnKind, id: number, name: string, run: () => void, isWrapped = false): boolean {
    const { host } = this;
    let hasEnded = true;
    host.clock.beginTurn();
    host.listener?.turnStart(kind, id, name);
    try {
      run();
    } catch (thrown) {
      if (!(thrown instanceof GuestException)) throw thrown;
      handleUncaught(host, thrown.value, false, isWrapped && host.description.hasProcess);
      hasEnded = false;
    }
    host.isolate.asyncContext = undefined;
    host.listener?.turnEnd(kind, id);
    this.showClock();
    return hasEnded;
  }
}

function errorOf(host: Host): { error: string } | Record<string, never> {
  return host.firstError === undefined ? {} : { error: host.firstError };
}
