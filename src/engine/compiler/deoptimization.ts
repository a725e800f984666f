/** What is known of one deoptimisation. V8: code-deopt of --log-deopt, Deoptimizer::DeoptInfo. */
import { bytecodeNames, bytecodes, decodedLengths } from '../bytecode/bytecodes.ts';
import type { BytecodeArray } from '../bytecode/bytecode-array.ts';
import type { SharedFunctionInfo } from '../bytecode/shared-function-info.ts';
import type { EngineProfile } from '../profiles.ts';
import { type DeoptimizeKind, type DeoptimizeReason, deoptimizeReasons } from './deoptimize-reasons.ts';
import type { OptimizedCode } from './optimized-code.ts';

/** A place in source. */
export interface DeoptimizationSite {
  readonly shared: SharedFunctionInfo;
  /** Of the script's text. */
  readonly offset: number;
}

export interface Deoptimization {
  readonly kind: DeoptimizeKind;
  readonly reason: DeoptimizeReason;
  readonly code: OptimizedCode;
  /** Where it is left; of what was inlined, that place first, and where it was inlined after it. Of a dependency: the function. */
  readonly sites: readonly DeoptimizationSite[];
  /** Of a dependency: what ran when it broke. */
  readonly cause: DeoptimizationSite | undefined;
  readonly step: number;
}

/** The reason in the words of the engine that is simulated. */
export function deoptimizationText({ kind, reason, code }: Deoptimization, profile: EngineProfile): string {
  if (kind === 'dependency' && !profile.lazyDeoptsAreNamed) return 'code dependencies';
  if (reason === 'scriptContextSlotChange') return profile.contextSlotDeoptReason;
  if (reason === 'notANumberOrOddball' && code.tier === 'maglev') return profile.maglevNotNumberReason;
  return deoptimizeReasons[reason];
}

/** The instruction that has this feedback slot: the one at `expected` if it has it, for several may share one. */
export function instructionOfSlot(bytecode: BytecodeArray, slot: number, expected: number): number {
  if (expected >= 0 && hasSlot(bytecode.code, expected, slot)) return expected;
  const { code } = bytecode;
  for (let at = 0; at < code.length; at += decodedLengths[code[at]!]!) if (hasSlot(code, at, slot)) return at;
  return expected;
}

function hasSlot(code: Int32Array, at: number, slot: number): boolean {
  let operand = at + 1;
  for (const type of bytecodes[bytecodeNames[code[at]!]!].operands) {
    if (type === 'slot' && code[operand] === slot) return true;
    operand += type === 'regList' || type === 'regOutList' ? 2 : 1;
  }
  return false;
}
