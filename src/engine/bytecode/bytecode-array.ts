/**
 * A function's compiled code, ready to run and to be listed. V8: src/objects/bytecode-array.h, feedback-vector.h.
 *
 * `code` is the decoded form that the interpreter runs: [opcode, operand, …] per instruction, jump operands being indices
 * into `code`. `byteOffsets` keeps V8's byte offset of each instruction, because budgets, listings and positions count in
 * those.
 */
import type { ScopeInfo } from '../parsing/scope-info.ts';
import type { OperandScale } from './encoding.ts';
import type { SharedFunctionInfo } from './shared-function-info.ts';

export interface BytecodeArray {
  readonly code: Int32Array;
  /** Parallel to `code`: V8's byte offset at each index where an instruction starts, and `length` at the end. */
  readonly byteOffsets: Int32Array;
  /** Parallel to `code`: what an instruction charges the interrupt budget (interrupt-weights.ts). */
  readonly weights: Int32Array;
  /** V8's length in bytes. */
  readonly length: number;
  readonly constants: readonly Constant[];
  /** r0 … rN-1. */
  readonly registerCount: number;
  /** Including the receiver. */
  readonly parameterCount: number;
  readonly handlers: readonly HandlerEntry[];
  /** In the order of `codeIndex`. */
  readonly sourcePositions: readonly SourcePosition[];
  /** One entry per feedback slot index; a kind that takes two slots is followed by 'Second'. */
  readonly feedbackSlots: readonly FeedbackSlotKind[];
  /** By V8's byte offset: instructions with a prefix, and jumps whose distance is a constant, with the number of that. */
  readonly wide: ReadonlyMap<number, { readonly scale: OperandScale; readonly jumpConstant: number | undefined }>;
  /** The register that receives new.target or the generator object at entry, or undefined. */
  readonly incomingNewTargetOrGenerator: number | undefined;
}

/** A range of `code` whose exceptions go to `handler`. Inner ranges come after outer ones. */
export interface HandlerEntry {
  readonly start: number;
  readonly end: number;
  readonly handler: number;
  /** The register that holds the context to restore. */
  readonly contextRegister: number;
  /** What the handler will do with the exception, for "pause on uncaught". */
  readonly prediction: 'caught' | 'uncaught' | 'promise' | 'asyncAwait';
}

export interface SourcePosition {
  readonly codeIndex: number;
  /** Offset in the script's source. */
  readonly offset: number;
  readonly isStatement: boolean;
  /** Where the text of the statement that begins here starts; -1 where none begins. V8 keeps the one offset only. */
  readonly statement: number;
  /** V8 has no position here: it repeats the one before, for the sake of `statement`. */
  readonly isOurs?: true;
}

/** V8: FeedbackSlotKind. */
export type FeedbackSlotKind =
  | 'Call'
  | 'LoadProperty'
  | 'LoadGlobalNotInsideTypeof'
  | 'LoadGlobalInsideTypeof'
  | 'LoadKeyed'
  | 'HasKeyed'
  | 'StoreGlobalSloppy'
  | 'StoreGlobalStrict'
  | 'SetNamedSloppy'
  | 'SetNamedStrict'
  | 'DefineNamedOwn'
  | 'DefineKeyedOwn'
  | 'SetKeyedSloppy'
  | 'SetKeyedStrict'
  | 'StoreInArrayLiteral'
  | 'DefineKeyedOwnPropertyInLiteral'
  | 'BinaryOp'
  | 'CompareOp'
  | 'TypeOf'
  | 'Literal'
  | 'ForIn'
  | 'InstanceOf'
  | 'CloneObject'
  | 'JumpLoop'
  | 'Second';

export type Constant =
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | SharedFunctionInfo
  | ScopeInfo
  | ObjectBoilerplate
  | ArrayBoilerplate
  | ClassBoilerplate
  | TemplateObjectDescription
  | GlobalDeclarations
  | ModuleDeclarations
  | WellKnownSymbol
  | JumpDistance;

/** Symbols that bytecode names: an entry of the constant pool as V8 prints `<Symbol: Symbol.iterator>`. */
export interface WellKnownSymbol {
  readonly type: 'symbol';
  readonly name: 'iterator' | 'asyncIterator' | 'home_object' | 'class_fields' | 'class_positions' | 'error_stack';
}

/** A jump that is too long for its operand takes the distance from the constant pool. */
export interface JumpDistance {
  readonly type: 'jumpDistance';
  readonly value: number;
}

/** The constant part of an object literal. A `undefined` value is filled in by later instructions. V8: ObjectBoilerplateDescription. */
export interface ObjectBoilerplate {
  readonly type: 'objectBoilerplate';
  readonly properties: readonly { readonly key: string | number; readonly value: BoilerplateValue }[];
  /** Those of the literal that `properties` stands for, of which several may have the same name. */
  readonly entryCount: number;
  readonly nullPrototype: boolean;
  /** All properties of the literal, those that are added later included: V8 sizes the root hidden class by it. */
  readonly propertyCount: number;
}

/** The constant part of an array literal. V8: ArrayBoilerplateDescription. */
export interface ArrayBoilerplate {
  readonly type: 'arrayBoilerplate';
  readonly elements: readonly BoilerplateValue[];
  /** Others follow behind the first spread. */
  readonly isPartial?: true;
}

/** `hole` is an elision; `uninitialized` is stored by later instructions. */
export type BoilerplateValue =
  | { readonly kind: 'value'; readonly value: string | number | bigint | boolean | null | undefined }
  | { readonly kind: 'object'; readonly value: ObjectBoilerplate }
  | { readonly kind: 'array'; readonly value: ArrayBoilerplate }
  | { readonly kind: 'hole' }
  | { readonly kind: 'uninitialized' };

/** What `CallRuntime [DefineClass]` needs beside its registers: see runtime-functions.ts. */
export interface ClassBoilerplate {
  readonly type: 'classBoilerplate';
  /**
   * Methods, accessors and fields with computed keys in source order. `argument` is the index, in the register list of
   * DefineClass, of the closure;
   * `key` is the name, or the index of the register that holds a computed key.
   */
  readonly members: readonly {
    readonly isStatic: boolean;
    readonly kind: 'method' | 'get' | 'set' | 'field';
    readonly key: { readonly name: string | number } | { readonly argument: number };
    readonly argument: number;
  }[];
}

export interface TemplateObjectDescription {
  readonly type: 'template';
  /** `undefined` for an invalid escape. */
  readonly cooked: readonly (string | undefined)[];
  readonly raw: readonly string[];
}

/** What `CallRuntime [DeclareModuleExports]` declares: the cells of exports that start as the hole, and of functions. */
export interface ModuleDeclarations {
  readonly type: 'moduleDeclarations';
  readonly declarations: readonly { readonly cell: number; readonly function: SharedFunctionInfo | undefined }[];
}

/** What `CallRuntime [DeclareGlobals]` declares: names of vars and functions of a script (or of eval code in the global scope). */
export interface GlobalDeclarations {
  readonly type: 'globalDeclarations';
  readonly declarations: readonly { readonly name: string; readonly function: SharedFunctionInfo | undefined }[];
}
