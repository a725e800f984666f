/** `underhood verify`: the file runs in the simulation and in the user's own Node, and what is said of V8 is held against V8's log. */
import { sourceLanguageOf } from '../engine/index.ts';
import type { RunClaims } from '../protocol/claims.ts';
import { defaultEngine, type RunEnvironment } from '../protocol/run.ts';
import { claimsOf } from '../recorder/evidence/claims.ts';
import { Simulation } from '../recorder/simulation.ts';
import { summaryOf, tableOf } from '../verify/report.ts';
import { verifyRun } from '../verify/verify.ts';
import type { VerifyCommand } from './arguments.ts';
import { diskFiles } from './disk-files.ts';
import { readSource } from './source-file.ts';

export async function verifyCommand(command: VerifyCommand): Promise<number> {
  const file = readSource(command.file);
  if (file === undefined) return 2;
  const { fileName, source } = file;
  const claims = simulatedClaims(fileName, source, command.maxSteps);
  if (typeof claims === 'string') return complain(`${fileName}: ${claims}`);
  const verified = await verifyRun(claims, { node: command.node, file: fileName, directory: process.cwd() });
  if (!verified.ok) return complain(verified.problem);
  const { run } = verified;
  if (command.isJson) {
    process.stdout.write(`${JSON.stringify(run)}\n`);
    return 0;
  }
  process.stdout.write(tableOf(run, command.isAll));
  const cut = run.isCut ? '; the simulated run was stopped by a limit' : '';
  process.stdout.write(`${command.file}: ${summaryOf(run)} (${run.version}, ${run.end}${cut})\n`);
  return 0;
}

/** Or why there are none. */
export function simulatedClaims(fileName: string, source: string, maxSteps: number): RunClaims | string {
  if (sourceLanguageOf(fileName) !== 'javascript') return 'what V8 does is verified for JavaScript alone';
  const environment: RunEnvironment = {
    runtime: 'node',
    sourceKind: 'auto',
    engine: defaultEngine,
    fileName,
    seed: 1,
    startTime: Date.now(),
    timeZone: 'UTC',
    locale: 'en-US',
    maxSteps,
    maxEvents: maxSteps,
    maxVirtualMs: 3_600_000,
  };
  const simulation = new Simulation({ source, environment, recording: 'log', files: diskFiles() });
  if (simulation.failure !== undefined) return simulation.failure.message;
  simulation.advance();
  return {
    claims: claimsOf(source, simulation.engineEvidence()!),
    isCut: simulation.summary().outcome === 'limit',
  };
}

function complain(problem: string): number {
  process.stderr.write(`underhood: ${problem}\n`);
  return 2;
}
