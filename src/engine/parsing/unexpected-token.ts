/**
 * What V8 says where acorn says "Unexpected token": mostly by the token itself, sometimes by what is around it.
 * V8: ParserBase::ReportUnexpectedTokenAt and the messages that the parser's Expect and Check replace it with.
 */
import type * as acorn from 'acorn';
import { tokTypes } from 'acorn';
import { loosePrivateName } from './error-ranges.ts';
import { endOfLiteral } from './pattern-errors.ts';
import type { Described, Place } from './syntax-errors.ts';
import { regularExpressionFlags } from './token-errors.ts';

export function unexpectedToken(place: Place): Described {
  const surroundings = surroundingsOf(place);
  for (const rule of rules) {
    const described = rule(place, surroundings);
    if (described !== undefined) return described;
  }
  return byToken(place);
}

interface Bracket {
  readonly text: string;
  readonly token: acorn.Token;
  /** The word or bracket before it. */
  readonly before: string;
  readonly isCall: boolean;
}

interface Surroundings {
  readonly text: string;
  readonly previous: acorn.Token | undefined;
  readonly previousText: string;
  readonly beforePrevious: acorn.Token | undefined;
  readonly beforePreviousText: string;
  /** The innermost bracket that is open here. */
  readonly open: Bracket | undefined;
  /** The bracket that `previous` closes, if it closes one. */
  readonly closed: Bracket | undefined;
}

type Rule = (place: Place, surroundings: Surroundings) => Described | undefined;

export const awaitWords = 'await is only valid in async functions and the top level bodies of modules';

const rules: readonly Rule[] = [
  reservedName,
  // await x, outside async functions
  ({ raised }, { previous, previousText, beforePreviousText }) => {
    if (raised.inAsync || previousText !== 'await' || previous === undefined || previous.type !== tokTypes.name)
      return undefined;
    return beforePreviousText === '.' ? undefined : { message: awaitWords, offset: previous.start, end: previous.end };
  },
  forAwait,
  // const x;
  (_place, { previous, previousText, beforePreviousText, closed }) => {
    if (
      previous?.type === tokTypes.name &&
      beforePreviousText === 'const' &&
      !/^(?:let|static|yield)$/.test(previousText)
    ) {
      return { message: 'Missing initializer in const declaration', offset: previous.start, end: previous.end };
    }
    if (previous === undefined || closed?.before !== 'const') return undefined;
    const message = 'Missing initializer in destructuring declaration';
    return { message, offset: closed.token.start, end: previous.end };
  },
  // `a${b c}`
  ({ raised }, { open, previous, text }) => {
    if (open?.text !== '${' || previous === undefined || previous === open.token || text === '}') return undefined;
    const offset = open.token.end;
    return { message: 'Missing } in template expression', offset, end: Math.max(raised.offset, offset + 1) };
  },
  // f(a b)
  (_place, { open, previous, previousText }) => {
    if (!open?.isCall || open.before === 'import' || previous === undefined || !endsExpression(previous, previousText))
      return undefined;
    return { message: 'missing ) after argument list', offset: previous.start, end: previous.end };
  },
  // f(import 1); Node tells of what a file would be as a module
  ({ goal }, { previous, previousText, beforePreviousText, text }) =>
    goal === 'script' && previousText === 'import' && !/^[.(]$/.test(text) && beforePreviousText !== '.' && previous
      ? { message: 'Cannot use import statement outside a module', offset: previous.start, end: previous.end }
      : undefined,
  // import()
  (_place, { open, previous, text }) =>
    open?.before === 'import' && text === ')' && previous === open.token
      ? { message: 'import() requires a specifier', offset: open.token.start, end: open.token.end }
      : undefined,
  // function () {}, as a statement
  (_place, { previous, previousText, beforePreviousText, text }) => {
    const isFunction = previousText === 'function' || (previousText === '*' && beforePreviousText === 'function');
    if (text !== '(' || !isFunction || previous === undefined) return undefined;
    return { message: 'Function statements require a function name', offset: previous.start, end: previous.end };
  },
  functionInStatement,
  // if (x) let y
  (_place, { previous, previousText, beforePreviousText }) =>
    previousText === 'let' && previous !== undefined && [')', 'else', 'do', ':'].includes(beforePreviousText)
      ? {
          message: 'Lexical declaration cannot appear in a single-statement context',
          offset: previous.start,
          end: previous.end,
        }
      : undefined,
  // for (let a, b of c)
  ({ tokens, raised }, { open, text }) => {
    if (open?.before !== 'for' || (text !== 'of' && text !== 'in')) return undefined;
    const first = tokens.find((token) => token.start > open.token.start + 1 && token.start >= open.token.end + 3);
    const message = `Invalid left-hand side in for-${text} loop: Must have a single binding.`;
    return { message, offset: first?.start ?? raised.offset, end: raised.previousEnd };
  },
  // -1 ** 2
  ({ source, tokens, raised }, { text }) => {
    if (!text.startsWith('*') || source.charAt(raised.offset + 1) !== '*') return undefined;
    const unary = tokens.findLast((token) =>
      ['-', '+', '!', '~', 'typeof', 'void', 'delete', 'await'].includes(source.slice(token.start, token.end)),
    );
    const message =
      'Unary operator used immediately before exponentiation expression. Parenthesis must be used to disambiguate operator precedence';
    return { message, offset: unary?.start ?? raised.offset, end: raised.offset + 2 };
  },
  // #x, where a class declares it or not
  (place, { previous, beforePrevious, open, text }) => {
    const { raised } = place;
    if (raised.tokenType === privateId && raised.offset === raised.tokenStart && mayBeginExpression(previous, open))
      return loosePrivateName(place, { type: privateId, start: raised.offset, end: raised.offset + text.length });
    if (previous?.type !== privateId || text === 'in' || !mayBeginExpression(beforePrevious, open)) return undefined;
    return loosePrivateName(place, previous);
  },
  // /a/g\u0067
  (place) =>
    place.source[place.raised.tokenStart] === '/' && place.raised.tokenStart < place.raised.offset
      ? regularExpressionFlags(place)
      : undefined,
  // let {...{a}} = b
  ({ source, raised }, { open, previousText, text }) =>
    previousText === '...' && open?.text === '{' && (text === '{' || text === '[')
      ? {
          message: '`...` must be followed by an identifier in declaration contexts',
          end: endOfLiteral(source, raised.offset),
        }
      : undefined,
  // 0b12, 1n1
  ({ source, raised }, { previous }) =>
    previous?.type === tokTypes.num &&
    previous.end === raised.offset &&
    raised.tokenType === tokTypes.num &&
    source[raised.offset] !== '.'
      ? { message: 'Invalid or unexpected token', offset: previous.start, end: raised.offset }
      : undefined,
  // ({"a"}), ({1}), ({if})
  (_place, { open, previous, previousText, beforePreviousText, text }) => {
    const isKey =
      open?.text === '{' &&
      (text === '}' || text === ',') &&
      (beforePreviousText === '{' || beforePreviousText === ',');
    if (!isKey || previous === undefined) return undefined;
    const { start: offset, end } = previous;
    if (previous.type === tokTypes.string) return { message: 'Unexpected string', offset, end };
    if (previous.type === tokTypes.num) return { message: 'Unexpected number', offset, end };
    return keywords.has(previousText) ? { message: `Unexpected token '${previousText}'`, offset, end } : undefined;
  },
  ({ raised }, { previousText, text }) =>
    keywords.has(text) && (previousText === '{' || previousText === ',') && raised.tokenType !== tokTypes.name
      ? { message: `Unexpected token '${text}'`, end: raised.offset + text.length }
      : undefined,
  // class A { a: 1 }
  (_place, { previous, previousText, beforePreviousText, text }) =>
    text === ':' && previous?.type === tokTypes.name && /^[{};]$/.test(beforePreviousText)
      ? // V8 underlines nothing here.
        { message: `Unexpected identifier '${previousText}'`, offset: previous.start, end: previous.start }
      : undefined,
  // let {a: 1} = b
  ({ raised }, { open, previousText }) =>
    previousText === ':' &&
    open?.text === '{' &&
    (raised.tokenType === tokTypes.num || raised.tokenType === tokTypes.string)
      ? { message: 'Invalid destructuring assignment target', end: raised.tokenEnd }
      : undefined,
  // let [...3] = b
  ({ raised }, { previousText }) =>
    previousText === '...' && (raised.tokenType === tokTypes.num || raised.tokenType === tokTypes.string)
      ? { message: 'Invalid destructuring assignment target', end: raised.tokenEnd }
      : undefined,
  // let [a.b] = c
  ({ source, raised }, { open, previous, beforePreviousText, text }) => {
    const isTarget = text === '.' && (open?.text === '[' || open?.text === '{') && previous?.type === tokTypes.name;
    if (!isTarget || ![':', '[', ','].includes(beforePreviousText) || previous === undefined) return undefined;
    const property = /\.\s*[\w$]+/y;
    property.lastIndex = raised.offset;
    property.test(source);
    return { message: 'Illegal property in declaration context', offset: previous.start, end: property.lastIndex };
  },
  // let { a: b[0] } = c, var { a: b() } = c
  ({ source, raised }, { open, previous, beforePreviousText, text }) => {
    const isTarget = (text === '[' || text === '(') && open?.text === '{' && beforePreviousText === ':';
    if (!isTarget || previous?.type !== tokTypes.name || open.before === ')') return undefined;
    const message = 'Invalid destructuring assignment target';
    const literal = /\[\s*(\d+|'[^']*'|"[^"]*")/y;
    literal.lastIndex = raised.offset;
    const [, key] = literal.exec(source) ?? [];
    if (key !== undefined) return { message, offset: literal.lastIndex - key.length, end: literal.lastIndex };
    const end = source.indexOf(text === '[' ? ']' : ')', raised.offset) + 1;
    return { message: text === '[' ? 'Illegal property in declaration context' : message, offset: previous.start, end };
  },
  // let { a() {} } = b
  (_place, { open, previous, beforePreviousText, text }) =>
    text === '(' && open?.text === '{' && previous !== undefined && /^[{,]$/.test(beforePreviousText)
      ? { message: 'Invalid destructuring assignment target', offset: previous.start, end: previous.end }
      : undefined,
  // for (async of x)
  ({ source }, { open, previous, previousText, beforePrevious }) => {
    const isLeft = open?.before === 'for' && previousText === 'of' && beforePrevious !== undefined;
    if (!isLeft || previous === undefined || beforePrevious.start < open.token.end) return undefined;
    const { start: offset, end } = beforePrevious;
    if (source.slice(offset, end) !== 'async' || source.slice(open.token.end, offset).trim() !== '') return undefined;
    return { message: "The left-hand side of a for-of loop may not be 'async'.", offset, end };
  },
  // async f()
  ({ source, raised }, { previous, previousText, beforePreviousText, beforePrevious, text }) => {
    const isName = beforePreviousText === 'async' && previous?.type === tokTypes.name && text === '(';
    if (!isName || /\n/.test(source.slice(beforePrevious?.end, previous.start))) return undefined;
    return { message: unexpectedWord(raised, previousText), offset: previous.start, end: previous.end };
  },
];

/** `for await`, where await is no word, or where no `of` follows. */
function forAwait(place: Place, { previousText, text }: Surroundings): Described | undefined {
  const { raised } = place;
  if (previousText !== 'for' || text !== 'await') return undefined;
  if (raised.tokenStart === raised.offset) return { message: 'Unexpected reserved word', end: raised.offset + 5 };
  const offset = raised.tokenStart;
  return { offset, ...byToken({ ...place, raised: { ...raised, offset } }) };
}

/** Functions as the body of a statement. */
function functionInStatement(
  { raised }: Place,
  { text, previousText, beforePreviousText }: Surroundings,
): Described | undefined {
  const end = raised.offset + text.length;
  const isBody = [')', ':', 'else', 'do'].includes(previousText);
  if (text === 'function' && isBody) {
    if (raised.isStrict) {
      return { message: 'In strict mode code, functions can only be declared at top level or inside a block.', end };
    }
    const message =
      'In non-strict mode code, functions can only be declared at top level, inside a block, or as the body of an if statement.';
    return { message, end };
  }
  if (text === 'async' && isBody) {
    return { message: 'Async functions can only be declared at the top level or inside a block.', end };
  }
  if (text !== '*' || previousText !== 'function' || ![':', ')', 'else'].includes(beforePreviousText)) return undefined;
  return { message: 'Generators can only be declared at the top level or inside a block.', end };
}

function surroundingsOf({ source, raised, tokens }: Place): Surroundings {
  const open: Bracket[] = [];
  let closed: Bracket | undefined;
  let previous: acorn.Token | undefined;
  let beforePrevious: acorn.Token | undefined;
  const textOf = (token: acorn.Token | undefined): string =>
    token === undefined ? '' : source.slice(token.start, token.end);
  for (const token of tokens) {
    if (token.start >= raised.offset) break;
    closed = undefined;
    const text = textOf(token);
    if (openers.has(token.type)) {
      open.push({
        text,
        token,
        before: textOf(previous),
        isCall: text === '(' && isCallee(previous, textOf(previous), textOf(beforePrevious)),
      });
    } else if (closers.has(token.type)) {
      closed = open.pop();
    }
    beforePrevious = previous;
    previous = token;
  }
  return {
    text: textAt(source, raised.offset),
    previous,
    previousText: textOf(previous),
    beforePrevious,
    beforePreviousText: textOf(beforePrevious),
    open: open.at(-1),
    closed,
  };
}

const openers = new Set<acorn.TokenType>([tokTypes.parenL, tokTypes.bracketL, tokTypes.braceL, tokTypes.dollarBraceL]);
const closers = new Set<acorn.TokenType>([tokTypes.parenR, tokTypes.bracketR, tokTypes.braceR]);

/** `import { default } from 'x'`, `export { if }`: names of variables. V8: ParseNamedImports, ParseExportClause. */
function reservedName({ source, goal, tokens, raised }: Place, { open, text }: Surroundings): Described | undefined {
  if (goal !== 'module' || open?.text !== '{') return undefined;
  const at = tokens.indexOf(open.token);
  const word = open.before === ',' ? tokens[at - 3] : tokens[at - 1];
  if (word === undefined || !/^(?:import|export)$/.test(source.slice(word.start, word.end))) return undefined;
  const isReserved = keywords.has(text) || strictReservedWords.has(text) || /^(?:enum|await)$/.test(text);
  return isReserved ? { message: 'Unexpected reserved word', end: raised.offset + text.length } : undefined;
}

/** Not that acorn's types tell of this one. */
const { privateId } = tokTypes as unknown as { readonly privateId: acorn.TokenType };

/** Whether an operand of `in` may stand behind a token; in literals, patterns and class bodies there are names. */
function mayBeginExpression(before: acorn.Token | undefined, open: Bracket | undefined): boolean {
  if (before === undefined) return true;
  const isLiteral = open?.text === '{' && /^(?:[=(,[?:]|return|let|const|var|\.\.\.)$/.test(open.before);
  if (isLiteral && (before.type === tokTypes.braceL || before.type === tokTypes.comma)) return false;
  const isWord = open?.text === '{' && /^[\p{ID_Start}$_]/u.test(open.before);
  if (isWord && !/^(?:else|do|try|finally|static)$/.test(open.before)) return false;
  const { beforeExpr, prefix, binop } = before.type as unknown as Record<string, unknown>;
  if (prefix === true && binop === null) return false;
  return beforeExpr === true || before.type === tokTypes.braceR || before.type === tokTypes.parenR;
}

function isCallee(token: acorn.Token | undefined, text: string, before: string): boolean {
  if (token === undefined || !endsExpression(token, text)) return false;
  return before !== 'function' && before !== '*' && before !== 'catch' && before !== 'class';
}

function endsExpression({ type }: acorn.Token, text: string): boolean {
  if (type === tokTypes.name || type === tokTypes.num || type === tokTypes.string || type === tokTypes.regexp)
    return true;
  if (closers.has(type) || type === tokTypes.backQuote) return true;
  return ['this', 'super', 'null', 'true', 'false', '++', '--'].includes(text);
}

/** The token at an offset: a word, or the longest punctuator. */
function textAt(source: string, offset: number): string {
  const pattern =
    /(?:\\u\{[0-9a-fA-F]*\}|\\u[0-9a-fA-F]{4}|[\p{ID_Continue}$#\u200c\u200d])+|\.\.\.|=>|\?\.(?![0-9])|>>>=|(?:\*\*|<<|>>|>>>|&&|\|\||\?\?)=?|[=!]==?|(?:\+\+|--)|[-+*/%&|^<>]=|[^]/uy;
  pattern.lastIndex = offset;
  return pattern.exec(source)?.[0] ?? '';
}

/** V8: ReportUnexpectedTokenAt. */
function byToken({ source, raised }: Place): Described {
  const { offset } = raised;
  if (offset >= source.length) return { message: 'Unexpected end of input', offset: source.length, end: source.length };
  const first = source.charAt(offset);
  if (first === '"' || first === "'")
    return { message: 'Unexpected string', end: Math.max(raised.tokenEnd, offset + 1) };
  if (/[0-9]/.test(first) || (first === '.' && /[0-9]/.test(source.charAt(offset + 1)))) {
    return { message: 'Unexpected number', end: Math.max(raised.tokenEnd, offset + 1) };
  }
  if (first === '`') return templateString(source, offset);
  const text = textAt(source, offset);
  const end = offset + text.length;
  if (/^[\p{ID_Start}$_#\\]/u.test(text)) return { message: unexpectedWord(raised, text), end };
  return { message: `Unexpected token '${text}'`, end };
}

export function templateString(source: string, offset: number): Described {
  const match = /`(?:\\[^]|[^\\`$]|\$(?!\{))*(?:`|\$\{)?/y;
  match.lastIndex = offset;
  match.test(source);
  return { message: 'Unexpected template string', end: match.lastIndex };
}

function unexpectedWord(raised: Place['raised'], name: string): string {
  if (name.includes('\\')) return 'Keyword must not contain escaped characters';
  if (name === 'enum' || name === 'await') return 'Unexpected reserved word';
  if (raised.isStrict && strictReservedWords.has(name)) return 'Unexpected strict mode reserved word';
  const isToken = keywords.has(name) || contextualKeywords.has(name);
  return isToken ? `Unexpected token '${name}'` : `Unexpected identifier '${name}'`;
}

/** Names that have tokens of their own. V8: CONTEXTUAL tokens in src/parsing/token.h. */
const contextualKeywords = new Set('accessor async get of set using'.split(' '));

const strictReservedWords = new Set(
  'implements interface let package private protected public static yield'.split(' '),
);

const keywords = new Set(
  (
    'break case catch class const continue debugger default delete do else export extends false finally for function if ' +
    'import in instanceof new null return super switch this throw true try typeof var void while with'
  ).split(' '),
);
