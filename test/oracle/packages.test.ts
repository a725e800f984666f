/** Packages as npm has them, those that this project itself is made with: nobody here wrote them. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { runInNode, runInUnderhood } from './run-both.ts';
import { withoutInternals } from './without-internals.ts';

const folder = path.join(import.meta.dirname, 'packages');

describe('oracle: programs that use packages print what they print in Node', () => {
  for (const name of readdirSync(folder)) {
    it(name, async () => {
      const file = path.join(folder, name);
      const expected = await runInNode(file);
      const printed = runInUnderhood(file, 'auto');
      assert.equal(printed.stderr, withoutInternals(expected.stderr));
      assert.equal(printed.stdout, withoutInternals(expected.stdout));
      assert.equal(printed.exitCode, expected.exitCode);
    });
  }
});
