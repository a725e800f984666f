/**
 * Enums: `var E; (function (E) { E[E["A"] = 0] = "A"; })(E || (E = {}));`, as TypeScript writes them. Members of constant
 * enums become their values where they are used. TypeScript: visitEnumDeclaration in src/compiler/transformers/ts.ts.
 *
 * Simplified: an exported constant enum is an object too, as with `isolatedModules`, since other files may ask for it.
 */
import type * as acorn from 'acorn';
import {
  type EnumInfo,
  type EnumScope,
  type EnumValue,
  evaluateConstant,
  isSyntacticallyString,
  staticKey,
} from './enum-values.ts';
import { type Lowering, lowerExpression } from './lowering.ts';
import { visitReferences } from './references.ts';
import { plain, type StatementList } from './statements.ts';
import {
  assignment,
  block,
  impliedCall,
  element,
  expressionStatement,
  functionExpression,
  identifier,
  isSyntaxNode,
  literal,
  logicalOr,
  member,
  object,
  type Place,
  type SyntaxNode,
  undefinedValue,
  variable,
} from './syntax.ts';

export type { EnumScope } from './enum-values.ts';

/** Variables that initialisers of enums may read. */
export function noteConstants(scope: EnumScope, declaration: SyntaxNode): void {
  for (const { id, init } of declaration['declarations'] as SyntaxNode[]) {
    if (!isSyntaxNode(id) || id.type !== 'Identifier' || isSyntaxNode(id['typeAnnotation'])) continue;
    if (isSyntaxNode(init)) scope.constants.set(id['name'] as string, init);
  }
}

/** Works out the members' values, before anything is lowered. Enums of one name are one enum. */
export function noteEnum(lowering: Lowering, scope: EnumScope, node: SyntaxNode, isExported: boolean): void {
  const { name } = node['id'] as { name: string };
  const known = scope.enums.get(name);
  const info: EnumInfo = known ?? { values: new Map(), isConst: node['const'] === true, isExported };
  scope.enums.set(name, info);
  let previous: EnumValue | undefined = -1;
  for (const enumMember of node['members'] as SyntaxNode[]) {
    const { initializer } = enumMember;
    const value: EnumValue | undefined = isSyntaxNode(initializer)
      ? evaluateConstant(lowering, initializer, info)
      : typeof previous === 'number'
        ? previous + 1
        : undefined;
    info.values.set(memberName(enumMember), value);
    previous = value;
  }
}

export function lowerEnum(
  lowering: Lowering,
  node: SyntaxNode,
  list: StatementList,
  isExported: boolean,
): SyntaxNode[] {
  const { name } = node['id'] as { name: string };
  const info = list.enums.enums.get(name);
  if (info === undefined) return [];
  const body = (node['members'] as SyntaxNode[]).map((enumMember) => lowerMember(lowering, enumMember, name, info));
  const statements = declareContainer(
    node,
    list,
    isExported,
    functionExpression(node, [identifier(node, name)], block(node, body)),
  );
  for (const statement of statements) statement['enumName'] = name;
  return statements;
}

/**
 * `var X;` unless something has declared it, and `(function (X) { … })(X || (X = {}));`, which adds to what is there: for
 * enums and namespaces alike.
 */
export function declareContainer(
  node: SyntaxNode,
  list: StatementList,
  isExported: boolean,
  body: acorn.FunctionExpression,
): SyntaxNode[] {
  const id = node['id'] as Place & { name: string };
  const { name } = id;
  const result: acorn.Node[] = [];
  if (!list.declared.has(name)) {
    list.declared.add(name);
    const declaration = variable(node, list.kind === 'program' ? 'var' : 'let', identifier(id, name));
    const isModuleExport = isExported && list.kind === 'program';
    result.push(isModuleExport ? exportOf(declaration) : declaration);
  }
  const create = assignment(id, outerName(id, list, isExported), object(id, []));
  const existing = logicalOr(id, outerName(id, list, isExported), create);
  const inNamespace = isExported && list.namespaceName !== undefined;
  const argument = inNamespace ? assignment(id, identifier(id, name), existing) : existing;
  result.push(expressionStatement(node, impliedCall(node, body, [argument])));
  const statements = plain(result);
  if (inNamespace) for (const statement of statements) statement['exportedMember'] = name;
  return statements;
}

/** `N.X` for what a namespace exports, else `X`. */
function outerName(id: Place & { name: string }, list: StatementList, isExported: boolean) {
  if (!isExported || list.namespaceName === undefined) return identifier(id, id.name);
  return member(id, identifier(id, list.namespaceName), id.name);
}

export function exportOf(declaration: acorn.VariableDeclaration): acorn.ExportNamedDeclaration {
  const { start, end } = declaration;
  return { type: 'ExportNamedDeclaration', start, end, declaration, specifiers: [], source: null, attributes: [] };
}

function lowerMember(lowering: Lowering, node: SyntaxNode, enumName: string, info: EnumInfo): acorn.Statement {
  const name = memberName(node);
  const value = info.values.get(name);
  const { initializer } = node;
  const isText = typeof value === 'string' || (isSyntaxNode(initializer) && isSyntacticallyString(initializer));
  const target = element(node, identifier(node, enumName), literal(node, name));
  const inner = assignment(node, target, memberValue(lowering, node, enumName, info));
  if (isText) return expressionStatement(node, inner);
  const reverse = element(node, identifier(node, enumName), inner);
  return expressionStatement(node, assignment(node, reverse, literal(node, name)));
}

function memberValue(lowering: Lowering, node: SyntaxNode, enumName: string, info: EnumInfo): acorn.Expression {
  const value = info.values.get(memberName(node));
  const { initializer } = node;
  if (value !== undefined) return literal(isSyntaxNode(initializer) ? initializer : node, value);
  if (!isSyntaxNode(initializer)) return undefinedValue(node);
  const statement = expressionStatement(initializer, lowerExpression(lowering, initializer));
  visitReferences(
    [statement as unknown as SyntaxNode],
    new Set(info.values.keys()),
    ({ identifier: found, replace }) => {
      replace(member(found, identifier(found, enumName), found.name));
    },
  );
  return statement.expression;
}

function memberName(node: SyntaxNode): string {
  const id = node['id'] as SyntaxNode;
  return id.type === 'Literal' ? String(id['value']) : (id['name'] as string);
}

/** `E.A` becomes its value; the enum itself stays only where something else needs it. */
export function inlineConstEnums(statements: SyntaxNode[], { enums }: EnumScope): SyntaxNode[] {
  let result = statements;
  for (const [name, info] of enums) {
    if (!info.isConst) continue;
    const others = result.filter((statement) => statement['enumName'] !== name);
    let isNeeded = info.isExported;
    visitReferences(others, new Set([name]), ({ parents, replaceParent, identifier: found }) => {
      const parent = parents.at(-1);
      const key =
        parent?.type === 'MemberExpression' && parent['object'] === (found as unknown) ? staticKey(parent) : undefined;
      const value = key === undefined ? undefined : info.values.get(key);
      if (value === undefined || parent === undefined) isNeeded = true;
      else replaceParent(literal(parent, value));
    });
    if (!isNeeded) result = others;
  }
  return result;
}
