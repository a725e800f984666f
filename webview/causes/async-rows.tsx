/** Rows of the call stack for the stacks that led to it: a line that says how, and the frames as they were then. */
import { Icon } from '../icons.tsx';
import { placeText } from '../places.ts';
import type { RowContent } from '../rows.tsx';
import type { Run } from '../run.ts';
import type { Store } from '../store.ts';
import * as words from '../words.ts';
import { asyncPartsOf } from './async-stack.ts';
import type { AsyncFrame, AsyncPart } from './async-stack.ts';

/** A frame, or without one the line above the frames of its part. */
export interface AsyncRow {
  readonly part: AsyncPart;
  readonly frame: AsyncFrame | undefined;
}

export function asyncRows(run: Run, turn: number): readonly AsyncRow[] {
  return asyncPartsOf(run, turn).flatMap((part) => [
    { part, frame: undefined },
    ...part.frames.map((frame) => ({ part, frame })),
  ]);
}

export function drawAsyncRow(run: Run, { part, frame }: AsyncRow, index: number): RowContent {
  if (frame === undefined) {
    return {
      key: `async ${index}`,
      level: 1,
      class: 'async-name',
      title: `What is above was queued by ${part.name}, with the frames below on the stack: click to go to that moment`,
      content: (
        <>
          <Icon name="joins" />
          <span class="detail">{part.name}</span>
        </>
      ),
    };
  }
  return {
    key: `async ${index}`,
    level: 1,
    class: 'async-frame',
    isLeaf: true,
    title: 'On the stack at that time; click to show the line',
    content: (
      <>
        <span class="name function">{words.frameName(run, frame.frame)}</span>
        <span class="meta">{placeText(run, frame.place)}</span>
      </>
    ),
  };
}

export function activateAsyncRow(store: Store, { part, frame }: AsyncRow): void {
  if (frame !== undefined) return store.reveal(frame.place);
  store.playing.value = false;
  store.moveTo(part.event);
}
