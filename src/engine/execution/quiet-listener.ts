/** A listener that hears nothing, for those who want to hear a part only. */
import type { PromiseReaction } from '../objects/internal-slots.ts';
import type { EngineListener } from './listener.ts';

export class QuietListener implements EngineListener {
  statement(..._event: Parameters<EngineListener['statement']>): void {}
  call(..._event: Parameters<EngineListener['call']>): void {}
  return(..._event: Parameters<EngineListener['return']>): void {}
  suspend(..._event: Parameters<EngineListener['suspend']>): void {}
  throw(..._event: Parameters<EngineListener['throw']>): void {}
  unwind(..._event: Parameters<EngineListener['unwind']>): void {}
  catch(..._event: Parameters<EngineListener['catch']>): void {}
  enqueueMicrotask(..._event: Parameters<EngineListener['enqueueMicrotask']>): void {}
  promiseSettled(..._event: Parameters<EngineListener['promiseSettled']>): void {}
  promiseReaction(_reaction: PromiseReaction): void {}
  directEval(..._event: Parameters<EngineListener['directEval']>): void {}
  withEnter(..._event: Parameters<EngineListener['withEnter']>): void {}
  deleteProperty(..._event: Parameters<EngineListener['deleteProperty']>): void {}
  argumentsObject(..._event: Parameters<EngineListener['argumentsObject']>): void {}
  forIn(..._event: Parameters<EngineListener['forIn']>): void {}
  icTransition(..._event: Parameters<EngineListener['icTransition']>): void {}
  tierMarked(..._event: Parameters<EngineListener['tierMarked']>): void {}
  tierChanged(..._event: Parameters<EngineListener['tierChanged']>): void {}
  deoptimized(..._event: Parameters<EngineListener['deoptimized']>): void {}
  garbageCollected(..._event: Parameters<EngineListener['garbageCollected']>): void {}
  dictionaryMode(..._event: Parameters<EngineListener['dictionaryMode']>): void {}
}
