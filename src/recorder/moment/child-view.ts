/** Nodes of values as those who ask see them: plain data. */
import { elementsKindNames, JSObject, type Script } from '../../engine/index.ts';
import type { VariableView } from '../../protocol/moment.ts';
import type { ChildView, ValuePath } from '../../protocol/questions.ts';
import { shapeName } from '../engine/shape-names.ts';
import { preview, typeOfValue, valueInFull } from '../log/value-preview.ts';
import { contentsOf } from './object-contents.ts';
import { placeOf, type ValueNode } from './value-nodes.ts';

/** In short, and without counting what is in it: for the many of a whole stack. */
export function variableView(node: ValueNode, path: ValuePath): VariableView {
  return { ...shownAs(node, preview), path, expandable: isExpandable(node) };
}

export function childView(node: ValueNode, path: ValuePath, indexOfScript: (script: Script) => number): ChildView {
  const { evaluateName, isInternal = false, isReadOnly = false } = node;
  const contents = contentsOf(node);
  const isAccessor = hasGetter(node);
  const place = node.place ?? placeOf(node.value);
  const script = place === undefined ? -1 : indexOfScript(place.script);
  return {
    ...shownAs(node, valueInFull),
    path,
    namedCount: isAccessor ? 1 : (contents.namedCount ?? contents.named().length),
    indexedCount: contents.indexedCount,
    expandable: isExpandable(node),
    ...(evaluateName === undefined ? {} : { evaluateName }),
    isInternal,
    isAccessor,
    isReadOnly,
    ...(script < 0 ? {} : { place: { script, offset: place!.offset } }),
  };
}

function shownAs(
  node: ValueNode,
  show: typeof preview,
): Pick<VariableView, 'name' | 'value' | 'type' | keyof Shape | 'isParameter'> {
  const { name, value, text } = node;
  const isParameter = node.isParameter === true ? { isParameter: true as const } : {};
  if (text !== undefined) return { name, ...text, ...isParameter };
  if (hasGetter(node)) return { name, value: '(…)', type: 'accessor' };
  const shape = value instanceof JSObject ? shapeOf(value) : {};
  return { name, value: show(value), type: typeOfValue(value), ...shape, ...isParameter };
}

/** Objects always hold something: how the engine keeps them, at the least. */
function isExpandable(node: ValueNode): boolean {
  if (node.accessor !== undefined) return hasGetter(node);
  if (node.contents === undefined) return node.text === undefined && node.value instanceof JSObject;
  const { indexedCount, named } = node.contents();
  return indexedCount > 0 || named().length > 0;
}

function hasGetter({ accessor }: ValueNode): boolean {
  return accessor?.getter !== undefined;
}

type Shape = Pick<VariableView, 'hiddenClass' | 'mode' | 'elementsKind'>;

/** How the engine keeps an object. */
function shapeOf(object: JSObject): Shape {
  const { hiddenClass, length, elements, sparse } = object;
  return {
    hiddenClass: shapeName(hiddenClass),
    mode: hiddenClass.isDictionary ? 'dictionary' : 'fast',
    ...(length > 0 || elements.length > 0 || sparse !== undefined
      ? { elementsKind: elementsKindNames[hiddenClass.elementsKind] ?? '' }
      : {}),
  };
}
