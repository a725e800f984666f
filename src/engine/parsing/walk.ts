/**
 * Walks an AST in source order, for lints: every node with its parents. Not acorn-walk, because that skips identifiers in
 * patterns and does not know RuntimeCall.
 */
import type * as acorn from 'acorn';
import type { RuntimeCall } from './ast.ts';

export type AnyNode = acorn.AnyNode;

/** Return false to leave out the children. `parents` ends with the direct parent; it is reused, so copy it to keep it. */
export type Visitor = (node: AnyNode, parents: readonly AnyNode[]) => boolean | void;

export function walk(root: AnyNode, visit: Visitor): void {
  const parents: AnyNode[] = [];
  const stack: (AnyNode | undefined)[] = [root];
  while (stack.length > 0) {
    const node = stack.pop();
    if (node === undefined) {
      parents.pop();
      continue;
    }
    if (visit(node, parents) === false) continue;
    parents.push(node);
    stack.push(undefined);
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index -= 1) stack.push(children[index]);
  }
}

/** The child nodes in source order. */
export function childrenOf(node: AnyNode): readonly AnyNode[] {
  const children: AnyNode[] = [];
  const add = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(add);
    else if (isNode(value)) children.push(value);
  };
  for (const field of childFields[node.type]) add((node as unknown as Record<string, unknown>)[field]);
  // A shorthand property has two nodes at one place: the value is the one that means something.
  if (node.type === 'Property' && node.shorthand) children.shift();
  if (node.type === 'TemplateLiteral') children.sort((a, b) => a.start - b.start);
  return children;
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

const functionFields = ['id', 'params', 'body'] as const;
const leaf: readonly string[] = [];

/** The fields of each kind of node that hold nodes. What scope analysis adds is not among them. */
export const childFields: { readonly [Type in (AnyNode | RuntimeCall)['type']]: readonly string[] } = {
  Program: ['body'],
  ExpressionStatement: ['expression'],
  BlockStatement: ['body'],
  EmptyStatement: leaf,
  DebuggerStatement: leaf,
  WithStatement: ['object', 'body'],
  ReturnStatement: ['argument'],
  LabeledStatement: ['label', 'body'],
  BreakStatement: ['label'],
  ContinueStatement: ['label'],
  IfStatement: ['test', 'consequent', 'alternate'],
  SwitchStatement: ['discriminant', 'cases'],
  SwitchCase: ['test', 'consequent'],
  ThrowStatement: ['argument'],
  TryStatement: ['block', 'handler', 'finalizer'],
  CatchClause: ['param', 'body'],
  WhileStatement: ['test', 'body'],
  DoWhileStatement: ['body', 'test'],
  ForStatement: ['init', 'test', 'update', 'body'],
  ForInStatement: ['left', 'right', 'body'],
  ForOfStatement: ['left', 'right', 'body'],
  FunctionDeclaration: functionFields,
  FunctionExpression: functionFields,
  ArrowFunctionExpression: ['params', 'body'],
  VariableDeclaration: ['declarations'],
  VariableDeclarator: ['id', 'init'],
  Identifier: leaf,
  Literal: leaf,
  ThisExpression: leaf,
  Super: leaf,
  PrivateIdentifier: leaf,
  ArrayExpression: ['elements'],
  ObjectExpression: ['properties'],
  Property: ['key', 'value'],
  UnaryExpression: ['argument'],
  UpdateExpression: ['argument'],
  BinaryExpression: ['left', 'right'],
  LogicalExpression: ['left', 'right'],
  AssignmentExpression: ['left', 'right'],
  ConditionalExpression: ['test', 'consequent', 'alternate'],
  CallExpression: ['callee', 'arguments'],
  NewExpression: ['callee', 'arguments'],
  RuntimeCall: ['arguments'],
  MemberExpression: ['object', 'property'],
  SequenceExpression: ['expressions'],
  SpreadElement: ['argument'],
  YieldExpression: ['argument'],
  AwaitExpression: ['argument'],
  TemplateLiteral: ['quasis', 'expressions'],
  TemplateElement: leaf,
  TaggedTemplateExpression: ['tag', 'quasi'],
  ObjectPattern: ['properties'],
  ArrayPattern: ['elements'],
  RestElement: ['argument'],
  AssignmentPattern: ['left', 'right'],
  ClassDeclaration: ['id', 'superClass', 'body'],
  ClassExpression: ['id', 'superClass', 'body'],
  ClassBody: ['body'],
  MethodDefinition: ['key', 'value'],
  PropertyDefinition: ['key', 'value'],
  StaticBlock: ['body'],
  MetaProperty: ['meta', 'property'],
  ChainExpression: ['expression'],
  ParenthesizedExpression: ['expression'],
  ImportExpression: ['source', 'options'],
  ImportDeclaration: ['specifiers', 'source', 'attributes'],
  ImportSpecifier: ['imported', 'local'],
  ImportDefaultSpecifier: ['local'],
  ImportNamespaceSpecifier: ['local'],
  ImportAttribute: ['key', 'value'],
  ExportNamedDeclaration: ['declaration', 'specifiers', 'source', 'attributes'],
  ExportSpecifier: ['local', 'exported'],
  ExportDefaultDeclaration: ['declaration'],
  ExportAllDeclaration: ['exported', 'source', 'attributes'],
};
