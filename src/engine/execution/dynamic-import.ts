/**
 * import(): what it checks before the host loads the module. Everything that goes wrong rejects the promise.
 * V8: Runtime_DynamicImportCall, Isolate::RunHostImportModuleDynamicallyCallback. ECMAScript: EvaluateImportCall.
 */
import type { ImportAttribute } from '../parsing/module-descriptor.ts';
import { FunctionData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { keyToDisplay, type Value } from '../objects/value.ts';
import { toStringValue } from './conversions.ts';
import { throwTypeError } from './errors.ts';
import { GuestException } from './guest-exception.ts';
import type { Isolate } from './isolate.ts';
import { getOwnProperty, getProperty, ownPropertyKeys } from './property-access.ts';
import { newPromise, rejectPromise } from './promises.ts';
import { JSSymbol } from '../objects/value.ts';

/** closure, specifier, and the second argument where there is one. */
export function dynamicImportCall(isolate: Isolate, args: readonly Value[]): JSObject {
  const [closure, specifierValue, , options] = args;
  const { shared } = (closure as JSObject).internal as FunctionData;
  try {
    const specifier = toStringValue(isolate, specifierValue);
    const attributes = importAttributes(isolate, options);
    if (isolate.importModuleDynamically === undefined) throwTypeError(isolate, 'NotSimulated', 'dynamic import here');
    return isolate.importModuleDynamically(shared!.script, specifier, attributes);
  } catch (error) {
    if (!(error instanceof GuestException)) throw error;
    const promise = newPromise(isolate);
    rejectPromise(isolate, promise, error.value);
    return promise;
  }
}

function importAttributes(isolate: Isolate, options: Value): ImportAttribute[] {
  if (options === undefined) return [];
  if (!(options instanceof JSObject)) return throwTypeError(isolate, 'NonObjectImportArgument');
  const given = getProperty(isolate, options, 'with');
  if (given === undefined) return [];
  if (!(given instanceof JSObject)) return throwTypeError(isolate, 'NonObjectAttributesOption');
  const attributes: ImportAttribute[] = [];
  for (const key of ownPropertyKeys(isolate, given)) {
    if (key instanceof JSSymbol || getOwnProperty(isolate, given, key)?.enumerable !== true) continue;
    const value = getProperty(isolate, given, key);
    if (typeof value !== 'string') return throwTypeError(isolate, 'NonStringImportAttributeValue');
    attributes.push({ key: keyToDisplay(key), value });
  }
  return attributes;
}
