// Corners of the language: each prints what the standard says and Node 24 does.
const report = (label, run) => {
  try {
    console.log(label, run());
  } catch (error) {
    console.log(label, 'threw', error?.name, error?.message);
  }
};

class Base {}
report('return before super in finally', () => {
  class Derived extends Base {
    constructor() {
      try {
        return;
      } finally {
        super();
      }
    }
  }
  return new Derived() instanceof Derived;
});
report('return in a loop that closes its iterator', () => {
  const iterator = {
    [Symbol.iterator]: () => iterator,
    next: () => ({ done: false }),
    return: () => (iterator.finish(), {}),
  };
  class Derived extends Base {
    constructor() {
      iterator.finish = () => super();
      for (const _ of iterator) return;
    }
  }
  return typeof new Derived();
});
report('the missing super is not caught inside', () => {
  class Derived extends Base {
    constructor() {
      try {
        return;
      } catch {
        console.log('not here');
      }
    }
  }
  return new Derived();
});
report('derived constructors return objects', () => {
  class Derived extends Base {
    constructor(value) {
      super();
      return value;
    }
  }
  return [new Derived({ own: 1 }).own, typeof new Derived(undefined), new Derived(1)];
});

report('empty patterns in catch', () => {
  const steps = [];
  function* values() {
    steps.push('first');
    yield 1;
    steps.push('second');
    yield 2;
  }
  try {
    throw values();
  } catch ([,]) {
    steps.push('caught');
  }
  try {
    try {
      throw null;
    } catch ({}) {
      steps.push('never');
    }
  } catch (error) {
    steps.push(error.name);
  }
  return steps;
});
report('empty patterns in catch, the steps', () => {
  let count = 0;
  try {
    throw { *[Symbol.iterator]() { count++; yield count++; } };
  } catch ([,]) {}
  return count;
});
for (const source of [
  '99; do { -99; try { 39 } catch (e) { -1 } finally { break; -2 }; } while (false);',
  '99; do { -99; try { 39 } catch (e) { -1 } finally { 42; break; -2 }; } while (false);',
  '99; do { -99; try { [].x.x } catch (e) { -1; } finally { 42; continue; -3 }; -77 } while (false);',
  '1; try { 2 } finally { 3 }',
]) {
  report(source, () => eval(source));
}

report('eval with spread', () => {
  const scope = 'local';
  return [eval(...[], 'scope'), eval('scope', ...[1, 2]), eval(), eval(5)];
});
report('strict eval keeps its functions', () => {
  (0, eval)('"use strict"; function kept() {} var keptToo = 1;');
  return [typeof kept, typeof keptToo];
});
report('a name of its own', () => {
  const named = function own() {
    eval('own = 1');
    return typeof own;
  };
  return named();
});
report('instanceof with a getter', () => {
  const target = {
    get [Symbol.hasInstance]() {
      console.log('got');
      return (value) => value;
    },
  };
  return [5 instanceof target, 0 instanceof target];
});
report('instanceof with a getter that throws', () => {
  const target = Object.defineProperty({}, Symbol.hasInstance, {
    get() {
      throw new RangeError('getter');
    },
  });
  return 0 instanceof target;
});

report('super stores', () => {
  const log = [];
  const prototype = {
    set x(value) {
      log.push(value, this === object);
    },
  };
  const object = {
    __proto__: prototype,
    sloppy() {
      super.x = 1;
      super.y = 2;
      super['z'] = 3;
    },
  };
  object.sloppy();
  log.push(Object.keys(object).join());
  Object.freeze(object);
  object.sloppy();
  return log;
});
report('super stores in strict code', () => {
  'use strict';
  const object = Object.freeze({
    m() {
      super.x = 1;
    },
  });
  object.m();
});
report('super of null', () => {
  const object = {
    m() {
      super.x = 1;
    },
  };
  Object.setPrototypeOf(object, null);
  object.m();
});
report('super through a proxy', () => {
  const log = [];
  const object = {
    m() {
      super.x = 1;
      return super.y;
    },
  };
  Object.setPrototypeOf(object, new Proxy({}, {
    set: (_target, key, value, receiver) => log.push('set', key, value, receiver === object) > 0,
    get: (_target, key, receiver) => (log.push('get', key, receiver === object), 'from trap'),
  }));
  log.push(object.m());
  return log;
});

var parenthesized;
(parenthesized) = function () {};
console.log(JSON.stringify(parenthesized.name), JSON.stringify((() => {}).name));

(async () => {
  const order = [];
  async function* implicit() {}
  async function* bare() {
    return;
  }
  async function* explicit() {
    return undefined;
  }
  for (const generator of [implicit, bare, explicit]) generator().next().then(() => order.push(generator.name));
  await Promise.resolve().then(() => order.push('tick 1')).then(() => order.push('tick 2')).then(() => order.push('tick 3'));
  console.log(order.join());

  async function* inner() {
    try {
      yield 1;
      yield 2;
    } finally {
      console.log('inner finally');
    }
  }
  async function* outer() {
    try {
      yield* inner();
    } finally {
      console.log('outer finally');
    }
  }
  const log = [];
  const iterator = outer();
  console.log(await iterator.next());
  iterator.return(Promise.resolve('sent')).then(({ value }) => log.push(value));
  for (let i = 0; i < 6; i++) {
    await undefined;
    log.push(i);
  }
  console.log(log.join());
})();
