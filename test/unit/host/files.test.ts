import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { viewOfSnapshot } from '../../../src/host/loading/files.ts';
import type { FileEntry } from '../../../src/protocol/run.ts';
import { Simulation } from '../../../src/recorder/simulation.ts';
import { Replayer } from '../../../src/recorder/replay.ts';
import { testEnvironment } from '../run-program.ts';

const main = `
  console.log('first');
  const a = require('./a');
  const late = require('./late.json');
  console.log(a, late);
`;

const disk: Readonly<Record<string, string>> = {
  '/test/a.js': `const b = require('./b'); module.exports = ['a', ...b];`,
  '/test/b.js': `module.exports = ['b', 'c'];`,
  '/test/late.json': `{"json": true}`,
};

/** Gives a run the files that it asks for, and runs it again, until it ends. */
function runToTheEnd(source: string, files: Readonly<Record<string, string>>) {
  const known = new Map<string, FileEntry>();
  const rounds: string[][] = [];
  const logs: Simulation['log'][] = [];
  for (;;) {
    let stdout = '';
    const simulation = new Simulation({
      source,
      environment: testEnvironment,
      recording: 'log',
      files: viewOfSnapshot(known),
      output: { write: (_stream, text) => (stdout += text) },
    });
    const state = simulation.advance();
    logs.push(simulation.log);
    if (state !== 'needsFiles') return { simulation, stdout, rounds, logs, known };
    rounds.push([...simulation.neededFiles]);
    for (const path of simulation.neededFiles) {
      const text = files[path];
      known.set(path, text === undefined ? { kind: 'missing' } : { kind: 'file', text });
    }
  }
}

describe('files of a run', () => {
  it('are asked for, as many at once as can be known, and the run begins again', () => {
    const { stdout, rounds, simulation } = runToTheEnd(main, disk);
    assert.equal(stdout, "first\n[ 'a', 'b', 'c' ] { json: true }\n");
    assert.equal(simulation.summary().exitCode, 0);
    assert.ok(rounds[0]!.includes('/test/a.js'), 'the file that is required');
    assert.ok(rounds[0]!.includes('/test/late.json'), 'and the one that will be required later');
    assert.ok(rounds.length <= 3, `${rounds.length} rounds`);
  });

  it('do not change what happened before: each log begins like the next', () => {
    const { logs } = runToTheEnd(main, disk);
    assert.ok(logs.length > 1);
    for (const [index, log] of logs.slice(0, -1).entries()) {
      const next = logs[index + 1]!;
      assert.ok(log.length > 0 && log.length <= next.length);
      const [before, after] = [log.all(), next.all()];
      for (const column of ['type', 'step', 'position', 'a', 'b', 'c'] as const)
        assert.deepEqual(Array.from(before[column]), Array.from(after[column].subarray(0, log.length)), column);
      assert.deepEqual(before.texts, after.texts.slice(0, before.texts.length));
    }
  });

  it('are scripts of the log, and a replay finds them again', () => {
    const { simulation } = runToTheEnd(main, disk);
    const { log } = simulation;
    assert.deepEqual(
      log.scripts.filter(({ kind }) => kind === 'file').map(({ name }) => name),
      ['/test/a.js', '/test/b.js'],
    );
    const moment = new Replayer(simulation).momentAt(log.length - 2);
    assert.notEqual(moment, undefined);
  });

  it('are missing where nobody gives any', () => {
    const simulation = new Simulation({ source: `require('./a')`, environment: testEnvironment, recording: 'none' });
    assert.equal(simulation.advance(), 'done');
    assert.match(
      simulation.summary().error ?? '',
      /^Error: Cannot find module '.\/a'\nRequire stack:\n- \/test\/program.js/,
    );
  });
});
