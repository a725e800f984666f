/**
 * What the engine tells from outside: one method per event that the recorder or a debugger may want. The engine runs the
 * same without a listener. V8: src/logging/code-events.h.
 */
import type { SharedFunctionInfo } from '../bytecode/shared-function-info.ts';
import type { JSObject } from '../objects/js-object.ts';
import type { DeleteResult, DictionaryReason } from '../objects/own-properties.ts';
import type { PropertyKey, Value } from '../objects/value.ts';
import type { Frame } from './frame.ts';
import type { Microtask } from './microtasks.ts';

/** V8: LoadIC, StoreIC, KeyedLoadIC, KeyedStoreIC. */
export type IcKind = 'load' | 'store' | 'keyedLoad' | 'keyedStore';

export interface EngineListener {
  /** A statement of the top frame begins, after `steps` bytecodes. Only where the isolate was made with `statements`. */
  statement(frame: Frame, offset: number, steps: number): void;
  /** The top frame can be stopped at its `pc`. Only where the isolate was made with `breakLocations`. */
  breakLocation?(frame: Frame): void;
  /** `frame` was pushed. */
  call(frame: Frame): void;
  /** `frame` is about to be popped. */
  return(frame: Frame, value: Value): void;
  suspend(frame: Frame, isAwait: boolean): void;
  throw(value: Value): void;
  unwind(frame: Frame, value: Value): void;
  catch(frame: Frame, value: Value): void;
  enqueueMicrotask(task: Microtask): void;
  promiseSettled(promise: JSObject): void;
  directEval(shared: SharedFunctionInfo): void;
  withEnter(): void;
  deleteProperty(result: DeleteResult, object: JSObject, key: PropertyKey, hiddenClassBefore: number): void;
  /** A cache of property accesses at the top frame's instruction has met too much. Code of builtins is not told of. */
  megamorphic(kind: IcKind, key: PropertyKey): void;
  /** The object's named properties become a dictionary, because of what is done with the property. */
  dictionaryMode(reason: DictionaryReason, object: JSObject, key: PropertyKey, hiddenClassBefore: number): void;
  argumentsObject(isMapped: boolean, count: number): void;
  /** `path` is a key of protocol.ts's forInPaths. */
  forIn(path: string, count: number): void;
}
