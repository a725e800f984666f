// A class that is called without new is named as its source named it.
const call = (C) => {
  try {
    C();
  } catch (error) {
    console.log(error.message);
  }
};
class A {
  static name = 5;
}
call(A);
class B {
  static name() {}
}
call(B);
class C {
  static get name() {
    return 'asked';
  }
}
call(C);
class D {}
Object.defineProperty(D, 'name', { value: 'defined' });
call(D);
delete D.name;
call(D);
call(class {});
const anonymous = class {};
call(anonymous);
const { fallback = class {} } = {};
call(fallback);
let late;
late = class {
  static name = 'own';
};
call(late);
call({ property: class {} }.property);
call({ ['computed' + 1]: class {} }['computed1']);
class E {
  field = class {};
  static inner = class {};
  #hidden = class {};
  static [Symbol('s')] = class {};
  calls() {
    call(this.field);
    call(this.#hidden);
  }
}
call(E.inner);
call(E[Object.getOwnPropertySymbols(E)[0]]);
new E().calls();
call(
  class extends Array {
    static name = 'x';
  },
);
call(class Named extends null {});
call(new Function('return class { static name = 1 }')());
call((0, eval)('(class { constructor() {} })'));
call((() => class {})());
const [element = class {}] = [];
call(element);
((parameter = class {}) => call(parameter))();
