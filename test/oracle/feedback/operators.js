// == typeof | f
function f(a, b) {
  return typeof a + typeof b;
}
f(1, 1);
f(2, "s");

// == a + b, 1 times | f
function f(a, b) {
  return a + b;
}
f(1, 2);

// == a + b, 2 times | f
function f(a, b) {
  return a + b;
}
f(1, 2);
f(1.5, 1);

// == a + b, 3 times | f
function f(a, b) {
  return a + b;
}
f(1, 2);
f(1.5, 1);
f("a", "b");

// == a + b, 4 times | f
function f(a, b) {
  return a + b;
}
f(1, 2);
f(1.5, 1);
f("a", "b");
f(1, "a");

// == a - b, 1 times | f
function f(a, b) {
  return a - b;
}
f(1, 2);

// == a - b, 2 times | f
function f(a, b) {
  return a - b;
}
f(1, 2);
f(2147483647, -1);

// == a - b, 3 times | f
function f(a, b) {
  return a - b;
}
f(1, 2);
f(2147483647, -1);
f(undefined, 1);

// == a * b, 1 times | f
function f(a, b) {
  return a * b;
}
f(2, 3);

// == a * b, 2 times | f
function f(a, b) {
  return a * b;
}
f(2, 3);
f(0, -1);

// == a / b, 1 times | f
function f(a, b) {
  return a / b;
}
f(6, 3);

// == a / b, 2 times | f
function f(a, b) {
  return a / b;
}
f(6, 3);
f(1, 3);

// == a % b, 1 times | f
function f(a, b) {
  return a % b;
}
f(5, 3);

// == a % b, 2 times | f
function f(a, b) {
  return a % b;
}
f(5, 3);
f(-4, 2);

// == a ** b, 1 times | f
function f(a, b) {
  return a ** b;
}
f(2, 3);

// == a | b, 1 times | f
function f(a, b) {
  return a | b;
}
f(1, 2);

// == a | b, 2 times | f
function f(a, b) {
  return a | b;
}
f(1, 2);
f(1.5, 1);

// == a | b, 3 times | f
function f(a, b) {
  return a | b;
}
f(1, 2);
f(1.5, 1);
f(null, 1);

// == a >>> b, 1 times | f
function f(a, b) {
  return a >>> b;
}
f(1, 0);

// == a >>> b, 2 times | f
function f(a, b) {
  return a >>> b;
}
f(1, 0);
f(-1, 0);

// == a < b, 1 times | f
function f(a, b) {
  return a < b;
}
f(1, 2);

// == a < b, 2 times | f
function f(a, b) {
  return a < b;
}
f(1, 2);
f(1.5, 2);

// == a < b, 3 times | f
function f(a, b) {
  return a < b;
}
f(1, 2);
f(1.5, 2);
f("a", "b");

// == a < b, 4 times | f
function f(a, b) {
  return a < b;
}
f(1, 2);
f(1.5, 2);
f("a", "b");
f(undefined, 1);

// == a == b, 1 times | f
function f(a, b) {
  return a == b;
}
f(1, 1);

// == a == b, 2 times | f
function f(a, b) {
  return a == b;
}
f(1, 1);
f(1, true);

// == a == b, 3 times | f
function f(a, b) {
  return a == b;
}
f(1, 1);
f(1, true);
f("a", "b");

// == a == b, 4 times | f
function f(a, b) {
  return a == b;
}
f(1, 1);
f(1, true);
f("a", "b");
f(null, {});

// == a === b, 1 times | f
function f(a, b) {
  return a === b;
}
f(1, 2);

// == a === b, 2 times | f
function f(a, b) {
  return a === b;
}
f(1, 2);
f("a", "a");

// == a === b, 3 times | f
function f(a, b) {
  return a === b;
}
f(1, 2);
f("a", "a");
f({}, {});

// == a === b, 4 times | f
function f(a, b) {
  return a === b;
}
f(1, 2);
f("a", "a");
f({}, {});
f({}, null);

// == a === b, 5 times | f
function f(a, b) {
  return a === b;
}
f(1, 2);
f("a", "a");
f({}, {});
f({}, null);
f(1n, 2n);

// == -a, 1 times | f
function f(a, b) {
  return -a;
}
f(1, 0);

// == -a, 2 times | f
function f(a, b) {
  return -a;
}
f(1, 0);
f(0, 0);

// == a++, 1 times | f
function f(a, b) {
  return a++;
}
f(1, 0);

// == a++, 2 times | f
function f(a, b) {
  return a++;
}
f(1, 0);
f(2147483647, 0);

// == a++, 3 times | f
function f(a, b) {
  return a++;
}
f(1, 0);
f(2147483647, 0);
f(1n, 0);

// == minus zero after small integers | add, sub, mul, mod, or, and, xor, shl, sar, shr, inc, dec, lt, gt, eq, same, num, addSmi, subSmi, orSmi
function add(a, b) { return a + b; }
function sub(a, b) { return a - b; }
function mul(a, b) { return a * b; }
function mod(a, b) { return a % b; }
function or(a, b) { return a | b; }
function and(a, b) { return a & b; }
function xor(a, b) { return a ^ b; }
function shl(a, b) { return a << b; }
function sar(a, b) { return a >> b; }
function shr(a, b) { return a >>> b; }
function inc(a) { return ++a; }
function dec(a) { return a--; }
function lt(a, b) { return a < b; }
function gt(a, b) { return a >= b; }
function eq(a, b) { return a == b; }
function same(a, b) { return a === b; }
function num(a) { return +a; }
function addSmi(a) { return a + 1; }
function subSmi(a) { return a - 1; }
function orSmi(a) { return a | 1; }
for (const f of [add, sub, mul, mod, or, and, xor, shl, sar, shr, inc, dec, lt, gt, eq, same, num, addSmi, subSmi, orSmi]) {
  f(1, 1);
  f(2, 3);
  f(0, 1);
  f(-0, 1);
}
