/** Where V8 positions calls: stack traces and error messages point there. V8: ParserBase::ParseLeftHandSideContinuation. */
import type * as acorn from 'acorn';
import { afterParentheses, isParenthesized, skipTrivia } from './source-tokens.ts';

/**
 * At the name before the arguments (`f` in f(), `c` in a.b.c()); at the parenthesis that opens the arguments where no name
 * stands before it: a[0](), f()(), (x)(), this.#m(). Optional calls: at the parenthesis behind `?.`. Constructions: at `new`.
 */
export function callPosition(source: string, node: acorn.CallExpression | acorn.NewExpression): number {
  if (node.type === 'NewExpression') return node.start;
  if (node.position !== undefined) return node.position;
  const { callee } = node;
  const calleeEnd = node.calleeEnd ?? callee.end;
  const at = afterParentheses(source, calleeEnd);
  if (node.optional) return skipTrivia(source, at + 2);
  if (!isParenthesized(source, calleeEnd)) {
    if (callee.type === 'Identifier' || callee.type === 'Super' || callee.type === 'MetaProperty') return callee.start;
    if (callee.type === 'MemberExpression' && !callee.computed && callee.property.type === 'Identifier')
      return callee.property.start;
  }
  return at;
}
