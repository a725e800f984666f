/**
 * Values of enum members that are known from the text. TypeScript: src/compiler/utilities.ts, createEvaluator.
 * Simplified: variables count if they are const, have a constant initialiser and stand in the same file.
 */
import type { Lowering } from './lowering.ts';
import { isSyntaxNode, type SyntaxNode } from './syntax.ts';

export type EnumValue = number | string;

/** What constant expressions of a block can mean. */
export interface EnumScope {
  readonly enums: Map<string, EnumInfo>;
  /** Initialisers of const variables. */
  readonly constants: Map<string, SyntaxNode>;
  /** Other names that it declares: outside they may mean something else. */
  readonly others: ReadonlySet<string>;
}

export interface EnumInfo {
  /** Undefined where only the running program knows it. */
  readonly values: Map<string, EnumValue | undefined>;
  readonly isConst: boolean;
  readonly isExported: boolean;
}

/** `own`: the enum whose initialiser this is; its members are names there. */
export function evaluateConstant(
  lowering: Lowering,
  node: SyntaxNode,
  own: EnumInfo | undefined,
): EnumValue | undefined {
  switch (node.type) {
    case 'Literal': {
      const { value } = node;
      return typeof value === 'number' || typeof value === 'string' ? value : undefined;
    }
    case 'UnaryExpression':
      return unary(node['operator'] as string, evaluateConstant(lowering, node['argument'] as SyntaxNode, own));
    case 'BinaryExpression': {
      const left = evaluateConstant(lowering, node['left'] as SyntaxNode, own);
      const right = evaluateConstant(lowering, node['right'] as SyntaxNode, own);
      return left === undefined || right === undefined ? undefined : binary(node['operator'] as string, left, right);
    }
    case 'TemplateLiteral':
      return template(lowering, node, own);
    case 'Identifier':
      return named(lowering, node['name'] as string, own);
    case 'MemberExpression': {
      const { object } = node;
      if (!isSyntaxNode(object) || object.type !== 'Identifier') return undefined;
      const info = findEnum(lowering, object['name'] as string);
      const key = staticKey(node);
      return key === undefined ? undefined : info?.values.get(key);
    }
    default:
      return undefined;
  }
}

/** The name in `a.name` and `a['name']`. */
export function staticKey(member: SyntaxNode): string | undefined {
  const property = member['property'] as SyntaxNode;
  if (!member['computed']) return property.type === 'Identifier' ? (property['name'] as string) : undefined;
  return property.type === 'Literal' && typeof property['value'] === 'string' ? property['value'] : undefined;
}

export function isSyntacticallyString(node: SyntaxNode): boolean {
  if (node.type === 'TemplateLiteral') return true;
  if (node.type === 'Literal') return typeof node['value'] === 'string';
  if (node.type !== 'BinaryExpression' || node['operator'] !== '+') return false;
  return isSyntacticallyString(node['left'] as SyntaxNode) || isSyntacticallyString(node['right'] as SyntaxNode);
}

function named(lowering: Lowering, name: string, own: EnumInfo | undefined): EnumValue | undefined {
  if (own?.values.has(name)) return own.values.get(name);
  for (const scope of lowering.enumScopes.toReversed()) {
    const initializer = scope.constants.get(name);
    if (initializer !== undefined) return evaluateConstant(lowering, initializer, undefined);
    if (scope.others.has(name)) return undefined;
  }
  if (name === 'Infinity') return Infinity;
  return name === 'NaN' ? NaN : undefined;
}

function findEnum(lowering: Lowering, name: string): EnumInfo | undefined {
  const declares = ({ enums, constants, others }: EnumScope) =>
    enums.has(name) || constants.has(name) || others.has(name);
  return lowering.enumScopes.findLast(declares)?.enums.get(name);
}

function template(lowering: Lowering, node: SyntaxNode, own: EnumInfo | undefined): EnumValue | undefined {
  const quasis = node['quasis'] as SyntaxNode[];
  let text = '';
  for (const [index, quasi] of quasis.entries()) {
    const { cooked } = quasi['value'] as { cooked?: string | null };
    if (typeof cooked !== 'string') return undefined;
    text += cooked;
    const expression = (node['expressions'] as SyntaxNode[])[index];
    if (expression === undefined) continue;
    const value = evaluateConstant(lowering, expression, own);
    if (value === undefined) return undefined;
    text += value;
  }
  return text;
}

function unary(operator: string, value: EnumValue | undefined): number | undefined {
  if (typeof value !== 'number') return undefined;
  if (operator === '-') return -value;
  if (operator === '+') return value;
  return operator === '~' ? ~value : undefined;
}

function binary(operator: string, left: EnumValue, right: EnumValue): EnumValue | undefined {
  if (typeof left !== 'number' || typeof right !== 'number') return operator === '+' ? `${left}${right}` : undefined;
  switch (operator) {
    case '|':
      return left | right;
    case '&':
      return left & right;
    case '^':
      return left ^ right;
    case '<<':
      return left << right;
    case '>>':
      return left >> right;
    case '>>>':
      return left >>> right;
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
    case '**':
      return left ** right;
    default:
      return undefined;
  }
}
