// Every change that a hazard offers: the changed program prints the same in the real Node, and in the next run the finding is
// gone. Asked of the hazards' own examples, and of all the programs that the oracle has, which nobody wrote for this.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { collectEvidence } from '../../src/hazards/evidence.ts';
import { analyzeHazards, hazards } from '../../src/hazards/registry.ts';
import type { Finding, Fix } from '../../src/protocol/findings.ts';
import { runProgram } from '../unit/run-program.ts';
import { nodeBinary } from './node-binary.ts';

const node = nodeBinary();
const programs = path.join(import.meta.dirname, 'programs');

function findingsOf(source: string): readonly Finding[] {
  const { simulation } = runProgram(source, { maxSteps: 200_000 }, 'log');
  const evidence = collectEvidence([simulation.log.all()], simulation.engineEvidence());
  return analyzeHazards(source, evidence, { sourceKind: simulation.sourceKind, program: simulation.program }).findings;
}

function fixed(source: string, { edits }: Fix): string {
  let result = source;
  let last = Infinity;
  for (const { start, end, text } of edits.toReversed()) {
    assert.ok(start <= end && end <= last, 'edits overlap or do not ascend');
    last = start;
    result = result.slice(0, start) + text + result.slice(end);
  }
  return result;
}

describe('oracle: what fixes of hazards leave as it is', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'underhood-fixes-'));
  after(() => rmSync(folder, { recursive: true }));

  const printed = (source: string): { stdout: string; status: number | null } => {
    const file = path.join(folder, 'program.js');
    writeFileSync(file, source);
    const { stdout, status } = spawnSync(node, [file], { encoding: 'utf8', env: {}, timeout: 20_000 });
    return { stdout, status };
  };

  /** How many fixes there were. */
  const holds = (source: string): number => {
    let count = 0;
    const findings = findingsOf(source);
    const before = findings.some(({ fixes }) => fixes.length > 0) ? printed(source) : undefined;
    for (const finding of findings) {
      for (const fix of finding.fixes) {
        count++;
        const changed = fixed(source, fix);
        const what = `${finding.hazard}: ${fix.title}\n${changed}`;
        assert.deepEqual(printed(changed), before, what);
        const left = findingsOf(changed).filter(({ hazard }) => hazard === finding.hazard).length;
        const had = findings.filter(({ hazard }) => hazard === finding.hazard).length;
        assert.ok(left < had, `${left} of ${had} are left after ${what}`);
      }
    }
    return count;
  };

  // What runs in a browser has no fixes, and does not run here.
  for (const { id, examples } of hazards.filter(({ runtime }) => runtime === 'node')) {
    const sources = [...examples.bad, ...examples.good].map(({ source }) => source);
    it(`${id}: holds in its examples`, () => {
      for (const source of sources) holds(source);
    });
  }

  it('holds in programs that were written for something else', function () {
    this.timeout(300_000);
    let count = 0;
    for (const name of readdirSync(programs)) {
      if (!name.endsWith('.js')) continue;
      count += holds(readFileSync(path.join(programs, name), 'utf8'));
    }
    console.log(`    ${count} fixes`);
    assert.ok(count > 0);
  });
});
