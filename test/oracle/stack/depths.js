// How deep functions without loops call themselves before the stack overflows: run by v8-stack.test.ts here and in Node.
const depths = {};
function measure(name, start) {
  let n = 0;
  const count = () => {
    n++;
  };
  try {
    start(count);
  } catch (error) {
    depths[name] = [n, error.message];
  }
}
measure('no parameters', (count) => {
  function f() {
    count();
    f();
  }
  f();
});
measure('one parameter', (count) => {
  function f(a) {
    count();
    f(a + 1);
  }
  f(0);
});
measure('value used after the call', (count) => {
  function f(a) {
    count();
    return 1 + f(a + 1);
  }
  f(0);
});
measure('three parameters', (count) => {
  function f(a, b, c) {
    count();
    return f(b, c, a) + a;
  }
  f(1, 2, 3);
});
measure('eight locals', (count) => {
  function f(a) {
    count();
    const b = a + 1,
      c = b * 2,
      d = c - b,
      e = d + c;
    const r = f(b);
    return r + b + c + d + e;
  }
  f(1);
});
measure('missing arguments', (count) => {
  function f(a, b, c, d, e) {
    count();
    return f(1);
  }
  f(1);
});
measure('extra arguments', (count) => {
  function f(a) {
    count();
    return f(1, 2, 3, 4, 5, 6);
  }
  f(1);
});
measure('rest parameter', (count) => {
  function f(...r) {
    count();
    return f(1, 2);
  }
  f(1);
});
measure('closures in a context', (count) => {
  function f(a) {
    count();
    const g = () => a;
    return f(g);
  }
  f(1);
});
measure('method', (count) => {
  const o = {
    m(a) {
      count();
      return this.m(a);
    },
  };
  o.m(1);
});
measure('class method', (count) => {
  class A {
    m(a, b) {
      count();
      return this.m(b, a) + 1;
    }
  }
  new A().m(1, 2);
});
measure('two functions', (count) => {
  function f(a) {
    count();
    return g(a, 1);
  }
  function g(a, b) {
    return f(a) + b;
  }
  f(1);
});
measure('arrow', (count) => {
  const f = (a) => {
    count();
    return f(a) + 1;
  };
  f(1);
});
measure('conditional and template', (count) => {
  function f(a) {
    count();
    return a ? `${f(a + 1)}${a}` : '';
  }
  f(1);
});
measure('object literal', (count) => {
  function f(a) {
    count();
    const o = { a, b: [a, a], c: { d: a } };
    return f(o.a + 1) + o.c.d;
  }
  f(1);
});
measure('destructuring', (count) => {
  function f({ a, b = 2 }) {
    count();
    return f({ a: b, b: a });
  }
  f({ a: 1 });
});
measure('default parameter', (count) => {
  function f(a = 1, b = a + 1) {
    count();
    return f(b) + a;
  }
  f();
});
measure('try and finally', (count) => {
  function f(a) {
    count();
    try {
      return f(a) + 1;
    } finally {
      a++;
    }
  }
  f(1);
});
measure('switch', (count) => {
  function f(a) {
    count();
    switch (a % 3) {
      case 0:
        return f(a + 1);
      case 1:
        return f(a + 2) + 1;
      default:
        return f(a + 3) + 2;
    }
  }
  f(1);
});
measure('spread call', (count) => {
  function f(...a) {
    count();
    return f(...a);
  }
  f(1, 2, 3);
});
measure('constructor', (count) => {
  function F(a) {
    count();
    this.a = new F(a);
  }
  new F(1);
});
measure('getter', (count) => {
  const o = {
    get x() {
      count();
      return this.x + 1;
    },
  };
  o.x;
});
measure('forEach', (count) => {
  function f() {
    count();
    [1].forEach(f);
  }
  f();
});
measure('map', (count) => {
  function f() {
    count();
    return [1].map(f);
  }
  f();
});
measure('call', (count) => {
  function f(a) {
    count();
    return f.call(this, a);
  }
  f(1);
});
measure('apply', (count) => {
  function f(a) {
    count();
    return f.apply(this, [a]);
  }
  f(1);
});
measure('bound', (count) => {
  const b = function f(a) {
    count();
    return b(a);
  }.bind(null);
  b(1);
});
console.log(JSON.stringify(depths));
