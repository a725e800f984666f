/**
 * A Map whose keys are objects of a heap, found by their serial numbers: with hundreds of thousands of them the host's own Map takes
 * several times as long.
 */
import type { HeapObject, Isolate } from '../../engine/index.ts';

export class ObjectMap<Value> {
  /** By serial number: where in the lists it is, from 1. */
  private readonly places: Int32Array;
  private readonly objects: HeapObject[] = [];
  private readonly list: Value[] = [];
  /** Objects of other isolates, which the host may lead to, have numbers of their own. */
  private readonly strangers = new Map<HeapObject, Value>();

  constructor({ heap }: Isolate) {
    this.places = new Int32Array(heap.nextSerial);
  }

  get(object: HeapObject): Value | undefined {
    const place = (this.places[object.serial] ?? 0) - 1;
    return this.objects[place] === object ? this.list[place] : this.strangers.get(object);
  }

  has(object: HeapObject): boolean {
    return this.objects[(this.places[object.serial] ?? 0) - 1] === object || this.strangers.has(object);
  }

  set(object: HeapObject, value: Value): void {
    const { places, objects, list } = this;
    const { serial } = object;
    const place = places[serial] ?? -1;
    if (place === 0) {
      objects.push(object);
      places[serial] = list.push(value);
    } else if (place > 0 && objects[place - 1] === object) list[place - 1] = value;
    else this.strangers.set(object, value);
  }

  /** In the order in which they came. */
  forEach(each: (object: HeapObject, value: Value) => void): void {
    this.objects.forEach((object, place) => each(object, this.list[place]!));
    this.strangers.forEach((value, object) => each(object, value));
  }
}
