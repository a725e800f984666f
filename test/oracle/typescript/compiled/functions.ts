function overload(x: number): string;
function overload(x: string): number;
function overload(x: any): any { return typeof x === 'number' ? String(x) : x.length; }
console.log(overload(5), overload('five'), overload.length);
function withThis(this: { name: string }, a: number, b = 2, ...rest: number[]): string { return [this.name, a, b, rest].join(); }
console.log(withThis.call({ name: 'n' }, 1, undefined as any, 3, 4), withThis.length);
const methods = { name: 'm', f(this: any, x: number) { return this.name + x; } };
console.log(methods.f(1), methods.f.length);
declare function ambient(): void;
declare let ambientLet: number, another: string;
declare class AmbientClass { m(): void; }
console.log(typeof (globalThis as any).ambient, typeof (globalThis as any).AmbientClass);
function destructured({ a, b: { c = 1 } = {} }: { a: number; b?: { c?: number } }, [d, e]: [number, number?] = [9]): number[] { return [a, c, d, e as number]; }
console.log(destructured({ a: 1 }), destructured({ a: 1, b: { c: 2 } }, [3, 4]));
function hoisted(): string { return inner(); function inner(): string { return 'inner'; } }
console.log(hoisted(), function named<T>(this: void, x: T) {}.name, ((x: number): x is 5 => true).length);
function* generator<T>(items: T[]): Generator<T, void, unknown> { for (const item of items) yield item as T; }
console.log([...generator<number>([1, 2])]);
function f(a?: number, b?: string) { return arguments.length; }
console.log(f(), f.length, new Function('a', 'return a')(3), eval('1 + 1'));
function returnsType(): { x: number } | null { return null; }
function assertsThis(this: any): asserts this is { y: number } {}
console.log(returnsType(), assertsThis.length);
const curried = <A, B, C>(g: (a: A, b: B) => C) => (a: A) => (b: B): C => g(a, b);
console.log(curried((a: number, b: number) => a + b)(1)(2));
type Callback = (error: Error | null, data?: string) => void;
const run = (callback: Callback): void => callback(null, 'data');
run((error, data) => console.log(error, data));
