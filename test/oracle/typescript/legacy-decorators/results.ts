// What decorators return.
function replace(value: any): any {
  return (target: any, key: string, descriptor: PropertyDescriptor) => ({ ...descriptor, value });
}
const enumerable =
  (is: boolean): any =>
  (_target: any, _key: string, descriptor: PropertyDescriptor) => {
    descriptor.enumerable = is;
  };
const nothing: any = undefined;
function bound(_target: any, key: string, descriptor: PropertyDescriptor): PropertyDescriptor {
  const method = descriptor.value;
  return {
    configurable: true,
    get() {
      const value = method.bind(this);
      Object.defineProperty(this, key, { value, configurable: true, writable: true });
      return value;
    },
  };
}
function observed(target: any, key: string): any {
  const hidden = Symbol(key);
  return {
    get() {
      return this[hidden];
    },
    set(value: unknown) {
      console.log('set', key, value);
      this[hidden] = value;
    },
    enumerable: true,
    configurable: true,
  };
}
const clamp =
  (max: number): any =>
  (_t: any, key: string, descriptor: PropertyDescriptor) => {
    const { set } = descriptor;
    descriptor.set = function (value: number) {
      set!.call(this, Math.min(value, max));
    };
  };
class A {
  name = 'A';
  @replace(() => 'replaced') first() {
    return 'first';
  }
  @enumerable(true) second() {}
  @nothing third() {
    return 'third';
  }
  @bound who() {
    return this.name;
  }
  private amount = 0;
  @clamp(10)
  set limit(value: number) {
    this.amount = value;
  }
  get limit() {
    return this.amount;
  }
  @enumerable(true) static made() {
    return new this();
  }
  @observed static shared: number;
}
const a = new A();
console.log(a.first(), a.third(), (0, a.who)(), Object.keys(A.prototype), Object.keys(A));
a.limit = 20;
console.log(a.limit, A.made().limit);
A.shared = 3;
console.log(Object.getOwnPropertyDescriptor(A, 'shared'));
class B {
  @observed x = 1;
  @observed y: number | undefined;
}
console.log(new B(), Object.getOwnPropertyDescriptor(B.prototype, 'x'), new B().x);
try {
  class C {
    @(5 as any) m() {}
  }
  console.log(C);
} catch (error) {
  console.log(String(error));
}
try {
  class D {
    @((() => 5) as any) m() {}
  }
} catch (error) {
  console.log(String(error));
}
