// A log written by hand: what a run would have recorded, event by event.
import { eventTypeIds } from '../../../src/protocol/events.ts';
import type { EventType } from '../../../src/protocol/events.ts';
import type { FunctionInfo, LogChunk, ScriptInfo } from '../../../src/protocol/log.ts';
import { argumentsKindNames, deleteEffectNames, forInPathNames } from '../../../src/protocol/events.ts';
import type { ExampleEvent } from '../../../src/hazards/define-hazard.ts';

export interface Row {
  readonly event: EventType;
  readonly position?: number;
  readonly a?: number;
  readonly b?: number;
  readonly text?: string;
}

export interface LogTables {
  readonly functions?: readonly FunctionInfo[];
  readonly scripts?: readonly ScriptInfo[];
  readonly start?: number;
}

export const mainScript: ScriptInfo = { name: 'example.js', kind: 'main' };

export function logOf(
  rows: readonly Row[],
  { functions = [], scripts = [mainScript], start = 0 }: LogTables = {},
): LogChunk {
  const texts = rows.map(({ text }) => text ?? '');
  return {
    start,
    type: Uint8Array.from(rows, ({ event }) => eventTypeIds[event]),
    step: Uint32Array.from(rows, (_row, index) => index),
    position: Int32Array.from(rows, ({ position }) => position ?? -1),
    a: Int32Array.from(rows, ({ a }) => a ?? 0),
    b: Int32Array.from(rows, ({ b }) => b ?? 0),
    c: Int32Array.from(rows, (_row, index) => index),
    texts,
    lists: new Int32Array(),
    scripts,
    functions,
  };
}

/** The rows that an example tells in words. */
export function rowsOf(source: string, events: readonly ExampleEvent[]): Row[] {
  return events.flatMap(({ event, at, detail, times }) => {
    const position = source.indexOf(at);
    if (position < 0) throw new Error(`${at} is not in the example`);
    const row: Row = { event, position, a: detail === undefined ? 0 : columnA(event, detail) };
    return Array.from({ length: times }, () => row);
  });
}

/** Column a of an event by its name. */
export function columnA(event: EventType, detail: string): number {
  const names: { readonly [Event in EventType]?: readonly string[] } = {
    deleteProperty: deleteEffectNames,
    argumentsObject: argumentsKindNames,
    forIn: forInPathNames,
  };
  const index = names[event]?.indexOf(detail) ?? -1;
  if (index < 0) throw new Error(`${detail} is no value of column a of ${event}`);
  return index;
}

/** A function of the source, found by its name. */
export function functionOf(source: string, name: string, script = 0): FunctionInfo {
  const start = source.indexOf(`function ${name}`);
  let end = source.indexOf('{', source.indexOf(')', start));
  for (let depth = 0; ; end += 1) {
    if (source[end] === '{') depth += 1;
    if (source[end] === '}') depth -= 1;
    if (depth === 0) break;
  }
  return { name, script, start, end: end + 1, kind: 'function' };
}
