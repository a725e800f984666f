type Point = { x: number; y?: number };
const a: Point | undefined = { x: 1 } as Point;
const nested = { deep: { list: [1, 2, 3], call<T>(this: any, x: T): T { return x; } } } as const satisfies object;
console.log(a!.x, a!['y']!, a?.y!, (a as any)?.z?.q, (a as Point)!.x!.toFixed!(1));
console.log(nested.deep!.list![0]!, nested.deep.call<string>('generic'), nested?.deep?.call<number>(5), (nested as any).nothing?.<string>('x'));
let mutable: any = 1;
mutable! += 1; (mutable as number)++; (<any>mutable) = (mutable as number) * 2; mutable!++;
console.log(mutable, typeof (mutable as unknown), void (mutable!), -(mutable as number), !(mutable!));
const list = [1, 2] as [number, number], [p, q = 5 as number]: number[] = list;
let first: any, second: any, rest: any;
[first!, (second as any), ...(rest as any)] = [1, 2, 3, 4];
({ x: (first as any), y: second! = 9 as any, ...rest } = { x: 10, z: 11 } as any);
console.log(p, q, first, second, rest);
const angle = <number>5, angleArrow = <T>(x: T) => x, angleParen = <any>(1 + 2), angleObject = <Point>{ x: 3 };
console.log(angle, angleArrow(6), angleParen, angleObject, [<number>1, <number>2].map(<any>String));
const conditional = (flag: boolean) => flag ? (x: number): number => x + 1 : (x: number) => x - 1;
console.log(conditional(true)(1), conditional(false)(1));
const c1 = true ? (a) : ((b: number): number => b);
const c2 = false ? (a) : b2 => b2 + 1;
const c4 = (t: any) => t ? (t.a ? (1) : (2)) : ((3));
const c5 = false ? async (x: number): Promise<number> => x : async (y: any) => y;
console.log(c1, (c2 as any)(1), c4({ a: 1 }), c5 === undefined);
const less = 1 < 2, both = 1 < 2 && 3 > (2), shift = 8 >> 1 < 5, chain = [1 < 2, 3 > 2];
console.log(less, both, shift, chain, 5 as number < 6, (5 as any) as string);
function generic<T, U = T>(x: T, y?: U): [T, U | undefined] { return [x, y]; }
const instantiated = generic<string>, built = new Map<string, Array<Set<number>>>([['a', [new Set<number>()]]]), noArguments = new Map<string, number>;
console.log(instantiated('i'), generic<number, string>(1, 's'), built, noArguments, generic<Array<number>>([1]));
const tag = (strings: TemplateStringsArray, ...values: unknown[]) => strings.join('|') + values.join();
console.log(tag`a${1 as number}b${a!.x}c`, tag<string>`x`, `t${mutable as string}`);
async function asyncs() {
  const arrow = async <T,>(x: T): Promise<T> => x, plain = async (x: number): Promise<void> => { console.log('plain', x); };
  for await (const value of [1, Promise.resolve(2)] as any) console.log(value!);
  await (plain(await arrow(3)) as Promise<void>);
}
asyncs();
function isString(x: unknown): x is string { return typeof x === 'string'; }
function assertIsString(x: unknown): asserts x is string { if (!isString(x)) throw new TypeError('not a string'); }
const guards = [isString('a'), ((x): x is number => typeof x === 'number')(1)];
try { assertIsString(5); } catch (error: unknown) { console.log((error as Error).message, guards); }
const type = 1, of = 2, as = 3, is = 4, keyof = 5, namespace = 6, declare = 7, abstract = 8, infer = 9, module_ = 10, readonly = 11, satisfies = 12;
console.log(type + of + as + is + keyof + namespace + declare + abstract + infer + readonly + satisfies, { type, as, of });
const object = { get x(): number { return 1; }, set x(v: number) {}, async *gen<T>(): AsyncGenerator<T> {}, m<T>(a: T, ...b: T[]): T { return a; }, f: function <T>(x?: T): T | undefined { return x; }, 'q-r': <any>1, [`k${1}`]: 2 as const };
console.log(object, object.m.length, object.f.name);
let definite!: string; let optionalParameters = (x?: number, y?, ...z: any[]) => [x, y, z];
console.log(definite, optionalParameters(1), optionalParameters.length);
label: for (const i of [1, 2, 3] as number[]) { if (i === 2) continue label; console.log(i as any); }
switch (mutable as number) { case (1): console.log(1); default: console.log('default'); case 5 as any: console.log('through'); }
if (a!) console.log('then');
var undefinedIsShort = undefined as undefined | null, delete_ = delete (a as any).x, inCheck = 'x' in a!, inst = ({} as any) instanceof Object;
console.log(undefinedIsShort, delete_, inCheck, inst, a);
