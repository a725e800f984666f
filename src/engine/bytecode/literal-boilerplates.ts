/**
 * The constant parts of object and array literals, which are made by cloning. V8: ObjectLiteralBoilerplateBuilder and
 * ArrayLiteralBoilerplateBuilder in src/ast/ast.cc.
 */
import type * as acorn from 'acorn';
import type { ArrayBoilerplate, BoilerplateValue, ObjectBoilerplate } from './bytecode-array.ts';
import { literalValue } from './literal-value.ts';

/** V8: AggregateLiteral::Flags, ObjectLiteral::Flags, CreateObjectLiteralFlags. */
export const LiteralFlag = {
  shallow: 1,
  needsAllocationSite: 4,
  fastElements: 8,
  nullPrototype: 16,
  fastClone: 32,
} as const;

/** Values that can stand in a boilerplate. */
export function constantOf(node: acorn.Node | null): BoilerplateValue | undefined {
  if (node === null) return { kind: 'hole' };
  const expression = node as acorn.Expression;
  const literal = literalValue(expression);
  if (literal !== undefined) return { kind: 'value', value: literal.value };
  switch (expression.type) {
    case 'ParenthesizedExpression':
      return constantOf(expression.expression);
    case 'ArrayExpression': {
      const boilerplate = constantArray(expression);
      return boilerplate === undefined ? undefined : { kind: 'array', value: boilerplate };
    }
    case 'ObjectExpression': {
      const boilerplate = constantObject(expression);
      return boilerplate === undefined ? undefined : { kind: 'object', value: boilerplate };
    }
    default:
      return undefined;
  }
}

function constantArray(node: acorn.ArrayExpression): ArrayBoilerplate | undefined {
  const elements: BoilerplateValue[] = [];
  for (const element of node.elements) {
    const value = constantOf(element);
    if (value === undefined) return undefined;
    elements.push(value);
  }
  return { type: 'arrayBoilerplate', elements };
}

function constantObject(node: acorn.ObjectExpression): ObjectBoilerplate | undefined {
  const isConstant = node.properties.every(
    (property) =>
      property.type === 'Property' &&
      !property.computed &&
      !property.method &&
      property.kind === 'init' &&
      (isProto(property) ? isNullPrototype(property) : constantOf(property.value) !== undefined),
  );
  return isConstant ? boilerplateOf(node).boilerplate : undefined;
}

export function arrayFlags(node: readonly (acorn.Expression | acorn.SpreadElement | null)[]): number {
  const isShallow = !node.some((element) => isAggregate(element));
  return LiteralFlag.needsAllocationSite | (isShallow ? LiteralFlag.shallow | LiteralFlag.fastClone : 0);
}

export function objectFlags(node: acorn.ObjectExpression, { nullPrototype }: ObjectBoilerplate): number {
  // What is behind the first computed name is no part of the boilerplate.
  const firstDynamic = node.properties.findIndex((property) => property.type === 'SpreadElement' || property.computed);
  const fixed = (firstDynamic < 0 ? node.properties : node.properties.slice(0, firstDynamic)) as acorn.Property[];
  const values = fixed.filter(({ kind }) => kind === 'init').map(({ value }) => value);
  const indices = fixed.map((property) => propertyName(property)).filter((name) => typeof name === 'number');
  const lastIndex = Math.max(0, ...indices);
  const isFast = lastIndex <= 32 || 2 * indices.length >= lastIndex;
  const isShallow = !values.some(isAggregate);
  const hasArray = values.some(containsArray);
  return (
    (isFast ? LiteralFlag.fastElements : 0) |
    (isShallow ? LiteralFlag.shallow : 0) |
    (hasArray ? LiteralFlag.needsAllocationSite : 0) |
    (nullPrototype ? LiteralFlag.nullPrototype : 0) |
    (isShallow && isFast ? LiteralFlag.fastClone : 0)
  );
}

function isAggregate(node: acorn.Node | null): boolean {
  const expression = unparenthesized(node);
  return expression?.type === 'ArrayExpression' || expression?.type === 'ObjectExpression';
}

function containsArray(node: acorn.Node): boolean {
  const expression = unparenthesized(node);
  if (expression?.type === 'ArrayExpression') return true;
  return (
    expression?.type === 'ObjectExpression' &&
    expression.properties.some((property) => property.type === 'Property' && containsArray(property.value))
  );
}

function unparenthesized(node: acorn.Node | null): acorn.Expression | undefined {
  let inner = (node ?? undefined) as acorn.Expression | undefined;
  while (inner?.type === 'ParenthesizedExpression') inner = inner.expression;
  return inner;
}

/** What CreateObjectLiteral makes: all properties up to the first name that is computed. V8: InitDepthAndFlags, BuildBoilerplateDescription. */
export function boilerplateOf(node: acorn.ObjectExpression): {
  boilerplate: ObjectBoilerplate;
  /** A later property of the same name counts. */
  notStored: ReadonlySet<acorn.Property>;
} {
  const places = new Map<string | number, number>();
  const properties: { key: string | number; value: BoilerplateValue }[] = [];
  let isStatic = true;
  let entryCount = 0;
  let propertyCount = 0;
  let nullPrototype = false;
  for (const property of node.properties) {
    if (property.type === 'SpreadElement' || property.computed) {
      isStatic = false;
      propertyCount++;
      continue;
    }
    if (isProto(property)) {
      nullPrototype ||= isNullPrototype(property);
      continue;
    }
    const key = propertyName(property);
    if (!isStatic || typeof key !== 'number') propertyCount++;
    if (!isStatic) continue;
    entryCount++;
    const isConstant = property.kind === 'init' && !property.method;
    const value = (isConstant ? constantOf(property.value) : undefined) ?? { kind: 'uninitialized' as const };
    const place = places.get(key) ?? properties.length;
    properties[place] = { key, value };
    places.set(key, place);
  }
  const boilerplate: ObjectBoilerplate = {
    type: 'objectBoilerplate',
    properties,
    entryCount,
    nullPrototype,
    propertyCount: entryCount === 0 ? 0 : propertyCount,
  };
  return { boilerplate, notStored: notStoredOf(node) };
}

/** V8: ObjectLiteral::CalculateEmitStore. The halves of an accessor are both stored. */
function notStoredOf(node: acorn.ObjectExpression): Set<acorn.Property> {
  const later = new Map<string | number, acorn.Property>();
  const notStored = new Set<acorn.Property>();
  for (const property of node.properties.toReversed()) {
    if (property.type === 'SpreadElement' || property.computed || isProto(property)) continue;
    const name = propertyName(property);
    const other = later.get(name);
    if (other === undefined) {
      later.set(name, property);
      continue;
    }
    const isPair = property.kind !== 'init' && other.kind !== 'init' && property.kind !== other.kind;
    if (isPair) continue;
    notStored.add(property);
    if (other.kind !== 'init') later.set(name, property);
  }
  return notStored;
}

export function isNullPrototype({ value }: acorn.Property): boolean {
  return value.type === 'Literal' && value.raw === 'null';
}

export function isProto(property: acorn.Property): boolean {
  if (property.kind !== 'init' || property.computed || property.method || property.shorthand) return false;
  const { key } = property;
  return key.type === 'Identifier' ? key.name === '__proto__' : key.type === 'Literal' && key.value === '__proto__';
}

export function propertyName(
  property: acorn.Property | acorn.MethodDefinition | acorn.PropertyDefinition,
): string | number {
  const { key } = property;
  if (key.type === 'Identifier') return key.name;
  const value = (key as acorn.Literal).value;
  const text = (key as acorn.Literal).bigint ?? String(value);
  return isArrayIndex(text) ? Number(text) : text;
}

export function isArrayIndex(text: string): boolean {
  const number = Number(text);
  return String(number >>> 0) === text && number >>> 0 !== 4294967295;
}
