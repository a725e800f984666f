/** An uncaught error that is about code of eval, about JSON or about syntax shows that text: stdout, stderr and exit code are Node's. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import { runInNode, runInUnderhood } from './run-both.ts';
import { moduleErrors, uncaughtErrors } from './uncaught-errors.ts';
import { withoutInternals } from './without-internals.ts';

describe('oracle: uncaught errors', function () {
  this.timeout(60_000);
  let folder: string;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'underhood-uncaught-'));
  });

  for (const source of uncaughtErrors) it(JSON.stringify(source), () => compare(source, 'commonjs'));
  for (const source of moduleErrors) it(`module: ${JSON.stringify(source)}`, () => compare(source, 'module'));

  async function compare(source: string, kind: 'commonjs' | 'module'): Promise<void> {
    const file = path.join(folder, kind === 'module' ? 'program.mjs' : 'program.js');
    writeFileSync(file, source);
    const { stdout, stderr, exitCode } = await runInNode(file);
    const expected = { stdout, stderr: withoutInternals(stderr), exitCode };
    assert.deepEqual(runInUnderhood(file, kind), expected);
  }

  after(() => rmSync(folder, { recursive: true, force: true }));
});
