/**
 * What the engine tells from outside: one method per event that the recorder or a debugger may want. The engine runs the
 * same without a listener. V8: src/logging/code-events.h.
 */
import type { BytecodeArray } from '../bytecode/bytecode-array.ts';
import type { SharedFunctionInfo } from '../bytecode/shared-function-info.ts';
import type { Deoptimization } from '../compiler/deoptimization.ts';
import type { FunctionTiering, OptimizingTier } from '../compiler/function-tiering.ts';
import type { OptimizedCode } from '../compiler/optimized-code.ts';
import type { FeedbackVector } from '../ic/feedback-vector.ts';
import type { IcModifier, IcState, IcType } from '../ic/ic-state.ts';
import type { HiddenClass } from '../objects/hidden-class.ts';
import type { PromiseReaction } from '../objects/internal-slots.ts';
import type { JSObject } from '../objects/js-object.ts';
import type { DictionaryReason } from '../objects/migration.ts';
import type { DeleteResult } from '../objects/own-properties.ts';
import type { PropertyKey, Value } from '../objects/value.ts';
import type { Collection } from './collector.ts';
import type { Frame } from './frame.ts';
import type { Microtask } from './microtasks.ts';

/** An inline cache has missed: what it knew before and knows now. V8: the lines of --log-ic. */
export interface IcTransition {
  readonly type: IcType;
  readonly vector: FeedbackVector;
  readonly slot: number;
  readonly from: IcState;
  readonly to: IcState;
  /** Of what the property is looked up in. */
  readonly hiddenClass: HiddenClass | undefined;
  readonly key: PropertyKey;
  readonly modifier: IcModifier;
  /** Why it cannot do better; '' mostly. V8: slow_stub_reason. */
  readonly slowReason: string;
}

export interface EngineListener {
  /** Bytecode was made of a function of the program. */
  functionCompiled?(shared: SharedFunctionInfo, bytecode: BytecodeArray): void;
  /** A statement of the top frame begins, after `steps` bytecodes. Only where the isolate was made with `statements`. */
  statement(frame: Frame, offset: number, steps: number): void;
  /** The top frame can be stopped at its `pc`. Only where the isolate was made with `breakLocations`. */
  breakLocation?(frame: Frame): void;
  /** `frame` was pushed. */
  call(frame: Frame): void;
  /** `frame` is about to be popped. */
  return(frame: Frame, value: Value): void;
  suspend(frame: Frame, isAwait: boolean): void;
  throw(value: Value): void;
  unwind(frame: Frame, value: Value): void;
  catch(frame: Frame, value: Value): void;
  enqueueMicrotask(task: Microtask): void;
  promiseSettled(promise: JSObject): void;
  /** The reaction waits for its promise, which is pending. */
  promiseReaction?(reaction: PromiseReaction): void;
  directEval(shared: SharedFunctionInfo): void;
  withEnter(): void;
  deleteProperty(result: DeleteResult, object: JSObject, key: PropertyKey, hiddenClassBefore: number): void;
  /** The inline cache of property accesses at the top frame's instruction has missed. Code of builtins is not told of. */
  icTransition(transition: IcTransition): void;
  /** The object's named properties become a dictionary, because of what is done with the property. */
  dictionaryMode(reason: DictionaryReason, object: JSObject, key: PropertyKey, hiddenClassBefore: number): void;
  /** A function is to be compiled by its next call. */
  tierMarked(tiering: FunctionTiering, target: OptimizingTier): void;
  /** The function has code of another tier. */
  tierChanged(tiering: FunctionTiering, code: OptimizedCode): void;
  /** Optimised code is left, or thrown away; the top frame is the one that is left, or that changed what the code counted on. */
  deoptimized(deoptimization: Deoptimization): void;
  /** Between two bytecodes, or within a call of gc(). */
  garbageCollected(collection: Collection): void;
  argumentsObject(isMapped: boolean, count: number): void;
  /** `path` is a key of protocol/events.ts's forInPaths. */
  forIn(path: string, count: number): void;
}
