/** The text of a logpoint, with what its expressions give: `i is {i}`. A brace that is not closed is text. */

export function textOf(message: string, valueOf: (expression: string) => string): string {
  let text = '';
  for (let at = 0; at < message.length;) {
    const open = message.indexOf('{', at);
    const close = open < 0 ? -1 : closingBrace(message, open);
    if (close < 0) return text + message.slice(at);
    text += message.slice(at, open);
    const expression = message.slice(open + 1, close).trim();
    text += expression === '' ? message.slice(open, close + 1) : valueOf(expression);
    at = close + 1;
  }
  return text;
}

/** Braces inside the expression come in pairs; those in its strings do not count. */
function closingBrace(message: string, open: number): number {
  let depth = 0;
  let quote = '';
  for (let at = open; at < message.length; at++) {
    const character = message[at]!;
    if (quote !== '') {
      if (character === '\\') at++;
      else if (character === quote) quote = '';
    } else if (character === '"' || character === "'" || character === '`') quote = character;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at;
  }
  return -1;
}
