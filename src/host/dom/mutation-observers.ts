/**
 * MutationObserver: records of what changed, handed over in a microtask of their own. DOM: 4.3 Mutation observers.
 */
import { HostData, isCallable, JSObject, type Value } from '../../engine/index.ts';
import type { Dom } from './dom.ts';
import { type InterfaceTable, membersOf } from './interfaces.ts';
import { type CharacterData, type ElementData, NodeData, type ObserverOptions, type ParentData } from './nodes.ts';
import { newNodeList } from './collections.ts';

class ObserverData extends HostData {
  readonly callback: JSObject;
  readonly nodes = new Set<NodeData>();
  readonly transient = new Set<NodeData>();
  /** The order in which they were made. */
  readonly serial: number;
  records: JSObject[] = [];

  constructor(callback: JSObject, serial: number) {
    super();
    this.callback = callback;
    this.serial = serial;
  }
}

class RecordData extends HostData {
  readonly fields: Readonly<Record<string, Value>>;

  constructor(fields: Readonly<Record<string, Value>>) {
    super();
    this.fields = fields;
  }
}

/** Observers that have records, in the order in which they got the first, while a microtask is queued. */
interface PendingObservers {
  observers: Set<JSObject>;
  isQueued: boolean;
}

function pendingOf(dom: Dom): PendingObservers {
  let pending = dom.parts.get('mutation observers') as PendingObservers | undefined;
  if (pending === undefined) {
    pending = { observers: new Set(), isQueued: false };
    dom.parts.set('mutation observers', pending);
  }
  return pending;
}

type Change = Readonly<Record<string, Value>>;

/** DOM: queue a mutation record. */
function queueRecord(
  dom: Dom,
  target: NodeData,
  isWanted: (options: ObserverOptions) => boolean,
  wantsOldValue: (options: ObserverOptions) => boolean,
  oldValue: string | null,
  change: () => Change,
): void {
  let interested: Map<JSObject, boolean> | undefined;
  for (let node: NodeData | undefined = target; node !== undefined; node = node.parent) {
    for (const { observer, options } of node.observers ?? []) {
      if ((node !== target && !options.subtree) || !isWanted(options)) continue;
      interested ??= new Map();
      interested.set(observer, (interested.get(observer) ?? false) || wantsOldValue(options));
    }
  }
  if (interested === undefined) return;
  const fields = {
    attributeName: null,
    attributeNamespace: null,
    nextSibling: null,
    previousSibling: null,
    ...change(),
  };
  const pending = pendingOf(dom);
  for (const [observer, wantsOld] of interested) {
    const record = new RecordData({ ...fields, target: dom.wrap(target), oldValue: wantsOld ? oldValue : null });
    (observer.internal as ObserverData).records.push(dom.newObject('MutationRecord', record));
    pending.observers.add(observer);
  }
  if (pending.isQueued) return;
  pending.isQueued = true;
  dom.queueMicrotask('MutationObserver', () => notify(dom));
}

/** DOM: notify mutation observers. */
function notify(dom: Dom): void {
  const pending = pendingOf(dom);
  pending.isQueued = false;
  // In the order in which they were made. Blink: MutationObserver::DeliverMutations.
  const observers = [...pending.observers].sort((a, b) => serialOf(a) - serialOf(b));
  pending.observers.clear();
  for (const observer of observers) {
    const data = observer.internal as ObserverData;
    for (const node of data.transient)
      node.observers = node.observers?.filter((known) => known.observer !== observer || !known.isTransient);
    data.transient.clear();
    if (data.records.length === 0) continue;
    const records = dom.list(data.records);
    data.records = [];
    dom.callModule('internal/event_firing', 'callReporting', [data.callback, observer, records, observer]);
  }
}

const serialOf = (observer: JSObject): number => (observer.internal as ObserverData).serial;

/** What was taken out of a tree is observed on, until who observes it is told. DOM: transient registered observers. */
export function observeRemoved(parent: ParentData, node: NodeData): void {
  for (let around: NodeData | undefined = parent; around !== undefined; around = around.parent) {
    for (const { observer, options } of around.observers ?? []) {
      if (!options.subtree) continue;
      node.observers = [...(node.observers ?? []), { observer, options, isTransient: true }];
      (observer.internal as ObserverData).transient.add(node);
    }
  }
}

export function recordChildren(
  dom: Dom,
  target: ParentData,
  added: readonly NodeData[],
  removed: readonly NodeData[],
  previous: NodeData | undefined,
  next: NodeData | undefined,
): void {
  const change = (): Change => ({
    type: 'childList',
    addedNodes: newNodeList(dom, added),
    removedNodes: newNodeList(dom, removed),
    previousSibling: dom.wrapOrNull(previous),
    nextSibling: dom.wrapOrNull(next),
  });
  queueRecord(
    dom,
    target,
    ({ childList }) => childList,
    () => false,
    null,
    change,
  );
}

export function recordAttribute(
  dom: Dom,
  target: ElementData,
  name: string,
  namespace: string | null,
  before: string | null,
): void {
  const isWanted = ({ attributes, attributeFilter }: ObserverOptions): boolean =>
    attributes && (attributeFilter === undefined || attributeFilter.includes(name));
  const change = (): Change => ({
    type: 'attributes',
    attributeName: name,
    attributeNamespace: namespace,
    addedNodes: newNodeList(dom, []),
    removedNodes: newNodeList(dom, []),
  });
  queueRecord(dom, target, isWanted, ({ attributeOldValue }) => attributeOldValue, before, change);
}

/** Which part of the text is another now: all of it, unless `part` says which. */
export function setData(
  dom: Dom,
  node: CharacterData,
  data: string,
  part = { from: 0, count: node.data.length, length: data.length },
): void {
  const change = (): Change => ({
    type: 'characterData',
    addedNodes: newNodeList(dom, []),
    removedNodes: newNodeList(dom, []),
  });
  queueRecord(
    dom,
    node,
    ({ characterData }) => characterData,
    ({ characterDataOldValue }) => characterDataOldValue,
    node.data,
    change,
  );
  node.data = data;
  dom.positions.each((each) => each.replacingData(node, part.from, part.count, part.length));
}

function observe(dom: Dom, observer: JSObject, node: NodeData, given: Value): void {
  const flag = (key: string): boolean | undefined => {
    const value = dom.member(given, key);
    return value === undefined ? undefined : value !== false && value !== 0 && value !== '' && value !== null;
  };
  const filter = dom.member(given, 'attributeFilter');
  const attributeFilter = filter instanceof JSObject ? filter.elements.map((name) => dom.text(name)) : undefined;
  const [attributeOldValue, characterDataOldValue] = [flag('attributeOldValue'), flag('characterDataOldValue')];
  const options: ObserverOptions = {
    childList: flag('childList') ?? false,
    attributes: flag('attributes') ?? (attributeOldValue !== undefined || attributeFilter !== undefined),
    characterData: flag('characterData') ?? characterDataOldValue !== undefined,
    subtree: flag('subtree') ?? false,
    attributeOldValue: attributeOldValue ?? false,
    characterDataOldValue: characterDataOldValue ?? false,
    attributeFilter,
  };
  const where = "Failed to execute 'observe' on 'MutationObserver': The options object may only set";
  if (!options.attributes && attributeOldValue === true)
    dom.throwTypeError(`${where} 'attributeOldValue' to true when 'attributes' is true or not present.`);
  if (!options.attributes && attributeFilter !== undefined)
    dom.throwTypeError(`${where} 'attributeFilter' when 'attributes' is true or not present.`);
  if (!options.characterData && characterDataOldValue === true)
    dom.throwTypeError(`${where} 'characterDataOldValue' to true when 'characterData' is true or not present.`);
  if (!options.childList && !options.attributes && !options.characterData)
    dom.throwTypeError(
      "Failed to execute 'observe' on 'MutationObserver': The options object must set at least one of 'attributes', 'characterData', or 'childList' to true.",
    );
  node.observers = [
    ...(node.observers ?? []).filter((known) => known.observer !== observer),
    { observer, options, isTransient: false },
  ];
  (observer.internal as ObserverData).nodes.add(node);
}

const fields = ['type', 'target', 'addedNodes', 'removedNodes', 'previousSibling', 'nextSibling', 'attributeName'];

export const mutationInterfaces: InterfaceTable = {
  MutationObserver: {
    required: 1,
    construct: (dom, [callback], newTarget) => {
      if (!(callback instanceof JSObject) || !isCallable(callback))
        return dom.throwTypeError("Failed to construct 'MutationObserver': parameter 1 is not of type 'Function'.");
      return dom.newInstance('MutationObserver', new ObserverData(callback, dom.observersMade++), newTarget);
    },
    members: [
      membersOf(ObserverData, {
        operations: {
          observe: [
            1,
            (dom, _self, [target, options], receiver) => {
              const where = "execute 'observe' on 'MutationObserver'";
              observe(dom, receiver, dom.argument(target, NodeData, where, 1, 'Node'), options);
            },
          ],
          disconnect: [
            0,
            (_dom, self, _args, receiver) => {
              for (const node of self.nodes)
                node.observers = node.observers?.filter(({ observer }) => observer !== receiver);
              self.nodes.clear();
              self.records = [];
            },
          ],
          takeRecords: [
            0,
            (dom, self) => {
              const { records } = self;
              self.records = [];
              return dom.list(records);
            },
          ],
        },
      }),
    ],
  },
  MutationRecord: {
    members: [
      membersOf(RecordData, {
        attributes: Object.fromEntries(
          [...fields, 'attributeNamespace', 'oldValue'].map((key) => [
            key,
            (_dom: Dom, self: RecordData) => self.fields[key],
          ]),
        ),
      }),
    ],
  },
};
