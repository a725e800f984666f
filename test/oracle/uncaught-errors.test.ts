/** An uncaught error that is about code of eval or about JSON shows that text: stdout, stderr and exit code are Node's. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import { runInNode, runInUnderhood } from './run-both.ts';
import { uncaughtErrors } from './uncaught-errors.ts';
import { withoutInternals } from './without-internals.ts';

describe('oracle: uncaught errors', function () {
  this.timeout(60_000);
  let folder: string;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'underhood-uncaught-'));
  });

  for (const [index, source] of uncaughtErrors.entries()) {
    it(JSON.stringify(source), async () => {
      const file = path.join(folder, `${index}.js`);
      writeFileSync(file, source);
      const { stdout, stderr, exitCode } = await runInNode(file);
      const expected = { stdout, stderr: withoutInternals(stderr), exitCode };
      assert.deepEqual(runInUnderhood(file), expected);
    });
  }

  after(() => rmSync(folder, { recursive: true, force: true }));
});
