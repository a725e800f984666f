/**
 * What becomes of exceptions and rejections that nobody handles.
 * Node: lib/internal/process/{execution,promises}.js, src/node_errors.cc; HTML: report an exception, HostPromiseRejectionTracker.
 */
import {
  describeUnquoted,
  getProperty,
  GuestException,
  JSObject,
  JSSymbol,
  setProperty,
  toStringValue,
  type Value,
} from '../engine/index.ts';
import { type Host, ProcessExit } from './host.ts';
import { noteUncaught } from './loading/load-problems.ts';
import { errorText, tell } from './error-output.ts';
import { emitWarning } from './globals/process-globals.ts';
import { requireModule } from './modules.ts';
import { emitProcessEvent, hasProcessListener } from './process-events.ts';
import { queueRejections, reportException } from './report.ts';
import { excerptOf } from './throw-site.ts';

/**
 * An exception left a turn. Returns if the run goes on. `isCaught`: code of the runtime itself has caught it and hands it on, so
 * that the place is only known of errors, by their stack. Node: triggerUncaughtException.
 */
export function handleUncaught(host: Host, value: Value, isRejection: boolean, isCaught = isRejection): void {
  if (value instanceof JSObject) noteUncaught(host, value);
  if (!isRejection && value instanceof JSObject && !isErrorLike(value)) stringifyForMessage(host, value);
  if (host.description.unhandled === 'isReported') return reportException(host, value);
  try {
    const origin = isRejection ? 'unhandledRejection' : 'uncaughtException';
    emitProcessEvent(host, 'uncaughtExceptionMonitor', [value, origin]);
    if (host.captureException !== undefined) host.isolate.callNested(host.captureException, undefined, [value]);
    if (host.captureException !== undefined || emitProcessEvent(host, 'uncaughtException', [value, origin])) {
      pushInternalImmediate(host);
      return;
    }
  } catch (thrown) {
    if (!(thrown instanceof GuestException)) throw thrown;
    // A listener that throws ends the process without another event.
    host.isExiting = true;
    host.exitCode = 7;
    end(host, uncaughtText(host, thrown.value, false), thrown.value, false, 7);
  }
  end(host, uncaughtText(host, value, isCaught), value, isRejection, 1);
}

/** So that the loop comes round once more and runs the ticks that wait. Node: createOnGlobalUncaughtException. */
function pushInternalImmediate(host: Host): void {
  const { realm } = host.isolate;
  host.immediates.push({
    id: 0,
    asyncId: host.nextAsyncId++,
    object: realm.newObject(),
    callback: realm.newNative('noop', 0, () => undefined),
    isRefed: true,
    isDestroyed: false,
    isTask: false,
    isInternal: true,
  });
}

/** V8 makes its message of what was thrown with the object's own toString, which may print. V8: MessageHandler::ReportMessage. */
function stringifyForMessage(host: Host, value: JSObject): void {
  const { lastThrow } = host;
  try {
    toStringValue(host.isolate, value);
  } catch (thrown) {
    if (!(thrown instanceof GuestException)) throw thrown;
    host.lastThrow = lastThrow;
  }
}

/**
 * After each drain: promises that were rejected and still have no handler. Whether there were any; where a listener throws nobody
 * hears of those behind. Node: processPromiseRejections.
 */
export function handleRejections(host: Host): 'none' | 'some' | 'interrupted' {
  if (host.rejections.size === 0 && host.handledRejections.length === 0) return 'none';
  if (!tellOfHandled(host)) return 'interrupted';
  const rejections = [...host.rejections];
  host.rejections.clear();
  if (!host.description.hasProcess) {
    queueRejections(
      host,
      rejections.map(([promise]) => promise),
    );
    return 'none';
  }
  const { isolate } = host;
  for (const [promise, { id, asyncContext, turn }] of rejections) {
    const data = promise.internal;
    if (data?.kind !== 'promise') continue;
    host.reportedRejections.set(promise, id);
    const outer = isolate.asyncContext;
    const report = (): void => {
      isolate.asyncContext = asyncContext;
      try {
        reportRejection(host, promise, data.result);
      } finally {
        isolate.asyncContext = outer;
      }
    };
    if (!inTurnAfter(host, turn, listenedTo(host), report)) return 'interrupted';
  }
  return 'some';
}

/** What is called for a rejection; undefined: nothing of the program's. */
function listenedTo(host: Host): string | undefined {
  const events = ['unhandledRejection', 'uncaughtExceptionMonitor', 'uncaughtException'];
  return events.find((event) => hasProcessListener(host, event));
}

/**
 * Listeners of an event hear of what happened in an earlier turn: the log is told in which, by an id below 0. Without an event
 * nobody hears of it. False: a listener threw.
 */
function inTurnAfter(host: Host, turn: number, event: string | undefined, tellListeners: () => void): boolean {
  const id = -1 - turn;
  let hasEnded = true;
  if (event !== undefined) {
    host.clock.beginTurn();
    host.listener?.turnStart('task', id, event);
  }
  try {
    tellListeners();
  } catch (thrown) {
    if (!(thrown instanceof GuestException)) throw thrown;
    handleUncaught(host, thrown.value, false);
    hasEnded = false;
  }
  if (event !== undefined) host.listener?.turnEnd('task', id);
  return hasEnded;
}

/** Throws what a listener throws. Node: throwUnhandledRejectionsMode. */
function reportRejection(host: Host, promise: JSObject, reason: Value): void {
  if (emitProcessEvent(host, 'unhandledRejection', [reason, promise])) return;
  const isAsked =
    host.agent.onUncaught !== undefined ||
    host.captureException !== undefined ||
    hasProcessListener(host, 'uncaughtException');
  if (isErrorLike(reason)) handleUncaught(host, reason, true);
  else if (isAsked) handleUncaught(host, newRejectionError(host, reason), true);
  else {
    const text = `UnhandledPromiseRejection: ${rejectionMessage(reason)} {\n  code: 'ERR_UNHANDLED_REJECTION'\n}`;
    end(host, text, reason, true, 1);
  }
}

/**
 * Those that were reported and have a handler now: who listens is told, or else everybody. False: a listener threw, and what is
 * left waits until the loop has run something. Node: processPromiseRejections.
 */
function tellOfHandled(host: Host): boolean {
  const event = 'rejectionHandled';
  for (let next = host.handledRejections.shift(); next !== undefined; next = host.handledRejections.shift()) {
    const { promise, id, turn } = next;
    if (hasProcessListener(host, event)) {
      if (!inTurnAfter(host, turn, event, () => void emitProcessEvent(host, event, [promise]))) return false;
    } else {
      const text = `Promise rejection was handled asynchronously (rejection id: ${id})`;
      emitWarning(host, text, 'PromiseRejectionHandledWarning');
    }
  }
  return true;
}

function end(host: Host, text: string, value: Value, isRejection: boolean, exitCode: number): never {
  tell(host, text, value, isRejection);
  if (!host.isExiting) {
    host.isExiting = true;
    host.exitCode = exitCode;
    try {
      emitProcessEvent(host, 'exit', [exitCode]);
    } catch (thrown) {
      // As in Node: an exception in the last listener changes nothing.
      if (!(thrown instanceof GuestException)) throw thrown;
    }
  }
  throw new ProcessExit(host.exitCode ?? exitCode);
}

/** As Node prints it before it exits, without the frames inside Node and without its version. */
function uncaughtText(host: Host, value: Value, isCaught: boolean): string {
  const place = placeText(host, value, isCaught);
  const isPrimitive = !(value instanceof JSObject);
  if (!isPrimitive) tellWhereEmitted(host, value);
  // Node converts a primitive to a string, which a symbol refuses.
  const primitiveText = value instanceof JSSymbol ? '' : describeUnquoted(value);
  const text = isPrimitive ? primitiveText : errorText(host, value);
  if (isErrorLike(value)) return place === '' ? text : `${place}\n\n${text}`;
  const hint = isPrimitive ? '\n(Use `node --trace-uncaught ...` to show where the exception was thrown)' : '';
  return `${place === '' ? '' : `\n${place}\n`}${text}${hint}`;
}

/** Node: enhanceStackTrace in lib/events.js, which replaces the error's stack. */
function tellWhereEmitted(host: Host, error: JSObject): void {
  const emitted = host.emittedErrors.get(error);
  if (emitted === undefined || error.internal?.kind !== 'error') return;
  const { isolate } = host;
  const on = emitted.emitter === 'EventEmitter' ? '' : ` on ${emitted.emitter} instance`;
  const frames = toStringValue(isolate, getProperty(isolate, emitted.stack, 'stack'))
    .split('\n')
    .slice(1);
  const own = toStringValue(isolate, getProperty(isolate, error, 'stack'));
  setProperty(isolate, error, 'stack', `${own}\nEmitted 'error' event${on} at:\n${frames.join('\n')}`);
}

/** Where a thrown exception was thrown; for a rejection, or one that was caught before, where its error was made. */
function placeText(host: Host, value: Value, isCaught: boolean): string {
  const site = host.lastThrow;
  if (value instanceof JSObject && host.unplacedErrors.has(value)) return '';
  if (!isCaught && site !== undefined && Object.is(site.value, value))
    return site.script === undefined ? '' : excerptOf(site.script, site.offset, site.end);
  if (!isErrorLike(value)) return '';
  // V8 finds the place by the captured frames, and gives those up once `stack` has been read.
  if (isCaught && value.internal?.kind === 'error' && value.internal.formatted !== undefined) return '';
  if (host.errorsOfHost.has(value) || value.internal?.kind !== 'error') return '';
  const location = host.isolate.errorLocations.get(value);
  if (location !== undefined) return excerptOf(location.script, location.start, location.end);
  const frame = value.internal.frames?.find(({ script }) => script !== undefined && script.kind !== 'builtin');
  return frame?.script === undefined ? '' : excerptOf(frame.script, frame.offset);
}

function isErrorLike(value: Value): value is JSObject {
  return value instanceof JSObject && value.internal?.kind === 'error';
}

/** What Node throws in place of a rejection's reason that is no error. */
function rejectionMessage(reason: Value): string {
  return (
    'This error originated either by throwing inside of an async function without a catch block, ' +
    'or by rejecting a promise which was not handled with .catch(). ' +
    `The promise rejected with the reason "${describeUnquoted(reason)}".`
  );
}

function newRejectionError(host: Host, reason: Value): JSObject {
  const make = requireModule(host, 'internal/process/rejection_error') as JSObject;
  return host.isolate.callNested(make, undefined, [rejectionMessage(reason)]) as JSObject;
}
