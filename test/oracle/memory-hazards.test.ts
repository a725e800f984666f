// What the hazards about memory claim, held against the pinned Node: what they tell of makes heapUsed grow by about as much each
// turn as V8's layout says, behind a full collection, and what they leave alone does not.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'mocha';
import { collectEvidence } from '../../src/hazards/evidence.ts';
import { growingCollectionHazard } from '../../src/hazards/memory/growing-collection.ts';
import { sharedContextHazard } from '../../src/hazards/memory/shared-context.ts';
import { unboundedCacheHazard } from '../../src/hazards/memory/unbounded-cache.ts';
import { analyzeHazards } from '../../src/hazards/registry.ts';
import { runProgram } from '../unit/run-program.ts';
import { nodeBinary } from './node-binary.ts';

/** Bytes of heap more for each call of its one interval’s callback, once it runs. */
function growthInNode(source: string, turns: number): number {
  const driver = `
    const real = setInterval;
    globalThis.setInterval = (callback) => { globalThis.callback = callback; };
    ${source}
    const used = () => { gc(); gc(); return process.memoryUsage().heapUsed; };
    const turns = () => { for (let i = 0; i < ${turns}; i++) callback(); };
    turns();
    const before = used();
    turns();
    const grown = used() - before;
    process.stdout.write(String(grown / ${turns}));`;
  const { stdout, stderr } = spawnSync(nodeBinary(), ['--expose-gc', '--single-threaded', '-e', driver], {
    encoding: 'utf8',
  });
  assert.match(stdout, /^-?[\d.]+(?:e-?\d+)?$/, stderr);
  return Number(stdout);
}

/** Bytes of heap behind the script, while its timers wait. */
function usedInNode(source: string): number {
  const driver = `globalThis.setInterval = (callback) => { (globalThis.callbacks ??= []).push(callback); };
    console.log(0);
    ${source}
    gc(); gc();
    const used = process.memoryUsage().heapUsed;
    console.log(used);`;
  const { stdout } = spawnSync(nodeBinary(), ['--expose-gc', '--single-threaded', '-e', driver], { encoding: 'utf8' });
  return Number(stdout.trim().split('\n').at(-1));
}

/** As the evidence of a run has it. */
function growthInRun(source: string): number {
  const { simulation } = runProgram(source, { maxVirtualMs: 4_000_000 }, 'log');
  const [growth] = simulation.engineEvidence()!.memory.growths;
  assert.ok(growth);
  const [first, last] = [growth.sizes[0]!, growth.sizes.at(-1)!];
  return ((growth.bytes / last.size) * (last.size - first.size)) / (last.turn - first.turn);
}

const growing: readonly (readonly [string, string])[] = [
  [
    'an array of objects',
    'const rows = []; setInterval(() => rows.push({ time: rows.length, values: [1.5, 2.5] }), 1000);',
  ],
  ['a Map', "const cache = new Map(); let n = 0; setInterval(() => cache.set(n++, { n, name: 'x' }), 1000);"],
  ['an object as a table', "const table = {}; let n = 0; setInterval(() => { table['key ' + n++] = { n }; }, 1000);"],
  ['a Set of texts', "const seen = new Set(); let n = 0; setInterval(() => seen.add('visit number ' + n++), 1000);"],
];

describe('oracle: memory that stays', function () {
  this.timeout(60_000);

  for (const [what, source] of growing)
    it(`${what} grows in Node as in the evidence`, () => {
      const [node, ours] = [growthInNode(source, 3000), growthInRun(source)];
      assert.ok(node > 0.5 * ours && node < 2 * ours, `${node} bytes each turn in Node, ${ours} here`);
      console.log(`      ${Math.round(node)} bytes each turn in Node, ${Math.round(ours)} here`);
    });

  for (const { id, examples } of [growingCollectionHazard, unboundedCacheHazard]) {
    for (const { source } of examples.bad)
      it(`${id}: Node’s heap grows: ${source.slice(0, 60).replaceAll('\n', ' ')}`, () => {
        assert.ok(growthInNode(source, 2000) > 8);
      });
    for (const { source } of examples.good.filter(({ source: text }) => text.includes('setInterval')))
      it(`${id}: Node’s heap does not grow: ${source.slice(0, 60).replaceAll('\n', ' ')}`, () => {
        const grown = growthInNode(source, 2000);
        assert.ok(grown < 8, String(grown));
        const { simulation } = runProgram(source, {}, 'log');
        const { findings } = analyzeHazards(
          source,
          collectEvidence([simulation.log.all()], simulation.engineEvidence()),
        );
        assert.deepEqual(
          findings.filter(({ hazard }) => hazard === id),
          [],
        );
      });
  }

  it('shared-context: a closure keeps what only its sibling uses, and nothing of what it does not share a context with', () => {
    const { bad, good } = sharedContextHazard.examples;
    const [kept, apart, dropped] = [bad[0]!, good[0]!, good[1]!].map(({ source }) => usedInNode(source));
    for (const free of [apart!, dropped!])
      assert.ok(kept! - free > 140_000 && kept! - free < 200_000, `${kept! - free}`);
  });

  it('shared-context: contexts that hold each other are a chain, which grows', () => {
    const { source } = sharedContextHazard.examples.bad[1]!;
    const { simulation } = runProgram(source, {}, 'log');
    const [sibling] = simulation.engineEvidence()!.memory.siblings;
    const [node, ours] = [growthInNode(source, 1000), sibling!.bytes / sibling!.contexts];
    assert.ok(node > 0.8 * ours && node < 1.25 * ours, `${node} bytes each turn in Node, ${ours} here`);
    console.log(`      ${Math.round(node)} bytes each turn in Node, ${Math.round(ours)} here`);
  });
});
