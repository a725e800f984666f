/**
 * Text to AST: acorn, with `%Name(arguments)` for self-hosted code, and with errors as values in V8's words.
 * V8: src/parsing/parser.cc. Never throws.
 */
import * as acorn from 'acorn';
import { describeSyntaxError, type RaisedError, type SyntaxFailure } from './syntax-errors.ts';
import { refuseUnsupportedStatements, unsupportedFailure, type UnsupportedFailure } from './unsupported-syntax.ts';
import type { RuntimeCall } from './ast.ts';

export interface ParseOptions {
  /** Accept `%Name(arguments)`. */
  readonly allowNatives?: boolean;
  /** `function`: the text is the body of a function (Node's CommonJS wrapper): return and new.target are allowed. */
  readonly goal?: 'script' | 'function';
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
  const tokens: acorn.Token[] = [];
  const recorder: { raised: RaisedError | undefined } = { raised: undefined };
  try {
    const program = newParser(source, acornOptions(options), options, recorder).parse();
    const unsupported = refuseUnsupportedStatements(source, program);
    return unsupported === undefined ? { ok: true, program } : { ok: false, error: unsupported };
  } catch (error) {
    if (error instanceof RangeError || recorder.raised?.message.startsWith('Not enough stack space')) {
      return { ok: false, error: stackOverflow };
    }
    if (recorder.raised === undefined) throw error;
    if (options.goal === 'function' && usesTopLevelAwait(source, recorder.raised)) {
      const node = { start: recorder.raised.previousStart, end: recorder.raised.previousEnd };
      return { ok: false, error: unsupportedFailure(source, 'topLevelAwait', node) };
    }
    collectTokens(source, options, tokens);
    return { ok: false, error: describeSyntaxError(source, recorder.raised, tokens, options.goal ?? 'script') };
  }
}

/** Node runs a CommonJS file as a module where only that makes `await` valid. */
function usesTopLevelAwait(source: string, raised: RaisedError): boolean {
  if (raised.inAsync || source.slice(raised.previousStart, raised.previousEnd) !== 'await') return false;
  try {
    acorn.parse(source, { ecmaVersion: 'latest', sourceType: 'module' });
    return true;
  } catch {
    return false;
  }
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
function collectTokens(source: string, options: ParseOptions, tokens: acorn.Token[]): void {
  try {
    newParser(source, { ...acornOptions(options), onToken: tokens }, options, { raised: undefined }).parse();
  } catch {
    // The same error again.
  }
}

export function acornOptions(options: ParseOptions): acorn.Options {
  return {
    ecmaVersion: 'latest',
    sourceType: options.goal === 'function' ? 'commonjs' : 'script',
    strict: options.isStrict ?? false,
    allowHashBang: true,
    checkPrivateFields: !options.allowUndeclaredPrivateNames,
    allowSuperOutsideMethod: options.allowSuperProperty ?? false,
  };
}

/** The parts of acorn's parser that a plugin may use, which its types leave out. */
interface ParserInternals {
  type: acorn.TokenType;
  value: unknown;
  start: number;
  end: number;
  lastTokStart: number;
  lastTokEnd: number;
  strict: boolean;
  inGenerator: boolean;
  inAsync: boolean;
  inClassStaticBlock: boolean;
  options: acorn.Options;
  input: string;
  pos: number;
  next(): void;
  expect(type: acorn.TokenType): void;
  startNode(): acorn.Node;
  finishNode<T extends acorn.Node>(node: T, type: string): T;
  parseIdent(liberal?: boolean): acorn.Identifier;
  parseExprList(close: acorn.TokenType): (acorn.Expression | acorn.SpreadElement)[];
  parseExprAtom(...rest: unknown[]): acorn.Expression;
  raise(position: number, message: string): never;
  readonly allowDirectSuper: boolean;
  readonly allowNewDotTarget: boolean;
}

type ParserClass = new (options: acorn.Options, input: string, start?: number) => ParserInternals;

const Base = acorn.Parser as unknown as ParserClass;

/** One class for all parses, so that the host compiles acorn's methods once; what differs are its two fields. */
class UnderhoodParser extends Base {
  parseOptions: ParseOptions = {};
  recorder: { raised: RaisedError | undefined } = { raised: undefined };

  override get allowDirectSuper(): boolean {
    return super.allowDirectSuper || this.parseOptions.allowSuperCall === true;
  }

  override get allowNewDotTarget(): boolean {
    return super.allowNewDotTarget || this.parseOptions.allowNewTarget === true;
  }

  override parseExprAtom(...rest: unknown[]): acorn.Expression {
    if (!this.parseOptions.allowNatives || this.type !== acorn.tokTypes.modulo) return super.parseExprAtom(...rest);
    const node = this.startNode() as RuntimeCall;
    this.next();
    node.name = this.parseIdent(true).name;
    this.expect(acorn.tokTypes.parenL);
    node.arguments = this.parseExprList(acorn.tokTypes.parenR);
    return this.finishNode(node, 'RuntimeCall') as unknown as acorn.Expression;
  }

  override raise(position: number, message: string): never {
    this.recorder.raised ??= {
      message,
      offset: position,
      isStrict: this.strict,
      tokenType: this.type,
      tokenStart: this.start,
      tokenEnd: Math.max(this.end, this.start),
      scanned: this.pos,
      previousStart: this.lastTokStart,
      previousEnd: this.lastTokEnd,
      inGenerator: this.inGenerator,
      inAsync: this.inAsync,
      inClassStaticBlock: this.inClassStaticBlock,
    };
    return super.raise(position, message);
  }

  // acorn calls this one for errors after which it could go on.
  raiseRecoverable(position: number, message: string): never {
    return this.raise(position, message);
  }
}

function newParser(
  source: string,
  acornOptions: acorn.Options,
  parseOptions: ParseOptions,
  recorder: { raised: RaisedError | undefined },
): { parse(): acorn.Program } {
  const parser = new UnderhoodParser(acornOptions, source);
  parser.parseOptions = parseOptions;
  parser.recorder = recorder;
  return parser as unknown as { parse(): acorn.Program };
}
