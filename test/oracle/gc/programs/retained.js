// What keeps an object alive after its function is over, and what does not.
const references = new Map();
const watch = (name, object) => {
  references.set(name, new WeakRef(object));
  return object;
};
const keep = {};
(function () {
  watch('nothing', {});
  keep.property = watch('property', {});
  keep.element = [1, 2, watch('element', {})];
  keep.double = { x: 1.5, o: watch('mixed fields', {}) };
  keep.map = new Map([[watch('key of a Map', {}), watch('value of a Map', {})]]);
  keep.set = new Set([watch('member of a Set', {})]);
  const key = watch('key of a WeakMap, kept', {});
  keep.key = key;
  keep.weak = new WeakMap([
    [key, watch('value of a WeakMap, key kept', {})],
    [watch('key of a WeakMap', {}), watch('value of a WeakMap', {})],
  ]);
  const inner = watch('reached through two entries', {});
  const middle = {};
  keep.weak.set(key, middle);
  keep.weak.set(middle, inner);
  keep.weakSet = new WeakSet([watch('member of a WeakSet', {})]);
  const captured = watch('captured variable', {});
  const beside = watch('captured by a sibling', {});
  const local = watch('local variable', {});
  keep.closure = () => captured;
  const sibling = () => beside;
  sibling();
  typeof local;
  keep.bound = function () {}.bind(watch('bound this', {}), watch('bound argument', {}));
  keep.getter = Object.defineProperty({}, 'x', { get: watch('getter', () => 1) });
  keep.proxy = new Proxy(watch('target of a Proxy', {}), watch('handler of a Proxy', {}));
  keep.promise = Promise.resolve(watch('value of a promise', {}));
  keep.pending = new Promise(() => {}).then(watch('reaction of a pending promise', () => 1));
  keep.generator = (function* (argument) {
    yield argument;
  })(watch('argument of a generator', {}));
  keep.finished = (function* (argument) {
    yield argument;
  })(watch('argument of a finished generator', {}));
  keep.finished.next();
  keep.finished.next();
  keep.iterator = [watch('element of an iterated array', {})][Symbol.iterator]();
  keep.date = Object.assign(new Date(0), { o: watch('property of a Date', {}) });
  keep.symbol = { [Symbol('s')]: watch('property with a symbol', {}) };
  keep.deleted = { a: watch('deleted property', {}), b: watch('beside a deleted property', {}) };
  delete keep.deleted.a;
  keep.overwritten = { a: watch('overwritten property', {}) };
  keep.overwritten.a = 1;
  keep.popped = [watch('popped element', {})];
  keep.popped.pop();
  class Base {
    #field = watch('private field', {});
    static made = watch('static field', {});
    field() {
      return this.#field;
    }
  }
  keep.instance = new Base();
  keep.prototype = Object.create(watch('prototype', {}));
  keep.rest = ((...list) => list)(watch('rest parameter', {}));
  keep.args = (function () {
    return arguments;
  })(watch('argument in an arguments object', {}));
  keep.spread = [...[watch('spread element', {})], { ...{ a: watch('spread property', {}) } }];
  keep.frozen = Object.freeze([watch('frozen element', {})]);
  keep.sparse = [];
  keep.sparse[5000] = watch('sparse element', {});
  setTimeout(() => {}, 30, watch('argument of a timer', {}));
  setTimeout(
    watch('callback of a timer', () => 1),
    30,
  );
  clearTimeout(
    setTimeout(
      watch('callback of a cleared timer', () => 1),
      30,
    ),
  );
  process.on(
    'exit',
    watch('listener', () => 1),
  );
  const cycle = watch('cycle', {});
  cycle.self = cycle;
  try {
    throw watch('thrown', {});
  } catch {}
})();
setTimeout(() => {
  gc();
  const alive = [];
  const gone = [];
  for (const [name, reference] of references) (reference.deref() === undefined ? gone : alive).push(name);
  console.log('alive', alive);
  console.log('gone', gone);
  console.log(typeof keep.closure);
}, 5);
