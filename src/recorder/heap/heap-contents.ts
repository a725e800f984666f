/**
 * All objects and contexts of a program that V8 would have in its heap, with those that nothing leads to any more: from when they
 * are made until a collection frees them. For a replay from its start; it holds what the host would have freed long ago, but
 * no more than V8's heap does.
 */
import { type CollectionObserver, type HeapObject, type HeapWalk, type Isolate } from '../../engine/index.ts';

export type Cause = Parameters<CollectionObserver['before']>;

export class HeapContents implements CollectionObserver {
  private objects: HeapObject[] = [];
  /** Counts collections, from 1. */
  private collections = 0;
  private readonly collected: (count: number, cause: Cause) => void;

  /** `collected`: told before each collection looks at anything. */
  constructor(isolate: Isolate, collected: (count: number, cause: Cause) => void) {
    const { heap, collector } = isolate;
    this.collected = collected;
    heap.onMade = (made) => this.objects.push(made as HeapObject);
    heap.toldFrom = heap.nextSerial;
    collector.observer = this;
  }

  /** In the order in which they were made. */
  get all(): readonly HeapObject[] {
    return this.objects;
  }

  before(...cause: Cause): void {
    this.collected(++this.collections, cause);
  }

  marked(walk: HeapWalk): void {
    this.objects = this.objects.filter((object) => walk.isMarked(object));
  }
}
