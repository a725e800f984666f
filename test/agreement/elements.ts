/** Elements: of a program's x the elements kind, the backing store with its capacity, and whether it is copy-on-write. */
import { describeElements, type ElementsDescription } from '../../src/engine/index.ts';
import { MetricCount, type Part } from './part.ts';
import { objectVariable, runScript } from './run-script.ts';

export interface ElementsAnswer {
  /** Without `_ELEMENTS` or `ELEMENTS`: PACKED_SMI, HOLEY, FLOAT64. */
  readonly kind: string;
  readonly backing: string;
  readonly capacity?: number;
  readonly cow: boolean;
}

interface ElementsRow extends ElementsAnswer {
  readonly id: string;
  readonly rule: string;
  readonly code: string;
}

export const elementsPart: Part = {
  name: 'elements',
  measure(corpus) {
    const kind = new MetricCount('kind', 98);
    const capacity = new MetricCount('capacity', 95);
    const copyOnWrite = new MetricCount('copy-on-write');
    for (const row of corpus.rows<ElementsRow>('elements.jsonl')) {
      const ours = attempt(row.code);
      const text = (): string =>
        `V8: ${answerText(row)} | ours: ${typeof ours === 'string' ? ours : answerText(ours)} | ${row.code.replaceAll('\n', ' ')}`;
      const agrees = (test: (answer: ElementsAnswer) => boolean): boolean => typeof ours !== 'string' && test(ours);
      kind.count(
        row,
        agrees((answer) => answer.kind === row.kind),
        text,
      );
      if (row.capacity !== undefined) {
        const same = agrees((answer) => answer.backing === row.backing && answer.capacity === row.capacity);
        capacity.count(row, same, text);
      }
      copyOnWrite.count(
        row,
        agrees((answer) => answer.cow === row.cow),
        text,
      );
    }
    return [kind, capacity, copyOnWrite];
  },
  show(corpus, id) {
    const row = corpus.rows<ElementsRow>('elements.jsonl').find((each) => each.id === id);
    if (row === undefined) return undefined;
    const ours = attempt(row.code);
    return `${row.code}\nV8: ${answerText(row)}\nours: ${typeof ours === 'string' ? ours : answerText(ours)}`;
  },
};

function attempt(code: string): ElementsAnswer | string {
  try {
    return elementsAnswer(code);
  } catch (error) {
    return String(error);
  }
}

/** What %DebugPrint(x) says after the program. */
export function elementsAnswer(code: string): ElementsAnswer {
  const script = runScript(code);
  if (script.stderr !== '') throw new Error(script.stderr);
  return answerOf(describeElements(objectVariable(script, 'x')));
}

export function answerOf({ kind, backing, capacity, isCopyOnWrite }: ElementsDescription): ElementsAnswer {
  return { kind: shortKind(kind), backing, capacity, cow: isCopyOnWrite };
}

export function shortKind(kind: string): string {
  return kind.replace(/^(PACKED|HOLEY)_ELEMENTS$/, '$1').replace(/_?ELEMENTS$/, '');
}

export function answerText({ kind, backing, capacity, cow }: ElementsAnswer): string {
  return `${kind} ${backing}[${capacity ?? ''}]${cow ? ' copy-on-write' : ''}`;
}
