/** What objects hold beside their properties, as V8's inspector names it: `[[Entries]]`, `[[PromiseState]]`, `[[Scopes]]`. */
import {
  FunctionData,
  JSObject,
  lineAndColumn,
  lookupOwn,
  PropertyLookup,
  type Realm,
  type Value,
} from '../../engine/index.ts';
import { contextScopes } from './scope-nodes.ts';
import { preview } from '../log/value-preview.ts';
import { type Contents, groupNode, internalNode, placeOf, textNode, type ValueNode } from './value-nodes.ts';

/** Fields and methods whose names begin with #. */
export function privateNodes(object: JSObject): ValueNode[] {
  const { hiddenClass } = object;
  const keys = hiddenClass.isDictionary
    ? [...object.dictionary!.keys()]
    : Array.from({ length: hiddenClass.propertyCount }, (_, row) => hiddenClass.keyAt(row));
  const found = new PropertyLookup();
  const nodes: ValueNode[] = [];
  for (const key of keys) {
    if (typeof key === 'string' || !key.isPrivate || key.isPrivateBrand || !key.description?.startsWith('#')) continue;
    if (!lookupOwn(found, object, key)) continue;
    const { description: name } = key;
    nodes.push(
      found.isAccessor
        ? { name, value: undefined, accessor: { getter: found.getter, receiver: object }, isReadOnly: true }
        : { name, value: found.value as Value, isReadOnly: true },
    );
  }
  return nodes;
}

export function internalNodes(object: JSObject): ValueNode[] {
  const { internal } = object;
  if (internal instanceof FunctionData) return functionNodes(object, internal);
  switch (internal?.kind) {
    case 'promise':
      return [textNode('[[PromiseState]]', internal.state), internalNode('[[PromiseResult]]', internal.result)];
    case 'collection': {
      const isMap = object.hiddenClass.instanceType === 'map';
      return [entriesNode(internal.size, isMap, () => internal.entries.filter((entry) => entry !== undefined))];
    }
    case 'weak collection': {
      const isMap = object.hiddenClass.instanceType.includes('map');
      const { entries } = internal;
      return [entriesNode(entries.size, isMap, () => [...entries].map(([key, value]) => ({ key, value })))];
    }
    case 'weak ref':
      return [internalNode('[[WeakRefTarget]]', internal.target)];
    case 'generator':
      return [
        textNode(
          '[[GeneratorState]]',
          internal.state === -2 ? 'closed' : internal.state === -1 ? 'running' : 'suspended',
        ),
        internalNode('[[GeneratorFunction]]', internal.function),
        internalNode('[[GeneratorReceiver]]', internal.receiver),
      ];
    case 'proxy':
      return [
        internalNode('[[Handler]]', internal.handler),
        internalNode('[[Target]]', internal.target),
        internalNode('[[IsRevoked]]', internal.target === null),
      ];
    case 'primitive':
      return [internalNode('[[PrimitiveValue]]', internal.value)];
    case 'array buffer':
      return [internalNode('[[ArrayBufferByteLength]]', internal.buffer.byteLength)];
    default:
      return [];
  }
}

function functionNodes(object: JSObject, data: FunctionData): ValueNode[] {
  if (data.boundTarget !== undefined) {
    const { boundTarget, boundThis, boundArguments } = data;
    return [
      internalNode('[[TargetFunction]]', boundTarget),
      internalNode('[[BoundThis]]', boundThis),
      groupNode('[[BoundArgs]]', `Array(${boundArguments.length})`, () =>
        boundArguments.map((value, index) => internalNode(String(index), value)),
      ),
    ];
  }
  const place = placeOf(object);
  if (place === undefined) return [];
  const { line } = lineAndColumn(place.script, place.offset);
  const scopes = contextScopes(data.context, data.realm as Realm);
  return [
    { ...textNode('[[FunctionLocation]]', `${place.script.name}:${line}`), place },
    groupNode('[[Scopes]]', `Scopes[${scopes.length}]`, () => scopes),
  ];
}

/** Keys of a Map with their values, or the members of a Set. */
function entriesNode(count: number, isMap: boolean, list: () => readonly Entry[]): ValueNode {
  const contents = (): Contents => {
    const entries = list();
    return {
      indexedCount: entries.length,
      indexed: (index) => {
        const entry = entries[index];
        if (entry === undefined) return undefined;
        const { key, value } = entry;
        if (!isMap) return internalNode(String(index), key);
        const shown = `{${preview(key, 0)} => ${preview(value, 0)}}`;
        return groupNode(String(index), shown, () => [internalNode('key', key), internalNode('value', value)]);
      },
      named: () => [],
    };
  };
  return { ...groupNode('[[Entries]]', count === 1 ? '1 entry' : `${count} entries`, () => []), contents };
}

interface Entry {
  readonly key: Value;
  readonly value: Value;
}
