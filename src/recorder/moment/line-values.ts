/**
 * What the names of each line held when the line was done, the last time that it ran up to an event. The log says where
 * those moments are; one replay that stops at each of them reads the values.
 */
import {
  type AnyNode,
  type Context,
  type Frame,
  FunctionData,
  type Isolate,
  JSObject,
  theHole,
  type Value,
  type Variable,
  variableValue,
} from '../../engine/index.ts';
import { lineAt, lineStartsOf } from '../../line-starts.ts';
import { CallFlag, eventTypeIds } from '../../protocol/events.ts';
import type { LogChunk } from '../../protocol/log.ts';
import type { ValueAnnotation } from '../../protocol/questions.ts';
import { moveOnStack } from '../log/log-stack.ts';
import { namesIn, type NamedPlace } from './line-names.ts';
import type { RecordedRun } from '../recorded-run.ts';
import { preview } from '../log/value-preview.ts';

/** A statement that ran, and the moment at which it was done. */
interface Visit {
  readonly offset: number;
  readonly line: number;
  readonly functionIndex: number;
  /** That of the frame; another after an await. */
  depth: number;
  /** Bytecodes that had run; while it is not done, those at the event. */
  doneAt: number;
}

export function lineValuesOf(run: RecordedRun, script: number, event: number): ValueAnnotation[] {
  const text = textOf(run, script);
  if (text === undefined) return [];
  const lines = lineStartsOf(text);
  const lastByLine = lastVisits(run.log, script, event, lines);
  const visits = lastByLine
    .flatMap(({ before, last }) => (before === undefined ? [last] : [before, last]))
    .sort((a, b) => a.doneAt - b.doneAt);
  let names: ReadonlyMap<number, readonly NamedPlace[]> | undefined;
  const values = new Map<Visit, ReadonlyMap<string, string>>();
  const read = (isolate: Isolate, visit: Visit): void => {
    const frame = isolate.frames()[visit.depth];
    if (frame === undefined || run.simulation.recorder?.functionIndex(frame.shared) !== visit.functionIndex) return;
    const start = run.log.functions[visit.functionIndex]!.start;
    names ??= namesByLine(frame.shared.script.root as AnyNode, lines);
    const here = (names.get(visit.line) ?? []).filter(({ functionStart }) => functionStart === start);
    values.set(visit, valuesOf(isolate, frame, here));
  };
  let next = 0;
  const readAll = (isolate: Isolate): number | undefined => {
    while (next < visits.length && visits[next]!.doneAt <= isolate.steps) read(isolate, visits[next++]!);
    return visits[next]?.doneAt;
  };
  // What a limit stopped is done where the run is left.
  if (visits.length > 0) readAll(run.replayer.walk(visits[0]!.doneAt, ({ host }) => readAll(host.isolate)));
  return lastByLine
    .map(({ before, last }) => {
      const old = before === undefined ? undefined : values.get(before);
      const merged = new Map([...(old ?? []), ...(values.get(last) ?? [])]);
      return { offset: last.offset, values: [...merged].map(([name, value]) => ({ name, value })) };
    })
    .filter((line) => line.values.length > 0)
    .sort((a, b) => a.offset - b.offset);
}

function valuesOf(isolate: Isolate, frame: Frame, names: readonly NamedPlace[]): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  for (const { variable } of names) {
    const context = contextOf(isolate, frame, variable);
    if (variable.location === 'context' && context === undefined) continue;
    const found = variableValue(isolate, frame, variable, context);
    if (found !== undefined && found.value !== theHole && !isFunction(found.value))
      result.set(variable.name, preview(found.value));
  }
  return result;
}

/** The names of a line may be of functions around, whose contexts the frame's own leads to. */
function contextOf(isolate: Isolate, frame: Frame, variable: Variable): Context | undefined {
  if (variable.isScriptContextVariable) return isolate.realm.scriptContextTable.get(variable.name)?.context;
  for (let context = frame.context; context !== undefined; context = context.previous)
    if (context.scopeInfo.scope === variable.scope) return context;
  return undefined;
}

interface OpenFrame {
  readonly functionIndex: number;
  /** The statement that is not done. */
  open: Visit | undefined;
}

/** The last time that a line ran, and the time before: a loop's head runs once more to find that it is at its end. */
interface LastVisits {
  readonly before: Visit | undefined;
  readonly last: Visit;
}

function lastVisits(log: LogChunk, script: number, until: number, lines: readonly number[]): LastVisits[] {
  const visits = new Map<number, LastVisits>();
  const stack: OpenFrame[] = [];
  /** Statements that wait in a kept frame, by its id. */
  const suspended = new Map<number, Visit>();
  const end = Math.min(until, log.type.length - 1);
  const now = log.step[end] ?? 0;
  for (let event = 0; event <= end; event++) {
    const type = log.type[event]!;
    const top = stack.at(-1);
    let called: OpenFrame | undefined;
    switch (type) {
      case eventTypeIds.statement: {
        if (top === undefined || log.functions[top.functionIndex]?.script !== script) break;
        if (top.open !== undefined) top.open.doneAt = log.step[event]!;
        const offset = log.position[event]!;
        const line = lineAt(lines, offset);
        top.open = { offset, line, functionIndex: top.functionIndex, depth: stack.length - 1, doneAt: now };
        visits.set(line, { before: visits.get(line)?.last, last: top.open });
        break;
      }
      case eventTypeIds.call: {
        const isResumed = (log.b[event]! & CallFlag.resume) !== 0;
        const open = isResumed ? suspended.get(log.b[event]! >> 8) : undefined;
        if (open !== undefined) {
          open.depth = stack.length;
          open.doneAt = now;
        }
        called = { functionIndex: log.a[event]!, open };
        break;
      }
      case eventTypeIds.suspend:
        if (top?.open !== undefined) {
          top.open.doneAt = log.step[event]! - 1;
          suspended.set(log.c[event]!, top.open);
        }
        break;
      case eventTypeIds.return:
      case eventTypeIds.unwind:
        // The frame is left by the bytecode that the event counts: before it, its variables are as they were left.
        if (top?.open !== undefined) top.open.doneAt = log.step[event]! - 1;
        break;
    }
    moveOnStack(stack, type, called);
  }
  return [...visits.values()];
}

/** By line, each name once for each function. */
function namesByLine(program: AnyNode, lines: readonly number[]): ReadonlyMap<number, NamedPlace[]> {
  const result = new Map<number, NamedPlace[]>();
  for (const place of namesIn(program)) {
    const line = lineAt(lines, place.offset);
    const here = result.get(line) ?? [];
    result.set(line, here);
    if (
      !here.some(({ variable, functionStart }) => variable === place.variable && functionStart === place.functionStart)
    )
      here.push(place);
  }
  return result;
}

function isFunction(value: Value): boolean {
  return value instanceof JSObject && value.internal instanceof FunctionData;
}

function textOf({ simulation }: RecordedRun, script: number): string | undefined {
  const info = simulation.log.scripts[script];
  return info?.kind === 'main' ? simulation.options.source : info?.source;
}
