/** How V8 keeps source positions: differences of offset and position, seven bits a byte. V8: src/codegen/source-position-table.cc. */
import type { BytecodeArray } from './bytecode-array.ts';

/** In bytes. `functionStart` is where the check of the stack at the function's entry has its position. */
export function sourcePositionTableSize(
  { sourcePositions, byteOffsets }: BytecodeArray,
  functionStart: number,
): number {
  let size = 0;
  let lastOffset = 0;
  let lastPosition = 0;
  const add = (offset: number, position: number, isStatement: boolean): void => {
    const distance = offset - lastOffset;
    // The sign says whether a statement begins.
    size += encodedLength(isStatement ? distance : -distance - 1) + encodedLength(rawPosition(position) - lastPosition);
    lastOffset = offset;
    lastPosition = rawPosition(position);
  };
  add(functionEntryOffset, functionStart, false);
  for (const { codeIndex, offset, isStatement, isOurs } of sourcePositions)
    if (!isOurs) add(byteOffsets[codeIndex]!, offset, isStatement);
  return size;
}

/** V8: kFunctionEntryBytecodeOffset. */
const functionEntryOffset = -1;

/** Counted from 1, and the lowest bit is for positions outside of scripts. V8: SourcePosition::raw. */
function rawPosition(position: number): number {
  return (position + 1) * 2;
}

function encodedLength(value: number): number {
  // The lowest bit is the sign.
  let bits = value < 0 ? -value * 2 - 1 : value * 2;
  let length = 1;
  while (bits > 0x7f) {
    bits = Math.floor(bits / 0x80);
    length++;
  }
  return length;
}
