/** Runs a row's program as a classic script and reads its variables. */
import { type Isolate, JSObject, lookupOwn, PropertyLookup, type Value } from '../../src/engine/index.ts';
import { defaultEngine, type EngineName } from '../../src/protocol/run.ts';
import { runProgram } from '../unit/run-program.ts';

export interface FinishedScript {
  readonly isolate: Isolate;
  /** What ended it, if an error did. */
  readonly stderr: string;
  /** A variable of the script: let, const and class, or a property of the global object. */
  readonly variable: (name: string) => Value;
}

export function runScript(code: string, engine: EngineName = defaultEngine): FinishedScript {
  const { simulation, stderr } = runProgram(code, { sourceKind: 'script', maxSteps: 100_000_000, engine });
  const { isolate } = simulation.host;
  return { isolate, stderr, variable: (name) => variableOf(isolate, name) };
}

function variableOf(isolate: Isolate, name: string): Value {
  const script = isolate.mainRealm.scriptContextTable.get(name);
  if (script !== undefined) return script.context.slots[script.slot];
  const found = new PropertyLookup();
  if (!lookupOwn(found, isolate.mainRealm.globalObject, name)) throw new Error(`no variable ${name}`);
  return found.value as Value;
}

/** The object that a variable holds. */
export function objectVariable({ variable }: FinishedScript, name: string): JSObject {
  const value = variable(name);
  if (value instanceof JSObject) return value;
  throw new Error(`${name} is ${String(value)}`);
}
