/**
 * A function as source text, shared by all closures of one literal: its names and flags, and its code once it ran.
 * V8: src/objects/shared-function-info.h, script.h.
 */
import type { FunctionLiteral } from '../parsing/ast.ts';
import type { BytecodeArray } from './bytecode-array.ts';

/** A text that functions come from. */
export interface Script {
  /** Counts from 0 (the main file) in one run; builtins share script -1. */
  readonly id: number;
  readonly name: string;
  readonly kind: 'main' | 'eval' | 'builtin';
  readonly source: string;
  /** Offsets that stack traces subtract or add, as for Node's CommonJS wrapper or new Function. */
  readonly lineOffset: number;
  /** Offsets where lines start, made when first needed. */
  lineStarts?: readonly number[];
}

/** V8: FunctionKind, without the forms that differ only for the parser. */
export type FunctionKind =
  | 'normal'
  | 'arrow'
  | 'method'
  | 'getter'
  | 'setter'
  | 'baseConstructor'
  | 'derivedConstructor'
  | 'defaultBaseConstructor'
  | 'defaultDerivedConstructor'
  | 'classMembersInitializer'
  | 'classStaticInitializer'
  | 'generator'
  | 'generatorMethod'
  | 'async'
  | 'asyncArrow'
  | 'asyncMethod'
  | 'asyncGenerator'
  | 'asyncGeneratorMethod'
  | 'script'
  | 'eval';

export class SharedFunctionInfo {
  readonly type = 'sharedFunctionInfo';
  /** The `name` property at creation; '' for anonymous functions. Computed names are set at run time. */
  name: string;
  readonly kind: FunctionKind;
  readonly isStrict: boolean;
  /** The `length` property: parameters before the first default or rest. */
  readonly length: number;
  readonly script: Script;
  /** Offsets of the text that toString() shows; -1 for functions without text. */
  readonly start: number;
  readonly end: number;
  literal: FunctionLiteral;
  /** Builtins: makes `literal` before the first call. */
  parseLazily: (() => FunctionLiteral) | undefined = undefined;
  /** Compiled at the first call (V8: lazy compilation). */
  bytecode: BytecodeArray | undefined = undefined;
  /** For a class constructor: the function that defines its instance fields, run after super() or at entry. */
  readonly hasInstanceMembers: boolean;
  /** Where the class's text starts and ends, for constructors: toString() shows the class. */
  readonly classStart: number;
  readonly classEnd: number;
  readonly isClassConstructor: boolean;
  readonly isArrow: boolean;
  readonly isAsyncGenerator: boolean;
  /** Sloppy guest code: a receiver that is no object is converted. */
  readonly convertsReceiver: boolean;

  constructor(fields: {
    name: string;
    kind: FunctionKind;
    isStrict: boolean;
    length: number;
    script: Script;
    start: number;
    end: number;
    literal: FunctionLiteral;
    hasInstanceMembers?: boolean;
    classStart?: number;
    classEnd?: number;
  }) {
    this.name = fields.name;
    this.kind = fields.kind;
    this.isStrict = fields.isStrict;
    this.length = fields.length;
    this.script = fields.script;
    this.start = fields.start;
    this.end = fields.end;
    this.literal = fields.literal;
    this.hasInstanceMembers = fields.hasInstanceMembers ?? false;
    this.classStart = fields.classStart ?? -1;
    this.classEnd = fields.classEnd ?? -1;
    this.isClassConstructor = isClassConstructorKind(fields.kind);
    this.isAsyncGenerator = isAsyncGeneratorKind(fields.kind);
    this.isArrow = isArrowKind(fields.kind);
    this.convertsReceiver = !fields.isStrict && !isArrowKind(fields.kind);
  }
}

/** Facts about kinds, in one place. */
export function isGeneratorKind(kind: FunctionKind): boolean {
  return kind === 'generator' || kind === 'generatorMethod' || isAsyncGeneratorKind(kind);
}

export function isAsyncGeneratorKind(kind: FunctionKind): boolean {
  return kind === 'asyncGenerator' || kind === 'asyncGeneratorMethod';
}

export function isAsyncFunctionKind(kind: FunctionKind): boolean {
  return kind === 'async' || kind === 'asyncArrow' || kind === 'asyncMethod';
}

/** Functions whose frames leave the stack and come back. */
export function isResumableKind(kind: FunctionKind): boolean {
  return isGeneratorKind(kind) || isAsyncFunctionKind(kind);
}

export function isArrowKind(kind: FunctionKind): boolean {
  return kind === 'arrow' || kind === 'asyncArrow';
}

export function isClassConstructorKind(kind: FunctionKind): boolean {
  return (
    kind === 'baseConstructor' ||
    kind === 'derivedConstructor' ||
    kind === 'defaultBaseConstructor' ||
    kind === 'defaultDerivedConstructor'
  );
}

export function isDerivedConstructorKind(kind: FunctionKind): boolean {
  return kind === 'derivedConstructor' || kind === 'defaultDerivedConstructor';
}

/** Has [[Construct]]. */
export function isConstructorKind(kind: FunctionKind): boolean {
  return kind === 'normal' || isClassConstructorKind(kind);
}
