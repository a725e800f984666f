// From the text to the finding with nothing made by hand: the examples and the reader's program run in the simulation, and the
// evidence is what its log says.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { collectEvidence } from '../../../src/hazards/evidence.ts';
import { analyzeHazards, hazards } from '../../../src/hazards/registry.ts';
import type { Finding, HazardReport } from '../../../src/protocol/findings.ts';
import { runProgram } from '../run-program.ts';

function simulated(source: string, runtime: 'node' | 'browser' = 'node'): HazardReport {
  const sourceKind = runtime === 'node' ? 'commonjs' : 'script';
  const { simulation } = runProgram(source, { runtime, sourceKind }, 'log');
  const evidence = collectEvidence([simulation.log.all()], simulation.engineEvidence());
  const report = analyzeHazards(source, evidence, { sourceKind });
  // The tree of the run, which has been compiled since, says the same as one that is made for the purpose.
  assert.ok(simulation.program !== undefined);
  assert.deepEqual(analyzeHazards(source, evidence, { sourceKind, program: simulation.program }), report);
  return report;
}

function summary({ findings }: HazardReport, source: string): string[] {
  const line = ({ start }: Finding): number => source.slice(0, start).split('\n').length;
  return findings.map((finding) => `${line(finding)} ${finding.hazard} ${finding.severity} ${finding.count}`);
}

describe('hazards: in a simulated run', () => {
  for (const { id, examples, runtime } of hazards) {
    it(`${id}: finds its bad examples, each with its moment`, () => {
      for (const { source } of examples.bad) {
        const found = simulated(source, runtime).findings.filter(({ hazard }) => hazard === id);
        assert.equal(found.length, 1, source);
      }
    });
    it(`${id}: leaves its good examples alone`, () => {
      for (const { source } of examples.good) {
        assert.deepEqual(
          simulated(source, runtime).findings.filter(({ hazard }) => hazard === id),
          [],
          source,
        );
      }
    });
  }

  it('counts where it happens, also in the middle of a statement', () => {
    const source = `function pair(a, b) {
  return [eval('a'), eval('b'), arguments[1]];
}
for (let i = 0; i < 3; i++) pair(i, i);
const make = () => ({ x: 1, y: 2 });
const kept = [1, 2].map((n) => { const o = make(); return delete o.x && n; });
function scoped(o) { with (o) return x; }
console.log(kept, scoped({ x: 1 }), scoped({ x: 2 }));
`;
    assert.deepEqual(summary(simulated(source), source), [
      '2 eval hint 3',
      '2 eval hint 3',
      '2 arguments hint 3',
      '6 delete hint 2',
      '7 with hint 2',
    ]);
  });

  it('points at events of the log that are there', () => {
    const source = 'const o = { a: 1 };\ndelete o.a;\nfor (const k in [1]) console.log(k);\n';
    const { simulation } = runProgram(source, {}, 'log');
    const { findings } = analyzeHazards(source, collectEvidence([simulation.log.all()]));
    assert.deepEqual(
      findings.map(({ hazard }) => hazard),
      ['delete', 'for-in-array'],
    );
    for (const { firstEvent } of findings) assert.ok(firstEvent > 0 && firstEvent < simulation.log.length);
  });

  it('warns of what is hot', () => {
    const source = `function first(list) {
  return arguments[0][0] + list.length;
}
let sum = 0;
for (let i = 0; i < 1200; i++) sum += first([i]);
console.log(sum);
`;
    assert.deepEqual(summary(simulated(source), source), ['2 arguments warning 1200']);
  });

  it('finds each of the five once in the example for readers', () => {
    const file = path.resolve(import.meta.dirname, '../../../media/examples/08-five-patterns.js');
    const { findings, freeForms } = simulated(readFileSync(file, 'utf8'));
    assert.deepEqual(
      findings.map(({ hazard }) => hazard),
      ['eval', 'with', 'delete', 'arguments', 'for-in-array'],
    );
    assert.ok(findings.every(({ count }) => count > 0));
    assert.deepEqual([...new Set(freeForms.map(({ hazard }) => hazard))].sort(), ['arguments', 'for-in', 'myths']);
  });
});
