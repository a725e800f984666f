/**
 * One simulated engine: realm, stack, frames, microtasks. Everything observable comes from the options, so the same
 * options and source give the same run. V8: src/execution/isolate.h.
 */
import type { EngineProfile } from '../profiles.ts';
import type { WellKnownSymbol } from '../bytecode/bytecode-array.ts';
import type { SharedFunctionInfo } from '../bytecode/shared-function-info.ts';
import type { ImportAttribute } from '../parsing/module-descriptor.ts';
import type { Script } from '../parsing/script.ts';
import type { Context } from '../objects/context.ts';
import { type HiddenClassHeap, nobodyWaits } from '../objects/hidden-class.ts';
import { FunctionData, type PromiseReaction } from '../objects/internal-slots.ts';
import { wordBytes } from '../objects/instance-size.ts';
import { addField, JSObject } from '../objects/js-object.ts';
import { PropertyLookup } from '../objects/lookup.ts';
import type { SourceTextModule } from '../objects/module.ts';
import { NormalizedMapCache } from '../objects/normalized-map-cache.ts';
import { JSSymbol, type PropertyKey, type Value } from '../objects/value.ts';
import { FeedbackCell } from '../ic/feedback-cell.ts';
import { TieringManager } from '../compiler/tiering-manager.ts';
import { Collector } from './collector.ts';
import { CodeInvalidation } from './code-invalidation.ts';
import type { ConsoleOutput } from './console-output.ts';
import { MapListeners } from '../objects/map-listener.ts';
import { debugName } from './call-site-info.ts';
import { invalidate } from './deoptimize.ts';
import { describe, functionName } from './describe.ts';
import { type ErrorName, makeError } from './errors.ts';
import type { Frame } from './frame.ts';
import { functionPrototypeObject } from './function-prototype.ts';
import { argumentsOf, callerOf } from './function-stack.ts';
import { GuestException } from './guest-exception.ts';
import { Interpreter } from './interpreter.ts';
import type { EngineListener } from './listener.ts';
import type { EngineWatcher } from './engine-watcher.ts';
import { internalFunctions, type InternalFunction } from './internal-functions.ts';
import { Meter } from './meter.ts';
import { codeBytes } from './reachable-bytes.ts';
import type { NativeModule } from './native-module.ts';
import type { Microtask } from './microtasks.ts';
import { runMicrotask } from './promises.ts';
import { nextRandom, type RandomState, randomStateOf } from './random.ts';
import { loadSlow } from './property-operations.ts';
import type { CompilerOptions } from '../parsing/lowering/compiler-options.ts';
import { sourceLanguageOf } from '../parsing/source-language.ts';
import { type IsolateOptions, profileOf } from './isolate-options.ts';
import type { PlatformType } from './platform-types.ts';
import { PrimitiveClasses } from './primitive-classes.ts';
import { Realm } from './realm.ts';
import { makeWellKnownSymbols, type WellKnownSymbols } from './well-known-symbols.ts';
import { newRuntimeTable, type RuntimeFunction, type RuntimeTable } from './runtime.ts';
import { compileSelfHosted } from './self-hosted.ts';
import { type ErrorLocation, framePosition } from './stack-trace.ts';
import { StringTable } from './string-table.ts';

export class Isolate {
  readonly options: IsolateOptions;
  readonly profile: EngineProfile;
  readonly heap: HiddenClassHeap;
  readonly symbols: WellKnownSymbols;
  /** Of the code that runs now. The interpreter changes it where there are several (interpreter.ts: hasRealms). */
  realm: Realm;
  readonly mainRealm: Realm;
  readonly runtime: RuntimeTable;
  readonly interpreter: Interpreter;
  readonly meter: Meter;
  /** Undefined while the isolate is made. */
  readonly collector: Collector;
  readonly tiering: TieringManager;
  /** What the host holds of the guest: timers, queues, modules. */
  hostRoots: (() => readonly unknown[]) | undefined;
  listener: EngineListener | undefined;
  watcher: EngineWatcher | undefined;
  readonly strings = new StringTable();
  readonly primitives: PrimitiveClasses;
  /** For lookups that are read at once; holds nothing between operations. */
  readonly scratchLookup = new PropertyLookup();
  /** Where the console's warnings about its own use go; without it they are errors of the console. */
  warn: ((text: string) => void) | undefined;
  /** The host sets it. */
  console: ConsoleOutput | undefined;
  /** Modules of WebAssembly, in the order in which they were made. */
  readonly nativeModules: NativeModule[] = [];
  /** Error.prepareStackTrace is at work: errors of its own are formatted without it. */
  isPreparingStack = false;
  /** What code that runs now was started with, carried on by whatever it starts. V8: continuation preserved embedder data. */
  asyncContext: Value = undefined;
  /** The reaction whose job runs now. */
  currentReaction: PromiseReaction | undefined = undefined;
  /** Symbol.for. */
  readonly symbolRegistry = new Map<string, JSSymbol>();
  /** Promise jobs and queueMicrotask callbacks, first in, first out. The host drains it. */
  readonly microtasks: Microtask[] = [];
  /** Runs something in a task of its own. The host sets it. V8: the platform's foreground task runner. */
  postTask: ((task: { readonly name: string; readonly run: () => void }) => void) | undefined;
  /** Finalization registries that are to call back, and whether there is a task for that. */
  readonly dirtyRegistries: JSObject[] = [];
  isCleanupPosted = false;
  /** Targets of weak references that the current job has made or looked at. ECMAScript: [[KeptAlive]]. The host empties it. */
  readonly keptAlive = new Set<JSObject>();
  /** Who waits by Atomics.waitAsync. V8: FutexWaitList. */
  readonly waiters: { readonly memory: ArrayBufferLike; readonly offset: number; readonly promise: JSObject }[] = [];
  nextMicrotaskId = 1;
  nextPromiseId = 1;
  nextGeneratorId = 1;
  compiledFunctions = 0;
  /** Texts in the constants of compiled functions. V8: StringTable. */
  readonly internalizedStrings = new Set<string>();
  /** What was split by what. V8: RegExpResultsCache, which forgets. */
  readonly splitTexts = new Set<string>();
  private nextScriptId = 0;
  /** Those of files. The code of eval goes with who can call it. */
  readonly scripts: Script[] = [];
  readonly platformTypes = new Map<string, PlatformType>();
  private readonly install: (isolate: Isolate) => void;
  /** Where errors come from that no frame threw: a SyntaxError of linking. V8: MessageLocation. */
  readonly errorLocations = new WeakMap<JSObject, ErrorLocation>();
  /** Of the error that is about to be thrown, where that is not where the frame is: whoever is told of the throw takes it. */
  messageLocation: ErrorLocation | undefined;
  /** Counts modules as they begin to wait for something asynchronous. */
  nextAsyncEvaluationOrder = 0;
  /** ECMAScript: HostLoadImportedModule and what follows it; gives the promise of import(). The host sets it. */
  importModuleDynamically:
    ((referrer: Script, specifier: string, attributes: readonly ImportAttribute[]) => JSObject) | undefined;
  /** ECMAScript: HostGetImportMetaProperties; gives import.meta. The host sets it. */
  makeImportMeta: ((module: SourceTextModule) => JSObject) | undefined;
  /** Where V8 itself prints what it was asked to by flags and natives. The host sets it. */
  printFromEngine: (text: string) => void = () => undefined;
  readonly mapListeners = new MapListeners();
  private randomState: RandomState;

  constructor(options: IsolateOptions, install: (isolate: Isolate) => void) {
    this.options = options;
    this.profile = profileOf(options);
    this.heap = {
      profile: this.profile,
      nextHiddenClassId: 0,
      firstProgramHiddenClassId: 0,
      nextSerial: 0,
      toldFrom: nobodyWaits,
      onMade: undefined,
      youngLeft: 0,
      largeLeft: 0,
      firstYoung: 0,
      remembered: new Set(),
      youngIsFull: () => this.collector?.spaceIsFull(),
      prototypeEpoch: 0,
      elementsDeleted: 0,
      allocationSiteChanged: (site) => invalidate(this, site, 'allocationSite'),
      isBootstrapping: true,
      normalizedMaps: new NormalizedMapCache(),
      mapListener: this.mapListeners,
      normalized: (reason, object, key, before) => {
        if (this.currentFrame?.shared.script.kind === 'builtin') return;
        this.listener?.dictionaryMode(reason, object, key, before);
        this.watcher?.dictionaryMade(reason, key);
      },
      functionPrototypeObject,
      functionOnStack: (object, what) =>
        what === 'caller' ? callerOf(this, object) : argumentsOf(this, object, this.interpreter.stack),
    };
    this.primitives = new PrimitiveClasses(this.heap, this.strings);
    this.symbols = makeWellKnownSymbols();
    this.symbolRegistry.set('nodejs.util.inspect.custom', this.symbols.inspectCustom);
    this.mainRealm = new Realm(this.heap);
    this.realm = this.mainRealm;
    this.install = install;
    this.randomState = randomStateOf(options.seed);
    this.runtime = newRuntimeTable();
    this.meter = new Meter(this);
    this.tiering = new TieringManager(this.profile);
    this.interpreter = new Interpreter(this);
    install(this);
    this.mapListeners.add(new CodeInvalidation(this));
    this.heap.isBootstrapping = false;
    this.collector = new Collector(this);
  }

  /** Another global environment beside the first. ECMAScript: InitializeHostDefinedRealm; V8: Context::New. */
  newRealm(): Realm {
    this.heap.isBootstrapping = true;
    const realm = new Realm(this.heap);
    this.interpreter.hasRealms = true;
    this.inRealm(realm, () => this.install(this));
    this.heap.isBootstrapping = false;
    return realm;
  }

  /** Runs host code as if a function of the realm had called it. */
  inRealm<Result>(realm: Realm, run: () => Result): Result {
    const outer = this.realm;
    this.realm = realm;
    try {
      return run();
    } finally {
      this.realm = outer;
    }
  }

  /** Bytecodes executed so far. */
  get steps(): number {
    return this.interpreter.steps;
  }

  /** Frames of the guest's stack, the outermost first. */
  frames(): readonly Frame[] {
    return this.interpreter.liveFrames();
  }

  get currentFrame(): Frame | undefined {
    return this.interpreter.currentFrame;
  }

  /** The files of a program are in the language that their name tells, unless it is given; other code is JavaScript. */
  addScript(
    name: string,
    kind: Script['kind'],
    source: string,
    lineOffset = 0,
    path = name,
    language = kind === 'main' || kind === 'file' ? sourceLanguageOf(path) : 'javascript',
    compilerOptions?: CompilerOptions,
  ): Script {
    const script: Script = {
      id: this.nextScriptId++,
      name,
      kind,
      path,
      source,
      language,
      lineOffset,
      ...(compilerOptions && { compilerOptions }),
      ...(this.options.v8Flags?.flags['allow-natives-syntax'] && { natives: 'v8' }),
    };
    if (kind !== 'eval') this.scripts.push(script);
    return script;
  }

  /** The text of eval or of `new Function`, which remembers who made it. */
  addEvalScript(source: string, isFunctionConstructor: boolean): Script {
    const frame = this.frames().findLast(({ shared }) => shared.script.kind !== 'builtin');
    const evalOrigin = frame && {
      functionName: frame.shared.kind === 'eval' ? 'eval' : debugName(frame.closure),
      script: frame.shared.script,
      offset: framePosition(frame),
    };
    const name = frame?.shared.script.name ?? 'evalmachine.<anonymous>';
    this.meter.allocate(codeBytes(source));
    return { ...this.addScript(name, 'eval', source), evalOrigin, isFunctionConstructor };
  }

  /** Where everything that the guest can still reach begins. V8: Heap::IterateRoots. */
  roots(): readonly unknown[] {
    const { interpreter, microtasks, realm, mainRealm, symbolRegistry } = this;
    return [
      interpreter.stack.slice(0, interpreter.stackTop()),
      interpreter.accumulator,
      this.frames(),
      microtasks,
      realm,
      mainRealm,
      symbolRegistry,
      ...(this.hostRoots?.() ?? []),
    ];
  }

  /** Calls a guest function from host code and runs it to its end. Nests: see calls.ts. */
  callNested(callee: JSObject, receiver: Value, args: readonly Value[]): Value {
    return this.interpreter.callNested(callee, receiver, args);
  }

  constructNested(callee: JSObject, args: readonly Value[], newTarget: JSObject): JSObject {
    return this.interpreter.constructNested(callee, args, newTarget);
  }

  /**
   * As the result of a native builtin: "my result is the result of this call". Guest functions get a frame of their own
   * instead of nesting.
   */
  tailCall(callee: Value, receiver: Value, args: readonly Value[]): Value {
    return this.interpreter.tailCall(callee, receiver, args);
  }

  tailConstruct(callee: JSObject, args: readonly Value[], newTarget: JSObject): Value {
    return this.interpreter.tailConstruct(callee, args, newTarget);
  }

  error(name: ErrorName, message: string): GuestException {
    return new GuestException(makeError(this, name, message));
  }

  /** A function object over shared code and a context. */
  newClosure(shared: SharedFunctionInfo, context: Context | undefined, feedbackCell = new FeedbackCell()): JSObject {
    const kind = shared.kind === 'normal' && !shared.isStrict ? 'sloppy' : shared.kind;
    const { isNamedAtRunTime } = shared.literal;
    const object = new JSObject(this.realm.functionHiddenClass(kind, isNamedAtRunTime));
    if (isNamedAtRunTime) addField(object, 0, '');
    const data = new FunctionData(this.realm);
    data.shared = shared;
    data.context = context;
    data.feedbackCell = feedbackCell;
    object.internal = data;
    // All have length and name; those that construct or generate have one more word, for their prototype or initial map.
    if (object.hiddenClass.propertyCount > 2) this.heap.youngLeft -= wordBytes;
    return object;
  }

  /** A builtin written in JavaScript; `source` is one function expression. */
  selfHostedFunction(name: string, source: string): JSObject {
    return compileSelfHosted(this, name, source);
  }

  /** ECMAScript: CreateIterResultObject. */
  newIterResult(value: Value, done: boolean): JSObject {
    const object = new JSObject(this.realm.iterResult);
    object.properties = [value, done];
    return object;
  }

  /** Symbols that bytecode names. */
  internalSymbol(name: WellKnownSymbol['name']): JSSymbol {
    if (name === 'iterator' || name === 'asyncIterator') return this.symbols[name];
    let symbol = this.internalSymbols.get(name);
    if (symbol === undefined) {
      symbol = new JSSymbol(`(${name}_symbol)`, true);
      this.internalSymbols.set(name, symbol);
    }
    return symbol;
  }

  private readonly internalSymbols = new Map<string, JSSymbol>();

  /** A self-hosted function that the interpreter itself uses. */
  internalFunction(name: InternalFunction): JSObject {
    let object = this.realm.internalFunctions.get(name);
    if (object === undefined) {
      object = compileSelfHosted(this, '', internalFunctions[name]);
      this.realm.internalFunctions.set(name, object);
    }
    return object;
  }

  /** Told when a promise is rejected without a handler, or handled after that, and how many bytes of stack are left. */
  onRejection: ((promise: JSObject, handled: boolean, stackRoom: number) => void) | undefined;

  trackRejection(promise: JSObject, handled: boolean): void {
    this.onRejection?.(promise, handled, this.interpreter.stackRoom);
  }

  /** Told of each throw, once, while the frame that throws is still there. */
  onThrow: ((value: Value) => void) | undefined;

  /** object[key], through the interpreter: the result may be `framePushed`, so this belongs inside `nest`. */
  loadProperty(object: JSObject, key: PropertyKey): Value {
    return loadSlow(this, object, key, object);
  }

  functionName(object: JSObject): string {
    return functionName(object);
  }

  describe(value: Value): string {
    return describe(value);
  }

  runtimeFunction(name: string): RuntimeFunction {
    const known = this.runtime.get(name);
    if (known === undefined) throw new Error(`no runtime function %${name}`);
    return known;
  }

  /** Runs one microtask to its end. An exception that nobody catches is thrown as GuestException. */
  runMicrotask(task: Microtask): void {
    runMicrotask(this, task);
  }

  enqueueMicrotask(task: Microtask): void {
    this.microtasks.push(task);
    this.listener?.enqueueMicrotask(task);
  }

  /** Math.random. */
  random(): number {
    return nextRandom(this.randomState);
  }

  /** What is counted and drawn from now on is as if it had not been when the result is called. */
  rememberCounters(): () => void {
    const { nextMicrotaskId, nextPromiseId, nextGeneratorId, nextScriptId } = this;
    const randomState: RandomState = [...this.randomState];
    const { nextHiddenClassId, nextSerial, youngLeft, largeLeft } = this.heap;
    const scripts = this.scripts.length;
    return () => {
      Object.assign(this, { nextMicrotaskId, nextPromiseId, nextGeneratorId, nextScriptId });
      this.randomState = randomState;
      Object.assign(this.heap, { nextHiddenClassId, nextSerial, youngLeft, largeLeft });
      this.scripts.length = scripts;
    };
  }
}
