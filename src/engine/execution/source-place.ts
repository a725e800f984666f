/** Lines and columns of scripts. V8: Script::GetPositionInfo. */
import type { Script } from '../parsing/script.ts';

/** Line and column of an offset, both from 1. */
export function lineAndColumn(script: Script, offset: number): { line: number; column: number } {
  script.lineStarts ??= computeLineStarts(script.source);
  const starts = script.lineStarts;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1 + script.lineOffset, column: offset - starts[low]! + 1 };
}

function computeLineStarts(source: string): number[] {
  const starts = [0];
  const breaks = /\r\n|[\n\r\u2028\u2029]/g;
  while (breaks.exec(source) !== null) starts.push(breaks.lastIndex);
  return starts;
}
