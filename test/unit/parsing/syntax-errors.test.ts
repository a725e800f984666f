/** Real V8, which runs this test, says of every broken program what Underhood has to say. */
import assert from 'node:assert/strict';
import vm from 'node:vm';
import { parseScriptUnit } from '../../../src/engine/parsing/compile-unit.ts';
import { brokenPrograms } from './broken-programs.ts';

describe('syntax errors', () => {
  for (const source of brokenPrograms) {
    it(`${JSON.stringify(source)}: as V8`, () => assert.equal(messageOf(source), messageOfV8(source)));
  }

  it('stand at the place where V8 underlines', () => {
    for (const source of [
      'let x = ;',
      'foo(a b)',
      'a b',
      'let x = 1; let x = 2;',
      '1 = 2',
      'const a;',
      'break;',
      ')',
    ]) {
      assert.equal(placeOf(source), placeOfV8(source), source);
    }
  });
});

function parse(source: string) {
  return parseScriptUnit({ id: 0, name: 'test.js', kind: 'main', source, lineOffset: 0 });
}

function messageOf(source: string): string {
  const result = parse(source);
  return result.ok ? 'no error' : result.error.message;
}

function placeOf(source: string): string {
  const result = parse(source);
  return result.ok ? '' : `${result.error.line}:${result.error.column}+${result.error.end - result.error.offset}`;
}

function errorOfV8(source: string): Error | undefined {
  try {
    new vm.Script(source, { filename: 'test.js' });
    return undefined;
  } catch (error) {
    assert.ok(error instanceof Error);
    return error;
  }
}

function messageOfV8(source: string): string {
  const error = errorOfV8(source);
  return error === undefined ? 'no error' : `${error.name}: ${error.message}`;
}

/** From the caret line that V8 puts into the stack. */
function placeOfV8(source: string): string {
  const lines = (errorOfV8(source)?.stack ?? '').split('\n');
  const line = /^test\.js:(\d+)$/.exec(lines[0] ?? '')?.[1];
  const caret = lines.find((text) => /^ *\^+$/.test(text)) ?? '';
  return `${line}:${caret.indexOf('^') + 1}+${caret.trim().length}`;
}
