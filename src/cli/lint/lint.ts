/**
 * `underhood lint`: the hazards' findings of files, each with the evidence of a run of it, for people and for CI. What a
 * baseline knows is not counted, so that a project can begin with what it has and allow nothing new.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { sourceLanguageOf } from '../../engine/index.ts';
import { collectEvidence } from '../../hazards/evidence.ts';
import { analyzeHazards } from '../../hazards/registry.ts';
import type { Finding, Severity } from '../../protocol/findings.ts';
import type { RunEnvironment } from '../../protocol/run.ts';
import { Simulation } from '../../recorder/simulation.ts';
import type { LintCommand } from '../arguments.ts';
import { diskFiles } from '../disk-files.ts';
import { lineAndColumnAt } from '../line-and-column.ts';
import { readSource } from '../source-file.ts';
import { baselineOf, readBaseline, splitByBaseline } from './baseline.ts';
import { sarifOf } from './sarif.ts';

/** As long as a live run in the editor. */
const maxSteps = 1_000_000;

export const severities = ['hint', 'information', 'warning'] as const satisfies readonly Severity[];

/** A file with what was found in it. */
export interface LintedFile {
  /** As it was named, with forward slashes. */
  readonly file: string;
  readonly fileName: string;
  readonly source: string;
  readonly findings: readonly PlacedFinding[];
}

/** Lines and columns are base 1; `column` counts UTF-16 code units. */
export interface PlacedFinding extends Finding {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The baseline has it. */
  readonly isKnown: boolean;
}

/** 0: nothing new of the severity that fails; 1: there is; 2: a file could not be read or does not parse. */
export function lintCommand(command: LintCommand): number {
  const linted: LintedFile[] = [];
  let failed = false;
  for (const file of command.files) {
    const result = lintFile(file);
    if (result === undefined) failed = true;
    else linted.push(result);
  }
  const { baseline } = command;
  if (baseline !== undefined && command.updatesBaseline) {
    if (failed) return 2;
    writeFileSync(baseline, baselineOf(linted));
    process.stderr.write(`underhood: wrote ${count(linted)} to ${baseline}\n`);
    return 0;
  }
  const known = baseline === undefined ? undefined : readBaseline(baseline);
  if (known !== undefined && 'problem' in known) {
    process.stderr.write(`underhood: ${known.problem}\n`);
    return 2;
  }
  const judged = known === undefined ? linted : splitByBaseline(linted, known);
  process.stdout.write(report(judged, command));
  if (failed) return 2;
  const least = command.failOn === 'never' ? Infinity : severities.indexOf(command.failOn);
  const isFatal = judged.some(({ findings }) =>
    findings.some(({ severity, isKnown }) => !isKnown && severities.indexOf(severity) >= least),
  );
  return isFatal ? 1 : 0;
}

function report(files: readonly LintedFile[], { format, baseline }: LintCommand): string {
  if (format === 'sarif') return `${JSON.stringify(sarifOf(files, baseline !== undefined), null, 2)}\n`;
  if (format === 'json') {
    return `${JSON.stringify({ files: files.map(({ file, findings }) => ({ file, findings })) })}\n`;
  }
  return files.flatMap((linted) => linted.findings.filter(({ isKnown }) => !isKnown).map(lineOf(linted))).join('');
}

function lineOf({ file }: LintedFile): (finding: PlacedFinding) => string {
  return ({ line, column, severity, hazard, message }) =>
    `${file}:${line}:${column}: ${severity}: ${message} (${hazard})\n`;
}

function lintFile(file: string): LintedFile | undefined {
  const read = readSource(file);
  if (read === undefined) return undefined;
  const { fileName, source } = read;
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
    return undefined;
  }
  simulation.advance();
  const evidence = collectEvidence([simulation.log.all()], simulation.engineEvidence());
  const { findings } = analyzeHazards(source, evidence, {
    sourceKind: simulation.sourceKind,
    language: sourceLanguageOf(fileName),
  });
  return {
    file: file.replaceAll(path.sep, '/'),
    fileName,
    source,
    findings: findings.map((finding) => {
      const end = lineAndColumnAt(source, finding.end);
      const start = lineAndColumnAt(source, finding.start);
      return { ...finding, ...start, endLine: end.line, endColumn: end.column, isKnown: false };
    }),
  };
}

function count(files: readonly LintedFile[]): string {
  const total = files.reduce((sum, { findings }) => sum + findings.length, 0);
  return `${total} ${total === 1 ? 'finding' : 'findings'}`;
}
