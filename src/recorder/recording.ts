/**
 * Writes a run's log: listens to the engine and to the host, and appends an event for each thing that they tell.
 * Previews of values never run guest code, so a run is the same with and without a recorder.
 */
import {
  actualArguments,
  type EngineListener,
  type Frame,
  type Isolate,
  JSObject,
  keyToDisplay,
  type Microtask,
  type PropertyKey,
  RunStopped,
  type Script,
  type SharedFunctionInfo,
  type Value,
} from '../engine/index.ts';
import { microtaskName } from '../host/host.ts';
import type { HostListener } from '../host/host-listener.ts';
import { sourceOffsetOf } from '../host/source-position.ts';
import {
  type ApiKind,
  apiKindNames,
  argumentsKindNames,
  CallFlag,
  type ConsoleLevel,
  consoleLevels,
  deleteEffectNames,
  type DeleteEffect,
  type EventType,
  forInPathNames,
  type ForInPath,
  type FunctionInfo,
  type MicrotaskKind,
  microtaskKindNames,
  type Outcome,
  outcomes,
  type TaskSource,
  taskSources,
  type TurnKind,
  turnKinds,
} from '../protocol.ts';
import { LogBuilder } from './log-builder.ts';
import { preview, previewArguments } from './value-preview.ts';

/** A line of the console in the log is for reading. */
const maxConsoleText = 20_000;

export interface RecorderOptions {
  /** False: events are only counted, as the command line needs it. */
  readonly keepsEvents: boolean;
  readonly maxEvents: number;
  /** Called after this event was appended: a replay has reached its moment. */
  readonly stopAt?: { readonly event: number; readonly reached: () => void };
}

export class Recorder implements EngineListener, HostListener {
  readonly log: LogBuilder;
  private readonly isolate: Isolate;
  private readonly options: RecorderOptions;
  private readonly functionIndices = new Map<SharedFunctionInfo, number>();
  private readonly scriptIndices = new Map<Script, number>();
  /** Frames are used again at their depth, so an entry stays right; resumed and called ones all come by `call`. */
  private readonly framesByDepth: Frame[] = [];

  constructor(isolate: Isolate, options: RecorderOptions) {
    this.isolate = isolate;
    this.options = options;
    this.log = new LogBuilder(options.keepsEvents);
  }

  // -------------------------------------------------------------------------------------------------------------------
  // The engine

  statement(_frame: Frame, offset: number): void {
    this.emit('statement', offset, 0, 0, 0);
  }

  call(frame: Frame): void {
    if (!this.options.keepsEvents) {
      // A replay numbers functions as the recording did.
      this.functionIndex(frame.shared);
      return this.emit('call', -1, 0, 0, 0);
    }
    this.framesByDepth[frame.depth] = frame;
    const caller = this.framesByDepth[frame.depth - 1];
    let flags = frame.isConstruct ? CallFlag.construct : 0;
    if (frame.shared.kind === 'getter') flags |= CallFlag.getter;
    if (frame.shared.kind === 'setter') flags |= CallFlag.setter;
    if (frame.shared.script.kind === 'builtin') flags |= CallFlag.builtin;
    const generator = frame.generator?.internal;
    if (generator?.kind === 'generator') flags |= CallFlag.resume | (generator.id << 8);
    const shown =
      generator === undefined ? previewArguments(actualArguments(this.isolate.interpreter.stack, frame)) : '';
    this.emit(
      'call',
      caller === undefined ? -1 : sourceOffsetOf(caller),
      this.functionIndex(frame.shared),
      flags,
      this.log.text(shown),
    );
  }

  return(frame: Frame, value: Value): void {
    this.emit('return', this.positionOf(frame), this.functionIndex(frame.shared), 0, this.shown(value));
  }

  suspend(frame: Frame, isAwait: boolean): void {
    const generator = frame.generator?.internal;
    const id = generator?.kind === 'generator' ? generator.id : 0;
    this.emit('suspend', this.positionOf(frame), this.functionIndex(frame.shared), isAwait ? 1 : 0, id);
  }

  throw(value: Value): void {
    this.emit('throw', this.position(), this.shown(value), 0, 0);
  }

  unwind(frame: Frame): void {
    this.emit('unwind', this.positionOf(frame), this.functionIndex(frame.shared), 0, 0);
  }

  catch(frame: Frame, value: Value): void {
    this.emit('catch', isImplicitHandler(frame) ? -1 : this.positionOf(frame), this.shown(value), 0, 0);
  }

  enqueueMicrotask(task: Microtask): void {
    const kind: MicrotaskKind =
      task.kind === 'callback'
        ? task.source
        : task.kind === 'thenable'
          ? 'thenable'
          : task.reaction.kind === 'then'
            ? 'then'
            : 'await';
    this.emit(
      'enqueueMicrotask',
      this.position(),
      task.id,
      microtaskKindNames.indexOf(kind),
      this.log.text(microtaskName(task)),
    );
  }

  promiseSettled(promise: JSObject): void {
    const data = promise.internal;
    if (data?.kind !== 'promise') return;
    this.emit('promiseSettled', this.position(), data.id, data.state === 'rejected' ? 1 : 0, this.shown(data.result));
  }

  rejectionTracked(): void {
    // The host tells what comes of it.
  }

  directEval(shared: SharedFunctionInfo): void {
    this.emit('directEval', this.position(), this.scriptIndex(shared.script), 0, 0);
  }

  withEnter(): void {
    this.emit('withEnter', this.position(), 0, 0, 0);
  }

  deleteProperty(result: DeleteEffect, _object: JSObject, key: PropertyKey, hiddenClassBefore: number): void {
    this.emit(
      'deleteProperty',
      this.position(),
      deleteEffectNames.indexOf(result),
      hiddenClassBefore,
      this.log.text(keyToDisplay(key)),
    );
  }

  argumentsObject(isMapped: boolean, count: number): void {
    this.emit(
      'argumentsObject',
      this.position(),
      argumentsKindNames.indexOf(isMapped ? 'mapped' : 'unmapped'),
      count,
      0,
    );
  }

  forIn(path: string, count: number): void {
    this.emit('forIn', this.position(), forInPathNames.indexOf(path as ForInPath), count, 0);
  }

  // -------------------------------------------------------------------------------------------------------------------
  // The host

  runStart(): void {
    this.emit('runStart', -1, 0, 0, 0);
  }

  turnStart(kind: TurnKind, id: number, name: string): void {
    this.emit('turnStart', -1, turnKinds.indexOf(kind), id, this.log.text(name));
  }

  turnEnd(kind: TurnKind, id: number): void {
    this.emit('turnEnd', -1, turnKinds.indexOf(kind), id, 0);
  }

  console(level: ConsoleLevel, text: string, indentation: number): void {
    const kept =
      text.length > maxConsoleText
        ? `${text.slice(0, maxConsoleText)}… ${text.length - maxConsoleText} more characters`
        : text;
    this.emit('console', this.position(), this.log.text(kept), consoleLevels.indexOf(level), indentation);
  }

  enqueueTask(id: number, source: TaskSource, name: string): void {
    this.emit('enqueueTask', -1, id, taskSources.indexOf(source), this.log.text(name));
  }

  cancelTask(id: number): void {
    this.emit('cancelTask', this.position(), id, 0, 0);
  }

  apiStart(id: number, kind: ApiKind, name: string): void {
    this.emit('apiStart', this.position(), id, apiKindNames.indexOf(kind), this.log.text(name));
  }

  apiDue(id: number, due: number, delay: number): void {
    this.emit('apiDue', this.position(), id, due, delay);
  }

  apiEnd(id: number, isCleared: boolean): void {
    this.emit('apiEnd', this.position(), id, isCleared ? 1 : 0, 0);
  }

  phase(name: string): void {
    this.emit('phase', -1, this.log.text(name), 0, 0);
  }

  clock(milliseconds: number): void {
    this.emit('clock', -1, milliseconds, 0, 0);
  }

  uncaughtError(text: string): void {
    this.emit('uncaughtError', -1, this.log.text(text), 0, 0);
  }

  unhandledRejection(text: string): void {
    this.emit('unhandledRejection', -1, this.log.text(text), 0, 0);
  }

  runEnd(outcome: Outcome): void {
    // The last event is always there, even beyond the limit.
    this.log.append('runEnd', this.isolate.steps, -1, outcomes.indexOf(outcome), 0, 0);
  }

  // -------------------------------------------------------------------------------------------------------------------

  private emit(type: EventType, position: number, a: number, b: number, c: number): void {
    const { log, options } = this;
    if (log.length >= options.maxEvents) throw new RunStopped('events');
    log.append(type, this.isolate.steps, position, a, b, c);
    if (options.stopAt !== undefined && options.stopAt.event === log.length - 1) {
      options.stopAt.reached();
      throw new RunStopped('moment');
    }
  }

  private shown(value: Value): number {
    return this.options.keepsEvents ? this.log.text(preview(value)) : -1;
  }

  /** Where the top frame is; -1 where no source belongs to it. */
  private position(): number {
    const frame = this.options.keepsEvents ? this.isolate.currentFrame : undefined;
    return frame === undefined ? -1 : sourceOffsetOf(frame);
  }

  private positionOf(frame: Frame): number {
    return this.options.keepsEvents ? sourceOffsetOf(frame) : -1;
  }

  /** The index of a function in the log's table. */
  functionIndex(shared: SharedFunctionInfo): number {
    let index = this.functionIndices.get(shared);
    if (index === undefined) {
      index = this.log.functions.push(functionInfo(shared, this.scriptIndex(shared.script))) - 1;
      this.functionIndices.set(shared, index);
    }
    return index;
  }

  private scriptIndex(script: Script): number {
    let index = this.scriptIndices.get(script);
    if (index === undefined) {
      const { kind, source } = script;
      const name = script.path ?? script.name;
      index = this.log.scripts.push(kind === 'eval' ? { name, kind, source } : { name, kind }) - 1;
      this.scriptIndices.set(script, index);
    }
    return index;
  }
}

/** The handler around an async function's body: it turns the exception into a rejected promise. */
function isImplicitHandler(frame: Frame): boolean {
  const entry = frame.bytecode.handlers.find(({ handler }) => handler === frame.pc);
  return entry?.prediction === 'promise' || entry?.prediction === 'asyncAwait';
}

function functionInfo(shared: SharedFunctionInfo, script: number): FunctionInfo {
  const isBuiltin = shared.script.kind === 'builtin';
  return {
    name: shared.name,
    script,
    start: isBuiltin ? -1 : shared.start,
    end: isBuiltin ? -1 : shared.end,
    kind: isBuiltin ? 'builtin' : functionKind(shared),
  };
}

function functionKind(shared: SharedFunctionInfo): FunctionInfo['kind'] {
  if (isWholeScript(shared)) return 'script';
  const { kind } = shared;
  if (kind.startsWith('async') && !kind.includes('enerator')) return 'async';
  if (kind.includes('enerator')) return 'generator';
  if (kind.endsWith('onstructor')) return 'constructor';
  switch (kind) {
    case 'arrow':
    case 'method':
    case 'getter':
    case 'setter':
    case 'script':
      return kind;
    case 'eval':
      return 'script';
    default:
      return 'function';
  }
}

/** The file itself: as a script, or as the body of Node's wrapper. */
function isWholeScript({ kind, name, script, start }: SharedFunctionInfo): boolean {
  return (
    kind === 'script' ||
    kind === 'module' ||
    kind === 'eval' ||
    ((script.kind === 'main' || script.kind === 'file') && kind === 'normal' && name === '' && start === 0)
  );
}
