/**
 * What somebody is told who looks at the state of the engine, from the start of the run: only what happens on slow paths, so
 * that watching costs a replay next to nothing. The rest is read from the state itself. V8: src/logging/log.h.
 */
import type { SharedFunctionInfo } from '../bytecode/shared-function-info.ts';
import type { FeedbackCell } from '../ic/feedback-cell.ts';
import type { FeedbackVector } from '../ic/feedback-vector.ts';
import type { NamedKey } from '../objects/hidden-class.ts';
import type { DictionaryReason } from '../objects/migration.ts';
import type { Value } from '../objects/value.ts';
import type { JSObject } from '../objects/js-object.ts';
import type { IcTransition } from './listener.ts';

export interface EngineWatcher {
  /** A closure of the site is called for the first time. */
  functionPrepared(shared: SharedFunctionInfo, cell: FeedbackCell): void;
  icTransition(transition: IcTransition): void;
  /** The feedback of an operator has widened, by these operands; the slot has the new one. */
  operatorWidened(vector: FeedbackVector, slot: number, left: Value, right: Value): void;
  /** A call site has met another callee than what it knew, up to the one that is too many. */
  calleeMet(shared: SharedFunctionInfo, slot: number, callee: Value): void;
  /** `handled`: for the first time something waits for it. V8: PromiseHookType. */
  promiseChanged?(promise: JSObject, change: 'created' | 'settled' | 'handled'): void;
  /** An object of the program has become a dictionary. */
  dictionaryMade(reason: DictionaryReason, key: NamedKey): void;
}
