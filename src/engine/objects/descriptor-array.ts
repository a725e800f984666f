/** The rows of named properties, shared by the hidden classes of a branch. V8: src/objects/descriptor-array.h. */
import type { AccessorPair } from './accessor-pair.ts';
import type { FieldType } from './representation.ts';
import { detailsKind, PropertyKind, withRepresentation } from './property-details.ts';
import { Representation } from './representation.ts';
import type { JSSymbol } from './value.ts';

export type NamedKey = string | JSSymbol;

export class DescriptorArray {
  readonly keys: NamedKey[] = [];
  readonly details: number[] = [];
  /** The type of a field, or the pair of an accessor. */
  readonly values: (FieldType | AccessorPair)[] = [];
  private index: Map<NamedKey, number> | undefined;

  push(key: NamedKey, details: number, value: FieldType | AccessorPair): void {
    this.index?.set(key, this.keys.length);
    this.keys.push(key);
    this.details.push(details);
    this.values.push(value);
  }

  copy(count: number): DescriptorArray {
    const result = new DescriptorArray();
    for (let i = 0; i < count; i++) result.push(this.keys[i]!, this.details[i]!, this.values[i]!);
    return result;
  }

  fieldType(row: number): FieldType {
    return this.values[row] as FieldType;
  }

  accessorPair(row: number): AccessorPair {
    return this.values[row] as AccessorPair;
  }

  /** Where the hidden class is not in the tree, nothing can be told to it later: all fields hold anything. */
  generalizeAllFields(): void {
    for (let row = 0; row < this.keys.length; row++) {
      const details = this.details[row]!;
      if (detailsKind(details) !== PropertyKind.data) continue;
      this.details[row] = withRepresentation(details, Representation.tagged, true);
      this.values[row] = 'any';
    }
  }

  /** The row of a key, or -1. */
  find(key: NamedKey): number {
    if (this.keys.length <= 8) return this.keys.indexOf(key);
    this.index ??= new Map(this.keys.map((name, row) => [name, row]));
    return this.index.get(key) ?? -1;
  }
}
