/**
 * Text to AST: acorn, with `%Name(arguments)`, and with errors as values in V8's words.
 * V8: src/parsing/parser.cc. Never throws.
 */
import type * as acorn from 'acorn';
import { newParser } from './dialects.ts';
import type { CompilerOptions } from './lowering/compiler-options.ts';
import { lower } from './lowering/lowering.ts';
import { ParseError } from './parser-errors.ts';
import type { NativesSyntax } from './script.ts';
import type { SourceLanguage } from './source-language.ts';
import { describeSyntaxError, syntaxFailure, type SyntaxFailure } from './syntax-errors.ts';
import type { UnsupportedFailure } from './unsupported-syntax.ts';

export type ParseGoal = 'script' | 'function' | 'module';

export interface ParseOptions {
  /** JavaScript if not given. The program is plain ECMAScript in any case. */
  readonly language?: SourceLanguage;
  /** Of the file's project. */
  readonly compilerOptions?: CompilerOptions;
  /** Accept `%Name(arguments)`. */
  readonly natives?: NativesSyntax;
  /** `function`: the text is the body of a function (Node's CommonJS wrapper): return and new.target are allowed. */
  readonly goal?: ParseGoal;
  /** The code is strict from the start (eval in strict code). */
  readonly isStrict?: boolean;
  /** For eval code inside functions. */
  readonly allowNewTarget?: boolean;
  readonly allowSuperProperty?: boolean;
  readonly allowSuperCall?: boolean;
  /** Eval code inside classes: scope analysis looks for the names. */
  readonly allowUndeclaredPrivateNames?: boolean;
}

export type ParseFailure = SyntaxFailure | UnsupportedFailure;
export type ParseResult =
  { readonly ok: true; readonly program: acorn.Program } | { readonly ok: false; readonly error: ParseFailure };

export function parseProgram(source: string, options: ParseOptions = {}): ParseResult {
  const language = options.language ?? 'javascript';
  try {
    const text = options.goal === 'module' ? withShebangAsComment(source) : source;
    const program = newParser(text, acornOptions(options), options).parse();
    if (language !== 'javascript') {
      const failure = lower(program, source, language, options.compilerOptions);
      const error = failure ?? (options.goal === 'module' ? undefined : moduleDeclaration(source, program));
      if (error !== undefined) return { ok: false, error };
    }
    return { ok: true, program };
  } catch (error) {
    const raised = error instanceof ParseError ? error.raised : undefined;
    if (error instanceof RangeError || raised?.message.startsWith('Not enough stack space')) {
      return { ok: false, error: stackOverflow };
    }
    if (raised === undefined) throw error;
    return {
      ok: false,
      error: describeSyntaxError(source, raised, collectTokens(source, options), options.goal ?? 'script'),
    };
  }
}

/**
 * Node decodes modules without their byte order mark, so that a shebang may stand behind it; of CommonJS it does not. Offsets stay
 * as they are. Simplified: columns of the first line count the mark.
 */
function withShebangAsComment(source: string): string {
  return source.startsWith('\uFEFF#!') ? `\uFEFF//${source.slice('\uFEFF#!'.length)}` : source;
}

/** What is left of import and export where types are gone: only modules may have it. */
function moduleDeclaration(source: string, { body }: acorn.Program): SyntaxFailure | undefined {
  const node = body.find(({ type }) => /^(?:Import|Export)\w*Declaration$/.test(type));
  if (node === undefined) return undefined;
  const isImport = node.type === 'ImportDeclaration';
  const message = isImport ? 'Cannot use import statement outside a module' : "Unexpected token 'export'";
  return syntaxFailure(source, `SyntaxError: ${message}`, node.start, node.start + 'import'.length);
}

/** Nesting that V8's recursive parser gives up on, too. */
export const stackOverflow: SyntaxFailure = {
  kind: 'syntax',
  message: 'RangeError: Maximum call stack size exceeded',
  offset: 0,
  end: 0,
  line: 1,
  column: 1,
};

/** Only errors pay for the list of tokens: the text is parsed once more up to the error. */
function collectTokens(source: string, options: ParseOptions): readonly acorn.Token[] {
  const tokens: acorn.Token[] = [];
  try {
    newParser(source, { ...acornOptions(options), onToken: tokens }, options).parse();
  } catch {
    // The same error again.
  }
  return tokens;
}

export function acornOptions(options: ParseOptions): acorn.Options {
  return {
    ecmaVersion: 'latest',
    sourceType: options.goal === 'function' ? 'commonjs' : (options.goal ?? 'script'),
    strict: options.isStrict ?? false,
    allowHashBang: true,
    checkPrivateFields: !options.allowUndeclaredPrivateNames,
    allowSuperOutsideMethod: options.allowSuperProperty ?? false,
  };
}
