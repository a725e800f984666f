/** A package's source with its driver behind it, run in the simulated engine, and what the hazards say of it. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { diskFiles } from '../../src/cli/disk-files.ts';
import { collectEvidence } from '../../src/hazards/evidence.ts';
import { analyzeHazards } from '../../src/hazards/registry.ts';
import type { Finding } from '../../src/protocol/findings.ts';
import type { EngineEvidence } from '../../src/recorder/evidence/engine-evidence.ts';
import { Simulation } from '../../src/recorder/simulation.ts';
import { testEnvironment } from '../unit/run-program.ts';
import type { DrivenPackage } from './drivers.ts';

export interface DrivenRun {
  readonly name: string;
  readonly source: string;
  /** The file that Node runs. */
  readonly file: string;
  readonly engine: EngineEvidence;
  readonly findings: readonly Finding[];
  /** The limit of steps ended it: V8 goes on. */
  readonly isCut: boolean;
}

const maxSteps = 20_000_000;

/** `root` has the packages, `folder` takes the file. */
export function driven({ name, file, driver }: DrivenPackage, root: string, folder: string): DrivenRun {
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
  return { name, source, file: main, engine, findings, isCut: outcome === 'limit' };
}
