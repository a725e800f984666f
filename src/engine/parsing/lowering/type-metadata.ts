/**
 * Types as the values that decorators are told (`emitDecoratorMetadata`). TypeScript: src/compiler/transformers/typeSerializer.ts.
 * Simplified: one file at a time, so that whether an imported name is a class shows when the program runs; of aliases to other
 * types only those to what has one word for it are followed.
 */
import type * as acorn from 'acorn';
import type { Lowering } from './lowering.ts';
import { lexicalNames, varNames } from './references.ts';
import {
  array,
  identifier,
  isSyntaxNode,
  literal,
  member,
  type Place,
  runtimeCall,
  type SyntaxNode,
  undefinedValue,
} from './syntax.ts';

/** What the names of types that a list of statements declares are. */
export type TypeScope = ReadonlyMap<string, SyntaxNode | 'typeOnly' | 'value'>;

const noTypes: TypeScope = new Map();

export function typeScope({ options }: Lowering, statements: readonly SyntaxNode[]): TypeScope {
  if (!options.emitDecoratorMetadata || !options.experimentalDecorators) return noTypes;
  const scope = new Map<string, SyntaxNode | 'typeOnly' | 'value'>();
  for (const node of statements) {
    if (node.type === 'ImportDeclaration') {
      for (const { local, importKind } of node['specifiers'] as SyntaxNode[]) {
        const isType = node['importKind'] === 'type' || importKind === 'type';
        scope.set((local as { name: string }).name, isType ? 'typeOnly' : 'value');
      }
    } else if (/^TS(?:Interface|TypeAlias|Enum)Declaration$/.test(node.type)) {
      const { name } = node['id'] as { name: string };
      // A class or a variable of the name of an interface is what it is about.
      if (!scope.has(name)) scope.set(name, node);
    } else {
      const names = new Set<string>();
      lexicalNames([node], names);
      varNames(node, names);
      for (const name of names) scope.set(name, node.type === 'ClassDeclaration' && !node['declare'] ? node : 'value');
    }
  }
  return scope;
}

/** For a member: its type, and those of its parameters and of what it returns. */
export function memberMetadata(
  lowering: Lowering,
  node: SyntaxNode,
  { getter, setter }: { readonly getter: SyntaxNode | undefined; readonly setter: SyntaxNode | undefined },
): acorn.Expression[] {
  const key = node['key'] as SyntaxNode;
  if (node.type === 'PropertyDefinition') {
    return [metadata(key, 'design:type', expressionOf(key, serialize(lowering, annotation(node))))];
  }
  if (getter !== undefined || setter !== undefined) {
    const [parameter] = setter === undefined ? [] : parameters(setter);
    const type = (parameter && annotation(parameter)) ?? (getter && returnType(getter));
    return [
      metadata(key, 'design:type', expressionOf(key, serialize(lowering, type))),
      metadata(key, 'design:paramtypes', parameterTypes(lowering, setter ?? node)),
    ];
  }
  const returned = returnType(node);
  const isAsync = (node['value'] as SyntaxNode)['async'] === true;
  const result = returned === undefined ? (isAsync ? 'Promise' : 'undefined') : serialize(lowering, returned);
  return [
    metadata(key, 'design:type', identifier(key, 'Function')),
    metadata(key, 'design:paramtypes', parameterTypes(lowering, node)),
    metadata(key, 'design:returntype', expressionOf(key, result)),
  ];
}

/** For a class: the types of its constructor's parameters. */
export function classMetadata(
  lowering: Lowering,
  node: SyntaxNode,
  constructor: SyntaxNode | undefined,
): acorn.Expression[] {
  if (constructor === undefined) return [];
  return [metadata(node, 'design:paramtypes', parameterTypes(lowering, constructor))];
}

function metadata(place: Place, key: string, value: acorn.Expression): acorn.Expression {
  return runtimeCall(place, 'LegacyMetadata', [literal(place, key), value]);
}

function parameters(node: SyntaxNode): SyntaxNode[] {
  const all = (node['value'] as SyntaxNode)['params'] as SyntaxNode[];
  return all.filter(({ type, name }) => type !== 'Identifier' || name !== 'this');
}

function parameterTypes(lowering: Lowering, node: SyntaxNode): acorn.Expression {
  const types = parameters(node).map((parameter) =>
    expressionOf(parameter, serialize(lowering, annotation(parameter))),
  );
  return array(node['key'] as SyntaxNode, types);
}

function returnType(node: SyntaxNode): SyntaxNode | undefined {
  const found = (node['value'] as SyntaxNode)['returnType'];
  return isSyntaxNode(found) ? (found['typeAnnotation'] as SyntaxNode) : undefined;
}

/** The type that a field or a parameter is said to have; of rest parameters that of one of them. */
function annotation(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type === 'TSParameterProperty') return annotation(node['parameter'] as SyntaxNode);
  if (node.type === 'AssignmentPattern') return annotation(node['left'] as SyntaxNode);
  const found = isSyntaxNode(node['typeAnnotation']) ? node['typeAnnotation'] : undefined;
  if (node.type !== 'RestElement') return found?.['typeAnnotation'] as SyntaxNode | undefined;
  const type = (found ?? (node['argument'] as SyntaxNode)['typeAnnotation']) as SyntaxNode | undefined;
  return elementType(type?.['typeAnnotation'] as SyntaxNode | undefined);
}

function elementType(type: SyntaxNode | undefined): SyntaxNode | undefined {
  if (type?.type === 'TSArrayType') return type['elementType'] as SyntaxNode;
  const args = type?.['typeArguments'] ?? type?.['typeParameters'];
  return isSyntaxNode(args) ? (args['params'] as SyntaxNode[])[0] : undefined;
}

/** A global name, `undefined`, or a reference. */
type Serialized = string | { readonly name: SyntaxNode; readonly text: string; readonly isClass: boolean };

const words: Readonly<Record<string, string>> = {
  TSVoidKeyword: 'undefined',
  TSUndefinedKeyword: 'undefined',
  TSNullKeyword: 'undefined',
  TSNeverKeyword: 'undefined',
  TSFunctionType: 'Function',
  TSConstructorType: 'Function',
  TSArrayType: 'Array',
  TSTupleType: 'Array',
  TSBooleanKeyword: 'Boolean',
  TSStringKeyword: 'String',
  TSTemplateLiteralType: 'String',
  TSNumberKeyword: 'Number',
  TSBigIntKeyword: 'BigInt',
  TSSymbolKeyword: 'Symbol',
};

/** `isAlias`: what an alias stands for; classes are not told by another name. */
function serialize(lowering: Lowering, node: SyntaxNode | undefined, isAlias = false): Serialized {
  if (node === undefined) return 'Object';
  const word = words[node.type];
  if (word !== undefined) return word;
  switch (node.type) {
    case 'TSParenthesizedType':
      return serialize(lowering, node['typeAnnotation'] as SyntaxNode, isAlias);
    case 'TSTypePredicate':
      return node['asserts'] ? 'undefined' : 'Boolean';
    case 'TSTypeOperator':
      return node['operator'] === 'readonly'
        ? serialize(lowering, node['typeAnnotation'] as SyntaxNode, isAlias)
        : 'Object';
    case 'TSLiteralType':
      return wordOfLiteral(node['literal'] as SyntaxNode);
    case 'TSUnionType':
    case 'TSIntersectionType':
      return serializeAll(lowering, node['types'] as SyntaxNode[], node.type === 'TSIntersectionType', isAlias);
    case 'TSConditionalType':
      return serializeAll(lowering, [node['trueType'], node['falseType']] as SyntaxNode[], false, isAlias);
    case 'TSTypeReference':
      return serializeReference(lowering, node['typeName'] as SyntaxNode, isAlias);
    default:
      return 'Object';
  }
}

function wordOfLiteral(node: SyntaxNode): string {
  if (node.type === 'TemplateLiteral') return 'String';
  const value = node.type === 'UnaryExpression' ? (node['argument'] as SyntaxNode) : node;
  if (value['bigint'] !== undefined) return 'BigInt';
  if (value['value'] === null) return 'undefined';
  const kind = typeof value['value'];
  return kind === 'number' ? 'Number' : kind === 'boolean' ? 'Boolean' : 'String';
}

/** All of one kind, or else objects. */
function serializeAll(
  lowering: Lowering,
  types: readonly SyntaxNode[],
  isIntersection: boolean,
  isAlias: boolean,
): Serialized {
  let found: Serialized | undefined;
  for (const given of types) {
    let node = given;
    while (node.type === 'TSParenthesizedType') node = node['typeAnnotation'] as SyntaxNode;
    if (node.type === 'TSNeverKeyword') {
      if (isIntersection) return 'undefined';
      continue;
    }
    if (node.type === 'TSUnknownKeyword' && isIntersection) continue;
    if (lowering.options.strictNullChecks === false && isNullish(node)) continue;
    const serialized = serialize(lowering, node, isAlias);
    if (serialized === 'Object') return serialized;
    if (found !== undefined && textOf(found) !== textOf(serialized)) return 'Object';
    found ??= serialized;
  }
  return found ?? 'undefined';
}

function isNullish({ type, literal: value }: SyntaxNode): boolean {
  if (type === 'TSNullKeyword' || type === 'TSUndefinedKeyword') return true;
  return type === 'TSLiteralType' && isSyntaxNode(value) && value.type === 'Literal' && value['raw'] === 'null';
}

function textOf(serialized: Serialized): string {
  return typeof serialized === 'string' ? serialized : serialized.text;
}

function serializeReference(lowering: Lowering, name: SyntaxNode, isAlias: boolean): Serialized {
  const path = pathOf(name);
  const [first = ''] = path;
  const declared = lowering.typeScopes.findLast((scope) => scope.has(first))?.get(first);
  const text = path.join('.');
  if (declared === undefined && (text === 'ReadonlyArray' || text === 'Array')) return 'Array';
  if (declared === 'typeOnly') return 'Object';
  if (typeof declared === 'object') {
    if (declared.type === 'TSEnumDeclaration') return wordOfEnum(declared);
    if (declared.type === 'TSInterfaceDeclaration') return 'Object';
    if (declared.type === 'TSTypeAliasDeclaration') {
      // An alias that is part of itself.
      if (declared['isFollowed'] === true) return 'Object';
      declared['isFollowed'] = true;
      const serialized = serialize(lowering, declared['typeAnnotation'] as SyntaxNode, true);
      declared['isFollowed'] = false;
      return serialized;
    }
  }
  if (isAlias) return 'Object';
  return { name, text, isClass: typeof declared === 'object' && path.length === 1 };
}

function pathOf(name: SyntaxNode): string[] {
  if (name.type !== 'TSQualifiedName') return [name['name'] as string];
  return [...pathOf(name['left'] as SyntaxNode), (name['right'] as SyntaxNode)['name'] as string];
}

function wordOfEnum(node: SyntaxNode): string {
  const members = (isSyntaxNode(node['body']) ? node['body']['members'] : node['members']) as SyntaxNode[];
  const texts = members.filter(({ initializer }) => {
    if (!isSyntaxNode(initializer)) return false;
    return initializer.type === 'TemplateLiteral' || typeof initializer['value'] === 'string';
  });
  if (texts.length === 0) return 'Number';
  return texts.length === members.length ? 'String' : 'Object';
}

function expressionOf(place: Place, serialized: Serialized): acorn.Expression {
  if (serialized === 'undefined') return undefinedValue(place);
  if (typeof serialized === 'string') return identifier(place, serialized);
  const { name, isClass } = serialized;
  const path = pathOf(name);
  if (isClass) return identifier(name, path[0] ?? '');
  // `typeof a !== 'undefined' && a.b && a.b.c`: there may be no such value.
  const test: acorn.BinaryExpression = {
    type: 'BinaryExpression',
    start: name.start,
    end: name.end,
    operator: '!==',
    left: {
      type: 'UnaryExpression',
      start: name.start,
      end: name.end,
      operator: 'typeof',
      prefix: true,
      argument: typeName(name, path, 1),
    },
    right: literal(name, 'undefined'),
  };
  let value: acorn.Expression = test;
  for (let length = Math.min(2, path.length); length <= path.length; length++) {
    const { start, end } = name;
    value = { type: 'LogicalExpression', start, end, operator: '&&', left: value, right: typeName(name, path, length) };
  }
  return runtimeCall(name, 'LegacyType', [value]);
}

/** The first names of a path. An import that only such uses name may be one of a type. */
function typeName(place: Place, path: readonly string[], length: number): acorn.Expression {
  const first = Object.assign(identifier(place, path[0] ?? ''), { isType: true });
  return path.slice(1, length).reduce<acorn.Expression>((object, name) => member(place, object, name), first);
}
