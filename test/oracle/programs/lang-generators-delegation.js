// yield*: to generators, to arrays and strings, to iterators of one's own; what is passed through and what is not.
function* inner() {
  try {
    const got = yield 'inner 1';
    console.log('inner got', got);
    yield 'inner 2';
  } catch (error) {
    console.log('inner caught', error);
    yield 'after catch';
  } finally {
    console.log('inner finally');
  }
  return 'inner result';
}
function* outer() {
  const result = yield* inner();
  console.log('result', result);
  yield* [1, 2];
  yield* 'hi';
  return 'done';
}
console.log([...outer()]);
const g = outer();
console.log(g.next(), g.next('passed in'), g.throw('thrown in'), g.next(), g.next());
const h = outer();
h.next();
console.log('returned through', h.return('stop'), h.next());

const noisy = {
  [Symbol.iterator]() {
    let n = 0;
    return {
      next(v) { console.log('next', v); return { value: n, done: ++n > 2 }; },
      return(v) { console.log('return', v); return { value: `closed with ${v}`, done: true }; },
    };
  },
};
function* wrap() { return yield* noisy; }
const w = wrap();
console.log(w.next('a'), w.next('b'), w.next('c'));
const x = wrap();
x.next();
console.log(x.return('bye'));
const y = wrap();
y.next();
// There is no throw method: the iterator is closed, and that is the error.
try { y.throw(new Error('lost')); } catch (error) { console.log(error.name, error.message); }

function* walk(tree) {
  if (!tree) return 0;
  const left = yield* walk(tree.left);
  yield tree.value;
  const right = yield* walk(tree.right);
  return left + right + 1;
}
const leaf = (value) => ({ value });
const tree = { value: 4, left: { value: 2, left: leaf(1), right: leaf(3) }, right: leaf(6) };
const steps = walk(tree);
let step;
const seen = [];
while (!(step = steps.next()).done) seen.push(step.value);
console.log(seen.join(' '), 'of', step.value);
