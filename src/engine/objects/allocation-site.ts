/**
 * What became of the arrays that one place of the program makes: later ones start with the elements kind that they led to.
 * V8: src/objects/allocation-site.h. An array remembers its site in `internal` (V8: AllocationMemento, which stands behind
 * the array in memory).
 * Simplified: V8 loses a memento when the garbage collector moves its array.
 */
import { ensureWritable } from './elements-capacity.ts';
import { ElementsKind, isMoreGeneralKind, toHoley } from './elements-kind.ts';
import type { HiddenClassHeap } from './hidden-class.ts';
import type { JSObject } from './js-object.ts';

/** Boilerplates with more elements keep their kind. V8: kMaximumArrayBytesToPretransition, which is compared with the length. */
const maxPretransitioned = 8 * 1024;

export class AllocationSite {
  readonly kind = 'allocation site';
  /** Literals: the array that is copied. */
  readonly boilerplate: JSObject | undefined;
  /** Sites of `new Array`. */
  private constructedKind: number;

  constructor(boilerplate: JSObject | undefined, elementsKind: number) {
    this.boilerplate = boilerplate;
    this.constructedKind = elementsKind;
  }

  get elementsKind(): number {
    return this.boilerplate === undefined ? this.constructedKind : this.boilerplate.hiddenClass.elementsKind;
  }

  /** An array of this site has become `to`. True if that is news. V8: AllocationSite::DigestTransitionFeedback. */
  digest(heap: HiddenClassHeap, to: number): boolean {
    const from = this.elementsKind;
    const next = (from & 1) === 1 ? toHoley(to) : to;
    if (!isMoreGeneralKind(from, next)) return false;
    const { boilerplate } = this;
    if (boilerplate === undefined) this.constructedKind = next;
    else if (boilerplate.length <= maxPretransitioned) {
      if (next >= ElementsKind.PACKED_DOUBLE_ELEMENTS) ensureWritable(boilerplate);
      boilerplate.hiddenClass = boilerplate.hiddenClass.withElementsKind(next);
    } else return false;
    heap.allocationSiteChanged(this);
    return true;
  }
}
