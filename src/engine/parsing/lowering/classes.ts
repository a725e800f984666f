/**
 * Classes: members that are only declared go, parameter properties become fields and assignments, `accessor` fields become
 * a private field with getter and setter. TypeScript: visitClassDeclaration in src/compiler/transformers/ts.ts,
 * classFields.ts; target ES2022, so fields are defined, not assigned.
 */
import type * as acorn from 'acorn';
import { skipTrivia } from '../source-tokens.ts';
import { isDecorated, lowerDecoratedClass } from './decorators.ts';
import { type Lowering, lowerChildren, lowerNode } from './lowering.ts';
import {
  assignment,
  block,
  expressionStatement,
  field,
  functionExpression,
  identifier,
  isSyntaxNode,
  member,
  methodDefinition,
  type Place,
  privateMember,
  returnStatement,
  type SyntaxNode,
  thisExpression,
  variable,
} from './syntax.ts';

export function lowerClassExpression(lowering: Lowering, node: SyntaxNode): SyntaxNode {
  startAtKeyword(lowering, node);
  if (isDecorated(node)) return lowerDecoratedClass(lowering, node) as unknown as SyntaxNode;
  return lowerPlainClass(lowering, node);
}

/** A decorated class is a variable, as TypeScript has it. */
export function lowerClassDeclaration(lowering: Lowering, node: SyntaxNode): SyntaxNode {
  startAtKeyword(lowering, node);
  if (!isDecorated(node)) return lowerPlainClass(lowering, node);
  const value = lowerDecoratedClass(lowering, node);
  const id = isSyntaxNode(node['id']) ? (node['id'] as unknown as acorn.Identifier) : identifier(node, '.class');
  const declaration = variable(node, 'let', identifier(id, id.name), value) as unknown as SyntaxNode;
  declaration['decoratedClass'] = id;
  return declaration;
}

/** A class's text, and a method's, begins after decorators and TypeScript's modifiers. */
function startAtKeyword({ source }: Lowering, node: SyntaxNode): void {
  const decorators = node['decorators'] as readonly SyntaxNode[] | undefined;
  const modifier = /(?:public|private|protected|override|abstract|readonly|declare|export|default)\b(?!\s*[=(;}!?:<])/y;
  let at = skipTrivia(source, decorators?.at(-1)?.end ?? node.start);
  for (;;) {
    modifier.lastIndex = at;
    if (!modifier.test(source)) break;
    at = skipTrivia(source, modifier.lastIndex);
  }
  (node as { start: number }).start = at;
}

function lowerPlainClass(lowering: Lowering, node: SyntaxNode): SyntaxNode {
  if (isSyntaxNode(node['superClass'])) node['superClass'] = lowerNode(lowering, node['superClass']);
  const body = node['body'] as SyntaxNode;
  body['body'] = lowerMembers(lowering, node).flatMap((classMember) => {
    if (classMember['accessor'] !== true) return [classMember];
    return lowerAccessor(classMember, () => accessorOwner(node, classMember));
  });
  return node;
}

/** Of a static accessor the class itself, because subclasses inherit it and have no such private name. */
function accessorOwner(node: SyntaxNode, { key, static: isStatic }: SyntaxNode): acorn.Expression {
  const { id } = node;
  return isStatic === true && isSyntaxNode(id)
    ? identifier(key as SyntaxNode, id['name'] as string)
    : thisExpression(key as SyntaxNode);
}

/** The members that exist, lowered, and parameter properties before them. */
export function lowerMembers(lowering: Lowering, node: SyntaxNode): SyntaxNode[] {
  const members = (node['body'] as SyntaxNode)['body'] as SyntaxNode[];
  const properties: SyntaxNode[] = [];
  const result: SyntaxNode[] = [];
  for (const classMember of members) {
    if (!isImplemented(classMember)) continue;
    if (classMember['kind'] === 'constructor') {
      properties.push(...lowerParameterProperties(classMember['value'] as SyntaxNode));
    }
    result.push(lowerMember(lowering, classMember));
  }
  return [...properties, ...result];
}

function isImplemented(node: SyntaxNode): boolean {
  if (node['declare'] === true || node['abstract'] === true) return false;
  if (node.type === 'MethodDefinition') return (node['value'] as SyntaxNode).type === 'FunctionExpression';
  return node.type === 'PropertyDefinition' || node.type === 'StaticBlock';
}

function lowerMember(lowering: Lowering, node: SyntaxNode): SyntaxNode {
  if (node.type === 'StaticBlock') return lowerNode(lowering, node);
  startAtKeyword(lowering, node);
  if (node.type !== 'PropertyDefinition') return lowerNode(lowering, node);
  const { value, key } = node;
  if (isSyntaxNode(value) && value.type === 'ClassExpression' && !node['computed'] && isSyntaxNode(key)) {
    value['givenName'] ??= key['name'] ?? String(key['value']);
  }
  return lowerChildren(lowering, node);
}

/** `constructor(private x) {}`: the field x, and `this.x = x` at the start of the body or after `super(…)`. */
function lowerParameterProperties(constructor: SyntaxNode): SyntaxNode[] {
  const fields: SyntaxNode[] = [];
  const assignments: acorn.Statement[] = [];
  for (const parameter of constructor['params'] as SyntaxNode[]) {
    if (parameter.type !== 'TSParameterProperty') continue;
    const inner = parameter['parameter'] as SyntaxNode;
    const target = inner.type === 'AssignmentPattern' ? inner['left'] : inner;
    const { name, start } = target as Place & { name: string };
    const place = { start, end: start + name.length };
    const left = member(place, thisExpression(place), name);
    assignments.push(expressionStatement(place, assignment(place, left, identifier(place, name))));
    fields.push(field(place, identifier(place, name), undefined, { static: false }) as unknown as SyntaxNode);
  }
  if (assignments.length > 0) {
    insertAfterSuper(constructor['body'] as SyntaxNode, assignments as unknown as SyntaxNode[]);
  }
  return fields;
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

/** `accessor x = 1`: a private field with getter and setter around it, or what decorators made of these. */
export function lowerAccessor(
  node: SyntaxNode,
  owner: () => acorn.Expression,
  bodies: { readonly get?: acorn.BlockStatement; readonly set?: acorn.BlockStatement } = {},
): SyntaxNode[] {
  const key = node['key'] as acorn.Expression | acorn.PrivateIdentifier;
  const name = storageName(node);
  const stored = () => privateMember(key, owner(), name);
  const getBody = bodies.get ?? block(key, [returnStatement(key, stored())]);
  const setBody =
    bodies.set ?? block(key, [expressionStatement(key, assignment(key, stored(), identifier(key, 'value')))]);
  const options = { static: node['static'] === true, computed: node['computed'] === true };
  const value = isSyntaxNode(node['value']) ? (node['value'] as unknown as acorn.Expression) : undefined;
  const storage: acorn.PrivateIdentifier = { type: 'PrivateIdentifier', start: key.start, end: key.end, name };
  const setterKey = (node['setterKey'] as acorn.Expression | undefined) ?? { ...key };
  const setter = functionExpression(node, [identifier(key, 'value')], setBody);
  const parts: acorn.Node[] = [
    field(node, storage, value, { static: options.static }),
    methodDefinition(node, 'get', key, functionExpression(node, [], getBody), options),
    methodDefinition(node, 'set', setterKey, setter, options),
  ];
  return parts as unknown as SyntaxNode[];
}

export function storageName(node: SyntaxNode): string {
  const key = node['key'] as SyntaxNode;
  if (node['computed']) return `_${key.start}_accessor_storage`;
  return `${String(key['name'] ?? key['value'])}_accessor_storage`;
}
