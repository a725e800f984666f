/**
 * acorn's errors in V8's words: a table from acorn's message to a sentence, and the cases where V8's depends on the token.
 * V8: src/common/message-template.h, ParserBase::ReportUnexpectedTokenAt.
 * Simplified: where a program has several errors, acorn may meet another one first.
 */
import type * as acorn from 'acorn';
import {
  endOfBracket,
  loopInitializer,
  loosePrivateName,
  parameterList,
  privateConstructor,
  privateField,
  restNotLast,
  shorthandInitializer,
  tokenAt,
  undefinedExport,
  useStrictDirective,
} from './error-ranges.ts';
import { lineAndColumn } from './line-and-column.ts';
import {
  badEscape,
  badTemplateEscape,
  invalidToken,
  legacySeparator,
  octal,
  regularExpressionError,
  regularExpressionFlags,
} from './token-errors.ts';
import { awaitWords, templateString, unexpectedToken } from './unexpected-token.ts';

export interface SyntaxFailure {
  readonly kind: 'syntax';
  /** With the name of the error: "SyntaxError: …". */
  readonly message: string;
  readonly offset: number;
  /** End of the offending text: V8 underlines it. */
  readonly end: number;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
}

/** What acorn said, and where its tokenizer was. */
export interface RaisedError {
  readonly message: string;
  readonly offset: number;
  /** Known where the words are V8's own. */
  readonly end: number | undefined;
  readonly isStrict: boolean;
  readonly tokenType: acorn.TokenType;
  readonly tokenStart: number;
  readonly tokenEnd: number;
  readonly scanned: number;
  readonly previousStart: number;
  readonly previousEnd: number;
  readonly inGenerator: boolean;
  readonly inAsync: boolean;
  readonly inClassStaticBlock: boolean;
  /** In what a rest element stands that is being read. */
  readonly restContext: RestContext;
  /** Names that the classes around have declared so far, without `#`. */
  readonly privateNames: readonly string[];
}

export type RestContext = 'parameters' | 'pattern' | 'arrow';

export interface Place {
  readonly source: string;
  readonly raised: RaisedError;
  readonly tokens: readonly acorn.Token[];
  readonly goal: 'script' | 'function' | 'module';
}

export interface Described {
  readonly message: string;
  readonly offset?: number;
  readonly end?: number;
}

/** An error that acorn does not look for. */
export function syntaxFailure(source: string, message: string, offset: number, end = offset + 1): SyntaxFailure {
  return { kind: 'syntax', message, offset, end, ...lineAndColumn(source, offset) };
}

export function describeSyntaxError(
  source: string,
  raised: RaisedError,
  tokens: readonly acorn.Token[],
  goal: Place['goal'],
): SyntaxFailure {
  const place: Place = { source, raised, tokens, goal };
  const text = raised.message.replace(/ \(\d+:\d+\)$/, '');
  if (raised.end !== undefined) return syntaxFailure(source, `SyntaxError: ${text}`, raised.offset, raised.end);
  for (const [pattern, describe] of rules) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const described = typeof describe === 'string' ? { message: expand(describe, match) } : describe(place, match);
    const offset = described.offset ?? raised.offset;
    const end = Math.max(
      described.end ?? (offset === raised.tokenStart ? raised.tokenEnd : wordEnd(source, offset)),
      offset,
    );
    return {
      kind: 'syntax',
      message: `SyntaxError: ${described.message}`,
      offset,
      end,
      ...lineAndColumn(source, offset),
    };
  }
  return {
    kind: 'syntax',
    message: `SyntaxError: ${text}`,
    offset: raised.offset,
    end: Math.max(raised.tokenEnd, raised.offset),
    ...lineAndColumn(source, raised.offset),
  };
}

function expand(template: string, match: RegExpExecArray): string {
  return template.replace('%1', match[1] ?? '');
}

function wordEnd(source: string, offset: number): number {
  const match = /[\w$]+|[^]/y;
  match.lastIndex = offset;
  match.test(source);
  return match.lastIndex || offset;
}

/** First match wins. A string is the message (%1: first group of the pattern). */
const rules: readonly (readonly [RegExp, string | ((place: Place, match: RegExpExecArray) => Described)])[] = [
  [/^'import' and 'export' may/, (place) => moduleWord(place)],
  [
    /^Cannot use 'import\.meta' outside/,
    (place) => ({ message: "Cannot use 'import.meta' outside a module", offset: place.raised.offset + 7 }),
  ],
  [
    /^Cannot use keyword 'await' outside an async function/,
    ({ goal }) => ({ message: goal === 'module' ? 'Unexpected reserved word' : awaitWords }),
  ],
  [/^Cannot use 'await' as identifier inside an async function/, (place) => unexpectedToken(place)],
  [/^Duplicate export '([^]*)'$/, "Duplicate export of '%1'"],
  [/^Export '([^]*)' is not defined$/, (place, match) => undefinedExport(place, match[1] ?? '')],
  [
    /^A string literal cannot be used as an exported binding/,
    (place) => ({
      message: "String literal module export names must be followed by a 'from' clause",
      ...tokenAt(place),
    }),
  ],
  [
    /^An export name cannot include a lone surrogate|^An import name cannot include a lone surrogate/,
    'Invalid module export name: contains unpaired surrogate character',
  ],
  [/^Cannot use 'await' as identifier/, 'Unexpected reserved word'],
  [/^'return' outside of function/, 'Illegal return statement'],
  [
    /^(Identifier '[^]*' has already been declared)$/,
    // V8 knows where the declaration starts and not how long its name is.
    (place, match) =>
      match[1]?.startsWith("Identifier '#")
        ? previousToken(place, match[1])
        : { message: match[1] ?? '', end: place.raised.offset + 1 },
  ],
  [/^Argument name clash/, 'Duplicate parameter name not allowed in this context'],
  [/^Private field '(#[^']*)' must be declared/, (place, match) => privateField(place, match[1] ?? '')],
  [
    /^Deleting local variable in strict mode/,
    (place) => previousToken(place, 'Delete of an unqualified identifier in strict mode.'),
  ],
  [/^Private fields can not be deleted/, (place) => previousToken(place, 'Private fields can not be deleted')],
  [/^'with' in strict mode/, 'Strict mode code may not include a with statement'],
  [/^(?:Assigning to|Binding) (?:eval|arguments) in strict mode/, 'Unexpected eval or arguments in strict mode'],
  [/^Assigning to rvalue/, (place) => invalidTarget(place)],
  [/^Binding (?:rvalue|member expression|parenthesized expression)/, 'Invalid destructuring assignment target'],
  [/^Optional chaining cannot appear in left-hand side/, (place) => invalidTarget(place)],
  [
    /^Optional chaining cannot appear in the callee of new/,
    ({ raised }) => ({ message: 'Invalid optional chain from new expression', end: raised.offset + 2 }),
  ],
  [
    /^Optional chaining cannot appear in the tag of/,
    ({ source, raised }) => ({
      ...templateString(source, raised.offset),
      message: 'Invalid tagged template on optional chain',
    }),
  ],
  [
    /^Parenthesized pattern/,
    (place) => ({ message: 'Invalid destructuring assignment target', end: endOfBracket(place) }),
  ],
  [/^Comma is not permitted after the rest element/, (place) => restNotLast(place)],
  [
    /^Setter cannot use rest params/,
    (place) => parameterList(place, 'Setter function argument must not be a rest parameter'),
  ],
  [/^getter should have no params/, (place) => parameterList(place, 'Getter must not have any formal parameters.')],
  [
    /^setter should have exactly one param/,
    (place) => parameterList(place, 'Setter must have exactly one formal parameter.'),
  ],
  [/^Shorthand property assignments are valid only/, (place) => shorthandInitializer(place)],
  [/^Complex binding patterns require an initialization/, 'Missing initializer in destructuring declaration'],
  [/^Missing initializer in (\w+) declaration/, 'Missing initializer in %1 declaration'],
  [/^Illegal 'use strict' directive/, (place) => useStrictDirective(place)],
  [/^Illegal newline after throw/, (place) => previousToken(place, 'Illegal newline after throw')],
  [/^Missing catch or finally clause/, (place) => previousToken(place, 'Missing catch or finally after try')],
  [/^Multiple default clauses/, 'More than one default clause in switch statement'],
  [/^Unsyntactic break/, (place) => unsyntacticJump(place, 'break')],
  [/^Unsyntactic continue/, (place) => unsyntacticJump(place, 'continue')],
  [/^Label '([^']*)' is already declared/, "Label '%1' has already been declared"],
  [
    /^'super' keyword outside a method|^super\(\) call outside|^Invalid use of 'super'/,
    "'super' keyword unexpected here",
  ],
  [
    /^'new\.target' can only be used/,
    (place) => ({ message: 'new.target expression is not allowed here', offset: place.raised.offset + 4 }),
  ],
  [/^Duplicate constructor in the same class/, 'A class may only have one constructor'],
  [/^Constructor can't have get\/set modifier/, 'Class constructor may not be an accessor'],
  [/^Constructor can't be a generator/, 'Class constructor may not be a generator'],
  [/^Constructor can't be an async method/, 'Class constructor may not be an async method'],
  [/^Classes can't have an element named '#constructor'/, (place) => privateConstructor(place)],
  [
    /^Classes can't have a field named 'constructor'/,
    (place) => ({ message: "Classes may not have a field named 'constructor'", ...tokenAt(place) }),
  ],
  [
    /^Classes (?:may not have a static property|can't have a static field) named '?prototype/,
    "Classes may not have a static property named 'prototype'",
  ],
  [
    /^Cannot use 'arguments' in class field initializer/,
    "'arguments' is not allowed in class field initializer or static initialization block",
  ],
  [/^Redefinition of __proto__/, 'Duplicate __proto__ fields are not allowed in object literals'],
  [/^let is disallowed as a lexically bound name/, 'let is disallowed as a lexically bound name'],
  [/^The left-hand side of a for-of loop may not start with/, "The left-hand side of a for-of loop may not be 'let'."],
  [/^Yield expression cannot be a default value/, 'Yield expression not allowed in formal parameter'],
  [/^Await expression cannot be a default value/, 'Illegal await-expression in formal parameters of async function'],
  [/^Cannot use 'yield' as identifier inside a generator/, (place) => unexpectedToken(place)],
  [/^(?:The keyword '|Unexpected keyword|Escape sequence in keyword)/, (place) => unexpectedToken(place)],
  [/^Logical expressions and coalesce/, (place) => unexpectedToken(place)],
  [/^Invalid regular expression flag|^Duplicate regular expression flag/, (place) => regularExpressionFlags(place)],
  [/^Invalid regular expression: (\/[^]*\/): ([^]*)$/, (place, match) => regularExpressionError(place, match)],
  [
    /^Unterminated regular expression/,
    (place) => ({
      message: 'Invalid regular expression: missing /',
      offset: place.raised.tokenStart,
      end: place.raised.tokenStart + 1,
    }),
  ],
  [
    /^Unterminated template/,
    (place) => ({ message: 'Unexpected end of input', offset: place.source.length, end: place.source.length }),
  ],
  [/^Bad escape sequence in untagged template/, (place) => badTemplateEscape(place)],
  [
    /^Bad character escape sequence|^Invalid Unicode escape|^Expecting Unicode escape|^Code point out of bounds/,
    (place) => badEscape(place),
  ],
  [/^Octal literal in strict mode/, (place) => octal(place)],
  [
    /^Invalid number$/,
    (place) => (/^0[0-9]/.test(place.source.slice(place.raised.tokenStart)) ? octal(place) : invalidToken(place)),
  ],
  [/^Invalid escape sequence/, (place) => badEscape(place)],
  [
    /^(for-of|for-in) loop variable declaration may not have/,
    (place, match) => loopInitializer(place, `${match[1]} loop variable declaration may not have an initializer.`),
  ],
  [/^Cannot use await in class static/, 'Unexpected reserved word'],
  [
    /^Cannot use arguments in class static/,
    "'arguments' is not allowed in class field initializer or static initialization block",
  ],
  [/^The only valid meta property/, (place) => unexpectedToken(place)],
  [/^Using declaration (?:cannot appear in the top level|is not allowed in single-st)/, (place) => wordAfter(place)],
  [/^Using declaration is not allowed in for-in/, "Invalid 'using' in for-in loop"],
  [
    /^Await using cannot appear outside of async function/,
    ({ raised }) => ({ message: raised.inClassStaticBlock ? 'Unexpected reserved word' : awaitWords }),
  ],
  [/^Octal literal in template string/, (place) => badEscape(place)],
  [
    /^Numeric separator is not allowed at the last/,
    ({ raised }) => ({
      message: 'Numeric separators are not allowed at the end of numeric literals',
      offset: raised.offset + 1,
      end: raised.offset + 2,
    }),
  ],
  [
    /^Numeric separator must be exactly one/,
    ({ raised }) => ({ message: 'Only one underscore is allowed as numeric separator', end: raised.offset + 1 }),
  ],
  [/^Numeric separator is not allowed in legacy/, (place) => legacySeparator(place)],
  [
    /^Private identifier can only be left/,
    (place) =>
      loosePrivateName(
        place,
        place.tokens.find(({ start }) => start === place.raised.offset)!,
      ),
  ],
  [
    /^(?:Unterminated string constant|Unterminated comment|Unexpected character|Identifier directly after number|Expected number in radix|Numeric separator)/,
    (place) => invalidToken(place),
  ],
  [/^Unexpected token/, (place) => unexpectedToken(place)],
];

function moduleWord({ source, raised }: Place): Described {
  if (source.startsWith('import', raised.offset)) return { message: 'Cannot use import statement outside a module' };
  return { message: "Unexpected token 'export'" };
}

/** `1 = 2`, `[a + 1] = b`, `++f()`: where the target stands decides the words. */
function invalidTarget({ source, raised }: Place): Described {
  const next = source.slice(raised.tokenStart, raised.tokenEnd);
  const parenthesis = raised.offset - 1;
  const isParenthesized =
    source.charAt(parenthesis) === '(' && source.charAt(raised.previousEnd - 1) === ')' && next !== '=>';
  const offset = isParenthesized ? parenthesis : raised.offset;
  const inPattern = isParenthesized ? undefined : elementEnd(source, raised.offset, raised.previousEnd);
  if (inPattern !== undefined) return { message: 'Invalid destructuring assignment target', end: inPattern };
  const end = raised.previousEnd;
  const before = source.slice(0, offset).trimEnd();
  if (next === '++' || next === '--') {
    return { message: 'Invalid left-hand side expression in postfix operation', offset, end };
  }
  if (before.endsWith('++') || before.endsWith('--')) {
    return { message: 'Invalid left-hand side expression in prefix operation', offset, end };
  }
  if (next === 'of' || next === 'in') return { message: 'Invalid left-hand side in for-loop', offset, end };
  return { message: 'Invalid left-hand side in assignment', offset, end };
}

/** The end of a pattern's element that starts at `start`; undefined if the text up to `limit` is no part of a pattern. */
function elementEnd(source: string, start: number, limit: number): number | undefined {
  let depth = 0;
  for (let index = start; index < limit; index += 1) {
    const character = source.charAt(index);
    if ('([{'.includes(character)) depth += 1;
    if (depth === 0 && (character === ',' || character === '=')) return index;
    if (')]}'.includes(character)) {
      if (depth === 0) return index;
      depth -= 1;
    }
  }
  return undefined;
}

function unsyntacticJump({ source, raised }: Place, word: 'break' | 'continue'): Described {
  const label = new RegExp(`${word}[ \\t]+([\\p{ID_Start}$_][\\p{ID_Continue}$]*)`, 'uy');
  label.lastIndex = raised.offset;
  const match = label.exec(source);
  if (match !== null) {
    const name = match[1] ?? '';
    const offset = raised.offset + match[0].length - name.length;
    const isDeclared = new RegExp(`(^|[^\\p{ID_Continue}$])${name.replaceAll('$', '\\$')}\\s*:`, 'u').test(
      source.slice(0, raised.offset),
    );
    if (word === 'continue' && isDeclared) {
      const message = `Illegal continue statement: '${name}' does not denote an iteration statement`;
      return { message, offset, end: offset + name.length };
    }
    return { message: `Undefined label '${name}'`, offset, end: offset + name.length };
  }
  if (word === 'break') return { message: 'Illegal break statement', end: raised.offset + word.length };
  return {
    message: 'Illegal continue statement: no surrounding iteration statement',
    end: raised.offset + word.length,
  };
}

/** `using x` (`await using x`) where using is only a name: the error is the next word. */
function wordAfter(place: Place): Described {
  const gap = /(?:await\s+using|\S+)\s*/y;
  gap.lastIndex = place.raised.offset;
  gap.test(place.source);
  const offset = gap.lastIndex;
  return { ...unexpectedToken({ ...place, raised: { ...place.raised, offset } }), offset };
}

function previousToken({ raised }: Place, message: string): Described {
  return { message, offset: raised.previousStart, end: raised.previousEnd };
}
