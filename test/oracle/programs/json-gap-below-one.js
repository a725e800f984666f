// A gap between 0 and 1 makes lines that are not indented, as V8 has it.
const value = { a: [1, {}], b: {}, c: [] };
for (const gap of [0.5, 0.999, 0, -0.5, 1.5, NaN, '', Object(0.5), Object(''), 10.9, Infinity, 'ab']) {
  console.log(JSON.stringify(value, null, gap));
  console.log(JSON.stringify({ toJSON: () => value }, (key, each) => each, gap));
}
console.log(JSON.stringify([], null, 0.5), JSON.stringify({}, null, 0.5));
