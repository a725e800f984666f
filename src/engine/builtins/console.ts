/**
 * console. Node: lib/internal/console/constructor.js. Its state (groups, counters, timers) belongs to the console object,
 * and where the text goes is the host's business. What Node's Console class does alike has its methods from here.
 * Simplified: no contexts; profile, timeStamp and tasks, which only an inspector sees, do nothing.
 */
import type { ConsoleLevel } from '../execution/console-output.ts';
import { lookupData } from '../execution/describe.ts';
import type { Isolate } from '../execution/isolate.ts';
import { call, isCallable } from '../execution/calls.ts';
import { toBoolean, toStringValue } from '../execution/conversions.ts';
import { throwError } from '../execution/errors.ts';
import { getProperty } from '../execution/property-access.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { Attribute } from '../objects/property-details.ts';
import { normalizeObject } from '../objects/migration.ts';
import { addOwn, defineOwn } from '../objects/own-properties.ts';
import { stackText } from '../execution/error-stack.ts';
import { captureStack } from '../execution/stack-trace.ts';
import type { JSSymbol, Value } from '../objects/value.ts';
import { formatTable } from './console-table.ts';
import { formatLog } from './format-log.ts';
import { inspect } from './inspect.ts';
import { installInspectFunction } from './inspect-options.ts';
import { inspectOptionsFrom } from './inspect-options-from.ts';
import { method, methods, property, toStringTag, type Native } from './install.ts';

/** In the console's OpaqueData. */
interface ConsoleState {
  readonly type: 'console';
  indentation: number;
  readonly groupIndentation: number;
  readonly counts: Map<string, number>;
  /** When each timer was started, in milliseconds. */
  readonly timers: Map<string, number>;
}

/** The console whose method runs. */
interface Target {
  readonly state: ConsoleState;
  readonly receiver: Value;
  /** By which it prints what the others of its methods have to say; undefined where that is the engine's own. */
  readonly printer: (name: Printer) => JSObject | undefined;
}

type Printer = 'log' | 'warn' | 'error';
type TargetOf = (isolate: Isolate, receiver: Value) => Target;

const usualGroupIndentation = 2;

export function installConsole(isolate: Isolate): void {
  const { realm } = isolate;
  const object = realm.newObjectWithPrototype(realm.newObject());
  const state = newState(usualGroupIndentation);
  object.internal = { kind: 'opaque', value: state };
  const own = new Map<Printer, Value>();
  const target: Target = {
    state,
    receiver: object,
    printer: (name) => {
      if (isolate.warn === undefined) return undefined;
      const method = getProperty(isolate, object, name);
      return method === own.get(name) ? undefined : (method as JSObject);
    },
  };
  const table = { ...ownMethods(state), ...sharedMethods(() => target) };
  methods(isolate, object, table);
  for (const name of ['log', 'warn', 'error'] as const) own.set(name, lookupData(object, name));
  // Web IDL: the methods of a namespace are enumerable.
  makeEnumerable(object, methodOrder);
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

/** For the host's own consoles: the methods that print by others of their console. Its state stands under `key`. */
export function newConsoleMethods(isolate: Isolate, key: JSSymbol): JSObject {
  const object = isolate.realm.newObject();
  const table = sharedMethods((_isolate, receiver) => {
    const state = receiver instanceof JSObject ? lookupData(receiver, key) : undefined;
    const internal = state instanceof JSObject ? state.internal : undefined;
    if (internal?.kind !== 'opaque')
      return throwError(isolate, 'TypeError', "Cannot read properties of undefined (reading 'get')");
    return {
      state: internal.value as ConsoleState,
      receiver,
      printer: (name) => getProperty(isolate, receiver, name) as JSObject,
    };
  });
  methods(isolate, object, table);
  return object;
}

export function newConsoleState(isolate: Isolate, groupIndentation = usualGroupIndentation): JSObject {
  const object = isolate.realm.newObject();
  object.internal = { kind: 'opaque', value: newState(groupIndentation) };
  return object;
}

export function consoleIndentation(state: JSObject): number {
  return state.internal?.kind === 'opaque' ? (state.internal.value as ConsoleState).indentation : 0;
}

function newState(groupIndentation: number): ConsoleState {
  return { type: 'console', indentation: 0, groupIndentation, counts: new Map(), timers: new Map() };
}

function write(isolate: Isolate, state: ConsoleState, level: ConsoleLevel, text: string): Value {
  return isolate.console?.(level, text, state.indentation) as Value;
}

function say(
  isolate: Isolate,
  target: Target,
  name: Printer,
  args: readonly Value[],
  level: ConsoleLevel = name,
): Value {
  const printer = target.printer(name);
  if (printer === undefined) return write(isolate, target.state, level, formatLog(isolate, args));
  return isolate.tailCall(printer, target.receiver, args);
}

function printer(state: ConsoleState, level: ConsoleLevel): Native {
  return (isolate, _receiver, args) => write(isolate, state, level, formatLog(isolate, args));
}

const methodOrder = (
  'log info debug warn error dir time timeEnd timeLog trace assert clear count countReset group groupEnd table dirxml ' +
  'groupCollapsed Console profile profileEnd timeStamp context createTask'
).split(' ');

function ownMethods(state: ConsoleState): Readonly<Record<string, readonly [length: number, native: Native]>> {
  return {
    log: [0, printer(state, 'log')],
    info: [0, printer(state, 'info')],
    debug: [0, printer(state, 'debug')],
    warn: [0, printer(state, 'warn')],
    error: [0, printer(state, 'error')],
    dir: [
      0,
      (isolate, _receiver, [value, options]) =>
        write(isolate, state, 'log', inspect(isolate, value, { customInspect: false, ...inspectOptionsFrom(options) })),
    ],
    clear: [0, () => undefined],
    dirxml: [0, printer(state, 'log')],
    // Only Node has it, and gives it.
    Console: [1, notSimulated('console.Console')],
    profile: [0, () => undefined],
    profileEnd: [0, () => undefined],
    timeStamp: [0, () => undefined],
    context: [1, notSimulated('console.context')],
    createTask: [0, createTask],
  };
}

function sharedMethods(targetOf: TargetOf): Readonly<Record<string, readonly [length: number, native: Native]>> {
  const on =
    (run: (isolate: Isolate, target: Target, args: Value[]) => Value): Native =>
    (isolate, receiver, args) =>
      run(isolate, targetOf(isolate, receiver), args);
  return {
    time: [0, on((isolate, { state }, args) => startTimer(isolate, state, labelOf(isolate, args[0])))],
    timeEnd: [
      0,
      on((isolate, target, args) => {
        const label = labelOf(isolate, args[0]);
        const start = target.state.timers.get(label);
        target.state.timers.delete(label);
        return showTimer(isolate, target, 'timeEnd', label, start, []);
      }),
    ],
    timeLog: [
      0,
      on((isolate, target, args) => {
        const label = labelOf(isolate, args[0]);
        return showTimer(isolate, target, 'timeLog', label, target.state.timers.get(label), args.slice(1));
      }),
    ],
    trace: [0, on(trace)],
    assert: [0, on(assertTrue)],
    count: [0, on((isolate, target, args) => count(isolate, target, labelOf(isolate, args[0])))],
    countReset: [0, on((isolate, { state }, args) => resetCount(isolate, state, labelOf(isolate, args[0])))],
    group: [0, on(group)],
    groupEnd: [
      0,
      on((_isolate, { state }) => {
        state.indentation = Math.max(0, state.indentation - state.groupIndentation);
        return undefined;
      }),
    ],
    table: [
      0,
      on((isolate, target, args) => say(isolate, target, 'log', [formatTable(isolate, args[0], args[1]) ?? args[0]])),
    ],
    groupCollapsed: [0, on(group)],
  };
}

/** Its heading stands before it, and so is printed before anything is indented. */
function group(isolate: Isolate, target: Target, args: Value[]): Value {
  const { state } = target;
  let result: Value = undefined;
  if (args.length > 0) {
    const printer = target.printer('log');
    if (printer === undefined) result = write(isolate, state, 'log', formatLog(isolate, args));
    else call(isolate, printer, target.receiver, args);
  }
  state.indentation += state.groupIndentation;
  return result;
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

function count(isolate: Isolate, target: Target, label: string): Value {
  const { counts } = target.state;
  const next = (counts.get(label) ?? 0) + 1;
  counts.set(label, next);
  return say(isolate, target, 'log', [`${label}: ${next}`]);
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
  target: Target,
  method: string,
  label: string,
  start: number | undefined,
  data: readonly Value[],
): Value {
  if (start === undefined) return warning(isolate, target.state, `No such label '${label}' for console.${method}()`);
  const elapsed = formatDuration(isolate.options.now() - start);
  return say(isolate, target, 'log', ['%s: %s', label, elapsed, ...data]);
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

function trace(isolate: Isolate, target: Target, args: readonly Value[]): Value {
  const message = args.length === 0 ? '' : formatLog(isolate, args);
  const header = message === '' ? 'Trace' : `Trace: ${message}`;
  const all = captureStack(isolate, undefined) ?? [];
  // The frame of console.trace itself is left out.
  const frames = all[0]?.script === undefined ? all.slice(1) : all;
  return say(isolate, target, 'error', [stackText(isolate, header, frames)], 'trace');
}

function assertTrue(isolate: Isolate, target: Target, args: Value[]): Value {
  const [condition, ...rest] = args;
  if (toBoolean(condition)) return undefined;
  if (typeof rest[0] === 'string') rest[0] = `Assertion failed: ${rest[0]}`;
  else rest.unshift('Assertion failed');
  return say(isolate, target, 'warn', rest);
}
