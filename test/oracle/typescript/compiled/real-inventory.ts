interface Item { readonly sku: string; quantity: number; price: number; tags?: readonly string[] }
enum Status { Open = 'open', Closed = 'closed' }
type Result<T, E extends Error = Error> = { ok: true; value: T } | { ok: false; error: E };
class OutOfStock extends Error { override readonly name = 'OutOfStock'; constructor(public readonly sku: string, options?: ErrorOptions) { super(`${sku} is out of stock`, options); } }
abstract class Repository<K extends PropertyKey, V> {
  protected readonly entries = new Map<K, V>();
  abstract keyOf(value: V): K;
  add(...values: V[]): this { for (const value of values) this.entries.set(this.keyOf(value), value); return this; }
  find(key: K): V | undefined { return this.entries.get(key); }
  *where(test: (value: V) => boolean): IterableIterator<V> { for (const value of this.entries.values()) if (test(value)) yield value; }
}
class Inventory extends Repository<string, Item> {
  #status: Status = Status.Open;
  keyOf({ sku }: Item): string { return sku; }
  take(sku: string, amount = 1): Result<Item, OutOfStock> {
    const item = this.find(sku);
    if (!item || item.quantity < amount) return { ok: false, error: new OutOfStock(sku) };
    item.quantity -= amount;
    return { ok: true, value: { ...item } };
  }
  get total(): number { return [...this.entries.values()].reduce((sum, { price, quantity }) => sum + price * quantity, 0); }
  close(): void { this.#status = Status.Closed; }
  toJSON(): object { return { status: this.#status, items: Object.fromEntries(this.entries) }; }
}
const inventory = new Inventory().add({ sku: 'a', quantity: 2, price: 10 }, { sku: 'b', quantity: 0, price: 5, tags: ['rare'] as const });
for (const sku of ['a', 'a', 'a', 'b'] satisfies string[]) {
  const result = inventory.take(sku);
  if (result.ok) console.log('took', result.value); else console.log(result.error.name, result.error.message, result.error instanceof OutOfStock);
}
console.log([...inventory.where((item): item is Item => item.tags?.includes('rare') ?? false)], inventory.total, JSON.stringify(inventory));
