/** Fills a new realm with its builtins, in the order in which V8 does. V8: src/init/bootstrapper.cc (Genesis). */
import { evalFunction } from './eval.ts';
import { installArrayIterator } from './array-iterator.ts';
import { arrayRuntime } from './array-runtime.ts';
import { installArray } from './array.ts';
import { installArrayBuffer } from './array-buffer.ts';
import { installAtomics } from './atomics.ts';
import { installBigInt } from './bigint.ts';
import { installBoolean } from './boolean.ts';
import { installConsole } from './console.ts';
import { installDataView } from './data-view.ts';
import { installDate } from './date.ts';
import { callSiteRuntime } from './default-call-site.ts';
import { disposableStackRuntime, installDisposableStacks } from './disposable-stack.ts';
import { errorRuntime, installError } from './error.ts';
import { installFunction } from './function.ts';
import { installGc } from './gc.ts';
import { installGenerators } from './generator.ts';
import { installGlobal } from './global.ts';
import { installIntl } from './intl.ts';
import { installIterator, iteratorRuntime } from './iterator.ts';
import { installJson, jsonRuntime } from './json.ts';
import { installMapIterator } from './map-iterator.ts';
import { installMap, mapRuntime } from './map.ts';
import { installMath } from './math.ts';
import { installNatives } from './natives.ts';
import { installNumber } from './number.ts';
import { installObject, objectRuntime } from './object.ts';
import { installPromise, promiseRuntime } from './promise.ts';
import { installProxy } from './proxy.ts';
import { installReflect } from './reflect.ts';
import { newRegExp } from './regexp-create.ts';
import { regExpFastRuntime } from './regexp-fast.ts';
import { installRegExpStringIterator } from './regexp-string-iterator.ts';
import { installRegExp, regExpRuntime } from './regexp.ts';
import { installSetIterator } from './set-iterator.ts';
import { installSet, setRuntime } from './set.ts';
import { installStringIterator } from './string-iterator.ts';
import { stringRuntime } from './string-search.ts';
import { installString } from './string.ts';
import { installSymbol } from './symbol.ts';
import { installTypedArrays, typedArrayRuntime } from './typed-array.ts';
import { installWeakMap, weakMapRuntime } from './weak-map.ts';
import { installWeakRef } from './weak-ref.ts';
import { installWeakSet, weakSetRuntime } from './weak-set.ts';
import type { Isolate } from '../execution/isolate.ts';
import type { RuntimeFunctions } from '../execution/runtime.ts';

const runtimeFamilies: readonly RuntimeFunctions[] = [
  arrayRuntime,
  callSiteRuntime,
  disposableStackRuntime,
  errorRuntime,
  iteratorRuntime,
  jsonRuntime,
  mapRuntime,
  objectRuntime,
  promiseRuntime,
  regExpFastRuntime,
  regExpRuntime,
  setRuntime,
  stringRuntime,
  typedArrayRuntime,
  weakMapRuntime,
  weakSetRuntime,
  { NewRegExp: (isolate, args) => newRegExp(isolate, args[0] as string, args[1] as string) },
];

export function installBuiltins(isolate: Isolate): void {
  for (const family of runtimeFamilies)
    for (const [name, native] of Object.entries(family)) isolate.runtime.set(name, native);
  if (isolate.options.v8Flags?.flags['allow-natives-syntax']) installNatives(isolate);
  installObject(isolate);
  installFunction(isolate);
  installSymbol(isolate);
  installError(isolate);
  installIterator(isolate);
  installArrayIterator(isolate);
  installArray(isolate);
  installNumber(isolate);
  installBoolean(isolate);
  installStringIterator(isolate);
  installString(isolate);
  installDate(isolate);
  installPromise(isolate);
  installRegExpStringIterator(isolate);
  installRegExp(isolate);
  installMath(isolate);
  installJson(isolate);
  installArrayBuffer(isolate);
  installTypedArrays(isolate);
  installDataView(isolate);
  installAtomics(isolate);
  installMapIterator(isolate);
  installMap(isolate);
  installBigInt(isolate);
  installSetIterator(isolate);
  installSet(isolate);
  installWeakMap(isolate);
  installWeakSet(isolate);
  installWeakRef(isolate);
  installProxy(isolate);
  installReflect(isolate);
  installGenerators(isolate);
  installDisposableStacks(isolate);
  installGlobal(isolate);
  evalFunction(isolate);
  if (isolate.options.v8Flags?.flags['expose-gc']) installGc(isolate);
  installIntl(isolate);
  installConsole(isolate);
}
