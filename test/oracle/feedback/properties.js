// == load, 1 hidden classes | f
function f(o) {
  return o.px;
}
f(({px: 0}));
f(({px: 0}));

// == load, 2 hidden classes | f
function f(o) {
  return o.px;
}
f(({px: 0}));
f(({k1: 0, px: 1}));
f(({px: 0}));
f(({k1: 0, px: 1}));

// == load, 4 hidden classes | f
function f(o) {
  return o.px;
}
f(({px: 0}));
f(({k1: 0, px: 1}));
f(({k2: 0, px: 2}));
f(({k3: 0, px: 3}));
f(({px: 0}));
f(({k1: 0, px: 1}));
f(({k2: 0, px: 2}));
f(({k3: 0, px: 3}));

// == load, 5 hidden classes | f
function f(o) {
  return o.px;
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

// == load, 6 hidden classes | f
function f(o) {
  return o.px;
}
f(({px: 0}));
f(({k1: 0, px: 1}));
f(({k2: 0, px: 2}));
f(({k3: 0, px: 3}));
f(({k4: 0, px: 4}));
f(({k5: 0, px: 5}));
f(({px: 0}));
f(({k1: 0, px: 1}));
f(({k2: 0, px: 2}));
f(({k3: 0, px: 3}));
f(({k4: 0, px: 4}));
f(({k5: 0, px: 5}));

// == store, 2 hidden classes | f
function f(o) {
  o.px = 7;
}
f(({px: 0}));
f(({k1: 0, px: 1}));
f(({px: 0}));
f(({k1: 0, px: 1}));

// == store, 5 hidden classes | f
function f(o) {
  o.px = 7;
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

// == store that adds, 2 hidden classes | f
function f(o) {
  o.added = 7;
}
f(({px: 0}));
f(({k1: 0, px: 1}));

// == store that adds, 5 hidden classes | f
function f(o) {
  o.added = 7;
}
f(({px: 0}));
f(({k1: 0, px: 1}));
f(({k2: 0, px: 2}));
f(({k3: 0, px: 3}));
f(({k4: 0, px: 4}));
