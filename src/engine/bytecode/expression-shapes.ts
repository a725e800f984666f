/**
 * Expressions as V8's parser leaves them: constants folded, chains of one operator flattened into n-ary operations, and
 * each node with V8's position. V8: BuildUnaryExpression, ShortcutLiteralBinaryExpression, CollapseNaryExpression
 * (src/parsing/parser.cc), and the positions that parser-base.h gives to nodes.
 */
import type * as acorn from 'acorn';
import type { Expression } from '../parsing/ast.ts';
import { isSmi } from './bytecode-array-builder.ts';
import { afterParentheses, isParenthesized, skipTrivia } from './source-tokens.ts';

export interface LiteralShape {
  readonly kind: 'literal';
  readonly value: string | number | bigint | boolean | null;
  /** Made by concatenation: V8 gives it an entry of its own in the constant pool. */
  readonly isConcatenation: boolean;
}

export interface BinaryShape {
  readonly kind: 'binary';
  readonly operator: acorn.BinaryOperator | acorn.LogicalOperator;
  readonly left: acorn.Expression | acorn.PrivateIdentifier;
  readonly right: acorn.Expression;
  readonly position: number;
}

export interface NaryShape {
  readonly kind: 'nary';
  readonly operator: acorn.BinaryOperator | acorn.LogicalOperator;
  readonly first: acorn.Expression | acorn.PrivateIdentifier;
  readonly rest: { readonly node: acorn.Expression; readonly position: number }[];
}

export type Shape = LiteralShape | BinaryShape | NaryShape;
type BinaryNode = acorn.BinaryExpression | acorn.LogicalExpression;

const comparisons: ReadonlySet<string> = new Set(['==', '!=', '===', '!==', '<', '>', '<=', '>=', 'in', 'instanceof']);

export class ExpressionShapes {
  private readonly source: string;
  private readonly known = new Map<BinaryNode, Shape>();

  constructor(source: string) {
    this.source = source;
  }

  /** The shape of a binary or logical expression. Long chains lean to the left: no recursion there. */
  binary(node: BinaryNode): Shape {
    const chain: BinaryNode[] = [];
    let current: acorn.Expression | acorn.PrivateIdentifier = node;
    while (isBinary(current) && !this.known.has(current)) {
      chain.push(current);
      current = current.left;
    }
    for (const next of chain.reverse()) this.known.set(next, this.combine(next));
    return this.known.get(node)!;
  }

  literal(node: Expression | acorn.PrivateIdentifier): LiteralShape | undefined {
    switch (node.type) {
      case 'Literal':
        if (node.regex) return undefined;
        return literal(literalValue(node));
      case 'TemplateLiteral': {
        const [only] = node.quasis;
        if (node.expressions.length > 0 || only === undefined) return undefined;
        return literal(only.value.cooked ?? '');
      }
      case 'UnaryExpression':
        return this.foldUnary(node);
      case 'ParenthesizedExpression':
        return this.literal(node.expression);
      case 'BinaryExpression': {
        const shape = this.binary(node);
        return shape.kind === 'literal' ? shape : undefined;
      }
      default:
        return undefined;
    }
  }

  smi(node: Expression | acorn.PrivateIdentifier): number | undefined {
    const value = this.literal(node)?.value;
    return typeof value === 'number' && isSmi(value) ? value : undefined;
  }

  /** The text of a string literal as V8's IsStringLiteral sees it. */
  string(node: Expression | acorn.PrivateIdentifier): string | undefined {
    const shape = this.literal(node);
    return typeof shape?.value === 'string' && !shape.isConcatenation ? shape.value : undefined;
  }

  isTrue(node: Expression): boolean {
    const shape = this.literal(node);
    return shape !== undefined && Boolean(shape.value);
  }

  isFalse(node: Expression): boolean {
    const shape = this.literal(node);
    return shape !== undefined && !shape.value;
  }

  /** V8's position() of an expression. */
  position(node: Expression | acorn.Pattern | acorn.PrivateIdentifier | acorn.Super | acorn.SpreadElement): number {
    switch (node.type) {
      case 'BinaryExpression':
      case 'LogicalExpression': {
        const shape = this.binary(node);
        if (shape.kind === 'nary') return this.position(shape.first);
        return shape.kind === 'binary' ? shape.position : this.operatorPosition(node);
      }
      case 'AssignmentExpression':
        return afterParentheses(this.source, node.left.end);
      case 'AssignmentPattern':
        return skipTrivia(this.source, node.left.end);
      case 'ConditionalExpression':
        return afterParentheses(this.source, node.test.end);
      case 'MemberExpression':
        return this.memberPosition(node);
      case 'CallExpression':
        return this.callPosition(node);
      case 'TaggedTemplateExpression':
        return node.tag.type === 'Identifier' ? node.tag.start : node.quasi.start;
      case 'UpdateExpression':
        return this.updatePosition(node);
      case 'SequenceExpression':
        return node.expressions[0] === undefined ? node.start : this.position(node.expressions[0]);
      case 'ChainExpression':
        return 0;
      case 'ParenthesizedExpression':
        return this.position(node.expression);
      case 'UnaryExpression':
        return node.operator === '+' && this.literal(node.argument) ? this.position(node.argument) : node.start;
      default:
        return node.start;
    }
  }

  operatorPosition(node: BinaryNode): number {
    return afterParentheses(this.source, node.left.end);
  }

  /** The `(` of a call's arguments. */
  argumentsPosition(node: acorn.CallExpression): number {
    let at = afterParentheses(this.source, node.callee.end);
    if (this.source.startsWith('?.', at)) at = skipTrivia(this.source, at + 2);
    return at;
  }

  private memberPosition(node: acorn.MemberExpression): number {
    const after = afterParentheses(this.source, node.object.end);
    if (node.computed) return node.optional ? skipTrivia(this.source, after + 2) : after;
    if (node.optional || this.isContinuation(node.object)) return after;
    return node.property.start;
  }

  /** Whether V8 parses what follows in ParseLeftHandSideContinuation: after a call or an optional link. */
  private isContinuation(node: acorn.Expression | acorn.Super): boolean {
    if (isParenthesized(this.source, node.end)) return false;
    if (node.type === 'CallExpression') return true;
    if (node.type === 'MemberExpression') return node.optional || this.isContinuation(node.object);
    return node.type === 'TaggedTemplateExpression' && this.isContinuation(node.tag);
  }

  /** At the callee's last token if that is a name, otherwise at the parenthesis. */
  private callPosition(node: acorn.CallExpression): number {
    const { callee } = node;
    if (node.optional || isParenthesized(this.source, callee.end)) return this.argumentsPosition(node);
    if (callee.type === 'Identifier' || callee.type === 'Super') return callee.start;
    if (callee.type === 'MemberExpression' && !callee.computed && callee.property.type === 'Identifier') {
      const { name, start } = callee.property;
      if (!keywords.has(name)) return start;
    }
    return this.argumentsPosition(node);
  }

  /** Prefix: the operand's last token. */
  private updatePosition(node: acorn.UpdateExpression): number {
    if (!node.prefix) return afterParentheses(this.source, node.argument.end);
    const { argument } = node;
    if (isParenthesized(this.source, argument.end) && skipTrivia(this.source, argument.end) < node.end) {
      return node.end - 1;
    }
    if (argument.type !== 'MemberExpression') return argument.start;
    return argument.computed ? argument.end - 1 : argument.property.start;
  }

  private foldUnary(node: acorn.UnaryExpression): LiteralShape | undefined {
    if (!['!', '+', '-', '~'].includes(node.operator)) return undefined;
    const operand = this.literal(node.argument);
    if (operand === undefined) return undefined;
    if (node.operator === '!') return literal(!operand.value);
    if (typeof operand.value !== 'number') return undefined;
    if (node.operator === '+') return operand;
    return literal(node.operator === '-' ? -operand.value : ~operand.value);
  }

  private combine(node: BinaryNode): Shape {
    const { operator, left, right } = node;
    const position = this.operatorPosition(node);
    if (comparisons.has(operator)) return { kind: 'binary', operator, left, right, position };
    const folded = this.foldBinary(operator, left, right);
    if (folded !== undefined) return folded;
    const before = isBinary(left) ? this.known.get(left) : undefined;
    if (operator !== '**' && before !== undefined && before.kind !== 'literal' && before.operator === operator) {
      if (before.kind === 'nary') {
        before.rest.push({ node: right, position });
        return before;
      }
      const rest = [
        { node: before.right, position: before.position },
        { node: right, position },
      ];
      return { kind: 'nary', operator, first: before.left, rest };
    }
    return { kind: 'binary', operator, left, right, position };
  }

  private foldBinary(
    operator: string,
    left: acorn.Expression | acorn.PrivateIdentifier,
    right: acorn.Expression,
  ): LiteralShape | undefined {
    const x = this.literal(left)?.value;
    if (x === undefined) return undefined;
    const y = this.literal(right)?.value;
    if (typeof x === 'string' && typeof y === 'string' && operator === '+') {
      return { kind: 'literal', value: x + y, isConcatenation: true };
    }
    if (typeof x !== 'number' || typeof y !== 'number') return undefined;
    const value = foldNumbers(operator, x, y);
    return value === undefined ? undefined : literal(value);
  }
}

function foldNumbers(operator: string, x: number, y: number): number | undefined {
  switch (operator) {
    case '+':
      return x + y;
    case '-':
      return x - y;
    case '*':
      return x * y;
    case '/':
      return x / y;
    case '%':
      return x % y;
    case '|':
      return x | y;
    case '&':
      return x & y;
    case '^':
      return x ^ y;
    case '<<':
      return x << y;
    case '>>':
      return x >> y;
    case '>>>':
      return x >>> y;
    case '**':
      return x ** y;
    default:
      return undefined;
  }
}

function isBinary(node: acorn.Expression | acorn.PrivateIdentifier): node is BinaryNode {
  return node.type === 'BinaryExpression' || node.type === 'LogicalExpression';
}

function literal(value: LiteralShape['value']): LiteralShape {
  return { kind: 'literal', value, isConcatenation: false };
}

function literalValue(node: acorn.Literal): LiteralShape['value'] {
  const { value } = node;
  if (node.bigint !== undefined && node.bigint !== null) return BigInt(node.bigint);
  return value === undefined || value instanceof RegExp ? null : value;
}

/** Names that are no identifiers for V8's scanner: a call of such a method is positioned at its parenthesis. */
const keywords: ReadonlySet<string> = new Set(
  (
    'break case catch class const continue debugger default delete do else enum export extends false finally for ' +
    'function if import in instanceof new null return switch this throw true try typeof var void while with'
  ).split(' '),
);
