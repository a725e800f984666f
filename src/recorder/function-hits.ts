/**
 * When functions of a name are entered: at their first break location, as `debug(fn)` of the inspector's command line does it.
 * V8: Debug::SetBreakpointForFunction in src/debug/debug.cc.
 */
import type { BytecodeArray, SharedFunctionInfo } from '../engine/index.ts';
import type { Place } from '../questions.ts';
import { type Hits, noHits } from './hits.ts';
import { hitsOfStatements } from './place-hits.ts';
import type { RecordedRun } from './recorded-run.ts';

/** `area`, or `Shape.area` for what is written in a class, an object or after `Shape.prototype.area =`. */
export function hitsOfFunction(run: RecordedRun, name: string): Hits {
  const { functions = [] } = run.simulation.recorder ?? {};
  const wanted = new Set<number>();
  const places: Place[] = [];
  functions.forEach((shared, index) => {
    const offset = shared.bytecode && firstStatement(shared.bytecode);
    if (offset === undefined || shared.script.kind === 'builtin' || !isNamed(shared, name)) return;
    wanted.add(index);
    places.push({ script: run.log.functions[index]!.script, offset });
  });
  return wanted.size === 0 ? noHits : hitsOfStatements(run.log, places, (index) => wanted.has(index));
}

function isNamed(shared: SharedFunctionInfo, name: string): boolean {
  return shared.name === name;
}

function firstStatement({ sourcePositions }: BytecodeArray): number | undefined {
  const offsets = sourcePositions.filter(({ isStatement }) => isStatement).map(({ offset }) => offset);
  return offsets.length === 0 ? undefined : Math.min(...offsets);
}
