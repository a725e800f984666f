/**
 * The engine's own functions that bytecode calls by name: V8's runtime functions (CallRuntime) and intrinsics
 * (InvokeIntrinsic), as `--print-bytecode` names them, and those that only self-hosted builtins use (`%Name(…)` there).
 * V8: src/runtime/runtime.h, src/interpreter/interpreter-intrinsics.h.
 *
 * A sentence per entry says what the registers of the list hold.
 */
import { natives, otherNatives } from '../parsing/natives.ts';

export const runtimeFunctions = {
  AbortJS: 'Never reached.',
  AddAsyncDisposableValue: 'stack of disposables, value of an `await using`; returns the value.',
  AddDisposableValue: 'stack of disposables, value of a `using`; returns the value.',
  DeclareEvalFunction: 'name, closure: a function declared by sloppy eval code, in the nearest variable context.',
  DeclareEvalVar: 'name: a var declared by sloppy eval code.',
  DeclareGlobals: 'GlobalDeclarations, the script’s closure.',
  DeclareModuleExports: 'ModuleDeclarations, the module’s closure.',
  DefineAccessorPropertyUnchecked: 'object, key, getter or null, setter or null, attributes.',
  DefineClass:
    'ClassBoilerplate, constructor, super class (the hole if none), then closures and computed keys; returns the prototype.',
  DefineGetterPropertyUnchecked: 'object, key, getter, attributes.',
  DefineSetterPropertyUnchecked: 'object, key, setter, attributes.',
  DeleteLookupSlot: 'name: delete of an identifier in sloppy code with dynamic scope.',
  DisposeDisposableStack:
    'stack of disposables, how its scope was left, with which value, message, 1 if it may await: true when done, or what to await.',
  GetImportMetaObject: 'unused: the intrinsic does it.',
  HandleExceptionsInDisposeDisposableStack:
    'stack of disposables, what an awaited disposal was rejected with, message.',
  InitializeDisposableStack: 'nothing: makes the stack of disposables of a scope.',
  InternalizeString: 'a string.',
  LoadFromSuper: 'receiver, home object, name.',
  LoadKeyedFromSuper: 'receiver, home object, key.',
  LoadResolvedSlot: 'what ResolveLookupSlot returned, name.',
  LoadLookupSlotForCall: 'name: returns the pair callee, receiver (CallRuntimeForPair).',
  NewRegExpWithBacktrackLimit: 'unused.',
  NewScriptContext: 'unused: calling a script makes its context.',
  PushBlockContext: 'ScopeInfo.',
  ResolvePossiblyDirectEval:
    'callee, first argument, closure, language mode (1 strict), scope start offset, offset of the call: the function to call.',
  ResolveLookupSlot: 'name: where an assignment will store, before its right side runs; V8 looks it up afterwards.',
  SetNamedProperty: 'object, name, value.',
  SetKeyedProperty: 'object, key, value.',
  StoreGlobalNoHoleCheckForReplLetOrConst: 'unused.',
  StoreKeyedToSuper: 'receiver, home object, key, value.',
  StoreResolvedSlot: 'what ResolveLookupSlot returned, name, value, language mode (1 strict); returns the value.',
  StoreToSuper: 'receiver, home object, name, value.',
  SetPrototypeOfInLiteral: 'object, prototype: `__proto__: value` in a literal (InternalSetPrototype in older V8).',
  InternalSetPrototype: 'object, prototype: `__proto__: value` in a literal.',
  ThrowAccessedUninitializedVariable: 'name.',
  ThrowConstAssignError: 'nothing: Assignment to constant variable.',
  ThrowConstructorNonCallableError: 'the class: Class constructor X cannot be invoked without new.',
  ThrowIfStaticPrototype: 'nothing: Classes may not have a static property named prototype.',
  ThrowInvalidTypedArrayAlignment: 'unused.',
  ThrowIteratorError: 'the value that is not iterable.',
  ThrowIteratorResultNotAnObject: 'the result.',
  ThrowNotConstructor: 'the value.',
  ThrowNotSuperConstructor: 'super constructor, active function.',
  ThrowPatternAssignmentNonCoercible: 'the value that cannot be destructured.',
  ThrowReferenceError: 'name: x is not defined.',
  ThrowSpreadArgError: 'message number, value.',
  ThrowSuperAlreadyCalledError: 'nothing.',
  ThrowSuperNotCalled: 'nothing.',
  ThrowStaticPrototypeError: 'nothing.',
  ThrowSymbolAsyncIteratorInvalid: 'nothing.',
  ThrowSymbolIteratorInvalid: 'nothing: Result of the Symbol.iterator method is not an object.',
  ThrowThrowMethodMissing: 'nothing: The iterator does not provide a throw method.',
  ThrowTypeError: 'message number, then arguments.',
  ThrowUnsupportedSuperError: 'nothing: Unsupported reference to super.',
  NewTypeError: 'message number, argument: makes the error.',
  NewReferenceError: 'message number, argument: makes the error.',
  ThrowUsingAssignError: 'nothing: Assignment to using variable.',
  ToStringRT: 'a value.',
  CreatePrivateNameSymbol: 'the name.',
  CreatePrivateBrandSymbol: 'the class name.',
  AddPrivateBrand: 'receiver, brand, context.',
  CreatePrivateAccessors: 'getter or null, setter or null.',
  LoadPrivateGetter: 'accessors.',
  LoadPrivateSetter: 'accessors.',
  CopyDataProperties: 'target, source: spread after the first property.',
  SetFunctionName: 'function, key: the name of an anonymous function with a computed key.',
  AwaitPromisesInit: 'unused.',
  PushModuleContext: 'unused: linking a module makes its context.',
  GetModuleNamespace: 'number of the request: the namespace object of that module.',
  DynamicImportCall:
    'closure, specifier, phase (1: to be evaluated), and the second argument of import() where there is one; returns the promise.',
} as const;

export type RuntimeFunction = keyof typeof runtimeFunctions;
export const runtimeFunctionNames = Object.keys(runtimeFunctions) as RuntimeFunction[];
/** What programs may call: their numbers follow those of the functions above. */
const nativeNames: readonly string[] = [...Object.keys(natives), ...Object.keys(otherNatives)];

/** Undefined: it is none of them. */
export function nativeRuntimeId(name: string): number | undefined {
  const index = nativeNames.indexOf(name);
  return index < 0 ? undefined : runtimeFunctionNames.length + index;
}

/** The name of a native, with its percent sign; undefined: the number is that of a function of the engine's own. */
export function nativeOfRuntimeId(id: number): string | undefined {
  const name = nativeNames[id - runtimeFunctionNames.length];
  return name === undefined ? undefined : `%${name}`;
}

export const intrinsics = {
  _AsyncFunctionEnter: 'closure, receiver: makes the generator object and promise of an async function.',
  _AsyncFunctionAwait: 'generator object, value: makes the await; the accumulator is what SuspendGenerator returns.',
  _AsyncFunctionReject: 'generator object, reason; returns the promise.',
  _AsyncFunctionResolve: 'generator object, value; returns the promise.',
  _AsyncGeneratorAwait: 'generator object, value.',
  _AsyncGeneratorReject: 'generator object, reason.',
  _AsyncGeneratorResolve: 'generator object, value, done.',
  _AsyncGeneratorYieldWithAwait: 'generator object, value.',
  _CopyDataProperties: 'target, source: spread after the first property.',
  _CopyDataPropertiesWithExcludedPropertiesOnStack: 'source, excluded keys: rest in an object pattern.',
  _CreateAsyncFromSyncIterator: 'a sync iterator.',
  _CreateIterResultObject: 'value, done.',
  _CreateJSGeneratorObject: 'closure, receiver.',
  _GeneratorClose: 'generator object: marks it closed.',
  _GeneratorGetResumeMode: 'generator object: 0 next, 1 return, 2 throw.',
  _GetImportMetaObject: 'nothing.',
} as const;

/** Functions of the native context that CallJSRuntime calls: the lists that spread makes go to them. */
export const jsRuntimeFunctions = ['reflect_apply', 'reflect_construct'] as const;

export type Intrinsic = keyof typeof intrinsics;
export const intrinsicNames = Object.keys(intrinsics) as Intrinsic[];

/**
 * Functions for self-hosted builtins only, written `%Name(a, b)` in their source and compiled to CallRuntime. Two forms
 * are not runtime functions: `%Call(f, receiver, a, …)` compiles to CallAnyReceiver, `%ArgumentCount()` to `<argc>`.
 * Registered by the builtins: see execution/runtime.ts.
 */
export type SelfHostedRuntimeFunction = string;
