/** Why the session stands where it stands, for the client and in words. DAP: StoppedEvent. */
import { type Stop, stopEvents, type StopReason } from '../protocol/questions.ts';
import type { Session } from './session.ts';

/** DAP's reasons, of which `undefined` keeps ours; and a sentence where DAP's own words do not say all. */
const words: { readonly [Reason in StopReason]: { readonly reason?: string; readonly description?: string } } = {
  step: {},
  breakpoint: {},
  'function breakpoint': {},
  'data breakpoint': { description: 'Paused where a value changes' },
  'instruction breakpoint': {},
  exception: { description: 'Paused on exception' },
  'debugger statement': { reason: 'pause', description: 'Paused on debugger statement' },
  event: {},
  start: { reason: 'entry', description: 'The run begins here' },
  end: { description: 'The run is over: step back, or continue to end the session' },
};

export function describeStop(session: Session, { reason, detail, ids }: Stop) {
  const word = words[reason];
  const description = reason === 'event' ? stoppedAt(session, ids) : word.description;
  const ending = reason === 'end' ? session.recorded?.summary.message : undefined;
  return {
    reason: word.reason ?? reason,
    ...(description === undefined
      ? {}
      : { description: ending === undefined ? description : `${ending}. ${description}` }),
    ...(detail === undefined ? {} : { text: detail }),
  };
}

/** What the engine or the loop did, in the words of the filter. */
export function stoppedAt(session: Session, ids: readonly number[]): string {
  const condition = session.breakpoints.events.find(({ id }) => ids.includes(id));
  return condition === undefined ? 'Paused' : stopEvents[condition.stopAt];
}
