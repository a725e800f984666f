/**
 * Runtime functions: what CallRuntime calls. Those of V8 stand in a typed table; self-hosted builtins use further ones
 * by name, which the builtins register. V8: src/runtime/runtime-*.cc.
 */
import { transitionElementsKind } from '../objects/elements.ts';
import { ElementsKind } from '../objects/elements-kind.ts';
import type { BytecodeArray, GlobalDeclarations, ModuleDeclarations } from '../bytecode/bytecode-array.ts';
import {
  nativeOfRuntimeId,
  type RuntimeFunction as RuntimeName,
  runtimeFunctionNames,
} from '../bytecode/runtime-functions.ts';
import { AccessorPair } from '../objects/accessor-pair.ts';
import { defineOwn, setPrototype } from '../objects/own-properties.ts';
import { JSObject } from '../objects/js-object.ts';
import { JSSymbol, keyToValue, type Value } from '../objects/value.ts';
import { isCallable, isConstructor } from './calls.ts';
import { defineClass } from './classes.ts';
import {
  primitiveToNumber,
  primitiveToString,
  toIntegerOrInfinity,
  toLength,
  toNumber,
  toObject,
  toPropertyKey,
  toStringValue,
} from './conversions.ts';
import { describe, describeUnquoted, typeName } from './describe.ts';
import {
  declareEvalVariable,
  deleteLookupSlot,
  loadLookupSlotForCall,
  loadResolvedSlot,
  resolveLookupSlot,
  storeResolvedSlot,
} from './dynamic-scope.ts';
import { throwError, throwRangeError, throwReferenceError, throwTypeError } from './errors.ts';
import { dynamicImportCall } from './dynamic-import.ts';
import { resolvePossiblyDirectEval } from './evaluate.ts';
import { declareGlobals } from './globals.ts';
import { type InternalFunction, internalFunctions } from './internal-functions.ts';
import type { Isolate } from './isolate.ts';
import { copyDataProperties, setFunctionName, storeInArrayLiteral } from './literals.ts';
import { type MessageTemplate, messageTemplates } from './message-templates.ts';
import { declareModuleExports, requestedNamespace } from './module-environment.ts';
import { createDataPropertyOrThrow, getProperty, hasProperty } from './property-access.ts';
import { PrototypeIterator } from './prototype-iterator.ts';
import { storeSlow } from './property-operations.ts';
import { loadFromSuper, storeToSuper } from './super-properties.ts';
import { throwNullishLoad } from './nullish-load.ts';
import { newPromise, performPromiseThen, rejectPromise } from './promises.ts';
import { definePrivateName, newNumberedTypeError } from './private-names.ts';
import { proxySetPrototypeOf } from './proxy.ts';
import { isSpreading, notCallableMessage, notConstructorMessage, notIterableMessage } from './render-call-site.ts';

export type RuntimeFunction = (isolate: Isolate, args: Value[]) => Value;
export type RuntimeFunctions = Readonly<Record<string, RuntimeFunction>>;
export type RuntimeTable = Map<string, RuntimeFunction>;

export function newRuntimeTable(): RuntimeTable {
  const table: RuntimeTable = new Map(Object.entries({ ...v8Functions, ...selfHostedFunctions }));
  for (const name of Object.keys(internalFunctions) as InternalFunction[]) {
    if (!table.has(name)) table.set(name, inFrame(name));
  }
  return table;
}

/** `id` is a row of the runtime function table, or -1 - n for the name in entry n of the constant pool. */
export function callRuntime(isolate: Isolate, bytecode: BytecodeArray, id: number, args: Value[]): Value {
  const name = id < 0 ? (bytecode.constants[-1 - id] as string) : (runtimeFunctionNames[id] ?? nativeOfRuntimeId(id)!);
  return isolate.runtimeFunction(name)(isolate, args);
}

/** An operation that is self-hosted, so that guest code it runs has an explicit frame below. */
const inFrame =
  (name: InternalFunction): RuntimeFunction =>
  (isolate, args) =>
    isolate.interpreter.enterCall(isolate.internalFunction(name), undefined, args);

const unused =
  (name: string): RuntimeFunction =>
  () => {
    throw new Error(`runtime function ${name} is not used by the generator`);
  };

const throwType =
  (template: MessageTemplate): RuntimeFunction =>
  (isolate, args) =>
    throwTypeError(isolate, template, ...args.map((arg) => (typeof arg === 'string' ? arg : describe(arg))));

const v8Functions: { readonly [R in RuntimeName]: RuntimeFunction } = {
  AbortJS: unused('AbortJS'),
  AddAsyncDisposableValue: inFrame('AddAsyncDisposableValue'),
  AddDisposableValue: inFrame('AddDisposableValue'),
  DeclareEvalFunction: (isolate, args) => {
    declareEvalVariable(isolate, isolate.currentFrame!.context, args[0] as string, args[1], true);
    return undefined;
  },
  DeclareEvalVar: (isolate, args) => {
    declareEvalVariable(isolate, isolate.currentFrame!.context, args[0] as string, undefined, false);
    return undefined;
  },
  DeclareGlobals: (isolate, args) => {
    declareGlobals(isolate, args[0] as unknown as GlobalDeclarations, args[1] as JSObject);
    return undefined;
  },
  DeclareModuleExports: (isolate, args) => {
    declareModuleExports(isolate, args[0] as unknown as ModuleDeclarations, args[1] as JSObject);
    return undefined;
  },
  DefineAccessorPropertyUnchecked: (isolate, args) => {
    const key = toPropertyKey(isolate, args[1]);
    const descriptor: { getter?: JSObject; setter?: JSObject } = {};
    if (args[2] instanceof JSObject) descriptor.getter = args[2];
    if (args[3] instanceof JSObject) descriptor.setter = args[3];
    defineOwn(args[0] as JSObject, key, { ...descriptor, enumerable: true, configurable: true });
    return undefined;
  },
  DefineClass: defineClass,
  DefineGetterPropertyUnchecked: (isolate, args) => {
    const key = toPropertyKey(isolate, args[1]);
    setFunctionName(args[2] as JSObject, key, 'get');
    defineOwn(args[0] as JSObject, key, {
      getter: args[2] as JSObject,
      enumerable: isEnumerable(args[3]),
      configurable: true,
    });
    return undefined;
  },
  DefineSetterPropertyUnchecked: (isolate, args) => {
    const key = toPropertyKey(isolate, args[1]);
    setFunctionName(args[2] as JSObject, key, 'set');
    defineOwn(args[0] as JSObject, key, {
      setter: args[2] as JSObject,
      enumerable: isEnumerable(args[3]),
      configurable: true,
    });
    return undefined;
  },
  DeleteLookupSlot: (isolate, args) => deleteLookupSlot(isolate, isolate.currentFrame!.context, args[0] as string),
  DisposeDisposableStack: inFrame('DisposeDisposableStack'),
  GetImportMetaObject: unused('GetImportMetaObject'),
  HandleExceptionsInDisposeDisposableStack: inFrame('HandleExceptionsInDisposeDisposableStack'),
  InitializeDisposableStack: inFrame('InitializeDisposableStack'),
  InternalizeString: (_isolate, args) => args[0],
  LoadFromSuper: (isolate, args) => loadFromSuper(isolate, args[0], args[1], args[2]),
  LoadKeyedFromSuper: (isolate, args) => loadFromSuper(isolate, args[0], args[1], args[2]),
  LoadResolvedSlot: (isolate, args) => loadResolvedSlot(isolate, args[0], args[1] as string),
  LoadLookupSlotForCall: (isolate, args) => {
    const pair = loadLookupSlotForCall(isolate, isolate.currentFrame!.context, args[0] as string);
    return isolate.realm.newArray(pair);
  },
  NewRegExpWithBacktrackLimit: unused('NewRegExpWithBacktrackLimit'),
  NewScriptContext: unused('NewScriptContext'),
  PushBlockContext: unused('PushBlockContext'),
  ResolvePossiblyDirectEval: (isolate, [callee, argument, , mode, , position]) =>
    resolvePossiblyDirectEval(isolate, callee, argument, mode === 1, position as number),
  ResolveLookupSlot: (isolate, args) => resolveLookupSlot(isolate, isolate.currentFrame!.context, args[0] as string),
  SetNamedProperty: (isolate, args) => {
    storeSlow(isolate, args[0], toPropertyKey(isolate, args[1]), args[2], true);
    return args[2];
  },
  SetKeyedProperty: (isolate, args) => {
    storeSlow(isolate, args[0], toPropertyKey(isolate, args[1]), args[2], true);
    return args[2];
  },
  StoreGlobalNoHoleCheckForReplLetOrConst: unused('StoreGlobalNoHoleCheckForReplLetOrConst'),
  StoreKeyedToSuper: (isolate, args) => storeToSuper(isolate, args[0], args[1], args[2], args[3]),
  StoreResolvedSlot: (isolate, args) => storeResolvedSlot(isolate, args[0], args[1] as string, args[2], args[3] === 1),
  StoreToSuper: (isolate, args) => storeToSuper(isolate, args[0], args[1], args[2], args[3]),
  SetPrototypeOfInLiteral: setPrototypeInLiteral,
  InternalSetPrototype: setPrototypeInLiteral,
  ThrowAccessedUninitializedVariable: (isolate, args) =>
    throwReferenceError(isolate, 'AccessedUninitializedVariable', args[0] as string),
  ThrowConstAssignError: throwType('ConstAssign'),
  ThrowConstructorNonCallableError: throwType('ConstructorNonCallable'),
  ThrowIfStaticPrototype: throwType('StaticPrototype'),
  ThrowInvalidTypedArrayAlignment: unused('ThrowInvalidTypedArrayAlignment'),
  ThrowIteratorError: (isolate, args) => throwError(isolate, 'TypeError', notIterableMessage(isolate, args[0])),
  ThrowIteratorResultNotAnObject: (isolate, args) =>
    throwTypeError(isolate, 'IteratorResultNotAnObject', describeUnquoted(args[0])),
  ThrowNotConstructor: (isolate, args) => throwError(isolate, 'TypeError', notConstructorMessage(isolate, args[0])),
  ThrowNotSuperConstructor: (isolate, args) =>
    throwTypeError(isolate, 'NotSuperConstructorAnonymousClass', describe(args[0])),
  ThrowPatternAssignmentNonCoercible: (isolate, args) => throwNullishLoad(isolate, args[0], undefined),
  ThrowReferenceError: (isolate, args) => throwReferenceError(isolate, 'NotDefined', args[0] as string),
  ThrowSpreadArgError: (isolate, args) => throwError(isolate, 'TypeError', notIterableMessage(isolate, args[1])),
  ThrowSuperAlreadyCalledError: (isolate) => throwReferenceError(isolate, 'SuperAlreadyCalled'),
  ThrowSuperNotCalled: (isolate) => throwReferenceError(isolate, 'SuperNotCalled'),
  ThrowStaticPrototypeError: throwType('StaticPrototype'),
  ThrowSymbolAsyncIteratorInvalid: throwType('SymbolAsyncIteratorInvalid'),
  ThrowSymbolIteratorInvalid: throwType('SymbolIteratorInvalid'),
  ThrowThrowMethodMissing: throwType('ThrowMethodMissing'),
  ThrowTypeError: throwByTemplate,
  ThrowUnsupportedSuperError: (isolate) => throwReferenceError(isolate, 'UnsupportedSuper'),
  NewTypeError: newNumberedTypeError,
  NewReferenceError: unused('NewReferenceError'),
  ThrowUsingAssignError: throwType('UsingAssign'),
  ToStringRT: (isolate, args) => toStringValue(isolate, args[0]),
  CreatePrivateNameSymbol: (_isolate, args) => new JSSymbol(args[0] as string, true),
  CreatePrivateBrandSymbol: (_isolate, args) => new JSSymbol(args[0] as string, true, true),
  AddPrivateBrand: (isolate, args) => {
    definePrivateName(isolate, args[0] as JSObject, args[1] as JSSymbol, true);
    return args[0];
  },
  CreatePrivateAccessors: (_isolate, args) => {
    const getter = args[0] instanceof JSObject ? args[0] : undefined;
    const setter = args[1] instanceof JSObject ? args[1] : undefined;
    return new AccessorPair(getter, setter) as unknown as Value;
  },
  LoadPrivateGetter: (_isolate, args) => (args[0] as unknown as AccessorPair).getter,
  LoadPrivateSetter: (_isolate, args) => (args[0] as unknown as AccessorPair).setter,
  CopyDataProperties: (isolate, args) => {
    copyDataProperties(isolate, args[0] as JSObject, args[1], []);
    return args[0];
  },
  SetFunctionName: (isolate, args) => {
    setFunctionName(args[0] as JSObject, toPropertyKey(isolate, args[1]));
    return args[0];
  },
  AwaitPromisesInit: unused('AwaitPromisesInit'),
  PushModuleContext: unused('PushModuleContext'),
  GetModuleNamespace: (isolate, args) => requestedNamespace(isolate, args[0] as number),
  DynamicImportCall: (isolate, args) => dynamicImportCall(isolate, args),
};

/** A DontEnum attribute bit of V8 (2): class accessors. */
function isEnumerable(attributes: Value): boolean {
  return ((attributes as number) & 2) === 0;
}

function setPrototypeInLiteral(isolate: Isolate, args: Value[]): Value {
  const prototype = args[1];
  const object = args[0] as JSObject;
  if (object.hiddenClass.instanceType === 'proxy') proxySetPrototypeOf(isolate, object, prototype as JSObject | null);
  else if (prototype === null || prototype instanceof JSObject) setPrototype(object, prototype);
  return args[0];
}

function throwByTemplate(isolate: Isolate, args: Value[]): Value {
  const [template, ...rest] = args;
  const words = rest.map((value) => (typeof value === 'string' ? value : describe(value)));
  if (typeof template === 'string' && template in messageTemplates)
    return throwTypeError(isolate, template as MessageTemplate, ...words);
  return throwError(isolate, 'TypeError', [String(template), ...words].join(' '));
}

/** For all self-hosted code. */
const selfHostedFunctions: RuntimeFunctions = {
  Symbol: (isolate, args) => isolate.symbols[args[0] as keyof Isolate['symbols']],
  ToObject: (isolate, args) => toObject(isolate, args[0]),
  ToLength: (isolate, args) => toLength(isolate, args[0]),
  ToInteger: (isolate, args) => toIntegerOrInfinity(isolate, args[0]),
  ToNumber: (isolate, args) =>
    args[0] instanceof JSObject ? toNumber(isolate, args[0]) : primitiveToNumber(isolate, args[0]),
  ToNumeric: (isolate, args) => (typeof args[0] === 'bigint' ? args[0] : toNumber(isolate, args[0])),
  ToString: (isolate, args) =>
    args[0] instanceof JSObject ? toStringValue(isolate, args[0]) : primitiveToString(isolate, args[0]),
  ToPropertyKey: (isolate, args) => keyToValue(toPropertyKey(isolate, args[0])),
  ToName: (isolate, args) => keyToValue(toPropertyKey(isolate, args[0])),
  IncrementBy: (_isolate, args) =>
    typeof args[0] === 'bigint' ? args[0] + BigInt(args[1] as number) : (args[0] as number) + (args[1] as number),
  IsCallable: (_isolate, args) => isCallable(args[0]),
  IsConstructor: (_isolate, args) => isConstructor(args[0]),
  IsObject: (_isolate, args) => args[0] instanceof JSObject,
  IsArray: (isolate, args) => isArray(isolate, args[0]),
  ThrowTypeError: throwByTemplate,
  ThrowRangeError: (isolate, args) =>
    throwRangeError(isolate, args[0] as MessageTemplate, ...args.slice(1).map(String)),
  Describe: (_isolate, args) => describe(args[0]),
  CreateDataProperty: (isolate, args) => {
    createDataPropertyOrThrow(isolate, args[0] as JSObject, toPropertyKey(isolate, args[1]), args[2]);
    return undefined;
  },
  HasProperty: (isolate, args) => hasProperty(isolate, args[0] as JSObject, toPropertyKey(isolate, args[1])),
  HasInPrototypeChain: (isolate, args) => {
    const iterator = new PrototypeIterator(isolate);
    let holder = iterator.after(args[0] as JSObject);
    while (holder !== null && holder !== args[1]) holder = iterator.after(holder);
    return holder !== null;
  },
  IterResult: (isolate, args) => isolate.newIterResult(args[0], args[1] === true),
  Intrinsic: (isolate, args) => isolate.realm.intrinsic(args[0] as string),
  PerformPromiseThen: (isolate, args) => {
    const [promise, onFulfilled, onRejected, given] = args;
    const capability =
      given === undefined
        ? undefined
        : {
            promise: getProperty(isolate, given, 'promise'),
            resolve: getProperty(isolate, given, 'resolve'),
            reject: getProperty(isolate, given, 'reject'),
          };
    performPromiseThen(isolate, promise as JSObject, onFulfilled, onRejected, capability);
    return undefined;
  },
  PromiseReject: (isolate, args) => {
    const promise = newPromise(isolate);
    rejectPromise(isolate, promise, args[0]);
    return promise;
  },
  ThrowInvalidAssignmentTarget: (isolate, args) => throwError(isolate, 'ReferenceError', String(args[0])),
  AppendHole: (_isolate, args) => {
    const array = args[0] as JSObject;
    transitionElementsKind(array, array.hiddenClass.elementsKind | 1);
    array.length++;
    return undefined;
  },
  /** An array that holds tagged values from the beginning; and when it is complete. V8: GrowableFixedArray. */
  NewTaggedArray: (isolate) => new JSObject(isolate.realm.array.withElementsKind(ElementsKind.PACKED_ELEMENTS)),
  TrimStore: (_isolate, args) => {
    const array = args[0] as JSObject;
    array.capacity = array.length;
    return undefined;
  },
  NewArray: (isolate) => isolate.realm.newArray(),
  AppendElement: (_isolate, args) => {
    const array = args[0] as JSObject;
    storeInArrayLiteral(array, array.length, args[1]);
    return undefined;
  },
  SameValueZero: (_isolate, args) => args[0] === args[1] || (args[0] !== args[0] && args[1] !== args[1]),
  Apply: reflectApply,
  Construct: reflectConstruct,
};

/** Callee, receiver, array of arguments. */
export function reflectApply(isolate: Isolate, args: Value[]): Value {
  if (!isCallable(args[0])) {
    if (isSpreading(isolate)) return throwError(isolate, 'TypeError', notCallableMessage(isolate, args[0]));
    return throwTypeError(isolate, 'ApplyNonFunction', describeUnquoted(args[0]), typeName(args[0]));
  }
  return isolate.tailCall(args[0], args[1], listOf(args[2] as JSObject));
}

/** Constructor, array of arguments, new.target if it is another one. */
export function reflectConstruct(isolate: Isolate, args: Value[]): Value {
  if (!isConstructor(args[0])) {
    if (isSpreading(isolate)) return throwError(isolate, 'TypeError', notConstructorMessage(isolate, args[0]));
    return throwTypeError(isolate, 'NotConstructor', describe(args[0]));
  }
  return isolate.tailConstruct(args[0], listOf(args[1] as JSObject), (args[2] as JSObject | undefined) ?? args[0]);
}

function listOf(array: JSObject): Value[] {
  return array.elements.length === array.length
    ? array.elements.slice()
    : Array.from({ length: array.length }, (_, i) => array.elements[i]);
}

/** ECMAScript: IsArray. */
export function isArray(isolate: Isolate, value: Value): boolean {
  if (!(value instanceof JSObject)) return false;
  if (value.hiddenClass.instanceType === 'array') return true;
  if (value.internal?.kind !== 'proxy') return false;
  if (value.internal.target === null) return throwTypeError(isolate, 'ProxyRevoked', 'IsArray');
  return isArray(isolate, value.internal.target);
}
