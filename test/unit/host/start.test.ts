// What a run costs before its program begins: nothing is made that the program may never ask for.
import assert from 'node:assert/strict';
import { startRun } from '../../../src/host/start.ts';
import { testEnvironment } from '../run-program.ts';

describe('the start of a run', () => {
  for (const runtime of ['node', 'browser'] as const) {
    it(`makes no module of the host’s (${runtime})`, () => {
      const sourceKind = runtime === 'node' ? 'commonjs' : 'script';
      const started = startRun({
        source: '',
        environment: { ...testEnvironment, runtime, sourceKind },
        output: { write: () => undefined },
        statements: false,
      });
      assert.ok(started.ok);
      assert.deepEqual([...started.host.modules.keys()], []);
    });
  }
});
