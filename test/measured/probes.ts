/**
 * Asks V8 in the middle of a program: the text gets calls around the expressions in question, which ask V8's natives
 * (--allow-natives-syntax) about the objects that pass there, before and after what the program does to them.
 */
import type { AnyNode } from '../../src/engine/index.ts';

/** What is asked of the value of an expression when it passes, and again when `until` is done. */
export interface ObjectProbe {
  readonly kind: 'object';
  readonly object: AnyNode;
  readonly until: AnyNode;
}

/** At the beginning of a function's body: what its feedback vector holds at the end of the program. */
export interface FunctionProbe {
  readonly kind: 'function';
  /** Behind the directives. */
  readonly offset: number;
  /** An expression that is the function there. */
  readonly self: string;
}

/** The same of the functions that an expression makes. */
export interface ClosureProbe {
  readonly kind: 'closure';
  readonly expression: AnyNode;
}

export type Probe = ObjectProbe | FunctionProbe | ClosureProbe;

/** What was seen of one object, and how often. */
export interface Passing {
  readonly before: ObjectState | string;
  readonly after: ObjectState | string;
  readonly count: number;
}

export interface ObjectState {
  readonly fast: boolean;
  readonly array: boolean;
  readonly holey: boolean;
  readonly doubles: boolean;
  readonly dictionary: boolean;
  /** Enumerable keys of its prototypes. */
  readonly inherited: boolean;
  readonly indices: boolean;
}

export function withProbes(source: string, probes: readonly Probe[]): string {
  interface Insertion {
    readonly at: number;
    readonly text: string;
    /** At one place: first what ends there, the inner before the outer; then what begins, the outer before the inner. */
    readonly rank: number;
  }
  const insertions: Insertion[] = [];
  const wrap = ({ start, end }: AnyNode, before: string, inner: number): void => {
    const length = end - start;
    insertions.push({ at: start, text: before, rank: 1e9 - length + inner });
    insertions.push({ at: end, text: ')', rank: length - inner - 1e9 });
  };
  for (const [id, probe] of probes.entries()) {
    if (probe.kind === 'function') {
      insertions.push({ at: probe.offset, text: ` probeFunction(${id}, ${probe.self}); `, rank: 0 });
      continue;
    }
    if (probe.kind === 'closure') {
      wrap(probe.expression, `probeClosure(${id}, `, 0);
      continue;
    }
    wrap(probe.object, `probeBefore(${id}, `, 1);
    if (probe.until !== probe.object) wrap(probe.until, `probeAfter(${id}, `, 0);
  }
  insertions.sort((one, other) => one.at - other.at || one.rank - other.rank);
  let text = '';
  let from = 0;
  for (const insertion of insertions) {
    text += source.slice(from, insertion.at) + insertion.text;
    from = insertion.at;
  }
  return text + source.slice(from);
}

/** Loaded before the program; writes what was seen to the file that the environment names. */
export const probeModule = `'use strict';
const { writeFileSync, writeSync } = require('node:fs');
const { isProxy } = require('node:util').types;
const seen = [];
const waiting = [];
const functions = [];
const inherits = (value) => {
  for (let each = Object.getPrototypeOf(value); each !== null; each = Object.getPrototypeOf(each))
    if (!isProxy(each) && Object.keys(each).length > 0) return true;
  return false;
};
const stateOf = (value) => {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function') || isProxy(value)) return value === null ? 'null' : typeof value;
  return {
    fast: %HasFastProperties(value),
    array: Array.isArray(value),
    holey: %HasHoleyElements(value),
    doubles: %HasDoubleElements(value),
    dictionary: %HasDictionaryElements(value),
    inherited: inherits(value),
    indices: !ArrayBuffer.isView(value) && Object.keys(value).some((key) => /^\\d+$/.test(key)),
  };
};
const note = (id, before, after) => {
  const key = JSON.stringify([before, after]);
  const table = (seen[id] ??= new Map());
  table.set(key, (table.get(key) ?? 0) + 1);
};
globalThis.probeBefore = (id, value) => {
  (waiting[id] ??= []).push([value, stateOf(value)]);
  return value;
};
globalThis.probeAfter = (id, result) => {
  const [value, before] = waiting[id].pop();
  note(id, before, stateOf(value));
  return result;
};
globalThis.probeClosure = (id, value) => {
  const known = (functions[id] ??= new Set());
  if (known.size < 30) known.add(value);
  return value;
};
globalThis.probeFunction = (id, value) => void probeClosure(id, value);
process.on('exit', () => {
  for (const [id, left] of waiting.entries())
    for (const [value, before] of left ?? []) note(id, before, stateOf(value));
  for (const [id, ofProbe] of functions.entries())
    for (const each of ofProbe ?? []) {
      writeSync(1, '\\n@@function ' + id + '\\n');
      %DebugPrint(each);
      writeSync(1, '\\n@@end\\n');
    }
  const passings = seen.map((table) => [...(table ?? [])].map(([key, count]) => {
    const [before, after] = JSON.parse(key);
    return { before, after, count };
  }));
  writeFileSync(process.env.PROBES_FILE, JSON.stringify(passings.map((each) => each ?? [])));
});
`;
