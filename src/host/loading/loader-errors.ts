/** Errors of the loaders as the program catches them. Node: lib/internal/errors.js, decorateErrorStack in lib/internal/util.js. */
import {
  addOwn,
  Attribute,
  GuestException,
  type JSObject,
  lookupData,
  makeError,
  type ParseFailure,
  RunStopped,
  type Script,
} from '../../engine/index.ts';
import { stopForFiles } from './file-requests.ts';
import type { Host } from '../host.ts';
import { ResolutionError } from './resolution-error.ts';
import { excerpt } from '../throw-site.ts';

/**
 * Runs a part of resolution; what it does not find becomes an error of the program. Nothing it says counts while a path
 * that it asked for is not known. `asked`: which file asks for what.
 */
export function resolving<T>(host: Host, action: () => T, asked?: { path: string; request: string }): T {
  try {
    const result = action();
    stopForFiles(host);
    return result;
  } catch (error) {
    if (!(error instanceof RunStopped)) stopForFiles(host);
    if (!(error instanceof ResolutionError)) throw error;
    const thrown = resolutionError(host, error);
    if (asked !== undefined) host.loadFailures.set(thrown, { message: firstLine(error.message), ...asked });
    throw new GuestException(thrown);
  }
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]!;
}

function resolutionError(host: Host, { name, code, message, properties }: ResolutionError): JSObject {
  const error = makeError(host.isolate, name, message);
  inNode(error);
  // The codes of older errors do not stand in the first line.
  if (code.startsWith('ERR_') && error.internal?.kind === 'error')
    error.internal.header = `${name} [${code}]: ${message}`;
  host.unplacedErrors.add(error);
  addOwn(error, 'code', code, Attribute.all);
  for (const [key, value] of Object.entries(properties))
    addOwn(error, key, typeof value === 'string' ? value : host.isolate.realm.newArray([...value]), Attribute.all);
  return error;
}

/** Node throws it in a function of its own: an error without any frame would be printed in brackets. */
export function inNode(error: JSObject): void {
  const data = error.internal;
  if (data?.kind !== 'error' || data.frames === undefined || data.frames.length > 0) return;
  const script = {
    id: -1,
    name: 'node:internal/modules/esm/loader',
    kind: 'builtin',
    source: '',
    lineOffset: 0,
  } as const;
  data.frames = [{ closure: undefined, receiver: undefined, script, offset: 0, isAsync: false, isConstruct: false }];
}

export function throwLoaderError(
  host: Host,
  code: string,
  message: string,
  name: 'Error' | 'TypeError' = 'Error',
): never {
  throw new GuestException(resolutionError(host, new ResolutionError(code, message, {}, name)));
}

/** The file is there, and Node would read it: the editor does not. */
export function refusalError(host: Host, path: string, reason: string): JSObject {
  const message = `Underhood does not read ${path}: ${reason}`;
  const error = resolutionError(host, new ResolutionError('ERR_FILE_UNREADABLE', message));
  host.loadFailures.set(error, { message, path });
  return error;
}

/** Node has no words for what only Underhood cannot do: such an error says which import it is about. */
export function placeOurError(host: Host, error: JSObject, script: Script, start: number, end: number): void {
  if (error.internal?.kind !== 'error') return;
  const message = lookupData(error, 'message');
  if (typeof message !== 'string' || !message.startsWith('Underhood ')) return;
  host.unplacedErrors.add(error);
  inNode(error);
  const header = error.internal.header ?? `Error: ${message}`;
  error.internal.header = `${excerpt(script.name, script.source, start, end - start)}\n\n${header}`;
}

/** The SyntaxError of a file that cannot be parsed: its stack begins with the place. */
export function sourceError(host: Host, script: Script, failure: ParseFailure): JSObject {
  const match = /^(SyntaxError|RangeError|ReferenceError): (.*)$/s.exec(failure.message);
  const name = (match?.[1] ?? 'Error') as 'SyntaxError';
  const message = match?.[2] ?? failure.message;
  const error = makeError(host.isolate, name, message);
  inNode(error);
  const { offset, end } = failure;
  const place = excerpt(script.name, script.source, offset, end - offset, script.lineOffset);
  if (error.internal?.kind === 'error') error.internal.header = `${place}\n\n${name}: ${message}`;
  host.unplacedErrors.add(error);
  host.loadFailures.set(error, { message: failure.message, path: script.path ?? script.name, offset });
  return error;
}
