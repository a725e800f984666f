/**
 * Writes a run's log: listens to the engine and to the host, and appends an event for each thing that they tell.
 * Previews of values never run guest code, so a run is the same with and without a recorder.
 *
 * A million statements and calls a second pass through here. So a statement writes three numbers, and after its first
 * hundred calls a function's objects are told by what they are (`Point {…}`), not by what is in them: a question about
 * the moment answers the rest.
 */
import {
  type Collection,
  type Deoptimization,
  deoptimizationText,
  type EngineListener,
  type Frame,
  framePosition,
  type FunctionTiering,
  type IcTransition,
  type Isolate,
  JSObject,
  keyToDisplay,
  type Microtask,
  type OptimizedCode,
  type PromiseReaction,
  type PropertyKey,
  type Script,
  type SharedFunctionInfo,
  type Value,
} from '../../engine/index.ts';
import { microtaskName, reactionName } from '../../host/task-names.ts';
import type { HostListener } from '../../host/host-listener.ts';
import {
  type ApiKind,
  apiKindNames,
  argumentsKindNames,
  CallFlag,
  type ConsoleLevel,
  consoleLevels,
  deleteEffectNames,
  type DeleteEffect,
  deoptimizationKindNames,
  type DictionaryReason,
  dictionaryReasonNames,
  eventTypeIds,
  forInPathNames,
  type ForInPath,
  icKindNames,
  type MicrotaskKind,
  microtaskKindNames,
  type Outcome,
  outcomes,
  type TaskSource,
  taskSourceNames,
  type TurnKind,
  turnKinds,
  type RaceKind,
  raceKindNames,
  type WorkerState,
  workerStateNames,
} from '../../protocol/events.ts';
import { TextCode } from '../../protocol/log.ts';
import { collectionText } from './collection-text.ts';
import { LogBuilder } from './log-builder.ts';
import { FunctionTable } from './function-table.ts';
import { functionInfo, scriptInfo } from './log-tables.ts';
import { reactionKind } from './reaction-kind.ts';
import { ValueCodes } from './value-codes.ts';

/** A line of the console in the log is for reading: so much of each, until there are so many characters of all. */
const keptOfConsoleText = [
  { characters: 20_000, until: 20_000_000 },
  { characters: 200, until: 30_000_000 },
] as const;
const notKept = '… not kept: the program prints more than the log holds';
/** So often values are shown in full: for calls and returns of each function, and for each other event that shows one. */
const fullPreviews = 100;

/** What the recorder knows of a function. */
interface FunctionRecord {
  /** In the log's table. */
  readonly index: number;
  /** CallFlag bits of every call. */
  readonly flags: number;
  readonly isBuiltin: boolean;
  calls: number;
  returns: number;
  /** Source offsets by the frame's instruction; -2 where it was not needed yet. */
  positions: Int32Array | undefined;
}

export class Recorder implements EngineListener, HostListener {
  readonly log: LogBuilder;
  /** A task and all its microtasks are over. */
  onTurnOver: (() => void) | undefined = undefined;
  private readonly isolate: Isolate;
  private readonly values: ValueCodes;
  /** By the order in which they were compiled. */
  private readonly records: (FunctionRecord | undefined)[] = [];
  private readonly table = new FunctionTable();
  private readonly scriptIndices = new Map<Script, number>();
  /** Frames are used again at their depth, so an entry stays right; resumed and called ones all come by `call`. */
  private readonly framesByDepth: Frame[] = [];
  private readonly shownInFull = { throw: 0, catch: 0, promiseSettled: 0 };
  private consoleTexts = 0;

  constructor(isolate: Isolate, maxEvents: number) {
    this.isolate = isolate;
    this.log = new LogBuilder(maxEvents);
    this.values = new ValueCodes(this.log, isolate);
  }

  // -------------------------------------------------------------------------------------------------------------------
  // The engine

  statement(_frame: Frame, offset: number, steps: number): void {
    this.log.appendStatement(steps, offset);
  }

  call(frame: Frame): void {
    const record = this.recordOf(frame.shared);
    this.framesByDepth[frame.depth] = frame;
    const caller = frame.depth === 0 ? undefined : this.framesByDepth[frame.depth - 1];
    let { flags } = record;
    if (frame.isConstruct) flags |= CallFlag.construct;
    let shown: number = TextCode.none;
    const generator = frame.generator?.internal;
    if (generator?.kind === 'generator') flags |= CallFlag.resume | (generator.id << 8);
    else shown = this.values.arguments(frame, record.calls++ < fullPreviews);
    this.emit(eventTypeIds.call, caller === undefined ? -1 : this.positionOf(caller), record.index, flags, shown);
  }

  return(frame: Frame, value: Value): void {
    const record = this.recordOf(frame.shared);
    const shown = this.values.code(value, record.returns++ < fullPreviews);
    this.emit(eventTypeIds.return, positionIn(record, frame), record.index, 0, shown);
  }

  suspend(frame: Frame, isAwait: boolean): void {
    const generator = frame.generator?.internal;
    const id = generator?.kind === 'generator' ? generator.id : 0;
    const record = this.recordOf(frame.shared);
    this.emit(eventTypeIds.suspend, positionIn(record, frame), record.index, isAwait ? 1 : 0, id);
  }

  throw(value: Value): void {
    this.emit(eventTypeIds.throw, this.position(), this.shown('throw', value), 0, 0);
  }

  unwind(frame: Frame): void {
    const record = this.recordOf(frame.shared);
    this.emit(eventTypeIds.unwind, positionIn(record, frame), record.index, 0, 0);
  }

  catch(frame: Frame, value: Value): void {
    const position = isImplicitHandler(frame) ? -1 : this.positionOf(frame);
    this.emit(eventTypeIds.catch, position, this.shown('catch', value), 0, 0);
  }

  enqueueMicrotask(task: Microtask): void {
    const kind: MicrotaskKind =
      task.kind === 'callback' ? task.source : task.kind === 'thenable' ? 'thenable' : reactionKind(task.reaction);
    const name = this.log.text(microtaskName(task));
    this.emit(eventTypeIds.enqueueMicrotask, this.position(), task.id, microtaskKindNames.indexOf(kind), name);
  }

  promiseReaction(reaction: PromiseReaction): void {
    const data = reaction.promise.internal;
    if (data?.kind !== 'promise') return;
    const kind = microtaskKindNames.indexOf(reactionKind(reaction));
    this.emit(eventTypeIds.promiseReaction, this.position(), data.id, kind, this.log.text(reactionName(reaction)));
  }

  promiseSettled(promise: JSObject): void {
    const data = promise.internal;
    if (data?.kind !== 'promise') return;
    const shown = this.shown('promiseSettled', data.result);
    this.emit(eventTypeIds.promiseSettled, this.position(), data.id, data.state === 'rejected' ? 1 : 0, shown);
  }

  directEval(shared: SharedFunctionInfo): void {
    this.emit(eventTypeIds.directEval, this.position(), this.scriptIndex(shared.script), 0, 0);
  }

  withEnter(): void {
    this.emit(eventTypeIds.withEnter, this.position(), 0, 0, 0);
  }

  deleteProperty(result: DeleteEffect, _object: JSObject, key: PropertyKey, hiddenClassBefore: number): void {
    const effect = deleteEffectNames.indexOf(result);
    const property = this.log.valueText(keyToDisplay(key));
    this.emit(eventTypeIds.deleteProperty, this.position(), effect, hiddenClassBefore, property);
  }

  argumentsObject(isMapped: boolean, count: number): void {
    const kind = argumentsKindNames.indexOf(isMapped ? 'mapped' : 'unmapped');
    this.emit(eventTypeIds.argumentsObject, this.position(), kind, count, 0);
  }

  icTransition({ type, from, to, key }: IcTransition): void {
    if (to !== 'MEGAMORPHIC' || from === 'MEGAMORPHIC') return;
    const property = this.log.valueText(keyToDisplay(key));
    this.emit(eventTypeIds.megamorphic, this.position(), icKindNames.indexOf(type), 0, property);
  }

  dictionaryMode(reason: DictionaryReason, _object: JSObject, key: PropertyKey, hiddenClassBefore: number): void {
    const property = this.log.valueText(keyToDisplay(key));
    const row = dictionaryReasonNames.indexOf(reason);
    this.emit(eventTypeIds.dictionaryMode, this.position(), row, hiddenClassBefore, property);
  }

  tierMarked(): void {}

  garbageCollected({ kind, before, after, promoted, reason, survivors, freed }: Collection): void {
    const text = this.log.text(collectionText({ kind, before, after, promoted, reason }));
    this.emit(eventTypeIds[kind], this.position(), text, survivors, freed);
  }

  tierChanged(tiering: FunctionTiering, code: OptimizedCode): void {
    const name = this.log.valueText(tiering.shared.name);
    const isLoop = code.osrLoop >= 0 ? 1 : 0;
    this.emit(eventTypeIds.tierUp, this.position(), tierIndex(code), isLoop, name);
  }

  deoptimized(deoptimization: Deoptimization): void {
    const { kind, code } = deoptimization;
    const words = deoptimizationText(deoptimization, this.isolate.profile);
    const text = this.log.valueText(`${code.outermost.shared.name}: ${words}`);
    const row = deoptimizationKindNames.indexOf(kind);
    this.emit(eventTypeIds.deoptimized, this.position(), row, tierIndex(code), text);
  }

  forIn(path: string, count: number): void {
    this.emit(eventTypeIds.forIn, this.position(), forInPathNames.indexOf(path as ForInPath), count, 0);
  }

  // -------------------------------------------------------------------------------------------------------------------
  // The host

  runStart(): void {
    this.emit(eventTypeIds.runStart, -1, 0, 0, 0);
  }

  turnStart(kind: TurnKind, id: number, name: string): void {
    this.emit(eventTypeIds.turnStart, -1, turnKinds.indexOf(kind), id, this.log.text(name));
  }

  turnEnd(kind: TurnKind, id: number): void {
    this.emit(eventTypeIds.turnEnd, -1, turnKinds.indexOf(kind), id, 0);
  }

  checkpointOver(): void {
    this.onTurnOver?.();
  }

  console(level: ConsoleLevel, text: string, indentation: number): void {
    const line = this.log.text(this.consoleText(text));
    this.emit(eventTypeIds.console, this.position(), line, consoleLevels.indexOf(level), indentation);
  }

  enqueueTask(id: number, source: TaskSource, name: string): void {
    this.emit(eventTypeIds.enqueueTask, this.position(), id, taskSourceNames.indexOf(source), this.log.text(name));
  }

  cancelTask(id: number): void {
    this.emit(eventTypeIds.cancelTask, this.position(), id, 0, 0);
  }

  apiStart(id: number, kind: ApiKind, name: string): void {
    this.emit(eventTypeIds.apiStart, this.position(), id, apiKindNames.indexOf(kind), this.log.text(name));
  }

  apiDue(id: number, due: number, delay: number): void {
    this.emit(eventTypeIds.apiDue, this.position(), id, due, delay);
  }

  apiEnd(id: number, isCleared: boolean): void {
    this.emit(eventTypeIds.apiEnd, this.position(), id, isCleared ? 1 : 0, 0);
  }

  listenerCall(id: number): void {
    this.emit(eventTypeIds.listenerCall, this.position(), id, 0, 0);
  }

  workerState(id: number, state: WorkerState, waiting: number): void {
    this.emit(eventTypeIds.workerState, this.position(), id, workerStateNames.indexOf(state), waiting);
  }

  phase(name: string): void {
    this.emit(eventTypeIds.phase, -1, this.log.text(name), 0, 0);
  }

  clock(milliseconds: number): void {
    this.emit(eventTypeIds.clock, -1, milliseconds, 0, 0);
  }

  race(kind: RaceKind, isOther: boolean): void {
    this.emit(eventTypeIds.race, -1, raceKindNames.indexOf(kind), isOther ? 1 : 0, 0);
  }

  uncaughtError(text: string): void {
    this.emit(eventTypeIds.uncaughtError, -1, this.log.text(text), 0, 0);
  }

  unhandledRejection(text: string): void {
    this.emit(eventTypeIds.unhandledRejection, -1, this.log.text(text), 0, 0);
  }

  runEnd(outcome: Outcome): void {
    this.log.appendLast(eventTypeIds.runEnd, this.isolate.steps, outcomes.indexOf(outcome));
  }

  // -------------------------------------------------------------------------------------------------------------------

  private emit(type: number, position: number, a: number, b: number, c: number): void {
    this.log.append(type, this.isolate.steps, position, a, b, c);
  }

  private consoleText(text: string): string {
    const kept = keptOfConsoleText.find(({ until }) => this.consoleTexts < until)?.characters;
    if (kept === undefined) return notKept;
    this.consoleTexts += Math.min(text.length, kept);
    return text.length > kept ? `${text.slice(0, kept)}… ${text.length - kept} more characters` : text;
  }

  private shown(event: keyof Recorder['shownInFull'], value: Value): number {
    return this.values.code(value, this.shownInFull[event]++ < fullPreviews);
  }

  /** Where the top frame is; -1 where no source belongs to it. */
  private position(): number {
    const frame = this.isolate.currentFrame;
    return frame === undefined ? -1 : this.positionOf(frame);
  }

  private positionOf(frame: Frame): number {
    return positionIn(this.recordOf(frame.shared), frame);
  }

  private recordOf(shared: SharedFunctionInfo): FunctionRecord {
    return this.records[shared.compileOrder] ?? this.newRecord(shared);
  }

  private newRecord(shared: SharedFunctionInfo): FunctionRecord {
    const isBuiltin = shared.script.kind === 'builtin';
    let flags = isBuiltin ? CallFlag.builtin : 0;
    if (shared.kind === 'getter') flags |= CallFlag.getter;
    if (shared.kind === 'setter') flags |= CallFlag.setter;
    const index = this.log.functions.push(functionInfo(shared, this.scriptIndex(shared.script))) - 1;
    this.table.add(shared);
    const record = { index, flags, isBuiltin, calls: 0, returns: 0, positions: undefined };
    while (this.records.length < shared.compileOrder) this.records.push(undefined);
    this.records[shared.compileOrder] = record;
    return record;
  }

  /** What the log's table of functions tells of. */
  get functions(): readonly SharedFunctionInfo[] {
    return this.table.functions;
  }

  /** The index of a function of this run or of a replay of it in the log's table, -1 if the log never told of it. */
  functionIndex(shared: SharedFunctionInfo): number {
    return this.table.indexOf(shared);
  }

  /** The index of a script of this run or of a replay of it, -1 if the log never told of it. */
  indexOfScript({ id, kind }: Script): number {
    if (kind === 'builtin') return -1;
    for (const [script, index] of this.scriptIndices) if (script.id === id && script.kind === kind) return index;
    return -1;
  }

  private scriptIndex(script: Script): number {
    let index = this.scriptIndices.get(script);
    if (index === undefined) {
      index = this.log.scripts.push(scriptInfo(script)) - 1;
      this.scriptIndices.set(script, index);
    }
    return index;
  }
}

/** The offset of what runs in the frame now, in its script; -1 for builtins. */
function positionIn(record: FunctionRecord, frame: Frame): number {
  if (record.isBuiltin) return -1;
  if (frame.pc < 0) return framePosition(frame);
  const positions = (record.positions ??= new Int32Array(frame.bytecode.code.length).fill(-2));
  const known = positions[frame.pc]!;
  return known === -2 ? (positions[frame.pc] = framePosition(frame)) : known;
}

/** The handler around an async function's body: it turns the exception into a rejected promise. */
function isImplicitHandler(frame: Frame): boolean {
  const entry = frame.bytecode.handlers.find(({ handler }) => handler === frame.pc);
  return entry?.prediction === 'promise' || entry?.prediction === 'asyncAwait';
}

/** A row of optimizingTiers. */
const tierIndex = ({ tier }: OptimizedCode): number => (tier === 'maglev' ? 0 : 1);
