/** Hidden classes by the names that they have everywhere in a run: a number, and what objects of it look like. */
import {
  elementsKindNames,
  functionName,
  FunctionData,
  type HiddenClass,
  JSObject,
  keyToDisplay,
  lookupData,
} from '../../engine/index.ts';
import type { ShapeBrief } from '../../protocol/engine-views.ts';

/** So many properties are named. */
const namedProperties = 4;

export function shapeBrief(hiddenClass: HiddenClass): ShapeBrief {
  return { number: shapeNumber(hiddenClass), text: shapeText(hiddenClass) };
}

/** What the program made counts from 1. */
export function shapeNumber({ id, heap }: HiddenClass): number {
  return id - heap.firstProgramHiddenClassId + 1;
}

/** As it is shown wherever there is room for one word. */
export function shapeName(hiddenClass: HiddenClass): string {
  const number = shapeNumber(hiddenClass);
  return number > 0 ? `#${number}` : `built-in #${hiddenClass.id}`;
}

export function shapeText(hiddenClass: HiddenClass): string {
  const { instanceType, isDictionary, elementsKind, propertyCount } = hiddenClass;
  const owner = ownerName(hiddenClass);
  if (instanceType === 'function') return owner === '' || owner === 'Function' ? 'function' : `function (${owner})`;
  const isPlain = instanceType === 'object' && (owner === 'Object' || owner === '');
  const name = isPlain ? '' : owner === '' ? instanceType : owner;
  if (isDictionary) return `${name === '' ? 'object' : name} (dictionary)`;
  if (instanceType === 'array' && propertyCount <= 1)
    return `${name} ${elementsKindNames[elementsKind]?.replace(/_ELEMENTS$/, '') ?? ''}`;
  const keys: string[] = [];
  const shown = Math.min(propertyCount, namedProperties);
  for (let row = 0; row < shown; row++) keys.push(keyToDisplay(hiddenClass.keyAt(row)));
  if (propertyCount > shown) keys.push('…');
  return `${name === '' ? '' : `${name} `}{${keys.join(', ')}}`;
}

/** The constructor's name, as far as it can be read without running anything. */
export function ownerName({ prototype, isPrototype }: HiddenClass): string {
  if (prototype === null) return isPrototype ? 'Object.prototype' : '';
  const constructor = lookupData(prototype, 'constructor');
  const isFunction = constructor instanceof JSObject && constructor.internal instanceof FunctionData;
  return isFunction ? functionName(constructor) : '';
}
