/** Who waited for the thread, as hovers and the Problems view list them. */
import { apiKinds } from '../../protocol/events.ts';
import type { RelatedPlace } from '../../protocol/findings.ts';
import type { AnalyzedProgram } from '../analyzed-program.ts';
import { grouped, inlineCode, quoted } from '../hover-text.ts';
import { endOfToken } from '../shape-table.ts';
import type { Waiting } from './loop-queues.ts';

const shownRows = 6;

const calledBy: { readonly [Kind in Waiting['kind']]: string } = { microtask: 'microtask', ...apiKinds };

export function waitingTable(program: AnalyzedProgram, waiting: readonly Waiting[]): string {
  const rows = sorted(waiting)
    .slice(0, shownRows)
    .map((each) => {
      const line = each.position < 0 ? '' : `line ${program.lineOf(each.position)}`;
      return `| ${inlineCode(nameOf(each)).replaceAll('|', '\\|')} | ${calledBy[each.kind]} | ${line} | ${waitedText(each)} |`;
    });
  const left = waiting.length - rows.length;
  return [
    '| waited | queued by | set in | for |',
    '| --- | --- | --- | --- |',
    ...rows,
    ...(left > 0 ? [`| … and ${left} more | | | |`] : []),
  ].join('\n');
}

export function waitingPlaces(program: AnalyzedProgram, waiting: readonly Waiting[]): RelatedPlace[] {
  return sorted(waiting)
    .filter(({ position }) => position >= 0)
    .slice(0, 5)
    .map((each) => ({
      start: each.position,
      end: endOfToken(program, each.position),
      message: `${quoted(nameOf(each))} (${calledBy[each.kind]}) waited${each.waited > 0 ? ` ${waitedText(each)}` : ''}`,
    }));
}

/** `'late' (setTimeout) and 2 more`. */
export function waitingText(waiting: readonly Waiting[]): string {
  const [first] = sorted(waiting);
  if (first === undefined) return '';
  const more = waiting.length > 1 ? ` and ${waiting.length - 1} more` : '';
  return `${quoted(nameOf(first))} (${calledBy[first.kind]})${more}`;
}

/** Those first that are promised a time. */
function sorted(waiting: readonly Waiting[]): readonly Waiting[] {
  return waiting.toSorted((one, other) => Number(other.isTimed) - Number(one.isTimed) || other.waited - one.waited);
}

function nameOf({ name }: Waiting): string {
  return name === '' ? 'anonymous callback' : name;
}

function waitedText(each: Waiting): string {
  if (each.isTimed) return `${grouped(Math.round(each.waited))} ms of virtual time`;
  return each.waited === 0 ? 'its turn' : `${grouped(each.waited)} bytecodes`;
}
