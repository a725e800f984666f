/** What the element functions of Promise.all and its siblings belong to, for async stack traces. V8: PromiseAllResolveElementContext. */
import { FunctionData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';

export class CombinatorElement {
  readonly name: 'all' | 'allSettled' | 'any';
  readonly index: number;
  /** What the combinator returned. */
  readonly promise: Value;

  constructor(name: CombinatorElement['name'], index: number, promise: Value) {
    this.name = name;
    this.index = index;
    this.promise = promise;
  }
}

export function combinatorElementOf(value: Value): CombinatorElement | undefined {
  const internal = value instanceof JSObject ? value.internal : undefined;
  return internal instanceof FunctionData && internal.data instanceof CombinatorElement ? internal.data : undefined;
}

/** Marks an element function; the result is the function. */
export function markCombinatorElement([name, element, index, promise]: readonly Value[]): Value {
  const data = (element as JSObject).internal as FunctionData;
  data.data = new CombinatorElement(name as CombinatorElement['name'], index as number, promise);
  return element;
}
