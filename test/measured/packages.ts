/**
 * Packages that nobody here wrote, each with a driver: how many warnings their source gets, and whether V8 did what the findings go
 * by. The file that is judged is the package's own source with the driver behind it.
 *   npm run measured -- [FOLDER with node_modules] [NAME …] [--findings[=100]] [--seed=1]
 * Without a folder npm fetches the packages into a temporary one. `--findings` asks the real V8 about so many of the findings that
 * have evidence, one by one (confirm.ts), instead of comparing all that the log tells of.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { lineAt, lineStartsOf } from '../../src/line-starts.ts';
import { claimsOf } from '../../src/recorder/evidence/claims.ts';
import { countVerdicts } from '../../src/verify/compare.ts';
import { verifyRun } from '../../src/verify/verify.ts';
import { nodeBinary } from '../oracle/node-binary.ts';
import { driven, type DrivenRun } from './driven-run.ts';
import { drivenPackages } from './drivers.ts';
import { type Confirmation, confirmSample } from './findings.ts';

const mostWarnings = 1;
const leastConfirmed = 0.95;

const { values, positionals } = parseArgs({
  args: process.argv.slice(2).map((word) => (word === '--findings' ? '--findings=100' : word)),
  allowPositionals: true,
  options: { findings: { type: 'string' }, seed: { type: 'string', default: '1' } },
});
const [given, ...names] = positionals;
const folder = mkdtempSync(path.join(tmpdir(), 'measured-'));
try {
  const root = given ?? install();
  const chosen = drivenPackages.filter(({ name }) => names.length === 0 || names.includes(name));
  const runs = chosen.map((each) => {
    const run = driven(each, root, folder);
    if (values.findings !== undefined) console.error(`${run.name}: ${run.findings.length} findings`);
    return run;
  });
  if (values.findings === undefined) await compareAll(runs);
  else tellOf(confirmSample(runs, Number(values.findings), Number(values.seed)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function compareAll(runs: readonly DrivenRun[]): Promise<void> {
  const total = { lines: 0, warnings: 0, agreed: 0, differed: 0 };
  for (const { name, source, file, engine, findings, isCut } of runs) {
    const verified = await verifyRun({ claims: claimsOf(source, engine), isCut }, { node: nodeBinary(), file });
    if (!verified.ok) throw new Error(`${name}: ${verified.problem}`);
    const { agreed, differed, notObserved } = countVerdicts(verified.run.comparisons);
    const lines = source.split('\n').length;
    const warnings = findings.filter(({ severity }) => severity === 'warning').length;
    total.lines += lines;
    total.warnings += warnings;
    total.agreed += agreed;
    total.differed += differed;
    console.log(
      `${name.padEnd(14)} ${lines} lines, ${findings.length} findings, ${warnings} warnings; V8: ${agreed} agreed, ${differed} differed, ${notObserved} not observed${isCut ? '; cut' : ''}`,
    );
  }
  const share = (total.warnings / total.lines) * 1000;
  const agreeing = (total.agreed / (total.agreed + total.differed)) * 100;
  console.log(`${share.toFixed(2)} warnings per 1,000 lines; ${agreeing.toFixed(1)} % of what V8 tells of agrees`);
  if (share > mostWarnings) process.exitCode = 1;
}

function tellOf(confirmations: readonly Confirmation[]): void {
  const isConfirmed = ({ objection }: Confirmation): boolean => objection === undefined;
  for (const [hazard, of] of Map.groupBy(confirmations, ({ finding }) => finding.hazard)) {
    const packages = new Set(of.map(({ run }) => run.name)).size;
    const confirmed = `${of.filter(isConfirmed).length} of ${of.length}`;
    console.log(
      `${hazard.padEnd(22)} ${confirmed.padEnd(9)} ${`${packages} package${packages === 1 ? '' : 's'}`.padEnd(12)} ${of[0]!.by}`,
    );
  }
  for (const { run, finding, objection } of confirmations) {
    if (objection === undefined) continue;
    const line = lineAt(lineStartsOf(run.source), finding.start) + 1;
    console.log(`not confirmed: ${run.name} ${line}: ${finding.hazard}: ${objection}`);
  }
  const confirmed = confirmations.filter(isConfirmed).length;
  const packages = new Set(confirmations.map(({ run }) => run.name)).size;
  console.log(`${confirmed} of ${confirmations.length} findings confirmed by V8, in ${packages} packages`);
  if (confirmed < leastConfirmed * confirmations.length) process.exitCode = 1;
}

function install(): string {
  writeFileSync(path.join(folder, 'package.json'), '{}');
  const words = drivenPackages.map(({ name, version }) => `${name}@${version}`);
  const { status, stderr } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...words], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm could not fetch the packages: ${stderr}`);
  return folder;
}
