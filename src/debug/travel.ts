/** From one stop to the next: a question is asked that says where, and the client is told what there is on the way and at the end. */
import type { Journey, Moment, Stop, StopConditions } from '../protocol/questions.ts';
import { printUpTo, tellProblems } from './output.ts';
import type { Session } from './session.ts';
import { describeStop } from './stop-words.ts';

interface Manner {
  /** A step forwards, which stepping back takes back exactly. */
  readonly isStep?: boolean;
  /** What logpoints say on the way is not told: the way was backwards. */
  readonly isBackward?: boolean;
}

/** After the answer to the request: the client then hears of the stop by an event. */
export function travel(
  session: Session,
  ask: (conditions: StopConditions) => Promise<Journey>,
  manner: Manner = {},
): void {
  const journey = ++session.journey;
  session.isTravelling = true;
  session.later(async () => {
    const from = session.stop?.moment;
    // A client need not wait for the answer to where its breakpoints are before it goes on.
    await session.breakpoints.resolved;
    const answer = await ask(session.breakpoints.conditions()).catch((error: unknown) => {
      if (journey === session.journey) throw error;
    });
    // Paused on the way, or told to go elsewhere: where this one led, if anywhere, does not matter any more.
    if (answer === undefined || journey !== session.journey) return;
    const { stop, logs, problems } = answer;
    session.isTravelling = false;
    const hasMoved = from !== undefined && !isSameMoment(from, stop.moment);
    if (manner.isStep !== true) session.history = [];
    else if (hasMoved) session.history.push(from);
    tellProblems(session, problems);
    await arrive(session, stop, manner.isBackward === true ? [] : logs);
  });
}

/** The session stands there now. */
export async function arrive(session: Session, stop: Stop, logs: Journey['logs'] = []): Promise<void> {
  session.references.clear();
  session.stop = stop;
  await printUpTo(session, stop.moment.event, logs);
  if (session.isOver) return;
  session.tellStopped({
    ...describeStop(session, stop),
    ...(stop.ids.length === 0 ? {} : { hitBreakpointIds: [...stop.ids] }),
  });
  session.emit('underhood/moment', { ...stop.moment });
}

/** Takes back the last step exactly, where there was one. */
export function travelBack(session: Session): boolean {
  const moment = session.history.pop();
  if (moment === undefined) return false;
  session.journey++;
  session.isTravelling = false;
  session.later(() => arrive(session, { moment, reason: 'step', ids: [] }));
  return true;
}

function isSameMoment(one: Moment, other: Moment): boolean {
  return one.step === other.step && one.event === other.event;
}
