/** Requests that move the stop. Each is answered at once; where it led, the stopped event says. */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { type Granularity, noConditions, type StepKind } from '../protocol/questions.ts';
import { DebugError } from './debug-error.ts';
import { endSession } from './lifecycle.ts';
import type { Handler } from './requests.ts';
import type { Session } from './session.ts';
import { travel, travelBack } from './travel.ts';

export const continueForward: Handler<'continue'> = (session) => {
  const { moment } = session;
  if (session.stop?.reason === 'end') session.later(() => endSession(session));
  else travel(session, (conditions) => session.ask('continue', { moment, direction: 'forward', conditions }));
  return { allThreadsContinued: true };
};

export const reverseContinue: Handler<'reverseContinue'> = (session) => {
  const { moment } = session;
  travel(session, (conditions) => session.ask('continue', { moment, direction: 'backward', conditions }), {
    isBackward: true,
  });
};

export const next: Handler<'next'> = (session, { granularity }) => step(session, 'over', granularity);

export const stepIn: Handler<'stepIn'> = (session, { granularity, targetId }) =>
  step(session, 'in', granularity, targetId);

export const stepOut: Handler<'stepOut'> = (session, { granularity }) => step(session, 'out', granularity);

export const stepBack: Handler<'stepBack'> = (session, { granularity }) => {
  if (!travelBack(session)) step(session, 'back', granularity);
};

function step(
  session: Session,
  kind: StepKind,
  granularity: Granularity = 'statement',
  target?: Dap.StepInArguments['targetId'],
): void {
  const { moment } = session;
  const isBackward = kind === 'back';
  const asked = { moment, kind, granularity, ...(target === undefined ? {} : { target }) };
  travel(session, (conditions) => session.ask('step', { ...asked, conditions }), {
    isStep: !isBackward,
    isBackward,
  });
}

export const stepInTargets: Handler<'stepInTargets'> = async (session, { frameId }) => {
  const { moment, frame } = session.references.frame(frameId);
  const { place } = frame;
  if (place === undefined || frame.frame < 0) return { targets: [] };
  const { targets } = await session.ask('stepInTargets', { moment, frame: frame.frame });
  return {
    targets: targets.map(({ id, name, start, end }) => {
      const { line, column } = session.sources.positionAt({ script: place.script, offset: start });
      const last = session.sources.positionAt({ script: place.script, offset: end });
      return { id, label: name, line, column, endLine: last.line, endColumn: last.column };
    }),
  };
};

export const restartFrame: Handler<'restartFrame'> = (session, { frameId }) => {
  const { moment, frame } = session.references.frame(frameId);
  if (frame.frame < 0) throw new DebugError('What led here is over: it cannot be begun again', true);
  travel(session, () => session.ask('restartFrame', { moment, frame: frame.frame }), { isBackward: true });
};

/** What is on its way is not waited for any more; a run that is being recorded ends where it has come to. */
export const pause: Handler<'pause'> = (session) => {
  const { stop } = session;
  const isRecording = stop === undefined && session.recorded === undefined;
  if (isRecording) session.isPauseWanted = true;
  if (session.hasBegun && (isRecording || session.isTravelling)) session.program.interrupt?.();
  if (isRecording) return;
  session.journey++;
  session.isTravelling = false;
  session.later(() => {
    if (session.isOver) return;
    if (stop === undefined) stopAtEntry(session);
    else session.tellStopped({ reason: 'pause' });
  });
};

/** Before the first statement. */
export function stopAtEntry(session: Session): void {
  travel(session, async () => {
    const { stop } = await session.ask('continue', {
      // There is nothing before it, not even a debugger statement, which holds every journey.
      moment: { event: 0 },
      direction: 'backward',
      conditions: noConditions,
    });
    return { stop, logs: [], problems: [] };
  });
}

/** Where a session begins that is not to stop on entry: the first place where something holds it. */
export function stopAtFirstCondition(session: Session): void {
  travel(session, (conditions) => session.ask('continue', { direction: 'forward', conditions }));
}

/** The run as far as it came. */
export function stopAtEnd(session: Session): void {
  const moment = { event: session.recorded!.summary.events - 1 };
  travel(session, () => session.ask('continue', { moment, direction: 'forward', conditions: noConditions }));
}
