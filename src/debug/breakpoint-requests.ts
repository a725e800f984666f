/** Breakpoints in lines, on functions, and on what the engine does. DAP: each request replaces what the last one of its kind set. */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { type EventCondition, type StopEvent, stopEvents } from '../protocol/questions.ts';
import { type LineBreakpoint, written } from './breakpoints.ts';
import type { Handler } from './requests.ts';
import { functionBody, lineBody, placesBetween, resolveFunction, resolveLine } from './resolve.ts';

export const setBreakpoints: Handler<'setBreakpoints'> = async (session, { source, breakpoints = [] }) => {
  const { breakpoints: known } = session;
  const wanted = breakpoints.map((asked): LineBreakpoint => ({
    id: known.newId(),
    source,
    asked,
    place: undefined,
    problem: undefined,
  }));
  known.lines = [...known.lines.filter((breakpoint) => !isSameSource(breakpoint.source, source)), ...wanted];
  await known.resolving(forEach(wanted, (breakpoint) => resolveLine(session, breakpoint)));
  return { breakpoints: wanted.map((breakpoint) => lineBody(session, breakpoint)) };
};

export const setFunctionBreakpoints: Handler<'setFunctionBreakpoints'> = async (session, { breakpoints }) => {
  const { breakpoints: known } = session;
  known.functions = breakpoints.map((asked) => ({ id: known.newId(), asked, problem: undefined }));
  const wanted = known.functions;
  await known.resolving(forEach(wanted, (breakpoint) => resolveFunction(session, breakpoint)));
  return { breakpoints: wanted.map(functionBody) };
};

export const setExceptionBreakpoints: Handler<'setExceptionBreakpoints'> = (session, { filters, filterOptions }) => {
  const { breakpoints: known } = session;
  const asked: readonly Dap.ExceptionFilterOptions[] = [
    ...filters.map((filterId) => ({ filterId })),
    ...(filterOptions ?? []),
  ];
  const events: EventCondition[] = [];
  const bodies = asked.map(({ filterId, condition }): Dap.Breakpoint => {
    if (!isStopEvent(filterId)) return { verified: false, message: `Underhood has no filter ${filterId}` };
    const id = known.newId();
    events.push({ id, stopAt: filterId, ...written({ condition }) });
    return { id, verified: true };
  });
  known.events = events;
  return { breakpoints: bodies };
};

export const breakpointLocations: Handler<'breakpointLocations'> = async (session, asked) => {
  const { sources } = session;
  const script = sources.scriptOf(asked.source);
  if (script === undefined) return { breakpoints: [] };
  const start = sources.offsetAt(script, asked.line, asked.column);
  const lastLine = asked.endLine ?? asked.line;
  const end =
    asked.endColumn === undefined
      ? sources.lineAt(script, lastLine).end
      : sources.offsetAt(script, lastLine, asked.endColumn) + 1;
  const places = await placesBetween(session, script, start, end);
  return { breakpoints: places.map((place) => sources.positionAt(place)) };
};

async function forEach<Item>(items: readonly Item[], act: (item: Item) => void | Promise<void>): Promise<void> {
  for (const item of items) await act(item);
}

function isStopEvent(filter: string): filter is StopEvent {
  return Object.hasOwn(stopEvents, filter);
}

function isSameSource(one: Dap.Source, other: Dap.Source): boolean {
  const reference = one.sourceReference ?? 0;
  return reference === (other.sourceReference ?? 0) && (reference > 0 || one.path === other.path);
}
