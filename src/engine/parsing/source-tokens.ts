/** Finds tokens in source text that the AST does not keep. V8: scanner positions in src/parsing/parser-base.h. */

/** The offset of the first character from `offset` on that is neither white space nor comment. */
export function skipTrivia(source: string, offset: number): number {
  let at = offset;
  for (;;) {
    const character = source[at];
    if (character === undefined) return at;
    if (character === '/' && source[at + 1] === '/') {
      while (at < source.length && !/[\n\r\u2028\u2029]/.test(source[at] ?? '')) at += 1;
    } else if (character === '/' && source[at + 1] === '*') {
      const end = source.indexOf('*/', at + 2);
      at = end < 0 ? source.length : end + 2;
    } else if (/\s/.test(character)) {
      at += 1;
    } else {
      return at;
    }
  }
}

/** The next token after an expression that may stand in parentheses. */
export function afterParentheses(source: string, end: number): number {
  let at = skipTrivia(source, end);
  while (source[at] === ')') at = skipTrivia(source, at + 1);
  return at;
}

/** Whether an expression that is an object or a callee, and so is followed by something, stands in parentheses. */
export function isParenthesized(source: string, end: number): boolean {
  return source[skipTrivia(source, end)] === ')';
}
