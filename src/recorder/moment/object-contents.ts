/** Properties of an object and how the engine keeps it, as children. V8: ValueMirror::getProperties (src/inspector/value-mirror.cc). */
import {
  elementsKindNames,
  JSObject,
  keyToDisplay,
  lookupOwn,
  ownKeys,
  type PropertyKey,
  PropertyLookup,
  theHole,
  type Value,
} from '../../engine/index.ts';
import { shapeName } from '../engine/shape-names.ts';
import { internalNodes, privateNodes } from './internal-nodes.ts';
import { type Contents, internalNode, noContents, textNode, type ValueNode } from './value-nodes.ts';

/** So many are not counted by making a node of each. */
const manyProperties = 200;

export function contentsOf(node: ValueNode): Contents {
  if (node.contents !== undefined) return node.contents();
  if (node.accessor !== undefined || node.text !== undefined || !(node.value instanceof JSObject)) return noContents;
  return objectContents(node.value, node.evaluateName);
}

function objectContents(object: JSObject, evaluateName: string | undefined): Contents {
  const { instanceType } = object.hiddenClass;
  if (instanceType === 'proxy') return { ...noContents, named: () => internalNodes(object) };
  const indexedCount = numberedCount(object);
  const { isDictionary, propertyCount } = object.hiddenClass;
  const count = isDictionary ? (object.dictionary?.size ?? 0) : propertyCount;
  return {
    indexedCount,
    ...(count > manyProperties ? { namedCount: count } : {}),
    indexed: (index) => propertyNode(object, index, evaluateName),
    named: () => {
      const properties = namedKeys(object, indexedCount)
        .map((key) => propertyNode(object, key, evaluateName))
        .filter((node) => node !== undefined);
      return [
        ...properties,
        ...privateNodes(object),
        ...shapeNodes(object),
        ...internalNodes(object),
        ...prototypeNodes(object),
      ];
    },
  };
}

/** Keys that are not numbered, without a list of those that are: a typed array may have hundreds of millions. */
function namedKeys(object: JSObject, indexedCount: number): PropertyKey[] {
  if (indexedCount === 0) return ownKeys(object);
  const { elements } = object;
  const behind: PropertyKey[] = [];
  // A String's own elements come after its characters.
  for (let index = indexedCount; index < elements.length; index++) if (elements[index] !== theHole) behind.push(index);
  return [...behind, ...ownKeys(object, 0)];
}

/** How many children are numbered. What is sparse is listed by name. */
function numberedCount(object: JSObject): number {
  const { internal, elements, sparse, hiddenClass } = object;
  if (internal?.kind === 'typed array') return internal.view.length;
  if (internal?.kind === 'primitive' && typeof internal.value === 'string') return internal.value.length;
  return sparse !== undefined || hiddenClass.instanceType === 'proxy' ? 0 : elements.length;
}

function propertyNode(object: JSObject, key: PropertyKey, evaluateName: string | undefined): ValueNode | undefined {
  const found = new PropertyLookup();
  if (!lookupOwn(found, object, key)) return undefined;
  const name = keyToDisplay(key);
  const access = evaluateName === undefined ? undefined : accessTo(evaluateName, key);
  const named = { name, ...(access === undefined ? {} : { evaluateName: access }) };
  if (found.isAccessor) {
    const { getter, setter } = found;
    return { ...named, value: undefined, accessor: { getter, receiver: object }, isReadOnly: setter === undefined };
  }
  const value = found.value as Value;
  const unavailable = value === theHole ? { text: { value: '<value unavailable>', type: 'undefined' } } : {};
  return { ...named, value, ...unavailable, isReadOnly: !found.isWritable };
}

/** `list[3]`, `point.x`, `o["two words"]`; symbols have no name to ask by. */
function accessTo(object: string, key: PropertyKey): string | undefined {
  if (typeof key === 'number') return `${object}[${key}]`;
  if (typeof key !== 'string') return undefined;
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) ? `${object}.${key}` : `${object}[${JSON.stringify(key)}]`;
}

function prototypeNodes(object: JSObject): ValueNode[] {
  const { prototype } = object.hiddenClass;
  return [prototype === null ? internalNode('[[Prototype]]', null) : internalNode('[[Prototype]]', prototype)];
}

/** How the engine keeps the object. */
function shapeNodes(object: JSObject): ValueNode[] {
  const { hiddenClass } = object;
  const count = (many: number, one: string, more: string): string => (many === 1 ? `1 ${one}` : `${many} ${more}`);
  const said = hiddenClass.isDictionary
    ? ['dictionary mode', count(object.dictionary?.size ?? 0, 'property', 'properties')]
    : [
        'fast properties',
        count(hiddenClass.propertyCount, 'property', 'properties'),
        count(hiddenClass.transitionCount, 'transition', 'transitions'),
      ];
  const nodes = [textNode('hidden class', `${shapeName(hiddenClass)}: ${said.join(', ')}`)];
  if (object.elements.length > 0 || object.sparse !== undefined || hiddenClass.instanceType === 'array')
    nodes.push(textNode('elements kind', elementsKindNames[hiddenClass.elementsKind] ?? ''));
  return nodes;
}
