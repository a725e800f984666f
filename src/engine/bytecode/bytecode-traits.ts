/**
 * What code generation has to know of instructions beyond the table: which load without effects, which end a block, how long
 * each is. V8: the predicates of src/interpreter/bytecodes.h, FeedbackMetadata::GetSlotSize.
 */
import type { FeedbackSlotKind } from './bytecode-array.ts';
import { type Bytecode, bytecodes, isMarker } from './bytecodes.ts';

export const twoEntryKinds: ReadonlySet<FeedbackSlotKind> = new Set<FeedbackSlotKind>([
  'Call',
  'LoadProperty',
  'LoadGlobalNotInsideTypeof',
  'LoadGlobalInsideTypeof',
  'LoadKeyed',
  'HasKeyed',
  'StoreGlobalSloppy',
  'StoreGlobalStrict',
  'SetNamedSloppy',
  'SetNamedStrict',
  'DefineNamedOwn',
  'DefineKeyedOwn',
  'SetKeyedSloppy',
  'SetKeyedStrict',
  'StoreInArrayLiteral',
  'DefineKeyedOwnPropertyInLiteral',
  'InstanceOf',
  'CloneObject',
]);

/** What neither throws nor calls: a place waits for the instruction behind it. V8: Bytecodes::IsWithoutExternalSideEffects. */
export const withoutEffects: ReadonlySet<Bytecode> = new Set<Bytecode>([
  'LdaZero',
  'LdaSmi',
  'LdaUndefined',
  'LdaNull',
  'LdaTheHole',
  'LdaTrue',
  'LdaFalse',
  'LdaConstant',
  'LdaContextSlot',
  'LdaScriptContextSlot',
  'LdaImmutableContextSlot',
  'LdaCurrentContextSlot',
  'LdaCurrentScriptContextSlot',
  'LdaImmutableCurrentContextSlot',
  'PushContext',
  'PopContext',
  'TestUndefined',
  'TestNull',
  'TestUndetectable',
  'TestTypeOf',
  'TestReferenceEqual',
  'Jump',
  'JumpIfTrue',
  'JumpIfFalse',
  'JumpIfUndefined',
  'JumpIfNotUndefined',
  'JumpIfUndefinedOrNull',
  'JumpIfJSReceiver',
  'JumpIfForInDone',
  'SwitchOnSmiNoFeedback',
  'SwitchOnGeneratorState',
]);

/** V8: Bytecodes::IsAccumulatorLoadWithoutEffects. */
export const accumulatorLoads: ReadonlySet<Bytecode> = new Set<Bytecode>([
  'Ldar',
  'LdaZero',
  'LdaSmi',
  'LdaUndefined',
  'LdaNull',
  'LdaTheHole',
  'LdaTrue',
  'LdaFalse',
  'LdaConstant',
  'LdaContextSlot',
  'LdaScriptContextSlot',
  'LdaImmutableContextSlot',
  'LdaCurrentContextSlot',
  'LdaCurrentScriptContextSlot',
  'LdaImmutableCurrentContextSlot',
]);

export const terminators: ReadonlySet<Bytecode> = new Set<Bytecode>([
  'Return',
  'Throw',
  'ReThrow',
  'Jump',
  'JumpLoop',
  'SuspendGenerator',
]);

/** Bytes that the instruction takes in V8's encoding. Simplified: operands beyond one byte widen by two, jumps count as one byte. */
export function byteLength(bytecode: Bytecode, operands: readonly unknown[]): number {
  if (isMarker(bytecode)) return 0;
  if (bytecode === 'Star' && typeof operands[0] === 'number' && operands[0] >= 0 && operands[0] < 16) return 1;
  const types = bytecodes[bytecode].operands;
  const isWide = operands.some((operand) => typeof operand === 'number' && (operand > 255 || operand < -128));
  let bytes = isWide ? 2 : 1;
  for (const type of types) {
    if (type === 'flag8' || type === 'intrinsic' || type === 'nativeContext') bytes += 1;
    else if (type === 'flag16' || type === 'runtime') bytes += 2;
    else bytes += (type === 'regList' || type === 'regOutList' ? 2 : 1) * (isWide ? 2 : 1);
  }
  return bytes;
}
