/** Where V8 positions calls: stack traces and error messages point there. V8: ParserBase::ParseLeftHandSideContinuation. */
import type * as acorn from 'acorn';
import { afterParentheses, isParenthesized } from './source-tokens.ts';

/**
 * At the name before the arguments (`f` in f(), `c` in a.b.c()); at the parenthesis that opens the arguments where no name
 * stands before it: a[0](), f()(), (x)(), this.#m(). Constructions: at `new`.
 */
export function callPosition(source: string, node: acorn.CallExpression | acorn.NewExpression): number {
  if (node.type === 'NewExpression') return node.start;
  const { callee } = node;
  if (!isParenthesized(source, callee.end)) {
    if (callee.type === 'Identifier' || callee.type === 'Super') return callee.start;
    if (callee.type === 'MemberExpression' && !callee.computed && callee.property.type === 'Identifier')
      return callee.property.start;
  }
  let at = afterParentheses(source, callee.end);
  if (source.startsWith('?.', at)) at = afterParentheses(source, at + 2);
  return at;
}
