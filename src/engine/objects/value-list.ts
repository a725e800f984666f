/**
 * Lists of values with no more room than they need: the host makes room for 17 when one grows by `push`, and most objects and
 * contexts have a handful. V8: Factory::NewFixedArray.
 */
import type { Value } from './value.ts';

/** So many values, all alike. */
export function listOf(count: number, value: Value): Value[] {
  switch (count) {
    case 0:
      return [];
    case 1:
      return [value];
    case 2:
      return [value, value];
    case 3:
      return [value, value, value];
    case 4:
      return [value, value, value, value];
    case 5:
      return [value, value, value, value, value];
    case 6:
      return [value, value, value, value, value, value];
    case 7:
      return [value, value, value, value, value, value, value];
    default: {
      const list = [value, value, value, value, value, value, value, value];
      while (list.length < count) list.push(value);
      return list;
    }
  }
}
