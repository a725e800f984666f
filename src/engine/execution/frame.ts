/**
 * A frame of the guest's call stack. Its registers live on the isolate's one value stack. V8: src/execution/frames.h.
 *
 * Frames are kept per depth and used again, so that a call allocates nothing.
 */
import type { BytecodeArray, FeedbackSlotKind } from '../bytecode/bytecode-array.ts';
import type { SharedFunctionInfo } from '../bytecode/shared-function-info.ts';
import type { Context } from '../objects/context.ts';
import type { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import type { CompiledFunction, OptimizedCode } from '../compiler/optimized-code.ts';
import type { FeedbackCell } from '../ic/feedback-cell.ts';
import type { FeedbackVector } from '../ic/feedback-vector.ts';

/** What happens with the value that a frame returns. */
export const ReturnMode = {
  /** It becomes the caller's accumulator. */
  normal: 0,
  /** [[Construct]] of a base class: a primitive gives way to the receiver. */
  construct: 1,
  /** [[Construct]] of a derived class: only objects; the code has replaced undefined by this. */
  constructDerived: 2,
  /** The value is an iterator: it must be an object. */
  iterator: 3,
  asyncIterator: 4,
  /** The value becomes true or false (Symbol.hasInstance, proxy traps). */
  toBoolean: 5,
  /** A setter ran: the value is dropped. */
  ignore: 6,
  /** A generator was resumed: `return` gives {value, done: true}. */
  generator: 7,
  /** A proxy's construct trap or a builtin constructor: must be an object. */
  mustBeObject: 8,
} as const;

/** As `pc`: the frame's code is done, what goes wrong with its value is the caller's. */
export const hasReturned = -2;

export class Frame {
  /** Index in the isolate's list of frames. */
  readonly depth: number;
  closure!: JSObject;
  shared!: SharedFunctionInfo;
  bytecode!: BytecodeArray;
  /** What the code that runs caches in: see FeedbackCell. */
  feedback!: FeedbackVector;
  feedbackCell!: FeedbackCell;
  /** What its returns and loops charge the budget of its function; nothing in code of TurboFan and where it is inlined. */
  weights!: Int32Array;
  /** The optimised code that runs, of this function or of one that has it inlined, and its part there. */
  optimized: OptimizedCode | undefined = undefined;
  compiled: CompiledFunction | undefined = undefined;
  /** In optimised code: the JumpLoop that was run last, by its index in the code; -1: none yet. */
  lastLoop = -1;
  context: Context | undefined = undefined;
  /** Index into `bytecode.code` of the instruction that runs, or that called. */
  pc = 0;
  /** Index of r0 on the value stack. */
  base = 0;
  returnMode = 0;
  /** Host code waits for this frame: the interpreter returns when it is popped. */
  isEntry = false;
  isConstruct = false;
  newTarget: Value = undefined;
  argumentCount = 0;
  /** Arguments beyond the declared parameters. */
  extraArguments: Value[] | undefined = undefined;
  /** Suspended and resumed frames: their generator object. */
  generator: JSObject | undefined = undefined;
  /** The native builtin that this frame is calling right now, for stack traces. */
  native: JSObject | undefined = undefined;
  nativeReceiver: Value = undefined;
  nativeIsConstruct = false;
  /** Bytes that V8's frame would take, for the stack limit. */
  bytes = 0;

  constructor(depth: number) {
    this.depth = depth;
  }

  /** Whether a store is strict: sloppy functions have strict stores in the heads of classes. */
  isStrictSlot(slot: number, strictKind: FeedbackSlotKind): boolean {
    return this.shared.isStrict || this.bytecode.feedbackSlots[slot] === strictKind;
  }
}
