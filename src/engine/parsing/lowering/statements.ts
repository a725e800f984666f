/**
 * Statements: declarations of types go, those that TypeScript adds become several statements.
 * TypeScript: visitSourceFile, visitNamespaceElement, visitTypeScript in src/compiler/transformers/ts.ts.
 */
import type * as acorn from 'acorn';
import { skipTrivia } from '../source-tokens.ts';
import { lowerClassDeclaration } from './classes.ts';
import { type EnumScope, inlineConstEnums, lowerEnum, noteConstants, noteEnum } from './enums.ts';
import { lowerExportedNames, lowerImport, lowerImportEquals } from './imports.ts';
import { type Lowering, lowerExpression, lowerNode } from './lowering.ts';
import { lowerNamespace } from './namespaces.ts';
import { lexicalNames } from './references.ts';
import { typeScope } from './type-metadata.ts';
import { assignment, block, expressionStatement, identifier, isSyntaxNode, member, type SyntaxNode } from './syntax.ts';

/** Where a list of statements stands: what a declaration in it becomes depends on that. */
export type ListKind = 'program' | 'namespace' | 'block';

/** A list while it is lowered. */
export interface StatementList {
  readonly kind: ListKind;
  /** Names that a class, function, enum or namespace has declared: another of the name adds to it. */
  readonly declared: Set<string>;
  readonly enums: EnumScope;
  readonly namespaces: Namespaces;
  /** In a namespace: the parameter that holds what it exports. */
  readonly namespaceName: string | undefined;
}

/** What the namespaces of a list export so far: later ones of the same name see it. */
export type Namespaces = Map<string, { readonly exported: Set<string>; readonly inner: Namespaces }>;

/** Declarations that leave nothing. */
const typesOnly: ReadonlySet<string> = new Set([
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'TSDeclareFunction',
  'TSNamespaceExportDeclaration',
]);

export function lowerStatements(
  lowering: Lowering,
  statements: readonly SyntaxNode[],
  kind: ListKind,
  namespace?: { readonly parameter: string; readonly inner: Namespaces },
): acorn.Statement[] {
  const others = new Set<string>();
  const enums: EnumScope = { enums: new Map(), constants: new Map(), others };
  const list: StatementList = {
    kind,
    declared: new Set(),
    enums,
    namespaces: namespace?.inner ?? new Map(),
    namespaceName: namespace?.parameter,
  };
  for (const statement of statements) {
    const node = declarationOf(statement);
    if (/^(?:Function|Class)Declaration$/.test(node.type) && isSyntaxNode(node['id']) && !node['declare']) {
      list.declared.add(node['id']['name'] as string);
    }
    if (node.type === 'VariableDeclaration' && node['kind'] === 'const') noteConstants(enums, node);
    lexicalNames([node], others);
  }
  lowering.enumScopes.push(enums);
  lowering.typeScopes.push(typeScope(lowering, statements.map(declarationOf)));
  const outer = lowering.hoisted;
  lowering.hoisted = [];
  for (const statement of statements) {
    const node = declarationOf(statement);
    if (node.type === 'TSEnumDeclaration') noteEnum(lowering, enums, node, node !== statement);
  }
  // `export =` takes effect at the end.
  const ordered = statements.toSorted((a, b) => Number(isExportEquals(a)) - Number(isExportEquals(b)));
  const lowered = ordered.flatMap((statement) => lowerListed(lowering, statement, list));
  const directives = lowered.findIndex((statement) => statement['directive'] === undefined);
  lowered.splice(Math.max(directives, 0), 0, ...plain(lowering.hoisted));
  lowering.hoisted = outer;
  lowering.typeScopes.pop();
  lowering.enumScopes.pop();
  return inlineConstEnums(lowered, enums) as unknown as acorn.Statement[];
}

function isExportEquals({ type }: SyntaxNode): boolean {
  return type === 'TSExportAssignment';
}

function declarationOf(statement: SyntaxNode): SyntaxNode {
  return /^Export(?:Named|Default)Declaration$/.test(statement.type) && isSyntaxNode(statement['declaration'])
    ? statement['declaration']
    : statement;
}

/** A statement that stands alone: after `if (…)`, in a loop. */
export function lowerStatement(lowering: Lowering, node: SyntaxNode): SyntaxNode {
  const [first, ...others] = lowerStatements(lowering, [node], 'block');
  if (first === undefined) return { type: 'EmptyStatement', start: node.start, end: node.end };
  return (others.length === 0 ? first : block(node, [first, ...others])) as unknown as SyntaxNode;
}

function lowerListed(lowering: Lowering, node: SyntaxNode, list: StatementList): SyntaxNode[] {
  if (typesOnly.has(node.type) || node['declare'] === true) return [];
  switch (node.type) {
    case 'TSEnumDeclaration':
      return lowerEnum(lowering, node, list, false);
    case 'TSModuleDeclaration':
      return lowerNamespace(lowering, node, list, false);
    case 'TSImportEqualsDeclaration':
      return lowerImportEquals(node, list);
    case 'TSExportAssignment': {
      const exports = member(node, identifier(node, 'module'), 'exports');
      return plain([
        expressionStatement(node, assignment(node, exports, lowerExpression(lowering, node['expression']))),
      ]);
    }
    case 'ImportDeclaration':
      return lowerImport(lowering, node);
    case 'ExportAllDeclaration':
      return node['exportKind'] === 'type' ? [] : [node];
    case 'ExportNamedDeclaration':
      return lowerExportNamed(lowering, node, list);
    case 'ExportDefaultDeclaration':
      return lowerExportDefault(lowering, node);
    case 'ClassDeclaration':
      return lowerClassDeclaration(lowering, node);
    default:
      return [lowerNode(lowering, node)];
  }
}

function lowerExportNamed(lowering: Lowering, node: SyntaxNode, list: StatementList): SyntaxNode[] {
  if (node['exportKind'] === 'type') return [];
  const { declaration } = node;
  if (!isSyntaxNode(declaration)) return lowerExportedNames(node);
  if (typesOnly.has(declaration.type) || declaration['declare'] === true) return [];
  switch (declaration.type) {
    case 'TSEnumDeclaration':
      return lowerEnum(lowering, declaration, list, true);
    case 'TSModuleDeclaration':
      return lowerNamespace(lowering, declaration, list, true);
    case 'ClassDeclaration':
      return exportClass(node, lowerClassDeclaration(lowering, declaration), list);
    default:
      node['declaration'] = lowerNode(lowering, declaration);
      return [node];
  }
}

function lowerExportDefault(lowering: Lowering, node: SyntaxNode): SyntaxNode[] {
  const declaration = node['declaration'] as SyntaxNode;
  if (typesOnly.has(declaration.type)) return [];
  // `export default @dec class C {}` declares, unlike a class in parentheses.
  const begin = skipTrivia(lowering.source, node.start + 'export'.length) + 'default'.length;
  if (declaration.type === 'ClassExpression' && lowering.source[skipTrivia(lowering.source, begin)] === '@') {
    declaration.type = 'ClassDeclaration';
  }
  if (!declaration.type.startsWith('Class')) {
    node['declaration'] = lowerNode(lowering, declaration);
    return [node];
  }
  if (!isSyntaxNode(declaration['id'])) declaration['givenName'] = 'default';
  if (declaration.type === 'ClassExpression') {
    node['declaration'] = lowerNode(lowering, declaration);
    return [node];
  }
  const [lowered, ...others] = lowerClassDeclaration(lowering, declaration);
  node['declaration'] = lowered;
  if (lowered?.type !== 'VariableDeclaration') return [node, ...others];
  // A decorated class is a variable: `let C = …; export default C`, or without a name the value itself.
  const [declarator] = lowered['declarations'] as SyntaxNode[];
  const id = declarator?.['id'] as acorn.Identifier;
  if (isSyntaxNode(declaration['id']) || others.length > 0) {
    node['declaration'] = identifier(id, id.name);
    return [lowered, ...others, node];
  }
  node['declaration'] = declarator?.['init'];
  return [node];
}

/** In a namespace the class becomes its property when its decorators are done. */
function exportClass(
  node: SyntaxNode,
  [declaration, ...others]: readonly SyntaxNode[],
  { namespaceName }: StatementList,
): SyntaxNode[] {
  node['declaration'] = declaration;
  if (declaration === undefined || namespaceName === undefined || others.length === 0) return [node, ...others];
  const id = (declaration['decoratedClass'] ?? declaration['id']) as acorn.Identifier;
  const target = member(id, identifier(id, namespaceName), id.name);
  const statements = plain([expressionStatement(id, assignment(id, target, identifier(id, id.name)))]);
  return [declaration, ...others, ...statements.map((statement) => ({ ...statement, exportedMember: id.name }))];
}

export function plain(statements: readonly acorn.Node[]): SyntaxNode[] {
  return statements as unknown as SyntaxNode[];
}
