/**
 * Errors of single tokens in V8's words: numbers, escapes, regular expressions. V8: src/parsing/scanner.cc.
 */
import type { Described, Place } from './syntax-errors.ts';

export function octal({ source, raised }: Place): Described {
  const first = source.charAt(raised.tokenStart);
  if (first === '"' || first === "'") return { message: 'Octal escape sequences are not allowed in strict mode.' };
  if (source.startsWith('\\', raised.offset))
    return { message: 'Octal escape sequences are not allowed in strict mode.' };
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
  if (/^(?:Identifier directly|Expected number)/.test(raised.message)) {
    return { message, offset: raised.tokenStart, end: raised.offset };
  }
  // A private name without a name.
  if (source.charAt(raised.tokenStart) === '#' && raised.offset === raised.tokenStart + 1)
    return { message, offset: raised.tokenStart, end: raised.offset };
  return { message, end: Math.max(raised.scanned, raised.offset + 1) };
}

export function badEscape({ source, raised }: Place): Described {
  if (raised.message.startsWith('Expecting Unicode') && source.charAt(raised.offset) !== 'u') {
    return { message: 'Invalid or unexpected token', offset: raised.offset - 1, end: raised.offset };
  }
  const before = source.slice(Math.max(0, raised.offset - 2), raised.offset + 2);
  const hexadecimal = before.lastIndexOf('\\x');
  if (hexadecimal >= 0) {
    // V8 underlines the escape with the two digits that it should have.
    const offset = Math.max(0, raised.offset - 2) + hexadecimal;
    return { message: 'Invalid hexadecimal escape sequence', offset, end: offset + 4 };
  }
  if (raised.message.startsWith('Code point out of bounds')) return { message: 'Undefined Unicode code-point' };
  if (/\\[0-7]/.test(before)) return { message: 'Octal escape sequences are not allowed in template strings.' };
  return { message: 'Invalid Unicode escape sequence', end: raised.offset + 1 };
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
