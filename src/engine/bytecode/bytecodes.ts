/**
 * THE instruction table: every Ignition bytecode of V8 13.6 (Node 24) that Underhood generates, with its operands, what it
 * does to the accumulator, and a sentence. Emitter types, decoding, dispatch, disassembly and the panel's hovers read it.
 *
 * V8: src/interpreter/bytecodes.h.
 * Simplified: no Wide and ExtraWide rows (width is a property of the encoding, see encoding.ts), the sixteen short Star
 * forms are one row, and jumps through the constant pool share the row of the plain jump.
 */

/**
 * Operand types. In decoded code each operand is one 32-bit integer, a `regList` two (first register, count).
 * Registers are relative to the frame's base: r0 is 0, r1 is 1 …; the last parameter is -4, the one before it -5 and so
 * on down to `<this>`; `<closure>` is -2, `<context>` is -3 and `<argc>` is -1 (see registers.ts).
 */
export type OperandType =
  | 'reg'
  | 'regOut'
  | 'regPair'
  | 'regOutPair'
  | 'regOutTriple'
  | 'regList'
  | 'regOutList'
  | 'constant'
  | 'slot'
  | 'smi'
  | 'uint'
  | 'flag8'
  | 'flag16'
  | 'runtime'
  | 'intrinsic'
  | 'nativeContext'
  | 'jump'
  | 'jumpTable';

export type AccumulatorUse = 'none' | 'read' | 'write' | 'readWrite' | 'clobber';

export interface BytecodeDefinition {
  readonly operands: readonly OperandType[];
  readonly accumulator: AccumulatorUse;
  readonly category: string;
  readonly doc: string;
}

function define<const T extends readonly OperandType[]>(
  operands: T,
  accumulator: AccumulatorUse,
  category: string,
  doc: string,
): { readonly operands: T; readonly accumulator: AccumulatorUse; readonly category: string; readonly doc: string } {
  return { operands, accumulator, category, doc };
}

const loads = {
  LdaZero: define([], 'write', 'Constants', 'Load 0.'),
  LdaSmi: define(['smi'], 'write', 'Constants', 'Load a small integer.'),
  LdaUndefined: define([], 'write', 'Constants', 'Load undefined.'),
  LdaNull: define([], 'write', 'Constants', 'Load null.'),
  LdaTheHole: define([], 'write', 'Constants', 'Load the hole: the mark of a let or const before its initialisation.'),
  LdaTrue: define([], 'write', 'Constants', 'Load true.'),
  LdaFalse: define([], 'write', 'Constants', 'Load false.'),
  LdaConstant: define(['constant'], 'write', 'Constants', 'Load an entry of the constant pool.'),
  Ldar: define(['reg'], 'write', 'Registers', 'Load a register.'),
  Star: define(['regOut'], 'read', 'Registers', 'Store into a register.'),
  Mov: define(['reg', 'regOut'], 'none', 'Registers', 'Copy a register into another.'),
  LdaContextSlot: define(['reg', 'uint', 'uint'], 'write', 'Contexts', 'Load slot n of the context, depth levels out.'),
  LdaImmutableContextSlot: define(
    ['reg', 'uint', 'uint'],
    'write',
    'Contexts',
    'Load a slot that never changes again.',
  ),
  LdaScriptContextSlot: define(['reg', 'uint', 'uint'], 'write', 'Contexts', 'Load a let or const of the script.'),
  LdaCurrentContextSlot: define(['uint'], 'write', 'Contexts', 'Load a slot of the current context.'),
  LdaImmutableCurrentContextSlot: define(
    ['uint'],
    'write',
    'Contexts',
    'Load a slot of the current context that never changes again.',
  ),
  LdaCurrentScriptContextSlot: define(
    ['uint'],
    'write',
    'Contexts',
    'Load a let or const of the script from its own top level.',
  ),
  StaContextSlot: define(
    ['reg', 'uint', 'uint'],
    'read',
    'Contexts',
    'Store into slot n of the context, depth levels out.',
  ),
  StaCurrentContextSlot: define(['uint'], 'read', 'Contexts', 'Store into a slot of the current context.'),
  StaScriptContextSlot: define(['reg', 'uint', 'uint'], 'read', 'Contexts', 'Store into a let of the script.'),
  StaCurrentScriptContextSlot: define(
    ['uint'],
    'read',
    'Contexts',
    'Store into a let or const of the script from its own top level.',
  ),
  PushContext: define(
    ['regOut'],
    'read',
    'Contexts',
    'Save the context in a register and make the accumulator the current context.',
  ),
  PopContext: define(['reg'], 'none', 'Contexts', 'Make the saved context current again.'),
  LdaGlobal: define(['constant', 'slot'], 'write', 'Globals', 'Load a global by name, through a LoadGlobalIC.'),
  LdaGlobalInsideTypeof: define(
    ['constant', 'slot'],
    'write',
    'Globals',
    'Load a global for typeof: a missing one is undefined.',
  ),
  StaGlobal: define(
    ['constant', 'slot'],
    'clobber',
    'Globals',
    'Store into a global by name, through a StoreGlobalIC.',
  ),
  LdaLookupSlot: define(['constant'], 'write', 'Dynamic lookup', 'Find a name at run time (with, sloppy eval).'),
  LdaLookupContextSlot: define(
    ['constant', 'uint', 'uint'],
    'write',
    'Dynamic lookup',
    'Load a context slot unless an eval in between declared the name.',
  ),
  LdaLookupScriptContextSlot: define(
    ['constant', 'uint', 'uint'],
    'write',
    'Dynamic lookup',
    'Load a let or const of the script unless an eval in between declared the name.',
  ),
  LdaLookupGlobalSlot: define(
    ['constant', 'slot', 'uint'],
    'write',
    'Dynamic lookup',
    'Load a global unless an eval in between declared the name.',
  ),
  LdaLookupSlotInsideTypeof: define(['constant'], 'write', 'Dynamic lookup', 'Find a name at run time for typeof.'),
  LdaLookupContextSlotInsideTypeof: define(
    ['constant', 'uint', 'uint'],
    'write',
    'Dynamic lookup',
    'LdaLookupContextSlot for typeof.',
  ),
  LdaLookupScriptContextSlotInsideTypeof: define(
    ['constant', 'uint', 'uint'],
    'write',
    'Dynamic lookup',
    'LdaLookupScriptContextSlot for typeof.',
  ),
  LdaLookupGlobalSlotInsideTypeof: define(
    ['constant', 'slot', 'uint'],
    'write',
    'Dynamic lookup',
    'LdaLookupGlobalSlot for typeof.',
  ),
  StaLookupSlot: define(['constant', 'flag8'], 'clobber', 'Dynamic lookup', 'Store into a name found at run time.'),
} as const;

const properties = {
  GetNamedProperty: define(
    ['reg', 'constant', 'slot'],
    'write',
    'Property loads',
    'Load a named property of a register, through a LoadIC.',
  ),
  GetNamedPropertyFromSuper: define(
    ['reg', 'constant', 'slot'],
    'readWrite',
    'Property loads',
    'Load super.name: receiver in the register, home object in the accumulator.',
  ),
  GetKeyedProperty: define(
    ['reg', 'slot'],
    'readWrite',
    'Property loads',
    'Load the property of a register whose key is in the accumulator, through a KeyedLoadIC.',
  ),
  GetEnumeratedKeyedProperty: define(
    ['reg', 'reg', 'reg', 'slot'],
    'readWrite',
    'Property loads',
    'Load object[key] where key is the loop variable of a for-in over that object.',
  ),
  LdaModuleVariable: define(['smi', 'uint'], 'write', 'Modules', 'Load an import or export.'),
  StaModuleVariable: define(['smi', 'uint'], 'read', 'Modules', 'Store an export.'),
  SetNamedProperty: define(
    ['reg', 'constant', 'slot'],
    'clobber',
    'Property stores',
    'Store the accumulator into a named property, through a StoreIC.',
  ),
  DefineNamedOwnProperty: define(
    ['reg', 'constant', 'slot'],
    'clobber',
    'Property stores',
    'Define a named own property (literals, class fields).',
  ),
  SetKeyedProperty: define(
    ['reg', 'reg', 'slot'],
    'clobber',
    'Property stores',
    'Store the accumulator into object[key], through a KeyedStoreIC.',
  ),
  DefineKeyedOwnProperty: define(
    ['reg', 'reg', 'flag8', 'slot'],
    'clobber',
    'Property stores',
    'Define an own property with a computed key (class fields, private names).',
  ),
  StaInArrayLiteral: define(
    ['reg', 'reg', 'slot'],
    'clobber',
    'Property stores',
    'Store an element of an array literal.',
  ),
  DefineKeyedOwnPropertyInLiteral: define(
    ['reg', 'reg', 'flag8', 'slot'],
    'clobber',
    'Property stores',
    'Define an own property with a computed key in an object literal.',
  ),
  DeletePropertyStrict: define(['reg'], 'readWrite', 'Property stores', 'delete object[accumulator] in strict code.'),
  DeletePropertySloppy: define(['reg'], 'readWrite', 'Property stores', 'delete object[accumulator] in sloppy code.'),
  GetSuperConstructor: define(
    ['regOut'],
    'read',
    'Classes',
    'The prototype of the active function, to be constructed by super().',
  ),
  FindNonDefaultConstructorOrConstruct: define(
    ['reg', 'reg', 'regOutPair'],
    'none',
    'Classes',
    'Skip default derived constructors on the way up.',
  ),
} as const;

const binary = (doc: string) => define(['reg', 'slot'], 'readWrite', 'Binary operators', doc);
const binarySmi = (doc: string) => define(['smi', 'slot'], 'readWrite', 'Binary operators with a small integer', doc);
const operators = {
  Add: binary('register + accumulator'),
  Sub: binary('register - accumulator'),
  Mul: binary('register * accumulator'),
  Div: binary('register / accumulator'),
  Mod: binary('register % accumulator'),
  Exp: binary('register ** accumulator'),
  BitwiseOr: binary('register | accumulator'),
  BitwiseXor: binary('register ^ accumulator'),
  BitwiseAnd: binary('register & accumulator'),
  ShiftLeft: binary('register << accumulator'),
  ShiftRight: binary('register >> accumulator'),
  ShiftRightLogical: binary('register >>> accumulator'),
  AddSmi: binarySmi('accumulator + n'),
  SubSmi: binarySmi('accumulator - n'),
  MulSmi: binarySmi('accumulator * n'),
  DivSmi: binarySmi('accumulator / n'),
  ModSmi: binarySmi('accumulator % n'),
  ExpSmi: binarySmi('accumulator ** n'),
  BitwiseOrSmi: binarySmi('accumulator | n'),
  BitwiseXorSmi: binarySmi('accumulator ^ n'),
  BitwiseAndSmi: binarySmi('accumulator & n'),
  ShiftLeftSmi: binarySmi('accumulator << n'),
  ShiftRightSmi: binarySmi('accumulator >> n'),
  ShiftRightLogicalSmi: binarySmi('accumulator >>> n'),
  Inc: define(['slot'], 'readWrite', 'Unary operators', 'accumulator + 1'),
  Dec: define(['slot'], 'readWrite', 'Unary operators', 'accumulator - 1'),
  Negate: define(['slot'], 'readWrite', 'Unary operators', '-accumulator'),
  BitwiseNot: define(['slot'], 'readWrite', 'Unary operators', '~accumulator'),
  ToBooleanLogicalNot: define([], 'readWrite', 'Unary operators', '!accumulator, of any value'),
  LogicalNot: define([], 'readWrite', 'Unary operators', '!accumulator, of a boolean'),
  TypeOf: define(['slot'], 'readWrite', 'Unary operators', 'typeof accumulator'),
  TestEqual: define(['reg', 'slot'], 'readWrite', 'Comparisons', 'register == accumulator'),
  TestEqualStrict: define(['reg', 'slot'], 'readWrite', 'Comparisons', 'register === accumulator'),
  TestLessThan: define(['reg', 'slot'], 'readWrite', 'Comparisons', 'register < accumulator'),
  TestGreaterThan: define(['reg', 'slot'], 'readWrite', 'Comparisons', 'register > accumulator'),
  TestLessThanOrEqual: define(['reg', 'slot'], 'readWrite', 'Comparisons', 'register <= accumulator'),
  TestGreaterThanOrEqual: define(['reg', 'slot'], 'readWrite', 'Comparisons', 'register >= accumulator'),
  TestReferenceEqual: define(['reg'], 'readWrite', 'Comparisons', 'Are register and accumulator the same thing?'),
  TestInstanceOf: define(['reg', 'slot'], 'readWrite', 'Comparisons', 'register instanceof accumulator'),
  TestIn: define(['reg', 'slot'], 'readWrite', 'Comparisons', 'register in accumulator'),
  TestUndetectable: define([], 'readWrite', 'Comparisons', 'accumulator == null'),
  TestNull: define([], 'readWrite', 'Comparisons', 'accumulator === null'),
  TestUndefined: define([], 'readWrite', 'Comparisons', 'accumulator === undefined'),
  TestTypeOf: define(['flag8'], 'readWrite', 'Comparisons', 'typeof accumulator === a literal'),
  ToName: define([], 'readWrite', 'Conversions', 'Make the accumulator a property key.'),
  ToNumber: define(['slot'], 'readWrite', 'Conversions', 'Make the accumulator a number.'),
  ToNumeric: define(['slot'], 'readWrite', 'Conversions', 'Make the accumulator a number or a BigInt.'),
  ToObject: define(['regOut'], 'read', 'Conversions', 'Make the accumulator an object, into a register.'),
  ToString: define([], 'readWrite', 'Conversions', 'Make the accumulator a string.'),
  ToBoolean: define([], 'readWrite', 'Conversions', 'Make the accumulator a boolean.'),
} as const;

const calls = {
  CallAnyReceiver: define(
    ['reg', 'regList', 'slot'],
    'write',
    'Calls',
    'Call with the receiver as first of the list, whatever it is.',
  ),
  CallProperty: define(
    ['reg', 'regList', 'slot'],
    'write',
    'Calls',
    'Call a method; the receiver is the first of the list.',
  ),
  CallProperty0: define(['reg', 'reg', 'slot'], 'write', 'Calls', 'Call a method without arguments.'),
  CallProperty1: define(['reg', 'reg', 'reg', 'slot'], 'write', 'Calls', 'Call a method with one argument.'),
  CallProperty2: define(['reg', 'reg', 'reg', 'reg', 'slot'], 'write', 'Calls', 'Call a method with two arguments.'),
  CallUndefinedReceiver: define(
    ['reg', 'regList', 'slot'],
    'write',
    'Calls',
    'Call a function with undefined as this.',
  ),
  CallUndefinedReceiver0: define(['reg', 'slot'], 'write', 'Calls', 'Call a function without arguments.'),
  CallUndefinedReceiver1: define(['reg', 'reg', 'slot'], 'write', 'Calls', 'Call a function with one argument.'),
  CallUndefinedReceiver2: define(
    ['reg', 'reg', 'reg', 'slot'],
    'write',
    'Calls',
    'Call a function with two arguments.',
  ),
  CallWithSpread: define(
    ['reg', 'regList', 'slot'],
    'write',
    'Calls',
    'Call with the last argument spread; the receiver is the first of the list.',
  ),
  CallRuntime: define(['runtime', 'regList'], 'write', 'Calls', 'Call a function of the engine.'),
  CallRuntimeForPair: define(
    ['runtime', 'regList', 'regOutPair'],
    'clobber',
    'Calls',
    'Call a function of the engine that returns two values.',
  ),
  CallJSRuntime: define(
    ['nativeContext', 'regList'],
    'write',
    'Calls',
    'Call a JavaScript function of the native context.',
  ),
  InvokeIntrinsic: define(['intrinsic', 'regList'], 'write', 'Calls', 'Call an intrinsic of the interpreter.'),
  Construct: define(
    ['reg', 'regList', 'slot'],
    'readWrite',
    'Calls',
    'new register(list); new.target is in the accumulator.',
  ),
  ConstructWithSpread: define(
    ['reg', 'regList', 'slot'],
    'readWrite',
    'Calls',
    'new register(...): the last argument is spread.',
  ),
  ConstructForwardAllArgs: define(
    ['reg', 'slot'],
    'readWrite',
    'Calls',
    'Construct with all arguments of this frame (default derived constructors).',
  ),
} as const;

const creations = {
  CreateRegExpLiteral: define(['constant', 'slot', 'flag16'], 'write', 'Literals', 'Make a regular expression.'),
  CreateArrayLiteral: define(['constant', 'slot', 'flag8'], 'write', 'Literals', 'Make an array from its boilerplate.'),
  CreateArrayFromIterable: define([], 'readWrite', 'Literals', 'Make an array of what the accumulator iterates over.'),
  CreateEmptyArrayLiteral: define(['slot'], 'write', 'Literals', 'Make [].'),
  CreateObjectLiteral: define(
    ['constant', 'slot', 'flag8'],
    'write',
    'Literals',
    'Make an object from its boilerplate.',
  ),
  CreateEmptyObjectLiteral: define([], 'write', 'Literals', 'Make {}.'),
  CloneObject: define(['reg', 'flag8', 'slot'], 'write', 'Literals', 'Make {...register}.'),
  GetTemplateObject: define(['constant', 'slot'], 'write', 'Literals', 'The strings array of a tagged template.'),
  CreateClosure: define(
    ['constant', 'slot', 'flag8'],
    'write',
    'Closures',
    'Make a function over the current context.',
  ),
  CreateBlockContext: define(['constant'], 'write', 'Contexts', 'Make a context for a block.'),
  CreateCatchContext: define(['reg', 'constant'], 'write', 'Contexts', 'Make a context for a catch clause.'),
  CreateFunctionContext: define(['constant', 'uint'], 'write', 'Contexts', 'Make a context for a function.'),
  CreateEvalContext: define(['constant', 'uint'], 'write', 'Contexts', 'Make a context for eval code.'),
  CreateWithContext: define(
    ['reg', 'constant'],
    'write',
    'Contexts',
    'Make a context whose variables are the properties of an object.',
  ),
  CreateMappedArguments: define([], 'write', 'Arguments', 'Make an arguments object that aliases the parameters.'),
  CreateUnmappedArguments: define([], 'write', 'Arguments', 'Make an arguments object that is a copy.'),
  CreateRestParameter: define([], 'write', 'Arguments', 'Make the array of a rest parameter.'),
} as const;

const jump = (doc: string, accumulator: AccumulatorUse = 'read') => define(['jump'], accumulator, 'Jumps', doc);
const control = {
  JumpLoop: define(
    ['jump', 'smi', 'slot'],
    'clobber',
    'Jumps',
    'Jump back to a loop header; charges the interrupt budget.',
  ),
  Jump: jump('Jump.', 'none'),
  JumpIfTrue: jump('Jump if the accumulator is true.'),
  JumpIfFalse: jump('Jump if the accumulator is false.'),
  JumpIfToBooleanTrue: jump('Jump if the accumulator is truthy.'),
  JumpIfToBooleanFalse: jump('Jump if the accumulator is falsy.'),
  JumpIfNull: jump('Jump if the accumulator is null.'),
  JumpIfNotNull: jump('Jump unless the accumulator is null.'),
  JumpIfUndefined: jump('Jump if the accumulator is undefined.'),
  JumpIfNotUndefined: jump('Jump unless the accumulator is undefined.'),
  JumpIfUndefinedOrNull: jump('Jump if the accumulator is undefined or null.'),
  JumpIfJSReceiver: jump('Jump if the accumulator is an object.'),
  JumpIfForInDone: define(['jump', 'reg', 'reg'], 'none', 'Jumps', 'Jump if the for-in index has reached its length.'),
  SwitchOnSmiNoFeedback: define(
    ['jumpTable', 'uint', 'smi'],
    'read',
    'Jumps',
    'Jump through a table by the small integer in the accumulator.',
  ),
  ForInEnumerate: define(
    ['reg'],
    'write',
    'For-in',
    'The enumerable keys of an object: its hidden class (enum cache) or a list.',
  ),
  ForInPrepare: define(
    ['regOutTriple', 'slot'],
    'readWrite',
    'For-in',
    'Cache type, cache array and length for the loop.',
  ),
  ForInNext: define(
    ['reg', 'reg', 'regPair', 'slot'],
    'write',
    'For-in',
    'The next key, or undefined if it was deleted meanwhile.',
  ),
  ForInStep: define(['reg'], 'none', 'For-in', 'Advance the index register by one.'),
  SetPendingMessage: define([], 'readWrite', 'Exceptions', 'Swap the pending message with the accumulator.'),
  Throw: define([], 'read', 'Exceptions', 'Throw the accumulator.'),
  ReThrow: define([], 'read', 'Exceptions', 'Throw the accumulator again, keeping where it came from.'),
  Return: define([], 'read', 'Calls', 'Return the accumulator.'),
  ThrowReferenceErrorIfHole: define(
    ['constant'],
    'read',
    'Exceptions',
    'Cannot access a let or const before its initialisation.',
  ),
  ThrowSuperNotCalledIfHole: define([], 'read', 'Exceptions', 'Must call super constructor before accessing this.'),
  ThrowSuperAlreadyCalledIfNotHole: define([], 'read', 'Exceptions', 'Super constructor may only be called once.'),
  ThrowIfNotSuperConstructor: define(['reg'], 'none', 'Exceptions', 'Super constructor is not a constructor.'),
  SwitchOnGeneratorState: define(
    ['reg', 'jumpTable', 'uint'],
    'none',
    'Generators',
    'At the start of a generator: go on where it was suspended.',
  ),
  SuspendGenerator: define(
    ['reg', 'regOutList', 'uint'],
    'read',
    'Generators',
    'Save the registers in the generator object and return the accumulator.',
  ),
  ResumeGenerator: define(
    ['reg', 'regOutList'],
    'write',
    'Generators',
    'Restore the registers; the accumulator is what was sent in.',
  ),
  GetIterator: define(['reg', 'slot', 'slot'], 'write', 'Iteration', 'Load and call [Symbol.iterator] of a register.'),
  Debugger: define([], 'none', 'Debugging', 'The debugger statement.'),
} as const;

/** Bytecodes of our own that never appear in a listing: the decoder puts them in where somebody asked to be told. */
const internal = {
  StatementMarker: define(
    ['uint'],
    'none',
    'Internal',
    'Tell the listener that the statement at this offset begins. Not a step.',
  ),
  BreakMarker: define([], 'none', 'Internal', 'Tell the listener that a debugger can stop here. Not a step.'),
} as const;

export const bytecodes = {
  ...loads,
  ...properties,
  ...operators,
  ...calls,
  ...creations,
  ...control,
  ...internal,
} as const satisfies Record<string, BytecodeDefinition>;

export type Bytecode = keyof typeof bytecodes;
export const bytecodeNames = Object.keys(bytecodes) as Bytecode[];
/** The number of each bytecode in decoded code. */
export const Op = Object.fromEntries(bytecodeNames.map((name, id) => [name, id])) as Record<Bytecode, number>;

/** Not V8's, and no steps. */
export function isMarker(bytecode: Bytecode): boolean {
  return bytecode in internal;
}

/** How many 32-bit integers an instruction takes in decoded code, itself included. */
export const decodedLengths: readonly number[] = bytecodeNames.map((name) =>
  bytecodes[name].operands.reduce((length, type) => length + (type === 'regList' || type === 'regOutList' ? 2 : 1), 1),
);
