/**
 * A function's syntax tree as a list, for showing the second stage of the pipeline. V8: AstPrinter, src/ast/prettyprinter.cc.
 *
 * Functions inside are leaves, as in V8: its preparser only reads over them, and their own trees are made at their first call.
 */
import type { FunctionLiteral } from './ast.ts';
import { type AnyNode, childFields } from './walk.ts';

/** In the order of the text; a node's parent is the last one before it that is less deep. */
export interface FlatNode {
  readonly type: string;
  /** The field of the parent that it stands in. */
  readonly role: string;
  /** A name, an operator, a literal; '' where there is none. */
  readonly text: string;
  readonly depth: number;
  readonly start: number;
  readonly end: number;
  readonly isFunction: boolean;
}

export function flatTree(literal: FunctionLiteral, source: string): FlatNode[] {
  const nodes: FlatNode[] = [];
  const pending: Pending[] = [{ node: literal.node as AnyNode, role: '', depth: 0 }];
  while (pending.length > 0) {
    const { node, role, depth } = pending.pop()!;
    const isFunction = depth > 0 && functions.has(node.type);
    const { type, start, end } = node;
    nodes.push({ type, role, text: textOf(node, source), depth, start, end, isFunction });
    if (!isFunction) pending.push(...childrenOf(node, depth + 1).reverse());
  }
  return nodes;
}

interface Pending {
  readonly node: AnyNode;
  readonly role: string;
  readonly depth: number;
}

const functions: ReadonlySet<string> = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'StaticBlock',
]);

function childrenOf(node: AnyNode, depth: number): Pending[] {
  const children: Pending[] = [];
  const add = (value: unknown, role: string): void => {
    if (Array.isArray(value)) for (const item of value) add(item, role);
    else if (isNode(value)) children.push({ node: value, role, depth });
  };
  for (const role of childFields[node.type]) {
    // A shorthand property has two nodes at one place.
    if (node.type === 'Property' && node.shorthand && role === 'key') continue;
    add((node as unknown as Record<string, unknown>)[role], role);
  }
  if (node.type === 'TemplateLiteral') children.sort((a, b) => a.node.start - b.node.start);
  return children;
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function textOf(node: AnyNode, source: string): string {
  switch (node.type) {
    case 'Identifier':
      return node.name;
    case 'PrivateIdentifier':
      return `#${node.name}`;
    case 'Literal':
    case 'TemplateElement':
      return source.slice(node.start, node.end);
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'AssignmentExpression':
    case 'UnaryExpression':
    case 'UpdateExpression':
      return node.operator;
    case 'VariableDeclaration':
    case 'MethodDefinition':
      return node.kind;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ClassDeclaration':
    case 'ClassExpression':
      return node.id?.name ?? '';
    case 'MemberExpression':
      return node.computed ? '[ ]' : '.';
    default:
      return '';
  }
}
