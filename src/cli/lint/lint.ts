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
import { readSourceFile } from '../source-file.ts';
import { baselineOf, readBaseline, splitByBaseline } from './baseline.ts';
import { sarifOf } from './sarif.ts';

/** As long as a live run in the editor. */
const maxSteps = 1_000_000;

const severities = ['hint', 'information', 'warning'] as const satisfies readonly Severity[];

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

/** What the command prints, and its exit code: 1 for something new that fails, 2 for a file that cannot be run. */
export interface LintResult {
  readonly output: string;
  readonly problems: readonly string[];
  readonly exitCode: 0 | 1 | 2;
}

export function lintCommand(command: LintCommand): number {
  const { output, problems, exitCode } = lint(command);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.stdout.write(output);
  return exitCode;
}

export function lint(command: LintCommand): LintResult {
  const results = command.files.map((file) => lintFile(file, command));
  const problems = results.filter((result) => typeof result === 'string');
  const linted = results.filter((result) => typeof result !== 'string');
  const { baseline, updatesBaseline, failOn } = command;
  if (baseline !== undefined && updatesBaseline) {
    if (problems.length > 0) return { output: '', problems, exitCode: 2 };
    writeFileSync(baseline, baselineOf(linted));
    return { output: '', problems: [`underhood: wrote ${count(linted)} to ${baseline}`], exitCode: 0 };
  }
  const known = baseline === undefined ? undefined : readBaseline(baseline);
  if (known !== undefined && 'problem' in known)
    return { output: '', problems: [...problems, `underhood: ${known.problem}`], exitCode: 2 };
  const judged = known === undefined ? linted : splitByBaseline(linted, known);
  const least = failOn === 'never' ? Infinity : severities.indexOf(failOn);
  const isFatal = judged.some(({ findings }) =>
    findings.some(({ severity, isKnown }) => !isKnown && severities.indexOf(severity) >= least),
  );
  return { output: report(judged, command), problems, exitCode: problems.length > 0 ? 2 : isFatal ? 1 : 0 };
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

/** Or, where the file cannot be run, why. */
function lintFile(file: string, { runtime }: LintCommand): LintedFile | string {
  const read = readSourceFile(file);
  if ('problem' in read) return `underhood: ${read.problem}`;
  const { fileName, source } = read;
  const environment: RunEnvironment = {
    runtime,
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
  if (failure !== undefined) return `${fileName}:${failure.line}:${failure.column}: ${failure.message}`;
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
