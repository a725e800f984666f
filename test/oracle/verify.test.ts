// The honesty switch against the pinned Node: what it says of programs, and that it leaves nothing behind.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { simulatedClaims } from '../../src/cli/verify.ts';
import { type Comparison, countVerdicts } from '../../src/verify/compare.ts';
import { type Verification, verifyRun } from '../../src/verify/verify.ts';
import { nodeBinary } from './node-binary.ts';

const program = `#!/usr/bin/env node
function read(o) { return o.a; }
for (let i = 0; i < 5000; i++) read(i % 2 ? { a: 1 } : { b: 2, a: 1 });
const gone = { a: 1 };
delete gone.a;
function next(x) { return x + 1; }
for (let i = 0; i < 5000; i++) next(i);
next('s');
`;

describe('oracle: verify', function () {
  this.timeout(60_000);
  let folder = '';
  before(() => (folder = mkdtempSync(path.join(tmpdir(), 'verify-test-'))));
  after(() => rmSync(folder, { recursive: true }));

  async function verify(name: string, source: string, node = nodeBinary(), timeoutMs = 30_000): Promise<Verification> {
    const file = path.join(folder, name);
    writeFileSync(file, source);
    const claims = simulatedClaims(file, source, 1_000_000);
    assert.ok(typeof claims !== 'string', String(claims));
    return verifyRun(claims, { node, file, timeoutMs });
  }

  function comparisonsOf(verification: Verification): readonly Comparison[] {
    assert.ok(verification.ok, JSON.stringify(verification));
    assert.match(verification.run.version, /^Node v24\./);
    return verification.run.comparisons;
  }

  for (const name of ['program.cjs', 'program.mjs'])
    it(`caches, deoptimisations and dictionaries of ${name} are V8's`, async () => {
      const comparisons = comparisonsOf(await verify(name, program));
      assert.deepEqual(
        comparisons.filter(({ verdict }) => verdict !== 'agreed'),
        [],
      );
      const said = comparisons.map(({ line, column, simulated }) => `${line}:${column} ${simulated}`);
      for (const each of ['2:29 P', '5:8 DeletingProperty', '6:29 deopt-eager: not a Smi'])
        assert.ok(
          said.some((text) => text.startsWith(each.slice(0, 2)) && text.endsWith(each.split(' ').slice(1).join(' '))),
          `${each} in ${said.join(', ')}`,
        );
    });

  it('leaves no file behind, also of a program that has to be stopped', async () => {
    const before = leftovers();
    const verification = await verify('endless.js', 'for (;;);', nodeBinary(), 1500);
    assert.ok(verification.ok);
    assert.equal(verification.run.end, 'stopped after 1.5 s');
    assert.deepEqual(leftovers(), before);
  });

  it('says where there is no Node', async () => {
    const verification = await verify('none.js', '1', path.join(folder, 'no-node'));
    assert.ok(!verification.ok);
    assert.match(verification.problem, /does not start/);
  });

  it('tells wrong claims from right ones', async () => {
    const file = path.join(folder, 'program.cjs');
    writeFileSync(file, program);
    const right = simulatedClaims(file, program, 1_000_000);
    assert.ok(typeof right !== 'string');
    const claims = right.claims.map((claim) => (claim.kind === 'cache' ? { ...claim, says: 'G' } : claim));
    const verification = await verifyRun({ claims, isCut: false }, { node: nodeBinary(), file });
    const counts = countVerdicts(comparisonsOf(verification));
    assert.equal(counts.differed, claims.filter(({ kind }) => kind === 'cache').length);
    assert.ok(counts.differed > 0 && counts.agreed > 0);
  });
});

function leftovers(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('underhood-verify-'));
}
