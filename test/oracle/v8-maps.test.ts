/** Hidden classes: real V8 is asked about programs of our own, one rule each or a random walk over all of them. */
import { spawnSync } from 'node:child_process';
import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type MapAnswer, mapAnswer } from '../agreement/maps.ts';
import { randomMapProgram } from './map-programs.ts';
import { mapRules } from './map-rules.ts';
import { nodeBinary } from './node-binary.ts';

/** Each program in a context of its own, so that none finds the hidden classes of another. */
const ask = `
const { createContext, runInContext } = require('node:vm');
const programs = JSON.parse(require('node:fs').readFileSync(process.argv[1], 'utf8'));
const question = '\\n;[%HaveSameMap(a, b), %HasFastProperties(a), %HasFastProperties(b)]';
console.log(JSON.stringify(programs.map((code) => {
  const [sameMap, fastA, fastB] = runInContext(code + question, createContext({}));
  return { sameMap, fastA, fastB };
})));
`;

function answersOfV8(programs: readonly string[]): MapAnswer[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'underhood-maps-'));
  try {
    const file = path.join(folder, 'programs.json');
    writeFileSync(file, JSON.stringify(programs));
    const flags = ['--allow-natives-syntax', '--single-threaded', '--eval', ask, file];
    const { stdout, stderr, status } = spawnSync(nodeBinary(), flags, { encoding: 'utf8', maxBuffer: 2 ** 26 });
    assert.equal(status, 0, stderr);
    return JSON.parse(stdout) as MapAnswer[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Programs whose answer differs, with both answers. */
function differences(programs: readonly string[]): string[] {
  const theirs = answersOfV8(programs);
  return programs.flatMap((code, i) => {
    const ours = JSON.stringify(mapAnswer(code));
    const wanted = JSON.stringify(theirs[i]);
    return ours === wanted ? [] : [`V8 ${wanted}, we ${ours}: ${code}`];
  });
}

describe('oracle: hidden classes are those of V8', function () {
  this.timeout(120_000);

  it('one rule each', () => {
    assert.deepEqual(differences(Object.values(mapRules).flat()), []);
  });

  it('random programs agree in 99 of 100', () => {
    const programs = Array.from({ length: 300 }, (_, seed) => randomMapProgram(seed).code);
    const different = differences(programs);
    assert.ok(different.length <= programs.length / 100, different.join('\n\n'));
  });
});
