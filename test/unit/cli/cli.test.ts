/** The command line as its users have it: a process with arguments, two streams and an exit code. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'mocha';
import { parseArguments } from '../../../src/cli/arguments.ts';
import { underhood } from './command-line.ts';
import { lint, type LintResult } from '../../../src/cli/lint/lint.ts';

describe('the command line', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'underhood-'));
  after(() => rmSync(folder, { recursive: true }));

  const file = (name: string, source: string): string => {
    const full = path.join(folder, name);
    writeFileSync(full, source);
    return full;
  };

  it('prints what the program prints and ends with its exit code', () => {
    const { stdout, stderr, status } = underhood(
      'run',
      file('a.js', 'console.log(1); console.error(2); process.exitCode = 9;'),
    );
    assert.deepEqual([stdout, stderr, status], ['1\n', '2\n', 9]);
  });

  it('--json prints the run in outline', () => {
    const source = `function main() {\n  console.log('hi');\n}\nmain();\nsetTimeout(function later() {\n  console.warn('late', 1);\n}, 20);\nPromise.resolve().then(() => null.x);\n`;
    const { stdout, status } = underhood('run', '--json', file('b.js', source));
    assert.equal(status, 1);
    const report = JSON.parse(stdout);
    assert.equal(report.outcome, 'error');
    assert.match(report.error, /b\.js:8\n[^\n]*\n +\^\n\nTypeError: Cannot read properties of null \(reading 'x'\)/);
    assert.deepEqual(report.console[0], {
      level: 'log',
      text: 'hi',
      line: 2,
      column: 11,
      step: report.console[0].step,
    });
    assert.deepEqual(
      report.turns.map(({ kind, line }: { kind: string; line: number }) => [kind, line]),
      [
        ['script', 1],
        ['microtask', 8],
      ],
    );
    assert.equal(report.counts.console, 1);
    assert.ok(report.steps > 10);
    assert.equal(report.virtualMs, 0);
  });

  it('a limit ends with its sentence and exit code 3', () => {
    const endless = file('c.js', 'while (true) {}');
    const { stderr, status } = underhood('run', '--max-steps=1000000', endless);
    assert.deepEqual([stderr, status], ['Stopped after 1,000,000 steps\n', 3]);
    const report = JSON.parse(underhood('run', '--json', '--max-steps=1000', endless).stdout);
    assert.deepEqual([report.outcome, report.steps, report.error], ['limit', 1000, null]);
  });

  it('runs a classic script, and the browser', () => {
    const source = 'var x = 1; console.log(globalThis.x, this === globalThis, typeof window);';
    assert.equal(underhood('run', '--script', file('d.js', source)).stdout, '1 true undefined\n');
    assert.equal(underhood('run', '--runtime=browser', file('d.js', source)).stdout, '1 true object\n');
  });

  it('says what is wrong with a file or with the words', () => {
    for (const [words, message] of [
      [['run', path.join(folder, 'missing.js')], /cannot read .*missing\.js: there is no such file/],
      [['run', folder], /it is a folder/],
      [['run'], /run needs a file/],
      [['walk', 'x.js'], /there is no command walk/],
      [['run', '--fast', 'x.js'], /run has no option --fast/],
      [['run', '--races=third', 'x.js'], /--races is first or second, not third/],
    ] as const) {
      const { stderr, status } = underhood(...words);
      assert.match(stderr, message);
      assert.equal(status, 2);
    }
    const { stderr, status } = underhood('run', file('module.mjs.js', 'import it from "node:inspector/promises";'));
    assert.match(
      stderr,
      /module\.mjs\.js:1\nimport it from "node:inspector\/promises";\n {15}\^{25}\n\nError: Underhood does not simulate the module 'node:inspector\/promises' yet/,
    );
    assert.equal(status, 1);
  });

  it('lints', () => {
    const linted = file('e.js', 'const o = { a: 1, b: 2 };\ndelete o.a;\nconsole.log(o);\n');
    assert.match(underhood('lint', linted).stdout, /e\.js:2:\d+: \w+: .*\(delete\)\n/);
    const report = JSON.parse(underhood('lint', '--format=json', linted).stdout);
    assert.equal(report.files[0].findings[0].hazard, 'delete');
    assert.equal(report.files[0].findings[0].line, 2);
  });

  it('lints programs of a browser', () => {
    const linted = file(
      'page.js',
      `let turns = 0;
const timer = setInterval(() => {
  window.addEventListener('resize', () => console.log(turns));
  if (++turns > 20) clearInterval(timer);
}, 10);
`,
    );
    assert.match(underhood('lint', '--runtime=browser', linted).stdout, /page\.js:3:\d+: .*\(repeated-listener\)\n/);
    assert.equal(underhood('lint', '--runtime=deno', linted).status, 2);
  });

  it('lints for CI: exit code by severity, a baseline for what is known, SARIF for code scanning', () => {
    const old = 'const o = { a: 1, b: 2 };\ndelete o.a;\n';
    const linted = file('g.js', old);
    const baseline = file('baseline.json', '');
    const lintFiles = (...words: string[]): LintResult => {
      const parsed = parseArguments(['lint', ...words]);
      assert.ok(parsed.ok && parsed.command.name === 'lint');
      return lint(parsed.command);
    };
    const lintIt = (...options: string[]): LintResult => lintFiles(...options, linted);
    assert.equal(lintIt().exitCode, 0);
    assert.equal(lintIt('--fail-on=hint').exitCode, 1);
    assert.equal(lintIt('--fail-on=never').exitCode, 0);
    assert.equal(lintFiles(linted, file('broken.js', 'let let = 1')).exitCode, 2);

    const before = lintIt('--fail-on=hint', `--baseline=${baseline}`);
    assert.equal(before.exitCode, 2);
    assert.match(before.problems.join(), /is no baseline of underhood: --update-baseline writes one anew/);
    assert.equal(lintIt(`--baseline=${baseline}`, '--update-baseline').exitCode, 0);
    assert.equal(lintIt('--fail-on=hint', `--baseline=${baseline}`).exitCode, 0);
    file('g.js', `// It may move.\n${old}delete o.b;\n`);
    const later = lintIt('--fail-on=hint', `--baseline=${baseline}`);
    assert.equal(later.exitCode, 1);
    assert.match(later.output, /^[^\n]*g\.js:4:1: [^\n]*\n$/);

    const sarif = JSON.parse(lintIt('--format=sarif', `--baseline=${baseline}`).output);
    const [{ results, tool }] = sarif.runs;
    assert.equal(sarif.version, '2.1.0');
    assert.deepEqual(
      results.map((result: { baselineState: string }) => result.baselineState),
      ['unchanged', 'new'],
    );
    const [first] = results;
    assert.equal(tool.driver.rules[first.ruleIndex].id, 'delete');
    assert.deepEqual(first.locations[0].physicalLocation.region, {
      startLine: 3,
      startColumn: 1,
      endLine: 3,
      endColumn: 7,
    });
  });

  it('lists bytecode, of inner functions too', () => {
    const { stdout, status } = underhood(
      'bytecode',
      file('f.js', 'function add(a, b) {\n  return a + b;\n}\nadd(1, 2);\n'),
    );
    assert.equal(status, 0);
    const listing = stdout.slice(stdout.indexOf('[generated bytecode for function: add]'));
    assert.match(listing, /Parameter count 3\n/);
    assert.match(listing, / : Add [ra]\d, \[0\]\n[^\n]*: Return\n/);
    assert.match(listing, /Constant pool \(size = 0\)\n/);
  });

  it('--help and --version', () => {
    assert.match(underhood('--help').stdout, /underhood run FILE/);
    const manifest = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../../package.json'), 'utf8'));
    assert.equal(underhood('--version').stdout, `${manifest.version}\n`);
  });

  it('understands its options', () => {
    const parsed = parseArguments(['run', '--max-steps=2_000', '--json', '--', '--odd.js']);
    assert.ok(parsed.ok && parsed.command.name === 'run');
    assert.deepEqual([parsed.command.file, parsed.command.maxSteps, parsed.command.isJson], ['--odd.js', 2000, true]);
    assert.equal(parseArguments(['run', '--max-steps=0', 'x.js']).ok, false);
    const withJsx = parseArguments(['run', '--jsx-factory=h', '--jsx-fragment-factory=Preact.Fragment', 'x.jsx']);
    assert.ok(withJsx.ok && withJsx.command.name === 'run');
    assert.deepEqual(withJsx.command.jsx, { factory: 'h', fragmentFactory: 'Preact.Fragment' });
    assert.equal(parseArguments(['run', '--jsx-factory=h()', 'x.jsx']).ok, false);
    const withVariables = parseArguments(['run', '--env=NODE_ENV=test', '--env=EMPTY=', '--env=A=b=c', 'x.js']);
    assert.ok(withVariables.ok && withVariables.command.name === 'run');
    assert.deepEqual(withVariables.command.variables, { NODE_ENV: 'test', EMPTY: '', A: 'b=c' });
    assert.equal(parseArguments(['run', '--env=NODE_ENV', 'x.js']).ok, false);
    const answered = parseArguments(['run', '--dialog=ok', '--dialog=cancel', '--dialog=Ada', 'x.js']);
    assert.ok(answered.ok && answered.command.name === 'run');
    assert.deepEqual(answered.command.dialogAnswers, [true, null, 'Ada']);
    assert.equal(parseArguments(['run', '--runtime=deno', 'x.js']).ok, false);
    assert.equal(parseArguments(['lint', '--format=xml', 'x.js']).ok, false);
  });
});
