/**
 * The one event loop: it interprets a description (descriptions.ts), one turn at a time, so that whoever drives it can
 * stop between turns. A turn is the script, a task or a microtask.
 * libuv: uv_run in src/unix/core.c; Node: SpinEventLoop, processTimers, processImmediate, processTicksAndRejections.
 */
import { GuestException, type Microtask, RunStopped } from '../engine/index.ts';
import type { TurnKind } from '../protocol/events.ts';
import type { PhaseDescription } from './descriptions.ts';
import type { Host } from './host.ts';
import { callbackName, microtaskName } from './task-names.ts';
import { nextImmediate, takeImmediates } from './timers/immediates.ts';
import { emitBeforeExit, emitExit, finishBy, finishRun } from './process-end.ts';
import { noteFrameRace, noteRaces } from './races.ts';
import { type HostTask, taskPriorities } from './requests.ts';
import {
  type CallbackTurn,
  queueDueTimers,
  runCallback,
  turnOfFrame,
  turnOfIdleCallback,
  turnOfImmediate,
  turnOfTimer,
} from './turns.ts';
import { handleRejections, handleUncaught } from './unhandled.ts';

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
  /** The turn that runs, or ran last. */
  private current: { readonly kind: TurnKind; readonly id: number; readonly name: string } | undefined;
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
    host.runMicrotasks = () => this.runNestedCheckpoint();
  }

  /** Runs one turn. False: the run is over, and `host.end` says how. */
  advance(): boolean {
    const { host } = this;
    if (host.end !== undefined || host.neededFiles.length > 0) return false;
    try {
      this.runNext();
    } catch (thrown) {
      if (thrown instanceof RunStopped && thrown.reason === 'files') return false;
      finishBy(host, thrown);
    }
    return host.end === undefined;
  }

  /** When the next turn begins, in ms: now, if something waits for it; Infinity: nothing will happen by itself. */
  nextWork(): number {
    const { host } = this;
    const now = host.clock.milliseconds;
    if (this.script !== undefined || this.resumption !== 'none' || host.isolate.microtasks.length > 0) return now;
    if (host.microtasks.length > 0 || host.ticks.length > 0 || host.rejections.size > 0) return now;
    if (host.page.onCheckpoint !== undefined) return now;
    if (host.tasks.length > 0 || host.closing.length > 0 || host.outstanding.length > 0) return now;
    if (host.immediates.some((each) => !each.isDestroyed) || !host.isAlive()) return now;
    const due = Math.min(host.timers.nextExpiry() ?? Infinity, this.nextDue());
    return Math.max(now, Math.min(due, host.agent.nextArrival - host.agent.startedAt));
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
    host.takeInputs?.();
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
    if (host.page.onCheckpoint !== undefined) {
      host.page.onCheckpoint();
      host.page.onCheckpoint = undefined;
    }
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
    const rejections = handleRejections(host);
    if (rejections === 'interrupted') this.resumption = 'loop';
    return rejections !== 'none';
  }

  /** Between the listeners of an event that the browser fires: the turn is over for a while. */
  private runNestedCheckpoint(): void {
    const { host, current } = this;
    if (host.microtasks.length === 0 && host.isolate.microtasks.length === 0 && host.rejections.size === 0) return;
    if (current !== undefined) host.listener?.turnEnd(current.kind, current.id);
    while (this.runCheckpoint());
    if (current !== undefined) host.listener?.turnStart(current.kind, current.id, current.name);
    this.current = current;
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
    const { phases } = this.host.description;
    for (let visited = 0; visited <= phases.length; visited++) {
      const phase = phases[this.phase]!;
      const isBeginning = !this.isPhaseBegun;
      this.isPhaseBegun = true;
      if (this.runCallback(phase, isBeginning)) return;
      this.isPhaseBegun = false;
      const isLast = this.phase === phases.length - 1;
      this.phase = isLast ? 0 : this.phase + 1;
      if (isLast && !this.host.isAlive()) return;
    }
  }

  /** The next callback of a phase. False: the phase is over. */
  private runCallback(phase: PhaseDescription, isBeginning: boolean, isResumed = false): boolean {
    const { host } = this;
    switch (phase.work) {
      case 'nothing':
        return false;
      case 'oneTask':
        return isBeginning && this.runOldestTask(phase.name);
      case 'frame': {
        if (isBeginning && host.frames.begin()) this.showPhase(phase.name);
        const frame = host.frames.take();
        return frame !== undefined && this.give(turnOfFrame(host, frame));
      }
      case 'oneIdleCallback': {
        if (!isBeginning || host.tasks.length > 0 || host.frames.nextDue() <= host.now()) return false;
        const idle = host.idleCallbacks.take(false);
        if (idle === undefined) return false;
        this.showPhase(phase.name);
        return this.give(turnOfIdleCallback(host, idle, false));
      }
      case 'dueTimers': {
        if (isBeginning) {
          noteRaces(host);
          host.timers.begin(host.now());
        }
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
        this.give(turnOfImmediate(host, immediate));
        return true;
      }
      case 'pending':
        if (isBeginning) host.poller?.beginRound();
        return this.runPending(phase.name);
      case 'poll': {
        host.poller?.resume();
        // Those that are queued meanwhile have to wait for the next time. libuv: uv__io_poll; Node, for those of V8:
        // PerIsolatePlatformData::FlushForegroundTasksInternal.
        if (isBeginning) {
          host.settleDueRequests();
          host.poller?.poll();
          if (host.tasks.length === 0) this.wait(phase.name);
          host.settleDueRequests();
          this.tasksLeft = host.tasks.length;
        }
        // What continues a task of this phase belongs to it.
        const isContinued = host.tasks.first?.priority === taskPriorities.normalContinuation;
        if (!isContinued && this.tasksLeft-- <= 0) return this.runPending('pending');
        this.runTask(phase.name, host.tasks.shift());
        return true;
      }
      case 'closing': {
        if (isBeginning) this.tasksLeft = host.closing.length;
        if (this.tasksLeft <= 0) return false;
        this.runTask(phase.name, host.closing.splice(--this.tasksLeft, 1)[0]);
        return true;
      }
      case 'wait':
        this.wait(phase.name);
        return false;
    }
  }

  /** A browser's tasks come from all sources; an idle callback that has waited for too long is one of them. */
  private runOldestTask(phase: string): boolean {
    const { host } = this;
    host.settleDueRequests();
    queueDueTimers(host);
    const late = host.idleCallbacks.take(true);
    if (late !== undefined) {
      this.showPhase(phase);
      return this.give(turnOfIdleCallback(host, late, true));
    }
    const task = host.tasks.shift();
    if (task === undefined) return false;
    if (task.source === 'timer' && host.frames.isFirst && host.frames.length > 0) noteFrameRace(host);
    this.runTask(phase, task);
    return true;
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
    this.give(turnOfTimer(this.host, timer));
    return true;
  }

  /** libuv runs what was put off in a phase of its own, and in a few rounds behind poll. */
  private runPending(phase: string): boolean {
    const task = this.host.poller?.takePending();
    this.runTask(phase, task);
    return task !== undefined;
  }

  private runTask(phase: string, task: HostTask | undefined): void {
    if (task === undefined) return;
    this.showPhase(phase);
    this.hasEmittedBeforeExit = false;
    this.host.nesting = 0;
    this.host.currentPriority = task.priority;
    this.turn('task', task.id, task.name, task.run);
  }

  /** Nothing to do until the next timer or request is due: time jumps there. */
  private wait(phase: string): void {
    const { host } = this;
    const expiry = host.timers.nextExpiry() ?? Infinity;
    const due = this.nextDue();
    if (expiry <= host.now() || due <= host.clock.milliseconds || !host.isAlive()) return;
    if (host.immediates.some((immediate) => !immediate.isDestroyed) || host.tasks.length > 0) return;
    const next = host.agent.waitForOthers(Math.min(expiry, due));
    if (next === Infinity) return;
    this.showPhase(phase);
    if (next > host.environment.maxVirtualMs) {
      host.finish({ outcome: 'limit', limit: 'virtualTime', exitCode: 3 });
      throw new RunStopped('steps');
    }
    host.clock.jumpTo(next);
    this.showClock();
  }

  /** When the first of what waits for a time, but for timers, is due; Infinity: nothing ever is. */
  private nextDue(): number {
    const { requests, frames, idleCallbacks, poller } = this.host;
    if (poller?.isReady() === true) return this.host.clock.milliseconds;
    return Math.min(requests.nextDue(), frames.nextDue(), idleCallbacks.nextDue());
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
    // The process would wait on: it does not come to its exit.
    if (host.description.hasProcess && host.agent.isHeld) return finishRun(host);
    const inTurn = (name: string, run: () => void): boolean => this.turn('task', 0, name, run);
    if (!this.hasEmittedBeforeExit && emitBeforeExit(host, inTurn)) {
      this.hasEmittedBeforeExit = true;
      return;
    }
    // What beforeExit queued has run: it is emitted again.
    if (this.hasEmittedBeforeExit && host.isAlive()) {
      this.hasEmittedBeforeExit = false;
      return;
    }
    // Microtasks of the listeners still run, and their rejections count; nothing else does.
    emitExit(host, inTurn, () => {
      while (this.runCheckpoint());
    });
    finishRun(host);
  }

  /** True: so that a phase which gave a turn says it has run something. */
  private give(callback: CallbackTurn | undefined): true {
    if (callback === undefined) return true;
    this.hasEmittedBeforeExit = false;
    this.host.currentPriority = callback.priority ?? taskPriorities.normal;
    const run = (): void => runCallback(this.host, callback);
    if (!this.turn('task', callback.id, callbackName(callback.callback), run)) this.resumption = 'phase';
    return true;
  }

  /** False: it ended with an exception, and the run goes on. */
  private turn(kind: TurnKind, id: number, name: string, run: () => void, isWrapped = false): boolean {
    const { host } = this;
    let hasEnded = true;
    this.current = { kind, id, name };
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
