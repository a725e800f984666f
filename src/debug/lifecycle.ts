/** From launch to the end of a session. */
import { DebugError } from './debug-error.ts';
import type { Recorded } from './debuggee.ts';
import { problemOfAttributes } from './launch-attributes.ts';
import { printUpTo, tell, wholeRun } from './output.ts';
import type { Handler, LaunchArguments } from './requests.ts';
import { resolveBreakpoints } from './resolve.ts';
import { followCursor } from './seek.ts';
import type { Session } from './session.ts';
import { stopAtEnd, stopAtEntry, stopAtFirstCondition } from './stepping.ts';

export const launch: Handler<'launch'> = async (session, attributes) => {
  if (session.hasBegun) throw new DebugError('A session debugs one program: it was launched already');
  const problem = problemOfAttributes(attributes ?? {});
  if (problem !== undefined) throw new DebugError(problem, true);
  // A run takes its inputs in the order of their steps.
  const inputs = attributes.inputs?.toSorted((one, other) => one.step - other.step);
  session.launched = inputs === undefined ? attributes : { ...attributes, inputs };
  session.begin(await started(session));
  await finishRecording(session);
  await session.configured;
  session.later(() => begin(session));
};

export const configurationDone: Handler<'configurationDone'> = (session) => session.configure();

/** The text as it is now, with the breakpoints as they are now. */
export const restart: Handler<'restart'> = async (session, asked) => {
  const { program } = session;
  session.launched = { ...session.launched!, ...(asked?.arguments as Partial<LaunchArguments> | undefined) };
  session.journey++;
  session.stop = undefined;
  session.history = [];
  session.printedUpTo = -1;
  session.toldProblems.clear();
  session.changes.clear();
  session.references.clear();
  forgetWhatIsOfTheRun(session);
  session.forgetRecording();
  session.tellGoing();
  const recording = session.recordings + 1;
  try {
    await program.restart();
    await finishRecording(session);
  } catch (error) {
    // There is nothing left that could be debugged, unless it is being run again already.
    if (recording === session.recordings) session.later(() => terminateSession(session));
    throw error;
  }
  session.later(() => begin(session));
};

/** What is watched was found in the run before; instructions are the same only as long as the text is. */
function forgetWhatIsOfTheRun(session: Session): void {
  const { breakpoints, isStale } = session;
  const message = 'It belongs to the run before: set it again';
  for (const { condition } of breakpoints.data) tellUnverified(session, condition.id, message);
  breakpoints.data = [];
  if (!isStale) return;
  for (const { id } of breakpoints.instructions) tellUnverified(session, id, message);
  breakpoints.instructions = [];
  session.isStale = false;
}

function tellUnverified(session: Session, id: number, message: string): void {
  session.emit('breakpoint', { reason: 'changed', breakpoint: { id, verified: false, message } });
}

export const disconnect: Handler<'disconnect'> = (session) => session.release();

export const terminate: Handler<'terminate'> = (session) => {
  session.later(() => terminateSession(session));
};

/** The run's end is the session's: what it printed to the last, and its exit code. */
export async function endSession(session: Session): Promise<void> {
  await printUpTo(session, wholeRun);
  const { summary } = session.recorded!;
  if (summary.message !== undefined) tell(session, summary.message, 'stderr');
  session.emit('exited', { exitCode: summary.exitCode });
  terminateSession(session);
}

/** Waits for the run, and then knows where its breakpoints are. */
export async function finishRecording(session: Session): Promise<void> {
  const recording = ++session.recordings;
  const recorded = await session.program.recorded();
  if (recording !== session.recordings) throw new DebugError('The program is being run again');
  if (recorded.kind !== 'done') {
    const message = describeFailure(session, recorded);
    throw new DebugError(message, true);
  }
  session.recorded = recorded;
  await resolveBreakpoints(session);
}

async function started(session: Session) {
  try {
    return await session.launcher(session.launched!, {
      sought: (event) => session.later(() => followCursor(session, event)),
      edited: () => markStale(session),
    });
  } catch (error) {
    // A launcher says what is wrong and what to do.
    throw new DebugError(error instanceof Error ? error.message : String(error), true);
  }
}

function begin(session: Session): void | Promise<void> {
  const { noDebug, stopOnEntry } = session.launched!;
  if (noDebug === true) return endSession(session);
  if (session.isPauseWanted) {
    session.isPauseWanted = false;
    return stopAtEnd(session);
  }
  return stopOnEntry === true ? stopAtEntry(session) : stopAtFirstCondition(session);
}

function terminateSession(session: Session): void {
  if (session.isOver) return;
  session.release();
  session.emit('terminated', undefined);
}

function markStale(session: Session): void {
  if (session.isStale || session.isOver) return;
  session.isStale = true;
  const message = 'The text was edited: what is debugged is the run from before. Restart to debug the new text.';
  tell(session, message);
  session.emit('underhood/stale', { message });
}

function describeFailure(session: Session, recorded: Exclude<Recorded, { kind: 'done' }>): string {
  if (recorded.kind === 'problem') return recorded.message;
  const { message, line, column } = recorded.error;
  return `${session.program.program}:${line}:${column}: ${message}`;
}
