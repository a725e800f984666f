/** What calls, instanceof and {...object} note of whom they met. V8: src/builtins/ic-callable.tq, Runtime_CloneObjectIC_Miss. */
import { FeedbackCell } from '../ic/feedback-cell.ts';
import { type FeedbackVector, megamorphic } from '../ic/feedback-vector.ts';
import { maxPolymorphism } from '../ic/inline-cache.ts';
import { dictionaryElements, ElementsKind } from '../objects/elements-kind.ts';
import type { HiddenClass } from '../objects/hidden-class.ts';
import { FunctionData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { Attribute, detailsAttributes, detailsKind, PropertyKind } from '../objects/property-details.ts';
import { JSSymbol, type Value } from '../objects/value.ts';
import { checkCallTarget } from './deoptimize.ts';
import type { Isolate } from './isolate.ts';
import { classOf } from './named-ic.ts';

/** What a call site knows after this call: one callee, the cell of closures of one site, or too many. V8: CollectCallFeedback. */
function calleeFeedback(known: unknown, callee: Value): unknown {
  if (known === undefined) return isFunction(callee) ? callee : megamorphic;
  if (known === callee || known === megamorphic) return known;
  const cell = cellOf(callee);
  if (cell === undefined || known === cell) return known === cell ? known : megamorphic;
  return known instanceof JSObject && cellOf(known) === cell ? cell : megamorphic;
}

/** A call that is not the interpreter's own: counted, and noted. */
export function noteCall(isolate: Isolate, slots: unknown[], slot: number, callee: Value): void {
  slots[slot + 1] = (slots[slot + 1] as number) + 1;
  noteCallee(isolate, slots, slot, callee);
}

export function noteCallee(isolate: Isolate, slots: unknown[], slot: number, callee: Value): void {
  const known = slots[slot];
  const next = calleeFeedback(known, callee);
  if (next === known) return;
  const frame = isolate.currentFrame!;
  if (frame.optimized !== undefined) checkCallTarget(isolate, frame, known === undefined);
  slots[slot] = next;
  isolate.watcher?.calleeMet(frame.shared, slot, callee);
}

function cellOf(callee: Value): FeedbackCell | undefined {
  if (!(callee instanceof JSObject) || !(callee.internal instanceof FunctionData)) return undefined;
  const { shared, feedbackCell, boundTarget } = callee.internal;
  if (boundTarget !== undefined) return undefined;
  return shared === undefined || shared.script.kind === 'builtin' ? cellOfBuiltins : (feedbackCell as FeedbackCell);
}

/** All builtins have this one. V8: many_closures_cell. */
const cellOfBuiltins = new FeedbackCell();

function isFunction(value: Value): boolean {
  return value instanceof JSObject && value.internal instanceof FunctionData;
}

/** The right side of instanceof: one function, or anything. V8: CollectInstanceOfFeedback. */
export function noteInstanceOf(slots: unknown[], slot: number, target: Value): void {
  const known = slots[slot];
  if (known === target || known === megamorphic) return;
  slots[slot] = known === undefined && isFunction(target) ? target : megamorphic;
}

/** Hidden classes of sources that can be copied field by field. V8: FeedbackNexus::ConfigureCloneObject. */
export function noteClone(isolate: Isolate, vector: FeedbackVector, slot: number, source: Value): void {
  const { slots } = vector;
  const feedback = slots[slot];
  if (feedback === megamorphic) return;
  const hiddenClass = classOf(isolate, source);
  if (feedback === hiddenClass) return;
  const known = vector.classesAndHandlers(slot).map((entry): HiddenClass => entry.hiddenClass);
  if (known.includes(hiddenClass)) return;
  // V8 caches no copy whose hidden class is not the source's, or one that it cannot make at once.
  if (hiddenClass.creator !== undefined && hiddenClass.instanceType === 'object') return;
  const isEmpty = source === undefined || source === null || typeof source === 'boolean' || typeof source === 'number';
  if (!isEmpty && !isSimple(hiddenClass)) slots[slot] = megamorphic;
  else if (feedback === undefined) slots[slot] = hiddenClass;
  else if (known.length >= maxPolymorphism) slots[slot] = megamorphic;
  else slots[slot] = [...known, hiddenClass].flatMap((each) => [each, undefined]);
}

/** Plain enumerable data only, and elements that can be copied as they are. V8: GetCloneModeForMap. */
function isSimple(map: HiddenClass): boolean {
  const { instanceType, elementsKind } = map;
  if (
    map.isDictionary ||
    instanceType === 'proxy' ||
    instanceType === 'typed array' ||
    instanceType.startsWith('primitive ')
  )
    return false;
  if (elementsKind === dictionaryElements || elementsKind >> 1 === ElementsKind.PACKED_DOUBLE_ELEMENTS >> 1)
    return false;
  for (let row = 0; row < map.propertyCount; row++) {
    const details = map.detailsAt(row);
    const key = map.keyAt(row);
    if (detailsKind(details) !== PropertyKind.data || (detailsAttributes(details) & Attribute.enumerable) === 0)
      return false;
    if (key instanceof JSSymbol && key.isPrivate) return false;
  }
  return true;
}
