/**
 * Code that an optimising tier made of a function. There is no machine code here: what counts is which calls it has
 * inlined, what it assumes, and whether that still holds. V8: Code, DeoptimizationData, src/compiler/compilation-dependencies.h.
 */
import type { BytecodeArray, HandlerEntry } from '../bytecode/bytecode-array.ts';
import type { SharedFunctionInfo } from '../bytecode/shared-function-info.ts';
import type { FeedbackCell } from '../ic/feedback-cell.ts';
import type { Context } from '../objects/context.ts';
import type { OptimizingTier } from './function-tiering.ts';

/** A function in optimised code: the one that it is of, or one that was inlined in it. */
export interface CompiledFunction {
  readonly cell: FeedbackCell;
  readonly shared: SharedFunctionInfo;
  readonly bytecode: BytecodeArray;
  /** The slots of its feedback vector as they were when it was optimised. */
  readonly feedback: readonly unknown[];
  /** Of the closure that was compiled. */
  readonly context: Context | undefined;
  /** By the index in `bytecode.code` of the call. */
  readonly inlined: ReadonlyMap<number, CompiledFunction>;
  /** As BytecodeArray.weights: an inlined function charges nothing. */
  readonly noWeights: Int32Array;
}

export class OptimizedCode {
  readonly tier: OptimizingTier;
  readonly cell: FeedbackCell;
  readonly outermost: CompiledFunction;
  /** The JumpLoop, by its index in the code, at which it replaces a frame; -1: it is entered by a call. */
  readonly osrLoop: number;
  /** As BytecodeArray.weights, of the outermost function. */
  readonly weights: Int32Array;
  /** The exception handlers that had been reached when it was made. */
  readonly usedHandlers: ReadonlySet<HandlerEntry>;
  markedForDeoptimization = false;

  constructor(
    tier: OptimizingTier,
    cell: FeedbackCell,
    outermost: CompiledFunction,
    weights: Int32Array,
    osrLoop: number,
    usedHandlers: ReadonlySet<HandlerEntry>,
  ) {
    this.tier = tier;
    this.cell = cell;
    this.outermost = outermost;
    this.weights = weights;
    this.osrLoop = osrLoop;
    this.usedHandlers = usedHandlers;
  }
}
