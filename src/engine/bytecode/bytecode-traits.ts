/**
 * What code generation has to know of instructions beyond the table: which load without effects, which end a block.
 * V8: the predicates of src/interpreter/bytecodes.h, FeedbackMetadata::GetSlotSize.
 */
import type { FeedbackSlotKind } from './bytecode-array.ts';
import type { Bytecode } from './bytecodes.ts';

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
  'CloneObject',
]);

const loadsWithoutEffects: readonly Bytecode[] = [
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
];

/** What neither throws nor calls: a place waits for the instruction behind it. V8: Bytecodes::IsWithoutExternalSideEffects. */
export const withoutEffects: ReadonlySet<Bytecode> = new Set<Bytecode>([
  ...loadsWithoutEffects,
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
  'JumpIfNull',
  'JumpIfNotNull',
  'JumpIfJSReceiver',
  'JumpIfForInDone',
  'SwitchOnSmiNoFeedback',
  'SwitchOnGeneratorState',
]);

/** V8: Bytecodes::IsAccumulatorLoadWithoutEffects. */
export const accumulatorLoads: ReadonlySet<Bytecode> = new Set<Bytecode>(['Ldar', ...loadsWithoutEffects]);

export const terminators: ReadonlySet<Bytecode> = new Set<Bytecode>([
  'Return',
  'Throw',
  'ReThrow',
  'Jump',
  'JumpLoop',
  'SuspendGenerator',
]);
