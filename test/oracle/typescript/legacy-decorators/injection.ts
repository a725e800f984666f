// A container that knows by design:paramtypes what a constructor wants, as NestJS and InversifyJS have it.
const store = new WeakMap<object, Map<string, any>>();
const own = (target: any, key: any): Map<string, any> => {
  const at = key === undefined ? target : target;
  if (!store.has(at)) store.set(at, new Map());
  return store.get(at)!;
};
const R = Reflect as any;
R.metadata = (name: string, value: any) => (target: any, key?: any) => {
  own(target, key).set(`${String(key)} ${name}`, value);
};
R.getMetadata = (name: string, target: any, key?: any) => store.get(target)?.get(`${String(key)} ${name}`);
const show = (value: any): any =>
  Array.isArray(value) ? value.map(show) : typeof value === 'function' ? value.name : value;
const told = (target: any, key?: any) =>
  console.log(
    key ?? target.name,
    ['design:type', 'design:paramtypes', 'design:returntype'].map((name) => show(R.getMetadata(name, target, key))),
  );
const tell: any = (target: any, key?: any) => told(target, key);
const mark: any = () => undefined;

interface Shape {
  a: number;
}
interface Both {}
class Both {}
type Text = string;
type Texts = Text[];
type Letters = 'a' | 'b';
type Digits = 1 | 2;
type Mixed = string | number;
type Callback = () => void;
type Loop = Loop[] | string;
enum Numbers {
  A,
}
enum Strings {
  A = 'a',
}
enum Mix {
  A,
  B = 'b',
}
namespace N {
  export class Deep {}
  export interface Face {}
}

@mark
class Logger {
  log(text: string) {
    console.log('log', text);
  }
}
@mark
class Service {
  constructor(private logger: Logger, readonly url: Text, shape?: Shape, ...rest: number[]) {}
  run() {
    this.logger?.log('running');
  }
}
told(Service);
@mark
class Controller {
  constructor(@mark private readonly service: Service, public logger: Logger) {}
  run() {
    this.service.run();
    return Object.keys(this);
  }
}
function resolve<T>(target: new (...args: any[]) => T): T {
  const wanted: any[] = R.getMetadata('design:paramtypes', target) ?? [];
  return new target(...wanted.map((type) => (type === Logger || type === Service ? resolve(type) : undefined)));
}
console.log(resolve(Controller).run());

class Types<T> {
  @mark a1: string | undefined;
  @mark a2: string | null = null;
  @mark a3!: Letters;
  @mark a4!: Digits;
  @mark a5!: Mixed;
  @mark a6!: Callback;
  @mark a7!: Texts;
  @mark a8!: Loop;
  @mark a9!: boolean | true;
  @mark b1!: Numbers;
  @mark b2!: Strings;
  @mark b3!: Mix;
  @mark b4!: Numbers.A;
  @mark b5!: T;
  @mark b6!: Shape;
  @mark b7!: Both;
  @mark b8!: N.Deep;
  @mark b9!: N.Face;
  @mark c1!: Date;
  @mark c2!: Promise<string>;
  @mark c3!: readonly string[];
  @mark c4!: ReadonlyArray<string>;
  @mark c5!: [number, string];
  @mark c6!: `a${string}`;
  @mark c7!: 1n;
  @mark c8!: -1;
  @mark c9!: symbol;
  @mark d1!: keyof Service;
  @mark d2!: this;
  @mark d3!: typeof told;
  @mark d4!: never;
  @mark d5!: unknown;
  @mark d6!: object;
  @mark d7!: new () => void;
  @mark d8!: Record<string, string>;
  @mark d9!: unknown & string;
  @mark e1!: string & { brand: 1 };
  @mark e2!: T extends string ? number : number;
  @mark e3!: Function;
  @mark e4!: (string);
  @mark e5 = 5;
  @mark e6!: any;
  @mark e7!: Promise<string> | Promise<number>;
  @mark e8!: Map<string, number>;
  @mark e9!: bigint;
  @mark f1!: null;
  @mark f2!: true;
  @mark f3!: Service;
  @mark f4!: { a: 1 };
  @mark f5!: Service | Logger;
  @mark f6!: Uint8Array;
  @mark accessor f7: number = 1;
  @mark static f8: String;
  @tell m1(a: string, { b }: Shape, [c]: string[], d = 5, e?: Service): Promise<void> | undefined {
    return undefined;
  }
  @tell async m2() {}
  @tell m3(this: Service, x: number): asserts x is 5 {}
  @tell m4(x: unknown): x is string {
    return true;
  }
  @tell m5<Q>(q: Q, ...rest: Array<Service>): void {}
  @mark get g1(): Text {
    return '';
  }
  @mark set g2(value: Service) {}
  @mark get g3() {
    return 1;
  }
  set g3(value: number) {}
  @mark static s1(a: Logger): Logger {
    return a;
  }
}
for (const name of store.get(Types.prototype)!.keys()) console.log(name, show(store.get(Types.prototype)!.get(name)));
for (const name of store.get(Types)!.keys()) console.log(name, show(store.get(Types)!.get(name)));
