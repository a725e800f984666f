/** Every folder here is a program of several files that must print in Underhood what it prints in a real Node 24. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'mocha';
import { type Printed, runInNode, runInUnderhood } from './run-both.ts';
import { withoutInternals } from './without-internals.ts';

const folder = path.join(import.meta.dirname, 'modules');
const cases = readdirSync(folder);

describe('oracle: programs of several files print what they print in Node', function () {
  this.timeout(60_000);
  let expected: Map<string, Printed>;

  before(async () => {
    expected = await runAllInNode();
  });

  for (const name of cases) {
    it(name, () => {
      const main = mainFileOf(name);
      const printed = runInUnderhood(main, 'auto', [], path.dirname(main));
      const { stdout, stderr, exitCode } = expected.get(name)!;
      assert.equal(printed.stdout, withoutInternals(stdout));
      assert.equal(printed.stderr, withoutInternals(stderr));
      assert.equal(printed.exitCode, exitCode);
    });
  }
});

function mainFileOf(name: string): string {
  const found = ['main.mjs', 'main.cjs', 'main.js', 'main.ts', 'main.cts']
    .map((file) => path.join(folder, name, file))
    .find((file) => existsSync(file));
  assert.ok(found, `${name} has no main file`);
  return found;
}

async function runAllInNode(): Promise<Map<string, Printed>> {
  const result = new Map<string, Printed>();
  const left = [...cases];
  const work = async (): Promise<void> => {
    for (let name = left.pop(); name !== undefined; name = left.pop())
      result.set(name, await runInNode(mainFileOf(name), path.dirname(mainFileOf(name))));
  };
  await Promise.all([work(), work(), work()]);
  return result;
}
