/**
 * When a run comes to places of its scripts. Where a statement begins, the log says it. Other break locations, calls and
 * returns, are instructions: a replay passes over the times in which their function is on top.
 * V8: BreakIterator and BreakLocation in src/debug/debug.h.
 */
import { type BytecodeArray, breakLocationsOf, instructionsOf } from '../../engine/index.ts';
import { eventTypeIds } from '../../protocol/events.ts';
import type { LogChunk } from '../../protocol/log.ts';
import type { Place } from '../../protocol/questions.ts';
import { timesOnTop } from './activation.ts';
import { type Hits, noHits } from './hits.ts';
import { moveOnStack } from '../log/log-stack.ts';
import type { RecordedRun } from '../recorded-run.ts';

/** Byte offsets of instructions, by the index of their function in the log. */
export type Instructions = ReadonlyMap<number, ReadonlySet<number>>;

/** For each place its hits. What needs a replay is had by one for all of them. */
export function hitsOfPlaces(run: RecordedRun, places: readonly Place[]): Hits[] {
  const found = places.map((place) => locationsAt(run, place));
  const all = new Map<number, Set<number>>();
  for (const { instructions } of found) {
    for (const [index, offsets] of instructions) {
      const known = all.get(index) ?? new Set<number>();
      for (const offset of offsets) known.add(offset);
      all.set(index, known);
    }
  }
  const visited = visitInstructions(run, all);
  return found.map(({ statements, returning, instructions }, index) => {
    const { log } = run;
    return allOf([
      ...(statements.length > 0 ? [hitsOfStatements(log, statements)] : []),
      ...(returning.size > 0 ? [hitsOfReturns(log, returning, places[index]!.offset)] : []),
      ...(instructions.size > 0 ? [hitsAmong(visited, instructions)] : []),
    ]);
  });
}

/** Several functions can have code at one place: a class's and that of its fields. */
function allOf(kinds: readonly Hits[]): Hits {
  if (kinds.length <= 1) return kinds[0] ?? noHits;
  const positions = new Set(kinds.flatMap((hits) => hits.positions));
  return { positions: [...positions].sort((a, b) => a - b) };
}

interface PlaceLocations {
  /** As the log tells of them. */
  readonly statements: readonly Place[];
  /** Functions that return there. */
  readonly returning: ReadonlySet<number>;
  readonly instructions: Instructions;
}

/** What of the code that ran stands at the place; if nothing does, the statement whose text starts there. */
function locationsAt(run: RecordedRun, { script, offset }: Place): PlaceLocations {
  const own = run.simulation.recorder!.functions.flatMap(({ bytecode }, index) =>
    bytecode === undefined || run.log.functions[index]?.script !== script
      ? []
      : locationsIn(bytecode).map((location) => ({ ...location, index, bytecode })),
  );
  const exact = firstOfEachFunction(own.filter((location) => location.offset === offset));
  const locations = exact.length > 0 ? exact : own.filter(({ statement }) => statement === offset);
  const statements = new Set<number>();
  const returning = new Set<number>();
  const instructions = new Map<number, Set<number>>();
  for (const { index, bytecode, codeIndex, kind, statement } of locations) {
    if (statement >= 0) statements.add(statement);
    else if (kind === 'return' && hasOneReturn(bytecode, offset)) returning.add(index);
    else {
      const offsets = instructions.get(index) ?? new Set();
      instructions.set(index, offsets.add(bytecode.byteOffsets[codeIndex]!));
    }
  }
  return { statements: [...statements].map((start) => ({ script, offset: start })), returning, instructions };
}

/** What a `finally` puts off returns by an instruction without a place of its own: the log has it at the place before. */
function hasOneReturn(bytecode: BytecodeArray, offset: number): boolean {
  return instructionsOf(bytecode).filter(({ text, position }) => position === offset && text === 'Return').length === 1;
}

/** As V8 does: where a function has several break locations at one place, the first in its code stops. */
function firstOfEachFunction<Location extends { readonly index: number }>(locations: readonly Location[]): Location[] {
  return locations.filter(({ index }, at) => locations[at - 1]?.index !== index);
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
  isWanted?: (functionIndex: number) => boolean,
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
  const byFunction = log.functions.map(({ script }, index) =>
    isWanted?.(index) === false ? undefined : flags.get(script),
  );
  const { type, step, position, a } = log;
  const { statement } = eventTypeIds;
  const positions: number[] = [];
  const only = isWanted === undefined ? onlyScript(log) : undefined;
  if (only !== undefined) {
    // Whichever function is on top, its statements are of this script.
    const own = flags.get(only) ?? nowhere;
    for (let event = 0; event < type.length; event++)
      if (type[event] === statement && own[position[event]!] === 1) positions.push(step[event]!);
    return { positions };
  }
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

/** The script of all functions that have statements, if it is one. */
function onlyScript({ functions }: LogChunk): number | undefined {
  const scripts = new Set(functions.filter(({ kind }) => kind !== 'builtin').map(({ script }) => script));
  return scripts.size === 1 ? [...scripts][0] : undefined;
}

/** Every time that one of the instructions is next. */
export function hitsOfInstructions(run: RecordedRun, instructions: Instructions): Hits {
  return hitsAmong(visitInstructions(run, instructions), instructions);
}

/** A boundary before one of the instructions that were asked for. */
interface Visit {
  readonly position: number;
  readonly functionIndex: number;
  readonly byteOffset: number;
}

function visitInstructions(run: RecordedRun, instructions: Instructions): Visit[] {
  const { log } = run;
  const times = instructions.size === 0 ? [] : timesOnTop(log, 0, (call) => instructions.has(log.a[call]!));
  const visits: Visit[] = [];
  const { recorder } = run.simulation;
  let next = 0;
  const first = times[0]?.first;
  if (first === undefined) return visits;
  run.replayer.walk(first, ({ host: { isolate } }) => {
    const { steps, currentFrame } = isolate;
    if (currentFrame !== undefined) {
      const { shared, bytecode, pc } = currentFrame;
      const functionIndex = recorder!.functionIndex(shared);
      const byteOffset = bytecode.byteOffsets[pc]!;
      if (instructions.get(functionIndex)?.has(byteOffset) === true)
        visits.push({ position: steps, functionIndex, byteOffset });
    }
    while (next < times.length && times[next]!.last <= steps) next++;
    const time = times[next];
    return time && Math.max(time.first, steps + 1);
  });
  return visits;
}

function hitsAmong(visits: readonly Visit[], instructions: Instructions): Hits {
  const own = visits.filter(
    ({ functionIndex, byteOffset }) => instructions.get(functionIndex)?.has(byteOffset) === true,
  );
  return { positions: own.map(({ position }) => position) };
}
