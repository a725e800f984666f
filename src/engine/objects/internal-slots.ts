/**
 * What objects of special kinds hold beside their properties: `JSObject.internal`, typed by instance type. All of it is
 * data, never host closures, so that a run can be stopped and shown anywhere. ECMAScript: internal slots.
 */
import type { SharedFunctionInfo } from '../bytecode/shared-function-info.ts';
import type { Script } from '../parsing/script.ts';
import type { Context } from './context.ts';
import type { AllocationSite } from './allocation-site.ts';
import type { JSObject } from './js-object.ts';
import type { ModuleNamespaceData } from './module.ts';
import type { ArrayBufferData, DataViewData, TypedArrayData } from './typed-array.ts';
import type { PropertyKey, Value } from './value.ts';

/** What a native builtin looks like to the objects: execution/ says what it gets. */
export type NativeCode = (isolate: never, receiver: Value, args: Value[], newTarget: JSObject | undefined) => Value;

/**
 * What natives are in the real runtimes, kept as their data: an error constructor that shows in no stack; toString of
 * Error.prototype and of Object.prototype, which the engine knows again; code of the host; and in Node a class or a bound function, which say so as text.
 */
export const nativeMarks = {
  hidden: 'hidden',
  errorToString: 'Error.prototype.toString',
  objectToString: 'Object.prototype.toString',
  api: 'api',
  apiClass: 'api class',
  boundApi: 'bound api',
} as const;

/** Data of natives whose frames V8 names by the builtin instead of by the function. V8: FrameSummary::BuiltinFrameSummary. */
export class FrameName {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export function isApiMark(data: unknown): boolean {
  return data === nativeMarks.api || data === nativeMarks.apiClass || data === nativeMarks.boundApi;
}

const noArguments: readonly Value[] = [];

/** Of all functions. One class, so that calls see one host shape. V8: JSFunction, JSBoundFunction. */
export class FunctionData {
  readonly kind = 'function';
  /** The Realm (execution/realm.ts) that it was made in and runs in. V8: JSFunction::native_context. */
  readonly realm: object;
  /** Undefined for native builtins and bound functions. */
  shared: SharedFunctionInfo | undefined;
  context: Context | undefined;
  /** The FeedbackCell (ic/feedback-cell.ts) of this closure's site, shared by all closures of one CreateClosure. */
  feedbackCell: object | undefined;
  homeObject: JSObject | undefined;
  native: NativeCode | undefined;
  /** Native builtins: their name and length. */
  name: string;
  length: number;
  /** The hidden class of what `new` makes, once somebody did. */
  initialHiddenClass: object | undefined;
  /** `initialHiddenClass` holds while the function itself has this hidden class. */
  constructsWhile: object | undefined;
  /** The function that defines the fields of a class's instances. */
  instanceMembersInitializer: JSObject | undefined;
  boundTarget: JSObject | undefined;
  boundThis: Value;
  boundArguments: readonly Value[];
  /** A data slot for natives made per object: resolving functions, revokers. */
  data: unknown;

  constructor(realm: object) {
    this.realm = realm;
    this.shared = undefined;
    this.context = undefined;
    this.feedbackCell = undefined;
    this.homeObject = undefined;
    this.native = undefined;
    this.name = '';
    this.length = 0;
    this.initialHiddenClass = undefined;
    this.constructsWhile = undefined;
    this.instanceMembersInitializer = undefined;
    this.boundTarget = undefined;
    this.boundThis = undefined;
    this.boundArguments = noArguments;
    this.data = undefined;
  }
}

/** A frame of a captured stack trace; what is said about it is made later. V8: CallSiteInfo. */
export interface StackTraceFrame {
  readonly closure: JSObject | undefined;
  readonly receiver: Value;
  /** Undefined for native builtins: `<anonymous>`. */
  readonly script: Script | undefined;
  /** -1 without a script. */
  readonly offset: number;
  readonly isAsync: boolean;
  readonly isConstruct: boolean;
  /** `Promise.all (index 0)` instead of a function. */
  readonly combinator?: { readonly name: 'all' | 'allSettled' | 'any'; readonly index: number };
}

export interface ErrorData {
  readonly kind: 'error';
  /** Undefined where nothing was captured, because Error.stackTraceLimit was no number. */
  frames: readonly StackTraceFrame[] | undefined;
  /** First line(s) of the stack in place of name and message. */
  header: string | undefined;
  /** `stack`, once somebody read or assigned it. */
  formatted: { readonly value: Value } | undefined;
}

export interface PrimitiveData {
  readonly kind: 'primitive';
  readonly value: Value;
}

export interface DateData {
  readonly kind: 'date';
  /** Milliseconds since the epoch, or NaN. */
  time: number;
}

export interface RegExpData {
  readonly kind: 'regexp';
  source: string;
  flags: string;
  /** The host's matcher: the same flags, and g where neither g nor y is among them. */
  matcher: RegExp;
}

/** The host's own module, instance, memory, table or global behind one of the guest's. V8: WasmModuleObject and siblings. */
export interface WebAssemblyData {
  readonly kind: 'webassembly';
  readonly object: object;
  /** What the program gave it or got from it. */
  readonly holds: JSObject[];
}

/** Of Map and Set. Deleted entries stay as `undefined` until compaction, so that iterators keep their place. */
export interface CollectionData {
  readonly kind: 'collection';
  readonly index: Map<Value, number>;
  entries: ({ readonly key: Value; value: Value } | undefined)[];
  size: number;
  /** Bumped when entries move, with the old positions' map kept by the iterators. */
  epoch: number;
}

export interface WeakCollectionData {
  readonly kind: 'weak collection';
  readonly entries: Map<Value, Value>;
}

export interface WeakRefData {
  readonly kind: 'weak ref';
  target: Value;
}

/** V8: JSFinalizationRegistry, WeakCell. */
export interface FinalizationRegistryData {
  readonly kind: 'finalization registry';
  readonly cleanup: JSObject;
  registrations: { readonly target: Value; readonly holdings: Value; readonly token: Value }[];
  /** What was registered for targets that are gone: the cleanup is to be called with it. */
  readonly cleared: Value[];
}

export interface IteratorData {
  readonly kind: 'iterator';
  /** What it iterates over; undefined once exhausted. */
  target: Value;
  index: number;
  readonly mode: 'keys' | 'values' | 'entries';
  extra: unknown;
}

export type PromiseState = 'pending' | 'fulfilled' | 'rejected';

/** V8: JSPromise, PromiseReaction. */
export interface PromiseData {
  readonly kind: 'promise';
  /** Counts promises of a run. */
  readonly id: number;
  state: PromiseState;
  result: Value;
  reactions: PromiseReaction[];
  isHandled: boolean;
}

/** What happens when a promise settles. */
export interface PromiseReaction {
  readonly kind: 'then' | 'await' | 'asyncGeneratorAwait' | 'asyncGeneratorYield';
  /** What it reacts to. */
  readonly promise: JSObject;
  readonly onFulfilled: Value;
  readonly onRejected: Value;
  /** For 'then': what the handler's result resolves. */
  readonly capability: PromiseCapability | undefined;
  /** For awaits: the generator object of the function that waits. */
  readonly generator: JSObject | undefined;
  /** Where then or await stands: script id and offset; and how many bytecodes had run. */
  readonly scriptId: number;
  readonly position: number;
  readonly step: number;
  /** Isolate.asyncContext when it was added. */
  readonly asyncContext: Value;
}

export interface PromiseCapability {
  readonly promise: Value;
  readonly resolve: Value;
  readonly reject: Value;
}

/** Of generator objects, and of the hidden one of an async function. V8: JSGeneratorObject. */
export interface GeneratorData {
  readonly kind: 'generator';
  readonly function: JSObject;
  readonly receiver: Value;
  /** Receiver and parameters, then context, closure, argc, then registers: the saved part of the stack. */
  saved: Value[];
  /** What it was when it last went on: V8 keeps the list, and so what was in it stays reachable. */
  restored: Value[];
  savedContext: Context | undefined;
  /** Suspend id where it waits; -1 running, -2 closed. */
  state: number;
  /** What the next ResumeGenerator puts into the accumulator, and how. */
  input: Value;
  resumeMode: 'next' | 'return' | 'throw';
  readonly argumentCount: number;
  readonly extraArguments: Value[] | undefined;
  /** Async functions: the promise they return. */
  promise: JSObject | undefined;
  /** Async generators: requests that wait, the first being served. */
  queue: {
    readonly mode: 'next' | 'return' | 'throw';
    readonly value: Value;
    readonly capability: PromiseCapability;
  }[];
  awaiting: boolean;
  /** Counts generator objects of a run. */
  readonly id: number;
}

/** Of a mapped arguments object: element i aliases context slot or register while `mapped[i]` is set. */
export interface SloppyArgumentsData {
  readonly kind: 'arguments';
  /** Index into `context.slots` of parameter i, or -1 once the alias is broken. */
  readonly mapped: number[];
  /** Its function has parameters that elements can be aliases of. */
  readonly hasParameters: boolean;
  readonly context: Context;
}

export interface ProxyData {
  readonly kind: 'proxy';
  target: JSObject | null;
  handler: JSObject | null;
}

/** Objects of later families keep their own data here; the families check what they put in. */
export interface OpaqueData {
  readonly kind: 'opaque';
  value: unknown;
}

/** Of objects of the host's API: classes that extend it say what they are. */
export class HostData {
  readonly kind = 'host';
}

export type InternalSlots =
  | AllocationSite
  | FunctionData
  | ErrorData
  | PrimitiveData
  | DateData
  | RegExpData
  | CollectionData
  | WeakCollectionData
  | WeakRefData
  | FinalizationRegistryData
  | IteratorData
  | PromiseData
  | GeneratorData
  | SloppyArgumentsData
  | ProxyData
  | ArrayBufferData
  | WebAssemblyData
  | TypedArrayData
  | DataViewData
  | ModuleNamespaceData
  | OpaqueData
  | HostData;

/** The fields of a property descriptor that defineProperty was given. */
export interface PropertyDescriptor {
  value?: Value;
  getter?: JSObject | undefined;
  setter?: JSObject | undefined;
  writable?: boolean;
  enumerable?: boolean;
  configurable?: boolean;
}

export type { PropertyKey };
