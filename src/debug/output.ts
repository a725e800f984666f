/** What the client's console shows: the program's lines as far as the run was looked at, logpoints, and what we say ourselves. */
import type { Answer, Journey, Place } from '../protocol/questions.ts';
import type { Session } from './session.ts';

type Category = 'console' | 'stdout' | 'stderr';

/** Beyond every event of a run. */
export const wholeRun = Number.MAX_SAFE_INTEGER;

export function tell(session: Session, text: string, category: Category = 'console', place?: Place): void {
  const location = place && session.sources.locationAt(place);
  session.emit('output', { category, output: `${text}\n`, ...location });
}

/** The program's lines that the client has not seen yet, and what logpoints said, in the order of the run. */
export async function printUpTo(session: Session, event: number, logs: Journey['logs'] = []): Promise<void> {
  const after = session.printedUpTo;
  let lines: Answer<'console'>['lines'] = [];
  if (event > after) {
    // First of all, so that whoever asks meanwhile does not print them too.
    session.printedUpTo = event;
    ({ lines } = await session.ask('console', { after, upTo: event }));
  }
  const printed = lines.map((line) => ({
    ...line,
    category: line.isError ? ('stderr' as const) : ('stdout' as const),
  }));
  const logged = logs.map(({ moment, text, place }) => ({
    event: moment.event,
    text,
    place,
    category: 'console' as const,
  }));
  for (const { text, category, place } of [...printed, ...logged].sort((one, other) => one.event - other.event))
    tell(session, text, category, place);
}

/** Conditions that could not be evaluated, each once. */
export function tellProblems(session: Session, problems: Journey['problems']): void {
  for (const { id, message } of problems) {
    const key = `${id} ${message}`;
    if (session.toldProblems.has(key)) continue;
    session.toldProblems.add(key);
    const { what, place } = session.breakpoints.describe(session, id);
    tell(session, `${what}: ${message}`, 'stderr', place);
  }
}
