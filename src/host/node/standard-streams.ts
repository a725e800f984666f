/**
 * process.stdout, stderr and stdin. Until the program uses them as streams they are small objects that can only be written to:
 * then the module 'stream' is loaded, and they become what they are in Node. Node: getStdout in switches/is_main_thread.js.
 * Simplified: what is written without a newline at its end becomes a console entry of its own.
 */
import {
  AccessorPair,
  addOwn,
  Attribute,
  getProperty,
  type Isolate,
  JSObject,
  lookupData,
  type NativeCode,
  property,
  type Value,
} from '../../engine/index.ts';
import { enqueueCallback } from '../globals/timers-globals.ts';
import type { Host } from '../host.ts';
import { requireModule } from '../modules.ts';
import { throwInvalidType, validateFunction } from '../node-errors.ts';
import { bytesOf } from './buffer-natives.ts';
import type { StandardOutput } from './console-streams.ts';
import { readText } from './encodings.ts';

/** What a stream inherits: looking at one of them makes it a real one. */
const streamMembers =
  `on once off addListener removeListener removeAllListeners prependListener prependOnceListener emit listeners rawListeners
  listenerCount eventNames getMaxListeners setMaxListeners end cork uncork pipe destroy setDefaultEncoding writableLength
  writableHighWaterMark writableNeedDrain writableEnded writableFinished writableCorked writableObjectMode errored destroyed
  closed _write _writableState _events`.split(/\s+/);

export function installStandardStreams(host: Host, process: JSObject): void {
  const { realm } = host.isolate;
  const prototype = realm.newObject();
  for (const name of streamMembers) {
    const get: NativeCode = (isolate: Isolate, receiver: Value) => {
      requireModule(host, 'stream');
      return getProperty(isolate, receiver, name);
    };
    const set: NativeCode = (_isolate: Isolate, receiver: Value, [value]: Value[]) => {
      addOwn(receiver as JSObject, name, value, Attribute.all);
      return undefined;
    };
    const pair = new AccessorPair(realm.newNative(name, 0, get), realm.newNative(name, 1, set));
    addOwn(prototype, name, pair, Attribute.configurable, true);
  }
  const fixed = Attribute.enumerable | Attribute.configurable;
  host.standardStreams.output = newOutput(host, prototype, 1);
  addOwn(process, 'stdout', host.standardStreams.output.object, fixed);
  const getInput: NativeCode = () => (host.standardStreams.input ??= newInput(host));
  addOwn(process, 'stdin', new AccessorPair(realm.newNative('get', 0, getInput), undefined), fixed, true);
  host.standardStreams.error = newOutput(host, prototype, 2);
  addOwn(process, 'stderr', host.standardStreams.error.object, fixed);
}

function newInput(host: Host): JSObject {
  const make = lookupData(requireModule(host, 'internal/stdio'), 'newInput') as JSObject;
  return host.isolate.callNested(make, undefined, []) as JSObject;
}

function newOutput(host: Host, prototype: JSObject, fd: number): StandardOutput {
  const { isolate } = host;
  const object = isolate.realm.newObjectWithPrototype(prototype);
  const write: NativeCode = (_isolate: Isolate, _receiver: Value, [chunk, ...rest]: Value[]) => {
    writeStandard(host, fd, chunk);
    const callback = rest.at(-1);
    if (typeof callback === 'object' && callback !== null)
      enqueueCallback(host, 'nextTick', validateFunction(isolate, callback, 'callback'), []);
    return true;
  };
  addOwn(object, 'fd', fd, Attribute.all);
  addOwn(object, 'writable', true, Attribute.all);
  const own = isolate.realm.newNative('write', 1, write);
  property(object, 'write', own);
  addOwn(object, '_type', 'fs', Attribute.all);
  return { object, write: own, assigned: undefined };
}

/** What is no text is shown as the text that it is in UTF-8. */
export function writeStandard(host: Host, fd: number, chunk: Value): void {
  let text: string;
  if (typeof chunk === 'string') text = chunk;
  else if (chunk instanceof JSObject && chunk.internal?.kind === 'typed array') text = readText(bytesOf(chunk), 'utf8');
  else
    return throwInvalidType(
      host.isolate,
      'chunk',
      'of type string or an instance of Buffer, TypedArray, or DataView',
      chunk,
    );
  host.listener?.console(fd === 1 ? 'log' : 'error', text.replace(/\n$/, ''), 0);
  host.write(fd === 1 ? 'stdout' : 'stderr', text);
}

/** The module 'stream' is there: the small objects become what they stand for. */
export function adoptStandardStreams(host: Host): void {
  const { process, isolate } = host;
  if (process === undefined) return;
  const adopt = lookupData(requireModule(host, 'internal/stdio'), 'adopt') as JSObject;
  host.surroundings.make(() => {
    for (const [output, fd] of [
      [host.standardStreams.output, 1],
      [host.standardStreams.error, 2],
    ] as const)
      if (output !== undefined) isolate.callNested(adopt, undefined, [output.object, fd, output.write]);
  });
}
