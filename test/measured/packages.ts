/**
 * Packages that nobody here wrote, each with a driver: how many warnings their source gets, and whether V8 did what the findings go
 * by. The file that is judged is the package's own source with the driver behind it.
 *   npm run measured -- [FOLDER with node_modules] [NAME …]
 * Without a folder npm fetches the packages into a temporary one.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { diskFiles } from '../../src/cli/disk-files.ts';
import { collectEvidence } from '../../src/hazards/evidence.ts';
import { analyzeHazards } from '../../src/hazards/registry.ts';
import { claimsOf } from '../../src/recorder/evidence/claims.ts';
import { Simulation } from '../../src/recorder/simulation.ts';
import { countVerdicts } from '../../src/verify/compare.ts';
import { verifyRun } from '../../src/verify/verify.ts';
import { nodeBinary } from '../oracle/node-binary.ts';
import { testEnvironment } from '../unit/run-program.ts';
import { drivenPackages } from './drivers.ts';

const maxSteps = 2_000_000;
const mostWarnings = 1;

const [given, ...names] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), 'measured-'));
try {
  const root = given ?? install();
  const chosen = drivenPackages.filter(({ name }) => names.length === 0 || names.includes(name));
  const total = { lines: 0, warnings: 0, agreed: 0, differed: 0 };
  for (const { name, file, driver } of chosen) {
    const text = readFileSync(path.join(root, 'node_modules', name, file), 'utf8');
    const source = `${text}\n;(function drive(api) {\n${driver}\n})(module.exports);\n`;
    const main = path.join(folder, `${name}.cjs`);
    writeFileSync(main, source);
    const environment = { ...testEnvironment, fileName: main, maxSteps, maxEvents: maxSteps };
    const simulation = new Simulation({ source, environment, recording: 'log', files: diskFiles() });
    if (simulation.failure !== undefined) throw new Error(`${name}: ${simulation.failure.message}`);
    simulation.advance();
    const { outcome, error } = simulation.summary();
    if (outcome === 'error') throw new Error(`${name}: ${error}`);
    const engine = simulation.engineEvidence()!;
    const evidence = collectEvidence([simulation.log.all()], engine);
    const { findings } = analyzeHazards(source, evidence, { sourceKind: simulation.sourceKind });
    const isCut = outcome === 'limit';
    const claims = { claims: claimsOf(source, engine), isCut };
    const verified = await verifyRun(claims, { node: nodeBinary(), file: main });
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
} finally {
  rmSync(folder, { recursive: true, force: true });
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
