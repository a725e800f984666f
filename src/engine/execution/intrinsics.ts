/** InvokeIntrinsic: what generators and async functions need. V8: src/interpreter/interpreter-intrinsics-generator.cc. */
import { type Intrinsic, intrinsicNames } from '../bytecode/runtime-functions.ts';
import { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import {
  asyncGeneratorAwait,
  asyncGeneratorReject,
  asyncGeneratorResolve,
  asyncGeneratorYield,
} from './async-generators.ts';
import { throwTypeError } from './errors.ts';
import type { Frame } from './frame.ts';
import { createGeneratorObject, resumeModeNumber, resumeState } from './generators.ts';
import type { Isolate } from './isolate.ts';
import { copyDataProperties } from './literals.ts';
import { importMetaOf } from './module-environment.ts';
import { awaitValue, newPromise, rejectPromise, resolvePromise } from './promises.ts';
import { throwNullishLoad } from './nullish-load.ts';

type IntrinsicCode = (isolate: Isolate, frame: Frame, args: Value[]) => Value;

const table: { readonly [I in Intrinsic]: IntrinsicCode } = {
  _AsyncFunctionEnter: (isolate, frame, args) => {
    const generator = createGeneratorObject(isolate, frame, args[1]);
    resumeState(generator).promise = newPromise(isolate);
    return generator;
  },
  _AsyncFunctionAwait: (isolate, _frame, args) => {
    const generator = args[0] as JSObject;
    resumeState(generator).awaiting = true;
    awaitValue(isolate, generator, args[1], 'await');
    return resumeState(generator).promise;
  },
  _AsyncFunctionReject: (isolate, _frame, args) => {
    const promise = resumeState(args[0] as JSObject).promise!;
    rejectPromise(isolate, promise, args[1]);
    return promise;
  },
  _AsyncFunctionResolve: (isolate, _frame, args) => {
    const promise = resumeState(args[0] as JSObject).promise!;
    resolvePromise(isolate, promise, args[1]);
    return promise;
  },
  _AsyncGeneratorAwait: (isolate, _frame, args) => asyncGeneratorAwait(isolate, args[0] as JSObject, args[1]),
  _AsyncGeneratorReject: (isolate, _frame, args) => asyncGeneratorReject(isolate, args[0] as JSObject, args[1]),
  _AsyncGeneratorResolve: (isolate, _frame, args) =>
    asyncGeneratorResolve(isolate, args[0] as JSObject, args[1], args[2] === true),
  _AsyncGeneratorYieldWithAwait: (isolate, _frame, args) => asyncGeneratorYield(isolate, args[0] as JSObject, args[1]),
  _CopyDataProperties: (isolate, _frame, args) => {
    copyDataProperties(isolate, args[0] as JSObject, args[1], []);
    return args[0];
  },
  _CopyDataPropertiesWithExcludedPropertiesOnStack: (isolate, _frame, args) => {
    if (args[0] === undefined || args[0] === null) throwNullishLoad(isolate, args[0], undefined);
    const target = isolate.realm.newObject();
    copyDataProperties(isolate, target, args[0], args.slice(1));
    return target;
  },
  _CreateAsyncFromSyncIterator: (isolate, _frame, args) => {
    if (!(args[0] instanceof JSObject)) throwTypeError(isolate, 'SymbolIteratorInvalid');
    const iterator = isolate.interpreter.enterCall(isolate.internalFunction('AsyncFromSyncIterator'), undefined, [
      args[0],
    ]);
    return iterator;
  },
  _CreateIterResultObject: (isolate, _frame, args) => isolate.newIterResult(args[0], args[1] === true),
  _CreateJSGeneratorObject: (isolate, frame, args) => createGeneratorObject(isolate, frame, args[1]),
  _GeneratorClose: (_isolate, _frame, args) => {
    resumeState(args[0] as JSObject).state = -2;
    return undefined;
  },
  _GeneratorGetResumeMode: (_isolate, _frame, args) => resumeModeNumber(args[0] as JSObject),
  _GetImportMetaObject: (isolate, frame) => importMetaOf(isolate, frame),
};

const codes = intrinsicNames.map((name) => table[name]);

export function invokeIntrinsic(isolate: Isolate, frame: Frame, id: number, args: Value[]): Value {
  return codes[id]!(isolate, frame, args);
}
