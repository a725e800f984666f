/**
 * When functions of a name are entered: those of the program at their first break location, as `debug(fn)` of the inspector's
 * command line does it, builtins where they are called. V8: Debug::SetBreakpointForFunction in src/debug/debug.cc.
 */
import {
  type AnyNode,
  type BytecodeArray,
  FunctionData,
  type Isolate,
  JSObject,
  keyFromString,
  lookupOwn,
  PropertyLookup,
  type SharedFunctionInfo,
} from '../../engine/index.ts';
import { eventTypeIds } from '../../protocol/events.ts';
import type { Place } from '../../protocol/questions.ts';
import { namesOfFunctions } from './function-names.ts';
import { type Hits, noHits } from './hits.ts';
import { moveOnStack } from '../log/log-stack.ts';
import { hitsOfStatements, locationsIn } from './place-hits.ts';
import type { RecordedRun } from '../recorded-run.ts';

/** `area`, `Shape.area` for what is written in a class, an object or after `Shape.prototype.area =`; `Math.max`. */
export function hitsOfFunction(run: RecordedRun, name: string): Hits {
  const wanted = new Set<number>();
  const places: Place[] = [];
  const isNamed = namedAs(name);
  run.simulation.recorder?.functions.forEach((shared, index) => {
    const offset = shared.bytecode && firstStatement(shared.bytecode);
    if (offset === undefined || shared.script.kind === 'builtin' || !isNamed(shared)) return;
    wanted.add(index);
    places.push({ script: run.log.functions[index]!.script, offset });
  });
  if (wanted.size > 0) return hitsOfStatements(run.log, places, (index) => wanted.has(index));
  return hitsOfBuiltin(run, name);
}

function namedAs(name: string): (shared: SharedFunctionInfo) => boolean {
  const names = new Map<object, ReadonlyMap<unknown, string>>();
  return (shared) => {
    if (shared.name === name) return true;
    const { root } = shared.script;
    if (!name.includes('.') || root === undefined) return false;
    let known = names.get(root);
    if (known === undefined) names.set(root, (known = namesOfFunctions(root as AnyNode)));
    return known.get(shared.literal.node) === name;
  };
}

/** V8 takes the break location that stands first in the text. */
function firstStatement(bytecode: BytecodeArray): number | undefined {
  const locations = locationsIn(bytecode).filter(({ statement }) => statement >= 0);
  if (locations.length === 0) return undefined;
  return locations.reduce((first, location) => (location.offset < first.offset ? location : first)).statement;
}

// ---------------------------------------------------------------------------------------------------------------------

function hitsOfBuiltin(run: RecordedRun, name: string): Hits {
  const data = builtinOf(run.simulation.host.isolate, name);
  if (data === undefined) return noHits;
  const { shared } = data;
  if (shared === undefined) return data.native === undefined ? noHits : hitsOfNative(run, name);
  return shared.script.kind === 'builtin' ? hitsOfSelfHosted(run, shared) : noHits;
}

/** What a path from the global object leads to, without running anything. */
function builtinOf(isolate: Isolate, name: string): FunctionData | undefined {
  const found = new PropertyLookup();
  let value: unknown = isolate.mainRealm.globalObject;
  for (const part of name.split('.')) {
    if (!(value instanceof JSObject) || !lookupOwn(found, value, keyFromString(part))) return undefined;
    ({ value } = found);
  }
  return value instanceof JSObject && value.internal instanceof FunctionData ? value.internal : undefined;
}

/** Natives have no frame: a replay has one of its own in the place of this. */
function hitsOfNative(run: RecordedRun, name: string): Hits {
  const positions: number[] = [];
  run.replayer.walk(
    Infinity,
    () => undefined,
    ({ host: { isolate } }) => {
      const data = builtinOf(isolate, name);
      const native = data?.native;
      if (data === undefined || native === undefined) return;
      data.native = (...call) => {
        const position = isolate.steps - 1;
        const caller = isolate.currentFrame?.shared.script.kind;
        if (caller !== undefined && caller !== 'builtin' && positions.at(-1) !== position) positions.push(position);
        return native(...call);
      };
    },
  );
  return { positions };
}

/** Builtins that are written in JavaScript have frames, which the log tells of. */
function hitsOfSelfHosted(run: RecordedRun, shared: SharedFunctionInfo): Hits {
  const { log } = run;
  const index = run.simulation.recorder!.functionIndex(shared);
  const positions: number[] = [];
  const stack: number[] = [];
  for (let event = 0; event < log.type.length; event++) {
    const type = log.type[event]!;
    const caller = stack.at(-1) ?? -1;
    if (!moveOnStack(stack, type, log.a[event]!) || type !== eventTypeIds.call || log.a[event] !== index) continue;
    const position = log.step[event]! - 1;
    const isOfProgram = caller >= 0 && log.functions[caller]?.kind !== 'builtin';
    if (isOfProgram && positions.at(-1) !== position) positions.push(position);
  }
  return { positions };
}
