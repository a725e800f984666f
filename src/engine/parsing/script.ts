/** Scripts: the texts that functions come from. V8: src/objects/script.h. */

import type * as acorn from 'acorn';
import type { CompilerOptions } from './lowering/compiler-options.ts';
import type { SourceLanguage } from './source-language.ts';

export type NativesSyntax = 'v8' | 'selfHosted';

/** A text that functions come from. `main` is the file that runs, `file` another file of the program. */
export interface Script {
  /** Counts from 0 (the main file) in one run; builtins share script -1. */
  readonly id: number;
  /** As stack traces show it: a path, for modules of Node a file: URL. */
  readonly name: string;
  readonly kind: 'main' | 'file' | 'eval' | 'builtin';
  /** Where the text comes from, if the name does not say it. */
  readonly path?: string;
  readonly source: string;
  /** JavaScript if not given. */
  readonly language?: SourceLanguage;
  /** Of the project that the file belongs to. */
  readonly compilerOptions?: CompilerOptions;
  /** Which functions `%Name(…)` calls: V8's natives, those of self-hosted builtins, or none, which is a syntax error. */
  readonly natives?: NativesSyntax;
  /** Offsets that stack traces subtract or add, as for Node's CommonJS wrapper or new Function. */
  readonly lineOffset: number;
  /** Of eval code: the function and the place that made it. */
  readonly evalOrigin?: { readonly functionName: string; readonly script: Script; readonly offset: number } | undefined;
  /** The source is one function that `new Function` or one of its relatives made. */
  readonly isFunctionConstructor?: boolean;
  /** The program, once it was parsed, and the names of its anonymous functions, once a stack trace needed them. */
  root?: acorn.Node;
  inferredNames?: ReadonlyMap<acorn.Node, string>;
  /** Offsets where lines start, made when first needed. */
  lineStarts?: readonly number[];
}
