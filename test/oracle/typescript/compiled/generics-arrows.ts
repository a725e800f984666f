const pick = <T, K extends keyof T>(o: T, ...keys: K[]): Pick<T, K> => Object.fromEntries(keys.map((k) => [k, o[k]])) as Pick<T, K>;
console.log(pick({ a: 1, b: 2, c: 3 }, 'a', 'c'));
const compose = <A, B, C>(f: (b: B) => C, g: (a: A) => B): ((a: A) => C) => (a) => f(g(a));
console.log(compose((n: number): string => `${n}!`, (s: string): number => s.length)('four'));
const nested = (a: number): ((b: number) => (c: number) => number) => (b): ((c: number) => number) => (c): number => a + b + c;
console.log(nested(1)(2)(3));
const ternaries = (x: number) => x > 0 ? x > 10 ? (y: number): number => y * 100 : (y: number) => y * 10 : x === 0 ? () => 0 : (): number => -1;
console.log([20, 5, 0, -5].map((x) => ternaries(x)(2)));
const object = { a: true ? (x: number) => x : null, b: (x: number): x is 5 => x === 5, c<T>(this: any, x: T): T { return x; }, async d<T>(x: T): Promise<T> { return x; }, *[Symbol.iterator](): Generator<number> { yield 1; }, get e(): number { return 2; } };
console.log(object.b(5), object.c('c'), [...object], object.e);
object.d(1).then((x: number): void => console.log('then', x), (e: unknown): never => { throw e; });
const defaults = (a: number = 1, { b = 2, c: { d = 3 } = {} }: { b?: number; c?: { d?: number } } = {}, [e = 4]: number[] = [], ...f: (string | number)[]): number[] => [a, b, d, e, f.length];
console.log(defaults(), defaults(9, { c: { d: 8 } }, [7], 'x', 1), defaults.length);
const ops = (a: number, b: number, c: number) => [a < b, a < b && b > c, a<b || (c)>(a), (a < b) as any, a << b >> c, a >= b, a < (b > c ? 1 : 2)];
console.log(ops(1, 2, 3));

function f<T>(x: T): T { return x; }
class Box<T> { constructor(public value: T) {} map<U>(g: (x: T) => U): Box<U> { return new Box<U>(g(this.value)); } }
const call = f<number>(1), chain = f<string>('s').concat(f<string>('t')), inst = new Box<Box<number>>(new Box(1)).value.value;
console.log(call, chain, inst, new Box(2).map<string>((x) => x.toFixed(1)), f<() => void>(() => {}).name);
const asConst = { kind: 'a', list: [1, 2] } as const, satisfied = { x: 1 } satisfies Record<string, number>, both = <T>(x: T) => (x as any as string)!.length!;
console.log(asConst, satisfied, both('abc'));
type Fn = typeof f; let fn: Fn | null = null; fn ??= f; console.log(fn!<number>(5), fn?.<number>(6), (fn as Fn)(7), (<Fn>fn)(8));
const tuple = [...[1, 2] as const, ...([3] as number[])] as [number, ...number[]]; console.log(tuple, Math.max(...tuple as number[]));
const weird = { async: 1, await: 2, get: 3, set: 4, static: 5, of: 6, type: 7, as: 8, satisfies: 9, is: 10 }; const { async, get, type, as, satisfies } = weird; console.log(async + get + type + as + satisfies);
