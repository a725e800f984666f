/**
 * The constant pool in the making: equal constants share an entry, and entries for far jumps are reserved so that their
 * operand is as short as was assumed when the jump was written. V8: src/interpreter/constant-array-builder.cc.
 */
import type { Constant } from './bytecode-array.ts';

/** Bytes of an operand that can name an entry. */
export type IndexSize = 1 | 2 | 4;

interface Slice {
  readonly start: number;
  readonly capacity: number;
  readonly size: IndexSize;
  readonly entries: Constant[];
  reserved: number;
}

export class ConstantArrayBuilder {
  private readonly slices: readonly Slice[] = [
    { start: 0, capacity: 256, size: 1, entries: [], reserved: 0 },
    { start: 256, capacity: 65_536 - 256, size: 2, entries: [], reserved: 0 },
    { start: 65_536, capacity: 0xffff_ffff, size: 4, entries: [], reserved: 0 },
  ];
  private readonly known = new Map<unknown, number>();
  private readonly smis = new Map<number, number>();

  /** An entry of its own, or a shared one for constants with an identity: strings, numbers, BigInts and descriptions. */
  insert(constant: Constant): number {
    const key = typeof constant === 'number' ? `number:${Object.is(constant, -0) ? '-0' : constant}` : keyOf(constant);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const index = this.allocate(constant, 1);
    this.known.set(key, index);
    return index;
  }

  /** An entry whose constant is known only at the end of the function. */
  insertDeferred(constant: Constant): number {
    return this.allocate(constant, 1);
  }

  insertJumpTable(size: number): number {
    return this.allocate(undefined, size);
  }

  set(index: number, constant: Constant): void {
    const slice = this.slices.find(({ start, capacity }) => index < start + capacity);
    if (slice !== undefined) slice.entries[index - slice.start] = constant;
  }

  /** Room for a far jump; answers how long the operand of the jump has to be. */
  reserve(minimum: IndexSize): IndexSize {
    for (const slice of this.slices) {
      if (slice.size < minimum || available(slice) <= 0) continue;
      slice.reserved += 1;
      return slice.size;
    }
    throw new Error('too many constants');
  }

  discardReserved(size: IndexSize): void {
    this.sliceOf(size).reserved -= 1;
  }

  /** Puts the distance of a far jump into a place that was reserved. */
  commitReserved(size: IndexSize, distance: number): number {
    this.discardReserved(size);
    const slice = this.sliceOf(size);
    const known = this.smis.get(distance);
    if (known !== undefined && known < slice.start + slice.capacity) return known;
    slice.entries.push(distance);
    const index = slice.start + slice.entries.length - 1;
    this.smis.set(distance, index);
    return index;
  }

  toArray(): Constant[] {
    const result: Constant[] = [];
    for (const { start, entries } of this.slices) entries.forEach((entry, index) => (result[start + index] = entry));
    for (let index = 0; index < result.length; index += 1) if (!(index in result)) result[index] = undefined;
    return result;
  }

  private sliceOf(size: IndexSize): Slice {
    return this.slices[size === 1 ? 0 : size === 2 ? 1 : 2]!;
  }

  private allocate(constant: Constant, count: number): number {
    const slice = this.slices.find((candidate) => available(candidate) >= count);
    if (slice === undefined) throw new Error('too many constants');
    const index = slice.start + slice.entries.length;
    for (let i = 0; i < count; i += 1) slice.entries.push(constant);
    return index;
  }
}

function available(slice: Slice): number {
  return slice.capacity - slice.reserved - slice.entries.length;
}

function keyOf(constant: Constant): unknown {
  if (typeof constant === 'string') return `string:${constant}`;
  if (typeof constant === 'bigint') return `bigint:${constant}`;
  if (typeof constant === 'object' && constant !== null && constant.type === 'symbol') return `symbol:${constant.name}`;
  return constant;
}
