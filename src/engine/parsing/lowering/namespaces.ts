/**
 * Namespaces: `var N; (function (N) { … })(N || (N = {}));`, as TypeScript writes them. What one exports is a property of
 * the object N, and so are the uses of exported variables. TypeScript: visitModuleDeclaration in src/compiler/transformers/ts.ts.
 */
import type * as acorn from 'acorn';
import { declareContainer } from './enums.ts';
import { elideAliases } from './imports.ts';
import type { Lowering } from './lowering.ts';
import { lexicalNames, namesOfPattern, type Reference, varNames, visitReferences } from './references.ts';
import { lowerStatements, type Namespaces, plain, type StatementList } from './statements.ts';
import {
  assignment,
  block,
  expressionStatement,
  functionExpression,
  identifier,
  isSyntaxNode,
  member,
  type SyntaxNode,
  sequence,
} from './syntax.ts';

type Known = NonNullable<ReturnType<Namespaces['get']>>;

export function lowerNamespace(
  lowering: Lowering,
  node: SyntaxNode,
  list: StatementList,
  isExported: boolean,
): SyntaxNode[] {
  if (node['declare'] || node['global'] || !isInstantiated(node)) return [];
  const { name } = node['id'] as { name: string };
  const inner = node['body'] as SyntaxNode;
  // `namespace A.B {}`: B stands in A, exported.
  const statements = inner.type === 'TSModuleDeclaration' ? [exportNode(inner)] : (inner['body'] as SyntaxNode[]);
  const known = list.namespaces.get(name) ?? { exported: new Set<string>(), inner: new Map() };
  list.namespaces.set(name, known);
  const parameter = parameterName(name, statements);
  const body = lowerNamespaceBody(lowering, statements, parameter, known);
  const closure = functionExpression(node, [identifier(node['id'] as SyntaxNode, parameter)], block(node, body));
  return declareContainer(node, list, isExported, closure);
}

function exportNode(declaration: SyntaxNode): SyntaxNode {
  const { start, end } = declaration;
  return { type: 'ExportNamedDeclaration', start, end, declaration, specifiers: [], source: null };
}

/** Something in the namespace, however deep, has its name: then the parameter needs another. */
function parameterName(name: string, statements: readonly SyntaxNode[]): string {
  const stack: unknown[] = [...statements];
  while (stack.length > 0) {
    const node = stack.pop();
    if (Array.isArray(node)) stack.push(...(node as unknown[]));
    if (!isSyntaxNode(node) || /^TS(?:Interface|TypeAlias)/.test(node.type)) continue;
    const bound = new Set<string>();
    for (const field of ['id', 'param', 'params'] as const) {
      for (const pattern of [node[field]].flat()) if (isSyntaxNode(pattern)) namesOfPattern(pattern, bound);
    }
    if (bound.has(name)) return `.${name}`;
    for (const [field, value] of Object.entries(node)) {
      if (field !== 'loc' && typeof value === 'object') stack.push(value);
    }
  }
  return name;
}

/** `known`: what the namespace exports elsewhere in the file, which code here sees too. */
function lowerNamespaceBody(
  lowering: Lowering,
  statements: readonly SyntaxNode[],
  parameter: string,
  known: Known,
): acorn.Statement[] {
  const { exported, inner } = known;
  const lowered = lowerStatements(lowering, statements, 'namespace', { parameter, inner }) as unknown as SyntaxNode[];
  const variables = new Set<string>();
  const declared = new Set<string>();
  lexicalNames(lowered, declared);
  varNames(lowered, declared);
  const body = lowered.flatMap((statement) => exportedMembers(statement, parameter, variables, exported));
  const outside = [...exported].filter((name) => !declared.has(name) || variables.has(name));
  visitReferences(body, new Set([...variables, ...outside]), (reference) => qualify(reference, parameter));
  return elideAliases(body) as unknown as acorn.Statement[];
}

/** `export` in a namespace: the value becomes a property of the namespace's object. */
function exportedMembers(
  statement: SyntaxNode,
  parameter: string,
  variables: Set<string>,
  known: Set<string>,
): SyntaxNode[] {
  const container = statement['exportedMember'];
  if (typeof container === 'string') known.add(container);
  if (statement.type !== 'ExportNamedDeclaration' || !isSyntaxNode(statement['declaration'])) return [statement];
  const { declaration } = statement;
  if (declaration.type !== 'VariableDeclaration' || declaration['decoratedClass'] !== undefined) {
    const id = (declaration['decoratedClass'] ?? declaration['id']) as acorn.Identifier;
    known.add(id.name);
    const target = member(id, identifier(id, parameter), id.name);
    return [declaration, ...plain([expressionStatement(id, assignment(id, target, identifier(id, id.name)))])];
  }
  const assignments: acorn.Expression[] = [];
  for (const { id, init, start, end } of declaration['declarations'] as SyntaxNode[]) {
    const names = new Set<string>();
    namesOfPattern(id as SyntaxNode, names);
    for (const name of names) {
      variables.add(name);
      known.add(name);
    }
    // The names in the target are qualified with all others.
    if (isSyntaxNode(init)) {
      assignments.push(assignment({ start, end }, id as acorn.Pattern, init as unknown as acorn.Expression));
    }
  }
  if (assignments.length === 0) return [];
  return plain([expressionStatement(declaration, sequence(declaration, assignments))]);
}

function qualify({ identifier: found, replace }: Reference, parameter: string): void {
  replace(member(found, identifier(found, parameter), found.name));
}

/** A namespace of types only leaves nothing. */
function isInstantiated(node: SyntaxNode): boolean {
  const body = node['body'] as SyntaxNode | undefined;
  if (body === undefined) return false;
  if (body.type === 'TSModuleDeclaration') return isInstantiated(body);
  return (body['body'] as SyntaxNode[]).some((statement) => {
    const inner = isSyntaxNode(statement['declaration']) ? statement['declaration'] : statement;
    if (/^TS(?:Interface|TypeAlias)Declaration$/.test(inner.type)) return false;
    if (inner.type === 'TSModuleDeclaration') return isInstantiated(inner);
    if (inner.type === 'TSEnumDeclaration' && inner['const']) return Boolean(statement['declaration']);
    if (inner.type === 'TSImportEqualsDeclaration') return inner['isExport'] === true;
    return true;
  });
}
