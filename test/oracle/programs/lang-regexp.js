// Regular expressions: groups, flags, lastIndex, lookaround, replace functions, sticky, split, errors.
console.log('2020-12-31'.match(/(?<y>\d{4})-(?<m>\d\d)/).groups, '2020-12-31'.match(/\d+/g), 'x'.match(/y/), 'x'.match(/y/g), /a(b)?(c)?/.exec('ab'));
const date = /(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)/u;
console.log('2020-12-31'.replace(date, '$<day>.$<month>.$1 $$ $& $3$4'), '2020-12-31'.replace(date, (...a) => JSON.stringify(a.at(-1))));
const g = /o/g;
console.log(g.test('foo'), g.lastIndex, g.test('foo'), g.lastIndex, g.test('foo'), g.lastIndex, g.flags, g.source, String(g));
const y = /a/y;
console.log(y.test('ba'), (y.lastIndex = 1, y.test('ba')), y.lastIndex, 'aab'.replace(/a/gy, '-'), 'baa'.replace(/a/gy, '-'));
console.log([...'a1b22'.matchAll(/([a-z])(\d+)/g)].map((m) => `${m[1]}${m[2]}@${m.index}`), 'aBc'.replace(/b/i, (c) => c + c), 'x\ny'.match(/^y$/m).index, /a.c/s.test('a\nc'), /a.c/.test('a\nc'));
console.log('price 100 USD'.match(/\d+(?= USD)/)[0], '$5 €7'.match(/(?<=€)\d/)[0], 'foobar'.match(/foo(?!baz)/)[0], 'abab'.match(/(?<!a)b/), '1234567'.replace(/\B(?=(\d{3})+$)/g, ','));
console.log(/(a+)+b/.test('aaab'), /^(?:(\w)(?!.*\1))+$/.test('unique'), /(\w)\1/.exec('hello')[0], /\bcat\b/.test('a cat!'), /[^\d\s]+/.exec('12 ab3')[0], /a{2,3}?/.exec('aaaa')[0], /(?:a|ab)(?:c|bcd)(?:d*)/.exec('abcd')[0]);
console.log(/\u{1f600}/u.test('😀'), /^.$/u.test('😀'), /^.$/.test('😀'), /\p{Lu}/u.exec('aÄ')[0], /[\p{L}--[a-z]]/v.exec('aÄ')[0], '😀'.split(/(?:)/u).length, /\p{Script=Greek}/u.test('α'));
const d = /(?<word>\w+) (\w+)/d.exec('hi there');
console.log(d.indices[0], d.indices.groups.word, d.indices[2], d.input, d.length);
console.log('a,b;c'.split(/[,;]/), 'abc'.split(/(b)/), 'aXbxc'.split(/x/i, 2), 'ab'.search(/b/), 'x'.replace(/(y)?x/, '[$1]'), 'abc'.replace(/(?<first>a)/, '<$<first>$<none>>'));
for (const bad of ['(', '[b-a]', '*a', 'a{2,1}', '(?<n>a)(?<n>b)', '\\k<x>(?<y>a)']) { try { new RegExp(bad); console.log('fine', bad); } catch (error) { console.log(`${error.name}: ${error.message}`); } }
for (const flags of ['gg', 'x', 'uv']) try { new RegExp('a', flags); } catch (error) { console.log(error.message); }
try { new RegExp('\\p{No}', 'u'); } catch (error) { console.log(error.message); }
console.log(new RegExp('/'), new RegExp(''), RegExp(/a/g) === RegExp(/a/g), new RegExp(/a/g, 'i').flags, new RegExp('\n').source);
