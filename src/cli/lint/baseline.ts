/**
 * Findings that are known and accepted, in a file of their own. One is known again by its file, its hazard and the text of
 * its line, so that it may move; of several alike so many are known as there were.
 */
import { readFileSync } from 'node:fs';
import type { LintedFile, PlacedFinding } from './lint.ts';

interface BaselineEntry {
  readonly file: string;
  readonly hazard: string;
  /** Without the white space around it. */
  readonly line: string;
}

interface Baseline {
  readonly version: 1;
  readonly findings: readonly BaselineEntry[];
}

export function baselineOf(files: readonly LintedFile[]): string {
  const findings = files.flatMap((linted) => linted.findings.map((finding) => entryOf(linted, finding)));
  const baseline: Baseline = { version: 1, findings };
  return `${JSON.stringify(baseline, null, 2)}\n`;
}

export function readBaseline(file: string): Baseline | { readonly problem: string } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { problem: `cannot read the baseline ${file}: --update-baseline writes one` };
  }
  try {
    const value: unknown = JSON.parse(text);
    if (isBaseline(value)) return value;
  } catch {
    // Told below.
  }
  return { problem: `${file} is no baseline of underhood: --update-baseline writes one anew` };
}

export function splitByBaseline(files: readonly LintedFile[], { findings }: Baseline): LintedFile[] {
  const left = new Map<string, number>();
  for (const entry of findings) left.set(keyOf(entry), (left.get(keyOf(entry)) ?? 0) + 1);
  return files.map((linted) => ({
    ...linted,
    findings: linted.findings.map((finding) => {
      const key = keyOf(entryOf(linted, finding));
      const known = left.get(key) ?? 0;
      left.set(key, known - 1);
      return { ...finding, isKnown: known > 0 };
    }),
  }));
}

export function entryOf({ file, source }: LintedFile, { hazard, start }: PlacedFinding): BaselineEntry {
  const from = source.lastIndexOf('\n', start - 1) + 1;
  const to = source.indexOf('\n', start);
  return { file, hazard, line: source.slice(from, to < 0 ? undefined : to).trim() };
}

function keyOf({ file, hazard, line }: BaselineEntry): string {
  return JSON.stringify([file, hazard, line]);
}

function isBaseline(value: unknown): value is Baseline {
  if (typeof value !== 'object' || value === null) return false;
  if (!('version' in value) || value.version !== 1 || !('findings' in value)) return false;
  return Array.isArray(value.findings) && value.findings.every(isEntry);
}

function isEntry(value: unknown): value is BaselineEntry {
  if (typeof value !== 'object' || value === null) return false;
  return ['file', 'hazard', 'line'].every((name) => typeof (value as Record<string, unknown>)[name] === 'string');
}
