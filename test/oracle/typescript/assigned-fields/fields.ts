class Base {
  constructor() {
    (this as any).init?.();
  }
  set watched(value: number) {
    console.log('watched', value);
  }
  static set watched(value: number) {
    console.log('static watched', value, this.name);
  }
  inherited() {
    return 'inherited';
  }
}
class Derived extends Base {
  v?: number;
  init() {
    this.v = 5;
  }
}
console.log(new Derived().v, new Derived());
const key = (name: string) => (console.log('key', name), name);
const keys: any = { toString: () => (console.log('key to text'), 'made') };
class All extends Base {
  a = 1;
  #p = this.a + 1;
  #q;
  b;
  watched = 5;
  static watched = 7;
  static u;
  static #sp = 3;
  [key('k1')] = 2;
  [key('k2')];
  static [key('k3')] = All.#sp;
  m() {
    return [this.#p, All.#sp, this.#q];
  }
  [key('k4')]() {}
  'lit' = () => this;
  3 = super.inherited();
  ['literal'] = 4;
  accessor acc = this.a;
  static accessor shared = this.name;
  static {
    console.log('block', this.u, 'u' in this);
  }
  static after = class {
    x = 1;
    static y = 2;
  };
  anonymous = class {};
  fn = function () {};
  arrow = () => {};
  static sfn = () => {};
  [keys] = 'made';
  constructor(public property: number, a = 1) {
    const before = 'before super';
    super();
    console.log(before, Object.keys(this).join());
  }
}
const all: any = new All(9);
console.log(all, all.m(), all.lit() === all, Object.keys(all), Object.keys(All));
console.log([all.anonymous, all.fn, all.arrow, All.sfn, All.after].map((one) => one.name), new All.after(), All.after);
console.log(new All(1).lit);

class WithoutConstructor extends Base {
  x = 1;
  y = this.x + 1;
}
console.log(new WithoutConstructor(), WithoutConstructor.length, Object.getOwnPropertyDescriptor(new WithoutConstructor(), 'x'));
const Expression = class extends Base {
  static z = 1;
  static w = this.z;
  y = 2;
};
console.log(Expression, new Expression());
const Named = class Inner {
  static z = 1;
  static [key('w')] = Inner.z;
  [key('zz')] = 2;
  constructor() {
    'use strict';
    console.log('constructor', this);
  }
};
console.log(new Named(), Named);
const make = (name: string) =>
  class {
    [name] = name;
  };
const [One, Two] = [make('one'), make('two')];
console.log(new One(), new Two());
class Empty {
  x;
  y?: number;
  declare z: string;
}
console.log(new Empty(), 'x' in new Empty());
class Tried extends Base {
  x = 1;
  constructor() {
    try {
      super();
      console.log(this);
    } finally {
      console.log('finally');
    }
  }
}
new Tried();
class ParametersFirst {
  b = this.r + 1;
  #q = this.r + 2;
  constructor(private r: number) {
    console.log(this.#q);
  }
}
console.log(new ParametersFirst(1));
class PrivateOnly {
  #q = (this as any).r;
  constructor(private r: number) {
    console.log(this.#q, this);
  }
}
new PrivateOnly(1);
class ReadOnlyParent {
  get value() {
    return 1;
  }
}
class ReadOnlyChild extends ReadOnlyParent {
  // @ts-ignore
  value = 2;
}
try {
  new ReadOnlyChild();
} catch (error) {
  console.log(String(error));
}
class Frozen {
  static x = 1;
  static self = Frozen;
  instance = new.target;
}
console.log(Frozen.self === Frozen, new Frozen().instance === Frozen, Object.keys(Frozen));
