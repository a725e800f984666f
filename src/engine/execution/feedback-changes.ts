/**
 * The one place that every miss of an inline cache goes through, after its feedback has been brought up to date.
 * V8: IC::TraceIC, IC::OnFeedbackChanged (src/ic/ic.cc), TieringManager::NotifyICChanged.
 */
import type { FeedbackVector } from '../ic/feedback-vector.ts';
import type { IcModifier, IcState, IcType } from '../ic/ic-state.ts';
import type { InlineCache } from '../ic/inline-cache.ts';
import type { HiddenClass } from '../objects/hidden-class.ts';
import type { PropertyKey, Value } from '../objects/value.ts';
import { checkOperator, checkProperty } from './deoptimize.ts';
import type { Isolate } from './isolate.ts';
import type { IcTransition } from './listener.ts';

/** An inline cache has dealt with a miss. Builtins have none in V8, and a function without a vector no states. */
export function icTold(
  isolate: Isolate,
  type: IcType,
  cache: InlineCache,
  key: PropertyKey,
  modifier: IcModifier = '',
): void {
  const { vector, slot, state, hiddenClass, slowReason, hasChanged } = cache;
  icMissed(isolate, type, vector, slot, state, hiddenClass, key, hasChanged, modifier, slowReason);
}

/** `from` is the state before; `hasChanged`: code that is optimised for what the feedback was has to wait. */
export function icMissed(
  isolate: Isolate,
  type: IcType,
  vector: FeedbackVector,
  slot: number,
  from: IcState,
  hiddenClass: HiddenClass | undefined,
  key: PropertyKey,
  hasChanged: boolean,
  modifier: IcModifier = '',
  slowReason = '',
): void {
  checkProperty(isolate, vector, slot, hiddenClass, key);
  if (vector.isAllocated && hasChanged) isolate.tiering.icChanged(vector.cell);
  const { listener, watcher } = isolate;
  if ((listener === undefined && watcher === undefined) || vector.shared.script.kind === 'builtin') return;
  const to = vector.isAllocated ? vector.icState(slot) : 'NO_FEEDBACK';
  const before = vector.isAllocated ? from : 'NO_FEEDBACK';
  const transition: IcTransition = { type, vector, slot, from: before, to, hiddenClass, key, modifier, slowReason };
  listener?.icTransition(transition);
  watcher?.icTransition(transition);
}

/** An operator has met values that these bits of its lattice stand for. V8: CodeStubAssembler::UpdateFeedback. */
export function operatorMet(
  isolate: Isolate,
  vector: FeedbackVector,
  slot: number,
  bits: number,
  left: Value,
  right: Value,
): void {
  const { slots } = vector;
  const before = slots[slot] as number;
  const after = before | bits;
  if (after === before) return;
  checkOperator(isolate, vector, slot, left, right);
  slots[slot] = after;
  isolate.watcher?.operatorWidened(vector, slot, left, right);
}
