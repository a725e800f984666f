/**
 * The log of one run as the page holds it: the chunks of protocol.ts joined into growing typed arrays, one row per event,
 * with the tables of texts, scripts and functions beside them.
 */
import { eventTypeNames } from '../src/protocol.ts';
import type { EventType, FunctionInfo, LogChunk, ScriptInfo } from '../src/protocol.ts';

export interface Log {
  length: number;
  type: Uint8Array;
  step: Uint32Array;
  position: Int32Array;
  a: Int32Array;
  b: Int32Array;
  c: Int32Array;
  readonly texts: string[];
  readonly scripts: ScriptInfo[];
  readonly functions: FunctionInfo[];
}

export function createLog(): Log {
  return {
    length: 0,
    type: new Uint8Array(1024),
    step: new Uint32Array(1024),
    position: new Int32Array(1024),
    a: new Int32Array(1024),
    b: new Int32Array(1024),
    c: new Int32Array(1024),
    texts: [],
    scripts: [],
    functions: [],
  };
}

/** Appends a chunk. A chunk that does not continue the log (sent twice, or after a gap) is refused: false. */
export function appendChunk(log: Log, chunk: LogChunk): boolean {
  if (chunk.start !== log.length) return false;
  const length = log.length + chunk.type.length;
  if (length > log.type.length) grow(log, length);
  log.type.set(chunk.type, log.length);
  log.step.set(chunk.step, log.length);
  log.position.set(chunk.position, log.length);
  log.a.set(chunk.a, log.length);
  log.b.set(chunk.b, log.length);
  log.c.set(chunk.c, log.length);
  for (const text of chunk.texts) log.texts.push(text);
  for (const script of chunk.scripts) log.scripts.push(script);
  for (const info of chunk.functions) log.functions.push(info);
  log.length = length;
  return true;
}

/** The type of an event; `event` must be within the log. */
export function typeOf(log: Log, event: number): EventType {
  return eventTypeNames[log.type[event]!]!;
}

/** A text of the log's table; '' where the column says that there is none. */
export function textAt(log: Log, index: number): string {
  return log.texts[index] ?? '';
}

function grow(log: Log, length: number): void {
  const capacity = Math.max(length, log.type.length * 2);
  log.type = copyInto(new Uint8Array(capacity), log.type);
  log.step = copyInto(new Uint32Array(capacity), log.step);
  log.position = copyInto(new Int32Array(capacity), log.position);
  log.a = copyInto(new Int32Array(capacity), log.a);
  log.b = copyInto(new Int32Array(capacity), log.b);
  log.c = copyInto(new Int32Array(capacity), log.c);
}

function copyInto<T extends Uint8Array | Uint32Array | Int32Array>(larger: T, smaller: T): T {
  larger.set(smaller);
  return larger;
}
