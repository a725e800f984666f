// using: what is declared is disposed of in reverse order, on every way out of its scope.
const resource = (name, error) => ({
  name,
  [Symbol.dispose]() {
    console.log('dispose', name);
    if (error !== undefined) throw new Error(error);
  },
});
const report = (label, run) => {
  try {
    console.log(label, run());
  } catch (error) {
    console.log(label, 'threw', describe(error));
  }
};
const describe = (error) =>
  error instanceof SuppressedError
    ? `${error.name}(${describe(error.error)} over ${describe(error.suppressed)}): ${error.message}`
    : `${error.name}: ${error.message}`;

using whole = resource('the file itself');

report('order', () => {
  using a = resource('a');
  using b = resource('b'),
    c = resource('c');
  console.log('body', a.name, b.name, c.name);
  return 'value';
});
report('null and undefined', () => {
  using a = null;
  using b = undefined;
  return [a, b];
});
report('break and continue', () => {
  const seen = [];
  outer: for (const i of [1, 2, 3, 4]) {
    using a = resource(`round ${i}`);
    for (;;) {
      using b = resource(`inner ${i}`);
      if (i === 1) continue outer;
      if (i === 3) break outer;
      break;
    }
    seen.push(i);
  }
  return seen.join();
});
report('for', () => {
  let count = 0;
  for (using a = resource('loop'); count < 3; count++) console.log(a.name, count);
  return count;
});
report('for of', () => {
  for (using each of [resource('x'), null, resource('y')]) console.log('each', each?.name);
  for (using of of [resource('named of')]) console.log(of.name);
});
report('finally inside', () => {
  try {
    using a = resource('in try');
    return 'from try';
  } finally {
    using b = resource('in finally');
    console.log('finally');
  }
});
report('generator', () => {
  function* generate() {
    using a = resource('held by a generator');
    yield a.name;
    yield 'never';
  }
  const [first] = generate();
  return first;
});
report('error of the body', () => {
  using a = resource('a');
  throw new TypeError('body');
});
report('error of a disposal', () => {
  using a = resource('a', 'first');
  using b = resource('b');
  return 'lost';
});
report('all of them', () => {
  using a = resource('a', 'first');
  using b = resource('b', 'second');
  throw new RangeError('body');
});
report('too early', () => {
  const read = () => a;
  read();
  using a = resource('never made');
});
report('not an object', () => {
  using a = 5;
});
report('not disposable', () => {
  using a = resource('made before');
  using b = {};
});
report('constant', () => {
  using a = resource('kept');
  a = 6;
});
report('name', () => {
  using f = Object.assign(() => 1, { [Symbol.dispose]() {} });
  using g = null;
  return typeof f;
});
report('method is read once', () => {
  const object = {
    get [Symbol.dispose]() {
      console.log('read');
      return () => console.log('called');
    },
  };
  using a = object;
  Object.defineProperty(object, Symbol.dispose, { value: () => console.log('not this') });
});
report('static block', () => {
  class A {
    static {
      using a = resource('static');
      console.log('in the block');
    }
  }
  return typeof A;
});
report('eval', () => eval('{ using a = resource("in eval"); 1; 2 }'));
report('switch', () => {
  switch (1) {
    case 1: {
      using a = resource('case');
      break;
    }
  }
});

for (const source of [
  'using x = null;',
  '{ using x; }',
  '{ using {x} = null; }',
  '{ using [x] = null; }',
  'for (using x in {}) {}',
  'if (1) using x = null;',
  'switch (1) { case 1: using x = null; }',
  '{ using x = null; let x; }',
  '{ using let = null; }',
  '{ using\nx = null }',
  'label: using x = null;',
]) {
  report(source, () => (0, eval)(source));
}
var using = 1;
using
whole2 = 2;
console.log(using, whole2);
