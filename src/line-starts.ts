/** Where the lines of a text begin, and on which of them an offset is. Lines count from 0 here. */

/** Editors break lines at these, and V8 at two characters more: `\u2028` and `\u2029`. */
const breaksOfEditors = /\r\n|[\n\r]/g;
const breaksOfV8 = /\r\n|[\n\r\u2028\u2029]/g;

export function lineStartsOf(text: string): number[] {
  return startsBehind(text, breaksOfEditors);
}

export function lineStartsInV8(text: string): number[] {
  return startsBehind(text, breaksOfV8);
}

function startsBehind(text: string, breaks: RegExp): number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(breaks)) starts.push(index + end.length);
  return starts;
}

/** The last line that begins at or before the offset. */
export function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
