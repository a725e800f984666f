/** Hidden classes: whether a and b of a program have the same one, and whether each has fast properties. */
import type { EngineName } from '../../src/protocol/run.ts';
import { MetricCount, type Part } from './part.ts';
import { objectVariable, runScript } from './run-script.ts';

export interface MapAnswer {
  readonly sameMap: boolean;
  readonly fastA: boolean;
  readonly fastB: boolean;
}

export interface MapRow extends MapAnswer {
  readonly id: string;
  readonly rule: string;
  readonly code: string;
  readonly node20?: MapAnswer;
  readonly node22?: MapAnswer;
  readonly node26?: MapAnswer;
}

const otherEngines = ['node20', 'node22', 'node26'] as const;

export const mapsPart: Part = {
  name: 'maps',
  measure(corpus) {
    const sameMap = new MetricCount('same map', 99);
    const fast = new MetricCount('fast or dictionary', 99);
    for (const row of corpus.rows<MapRow>('maps.jsonl')) {
      const ours = attempt(row.code);
      const text = (): string =>
        typeof ours === 'string' ? ours : `V8: ${answerText(row)} | ours: ${answerText(ours)} | ${oneLine(row.code)}`;
      sameMap.count(row, typeof ours !== 'string' && ours.sameMap === row.sameMap, text);
      for (const which of ['fastA', 'fastB'] as const)
        fast.count(row, typeof ours !== 'string' && ours[which] === row[which], text);
    }
    return [sameMap, fast, ...otherEngines.map((engine) => measureEngine(corpus.rows<MapRow>('maps.jsonl'), engine))];
  },
  show(corpus, id) {
    const row = corpus.rows<MapRow>('maps.jsonl').find((each) => each.id === id);
    if (row === undefined) return undefined;
    const ours = attempt(row.code);
    return `${row.code}\nV8: ${answerText(row)}\nours: ${typeof ours === 'string' ? ours : answerText(ours)}`;
  },
};

/** All three answers together. */
function measureEngine(rows: readonly MapRow[], engine: (typeof otherEngines)[number]): MetricCount {
  const metric = new MetricCount(`all of ${engine}`);
  for (const row of rows) {
    const theirs = row[engine];
    if (theirs === undefined) continue;
    const ours = attempt(row.code, engine);
    const text = typeof ours === 'string' ? ours : answerText(ours);
    metric.count(
      row,
      text === answerText(theirs),
      () => `V8: ${answerText(theirs)} | ours: ${text} | ${oneLine(row.code)}`,
    );
  }
  return metric;
}

function attempt(code: string, engine?: EngineName): MapAnswer | string {
  try {
    return mapAnswer(code, engine);
  } catch (error) {
    return String(error);
  }
}

/** What %HaveSameMap(a, b) and %HasFastProperties say of a program's a and b. */
export function mapAnswer(code: string, engine?: EngineName): MapAnswer {
  const script = runScript(code, engine);
  if (script.stderr !== '') throw new Error(script.stderr);
  const a = objectVariable(script, 'a').hiddenClass;
  const b = objectVariable(script, 'b').hiddenClass;
  return { sameMap: a === b, fastA: !a.isDictionary, fastB: !b.isDictionary };
}

function answerText({ sameMap, fastA, fastB }: MapAnswer): string {
  return `${sameMap ? 'same' : 'different'}, ${fastA ? 'fast' : 'slow'}, ${fastB ? 'fast' : 'slow'}`;
}

function oneLine(code: string): string {
  const text = code.replaceAll('\n', ' ');
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
