/**
 * What lowering puts into constructors: parameter properties, and fields that are assigned. TypeScript: transformConstructorBody
 * in src/compiler/transformers/classFields.ts.
 */
import type * as acorn from 'acorn';
import {
  assignment,
  block,
  call,
  expressionStatement,
  field,
  functionExpression,
  identifier,
  isSyntaxNode,
  member,
  methodDefinition,
  type Place,
  type SyntaxNode,
  thisExpression,
} from './syntax.ts';

/** `constructor(private x) {}`: the field x, and `this.x = x`. */
export interface ParameterProperties {
  readonly fields: SyntaxNode[];
  readonly assignments: SyntaxNode[];
}

export function parameterProperties(constructor: SyntaxNode): ParameterProperties {
  const fields: SyntaxNode[] = [];
  const assignments: SyntaxNode[] = [];
  for (const parameter of constructor['params'] as SyntaxNode[]) {
    if (parameter.type !== 'TSParameterProperty') continue;
    const inner = parameter['parameter'] as SyntaxNode;
    const target = inner.type === 'AssignmentPattern' ? inner['left'] : inner;
    const { name, start } = target as Place & { name: string };
    const place = { start, end: start + name.length };
    const left = member(place, thisExpression(place), name);
    const statement = expressionStatement(place, assignment(place, left, identifier(place, name)));
    assignments.push(statement as unknown as SyntaxNode);
    fields.push(field(place, identifier(place, name), undefined, { static: false }) as unknown as SyntaxNode);
  }
  return { fields, assignments };
}

/** At the start of the body or after `super(…)`; where there is no constructor, one is made among the members. */
export function insertInConstructor(node: SyntaxNode, members: SyntaxNode[], statements: readonly SyntaxNode[]): void {
  const existing = members.find(({ kind }) => kind === 'constructor');
  if (existing !== undefined) {
    insertAfterSuper((existing['value'] as SyntaxNode)['body'] as SyntaxNode, statements);
    return;
  }
  const place: Place = { start: node.start, end: node.start + 'class'.length };
  const body = [...statements] as unknown as acorn.Statement[];
  const parameters: acorn.Pattern[] = [];
  const { superClass } = node;
  const isNull = isSyntaxNode(superClass) && superClass.type === 'Literal' && superClass['raw'] === 'null';
  if (isSyntaxNode(superClass) && !isNull) {
    const spread: acorn.SpreadElement = { type: 'SpreadElement', ...place, argument: identifier(place, '.arguments') };
    const callee = { type: 'Super', ...place } as unknown as acorn.Expression;
    body.unshift(expressionStatement(place, call(place, callee, [spread])));
    parameters.push({ type: 'RestElement', ...place, argument: identifier(place, '.arguments') });
  }
  const constructor = functionExpression(node, parameters, block(place, body));
  const key = identifier(place, 'constructor');
  members.push(methodDefinition(node, 'constructor', key, constructor, { static: false }) as unknown as SyntaxNode);
}

/** After the directives where there is no call of super. True if there was one. */
export function insertAfterSuper(body: SyntaxNode, statements: readonly SyntaxNode[]): boolean {
  const list = body['body'] as SyntaxNode[];
  const index = list.findIndex(isSuperCall);
  if (index >= 0) {
    list.splice(index + 1, 0, ...statements);
    return true;
  }
  const nested = list.find(({ type, block: inner }) => type === 'TryStatement' && containsSuper(inner));
  if (nested !== undefined) return insertAfterSuper(nested['block'] as SyntaxNode, statements);
  const start = list.findIndex(({ directive }) => directive === undefined);
  list.splice(start < 0 ? list.length : start, 0, ...statements);
  return false;
}

function containsSuper(node: unknown): boolean {
  return isSyntaxNode(node) && (node['body'] as SyntaxNode[]).some(isSuperCall);
}

function isSuperCall(statement: SyntaxNode): boolean {
  const { expression } = statement;
  if (statement.type !== 'ExpressionStatement' || !isSyntaxNode(expression)) return false;
  return expression.type === 'CallExpression' && (expression['callee'] as SyntaxNode).type === 'Super';
}
