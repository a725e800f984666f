/** Where a frame is in its source. V8: AbstractCode::SourcePosition. */
import type { BytecodeArray } from '../bytecode/bytecode-array.ts';
import type { Frame } from './frame.ts';

/** The offset of what runs in the frame now, in its script; -1 for builtins. */
export function sourceOffsetOf(frame: Frame): number {
  return frame.shared.script.kind === 'builtin' ? -1 : sourceOffsetAt(frame.bytecode, frame.pc, frame.shared.start);
}

/** The offset of the last position at or before an index into the code. */
export function sourceOffsetAt(bytecode: BytecodeArray, codeIndex: number, ifNone: number): number {
  const positions = bytecode.sourcePositions;
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (positions[middle]!.codeIndex <= codeIndex) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? ifNone : positions[low - 1]!.offset;
}
