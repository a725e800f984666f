/** Where a frame is in the program's source. */
import { type Frame, framePosition } from '../engine/index.ts';

/** The offset of what runs in the frame now, in its script; -1 for builtins. */
export function sourceOffsetOf(frame: Frame): number {
  return frame.shared.script.kind === 'builtin' ? -1 : framePosition(frame);
}
