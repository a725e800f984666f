/**
 * When a run comes to places of its scripts. Where a statement begins, the log says it. Other break locations, calls and
 * returns, are instructions: a replay passes over the times in which their function is on top.
 * V8: BreakIterator and BreakLocation in src/debug/debug.h.
 */
import { type BytecodeArray, breakLocationsOf } from '../engine/index.ts';
import { eventTypeIds, type LogChunk } from '../protocol.ts';
import type { Place } from '../questions.ts';
import { type Hits, noHits } from './hits.ts';
import type { RecordedRun } from './recorded-run.ts';

/** Byte offsets of instructions, by the index of their function in the log. */
export type Instructions = ReadonlyMap<number, ReadonlySet<number>>;

export function hitsOfPlace(run: RecordedRun, { script, offset }: Place): Hits {
  const statements = new Map<number, Place>();
  const returning = new Set<number>();
  const instructions = new Map<number, Set<number>>();
  run.simulation.recorder?.functions.forEach(({ bytecode }, index) => {
    if (bytecode === undefined || run.log.functions[index]?.script !== script) return;
    for (const location of locationsIn(bytecode)) {
      const { codeIndex, kind, statement } = location;
      if (location.offset !== offset && statement !== offset) continue;
      if (statement >= 0) statements.set(statement, { script, offset: statement });
      else if (kind === 'return') returning.add(index);
      else {
        const offsets = instructions.get(index) ?? new Set();
        instructions.set(index, offsets.add(bytecode.byteOffsets[codeIndex]!));
      }
    }
  });
  if (statements.size > 0) return hitsOfStatements(run.log, [...statements.values()]);
  return returning.size > 0 ? hitsOfReturns(run.log, returning, offset) : hitsOfInstructions(run, instructions);
}

/** Break locations with where the text of a statement that begins there starts, as the log has it; else -1. */
export function locationsIn(
  bytecode: BytecodeArray,
): (ReturnType<typeof breakLocationsOf>[number] & { readonly statement: number })[] {
  const statements = new Map(bytecode.sourcePositions.map(({ codeIndex, statement }) => [codeIndex, statement]));
  return breakLocationsOf(bytecode)
    .filter(({ kind }) => kind !== 'suspend')
    .map((location) => ({ ...location, statement: statements.get(location.codeIndex) ?? -1 }));
}

/** The statements of `debugger` that may have run. */
export function debuggerStatements(run: RecordedRun): Place[] {
  const { functions = [] } = run.simulation.recorder ?? {};
  return functions.flatMap(({ bytecode, script: { kind } }, index): Place[] => {
    if (bytecode === undefined || kind === 'builtin') return [];
    const { script } = run.log.functions[index]!;
    const locations = locationsIn(bytecode).filter((location) => location.kind === 'debugger');
    return locations.map(({ statement }) => ({ script, offset: statement }));
  });
}

/** A frame returns by the bytecode before the event. */
function hitsOfReturns(log: LogChunk, functions: ReadonlySet<number>, offset: number): Hits {
  const { type, step, position, a } = log;
  const positions: number[] = [];
  for (let event = 0; event < type.length; event++)
    if (type[event] === eventTypeIds.return && position[event] === offset && functions.has(a[event]!))
      positions.push(step[event]! - 1);
  return { positions };
}

/** Every time that a statement begins at one of the places; in functions of which `isWanted` says so. */
export function hitsOfStatements(
  log: LogChunk,
  places: readonly Place[],
  isWanted: (functionIndex: number) => boolean = () => true,
): Hits {
  if (places.length === 0) return noHits;
  const flags = new Map<number, Uint8Array>();
  for (const { script, offset } of places) {
    const known = flags.get(script);
    const own = new Uint8Array(Math.max(offset + 1, known?.length ?? 0));
    if (known !== undefined) own.set(known);
    own[offset] = 1;
    flags.set(script, own);
  }
  const nowhere = new Uint8Array();
  const byFunction = log.functions.map(({ script }, index) => (isWanted(index) ? flags.get(script) : undefined));
  const { type, step, position, a } = log;
  const { statement } = eventTypeIds;
  const positions: number[] = [];
  const stack: number[] = [];
  let wanted: Uint8Array = nowhere;
  for (let event = 0; event < type.length; event++) {
    const kind = type[event]!;
    if (kind === statement) {
      if (wanted[position[event]!] === 1) positions.push(step[event]!);
    } else if (moveOnStack(stack, kind, a[event]!)) {
      wanted = byFunction[stack.at(-1) ?? -1] ?? nowhere;
    }
  }
  return { positions };
}

/** What an event does to the stack of functions. False: nothing. */
export function moveOnStack(stack: number[], type: number, a: number): boolean {
  if (type === eventTypeIds.call) stack.push(a);
  else if (type === eventTypeIds.return || type === eventTypeIds.suspend || type === eventTypeIds.unwind) stack.pop();
  else if (type === eventTypeIds.turnStart || type === eventTypeIds.turnEnd) stack.length = 0;
  else return false;
  return true;
}

/** Every time that one of the instructions is next. */
export function hitsOfInstructions(run: RecordedRun, instructions: Instructions): Hits {
  const times = timesOnTop(run.log, (index) => instructions.has(index));
  const positions: number[] = [];
  const { recorder } = run.simulation;
  let next = 0;
  const first = times[0]?.first;
  if (first === undefined) return noHits;
  run.replayer.walk(first, ({ host: { isolate } }) => {
    const { steps, currentFrame } = isolate;
    if (currentFrame !== undefined) {
      const { shared, bytecode, pc } = currentFrame;
      if (instructions.get(recorder!.functionIndex(shared))?.has(bytecode.byteOffsets[pc]!) === true)
        positions.push(steps);
    }
    while (next < times.length && times[next]!.last <= steps) next++;
    const time = times[next];
    return time && Math.max(time.first, steps + 1);
  });
  return { positions };
}

/** Boundaries from the first to the last, both included, at which a function that is wanted is on top. */
export function timesOnTop(
  log: LogChunk,
  isWanted: (functionIndex: number) => boolean,
): { readonly first: number; readonly last: number }[] {
  const wanted = log.functions.map((_info, index) => isWanted(index));
  const times: { first: number; last: number }[] = [];
  const stack: number[] = [];
  let since = -1;
  for (let event = 0; event < log.type.length; event++) {
    if (!moveOnStack(stack, log.type[event]!, log.a[event]!)) continue;
    const step = log.step[event]!;
    // What changes the stack comes of the bytecode before: at the boundary before that, the old frame was on top.
    if (since >= 0 && step > since) times.push({ first: since, last: step - 1 });
    since = wanted[stack.at(-1) ?? -1] === true ? step : -1;
  }
  // The run was stopped in it.
  if (since >= 0) times.push({ first: since, last: since + largestRest });
  return times;
}

/** More than any run has: the replay ends with it. */
const largestRest = 2 ** 40;
