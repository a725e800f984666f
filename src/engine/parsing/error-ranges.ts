/**
 * What V8 underlines where acorn says only where the error begins: whole lists of parameters, directives, initializers, rest
 * elements. Found by the tokens up to the error. V8: the locations in src/parsing/parser-base.h.
 */
import type * as acorn from 'acorn';
import { tokTypes } from 'acorn';
import { patternErrorBefore } from './pattern-errors.ts';
import { skipTrivia } from './source-tokens.ts';
import type { Described, Place } from './syntax-errors.ts';

const openers = new Set<acorn.TokenType>([tokTypes.parenL, tokTypes.bracketL, tokTypes.braceL, tokTypes.dollarBraceL]);
const closers = new Set<acorn.TokenType>([tokTypes.parenR, tokTypes.bracketR, tokTypes.braceR]);

/** Where the bracket at the error's place is closed. */
export function endOfBracket({ tokens, raised }: Place, offset = raised.offset): number {
  let depth = 0;
  for (const { start, end, type } of tokens) {
    if (start < offset) continue;
    if (openers.has(type)) depth += 1;
    if (closers.has(type)) depth -= 1;
    if (depth === 0) return end;
  }
  return offset + 1;
}

/** The list of an accessor's parameters, with its parentheses; the error is at it or in it. */
export function parameterList(place: Place, message: string): Described {
  const { tokens, raised } = place;
  const open = tokens.findLast(({ start, type }) => type === tokTypes.parenL && start <= raised.offset);
  if (open === undefined) return { message };
  return { message, offset: open.start, end: endOfBracket(place, open.start) };
}

/** `function f(a = 1) { 'use strict' }`: acorn stands at the brace before the body. */
export function useStrictDirective({ source, raised }: Place): Described {
  const message = "Illegal 'use strict' directive in function with non-simple parameter list";
  const directive = /(?:'(?:\\[^]|[^'\\])*'|"(?:\\[^]|[^"\\])*")/y;
  directive.lastIndex = skipTrivia(source, raised.tokenEnd);
  for (let offset = directive.lastIndex; directive.test(source); offset = directive.lastIndex) {
    const end = directive.lastIndex;
    if (source.slice(offset + 1, end - 1) === 'use strict') return { message, offset, end };
    const next = skipTrivia(source, end);
    directive.lastIndex = source[next] === ';' ? skipTrivia(source, next + 1) : next;
  }
  return { message };
}

/** `for (const x = 1 of a)`: from the last token of what is declared to the end of its value. */
export function loopInitializer({ tokens, raised }: Place, message: string): Described {
  const end = tokens.findLast((token) => token.end <= raised.previousStart)?.end;
  let depth = 0;
  let before: acorn.Token | undefined;
  for (const token of tokens) {
    if (token.start < raised.offset) continue;
    if (depth === 0 && token.type === tokTypes.eq && before !== undefined && end !== undefined)
      return { message, offset: before.start, end };
    if (openers.has(token.type)) depth += 1;
    if (closers.has(token.type)) depth -= 1;
    before = token;
  }
  return { message };
}

/** Something stands behind a rest element: V8 marks the whole of it in arrays and its last token in objects and arrow functions. */
export function restNotLast(place: Place): Described {
  const { source, raised } = place;
  let depth = 0;
  const opened: acorn.Token[] = [];
  let ellipsis: acorn.Token | undefined;
  for (const token of place.tokens.toReversed()) {
    if (token.start >= raised.offset) continue;
    if (closers.has(token.type)) depth += 1;
    if (depth === 0 && token.type === tokTypes.ellipsis) ellipsis ??= token;
    if (token.type === tokTypes.dollarBraceL || !openers.has(token.type)) continue;
    if (depth > 0) depth -= 1;
    else if (token.type !== tokTypes.parenL) opened.push(token);
    else if (opened.length === 0)
      return { message: 'Rest parameter must be last formal parameter', ...lastToken(place) };
    else break;
  }
  const brackets = opened.map(({ start }) => start);
  const last = tokenBefore(place);
  const isArray = opened[0]?.type === tokTypes.bracketL && ellipsis !== undefined;
  const range = isArray ? { offset: ellipsis?.start ?? last.offset, end: last.end } : last;
  return (
    patternErrorBefore(source, brackets, raised.offset) ?? { message: 'Rest element must be last element', ...range }
  );
}

/** Of functions V8 marks the comma, of what may yet become the head of an arrow function what it has read last. */
function lastToken(place: Place): Range {
  const { raised } = place;
  return raised.restContext === 'arrow' ? tokenBefore(place) : { offset: raised.offset, end: raised.offset + 1 };
}

interface Range {
  readonly offset: number;
  readonly end: number;
}

function tokenBefore({ tokens, raised }: Place): Range {
  const token = tokens.findLast(({ start }) => start < raised.offset);
  return { offset: token?.start ?? raised.offset, end: token?.end ?? raised.offset };
}

/** `#x` in an expression, and no class around that declares it: V8 knows where the token before it begins. */
export function privateField(place: Place, name: string, offset = place.raised.offset): Described {
  const message = `Private field '${name}' must be declared in an enclosing class`;
  const start = startOfTokenBefore(place.tokens, offset);
  return { message, offset: start, end: start + 1 };
}

/** The parts of a template, with the brackets at their ends, are single tokens to V8. */
function startOfTokenBefore(tokens: readonly acorn.Token[], offset: number): number {
  const at = tokens.findLastIndex((token) => token.end <= offset && token.start < offset);
  if (tokens[at]?.type !== tokTypes.dollarBraceL) return tokens[at]?.start ?? 0;
  const before = tokens[at - 1]?.type === tokTypes.template ? at - 2 : at - 1;
  return tokens[before]?.start ?? 0;
}

/** `#x` where it can only be the left side of `in`: what is wrong is known once it is known whether a class declares it. */
export function loosePrivateName(place: Place, { start, end }: acorn.Token): Described {
  const name = place.source.slice(start, end);
  if (!place.raised.privateNames.includes(name.slice(1))) return privateField(place, name, start);
  return { message: `Unexpected identifier '${name}'`, offset: start, end };
}

/** `#constructor`: a field or a method. */
export function privateConstructor({ source, raised, tokens }: Place): Described {
  const isAccessor =
    tokens.at(-1) !== undefined && /^[gs]et$/.test(source.slice(raised.previousStart, raised.previousEnd));
  const isMethod = isAccessor || source[skipTrivia(source, raised.tokenEnd)] === '(';
  const message = isMethod
    ? 'Class constructor may not be a private method'
    : "Classes may not have a field named 'constructor'";
  return { message, end: raised.tokenEnd };
}

/** Of the token at the error's place. */
export function tokenAt({ tokens, raised }: Place): { readonly end: number } {
  return { end: tokens.find(({ start }) => start === raised.offset)?.end ?? raised.offset + 1 };
}

/** V8 marks the whole `a as b`. */
export function undefinedExport({ source, raised }: Place, name: string): Described {
  const specifier = /[^\s,}]+(?:\s+as\s+(?:"[^"]*"|'[^']*'|[^\s,}]+))?/y;
  specifier.lastIndex = raised.offset;
  specifier.test(source);
  return { message: `Export '${name}' is not defined in module`, end: specifier.lastIndex };
}

/** `{ a = 1 }` that is no pattern: from the name to the end of the value. */
export function shorthandInitializer({ raised, tokens }: Place): Described {
  const message = 'Invalid shorthand property initializer';
  const at = tokens.findIndex((token) => token.start === raised.offset);
  let depth = 0;
  let end = at;
  for (let i = at + 1; at > 0 && i < tokens.length; i++) {
    const { type } = tokens[i]!;
    if (type === tokTypes.parenL || type === tokTypes.bracketL || type === tokTypes.braceL) depth++;
    else if (depth === 0 && (type === tokTypes.comma || type === tokTypes.braceR)) break;
    else if (type === tokTypes.parenR || type === tokTypes.bracketR || type === tokTypes.braceR) depth--;
    end = i;
  }
  return at > 0 ? { message, offset: tokens[at - 1]!.start, end: tokens[end]!.end } : { message };
}
