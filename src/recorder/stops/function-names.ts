/**
 * Names of functions with what they belong to, from the text: `Shape.area` for a method of a class or an object, and for what
 * is assigned to `Shape.area` or `Shape.prototype.area`. V8 infers such names too: FuncNameInferrer.
 */
import { type AnyNode, walk } from '../../engine/index.ts';

/** By the nodes of the functions. */
export function namesOfFunctions(root: AnyNode): ReadonlyMap<unknown, string> {
  const names = new Map<unknown, string>();
  walk(root, (node) => {
    switch (node.type) {
      case 'ClassDeclaration':
      case 'ClassExpression':
        if (node.id) names.set(node, node.id.name);
        addMembers(names, node, node.body.body);
        break;
      case 'ObjectExpression':
        addMembers(names, node, node.properties);
        break;
      case 'VariableDeclarator':
        if (node.id.type === 'Identifier' && node.init) names.set(node.init, node.id.name);
        break;
      case 'AssignmentExpression': {
        const name = pathOf(node.left as AnyNode);
        if (name !== undefined) names.set(node.right, name.replace('.prototype.', '.').replace(/\.prototype$/, ''));
        break;
      }
    }
    return undefined;
  });
  return names;
}

function addMembers(names: Map<unknown, string>, owner: unknown, members: readonly AnyNode[]): void {
  const of = names.get(owner);
  if (of === undefined) return;
  for (const member of members) {
    if (member.type !== 'MethodDefinition' && member.type !== 'Property' && member.type !== 'PropertyDefinition')
      continue;
    const { key, computed, value } = member;
    if (computed || !value) continue;
    if (key.type === 'Identifier') names.set(value, `${of}.${key.name}`);
    else if (key.type === 'PrivateIdentifier') names.set(value, `${of}.#${key.name}`);
  }
}

/** `a.b.c`. */
function pathOf(node: AnyNode): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return undefined;
  const object = pathOf(node.object as AnyNode);
  return object === undefined ? undefined : `${object}.${node.property.name}`;
}
