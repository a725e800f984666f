/**
 * What waits for a moment, the earliest first: a binary heap whose items know their places, so that a hundred thousand timers
 * are set, cleared and taken in no time. Node: lib/internal/priority_queue.js.
 */

/** What a heap holds: ordered by `due`, and by `order` where that is equal. */
export interface Due {
  due: number;
  order: number;
  /** Its index in the heap; -1 outside. The heap's own. */
  place: number;
}

export class DueHeap<Item extends Due> {
  private readonly items: Item[] = [];

  get size(): number {
    return this.items.length;
  }

  get first(): Item | undefined {
    return this.items[0];
  }

  insert(item: Item): void {
    item.place = this.items.length;
    this.items.push(item);
    this.moveUp(item);
  }

  /** False: it is not in here. */
  remove(item: Item): boolean {
    const { place } = item;
    if (this.items[place] !== item) return false;
    const last = this.items.pop()!;
    item.place = -1;
    if (last === item) return true;
    this.items[place] = last;
    last.place = place;
    this.update(last);
    return true;
  }

  /** Its `due` or its `order` has changed. */
  update(item: Item): void {
    this.moveUp(item);
    this.moveDown(item);
  }

  /** In no order. */
  all(): readonly Item[] {
    return this.items;
  }

  private moveUp(item: Item): void {
    const { items } = this;
    let { place } = item;
    while (place > 0) {
      const parent = items[(place - 1) >> 1]!;
      if (!isBefore(item, parent)) break;
      items[place] = parent;
      [parent.place, place] = [place, parent.place];
    }
    items[place] = item;
    item.place = place;
  }

  private moveDown(item: Item): void {
    const { items } = this;
    let { place } = item;
    for (;;) {
      const left = items[2 * place + 1];
      const right = items[2 * place + 2];
      const child = right !== undefined && isBefore(right, left!) ? right : left;
      if (child === undefined || !isBefore(child, item)) break;
      items[place] = child;
      [child.place, place] = [place, child.place];
    }
    items[place] = item;
    item.place = place;
  }
}

function isBefore(first: Due, second: Due): boolean {
  return first.due < second.due || (first.due === second.due && first.order < second.order);
}
