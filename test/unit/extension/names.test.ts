// Names in program text, for values at the ends of lines and for hovers.
import assert from 'node:assert/strict';
import { expressionAt, namesIn } from '../../../src/extension/debugging/names.ts';

const variables = (text: string): string[] =>
  namesIn(text).flatMap(({ text: name, isProperty }) => (isProperty ? [] : [name]));

/** The expression at the place of the bar. */
function hovered(marked: string): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = expressionAt(text, offset);
  return found && text.slice(found.start, found.end);
}

describe('names in text', () => {
  it('are those of variables', () => {
    assert.deepEqual(variables('const total = before + prices[i].tax?.rate;'), ['total', 'before', 'prices', 'i']);
    assert.deepEqual(variables('({ a: b, c, d: e ? f : g })'), ['b', 'c', 'e', 'f', 'g']);
    assert.deepEqual(variables('f(...rest, größe, $x, _y)'), ['f', 'rest', 'größe', '$x', '_y']);
  });

  it('are not in strings, comments, templates and regular expressions', () => {
    assert.deepEqual(variables(`a = "b" + 'c\\'d' // e\n/* f\ng */ h`), ['a', 'h']);
    assert.deepEqual(variables('a = `b ${c} d` + e'), ['a', 'e']);
    assert.deepEqual(variables('a = /b[/c]d/gi.test(e); return /f/'), ['a', 'e']);
  });

  it('are on both sides of a division', () => {
    assert.deepEqual(variables('a / b / c'), ['a', 'b', 'c']);
    assert.deepEqual(variables('(a) / b.c / d[0] / e'), ['a', 'b', 'd', 'e']);
  });
});

describe('the expression below the pointer', () => {
  it('is the chain up to there', () => {
    assert.equal(hovered('x = this.items.le|ngth + 1'), 'this.items.length');
    assert.equal(hovered('x = this.it|ems.length + 1'), 'this.items');
    assert.equal(hovered('us|er.name'), 'user');
    assert.equal(hovered('list[0]?.na|me'), 'list[0]?.name');
    assert.equal(hovered("table[key].rows['a'].n|"), "table[key].rows['a'].n");
    assert.equal(hovered('f(...ar|gs)'), 'args');
  });

  it('is none where something would have to be called again, or nothing has a value', () => {
    assert.equal(hovered('next().va|lue'), undefined);
    assert.equal(hovered('list[i++].na|me'), undefined);
    assert.equal(hovered('ret|urn x'), undefined);
    assert.equal(hovered('"na|me"'), undefined);
    assert.equal(hovered('a + // na|me'), undefined);
  });
});
