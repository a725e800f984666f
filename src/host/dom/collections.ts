/** Lists of nodes: those that stay as they were made, and those that follow the tree. DOM: 4.2.10 Old-style collections. */
import { addOwn, Attribute, builtinAttributes, getProperty, JSObject, type Value } from '../../engine/index.ts';
import type { Dom } from './dom.ts';
import { type InterfaceTable, membersOf } from './interfaces.ts';
import { ElementData, type NodeData, type ParentData } from './nodes.ts';
import { NamedData, newProxied } from './proxied.ts';

/** A list whose members are computed from its root each time. */
export class ListData extends NamedData {
  readonly root: NodeData;
  private readonly select: (root: never) => readonly NodeData[];
  private readonly hasNames: boolean;

  constructor(root: NodeData, select: (root: never) => readonly NodeData[], hasNames: boolean) {
    super();
    this.root = root;
    this.select = select;
    this.hasNames = hasNames;
  }

  get nodes(): readonly NodeData[] {
    return this.select(this.root as never);
  }

  named(name: string): ElementData | undefined {
    if (name === '') return undefined;
    const elements = this.nodes.filter((node) => node instanceof ElementData);
    return (
      elements.find((element) => element.get('id') === name) ?? elements.find((element) => element.get('name') === name)
    );
  }

  byName(dom: Dom, name: string): JSObject | undefined {
    const named = this.named(name);
    return named && dom.wrap(named);
  }

  override read(dom: Dom, key: string): Value {
    const { nodes } = this;
    if (/^(0|[1-9]\d*)$/.test(key)) return nodes[Number(key)] === undefined ? undefined : dom.wrap(nodes[Number(key)]!);
    return this.hasNames ? this.byName(dom, key) : undefined;
  }

  override keys(): readonly string[] {
    const { nodes } = this;
    return nodes.map((_node, index) => String(index));
  }

  override hiddenKeys(): readonly string[] {
    if (!this.hasNames) return [];
    const elements = this.nodes.filter((node) => node instanceof ElementData);
    const names = elements.flatMap((element) => [element.get('id'), element.isHtml ? element.get('name') : undefined]);
    return [...new Set(names.filter((name) => name !== undefined && name !== ''))] as string[];
  }
}

/** One that stays as it is: the nodes are its elements. */
class StaticListData extends ListData {}

export function newNodeList(dom: Dom, nodes: readonly NodeData[]): JSObject {
  const list = dom.newObject('NodeList', new StaticListData(dom.document, () => nodes, false));
  list.elements = nodes.map((node) => dom.wrap(node));
  return list;
}

export function newLiveNodeList<T extends NodeData>(
  dom: Dom,
  root: T,
  select: (root: T) => readonly NodeData[],
): JSObject {
  return newProxied(dom, 'NodeList', new ListData(root, select, false));
}

export function newCollection<T extends NodeData>(
  dom: Dom,
  root: T,
  select: (root: T) => readonly ElementData[],
  name = 'HTMLCollection',
): JSObject {
  return newProxied(dom, name, new ListData(root, select, true));
}

export function byTagName(dom: Dom, root: ParentData, name: string): JSObject {
  const lower = name.toLowerCase();
  const isWanted = (element: ElementData): boolean =>
    name === '*' || element.qualifiedName === (element.isHtml ? lower : name);
  return kept(root, `tag ${name}`, () =>
    newCollection(dom, root, (from: ParentData) => [...from.descendantElements()].filter(isWanted)),
  );
}

export function byClassName(dom: Dom, root: ParentData, names: string): JSObject {
  const wanted = names.split(/\s+/).filter((name) => name !== '');
  const isWanted = (element: ElementData): boolean => {
    const own = (element.get('class') ?? '').split(/\s+/);
    return wanted.length > 0 && wanted.every((name) => own.includes(name));
  };
  return kept(root, `class ${names}`, () =>
    newCollection(dom, root, (from: ParentData) => [...from.descendantElements()].filter(isWanted)),
  );
}

/** Who asks again for what follows the tree gets the same list. */
function kept(root: ParentData, name: string, make: () => JSObject): JSObject {
  const lists = (root.lists ??= new Map());
  let list = lists.get(name);
  if (list === undefined) lists.set(name, (list = make()));
  return list;
}

/** What lists inherit from arrays. */
export function iterateAsArray(names: readonly string[]) {
  return (dom: Dom, prototype: JSObject): void => {
    const { isolate } = dom;
    const array = isolate.realm.arrayPrototype;
    for (const name of names) addOwn(prototype, name, getProperty(isolate, array, name), Attribute.all);
    addOwn(prototype, isolate.symbols.iterator, getProperty(isolate, array, 'values'), builtinAttributes);
  };
}

const indexOf = (value: Value): number => Math.max(0, Math.trunc(Number(value)) || 0);

const listMembers = membersOf(ListData, {
  attributes: { length: (_dom, list) => list.nodes.length },
  operations: { item: [1, (dom, list, [index]) => dom.wrapOrNull(list.nodes[indexOf(index)])] },
});

const namedMembers = membersOf(ListData, {
  operations: { namedItem: [1, (dom, list, [name]) => list.byName(dom, dom.text(name)) ?? null] },
});

export const collectionInterfaces: InterfaceTable = {
  NodeList: { members: [listMembers], finish: iterateAsArray(['entries', 'keys', 'values', 'forEach']) },
  HTMLCollection: { members: [listMembers, namedMembers], finish: iterateAsArray([]) },
  HTMLFormControlsCollection: { parent: 'HTMLCollection' },
};
