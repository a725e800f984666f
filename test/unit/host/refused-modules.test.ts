/** What a run cannot have says so by name, with the reason and what to do instead. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { refusedModules } from '../../../src/host/node/refused-modules.ts';
import { runInProcess } from '../../../src/cli/run-in-process.ts';

function run(source: string): { stdout: string; stderr: string; exitCode: number } {
  const printed = { stdout: '', stderr: '' };
  const { exitCode } = runInProcess(
    source,
    {
      runtime: 'node',
      sourceKind: 'commonjs',
      fileName: '/test/main.js',
      seed: 1,
      startTime: 0,
      timeZone: 'UTC',
      locale: 'en-US',
      maxSteps: 20_000_000,
      maxEvents: Infinity,
      maxVirtualMs: 60_000,
      variables: { MODE: 'test' },
    },
    false,
    {
      write: (stream, text) => {
        printed[stream] += text;
      },
    },
  );
  return { ...printed, exitCode };
}

describe('modules that are refused', () => {
  for (const [name, { why, instead, names }] of Object.entries(refusedModules)) {
    it(`${name}: can be required; its functions say what, why and what to do`, () => {
      const id = ['sqlite', 'sea', 'test/reporters'].includes(name) ? `node:${name}` : name;
      const [member] = names.split(' ');
      const { stdout } = run(`
        const refused = require('${id}');
        try { refused.${member}(); } catch (error) { console.log(error.name, error.message); }
        try { new refused.${member}(); } catch (error) { console.log(error.message); }`);
      const message = `Underhood does not simulate ${name}.${member}: ${why}. ${instead}.`;
      assert.equal(stdout, `Error ${message}\n${message}\n`);
    });
  }

  it('node:test runs tests and refuses what goes beyond the file by name', () => {
    const { stdout } = run(`
      const { run, snapshot, test } = require('node:test');
      for (const call of [run, snapshot.setResolveSnapshotPath, snapshot.setDefaultSnapshotSerializers])
        try { call(); } catch (error) { console.log(error.message); }
      test('', (t) => {
        for (const name of ['snapshot', 'fileSnapshot']) try { t.assert[name](1); } catch (error) { console.log(error.message); }
      });
      try { require('test'); } catch (error) { console.log(error.code); }`);
    const [runs, path, serializers, code, ...asserts] = stdout.split('\n');
    assert.equal(runs, 'Underhood does not simulate test.run: a run is one file. Run each test file by itself.');
    const kept = 'a run writes no files that stay. Compare with an expected value instead.';
    assert.equal(path, `Underhood does not simulate snapshot.setResolveSnapshotPath: ${kept}`);
    assert.equal(serializers, `Underhood does not simulate snapshot.setDefaultSnapshotSerializers: ${kept}`);
    assert.equal(code, 'MODULE_NOT_FOUND');
    assert.deepEqual(asserts.slice(0, 2), [
      `Underhood does not simulate t.assert.snapshot: ${kept}`,
      `Underhood does not simulate t.assert.fileSnapshot: ${kept}`,
    ]);
  });

  it('fs.watch, crypto.createCipheriv and process.kill are refused by name', () => {
    const { stdout } = run(`
      for (const call of [() => require('fs').watch('.'), () => require('crypto').createCipheriv(), () => process.kill(1)])
        try { call(); } catch (error) { console.log(error.message); }`);
    const lines = stdout.trim().split('\n');
    assert.equal(lines.length, 3);
    for (const [index, name] of ['fs.watch', 'crypto.createCipheriv', 'process.kill'].entries())
      assert.match(lines[index]!, new RegExp(`^Underhood does not simulate ${name}: `));
  });
});

describe("the run's own files and variables", () => {
  it('writes stay in the run: the next run does not see them', () => {
    const source = `
      const fs = require('fs');
      console.log(fs.existsSync('/test/made'));
      fs.mkdirSync('/test', { recursive: true });
      fs.writeFileSync('/test/made', 'x');
      console.log(fs.existsSync('/test/made'), fs.readFileSync('/test/made', 'utf8'));`;
    assert.equal(run(source).stdout, 'false\ntrue x\n');
    assert.equal(run(source).stdout, 'false\ntrue x\n');
  });

  it('names that are drawn come from the seed', () => {
    const source = `
      const fs = require('fs');
      fs.mkdirSync('/tmp', { recursive: true });
      console.log(fs.mkdtempSync('/tmp/x-'), require('crypto').randomBytes(4).toString('hex'), require('crypto').randomUUID());`;
    assert.equal(run(source).stdout, run(source).stdout);
  });

  it('process.env is what the environment says', () => {
    assert.equal(run('console.log(process.env.MODE, Object.keys(process.env))').stdout, "test [ 'MODE' ]\n");
  });
});
