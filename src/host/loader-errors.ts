/** Errors of the loaders as the program catches them. Node: lib/internal/errors.js, decorateErrorStack in lib/internal/util.js. */
import {
  addOwn,
  Attribute,
  GuestException,
  type JSObject,
  makeError,
  type ParseFailure,
  RunStopped,
  type Script,
} from '../engine/index.ts';
import { stopForFiles } from './file-requests.ts';
import type { Host } from './host.ts';
import { ResolutionError } from './resolution-error.ts';
import { excerpt } from './throw-site.ts';

/**
 * Runs a part of resolution; what it does not find becomes an error of the program. Nothing it says counts while a path
 * that it asked for is not known.
 */
export function resolving<T>(host: Host, action: () => T): T {
  try {
    const result = action();
    stopForFiles(host);
    return result;
  } catch (error) {
    if (!(error instanceof RunStopped)) stopForFiles(host);
    if (error instanceof ResolutionError) throw new GuestException(resolutionError(host, error));
    throw error;
  }
}

export function resolutionError(host: Host, { name, code, message, properties }: ResolutionError): JSObject {
  const error = makeError(host.isolate, name, message);
  // The codes of older errors do not stand in the first line.
  if (code.startsWith('ERR_') && error.internal?.kind === 'error')
    error.internal.header = `${name} [${code}]: ${message}`;
  host.unplacedErrors.add(error);
  addOwn(error, 'code', code, Attribute.all);
  for (const [key, value] of Object.entries(properties))
    addOwn(error, key, typeof value === 'string' ? value : host.isolate.realm.newArray([...value]), Attribute.all);
  return error;
}

export function throwLoaderError(
  host: Host,
  code: string,
  message: string,
  name: 'Error' | 'TypeError' = 'Error',
): never {
  throw new GuestException(resolutionError(host, new ResolutionError(code, message, {}, name)));
}

/** The SyntaxError of a file that cannot be parsed: its stack begins with the place. */
export function sourceError(host: Host, script: Script, failure: ParseFailure): JSObject {
  const match = /^(SyntaxError|RangeError|ReferenceError): (.*)$/s.exec(failure.message);
  const name = (match?.[1] ?? 'Error') as 'SyntaxError';
  const message = match?.[2] ?? failure.message;
  const error = makeError(host.isolate, name, message);
  const place = excerpt(script.name, script.source, failure.offset, failure.end - failure.offset);
  if (error.internal?.kind === 'error') error.internal.header = `${place}\n\n${name}: ${message}`;
  host.unplacedErrors.add(error);
  return error;
}
