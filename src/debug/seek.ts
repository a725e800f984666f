/** The session's stop follows the sidebar's cursor, and the other way round. Requests of our own. */
import type { Moment } from '../protocol/questions.ts';
import { DebugError } from './debug-error.ts';
import { printUpTo } from './output.ts';
import type { Handler, MomentBody } from './requests.ts';
import type { Session } from './session.ts';

export const seek: Handler<'underhood/seek'> = async (session, asked) => {
  const event = asked?.event;
  if (!Number.isInteger(event) || event < 0) throw new DebugError('underhood/seek needs the number of an event');
  if (session.recorded === undefined) throw new DebugError('The program is still being run');
  if (event >= session.recorded.summary.events)
    throw new DebugError(`The run has no event ${event}: the last is ${session.recorded.summary.events - 1}`);
  const moment = { event };
  const hasMoved = await standAt(session, moment);
  if (hasMoved) session.later(() => session.emit('underhood/moment', moment));
  return moment;
};

export const moment: Handler<'underhood/moment'> = (session): MomentBody => ({ ...session.moment });

/** The cursor went there: nobody has to be told but the client. A journey that is on its way is where the user wants to go. */
export async function followCursor(session: Session, event: number): Promise<void> {
  if (session.stop !== undefined && !session.isTravelling && !session.isOver) await standAt(session, { event });
}

/** False where the session stands at that event already: an answer to where it went itself. */
async function standAt(session: Session, moment: Moment): Promise<boolean> {
  if (session.stop?.moment.event === moment.event && !session.isTravelling) return false;
  session.journey++;
  session.isTravelling = false;
  session.history = [];
  session.references.clear();
  session.stop = { moment, reason: 'step', ids: [] };
  await printUpTo(session, moment.event);
  if (session.isOver) return true;
  session.tellStopped({ reason: 'goto', description: 'Paused where the cursor is', preserveFocusHint: true });
  return true;
}
