class Stack<T> implements Iterable<T> {
  readonly #items: T[] = [];
  push(...items: T[]): this { this.#items.push(...items); return this; }
  pop(): T | undefined { return this.#items.pop(); }
  *[Symbol.iterator](): IterableIterator<T> { yield* this.#items; }
  get [Symbol.toStringTag](): string { return 'Stack'; }
  static of<T>(...items: T[]): Stack<T> { return new Stack<T>().push(...items); }
  static isStack(value: unknown): value is Stack<unknown> { return typeof value === 'object' && value !== null && #items in value; }
}
const stack = Stack.of<number | string>(1, 'two', 3);
console.log([...stack], stack.pop(), Stack.isStack(stack), Stack.isStack({}), String(stack));
type Action = { type: 'add'; amount: number } | { type: 'reset' };
const reducer = (state: number, action: Action): number => {
  switch (action.type) {
    case 'add': return state + action.amount;
    case 'reset': return 0;
    default: { const exhaustive: never = action; return exhaustive; }
  }
};
console.log(([{ type: 'add', amount: 5 }, { type: 'reset' }, { type: 'add', amount: 2 }] satisfies Action[]).reduce<number>(reducer, 1));
class EventEmitter<Events extends Record<string, unknown[]>> {
  private handlers: { [K in keyof Events]?: ((...args: Events[K]) => void)[] } = {};
  on<K extends keyof Events>(name: K, handler: (...args: Events[K]) => void): () => void {
    (this.handlers[name] ??= []).push(handler);
    return () => { this.handlers[name] = this.handlers[name]!.filter((h) => h !== handler); };
  }
  emit<K extends keyof Events>(name: K, ...args: Events[K]): void { this.handlers[name]?.forEach((handler) => handler(...args)); }
}
const emitter = new EventEmitter<{ done: [code: number]; log: [string, ...unknown[]] }>();
const off = emitter.on('done', (code) => console.log('done', code));
emitter.emit('done', 0); off(); emitter.emit('done', 1);
async function retry<T>(task: () => Promise<T>, times = 3): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try { return await task(); } catch (error) { if (attempt >= times) throw error as Error; console.log('attempt', attempt, (error as Error).message); }
  }
}
let tries = 0;
retry<string>(async () => { if (++tries < 3) throw new Error(`try ${tries}`); return 'ok'; }).then(console.log);
const memo = <Args extends readonly unknown[], R>(f: (...args: Args) => R) => { const cache = new Map<string, R>(); return (...args: Args): R => { const key = JSON.stringify(args); if (!cache.has(key)) cache.set(key, f(...args)); return cache.get(key)!; }; };
const fib: (n: number) => number = memo((n: number): number => (n < 2 ? n : fib(n - 1) + fib(n - 2)));
console.log(fib(50));
type DeepPartial<T> = { [K in keyof T]?: T[K] extends object ? DeepPartial<T[K]> : T[K] };
function merge<T extends object>(base: T, patch: DeepPartial<T>): T { for (const [k, v] of Object.entries(patch) as [keyof T, any][]) (base as any)[k] = v && typeof v === 'object' ? merge((base as any)[k], v) : v; return base; }
console.log(merge({ a: 1, b: { c: 2, d: 3 } }, { b: { c: 9 } }));
