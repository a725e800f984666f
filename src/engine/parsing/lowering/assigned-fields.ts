/**
 * Fields as TypeScript had them before ECMAScript (`useDefineForClassFields: false`): the constructor assigns them, static ones
 * a static block does, and those without a value are none. TypeScript: src/compiler/transformers/classFields.ts.
 */
import type * as acorn from 'acorn';
import { insertInConstructor } from './constructors.ts';
import { hoistedVariable, type Lowering } from './lowering.ts';
import {
  assignment,
  element,
  expressionStatement,
  identifier,
  isSyntaxNode,
  literal,
  member,
  type Place,
  privateMember,
  sequence,
  staticBlock,
  type SyntaxNode,
  thisExpression,
} from './syntax.ts';

/** `parameters`: the assignments of parameter properties, which come before those of fields. */
export function assignFields(
  lowering: Lowering,
  node: SyntaxNode,
  members: readonly SyntaxNode[],
  parameters: readonly SyntaxNode[],
): SyntaxNode[] {
  const result: SyntaxNode[] = [];
  const assignments: SyntaxNode[] = [...parameters];
  /** Computed keys of fields, evaluated with the next one that stays in the class. */
  let pending: acorn.Expression[] = [];
  const isHoisting = members.some(
    (one) => isField(one) && !one['static'] && !isPrivate(one) && isSyntaxNode(one['value']),
  );
  for (const one of members) {
    if (!isField(one)) {
      if (one['computed'] === true && pending.length > 0) {
        const key = one['key'] as SyntaxNode & acorn.Expression;
        one['key'] = sequence(key, [...pending, key]);
        pending = [];
      }
      result.push(one);
      continue;
    }
    const { value } = one;
    if (isPrivate(one)) {
      // In the order of the text, if the others are assigned.
      if (isHoisting && !one['static'] && isSyntaxNode(value)) {
        assignments.push(assign(one, privateMember(keyPlace(one), thisExpression(one), nameOf(one))));
        one['value'] = null;
      }
      result.push(one);
      continue;
    }
    const target = fieldTarget(lowering, one, pending);
    if (!isSyntaxNode(value)) continue;
    const statement = assign(one, target);
    if (one['static'])
      result.push(staticBlock(one, [statement as unknown as acorn.Statement]) as unknown as SyntaxNode);
    else assignments.push(statement);
  }
  if (pending.length > 0) {
    const keys = expressionStatement(keyPlace(node), sequence(keyPlace(node), pending));
    result.unshift(staticBlock(keyPlace(node), [keys]) as unknown as SyntaxNode);
  }
  if (assignments.length > 0) insertInConstructor(node, result, assignments);
  return result;
}

function isField({ type }: SyntaxNode): boolean {
  return type === 'PropertyDefinition';
}

function isPrivate(node: SyntaxNode): boolean {
  return (node['key'] as SyntaxNode).type === 'PrivateIdentifier';
}

function nameOf(node: SyntaxNode): string {
  return (node['key'] as SyntaxNode)['name'] as string;
}

function keyPlace(node: SyntaxNode): Place {
  return isSyntaxNode(node['key']) ? node['key'] : { start: node.start, end: node.start + 'class'.length };
}

/** `this.key`; a computed key is evaluated once, with the class. */
function fieldTarget(lowering: Lowering, node: SyntaxNode, pending: acorn.Expression[]): acorn.MemberExpression {
  const place = keyPlace(node);
  const key = node['key'] as SyntaxNode & acorn.Expression;
  const self = thisExpression(place);
  if (key.type === 'Literal') return element(place, self, literal(place, key.value as string | number));
  if (node['computed'] !== true) return member(place, self, nameOf(node));
  if (!isSyntaxNode(node['value'])) {
    pending.push(key);
    return element(place, self, key);
  }
  const name = hoistedVariable(lowering, place, `.${place.start}.field`);
  pending.push(assignment(place, identifier(place, name), key));
  return element(place, self, identifier(place, name));
}

function assign(node: SyntaxNode, target: acorn.MemberExpression): SyntaxNode {
  const value = node['value'] as SyntaxNode & acorn.Expression;
  const place: Place = { start: keyPlace(node).start, end: value.end };
  return expressionStatement(place, assignment(place, target, value)) as unknown as SyntaxNode;
}
