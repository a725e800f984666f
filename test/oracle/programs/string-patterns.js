// Patterns, replacers and the Symbol.* protocol of strings.
console.log('a-b-c'.replace('-', (match, offset, whole) => `[${match}|${offset}|${whole}]`));
console.log('a-b-c'.replaceAll('-', (match, offset) => offset));
console.log('x'.replaceAll('', '_'), 'aaa'.replaceAll('aa', 'b'), 'abc'.replaceAll('', () => '.'));
console.log('John Smith'.replace(/(?<first>\w+)\s(?<last>\w+)/, '$<last>, $<first>'));
console.log('John Smith'.replace(/(?<first>\w+)\s(?<last>\w+)/, (...args) => JSON.stringify(args)));
console.log('2024-01-15'.replace(/(\d+)-(\d+)-(\d+)/, "$3/$2/$1 [$&] [$`] [$'] $$ $4 $10"));
const seen = [];
console.log('one two three'.replace(/\w+/g, (word, index) => (seen.push(index), word[0].toUpperCase() + word.slice(1))), seen);
for (const match of 'a1b22c333'.matchAll(/([a-z])(\d+)/g)) console.log(match.index, match[0], match.slice(1));
console.log([...'aXbX'.matchAll('X')].map((match) => match.index));
console.log('a, b;c'.split(/[,;]\s*/), 'abc'.split(''), 'a1b2'.split(/(\d)/), 'abc'.split(/(?:)/, 2), ''.split(/x/), ''.split(''));
console.log('The Quick'.match(/quick/i), 'x'.match(/y/), 'banana'.match(/an/g), 'abc'.search(/c/));

const sticky = /foo/y;
sticky.lastIndex = 3;
console.log(sticky.test('barfoo'), sticky.lastIndex, sticky.test('barfoo'), sticky.lastIndex);
const indexed = /(?<year>\d{4})-(\d\d)/d.exec('on 2024-05');
console.log(indexed.indices[0], indexed.indices[2], indexed.indices.groups.year);

class Custom {
  constructor(text) { this.text = text; }
  [Symbol.replace](string, replacement) { return `${string}<${this.text}>${replacement}`; }
  [Symbol.match](string) { return [this.text, string]; }
  [Symbol.split](string, limit) { return [string, this.text, limit]; }
  [Symbol.search]() { return 42; }
}
const custom = new Custom('c');
console.log('s'.replace(custom, 'r'), 's'.match(custom), 's'.split(custom, 3), 's'.search(custom));

class Logging extends RegExp {
  exec(string) {
    const result = super.exec(string);
    console.log('exec', this.lastIndex, result && result[0]);
    return result;
  }
}
console.log('aXbXc'.replace(new Logging('X', 'g'), (match, offset) => `(${match}${offset})`));
console.log('aXbXc'.split(new Logging('X')));
console.log('aXbXc'.match(new Logging('X', 'g')), new Logging('c') instanceof RegExp);
console.log([...'aXbX'.matchAll(new Logging('X', 'g'))].length);

for (const action of [
  () => 'x'.replaceAll(/x/, 'y'),
  () => 'x'.matchAll(/x/),
  () => new RegExp('['),
  () => new RegExp('a', 'gg'),
  () => 'x'.startsWith(/x/),
  () => 'abc'.repeat(-1),
  () => 'abc'.normalize('NFX'),
  () => String.fromCodePoint(0x110000),
  () => String.prototype.trim.call(undefined),
  () => 'x'.replace('x', () => { throw new RangeError('from the replacer'); }),
  () => `${Symbol('s')}`,
]) {
  try {
    console.log(action());
  } catch (error) {
    console.log(`${error.name}: ${error.message}`);
  }
}
console.log(String.raw`a\n${1}b`, String(Symbol('d')), [...'a😀b'], 'a😀b'.length, 'a😀b'.at(-1), 'abc'.at(-4));
console.log('ab'.padStart(5, 'xy'), 'ab'.padEnd(5), '|', '\t x\n'.trim(), 'x'.concat(1, null, [2, 3]), 'aé'.isWellFormed(), '\ud800'.toWellFormed().charCodeAt(0).toString(16));
console.log('a'.localeCompare('b'), ['b', 'a', 'C'].sort((x, y) => x.localeCompare(y)), 'text'.anchor('"q"'), 'abcdef'.substr(-3, 2), 'abcdef'.substring(4, 1));
/(\w)(\w)/.exec('hello');
console.log(RegExp.$1, RegExp.$2, RegExp['$&'], RegExp.lastMatch, RegExp["$'"]);
console.log(RegExp.prototype.toString.call({ source: 'a', flags: 'b' }), Object.prototype.toString.call(/x/), /a\/b/.source, new RegExp('/').source, new RegExp('').toString(), RegExp('x', 'gi').flags);
