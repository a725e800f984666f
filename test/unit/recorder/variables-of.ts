/** What a frame of an inspected moment shows, the inner scopes first. */
import type { FrameView, VariableView } from '../../../src/protocol/moment.ts';

export function variablesOf(frame: FrameView | undefined): readonly VariableView[] {
  return frame?.scopes.flatMap(({ variables }) => variables) ?? [];
}

export function valueOf(frame: FrameView | undefined, name: string): string | undefined {
  return variablesOf(frame).find((variable) => variable.name === name)?.value;
}
