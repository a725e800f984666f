/**
 * Why an object can still be reached: the shortest way to it from a root, in words. DevTools: the retainers of a heap snapshot. V8:
 * src/profiler/heap-snapshot-generator.cc, which names the edges.
 */
import {
  AccessorPair,
  Context,
  detailsFieldIndex,
  detailsKind,
  FunctionData,
  type HeapObject,
  type Isolate,
  JSObject,
  JSSymbol,
  keyToDisplay,
  PropertyKind,
  type RootKind,
  visitRoots,
} from '../../engine/index.ts';
import { Timer } from '../../host/timers.ts';
import type { RetainingPathView } from '../../protocol/engine-views.ts';
import { textOf } from './heap.ts';

const rootWords: Readonly<Record<RootKind, string>> = {
  stack: 'a variable of a function that runs',
  frame: 'a function that runs',
  global: 'the global object',
  scriptContext: 'let, const and class of the script',
  builtins: 'the surroundings',
  microtasks: 'a microtask that waits',
  job: 'the job that runs',
  keptAlive: 'a WeakRef that this job has looked at',
  host: 'the event loop',
};

interface Edge {
  readonly from: HeapObject | undefined;
  /** How the one before refers to it. */
  readonly via: string;
}

const maxSteps = 100;

export function retainingPathOf(isolate: Isolate, serial: number): RetainingPathView | undefined {
  const edges = new Map<HeapObject, Edge>();
  const queue: HeapObject[] = [];
  const seenData = new Set<object>();
  let target: HeapObject | undefined;
  const reach = (value: unknown, from: HeapObject | undefined, via: string): void => {
    if (typeof value !== 'object' || value === null || value instanceof JSSymbol) return;
    if (!(value instanceof JSObject || value instanceof Context)) {
      reachData(value, from, via);
      return;
    }
    if (edges.has(value)) return;
    edges.set(value, { from, via });
    queue.push(value);
    if (value.serial === serial) target = value;
  };
  const reachData = (data: object, from: HeapObject | undefined, via: string): void => {
    if (seenData.has(data)) return;
    seenData.add(data);
    const inside =
      data instanceof Timer ? `${via}: a ${data.isInterval ? 'setInterval' : 'setTimeout'} that waits` : via;
    if (data instanceof Map)
      for (const [key, value] of data) {
        reach(key, from, inside);
        reach(value, from, inside);
      }
    else if (Array.isArray(data) || data instanceof Set) for (const value of data) reach(value, from, inside);
    else if (!ArrayBuffer.isView(data) && !(data instanceof ArrayBuffer))
      for (const [key, value] of Object.entries(data))
        if (!notFollowed.has(key)) reach(value, from, data instanceof Timer ? `${inside}, its ${key}` : inside);
  };
  visitRoots(isolate, (value, kind) => reach(value, undefined, rootWords[kind]));
  for (let next = 0; next < queue.length && target === undefined; next++) forEachReference(queue[next]!, reach);
  return target === undefined ? undefined : pathTo(target, edges);
}

/** Of the engine's own data, what leads to code and not to objects. */
const notFollowed = new Set([
  'shared',
  'bytecode',
  'feedback',
  'feedbackCell',
  'scopeInfo',
  'script',
  'descriptor',
  'realm',
  'list',
]);

function pathTo(target: HeapObject, edges: ReadonlyMap<HeapObject, Edge>): RetainingPathView {
  const steps: { via: string; text: string; serial: number }[] = [];
  let root = '';
  for (let object: HeapObject | undefined = target; object !== undefined && steps.length < maxSteps;) {
    const edge: Edge = edges.get(object)!;
    steps.unshift({ via: edge.from === undefined ? '' : edge.via, text: textOf(object), serial: object.serial });
    if (edge.from === undefined) root = edge.via;
    object = edge.from;
  }
  return { root, steps };
}

type Reach = (value: unknown, from: HeapObject, via: string) => void;

function forEachReference(object: HeapObject, reach: Reach): void {
  if (object instanceof Context) {
    const { firstSlot, contextLocals } = object.scopeInfo;
    contextLocals.forEach(({ name }, row) => reach(object.slots[firstSlot + row], object, `variable ${name}`));
    object.slots.forEach((value) => reach(value, object, 'a variable'));
    reach(object.previous, object, 'the context around it');
    reach(object.extension, object, 'variables of eval or with');
    return;
  }
  const { hiddenClass, properties, elements, dictionary, sparse, internal } = object;
  if (!hiddenClass.isDictionary)
    for (let row = 0; row < hiddenClass.propertyCount; row++) {
      const key = keyToDisplay(hiddenClass.keyAt(row));
      const pair: unknown = hiddenClass.descriptors.values[row];
      if (pair instanceof AccessorPair) reachPair(pair, object, key, reach);
    }
  forEachField(object, (key, field) => reach(properties[field], object, `property ${key}`));
  elements.forEach((value, index) => reach(value, object, `element ${index}`));
  for (const [key, { value }] of dictionary ?? [])
    if (value instanceof AccessorPair) reachPair(value, object, keyToDisplay(key), reach);
    else reach(value, object, `property ${keyToDisplay(key)}`);
  for (const index of sparse?.indices() ?? []) reach(sparse?.get(index)?.value, object, `element ${index}`);
  reach(hiddenClass.prototype, object, 'its prototype');
  if (internal instanceof FunctionData) {
    reach(internal.context, object, 'what the closure can see');
    reach(internal.homeObject, object, 'its home object');
    reach(internal.boundTarget, object, 'the bound function');
    reach(internal.boundThis, object, 'the bound this');
    reach(internal.boundArguments, object, 'a bound argument');
    reach(internal.data, object, 'its prototype property or data');
    reach(internal.instanceMembersInitializer, object, 'the fields of its instances');
  } else if (internal?.kind === 'collection') {
    internal.entries.forEach((entry, index) => {
      reach(entry?.key, object, `key of entry ${index}`);
      reach(entry?.value, object, `value of entry ${index}`);
    });
  } else if (internal?.kind === 'weak collection') {
    for (const value of internal.entries.values()) reach(value, object, 'value of a weak entry');
  } else if (internal !== undefined && internal.kind !== 'weak ref' && internal.kind !== 'allocation site')
    reach(internal, object, internalWords[internal.kind] ?? 'what belongs to it');
}

const internalWords: Readonly<Record<string, string>> = {
  promise: 'its result, or a reaction that waits for it',
  generator: 'a variable of the suspended function',
  proxy: 'the target or handler of the proxy',
  iterator: 'what it iterates over',
  arguments: 'the context of the arguments',
  'finalization registry': 'the registry’s callback, or what it was given',
};

function reachPair({ getter, setter }: AccessorPair, object: JSObject, key: string, reach: Reach): void {
  reach(getter, object, `getter of ${key}`);
  reach(setter, object, `setter of ${key}`);
}

function forEachField({ hiddenClass }: JSObject, tell: (key: string, field: number) => void): void {
  if (hiddenClass.isDictionary) return;
  for (let row = 0; row < hiddenClass.propertyCount; row++) {
    const details = hiddenClass.detailsAt(row);
    if (detailsKind(details) === PropertyKind.data)
      tell(keyToDisplay(hiddenClass.keyAt(row)), detailsFieldIndex(details));
  }
}
