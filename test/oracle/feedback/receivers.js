// == load of proxy | f
function del(o) { delete o.q; return o; }
function f(o) {
  return o.px;
}
for (let i = 0; i < 3; i++) f(new Proxy({px: 1}, {}));

// == store to proxy | f
function del(o) { delete o.q; return o; }
function f(o) {
  o.px = 1;
}
for (let i = 0; i < 3; i++) f(new Proxy({px: 1}, {}));

// == load of dictionary | f
function del(o) { delete o.q; return o; }
function f(o) {
  return o.px;
}
for (let i = 0; i < 3; i++) f(del({px: 1, q: 2}));

// == store to dictionary | f
function del(o) { delete o.q; return o; }
function f(o) {
  o.px = 1;
}
for (let i = 0; i < 3; i++) f(del({px: 1, q: 2}));

// == load of nullPrototype | f
function del(o) { delete o.q; return o; }
function f(o) {
  return o.px;
}
for (let i = 0; i < 3; i++) f(Object.create(null));

// == store to nullPrototype | f
function del(o) { delete o.q; return o; }
function f(o) {
  o.px = 1;
}
for (let i = 0; i < 3; i++) f(Object.create(null));

// == load of getter | f
function del(o) { delete o.q; return o; }
function f(o) {
  return o.px;
}
for (let i = 0; i < 3; i++) f(({get px() { return 1; }}));

// == store to getter | f
function del(o) { delete o.q; return o; }
function f(o) {
  o.px = 1;
}
for (let i = 0; i < 3; i++) f(({get px() { return 1; }}));

// == load of frozen | f
function del(o) { delete o.q; return o; }
function f(o) {
  return o.px;
}
for (let i = 0; i < 3; i++) f(Object.freeze({px: 1}));

// == store to frozen | f
function del(o) { delete o.q; return o; }
function f(o) {
  o.px = 1;
}
for (let i = 0; i < 3; i++) f(Object.freeze({px: 1}));

// == load of inherited | f
function del(o) { delete o.q; return o; }
function f(o) {
  return o.px;
}
for (let i = 0; i < 3; i++) f(Object.create({px: 1}));

// == store to inherited | f
function del(o) { delete o.q; return o; }
function f(o) {
  o.px = 1;
}
for (let i = 0; i < 3; i++) f(Object.create({px: 1}));

// == load of missing | f
function del(o) { delete o.q; return o; }
function f(o) {
  return o.px;
}
for (let i = 0; i < 3; i++) f(({}));

// == store to missing | f
function del(o) { delete o.q; return o; }
function f(o) {
  o.px = 1;
}
for (let i = 0; i < 3; i++) f(({}));

// == load of array | f
function del(o) { delete o.q; return o; }
function f(o) {
  return o.px;
}
for (let i = 0; i < 3; i++) f([1]);

// == store to array | f
function del(o) { delete o.q; return o; }
function f(o) {
  o.px = 1;
}
for (let i = 0; i < 3; i++) f([1]);

// == load of function | f
function del(o) { delete o.q; return o; }
function f(o) {
  return o.px;
}
for (let i = 0; i < 3; i++) f(function () {});

// == store to function | f
function del(o) { delete o.q; return o; }
function f(o) {
  o.px = 1;
}
for (let i = 0; i < 3; i++) f(function () {});

// == load of string | f
function del(o) { delete o.q; return o; }
function f(o) {
  return o.px;
}
for (let i = 0; i < 3; i++) f("text");

// == store to string | f
function del(o) { delete o.q; return o; }
function f(o) {
  o.px = 1;
}
for (let i = 0; i < 3; i++) f("text");

// == load of number | f
function del(o) { delete o.q; return o; }
function f(o) {
  return o.px;
}
for (let i = 0; i < 3; i++) f(12);

// == store to number | f
function del(o) { delete o.q; return o; }
function f(o) {
  o.px = 1;
}
for (let i = 0; i < 3; i++) f(12);

// == load of boolean | f
function del(o) { delete o.q; return o; }
function f(o) {
  return o.px;
}
for (let i = 0; i < 3; i++) f(true);

// == load of symbol | f
function del(o) { delete o.q; return o; }
function f(o) {
  return o.px;
}
for (let i = 0; i < 3; i++) f(Symbol("q"));

// == load of undefined | f
function f(o) {
  return o.px;
}
try { f(undefined); } catch {}
try { f(null); } catch {}
f({px: 1});
