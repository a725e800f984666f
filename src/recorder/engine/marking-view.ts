/** A collection as the page shows it: waves, what was reached from where, what is left, and the heap as a picture of dots. */
import { collectionReasons, type HeapObject } from '../../engine/index.ts';
import type { FlatMoment } from '../../protocol/engine-questions.ts';
import type { Cut, HeapDots, MarkedGroupView, MarkedWave, MarkingView } from '../../protocol/engine-views.ts';
import type { Marking } from '../heap/marking.ts';
import { replayMarking } from '../heap/marking-replay.ts';
import { lineOfTimer } from '../heap/timer-starts.ts';
import type { RecordedRun } from '../recorded-run.ts';
import { groupOf, textOf } from './heap.ts';
import { markedTree } from './marked-tree.ts';
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
  const isLookedAt = ({ serial }: HeapObject): boolean => !isScavenge || serial >= firstYoung;
  const left = contents.filter((object) => !isMet.has(object) && isLookedAt(object));
  return {
    kind: cause?.[0] ?? 'none',
    reason: cause === undefined ? '' : collectionReasons[cause[1]],
    waves: waves.map((wave) => waveView(marking, wave)),
    tree: markedTree(marking, (object) => isMet.get(object), timerLines(run)),
    unreachable: waveView(marking, left),
    unreachableGroups: groupsOf(left),
    notLookedAt: contents.filter((object) => !isLookedAt(object)).length,
    dots: dotsOf(contents, firstYoung, (object) => isMet.get(object) ?? (isLookedAt(object) ? -1 : -2)),
  };
}

function waveView({ bytes }: Marking, objects: readonly HeapObject[]): MarkedWave {
  const sum = objects.reduce((all, object) => all + (bytes.get(object) ?? bytesOfObject(object)), 0);
  return { objects: objects.length, bytes: sum };
}

function groupsOf(objects: readonly HeapObject[]): Cut<MarkedGroupView> {
  const groups = new Map<string, { count: number; bytes: number; readonly members: HeapObject[] }>();
  for (const object of objects) {
    const name = groupOf(object);
    let group = groups.get(name);
    if (group === undefined) groups.set(name, (group = { count: 0, bytes: 0, members: [] }));
    group.count++;
    group.bytes += bytesOfObject(object);
    if (group.members.length < maxSamples) group.members.push(object);
  }
  const views = [...groups].map(([name, { members, ...group }]): MarkedGroupView => ({
    name,
    ...group,
    samples: members.map((object) => ({ serial: object.serial, text: textOf(object) })),
  }));
  views.sort((one, other) => other.bytes - one.bytes || other.count - one.count);
  return { items: views.slice(0, maxGroups), total: views.length };
}

/** Each is looked for in the log: of so many it is told where they were started. */
const maxTimers = 40;

function timerLines(run: RecordedRun): (timer: number) => number | undefined {
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
