/** How what nobody caught is told: on the console, and as the run's error. */
import {
  describeUnquoted,
  getProperty,
  GuestException,
  inspect,
  JSObject,
  toStringValue,
  type Value,
} from '../engine/index.ts';
import type { Host } from './host.ts';

/** On the console, and as the run's error where it is the first. */
export function tell(host: Host, text: string, value: Value, isRejection: boolean): void {
  host.firstError ??= text;
  if (host.agent.onUncaught !== undefined) return host.agent.onUncaught(value, text, isRejection);
  if (isRejection) host.listener?.unhandledRejection(text, value);
  else host.listener?.uncaughtError(text, value);
  host.output.write('stderr', `${text}\n`);
}

/** As a browser's console shows what was thrown: an error by its name, its message and the frames of its stack. V8: descriptionForError. */
export function describeThrown(host: Host, value: Value): string {
  const { isolate } = host;
  if (!(value instanceof JSObject) || value.internal?.kind !== 'error') return errorText(host, value);
  try {
    const text = (key: string): string => toStringValue(isolate, getProperty(isolate, value, key) ?? '');
    const [name, message, stack] = [text('name'), text('message'), text('stack')];
    const frames = /(?:\n {4}at [^\n]*)*$/.exec(stack)![0].replace(/\n {4}at (?:[^\n]*\()?node:[^\n]*/g, '');
    return `${message === '' ? name : `${name}: ${message}`}${frames}`;
  } catch (thrown) {
    if (!(thrown instanceof GuestException)) throw thrown;
    return errorText(host, value);
  }
}

/** As Node's console shows what was thrown. */
export function errorText(host: Host, value: Value): string {
  if (typeof value === 'string') return value;
  let text: string;
  try {
    const isError = value instanceof JSObject && value.internal?.kind === 'error';
    text = inspect(host.isolate, value, isError ? { customInspect: false, depth: 5 } : {});
  } catch (thrown) {
    if (!(thrown instanceof GuestException)) throw thrown;
    return describeUnquoted(value);
  }
  // Frames inside Node's own modules explain nothing about the program.
  return text.replace(/\n {4,}at [^\n]*\(?node:[^\n]*?:\d+:\d+\)?(?=( [{[])?(\n|$))/g, '');
}
