/** Hit conditions, as other JavaScript debuggers in VS Code understand them: `5`, `= 5`, `> 5`, `>= 5`, `< 5`, `<= 5`, `% 5`. */

const pattern = /^\s*(>=?|<=?|={1,3}|%)?\s*(\d+)\s*$/;

/** Whether the n-th hit counts, the first being 1; or a sentence about what is wrong. */
export function parseHitCondition(text: string): ((count: number) => boolean) | { readonly problem: string } {
  const [, operator = '=', digits] = pattern.exec(text) ?? [];
  const limit = Number(digits);
  if (digits === undefined || (operator === '%' && limit === 0))
    return { problem: `“${text}” is not a hit condition. Write a number, or a number after >, >=, <, <=, = or %.` };
  switch (operator) {
    case '>':
      return (count) => count > limit;
    case '>=':
      return (count) => count >= limit;
    case '<':
      return (count) => count < limit;
    case '<=':
      return (count) => count <= limit;
    case '%':
      return (count) => count % limit === 0;
    default:
      return (count) => count === limit;
  }
}
