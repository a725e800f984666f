/**
 * Where V8 says that an expression stands: the position that its AST node carries, which its instructions and so stack
 * traces and error messages get. V8: AstNode::position, as src/parsing/parser-base.h sets it.
 */
import type * as acorn from 'acorn';
import type { RuntimeCall } from './ast.ts';
import { callPosition } from './call-position.ts';
import { afterParentheses, isParenthesized, skipTrivia } from './source-tokens.ts';

export function expressionPosition(source: string, node: acorn.Node): number {
  const expression = node as acorn.Expression | acorn.Super | acorn.Pattern | acorn.PrivateIdentifier | RuntimeCall;
  switch (expression.type) {
    case 'MemberExpression':
      return memberPosition(source, expression);
    case 'CallExpression':
    case 'NewExpression':
      return callPosition(source, expression);
    case 'TaggedTemplateExpression':
      return expression.quasi.start;
    case 'BinaryExpression':
      return isStringAppend(expression)
        ? expressionPosition(source, expression.left)
        : operatorPosition(source, expression);
    case 'LogicalExpression':
      // V8 asks for the position when it has read the operator. V8: ParseCoalesceExpression.
      if (expression.operator === '??') return skipTrivia(source, operatorPosition(source, expression) + 2);
      return operatorPosition(source, expression);
    case 'AssignmentExpression':
    case 'AssignmentPattern':
      return afterParentheses(source, expression.left.end);
    case 'UpdateExpression':
      // V8 takes the token that it read last.
      return expression.prefix ? lastTokenOf(expression.argument) : expression.end - expression.operator.length;
    case 'ConditionalExpression':
      return expression.start;
    case 'SequenceExpression':
      // A comma is a binary operation at its right side; several are one operation at their first part.
      return expressionPosition(source, expression.expressions[expression.expressions.length === 2 ? 1 : 0]!);
    case 'ParenthesizedExpression':
    case 'ChainExpression':
      return expressionPosition(source, expression.expression);
    default:
      return node.start;
  }
}

/**
 * Of an expression that can be stopped at. Of several operations with one operator, which are one to V8, the position is that of
 * the first operand. V8: SetExpressionAsStatementPosition, NaryOperation.
 */
export function statementPosition(source: string, node: acorn.Node): number {
  const expression = node as acorn.Expression;
  if (expression.type !== 'BinaryExpression' && expression.type !== 'LogicalExpression')
    return expressionPosition(source, node);
  let first: acorn.Expression | acorn.PrivateIdentifier = expression;
  const { operator } = expression;
  while (
    (first.type === 'BinaryExpression' || first.type === 'LogicalExpression') &&
    first.operator === operator &&
    isCollapsed(operator) &&
    !isStringAppend(first) &&
    (first === expression || !isParenthesized(source, first.end))
  )
    first = first.left;
  const isNary = first !== expression && first !== expression.left;
  return expressionPosition(source, isNary ? first : expression);
}

/** Texts that are written one after the other are one text to the parser. V8: ShortcutStringLiteralAppendExpression. */
export function isStringAppend(node: acorn.Node): boolean {
  const expression = unparenthesized(node as acorn.Expression);
  if (expression.type !== 'BinaryExpression' || expression.operator !== '+') return false;
  const left = unparenthesized(expression.left as acorn.Expression);
  return isText(unparenthesized(expression.right)) && (isText(left) || isStringAppend(left));
}

function isText(node: acorn.Expression): boolean {
  return node.type === 'Literal' && typeof node.value === 'string';
}

export function unparenthesized(node: acorn.Expression): acorn.Expression {
  return node.type === 'ParenthesizedExpression' ? unparenthesized(node.expression) : node;
}

function isCollapsed(operator: string): boolean {
  return !/^(?:[<>]=?|[!=]==?|in|instanceof|\*\*)$/.test(operator);
}

function lastTokenOf(node: acorn.Expression): number {
  if (node.type === 'MemberExpression' && !node.computed) return node.property.start;
  return node.type === 'Identifier' ? node.start : node.end - 1;
}

/**
 * `[` of a computed property, else its name; behind a call or an optional link the dot is what was read last.
 */
export function memberPosition(source: string, node: acorn.MemberExpression): number {
  const { object, property } = node;
  if (node.computed) {
    const at = afterParentheses(source, object.end);
    return source[at] === '?' ? skipTrivia(source, at + 2) : at;
  }
  if (!followsCall(source, object) && !node.optional) return property.start;
  const at = afterParentheses(source, object.end);
  return at;
}

/** Whether what stands before the dot is, or hangs on, a call: V8 reads on in ParseLeftHandSideContinuation then. */
function followsCall(source: string, node: acorn.Expression | acorn.Super): boolean {
  if (isParenthesized(source, node.end)) return false;
  if (node.type === 'CallExpression') return true;
  return node.type === 'MemberExpression' && (node.optional || followsCall(source, node.object));
}

export function operatorPosition(
  source: string,
  node: Pick<acorn.BinaryExpression | acorn.LogicalExpression, 'left'>,
): number {
  return afterParentheses(source, node.left.end);
}
