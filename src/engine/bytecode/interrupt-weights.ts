/**
 * What instructions charge the interrupt budget of their function, in V8's bytes: a return what it is away from the start of
 * the code, a loop its distance, both with their own size. V8: InterpreterAssembler::UpdateInterruptBudget,
 * BaselineCompiler::UpdateInterruptBudgetAndJumpToLabel.
 */
import { decodedLengths, Op } from './bytecodes.ts';

/** Parallel to `code`; 0 where nothing is charged. */
export function interruptWeights(code: Int32Array, byteOffsets: Int32Array): Int32Array {
  const weights = new Int32Array(code.length);
  for (let at = 0; at < code.length; at += decodedLengths[code[at]!]!) {
    const op = code[at]!;
    if (op === Op.Return) weights[at] = byteOffsets[at]! + 1;
    else if (op === Op.SuspendGenerator) weights[at] = byteOffsets[at]! + suspendBytes;
    else if (op === Op.JumpLoop) weights[at] = byteOffsets[at]! - byteOffsets[code[at + 1]!]! + jumpLoopBytes;
  }
  return weights;
}

/** Code of Maglev charges for the jump and the return alone, nothing where it suspends, and less for a loop: --osr-from-maglev-interrupt-scale-factor. */
export function maglevWeights(code: Int32Array, byteOffsets: Int32Array, loopFactor: number): Int32Array {
  const weights = new Int32Array(code.length);
  for (let at = 0; at < code.length; at += decodedLengths[code[at]!]!) {
    const op = code[at]!;
    if (op === Op.Return) weights[at] = byteOffsets[at]!;
    else if (op === Op.JumpLoop)
      weights[at] = Math.floor(loopFactor * (byteOffsets[at]! - byteOffsets[code[at + 1]!]!));
  }
  return weights;
}

const jumpLoopBytes = 4;
const suspendBytes = 5;
