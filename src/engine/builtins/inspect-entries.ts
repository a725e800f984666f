/** What stands between the brackets of arrays, collections, iterators and promises. Node: formatArray and siblings. */
import { hasOwnProperty } from '../execution/property-access.ts';
import type { CollectionData, IteratorData, PromiseData } from '../objects/internal-slots.ts';
import type { JSObject } from '../objects/js-object.ts';
import { remainingEntries } from './collections.ts';
import { type Braces, type InspectContext, moreItems, plural } from './inspect-context.ts';
import { layOut } from './inspect-layout.ts';
import { stylize } from './inspect-styles.ts';
import { indicesOf, isEnumerableAt, lengthOf } from './inspect-proxy.ts';

export function formatArray(context: InspectContext, array: JSObject, recursion: number): string[] {
  // Printing an element may run code of a proxy, which may make the array longer: what stands in it by then is not told.
  const length = lengthOf(context, array);
  const shown = Math.min(Math.max(0, context.maxArrayLength), length);
  const output: string[] = [];
  for (let i = 0; i < shown; i++) {
    if (!hasOwnProperty(context.isolate, array, i)) return formatHoles(context, array, recursion, shown, output, i);
    output.push(context.formatProperty(context, array, recursion, i, 'array'));
  }
  if (length > shown) output.push(moreItems(length - shown));
  return output;
}

/**
 * Goes on at the first hole; a run of holes counts as one entry, and elements that are not enumerable are holes too. As in Node
 * the place of the hole is one in the list of keys, so that an element before it that is not enumerable hides one behind it.
 */
function formatHoles(
  context: InspectContext,
  array: JSObject,
  recursion: number,
  limit: number,
  output: string[],
  from: number,
): string[] {
  let next = from;
  let place = 0;
  for (const index of indicesOf(context, array)) {
    if (!isEnumerableAt(context, array, index) || place++ < from) continue;
    if (output.length >= limit) break;
    if (index !== next) {
      output.push(emptyItems(context, index - next));
      next = index;
      if (output.length === limit) break;
    }
    output.push(context.formatProperty(context, array, recursion, index, 'array'));
    next++;
  }
  const remaining = lengthOf(context, array) - next;
  if (remaining > 0) output.push(output.length === limit ? moreItems(remaining) : emptyItems(context, remaining));
  return output;
}

function emptyItems(context: InspectContext, count: number): string {
  return stylize(context, `<${count} empty item${plural(count)}>`, 'undefined');
}

export function formatCollection(
  context: InspectContext,
  data: CollectionData,
  isMap: boolean,
  recursion: number,
): string[] {
  const { size } = data;
  const limit = Math.min(Math.max(0, context.maxArrayLength), size);
  const output: string[] = [];
  context.indentation += 2;
  for (const entry of data.entries) {
    if (output.length >= limit) break;
    if (entry === undefined) continue;
    const key = context.formatValue(context, entry.key, recursion);
    output.push(isMap ? `${key} => ${context.formatValue(context, entry.value, recursion)}` : key);
  }
  if (size > limit) output.push(moreItems(size - limit));
  context.indentation -= 2;
  return output;
}

/** The entries that an iterator has still before it. */
export function formatIterator(
  context: InspectContext,
  data: IteratorData,
  isMap: boolean,
  recursion: number,
  braces: Braces,
): string[] {
  const entries = remainingEntries(data);
  const isEntries = data.mode === 'entries';
  if (isEntries) braces[0] = braces[0].replace(/ Iterator] {$/, ' Entries] {');
  const limit = Math.min(context.maxArrayLength, entries.length);
  const output: string[] = [];
  context.indentation += 2;
  for (let i = 0; i < limit; i++) {
    const { key, value } = entries[i]!;
    const second = isMap ? value : key;
    if (!isEntries) {
      output.push(context.formatValue(context, data.mode === 'keys' ? key : second, recursion));
      continue;
    }
    const pair = [context.formatValue(context, key, recursion), context.formatValue(context, second, recursion)];
    output.push(layOut(context, pair, '', ['[', ']'], 'arrayExtras', recursion, undefined));
  }
  if (entries.length > limit) output.push(moreItems(entries.length - limit));
  context.indentation -= 2;
  return output;
}

export function formatPromise(context: InspectContext, data: PromiseData, recursion: number): string[] {
  if (data.state === 'pending') return [stylize(context, '<pending>', 'special')];
  context.indentation += 2;
  const shown = context.formatValue(context, data.result, recursion);
  context.indentation -= 2;
  return [data.state === 'rejected' ? `${stylize(context, '<rejected>', 'special')} ${shown}` : shown];
}
