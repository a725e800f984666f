interface Shape { area(): number; readonly name?: string }
abstract class Base<T extends object = {}> implements Shape {
  static count: number = 0;
  protected static readonly registry: Map<string, Base<any>> = new Map();
  declare ghost: string;
  protected abstract kind: string;
  readonly #secret: number = 42;
  optional?: string;
  definite!: number;
  [key: string]: any;
  constructor(public name: string, protected readonly options: T = {} as T, private _size?: number) {
    Base.count++;
    Base.registry.set(name, this);
  }
  abstract area(): number;
  get size(): number { return this._size ?? -1; }
  set size(value: number) { this._size = value; }
  describe(): string;
  describe(prefix: string): string;
  describe(prefix = ''): string { return `${prefix}${this.name}:${this.kind}:${this.#secret}`; }
  static create<T extends Base>(this: new (name: string) => T, name: string): T { return new this(name); }
  protected override toString(): string { return `[${this.name}]`; }
}
class Square extends Base<{ side: number }> {
  protected kind = 'square';
  private static override count = 7;
  constructor(name: string, private side: number = 3) {
    super(name, { side });
    this.size = side * 2;
  }
  public override area(this: Square): number { return this.side ** 2; }
  public async later<const U>(value: U): Promise<U> { return value; }
  private *items(): Generator<number> { yield this.side; }
  all(): number[] { return [...this.items()]; }
}
const square = new Square('sq', 4);
console.log(square, square.area(), square.describe('>'), square.size, `${square}`);
console.log(Object.keys(square), 'ghost' in square, 'definite' in square, 'optional' in square);
console.log(Base.count, (Square as any).count, Square.create('made').name, square.all());
square.later('later').then((text) => console.log(text));
class Order {
  before = this.tag('before');
  constructor(public x = 1, readonly y = x + 1) { console.log('body', this.x, this.y); }
  after = this.tag('after');
  tag(name: string): string { console.log(name, (this as any).x, Object.keys(this)); return name; }
}
new Order(5);
class Derived extends Order {
  extra: number;
  constructor(private z: string) {
    console.log('before super');
    super(9);
    console.log('after super', this.z);
    this.extra = 1;
  }
}
console.log(new Derived('zed'));
class Fields { a; b = 1; static c; static d?: number = 2; 'quoted'?: string; 5: number; ['computed' + 1]: string = 'x'; async = 1; get; set; static static = 's'; readonly = true; declare; type = 'type' }
console.log(new Fields(), Object.keys(Fields));
console.log(class<T> { value?: T }, (class Named<T> { }).name, Square.length, Base.prototype.constructor === Base);
abstract class OnlyAbstract { abstract x: number; abstract get y(): number; abstract set y(v: number); abstract m(): void; }
console.log(Object.getOwnPropertyNames(OnlyAbstract.prototype), new (OnlyAbstract as any)());
class WithIndex { static [key: string]: any; static known = 1; }
console.log(WithIndex);
const make = <T,>(Super: abstract new (...args: any[]) => T) => class extends (Super as any) { mixed = true };
console.log(new (make(Date as any))(0).mixed);
