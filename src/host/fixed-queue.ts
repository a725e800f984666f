/** First in, first out, without moving what waits: a host array's shift is slow when it is long. Node: lib/internal/fixed_queue.js. */
export class FixedQueue<Item> {
  private items: Item[] = [];
  private next = 0;

  get length(): number {
    return this.items.length - this.next;
  }

  get first(): Item | undefined {
    return this.items[this.next];
  }

  push(item: Item): void {
    this.items.push(item);
  }

  /** Moves all items of a list to the end of this queue. */
  takeAll(list: Item[]): void {
    if (this.length === 0) {
      this.items = list.splice(0);
      this.next = 0;
    } else for (const item of list.splice(0)) this.items.push(item);
  }

  shift(): Item | undefined {
    if (this.next >= this.items.length) return undefined;
    const item = this.items[this.next++];
    if (this.next === this.items.length) {
      this.items = [];
      this.next = 0;
    }
    return item;
  }
}
