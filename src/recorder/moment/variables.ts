/** Values as the panel and a debugger show them: a line each, and their children when asked for. Never runs guest code. */
import {
  elementsKindNames,
  FunctionData,
  JSObject,
  keyToDisplay,
  lookupOwn,
  ownKeys,
  PropertyLookup,
  type Value,
} from '../../engine/index.ts';
import type { VariableView } from '../../protocol.ts';
import { shapeName } from '../engine/shape-names.ts';
import { preview, typeOfValue } from '../log/value-preview.ts';

/** A named value; `entries` are given for what is no value of the program, such as the list of a Map's entries. */
export interface Child {
  readonly name: string;
  readonly value: Value;
  readonly entries?: readonly Child[];
  /** How many there are, of which `entries` are the first. */
  readonly entryCount?: number;
  /** An accessor: reading it would run code. */
  readonly isAccessor?: boolean;
}

const maxChildren = 200;

export function viewOf(child: Child): VariableView {
  const { name, value, entries, entryCount } = child;
  if (entries !== undefined)
    return { name, value: `${entryCount ?? entries.length} entries`, type: '', expandable: entries.length > 0 };
  if (child.isAccessor === true) return { name, value: '(…)', type: 'accessor', expandable: false };
  const shown = { name, value: preview(value), type: typeOfValue(value) };
  if (!(value instanceof JSObject)) return { ...shown, expandable: false };
  return { ...shown, expandable: childrenOf(child).length > 0, ...shapeOf(value) };
}

/** How the engine keeps an object. */
export function shapeOf(object: JSObject): Pick<VariableView, 'hiddenClass' | 'mode' | 'elementsKind'> {
  const { hiddenClass, length, elements, sparse } = object;
  return {
    hiddenClass: shapeName(hiddenClass),
    mode: hiddenClass.isDictionary ? 'dictionary' : 'fast',
    ...(length > 0 || elements.length > 0 || sparse !== undefined
      ? { elementsKind: elementsKindNames[hiddenClass.elementsKind] ?? '' }
      : {}),
  };
}

export function childrenOf({ value, entries }: Child): readonly Child[] {
  if (entries !== undefined) return entries;
  if (!(value instanceof JSObject)) return [];
  const children = [...internalChildren(value), ...propertyChildren(value)];
  const prototype = value.hiddenClass.prototype;
  if (prototype !== null && value.hiddenClass.instanceType !== 'proxy')
    children.push({ name: '[[Prototype]]', value: prototype });
  return children;
}

function propertyChildren(object: JSObject): Child[] {
  if (object.hiddenClass.instanceType === 'proxy') return [];
  const found = new PropertyLookup();
  const children: Child[] = [];
  for (const key of ownKeys(object, maxChildren + 1)) {
    if (children.length >= maxChildren) {
      children.push({ name: '…', value: 'more properties are not shown' });
      break;
    }
    if (!lookupOwn(found, object, key)) continue;
    const name = keyToDisplay(key);
    children.push(
      found.isAccessor ? { name, value: undefined, isAccessor: true } : { name, value: found.value as Value },
    );
  }
  return children;
}

function internalChildren(object: JSObject): Child[] {
  const { internal } = object;
  if (internal instanceof FunctionData) {
    return internal.boundTarget === undefined ? [] : [{ name: '[[TargetFunction]]', value: internal.boundTarget }];
  }
  switch (internal?.kind) {
    case 'promise':
      return [
        { name: '[[PromiseState]]', value: internal.state },
        { name: '[[PromiseResult]]', value: internal.result },
      ];
    case 'collection': {
      const isMap = object.hiddenClass.instanceType === 'map';
      const entries = internal.entries.filter((entry) => entry !== undefined);
      const named = entries.slice(0, maxChildren).map(({ key, value }, index): Child => {
        const name = isMap ? preview(key, 0) : String(index);
        return { name, value: isMap ? value : key };
      });
      if (entries.length > maxChildren) named.push({ name: '…', value: 'more entries are not shown' });
      return [{ name: '[[Entries]]', value: undefined, entries: named, entryCount: entries.length }];
    }
    case 'proxy':
      return [
        { name: '[[Target]]', value: internal.target },
        { name: '[[Handler]]', value: internal.handler },
      ];
    case 'primitive':
      return [{ name: '[[PrimitiveValue]]', value: internal.value }];
    default:
      return [];
  }
}
