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
  const isHoisting = members.some(
    (one) => isField(one) && !one['static'] && !isPrivate(one) && isSyntaxNode(one['value']),
  );
  for (const one of members) {
    if (!isField(one)) {
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
    // A computed key is evaluated once, with the class.
    const isKept = one['computed'] === true && (one['key'] as SyntaxNode).type !== 'Literal';
    if (isKept && !isSyntaxNode(value)) result.push({ ...one, isKeyOnly: true });
    if (!isSyntaxNode(value)) continue;
    const statement = assign(one, isKept ? keptTarget(lowering, one, result) : namedTarget(one));
    if (one['static'])
      result.push(staticBlock(one, [statement as unknown as acorn.Statement]) as unknown as SyntaxNode);
    else assignments.push(statement);
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

function namedTarget(node: SyntaxNode): acorn.MemberExpression {
  const place = keyPlace(node);
  const key = node['key'] as SyntaxNode & acorn.Expression;
  const self = thisExpression(place);
  if (key.type === 'Literal') return element(place, self, literal(place, key.value as string | number));
  return member(place, self, nameOf(node));
}

/** `this[key]`, where a variable has the key: a member that is nothing but its key gives it its value. */
function keptTarget(lowering: Lowering, node: SyntaxNode, members: SyntaxNode[]): acorn.MemberExpression {
  const place = keyPlace(node);
  const name = hoistedVariable(lowering, place, `.${place.start}.field`);
  const key = assignment(place, identifier(place, name), node['key'] as SyntaxNode & acorn.Expression);
  members.push({ ...node, key, value: null, isKeyOnly: true });
  return element(place, thisExpression(place), identifier(place, name));
}

function assign(node: SyntaxNode, target: acorn.MemberExpression): SyntaxNode {
  const value = node['value'] as SyntaxNode & acorn.Expression;
  const place: Place = { start: keyPlace(node).start, end: value.end };
  return expressionStatement(place, assignment(place, target, value)) as unknown as SyntaxNode;
}
