/**
 * The interpreter: one switch over decoded Ignition bytecode. V8: src/interpreter/interpreter-generator.cc.
 *
 * Guest calls never recurse on the host's stack: a call pushes a frame and goes on here. What an operation hands back is
 * the accumulator's new value, or `framePushed`: then a callee's frame is on top, and its return value becomes the
 * accumulator when it returns.
 *
 * The case labels are the numbers of the instruction table, so that the host compiles a jump table; the name behind each
 * is checked by a test (and rewritten by `node scripts/number-dispatch.mjs`).
 */
import type { BytecodeArray } from '../bytecode/bytecode-array.ts';
import { createObjectLiteral } from './object-literals.ts';
import { decodedLengths, bytecodeNames } from '../bytecode/bytecodes.ts';
import type { ScopeInfo } from '../parsing/scope-info.ts';
import type { SharedFunctionInfo } from '../bytecode/shared-function-info.ts';
import { fixedFrameSlots } from '../bytecode/registers.ts';
import { FeedbackCell } from '../ic/feedback-cell.ts';
import { FeedbackVector } from '../ic/feedback-vector.ts';
import { fitsField, HolderHandler, otherHandler, TransitionHandler } from '../ic/property-ic.ts';
import { Context } from '../objects/context.ts';
import type { NamedKey } from '../objects/hidden-class.ts';
import { FunctionData } from '../objects/internal-slots.ts';
import { addField, JSObject } from '../objects/js-object.ts';
import type { DictionaryEntry } from '../objects/property-dictionary.ts';
import { isSmi, JSSymbol, type PropertyKey, theHole, type Value } from '../objects/value.ts';
import { recordWrite } from '../objects/write-barrier.ts';
import {
  checkElementLoad,
  checkElementStore,
  checkFieldStore,
  checkGlobalStore,
  checkInstanceOf,
} from './access-checks.ts';
import { asyncGeneratorDrain } from './async-generators.ts';
import { adviseArray, createEmptyArrayLiteral } from './array-literals.ts';
import { createArgumentsObject, createRestParameter } from './arguments.ts';
import { compileForExecution } from './compile.ts';
import { toBoolean, toObject } from './conversions.ts';
import { loadContextSlotDynamic, loadGlobalDynamic, loadLookupSlot, storeLookupSlot } from './dynamic-scope.ts';
import { throwError, throwReferenceError, throwTypeError } from './errors.ts';
import { noteCall, noteCallee, noteClone, noteInstanceOf } from './callee-feedback.ts';
import { forInEnumerate, forInNext, forInPrepare } from './for-in.ts';
import { throwNonCallableConstructor } from './classes.ts';
import { checkBuiltinCall, checkCatch } from './deoptimize.ts';
import { Frame, hasReturned, ReturnMode } from './frame.ts';
import { initialSuspend, resumeRegisters, resumeState, suspendGenerator } from './generators.ts';
import { loadGlobal, storeGlobal } from './global-ic.ts';
import { storeScriptContextSlot } from './globals.ts';
import { GuestException, RunStopped } from './guest-exception.ts';
import { invokeIntrinsic } from './intrinsics.ts';
import type { Isolate } from './isolate.ts';
import { loadModuleVariable, storeModuleVariable } from './module-environment.ts';
import type { Realm } from './realm.ts';
import {
  cloneObject,
  createArrayFromIterable,
  createArrayLiteral,
  defineKeyedOwn,
  createRegExpLiteral,
  templateObject,
} from './literals.ts';
import {
  noteBinary,
  noteComparison,
  noteEquality,
  noteStrictEquality,
  noteToNumeric,
  noteTypeOf,
  noteUnary,
} from './operator-notes.ts';
import {
  type BinaryOperator,
  binaryOperation,
  bitwiseNot,
  compareOperation,
  deleteOperation,
  getIterator,
  increment,
  inOperator,
  instanceOfOperator,
  looseEquals,
  negate,
  toNumericOperation,
  toNumberOperation,
  toNameOperation,
  toStringOperation,
  typeOfMatches,
} from './operators.ts';
import { loadFromSuper } from './super-properties.ts';
import { loadEnumerated, loadKeyed } from './keyed-load-ic.ts';
import { fillHole, storeInLiteral, storeKeyed } from './keyed-store-ic.ts';
import { defineNamed, loadNamed, loadSuperNamed, storeNamed } from './named-ic.ts';
import { createDataPropertyOrThrow } from './property-access.ts';
import {
  findNonDefaultConstructor,
  receiverForConstruct,
  returnModeOfConstruct,
  superConstructorOf,
  throwNotSuperConstructor,
} from './construct.ts';
import { checkSpread, expandSpread } from './spread.ts';
import { notCallableMessage, notConstructorMessage } from './render-call-site.ts';
import { budgetInterrupt, enterTier, loopInterrupt } from './tiering.ts';
import { typeOf } from './type-of.ts';
import { callRuntime, reflectApply, reflectConstruct } from './runtime.ts';
import { proxyCall, proxyConstruct } from './proxy.ts';

/** In place of a value: the result comes from the frame that was just pushed. */
export const framePushed: Value = new JSSymbol('frame pushed', true);

/** What is on the stack before the first guest frame. */
const bytesBelowGuest = 3760;
/** Of the frame of a builtin that calls back, beside what it calls; measured by the depth at which recursion through it ends. */
const builtinFrameBytes = 136;
const builtinsWithResult: ReadonlySet<string> = new Set(['map', 'filter', 'flatMap']);
/** Of the frames between `new` and the constructor, and between a load and the getter. */
const constructFrameBytes = 128;
const getterFrameBytes = 240;
/** Frames of host code that waits for guest code, at most: what nesting remains has a counted limit. */
const maxNesting = 150;
/** What is pushed on the value stack at once when it gets longer. */
const leastReserved = 1_024;
/** A call may have receiver and arguments that do not come from the caller's registers. */
const fewArguments = 4;
/** So many alone may overflow the stack. */
const manyArguments = 1_000;
const hostTableIsFull = /^(?:(?:Map|Set) maximum size exceeded|Invalid array length|Array buffer allocation failed)$/;
/** Bytecodes between two calls of `onSlice`. */
const sliceSteps = 50_000;

export class Interpreter {
  readonly isolate: Isolate;
  /** Parameters and registers of all frames. Contexts stand in it too, in the slots that only context operands read. */
  readonly stack: Value[] = [];
  private readonly frameList: Frame[] = [];
  /** Index of the top frame, -1 for an empty stack. */
  private depth = -1;
  private nesting = 0;
  private stackBytes = 0;
  /** V8: --stack-size. */
  private readonly stackLimitBytes: number;
  private readonly frameSlots: number;
  /** Between frames, and where the run is interrupted between two bytecodes: there it is what the frame on top has. */
  accumulator: Value = undefined;
  /** [0]: bytecodes left until the next check; an array, so that everybody sees the present count. */
  private readonly counter = new Int32Array(1);
  private stepsAtSliceEnd = 0;
  /** Called every 50,000 bytecodes; may throw RunStopped. */
  onSlice: (() => void) | undefined;
  private watchedStep = -1;
  private onWatchedStep: (() => void) | undefined;
  private inputStep = -1;
  private onInputStep: (() => void) | undefined;
  private isCollectionDue = false;
  /** Of code that runs beside the run: so many bytecodes it may take. */
  private limitBeside = -1;
  /** While such code runs: what `steps` says. */
  private stepsBeside = -1;
  pendingMessage: Value = theHole;
  /** Only then do calls and returns set `isolate.realm`: one realm pays one test of this for each. */
  hasRealms = false;
  /** The native builtin that was called last: natives that are made per object find their data by it, at their start. */
  activeNative: JSObject | undefined;

  constructor(isolate: Isolate) {
    this.isolate = isolate;
    this.stackLimitBytes = isolate.profile.stackSize * 1024 - bytesBelowGuest;
    this.frameSlots = isolate.profile.interpreterFrameSlots;
    this.startSlice();
  }

  get steps(): number {
    if (this.stepsBeside >= 0) return this.stepsBeside;
    return this.stepsAtSliceEnd - Math.max(this.counter[0]!, 0);
  }

  /** Bytes that further frames may take. */
  get stackRoom(): number {
    return this.stackLimitBytes - this.stackBytes;
  }

  get currentFrame(): Frame | undefined {
    return this.depth < 0 ? undefined : this.frameList[this.depth];
  }

  liveFrames(): readonly Frame[] {
    return this.framesUpTo(this.depth);
  }

  /** With those that an exception has passed by on its way. */
  framesUpTo(depth: number): readonly Frame[] {
    return this.frameList.slice(0, depth + 1);
  }

  private startSlice(): void {
    const left = this.maxSteps - this.stepsAtSliceEnd;
    // However often somebody watches a step on the way, slices end at the same ones.
    let slice = Math.min(sliceSteps - (this.stepsAtSliceEnd % sliceSteps), left);
    const unwatched = this.watchedStep - this.stepsAtSliceEnd;
    if (unwatched > 0 && unwatched < slice) slice = unwatched;
    const beforeInput = this.inputStep - this.stepsAtSliceEnd;
    if (beforeInput > 0 && beforeInput < slice) slice = beforeInput;
    this.counter[0] = slice;
    this.stepsAtSliceEnd += slice;
  }

  private get maxSteps(): number {
    return this.limitBeside < 0 ? this.isolate.options.maxSteps : this.limitBeside;
  }

  /** Calls `reached` when `step` bytecodes, which is more than now, have run and before anything comes of the next. */
  watchStep(step: number, reached: () => void): void {
    this.watchedStep = step;
    this.onWatchedStep = reached;
    this.endSliceAt(step);
  }

  /** As `watchStep`, beside it and called before it: somebody does something to the run there. */
  awaitInput(step: number, reached: () => void): void {
    this.inputStep = step;
    this.onInputStep = reached;
    this.endSliceAt(step);
  }

  /** New space is full: before the next bytecode it is collected. */
  collectSoon(): void {
    this.isCollectionDue = true;
    if (this.stepsBeside < 0) this.endSliceAt(this.steps);
  }

  private endSliceAt(step: number): void {
    const { steps } = this;
    if (step < steps || step >= this.stepsAtSliceEnd) return;
    this.stepsAtSliceEnd = step;
    this.counter[0] = step - steps;
  }

  /** The slice is used up and the next bytecode has not run. */
  private endSlice(): void {
    this.counter[0] = 0;
    if (this.stepsAtSliceEnd >= this.maxSteps) throw new RunStopped('steps');
    if (this.stepsAtSliceEnd === this.inputStep) this.onInputStep?.();
    if (this.stepsAtSliceEnd === this.watchedStep) this.onWatchedStep?.();
    if (this.isCollectionDue && this.stepsBeside < 0) {
      this.isCollectionDue = false;
      this.isolate.collector.collectFullSpace();
    }
    if (this.stepsAtSliceEnd % sliceSteps === 0) {
      this.onSlice?.();
      this.isolate.meter.steps(sliceSteps);
    }
    this.startSlice();
    this.counter[0]--;
  }

  // -------------------------------------------------------------------------------------------------------------------
  // Calls

  /** Calls a function of the guest; its frame, if it gets one, is on top afterwards (`framePushed`). */
  enterCall(callee: JSObject, receiver: Value, args: readonly Value[], mode: number = ReturnMode.normal): Value {
    const top = this.placeArguments(receiver, args);
    const result = this.invoke(callee, args.length, top);
    if (result === framePushed) this.setReturnMode(mode);
    else if (mode !== ReturnMode.normal) return this.applyReturnMode(mode, result);
    return result;
  }

  enterGetter(getter: JSObject, receiver: Value): Value {
    const result = this.enterCall(getter, receiver, []);
    if (result === framePushed) {
      this.frameList[this.depth]!.bytes += getterFrameBytes;
      this.stackBytes += getterFrameBytes;
    }
    return result;
  }

  enterSetter(setter: JSObject, receiver: Value, value: Value): Value {
    return this.enterCall(setter, receiver, [value], ReturnMode.ignore);
  }

  private setReturnMode(mode: number): void {
    const frame = this.frameList[this.depth]!;
    if (frame.returnMode === ReturnMode.normal) frame.returnMode = mode;
  }

  private placeArguments(receiver: Value, args: readonly Value[]): number {
    if (args.length > manyArguments && this.stackBytes + args.length * 8 > this.stackLimitBytes)
      this.throwStackOverflow();
    const top = this.stackTop();
    this.reserve(top + 1 + args.length);
    this.stack[top] = receiver;
    for (let i = 0; i < args.length; i++) this.stack[top + 1 + i] = args[i];
    return top;
  }

  /** How deep host code waits for guest code; 1: nobody but the host's loop. */
  get nestingDepth(): number {
    return this.nesting;
  }

  /** The host stores faster where no store may lengthen the list. */
  private reserve(length: number): void {
    const { stack } = this;
    if (length <= stack.length) return;
    for (let more = length + leastReserved; more > 0; more--) stack.push(undefined);
  }

  /** Index of the first stack slot above the top frame. */
  stackTop(): number {
    if (this.depth < 0) return 0;
    const frame = this.frameList[this.depth]!;
    return frame.base + frame.bytecode.registerCount;
  }

  tailCall(callee: Value, receiver: Value, args: readonly Value[]): Value {
    if (!(callee instanceof JSObject) || !callee.hiddenClass.isCallable) return this.throwNotCallable(callee, receiver);
    return this.enterCall(callee, receiver, args);
  }

  tailConstruct(callee: JSObject, args: readonly Value[], newTarget: JSObject): Value {
    const top = this.placeArguments(undefined, args);
    return this.invokeConstruct(callee, args.length, top, newTarget);
  }

  callNested(callee: JSObject, receiver: Value, args: readonly Value[]): Value {
    return this.nest(() => this.enterCall(callee, receiver, args));
  }

  constructNested(callee: JSObject, args: readonly Value[], newTarget: JSObject): JSObject {
    return this.nest(() => this.tailConstruct(callee, args, newTarget)) as JSObject;
  }

  /** Runs host code that may push a frame, and that frame to its end. */
  nest(enter: () => Value): Value {
    if (this.nesting >= maxNesting) this.throwStackOverflow();
    const depth = this.depth;
    const savedAccumulator = this.accumulator;
    const caller = this.currentFrame;
    const native = caller?.native;
    const nativeReceiver = caller?.nativeReceiver;
    const nativeIsConstruct = caller?.nativeIsConstruct ?? false;
    const { realm } = this.isolate;
    this.nesting++;
    try {
      const result = enter();
      if (result !== framePushed) return result;
      this.frameList[this.depth]!.isEntry = true;
      return this.run(depth + 1);
    } finally {
      this.nesting--;
      this.accumulator = savedAccumulator;
      if (this.hasRealms) this.isolate.realm = realm;
      if (caller !== undefined) {
        caller.native = native;
        caller.nativeReceiver = nativeReceiver;
        caller.nativeIsConstruct = nativeIsConstruct;
      }
    }
  }

  /**
   * Runs code on top of the stack that is no part of the run: what it takes does not count, nobody watches it, and when it
   * has not ended after `limit` bytecodes it is left with RunStopped. The stack is afterwards as it was before.
   */
  beside(limit: number, enter: () => Value): Value {
    const { depth, stackBytes, accumulator, stepsAtSliceEnd, watchedStep, inputStep, onSlice, pendingMessage } = this;
    const { stepsBeside, limitBeside } = this;
    const left = this.counter[0]!;
    this.stepsBeside = this.steps;
    this.limitBeside = limit;
    this.stackBytes = 0;
    this.stepsAtSliceEnd = 0;
    this.watchedStep = -1;
    this.inputStep = -1;
    this.onSlice = undefined;
    this.startSlice();
    try {
      return this.nest(enter);
    } finally {
      this.counter[0] = left;
      Object.assign(this, {
        stepsBeside,
        limitBeside,
        depth,
        stackBytes,
        accumulator,
        stepsAtSliceEnd,
        watchedStep,
        inputStep,
        onSlice,
        pendingMessage,
      });
      if (this.isCollectionDue) this.collectSoon();
    }
  }

  /** Runs a suspended generator or async function; its frame is on top afterwards. */
  pushResumedFrame(closure: JSObject, generator: JSObject, saved: readonly Value[], argumentCount: number): Frame {
    const data = closure.internal as FunctionData;
    const shared = data.shared!;
    const bytecode = shared.bytecode!;
    const top = this.stackTop();
    this.reserve(top + bytecode.parameterCount);
    for (let i = 0; i < bytecode.parameterCount; i++) this.stack[top + i] = saved[i];
    // All parameters have values by now, also those that nothing was passed for.
    const frame = this.pushFrame(closure, data, shared, bytecode, bytecode.parameterCount - 1, top);
    frame.argumentCount = argumentCount;
    frame.generator = generator;
    const register = bytecode.incomingNewTargetOrGenerator;
    if (register !== undefined) this.stack[frame.base + register] = generator;
    return frame;
  }

  /** Calls what lies at stack[top] (receiver) and above (arguments). */
  private invoke(callee: JSObject, argc: number, top: number): Value {
    const data = callee.internal;
    if (!(data instanceof FunctionData)) return this.invokeExotic(callee, argc, top);
    const shared = data.shared;
    if (shared !== undefined) {
      if (shared.isClassConstructor) throwClassCalled(this.isolate, data.realm as Realm, callee);
      const bytecode = shared.bytecode ?? compileForExecution(this.isolate, shared);
      if (shared.convertsReceiver && !(this.stack[top] instanceof JSObject))
        this.stack[top] = convertReceiver(this.isolate, data.realm as Realm, this.stack[top]);
      const frame = this.pushFrame(callee, data, shared, bytecode, argc, top);
      this.isolate.listener?.call(frame);
      return framePushed;
    }
    if (data.native !== undefined) return this.invokeNative(callee, data, argc, top, undefined);
    const args = [...data.boundArguments, ...this.stack.slice(top + 1, top + 1 + argc)];
    return this.enterCall(data.boundTarget!, data.boundThis, args);
  }

  private invokeExotic(callee: JSObject, argc: number, top: number): Value {
    if (callee.hiddenClass.instanceType === 'proxy' && callee.hiddenClass.isCallable) {
      return proxyCall(this.isolate, callee, this.stack[top], this.stack.slice(top + 1, top + 1 + argc));
    }
    return throwError(this.isolate, 'TypeError', notCallableMessage(this.isolate, callee));
  }

  private invokeNative(
    callee: JSObject,
    data: FunctionData,
    argc: number,
    top: number,
    newTarget: JSObject | undefined,
  ): Value {
    const args = this.argumentsAbove(top, argc);
    this.activeNative = callee;
    const frame = this.currentFrame;
    if (frame?.optimized !== undefined) checkBuiltinCall(this.isolate, frame, callee, this.stack[top], args);
    if (this.hasRealms) return this.invokeNativeInRealm(callee, data, this.stack[top], args, newTarget);
    if (frame === undefined) return data.native!(this.isolate as never, this.stack[top], args, newTarget);
    frame.native = callee;
    frame.nativeReceiver = this.stack[top];
    frame.nativeIsConstruct = newTarget !== undefined;
    const result = data.native!(this.isolate as never, this.stack[top], args, newTarget);
    frame.native = undefined;
    return result;
  }

  /** A literal is made much faster than a slice. */
  private argumentsAbove(top: number, argc: number): Value[] {
    const { stack } = this;
    if (argc === 0) return [];
    if (argc === 1) return [stack[top + 1]];
    if (argc === 2) return [stack[top + 1], stack[top + 2]];
    return stack.slice(top + 1, top + 1 + argc);
  }

  /** A frame that the native pushed keeps the realm that it came with. */
  private invokeNativeInRealm(
    callee: JSObject,
    data: FunctionData,
    receiver: Value,
    args: Value[],
    newTarget: JSObject | undefined,
  ): Value {
    const { isolate } = this;
    const frame = this.currentFrame;
    const { realm } = isolate;
    if (frame !== undefined) {
      frame.native = callee;
      frame.nativeReceiver = receiver;
      frame.nativeIsConstruct = newTarget !== undefined;
    }
    isolate.realm = data.realm as Realm;
    let result: Value;
    try {
      result = data.native!(isolate as never, receiver, args, newTarget);
    } catch (error) {
      isolate.realm = realm;
      throw error;
    }
    if (frame !== undefined) frame.native = undefined;
    if (result !== framePushed) isolate.realm = realm;
    return result;
  }

  /** Constructs with the arguments above stack[top]. */
  private invokeConstruct(callee: JSObject, argc: number, top: number, newTarget: JSObject): Value {
    const data = callee.internal;
    if (!(data instanceof FunctionData)) {
      return proxyConstruct(this.isolate, callee, this.stack.slice(top + 1, top + 1 + argc), newTarget);
    }
    const shared = data.shared;
    if (shared === undefined) {
      if (data.native !== undefined) return this.invokeNative(callee, data, argc, top, newTarget);
      const args = [...data.boundArguments, ...this.stack.slice(top + 1, top + 1 + argc)];
      const target = data.boundTarget!;
      return this.tailConstruct(target, args, newTarget === callee ? target : newTarget);
    }
    const bytecode = shared.bytecode ?? compileForExecution(this.isolate, shared);
    const { internal } = newTarget;
    const isFunction = internal === data || (internal instanceof FunctionData && internal.shared !== undefined);
    // A proxy's or an inherited `prototype` may run guest code, where the arguments stand.
    const args = isFunction ? undefined : this.stack.slice(top + 1, top + 1 + argc);
    this.stack[top] = receiverForConstruct(this.isolate, shared, newTarget);
    if (args !== undefined) for (let i = 0; i < argc; i++) this.stack[top + 1 + i] = args[i];
    const frame = this.pushFrame(callee, data, shared, bytecode, argc, top);
    frame.isConstruct = true;
    frame.newTarget = newTarget;
    frame.bytes += constructFrameBytes;
    this.stackBytes += constructFrameBytes;
    frame.returnMode = returnModeOfConstruct(shared);
    const register = bytecode.incomingNewTargetOrGenerator;
    if (register !== undefined) this.stack[frame.base + register] = newTarget;
    this.isolate.listener?.call(frame);
    return framePushed;
  }

  private pushFrame(
    closure: JSObject,
    data: FunctionData,
    shared: SharedFunctionInfo,
    bytecode: BytecodeArray,
    argc: number,
    top: number,
  ): Frame {
    const stack = this.stack;
    const parameterCount = bytecode.parameterCount;
    const registerCount = bytecode.registerCount;
    const base = top + parameterCount + fixedFrameSlots;
    // Above the registers, as many or a few more are arguments of calls.
    const reserved = base + 2 * registerCount + fewArguments;
    if (reserved > stack.length) this.reserve(reserved);
    let extra: Value[] | undefined;
    if (argc + 1 > parameterCount) extra = stack.slice(top + parameterCount, top + 1 + argc);
    else for (let i = argc + 1; i < parameterCount; i++) stack[top + i] = undefined;
    stack[base - 3] = data.context as unknown as Value;
    stack[base - 2] = closure;
    stack[base - 1] = argc;
    for (let i = 0; i < registerCount; i++) stack[base + i] = undefined;
    const depth = ++this.depth;
    const frame = this.frameList[depth] ?? (this.frameList[depth] = new Frame(depth));
    // The same function again at the same depth, as in a loop, finds its frame nearly ready.
    if (frame.closure !== closure || frame.bytecode !== bytecode) {
      frame.closure = closure;
      frame.shared = shared;
      frame.bytecode = bytecode;
      frame.feedbackCell = data.feedbackCell as FeedbackCell;
    }
    const cell = frame.feedbackCell;
    frame.feedback = cell.feedback ?? this.prepareFeedback(frame);
    frame.context = data.context;
    frame.pc = 0;
    frame.base = base;
    frame.returnMode = ReturnMode.normal;
    frame.isEntry = false;
    frame.isConstruct = false;
    frame.newTarget = undefined;
    frame.argumentCount = argc;
    frame.extraArguments = extra;
    frame.generator = undefined;
    frame.native = undefined;
    // V8's frame of an interpreted function; builtins are machine code.
    frame.bytes = shared.isBuiltin
      ? builtinBytes(shared)
      : 8 * (this.frameSlots + registerCount + Math.max(parameterCount, argc + 1));
    this.stackBytes += frame.bytes;
    if (this.hasRealms) this.isolate.realm = data.realm as Realm;
    if (this.stackBytes > this.stackLimitBytes) this.overflowIn(frame);
    if (cell.hasEntry || (depth > 0 && this.frameList[depth - 1]!.optimized !== undefined))
      enterTier(this.isolate, frame, depth > 0 ? this.frameList[depth - 1] : undefined);
    else {
      frame.feedback.invocationCount++;
      frame.weights = bytecode.weights;
      frame.optimized = undefined;
    }
    return frame;
  }

  /** At the first call. V8: JSFunction::InitializeFeedbackCell. */
  private prepareFeedback({ feedbackCell, shared, bytecode }: Frame): FeedbackVector {
    const { lazyFeedbackAllocation } = this.isolate.profile;
    // Builtins are no bytecode in V8: they cache, but there is nothing to show.
    const isAllocated = !lazyFeedbackAllocation && shared.script.kind !== 'builtin';
    const vector = new FeedbackVector(shared, bytecode, feedbackCell, isAllocated);
    feedbackCell.feedback = vector;
    this.isolate.tiering.initialize(feedbackCell, shared);
    this.isolate.watcher?.functionPrepared(shared, feedbackCell);
    return vector;
  }

  private popFrame(): void {
    const frame = this.frameList[this.depth]!;
    this.stackBytes -= frame.bytes;
    this.depth--;
    if (this.hasRealms) this.isolate.realm = this.realmOfFrame();
  }

  private realmOfFrame(depth = this.depth): Realm {
    const frame = depth < 0 ? undefined : this.frameList[depth];
    return frame === undefined ? this.isolate.mainRealm : ((frame.closure.internal as FunctionData).realm as Realm);
  }

  /** The frame is there, as in V8, where the callee checks the stack: it is told of before it is unwound. */
  private overflowIn(frame: Frame): never {
    this.isolate.listener?.call(frame);
    this.throwStackOverflow();
  }

  private throwStackOverflow(): never {
    throw this.isolate.error('RangeError', 'Maximum call stack size exceeded');
  }

  // -------------------------------------------------------------------------------------------------------------------
  // Returning and unwinding

  /** What a value becomes on its way out of a frame. May throw, or push another frame. */
  private applyReturnMode(mode: number, value: Value, receiver: Value = undefined): Value {
    switch (mode) {
      case ReturnMode.construct:
        return value instanceof JSObject ? value : receiver;
      case ReturnMode.constructDerived:
        if (value instanceof JSObject) return value;
        // The constructor has been left by now.
        if (this.hasRealms) this.isolate.realm = this.realmOfFrame(this.depth - 1);
        return throwTypeError(this.isolate, 'DerivedConstructorReturnedNonObject');
      case ReturnMode.iterator:
        return value instanceof JSObject ? value : throwTypeError(this.isolate, 'SymbolIteratorInvalid');
      case ReturnMode.asyncIterator:
        return value instanceof JSObject ? value : throwTypeError(this.isolate, 'SymbolAsyncIteratorInvalid');
      case ReturnMode.toBoolean:
        return toBoolean(value);
      case ReturnMode.ignore:
        return undefined;
      case ReturnMode.mustBeObject:
        return value instanceof JSObject ? value : throwTypeError(this.isolate, 'ProxyConstructNonObject');
      default:
        return value;
    }
  }

  /** Finds the handler of an exception, popping frames. Throws on when an entry frame does not catch it. */
  private unwind(exception: GuestException, entryDepth: number): void {
    const listener = this.isolate.listener;
    // Something is wrong with the value that it returned.
    if (this.frameList[this.depth]!.pc === hasReturned) {
      this.popFrame();
      if (this.depth < entryDepth) throw exception;
    }
    if (!exception.reported) {
      exception.reported = true;
      this.isolate.onThrow?.(exception.value);
      listener?.throw(exception.value);
    }
    const thrower = this.depth;
    for (;;) {
      const frame = this.frameList[this.depth]!;
      frame.native = undefined;
      const handler = findHandler(frame);
      if (handler !== undefined) {
        checkCatch(this.isolate, frame, handler, thrower);
        frame.pc = handler.handler;
        const context = this.stack[frame.base + handler.contextRegister] as unknown as Context;
        frame.context = context;
        this.stack[frame.base - 3] = context as unknown as Value;
        this.accumulator = exception.value;
        listener?.catch(frame, exception.value);
        return;
      }
      listener?.unwind(frame, exception.value);
      if (frame.generator !== undefined) resumeState(frame.generator).state = -2;
      this.popFrame();
      if (this.depth < entryDepth) throw exception;
    }
  }

  /** Runs until the frame at `entryDepth` has returned. */
  run(entryDepth: number): Value {
    for (;;) {
      try {
        return this.loop();
      } catch (error) {
        this.unwind(this.toGuestException(error), entryDepth);
      }
    }
  }

  private toGuestException(error: unknown): GuestException {
    if (error instanceof GuestException) return error;
    // The host's own stack ended in a deep coercion: for the guest it is the same as its own.
    if (error instanceof RangeError && error.message.startsWith('Maximum call stack')) {
      return this.isolate.error('RangeError', 'Maximum call stack size exceeded');
    }
    if (error instanceof RangeError && error.message === 'Invalid string length')
      return this.isolate.error('RangeError', error.message);
    // More than the host's own tables hold: a limit, as if the heap were full.
    if (error instanceof RangeError && hostTableIsFull.test(error.message)) throw new RunStopped('memory');
    throw error;
  }

  createDataProperty(object: JSObject, key: PropertyKey, value: Value): void {
    createDataPropertyOrThrow(this.isolate, object, key, value);
  }

  // -------------------------------------------------------------------------------------------------------------------
  // Dispatch

  private loop(): Value {
    const isolate = this.isolate;
    const stack = this.stack;
    const counter = this.counter;
    // Bits of a host's 32-bit integer that a small integer of V8 does not have.
    const unused = 32 - isolate.profile.smiBits;
    let accumulator: Value = this.accumulator;

    enterFrame: for (;;) {
      const depth = this.depth;
      const frame = this.frameList[depth]!;
      const bytecode = frame.bytecode;
      const code = bytecode.code;
      const constants = bytecode.constants;
      const slots = frame.feedback.slots;
      const cell = frame.feedbackCell;
      const base = frame.base;
      let pc = frame.pc;
      let stepsLeft = counter[0]!;

      for (;;) {
        if (--stepsLeft < 0) {
          frame.pc = pc;
          this.accumulator = accumulator;
          this.endSlice();
          stepsLeft = counter[0]!;
        }
        // What is done within this function, without help; what breaks off goes the long way.
        switch (code[pc]) {
          case 0: // LdaZero
            accumulator = 0;
            pc += 1;
            continue;
          case 1: // LdaSmi
            accumulator = code[pc + 1]!;
            pc += 2;
            continue;
          case 2: // LdaUndefined
            accumulator = undefined;
            pc += 1;
            continue;
          case 3: // LdaNull
            accumulator = null;
            pc += 1;
            continue;
          case 4: // LdaTheHole
            accumulator = theHole;
            pc += 1;
            continue;
          case 5: // LdaTrue
            accumulator = true;
            pc += 1;
            continue;
          case 6: // LdaFalse
            accumulator = false;
            pc += 1;
            continue;
          case 7: {
            // LdaConstant
            const constant = constants[code[pc + 1]!];
            if (typeof constant === 'object') break;
            accumulator = constant as Value;
            pc += 2;
            continue;
          }
          case 8: // Ldar
            accumulator = stack[base + code[pc + 1]!];
            pc += 2;
            continue;
          case 9: // Star
            stack[base + code[pc + 1]!] = accumulator;
            pc += 2;
            continue;
          case 10: // Mov
            stack[base + code[pc + 2]!] = stack[base + code[pc + 1]!];
            pc += 3;
            continue;
          case 11: // LdaContextSlot
          case 12: // LdaImmutableContextSlot
          case 13: {
            // LdaScriptContextSlot
            let context = stack[base + code[pc + 1]!] as unknown as Context;
            for (let depth = code[pc + 3]!; depth > 0; depth--) context = context.previous!;
            accumulator = context.slots[code[pc + 2]!];
            pc += 4;
            continue;
          }
          case 14: // LdaCurrentContextSlot
          case 15: // LdaImmutableCurrentContextSlot
          case 16: // LdaCurrentScriptContextSlot
            accumulator = frame.context!.slots[code[pc + 1]!];
            pc += 2;
            continue;
          case 17: {
            // StaContextSlot
            let context = stack[base + code[pc + 1]!] as unknown as Context;
            for (let depth = code[pc + 3]!; depth > 0; depth--) context = context.previous!;
            context.slots[code[pc + 2]!] = accumulator;
            pc += 4;
            continue;
          }
          case 18: // StaCurrentContextSlot
            frame.context!.slots[code[pc + 1]!] = accumulator;
            pc += 2;
            continue;
          case 19: {
            // StaScriptContextSlot
            let context = stack[base + code[pc + 1]!] as unknown as Context;
            for (let depth = code[pc + 3]!; depth > 0; depth--) context = context.previous!;
            const slot = code[pc + 2]!;
            const state = context.slotStates![slot]!;
            // Anything, or a small integer as ever.
            if (state !== 4 && (state !== 2 || (accumulator as number) >> 0 !== accumulator || accumulator === 0))
              break;
            context.slots[slot] = accumulator;
            pc += 4;
            continue;
          }
          case 23: {
            // LdaGlobal
            // A property cell (V8): the entry of the global dictionary itself.
            const cell = slots[code[pc + 2]!] as DictionaryEntry | undefined;
            if (cell === undefined || (typeof cell.value === 'object' && cell.value === theHole)) break;
            accumulator = cell.value as Value;
            pc += 3;
            continue;
          }
          case 35: {
            // GetNamedProperty
            const receiver = stack[base + code[pc + 1]!];
            if (!(receiver instanceof JSObject)) break;
            const slot = code[pc + 3]!;
            const feedback = slots[slot];
            const { hiddenClass } = receiver;
            const handler =
              feedback === hiddenClass ? slots[slot + 1] : otherHandler(feedback, hiddenClass, slots, slot);
            if (typeof handler === 'number') accumulator = receiver.properties[handler] as Value;
            else if (
              handler instanceof HolderHandler &&
              handler.kind === 'field' &&
              !handler.passesDictionary &&
              handler.epoch === isolate.heap.prototypeEpoch
            )
              accumulator = handler.holder!.properties[handler.field] as Value;
            else break;
            pc += 4;
            // V8: StarDispatchLookahead. The value mostly goes into a register next.
            if (code[pc] === 9 /* Star */ && stepsLeft > 0) {
              stepsLeft--;
              stack[base + code[pc + 1]!] = accumulator;
              pc += 2;
            }
            continue;
          }
          case 37: {
            // GetKeyedProperty
            const receiver = stack[base + code[pc + 1]!];
            if (typeof accumulator !== 'number' || !(receiver instanceof JSObject)) break;
            const hiddenClass = receiver.hiddenClass;
            const elements = receiver.elements;
            if (
              slots[code[pc + 2]!] !== hiddenClass ||
              !(accumulator >= 0 && accumulator < elements.length) ||
              hiddenClass.isExotic
            )
              break;
            const value = elements[accumulator];
            // Undefined may be a fraction's; the hole and symbols are objects of the host.
            if (value === undefined || (typeof value === 'object' && value !== null && !(value instanceof JSObject)))
              break;
            accumulator = value;
            pc += 3;
            // V8: StarDispatchLookahead. The value mostly goes into a register next.
            if (code[pc] === 9 /* Star */ && stepsLeft > 0) {
              stepsLeft--;
              stack[base + code[pc + 1]!] = accumulator;
              pc += 2;
            }
            continue;
          }
          case 41: {
            // SetNamedProperty
            const receiver = stack[base + code[pc + 1]!];
            if (!(receiver instanceof JSObject)) break;
            const slot = code[pc + 3]!;
            if (slots[slot] !== receiver.hiddenClass) break;
            const handler = slots[slot + 1];
            if (typeof handler === 'number') {
              if ((handler & 3) !== 0 && !fitsField(handler & 3, accumulator)) break;
              receiver.properties[handler >> 2] = accumulator;
            } else if (
              handler instanceof TransitionHandler &&
              handler.epoch === isolate.heap.prototypeEpoch &&
              handler.takes(accumulator)
            ) {
              receiver.hiddenClass = handler.next;
              addField(receiver, handler.field, accumulator);
              isolate.heap.youngLeft -= handler.bytes;
            } else break;
            if (typeof accumulator === 'object' && receiver.serial < isolate.heap.firstYoung)
              recordWrite(receiver, accumulator);
            pc += 4;
            continue;
          }
          case 43: {
            // SetKeyedProperty
            const receiver = stack[base + code[pc + 1]!];
            const key = stack[base + code[pc + 2]!];
            if (typeof key !== 'number' || !(receiver instanceof JSObject)) break;
            const hiddenClass = receiver.hiddenClass;
            const elements = receiver.elements;
            const kind = hiddenClass.elementsKind;
            const slot = code[pc + 3]!;
            if (slots[slot] !== hiddenClass || !(key >= 0 && key <= elements.length) || hiddenClass.isExotic) break;
            const present = key === elements.length ? theHole : elements[key];
            if (typeof present === 'object' && present === theHole) {
              if (!fillHole(isolate, receiver, key, accumulator, slots[slot + 1])) break;
              pc += 4;
              continue;
            }
            // Undefined may be a fraction's; symbols are objects of the host.
            if (
              present === undefined ||
              (typeof present === 'object' && present !== null && !(present instanceof JSObject))
            )
              break;
            // Only stores that keep the elements kind; kinds go in pairs: small integers, anything, doubles.
            const pair = kind >> 1;
            if (pair !== 1) {
              if (typeof accumulator !== 'number') break;
              if (pair !== 2 && (pair !== 0 || unused !== 0 || !isSmi(accumulator))) break;
            }
            // A store that is shared is copied first, and the cache learns of it.
            if (receiver.capacity < 0) break;
            elements[key] = accumulator;
            if (typeof accumulator === 'object' && receiver.serial < isolate.heap.firstYoung)
              recordWrite(receiver, accumulator);
            pc += 4;
            continue;
          }
          case 52: {
            // Sub
            const left = stack[base + code[pc + 1]!];
            if (typeof left !== 'number' || typeof accumulator !== 'number') break;
            const result = left - accumulator;
            const seen = slots[code[pc + 2]!];
            // Number, or a small integer as ever.
            if (
              seen !== 15 &&
              !(
                seen === 1 &&
                (result << unused) >> unused === result &&
                (left << unused) >> unused === left &&
                (left !== 0 || 1 / left > 0) &&
                (accumulator << unused) >> unused === accumulator &&
                (accumulator !== 0 || 1 / accumulator > 0)
              )
            )
              noteBinary(isolate, 'Sub', frame.feedback, code[pc + 2]!, left, accumulator, result);
            accumulator = result;
            pc += 3;
            // V8: StarDispatchLookahead. The value mostly goes into a register next.
            if (code[pc] === 9 /* Star */ && stepsLeft > 0) {
              stepsLeft--;
              stack[base + code[pc + 1]!] = accumulator;
              pc += 2;
            }
            continue;
          }
          case 53: {
            // Mul
            const left = stack[base + code[pc + 1]!];
            if (typeof left !== 'number' || typeof accumulator !== 'number') break;
            const result = left * accumulator;
            const seen = slots[code[pc + 2]!];
            // Number, or a small integer as ever.
            if (
              seen !== 15 &&
              !(
                seen === 1 &&
                result !== 0 &&
                (result << unused) >> unused === result &&
                (left << unused) >> unused === left &&
                (accumulator << unused) >> unused === accumulator
              )
            )
              noteBinary(isolate, 'Mul', frame.feedback, code[pc + 2]!, left, accumulator, result);
            accumulator = result;
            pc += 3;
            // V8: StarDispatchLookahead. The value mostly goes into a register next.
            if (code[pc] === 9 /* Star */ && stepsLeft > 0) {
              stepsLeft--;
              stack[base + code[pc + 1]!] = accumulator;
              pc += 2;
            }
            continue;
          }
          case 54: {
            // Div
            const left = stack[base + code[pc + 1]!];
            if (typeof left !== 'number' || typeof accumulator !== 'number') break;
            const result = left / accumulator;
            const seen = slots[code[pc + 2]!];
            // Number, or a small integer as ever.
            if (seen !== 15) noteBinary(isolate, 'Div', frame.feedback, code[pc + 2]!, left, accumulator, result);
            accumulator = result;
            pc += 3;
            continue;
          }
          case 55: {
            // Mod
            const left = stack[base + code[pc + 1]!];
            if (typeof left !== 'number' || typeof accumulator !== 'number') break;
            const result = left % accumulator;
            const seen = slots[code[pc + 2]!];
            // Number, or a small integer as ever.
            if (
              seen !== 15 &&
              !(
                seen === 1 &&
                (result !== 0 || left > 0) &&
                (result << unused) >> unused === result &&
                (left << unused) >> unused === left &&
                (accumulator << unused) >> unused === accumulator
              )
            )
              noteBinary(isolate, 'Mod', frame.feedback, code[pc + 2]!, left, accumulator, result);
            accumulator = result;
            pc += 3;
            continue;
          }
          case 57: {
            // BitwiseOr
            const left = stack[base + code[pc + 1]!];
            if (typeof left !== 'number' || typeof accumulator !== 'number') break;
            const result = left | accumulator;
            const seen = slots[code[pc + 2]!];
            // Number, or a small integer as ever.
            if (
              seen !== 15 &&
              !(
                seen === 1 &&
                (left << unused) >> unused === left &&
                (left !== 0 || 1 / left > 0) &&
                (accumulator << unused) >> unused === accumulator &&
                (accumulator !== 0 || 1 / accumulator > 0) &&
                (unused === 0 || (result << unused) >> unused === result)
              )
            )
              noteBinary(isolate, 'BitwiseOr', frame.feedback, code[pc + 2]!, left, accumulator, result);
            accumulator = result;
            pc += 3;
            continue;
          }
          case 58: {
            // BitwiseXor
            const left = stack[base + code[pc + 1]!];
            if (typeof left !== 'number' || typeof accumulator !== 'number') break;
            const result = left ^ accumulator;
            const seen = slots[code[pc + 2]!];
            // Number, or a small integer as ever.
            if (
              seen !== 15 &&
              !(
                seen === 1 &&
                (left << unused) >> unused === left &&
                (left !== 0 || 1 / left > 0) &&
                (accumulator << unused) >> unused === accumulator &&
                (accumulator !== 0 || 1 / accumulator > 0) &&
                (unused === 0 || (result << unused) >> unused === result)
              )
            )
              noteBinary(isolate, 'BitwiseXor', frame.feedback, code[pc + 2]!, left, accumulator, result);
            accumulator = result;
            pc += 3;
            continue;
          }
          case 59: {
            // BitwiseAnd
            const left = stack[base + code[pc + 1]!];
            if (typeof left !== 'number' || typeof accumulator !== 'number') break;
            const result = left & accumulator;
            const seen = slots[code[pc + 2]!];
            // Number, or a small integer as ever.
            if (
              seen !== 15 &&
              !(
                seen === 1 &&
                (left << unused) >> unused === left &&
                (left !== 0 || 1 / left > 0) &&
                (accumulator << unused) >> unused === accumulator &&
                (accumulator !== 0 || 1 / accumulator > 0) &&
                (unused === 0 || (result << unused) >> unused === result)
              )
            )
              noteBinary(isolate, 'BitwiseAnd', frame.feedback, code[pc + 2]!, left, accumulator, result);
            accumulator = result;
            pc += 3;
            continue;
          }
          case 60: {
            // ShiftLeft
            const left = stack[base + code[pc + 1]!];
            if (typeof left !== 'number' || typeof accumulator !== 'number') break;
            const result = left << accumulator;
            const seen = slots[code[pc + 2]!];
            // Number, or a small integer as ever.
            if (
              seen !== 15 &&
              !(
                seen === 1 &&
                (left << unused) >> unused === left &&
                (left !== 0 || 1 / left > 0) &&
                (accumulator << unused) >> unused === accumulator &&
                (accumulator !== 0 || 1 / accumulator > 0) &&
                (unused === 0 || (result << unused) >> unused === result)
              )
            )
              noteBinary(isolate, 'ShiftLeft', frame.feedback, code[pc + 2]!, left, accumulator, result);
            accumulator = result;
            pc += 3;
            continue;
          }
          case 61: {
            // ShiftRight
            const left = stack[base + code[pc + 1]!];
            if (typeof left !== 'number' || typeof accumulator !== 'number') break;
            const result = left >> accumulator;
            const seen = slots[code[pc + 2]!];
            // Number, or a small integer as ever.
            if (
              seen !== 15 &&
              !(
                seen === 1 &&
                (left << unused) >> unused === left &&
                (left !== 0 || 1 / left > 0) &&
                (accumulator << unused) >> unused === accumulator &&
                (accumulator !== 0 || 1 / accumulator > 0) &&
                (unused === 0 || (result << unused) >> unused === result)
              )
            )
              noteBinary(isolate, 'ShiftRight', frame.feedback, code[pc + 2]!, left, accumulator, result);
            accumulator = result;
            pc += 3;
            continue;
          }
          case 51: {
            // Add
            const left = stack[base + code[pc + 1]!];
            if (typeof left !== 'number' || typeof accumulator !== 'number') break;
            const result = left + accumulator;
            const seen = slots[code[pc + 2]!];
            // Number, or a small integer as ever.
            if (
              seen !== 15 &&
              !(
                seen === 1 &&
                (result << unused) >> unused === result &&
                (left << unused) >> unused === left &&
                (left !== 0 || 1 / left > 0) &&
                (accumulator << unused) >> unused === accumulator &&
                (accumulator !== 0 || 1 / accumulator > 0)
              )
            )
              noteBinary(isolate, 'Add', frame.feedback, code[pc + 2]!, left, accumulator, result);
            accumulator = result;
            pc += 3;
            // V8: StarDispatchLookahead. The value mostly goes into a register next.
            if (code[pc] === 9 /* Star */ && stepsLeft > 0) {
              stepsLeft--;
              stack[base + code[pc + 1]!] = accumulator;
              pc += 2;
            }
            continue;
          }
          case 63: {
            // AddSmi
            if (typeof accumulator !== 'number') break;
            const result = accumulator + code[pc + 1]!;
            const seen = slots[code[pc + 2]!];
            if (
              seen !== 15 &&
              !(
                seen === 1 &&
                (result << unused) >> unused === result &&
                (accumulator << unused) >> unused === accumulator &&
                (accumulator !== 0 || 1 / accumulator > 0)
              )
            )
              noteBinary(isolate, 'Add', frame.feedback, code[pc + 2]!, accumulator, code[pc + 1]!, result);
            accumulator = result;
            pc += 3;
            continue;
          }
          case 64: {
            // SubSmi
            if (typeof accumulator !== 'number') break;
            const result = accumulator - code[pc + 1]!;
            const seen = slots[code[pc + 2]!];
            if (
              seen !== 15 &&
              !(
                seen === 1 &&
                (result << unused) >> unused === result &&
                (accumulator << unused) >> unused === accumulator &&
                (accumulator !== 0 || 1 / accumulator > 0)
              )
            )
              noteBinary(isolate, 'Sub', frame.feedback, code[pc + 2]!, accumulator, code[pc + 1]!, result);
            accumulator = result;
            pc += 3;
            continue;
          }
          case 65: {
            // MulSmi
            if (typeof accumulator !== 'number') break;
            const result = accumulator * code[pc + 1]!;
            const seen = slots[code[pc + 2]!];
            if (
              seen !== 15 &&
              !(
                seen === 1 &&
                result !== 0 &&
                (result << unused) >> unused === result &&
                (accumulator << unused) >> unused === accumulator
              )
            )
              noteBinary(isolate, 'Mul', frame.feedback, code[pc + 2]!, accumulator, code[pc + 1]!, result);
            accumulator = result;
            pc += 3;
            continue;
          }
          case 66: {
            // DivSmi
            if (typeof accumulator !== 'number') break;
            const result = accumulator / code[pc + 1]!;
            const seen = slots[code[pc + 2]!];
            if (seen !== 15)
              noteBinary(isolate, 'Div', frame.feedback, code[pc + 2]!, accumulator, code[pc + 1]!, result);
            accumulator = result;
            pc += 3;
            continue;
          }
          case 67: {
            // ModSmi
            if (typeof accumulator !== 'number') break;
            const result = accumulator % code[pc + 1]!;
            const seen = slots[code[pc + 2]!];
            if (
              seen !== 15 &&
              !(
                seen === 1 &&
                (result !== 0 || accumulator > 0) &&
                (result << unused) >> unused === result &&
                (accumulator << unused) >> unused === accumulator
              )
            )
              noteBinary(isolate, 'Mod', frame.feedback, code[pc + 2]!, accumulator, code[pc + 1]!, result);
            accumulator = result;
            pc += 3;
            continue;
          }
          case 69: {
            // BitwiseOrSmi
            if (typeof accumulator !== 'number') break;
            const result = accumulator | code[pc + 1]!;
            const seen = slots[code[pc + 2]!];
            if (
              seen !== 15 &&
              !(
                seen === 1 &&
                (accumulator << unused) >> unused === accumulator &&
                (accumulator !== 0 || 1 / accumulator > 0) &&
                (unused === 0 || (result << unused) >> unused === result)
              )
            )
              noteBinary(isolate, 'BitwiseOr', frame.feedback, code[pc + 2]!, accumulator, code[pc + 1]!, result);
            accumulator = result;
            pc += 3;
            continue;
          }
          case 71: {
            // BitwiseAndSmi
            if (typeof accumulator !== 'number') break;
            const result = accumulator & code[pc + 1]!;
            const seen = slots[code[pc + 2]!];
            if (
              seen !== 15 &&
              !(
                seen === 1 &&
                (accumulator << unused) >> unused === accumulator &&
                (accumulator !== 0 || 1 / accumulator > 0) &&
                (unused === 0 || (result << unused) >> unused === result)
              )
            )
              noteBinary(isolate, 'BitwiseAnd', frame.feedback, code[pc + 2]!, accumulator, code[pc + 1]!, result);
            accumulator = result;
            pc += 3;
            continue;
          }
          case 72: {
            // ShiftLeftSmi
            if (typeof accumulator !== 'number') break;
            const result = accumulator << code[pc + 1]!;
            const seen = slots[code[pc + 2]!];
            if (
              seen !== 15 &&
              !(
                seen === 1 &&
                (accumulator << unused) >> unused === accumulator &&
                (accumulator !== 0 || 1 / accumulator > 0) &&
                (unused === 0 || (result << unused) >> unused === result)
              )
            )
              noteBinary(isolate, 'ShiftLeft', frame.feedback, code[pc + 2]!, accumulator, code[pc + 1]!, result);
            accumulator = result;
            pc += 3;
            continue;
          }
          case 73: {
            // ShiftRightSmi
            if (typeof accumulator !== 'number') break;
            const result = accumulator >> code[pc + 1]!;
            const seen = slots[code[pc + 2]!];
            if (
              seen !== 15 &&
              !(
                seen === 1 &&
                (accumulator << unused) >> unused === accumulator &&
                (accumulator !== 0 || 1 / accumulator > 0) &&
                (unused === 0 || (result << unused) >> unused === result)
              )
            )
              noteBinary(isolate, 'ShiftRight', frame.feedback, code[pc + 2]!, accumulator, code[pc + 1]!, result);
            accumulator = result;
            pc += 3;
            continue;
          }
          case 74: {
            // ShiftRightLogicalSmi
            if (typeof accumulator !== 'number') break;
            const result = accumulator >>> code[pc + 1]!;
            const seen = slots[code[pc + 2]!];
            if (
              seen !== 15 &&
              !(
                seen === 1 &&
                (accumulator << unused) >> unused === accumulator &&
                (accumulator !== 0 || 1 / accumulator > 0) &&
                (result << unused) >> unused === result
              )
            )
              noteBinary(
                isolate,
                'ShiftRightLogical',
                frame.feedback,
                code[pc + 2]!,
                accumulator,
                code[pc + 1]!,
                result,
              );
            accumulator = result;
            pc += 3;
            continue;
          }
          case 75: {
            // Inc
            if (typeof accumulator !== 'number') break;
            const result = accumulator + 1;
            const seen = slots[code[pc + 1]!];
            if (
              seen !== 15 &&
              !(
                seen === 1 &&
                (result << unused) >> unused === result &&
                (accumulator << unused) >> unused === accumulator &&
                (accumulator !== 0 || 1 / accumulator > 0)
              )
            )
              noteUnary(isolate, frame.feedback, code[pc + 1]!, accumulator, result);
            accumulator = result;
            pc += 2;
            continue;
          }
          case 76: {
            // Dec
            if (typeof accumulator !== 'number') break;
            const result = accumulator - 1;
            const seen = slots[code[pc + 1]!];
            if (
              seen !== 15 &&
              !(
                seen === 1 &&
                (result << unused) >> unused === result &&
                (accumulator << unused) >> unused === accumulator &&
                (accumulator !== 0 || 1 / accumulator > 0)
              )
            )
              noteUnary(isolate, frame.feedback, code[pc + 1]!, accumulator, result);
            accumulator = result;
            pc += 2;
            continue;
          }
          case 79: // ToBooleanLogicalNot
            accumulator = typeof accumulator === 'boolean' ? !accumulator : !toBoolean(accumulator);
            pc += 1;
            continue;
          case 80: // LogicalNot
            accumulator = accumulator === false;
            pc += 1;
            continue;
          case 84: {
            // TestLessThan
            const left = stack[base + code[pc + 1]!];
            if (typeof left !== 'number' || typeof accumulator !== 'number') break;
            const seen = slots[code[pc + 2]!];
            if (
              seen !== 3 &&
              !(
                seen === 1 &&
                (left << unused) >> unused === left &&
                (left !== 0 || 1 / left > 0) &&
                (accumulator << unused) >> unused === accumulator &&
                (accumulator !== 0 || 1 / accumulator > 0)
              )
            )
              noteComparison(isolate, frame.feedback, code[pc + 2]!, left, accumulator);
            accumulator = left < accumulator;
            pc += 3;
            if (code[pc] === 138 /* JumpIfFalse */ && stepsLeft > 0) {
              stepsLeft--;
              pc = accumulator ? pc + 2 : code[pc + 1]!;
            }
            continue;
          }
          case 85: {
            // TestGreaterThan
            const left = stack[base + code[pc + 1]!];
            if (typeof left !== 'number' || typeof accumulator !== 'number') break;
            const seen = slots[code[pc + 2]!];
            if (
              seen !== 3 &&
              !(
                seen === 1 &&
                (left << unused) >> unused === left &&
                (left !== 0 || 1 / left > 0) &&
                (accumulator << unused) >> unused === accumulator &&
                (accumulator !== 0 || 1 / accumulator > 0)
              )
            )
              noteComparison(isolate, frame.feedback, code[pc + 2]!, left, accumulator);
            accumulator = left > accumulator;
            pc += 3;
            if (code[pc] === 138 /* JumpIfFalse */ && stepsLeft > 0) {
              stepsLeft--;
              pc = accumulator ? pc + 2 : code[pc + 1]!;
            }
            continue;
          }
          case 86: {
            // TestLessThanOrEqual
            const left = stack[base + code[pc + 1]!];
            if (typeof left !== 'number' || typeof accumulator !== 'number') break;
            const seen = slots[code[pc + 2]!];
            if (
              seen !== 3 &&
              !(
                seen === 1 &&
                (left << unused) >> unused === left &&
                (left !== 0 || 1 / left > 0) &&
                (accumulator << unused) >> unused === accumulator &&
                (accumulator !== 0 || 1 / accumulator > 0)
              )
            )
              noteComparison(isolate, frame.feedback, code[pc + 2]!, left, accumulator);
            accumulator = left <= accumulator;
            pc += 3;
            if (code[pc] === 138 /* JumpIfFalse */ && stepsLeft > 0) {
              stepsLeft--;
              pc = accumulator ? pc + 2 : code[pc + 1]!;
            }
            continue;
          }
          case 87: {
            // TestGreaterThanOrEqual
            const left = stack[base + code[pc + 1]!];
            if (typeof left !== 'number' || typeof accumulator !== 'number') break;
            const seen = slots[code[pc + 2]!];
            if (
              seen !== 3 &&
              !(
                seen === 1 &&
                (left << unused) >> unused === left &&
                (left !== 0 || 1 / left > 0) &&
                (accumulator << unused) >> unused === accumulator &&
                (accumulator !== 0 || 1 / accumulator > 0)
              )
            )
              noteComparison(isolate, frame.feedback, code[pc + 2]!, left, accumulator);
            accumulator = left >= accumulator;
            pc += 3;
            if (code[pc] === 138 /* JumpIfFalse */ && stepsLeft > 0) {
              stepsLeft--;
              pc = accumulator ? pc + 2 : code[pc + 1]!;
            }
            continue;
          }
          case 83: {
            // TestEqualStrict
            const left = stack[base + code[pc + 1]!];
            const seen = slots[code[pc + 2]!];
            // The host compares what it knows the types of much faster.
            if (typeof left === 'number' && typeof accumulator === 'number') {
              if (
                seen !== 3 &&
                !(
                  seen === 1 &&
                  (left << unused) >> unused === left &&
                  (left !== 0 || 1 / left > 0) &&
                  (accumulator << unused) >> unused === accumulator &&
                  (accumulator !== 0 || 1 / accumulator > 0)
                )
              )
                noteStrictEquality(isolate, frame.feedback, code[pc + 2]!, left, accumulator);
              accumulator = left === accumulator;
            } else {
              const areObjects = seen === 512 && left instanceof JSObject && accumulator instanceof JSObject;
              if (seen !== 1023 && !areObjects)
                noteStrictEquality(isolate, frame.feedback, code[pc + 2]!, left, accumulator);
              if (typeof left === 'object' && typeof accumulator === 'object') accumulator = left === accumulator;
              else accumulator = left === accumulator;
            }
            pc += 3;
            continue;
          }
          case 88: // TestReferenceEqual
            accumulator = stack[base + code[pc + 1]!] === accumulator;
            pc += 2;
            continue;
          case 91: // TestUndetectable
            accumulator = accumulator === undefined || accumulator === null;
            pc += 1;
            continue;
          case 92: // TestNull
            accumulator = accumulator === null;
            pc += 1;
            continue;
          case 93: // TestUndefined
            accumulator = accumulator === undefined;
            pc += 1;
            continue;
          case 97: // ToNumeric
          case 96: {
            // ToNumber
            if (typeof accumulator !== 'number') break;
            const seen = slots[code[pc + 1]!];
            if (
              seen !== 15 &&
              !(
                seen === 1 &&
                (accumulator << unused) >> unused === accumulator &&
                (accumulator !== 0 || 1 / accumulator > 0)
              )
            )
              noteToNumeric(isolate, frame.feedback, code[pc + 1]!, accumulator);
            pc += 2;
            continue;
          }
          case 135: {
            // JumpLoop
            frame.lastLoop = pc;
            cell.interruptBudget -= frame.weights[pc]!;
            if (cell.interruptBudget < 0 || (cell.osrState > code[pc + 2]! && frame.optimized === undefined)) break;
            pc = code[pc + 1]!;
            continue;
          }
          case 136: // Jump
            pc = code[pc + 1]!;
            continue;
          case 137: // JumpIfTrue
            pc = accumulator === true ? code[pc + 1]! : pc + 2;
            continue;
          case 138: // JumpIfFalse
            pc = accumulator === false ? code[pc + 1]! : pc + 2;
            continue;
          case 139: // JumpIfToBooleanTrue
            if (typeof accumulator === 'boolean') pc = accumulator ? code[pc + 1]! : pc + 2;
            else pc = toBoolean(accumulator) ? code[pc + 1]! : pc + 2;
            continue;
          case 140: // JumpIfToBooleanFalse
            if (typeof accumulator === 'boolean') pc = accumulator ? pc + 2 : code[pc + 1]!;
            else pc = toBoolean(accumulator) ? pc + 2 : code[pc + 1]!;
            continue;
          case 141: // JumpIfNull
            pc = accumulator === null ? code[pc + 1]! : pc + 2;
            continue;
          case 142: // JumpIfNotNull
            pc = accumulator !== null ? code[pc + 1]! : pc + 2;
            continue;
          case 143: // JumpIfUndefined
            pc = accumulator === undefined ? code[pc + 1]! : pc + 2;
            continue;
          case 144: // JumpIfNotUndefined
            pc = accumulator !== undefined ? code[pc + 1]! : pc + 2;
            continue;
          case 145: // JumpIfUndefinedOrNull
            pc = accumulator === undefined || accumulator === null ? code[pc + 1]! : pc + 2;
            continue;
          case 157: // ThrowReferenceErrorIfHole
            if (typeof accumulator === 'object' && accumulator === theHole) break;
            pc += 2;
            continue;
          case 103: {
            // CallProperty0
            frame.pc = pc;
            counter[0] = stepsLeft;
            const top = base + bytecode.registerCount;
            stack[top] = stack[base + code[pc + 2]!];
            accumulator = this.callWithFeedback(stack[base + code[pc + 1]!], 0, top, slots, code[pc + 3]!);
            pc += 4;
            if (this.depth !== depth) continue enterFrame;
            stepsLeft = counter[0]!;
            continue;
          }
          case 104: {
            // CallProperty1
            frame.pc = pc;
            counter[0] = stepsLeft;
            const top = base + bytecode.registerCount;
            stack[top] = stack[base + code[pc + 2]!];
            stack[top + 1] = stack[base + code[pc + 3]!];
            accumulator = this.callWithFeedback(stack[base + code[pc + 1]!], 1, top, slots, code[pc + 4]!);
            pc += 5;
            if (this.depth !== depth) continue enterFrame;
            stepsLeft = counter[0]!;
            continue;
          }
          case 105: {
            // CallProperty2
            frame.pc = pc;
            counter[0] = stepsLeft;
            const top = base + bytecode.registerCount;
            stack[top] = stack[base + code[pc + 2]!];
            stack[top + 1] = stack[base + code[pc + 3]!];
            stack[top + 2] = stack[base + code[pc + 4]!];
            accumulator = this.callWithFeedback(stack[base + code[pc + 1]!], 2, top, slots, code[pc + 5]!);
            pc += 6;
            if (this.depth !== depth) continue enterFrame;
            stepsLeft = counter[0]!;
            continue;
          }
          case 107: {
            // CallUndefinedReceiver0
            frame.pc = pc;
            counter[0] = stepsLeft;
            const top = base + bytecode.registerCount;
            stack[top] = undefined;
            accumulator = this.callWithFeedback(stack[base + code[pc + 1]!], 0, top, slots, code[pc + 2]!);
            pc += 3;
            if (this.depth !== depth) continue enterFrame;
            stepsLeft = counter[0]!;
            continue;
          }
          case 108: {
            // CallUndefinedReceiver1
            frame.pc = pc;
            counter[0] = stepsLeft;
            const top = base + bytecode.registerCount;
            stack[top] = undefined;
            stack[top + 1] = stack[base + code[pc + 2]!];
            accumulator = this.callWithFeedback(stack[base + code[pc + 1]!], 1, top, slots, code[pc + 3]!);
            pc += 4;
            if (this.depth !== depth) continue enterFrame;
            stepsLeft = counter[0]!;
            continue;
          }
          case 109: {
            // CallUndefinedReceiver2
            frame.pc = pc;
            counter[0] = stepsLeft;
            const top = base + bytecode.registerCount;
            stack[top] = undefined;
            stack[top + 1] = stack[base + code[pc + 2]!];
            stack[top + 2] = stack[base + code[pc + 3]!];
            accumulator = this.callWithFeedback(stack[base + code[pc + 1]!], 2, top, slots, code[pc + 4]!);
            pc += 5;
            if (this.depth !== depth) continue enterFrame;
            stepsLeft = counter[0]!;
            continue;
          }
          case 156: {
            // Return
            frame.pc = pc;
            counter[0] = stepsLeft;
            cell.interruptBudget -= frame.weights[pc]!;
            if (cell.interruptBudget < 0) budgetInterrupt(isolate, frame);
            isolate.listener?.return(frame, accumulator);
            let result = accumulator;
            const mode = frame.returnMode;
            if (mode !== ReturnMode.normal) {
              if (mode === ReturnMode.generator) {
                resumeState(frame.generator!).state = -2;
                result = isolate.newIterResult(result, true);
              } else {
                const receiver = stack[base - fixedFrameSlots - bytecode.parameterCount];
                // What goes wrong now is the caller's, no handler of this frame sees it.
                frame.pc = hasReturned;
                result = this.applyReturnMode(mode, result, receiver);
              }
            } else if (frame.generator !== undefined) resumeState(frame.generator).state = -2;
            const isEntry = frame.isEntry;
            this.popFrame();
            if (frame.shared.isAsyncGenerator)
              asyncGeneratorDrain(isolate, stack[base + bytecode.incomingNewTargetOrGenerator!] as JSObject);
            if (isEntry) return result;
            accumulator = result;
            const caller = this.frameList[this.depth]!;
            caller.pc += decodedLengths[caller.bytecode.code[caller.pc]!]!;
            continue enterFrame;
          }
          case 166: // StatementMarker
            // Not a step.
            stepsLeft++;
            if (isolate.listener !== undefined) {
              frame.pc = pc;
              counter[0] = stepsLeft;
              isolate.listener.statement(frame, code[pc + 1]!, this.stepsAtSliceEnd - stepsLeft);
              stepsLeft = counter[0]!;
            }
            pc += 2;
            continue;
          case 167: // BreakMarker
            stepsLeft++;
            if (isolate.listener !== undefined) {
              frame.pc = pc;
              counter[0] = stepsLeft;
              isolate.listener.breakLocation?.(frame);
              stepsLeft = counter[0]!;
            }
            pc += 1;
            continue;
        }

        // From here on anything may look at the frame and at the number of steps, run guest code or throw.
        frame.pc = pc;
        counter[0] = stepsLeft;
        switch (code[pc]) {
          case 7: // LdaConstant
            accumulator = this.constantValue(constants[code[pc + 1]!]);
            pc += 2;
            break;
          case 19: {
            // StaScriptContextSlot
            let context = stack[base + code[pc + 1]!] as unknown as Context;
            for (let depth = code[pc + 3]!; depth > 0; depth--) context = context.previous!;
            storeScriptContextSlot(isolate, context, code[pc + 2]!, accumulator);
            pc += 4;
            break;
          }
          case 20: // StaCurrentScriptContextSlot
            storeScriptContextSlot(isolate, frame.context!, code[pc + 1]!, accumulator);
            pc += 2;
            break;
          case 21: // PushContext
            stack[base + code[pc + 1]!] = frame.context as unknown as Value;
            frame.context = accumulator as unknown as Context;
            stack[base - 3] = accumulator;
            pc += 2;
            break;
          case 22: // PopContext
            frame.context = stack[base + code[pc + 1]!] as unknown as Context;
            stack[base - 3] = frame.context as unknown as Value;
            pc += 2;
            break;

          case 23: {
            // LdaGlobal
            accumulator = loadGlobal(isolate, constants[code[pc + 1]!] as string, frame.feedback, code[pc + 2]!, false);
            pc += 3;
            break;
          }
          case 24: // LdaGlobalInsideTypeof
            accumulator = loadGlobal(isolate, constants[code[pc + 1]!] as string, frame.feedback, code[pc + 2]!, true);
            pc += 3;
            break;
          case 25: {
            // StaGlobal
            const slot = code[pc + 2]!;
            if (frame.optimized !== undefined) checkGlobalStore(isolate, frame, slot, accumulator);
            accumulator = storeGlobal(
              isolate,
              constants[code[pc + 1]!] as string,
              accumulator,
              frame.feedback,
              slot,
              frame.isStrictSlot(slot, 'StoreGlobalStrict'),
            );
            pc += 3;
            break;
          }
          case 39: // LdaModuleVariable
            accumulator = loadModuleVariable(frame.context!, code[pc + 1]!, code[pc + 2]!);
            pc += 3;
            break;
          case 40: // StaModuleVariable
            storeModuleVariable(frame.context!, code[pc + 1]!, code[pc + 2]!, accumulator);
            pc += 3;
            break;
          case 26: // LdaLookupSlot
          case 30: // LdaLookupSlotInsideTypeof
            accumulator = loadLookupSlot(
              isolate,
              frame.context,
              constants[code[pc + 1]!] as string,
              code[pc] === 30 /* LdaLookupSlotInsideTypeof */,
            );
            pc += 2;
            break;
          case 27: // LdaLookupContextSlot
          case 28: // LdaLookupScriptContextSlot
          case 31: // LdaLookupContextSlotInsideTypeof
          case 32: {
            // LdaLookupScriptContextSlotInsideTypeof
            const inTypeof =
              code[pc] === 31 /* LdaLookupContextSlotInsideTypeof */ ||
              code[pc] === 32; /* LdaLookupScriptContextSlotInsideTypeof */
            accumulator = loadContextSlotDynamic(
              isolate,
              frame.context,
              constants[code[pc + 1]!] as string,
              code[pc + 2]!,
              code[pc + 3]!,
              inTypeof,
            );
            pc += 4;
            break;
          }
          case 29: // LdaLookupGlobalSlot
          case 33: {
            // LdaLookupGlobalSlotInsideTypeof
            const inTypeof = code[pc] === 33; /* LdaLookupGlobalSlotInsideTypeof */
            accumulator = loadGlobalDynamic(
              isolate,
              frame.context,
              constants[code[pc + 1]!] as string,
              frame.feedback,
              code[pc + 2]!,
              code[pc + 3]!,
              inTypeof,
            );
            pc += 4;
            break;
          }
          case 34: // StaLookupSlot
            accumulator = storeLookupSlot(
              isolate,
              frame.context,
              constants[code[pc + 1]!] as string,
              accumulator,
              code[pc + 2] !== 0,
            );
            pc += 3;
            break;

          case 35: {
            // GetNamedProperty
            const receiver = stack[base + code[pc + 1]!];
            const slot = code[pc + 3]!;
            const name = this.propertyName(constants[code[pc + 2]!]);
            accumulator = loadNamed(isolate, receiver, name, frame.feedback, slot);
            pc += 4;
            break;
          }
          case 36: {
            // GetNamedPropertyFromSuper
            const receiver = stack[base + code[pc + 1]!];
            const name = this.propertyName(constants[code[pc + 2]!]);
            const start = (accumulator as JSObject).hiddenClass.prototype;
            accumulator =
              start === null
                ? loadFromSuper(isolate, receiver, accumulator, name)
                : loadSuperNamed(isolate, receiver, start, name, frame.feedback, code[pc + 3]!);
            pc += 4;
            break;
          }
          case 37: {
            // GetKeyedProperty
            const receiver = stack[base + code[pc + 1]!];
            const slot = code[pc + 2]!;
            if (frame.optimized !== undefined) checkElementLoad(isolate, frame, slot, receiver, accumulator);
            accumulator = loadKeyed(isolate, receiver, accumulator, frame.feedback, slot);
            pc += 3;
            break;
          }
          case 38: // GetEnumeratedKeyedProperty
            accumulator = loadEnumerated(
              isolate,
              stack[base + code[pc + 1]!],
              accumulator,
              stack[base + code[pc + 3]!],
              frame.feedback,
              code[pc + 4]!,
            );
            pc += 5;
            break;
          case 41: {
            // SetNamedProperty
            const receiver = stack[base + code[pc + 1]!];
            const slot = code[pc + 3]!;
            const name = this.propertyName(constants[code[pc + 2]!]);
            const isStrict = frame.isStrictSlot(slot, 'SetNamedStrict');
            if (frame.optimized !== undefined) checkFieldStore(isolate, frame, slot, receiver, name, accumulator);
            storeNamed(isolate, receiver, name, accumulator, frame.feedback, slot, isStrict);
            pc += 4;
            break;
          }
          case 42: {
            // DefineNamedOwnProperty
            const receiver = stack[base + code[pc + 1]!] as JSObject;
            const slot = code[pc + 3]!;
            const name = this.propertyName(constants[code[pc + 2]!]);
            if (frame.optimized !== undefined) checkFieldStore(isolate, frame, slot, receiver, name, accumulator);
            defineNamed(isolate, receiver, name, accumulator, frame.feedback, slot);
            pc += 4;
            break;
          }
          case 43: {
            // SetKeyedProperty
            const receiver = stack[base + code[pc + 1]!];
            const key = stack[base + code[pc + 2]!];
            const slot = code[pc + 3]!;
            const isStrict = frame.isStrictSlot(slot, 'SetKeyedStrict');
            if (frame.optimized !== undefined) checkElementStore(isolate, frame, slot, receiver, key, accumulator);
            storeKeyed(isolate, receiver, key, accumulator, frame.feedback, slot, isStrict);
            pc += 4;
            break;
          }
          case 44: // DefineKeyedOwnProperty
          case 46: // DefineKeyedOwnPropertyInLiteral
            defineKeyedOwn(
              isolate,
              stack[base + code[pc + 1]!] as JSObject,
              stack[base + code[pc + 2]!],
              accumulator,
              code[pc + 3]!,
              frame.feedback,
              code[pc + 4]!,
            );
            pc += 5;
            break;
          case 45: // StaInArrayLiteral
            storeInLiteral(
              isolate,
              stack[base + code[pc + 1]!] as JSObject,
              stack[base + code[pc + 2]!] as number,
              accumulator,
              frame.feedback,
              code[pc + 3]!,
            );
            pc += 4;
            break;
          case 47: // DeletePropertyStrict
          case 48: // DeletePropertySloppy
            accumulator = deleteOperation(
              isolate,
              stack[base + code[pc + 1]!],
              accumulator,
              code[pc] === 47 /* DeletePropertyStrict */,
            );
            pc += 2;
            break;
          case 49: // GetSuperConstructor
            stack[base + code[pc + 1]!] = superConstructorOf(accumulator as JSObject);
            pc += 2;
            break;
          case 50: {
            // FindNonDefaultConstructorOrConstruct
            const found = findNonDefaultConstructor(isolate, stack[base + code[pc + 1]!] as JSObject);
            stack[base + code[pc + 3]!] = found.constructed;
            stack[base + code[pc + 3]! + 1] = found.value;
            pc += 4;
            break;
          }

          case 51: {
            // Add
            const left = stack[base + code[pc + 1]!];
            if (typeof left === 'string' && typeof accumulator === 'string') {
              if (slots[code[pc + 2]!] !== 128)
                noteBinary(isolate, 'Add', frame.feedback, code[pc + 2]!, left, accumulator, undefined);
              this.isolate.meter.concatenation(left, accumulator);
              accumulator = left + accumulator;
            } else accumulator = this.binary('Add', left, accumulator, code[pc + 2]!);
            pc += 3;
            break;
          }
          case 52: // Sub
            accumulator = this.binary('Sub', stack[base + code[pc + 1]!], accumulator, code[pc + 2]!);
            pc += 3;
            break;
          case 53: // Mul
            accumulator = this.binary('Mul', stack[base + code[pc + 1]!], accumulator, code[pc + 2]!);
            pc += 3;
            break;
          case 54: // Div
            accumulator = this.binary('Div', stack[base + code[pc + 1]!], accumulator, code[pc + 2]!);
            pc += 3;
            break;
          case 55: // Mod
            accumulator = this.binary('Mod', stack[base + code[pc + 1]!], accumulator, code[pc + 2]!);
            pc += 3;
            break;
          case 57: // BitwiseOr
            accumulator = this.binary('BitwiseOr', stack[base + code[pc + 1]!], accumulator, code[pc + 2]!);
            pc += 3;
            break;
          case 58: // BitwiseXor
            accumulator = this.binary('BitwiseXor', stack[base + code[pc + 1]!], accumulator, code[pc + 2]!);
            pc += 3;
            break;
          case 59: // BitwiseAnd
            accumulator = this.binary('BitwiseAnd', stack[base + code[pc + 1]!], accumulator, code[pc + 2]!);
            pc += 3;
            break;
          case 60: // ShiftLeft
            accumulator = this.binary('ShiftLeft', stack[base + code[pc + 1]!], accumulator, code[pc + 2]!);
            pc += 3;
            break;
          case 61: // ShiftRight
            accumulator = this.binary('ShiftRight', stack[base + code[pc + 1]!], accumulator, code[pc + 2]!);
            pc += 3;
            break;
          case 56: // Exp
            accumulator = this.binary('Exp', stack[base + code[pc + 1]!], accumulator, code[pc + 2]!);
            pc += 3;
            break;
          case 62: // ShiftRightLogical
            accumulator = this.binary('ShiftRightLogical', stack[base + code[pc + 1]!], accumulator, code[pc + 2]!);
            pc += 3;
            break;
          case 63: // AddSmi
            accumulator = this.binary('Add', accumulator, code[pc + 1]!, code[pc + 2]!);
            pc += 3;
            break;
          case 64: // SubSmi
            accumulator = this.binary('Sub', accumulator, code[pc + 1]!, code[pc + 2]!);
            pc += 3;
            break;
          case 65: // MulSmi
            accumulator = this.binary('Mul', accumulator, code[pc + 1]!, code[pc + 2]!);
            pc += 3;
            break;
          case 66: // DivSmi
            accumulator = this.binary('Div', accumulator, code[pc + 1]!, code[pc + 2]!);
            pc += 3;
            break;
          case 67: // ModSmi
            accumulator = this.binary('Mod', accumulator, code[pc + 1]!, code[pc + 2]!);
            pc += 3;
            break;
          case 68: // ExpSmi
            accumulator = this.binary('Exp', accumulator, code[pc + 1]!, code[pc + 2]!);
            pc += 3;
            break;
          case 69: // BitwiseOrSmi
            accumulator = this.binary('BitwiseOr', accumulator, code[pc + 1]!, code[pc + 2]!);
            pc += 3;
            break;
          case 70: // BitwiseXorSmi
            accumulator = this.binary('BitwiseXor', accumulator, code[pc + 1]!, code[pc + 2]!);
            pc += 3;
            break;
          case 71: // BitwiseAndSmi
            accumulator = this.binary('BitwiseAnd', accumulator, code[pc + 1]!, code[pc + 2]!);
            pc += 3;
            break;
          case 72: // ShiftLeftSmi
            accumulator = this.binary('ShiftLeft', accumulator, code[pc + 1]!, code[pc + 2]!);
            pc += 3;
            break;
          case 73: // ShiftRightSmi
            accumulator = this.binary('ShiftRight', accumulator, code[pc + 1]!, code[pc + 2]!);
            pc += 3;
            break;
          case 74: // ShiftRightLogicalSmi
            accumulator = this.binary('ShiftRightLogical', accumulator, code[pc + 1]!, code[pc + 2]!);
            pc += 3;
            break;

          case 75: // Inc
            accumulator = this.unary(accumulator, code[pc + 1]!, (value) => increment(isolate, value, 1));
            pc += 2;
            break;
          case 76: // Dec
            accumulator = this.unary(accumulator, code[pc + 1]!, (value) => increment(isolate, value, -1));
            pc += 2;
            break;
          case 77: // Negate
            accumulator = this.unary(accumulator, code[pc + 1]!, (value) => negate(isolate, value));
            pc += 2;
            break;
          case 78: // BitwiseNot
            accumulator = this.unary(accumulator, code[pc + 1]!, (value) => bitwiseNot(isolate, value));
            pc += 2;
            break;
          case 81: // TypeOf
            noteTypeOf(isolate, frame.feedback, code[pc + 1]!, accumulator);
            accumulator = typeOf(accumulator);
            pc += 2;
            break;
          case 82: // TestEqual
            noteEquality(isolate, frame.feedback, code[pc + 2]!, stack[base + code[pc + 1]!], accumulator);
            accumulator = looseEquals(isolate, stack[base + code[pc + 1]!], accumulator);
            pc += 3;
            break;
          case 84: // TestLessThan
            noteComparison(isolate, frame.feedback, code[pc + 2]!, stack[base + code[pc + 1]!], accumulator);
            accumulator = compareOperation(isolate, 'LessThan', stack[base + code[pc + 1]!], accumulator);
            pc += 3;
            break;
          case 85: // TestGreaterThan
            noteComparison(isolate, frame.feedback, code[pc + 2]!, stack[base + code[pc + 1]!], accumulator);
            accumulator = compareOperation(isolate, 'GreaterThan', stack[base + code[pc + 1]!], accumulator);
            pc += 3;
            break;
          case 86: // TestLessThanOrEqual
            noteComparison(isolate, frame.feedback, code[pc + 2]!, stack[base + code[pc + 1]!], accumulator);
            accumulator = compareOperation(isolate, 'LessThanOrEqual', stack[base + code[pc + 1]!], accumulator);
            pc += 3;
            break;
          case 87: // TestGreaterThanOrEqual
            noteComparison(isolate, frame.feedback, code[pc + 2]!, stack[base + code[pc + 1]!], accumulator);
            accumulator = compareOperation(isolate, 'GreaterThanOrEqual', stack[base + code[pc + 1]!], accumulator);
            pc += 3;
            break;
          case 89: // TestInstanceOf
            if (frame.optimized !== undefined) checkInstanceOf(isolate, frame, code[pc + 2]!, accumulator);
            noteInstanceOf(slots, code[pc + 2]!, accumulator);
            accumulator = instanceOfOperator(isolate, stack[base + code[pc + 1]!], accumulator);
            pc += 3;
            break;
          case 90: // TestIn
            accumulator = inOperator(isolate, stack[base + code[pc + 1]!], accumulator, frame.feedback, code[pc + 2]!);
            pc += 3;
            break;
          case 94: // TestTypeOf
            accumulator = typeOfMatches(accumulator, code[pc + 1]!);
            pc += 2;
            break;
          case 95: // ToName
            accumulator = toNameOperation(isolate, accumulator);
            pc += 1;
            break;
          case 96: // ToNumber
            accumulator = this.toNumber(accumulator, code[pc + 1]!);
            pc += 2;
            break;
          case 97: // ToNumeric
            accumulator = this.toNumeric(accumulator, code[pc + 1]!);
            pc += 2;
            break;
          case 98: // ToObject
            stack[base + code[pc + 1]!] = toObject(isolate, accumulator);
            pc += 2;
            break;
          case 99: // ToString
            accumulator = toStringOperation(isolate, accumulator);
            pc += 1;
            break;
          case 100: // ToBoolean
            accumulator = toBoolean(accumulator);
            pc += 1;
            break;

          case 102: // CallProperty
          case 101: {
            // CallAnyReceiver
            const callee = stack[base + code[pc + 1]!];
            const first = base + code[pc + 2]!;
            const count = code[pc + 3]!;
            const top = base + bytecode.registerCount;
            for (let i = 0; i < count; i++) stack[top + i] = stack[first + i];
            accumulator = this.callWithFeedback(callee, count - 1, top, slots, code[pc + 4]!);
            pc += 5;
            break;
          }
          case 106: {
            // CallUndefinedReceiver
            const first = base + code[pc + 2]!;
            const count = code[pc + 3]!;
            const top = base + bytecode.registerCount;
            stack[top] = undefined;
            for (let i = 0; i < count; i++) stack[top + 1 + i] = stack[first + i];
            accumulator = this.callWithFeedback(stack[base + code[pc + 1]!], count, top, slots, code[pc + 4]!);
            pc += 5;
            break;
          }
          case 110: {
            // CallWithSpread
            const callee = stack[base + code[pc + 1]!];
            const list = stack.slice(base + code[pc + 2]!, base + code[pc + 2]! + code[pc + 3]!);
            accumulator = this.callSpread(callee, list, slots, code[pc + 4]!);
            pc += 5;
            break;
          }
          case 111: {
            // CallRuntime
            const first = base + code[pc + 2]!;
            accumulator = callRuntime(isolate, bytecode, code[pc + 1]!, stack.slice(first, first + code[pc + 3]!));
            pc += 4;
            break;
          }
          case 112: {
            // CallRuntimeForPair
            const first = base + code[pc + 2]!;
            const pair = callRuntime(
              isolate,
              bytecode,
              code[pc + 1]!,
              stack.slice(first, first + code[pc + 3]!),
            ) as JSObject;
            stack[base + code[pc + 4]!] = pair.elements[0];
            stack[base + code[pc + 4]! + 1] = pair.elements[1];
            pc += 5;
            break;
          }
          case 113: {
            // CallJSRuntime
            const first = base + code[pc + 2]!;
            const operation = code[pc + 1] === 0 ? reflectApply : reflectConstruct;
            accumulator = operation(isolate, stack.slice(first, first + code[pc + 3]!));
            pc += 4;
            break;
          }
          case 114: {
            // InvokeIntrinsic
            const first = base + code[pc + 2]!;
            accumulator = invokeIntrinsic(isolate, frame, code[pc + 1]!, stack.slice(first, first + code[pc + 3]!));
            pc += 4;
            break;
          }
          case 115: {
            // Construct
            const callee = stack[base + code[pc + 1]!];
            const first = base + code[pc + 2]!;
            const count = code[pc + 3]!;
            const top = base + bytecode.registerCount;
            for (let i = 0; i < count; i++) stack[top + 1 + i] = stack[first + i];
            accumulator = this.constructChecked(callee, count, top, accumulator, slots, code[pc + 4]!);
            pc += 5;
            break;
          }
          case 116: {
            // ConstructWithSpread
            const callee = stack[base + code[pc + 1]!];
            const list = stack.slice(base + code[pc + 2]!, base + code[pc + 2]! + code[pc + 3]!);
            accumulator = this.constructSpread(callee, list, accumulator, slots, code[pc + 4]!);
            pc += 5;
            break;
          }
          case 117: {
            // ConstructForwardAllArgs
            const callee = stack[base + code[pc + 1]!];
            const args = actualArguments(stack, frame);
            const top = this.placeArguments(undefined, args);
            accumulator = this.constructChecked(callee, args.length, top, accumulator, slots, code[pc + 2]!);
            pc += 3;
            break;
          }

          case 118: // CreateRegExpLiteral
            accumulator = createRegExpLiteral(isolate, constants[code[pc + 1]!], code[pc + 3]!);
            pc += 4;
            break;
          case 119: // CreateArrayLiteral
            accumulator = createArrayLiteral(isolate, constants[code[pc + 1]!], frame, code[pc + 2]!);
            pc += 4;
            break;
          case 120: // CreateArrayFromIterable
            accumulator = createArrayFromIterable(isolate, accumulator);
            pc += 1;
            break;
          case 121: // CreateEmptyArrayLiteral
            accumulator = createEmptyArrayLiteral(isolate, frame, code[pc + 1]!);
            pc += 2;
            break;
          case 122: // CreateObjectLiteral
            accumulator = createObjectLiteral(isolate, constants[code[pc + 1]!], code[pc + 3]!, frame, code[pc + 2]!);
            pc += 4;
            break;
          case 123: // CreateEmptyObjectLiteral
            accumulator = isolate.realm.newObject();
            pc += 1;
            break;
          case 124: // CloneObject
            noteClone(isolate, frame.feedback, code[pc + 3]!, stack[base + code[pc + 1]!]);
            accumulator = cloneObject(isolate, stack[base + code[pc + 1]!]);
            pc += 4;
            break;
          case 125: // GetTemplateObject
            accumulator = templateObject(isolate, constants[code[pc + 1]!], slots, code[pc + 2]!);
            pc += 3;
            break;
          case 126: // CreateClosure
            accumulator = this.createClosure(constants[code[pc + 1]!] as SharedFunctionInfo, frame, code[pc + 2]!);
            pc += 4;
            break;
          case 127: {
            // CreateBlockContext
            const info = constants[code[pc + 1]!] as ScopeInfo;
            accumulator = new Context(
              isolate.heap,
              info,
              frame.context,
              info.firstSlot + info.contextLocals.length,
              // The block of a body whose parameters have a scope of their own holds its `var`s.
              info.scope.isDeclarationScope ? undefined : theHole,
            ) as unknown as Value;
            pc += 2;
            break;
          }
          case 128: {
            // CreateCatchContext
            const info = constants[code[pc + 2]!] as ScopeInfo;
            const context = new Context(isolate.heap, info, frame.context, info.firstSlot + 1, undefined);
            context.slots[info.firstSlot] = stack[base + code[pc + 1]!];
            accumulator = context as unknown as Value;
            pc += 3;
            break;
          }
          case 129: // CreateFunctionContext
          case 130: {
            // CreateEvalContext
            const info = constants[code[pc + 1]!] as ScopeInfo;
            const slotCount = Math.max(code[pc + 2]! + 2, info.firstSlot + info.contextLocals.length);
            accumulator = new Context(isolate.heap, info, frame.context, slotCount, undefined) as unknown as Value;
            pc += 3;
            break;
          }
          case 131: {
            // CreateWithContext
            const context = new Context(
              isolate.heap,
              constants[code[pc + 2]!] as ScopeInfo,
              frame.context,
              3,
              undefined,
            );
            context.extension = stack[base + code[pc + 1]!] as JSObject;
            isolate.listener?.withEnter();
            accumulator = context as unknown as Value;
            pc += 3;
            break;
          }
          case 132: // CreateMappedArguments
          case 133: {
            // CreateUnmappedArguments
            const isMapped = code[pc] === 132; /* CreateMappedArguments */
            accumulator = createArgumentsObject(isolate, frame, actualArguments(stack, frame), isMapped);
            pc += 1;
            break;
          }
          case 134: // CreateRestParameter
            accumulator = createRestParameter(isolate, frame, actualArguments(stack, frame));
            pc += 1;
            break;

          case 135: // JumpLoop
            // The code that goes on may be other code.
            loopInterrupt(isolate, frame);
            frame.pc = code[pc + 1]!;
            continue enterFrame;
          case 146: // JumpIfJSReceiver
            pc = accumulator instanceof JSObject ? code[pc + 1]! : pc + 2;
            break;
          case 147: // JumpIfForInDone
            pc = stack[base + code[pc + 2]!] === stack[base + code[pc + 3]!] ? code[pc + 1]! : pc + 4;
            break;
          case 148: {
            // SwitchOnSmiNoFeedback
            const index = (accumulator as number) - code[pc + 3]!;
            if (index >= 0 && index < code[pc + 2]!) {
              const target = constants[code[pc + 1]! + index];
              if (typeof target === 'number') {
                pc = target;
                break;
              }
            }
            pc += 4;
            break;
          }
          case 149: // ForInEnumerate
            accumulator = forInEnumerate(isolate, stack[base + code[pc + 1]!]);
            pc += 2;
            break;
          case 150: // ForInPrepare
            forInPrepare(isolate, stack, base + code[pc + 1]!, accumulator, frame.feedback, code[pc + 2]!);
            pc += 3;
            break;
          case 151: // ForInNext
            accumulator = forInNext(
              isolate,
              stack,
              base + code[pc + 1]!,
              base + code[pc + 2]!,
              base + code[pc + 3]!,
              frame.feedback,
              code[pc + 4]!,
            );
            pc += 5;
            break;
          case 152: // ForInStep
            stack[base + code[pc + 1]!] = (stack[base + code[pc + 1]!] as number) + 1;
            pc += 2;
            break;
          case 153: {
            // SetPendingMessage
            const previous = this.pendingMessage;
            this.pendingMessage = accumulator;
            accumulator = previous;
            pc += 1;
            break;
          }
          case 154: // Throw
            throw new GuestException(accumulator);
          case 155: {
            // ReThrow
            const exception = new GuestException(accumulator);
            exception.reported = true;
            throw exception;
          }
          case 157: // ThrowReferenceErrorIfHole
            if (accumulator === theHole)
              throwReferenceError(isolate, 'AccessedUninitializedVariable', constants[code[pc + 1]!] as string);
            pc += 2;
            break;
          case 158: // ThrowSuperNotCalledIfHole
            if (accumulator === theHole) throwReferenceError(isolate, 'SuperNotCalled');
            pc += 1;
            break;
          case 159: // ThrowSuperAlreadyCalledIfNotHole
            if (accumulator !== theHole) throwReferenceError(isolate, 'SuperAlreadyCalled');
            pc += 1;
            break;
          case 160: {
            // ThrowIfNotSuperConstructor
            const constructor = stack[base + code[pc + 1]!];
            if (!(constructor instanceof JSObject) || !constructor.hiddenClass.isConstructor)
              throwNotSuperConstructor(isolate, constructor, frame);
            pc += 2;
            break;
          }
          case 161: {
            // SwitchOnGeneratorState
            const generator = stack[base + code[pc + 1]!];
            if (!(generator instanceof JSObject)) {
              pc += 4;
              break;
            }
            const data = resumeState(generator);
            const target = constants[code[pc + 2]! + data.state];
            data.state = -1;
            frame.context = data.savedContext;
            stack[base - 3] = frame.context as unknown as Value;
            pc = target as number;
            break;
          }
          case 162: {
            // SuspendGenerator
            const generator = stack[base + code[pc + 1]!] as JSObject;
            cell.interruptBudget -= frame.weights[pc]!;
            if (cell.interruptBudget < 0) budgetInterrupt(isolate, frame);
            suspendGenerator(isolate, frame, stack, generator, code[pc + 4]!);
            isolate.listener?.suspend(frame, initialSuspend(frame, generator));
            const isEntry = frame.isEntry;
            this.popFrame();
            if (frame.shared.isAsyncGenerator) asyncGeneratorDrain(isolate, generator);
            if (isEntry) return accumulator;
            const caller = this.frameList[this.depth]!;
            caller.pc += decodedLengths[caller.bytecode.code[caller.pc]!]!;
            continue enterFrame;
          }
          case 163: // ResumeGenerator
            accumulator = resumeRegisters(frame, stack, stack[base + code[pc + 1]!] as JSObject, code[pc + 3]!);
            pc += 4;
            break;
          case 164: {
            // GetIterator
            accumulator = getIterator(
              isolate,
              stack[base + code[pc + 1]!],
              frame.feedback,
              code[pc + 2]!,
              code[pc + 3]!,
            );
            pc += 4;
            break;
          }
          case 165: // Debugger
            pc += 1;
            break;
          default:
            throw new Error(`bytecode ${bytecodeNames[code[pc]!] ?? code[pc]} is not handled`);
        }
        if (this.depth !== depth) continue enterFrame;
        stepsLeft = counter[0]!;
      }
    }
  }

  private constantValue(constant: BytecodeArray['constants'][number]): Value {
    if (typeof constant === 'object' && constant !== null) {
      if (constant.type === 'symbol') return this.propertyName(constant) as Value;
      // Descriptions for runtime functions travel through registers as they are.
      return constant as unknown as Value;
    }
    return constant;
  }

  private propertyName(constant: BytecodeArray['constants'][number]): NamedKey {
    if (typeof constant === 'string') return constant;
    if (typeof constant === 'object' && constant !== null && constant.type === 'symbol') {
      return this.isolate.internalSymbol(constant.name);
    }
    return constant as unknown as NamedKey;
  }

  private binary(operator: BinaryOperator, left: Value, right: Value, slot: number): Value {
    const { isolate } = this;
    const { feedback } = this.frameList[this.depth]!;
    // What two numbers or BigInts give decides what they leave; the rest is noted before anything can throw.
    if (typeof left !== typeof right || (typeof left !== 'bigint' && typeof left !== 'number')) {
      noteBinary(isolate, operator, feedback, slot, left, right, undefined);
      return binaryOperation(isolate, operator, left, right);
    }
    let result: Value;
    try {
      result = binaryOperation(isolate, operator, left, right);
    } finally {
      noteBinary(isolate, operator, feedback, slot, left, right, result);
    }
    return result;
  }

  private unary(value: Value, slot: number, operation: (value: Value) => Value): Value {
    const { feedback } = this.frameList[this.depth]!;
    if (typeof value !== 'number') noteUnary(this.isolate, feedback, slot, value, undefined);
    const result = operation(value);
    if (typeof value === 'number') noteUnary(this.isolate, feedback, slot, value, result);
    return result;
  }

  private toNumber(value: Value, slot: number): Value {
    const { feedback } = this.frameList[this.depth]!;
    const result = toNumberOperation(this.isolate, value);
    noteToNumeric(this.isolate, feedback, slot, value);
    return result;
  }

  private toNumeric(value: Value, slot: number): Value {
    const { feedback } = this.frameList[this.depth]!;
    const result = toNumericOperation(this.isolate, value);
    noteToNumeric(this.isolate, feedback, slot, value);
    return result;
  }

  private callWithFeedback(callee: Value, argc: number, top: number, slots: unknown[], slot: number): Value {
    slots[slot + 1] = (slots[slot + 1] as number) + 1;
    if (slots[slot] !== callee || callee === undefined) noteCallee(this.isolate, slots, slot, callee);
    if (!(callee instanceof JSObject)) return this.throwNotCallable(callee, this.stack[top]);
    const data = callee.internal;
    if (!(data instanceof FunctionData)) {
      if (!callee.hiddenClass.isCallable) return this.throwNotCallable(callee, this.stack[top]);
      return this.invoke(callee, argc, top);
    }
    const shared = data.shared;
    const bytecode = shared?.bytecode;
    if (
      shared === undefined ||
      bytecode === undefined ||
      shared.isClassConstructor ||
      (shared.convertsReceiver && !(this.stack[top] instanceof JSObject))
    )
      return this.invoke(callee, argc, top);
    const frame = this.pushFrame(callee, data, shared, bytecode, argc, top);
    const listener = this.isolate.listener;
    if (listener !== undefined) listener.call(frame);
    return framePushed;
  }

  private throwNotCallable(callee: Value, receiver: Value): never {
    return throwError(this.isolate, 'TypeError', notCallableMessage(this.isolate, callee, receiver));
  }

  private constructChecked(
    callee: Value,
    argc: number,
    top: number,
    newTarget: Value,
    slots: unknown[],
    slot: number,
  ): Value {
    slots[slot + 1] = (slots[slot + 1] as number) + 1;
    if (!(callee instanceof JSObject) || !callee.hiddenClass.isConstructor) {
      return throwError(this.isolate, 'TypeError', notConstructorMessage(this.isolate, callee));
    }
    if (slots[slot] === callee) return this.invokeConstruct(callee, argc, top, newTarget as JSObject);
    if (callee !== newTarget || callee !== this.isolate.realm.intrinsics.get('Array')) {
      noteCallee(this.isolate, slots, slot, callee);
      return this.invokeConstruct(callee, argc, top, newTarget as JSObject);
    }
    // In the place of this callee stands what became of its arrays.
    const frame = this.currentFrame!;
    const isAdvised = argc !== 1 || typeof this.stack[top + 1] === 'number';
    const array = this.invokeConstruct(callee, argc, top, callee);
    if (array instanceof JSObject) adviseArray(array, frame, slot, isAdvised);
    return array;
  }

  /** `list` is receiver, arguments and, last, what is spread. */
  private callSpread(callee: Value, list: Value[], slots: unknown[], slot: number): Value {
    noteCall(this.isolate, slots, slot, callee);
    const spread = list.pop();
    const args = expandSpread(this.isolate, list, spread);
    if (args === undefined) {
      checkSpread(this.isolate, spread);
      const [receiver, ...before] = list;
      return this.enterCall(this.isolate.internalFunction('CallWithSpread'), undefined, [
        callee,
        receiver,
        this.isolate.realm.newArray(before),
        spread,
      ]);
    }
    if (!(callee instanceof JSObject) || !callee.hiddenClass.isCallable) return this.throwNotCallable(callee, args[0]);
    return this.enterCall(callee, args[0], args.slice(1));
  }

  /** What is spread is iterated before the callee is looked at. */
  private constructSpread(callee: Value, list: Value[], newTarget: Value, slots: unknown[], slot: number): Value {
    noteCall(this.isolate, slots, slot, callee);
    const spread = list.pop();
    const args = expandSpread(this.isolate, list, spread);
    if (args === undefined) {
      checkSpread(this.isolate, spread);
      return this.enterCall(this.isolate.internalFunction('ConstructWithSpread'), undefined, [
        callee,
        this.isolate.realm.newArray(list),
        spread,
        newTarget,
      ]);
    }
    if (!(callee instanceof JSObject) || !callee.hiddenClass.isConstructor) {
      return throwError(this.isolate, 'TypeError', notConstructorMessage(this.isolate, callee));
    }
    return this.tailConstruct(callee, args, newTarget as JSObject);
  }

  /** Closures of one site share their feedback. V8: the feedback cell of CreateClosure. */
  private createClosure(shared: SharedFunctionInfo, frame: Frame, site: number): JSObject {
    const { closureCells } = frame.feedbackCell;
    while (closureCells.length <= site) closureCells.push(new FeedbackCell());
    const cell = closureCells[site]!;
    if (cell.closureCount < 2) cell.closureCount++;
    return this.isolate.newClosure(shared, frame.context, cell);
  }
}

/** Innermost handler whose range holds the frame's instruction. */
/** The innermost handler around what runs in the frame. */
export function findHandler(frame: Frame): BytecodeArray['handlers'][number] | undefined {
  const handlers = frame.bytecode.handlers;
  let best: BytecodeArray['handlers'][number] | undefined;
  for (const entry of handlers) {
    if (frame.pc < entry.start || frame.pc >= entry.end) continue;
    if (best === undefined || entry.start >= best.start) best = entry;
  }
  return best;
}

function builtinBytes({ name }: SharedFunctionInfo): number {
  return builtinsWithResult.has(name) ? builtinFrameBytes + 48 : builtinFrameBytes;
}

/** Where the arguments of a frame begin on the value stack, as far as it has parameters for them. */
export function firstArgument(frame: Frame): number {
  return frame.base - fixedFrameSlots - frame.bytecode.parameterCount + 1;
}

/** All arguments that the frame was called with. */
export function actualArguments(stack: readonly Value[], frame: Frame): Value[] {
  const first = firstArgument(frame);
  const declared = Math.min(frame.argumentCount, frame.bytecode.parameterCount - 1);
  const args = stack.slice(first, first + declared);
  if (frame.extraArguments !== undefined) for (const value of frame.extraArguments) args.push(value);
  return args;
}

function convertReceiver(isolate: Isolate, realm: Realm, receiver: Value): Value {
  if (receiver === undefined || receiver === null) return realm.globalObject;
  return realm === isolate.realm
    ? toObject(isolate, receiver)
    : isolate.inRealm(realm, () => toObject(isolate, receiver));
}

function throwClassCalled(isolate: Isolate, realm: Realm, callee: JSObject): never {
  return isolate.inRealm(realm, () => throwNonCallableConstructor(isolate, callee));
}
