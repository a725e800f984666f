/**
 * Which feedback slots a function has, and which sites share one.
 * V8: FeedbackVectorSpec (src/objects/feedback-vector.h), BytecodeGenerator::FeedbackSlotCache.
 */
import type { FeedbackSlotKind } from './bytecode-array.ts';

type SlotKind = Exclude<FeedbackSlotKind, 'Second'>;

const oneEntry: ReadonlySet<SlotKind> = new Set<SlotKind>([
  'BinaryOp',
  'CompareOp',
  'TypeOf',
  'Literal',
  'ForIn',
  'InstanceOf',
  'JumpLoop',
]);

export class FeedbackVectorSpec {
  readonly slots: FeedbackSlotKind[] = [];
  private closures = 0;
  private readonly shared = new Map<string, number>();
  private readonly ids = new Map<object, number>();

  add(kind: SlotKind): number {
    const index = this.slots.length;
    this.slots.push(kind);
    if (!oneEntry.has(kind)) this.slots.push('Second');
    return index;
  }

  /** The index of a closure's feedback cell: cells are counted apart from slots. */
  addClosure(): number {
    return this.closures++;
  }

  /** The slot of an earlier site of the same kind, object and name, or a new one. */
  cached(kind: SlotKind, owner: object | number | string, name = ''): number {
    const key = `${kind} ${typeof owner === 'object' ? `#${this.idOf(owner)}` : owner} ${name}`;
    const known = this.shared.get(key);
    if (known !== undefined) return known;
    const index = this.add(kind);
    this.shared.set(key, index);
    return index;
  }

  /** A slot that is made at its first use and shared from then on. V8: SharedFeedbackSlot. */
  lazily(kind: SlotKind): () => number {
    let slot: number | undefined;
    return () => (slot ??= this.add(kind));
  }

  private idOf(owner: object): number {
    let id = this.ids.get(owner);
    if (id === undefined) this.ids.set(owner, (id = this.ids.size));
    return id;
  }
}
