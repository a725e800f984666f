// valueOf, toString and Symbol.toPrimitive: who is asked first, with which hint, and what counts as an answer.
const log = [];
const object = {
  valueOf() { log.push('valueOf'); return 42; },
  toString() { log.push('toString'); return 'text'; },
};
const flush = () => log.splice(0).join('+') || 'nobody';
const show = (name, value) => console.log(name.padEnd(14), String(value).padEnd(12), flush());
show('+', object + 1);
show('+ string', object + '!');
show('template', `${object}`);
show('String', String(object));
show('Number', Number(object));
show('-', object - 2);
show('<', object < 50);
show('== number', object == 42);
show('== string', object == 'text');
show('== self', object == object);
show('key', { text: 'by text', 42: 'by 42' }[object]);
show('join', [object, object].join());
show('boolean', !object);
show('isNaN', isNaN(object));
show('Date', new Date(object).getTime());
show('concat', 'a'.concat(object));
show('parseInt', parseInt(object, 36));
show('JSON', JSON.stringify({ object }));
show('Math.max', Math.max(object, 1));
show('repeat', 'ab'.repeat({ valueOf: () => (log.push('count'), 2) }));
show('++', (() => { let o = object; o++; return o; })());

const hinted = { [Symbol.toPrimitive](hint) { log.push(hint); return hint === 'number' ? 7 : `<${hint}>`; } };
show('hint +', hinted + 1);
show('hint -', hinted * 2);
show('hint ${}', `${hinted}`);
show('hint ==', hinted == '<default>');
show('hint key', Object.keys({ [hinted]: 1 }));
show('hint date', new Date(hinted).getTime());
show('hint compare', hinted > 6);

for (const [name, bad] of Object.entries({
  objects: { valueOf: () => ({}), toString: () => [] },
  'null prototype': Object.create(null),
  'primitive returns object': { [Symbol.toPrimitive]: () => ({}) },
  'primitive not callable': { [Symbol.toPrimitive]: 1 },
  symbol: { toString: () => Symbol('s') },
})) { try { show(name, `${bad}`); } catch (error) { console.log(name, '->', error.message); } }
show('fallback', { valueOf: () => ({}), toString: () => (log.push('second'), '5') } * 2);
const date = new Date(0);
show('date +', (date + 1).length > 10);
show('date -', date - 1);
show('wrapper', new Number(5) + new String('x') + new Boolean(true));
show('symbol desc', Object(Symbol('s')).toString());
console.log([10, 9, 1].sort() + '', [[2, 1], [1]] + '', [null, [undefined, [3]]] + '', ({}) + '', (() => 1) + '');
