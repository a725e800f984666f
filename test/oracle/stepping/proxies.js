const target = { a: 1 };
const proxy = new Proxy(target, {
  get(object, key) {
    return object[key];
  },
  has(object, key) {
    return key in object;
  },
});
let value = proxy.a;
value = 'a' in proxy;
const made = Reflect.construct(
  class {
    constructor() {
      this.x = 1;
    }
  },
  [],
);
value = made.x;
