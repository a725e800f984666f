/** The benchmark's kernels compute in Underhood what they compute in Node, or their times say nothing. */
import assert from 'node:assert/strict';
import { runProgram } from '../unit/run-program.ts';
import { prepare } from './engines/node.mjs';
import { bundle, kernels } from './programs.ts';

describe('kernels of the benchmark', () => {
  for (const kernel of kernels()) {
    it(kernel.name, async () => {
      const source = await bundle(kernel, kernel.small);
      const { printed } = await prepare(source)();
      const run = runProgram(source, { maxSteps: 100_000_000 });
      assert.equal(run.stdout, printed);
      assert.notEqual(printed, '');
    });
  }
});
