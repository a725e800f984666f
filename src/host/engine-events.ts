/** Listens to the engine for the host: which rejections nobody handles, and where the last exception was thrown. */
import {
  type ErrorLocation,
  type Frame,
  FunctionData,
  isApiMark,
  type Isolate,
  JSObject,
  lookupData,
  type Value,
} from '../engine/index.ts';
import type { Host } from './host.ts';
import { noteHandled } from './report.ts';
import { sourceOffsetOf } from './source-position.ts';
import { excerptOf, type ThrowSite } from './throw-site.ts';

export function connectEngine(host: Host): void {
  const { isolate, rejections } = host;
  isolate.onThrow = (value) => {
    // The engine's own rethrows of what a resolve function or an await got are no throw sites of the program.
    const { messageLocation } = isolate;
    isolate.messageLocation = undefined;
    if (isRethrownByBuiltin(host, value)) return;
    const site = throwSite(isolate, value, messageLocation);
    if (site === undefined) return;
    host.lastThrow = site;
    if (site.script === undefined && value instanceof JSObject) host.errorsOfHost.add(value);
  };
  isolate.onRejection = (promise, handled, stackRoom) => {
    if (host.description.hasProcess && stackRoom < handlerRoom) tellOfLostRejection(host, stackRoom);
    else if (handled) {
      const isReported = !rejections.delete(promise) && host.reportedRejections.has(promise);
      if (isReported) noteHandled(host, promise);
    } else {
      const { asyncContext } = isolate;
      rejections.set(promise, { id: ++host.lastRejectionId, asyncContext, turn: host.clock.turn });
    }
  };
}

/** Bytes of stack that Node's promiseRejectHandler and what it calls need; measured, as is what its entry alone needs. */
const handlerRoom = 2150;
const handlerEntryRoom = 1400;

/**
 * Where the stack is nearly full Node's own handler overflows it, and the rejection is told to nobody.
 * Node: PromiseRejectCallback in src/node_task_queue.cc.
 */
function tellOfLostRejection(host: Host, stackRoom: number): void {
  const frame = host.isolate.currentFrame;
  const isInHandler = stackRoom >= handlerEntryRoom || frame === undefined || frame.shared.script.kind === 'builtin';
  const place = isInHandler
    ? `node:internal/process/promises:260\n  pendingUnhandledRejections.set(promise, {\n${' '.repeat(34)}^`
    : excerptOf(frame.shared.script, sourceOffsetOf(frame));
  const text = `Exception in PromiseRejectCallback:\n${place}\n\nRangeError: Maximum call stack size exceeded\n\n`;
  host.output.write('stderr', text);
}

/** The innermost frame of the program's own code; without a script where the host's API or a module of Node throws. */
function throwSite(isolate: Isolate, value: Value, location: ErrorLocation | undefined): ThrowSite | undefined {
  if (location !== undefined && (location.error ?? value) === value)
    return { value, script: location.script, offset: location.start, end: location.end };
  const frames = isolate.frames();
  if (isOfHost(frames.at(-1)) && !isUnsimulated(value)) return { value, script: undefined, offset: -1 };
  for (let index = frames.length - 1; index >= 0; index--) {
    const frame = frames[index]!;
    const { script } = frame.shared;
    if (script.kind !== 'builtin') return { value, script, offset: sourceOffsetOf(frame) };
  }
  return undefined;
}

/** A builtin of the language that caught it on its way throws it on, once it has closed an iterator: V8 keeps the message. */
function isRethrownByBuiltin({ isolate, lastThrow }: Host, value: Value): boolean {
  const script = isolate.currentFrame?.shared.script;
  const isBuiltin = script?.kind === 'builtin' && !script.name.startsWith('node:');
  return isBuiltin && lastThrow !== undefined && Object.is(lastThrow.value, value);
}

/** Node has no such errors: the line that asks for what is not simulated is what matters. */
function isUnsimulated(value: Value): boolean {
  const message = value instanceof JSObject ? lookupData(value, 'message') : undefined;
  return typeof message === 'string' && message.startsWith('Underhood ');
}

function isOfHost(frame: Frame | undefined): boolean {
  if (frame === undefined) return false;
  const { script } = frame.shared;
  const native = frame.native?.internal;
  if (native instanceof FunctionData) return isApiMark(native.data);
  return script.kind === 'builtin' && script.name.startsWith('node:');
}
