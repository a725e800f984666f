/** What the contest found, as text: a row for each program, a column for each engine, geometric means below. */
import { contenders, type ContenderName, reference } from './contenders.ts';
import type { Measurement, Outcome } from './contest.ts';
import type { Program } from './programs.ts';

export interface Row {
  readonly program: Program;
  readonly outcomes: ReadonlyMap<ContenderName, Outcome>;
}

export function tableHead(names: readonly ContenderName[]): string {
  const columns = names
    .filter((name) => name !== reference)
    .map((name) => contenders[name].title.padStart(widthOf(name)));
  return [`${'program'.padEnd(20)}${'jitless ms'.padStart(11)}${'ns/bytecode'.padStart(13)}`, ...columns].join('  ');
}

export function tableRow({ program, outcomes }: Row, names: readonly ContenderName[]): string {
  const base = outcomes.get(reference);
  const milliseconds = isMeasurement(base) ? base.milliseconds.toFixed(1) : '-';
  const columns = names
    .filter((name) => name !== reference)
    .map((name) => cell(outcomes.get(name)).padStart(widthOf(name)));
  const perBytecode = nanosecondsPerBytecode(outcomes.get('underhood'));
  return [
    `${program.name.padEnd(20)}${milliseconds.padStart(11)}${(perBytecode?.toFixed(1) ?? '-').padStart(13)}`,
    ...columns,
  ].join('  ');
}

/** Means over the programs that an engine ran; where it ran fewer than all, the number stands behind. */
export function meansOf(title: string, rows: readonly Row[], names: readonly ContenderName[]): string {
  const columns = names
    .filter((name) => name !== reference)
    .map((name) => {
      const ratios = rows.map((row) => ratioOf(row.outcomes.get(name))).filter((ratio) => ratio !== undefined);
      const count = ratios.length < rows.length ? ` (${ratios.length}/${rows.length})` : '';
      return (ratios.length === 0 ? '-' : `${format(geometricMean(ratios))}${count}`).padStart(widthOf(name));
    });
  const speeds = rows
    .map((row) => nanosecondsPerBytecode(row.outcomes.get('underhood')))
    .filter((it) => it !== undefined);
  const speed = speeds.length === 0 ? '-' : geometricMean(speeds).toFixed(1);
  return [`${title.padEnd(20)}${''.padStart(11)}${speed.padStart(13)}`, ...columns].join('  ');
}

/** The cost of recording: recorded over not recorded, as a geometric mean and at worst. */
export function recordingCost(rows: readonly Row[]): string | undefined {
  const costs = rows.flatMap(({ program, outcomes }) => {
    const [off, on] = [outcomes.get('underhood'), outcomes.get('recorded')];
    return isMeasurement(off) && isMeasurement(on) ? [{ program, cost: on.milliseconds / off.milliseconds }] : [];
  });
  if (costs.length === 0) return undefined;
  const worst = costs.reduce((a, b) => (b.cost > a.cost ? b : a));
  const mean = geometricMean(costs.map(({ cost }) => cost));
  return `recording on / off: ${format(mean)} (geometric mean), at worst ${format(worst.cost)} (${worst.program.name})`;
}

/** Why cells are empty: a line for each program and engine. */
export function failures(rows: readonly Row[]): string[] {
  return rows.flatMap(({ program, outcomes }) =>
    [...outcomes].flatMap(([name, outcome]) =>
      'failure' in outcome ? [`${program.name} in ${contenders[name].title}: ${outcome.failure}`] : [],
    ),
  );
}

function widthOf(name: ContenderName): number {
  return Math.max(contenders[name].title.length, 13);
}

function cell(outcome: Outcome | undefined): string {
  const ratio = ratioOf(outcome);
  if (ratio !== undefined) return format(ratio);
  return outcome !== undefined && 'failure' in outcome && outcome.failure.startsWith('over') ? outcome.failure : '-';
}

function ratioOf(outcome: Outcome | undefined): number | undefined {
  return isMeasurement(outcome) ? outcome.milliseconds / outcome.referenceMilliseconds : undefined;
}

function nanosecondsPerBytecode(outcome: Outcome | undefined): number | undefined {
  return isMeasurement(outcome) && outcome.steps !== undefined
    ? (outcome.milliseconds * 1e6) / outcome.steps
    : undefined;
}

function isMeasurement(outcome: Outcome | undefined): outcome is Measurement {
  return outcome !== undefined && !('failure' in outcome);
}

function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

function format(ratio: number): string {
  return ratio >= 100 ? ratio.toFixed(0) : ratio >= 10 ? ratio.toFixed(1) : ratio.toFixed(2);
}
