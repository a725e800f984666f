/**
 * Places in the code that jumps go to. V8: src/interpreter/bytecode-label.h, bytecode-jump-table.h.
 * Simplified: a jump finds its target by the offset that the label is bound to, so labels keep no list of jumps.
 */
import type { BytecodeArrayBuilder } from './bytecode-array-builder.ts';

/** Bound once, jumped to by at most one forward jump. `offset` is in bytes, -1 while unbound. */
export class BytecodeLabel {
  offset = -1;
  /** Index of the jump node that refers to it, or -1. */
  jump = -1;
}

/** The header of a loop: only JumpLoop goes there. */
export class BytecodeLoopHeader {
  offset = -1;
}

/** Labels that will be bound at the same place. */
export class BytecodeLabels {
  private readonly labels: BytecodeLabel[] = [];
  private isBound = false;

  create(): BytecodeLabel {
    if (this.isBound) throw new Error('these labels are bound already');
    const label = new BytecodeLabel();
    this.labels.push(label);
    return label;
  }

  get isEmpty(): boolean {
    return this.labels.length === 0;
  }

  bind(builder: BytecodeArrayBuilder): void {
    this.isBound = true;
    for (const label of this.labels) builder.bind(label);
  }
}

/** A table of jump targets in the constant pool, for SwitchOnSmiNoFeedback and SwitchOnGeneratorState. */
export class BytecodeJumpTable {
  readonly constantIndex: number;
  size: number;
  readonly base: number;
  /** By case value minus `base`: the byte offset of the target. */
  readonly targets = new Map<number, number>();

  constructor(constantIndex: number, size: number, base: number) {
    this.constantIndex = constantIndex;
    this.size = size;
    this.base = base;
  }
}
