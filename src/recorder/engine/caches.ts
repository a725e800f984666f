/** The inline caches of a moment: what each site has met, and how it came to that. V8: src/objects/feedback-vector.h, --log-ic. */
import {
  type FeedbackCell,
  FeedbackVector,
  FunctionData,
  functionName,
  HolderHandler,
  type IcState,
  JSObject,
  keyToDisplay,
  type Listing,
  type SharedFunctionInfo,
  TransitionHandler,
} from '../../engine/index.ts';
import type { CacheSiteView, CachesView, CacheTransitionView, SiteMood } from '../../protocol/engine-views.ts';
import type { CapturedMoment } from '../moment/inspection.ts';
import type { RecordedRun } from '../recorded-run.ts';
import { lastEventAt } from '../stops/hits.ts';
import { type NotedTransition, watchOf } from './engine-watch.ts';
import type { FunctionStages } from './function-stages.ts';
import { shapeBrief } from './shape-names.ts';

const maxSites = 2_000;
const maxTransitions = 20;

/** Of one function, in the order of its code; of all (`functionIndex` -1) those that ran, the worst first. */
export function cachesAt(
  run: RecordedRun,
  stages: FunctionStages,
  moment: CapturedMoment,
  { functionIndex, nth }: { readonly functionIndex: number; readonly nth: number },
): CachesView | undefined {
  const watch = moment.standing === undefined ? undefined : watchOf(moment.standing.isolate);
  const { recorder } = run.simulation;
  if (watch === undefined || recorder === undefined) return undefined;
  // Before there is a vector each access misses and nothing changes.
  const changes = watch.transitions.filter(({ to }) => to !== 'NO_FEEDBACK');
  const transitions = Map.groupBy(changes, ({ vector }) => vector.cell);
  const indexOf = (shared: SharedFunctionInfo): number => recorder.functionIndex(shared);
  const sitesOf = (cell: FeedbackCell, shared: SharedFunctionInfo): CacheSiteView[] => {
    const { vector } = cell;
    if (vector === undefined) return [];
    return sites(run, stages.listingOf(shared), vector, indexOf(shared), transitions.get(cell) ?? []);
  };
  if (functionIndex < 0) {
    const all = watch.functions
      .flatMap(({ cell, shared }) => sitesOf(cell, shared))
      .filter(({ mood }) => mood !== 'none')
      .sort((a, b) => moods.indexOf(a.mood) - moods.indexOf(b.mood));
    return { sites: { items: all.slice(0, maxSites), total: all.length }, hasVector: true, vectors: 1 };
  }
  const own = watch.functions.filter(({ shared }) => indexOf(shared) === functionIndex);
  const ofFrame = frameCell(moment, functionIndex, nth);
  const shown = own.findLast(({ cell }) => cell === ofFrame) ?? own.findLast(({ cell }) => cell.vector) ?? own.at(-1);
  const all = shown === undefined ? [] : sitesOf(shown.cell, shown.shared);
  return {
    sites: { items: all.slice(0, maxSites), total: all.length },
    hasVector: shown?.cell.vector !== undefined,
    vectors: own.length,
  };
}

const moods: readonly SiteMood[] = ['mega', 'poly', 'mono', 'operator', 'none'];

function frameCell({ standing, frames }: CapturedMoment, functionIndex: number, nth: number): FeedbackCell | undefined {
  let left = nth;
  for (let index = frames.length - 1; index >= 0; index--)
    if (frames[index]!.functionIndex === functionIndex && left-- === 0) return standing?.frames[index]?.feedbackCell;
  return undefined;
}

function sites(
  run: RecordedRun,
  listing: Listing,
  vector: FeedbackVector,
  functionIndex: number,
  noted: readonly NotedTransition[],
): CacheSiteView[] {
  const bySlot = Map.groupBy(noted, ({ slot }) => slot);
  const isKnown = new Set<number>();
  const result: CacheSiteView[] = [];
  for (const { slots, constants, byteOffset, position, name } of listing.instructions) {
    for (const slot of slots) {
      const kind = vector.kinds[slot];
      if (isKnown.has(slot) || kind === undefined || kind === 'JumpLoop') continue;
      isKnown.add(slot);
      const state = vector.state(slot);
      const isNamed = /Named|Global/.test(name) && constants[0] !== undefined;
      const own = bySlot.get(slot) ?? [];
      result.push({
        functionIndex,
        slot,
        kind,
        state,
        mood: moodOf(kind, vector.icState(slot), vector.slots[slot]),
        offset: byteOffset,
        position,
        key: vector.name(slot) ?? (isNamed ? (listing.constants[constants[0]!] ?? '').replace(/^#/, '') : ''),
        shapes: vector.classesAndHandlers(slot).map(({ hiddenClass, handler }) => ({
          shape: shapeBrief(hiddenClass),
          handler: handlerText(handler),
        })),
        ...callFacts(vector, slot),
        transitions: { items: own.slice(-maxTransitions).map((each) => transition(run, each)), total: own.length },
      });
    }
  }
  return result;
}

function moodOf(kind: string, state: IcState, feedback: unknown): SiteMood {
  if (kind === 'BinaryOp' || kind === 'CompareOp' || kind === 'TypeOf' || kind === 'ForIn')
    return feedback === 0 ? 'none' : 'operator';
  // Of literals it keeps what they are copied from, and knows no states.
  if (kind === 'Literal') return feedback === undefined ? 'none' : 'operator';
  switch (state) {
    case 'MONOMORPHIC':
      return 'mono';
    case 'POLYMORPHIC':
      return 'poly';
    case 'MEGAMORPHIC':
    case 'GENERIC':
      return 'mega';
    default:
      return 'none';
  }
}

function callFacts(vector: FeedbackVector, slot: number): Pick<CacheSiteView, 'target' | 'calls'> {
  if (vector.kinds[slot] !== 'Call') return {};
  const callee = vector.slots[slot];
  const calls = vector.slots[slot + 1];
  const isFunction = callee instanceof JSObject && callee.internal instanceof FunctionData;
  return {
    ...(isFunction ? { target: functionName(callee) } : {}),
    ...(typeof calls === 'number' ? { calls } : {}),
  };
}

/** What a site does for objects of a hidden class. */
function handlerText(handler: unknown): string {
  if (typeof handler === 'number') return `field ${handler} of the object itself`;
  if (handler instanceof TransitionHandler) return `adds the property, to ${shapeBrief(handler.next).text}`;
  if (!(handler instanceof HolderHandler)) return '';
  switch (handler.kind) {
    case 'field':
      return 'found on a prototype';
    case 'getter':
      return 'calls a getter';
    case 'absent':
      return 'is not there: undefined';
    case 'slow':
      return 'is looked up each time';
  }
}

function transition(run: RecordedRun, noted: NotedTransition): CacheTransitionView {
  const { step, from, to, hiddenClass, key, modifier, slowReason } = noted;
  return {
    event: Math.max(lastEventAt(run.log, step), 0),
    from,
    to,
    ...(hiddenClass === undefined ? {} : { shape: shapeBrief(hiddenClass) }),
    key: keyToDisplay(key),
    note: [modifier, slowReason].filter((text) => text !== '').join(' '),
  };
}
