/** A context: the variables of a scope that closures or eval can see. V8: src/objects/contexts.h. */
import type { ScopeInfo } from '../parsing/scope-info.ts';
import type { HiddenClassHeap } from './hidden-class.ts';
import { wordBytes } from './instance-size.ts';
import type { JSObject } from './js-object.ts';
import type { Value } from './value.ts';
import { listOf } from './value-list.ts';

export class Context {
  readonly scopeInfo: ScopeInfo;
  readonly previous: Context | undefined;
  /** Indexed as V8 numbers context slots: 0 and 1 stand for the scope info and the previous context and are unused. */
  readonly slots: Value[];
  /** A with block's object, or the object that holds the variables which a sloppy eval declared. */
  extension: JSObject | undefined;
  /** Of a script's context: what is known of each slot (script-context-slots.ts). */
  slotStates: Uint8Array | undefined = undefined;
  /** See JSObject. */
  readonly serial: number;

  constructor(
    heap: HiddenClassHeap,
    scopeInfo: ScopeInfo,
    previous: Context | undefined,
    slotCount: number,
    fill: Value,
  ) {
    this.scopeInfo = scopeInfo;
    this.previous = previous;
    this.extension = undefined;
    this.slots = listOf(slotCount, fill);
    this.serial = heap.nextSerial++;
    if (this.serial >= heap.toldFrom) heap.onMade!(this);
    // V8: Context::SizeFor, where the first two slots stand for scope info and previous context.
    heap.youngLeft -= 2 * wordBytes + slotCount * wordBytes;
    if (heap.youngLeft < 0) heap.youngIsFull();
  }
}
