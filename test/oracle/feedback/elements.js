// == length of everything | f
function f(o) {
  return o.length;
}
f([1]);
f("text");
f(function () {});
f([1.5]);
f(({length: 1}));
f(new Uint8Array(2));

// == element of [1, 2] | f
function f(o) {
  return o[0];
}
f([1, 2]);
f([1, 2]);

// == element of [1, , 2] | f
function f(o) {
  return o[0];
}
f([1, , 2]);
f([1, , 2]);

// == element of [1.5, 2] | f
function f(o) {
  return o[0];
}
f([1.5, 2]);
f([1.5, 2]);

// == element of [1.5, , 2] | f
function f(o) {
  return o[0];
}
f([1.5, , 2]);
f([1.5, , 2]);

// == element of ["a"] | f
function f(o) {
  return o[0];
}
f(["a"]);
f(["a"]);

// == element of ["a", , 1] | f
function f(o) {
  return o[0];
}
f(["a", , 1]);
f(["a", , 1]);

// == elements kinds one after the other | f
function f(o) {
  return o[0];
}
f([1]);
f([1.5]);
f(["a"]);

// == elements kinds back | f
function f(o) {
  return o[0];
}
f(["a"]);
f([1.5]);
f([1]);
f([1]);

// == holey and packed | f
function f(o) {
  return o[0];
}
f([1, , 2]);
f([1.5]);
f(["a"]);
f([1, , 2]);

// == out of bounds | f
function f(o, i) {
  return o[i];
}
f([1, 2], 0);
f([1, 2], 5);
f([1, 2], 6);

// == a hole | f
function f(o, i) {
  return o[i];
}
f([1, , 2], 0);
f([1, , 2], 1);
f([1, , 2], 1);

// == negative index | f
function f(o, i) {
  return o[i];
}
f([1, 2], 0);
f([1, 2], -1);

// == fraction as key | f
function f(o, i) {
  return o[i];
}
f([1, 2], 0);
f([1, 2], 1.5);

// == index as text | f
function f(o, i) {
  return o[i];
}
f([1, 2], "0");
f([1, 2], "1");

// == character | f
function f(o, i) {
  return o[i];
}
f("text", 0);
f("text", 9);

// == typed arrays | f
function f(o, i) {
  return o[i];
}
f(new Uint8Array(3), 0);
f(new Float64Array(3), 1);
f(new Uint8Array(3), 9);

// == arguments | f
function f(o, i) {
  return o[i];
}
function g() { return arguments; }
f(g(1, 2), 0);
f(g(1, 2), 1);
f(g(1, 2), 5);

// == sparse array | f
const a = [];
a[5000] = 1;
function f(o, i) {
  return o[i];
}
f(a, 5000);
f(a, 1);

// == element store | f
function f(o, i, v) {
  o[i] = v;
}
f([1, 2], 0, 3);
f([1, 2], 1, 4);

// == element store that grows | f
function f(o, i, v) {
  o[i] = v;
}
const a = [];
for (let i = 0; i < 20; i++) f(a, i, i);

// == element store that changes the kind | f
function f(o, i, v) {
  o[i] = v;
}
const a = [];
f(a, 0, 1);
f(a, 1, 1.5);
f(a, 2, "a");
f(a, 0, 2);

// == element store to several kinds | f
function f(o, i, v) {
  o[i] = v;
}
f([1], 0, 1);
f([1.5], 0, 1);
f(["a"], 0, 1);
f([1], 0, 1);

// == element store to shared elements | f
function f(o, i) {
  o[i] = 1;
}
function g() { return [1, 2, 3]; }
f(g(), 0);
f(g(), 1);

// == typed array store | f
function f(o, i) {
  o[i] = 1;
}
f(new Uint8Array(2), 0);
f(new Uint8Array(2), 5);
f(new Float32Array(2), 0);

// == frozen array store | f
function f(o, i) {
  o[i] = 1;
}
f(Object.freeze([1, 2]), 0);
f([1, 2], 0);

// == array literals | f
function f(a) {
  return [a, 1, ...[a, 2]];
}
f(1);
f("s");
