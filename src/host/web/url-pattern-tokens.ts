/** The tokens of a URL pattern's text. URL Pattern Standard: 2.1.1 Tokens, 2.1.2 Tokenizing. The words of problems are Chromium's. */
export type TokenType =
  'open' | 'close' | 'regexp' | 'name' | 'char' | 'escapedChar' | 'otherModifier' | 'asterisk' | 'end' | 'invalidChar';

export interface Token {
  readonly type: TokenType;
  readonly index: number;
  readonly value: string;
}

/** A pattern, or the text of one, is none. */
export class PatternProblem extends Error {}

const single: Readonly<Record<string, TokenType>> = {
  '*': 'asterisk',
  '+': 'otherModifier',
  '?': 'otherModifier',
  '{': 'open',
  '}': 'close',
};

/** An index as Chromium tells of it: in the bytes of UTF-8. */
export function shownIndex(text: string, index: number): number {
  return new TextEncoder().encode(text.slice(0, index)).length;
}

export function isNameCharacter(character: string, isFirst: boolean): boolean {
  return (isFirst ? /^[$_\p{ID_Start}]$/u : /^[$\u200C\u200D\p{ID_Continue}]$/u).test(character);
}

/** Lenient: what is wrong becomes a token, as the parts of a constructor's text are found before they are parsed. */
export function tokenize(text: string, isLenient: boolean): Token[] {
  const tokens: Token[] = [];
  const fail = (index: number, end: number, problem: string): number => {
    if (!isLenient) throw new PatternProblem(problem);
    tokens.push({ type: 'invalidChar', index, value: text.slice(index, end) });
    return end;
  };
  let index = 0;
  while (index < text.length) {
    const character = characterAt(text, index);
    const next = index + character.length;
    const type = single[character];
    if (type !== undefined) {
      tokens.push({ type, index, value: character });
      index = next;
    } else if (character === '\\') {
      if (next >= text.length)
        index = fail(index, next, `Trailing escape character at index ${shownIndex(text, index)}.`);
      else {
        const value = characterAt(text, next);
        tokens.push({ type: 'escapedChar', index, value });
        index = next + value.length;
      }
    } else if (character === ':') {
      const end = nameEnd(text, next);
      if (end <= next) index = fail(index, next, `Missing parameter name at index ${shownIndex(text, index)}.`);
      else {
        tokens.push({ type: 'name', index, value: text.slice(next, end) });
        index = end;
      }
    } else if (character === '(') {
      const end = regexpEnd(text, next);
      if (typeof end === 'string') index = fail(index, next, end);
      else {
        tokens.push({ type: 'regexp', index, value: text.slice(next, end) });
        index = end + 1;
      }
    } else {
      tokens.push({ type: 'char', index, value: character });
      index = next;
    }
  }
  tokens.push({ type: 'end', index, value: '' });
  return tokens;
}

function characterAt(text: string, index: number): string {
  return String.fromCodePoint(text.codePointAt(index)!);
}

function nameEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    const character = characterAt(text, end);
    if (!isNameCharacter(character, end === start)) break;
    end += character.length;
  }
  return end;
}

/** Where its closing parenthesis stands, or why it is no regular expression that a pattern may have. */
function regexpEnd(text: string, start: number): number | string {
  let depth = 1;
  for (let index = start; index < text.length; index++) {
    const character = text[index]!;
    if (character > '\x7F') return foreign(text, index);
    if (index === start && character === '?') return `Regex cannot start with '?' at index ${shownIndex(text, index)}`;
    if (character === '\\') {
      index++;
      if (index >= text.length) return `Trailing escape character at index ${shownIndex(text, index - 1)}.`;
      if (text[index]! > '\x7F') return foreign(text, index);
    } else if (character === ')') {
      depth--;
      if (depth === 0) return index === start ? `Missing regex at index ${shownIndex(text, start - 1)}.` : index;
    } else if (character === '(') {
      depth++;
      if (index + 1 >= text.length) return `Unbalanced regex at index ${shownIndex(text, index)}.`;
      if (text[index + 1] !== '?')
        return `Unnamed capturing groups are not allowed at index ${shownIndex(text, index + 1)}.`;
    }
  }
  return `Unbalanced regex at index ${shownIndex(text, start - 1)}.`;
}

function foreign(text: string, index: number): string {
  return `Invalid non-ASCII character 0x${text.codePointAt(index)!.toString(16)} at index ${shownIndex(text, index)}.`;
}
