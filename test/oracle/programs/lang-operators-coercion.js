// Tables of + - * < == with values of every kind.
const values = [undefined, null, true, 0, -0, 1.5, NaN, '', '2', 'x', [], [3], [1, 2], {}, () => 1];
const show = (v) => (typeof v === 'string' ? JSON.stringify(v) : typeof v === 'function' ? 'fn' : Array.isArray(v) ? `[${v}]` : Object.is(v, -0) ? '-0' : typeof v === 'object' && v ? '{}' : String(v));
const table = (name, f) => {
  console.log(`\n${name}`);
  for (const a of values) console.log(show(a).padEnd(10), values.map((b) => show(f(a, b))).join(' '));
};
table('==', (a, b) => +(a == b));
table('<', (a, b) => +(a < b));
table('-', (a, b) => a - b);
table('+', (a, b) => (typeof (a + b) === 'string' ? 's' + (a + b).length : a + b));
console.log('\nunary');
for (const v of values) console.log(show(v), show(+v), show(-v), ~v, !v, typeof v, Boolean(v), v >> 1, v >>> 28);
console.log([] + {}, [] + [], [1] * [2], '3' * '4', '5' - 2, '5' + 2, 1 + undefined, 1 + null, 'a' + null, true + true, [2] > 1, '10' < '9', 10 < '9a', null >= 0, undefined == 0, null == undefined);
console.log(1 < 2 < 3, 3 > 2 > 1, NaN != NaN, [NaN].includes(NaN), [NaN].indexOf(NaN), Object.is(0, -0), 0 === -0, 1 / -0);
console.log('b' + 'a' + +'a' + 'a', +'  12  ', +'0x1f', +'0b101', +'0o17', +'1e3', +'1_000', +'', +' \n', +'Infinity', +'-', parseInt('12px'), parseFloat('.5.5'), Number(null), Number([5]), Number('5,6'));
