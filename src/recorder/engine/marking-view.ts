/** A collection as the page shows it: waves, what was reached from where, what is left, and the heap as a picture of dots. */
import { AllocationSite, collectionReasons, type HeapObject, type Isolate, JSObject } from '../../engine/index.ts';
import type { FlatMoment } from '../../protocol/engine-questions.ts';
import type { HeapDots, HeapGraphView, MarkedWave, MarkingView } from '../../protocol/heap-views.ts';
import type { Marking } from '../heap/marking.ts';
import { forEachOwnReference } from '../heap/own-references.ts';
import { ObjectMap } from '../heap/object-map.ts';
import { replayMarking } from '../heap/marking-replay.ts';
import { ReachedObjects } from '../heap/reached-objects.ts';
import { lineOfTimer } from '../heap/timer-starts.ts';
import type { RecordedRun } from '../recorded-run.ts';
import { watchOf } from './engine-watch.ts';
import { heapGraph } from './heap-graph.ts';
import { bytesOfObject } from './retaining-path.ts';

/** More waves are one: a list of ten thousand links has as many. */
const maxWaves = 60;
const maxDots = 1200;

/** One replay per moment; the last one is kept. */
export function markingAt(run: RecordedRun, { event, step }: FlatMoment): Marking | undefined {
  const key = `${event} ${step} ${run.log.type.length}`;
  if (run.marking?.key !== key) run.marking = { key, marking: replayMarking(run, event, step) };
  return run.marking.marking;
}

/**
 * Without what object and array literals are copied from: feedback vectors hold it, which are code to us and not walked over. V8:
 * boilerplates, AllocationSite.
 */
function withoutModels(isolate: Isolate, left: readonly HeapObject[]): readonly HeapObject[] {
  const isLeft = new Set(left);
  const take = (value: unknown): void => {
    const model = value instanceof JSObject ? value : value instanceof AllocationSite ? value.boilerplate : undefined;
    if (model !== undefined && isLeft.delete(model)) forEachOwnReference(model, take);
  };
  for (const { cell } of watchOf(isolate)?.functions ?? []) cell.vector?.slots.forEach(take);
  return [...isLeft];
}

/** At a moment where the run stands. */
export function graphAt(run: RecordedRun, isolate: Isolate | undefined): HeapGraphView | undefined {
  if (isolate === undefined) return undefined;
  const reached = new ReachedObjects(isolate, true, { namesRoots: true });
  const { isMet } = wavesOf({ reached, rest: [], isolate });
  return heapGraph({
    isolate,
    reached,
    rest: [],
    left: [],
    bytesOf: bytesOfObject,
    waveOf: (object) => isMet.get(object),
    lineOf: timerLines(run),
  });
}

export function markingView(run: RecordedRun, marking: Marking | undefined): MarkingView | undefined {
  if (marking === undefined) return undefined;
  const { cause, reached, rest, bytes, contents, firstYoung, isolate } = marking;
  const isScavenge = cause?.[0] === 'scavenge';
  const { waves, isMet } = wavesOf(marking);
  const isLookedAt = ({ serial }: HeapObject): boolean => !isScavenge || serial >= firstYoung;
  const left = contents.filter((object) => !isMet.has(object) && isLookedAt(object));
  return {
    kind: cause?.[0] ?? 'none',
    reason: cause === undefined ? '' : collectionReasons[cause[1]],
    waves: waves.map((wave) => waveView(marking, wave)),
    graph: heapGraph({
      isolate,
      reached,
      rest,
      left: withoutModels(isolate, left),
      bytesOf: (object) => bytes.get(object) ?? bytesOfObject(object),
      waveOf: (object) => isMet.get(object),
      lineOf: timerLines(run),
    }),
    unreachable: waveView(marking, left),
    notLookedAt: contents.filter((object) => !isLookedAt(object)).length,
    dots: dotsOf(contents, firstYoung, (object) => isMet.get(object) ?? (isLookedAt(object) ? -1 : -2)),
  };
}

/** Objects of the program by the wave in which they were met. */
function wavesOf({ reached, rest, isolate }: Pick<Marking, 'reached' | 'rest' | 'isolate'>): {
  readonly waves: readonly HeapObject[][];
  readonly isMet: ObjectMap<number>;
} {
  const own = isolate.collector.firstOfProgram;
  const waves: HeapObject[][] = [];
  const isMet = new ObjectMap<number>(isolate);
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
  return { waves, isMet };
}

function waveView({ bytes }: Marking, objects: readonly HeapObject[]): MarkedWave {
  const sum = objects.reduce((all, object) => all + (bytes.get(object) ?? bytesOfObject(object)), 0);
  return { objects: objects.length, bytes: sum };
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
