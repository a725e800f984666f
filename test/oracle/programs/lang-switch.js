// switch: strict comparison, fallthrough, default in the middle, scopes, order of evaluation.
const log = [];
const test = (name, value) => (log.push(name), value);
function which(x) {
  log.length = 0;
  let path = '';
  switch (x) {
    case test('one', 1): path += 'a';
    case test('two', 2): path += 'b'; break;
    default: path += 'd';
    case test('three', 3): path += 'c';
    case test('text', '1'): path += 'e'; break;
    case test('NaN', NaN): path += 'never';
  }
  return `${path} after ${log}`;
}
for (const x of [1, 2, 3, '1', 4, NaN, '2']) console.log(x, which(x));

function scoped(n) {
  switch (n) {
    case 0: let a = 'zero'; const f = () => a; return f();
    case 1: try { a; } catch (error) { return `${error.name}: ${error.message}`; }
    case 2: a = 'assigned'; return a;
    default: function hoisted() { return 'hoisted'; } return hoisted();
  }
}
console.log(scoped(0), scoped(1), scoped(3));
try { scoped(2); } catch (error) { console.log(error.message); }

const grade = (points) => {
  switch (true) {
    case points >= 90: return 'A';
    case points >= 80: return 'B';
    default: return 'F';
  }
};
console.log([95, 85, 10].map(grade).join(''));
function dense(n) {
  switch (n) { case 0: return 'zero'; case 1: return 'one'; case 2: return 'two'; case 3: return 'three'; case 4: return 'four'; case 5: return 'five'; case 6: return 'six'; case 7: return 'seven'; }
  return typeof n;
}
console.log([0, 7, 3.5, -1, 8, '3', null, -0, 5.0, 2n].map(dense).join(' '));
switch (log.push('once'), 3) { case 1: case 2: console.log('low'); break; case 3: case 4: console.log('mid'); }
switch (0) {}
switch (1) { default: }
function kind(value) {
  switch (typeof value) {
    case 'object': switch (value) { case null: return 'null'; } return Array.isArray(value) ? 'array' : 'object';
    case 'function': return /^class/.test(value) ? 'class' : 'function';
    case typeof 1n: return 'big';
  }
  return 'other';
}
console.log([null, [], {}, class {}, () => {}, 1n, 'x'].map(kind));
