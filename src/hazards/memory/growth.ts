/** What the hazards about growing collections share: which growth is worth telling, of what weight it is, and where things are added. */
import { type AnyNode, walk } from '../../engine/index.ts';
import type { RelatedPlace, Severity } from '../../protocol/findings.ts';
import type { GrowingKind, GrowthEvidence } from '../../recorder/evidence/memory-evidence.ts';
import type { AnalyzedProgram } from '../analyzed-program.ts';
import type { Detection } from '../define-hazard.ts';
import type { HazardEvidence } from '../evidence.ts';
import { bytesText, counted, grouped } from '../hover-text.ts';
import { type KeptPlace, pathText, placeOf } from './keeping-words.ts';

export interface Growth {
  readonly program: AnalyzedProgram;
  readonly growth: GrowthEvidence;
  readonly place: KeptPlace;
  /** In Markdown. */
  readonly path: string;
  /** A limit ended the run: it would have gone on. */
  readonly isCut: boolean;
}

/** Less is not worth a word: where the run goes on, and where the program is over. */
const leastBytes = { cut: 4 * 1024, ended: 16 * 1024 };
const noticeableBytes = 64 * 1024;
const manyTurns = 1000;
const manyBytes = 1024 * 1024;
const mostAdding = 5;

/** One for each place that keeps something. */
export function* growthsOf(
  program: AnalyzedProgram,
  evidence: HazardEvidence | undefined,
  kinds: readonly GrowingKind[],
): Iterable<Detection<Growth>> {
  const told = new Set<number>();
  for (const growth of evidence?.engine.memory.growths ?? []) {
    const { kind, path, grownTurns, firstEvent, bytes } = growth;
    const isCut = !evidence!.loop.hasEnded;
    if (!kinds.includes(kind) || bytes < (isCut ? leastBytes.cut : leastBytes.ended)) continue;
    // Listeners have a hazard of their own; what a function holds that has come to its end is free.
    if (path.steps.some(({ kind: via, name }) => name === '_events' || (via === 'generator' && !isCut))) continue;
    // So do they where Node warns of them itself.
    if (isListenerList(growth) && evidence!.loop.listeners.some(({ warnedAt }) => warnedAt >= 0)) continue;
    const place = placeOf(program, path);
    if (place === undefined || told.has(place.start)) continue;
    told.add(place.start);
    yield {
      start: place.start,
      end: place.end,
      happened: { count: grownTurns, firstEvent },
      data: { program, growth, place, path: pathText(program, evidence!, path), isCut },
    };
  }
}

/** What an event target keeps: of each type there is a list. */
export function isListenerList({ kind, path: { steps } }: GrowthEvidence): boolean {
  const list = steps.length - 3;
  return kind === 'chain' && list > 0 && steps[list]!.kind === 'inside' && steps.at(-1)!.name === 'next';
}

export function severityOf({ growth: { bytes, grownTurns }, isCut }: Growth): Severity {
  if (!isCut) return 'hint';
  if (bytes >= manyBytes && grownTurns >= manyTurns) return 'warning';
  return bytes >= noticeableBytes ? 'information' : 'hint';
}

const nouns: Readonly<Record<GrowingKind, string>> = {
  array: 'entry',
  map: 'entry',
  set: 'entry',
  object: 'entry',
  text: 'character',
  chain: 'object',
};

export function sizeText({ growth: { kind, sizes } }: Growth): string {
  return counted(sizes.at(-1)!.size, nouns[kind]).replace(/entrys$/, 'entries');
}

export function runText({ growth: { grownTurns, watchedTurns, isKept, kind, sizes }, path }: Growth): string {
  const kept = isKept ? `it is kept by ${path}` : `it was kept by ${path}, up to the end`;
  if (kind === 'chain')
    return `it was longer each of the ${grouped(sizes.length)} times that the heap was gone through; ${kept}.`;
  return `it grew in ${grouped(grownTurns)} of ${counted(watchedTurns, 'turn')} of the event loop and never shrank; ${kept}.`;
}

export function costText({ growth: { bytes, sizes } }: Growth): string {
  const [first, last] = [sizes[0]!, sizes.at(-1)!];
  const perTurn = Math.round(((bytes / Math.max(1, last.size)) * (last.size - first.size)) / (last.turn - first.turn));
  return `${bytesText(bytes)} here as V8 lays it out, some ${grouped(perTurn)} bytes more each turn, and every mark-compact goes through all of it.`;
}

const shownSizes = 6;

export function sizeTable({ growth: { sizes, kind } }: Growth): string {
  const step = Math.max(1, (sizes.length - 1) / (shownSizes - 1));
  const rows = new Set(
    Array.from({ length: Math.min(shownSizes, sizes.length) }, (_, row) => sizes[Math.round(row * step)]!),
  );
  return [
    `| after turn | ${`${nouns[kind]}s`.replace('entrys', 'entries')} |`,
    '| --- | --- |',
    ...[...rows].map(({ turn, size }) => `| ${grouped(turn)} | ${grouped(size)} |`),
  ].join('\n');
}

/** Methods that make something larger. */
const addingMethods = new Set(['push', 'unshift', 'add', 'set', 'append']);

/** Where the text adds to what has that name. */
export function addingPlaces({ program, place: { name, start: declared } }: Growth): RelatedPlace[] {
  const found: RelatedPlace[] = [];
  const isMeant = (node: AnyNode): boolean =>
    (node.type === 'Identifier' && node.name === name) ||
    (node.type === 'MemberExpression' && program.textOf(node.property) === name);
  const tell = (at: AnyNode): void => {
    if (at.start === declared || found.length === mostAdding) return;
    found.push({ start: at.start, end: at.end, message: `${name} grows here` });
  };
  walk(program.root, (node) => {
    if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
      const { object, property } = node.callee;
      if (isMeant(object) && property.type === 'Identifier' && addingMethods.has(property.name)) tell(property);
    } else if (node.type === 'AssignmentExpression') {
      const { left, operator } = node;
      if (left.type === 'MemberExpression' && left.computed && isMeant(left.object)) tell(left.property);
      else if (operator === '+=' && isMeant(left)) tell(left.type === 'MemberExpression' ? left.property : left);
    }
  });
  return found;
}
