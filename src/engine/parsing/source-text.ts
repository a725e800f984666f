/** Looks at source text between nodes, where the AST has no positions: skips white space, comments and keywords. */

export function skipTrivia(source: string, offset: number): number {
  return endOfMatch(/(?:\s|\/\/[^\n\r\u2028\u2029]*|\/\*[^]*?\*\/)*/y, source, offset);
}

/** The `(` of a function's parameters, from its start or from the end of its name. */
export function parenthesisAfter(source: string, offset: number): number {
  return endOfMatch(/(?:async|function|\*|\s|\/\/[^\n\r\u2028\u2029]*|\/\*[^]*?\*\/)*/y, source, offset);
}

/** The text of a static member without `static`: what toString() shows. */
export function skipStaticKeyword(source: string, offset: number): number {
  return source.startsWith('static', offset) ? skipTrivia(source, offset + 'static'.length) : offset;
}

function endOfMatch(pattern: RegExp, source: string, offset: number): number {
  pattern.lastIndex = offset;
  pattern.test(source);
  return pattern.lastIndex;
}
