/**
 * What Maglev makes of one bytecode, as far as checks go: whether something is checked, what is known of the operands then, and
 * whether it has an effect that cannot be done again. V8: the Visit functions of src/maglev/maglev-graph-builder.cc.
 */
import type { Bytecode } from '../bytecode/bytecodes.ts';
import { megamorphic } from '../ic/feedback-vector.ts';
import { BinaryFeedback, CompareFeedback, TypeOfFeedback } from '../ic/operator-feedback.ts';
import type { NamedKey } from '../objects/hidden-class.ts';
import { FunctionData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import type { DictionaryEntry } from '../objects/property-dictionary.ts';
import { callSlotAt } from './inlining.ts';
import { type GraphValue, type KnownValues, ValueType } from './known-values.ts';
import {
  constantValue,
  generic,
  keyedLoad,
  keyedStore,
  namedLoad,
  namedStore,
  nothing,
  unconditional,
  type Visited,
} from './maglev-accesses.ts';
import type { CompiledFunction } from './optimized-code.ts';

export function visitOperation(
  name: Bytecode,
  at: number,
  compiled: CompiledFunction,
  known: KnownValues,
  accumulator: GraphValue,
): Visited {
  const { code, constants } = compiled.bytecode;
  const { feedback } = compiled;
  const operand = (index: number): number => code[at + index]!;
  const value = (type: number): Visited => ({ ...nothing, result: known.newValue(type) });
  if (binary.test(name)) {
    const isSmi = name.endsWith('Smi');
    const right = isSmi ? known.newValue(ValueType.smi, undefined, operand(1)) : accumulator;
    const left = isSmi ? accumulator : known.get(operand(1));
    return arithmetic(name.replace(/Smi$/, ''), feedback[operand(2)] as number, [left, right], known);
  }
  switch (name) {
    case 'LdaZero':
      return { ...nothing, result: known.newValue(ValueType.smi, undefined, 0) };
    case 'LdaSmi':
      return { ...nothing, result: known.newValue(ValueType.smi, undefined, operand(1)) };
    case 'LdaUndefined':
    case 'LdaNull':
      return value(ValueType.nullish);
    case 'LdaTrue':
    case 'LdaFalse':
    case 'LogicalNot':
    case 'ToBooleanLogicalNot':
    case 'ToBoolean':
    case 'TestNull':
    case 'TestUndefined':
    case 'TestUndetectable':
    case 'TestTypeOf':
    case 'TestReferenceEqual':
      return value(ValueType.boolean);
    case 'LdaConstant':
      return value(typeof constants[operand(1)] === 'string' ? ValueType.internalizedString : ValueType.any);
    case 'Inc':
    case 'Dec':
    case 'Negate':
    case 'BitwiseNot':
      return arithmetic(name, feedback[operand(1)] as number, [accumulator], known);
    case 'ToNumber':
    case 'ToNumeric':
      return toNumber(feedback[operand(1)] as number, accumulator, known);
    case 'TestEqual':
    case 'TestEqualStrict':
    case 'TestLessThan':
    case 'TestGreaterThan':
    case 'TestLessThanOrEqual':
    case 'TestGreaterThanOrEqual':
      return comparison(feedback[operand(2)] as number, [known.get(operand(1)), accumulator], known);
    case 'TypeOf':
      return typeOf(feedback[operand(1)] as number, accumulator, known);
    case 'TestInstanceOf':
      return feedback[operand(2)] === undefined
        ? unconditional
        : { ...generic, checks: accumulator.constant === undefined };
    case 'TestIn':
    case 'ToObject':
    case 'ToName':
      return generic;
    case 'ToString':
      return (known.of(accumulator).type & ~ValueType.string) === 0 ? { ...nothing, result: accumulator } : generic;
    case 'LdaGlobal':
    case 'LdaGlobalInsideTypeof':
      return loadGlobal(feedback[operand(2)], known);
    case 'StaGlobal':
      return feedback[operand(2)] === undefined
        ? unconditional
        : { effect: 'store', checks: checksStore(feedback[operand(2)]) };
    case 'LdaImmutableContextSlot':
      return { ...nothing, result: scriptConstant(compiled, operand(2), known) };
    case 'LdaImmutableCurrentContextSlot':
      return { ...nothing, result: scriptConstant(compiled, operand(1), known) };
    case 'GetNamedProperty':
      return namedLoad(compiled, operand(3), constants[operand(2)] as NamedKey, known.get(operand(1)), known);
    case 'GetKeyedProperty':
      return keyedLoad(compiled, operand(2), known.get(operand(1)), accumulator, known);
    case 'SetNamedProperty':
    case 'DefineNamedOwnProperty':
      return namedStore(
        compiled,
        operand(3),
        constants[operand(2)] as NamedKey,
        known.get(operand(1)),
        accumulator,
        known,
      );
    case 'SetKeyedProperty':
      return keyedStore(compiled, operand(3), known.get(operand(1)), known.get(operand(2)), accumulator, known);
    case 'CreateArrayLiteral':
    case 'CreateObjectLiteral':
      return feedback[operand(2)] === undefined ? unconditional : value(ValueType.receiver);
    case 'CreateEmptyArrayLiteral':
    case 'CreateEmptyObjectLiteral':
    case 'CreateClosure':
    case 'CreateRegExpLiteral':
    case 'CreateRestParameter':
    case 'CreateMappedArguments':
    case 'CreateUnmappedArguments':
      return value(ValueType.receiver);
    default:
      break;
  }
  const slot = callSlotAt(code, at);
  if (slot !== undefined) return call(feedback[slot], known.get(operand(1)));
  if (stores.has(name)) return { effect: 'store', checks: false };
  return calls.has(name) ? generic : nothing;
}

const binary = /^(?:Add|Sub|Mul|Div|Mod|Exp|Bitwise(?:Or|Xor|And)|Shift(?:Left|Right|RightLogical))(?:Smi)?$/;

/** Nothing but a slot is written. */
const stores: ReadonlySet<Bytecode> = new Set<Bytecode>([
  'StaContextSlot',
  'StaCurrentContextSlot',
  'StaScriptContextSlot',
  'StaCurrentScriptContextSlot',
  'StaInArrayLiteral',
  'StaModuleVariable',
]);

const calls: ReadonlySet<Bytecode> = new Set<Bytecode>([
  'GetNamedPropertyFromSuper',
  'GetEnumeratedKeyedProperty',
  'DefineKeyedOwnProperty',
  'DefineKeyedOwnPropertyInLiteral',
  'DeletePropertySloppy',
  'DeletePropertyStrict',
  'FindNonDefaultConstructorOrConstruct',
  'CallWithSpread',
  'CallRuntime',
  'CallRuntimeForPair',
  'CallJSRuntime',
  'InvokeIntrinsic',
  'ConstructWithSpread',
  'ConstructForwardAllArgs',
  'CreateArrayFromIterable',
  'CloneObject',
  'GetIterator',
  'ForInEnumerate',
  'ForInPrepare',
  'ForInNext',
  'SuspendGenerator',
  'ResumeGenerator',
  'LdaLookupSlot',
  'LdaLookupSlotInsideTypeof',
  'StaLookupSlot',
]);

function arithmetic(operator: string, hint: number, operands: readonly GraphValue[], known: KnownValues): Visited {
  const isBitwise = /^(?:Bitwise|Shift)/.test(operator);
  const checkAll = (type: number): boolean =>
    operands.map((operand) => known.checkType(operand, type)).some((isChecked) => isChecked);
  if (hint === BinaryFeedback.none) return unconditional;
  if (hint === BinaryFeedback.signedSmall) {
    const folded = foldedInteger(operator, operands);
    if (folded !== undefined) return { ...nothing, result: known.newValue(ValueType.smi, undefined, folded) };
    const checks = checkAll(ValueType.smi);
    const isWide = operator === 'ShiftRightLogical';
    return {
      effect: 'none',
      checks: checks || !isBitwise,
      result: known.newValue(isWide ? ValueType.number : ValueType.smi),
    };
  }
  if ((hint & ~BinaryFeedback.numberOrOddball) === 0) {
    const isNumber = (hint & ~BinaryFeedback.number) === 0;
    const checks = checkAll(isNumber ? ValueType.number : ValueType.number | ValueType.oddball);
    return { effect: 'none', checks, result: known.newValue(isBitwise ? ValueType.smi : ValueType.number) };
  }
  if (hint === BinaryFeedback.string && operator === 'Add')
    return { effect: 'none', checks: checkAll(ValueType.string), result: known.newValue(ValueType.string) };
  return generic;
}

/** V8: TryFoldInt32BinaryOperation, TryFoldInt32UnaryOperation. */
function foldedInteger(operator: string, operands: readonly GraphValue[]): number | undefined {
  const [left, right] = operands.map(({ constant }) => constant);
  if (typeof left !== 'number' || (operands.length === 2 && typeof right !== 'number')) return undefined;
  const result = integerResult(operator, left, right as number);
  return result === undefined || (result | 0) !== result || Object.is(result, -0) ? undefined : result;
}

function integerResult(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case 'Add':
      return left + right;
    case 'Sub':
      return left - right;
    case 'Mul':
      return left * right;
    case 'BitwiseOr':
      return left | right;
    case 'BitwiseAnd':
      return left & right;
    case 'BitwiseXor':
      return left ^ right;
    case 'ShiftLeft':
      return left << right;
    case 'ShiftRight':
      return left >> right;
    case 'Inc':
      return left + 1;
    case 'Dec':
      return left - 1;
    case 'Negate':
      return -left;
    case 'BitwiseNot':
      return ~left;
    default:
      return undefined;
  }
}

function toNumber(hint: number, value: GraphValue, known: KnownValues): Visited {
  if ((known.of(value).type & ~ValueType.number) === 0) return { ...nothing, result: value };
  if (hint === BinaryFeedback.signedSmall)
    return { effect: 'none', checks: known.checkType(value, ValueType.smi), result: value };
  if (hint === BinaryFeedback.number)
    return { effect: 'none', checks: known.checkType(value, ValueType.number), result: value };
  return { ...generic, result: known.newValue(hint === BinaryFeedback.none ? ValueType.any : ValueType.number) };
}

const comparedTypes: ReadonlyMap<number, number> = new Map<number, number>([
  [CompareFeedback.signedSmall, ValueType.smi],
  [CompareFeedback.number, ValueType.number],
  [CompareFeedback.numberOrBoolean, ValueType.number | ValueType.boolean],
  [CompareFeedback.internalizedString, ValueType.internalizedString],
  [CompareFeedback.string, ValueType.string],
  [CompareFeedback.symbol, ValueType.symbol],
  [CompareFeedback.receiver, ValueType.receiver],
  [CompareFeedback.receiverOrNullOrUndefined, ValueType.receiver | ValueType.nullish],
]);

function comparison(hint: number, operands: readonly GraphValue[], known: KnownValues): Visited {
  if (hint === CompareFeedback.none) return unconditional;
  const result = known.newValue(ValueType.boolean);
  if (operands.every(({ constant }) => typeof constant === 'number')) return { ...nothing, result };
  const type = comparedTypes.get(hint);
  if (type === undefined) return { effect: 'call', checks: false, result };
  const checked = operands.map((operand) => known.checkType(operand, type));
  return { effect: 'none', checks: checked.includes(true), result };
}

function typeOf(hint: number, value: GraphValue, known: KnownValues): Visited {
  const result = known.newValue(ValueType.internalizedString);
  switch (hint) {
    case TypeOfFeedback.none:
      return unconditional;
    case TypeOfFeedback.number:
      return { effect: 'none', checks: known.checkType(value, ValueType.number), result };
    case TypeOfFeedback.string:
      return { effect: 'none', checks: known.checkType(value, ValueType.string), result };
    case TypeOfFeedback.function:
      return { effect: 'none', checks: known.checkType(value, ValueType.receiver), result };
    default:
      return { ...nothing, result };
  }
}

function loadGlobal(cell: unknown, known: KnownValues): Visited {
  if (cell === undefined) return unconditional;
  if (cell === megamorphic) return generic;
  if (typeof cell !== 'object' || cell === null || !('cellType' in cell)) return nothing;
  const { cellType, value } = cell as DictionaryEntry;
  if (cellType === 'constant') return { ...nothing, result: constantValue(value, known) };
  if (cellType !== 'constantType') return nothing;
  if (typeof value === 'number')
    return { ...nothing, result: known.newValue((value | 0) === value ? ValueType.smi : ValueType.number) };
  return { ...nothing, result: known.newValue(value instanceof JSObject ? ValueType.receiver : ValueType.any) };
}

function checksStore(cell: unknown): boolean {
  if (typeof cell !== 'object' || cell === null || !('cellType' in cell)) return false;
  return cell.cellType === 'constant' || cell.cellType === 'constantType';
}

/** A const of the script. */
function scriptConstant(compiled: CompiledFunction, slot: number, known: KnownValues): GraphValue | undefined {
  let { context } = compiled;
  while (context !== undefined && context.slotStates === undefined) context = context.previous;
  return constantValue(context?.slots[slot], known);
}

function call(target: unknown, callee: GraphValue): Visited {
  if (target === undefined) return unconditional;
  if (target === megamorphic) return generic;
  const checks = callee.constant === undefined || callee.constant !== target;
  const isPure =
    target instanceof JSObject && target.internal instanceof FunctionData && pureBuiltins.has(target.internal.name);
  return { effect: isPure ? 'none' : 'call', checks };
}

/** Builtins that are part of the code and change nothing. V8: MaglevGraphBuilder::TryReduceBuiltin. */
const pureBuiltins: ReadonlySet<string> = new Set(
  'abs ceil floor round sqrt max min pow imul trunc clz32 charCodeAt codePointAt isArray fromCharCode'.split(' '),
);
