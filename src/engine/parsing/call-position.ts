/** Where V8 positions calls: stack traces and error messages point there. V8: ParserBase::ParseLeftHandSideContinuation. */
import type * as acorn from 'acorn';
import { afterParentheses, isParenthesized, skipTrivia } from './source-tokens.ts';

/**
 * At the name before the arguments (`f` in f(), `c` in a.b.c()); at the parenthesis that opens the arguments where no name
 * stands before it: a[0](), f()(), (x)(), this.#m(), map.delete(x). Optional calls: at the parenthesis behind `?.`. Constructions: at `new`.
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
      return reservedWords.has(callee.property.name) ? at : callee.property.start;
  }
  return at;
}

/** For V8 these are no names: Token::IsCallable. */
const reservedWords: ReadonlySet<string> = new Set(
  (
    'break case catch class const continue debugger default delete do else enum export extends false finally for function ' +
    'if import in instanceof new null return switch this throw true try typeof var void while with'
  ).split(' '),
);
