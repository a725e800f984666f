/**
 * Where the functions of a script can be stopped at, those that were never called too: their code is made anew and thrown away,
 * which the recorded run does not notice. V8: Debug::GetPossibleBreakpoints in src/debug/debug.cc.
 */
import { breakLocationsOf, compileFunction, innerFunctions, type SharedFunctionInfo } from '../../engine/index.ts';
import type { BreakLocation } from '../../protocol/questions.ts';
import type { RecordedRun } from '../recorded-run.ts';

/** In the order of their offsets. */
export function breakLocationsIn(run: RecordedRun, script: number, start: number, end: number): BreakLocation[] {
  const root = outermostFunction(run, script);
  if (root === undefined) return [];
  const locations: BreakLocation[] = [];
  for (const shared of functionsIn(root)) {
    if (shared.start >= end || shared.end < start) continue;
    const functionIndex = run.simulation.recorder!.functionIndex(shared);
    for (const { offset, kind } of breakLocationsOf(compileFunction(shared))) {
      if (kind === 'suspend' || offset < start || offset >= end) continue;
      locations.push({ script, offset, kind, functionIndex, functionStart: shared.start, functionEnd: shared.end });
    }
  }
  return withoutDoubles(locations.sort((one, other) => one.offset - other.offset));
}

/** Where a statement begins with a call it is a call; where code stands twice, as that of finally blocks does, the last counts. */
function withoutDoubles(locations: readonly BreakLocation[]): BreakLocation[] {
  const kept: BreakLocation[] = [];
  for (const location of locations) {
    if (kept.at(-1)?.offset !== location.offset) kept.push(location);
    else if (location.kind !== 'statement') kept[kept.length - 1] = location;
  }
  return kept;
}

/** A function and all that are written in it. */
function functionsIn(outer: SharedFunctionInfo): SharedFunctionInfo[] {
  const found = new Set([outer]);
  for (const shared of found)
    for (const inner of innerFunctions(compileFunction(shared))) if (inner.script === shared.script) found.add(inner);
  return [...found];
}

/** The function that all others of a script are in: the script itself, once that has run. */
export function outermostFunction({ simulation }: RecordedRun, script: number): SharedFunctionInfo | undefined {
  const { recorder } = simulation;
  let outermost: SharedFunctionInfo | undefined;
  recorder?.functions.forEach((shared, index) => {
    if (recorder.log.functions[index]!.script !== script) return;
    if (outermost === undefined || shared.end - shared.start > outermost.end - outermost.start) outermost = shared;
  });
  return outermost;
}
