/** What one inspection carries along: options, the objects it is inside of, and the way back into the formatter. */
import type { Isolate } from '../execution/isolate.ts';
import type { JSObject } from '../objects/js-object.ts';
import type { PropertyKey, Value } from '../objects/value.ts';

export interface InspectOptions {
  /** null means without limit. */
  readonly depth?: number | null;
  readonly showHidden?: boolean;
  readonly showProxy?: boolean;
  readonly customInspect?: boolean;
  readonly maxArrayLength?: number;
  readonly maxStringLength?: number;
  readonly breakLength?: number;
  /** Node's `compact`: how many innermost levels may share a line; 0 for none (Node: false). */
  readonly compact?: number;
  /** Or how two entries compare. */
  readonly sorted?: boolean | JSObject;
  readonly colors?: boolean;
  readonly getters?: boolean | 'get' | 'set';
  readonly numericSeparator?: boolean;
  /** As the program gave them, for [nodejs.util.inspect.custom] functions. */
  readonly given?: JSObject;
}

export interface InspectContext {
  readonly isolate: Isolate;
  depth: number;
  readonly showHidden: boolean;
  readonly showProxy: boolean;
  readonly customInspect: boolean;
  readonly maxArrayLength: number;
  readonly maxStringLength: number;
  readonly breakLength: number;
  readonly compact: number;
  readonly sorted: boolean | JSObject;
  readonly colors: boolean;
  readonly getters: boolean | 'get' | 'set';
  readonly numericSeparator: boolean;
  readonly given: JSObject | undefined;
  /** Objects being formatted, the outermost first. */
  readonly seen: JSObject[];
  /** Targets of circular references, with their numbers. */
  readonly circular: Map<JSObject, number>;
  /** Characters written per indentation level; guards against output without end. */
  readonly budget: Map<number, number>;
  /** Values formatted so far. */
  parts: number;
  indentation: number;
  currentDepth: number;
  readonly formatValue: (context: InspectContext, value: Value, recursion: number) => string;
  readonly formatProperty: (
    context: InspectContext,
    object: JSObject,
    recursion: number,
    key: PropertyKey,
    type: EntryType,
    receiver?: JSObject,
  ) => string;
}

/** What the entries of an object are: decides on keys and on grouping. Node: kObjectType, kArrayType, kArrayExtrasType. */
export type EntryType = 'object' | 'array' | 'arrayExtras';

/** The two brackets; formatters may change the first. */
export type Braces = [open: string, close: string];

/** Of one value that is printed: more than fit into any output. */
export const mostParts = 500_000;
export const objectsAreTooLarge = 2 ** 27;

export function plural(count: number): string {
  return count > 1 ? 's' : '';
}

export function moreItems(remaining: number): string {
  return `... ${remaining} more item${plural(remaining)}`;
}
