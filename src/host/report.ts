/**
 * What a browser does with exceptions and rejections that nobody handles: it fires an event at the window, and tells of them on the
 * console unless a listener says that they are dealt with.
 * HTML: report an exception, notify about rejected promises, HostPromiseRejectionTracker; Blink: RejectedPromises.
 */
import {
  describeUnquoted,
  GuestException,
  JSObject,
  JSSymbol,
  type Script,
  toStringValue,
  type Value,
} from '../engine/index.ts';
import { lineAt, lineStartsInV8 } from '../line-starts.ts';
import { describeThrown, tell } from './error-output.ts';
import { fireAtWindow, hasWindowListener } from './events/window-events.ts';
import type { Host } from './host.ts';

export function reportException(host: Host, value: Value): void {
  const { reporting } = host;
  // What listeners for errors throw is told behind the exception that they are told of.
  if (reporting !== undefined) return void reporting.push(value);
  const thrown: Value[] = [];
  if (hasWindowListener(host, 'error')) {
    host.reporting = thrown;
    const { message, name, line, column } = describeException(host, value);
    const args = [message, name, line, column, value];
    const isOpen = fireAtWindow(host, 'error', 'fireError', args);
    host.reporting = undefined;
    if (isOpen) tellOfException(host, value);
  } else tellOfException(host, value);
  for (const each of thrown) tellOfException(host, each);
}

function tellOfException(host: Host, value: Value): void {
  tell(host, `Uncaught ${describeThrown(host, value)}`, value, false);
}

/** After a checkpoint: a task looks once more at the promises that nobody had handled by then. */
export function queueRejections(host: Host, promises: readonly JSObject[]): void {
  const run = (): void => {
    for (const promise of promises) {
      const data = promise.internal;
      if (data?.kind !== 'promise' || data.isHandled) continue;
      const { result } = data;
      if (fireAtWindow(host, 'unhandledrejection', 'fireRejection', ['unhandledrejection', promise, result]))
        tell(host, `Uncaught (in promise) ${describeThrown(host, result)}`, result, true);
      if (!data.isHandled) host.reportedRejections.set(promise, 0);
    }
  };
  host.queueTask('domManipulation', 'unhandledrejection', run, { holds: promises });
}

/** One that was reported has a handler now: Node tells of it after the next ticks, a browser in a task. */
export function noteHandled(host: Host, promise: JSObject): void {
  const id = host.reportedRejections.get(promise) ?? 0;
  host.reportedRejections.delete(promise);
  if (host.description.hasProcess) host.handledRejections.push({ promise, id, turn: host.clock.turn });
  else if (hasWindowListener(host, 'rejectionhandled')) queueRejectionHandled(host, promise);
}

function queueRejectionHandled(host: Host, promise: JSObject): void {
  const run = (): void => {
    const reason = promise.internal?.kind === 'promise' ? promise.internal.result : undefined;
    fireAtWindow(host, 'rejectionhandled', 'fireRejection', ['rejectionhandled', promise, reason]);
  };
  host.queueTask('domManipulation', 'rejectionhandled', run, { holds: promise });
}

export interface ExceptionDescription {
  readonly message: string;
  /** Of the script, from 1; empty and 0 where that is unknown. */
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

export function describeException(host: Host, value: Value): ExceptionDescription {
  return { message: messageOf(host, value), ...placeOf(host, value) };
}

/** What a listener is told. V8: MessageHandler::MakeMessageObject, Message::Get. */
function messageOf(host: Host, value: Value): string {
  if (!(value instanceof JSObject))
    return `Uncaught ${value instanceof JSSymbol ? describeUnquoted(value) : toStringValue(host.isolate, value)}`;
  if (value.internal?.kind === 'error')
    return `Uncaught ${describeThrown(host, value).replace(/(?:\n {4}at [^\n]*)*$/, '')}`;
  try {
    return `Uncaught ${toStringValue(host.isolate, value)}`;
  } catch (thrown) {
    if (!(thrown instanceof GuestException)) throw thrown;
    return 'Uncaught [object Object]';
  }
}

/** Where an error was made; anything else has the place where it was thrown. */
function placeOf(host: Host, value: Value): Omit<ExceptionDescription, 'message'> {
  const data = value instanceof JSObject ? value.internal : undefined;
  const frame = data?.kind === 'error' ? data.frames?.find(({ script }) => isOwn(script)) : undefined;
  const { script, offset } = sourcePlaceOf(host, value) ?? frame ?? host.lastThrow ?? { script: undefined, offset: 0 };
  if (!isOwn(script)) return { name: '', line: 0, column: 0 };
  const starts = lineStartsInV8(script.source);
  const line = lineAt(starts, offset);
  return { name: script.name, line: line + 1, column: offset - starts[line]! + 1 };
}

/** Where a text is no JavaScript. */
function sourcePlaceOf(
  { loadFailures, isolate }: Host,
  value: Value,
): { readonly script: Script; readonly offset: number } | undefined {
  const failure = value instanceof JSObject ? loadFailures.get(value) : undefined;
  if (failure?.offset === undefined) return undefined;
  const script = isolate.scripts.findLast((each) => (each.path ?? each.name) === failure.path);
  return script && { script, offset: failure.offset };
}

function isOwn(script: Script | undefined): script is Script {
  return script !== undefined && script.kind !== 'builtin';
}
