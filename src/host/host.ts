/**
 * What surrounds the engine: clock, timers, queues, output and the end of the run, as data that loop.ts and the globals
 * share. Node: Environment (src/env.h); HTML: the relevant agent's event loop.
 */
import {
  addOwn,
  Attribute,
  type Isolate,
  JSObject,
  type Microtask,
  type ModuleRecord,
  type SourceTextModule,
  Surroundings,
  type Value,
} from '../engine/index.ts';
import type { ConsoleLevel, TaskSource } from '../protocol/events.ts';
import type { RunEnvironment } from '../protocol/run.ts';
import type { Agent } from './agents/agent.ts';
import { AgentCluster } from './agents/cluster.ts';
import type { CommonJsLoader } from './loading/cjs-loader.ts';
import { toMoment, type VirtualClock } from './clock.ts';
import { type LoopDescription, loopDescriptions } from './descriptions.ts';
import type { ModuleMap } from './loading/esm-loader.ts';
import type { ParsedSource } from './loading/file-requests.ts';
import { PageState } from './dom/page-state.ts';
import { FileReader, type FileView } from './loading/files.ts';
import { AnimationFrames, IdleCallbacks } from './frames.ts';
import { FixedQueue } from './fixed-queue.ts';
import type { HostListener } from './host-listener.ts';
import type { StandardStreams } from './node/console-streams.ts';
import type { InputActions, RunEnd } from './run-end.ts';
import type { LoadFailure } from './loading/load-problems.ts';
import {
  type HostTask,
  type Request,
  RequestQueue,
  taskPriorities,
  type TaskPriority,
  TaskQueues,
  type RequestOptions,
  type TaskOptions,
} from './requests.ts';
import type { HandledRejection, Rejection } from './rejection.ts';
import type { ThrowSite } from './throw-site.ts';
import { TimeoutLinks, TimerSymbols } from './timers/timer-objects.ts';
import { DueTimeQueue, DurationLists, type Timer, type TimerQueue } from './timers/timers.ts';
import type { Poller } from './sockets/poller.ts';
import { siteOf } from './waiting.ts';

/** Where a program's output goes. */
export interface HostOutput {
  write(stream: 'stdout' | 'stderr', text: string): void;
}

/** An entry of process.nextTick's queue: the program's, or Node's own behind a write to a stream. */
export type Tick =
  | { readonly kind: 'callback'; readonly task: Microtask; readonly asyncId: number }
  | { readonly kind: 'afterWrite'; readonly stream: 'stdout' | 'stderr' };

/** Node: Immediate. */
export interface Immediate {
  readonly id: number;
  readonly asyncId: number;
  readonly object: JSObject;
  /** A function, unless the program made it by the class itself. */
  readonly callback: Value;
  isRefed: boolean;
  /** It ran, or was cleared. */
  isDestroyed: boolean;
  /** The check phase has begun that runs it. */
  isTask: boolean;
  /** Node's own, of which the program sees nothing. */
  readonly isInternal: boolean;
  /** Isolate.asyncContext when it was set. */
  readonly asyncContext?: Value;
}

/** Leaves guest code for good: process.exit, or an uncaught error that ends the run. */
export class ProcessExit {
  readonly exitCode: number;

  constructor(exitCode: number) {
    this.exitCode = exitCode;
  }
}

export class Host {
  readonly isolate: Isolate;
  readonly environment: RunEnvironment;
  readonly description: LoopDescription;
  readonly clock: VirtualClock;
  readonly surroundings: Surroundings;
  readonly output: HostOutput;
  listener: HostListener | undefined = undefined;
  readonly timers: TimerQueue;
  /** Timers by the id that the program may hold. */
  readonly timersById = new Map<number, Timer>();
  /** Node: those that the program has converted to a number, which may be cleared by it. */
  readonly timersByAsyncId = new Map<string, Timer>();
  /** Browser: those that wait or run, by the number that the program holds. */
  readonly timersByHandle = new Map<number, Timer>();
  nextTimerHandle = 1;
  /** process.nextTick's queue. */
  readonly ticks = new FixedQueue<Tick>();
  /** Microtasks that were queued first; those that the engine queued since are in the isolate's list. */
  readonly microtasks = new FixedQueue<Microtask>();
  /** Immediates that wait for the next check phase. */
  immediates: Immediate[] = [];
  /** Immediates that the check phase is running. */
  readonly outstanding = new FixedQueue<Immediate>();
  /** Callbacks whose time has come, but for timers, immediates and microtasks. */
  readonly tasks = new TaskQueues();
  /** The loop's: a checkpoint within the turn that runs. */
  runMicrotasks: () => void = () => undefined;
  /** That of the task whose turn it is, its microtasks included. */
  currentPriority: TaskPriority = taskPriorities.normal;
  /** libuv: callbacks of handles that were closed, of which the last is called first (uv__run_closing_handles). */
  readonly closing: HostTask[] = [];
  /** What a browser runs beside its tasks. */
  readonly frames = new AnimationFrames(this);
  readonly idleCallbacks = new IdleCallbacks(this);
  /** What the program waits for, but for timers and immediates. */
  readonly requests = new RequestQueue();
  /** Event listeners that the program has added, by the id that the log knows. They are no roots: their targets hold them. */
  readonly listeners = new Map<number, { readonly target: JSObject; readonly listener: JSObject }>();
  /** Promises whose rejection was reported, with the numbers of the rejections. */
  readonly reportedRejections = new Map<JSObject, number>();
  readonly handledRejections: HandledRejection[] = [];
  lastRejectionId = 0;
  /** process.setUncaughtExceptionCaptureCallback. */
  captureException: JSObject | undefined = undefined;
  /** Browser: what listeners for errors have thrown while they run. */
  reporting: Value[] | undefined = undefined;
  readonly page = new PageState();
  /** Rejected promises that nothing handled when they were rejected, with the context of that moment. */
  readonly rejections = new Map<JSObject, Rejection>();
  /** The level of the timer whose turn it is, microtasks included, for the browser's nesting clamp. */
  nesting = 0;
  nextId = 1;
  /** The first timers phase has begun. */
  hasBegunTimers = false;
  readonly timerSymbols = new TimerSymbols();
  /** Node counts what may call back later: timers, immediates and ticks. */
  nextAsyncId = 2;
  /** Whose callback runs; 1 is the script. */
  executionAsyncId = 1;
  /** Streams behind whose writes a tick of Node waits already. */
  readonly writtenStreams = new Set<'stdout' | 'stderr'>();
  /** Node's process object, and EventEmitter.prototype.emit once the program listens to something. */
  process: JSObject | undefined = undefined;
  /** What the program has made of the global name `process`. */
  globalProcess: Value = undefined;
  processEmit: JSObject | undefined = undefined;
  /** process.cwd(), at first the main file's folder; and process.umask(). */
  workingDirectory: string;
  fileMask = 0o022;
  readonly standardStreams: StandardStreams = { input: undefined, output: undefined, error: undefined };
  /** What the program has made of the global name `Buffer`, once it did. */
  assignedBuffer: { readonly value: Value } | undefined = undefined;
  /** Node's own modules that have been asked for so far. */
  readonly modules = new Map<string, JSObject>();
  /** Node's CommonJS loader. A browser has none. */
  commonJs!: CommonJsLoader;
  readonly files: FileReader;
  agent: Agent;
  /** What import() of a module waits for. */
  readonly importJobs = new Map<ModuleRecord, JSObject>();
  /** ES modules by URL. */
  readonly moduleMap: ModuleMap = new Map();
  /** The main file and the promise of its evaluation, where it is a module. */
  mainModule: { readonly module: SourceTextModule; readonly evaluation: JSObject } | undefined = undefined;
  /** All files of the program that have been parsed. */
  readonly sources: ParsedSource[] = [];
  /** Paths that have to be known before this run can go on: it stopped there. */
  neededFiles: readonly string[] = [];
  /** Errors of the loaders: Node throws them in its own code, and the stacks of syntax errors begin with the place. */
  readonly unplacedErrors = new WeakSet<JSObject>();
  /** Errors that the host's own code threw. */
  readonly errorsOfHost = new WeakSet<JSObject>();
  /** What each error of the loaders is about, and the one that was not caught. */
  readonly loadFailures = new WeakMap<JSObject, LoadFailure>();
  uncaughtLoadFailure: LoadFailure | undefined = undefined;
  /** Errors that were emitted as events which nobody listened to: by what, and where. */
  readonly emittedErrors = new WeakMap<JSObject, { readonly emitter: string; readonly stack: JSObject }>();
  /** Which odd durations of timers the program has been told of. */
  readonly durationWarnings = new Set<string>();
  /** What parts of the host do when the user acts. Each returns what is wrong, if anything is. */
  readonly inputActions: InputActions = {};
  /** Between two turns: what the user did while nothing ran. */
  takeInputs: (() => void) | undefined = undefined;
  /** Node: what sockets wait at, once there are some. */
  poller: Poller | undefined = undefined;
  exitCode: number | undefined = undefined;
  isExiting = false;
  lastThrow: ThrowSite | undefined = undefined;
  firstError: string | undefined = undefined;
  end: RunEnd | undefined = undefined;

  constructor(isolate: Isolate, environment: RunEnvironment, clock: VirtualClock, output: HostOutput, files: FileView) {
    this.isolate = isolate;
    this.environment = environment;
    const { fileName } = environment;
    this.workingDirectory = environment.workingDirectory ?? (fileName.slice(0, fileName.lastIndexOf('/')) || '/');
    this.description = loopDescriptions[environment.runtime];
    this.clock = clock;
    this.surroundings = new Surroundings(isolate);
    this.output = output;
    this.files = new FileReader(files);
    this.agent = new AgentCluster(this).main;
    this.timers =
      this.description.timerOrder === 'durationLists' ? new DurationLists(new TimeoutLinks(this)) : new DueTimeQueue();
  }

  /** The loop's time: whole ms where Node counts them. */
  now(): number {
    const milliseconds = this.clock.milliseconds;
    return this.description.timerOrder === 'durationLists' ? Math.floor(milliseconds) : milliseconds;
  }

  /** A line (or several) on the console; `indentation` is that of console.group. */
  print(level: ConsoleLevel, text: string, indentation = 0): void {
    this.listener?.console(level, text, indentation);
    const margin = ' '.repeat(indentation);
    const indented = indentation === 0 ? text : margin + text.replaceAll('\n', `\n${margin}`);
    this.write(level === 'warn' || level === 'error' || level === 'trace' ? 'stderr' : 'stdout', `${indented}\n`);
  }

  /** The program writes to one of its streams. */
  write(stream: 'stdout' | 'stderr', text: string): void {
    if (this.description.hasProcess && !this.writtenStreams.has(stream)) {
      this.writtenStreams.add(stream);
      this.nextAsyncId++;
      this.ticks.push({ kind: 'afterWrite', stream });
    }
    this.output.write(stream, text);
  }

  /** What it holds of the guest's objects. */
  roots(): readonly unknown[] {
    const { timersById, ticks, microtasks, immediates, outstanding, rejections, process, processEmit, globalProcess } =
      this;
    const { tasks, closing, frames, idleCallbacks, requests, modules, moduleMap, importJobs, mainModule } = this;
    const { constructor, cache, main, mainRequire, makeRequire } = this.commonJs ?? {};
    return [
      timersById,
      ticks,
      microtasks,
      immediates,
      outstanding,
      tasks,
      closing,
      frames.roots(),
      idleCallbacks.roots(),
      this.page.roots(),
      requests,
      rejections,
      this.reportedRejections,
      this.handledRejections,
      this.captureException,
      this.reporting,
      process,
      processEmit,
      globalProcess,
      this.assignedBuffer?.value,
      this.standardStreams,
      modules,
      moduleMap,
      importJobs,
      mainModule,
      constructor,
      cache,
      main,
      mainRequire,
      makeRequire,
      this.agent.roots(),
      this.poller?.roots(),
    ];
  }

  /** What the engine asks for. */
  postTask({ name, run }: { readonly name: string; readonly run: () => void }): void {
    this.queueTask('platform', name, run);
  }

  /** HTML: queue a task. libuv: what closes a handle has a phase of its own. */
  queueTask(source: TaskSource, name: string, run: () => void, options: TaskOptions = {}): HostTask {
    const { id = this.nextId++, priority = taskPriorities.normal, holds, isRefed = true } = options;
    const task: HostTask = { id, source, name, readyAt: this.now(), priority, run, holds, isRefed, isCancelled: false };
    if (source === 'closing') this.closing.push(task);
    else this.tasks.push(task);
    this.listener?.enqueueTask(id, source, name);
    return task;
  }

  /** It is taken out of its queue again; nothing where it has run. */
  cancelTask(task: HostTask): void {
    if (this.tasks.cancel(task)) this.listener?.cancelTask(task.id);
  }

  /** Begins to wait for something that the virtual clock answers after `delay` ms, or an input at some time (Infinity). */
  request({ delay, isRefed = true, holds, run, priority = taskPriorities.normal, ...rest }: RequestOptions): Request {
    const due = toMoment(this.clock.milliseconds + delay);
    const { asyncContext } = this.isolate;
    const runInContext = (): void => {
      this.isolate.asyncContext = asyncContext;
      run();
    };
    const request: Request = {
      ...rest,
      run: runInContext,
      id: this.nextId++,
      due,
      isRefed,
      site: rest.site ?? (due < Infinity ? undefined : siteOf(this.isolate)),
      holds: [holds, asyncContext],
      priority,
      order: 0,
      place: -1,
    };
    this.requests.insert(request);
    this.listener?.apiStart(request.id, request.kind, request.name);
    if (due < Infinity) this.listener?.apiDue(request.id, Math.round(due), delay);
    return request;
  }

  /** It is answered now: its callback joins the task queue. */
  settleRequest(request: Request): HostTask | undefined {
    if (!this.requests.remove(request)) return undefined;
    const { id, source, name, run, holds, priority } = request;
    const task = this.queueTask(source, name, run, { holds, id, priority });
    this.listener?.apiEnd(id, false);
    return task;
  }

  /** It fails now, for that reason. */
  failRequest(request: Request, reason: string): void {
    const { fail } = request;
    if (fail === undefined || !this.requests.remove(request)) return;
    const { source, name, holds, id, priority } = request;
    this.queueTask(source, name, () => fail(reason), { holds, id, priority });
    this.listener?.apiEnd(id, false);
  }

  /** Nobody waits for it any longer. */
  cancelRequest(request: Request): void {
    if (this.requests.remove(request)) this.listener?.apiEnd(request.id, true);
  }

  /** Those that are due become tasks. */
  settleDueRequests(): void {
    this.agent.meetOthers();
    while (this.requests.nextDue() <= this.clock.milliseconds) this.settleRequest(this.requests.first!);
  }

  /** Of something that was set before: it runs in the context of that moment. */
  beginCallback({ asyncId, asyncContext }: { readonly asyncId: number; readonly asyncContext?: Value }): void {
    this.executionAsyncId = asyncId;
    this.isolate.asyncContext = asyncContext;
  }

  isAlive(): boolean {
    if (this.tasks.hasRefed() || this.closing.length > 0 || this.requests.hasRefed()) return true;
    if (this.poller?.isReady() === true) return true;
    if (this.tasks.length > 0 && this.agent.isHeld) return true;
    if (this.agent.expectsOthers()) return true;
    if (this.frames.length > 0 || this.idleCallbacks.length > 0) return true;
    if (this.timers.hasRefed() || (this.timers.hasTimeout() && this.requests.waitsForever())) return true;
    return this.immediates.some((immediate) => immediate.isRefed && !immediate.isDestroyed);
  }

  /** The run is over. The first end counts. */
  finish(end: RunEnd): void {
    // Of a process a system keeps eight bits of it.
    this.end ??= { ...end, exitCode: this.agent.name === '' ? end.exitCode & 0xff : end.exitCode };
  }

  newPlainObject(properties: Readonly<Record<string, Value>>): JSObject {
    const object = this.isolate.realm.newObject();
    for (const [key, value] of Object.entries(properties)) addOwn(object, key, value, Attribute.all);
    return object;
  }
}
