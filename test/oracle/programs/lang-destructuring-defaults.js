// Defaults in patterns: evaluated when undefined, in order, and only then.
const log = [];
const note = (name, value) => (log.push(name), value);
const { a = note('a', 1), b = note('b', 2), c: { d = note('d', 3), e = d + 1 } = note('c', {}) } = { a: undefined, b: null };
console.log(a, b, d, e, log.join());

const [x = 1, y = x * 2, [z = y * 2] = [], ...rest] = [undefined, , [undefined], 4, , 6];
console.log(x, y, z, rest, 1 in rest);

function options({ size = 'big', cords: { x: cx = 0, y: cy = cx } = {}, ...others } = {}, last = () => size) {
  return [size, cx, cy, others, last()];
}
console.log(options(), options({ cords: { x: 5 }, extra: 1 }, undefined));
console.log(options.length, (({ a }, b = 1, c) => 0).length);

let p = 1, q = 2, target = { list: [] };
[p, q] = [q, p];
[target.list[1], target['na' + 'me'] = 'default'] = ['second'];
({ p, q: target.q = 9, ...target.rest } = { p: 'P', r: 1, s: 2 });
console.log(p, q, target);

const key = 'dynamic';
const { [key]: value = 'none', [`${key}2`]: other, length } = Object.assign([1, 2, 3], { dynamic: 'yes' });
console.log(value, other, length);
const { length: chars, 0: first, [1]: second } = 'text';
console.log(chars, first, second);

for (const pattern of [() => { const { x } = null; }, () => { const [x] = {}; }, () => { const { a: { b } } = {}; },
  () => { const [x] = undefined; }, () => { (({ x }) => x)(); }, () => { const { [k]: v, k } = {}; }, () => { const [n = n] = []; }]) {
  try { pattern(); } catch (error) { console.log(`${error.name}: ${error.message}`); }
}
const names = [];
const { f = () => {}, g = function () {}, h = class {} } = {};
console.log(f.name, g.name, h.name, (({ t = () => {} }) => t.name)({}));
const swap = ([a, b]) => [b, a];
console.log(swap(swap([1, 2])), (({ length }) => length)(swap));
for (const { id, tags: [tag = 'untagged'] = [] } of [{ id: 1 }, { id: 2, tags: ['x', 'y'] }, { id: 3, tags: [] }]) names.push(id + tag);
console.log(names);
