// Strings: slicing with odd indices, search, split, pad, case, code points, normalisation, comparison.
const s = 'Hello, World';
console.log(s.slice(-5, -1), s.slice(3, 1), s.substring(3, 1), s.substr(-5, 2), s.at(-1), s.charAt(99) === '', s[99], s.charCodeAt(99), s.codePointAt(1));
console.log(s.indexOf('o'), s.indexOf('o', 5), s.lastIndexOf('o'), s.lastIndexOf('o', 4), s.indexOf(''), s.lastIndexOf(''), s.includes('World', 8), s.startsWith('World', 7), s.endsWith('Hello', 5));
console.log('a-b-c'.split('-'), 'a-b-c'.split('-', 2), 'abc'.split(''), 'abc'.split(), ''.split(','), ''.split(''), 'a1b22c'.split(/\d/), 'a1b2'.split(/(\d)/), ',a,'.split(','));
console.log('ab'.padStart(5, '123'), 'ab'.padEnd(6), 'abc'.padStart(2) + '|', 'x'.repeat(3), 'x'.repeat(0) === '', ' \t\n x \u00a0\ufeff'.trim() + '|', ' x '.trimStart() + '|', ' x '.trimEnd() + '|');
console.log('ß'.toUpperCase(), 'İ'.toLowerCase().length, 'ΑΣ'.toLowerCase(), 'ﬁ'.toUpperCase(), 'straße'.localeCompare('strasse') !== 0, 'a' < 'B', 'a'.localeCompare('B') < 0, 'Z' < 'a', '10' < '2');
const emoji = '👩‍🚀x😀';
console.log(emoji.length, [...emoji].length, emoji.codePointAt(0).toString(16), String.fromCodePoint(128512, 65), String.fromCharCode(0xd83d, 0xde00), emoji.split('').length, [...'ab😀'].reverse().join(''));
console.log('e\u0301'.normalize() === '\u00e9', 'é'.normalize('NFD').length, '\ud800'.isWellFormed(), '\ud800a'.toWellFormed().charCodeAt(0).toString(16));
console.log('aXbX'.replace('X', '-'), 'aXbX'.replaceAll('X', '-'), 'abc'.replace('b', '[$&$`$\'$$]'), 'abc'.replace('b', (m, i, all) => `${m}${i}${all}`), 'aaa'.replaceAll('', '.'), 'abc'.replace('', '_'));
console.log('abc'.concat(1, null, [2]), 'b'.localeCompare('a'), ['b', 'a', 'C', 'ä'].sort().join(), ['b', 'a', 'C', 'ä'].sort((x, y) => x.localeCompare(y)).join());
for (const bad of [() => 'x'.repeat(-1), () => 'x'.repeat(Infinity), () => 'x'.includes(/x/), () => 'x'.normalize('X'), () => String.fromCodePoint(-1), () => 'x'.replaceAll(/x/, ''), () => String.prototype.trim.call(null), () => 'x'.at(1n), () => 'abc'.matchAll(/b/)]) {
  try { console.log(bad()); } catch (error) { console.log(`${error.name}: ${error.message}`); }
}
console.log(String(null), String([1, [2]]), String(Symbol('d')), `${[]}` === '', new String('obj').length, Object('abc')[1], 'abc' == new String('abc'), typeof Object('x'), [...new String('hi')]);
let built = '';
for (let i = 0; i < 1000; i++) built += String.fromCharCode(97 + (i % 26));
console.log(built.length, built.slice(500, 510), built.indexOf('zab', 900), built.lastIndexOf('a'), built.split('a').length);
console.log('\x41\u0042\u{43}\103\0'.length, 'tab\there', 'quote\'s "x"', 'line\
continued', '\v\f\b'.length, 'a\u2028b'.split('\u2028'));
console.log(escape('ä b+c'), unescape('%E4%20'), encodeURIComponent('ä&b c/😀'), encodeURI('http://x/ä?b c'), decodeURIComponent('%F0%9F%98%80'), 'abc'.anchor('x"y'));
try { decodeURIComponent('%'); } catch (error) { console.log(error.name, error.message); }
