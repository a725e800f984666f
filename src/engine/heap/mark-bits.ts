/**
 * Which objects a walk has seen: a bit for each serial number, from the first that counts. V8: src/heap/marking.h (MarkingBitmap).
 */
export class MarkBits {
  private readonly first: number;
  private readonly words: Int32Array;

  /** For objects with serial numbers from `first` to below `end`. */
  constructor(first: number, end: number) {
    this.first = first;
    this.words = new Int32Array(((end - first) >> 5) + 1);
  }

  /** True: it had none. */
  mark(serial: number): boolean {
    const index = serial - this.first;
    const word = index >> 5;
    const bit = 1 << (index & 31);
    const { words } = this;
    const before = words[word]!;
    if ((before & bit) !== 0) return false;
    words[word] = before | bit;
    return true;
  }

  has(serial: number): boolean {
    const index = serial - this.first;
    return (this.words[index >> 5]! & (1 << (index & 31))) !== 0;
  }
}
