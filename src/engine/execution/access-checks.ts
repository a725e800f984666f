/**
 * What optimised code checks of receivers, keys and values before it accesses a property or a global: asked on the long way
 * of the access, before it is done. V8: MaglevGraphBuilder::TryBuildNamedAccess, BuildElementAccess, JSNativeContextSpecialization.
 */
import type { DeoptimizeReason } from '../compiler/deoptimize-reasons.ts';
import type { FunctionTiering, OptimizingTier } from '../compiler/function-tiering.ts';
import { ElementHandler, LoadMode, StoreMode } from '../ic/element-ic.ts';
import { megamorphic } from '../ic/feedback-vector.ts';
import { capacityOf } from '../objects/elements-capacity.ts';
import { maxGap } from '../objects/elements-heuristics.ts';
import { isHoley, lastExtensibleFastKind } from '../objects/elements-kind.ts';
import { HiddenClass, type NamedKey } from '../objects/hidden-class.ts';
import { JSObject } from '../objects/js-object.ts';
import { Attribute, detailsKind, detailsRepresentation, PropertyKind } from '../objects/property-details.ts';
import type { DictionaryEntry } from '../objects/property-dictionary.ts';
import { Representation } from '../objects/representation.ts';
import { isSmi, theHole, type Value } from '../objects/value.ts';
import { deoptimizeEagerly } from './deoptimize.ts';
import { lengthOf } from './element-access.ts';
import type { Frame } from './frame.ts';
import type { Isolate } from './isolate.ts';

export function checkElementLoad(isolate: Isolate, frame: Frame, slot: number, receiver: Value, key: Value): void {
  if (isChecked(frame, slot)) leaveIf(isolate, frame, slot, element(frame, slot, receiver, key, false));
}

export function checkElementStore(
  isolate: Isolate,
  frame: Frame,
  slot: number,
  receiver: Value,
  key: Value,
  value: Value,
): void {
  if (!isChecked(frame, slot)) return;
  const reason =
    element(frame, slot, receiver, key, true) ??
    (typeof key === 'number' ? elementValue(frame, slot, receiver, value) : undefined);
  leaveIf(isolate, frame, slot, reason);
}

export function checkFieldStore(
  isolate: Isolate,
  frame: Frame,
  slot: number,
  receiver: Value,
  key: NamedKey,
  value: Value,
): void {
  if (typeof key === 'string' && isChecked(frame, slot))
    leaveIf(isolate, frame, slot, fieldValue(frame, slot, receiver, key, value));
}

/** A global variable keeps its value, or the type of its values. */
export function checkGlobalStore(isolate: Isolate, frame: Frame, slot: number, value: Value): void {
  if (isChecked(frame, slot)) leaveIf(isolate, frame, slot, globalValue(frame, slot, value));
}

export function checkInstanceOf(isolate: Isolate, frame: Frame, slot: number, target: Value): void {
  if (!isChecked(frame, slot)) return;
  const known = frame.compiled!.feedback[slot];
  if (known instanceof JSObject && known !== target) leaveIf(isolate, frame, slot, 'wrongValue');
}

/** Code that is made after a failed check goes the long way: not every feedback has room for what was met. */
function isChecked(frame: Frame, slot: number): boolean {
  return !frame.optimized!.markedForDeoptimization && !withoutSpeculation(frame).has(slot);
}

function leaveIf(isolate: Isolate, frame: Frame, slot: number, reason: DeoptimizeReason | undefined): void {
  if (reason === undefined) return;
  withoutSpeculation(frame).add(slot);
  deoptimizeEagerly(isolate, frame, reason, frame.pc);
}

function withoutSpeculation({ feedbackCell }: Frame): Set<number> {
  return (feedbackCell.tiering as FunctionTiering).withoutSpeculation;
}

function globalValue(frame: Frame, slot: number, value: Value): DeoptimizeReason | undefined {
  const cell = frame.compiled!.feedback[slot];
  if (typeof cell !== 'object' || cell === null || !('cellType' in cell)) return undefined;
  const { cellType, value: before } = cell as DictionaryEntry;
  if (cellType === 'constant' && !Object.is(before, value))
    return frame.optimized!.tier === 'turbofan' ? 'valueMismatch' : 'storingToConstantField';
  return cellType === 'constantType' && isSmi(before as Value) && !isSmi(value) ? 'notASmi' : undefined;
}

/** Whether code was made for objects of this hidden class at a site; not where it takes any. */
function isKnown(frame: Frame, slot: number, hiddenClass: HiddenClass): boolean {
  const { feedback } = frame.compiled!;
  const first = feedback[slot];
  if (first === hiddenClass) return true;
  if (first === undefined || first === megamorphic || first instanceof HiddenClass) return false;
  const classes = first instanceof Array ? first : feedback[slot + 1];
  return classes instanceof Array && classes.includes(hiddenClass);
}

function element(
  frame: Frame,
  slot: number,
  receiver: Value,
  key: Value,
  isStore: boolean,
): DeoptimizeReason | undefined {
  if (typeof key !== 'number') return undefined;
  const { tier } = frame.optimized!;
  if (typeof receiver === 'string' && Number.isInteger(key))
    return isStore || frame.compiled!.feedback[slot] === megamorphic
      ? undefined
      : loadedCharacter(receiver, key, modeOf(frame, slot), tier);
  if (!(receiver instanceof JSObject) || !isKnown(frame, slot, receiver.hiddenClass)) return undefined;
  if (!Number.isInteger(key)) return tier === 'turbofan' ? 'lostPrecisionOrNaN' : 'notInt32';
  const { instanceType, isExotic, elementsKind } = receiver.hiddenClass;
  if (instanceType !== 'typed array' && (isExotic || elementsKind > lastExtensibleFastKind)) return undefined;
  const mode = modeOf(frame, slot);
  return isStore ? storedElement(receiver, key, mode) : loadedElement(receiver, key, mode, tier);
}

/** What a site's accesses have needed so far. V8: KeyedAccessMode::FromNexus. */
function modeOf(frame: Frame, slot: number): number {
  const { feedback } = frame.compiled!;
  const first = feedback[slot];
  const handlers: unknown = first instanceof Array ? first : feedback[slot + 1];
  if (handlers instanceof ElementHandler) return handlers.mode;
  let mode = 0;
  if (handlers instanceof Array)
    for (const handler of handlers) if (handler instanceof ElementHandler) mode |= handler.mode;
  return mode;
}

function loadedCharacter(
  text: string,
  index: number,
  mode: number,
  tier: OptimizingTier,
): DeoptimizeReason | undefined {
  if (index >= 0 && index < text.length) return undefined;
  return failedBounds(index, mode, tier);
}

function loadedElement(
  object: JSObject,
  index: number,
  mode: number,
  tier: OptimizingTier,
): DeoptimizeReason | undefined {
  const isTyped = object.hiddenClass.instanceType === 'typed array';
  if (index < 0 || index >= lengthOf(object))
    return isTyped && (mode & LoadMode.outOfBounds) !== 0 ? undefined : failedBounds(index, mode, tier);
  if (tier !== 'maglev' || isTyped || (mode & LoadMode.holes) !== 0) return undefined;
  return index >= object.elements.length || object.elements[index] === theHole ? 'hole' : undefined;
}

function failedBounds(index: number, mode: number, tier: OptimizingTier): DeoptimizeReason | undefined {
  if ((mode & LoadMode.outOfBounds) === 0) return 'outOfBounds';
  if (index >= 0) return undefined;
  return tier === 'maglev' ? 'notUint32' : 'outOfBounds';
}

function storedElement(object: JSObject, index: number, mode: number): DeoptimizeReason | undefined {
  const { instanceType, elementsKind } = object.hiddenClass;
  let end = lengthOf(object);
  if (instanceType === 'typed array') {
    if (mode === StoreMode.ignoreTypedOutOfBounds) return undefined;
  } else if (mode === StoreMode.growAndCopyOnWrite)
    end = isHoley(elementsKind) ? capacityOf(object) + maxGap : object.length + 1;
  return index >= 0 && index < end ? undefined : 'outOfBounds';
}

/** Elements keep their kind. */
function elementValue(frame: Frame, slot: number, receiver: Value, value: Value): DeoptimizeReason | undefined {
  if (!(receiver instanceof JSObject)) return undefined;
  if (!isKnown(frame, slot, receiver.hiddenClass)) return undefined;
  const pair = receiver.hiddenClass.elementsKind >> 1;
  if (pair === 0 && !isSmi(value)) return 'notASmi';
  if (pair === 2 && typeof value !== 'number')
    return frame.optimized!.tier === 'turbofan' ? 'notANumber' : 'notANumberOrOddball';
  return undefined;
}

/** Fields keep their representation. */
function fieldValue(
  frame: Frame,
  slot: number,
  receiver: Value,
  key: NamedKey,
  value: Value,
): DeoptimizeReason | undefined {
  if (!(receiver instanceof JSObject)) return undefined;
  const map = receiver.hiddenClass;
  if (map.isDictionary || !isKnown(frame, slot, map)) return undefined;
  const next = map.lookup(key) >= 0 ? map : map.findTransition(key, PropertyKind.data, Attribute.all);
  const row = next?.lookup(key) ?? -1;
  if (next === undefined || row < 0 || detailsKind(next.detailsAt(row)) !== PropertyKind.data) return undefined;
  switch (detailsRepresentation(next.detailsAt(row))) {
    case Representation.smi:
      return isSmi(value) ? undefined : 'notASmi';
    case Representation.double:
      if (typeof value === 'number') return undefined;
      return frame.optimized!.tier === 'turbofan' ? 'notANumber' : 'notANumberOrOddball';
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
