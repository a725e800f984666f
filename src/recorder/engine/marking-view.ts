/** A collection as the page shows it: waves of objects by kind and by what led to them, and the heap as a picture of dots. */
import { collectionReasons, Context, type HeapObject } from '../../engine/index.ts';
import type { FlatMoment } from '../../protocol/engine-questions.ts';
import type { HeapDots, MarkedGroupView, MarkedView, MarkingView } from '../../protocol/engine-views.ts';
import type { Marking } from '../heap/marking.ts';
import { replayMarking } from '../heap/marking-replay.ts';
import { rootText } from '../heap/reference-words.ts';
import { referenceKinds } from '../heap/references.ts';
import { lineOfTimer } from '../heap/timer-starts.ts';
import type { RecordedRun } from '../recorded-run.ts';
import { groupOf, textOf } from './heap.ts';
import { bytesOfObject } from './retaining-path.ts';

const maxGroups = 60;
const maxSamples = 20;
/** More waves are one: a list of ten thousand links has as many. */
const maxWaves = 60;
const maxDots = 1200;

/** One replay per moment; the last one is kept. */
export function markingAt(run: RecordedRun, { event, step }: FlatMoment): Marking | undefined {
  const key = `${event} ${step} ${run.log.type.length}`;
  if (run.marking?.key !== key) run.marking = { key, marking: replayMarking(run, event, step) };
  return run.marking.marking;
}

export function markingView(run: RecordedRun, marking: Marking | undefined): MarkingView | undefined {
  if (marking === undefined) return undefined;
  const { cause, reached, rest, contents, firstYoung, isolate } = marking;
  const isScavenge = cause?.[0] === 'scavenge';
  const own = isolate.collector.firstOfProgram;
  const waves: HeapObject[][] = [];
  const isMet = new Map<HeapObject, number>();
  let from = 0;
  for (const end of [...reached.waveEnds, -1]) {
    const met = end < 0 ? rest : reached.order.slice(from, end);
    from = end;
    const owned = met.filter(({ serial }) => serial >= own);
    if (owned.length === 0) continue;
    if (waves.length === maxWaves) waves.at(-1)!.push(...owned);
    else waves.push(owned);
    for (const object of owned) isMet.set(object, waves.length - 1);
  }
  const lines = timerLines(run);
  const isLookedAt = ({ serial }: HeapObject): boolean => !isScavenge || serial >= firstYoung;
  const left = contents.filter((object) => !isMet.has(object) && isLookedAt(object));
  return {
    kind: cause?.[0] ?? 'none',
    reason: cause === undefined ? '' : collectionReasons[cause[1]],
    waves: waves.map((wave) => markedView(marking, wave, lines)),
    unreachable: markedView(marking, left, lines),
    notLookedAt: contents.filter((object) => !isLookedAt(object)).length,
    dots: dotsOf(contents, firstYoung, (object) => isMet.get(object) ?? (isLookedAt(object) ? -1 : -2)),
  };
}

type LineOf = (timer: number) => number | undefined;

function markedView(marking: Marking, objects: readonly HeapObject[], lineOf: LineOf): MarkedView {
  const groups = new Map<
    string,
    { -readonly [Key in keyof MarkedGroupView]: MarkedGroupView[Key] } & { members: HeapObject[] }
  >();
  let bytes = 0;
  for (const object of objects) {
    const name = groupOf(object);
    const from = fromText(marking, object, lineOf);
    const size = marking.bytes.get(object) ?? bytesOfObject(object);
    bytes += size;
    const key = `${name}\n${from}`;
    let group = groups.get(key);
    if (group === undefined) groups.set(key, (group = { name, from, count: 0, bytes: 0, samples: [], members: [] }));
    group.count++;
    group.bytes += size;
    if (group.members.length < maxSamples) group.members.push(object);
  }
  const views = [...groups.values()].map(({ members, ...group }): MarkedGroupView => ({
    ...group,
    samples: members
      .sort((one, other) => one.serial - other.serial)
      .map((object) => ({ serial: object.serial, text: textOf(object) })),
  }));
  views.sort((one, other) => other.bytes - one.bytes || other.count - one.count);
  return { objects: objects.length, bytes, groups: { items: views.slice(0, maxGroups), total: views.length } };
}

/** `variable rows`, `element of Array PACKED`, `the event loop: a setInterval started at line 3, its callback`. */
function fromText({ reached: { edges } }: Marking, object: HeapObject, lineOf: LineOf): string {
  const edge = edges.get(object);
  if (edge === undefined) return '';
  const { from, kind, name, timer } = edge;
  if (from === undefined) return rootText(edge, timer && lineOf(timer.id));
  const isNamed =
    kind === 'variable' || kind === 'property' || kind === 'export' || kind === 'getter' || kind === 'setter';
  const reference = isNamed
    ? `${referenceKinds[kind]} ${name}`
    : referenceKinds[kind].replace(/of entry$/, 'of an entry');
  if (from instanceof Context) return reference;
  return kind === 'closure' ? `context of ${groupOf(from)}` : `${reference} of ${groupOf(from)}`;
}

/** Each is looked for in the log: of so many it is told where they were started. */
const maxTimers = 40;

function timerLines(run: RecordedRun): LineOf {
  const known = new Map<number, number | undefined>();
  return (timer) => {
    if (!known.has(timer) && known.size < maxTimers) known.set(timer, lineOfTimer(run, timer));
    return known.get(timer);
  };
}

function dotsOf(contents: readonly HeapObject[], firstYoung: number, waveOf: (object: HeapObject) => number): HeapDots {
  const every = Math.max(1, Math.ceil(contents.length / maxDots));
  const shown = contents.filter((_object, index) => index % every === 0);
  return {
    every,
    waves: shown.map(waveOf),
    serials: shown.map(({ serial }) => serial),
    old: shown.filter(({ serial }) => serial < firstYoung).length,
  };
}
