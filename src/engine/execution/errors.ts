/** Making and throwing guest errors. V8: src/execution/messages.cc, src/runtime/runtime-internal.cc. */
import type { ErrorData, StackTraceFrame } from '../objects/internal-slots.ts';
import { addField, JSObject } from '../objects/js-object.ts';
import { addOwn } from '../objects/own-properties.ts';
import { Attribute, builtinAttributes } from '../objects/property-details.ts';
import { errorPlaceSymbols, type Value } from '../objects/value.ts';
import { recordWrite } from '../objects/write-barrier.ts';
import { GuestException } from './guest-exception.ts';
import type { Isolate } from './isolate.ts';
import { formatMessage, type MessageTemplate } from './message-templates.ts';
import type { Script } from '../parsing/script.ts';
import type { SyntaxFailure } from '../parsing/syntax-errors.ts';
import { captureStack, type ErrorLocation } from './stack-trace.ts';

export type ErrorName =
  | 'Error'
  | 'TypeError'
  | 'RangeError'
  | 'ReferenceError'
  | 'SyntaxError'
  | 'EvalError'
  | 'URIError'
  | 'AggregateError'
  | 'SuppressedError'
  | 'CompileError'
  | 'LinkError'
  | 'RuntimeError';

export function throwTypeError(isolate: Isolate, template: MessageTemplate, ...args: string[]): never {
  throw new GuestException(makeError(isolate, 'TypeError', formatMessage(template, args)));
}

export function throwRangeError(isolate: Isolate, template: MessageTemplate, ...args: string[]): never {
  throw new GuestException(makeError(isolate, 'RangeError', formatMessage(template, args)));
}

export function throwReferenceError(isolate: Isolate, template: MessageTemplate, ...args: string[]): never {
  throw new GuestException(makeError(isolate, 'ReferenceError', formatMessage(template, args)));
}

export function throwSyntaxError(isolate: Isolate, message: string): never {
  throw new GuestException(makeError(isolate, 'SyntaxError', message));
}

/** Of code that was made at run time, whose text shows it. Nesting that overflows the parser is a RangeError, as in V8. */
export function throwParseFailure(isolate: Isolate, script: Script, failure: SyntaxFailure): never {
  const [name, message] = failure.message.split(/: (.*)/s);
  if (name === 'RangeError') throw new GuestException(makeError(isolate, name, message ?? ''));
  const error = makeError(isolate, 'SyntaxError', message ?? '');
  throwAt(isolate, error, { script, start: failure.offset, end: failure.end });
}

/** Throws an error that is about a place of its own. V8: Isolate::ThrowAt, which keeps the place in fields of the error. */
export function throwAt(isolate: Isolate, error: JSObject, { script, start, end }: ErrorLocation): never {
  // Simplified: V8 keeps the script under the last symbol.
  const place = [start, end, undefined];
  for (const [i, symbol] of errorPlaceSymbols.entries()) addOwn(error, symbol, place[i], Attribute.all);
  isolate.errorLocations.set(error, { script, start, end });
  // Where the host's own code catches it nobody is told of the throw.
  isolate.messageLocation = { script, start, end, error };
  throw new GuestException(error);
}

export function throwError(isolate: Isolate, name: ErrorName, message: string): never {
  throw new GuestException(makeError(isolate, name, message));
}

/** A new error object with the stack of this moment. */
export function makeError(isolate: Isolate, name: ErrorName, message: string): JSObject {
  const error = new JSObject(isolate.realm.errorHiddenClass(name));
  initializeError(error, captureStack(isolate, undefined), message);
  addOwn(error, 'message', message, builtinAttributes);
  return error;
}

/**
 * The fields that every error has, for its stack and its first message. All share one accessor `stack`, which makes the text when
 * somebody reads it (error-stack.ts). Simplified: what V8 keeps in the first field is `internal` here.
 */
export function initializeError(
  error: JSObject,
  frames: StackTraceFrame[] | undefined,
  message: Value,
  formatted?: ErrorData['formatted'],
): void {
  error.internal = { kind: 'error', frames, header: undefined, formatted };
  addField(error, 0, undefined);
  addField(error, 1, message);
  recordWrite(error, message);
}
