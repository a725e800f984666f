/** A file that cannot be parsed is told as Node tells it: message, line, excerpt and carets. */
import assert from 'node:assert/strict';
import vm from 'node:vm';
import { runInProcess } from '../../src/cli/run-in-process.ts';
import { testEnvironment } from '../unit/run-program.ts';
import { syntaxErrors } from './syntax-errors.ts';

const fileName = '/program.js';

describe('oracle: syntax errors', () => {
  for (const source of syntaxErrors) {
    it(JSON.stringify(source), () => assert.equal(printedByUnderhood(source), printedByNode(source)));
  }
});

function printedByUnderhood(source: string): string {
  let printed = '';
  runInProcess(source, { ...testEnvironment, sourceKind: 'commonjs', fileName }, false, {
    write: (_stream, text) => {
      printed += text;
    },
  });
  return printed.trimEnd();
}

/** As Node prints it for a CommonJS file: the wrapper is compiled as the body of a function. */
function printedByNode(source: string): string {
  try {
    vm.compileFunction(source, ['exports', 'require', 'module', '__filename', '__dirname'], { filename: fileName });
    return 'no error';
  } catch (error) {
    assert.ok(error instanceof SyntaxError);
    return (error.stack ?? '').replace(/\n {4}at [^]*$/, '').trimEnd();
  }
}
