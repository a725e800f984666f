/**
 * Which function the engine's views are about: that of the frame, or the function, that somebody chose; else that of the frame
 * on top; where nothing runs, the program itself.
 */
import { mainScript } from '../run.ts';
import type { Run } from '../run.ts';
import { isBuiltin, stackOf } from '../state.ts';
import type { State } from '../state.ts';
import { functionName } from '../words.ts';

/** What somebody chose: a frame of the run (an index into its frames) as long as it is on the stack, or a function. */
export interface SubjectChoice {
  readonly frame: number;
  readonly functionIndex: number;
  /** The function's name: in another run the index may be that of another one. */
  readonly name: string;
}

export const followTop: SubjectChoice = { frame: -1, functionIndex: -1, name: '' };

export interface Subject {
  readonly functionIndex: number;
  /** Of the frames of the run; -1: the function is not on the stack. */
  readonly frame: number;
  /** Of the function's frames on the stack, counted from the outermost. */
  readonly nth: number;
  /** It is the frame on top, the one that runs. */
  readonly isTop: boolean;
}

export function subjectOf(run: Run, state: State, wanted: SubjectChoice): Subject | undefined {
  const { timeline } = run;
  const choice = { ...wanted, functionIndex: chosenFunction(run, wanted) };
  const { kind } = timeline.frames;
  const stack = [...stackOf(timeline, state)].filter((frame) => !isBuiltin(timeline, frame));
  const chosen = chosenFrame(stack, kind, choice);
  const frame = chosen ?? (choice.functionIndex >= 0 ? -1 : (stack[0] ?? -1));
  const functionIndex = frame >= 0 ? kind[frame]! : choice.functionIndex >= 0 ? choice.functionIndex : programOf(run);
  if (functionIndex < 0 || functionIndex >= timeline.log.functions.length) return undefined;
  const below = frame < 0 ? [] : stack.slice(stack.indexOf(frame) + 1);
  const nth = below.filter((other) => kind[other] === functionIndex).length;
  return { functionIndex, frame, nth: frame < 0 ? -1 : nth, isTop: frame >= 0 && frame === state.frame };
}

/** -1 where nobody has chosen one, or this run has another in its place. */
export function chosenFunction(run: Run, { functionIndex, name }: SubjectChoice): number {
  const isThere = run.timeline.log.functions[functionIndex] !== undefined;
  return isThere && functionName(run, functionIndex) === name ? functionIndex : -1;
}

function chosenFrame(stack: readonly number[], kind: Int32Array, choice: SubjectChoice): number | undefined {
  if (choice.frame >= 0 && stack.includes(choice.frame)) return choice.frame;
  return choice.functionIndex < 0 ? undefined : stack.find((frame) => kind[frame] === choice.functionIndex);
}

function programOf(run: Run): number {
  const main = mainScript(run);
  return run.timeline.log.functions.findIndex(({ kind, script }) => kind === 'script' && script === main);
}
