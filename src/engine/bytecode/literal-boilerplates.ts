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

/** V8: ConstructorBuiltins::kMaximumClonedShallowObjectProperties. */
const maxClonedProperties = 6;

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
  const { boilerplate, rest } = boilerplateOf(node);
  return rest.length === 0 ? boilerplate : undefined;
}

export function arrayFlags(node: readonly (acorn.Expression | acorn.SpreadElement | null)[]): number {
  const isShallow = !node.some((element) => isAggregate(element));
  return LiteralFlag.needsAllocationSite | (isShallow ? LiteralFlag.shallow | LiteralFlag.fastClone : 0);
}

export function objectFlags(node: acorn.ObjectExpression, { nullPrototype, propertyCount }: ObjectBoilerplate): number {
  const values = node.properties.flatMap((property) =>
    property.type === 'Property' && !property.computed && property.kind === 'init' ? [property.value] : [],
  );
  const isShallow = !values.some(isAggregate);
  const hasArray = values.some(containsArray);
  const canClone = isShallow && propertyCount <= maxClonedProperties;
  return (
    LiteralFlag.fastElements |
    (isShallow ? LiteralFlag.shallow : 0) |
    (hasArray ? LiteralFlag.needsAllocationSite : 0) |
    (nullPrototype ? LiteralFlag.nullPrototype : 0) |
    (canClone ? LiteralFlag.fastClone : 0)
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

/** The leading constant part of a literal; what needs code follows in order. */
export function boilerplateOf(node: acorn.ObjectExpression): {
  boilerplate: ObjectBoilerplate;
  rest: acorn.ObjectExpression['properties'];
  /** Of two with the same name the first is only evaluated: the boilerplate may already hold the value of the second. */
  hidden: ReadonlySet<acorn.ObjectExpression['properties'][number]>;
} {
  const hidden = new Set<acorn.ObjectExpression['properties'][number]>();
  const seen = new Map<string | number, { readonly property: acorn.Property; readonly place: number }>();
  const properties: { key: string | number; value: BoilerplateValue }[] = [];
  const rest: acorn.ObjectExpression['properties'] = [];
  let propertyCount = 0;
  let nullPrototype = false;
  let isPlain = true;
  const dropped = droppedAccessors(node);
  for (const property of node.properties) {
    const isDropped = isPlain && dropped.has(property);
    if (property.type === 'SpreadElement' || property.computed || (property.kind !== 'init' && !isDropped)) {
      isPlain = false;
      if (property.type === 'Property' && !property.computed) propertyCount++;
      rest.push(property);
      continue;
    }
    if (isProto(property)) {
      if (property.value.type === 'Literal' && property.value.value === null && property.value.raw === 'null')
        nullPrototype = true;
      else rest.push(property);
      continue;
    }
    propertyCount++;
    const value = property.method || isDropped ? undefined : constantOf(property.value);
    if (isPlain) {
      const key = propertyName(property);
      const entry = { key, value: value ?? { kind: 'uninitialized' as const } };
      const earlier = seen.get(key);
      if (earlier !== undefined) hidden.add(earlier.property);
      const place = earlier?.place ?? properties.length;
      properties[place] = entry;
      seen.set(key, { property, place });
    }
    if ((!isPlain || value === undefined) && !isDropped) rest.push(property);
  }
  return { boilerplate: { type: 'objectBoilerplate', properties, nullPrototype, propertyCount }, rest, hidden };
}

/**
 * Accessors whose names are defined again behind them, not by the other half of a pair: nothing is left of them but the name's
 * place in the order. V8: CalculateEmitStore. Simplified: V8 drops them behind other accessors, too.
 */
function droppedAccessors(node: acorn.ObjectExpression): Set<acorn.Property | acorn.SpreadElement> {
  const dropped = new Set<acorn.Property | acorn.SpreadElement>();
  const later = new Map<string | number, acorn.Property['kind']>();
  for (const property of node.properties.toReversed()) {
    if (property.type === 'SpreadElement' || property.computed || isProto(property)) continue;
    const name = propertyName(property);
    const kind = later.get(name);
    const isPair = kind !== undefined && kind !== 'init' && property.kind !== 'init' && kind !== property.kind;
    if (kind !== undefined && !isPair && property.kind !== 'init') dropped.add(property);
    if (kind === undefined || (!isPair && kind !== 'init')) later.set(name, property.kind);
  }
  return dropped;
}

export function isProto(property: acorn.Property): boolean {
  if (property.computed || property.method || property.shorthand) return false;
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

function isArrayIndex(text: string): boolean {
  const number = Number(text);
  return String(number >>> 0) === text && number >>> 0 !== 4294967295;
}
