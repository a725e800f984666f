/**
 * console. Node: lib/internal/console/constructor.js. Its state (groups, counters, timers) belongs to the console object,
 * and where the text goes is the host's business.
 * Simplified: no Console constructor and no contexts; profile, timeStamp and tasks, which only an inspector sees, do nothing.
 */
import type { Isolate } from '../execution/isolate.ts';
import { isCallable } from '../execution/calls.ts';
import { toStringValue } from '../execution/conversions.ts';
import { throwError } from '../execution/errors.ts';
import type { JSObject } from '../objects/js-object.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { Attribute } from '../objects/property-details.ts';
import { normalizeObject } from '../objects/migration.ts';
import { addOwn, defineOwn } from '../objects/own-properties.ts';
import { stackText } from '../execution/error-stack.ts';
import { captureStack } from '../execution/stack-trace.ts';
import type { Value } from '../objects/value.ts';
import { formatTable } from './console-table.ts';
import { formatLog } from './format-log.ts';
import { inspect } from './inspect.ts';
import { inspectOptionsFrom, installInspectFunction } from './inspect-options.ts';
import { method, methods, property, toStringTag, type Native } from './install.ts';

type ConsoleLevel = 'log' | 'info' | 'debug' | 'warn' | 'error' | 'trace';

/** In the console's OpaqueData. */
interface ConsoleState {
  readonly type: 'console';
  indentation: number;
  readonly counts: Map<string, number>;
  /** When each timer was started, in milliseconds. */
  readonly timers: Map<string, number>;
}

const groupIndentation = 2;

export function installConsole(isolate: Isolate): void {
  const { realm } = isolate;
  const object = realm.newObjectWithPrototype(realm.newObject());
  const state: ConsoleState = { type: 'console', indentation: 0, counts: new Map(), timers: new Map() };
  object.internal = { kind: 'opaque', value: state };
  methods(isolate, object, consoleMethods(state));
  // Web IDL: the methods of a namespace are enumerable.
  const names = Object.keys(consoleMethods(state));
  makeEnumerable(object, names);
  toStringTag(isolate, object, 'console');
  realm.intrinsics.set('console', object);
  installInspectFunction(isolate);
  property(realm.globalObject, 'console', object);
}

function makeEnumerable(object: JSObject, names: readonly string[]): void {
  const found = new PropertyLookup();
  const values = names.map((name) => (lookupOwn(found, object, name) ? (found.value as Value) : undefined));
  normalizeObject(object, 'Console');
  object.dictionary!.clear();
  names.forEach((name, index) => addOwn(object, name, values[index], Attribute.all));
}

function write(isolate: Isolate, state: ConsoleState, level: ConsoleLevel, text: string): void {
  isolate.console?.(level, text, state.indentation);
}

function printer(state: ConsoleState, level: ConsoleLevel): Native {
  return (isolate, _receiver, args) => {
    write(isolate, state, level, formatLog(isolate, args));
    return undefined;
  };
}

function consoleMethods(state: ConsoleState): Readonly<Record<string, readonly [length: number, native: Native]>> {
  const group: Native = (isolate, _receiver, args) => {
    if (args.length > 0) write(isolate, state, 'log', formatLog(isolate, args));
    state.indentation += groupIndentation;
    return undefined;
  };
  return {
    log: [0, printer(state, 'log')],
    info: [0, printer(state, 'info')],
    debug: [0, printer(state, 'debug')],
    warn: [0, printer(state, 'warn')],
    error: [0, printer(state, 'error')],
    dir: [
      0,
      (isolate, _receiver, [value, options]) => {
        write(isolate, state, 'log', inspect(isolate, value, { customInspect: false, ...inspectOptionsFrom(options) }));
        return undefined;
      },
    ],
    time: [0, (isolate, _receiver, args) => startTimer(isolate, state, labelOf(isolate, args[0]))],
    timeEnd: [
      0,
      (isolate, _receiver, args) => {
        const label = labelOf(isolate, args[0]);
        showTimer(isolate, state, 'timeEnd', label, []);
        state.timers.delete(label);
        return undefined;
      },
    ],
    timeLog: [
      0,
      (isolate, _receiver, args) => showTimer(isolate, state, 'timeLog', labelOf(isolate, args[0]), args.slice(1)),
    ],
    trace: [0, (isolate, _receiver, args) => trace(isolate, state, args)],
    assert: [0, (isolate, _receiver, args) => assertTrue(isolate, state, args)],
    clear: [0, () => undefined],
    count: [0, (isolate, _receiver, args) => count(isolate, state, labelOf(isolate, args[0]))],
    countReset: [0, (isolate, _receiver, args) => resetCount(isolate, state, labelOf(isolate, args[0]))],
    group: [0, group],
    groupEnd: [
      0,
      () => {
        state.indentation = Math.max(0, state.indentation - groupIndentation);
        return undefined;
      },
    ],
    table: [
      1,
      (isolate, _receiver, args) => {
        const table = formatTable(isolate, args[0], args[1]);
        write(isolate, state, 'log', table ?? formatLog(isolate, [args[0]]));
        return undefined;
      },
    ],
    dirxml: [0, printer(state, 'log')],
    groupCollapsed: [0, group],
    // Only Node has it.
    Console: [1, notSimulated('console.Console')],
    profile: [0, () => undefined],
    profileEnd: [0, () => undefined],
    timeStamp: [0, () => undefined],
    context: [1, notSimulated('console.context')],
    createTask: [0, createTask],
  };
}

function notSimulated(name: string): Native {
  return (isolate) => throwError(isolate, 'Error', `Underhood does not simulate ${name} yet`);
}

/** V8: src/builtins/builtins-console.cc. A task shows in an inspector's stacks only. */
const createTask: Native = (isolate, _receiver, [name]) => {
  if (typeof name !== 'string' || name === '')
    return throwError(isolate, 'Error', 'First argument must be a non-empty string.');
  const task = isolate.realm.newObject();
  const run = method(isolate, task, 'run', 0, (_isolate, receiver, [callback]) => {
    if (receiver !== task) return throwError(isolate, 'Error', 'Task is not a valid object.');
    if (!isCallable(callback)) return throwError(isolate, 'Error', 'First argument must be a function.');
    return isolate.tailCall(callback, undefined, []);
  });
  defineOwn(task, 'run', { value: run, writable: true, enumerable: true, configurable: true });
  return task;
};

function labelOf(isolate: Isolate, value: Value): string {
  return value === undefined ? 'default' : toStringValue(isolate, value);
}

function warning(isolate: Isolate, state: ConsoleState, text: string): undefined {
  if (isolate.warn === undefined) write(isolate, state, 'warn', text);
  else isolate.warn(text);
  return undefined;
}

function count(isolate: Isolate, state: ConsoleState, label: string): undefined {
  const next = (state.counts.get(label) ?? 0) + 1;
  state.counts.set(label, next);
  write(isolate, state, 'log', `${label}: ${next}`);
  return undefined;
}

function resetCount(isolate: Isolate, state: ConsoleState, label: string): undefined {
  if (!state.counts.delete(label)) return warning(isolate, state, `Count for '${label}' does not exist`);
  return undefined;
}

function startTimer(isolate: Isolate, state: ConsoleState, label: string): undefined {
  if (state.timers.has(label)) return warning(isolate, state, `Label '${label}' already exists for console.time()`);
  state.timers.set(label, isolate.options.now());
  return undefined;
}

function showTimer(
  isolate: Isolate,
  state: ConsoleState,
  method: string,
  label: string,
  data: readonly Value[],
): undefined {
  const start = state.timers.get(label);
  if (start === undefined) return warning(isolate, state, `No such label '${label}' for console.${method}()`);
  const elapsed = formatDuration(isolate.options.now() - start);
  const rest = data.length === 0 ? '' : ` ${formatLog(isolate, data)}`;
  write(isolate, state, 'log', `${label}: ${elapsed}${rest}`);
  return undefined;
}

/** 0.12ms, 1.234s, 1:02.345 (m:ss.mmm), 1:00:02 (h:mm:ss). */
export function formatDuration(milliseconds: number): string {
  const second = 1000;
  const minute = 60 * second;
  const hour = 60 * minute;
  if (milliseconds >= minute) {
    const hours = Math.floor(milliseconds / hour);
    const minutes = Math.floor((milliseconds % hour) / minute);
    const seconds = (milliseconds % minute) / second;
    if (hours > 0) return `${hours}:${pad(minutes)}:${pad(Math.floor(seconds))} (h:mm:ss)`;
    const [whole, fraction] = seconds.toFixed(3).split('.');
    return `${minutes}:${pad(Number(whole))}.${fraction} (m:ss.mmm)`;
  }
  if (milliseconds >= second) return `${(milliseconds / second).toFixed(3)}s`;
  return `${Number(milliseconds.toFixed(3))}ms`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

function trace(isolate: Isolate, state: ConsoleState, args: readonly Value[]): undefined {
  const message = args.length === 0 ? '' : formatLog(isolate, args);
  const header = message === '' ? 'Trace' : `Trace: ${message}`;
  const all = captureStack(isolate, undefined) ?? [];
  // The frame of console.trace itself is left out.
  const frames = all[0]?.script === undefined ? all.slice(1) : all;
  write(isolate, state, 'trace', stackText(isolate, header, frames));
  return undefined;
}

function assertTrue(isolate: Isolate, state: ConsoleState, args: Value[]): undefined {
  const [condition, ...rest] = args;
  if (typeof condition === 'object' && condition !== null ? true : Boolean(condition)) return undefined;
  if (typeof rest[0] === 'string') rest[0] = `Assertion failed: ${rest[0]}`;
  else rest.unshift('Assertion failed');
  write(isolate, state, 'warn', formatLog(isolate, rest));
  return undefined;
}
