/** Breakpoints on a variable or property: the run stops where its value changes. */
import { type DataBreakpointCondition, type Moment, noConditions, type ValuePath } from '../protocol/questions.ts';
import { type DataBreakpoint, hitConditionProblem, written } from './breakpoints.ts';
import { DebugError } from './debug-error.ts';
import { childNamed, type FoundChild, variableNamed } from './find-child.ts';
import type { Arguments, Handler } from './requests.ts';
import type { Session } from './session.ts';
import { travel } from './travel.ts';

/** What `dataId` says, as JSON: where the value is that is watched, and what it is called. */
interface Watched {
  readonly moment: Moment;
  readonly path: ValuePath;
  readonly name: string;
}

export const dataBreakpointInfo: Handler<'dataBreakpointInfo'> = async (session, asked) => {
  const { name } = asked;
  const found = await findAsked(session, asked);
  // Editors ask while they open a menu, maybe of a row from the stop before: a refusal would leave them without the menu.
  if (found instanceof DebugError) return { dataId: null, description: found.message };
  if (found === undefined) return { dataId: null, description: `There is no variable ${name} here` };
  const { moment, child } = found;
  const info = await session.ask('dataBreakpointInfo', { moment, path: child.path });
  if (info.problem !== undefined) return { dataId: null, description: info.problem };
  const watched: Watched = { moment, path: child.path, name: info.name };
  return { dataId: JSON.stringify(watched), description: info.name, accessTypes: ['write'], canPersist: false };
};

async function findAsked(
  session: Session,
  { variablesReference, frameId, name }: Arguments<'dataBreakpointInfo'>,
): Promise<FoundChild | DebugError | undefined> {
  try {
    if (variablesReference === undefined || variablesReference === 0)
      return await variableNamed(session, frameId, name);
    return await childNamed(session, session.references.value(variablesReference), name);
  } catch (error) {
    if (error instanceof DebugError) return error;
    throw error;
  }
}

export const setDataBreakpoints: Handler<'setDataBreakpoints'> = (session, { breakpoints }) => {
  const { breakpoints: known } = session;
  const wanted = breakpoints.map((asked): DataBreakpoint | undefined => {
    const watched = watchedBy(asked.dataId);
    if (watched === undefined) return undefined;
    const { moment, path, name } = watched;
    const condition: DataBreakpointCondition = { id: known.newId(), moment, path, ...written(asked) };
    return { condition, name, problem: hitConditionProblem(asked) };
  });
  known.data = wanted.filter((breakpoint) => breakpoint !== undefined);
  return {
    breakpoints: wanted.map((breakpoint) => {
      if (breakpoint === undefined) return { verified: false, message: 'It is not known what this watches' };
      const { condition, problem } = breakpoint;
      return {
        id: condition.id,
        verified: problem === undefined,
        ...(problem === undefined ? {} : { message: problem }),
      };
    }),
  };
};

export const lastChange: Handler<'underhood/lastChange'> = (session, { dataId }) => {
  const watched = watchedBy(dataId);
  if (watched === undefined) throw new DebugError('It is not known what this watches', true);
  const { step, event } = session.moment;
  // What changed just now counts: the stop behind a change is the place at which it is told.
  const moment: Moment = step === undefined ? { event } : { event, step: step + 1 };
  const { path, name } = watched;
  const condition: DataBreakpointCondition = { id: session.breakpoints.newId(), moment: watched.moment, path };
  const conditions = { ...noConditions, data: [condition] };
  travel(
    session,
    async () => {
      const journey = await session.ask('continue', { moment, direction: 'backward', conditions });
      const { stop } = journey;
      // The breakpoint is nobody's: no list shows it.
      const detail = stop.reason === 'start' ? `${name} got its value before the run began` : stop.detail;
      return { ...journey, stop: { ...stop, ids: [], ...(detail === undefined ? {} : { detail }) } };
    },
    { isBackward: true },
  );
};

/** A `dataId` comes back from the client, which may have kept it for long. */
function watchedBy(dataId: string): Watched | undefined {
  try {
    const watched = JSON.parse(dataId) as Partial<Watched>;
    return Array.isArray(watched.path) && typeof watched.moment?.event === 'number' ? (watched as Watched) : undefined;
  } catch {
    return undefined;
  }
}
