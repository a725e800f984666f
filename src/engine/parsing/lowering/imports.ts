/**
 * Imports and exports: those of types go. An import that no code uses goes too, as in TypeScript without
 * `verbatimModuleSyntax`: it may name a type. TypeScript: visitImportDeclaration in src/compiler/transformers/ts.ts.
 */
import type * as acorn from 'acorn';
import { skipTrivia } from '../source-tokens.ts';
import type { Lowering } from './lowering.ts';
import { lexicalNames, type Reference, varNames, visitReferences } from './references.ts';
import { plain, type StatementList } from './statements.ts';
import {
  assignment,
  call,
  element,
  expressionStatement,
  identifier,
  isSyntaxNode,
  literal,
  member,
  type SyntaxNode,
  variable,
} from './syntax.ts';
import { exportOf } from './enums.ts';

export function lowerImport({ source }: Lowering, node: SyntaxNode): SyntaxNode[] {
  if (node['importKind'] === 'type') return [];
  const specifiers = node['specifiers'] as SyntaxNode[];
  // `import {} from 'x'` imports nothing; `import 'x'` runs x.
  if (specifiers.length === 0 && source[skipTrivia(source, node.start + 'import'.length)] === '{') return [];
  const values = specifiers.filter(({ importKind }) => importKind !== 'type');
  if (values.length === 0 && specifiers.length > 0) return [];
  node['specifiers'] = values;
  return [node];
}

/** `export { a, type B }`. */
export function lowerExportedNames(node: SyntaxNode): SyntaxNode[] {
  const specifiers = node['specifiers'] as SyntaxNode[];
  const values = specifiers.filter(({ exportKind }) => exportKind !== 'type');
  if (values.length === 0 && (specifiers.length > 0 || isSyntaxNode(node['source']))) return [];
  node['specifiers'] = values;
  return [node];
}

/** `import x = require('y')` and `import x = N.y`. */
export function lowerImportEquals(node: SyntaxNode, list: StatementList): SyntaxNode[] {
  if (node['importKind'] === 'type') return [];
  const { name } = node['id'] as { name: string };
  const reference = node['moduleReference'] as SyntaxNode;
  const isExternal = reference.type === 'TSExternalModuleReference';
  const value = isExternal
    ? call(reference, identifier(reference, 'require'), [reference['expression'] as acorn.Literal])
    : entityName(reference);
  const isExported = node['isExport'] === true;
  if (isExported && list.namespaceName !== undefined) {
    const target = member(node, identifier(node, list.namespaceName), name);
    const [statement] = plain([expressionStatement(node, assignment(node, target, value))]);
    return statement === undefined ? [] : [{ ...statement, exportedMember: name }];
  }
  const declaration = variable(node, isExternal ? 'const' : 'var', identifier(node['id'] as SyntaxNode, name), value);
  if (isExported) return plain([exportOf(declaration)]);
  const statement = declaration as unknown as SyntaxNode;
  // Elided like any import that is not used.
  statement['importedName'] = name;
  return [statement];
}

function entityName(node: SyntaxNode): acorn.Expression {
  if (node.type === 'Identifier') return identifier(node, node['name'] as string);
  const { name } = node['right'] as { name: string };
  return member(node, entityName(node['left'] as SyntaxNode), name);
}

/** Takes away what no value uses: imports, aliases, and exports of what is a type only. */
export function elideImports(program: acorn.Program, typeNamesOfFile: ReadonlySet<string>): void {
  let body = program.body as unknown as SyntaxNode[];
  const values = new Set<string>();
  lexicalNames(body, values);
  varNames(body, values);
  body = body.flatMap((statement) =>
    exportedValues(statement, (name) => values.has(name) || !typeNamesOfFile.has(name)),
  );
  body = elideAliases(body);
  const used = new Set<string>();
  const exported = new Set<string>();
  const types: TypeUse[] = [];
  visitReferences(body, importedNames(body), ({ identifier: found, parents, replace }) => {
    if ('isType' in found) types.push({ name: found.name, replace });
    else (parents.at(-1)?.type === 'ExportSpecifier' ? exported : used).add(found.name);
  });
  body = passOn(body, new Set([...exported].filter((name) => !used.has(name))));
  for (const name of exported) used.add(name);
  body = importTypes(
    body,
    types.filter(({ name }) => !used.has(name)),
  );
  program.body = body.flatMap((statement) => usedImports(statement, used)) as unknown as acorn.Program['body'];
}

/**
 * `import { A } from 'x'; export { A };` where nothing else uses A becomes `export { A } from 'x';`: A may be a type, and
 * linking lets those pass (execution/modules-link.ts). Simplified: the compiler knows, and would not load x for a type.
 */
function passOn(body: SyntaxNode[], names: ReadonlySet<string>): SyntaxNode[] {
  if (names.size === 0) return body;
  const exports = body.filter(({ type, source }) => type === 'ExportNamedDeclaration' && !isSyntaxNode(source));
  return body.flatMap((statement) => {
    if (statement.type !== 'ImportDeclaration') return [statement];
    const specifiers = statement['specifiers'] as SyntaxNode[];
    const isPassedOn = ({ type, local }: SyntaxNode) =>
      type !== 'ImportNamespaceSpecifier' && names.has((local as { name: string }).name);
    const passed = specifiers.filter(isPassedOn);
    if (passed.length === 0) return [statement];
    statement['specifiers'] = specifiers.filter((specifier) => !isPassedOn(specifier));
    const moved = passed.flatMap((specifier) => takeExports(exports, specifier));
    const { start, end, source, attributes } = statement;
    const onward = {
      type: 'ExportNamedDeclaration',
      start,
      end,
      declaration: null,
      specifiers: moved,
      source,
      attributes,
    };
    return (statement['specifiers'] as SyntaxNode[]).length === 0 ? [onward] : [statement, onward];
  });
}

/** A use of an imported name for what decorators are told about types. */
interface TypeUse {
  readonly name: string;
  replace(node: acorn.Node): void;
}

/** An import that only metadata use may name a type: as a part of the whole module it is allowed not to be there. */
function importTypes(body: SyntaxNode[], uses: readonly TypeUse[]): SyntaxNode[] {
  if (uses.length === 0) return body;
  return body.flatMap((statement) => {
    if (statement.type !== 'ImportDeclaration') return [statement];
    const { start, end, source, attributes } = statement;
    const name = `.${start}.module`;
    let isUsed = false;
    for (const specifier of statement['specifiers'] as SyntaxNode[]) {
      const { name: local } = specifier['local'] as { name: string };
      for (const use of uses.filter((one) => one.name === local)) {
        isUsed = true;
        const whole = identifier(specifier, name);
        const imported = (specifier['imported'] as { name?: string; value?: string } | undefined) ?? {
          name: 'default',
        };
        const isWhole = specifier.type === 'ImportNamespaceSpecifier';
        use.replace(
          isWhole ? whole : element(specifier, whole, literal(specifier, imported.name ?? imported.value ?? '')),
        );
      }
    }
    if (!isUsed) return [statement];
    const local = identifier(statement, name);
    const specifiers = [{ type: 'ImportNamespaceSpecifier', start, end, local }];
    return [statement, { type: 'ImportDeclaration', start, end, specifiers, source, attributes }];
  });
}

/** The specifiers that export an import, taken from their declarations and made to name what is imported. */
function takeExports(exports: readonly SyntaxNode[], imported: SyntaxNode): SyntaxNode[] {
  const { name } = imported['local'] as { name: string };
  const isOfImport = ({ local }: SyntaxNode) => (local as { name: string }).name === name;
  return exports.flatMap((declaration) => {
    const specifiers = declaration['specifiers'] as SyntaxNode[];
    declaration['specifiers'] = specifiers.filter((specifier) => !isOfImport(specifier));
    return specifiers.filter(isOfImport).map((specifier) => {
      const original = imported['imported'] ?? identifier(specifier, 'default');
      return { ...specifier, local: { ...(original as SyntaxNode) } };
    });
  });
}

/** Names that a file, before it is lowered, declares as types or imports as such. */
export function typeNames(body: readonly SyntaxNode[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of body) {
    const node = isSyntaxNode(statement['declaration']) ? statement['declaration'] : statement;
    if (/^TS(?:Interface|TypeAlias|Module)Declaration$/.test(node.type))
      names.add((node['id'] as { name: string }).name);
    if (node['declare'] === true) lexicalNames([{ ...node, kind: 'let' }], names);
    if (node.type !== 'ImportDeclaration') continue;
    for (const { local, importKind } of node['specifiers'] as SyntaxNode[]) {
      if (node['importKind'] === 'type' || importKind === 'type') names.add((local as { name: string }).name);
    }
  }
  return names;
}

/** Aliases may refer to each other: an unused one takes its uses along. */
export function elideAliases(statements: SyntaxNode[]): SyntaxNode[] {
  let body = statements;
  for (;;) {
    const aliases = new Set(
      body.flatMap(({ importedName }) => (typeof importedName === 'string' ? [importedName] : [])),
    );
    if (aliases.size === 0) return body;
    visitReferences(body, aliases, (reference) => {
      if (!isOwnDeclaration(reference)) aliases.delete(reference.identifier.name);
    });
    if (aliases.size === 0) return body;
    body = body.filter(({ importedName }) => typeof importedName !== 'string' || !aliases.has(importedName));
  }
}

function isOwnDeclaration({ identifier: found, parents }: Reference): boolean {
  const parent = parents.at(-1);
  return parent?.type === 'VariableDeclarator' && parent['id'] === (found as unknown);
}

function importedNames(body: readonly SyntaxNode[]): Set<string> {
  const names = new Set<string>();
  for (const statement of body) {
    if (statement.type !== 'ImportDeclaration') continue;
    for (const { local } of statement['specifiers'] as SyntaxNode[]) names.add((local as { name: string }).name);
  }
  return names;
}

/** `export { T }` and `export default T` of an interface: there is no such value. */
function exportedValues(statement: SyntaxNode, isValue: (name: string) => boolean): SyntaxNode[] {
  const isKept = (node: unknown): boolean =>
    !isSyntaxNode(node) || node.type !== 'Identifier' || isValue(node['name'] as string);
  if (statement.type === 'ExportDefaultDeclaration') return isKept(statement['declaration']) ? [statement] : [];
  if (statement.type !== 'ExportNamedDeclaration' || isSyntaxNode(statement['source'])) return [statement];
  const specifiers = statement['specifiers'] as SyntaxNode[];
  statement['specifiers'] = specifiers.filter(({ local }) => isKept(local));
  return [statement];
}

function usedImports(statement: SyntaxNode, used: ReadonlySet<string>): SyntaxNode[] {
  if (statement.type !== 'ImportDeclaration') return [statement];
  const specifiers = statement['specifiers'] as SyntaxNode[];
  if (specifiers.length === 0) return [statement];
  const kept = specifiers.filter(({ local }) => {
    const { name } = local as { name: string };
    return used.has(name) || name.startsWith('.');
  });
  if (kept.length === 0) return [];
  statement['specifiers'] = kept;
  return [statement];
}
