// What closures made in loops remember: one binding per iteration for let, one for all for var.
const withVar = [];
for (var i = 0; i < 3; i++) withVar.push(() => i);
console.log('var', withVar.map((f) => f()));

const withLet = [];
for (let i = 0; i < 3; i++) withLet.push(() => i);
console.log('let', withLet.map((f) => f()));

// The update happens on a copy: what the body changed goes on, what the closure changes later does not.
const changed = [];
for (let i = 0; i < 6; i++) {
  changed.push(() => i++);
  i++;
}
console.log('changed in the body', changed.map((f) => f()), changed.map((f) => f()));

// A closure made in the head sees the binding of the head, which no iteration changes.
let fromHead;
for (let n = 0, peek = (fromHead = () => n); n < 3; n++) peek();
console.log('head', fromHead());

const forIn = [];
for (const key in { a: 1, b: 2 }) forIn.push(() => key);
const forOf = [];
for (let [k, v] of new Map([['x', 1], ['y', 2]])) forOf.push(() => `${k}${v++}`);
console.log('in', forIn.map((f) => f()), 'of', forOf.map((f) => f()), forOf.map((f) => f()));

const whileClosures = [];
let count = 0;
while (count < 3) {
  const here = count * 10;
  whileClosures.push(() => here + count);
  count++;
}
console.log('while', whileClosures.map((f) => f()));

// Two closures of one iteration share it.
const pairs = [];
for (let i = 0; i < 2; i++) pairs.push([() => ++i, () => i]);
pairs[0][0]();
pairs[0][0]();
console.log('shared', pairs.map(([, get]) => get()));

// The immediately called function of old code does the same as let.
const old = [];
for (var j = 0; j < 3; j++) (function (k) { old.push(() => k + j); })(j);
console.log('iife', old.map((f) => f()));
