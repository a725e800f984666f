/**
 * A function as source text, shared by all closures of one literal: its names and flags, and its code once it ran.
 * V8: src/objects/shared-function-info.h.
 */
import type { FunctionLiteral } from '../parsing/ast.ts';
import {
  type FunctionKind,
  isArrowKind,
  isAsyncGeneratorKind,
  isClassConstructorKind,
} from '../parsing/function-kind.ts';
import type { Script } from '../parsing/script.ts';
import type { BytecodeArray } from './bytecode-array.ts';

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
  /** How many functions its isolate had compiled before it, whatever they were compiled for. -1: not compiled yet. */
  compileOrder = -1;
  /** For a class constructor: the function that defines its instance fields, run after super() or at entry. */
  readonly hasInstanceMembers: boolean;
  /** Where the class's text starts and ends, for constructors: toString() shows the class. */
  readonly classStart: number;
  readonly classEnd: number;
  readonly isClassConstructor: boolean;
  readonly isArrow: boolean;
  readonly isAsyncGenerator: boolean;
  /** V8 has machine code for it. */
  readonly isBuiltin: boolean;
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
    this.isBuiltin = fields.script.kind === 'builtin';
    this.convertsReceiver = !fields.isStrict && !isArrowKind(fields.kind);
  }
}

/** The functions that a function makes or declares, in the order of its constants. */
export function innerFunctions({ constants }: BytecodeArray): SharedFunctionInfo[] {
  return constants.flatMap((constant) => {
    if (typeof constant !== 'object' || constant === null) return [];
    switch (constant.type) {
      case 'sharedFunctionInfo':
        return [constant];
      case 'globalDeclarations':
      case 'moduleDeclarations':
        return constant.declarations.flatMap((declaration) => declaration.function ?? []);
      default:
        return [];
    }
  });
}

/** The one SharedFunctionInfo of a literal, made at the first call. */
export function sharedFunctionInfoOf(literal: FunctionLiteral, script: Script): SharedFunctionInfo {
  const known = literal.shared as SharedFunctionInfo | undefined;
  if (known !== undefined) return known;
  const shared = new SharedFunctionInfo({
    name: literal.name,
    kind: literal.kind,
    isStrict: literal.isStrict,
    length: literal.length,
    script,
    start: literal.start,
    end: literal.end,
    literal,
    hasInstanceMembers: literal.hasInstanceMembers,
    ...(literal.classNode !== undefined && isClassConstructorKind(literal.kind)
      ? { classStart: literal.classNode.start, classEnd: literal.classNode.end }
      : {}),
  });
  literal.shared = shared;
  return shared;
}
