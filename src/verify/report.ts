/** What a comparison with V8 found, as text for people: a table for terminals, and a Markdown document. */
import { type Comparison, countVerdicts, type Verdict, verdicts } from './compare.ts';

export interface VerifiedRun {
  readonly file: string;
  /** `Node v24.1.0, V8 13.6…` */
  readonly version: string;
  /** How the real process ended. */
  readonly end: string;
  readonly isCut: boolean;
  readonly comparisons: readonly Comparison[];
}

const subjects = {
  cache: 'inline cache',
  deoptimization: 'deoptimisation',
  dictionary: 'dictionary mode',
  elements: 'elements kind',
} as const;

const states: Readonly<Record<string, string>> = {
  '0': 'uninitialised',
  '1': 'monomorphic',
  '^': 'to be recomputed',
  P: 'polymorphic',
  N: 'megamorphic',
  G: 'generic',
};

export function summaryOf({ comparisons }: VerifiedRun): string {
  const { agreed, differed, notObserved } = countVerdicts(comparisons);
  const share = agreed + differed === 0 ? '' : ` (${((agreed / (agreed + differed)) * 100).toFixed(1)} %)`;
  return `${agreed} of ${agreed + differed} agreed${share}, ${differed} differed, ${notObserved} not observed`;
}

/** What differs, or with `all` everything. */
export function tableOf({ comparisons }: VerifiedRun, all: boolean): string {
  const rows = comparisons
    .filter(({ verdict }) => all || verdict !== 'agreed')
    .map((comparison) => [
      wordOf(comparison.verdict),
      `${comparison.line}:${comparison.column}`,
      whatOf(comparison),
      saidOf(comparison, comparison.simulated),
      saidOf(comparison, comparison.v8),
    ]);
  if (rows.length === 0) return '';
  const lines = [['verdict', 'place', 'what', 'simulated', 'V8'], ...rows];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return `${lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}\n`;
}

export function documentOf(run: VerifiedRun): string {
  const { file, version, end, isCut, comparisons } = run;
  const part = (verdict: Verdict): readonly string[] => {
    const rows = comparisons.filter((comparison) => comparison.verdict === verdict);
    if (rows.length === 0) return [];
    return [
      `## ${rows.length} ${wordOf(verdict)}: ${verdicts[verdict]}`,
      '',
      '| line:column | what | simulated | V8 |',
      '| --- | --- | --- | --- |',
      ...rows.map((row) => {
        const cells = [`${row.line}:${row.column}`, whatOf(row), saidOf(row, row.simulated), saidOf(row, row.v8)];
        return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
      }),
      '',
    ];
  };
  return [
    `# ${file} in the real V8`,
    '',
    `${version}, ${end}: ${summaryOf(run)}.`,
    '',
    ...(isCut ? ['A limit ended the simulated run, so what V8 did behind that point is not held against it.', ''] : []),
    ...part('differed'),
    ...part('notObserved'),
    ...part('agreed'),
  ].join('\n');
}

function wordOf(verdict: Verdict): string {
  return verdict === 'notObserved' ? 'not observed' : verdict;
}

function whatOf({ kind, subject }: Comparison): string {
  return subject === '' ? subjects[kind] : `${subjects[kind]} ${subject}`;
}

function saidOf({ kind }: Comparison, text: string): string {
  if (text === '') return '–';
  return kind === 'cache' ? (states[text] ?? text) : text;
}
