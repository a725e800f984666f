/**
 * What is known of a script's let: optimised code may count on its value, or on the kind of its values.
 * V8: ContextSidePropertyCell, Context::UpdateScriptContextSlot (src/objects/contexts.cc).
 */
import { isSmi, type Value } from './value.ts';

export const ScriptSlotState = { undetermined: 0, constant: 1, smi: 2, number: 3, other: 4 } as const;

/** After a store; `before` is the value that was there. */
export function nextScriptSlotState(state: number, before: Value, value: Value): number {
  switch (state) {
    case ScriptSlotState.undetermined:
      return ScriptSlotState.constant;
    case ScriptSlotState.constant:
      if (before === value) return state;
      if (isSmi(before) && isSmi(value)) return ScriptSlotState.smi;
      return typeof before === 'number' && typeof value === 'number' ? ScriptSlotState.number : ScriptSlotState.other;
    case ScriptSlotState.smi:
      if (isSmi(value)) return state;
      return typeof value === 'number' ? ScriptSlotState.number : ScriptSlotState.other;
    case ScriptSlotState.number:
      return typeof value === 'number' ? state : ScriptSlotState.other;
    default:
      return state;
  }
}
