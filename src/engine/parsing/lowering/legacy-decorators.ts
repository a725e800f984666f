/**
 * Decorators as TypeScript had them before ECMAScript (`experimentalDecorators`): they are applied by statements after the
 * class, which is a variable if its decorators may replace it. TypeScript: src/compiler/transformers/legacyDecorators.ts,
 * __decorate, __param and __metadata in src/compiler/factory/emitHelpers.ts (execution/decorator-functions.ts).
 */
import type * as acorn from 'acorn';
import { lowerPlainClass } from './classes.ts';
import { hasDecorators, isDecorated } from './decorators.ts';
import { hoistedVariable, type Lowering, lowerExpression, lowerNode } from './lowering.ts';
import { visitReferences } from './references.ts';
import { isNamedKey } from './decorated-members.ts';
import {
  array,
  assignment,
  expressionStatement,
  identifier,
  isSyntaxNode,
  literal,
  member,
  type Place,
  runtimeCall,
  staticBlock,
  type SyntaxNode,
  thisExpression,
  undefinedValue,
  variable,
} from './syntax.ts';
import { classMetadata, memberMetadata } from './type-metadata.ts';

/** A declaration and the statements that decorate it. */
export function lowerLegacyClass(lowering: Lowering, node: SyntaxNode): SyntaxNode[] {
  const members = (node['body'] as SyntaxNode)['body'] as SyntaxNode[];
  const constructor = members.find((one) => one['kind'] === 'constructor' && hasBody(one));
  const ofParameters = parameterDecorators(lowering, constructor);
  const isClassDecorated = hasDecorators(node) || ofParameters.length > 0;
  if (!isClassDecorated && !isDecorated(node) && !members.some(hasDecoratedParameter)) {
    return [lowerPlainClass(lowering, node)];
  }
  const place: Place = isSyntaxNode(node['id']) ? node['id'] : { start: node.start, end: node.start + 'class'.length };
  const name = isSyntaxNode(node['id']) ? (node['id']['name'] as string) : '.default';
  const isPrivate = members.some((one) => decoratorsOf(one).some(namesPrivate));
  keepAccessorKeys(lowering, node);
  const applications = [false, true].flatMap((isStatic) =>
    members
      .filter((one) => (one['static'] === true) === isStatic)
      .flatMap((one) =>
        decorateMember(lowering, one, members, () => {
          const self = isPrivate ? thisExpression(place) : identifier(place, name);
          return isStatic ? self : member(place, self, 'prototype');
        }),
      ),
  );
  const ofClass = decorators(lowering, node, ofParameters, () => classMetadata(lowering, node, constructor));
  const alias = `.${node.start}.self`;
  let isAliased = false;
  const lowered = lowerPlainClass(lowering, node, (own) => {
    const all = isPrivate ? [...own, plainNode(staticBlock(place, applications))] : own;
    if (!isClassDecorated) return all;
    visitReferences(all, new Set([name]), (reference) => {
      isAliased = true;
      reference.replace(identifier(reference.identifier, alias));
    });
    if (!isAliased) return all;
    const keep = expressionStatement(place, assignment(place, identifier(place, alias), thisExpression(place)));
    return [plainNode(staticBlock(place, [keep])), ...all];
  });
  const after = isPrivate ? [] : applications.map(plainNode);
  if (!isClassDecorated && isSyntaxNode(node['id'])) return [lowered, ...after];
  // What decorators make of the class is the value of its name, inside too.
  if (!isSyntaxNode(node['id'])) lowered['givenName'] = 'default_1';
  lowered.type = 'ClassExpression';
  const declaration = variable(node, 'let', identifier(place, name), lowered as unknown as acorn.Expression);
  const result = plainNode(declaration);
  result['decoratedClass'] = identifier(place, name);
  if (isClassDecorated) {
    const value = runtimeCall(place, 'LegacyDecorateClass', [ofClass, identifier(place, name)]);
    const kept = isAliased
      ? assignment(place, identifier(place, hoistedVariable(lowering, place, alias)), value)
      : value;
    after.push(plainNode(expressionStatement(place, assignment(place, identifier(place, name), kept))));
  }
  return [result, ...after];
}

export function withoutDecorators(node: SyntaxNode): void {
  for (const one of [node, ...((node['body'] as SyntaxNode)['body'] as SyntaxNode[])]) one['decorators'] = undefined;
}

/** Getter and setter of an accessor with a computed key share it. */
export function keepAccessorKeys(lowering: Lowering, node: SyntaxNode): void {
  for (const one of (node['body'] as SyntaxNode)['body'] as SyntaxNode[]) {
    if (one['accessor'] === true && !isNamedKey(one)) one['setterKey'] = keptKey(lowering, one);
  }
}

function plainNode(node: acorn.Node): SyntaxNode {
  return node as SyntaxNode;
}

function hasBody(node: SyntaxNode): boolean {
  return isSyntaxNode(node['value']) && node['value'].type === 'FunctionExpression';
}

function parametersOf(node: SyntaxNode | undefined): readonly SyntaxNode[] {
  if (node?.type !== 'MethodDefinition' || !hasBody(node)) return [];
  return (node['value'] as SyntaxNode)['params'] as SyntaxNode[];
}

/** Those of a member and of its parameters. */
function decoratorsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return [node, ...parametersOf(node)].flatMap(ownDecorators);
}

function ownDecorators(node: SyntaxNode): readonly SyntaxNode[] {
  const inner = node.type === 'TSParameterProperty' ? (node['parameter'] as SyntaxNode) : node;
  return (inner['decorators'] ?? node['decorators'] ?? []) as readonly SyntaxNode[];
}

function hasDecoratedParameter(node: SyntaxNode): boolean {
  return parametersOf(node).some((parameter) => ownDecorators(parameter).length > 0);
}

/** Then it can be evaluated inside the class only. */
function namesPrivate(decorator: SyntaxNode): boolean {
  const stack: unknown[] = [decorator['expression']];
  while (stack.length > 0) {
    const node = stack.pop();
    if (Array.isArray(node)) stack.push(...(node as unknown[]));
    if (!isSyntaxNode(node) || node.type.startsWith('Class')) continue;
    if (node.type === 'PrivateIdentifier') return true;
    for (const [field, value] of Object.entries(node)) {
      if (field !== 'loc' && typeof value === 'object') stack.push(value);
    }
  }
  return false;
}

/** `%LegacyDecorateMember([decorators], C.prototype, key, descriptor)`; null: the one that the class has. */
function decorateMember(
  lowering: Lowering,
  node: SyntaxNode,
  members: readonly SyntaxNode[],
  target: () => acorn.Expression,
): acorn.Statement[] {
  const isField = node.type === 'PropertyDefinition';
  if (!isField && (node.type !== 'MethodDefinition' || !hasBody(node))) return [];
  const key = node['key'] as SyntaxNode;
  if (node['kind'] === 'constructor' || key.type === 'PrivateIdentifier') return [];
  const { getter, setter } = accessors(node, members);
  const isAccessor = getter !== undefined || setter !== undefined;
  if (isAccessor && node !== [getter, setter].filter(isSyntaxNode).toSorted(byPlace).find(hasDecorators)) return [];
  const ofParameters = parameterDecorators(lowering, isAccessor ? setter : node);
  if (!hasDecorators(node) && ofParameters.length === 0) return [];
  const place: Place = { start: key.start, end: key.end };
  const metadata = () => memberMetadata(lowering, node, { getter, setter });
  const call = runtimeCall(place, 'LegacyDecorateMember', [
    decorators(lowering, node, ofParameters, metadata),
    target(),
    decoratedKey(lowering, node),
    isField && node['accessor'] !== true ? undefinedValue(place) : literal(place, null),
  ]);
  return [expressionStatement(place, call)];
}

/** A getter and a setter of one name are decorated together. */
function accessors(
  node: SyntaxNode,
  members: readonly SyntaxNode[],
): { readonly getter: SyntaxNode | undefined; readonly setter: SyntaxNode | undefined } {
  if (node['kind'] !== 'get' && node['kind'] !== 'set') return { getter: undefined, setter: undefined };
  const find = (kind: string): SyntaxNode | undefined =>
    node['kind'] === kind ? node : members.find((one) => one['kind'] === kind && hasBody(one) && isSameKey(one, node));
  return { getter: find('get'), setter: find('set') };
}

function byPlace(a: SyntaxNode, b: SyntaxNode): number {
  return a.start - b.start;
}

function isSameKey(a: SyntaxNode, b: SyntaxNode): boolean {
  if ((a['static'] === true) !== (b['static'] === true) || !isNamedKey(a) || !isNamedKey(b)) return false;
  const [one, other] = [a['key'], b['key']] as [SyntaxNode, SyntaxNode];
  return String(one['name'] ?? one['value']) === String(other['name'] ?? other['value']);
}

function decoratedKey(lowering: Lowering, node: SyntaxNode): acorn.Expression {
  const key = node['key'] as SyntaxNode;
  if (key.type === 'Literal') return literal(key, key['value'] as string | number);
  if (node['computed'] !== true) return literal(key, key['name'] as string);
  // What is only declared has no place in the class where its key could be kept.
  if (node['declare'] === true || node['abstract'] === true) return lowerExpression(lowering, key);
  return isSyntaxNode(node['setterKey'])
    ? identifier(key, node['setterKey']['name'] as string)
    : keptKey(lowering, node);
}

/** A variable that has the value of a computed key once the class was evaluated. */
function keptKey(lowering: Lowering, node: SyntaxNode): acorn.Identifier {
  const key = node['key'] as SyntaxNode & acorn.Expression;
  const name = hoistedVariable(lowering, key, `.${key.start}.key`);
  node['key'] = assignment(key, identifier(key, name), key);
  return identifier(key, name);
}

/** In the order in which they are evaluated; they are applied from the last to the first. */
function decorators(
  lowering: Lowering,
  node: SyntaxNode,
  ofParameters: readonly acorn.Expression[],
  metadata: () => acorn.Expression[],
): acorn.Expression {
  const own = ownDecorators(node).map(({ expression }) => lowerExpression(lowering, expression));
  const types = lowering.options.emitDecoratorMetadata ? metadata() : [];
  return array(ownDecorators(node)[0] ?? node, [...own, ...ofParameters, ...types]);
}

function parameterDecorators(lowering: Lowering, node: SyntaxNode | undefined): acorn.Expression[] {
  const parameters = parametersOf(node).filter(({ type, name }) => type !== 'Identifier' || name !== 'this');
  return parameters.flatMap((parameter, index) =>
    ownDecorators(parameter).map((decorator) =>
      runtimeCall(decorator, 'LegacyParameter', [
        literal(decorator, index),
        lowerNode(lowering, decorator['expression'] as SyntaxNode) as unknown as acorn.Expression,
      ]),
    ),
  );
}
