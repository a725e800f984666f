// The interpreter's switch names its cases by number; here the numbers are held against the instruction table, and the
// host is asked whether it still optimises the loop.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bytecodeNames, type Bytecode, Op } from '../../../src/engine/bytecode/bytecodes.ts';

const file = path.resolve(import.meta.dirname, '../../../src/engine/execution/interpreter.ts');
const source = readFileSync(file, 'utf8');

describe('the dispatch switch', () => {
  const cases = [...source.matchAll(/case (\d+):(?: \{)?\s*\/\/ (\w+)/g)].map(([, number, name]) => ({
    number: Number(number),
    name: name as Bytecode,
  }));

  it('numbers each case as the instruction table does', () => {
    for (const { number, name } of cases) assert.equal(number, Op[name], name);
    for (const [, number, name] of source.matchAll(/=== (\d+) \/\* (\w+) \*\//g))
      assert.equal(Number(number), Op[name as Bytecode], name);
  });

  it('handles every bytecode: the first switch some, the second all that the first does not finish', () => {
    const handled = new Set(cases.map(({ name }) => name));
    assert.deepEqual([...handled].sort(), bytecodeNames.toSorted());
    assert.equal([...source.matchAll(/^ +case \d+:/gm)].length, cases.length, 'a case without a name');
    const [, fast, general] = source.split('switch (code[pc]) {');
    assert.ok(fast !== undefined && general !== undefined);
    for (const [, number, name, body] of fast.matchAll(/case (\d+):(?: \{)?\s*\/\/ (\w+)([^]*?)(?=\n +case |$)/g))
      if (/\bbreak;/.test(body!))
        assert.ok(general.includes(`case ${number}:`), `${name} breaks off, and nothing goes on`);
  });

  it('stays small enough for the host to optimise, and is optimised', function () {
    this.timeout(60_000);
    const probe = path.join(import.meta.dirname, 'optimised-loop.ts');
    const output = execFileSync(process.execPath, ['--allow-natives-syntax', '--no-warnings', probe], {
      encoding: 'utf8',
    });
    const { status, isOptimized } = JSON.parse(output) as { status: number; isOptimized: boolean };
    assert.ok(isOptimized, `%GetOptimizationStatus is ${status.toString(2)}`);
  });
});
