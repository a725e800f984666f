/**
 * DOMException, and structuredClone, which throws it: what hosts add to the language that needs nothing of a host.
 * WebIDL: DOMException; HTML: structuredClone; Node: lib/internal/per_context/domexception.js, lib/internal/worker/js_transferable.js.
 */
import { prototypeFromConstructor } from '../execution/construct.ts';
import { toStringValue } from '../execution/conversions.ts';
import { lookupData } from '../execution/describe.ts';
import { initializeError, throwError } from '../execution/errors.ts';
import { GuestException } from '../execution/guest-exception.ts';
import type { Isolate } from '../execution/isolate.ts';
import { platformTypeOf } from '../execution/platform-types.ts';
import { getProperty, hasProperty } from '../execution/property-access.ts';
import { captureStack } from '../execution/stack-trace.ts';
import { type FunctionData, nativeMarks } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { addOwn, defineOwn } from '../objects/own-properties.ts';
import { Attribute, builtinAttributes } from '../objects/property-details.ts';
import { JSSymbol, type Value } from '../objects/value.ts';
import { isArrayBuffer } from './array-buffer.ts';
import { constructor, getter, method, type Native, toStringTag } from './install.ts';
import { structuredDeserialize } from './structured-deserialize.ts';
import { structuredSerialize } from './structured-serialize.ts';
import { iterableValues } from './typed-array-create.ts';

/** Names with their codes and constants, in the order of the standard. */
const codes = [
  ['IndexSizeError', 'INDEX_SIZE_ERR', 1],
  [undefined, 'DOMSTRING_SIZE_ERR', 2],
  ['HierarchyRequestError', 'HIERARCHY_REQUEST_ERR', 3],
  ['WrongDocumentError', 'WRONG_DOCUMENT_ERR', 4],
  ['InvalidCharacterError', 'INVALID_CHARACTER_ERR', 5],
  [undefined, 'NO_DATA_ALLOWED_ERR', 6],
  ['NoModificationAllowedError', 'NO_MODIFICATION_ALLOWED_ERR', 7],
  ['NotFoundError', 'NOT_FOUND_ERR', 8],
  ['NotSupportedError', 'NOT_SUPPORTED_ERR', 9],
  ['InUseAttributeError', 'INUSE_ATTRIBUTE_ERR', 10],
  ['InvalidStateError', 'INVALID_STATE_ERR', 11],
  ['SyntaxError', 'SYNTAX_ERR', 12],
  ['InvalidModificationError', 'INVALID_MODIFICATION_ERR', 13],
  ['NamespaceError', 'NAMESPACE_ERR', 14],
  ['InvalidAccessError', 'INVALID_ACCESS_ERR', 15],
  [undefined, 'VALIDATION_ERR', 16],
  ['TypeMismatchError', 'TYPE_MISMATCH_ERR', 17],
  ['SecurityError', 'SECURITY_ERR', 18],
  ['NetworkError', 'NETWORK_ERR', 19],
  ['AbortError', 'ABORT_ERR', 20],
  ['URLMismatchError', 'URL_MISMATCH_ERR', 21],
  ['QuotaExceededError', 'QUOTA_EXCEEDED_ERR', 22],
  ['TimeoutError', 'TIMEOUT_ERR', 23],
  ['InvalidNodeTypeError', 'INVALID_NODE_TYPE_ERR', 24],
  ['DataCloneError', 'DATA_CLONE_ERR', 25],
] as const;

/** Where an exception keeps what its accessors give. */
interface Slots {
  readonly name: JSSymbol;
  readonly message: JSSymbol;
}

export function installStructuredClone(isolate: Isolate): void {
  const { realm } = isolate;
  const slots: Slots = { name: new JSSymbol('name', true), message: new JSSymbol('message', true) };
  const prototype = realm.plainPrototype(realm.intrinsic('Error.prototype'));
  const object = constructor(isolate, 'DOMException', 0, constructException(slots), prototype);
  (object.internal as FunctionData).data = nativeMarks.apiClass;
  for (const name of ['name', 'message', 'code'] as const) {
    getter(isolate, prototype, name, (_isolate, receiver) => readSlot(isolate, slots, name, receiver));
    defineOwn(prototype, name, { enumerable: true });
  }
  toStringTag(isolate, prototype, 'DOMException');
  for (const [, constant, code] of codes) {
    addOwn(object, constant, code, Attribute.enumerable);
    addOwn(prototype, constant, code, Attribute.enumerable);
  }
  const fail = (message: string): never => {
    throw new GuestException(newException(isolate, slots, prototype, undefined, message, 'DataCloneError'));
  };
  const clone = method(isolate, realm.globalObject, 'structuredClone', 2, (_isolate, _receiver, args) => {
    if (args.length === 0) return throwMissingValue(isolate);
    const transfer = transferList(isolate, args[1], fail);
    return structuredDeserialize(isolate, structuredSerialize(isolate, args[0], { transfer, fail })).value;
  });
  // Of the globals that hosts add, functions are enumerable and classes are not.
  realm.globalObject.dictionary?.delete('structuredClone');
  addOwn(realm.globalObject, 'structuredClone', clone, Attribute.all);
}

function constructException(slots: Slots): Native {
  return (isolate, _receiver, [message, options], newTarget) => {
    if (newTarget === undefined)
      throwError(
        isolate,
        'TypeError',
        String(
          isolate.runtime.get('CalledHostClass')?.(isolate, ['DOMException']) ??
            "Class constructor DOMException cannot be invoked without 'new'",
        ),
      );
    const prototype = prototypeFromConstructor(isolate, newTarget, 'DOMException.prototype');
    const text = message === undefined ? '' : toStringValue(isolate, message);
    const given = options instanceof JSObject ? getProperty(isolate, options, 'name') : options;
    const name = given === undefined ? 'Error' : toStringValue(isolate, given);
    const exception = newException(isolate, slots, prototype, newTarget, text, name);
    if (options instanceof JSObject && hasProperty(isolate, options, 'cause'))
      addOwn(exception, 'cause', getProperty(isolate, options, 'cause'), builtinAttributes);
    return exception;
  };
}

function newException(
  isolate: Isolate,
  slots: Slots,
  prototype: JSObject,
  newTarget: JSObject | undefined,
  message: string,
  name: string,
): JSObject {
  const exception = new JSObject(isolate.realm.root('error', prototype));
  initializeError(exception, captureStack(isolate, newTarget), undefined);
  addOwn(exception, slots.name, name, Attribute.writable);
  addOwn(exception, slots.message, message, Attribute.writable);
  return exception;
}

function readSlot(isolate: Isolate, slots: Slots, name: 'name' | 'message' | 'code', receiver: Value): Value {
  const kept = receiver instanceof JSObject ? lookupData(receiver, slots[name === 'code' ? 'name' : name]) : undefined;
  if (typeof kept !== 'string') return throwError(isolate, 'TypeError', 'Value of "this" must be of type DOMException');
  return name === 'code' ? (codes.find(([known]) => known === kept)?.[2] ?? 0) : kept;
}

function throwMissingValue(isolate: Isolate): never {
  // So it reads in Node.
  const message = 'The "The value argument must be specified" argument must be specified';
  const error = isolate.error('TypeError', message);
  const object = error.value as JSObject;
  if (object.internal?.kind === 'error') object.internal.header = `TypeError [ERR_MISSING_ARGS]: ${message}`;
  addOwn(object, 'code', 'ERR_MISSING_ARGS', Attribute.all);
  throw error;
}

/** Node: codedTypeError in lib/internal/webidl.js. */
function throwConversion(isolate: Isolate, message: string): never {
  const error = isolate.error('TypeError', message);
  addOwn(error.value as JSObject, 'code', 'ERR_INVALID_ARG_TYPE', Attribute.all);
  throw error;
}

function transferList(isolate: Isolate, options: Value, fail: (message: string) => never): JSObject[] {
  if (options === undefined || options === null) return [];
  const prefix = "Failed to execute 'structuredClone': ";
  if (!(options instanceof JSObject))
    return throwConversion(isolate, `${prefix}Options cannot be converted to a dictionary`);
  const list = getProperty(isolate, options, 'transfer');
  if (list === undefined) return [];
  const values = list instanceof JSObject ? iterableValues(isolate, list) : undefined;
  if (values === undefined)
    return throwConversion(isolate, `${prefix}transfer in Options cannot be converted to sequence.`);
  values.forEach((value, index) => {
    if (value instanceof JSObject) return;
    throwConversion(isolate, `${prefix}transfer in Options[${index}] is not an object.`);
  });
  return checkTransferList(isolate, values as JSObject[], fail);
}

/** Only buffers, and what the host says can be transferred; each once. */
export function checkTransferList(
  isolate: Isolate,
  objects: readonly JSObject[],
  fail: (message: string, index?: number, duplicate?: string) => never,
): JSObject[] {
  const seen = new Set<JSObject>();
  for (const [index, object] of objects.entries()) {
    const type = isArrayBuffer(object) ? 'ArrayBuffer' : transferableType(isolate, object);
    if (type === undefined) return fail('Found invalid value in transferList.', index);
    if (seen.has(object)) return fail(`Transfer list contains duplicate ${type}`, index, type);
    seen.add(object);
  }
  return [...seen];
}

function transferableType(isolate: Isolate, object: JSObject): string | undefined {
  const [name, type] = platformTypeOf(isolate, object) ?? [];
  return type?.transfer === undefined ? undefined : name;
}
