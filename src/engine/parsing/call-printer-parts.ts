/** What V8's CallPrinter visits of a node, and in which order: see call-printer.ts. V8: src/ast/prettyprinter.cc. */
import type * as acorn from 'acorn';
import { expressionPosition } from './expression-position.ts';
import type { RuntimeCall } from './ast.ts';
import { foldedLiteral } from './literal-folding.ts';

export interface PrintedCallSite {
  /** Empty where nothing was found. */
  readonly text: string;
  readonly isCall: boolean;
  readonly isIteration: boolean;
  readonly isAsyncIteration: boolean;
  /** Undefined unless the position belongs to a pattern; then the property's name, where the pattern has one there. */
  readonly destructuring: { readonly key: string | undefined; readonly offset: number } | undefined;
  /** Where the spread argument stands that an error is about. */
  readonly spreadPosition: number | undefined;
}

export type Printable =
  | acorn.Expression
  | acorn.Pattern
  | acorn.Super
  | acorn.PrivateIdentifier
  | acorn.SpreadElement
  | acorn.Property
  | acorn.AssignmentProperty
  | RuntimeCall;
type Part = acorn.Node | null | undefined;

/** Of statements that are only passed through; undefined if it is something else. */
export function partsOfStatement(statement: acorn.Statement | acorn.ModuleDeclaration): readonly Part[] | undefined {
  switch (statement.type) {
    case 'FunctionDeclaration':
    case 'EmptyStatement':
    case 'DebuggerStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
      return [];
    case 'ExpressionStatement':
      return [statement.expression];
    case 'ExportDefaultDeclaration':
    case 'ExportNamedDeclaration':
      return [statement.declaration];
    case 'BlockStatement':
      return statement.body;
    case 'IfStatement':
      return [statement.test, statement.consequent, statement.alternate];
    case 'ReturnStatement':
    case 'ThrowStatement':
      return [statement.argument];
    case 'WithStatement':
      return [statement.object, statement.body];
    case 'SwitchStatement':
      return [statement.discriminant, ...statement.cases.flatMap(({ test, consequent }) => [test, ...consequent])];
    case 'DoWhileStatement':
      return [statement.body, statement.test];
    case 'WhileStatement':
      return [statement.test, statement.body];
    case 'ForStatement':
      return [statement.init, statement.test, statement.update, statement.body];
    case 'LabeledStatement':
      return [statement.body];
    default:
      return undefined;
  }
}

/** The property of a pattern that stands at the position; without a name if it is computed, a rest or the pattern as a whole. */
export function patternKeyAt(
  source: string,
  pattern: acorn.ObjectPattern,
  position: number,
): { readonly name: string | undefined; readonly offset: number | undefined } | undefined {
  if (pattern.start === position) return { name: undefined, offset: undefined };
  for (const property of pattern.properties) {
    const value = property.type === 'RestElement' ? property.argument : property.value;
    if (expressionPosition(source, value) !== position) continue;
    if (property.type === 'RestElement' || property.computed) return { name: undefined, offset: undefined };
    const { key } = property;
    const name = key.type === 'Identifier' ? key.name : String((key as acorn.Literal).value);
    return isArrayIndex(name) ? { name: undefined, offset: undefined } : { name, offset: key.start };
  }
  return undefined;
}

/** A chain of the same operator on the left is one operation with many operands. V8: CollapseNaryExpression. */
export function operandsOf(node: acorn.BinaryExpression | acorn.LogicalExpression): acorn.Node[] {
  const isNary = node.type === 'LogicalExpression' || /^(?:[-+*/%&|^]|<<|>>|>>>)$/.test(node.operator);
  const right: acorn.Node[] = [node.right];
  let left: acorn.Node = node.left;
  while (isNary && (left.type === 'BinaryExpression' || left.type === 'LogicalExpression')) {
    const inner = left as acorn.BinaryExpression | acorn.LogicalExpression;
    if (inner.operator !== node.operator || foldedLiteral(inner) !== undefined) break;
    right.unshift(inner.right);
    left = inner.left;
  }
  return [left, ...right];
}

/** V8 prints the flags in the order of their bits. */
export function inFlagOrder(flags: string): string {
  return flags.split('').toSorted().join('');
}

export function isArrayIndex(text: string): boolean {
  return String(Number(text) >>> 0) === text && Number(text) !== 4294967295;
}

/** A chain of conditionals is one node. */
export function partsOfConditional(node: acorn.ConditionalExpression): readonly acorn.Node[] {
  const parts: acorn.Node[] = [];
  let at: acorn.Expression = node;
  for (; at.type === 'ConditionalExpression'; at = at.alternate) parts.push(at.test, at.consequent);
  return [...parts, at];
}

/** Undefined for BigInts, which V8 does not print. */
export function literalText(value: string | number | boolean | bigint | null | undefined): string | undefined {
  if (typeof value === 'bigint') return undefined;
  return typeof value === 'string' ? `"${value}"` : String(value);
}

type Member = acorn.ClassBody['body'][number];

export function isPrivateMember(member: Member): boolean {
  return member.type !== 'StaticBlock' && member.key.type === 'PrivateIdentifier';
}

/** Private ones stand behind the others. */
export function membersInOrder({ body }: acorn.Class): readonly Member[] {
  return [
    ...body.body.filter((member) => !isPrivateMember(member)),
    ...body.body.filter((member) => isPrivateMember(member)),
  ];
}

/** What is evaluated inside a pattern: defaults are assignments again. */
export function partsOfPattern(target: acorn.Pattern | acorn.Expression): readonly acorn.Node[] {
  switch (target.type) {
    case 'ObjectPattern':
      return target.properties.flatMap((property) => {
        if (property.type === 'RestElement') return partsOfPattern(property.argument);
        const parts = partsOfPattern(property.value);
        return property.computed ? [property.key, ...parts] : parts;
      });
    case 'ArrayPattern':
      return target.elements.flatMap((element) => (element === null ? [] : partsOfPattern(element)));
    case 'RestElement':
      return partsOfPattern(target.argument);
    case 'Identifier':
      return [];
    default:
      return [target];
  }
}
