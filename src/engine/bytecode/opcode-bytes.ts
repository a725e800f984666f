/**
 * The byte of each bytecode, of each runtime function and intrinsic, in V8 13.6: what the encoded bytes of a listing show.
 * V8: BYTECODE_LIST in src/interpreter/bytecodes.h, src/runtime/runtime.h; asked of Node 24 (`--print-bytecode`).
 */

/** In V8's order; the first has the number 11: before it are the prefixes and the debugger's break bytecodes. */
const firstByte = 0x0b;
const inOrder = `
  Ldar LdaZero LdaSmi LdaUndefined LdaNull LdaTheHole LdaTrue LdaFalse LdaConstant LdaContextSlot LdaScriptContextSlot
  LdaImmutableContextSlot LdaCurrentContextSlot LdaCurrentScriptContextSlot LdaImmutableCurrentContextSlot Star Mov
  PushContext PopContext TestReferenceEqual TestUndetectable TestNull TestUndefined TestTypeOf LdaGlobal
  LdaGlobalInsideTypeof StaGlobal StaContextSlot StaCurrentContextSlot StaScriptContextSlot StaCurrentScriptContextSlot
  LdaLookupSlot LdaLookupContextSlot LdaLookupScriptContextSlot LdaLookupGlobalSlot LdaLookupSlotInsideTypeof
  LdaLookupContextSlotInsideTypeof LdaLookupScriptContextSlotInsideTypeof LdaLookupGlobalSlotInsideTypeof StaLookupSlot
  GetNamedProperty GetNamedPropertyFromSuper GetKeyedProperty GetEnumeratedKeyedProperty LdaModuleVariable
  StaModuleVariable SetNamedProperty DefineNamedOwnProperty SetKeyedProperty DefineKeyedOwnProperty StaInArrayLiteral
  DefineKeyedOwnPropertyInLiteral Add Sub Mul Div Mod Exp BitwiseOr BitwiseXor BitwiseAnd ShiftLeft ShiftRight
  ShiftRightLogical AddSmi SubSmi MulSmi DivSmi ModSmi ExpSmi BitwiseOrSmi BitwiseXorSmi BitwiseAndSmi ShiftLeftSmi
  ShiftRightSmi ShiftRightLogicalSmi Inc Dec Negate BitwiseNot ToBooleanLogicalNot LogicalNot TypeOf DeletePropertyStrict
  DeletePropertySloppy GetSuperConstructor FindNonDefaultConstructorOrConstruct CallAnyReceiver CallProperty
  CallProperty0 CallProperty1 CallProperty2 CallUndefinedReceiver CallUndefinedReceiver0 CallUndefinedReceiver1
  CallUndefinedReceiver2 CallWithSpread CallRuntime CallRuntimeForPair CallJSRuntime InvokeIntrinsic Construct
  ConstructWithSpread ConstructForwardAllArgs TestEqual TestEqualStrict TestLessThan TestGreaterThan TestLessThanOrEqual
  TestGreaterThanOrEqual TestInstanceOf TestIn ToName ToNumber ToNumeric ToObject ToString ToBoolean CreateRegExpLiteral
  CreateArrayLiteral CreateArrayFromIterable CreateEmptyArrayLiteral CreateObjectLiteral CreateEmptyObjectLiteral
  CloneObject GetTemplateObject CreateClosure CreateBlockContext CreateCatchContext CreateFunctionContext
  CreateEvalContext CreateWithContext CreateMappedArguments CreateUnmappedArguments CreateRestParameter JumpLoop Jump
  JumpConstant JumpIfNullConstant JumpIfNotNullConstant JumpIfUndefinedConstant JumpIfNotUndefinedConstant
  JumpIfUndefinedOrNullConstant JumpIfTrueConstant JumpIfFalseConstant JumpIfJSReceiverConstant JumpIfForInDoneConstant
  JumpIfToBooleanTrueConstant JumpIfToBooleanFalseConstant JumpIfToBooleanTrue JumpIfToBooleanFalse JumpIfTrue
  JumpIfFalse JumpIfNull JumpIfNotNull JumpIfUndefined JumpIfNotUndefined JumpIfUndefinedOrNull JumpIfJSReceiver
  JumpIfForInDone SwitchOnSmiNoFeedback ForInEnumerate ForInPrepare ForInNext ForInStep SetPendingMessage Throw ReThrow
  Return ThrowReferenceErrorIfHole ThrowSuperNotCalledIfHole ThrowSuperAlreadyCalledIfNotHole ThrowIfNotSuperConstructor
  SwitchOnGeneratorState SuspendGenerator ResumeGenerator GetIterator Debugger IncBlockCounter Abort`
  .trim()
  .split(/\s+/);

const bytes: ReadonlyMap<string, number> = new Map(inOrder.map((name, index) => [name, firstByte + index]));

/** Star0 has the highest number of the sixteen that follow Abort, without an operand. */
const star0Byte = 0xce;

export function opcodeByte(name: string): number {
  return bytes.get(name) ?? 0;
}

export function shortStarByte(register: number): number {
  return star0Byte - register;
}

/** The bytes before an instruction with operands of two or four bytes. */
export const prefixBytes = { 2: 0x00, 4: 0x01 } as const;

export const runtimeFunctionIds: Readonly<Record<string, number>> = {
  AbortJS: 413,
  AddAsyncDisposableValue: 237,
  AddDisposableValue: 239,
  AddPrivateBrand: 240,
  CopyDataProperties: 243,
  CreatePrivateAccessors: 247,
  CreatePrivateBrandSymbol: 406,
  CreatePrivateNameSymbol: 405,
  DeclareEvalFunction: 360,
  DeclareEvalVar: 361,
  DeclareGlobals: 362,
  DeclareModuleExports: 363,
  DefineAccessorPropertyUnchecked: 248,
  DefineClass: 47,
  DefineGetterPropertyUnchecked: 250,
  DefineSetterPropertyUnchecked: 251,
  DeleteLookupSlot: 364,
  DisposeDisposableStack: 253,
  DynamicImportCall: 224,
  GetImportMetaObject: 225,
  GetModuleNamespace: 226,
  HandleExceptionsInDisposeDisposableStack: 260,
  InitializeDisposableStack: 264,
  InternalSetPrototype: 265,
  InternalizeString: 386,
  LoadFromSuper: 48,
  LoadKeyedFromSuper: 49,
  LoadLookupSlotForCall: 1,
  LoadPrivateGetter: 272,
  LoadPrivateSetter: 273,
  NewReferenceError: 202,
  NewRegExpWithBacktrackLimit: 504,
  NewTypeError: 203,
  PushBlockContext: 374,
  ResolvePossiblyDirectEval: 73,
  SetFunctionName: 288,
  SetKeyedProperty: 289,
  SetNamedProperty: 291,
  StoreGlobalNoHoleCheckForReplLetOrConst: 377,
  StoreKeyedToSuper: 50,
  StoreToSuper: 51,
  ThrowAccessedUninitializedVariable: 170,
  ThrowConstAssignError: 358,
  ThrowConstructorNonCallableError: 41,
  ThrowInvalidTypedArrayAlignment: 161,
  ThrowIteratorError: 162,
  ThrowIteratorResultNotAnObject: 164,
  ThrowNotConstructor: 166,
  ThrowNotSuperConstructor: 42,
  ThrowPatternAssignmentNonCoercible: 167,
  ThrowReferenceError: 169,
  ThrowSpreadArgError: 163,
  ThrowStaticPrototypeError: 43,
  ThrowSuperAlreadyCalledError: 44,
  ThrowSuperNotCalled: 45,
  ThrowSymbolAsyncIteratorInvalid: 172,
  ThrowSymbolIteratorInvalid: 173,
  ThrowThrowMethodMissing: 174,
  ThrowTypeError: 175,
  ThrowUnsupportedSuperError: 46,
  ThrowUsingAssignError: 359,
};

export const intrinsicIds: Readonly<Record<string, number>> = {
  _AsyncFunctionAwait: 0,
  _AsyncFunctionEnter: 1,
  _AsyncFunctionReject: 2,
  _AsyncFunctionResolve: 3,
  _AsyncGeneratorAwait: 4,
  _AsyncGeneratorReject: 5,
  _AsyncGeneratorResolve: 6,
  _AsyncGeneratorYieldWithAwait: 7,
  _CreateJSGeneratorObject: 8,
  _GeneratorGetResumeMode: 9,
  _GeneratorClose: 10,
  _GetImportMetaObject: 11,
  _CopyDataProperties: 12,
  _CopyDataPropertiesWithExcludedPropertiesOnStack: 13,
  _CreateIterResultObject: 14,
  _CreateAsyncFromSyncIterator: 15,
};

/** Slots of the native context. */
export const jsRuntimeIds: Readonly<Record<string, number>> = { reflect_apply: 8, reflect_construct: 9 };
