/**
 * Expressions that V8's parser makes literals of: numbers under arithmetic, texts that are added, and what stands behind `!`.
 * V8: Parser::ShortcutNumericLiteralBinaryExpression, ShortcutStringLiteralAppendExpression, BuildUnaryExpression, Literal::ToBooleanIsTrue.
 */
import type * as acorn from 'acorn';
import { isStringAppend } from '../parsing/expression-position.ts';

export interface LiteralValue {
  readonly value: string | number | bigint | boolean | null;
}

/** Undefined for what is no literal, regular expressions included. */
export function literalValue(node: acorn.Node): LiteralValue | undefined {
  const expression = node as acorn.Expression;
  switch (expression.type) {
    case 'ParenthesizedExpression':
      return literalValue(expression.expression);
    case 'Literal':
      if (expression.regex) return undefined;
      if (typeof expression.bigint === 'string') return { value: BigInt(expression.bigint) };
      return { value: expression.value as LiteralValue['value'] };
    case 'TemplateLiteral': {
      // Without substitutions it is a string.
      const text = expression.expressions.length === 0 ? expression.quasis[0]?.value.cooked : undefined;
      return typeof text === 'string' ? { value: text } : undefined;
    }
    case 'UnaryExpression':
      return unaryValue(expression);
    case 'BinaryExpression':
      return binaryValue(expression);
    default:
      return undefined;
  }
}

/** Whether a condition always or never holds; undefined where only the run can tell. */
export function constantCondition(node: acorn.Node): boolean | undefined {
  const literal = literalValue(node);
  return literal === undefined ? undefined : Boolean(literal.value);
}

/** V8: Expression::IsSmiLiteral, with 32-bit Smis. */
export function smiValue(node: acorn.Node): number | undefined {
  const literal = literalValue(node);
  if (typeof literal?.value !== 'number') return undefined;
  const { value } = literal;
  return (value | 0) === value && !Object.is(value, -0) ? value : undefined;
}

function unaryValue({ operator, argument }: acorn.UnaryExpression): LiteralValue | undefined {
  if (!'!-+~'.includes(operator)) return undefined;
  const literal = literalValue(argument);
  if (literal === undefined) return undefined;
  const { value } = literal;
  if (operator === '!') return { value: !value };
  if (typeof value !== 'number') return undefined;
  switch (operator) {
    case '-':
      return { value: -value };
    case '~':
      return { value: ~value };
    default:
      return literal;
  }
}

function binaryValue(node: acorn.BinaryExpression): LiteralValue | undefined {
  const { operator, left, right } = node;
  if (isStringAppend(node)) return { value: `${textOf(left)}${textOf(right)}` };
  const compute = arithmetic[operator];
  if (compute === undefined) return undefined;
  const a = literalValue(left)?.value;
  if (typeof a !== 'number') return undefined;
  const b = literalValue(right)?.value;
  return typeof b === 'number' ? { value: compute(a, b) } : undefined;
}

function textOf(node: acorn.Node): string {
  return literalValue(node)!.value as string;
}

/** V8 leaves out %. */
const arithmetic: Readonly<Record<string, ((a: number, b: number) => number) | undefined>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '**': (a, b) => a ** b,
  '|': (a, b) => a | b,
  '&': (a, b) => a & b,
  '^': (a, b) => a ^ b,
  '<<': (a, b) => a << b,
  '>>': (a, b) => a >> b,
  '>>>': (a, b) => a >>> b,
};
