/** Where a frame is in the program's source. */
import { type Frame, framePosition, type Isolate } from '../engine/index.ts';

/** The offset of what runs in the frame now, in its script; -1 for builtins. */
export function sourceOffsetOf(frame: Frame): number {
  return frame.shared.script.kind === 'builtin' ? -1 : framePosition(frame);
}

/** The innermost frame of the program's own code. */
export function programFrame(isolate: Isolate): Frame | undefined {
  const top = isolate.currentFrame;
  if (top === undefined || top.shared.script.kind !== 'builtin') return top;
  return [...isolate.frames()].findLast(({ shared }) => shared.script.kind !== 'builtin');
}
