/**
 * Finds the references to names of one list of statements, in plain ECMAScript: what inner scopes declare under the same
 * name is something else. Scope analysis proper comes later, when the tree is complete; this serves the parts of lowering
 * that turn on what a name means: elided imports, exported variables of namespaces, constant enums.
 */
import type * as acorn from 'acorn';
import { childFields } from '../walk.ts';
import { isSyntaxNode, type SyntaxNode } from './syntax.ts';

export interface Reference {
  readonly identifier: acorn.Identifier;
  /** The nodes around, the direct parent last. */
  readonly parents: readonly SyntaxNode[];
  /** Puts another node where the identifier stands, or where the parent stands. */
  replace(node: acorn.Node): void;
  replaceParent(node: acorn.Node): void;
}

type Names = ReadonlySet<string>;

/** `names` are declared by the statements themselves, or around them. */
export function visitReferences(
  statements: readonly SyntaxNode[],
  names: Names,
  visit: (reference: Reference) => void,
): void {
  if (names.size === 0) return;
  const parents: SyntaxNode[] = [];
  const slots: ((node: acorn.Node) => void)[] = [];
  for (const statement of statements) visitNode(statement, names, () => undefined);

  function visitNode(node: SyntaxNode, outer: Names, slot: (node: acorn.Node) => void): void {
    if (node.type === 'Identifier') {
      if (!outer.has(node['name'] as string)) return;
      const parentSlot = slots.at(-1);
      visit({
        identifier: node as unknown as acorn.Identifier,
        parents,
        replace: slot,
        replaceParent: (replacement) => parentSlot?.(replacement),
      });
      return;
    }
    const inner = without(outer, declaredBy(node));
    if (inner.size === 0) return;
    parents.push(node);
    slots.push(slot);
    for (const field of (childFields as Readonly<Record<string, readonly string[]>>)[node.type] ?? []) {
      if (!holdsReference(node, field)) continue;
      const value = node[field];
      if (Array.isArray(value)) {
        value.forEach((child: unknown, index) => {
          if (isSyntaxNode(child)) {
            visitNode(child, inner, (replacement) => {
              value[index] = replacement;
            });
          }
        });
      } else if (isSyntaxNode(value)) {
        visitNode(value, inner, (replacement) => {
          node[field] = replacement;
          if (node.type === 'Property') node['shorthand'] = false;
        });
      }
    }
    parents.pop();
    slots.pop();
  }
}

/** Names of members, labels and of what is declared are no references. */
function holdsReference(node: SyntaxNode, field: string): boolean {
  switch (node.type) {
    case 'MemberExpression':
      return field === 'object' || node['computed'] === true;
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return field === 'value' || node['computed'] === true;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ClassDeclaration':
    case 'ClassExpression':
      return field !== 'id';
    case 'LabeledStatement':
      return field !== 'label';
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'MetaProperty':
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
      return false;
    case 'ExportNamedDeclaration':
      return !isSyntaxNode(node['source']) || field === 'declaration';
    case 'ExportSpecifier':
      return field === 'local';
    default:
      return true;
  }
}

function without(names: Names, declared: Names): Names {
  if (declared.size === 0) return names;
  const left = [...names].filter((name) => !declared.has(name));
  return left.length === names.size ? names : new Set(left);
}

const nothing: Names = new Set();

/** What the scopes that a node opens declare. */
function declaredBy(node: SyntaxNode): Names {
  const names = new Set<string>();
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression': {
      if (node.type === 'FunctionExpression' && isSyntaxNode(node['id'])) names.add(node['id']['name'] as string);
      for (const parameter of node['params'] as SyntaxNode[]) namesOfPattern(parameter, names);
      varNames(node['body'], names);
      return names;
    }
    case 'ClassExpression':
      if (isSyntaxNode(node['id'])) names.add(node['id']['name'] as string);
      return names;
    case 'BlockStatement':
    case 'StaticBlock':
      lexicalNames(node['body'] as SyntaxNode[], names);
      if (node.type === 'StaticBlock') varNames(node, names);
      return names;
    case 'SwitchStatement':
      for (const clause of node['cases'] as SyntaxNode[]) lexicalNames(clause['consequent'] as SyntaxNode[], names);
      return names;
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement': {
      const head = node.type === 'ForStatement' ? node['init'] : node['left'];
      if (isSyntaxNode(head)) lexicalNames([head], names);
      return names;
    }
    case 'CatchClause':
      if (isSyntaxNode(node['param'])) namesOfPattern(node['param'], names);
      return names;
    default:
      return nothing;
  }
}

/** What let, const, class and function declarations of a list bind. */
export function lexicalNames(statements: readonly SyntaxNode[], into: Set<string>): void {
  for (const statement of statements) {
    const node = isSyntaxNode(statement['declaration']) ? statement['declaration'] : statement;
    if (node.type === 'VariableDeclaration' && node['kind'] !== 'var') declaratorNames(node, into);
    else if (/^(?:Function|Class)Declaration$/.test(node.type) && isSyntaxNode(node['id'])) {
      into.add(node['id']['name'] as string);
    }
  }
}

/** What `var` binds in a function, script or namespace. */
export function varNames(root: unknown, into: Set<string>): void {
  const stack: unknown[] = [root];
  while (stack.length > 0) {
    const node = stack.pop();
    if (Array.isArray(node)) stack.push(...(node as unknown[]));
    if (!isSyntaxNode(node) || /Function|^Class/.test(node.type)) continue;
    if (node.type === 'VariableDeclaration') {
      if (node['kind'] === 'var') declaratorNames(node, into);
      continue;
    }
    // Declarations stand in statements only.
    if (!/Statement$|^SwitchCase$|^CatchClause$|^StaticBlock$|^Export/.test(node.type)) continue;
    if (node.type === 'ExpressionStatement') continue;
    for (const field of (childFields as Readonly<Record<string, readonly string[]>>)[node.type] ?? []) {
      stack.push(node[field]);
    }
  }
}

function declaratorNames(declaration: SyntaxNode, into: Set<string>): void {
  for (const declarator of declaration['declarations'] as SyntaxNode[]) {
    namesOfPattern(declarator['id'] as SyntaxNode, into);
  }
}

export function namesOfPattern(pattern: SyntaxNode, into: Set<string>): void {
  switch (pattern.type) {
    case 'Identifier':
      into.add(pattern['name'] as string);
      return;
    case 'AssignmentPattern':
      return namesOfPattern(pattern['left'] as SyntaxNode, into);
    case 'RestElement':
      return namesOfPattern(pattern['argument'] as SyntaxNode, into);
    case 'ArrayPattern':
      for (const child of pattern['elements'] as unknown[]) if (isSyntaxNode(child)) namesOfPattern(child, into);
      return;
    case 'ObjectPattern':
      for (const property of pattern['properties'] as SyntaxNode[]) {
        const value = property.type === 'RestElement' ? property['argument'] : property['value'];
        namesOfPattern(value as SyntaxNode, into);
      }
      return;
    default:
      return;
  }
}
