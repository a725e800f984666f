/**
 * Errors of single tokens in V8's words: numbers, escapes, regular expressions. V8: src/parsing/scanner.cc.
 */
import type { Described, Place } from './syntax-errors.ts';

export function octal({ source, raised }: Place): Described {
  const first = source.charAt(raised.tokenStart);
  if (first === '"' || first === "'" || source.startsWith('\\', raised.offset))
    return badOctalEscape(source, raised.offset, 'strict mode');
  const digits = /[0-9]*/y;
  digits.lastIndex = raised.tokenStart;
  const literal = digits.exec(source)?.[0] ?? '';
  const end = raised.tokenStart + literal.length;
  if (/[89]/.test(literal)) return { message: 'Decimals with leading zeros are not allowed in strict mode.', end };
  return { message: 'Octal literals are not allowed in strict mode.', end };
}

export function invalidToken({ source, raised }: Place): Described {
  const message = 'Invalid or unexpected token';
  if (raised.message.startsWith('Unterminated comment')) return { message, end: source.length };
  if (raised.message.startsWith('Invalid number')) {
    return { message, offset: raised.tokenStart, end: Math.max(raised.scanned, raised.tokenStart + 1) };
  }
  if (/^(?:Identifier directly|Expected number|Numeric separator)/.test(raised.message)) {
    return { message, offset: raised.tokenStart, end: raised.offset };
  }
  // A private name without a name.
  if (source.charAt(raised.tokenStart) === '#' && raised.offset === raised.tokenStart + 1)
    return { message, offset: raised.tokenStart, end: raised.offset };
  return { message, end: Math.max(raised.scanned, raised.offset + 1) };
}

/** An escape in a text or a name: acorn's place is in it. */
export function badEscape({ source, raised }: Place): Described {
  if (raised.message.startsWith('Expecting Unicode') && source.charAt(raised.offset) !== 'u') {
    return { message: 'Invalid or unexpected token', offset: raised.offset - 1, end: raised.offset };
  }
  const offset = source.lastIndexOf('\\', raised.offset);
  const isTemplate = source.charAt(raised.tokenStart - 1) === '`' || source.charAt(raised.tokenStart - 1) === '}';
  const error = escapeError(source, offset, isTemplate ? 'template strings' : 'strict mode');
  if (error !== undefined) return error;
  // It is a character, only none that a name may have.
  const [{ length } = ''] = /^\\u(?:\{[^}]*\}|.{4})/.exec(source.slice(offset)) ?? [];
  return { message: 'Invalid or unexpected token', offset: raised.tokenStart, end: offset + length };
}

/** acorn knows only in which part of a template it is. */
export function badTemplateEscape({ source, raised }: Place): Described {
  for (let at = source.indexOf('\\', raised.offset); at >= 0; at = source.indexOf('\\', at + 2)) {
    const error = escapeError(source, at, 'template strings');
    if (error !== undefined) return error;
  }
  return { message: 'Invalid Unicode escape sequence', end: raised.offset + 1 };
}

/** Of the escape at the offset. V8: Scanner::ScanEscape, ScanUnicodeEscape, ScanHexNumber, ScanOctalEscape. */
function escapeError(source: string, offset: number, place: OctalPlace): Described | undefined {
  const kind = source.charAt(offset + 1);
  if (kind === 'x' && !/^[0-9a-fA-F]{2}/.test(source.slice(offset + 2, offset + 4)))
    return { message: 'Invalid hexadecimal escape sequence', offset, end: offset + 4 };
  if (kind === 'u') return unicodeEscapeError(source, offset);
  if (/[1-9]/.test(kind) || (kind === '0' && /[0-9]/.test(source.charAt(offset + 2))))
    return badOctalEscape(source, offset, place);
  return undefined;
}

function unicodeEscapeError(source: string, offset: number): Described | undefined {
  const message = 'Invalid Unicode escape sequence';
  if (source.charAt(offset + 2) !== '{') {
    const isGood = /^[0-9a-fA-F]{4}/.test(source.slice(offset + 2, offset + 6));
    return isGood ? undefined : { message, offset, end: offset + 6 };
  }
  let at = offset + 3;
  for (let value = 0; /[0-9a-fA-F]/.test(source.charAt(at)); at++) {
    value = value * 16 + parseInt(source.charAt(at), 16);
    if (value > 0x10ffff) return { message: 'Undefined Unicode code-point', offset, end: at + 1 };
  }
  return at > offset + 3 && source.charAt(at) === '}' ? undefined : { message, offset: at, end: at + 1 };
}

type OctalPlace = 'strict mode' | 'template strings';

/** V8 marks the digits but the last. */
function badOctalEscape(source: string, offset: number, place: OctalPlace): Described {
  if (/[89]/.test(source.charAt(offset + 1)))
    return { message: `\\8 and \\9 are not allowed in ${place}.`, offset, end: offset + 1 };
  const digits = /[0-3][0-7]{0,2}|[4-7][0-7]?/y;
  digits.lastIndex = offset + 1;
  digits.test(source);
  const message = `Octal escape sequences are not allowed in ${place}.`;
  return { message, offset: offset + 1, end: digits.lastIndex - 1 };
}

/** `0_1`, and `01_1`, where the digits are a token by themselves. */
export function legacySeparator({ source, raised }: Place): Described {
  const { offset } = raised;
  const digits = source.slice(raised.tokenStart, offset);
  const message = 'Invalid or unexpected token';
  if (digits === '0') return { message: 'Numeric separator can not be used after leading 0.', end: offset + 1 };
  return /[89]/.test(digits) ? { message, end: offset + 1 } : { message, offset: raised.tokenStart, end: offset };
}

/** V8 reads all flags before it finds that they contradict each other; any other fault it marks by the first character. */
export function regularExpressionFlags({ source, raised }: Place): Described {
  const message = 'Invalid regular expression flags';
  const offset = raised.tokenStart;
  const flags = /[\p{ID_Continue}$\\]*/uy;
  flags.lastIndex = endOfPattern(source, offset);
  const [text = ''] = flags.exec(source) ?? [];
  const isRead = /^[dgimsuvy]*$/.test(text) && new Set(text).size === text.length;
  return { message, offset, end: isRead ? flags.lastIndex : offset + 1 };
}

function endOfPattern(source: string, offset: number): number {
  const literal = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])*\//y;
  literal.lastIndex = offset;
  literal.test(source);
  return literal.lastIndex;
}

export function regularExpressionError({ source, raised }: Place, match: RegExpExecArray): Described {
  const [, literal = '', reason = ''] = match;
  const words = regularExpressionReasons[reason] ?? reason;
  const flags = /[a-z]*/y;
  flags.lastIndex = raised.tokenStart + literal.length;
  const end = flags.lastIndex + (flags.exec(source)?.[0].length ?? 0);
  const text = source.slice(raised.tokenStart, end);
  return { message: `Invalid regular expression: ${text}: ${words}`, offset: raised.tokenStart, end };
}

/** V8: src/regexp/regexp-error.h. */
const regularExpressionReasons: Readonly<Record<string, string>> = {
  'Duplicate capture group name': 'Duplicate capture group name',
  "Unmatched ')'": "Unmatched ')'",
  'Incomplete quantifier': 'Incomplete quantifier',
  'Invalid capture group name': 'Invalid capture group name',
  'Invalid character class': 'Invalid character class',
  'Invalid character in character class': 'Invalid character in character class',
  'Invalid class escape': 'Invalid class escape',
  'Invalid escape': 'Invalid escape',
  'Invalid group': 'Invalid group',
  'Invalid named capture referenced': 'Invalid named capture referenced',
  'Invalid named reference': 'Invalid named reference',
  'Invalid property name': 'Invalid property name',
  'Invalid unicode escape': 'Invalid Unicode escape',
  'Lone quantifier brackets': 'Lone quantifier brackets',
  'Range out of order in character class': 'Range out of order in character class',
  'Unterminated character class': 'Unterminated character class',
  'numbers out of order in {} quantifier': 'numbers out of order in {} quantifier',
};
