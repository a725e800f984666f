/**
 * Where breakpoints are in the recorded run. V8: Debug::SetBreakpoint; a line without code moves to the next place in the same
 * function, as there.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import type { BreakLocation, Place } from '../protocol/questions.ts';
import { type FunctionBreakpoint, hitConditionProblem, type LineBreakpoint } from './breakpoints.ts';
import type { Session } from './session.ts';

/** All of them, for a run that was recorded now; the client hears of those that look different. */
export async function resolveBreakpoints(session: Session): Promise<void> {
  const { lines, functions } = session.breakpoints;
  for (const breakpoint of lines) {
    const before = JSON.stringify(lineBody(session, breakpoint));
    await resolveLine(session, breakpoint);
    const body = lineBody(session, breakpoint);
    if (JSON.stringify(body) !== before) session.emit('breakpoint', { reason: 'changed', breakpoint: body });
  }
  for (const breakpoint of functions) {
    const before = breakpoint.problem;
    await resolveFunction(session, breakpoint);
    if (breakpoint.problem !== before)
      session.emit('breakpoint', { reason: 'changed', breakpoint: functionBody(breakpoint) });
  }
}

export async function resolveLine(session: Session, breakpoint: LineBreakpoint): Promise<void> {
  breakpoint.place = undefined;
  breakpoint.problem = hitConditionProblem(breakpoint.asked);
  if (breakpoint.problem !== undefined) return;
  if (session.recorded === undefined) {
    breakpoint.problem = 'The program has not run yet';
    return;
  }
  const { sources } = session;
  const script = sources.scriptOf(breakpoint.source);
  if (script === undefined) {
    breakpoint.problem = 'The run has not loaded this file';
    return;
  }
  const { line, column } = breakpoint.asked;
  const { end } = sources.lineAt(script, line);
  const start = sources.offsetAt(script, line, column);
  const locations = (await locationsIn(session, script)).filter(({ offset }) => offset >= start);
  const location = locations.find(({ offset }) => offset < end) ?? nextInFunction(locations, start);
  breakpoint.place = location && { script, offset: location.offset };
  if (location === undefined) breakpoint.problem = 'This line has no code that runs';
}

/** The next location that belongs to the innermost function around the offset; V8 looks no further either. */
function nextInFunction(locations: readonly BreakLocation[], offset: number): BreakLocation | undefined {
  const size = ({ functionStart, functionEnd }: BreakLocation): number => functionEnd - functionStart;
  return locations
    .filter(({ functionStart, functionEnd }) => functionStart <= offset && offset < functionEnd)
    .sort((one, other) => size(one) - size(other) || one.offset - other.offset)[0];
}

export async function resolveFunction(session: Session, breakpoint: FunctionBreakpoint): Promise<void> {
  const name = breakpoint.asked.name.trim();
  breakpoint.problem = hitConditionProblem(breakpoint.asked);
  if (breakpoint.problem !== undefined || session.recorded === undefined) return;
  // Methods are known by their class, too: `Point.move`.
  const isKnown = session.program.functions.some(
    (info) => name === info.name || (info.name !== '' && name.endsWith(`.${info.name}`)),
  );
  if (!isKnown && !(await isGlobalFunction(session, name))) breakpoint.problem = `No function called ${name} runs`;
}

/** Builtins are known by their path: `Math.max`. */
async function isGlobalFunction(session: Session, name: string): Promise<boolean> {
  if (!/^[\w$]+(?:\.[\w$]+)*$/.test(name)) return false;
  const answer = await session.ask('evaluate', { moment: { event: 0 }, frame: -1, expression: `typeof ${name}` });
  return 'evaluation' in answer && answer.evaluation.value.value === "'function'";
}

export function lineBody(session: Session, { id, source, asked, place, problem }: LineBreakpoint): Dap.Breakpoint {
  const at = place && session.sources.positionAt(place);
  return {
    id,
    verified: problem === undefined && place !== undefined,
    source,
    line: at?.line ?? asked.line,
    ...(at === undefined ? {} : { column: at.column }),
    ...(problem === undefined ? {} : { message: problem, reason: reasonOf(session) }),
  };
}

export function functionBody({ id, problem }: FunctionBreakpoint): Dap.Breakpoint {
  return { id, verified: problem === undefined, ...(problem === undefined ? {} : { message: problem }) };
}

/** DAP: `pending` may still be found, `failed` not. */
function reasonOf(session: Session): 'pending' | 'failed' {
  return session.recorded === undefined ? 'pending' : 'failed';
}

/** Where a breakpoint can stand between two offsets. */
export async function placesBetween(session: Session, script: number, start: number, end: number): Promise<Place[]> {
  const locations = await locationsIn(session, script);
  const offsets = locations.map(({ offset }) => offset).filter((offset) => start <= offset && offset < end);
  return [...new Set(offsets)].map((offset) => ({ script, offset }));
}

/** All of a script, asked for once: a file can have many breakpoints, and editors ask for each line. */
async function locationsIn(session: Session, script: number): Promise<readonly BreakLocation[]> {
  const { breakLocations, sources } = session;
  let known = breakLocations.get(script);
  if (known === undefined) {
    known = session.ask('breakLocations', { script, start: 0, end: sources.lengthOf(script) + 1 });
    breakLocations.set(script, known);
  }
  return (await known).locations;
}
