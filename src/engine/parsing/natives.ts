/**
 * V8's runtime functions that programs may call as `%Name(arguments)` with --allow-natives-syntax. builtins/natives.ts has what
 * they do. V8: FOR_EACH_INTRINSIC_TEST in src/runtime/runtime.h; number and count of arguments were asked of Node 24.
 */

export interface Native {
  /** V8's, in the bytes of a CallRuntime. */
  readonly id: number;
  /** -1: any number. */
  readonly argumentCount: number;
  /** Its arguments, and what comes of them. */
  readonly what: string;
}

/** Those that are simulated. */
export const natives = {
  ActiveTierIsIgnition: native(414, 1, 'Function: its calls run bytecode in the interpreter.'),
  ActiveTierIsMaglev: native(416, 1, 'Function: they run Maglev code.'),
  ActiveTierIsSparkplug: native(415, 1, 'Function: they run baseline code.'),
  ActiveTierIsTurbofan: native(417, 1, 'Function: they run TurboFan code.'),
  ClearFunctionFeedback: native(425, 1, 'Function: its feedback vector is as new.'),
  CollectGarbage: native(84, 1, 'Anything: collects what is not reachable.'),
  CompileBaseline: native(67, 1, 'Function: compiles baseline code for it.'),
  CurrentFrameIsTurbofan: native(433, 0, 'The frame runs TurboFan code.'),
  DebugPrint: native(434, -1, 'Value: prints what it is inside, and gives it back.'),
  DeoptimizeFunction: native(439, 1, 'Function: throws its optimised code away.'),
  DeoptimizeNow: native(544, 0, 'Throws the optimised code away that runs.'),
  DisableOptimizationFinalization: native(440, 0, 'Nothing to wait for.'),
  EnsureFeedbackVectorForFunction: native(444, 1, 'Function: it has a feedback vector from now on.'),
  FinalizeOptimization: native(445, 0, 'Nothing to wait for.'),
  FlattenString: native(384, 1, 'String: gives it back.'),
  GetOptimizationStatus: native(452, 1, 'Function: bits that say what it runs and waits for.'),
  GlobalPrint: native(455, -1, 'Value: prints it.'),
  HasCowElements: native(456, 1, 'Object: its elements are shared until it writes one.'),
  HasDictionaryElements: native(457, 1, 'Object: its elements are a hash table.'),
  HasDoubleElements: native(458, 1, 'Object: its elements are unboxed doubles.'),
  HasFastElements: native(460, 1, 'Object: its elements are an array, and can be written.'),
  HasFastPackedElements: native(261, 1, 'Object: they are, and have no holes.'),
  HasFastProperties: native(461, 1, 'Object: its properties are described by its hidden class, not by a dictionary.'),
  HasFixedBigInt64Elements: native(462, 1, 'Object: is a BigInt64Array.'),
  HasFixedBigUint64Elements: native(463, 1, 'Object: is a BigUint64Array.'),
  HasFixedFloat16Elements: native(464, 1, 'Object: is a Float16Array.'),
  HasFixedFloat32Elements: native(465, 1, 'Object: is a Float32Array.'),
  HasFixedFloat64Elements: native(466, 1, 'Object: is a Float64Array.'),
  HasFixedInt16Elements: native(467, 1, 'Object: is an Int16Array.'),
  HasFixedInt32Elements: native(468, 1, 'Object: is an Int32Array.'),
  HasFixedInt8Elements: native(469, 1, 'Object: is an Int8Array.'),
  HasFixedUint16Elements: native(470, 1, 'Object: is a Uint16Array.'),
  HasFixedUint32Elements: native(471, 1, 'Object: is a Uint32Array.'),
  HasFixedUint8ClampedElements: native(472, 1, 'Object: is a Uint8ClampedArray.'),
  HasFixedUint8Elements: native(473, 1, 'Object: is a Uint8Array.'),
  HasHoleyElements: native(474, 1, 'Object: its elements may have holes.'),
  HasObjectElements: native(475, 1, 'Object: its elements are any values.'),
  HasOwnConstDataProperty: native(281, 2, 'Object, key: the own property was never assigned again.'),
  HasPackedElements: native(476, 1, 'Object: its elements have no holes.'),
  HasSloppyArgumentsElements: native(477, 1, 'Object: its elements are aliases of parameters.'),
  HasSmiElements: native(478, 1, 'Object: its elements are small integers.'),
  HasSmiOrObjectElements: native(479, 1, 'Object: its elements are tagged values.'),
  HaveSameMap: native(480, 2, 'Two objects: they have the same hidden class.'),
  HeapObjectVerify: native(481, 1, 'Value: true.'),
  ICsAreEnabled: native(482, 0, 'True.'),
  Is64Bit: native(485, 0, 'True.'),
  IsArray: native(7, 1, 'Value: is an array.'),
  IsBeingInterpreted: native(487, 0, 'The frame runs in the interpreter.'),
  IsConcurrentRecompilationSupported: native(489, 0, 'False: what is simulated compiles on the main thread.'),
  IsDictPropertyConstTrackingEnabled: native(490, 0, 'False.'),
  IsJSProxy: native(342, 1, 'Value: is a proxy.'),
  IsJSReceiver: native(266, 1, 'Value: is an object.'),
  IsMaglevEnabled: native(496, 0, 'The engine has Maglev.'),
  IsSmi: native(231, 1, 'Value: is a small integer.'),
  IsSparkplugEnabled: native(499, 0, 'The engine has baseline code.'),
  IsTurbofanEnabled: native(500, 0, 'The engine has TurboFan.'),
  NeverOptimizeFunction: native(503, 1, 'Function: it stays in the interpreter or in baseline code.'),
  NormalizeElements: native(9, 1, 'Object: makes its elements a dictionary.'),
  NotifyContextDisposed: native(506, 0, 'Nothing to do.'),
  OptimizeFunctionOnNextCall: native(511, -1, 'Function: its next call compiles it with TurboFan.'),
  OptimizeMaglevOnNextCall: native(510, 1, 'Function: its next call compiles it with Maglev.'),
  OptimizeOsr: native(512, -1, 'Levels: the running loop is replaced by optimised code at its next round.'),
  PrepareFunctionForOptimization: native(513, -1, 'Function: compiles it and gives it a feedback vector.'),
  RunningInSimulator: native(522, 0, 'False: V8 means a simulated processor.'),
  SymbolDescriptiveString: native(408, 1, 'Symbol: its text.'),
  SystemBreak: native(536, 0, 'Stops a debugger of machine code; does nothing.'),
  ToFastProperties: native(295, 1, 'Object: describes its properties by its hidden class again.'),
  WaitForBackgroundOptimization: native(543, 0, 'Nothing to wait for.'),
} as const satisfies Readonly<Record<string, Native>>;

export type NativeName = keyof typeof natives;

/** And those that V8 has too, with their counts of arguments: calling one says that it is not simulated. */
export const otherNatives: Readonly<Record<string, Native>> = Object.fromEntries(
  `AbortJS/1/413 AddDictionaryProperty/3/238 AllocateInYoungGeneration/2/181 ArrayBufferDetach/-1/546
  ArrayIteratorProtector/0/419 ArraySpeciesProtector/0/420 BaselineOsr/-1/421 BenchMaglev/2/422
  BenchTurbofan/2/423 Call/-1/108 ClearMegamorphicStubCache/0/426 CompileLazy/1/66
  CompleteInobjectSlackTracking/1/427 ConstructConsString/2/428 ConstructDouble/2/429
  ConstructInternalizedString/1/430 ConstructSlicedString/2/431 ConstructThinString/1/432
  CreateDataProperty/3/245 DebugPrintPtr/1/436 DebugTrace/0/438 DeleteProperty/3/252 DisassembleFunction/1/442
  EnableCodeLoggingForTesting/0/443 EnqueueMicrotask/1/325 ForceFlush/1/446 FunctionGetInferredName/1/94
  FunctionGetScriptSource/1/109 GetAndResetRuntimeCallStats/-1/190 GetAndResetTurboProfilingData/0/191
  GetCallable/1/448 GetDerivedMap/2/254 GetFeedback/1/449 GetFunctionForCurrentFrame/0/450 GetHoleNaNUpper/0/230
  GetInitializerFunction/1/451 GetProperty/-1/259 GetUndetectable/0/453 GetWeakCollectionSize/1/454
  GrowArrayElements/2/6 HasElementsInALargeObjectSpace/1/459 HasProperty/2/263 InLargeObjectSpace/1/483
  InYoungGeneration/1/484 IncrementUseCounter/1/193 InternalizeString/1/386 IsAtomicsWaitAllowed/0/486
  IsConcatSpreadableProtector/0/488 IsEfficiencyModeEnabled/0/491 IsInPlaceInternalizableString/1/492
  IsInternalizedString/1/493 IsSameHeapObject/2/497 IsSharedString/1/498 IsWasmCode/1/630
  IsWasmTieringPredictable/0/501 JSReceiverGetPrototypeOf/1/269 LeakHole/0/545 MapIteratorProtector/0/502
  NewArray/-1/8 NewObject/2/274 NewRegExpWithBacktrackLimit/3/504 NoElementsProtector/0/505 ObjectCreate/2/275
  OptimizeObjectForAddingMultipleProperties/2/286 PerformMicrotaskCheckpoint/0/208 PretenureAllocationSite/1/514
  PrintWithNameForAssert/2/515 PromiseSpeciesProtector/0/516 RegExpSpeciesProtector/0/517
  RegexpHasBytecode/2/518 RegexpHasNativeCode/2/519 RegexpIsUnmodified/1/520 RegexpTypeTag/1/521
  RunMicrotaskCallback/2/207 RuntimeEvaluateREPL/1/523 ScheduleGCInStackCheck/0/524
  SerializeDeserializeNow/0/525 SetAllocationTimeout/-1/526 SetBatterySaverMode/1/527 SetForceSlowPath/1/528
  SetIteratorProtector/0/529 SetKeyedProperty/3/289 SetWasmCompileControls/2/635 ShareObject/1/531
  SharedGC/0/530 ShrinkNameDictionary/1/293 SimulateNewspaceFull/0/532 StringAdd/2/387 StringEqual/2/392
  StringIsFlat/1/533 StringIteratorProtector/0/534 StringParseFloat/1/234 StringSubstring/3/402
  StringToCString/1/494 StringUtf8Value/1/495 StringWrapperToPrimitiveProtector/0/535 TakeHeapSnapshot/-1/537
  ToLength/1/296 ToName/1/297 ToNumber/1/298 ToObject/1/300 ToString/1/301 TraceEnter/0/538 TraceExit/1/539
  TransitionElementsKind/2/10 TransitionElementsKindWithKind/2/11 TryMigrateInstance/1/302
  TurbofanStaticAssert/1/540 TypedArrayGetBuffer/1/550 TypedArraySpeciesProtector/0/542 WasmTierUpFunction/1/649`
    .split(/\s+/)
    .map((entry) => {
      const [name, argumentCount, id] = entry.split('/');
      return [name, native(Number(id), Number(argumentCount), 'Not simulated.')];
    }),
);

export function nativeOf(name: string): Native | undefined {
  if (Object.hasOwn(natives, name)) return natives[name as NativeName];
  return Object.hasOwn(otherNatives, name) ? otherNatives[name] : undefined;
}

function native(id: number, argumentCount: number, what: string): Native {
  return { id, argumentCount, what };
}
