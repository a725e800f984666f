/**
 * Expressions that V8's parser makes one literal of: constants, and operations on two numbers. Error messages show them so.
 * V8: ShortcutLiteralBinaryExpression, BuildUnaryExpression in src/parsing/parser.cc.
 */
import type * as acorn from 'acorn';

export interface FoldedLiteral {
  readonly value: string | number | boolean | bigint | null | undefined;
}

export function foldedLiteral(node: acorn.Node): FoldedLiteral | undefined {
  const expression = node as acorn.Expression;
  switch (expression.type) {
    case 'Literal':
      if (expression.regex) return undefined;
      if (typeof expression.bigint === 'string') return { value: BigInt(expression.bigint) };
      return { value: expression.value as FoldedLiteral['value'] };
    case 'Identifier':
      return expression.name === 'undefined' ? { value: undefined } : undefined;
    case 'TemplateLiteral':
      return expression.expressions.length === 0 ? { value: expression.quasis[0]?.value.cooked ?? '' } : undefined;
    case 'ParenthesizedExpression':
      return foldedLiteral(expression.expression);
    case 'UnaryExpression':
      return foldedUnary(expression);
    case 'BinaryExpression':
      return foldedBinary(expression);
    default:
      return undefined;
  }
}

function foldedUnary(node: acorn.UnaryExpression): FoldedLiteral | undefined {
  const argument = foldedLiteral(node.argument);
  if (argument === undefined || node.argument.type === 'Identifier') return undefined;
  const { value } = argument;
  if (node.operator === '!') return { value: !value };
  if (typeof value !== 'number') return undefined;
  if (node.operator === '+') return { value };
  if (node.operator === '-') return { value: -value };
  return node.operator === '~' ? { value: ~value } : undefined;
}

function foldedBinary(node: acorn.BinaryExpression): FoldedLiteral | undefined {
  const left = foldedLiteral(node.left)?.value;
  const right = foldedLiteral(node.right)?.value;
  if (node.operator === '+' && typeof left === 'string' && typeof right === 'string') return { value: left + right };
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  switch (node.operator) {
    case '+':
      return { value: left + right };
    case '-':
      return { value: left - right };
    case '*':
      return { value: left * right };
    case '/':
      return { value: left / right };
    case '|':
      return { value: left | right };
    case '&':
      return { value: left & right };
    case '^':
      return { value: left ^ right };
    case '<<':
      return { value: left << right };
    case '>>':
      return { value: left >> right };
    case '>>>':
      return { value: left >>> right };
    case '**':
      return { value: left ** right };
    default:
      return undefined;
  }
}
