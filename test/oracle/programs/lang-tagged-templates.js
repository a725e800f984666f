// Templates: coercion order, raw strings, identity of the strings array, nesting, String.raw.
const tag = (strings, ...values) => `${strings.join('|')} <- ${values.map((v) => typeof v).join()} (${strings.length})`;
console.log(tag`a${1}b${'x'}c`, tag``, tag`${{}}${null}`);
console.log(((s) => s.raw[0] + s[0].length)`line\nbreak\u0041\t`);
console.log(((s) => [s[0], s.raw[0]])`\unicode and \xerxes`);

function same(strings) { return strings; }
const at = () => same`one${0}`;
console.log(at() === at(), same`x` === same`x`, Object.isFrozen(at()), Object.isFrozen(at().raw), Array.isArray(at().raw));

const log = [];
const value = (name) => ({ toString: () => (log.push(`string ${name}`), name), valueOf: () => (log.push(`value ${name}`), name) });
console.log(`${value('a')}-${value('b')}`, '' + value('c'), log.join());
console.log(`${[1, [2, 3]]} ${{ a: 1 }} ${() => 1} ${null} ${undefined} ${-0} ${1n}`);
try { `${Symbol('s')}`; } catch (error) { console.log(error.message); }
console.log(`nested ${`inner ${1 + 1} ${`deep`}`} done`, `multi
line`, `\`escaped\` \${not}`, `a\
b`);
console.log(String.raw`C:\new\table ${1 + 1}`, String.raw({ raw: 'xyz' }, 0, 1, 2, 3), String.raw({ raw: [] }));

const html = (strings, ...values) =>
  strings.reduce((out, s, i) => out + String(values[i - 1]).replace(/[<&]/g, (c) => ({ '<': '&lt;', '&': '&amp;' })[c]) + s);
console.log(html`<p>${'a < b & c'}</p>`);
const object = { name: 'o', tag(strings, v) { return this.name + strings.join('') + v; }, get maker() { return (s) => (t) => s[0] + t[0]; } };
console.log(object.tag`[${1}]`, object.maker`first``second`, object['tag']`x${2}`);
class Tagged { constructor(strings, ...v) { this.v = v; } }
try { new Tagged`a${1}`; } catch (error) { console.log(error.message); }
console.log(new (class { constructor(s) { this.s = s; } })(`plain`), new (((strings) => class { s = strings[0]; })`made`)().s);
const counter = { n: 0, get next() { return ++this.n; } };
console.log(`${counter.next}${counter.next}${counter.next}`, `${(() => { try { return 'try'; } finally { counter.n = 0; } })()}${counter.n}`);
const template = (strings, ...keys) => (data) => strings.map((s, i) => s + (keys[i] !== undefined ? data[keys[i]] : '')).join('');
console.log(template`Hello ${'name'}, you are ${'age'}!`({ name: 'Ada', age: 36 }));
