// In which order decorators are evaluated and applied, and what they are given.
const place = (target: any): string => (typeof target === 'function' ? `class ${target.name}` : `prototype of ${target?.constructor.name}`);
function dec(name: string): any {
  console.log('evaluate', name);
  return (...args: any[]) => {
    const [target, key, third] = args;
    const last = third && typeof third === 'object' ? Object.keys(third).join() : third;
    console.log('apply', name, args.length, place(target), key, last);
  };
}
const key = (name: any): any => (console.log('key', name), name);

class Parent {}
@dec('class 1')
@dec('class 2')
class All extends (console.log('heritage'), Parent) {
  @dec('static method') static sm(@dec('static parameter') a: number) {}
  @dec('static field') static sf = console.log('static field value');
  @dec('field') f = console.log('field value');
  @dec('method 1') @dec('method 2') m(@dec('p0') a: number, b: string, @dec('p2a') @dec('p2b') c?: boolean) {}
  @dec('get') get g() {
    return 1;
  }
  set g(@dec('parameter of set') v) {}
  get h() {
    return 1;
  }
  @dec('set') set h(v) {}
  @dec('static set') static set h(v: number) {}
  get undecorated() {
    return 1;
  }
  set undecorated(@dec('lost') v) {}
  @dec('computed method') [key('computed')]() {}
  [key('plain')]() {}
  @dec('computed field') [key('computed field')] = 1;
  @dec('symbol') [key(Symbol.iterator)]() {}
  @dec('static computed') static [key('sc')] = 3;
  @dec('text') 'some text' = 1;
  @dec('number') 12 = 1;
  @dec('literal') ['literal']() {}
  @dec('accessor') accessor acc = 1;
  @dec('computed accessor') accessor [key('ca')] = 1;
  accessor [key('plain accessor')] = 1;
  @dec('declared') declare declared: number;
  @dec('generator') *gen() {}
  @dec('async') async later(this: All, @dec('after this') x: number) {}
  @dec('of a private one') #p() {}
  static {
    console.log('static block');
  }
  constructor(@dec('constructor 0') public a: number, @dec('constructor 1') b = 2) {
    super();
    this.#p();
  }
}
console.log(Object.keys(new All(1)), Object.keys(All));

abstract class Abstract {
  @dec('abstract field') abstract x: number;
  @dec('concrete') y() {}
  overloaded(): void;
  overloaded(a: number): void;
  @dec('overloaded') overloaded(a?: number) {}
}
class OnlyConstructor {
  constructor(@dec('only') a: number) {}
}
class OnlyParameter {
  m(@dec('only in a method') a: number) {}
}
const keys: any = { toString: () => (console.log('key to text'), 'made') };
class Keys {
  @dec('made method') [keys]() {}
  @dec('made field') [keys] = 1;
}
console.log(Object.getOwnPropertyNames(Keys.prototype), new Keys());
const expression = class {
  // @ts-ignore
  @dec('not for expressions') m() {}
};
console.log(expression.name);
