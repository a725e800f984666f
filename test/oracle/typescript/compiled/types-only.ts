type A = string | number;
type Template = `a${string}-${number}`;
type Conditional<T> = T extends (infer U extends string)[] ? U : T extends { a: infer V } ? V : never;
type Mapped<T> = { readonly [K in keyof T as `get${Capitalize<string & K>}`]?: () => T[K] } & { -readonly [K in keyof T]-?: T[K] };
type Fn = (a: number, ...b: string[]) => asserts a is 5; type Ctor = abstract new <T>(x: T) => T;
type Tuple = [first: string, second?: number, ...rest: boolean[]]; type Neg = -1 | 1n | 'x' | true | null | undefined;
type Import = import('node:fs').Stats; type TypeOf = typeof globalThis; type Indexed = A[][]; type Access = Tuple[0]['length'];
type Getters = { get x(): number; set x(v: string); new (a: number): Getters; (b: string): void; readonly [k: string]: any; m?<T>(): T };
interface Variance<in T, out U, in out V> { t: (x: T) => void; u: U; v: V }
interface Extends extends Array<number>, Variance<1, 2, 3> { extra: this; }
declare const u: unique symbol; declare var v: typeof u;
declare module 'x' { export default function f(): void; }
declare enum Ambient { A }
let x: A = 1, y: Conditional<string[]> = 'y', z: Template = 'a-1', n: Neg = -1, f: new () => object = Object as any, g: { (x: number): string; prop: boolean } = null!;
console.log(x, y, z, n, f.name, g);
abstract class Holder<const T extends readonly unknown[] = [], U extends keyof T = keyof T> { static m<K extends string>(k: K): k is K { return true; } }
console.log(Holder.m('k'));
function assertNever(x: never): never { throw new Error(`unexpected ${x}`); }
try { assertNever('q' as never); } catch (e) { console.log((e as Error).message); }
let type = 5, declare = 1
type
= 6
declare
console.log(type, declare)
var interface_: number;
const big: Array<Array<Map<string, Set<number>>>> = [], lt = 3 >> 1, gt = 5 >>> 1; let ge = big.length >= 0;
console.log(big, lt, gt, ge);
