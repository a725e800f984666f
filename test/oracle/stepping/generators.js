function* count(limit) {
  for (let i = 0; i < limit; i++) {
    yield i;
  }
  return limit;
}
const iterator = count(2);
iterator.next();
let result = iterator.next();
result = iterator.next();
for (const value of count(2)) {
  result = value;
}
const all = [...count(2)];
function* outer() {
  const inner = yield* count(1);
  yield inner;
}
const [first, second] = outer();
