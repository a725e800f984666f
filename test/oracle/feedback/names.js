// == keyed load by one name, 2 hidden classes | f
function f(o, k) {
  return o[k];
}
f(({px: 0}), 'px');
f(({k1: 0, px: 1}), 'px');
f(({px: 0}), 'px');
f(({k1: 0, px: 1}), 'px');

// == keyed load by one name, 5 hidden classes | f
function f(o, k) {
  return o[k];
}
f(({px: 0}), 'px');
f(({k1: 0, px: 1}), 'px');
f(({k2: 0, px: 2}), 'px');
f(({k3: 0, px: 3}), 'px');
f(({k4: 0, px: 4}), 'px');
f(({px: 0}), 'px');
f(({k1: 0, px: 1}), 'px');
f(({k2: 0, px: 2}), 'px');
f(({k3: 0, px: 3}), 'px');
f(({k4: 0, px: 4}), 'px');

// == keyed load by two names | f
function f(o, k) {
  return o[k];
}
f(({a: 1, b: 2}), "a");
f(({a: 1, b: 2}), "b");

// == keyed store by two names | f
function f(o, k) {
  o[k] = 1;
}
f(({a: 1, b: 2}), "a");
f(({a: 1, b: 2}), "b");

// == keyed load by symbol | f
const s = Symbol("s");
function f(o, k) {
  return o[k];
}
f(({[s]: 1}), s);
f(({[s]: 1}), s);

// == in, 1 hidden classes | f
function f(o) {
  return "px" in o;
}
f(({px: 0}));
f(({px: 0}));

// == in, 3 hidden classes | f
function f(o) {
  return "px" in o;
}
f(({px: 0}));
f(({k1: 0, px: 1}));
f(({k2: 0, px: 2}));
f(({px: 0}));
f(({k1: 0, px: 1}));
f(({k2: 0, px: 2}));

// == in, 5 hidden classes | f
function f(o) {
  return "px" in o;
}
f(({px: 0}));
f(({k1: 0, px: 1}));
f(({k2: 0, px: 2}));
f(({k3: 0, px: 3}));
f(({k4: 0, px: 4}));
f(({px: 0}));
f(({k1: 0, px: 1}));
f(({k2: 0, px: 2}));
f(({k3: 0, px: 3}));
f(({k4: 0, px: 4}));

// == in, index | f
function f(o, k) {
  return k in o;
}
f([1, 2], 0);
f([1, 2], 5);
f([1, , 2], 1);

// == in, of a primitive | f
function f(o) {
  return "px" in o;
}
try { f("text"); } catch {}
try { f(1); } catch {}
