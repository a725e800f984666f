/**
 * Where the global console writes once a program has put something of its own into the way: a `write` of process.stdout or
 * stderr, or streams of the console. Node: lib/internal/console/global.js. Otherwise the text goes out directly.
 */
import {
  AccessorPair,
  addOwn,
  Attribute,
  consoleIndentation,
  defineLazy,
  formatTable,
  getProperty,
  inspectOptionsFrom,
  JSObject,
  type JSSymbol,
  lookupData,
  lookupOwn,
  type NativeCode,
  newConsoleMethods,
  newConsoleState,
  PropertyLookup,
  setProperty,
  type Value,
} from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { requireModule } from '../modules.ts';

/** One of the two streams of the process. */
export interface StandardOutput {
  readonly object: JSObject;
  /** Its own function `write`, as it was in the beginning. */
  readonly write: Value;
  /** What the program has assigned to the console's `_stdout` or `_stderr`. */
  assigned: Value;
}

export interface StandardStreams {
  /** process.stdin, once it was asked for. */
  input: JSObject | undefined;
  output: StandardOutput | undefined;
  error: StandardOutput | undefined;
}

export function installConsoleStreams(host: Host): void {
  const { isolate } = host;
  const { realm, runtime } = isolate;
  const streams = host.standardStreams;
  const console = realm.intrinsic('console');
  isolate.console = (level, text, indentation) => {
    const isError = level === 'warn' || level === 'error' || level === 'trace';
    const stream = ownStream(isError ? streams.error : streams.output);
    if (stream === undefined) return host.print(level, text, indentation);
    const margin = ' '.repeat(indentation);
    const line = `${indentation === 0 ? text : margin + text.replaceAll('\n', `\n${margin}`)}\n`;
    const writer = requireModule(host, 'internal/console/write');
    const isReal = stream !== streams.output?.object && stream !== streams.error?.object;
    const handler =
      isReal || host.modules.has('stream')
        ? isolate.callNested(lookupData(writer, 'newErrorHandler') as JSObject, undefined, [stream])
        : undefined;
    return isolate.tailCall(lookupData(writer, 'write'), undefined, [stream, line, true, handler]);
  };
  defineLazy(console, 'Console', Attribute.all, () =>
    host.surroundings.make(() => getProperty(isolate, requireModule(host, 'internal/console'), 'Console')),
  );
  const clear: NativeCode = () => {
    const stream = streams.output?.assigned ?? streams.output?.object;
    if (!(stream instanceof JSObject) || lookupData(stream, 'isTTY') !== true) return undefined;
    return isolate.tailCall(lookupData(requireModule(host, 'internal/console'), 'clear'), console, []);
  };
  setProperty(isolate, console, 'clear', realm.newNative('clear', 0, clear));
  for (const [key, name] of [
    ['_stdout', 'output'],
    ['_stderr', 'error'],
  ] as const) {
    const get: NativeCode = () => streams[name]?.assigned ?? streams[name]?.object;
    const set: NativeCode = (_isolate, _receiver, [value]) => {
      if (streams[name] !== undefined) streams[name].assigned = value;
      return undefined;
    };
    const pair = new AccessorPair(realm.newNative('get', 0, get), realm.newNative('set', 1, set));
    addOwn(console, key, pair, Attribute.configurable, true);
  }
  runtime.set('NewConsoleMethods', (_isolate, [key]) => newConsoleMethods(isolate, key as JSSymbol));
  runtime.set('NewConsoleState', (_isolate, [width]) => newConsoleState(isolate, width as number | undefined));
  runtime.set('ConsoleIndentation', (_isolate, [state]) => consoleIndentation(state as JSObject));
  runtime.set('FormatTable', (_isolate, [value, columns, options]) =>
    formatTable(isolate, value, columns, inspectOptionsFrom(options)),
  );
}

/** Undefined for the one that there was from the beginning, if nobody has changed how it writes. */
function ownStream(output: StandardOutput | undefined): Value {
  if (output === undefined) return undefined;
  const { object, write, assigned } = output;
  if (assigned !== undefined && assigned !== object) return assigned;
  const found = new PropertyLookup();
  return lookupOwn(found, object, 'write') && found.value !== write ? object : undefined;
}
