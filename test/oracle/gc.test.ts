/**
 * Garbage collection as the pinned Node does it: programs that ask for it and look at weak references print the same, and programs
 * that allocate are collected about as often.
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { after, describe, it } from 'mocha';
import { runInNode, runInUnderhood } from './run-both.ts';
import { nodeOutput, ourOutput } from './v8-output/outputs.ts';

const folder = path.join(import.meta.dirname, 'gc');
const programs = path.join(folder, 'programs');
const allocating = path.join(folder, 'allocating');
const exposed = ['--expose-gc'];

describe('oracle: garbage collection', function () {
  this.timeout(120_000);

  for (const name of readdirSync(programs))
    it(`--expose-gc ${name}`, async () => {
      const file = path.join(programs, name);
      const { stdout, exitCode } = await runInNode(file, process.cwd(), exposed);
      const ours = runInUnderhood(file, 'commonjs', exposed);
      assert.equal(ours.stdout, stdout);
      assert.equal(ours.exitCode, exitCode);
    });

  // Node's own code is in its figures, and what its optimised code boxes is not in ours: each program may differ by so many.
  const most = 2;
  const sums = { ours: 0, node: 0, alike: 0 };
  const files = readdirSync(allocating);
  for (const name of files)
    it(`--trace-gc ${name}`, async () => {
      const file = path.join(allocating, name);
      const node = scavengesIn((await nodeOutput(file, ['--trace-gc'])).printed);
      const ours = scavengesIn(ourOutput(file, ['--trace-gc']).printed);
      assert.ok(Math.abs(node - ours) <= most, `${ours} scavenges, in Node ${node}`);
      sums.ours += ours;
      sums.node += node;
      if (Math.abs(node - ours) <= 1) sums.alike++;
    });

  it('collects as often as Node, over all of them', () => {
    assert.ok(
      sums.ours > 0.8 * sums.node && sums.ours < 1.2 * sums.node,
      `${sums.ours} scavenges, in Node ${sums.node}`,
    );
  });

  after(() =>
    console.log(
      `      ${sums.ours} scavenges in ${files.length} programs, in Node ${sums.node}; at most one more or less in ${sums.alike} programs`,
    ),
  );
});

function scavengesIn(printed: string): number {
  return printed.split('\n').filter((line) => /\]\s+[\d?]+ ms: Scavenge /.test(line)).length;
}
