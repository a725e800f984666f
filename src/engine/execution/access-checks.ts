/**
 * What optimised code checks of receivers, keys and values before it accesses a property or a global: asked on the long way
 * of the access, before it is done. V8: MaglevGraphBuilder::TryBuildNamedAccess, BuildElementAccess, JSNativeContextSpecialization.
 */
import { bytecodeNames } from '../bytecode/bytecodes.ts';
import type { DeoptimizeReason } from '../compiler/deoptimize-reasons.ts';
import type { FunctionTiering, OptimizingTier } from '../compiler/function-tiering.ts';
import { megamorphic } from '../ic/feedback-vector.ts';
import { HiddenClass, type NamedKey } from '../objects/hidden-class.ts';
import { JSObject } from '../objects/js-object.ts';
import { Attribute, detailsKind, detailsRepresentation, PropertyKind } from '../objects/property-details.ts';
import type { DictionaryEntry } from '../objects/property-dictionary.ts';
import { Representation } from '../objects/representation.ts';
import { isSmi, theHole, type Value } from '../objects/value.ts';
import { deoptimizeEagerly } from './deoptimize.ts';
import type { Frame } from './frame.ts';
import type { Isolate } from './isolate.ts';

export function checkAccess(isolate: Isolate, frame: Frame, accumulator: Value): void {
  const code = frame.optimized!;
  if (code.markedForDeoptimization) return;
  const found = failedAccess(isolate, frame, accumulator);
  if (found === undefined) return;
  const { withoutSpeculation } = frame.feedbackCell.tiering as FunctionTiering;
  if (withoutSpeculation.has(found.slot)) return;
  // Not every feedback has room for what was met; code that is made later goes the long way there.
  withoutSpeculation.add(found.slot);
  deoptimizeEagerly(isolate, frame, found.reason, frame.pc);
}

interface Failure {
  readonly slot: number;
  readonly reason: DeoptimizeReason;
}

function failedAccess(isolate: Isolate, frame: Frame, accumulator: Value): Failure | undefined {
  const { pc, bytecode } = frame;
  const { code, constants } = bytecode;
  const { stack } = isolate.interpreter;
  const { tier } = frame.optimized!;
  const register = (operand: number): Value => stack[frame.base + code[pc + operand]!];
  switch (bytecodeNames[code[pc]!]) {
    case 'GetKeyedProperty': {
      const slot = code[pc + 2]!;
      return failure(slot, element(frame, slot, register(1), accumulator, tier, false));
    }
    case 'SetKeyedProperty': {
      const slot = code[pc + 3]!;
      const receiver = register(1);
      const reason =
        element(frame, slot, receiver, register(2), tier, true) ??
        elementValue(frame, slot, receiver, register(2), accumulator, tier);
      return failure(slot, reason);
    }
    case 'SetNamedProperty':
    case 'DefineNamedOwnProperty': {
      const slot = code[pc + 3]!;
      const key = constants[code[pc + 2]!];
      if (typeof key !== 'string') return undefined;
      return failure(slot, fieldValue(frame, slot, register(1), key, accumulator, tier));
    }
    case 'TestInstanceOf': {
      const slot = code[pc + 2]!;
      const known = frame.compiled!.feedback[slot];
      return failure(slot, known instanceof JSObject && known !== accumulator ? 'wrongValue' : undefined);
    }
    case 'StaGlobal':
      return failure(code[pc + 2]!, globalValue(frame, code[pc + 2]!, accumulator, tier));
    default:
      return undefined;
  }
}

/** A global variable keeps its value, or the type of its values. */
function globalValue(frame: Frame, slot: number, value: Value, tier: OptimizingTier): DeoptimizeReason | undefined {
  const cell = frame.compiled!.feedback[slot];
  if (typeof cell !== 'object' || cell === null || !('cellType' in cell)) return undefined;
  const { cellType, value: before } = cell as DictionaryEntry;
  if (cellType === 'constant' && !Object.is(before, value))
    return tier === 'turbofan' ? 'valueMismatch' : 'storingToConstantField';
  return cellType === 'constantType' && isSmi(before as Value) && !isSmi(value) ? 'notASmi' : undefined;
}

function failure(slot: number, reason: DeoptimizeReason | undefined): Failure | undefined {
  return reason === undefined ? undefined : { slot, reason };
}

/** The hidden classes that code was made for at a site; empty where it takes any, or has met none. */
function knownClasses(frame: Frame, slot: number): readonly unknown[] {
  const { feedback } = frame.compiled!;
  const first = feedback[slot];
  if (first === undefined || first === megamorphic) return [];
  if (first instanceof HiddenClass) return [first];
  if (first instanceof Array) return first;
  const second = feedback[slot + 1];
  return second instanceof Array ? second : [];
}

function element(
  frame: Frame,
  slot: number,
  receiver: Value,
  key: Value,
  tier: OptimizingTier,
  isStore: boolean,
): DeoptimizeReason | undefined {
  if (typeof key !== 'number') return undefined;
  if (!Number.isInteger(key)) {
    if (!(receiver instanceof JSObject) || !knownClasses(frame, slot).includes(receiver.hiddenClass)) return undefined;
    return tier === 'turbofan' ? 'lostPrecisionOrNaN' : 'notInt32';
  }
  if (typeof receiver === 'string') {
    if (isStore || frame.compiled!.feedback[slot] === megamorphic) return undefined;
    return key >= 0 && key < receiver.length ? undefined : 'outOfBounds';
  }
  if (!(receiver instanceof JSObject) || !knownClasses(frame, slot).includes(receiver.hiddenClass)) return undefined;
  const { hiddenClass, elements } = receiver;
  if (hiddenClass.instanceType === 'typed array') {
    const { internal } = receiver;
    const length = internal?.kind === 'typed array' ? internal.view.length : 0;
    return key >= 0 && key < length ? undefined : 'outOfBounds';
  }
  if (hiddenClass.isExotic || hiddenClass.elementsKind > 5) return undefined;
  if (key < 0 || key >= elements.length) return 'outOfBounds';
  const isObjects = hiddenClass.elementsKind >> 1 === 1;
  return !isStore && tier === 'maglev' && !isObjects && elements[key] === theHole ? 'hole' : undefined;
}

/** Elements keep their kind. */
function elementValue(
  frame: Frame,
  slot: number,
  receiver: Value,
  key: Value,
  value: Value,
  tier: OptimizingTier,
): DeoptimizeReason | undefined {
  if (typeof key !== 'number' || !(receiver instanceof JSObject)) return undefined;
  if (!knownClasses(frame, slot).includes(receiver.hiddenClass)) return undefined;
  const pair = receiver.hiddenClass.elementsKind >> 1;
  if (pair === 0 && !isSmi(value)) return 'notASmi';
  if (pair === 2 && typeof value !== 'number') return tier === 'turbofan' ? 'notANumber' : 'notANumberOrOddball';
  return undefined;
}

/** Fields keep their representation. */
function fieldValue(
  frame: Frame,
  slot: number,
  receiver: Value,
  key: NamedKey,
  value: Value,
  tier: OptimizingTier,
): DeoptimizeReason | undefined {
  if (!(receiver instanceof JSObject)) return undefined;
  const map = receiver.hiddenClass;
  if (map.isDictionary || !knownClasses(frame, slot).includes(map)) return undefined;
  const next = map.lookup(key) >= 0 ? map : map.findTransition(key, PropertyKind.data, Attribute.all);
  const row = next?.lookup(key) ?? -1;
  if (next === undefined || row < 0 || detailsKind(next.detailsAt(row)) !== PropertyKind.data) return undefined;
  switch (detailsRepresentation(next.detailsAt(row))) {
    case Representation.smi:
      return isSmi(value) ? undefined : 'notASmi';
    case Representation.double:
      if (typeof value === 'number') return undefined;
      return tier === 'turbofan' ? 'notANumber' : 'notANumberOrOddball';
    case Representation.heapObject: {
      if (isSmi(value)) return 'smi';
      const type = next.fieldTypeAt(row);
      const hasType = type instanceof HiddenClass && !(value instanceof JSObject && value.hiddenClass === type);
      return hasType ? 'wrongMap' : undefined;
    }
    default:
      return undefined;
  }
}
