type Any = any;
const init = (f: (value: Any) => Any) => (_: undefined, context: Any) => { console.log('decorate', context.kind, String(context.name)); return function (this: Any, value: Any) { console.log('initialise', String(context.name), value, Object.keys(this)); return f(value); }; };
function tracked(_value: undefined, context: Any) { context.addInitializer(function (this: Any) { console.log('after', String(context.name), Object.keys(this)); }); }
class Model {
  @init((x) => x * 2) first = 1;
  plain = 'plain';
  @init((x) => x ?? 'none') @tracked second?: string;
  @tracked third = 3;
  @init((x) => x + '!') static shared = 'shared';
  @init((x) => x + 1) #secret = 41;
  @init((x) => [x]) ['computed' + 1] = 'c';
  @tracked last = 'last';
  reveal() { return this.#secret; }
  constructor(public parameter = 'p') { console.log('constructor', Object.keys(this)); }
}
console.log(new Model(), Model.shared, new Model('q').reveal());
function logged(value: Any, context: Any) {
  if (context.kind !== 'accessor') return;
  return {
    get(this: Any) { console.log('get', context.name); return value.get.call(this); },
    set(this: Any, next: Any) { console.log('set', context.name, next); value.set.call(this, next); },
    init(this: Any, first: Any) { console.log('init', context.name, first); return first + 100; },
  };
}
class Accessors {
  @logged accessor x = 1;
  @logged static accessor y = 2;
  @logged accessor #z = 3;
  bump() { return ++this.#z; }
  @((v: Any, c: Any) => { console.log(Object.keys(c.access), c.private); }) accessor plain = 5;
}
const accessors = new Accessors();
accessors.x += 1;
Accessors.y = 50;
console.log(accessors.x, Accessors.y, accessors.bump(), accessors.plain);
class Child extends Model { @init((x) => x) own = 'own'; constructor() { super('child'); console.log('child', Object.keys(this)); } }
console.log(new Child());
