/** The heap at a moment: what stands in which space, what of it can be reached, and of which kinds that is. V8: src/heap/heap.cc. */
import {
  Context,
  type HeapObject,
  FunctionData,
  functionName,
  type HiddenClass,
  JSObject,
  lineAndColumn,
  lookupData,
} from '../../engine/index.ts';
import type { HeapGroupView, HeapView } from '../../protocol/heap-views.ts';
import { eventTypeIds } from '../../protocol/events.ts';
import { preview } from '../log/value-preview.ts';
import type { CapturedMoment } from '../moment/inspection.ts';
import type { RecordedRun } from '../recorded-run.ts';
import { shapeText } from './shape-names.ts';

const maxGroups = 200;
/** Objects of a group that can be chosen: those that were made first, which have stayed longest. */
const maxSamples = 40;

interface Group {
  count: number;
  bytes: number;
  young: number;
  readonly samples: HeapObject[];
}

export function heapAt(run: RecordedRun, moment: CapturedMoment): HeapView | undefined {
  const isolate = moment.standing?.isolate;
  if (isolate === undefined) return undefined;
  const { collector, heap } = isolate;
  const groups = new Map<string, Group>();
  const shapeTexts = new Map<HiddenClass, string>();
  const reachable = { young: 0, old: 0 };
  let count = 0;
  const walk = collector.walkAll(true, (object, bytes) => {
    if (object.serial < collector.firstOfProgram) return;
    const isYoung = object.serial >= heap.firstYoung;
    reachable[isYoung ? 'young' : 'old'] += bytes;
    count++;
    const name = groupOf(object, shapeTexts);
    let group = groups.get(name);
    if (group === undefined) groups.set(name, (group = { count: 0, bytes: 0, young: 0, samples: [] }));
    group.count++;
    group.bytes += bytes;
    if (isYoung) group.young++;
    group.samples.push(object);
    // Sorted and cut now and then, so that large groups stay cheap.
    if (group.samples.length >= 4 * maxSamples) cutSamples(group.samples);
  });
  const sizes = collector.sizes();
  const views = [...groups].map(([name, { samples, ...group }]): HeapGroupView => {
    cutSamples(samples);
    return { name, ...group, samples: samples.map((object) => ({ serial: object.serial, text: textOf(object) })) };
  });
  views.sort((a, b) => b.bytes - a.bytes || b.count - a.count);
  const { surroundings } = collector.spaces;
  return {
    spaces: [
      {
        name: 'new',
        used: sizes.young,
        surroundings: surroundings.young,
        reachable: reachable.young,
        room: collector.spaces.capacity,
      },
      {
        name: 'old',
        used: sizes.old,
        surroundings: surroundings.old,
        reachable: reachable.old,
        room: Math.max(collector.spaces.limit, sizes.old),
      },
      {
        name: 'large',
        used: sizes.large,
        surroundings: 0,
        reachable: Math.min(walk.largeBytes, sizes.large),
        room: sizes.large,
      },
    ],
    objects: count,
    unreachable: Math.max(0, collector.uncollected - count),
    scavenges: countOf(run, 'scavenge', isolate.steps),
    markCompacts: countOf(run, 'markCompact', isolate.steps),
    groups: { items: views.slice(0, maxGroups), total: views.length },
  };
}

function cutSamples(samples: HeapObject[]): void {
  samples.sort((a, b) => a.serial - b.serial);
  if (samples.length > maxSamples) samples.length = maxSamples;
}

function countOf({ log }: RecordedRun, type: 'scavenge' | 'markCompact', step: number): number {
  let count = 0;
  for (
    let event = log.type.indexOf(eventTypeIds[type]);
    event >= 0;
    event = log.type.indexOf(eventTypeIds[type], event + 1)
  )
    if (log.step[event]! <= step) count++;
  return count;
}

/** `texts`: of hidden classes that were named before. */
export function groupOf(object: HeapObject, texts: Map<HiddenClass, string>): string {
  if (object instanceof Context) return `context of a ${object.scopeInfo.kind}`;
  const { internal } = object;
  if (internal instanceof FunctionData) return `closure ${functionName(object) || '(anonymous)'}`;
  const name = prototypeName(object);
  if (name !== undefined) return name;
  const { hiddenClass } = object;
  let text = texts.get(hiddenClass);
  if (text === undefined) texts.set(hiddenClass, (text = shapeText(hiddenClass)));
  return text;
}

/** Of what the instances of a function or a class inherit from. */
function prototypeName(object: JSObject): string | undefined {
  if (!object.hiddenClass.isPrototype) return undefined;
  const constructor = lookupData(object, 'constructor');
  const data = constructor instanceof JSObject ? constructor.internal : undefined;
  if (!(data instanceof FunctionData)) return undefined;
  const instances = data.initialHiddenClass as HiddenClass | undefined;
  const isItsOwn = instances?.prototype === object || lookupData(constructor as JSObject, 'prototype') === object;
  if (!isItsOwn && data.data !== object) return undefined;
  return `${functionName(constructor as JSObject)}.prototype`;
}

export function textOf(object: HeapObject): string {
  if (object instanceof JSObject) {
    const { internal } = object;
    const shared = internal instanceof FunctionData ? internal.shared : undefined;
    if (shared === undefined || shared.script.kind === 'builtin') return prototypeName(object) ?? preview(object);
    // A class begins before its constructor.
    const start = shared.classStart >= 0 ? shared.classStart : shared.start;
    return `${preview(object)} of line ${lineAndColumn(shared.script, start).line}`;
  }
  const names = object.scopeInfo.contextLocals.map(({ name }) => name).filter((name) => !name.startsWith('.'));
  return names.length === 0 ? groupOf(object, new Map()) : `variables ${names.join(', ')}`;
}
