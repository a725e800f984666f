/**
 * test262 from the command line: `node test/conformance/main.ts [options] [path prefix]…` with TEST262_DIR set.
 * --sample N: about N files, spread evenly. --threads N. --list: one line per failure. --reasons: failures by reason.
 * --update: writes the expectations (whole runs only).
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { compareWithExpectations, readExpectations, writeExpectations } from './expectations.ts';
import { printTotals } from './report.ts';
import { runAll } from './runner.ts';
import { listTests, spread, suiteRoot } from './suite.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    threads: { type: 'string' },
    list: { type: 'boolean' },
    reasons: { type: 'boolean' },
    update: { type: 'boolean' },
  },
});
const root = suiteRoot();
if (root === undefined) {
  console.error('TEST262_DIR names no checkout of tc39/test262.');
  process.exit(2);
}
let files = listTests(root, positionals);
if (values.sample !== undefined) files = spread(files, Number(values.sample));
const threads = Number(values.threads ?? availableParallelism());
const started = performance.now();
const verdicts = await runAll({
  root,
  files,
  threads,
  onVerdict: (done) => {
    if (done % 2000 === 0) console.error(`${done} of ${files.length}`);
  },
});
printTotals(verdicts, { list: values.list === true, reasons: values.reasons === true });
console.log(`${files.length} files in ${((performance.now() - started) / 1000).toFixed(0)} s, ${threads} threads`);
if (values.update) {
  writeExpectations(verdicts);
} else {
  const { regressions, fixed } = compareWithExpectations(verdicts, readExpectations());
  if (fixed.length > 0) console.log(`${fixed.length} tests pass that are expected to fail: run with --update`);
  for (const file of regressions.slice(0, 50)) console.log(`regression: ${file}`);
  console.log(`${regressions.length} regressions`);
  process.exitCode = regressions.length > 0 ? 1 : 0;
}
