import type { Stats } from 'node:fs';
export type Never = Stats;
abstract class Shape { abstract area(): number; declare x: number; protected static count: number = 1; readonly name!: string; [key: string]: any; }
class Circle extends Shape implements Iterable<number> { private r: number = 2; override area(): number { return this.r; } *[Symbol.iterator](): Generator<number> { yield this.r; } }
console.log(new Circle(), [...new Circle()], Object.keys(new Circle()));
function f(this: void, a?: number, ...b: string[]): asserts a is number {}
console.log(f.length, ((x: number) => x satisfies number)(1), (<T,>(x: T) => x)(2));
let o: { a: number }[] | undefined = [{ a: 1 } as const] as any, t = o![0]!.a, u = o?.[0]!.a;
console.log(t, u, typeof f<void>, class A<T> {}.name);
