/**
 * The log of one run as the page holds it: the chunks of protocol/log.ts joined into growing typed arrays, one row per event,
 * with the tables of texts, scripts and functions beside them.
 */
import { eventTypeNames } from '../src/protocol/events.ts';
import { TextCode } from '../src/protocol/log.ts';
import type { EventType } from '../src/protocol/events.ts';
import type { FunctionInfo, LogChunk, ScriptInfo } from '../src/protocol/log.ts';

export interface Log {
  length: number;
  type: Uint8Array;
  step: Uint32Array;
  position: Int32Array;
  a: Int32Array;
  b: Int32Array;
  c: Int32Array;
  readonly texts: string[];
  lists: Int32Array;
  listsLength: number;
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
    lists: new Int32Array(64),
    listsLength: 0,
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
  appendLists(log, chunk.lists);
  for (const script of chunk.scripts) log.scripts.push(script);
  for (const info of chunk.functions) log.functions.push(info);
  log.length = length;
  return true;
}

/** The type of an event; `event` must be within the log. */
export function typeOf(log: Log, event: number): EventType {
  return eventTypeNames[log.type[event]!]!;
}

/** What a column's text code stands for; '' where it says that there is none. */
export function textAt(log: Log, code: number): string {
  if (code >= 0) return log.texts[code] ?? '';
  if (code <= TextCode.lastInteger) return String(code - TextCode.zero);
  if (code > TextCode.firstList) return '';
  const at = TextCode.firstList - code;
  const parts: string[] = [];
  for (let index = 1; index <= (log.lists[at] ?? 0); index++) parts.push(textAt(log, log.lists[at + index]!));
  const text = parts.join(', ');
  return text.length <= maxListText ? text : `${text.slice(0, maxListText - 1)}…`;
}

/** A list of arguments is for reading at a glance. */
const maxListText = 60;

function appendLists(log: Log, lists: Int32Array): void {
  const length = log.listsLength + lists.length;
  if (length > log.lists.length)
    log.lists = copyInto(new Int32Array(Math.max(length, log.lists.length * 2)), log.lists);
  log.lists.set(lists, log.listsLength);
  log.listsLength = length;
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
