/**
 * Our own sample in test262's style, always; all of test262 where TEST262_DIR names a checkout, in threads. A test that
 * fails and does not stand in expectations.json is a regression.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { describe, it } from 'mocha';
import { exclusionOf } from './exclusions.ts';
import { compareWithExpectations, readExpectations } from './expectations.ts';
import { readFrontmatter } from './frontmatter.ts';
import { printTotals } from './report.ts';
import { runTestSource } from './run-test.ts';
import { runAll } from './runner.ts';
import { listTests, suiteRoot } from './suite.ts';

const folder = path.join(import.meta.dirname, 'sample');
/** Of the suite's harness what the sample needs, in our own words. */
const harness: Readonly<Record<string, string>> = {
  'assert.js': `
    function Test262Error(message) { this.message = message || ''; }
    Test262Error.prototype.name = 'Test262Error';
    function assert(value, message) { if (value !== true) throw new Test262Error(message || 'not true'); }
    assert.sameValue = function (actual, expected) {
      if (!Object.is(actual, expected)) throw new Test262Error('expected ' + String(expected) + ', got ' + String(actual));
    };
    assert.throws = function (type, run) {
      try { run(); } catch (error) {
        if (error.constructor === type) return;
        throw new Test262Error('threw ' + String(error));
      }
      throw new Test262Error('threw nothing');
    };`,
  'sta.js': '',
  'doneprintHandle.js': `function $DONE(error) {
    print(error ? 'Test262:AsyncTestFailure:' + String(error.message) : 'Test262:AsyncTestComplete');
  }`,
};

describe('conformance: our sample', () => {
  for (const name of readdirSync(folder).sort()) {
    it(name, () => {
      const source = readFileSync(path.join(folder, name), 'utf8');
      assert.deepEqual(
        runTestSource(source, name, (file) => harness[file]!),
        { kind: 'pass' },
      );
    });
  }

  it('tells failures from passes', () => {
    const run = (source: string) => runTestSource(source, 'x.js', (file) => harness[file]!);
    assert.equal(run('/*---\n---*/ assert.sameValue(1, 2);').kind, 'fail');
    assert.equal(run('/*---\nflags: [async]\n---*/ 1;').kind, 'fail');
    assert.equal(run('/*---\nnegative:\n  phase: parse\n  type: SyntaxError\n---*/ 1;').kind, 'fail');
    assert.equal(run('/*---\nfeatures: [Temporal]\n---*/ 1;').kind, 'excluded');
  });

  it('reads frontmatter', () => {
    const read = readFrontmatter(
      '/*---\nflags: [onlyStrict, async]\nincludes:\n  - a.js\n  - b.js\nfeatures: [BigInt,\n  Intl.Locale]\n---*/',
    );
    assert.deepEqual([...read.flags], ['onlyStrict', 'async']);
    assert.deepEqual(read.includes, ['a.js', 'b.js']);
    assert.equal(exclusionOf('test/built-ins/x.js', read), 'Intl402');
  });
});

const root = suiteRoot();
if (root !== undefined) {
  describe('conformance: test262', function () {
    this.timeout(0);
    it('has no regression', async () => {
      const files = listTests(root);
      const verdicts = await runAll({ root, files, threads: availableParallelism() });
      printTotals(verdicts, { list: false, reasons: false });
      assert.deepEqual(compareWithExpectations(verdicts, readExpectations()).regressions, []);
    });
  });
}
