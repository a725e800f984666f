const tag = Symbol('tag');
const iterable = {
  *[Symbol.iterator]() {
    yield 1;
  },
  [tag]: 1,
  get [Symbol.toStringTag]() {
    return 'T';
  },
};
for (const v of iterable) iterable[tag] += v;
class Matcher {
  static [Symbol.hasInstance](x) {
    return x === 1;
  }
}
1 instanceof Matcher;
({}) instanceof Object;
tag in iterable;
function isNew() {
  return new.target === isNew;
}
isNew();
new isNew();
