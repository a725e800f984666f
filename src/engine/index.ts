/** The engine's only door: what host, recorder, hazards, worker and command line may use of it. */
export type { BytecodeArray } from './bytecode/bytecode-array.ts';
export { type BreakLocation, breakLocationsOf, statementPositionAt } from './bytecode/break-locations.ts';
export { compileFunction } from './bytecode/bytecode-generator.ts';
export { bytecodeNames, bytecodes } from './bytecode/bytecodes.ts';
export { functionDebugName } from './bytecode/function-names.ts';
export { disassemble, type Instruction, instructionsOf } from './bytecode/disassembler.ts';
export { printBytecode } from './bytecode/print-bytecode.ts';
export {
  type InstructionOperands,
  type Listing,
  listingOf,
  operandsOf,
  registerVariables,
} from './bytecode/listing.ts';
export { contextRegister, parameterRegister, registerName } from './bytecode/registers.ts';
export type { ContextLocal, ScopeInfo } from './parsing/scope-info.ts';
export { innerFunctions, type SharedFunctionInfo, sharedFunctionInfoOf } from './bytecode/shared-function-info.ts';
export type { FunctionKind } from './parsing/function-kind.ts';
export type { Script } from './parsing/script.ts';
export { installBuiltins } from './builtins/bootstrap.ts';
export { newArrayBuffer } from './builtins/array-buffer.ts';
export { bytesOf as bytesOfTypedArray, makeView } from './builtins/typed-array-create.ts';
export { checkTransferList, installStructuredClone } from './builtins/dom-exception.ts';
export { structuredClone, structuredDeserialize } from './builtins/structured-deserialize.ts';
export {
  type SerializedMessage,
  type SerializedObject,
  type SerializedValue,
  type SerializedView,
  structuredSerialize,
} from './builtins/structured-serialize.ts';
export type { PlatformType } from './execution/platform-types.ts';
export { listFromArrayLike } from './builtins/list-from-array-like.ts';
export { plainArrayElements } from './builtins/plain-array.ts';
export { consoleIndentation, newConsoleMethods, newConsoleState } from './builtins/console.ts';
export { formatTable } from './builtins/console-table.ts';
export { formatLog } from './builtins/format-log.ts';
export { newArrayBufferOver } from './builtins/array-buffer.ts';
export { installErrorClass } from './builtins/error.ts';
export { parseJson } from './builtins/json-parse.ts';
export { inspect, type InspectOptions } from './builtins/inspect.ts';
export { inspectOptionsFrom } from './builtins/inspect-options-from.ts';
export {
  constant,
  constructor,
  getter,
  method,
  methods,
  type Native,
  property,
  selfHosted,
  toStringTag,
} from './builtins/install.ts';
export { type Deoptimization, deoptimizationText } from './compiler/deoptimization.ts';
export { deoptimizeKinds, deoptimizeReasons } from './compiler/deoptimize-reasons.ts';
export type { TieringThresholds } from './compiler/thresholds.ts';
export { budgetPurposes, FunctionTiering, type OptimizingTier, type Tier, tiers } from './compiler/function-tiering.ts';
export type { OptimizedCode } from './compiler/optimized-code.ts';
export type { TieringObserver } from './compiler/tiering-manager.ts';
export { mapLines } from './builtins/print-map.ts';
export { bigintBytes } from './execution/bigint-size.ts';
export { call, construct, isCallable, isConstructor } from './execution/calls.ts';
export {
  type Collection,
  type CollectionObserver,
  type CollectionReason,
  collectionReasons,
} from './execution/collector.ts';
export { prototypeFromConstructor } from './execution/construct.ts';
export { compileForExecution } from './execution/compile.ts';
export { toBigInt, toBoolean, toNumber, toObject, toPrimitive, toStringValue } from './execution/conversions.ts';
export {
  callAside,
  evaluateInFrame,
  type EvaluationOptions,
  type FrameEvaluation,
  readAside,
} from './execution/debug-evaluate.ts';
export { describe, describeUnquoted, functionName, functionSource, lookupData } from './execution/describe.ts';
export { type ErrorName, makeError, throwError, throwRangeError, throwTypeError } from './execution/errors.ts';
export { type RootKind, visitRoots } from './execution/heap-roots.ts';
export type { HeapObject, HeapWalk } from './execution/heap-walk.ts';
export { setIntegrityLevel } from './execution/integrity.ts';
export { initialMapOf } from './execution/initial-map.ts';
export type { Frame } from './execution/frame.ts';
export {
  bytecodeNameAt,
  type FrameScope,
  frameScopes,
  outerContext,
  registerOf,
  registerValue,
  variableValue,
} from './execution/frame-scopes.ts';
export { callScript } from './execution/evaluate.ts';
export { GuestException, RunStopped } from './execution/guest-exception.ts';
export { compileModule, setSyntheticExport } from './execution/modules-compile.ts';
export { evaluateModule } from './execution/modules-evaluate.ts';
export { linkModule } from './execution/modules-link.ts';
export { moduleNamespace, moduleVariableValue } from './execution/module-environment.ts';
export { fulfillPromise, newPromise, performPromiseThen, rejectPromise } from './execution/promises.ts';
export { actualArguments, findHandler, firstArgument } from './execution/interpreter.ts';
export { Isolate } from './execution/isolate.ts';
export type { IsolateOptions } from './execution/isolate-options.ts';
export { Surroundings } from './execution/surroundings.ts';
export type { EngineWatcher } from './execution/engine-watcher.ts';
export type { EngineListener, IcTransition } from './execution/listener.ts';
export { QuietListener } from './execution/quiet-listener.ts';
export {
  flagOf,
  flagsOf,
  flagTable,
  isFlagOfRuns,
  type ParsedFlags,
  parseFlags,
  tracingFlags,
  type V8Flags,
} from './flags.ts';
export { engineProfiles, type EngineProfile, profileRows } from './profiles.ts';
export type { NativeModule } from './execution/native-module.ts';
export type { Microtask } from './execution/microtasks.ts';
export { getOfObject, getProperty, hasProperty, setProperty } from './execution/property-access.ts';
export { isArray } from './execution/proxy.ts';
export { Realm } from './execution/realm.ts';
export { fakeAddress } from './execution/fake-address.ts';
export { frameFunctionName } from './execution/call-site-info.ts';
export {
  currentFrames,
  type ErrorLocation,
  framePosition,
  lineAndColumn,
  positionAt,
  receiverOf,
  suspendedPosition,
} from './execution/stack-trace.ts';
export { FeedbackCell, feedbackCellOf } from './ic/feedback-cell.ts';
export { FeedbackVector, slotKindName } from './ic/feedback-vector.ts';
export { icStates, type IcState, type IcType } from './ic/ic-state.ts';
export { HolderHandler, TransitionHandler } from './ic/property-ic.ts';
export type { SpaceSizes } from './heap/spaces.ts';
export { AccessorPair } from './objects/accessor-pair.ts';
export { Context } from './objects/context.ts';
export { describeElements, type ElementsDescription } from './objects/elements-description.ts';
export { ElementsKind, elementsKindNames, isHoley } from './objects/elements-kind.ts';
export { HiddenClass, type NamedKey, nobodyWaits } from './objects/hidden-class.ts';
export { type DictionaryReason, normalizeObject } from './objects/migration.ts';
export {
  FunctionData,
  HostData,
  type InternalSlots,
  isApiMark,
  type NativeCode,
  nativeMarks,
  type PromiseReaction,
} from './objects/internal-slots.ts';
export { AllocationSite } from './objects/allocation-site.ts';
export { JSObject } from './objects/js-object.ts';
export { defineLazy, isLazy } from './objects/lazy-value.ts';
export { lookupOwn, PropertyLookup } from './objects/lookup.ts';
export {
  bigintSize,
  consStringSize,
  contextSize,
  heapNumberSize,
  instanceSize,
  objectSize,
  stringSize,
  symbolSize,
  totalSize,
} from './objects/object-size.ts';
export { type ModuleRecord, SourceTextModule, SyntheticModule } from './objects/module.ts';
export { addOwn, deleteOwn, ownKeys, setPrototype } from './objects/own-properties.ts';
export {
  Attribute,
  builtinAttributes,
  detailsAttributes,
  detailsFieldIndex,
  detailsIsMutable,
  detailsKind,
  detailsRepresentation,
  PropertyKind,
} from './objects/property-details.ts';
export type { MapEvent, MapListener } from './objects/map-listener.ts';
export { representationNames } from './objects/representation.ts';
export { type ArrayBufferData, isOutOfBounds, typedArrayDataOf } from './objects/typed-array.ts';
export {
  JSSymbol,
  keyFromString,
  keyToDisplay,
  type PropertyKey,
  theHole,
  toStringTagSymbol,
  type Value,
} from './objects/value.ts';
export { parseModuleUnit, parseScriptUnit, parseWrappedUnit, type UnitResult } from './parsing/compile-unit.ts';
export type { ImportAttribute, ModuleRequest } from './parsing/module-descriptor.ts';
export type { CompilerOptions } from './parsing/lowering/compiler-options.ts';
export type { JsxOptions } from './parsing/lowering/jsx-settings.ts';
export { type FlatNode, flatTree } from './parsing/flat-tree.ts';
export { isTypeScript, type SourceLanguage, sourceLanguageOf } from './parsing/source-language.ts';
export { type ParseFailure, parseProgram } from './parsing/parser.ts';
export type { Scope, Variable } from './parsing/scopes.ts';
export { type SourceToken, tokenize } from './parsing/tokens.ts';
export { expressionPosition } from './parsing/expression-position.ts';
export { type AnyNode, childrenOf, walk } from './parsing/walk.ts';
