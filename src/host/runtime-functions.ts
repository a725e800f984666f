/** What the sources of Node's own modules call by `%Name(…)` beside what all builtin code has (builtin-module-sources.ts). */
import { initialMapOf, type Isolate, JSObject, lookupData, throwError, type Value } from '../engine/index.ts';
import { installEventFunctions } from './events/event-functions.ts';
import { installBroadcastFunctions } from './agents/broadcasts.ts';
import { installPortFunctions } from './agents/port-functions.ts';
import { installThreadFunctions } from './agents/thread-functions.ts';
import { installBlockingFunctions } from './blocking.ts';
import { installWorkerFunctions } from './agents/worker-functions.ts';
import type { Host } from './host.ts';
import { installMessageFunctions } from './messages/message-functions.ts';
import {
  newBindingError,
  newNodeError,
  throwInvalidType,
  validateBoolean,
  validateFunction,
  validateNumber,
  validateString,
} from './node-errors.ts';
import { installNodeNatives } from './node/natives.ts';
import { emitProcessEvent } from './process-events.ts';

export function installRuntimeFunctions(host: Host): void {
  const { isolate } = host;
  installPortFunctions(host);
  installBroadcastFunctions(host);
  if (host.description.hasProcess) installThreadFunctions(host);
  else installWorkerFunctions(host);
  installBlockingFunctions(host);
  const define = (name: string, run: (args: Value[]) => Value | void): void =>
    void isolate.runtime.set(name, (_isolate, args) => run(args) as Value);
  installNodeNatives(host);
  isolate.runtime.set('NewObjectOf', newObjectOf);
  define('ValidateFunction', ([value, name]) => validateFunction(isolate, value, String(name)));
  define('ValidateString', ([value, name]) => validateString(isolate, value, String(name)));
  define('ValidateBoolean', ([value, name]) => validateBoolean(isolate, value, String(name)));
  define('ValidateNumber', ([value, name, least]) => validateNumber(isolate, value, String(name), Number(least)));
  define('ThrowInvalidType', ([name, expected, value]) =>
    throwInvalidType(isolate, String(name), String(expected), value),
  );
  define('NewBindingError', ([code, message, name]) =>
    newBindingError(isolate, name as 'TypeError' | 'RangeError' | 'Error', String(code), String(message)),
  );
  define('NewNodeError', ([code, message, name = 'Error']) =>
    newNodeError(isolate, name as 'Error', String(code), String(message)),
  );
  installEventFunctions(host);
  installMessageFunctions(host);
  define('NoteEmittedError', ([error, emitter, stack]) => {
    if (error instanceof JSObject && stack instanceof JSObject)
      host.emittedErrors.set(error, { emitter: String(emitter), stack });
    return undefined;
  });
  define('NotSimulated', ([name]) => throwError(isolate, 'Error', `Underhood does not simulate ${String(name)} yet`));
  define('PrintWarning', ([text]) => host.print('warn', String(text)));
  define('EmitProcessEvent', ([event, value]) => emitProcessEvent(host, String(event), [value]));
}

/** (new.target): an empty object with its prototype. */
function newObjectOf(isolate: Isolate, [newTarget]: Value[]): Value {
  const prototype = lookupData(newTarget as JSObject, 'prototype');
  return new JSObject(
    initialMapOf(
      isolate,
      newTarget as JSObject,
      prototype instanceof JSObject ? prototype : isolate.realm.objectPrototype,
    ),
  );
}
