/**
 * Classes: members that are only declared go, parameter properties become fields and assignments, `accessor` fields become
 * a private field with getter and setter. Fields are defined, unless the project has them assigned (assigned-fields.ts).
 * TypeScript: visitClassDeclaration in src/compiler/transformers/ts.ts, classFields.ts.
 */
import type * as acorn from 'acorn';
import { skipTrivia } from '../source-tokens.ts';
import { assignFields } from './assigned-fields.ts';
import { insertAfterSuper, parameterProperties } from './constructors.ts';
import { isDecorated, lowerDecoratedClass } from './decorators.ts';
import { keepAccessorKeys, lowerLegacyClass, withoutDecorators } from './legacy-decorators.ts';
import { type Lowering, lowerChildren, lowerNode } from './lowering.ts';
import {
  assignment,
  block,
  expressionStatement,
  field,
  functionExpression,
  identifier,
  isSyntaxNode,
  methodDefinition,
  privateMember,
  returnStatement,
  type SyntaxNode,
  thisExpression,
  variable,
} from './syntax.ts';

export function lowerClassExpression(lowering: Lowering, node: SyntaxNode): SyntaxNode {
  startAtKeyword(lowering, node);
  if (lowering.options.experimentalDecorators) {
    // Such decorators are for declarations; TypeScript reports others, and leaves them out.
    withoutDecorators(node);
    keepAccessorKeys(lowering, node);
    return lowerPlainClass(lowering, node);
  }
  if (isDecorated(node)) return lowerDecoratedClass(lowering, node) as unknown as SyntaxNode;
  return lowerPlainClass(lowering, node);
}

/** The class and what follows it. A decorated class is a variable, as TypeScript has it. */
export function lowerClassDeclaration(lowering: Lowering, node: SyntaxNode): SyntaxNode[] {
  startAtKeyword(lowering, node);
  if (lowering.options.experimentalDecorators) return lowerLegacyClass(lowering, node);
  if (!isDecorated(node)) return [lowerPlainClass(lowering, node)];
  const value = lowerDecoratedClass(lowering, node);
  const id = isSyntaxNode(node['id']) ? (node['id'] as unknown as acorn.Identifier) : identifier(node, '.class');
  const declaration = variable(node, 'let', identifier(id, id.name), value) as unknown as SyntaxNode;
  declaration['decoratedClass'] = id;
  return [declaration];
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

/** `change`: what else happens to the members, before accessors are made. */
export function lowerPlainClass(
  lowering: Lowering,
  node: SyntaxNode,
  change: (members: SyntaxNode[]) => SyntaxNode[] = (members) => members,
): SyntaxNode {
  if (isSyntaxNode(node['superClass'])) node['superClass'] = lowerNode(lowering, node['superClass']);
  const body = node['body'] as SyntaxNode;
  const { members, parameters } = lowerMembers(lowering, node);
  const result = change(members).flatMap((classMember) => {
    if (classMember['accessor'] !== true) return [classMember];
    return lowerAccessor(classMember, () => accessorOwner(node, classMember));
  });
  body['body'] = isAssigning(lowering) ? assignFields(lowering, node, result, parameters) : result;
  return node;
}

/** Fields are assigned, not defined. */
export function isAssigning({ options }: Lowering): boolean {
  return options.useDefineForClassFields === false;
}

/** Of a static accessor the class itself, because subclasses inherit it and have no such private name. */
function accessorOwner(node: SyntaxNode, { key, static: isStatic }: SyntaxNode): acorn.Expression {
  const { id } = node;
  return isStatic === true && isSyntaxNode(id)
    ? identifier(key as SyntaxNode, id['name'] as string)
    : thisExpression(key as SyntaxNode);
}

/** The members that exist, lowered, and parameter properties: fields before them, or if fields are assigned only assignments. */
export function lowerMembers(
  lowering: Lowering,
  node: SyntaxNode,
): { readonly members: SyntaxNode[]; readonly parameters: SyntaxNode[] } {
  const fields: SyntaxNode[] = [];
  const parameters: SyntaxNode[] = [];
  const members: SyntaxNode[] = [];
  for (const classMember of (node['body'] as SyntaxNode)['body'] as SyntaxNode[]) {
    if (!isImplemented(classMember)) continue;
    if (classMember['kind'] === 'constructor') {
      const constructor = classMember['value'] as SyntaxNode;
      const properties = parameterProperties(constructor);
      if (isAssigning(lowering)) parameters.push(...properties.assignments);
      else if (properties.assignments.length > 0) {
        fields.push(...properties.fields);
        insertAfterSuper(constructor['body'] as SyntaxNode, properties.assignments);
      }
    }
    members.push(lowerMember(lowering, classMember));
  }
  return { members: [...fields, ...members], parameters };
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
    // An assignment names no class, but decorators have seen its name already.
    const isNamed = !isAssigning(lowering) || (!lowering.options.experimentalDecorators && isDecorated(value));
    if (isNamed) value['givenName'] ??= key['name'] ?? String(key['value']);
  }
  return lowerChildren(lowering, node);
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
