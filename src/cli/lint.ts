/** `underhood lint`: the hazards' findings, with the evidence of a run of the file. */
import { sourceLanguageOf } from '../engine/index.ts';
import { collectEvidence } from '../hazards/evidence.ts';
import { analyzeHazards } from '../hazards/registry.ts';
import type { Finding } from '../protocol/findings.ts';
import type { RunEnvironment } from '../protocol/run.ts';
import { lineAndColumnAt } from './line-and-column.ts';
import { Simulation } from '../recorder/simulation.ts';
import type { LintCommand } from './arguments.ts';
import { diskFiles } from './disk-files.ts';
import { readSource } from './source-file.ts';

/** As long as a live run in the editor. */
const maxSteps = 1_000_000;

export function lintCommand(command: LintCommand): number {
  const file = readSource(command.file);
  if (file === undefined) return 2;
  const { fileName, source } = file;
  const environment: RunEnvironment = {
    runtime: 'node',
    sourceKind: 'auto',
    fileName,
    seed: 1,
    startTime: 0,
    timeZone: 'UTC',
    locale: 'en-US',
    maxSteps,
    maxEvents: maxSteps,
    maxVirtualMs: 3_600_000,
  };
  const simulation = new Simulation({ source, environment, recording: 'log', files: diskFiles() });
  const { failure } = simulation;
  if (failure !== undefined) {
    process.stderr.write(`${fileName}:${failure.line}:${failure.column}: ${failure.message}\n`);
    return 2;
  }
  simulation.advance();
  const { findings } = analyzeHazards(source, collectEvidence([simulation.log.all()], simulation.engineEvidence()), {
    sourceKind: simulation.sourceKind,
    language: sourceLanguageOf(fileName),
  });
  if (command.isJson) {
    const placed = findings.map((finding) => ({ ...finding, ...lineAndColumnAt(source, finding.start) }));
    process.stdout.write(`${JSON.stringify({ file: fileName, findings: placed })}\n`);
  } else for (const finding of findings) process.stdout.write(`${lineOf(command.file, source, finding)}\n`);
  return 0;
}

function lineOf(file: string, source: string, { start, severity, hazard, message }: Finding): string {
  const { line, column } = lineAndColumnAt(source, start);
  return `${file}:${line}:${column}: ${severity}: ${message} (${hazard})`;
}
