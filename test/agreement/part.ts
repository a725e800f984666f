/** What a part of the agreement gives: for each of its metrics how much of real V8's answers the model gives too. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface Difference {
  readonly id: string;
  readonly rule: string;
  /** One line: what V8 has and what we have. */
  readonly text: string;
}

export interface Metric {
  readonly name: string;
  /** The goal, in percent, where it names one. */
  readonly goal?: number;
  readonly agree: number;
  readonly of: number;
  readonly differences: readonly Difference[];
}

export interface Part {
  readonly name: string;
  readonly measure: (corpus: Corpus) => readonly Metric[];
  /** All about one row: program, V8's answer, ours. */
  readonly show: (corpus: Corpus, id: string) => string | undefined;
}

export interface Corpus {
  readonly rows: <Row>(file: string) => readonly Row[];
}

export function openCorpus(folder: string): Corpus {
  return {
    rows: <Row>(file: string) =>
      readFileSync(path.join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Row),
  };
}

/** Counts the answers of one metric. */
export class MetricCount implements Metric {
  readonly name: string;
  readonly goal?: number;
  agree = 0;
  of = 0;
  readonly differences: Difference[] = [];

  constructor(name: string, goal?: number) {
    this.name = name;
    if (goal !== undefined) this.goal = goal;
  }

  count(row: { readonly id: string; readonly rule: string }, agrees: boolean, text: () => string): void {
    this.of++;
    if (agrees) this.agree++;
    else this.differences.push({ id: row.id, rule: row.rule, text: text() });
  }
}
