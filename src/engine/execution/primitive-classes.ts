/** The hidden classes of what is no object: inline caches tell primitives apart by them, too. V8: ReadOnlyRoots' maps. */
import { ElementsKind } from '../objects/elements-kind.ts';
import { HiddenClass, type HiddenClassHeap } from '../objects/hidden-class.ts';
import type { InstanceTypeName } from '../objects/instance-type.ts';
import type { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import type { StringTable } from './string-table.ts';

/** Simplified: strings have two, where V8 has one for each way to store them, and for one and two bytes a character. */
export class PrimitiveClasses {
  private readonly heap: HiddenClassHeap;
  private readonly strings: StringTable;
  private readonly classes = new Map<InstanceTypeName, HiddenClass>();

  constructor(heap: HiddenClassHeap, strings: StringTable) {
    this.heap = heap;
    this.strings = strings;
  }

  /** Small integers have that of the other numbers. */
  of(value: Exclude<Value, JSObject>): HiddenClass {
    const name = this.nameOf(value);
    let known = this.classes.get(name);
    if (known === undefined) {
      // No program sees the number of such a hidden class, and those of objects go on as if it were not there.
      const { nextHiddenClassId } = this.heap;
      known = new HiddenClass(this.heap, {
        instanceType: name,
        prototype: null,
        elementsKind: ElementsKind.HOLEY_ELEMENTS,
      });
      this.heap.nextHiddenClassId = nextHiddenClassId;
      this.classes.set(name, known);
    }
    return known;
  }

  private nameOf(value: Exclude<Value, JSObject>): InstanceTypeName {
    switch (typeof value) {
      case 'string':
        return this.strings.has(value) ? 'primitive internalized string' : 'primitive string';
      case 'number':
        return 'primitive number';
      case 'boolean':
        return 'primitive boolean';
      case 'bigint':
        return 'primitive bigint';
      case 'undefined':
        return 'primitive undefined';
      default:
        return value === null ? 'primitive null' : 'primitive symbol';
    }
  }
}
