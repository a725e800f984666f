class Counter {
  accessor value: number = 1;
  static accessor total = 10;
  accessor #hidden = 'h';
  accessor empty: string | undefined;
  accessor 'quoted name' = 3;
  accessor 12 = 'twelve';
  accessor = 'a field called accessor';
  hidden(): string { this.#hidden += '!'; return this.#hidden; }
}
class Sub extends Counter { static bump() { return ++Sub.total; } }
const counter = new Counter();
counter.value += 5;
console.log(counter, counter.value, counter.hidden(), counter.empty, counter['quoted name'], counter[12], counter.accessor);
console.log(Counter.total, Sub.bump(), Counter.total, Sub.total);
console.log(Object.getOwnPropertyNames(Counter.prototype), Object.getOwnPropertyDescriptor(Counter.prototype, 'value'));
try { Object.getOwnPropertyDescriptor(Counter.prototype, 'value')!.get!.call({}); } catch (error) { console.log((error as Error).message); }
const key = 'dynamic';
class Computed { accessor [key + 1] = 'first'; static accessor [Symbol.for('s')] = 2; [key] = 3; }
console.log(new Computed().dynamic1, Computed[Symbol.for('s')], new Computed());
