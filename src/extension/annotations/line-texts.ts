/** What stands at the end of each line: how often it ran, and what its names held when it ran last. Knows no vscode. */
import type { StatementAnnotation, ValueAnnotation } from '../../protocol/questions.ts';

/** Lines are for reading: so many names, and so many characters of all. */
const maxNames = 4;
const maxCharacters = 80;

/** By line, base 0. `lineOf` gives the line of an offset. */
export function lineTexts(
  statements: readonly StatementAnnotation[],
  values: readonly ValueAnnotation[],
  lineOf: (offset: number) => number,
): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  for (const [line, count] of countsByLine(statements, lineOf)) texts.set(line, `×${count.toLocaleString('en-US')}`);
  for (const { offset, values: named } of values) {
    const line = lineOf(offset);
    const text = namesText(named);
    if (text !== '') texts.set(line, [texts.get(line), text].filter((part) => part !== undefined).join('  '));
  }
  return texts;
}

/** A line with several statements, such as the head of a loop, ran as often as the one of them that ran most. */
function countsByLine(
  statements: readonly StatementAnnotation[],
  lineOf: (offset: number) => number,
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { offset, count } of statements) {
    const line = lineOf(offset);
    counts.set(line, Math.max(counts.get(line) ?? 0, count));
  }
  return counts;
}

function namesText(values: ValueAnnotation['values']): string {
  const parts = values.slice(0, maxNames).map(({ name, value }) => `${name} = ${value}`);
  if (values.length > maxNames) parts.push('…');
  const text = parts.join(', ');
  return text.length > maxCharacters ? `${text.slice(0, maxCharacters - 1)}…` : text;
}
