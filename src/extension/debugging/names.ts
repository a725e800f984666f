/**
 * Names in program text, found without parsing: the words outside strings, comments and regular expressions.
 * Simplified: what is in the braces of a template is left out, and a regular expression is told from a division by what
 * stands before it. Knows no vscode.
 */

export interface Name {
  readonly text: string;
  readonly start: number;
  /** After a dot, or before the colon of a property: it names no variable. */
  readonly isProperty: boolean;
}

interface Token {
  readonly text: string;
  readonly start: number;
}

const token = new RegExp(
  [
    String.raw`\/\/[^\n\r]*|\/\*[^]*?(?:\*\/|$)`,
    String.raw`'(?:\\[^]|[^\\'\n\r])*'?|"(?:\\[^]|[^\\"\n\r])*"?|` + '`(?:\\\\[^]|[^\\\\`])*`?',
    String.raw`\/(?![*\/])(?:\\.|\[(?:\\.|[^\]\\\n\r])*\]|[^\/\\[\n\r])+\/[a-z]*`,
    String.raw`\.{3}|\?\.|[\p{ID_Start}$_#][\p{ID_Continue}$\u200c\u200d]*|\d[\w.]*|\S`,
  ].join('|'),
  'gu',
);

const isWord = /^[\p{ID_Start}$_#]/u;

const keywords = new Set(
  (
    'async await break case catch class const continue debugger default delete do else enum export extends false finally for ' +
    'function if import in instanceof let new null of return static super switch throw true try typeof undefined var void while ' +
    'with yield'
  ).split(' '),
);

export function namesIn(text: string): Name[] {
  const tokens = tokensOf(text);
  return tokens.flatMap(({ text: name, start }, index) => {
    if (!isWord.test(name) || keywords.has(name)) return [];
    const before = tokens[index - 1]?.text ?? '';
    const isKey = tokens[index + 1]?.text === ':' && (before === '{' || before === ',');
    return [{ text: name, start, isProperty: isDot(before) || isKey }];
  });
}

/**
 * The expression that a pointer at an offset means: the name there with the chain of properties that leads to it, such as
 * `this.items` of `this.items.length` when it is at `items`. None where a call would have to be made again.
 */
export function expressionAt(
  text: string,
  offset: number,
): { readonly start: number; readonly end: number } | undefined {
  const tokens = tokensOf(text);
  const found = tokens.findIndex(
    ({ text: word, start }) => isWord.test(word) && start <= offset && offset <= start + word.length,
  );
  const name = tokens[found];
  if (!name || keywords.has(name.text)) return undefined;
  const first = chainStart(tokens, found);
  const begin = first === undefined ? undefined : tokens[first];
  return begin && { start: begin.start, end: name.start + name.text.length };
}

/** The index of the token that the chain begins with, of which the token at the index is a part. */
function chainStart(tokens: readonly Token[], index: number): number | undefined {
  const before = tokens[index - 1]?.text;
  if (!isDot(before)) return index;
  let owner = index - 2;
  // An index that is a name or a literal gives the same again.
  while (tokens[owner]?.text === ']') {
    if (tokens[owner - 2]?.text !== '[') return undefined;
    owner -= tokens[owner - 3]?.text === '?.' ? 4 : 3;
  }
  const word = tokens[owner]?.text;
  return word !== undefined && isWord.test(word) && !(keywords.has(word) && word !== 'super')
    ? chainStart(tokens, owner)
    : undefined;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [found] = match;
    if (found.startsWith('//') || found.startsWith('/*')) continue;
    const isDivision = found.length > 1 && found.startsWith('/') && endsValue(tokens.at(-1)?.text);
    tokens.push({ text: isDivision ? '/' : found, start: match.index });
    if (isDivision) token.lastIndex = match.index + 1;
  }
  return tokens;
}

/** A slash behind a value divides. */
function endsValue(text: string | undefined): boolean {
  return text !== undefined && !keywords.has(text) && /[\p{ID_Continue}$)\]}'"`]$/u.test(text);
}

function isDot(text: string | undefined): boolean {
  return text === '.' || text === '?.';
}
