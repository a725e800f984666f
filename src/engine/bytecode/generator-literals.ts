/** Object and array literals. V8: VisitObjectLiteral, BuildCreateArrayLiteral, boilerplates in src/ast/ast.cc. */
import type * as acorn from 'acorn';
import type { Scope, Variable } from '../parsing/scopes.ts';
import type { ArrayBoilerplate, BoilerplateValue, ObjectBoilerplate } from './bytecode-array.ts';
import { expressionPosition } from '../parsing/expression-position.ts';
import { Label } from './code-builder.ts';
import { createClosure, loadConstant, toRegister, visitExpression } from './generator-expressions.ts';
import { emitIteratorNext, openIterator } from './generator-iteration.ts';
import { FunctionState } from './generator-state.ts';

/** Values that can stand in a boilerplate. */
function constantOf(node: acorn.Node | null): BoilerplateValue | undefined {
  if (node === null) return { kind: 'hole' };
  const expression = node as acorn.Expression;
  if (expression.type === 'Literal') {
    if (expression.regex || expression.bigint) return undefined;
    return { kind: 'value', value: expression.value as string | number | boolean | null };
  }
  if (expression.type === 'UnaryExpression' && expression.operator === '-') {
    const inner = expression.argument;
    if (inner.type === 'Literal' && typeof inner.value === 'number') return { kind: 'value', value: -inner.value };
  }
  if (expression.type === 'ArrayExpression') {
    const boilerplate = constantArray(expression);
    return boilerplate === undefined ? undefined : { kind: 'array', value: boilerplate };
  }
  return undefined;
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

export function visitArray(g: FunctionState, node: acorn.ArrayExpression): void {
  buildArray(g, node.elements);
}

/** An array of the elements, spread included. */
export function buildArray(
  g: FunctionState,
  elements: readonly (acorn.Expression | acorn.SpreadElement | null)[],
): void {
  const builder = g.builder;
  if (elements.length === 0) {
    builder.emit('CreateEmptyArrayLiteral', builder.slot('Literal'));
    return;
  }
  const [only] = elements;
  if (elements.length === 1 && only?.type === 'SpreadElement') {
    visitExpression(g, only.argument);
    builder.expressionAt(expressionPosition(g.shared.script.source, only.argument));
    builder.emit('CreateArrayFromIterable');
    return;
  }
  const mark = builder.mark;
  const firstSpread = elements.findIndex((element) => element?.type === 'SpreadElement');
  const fixed = firstSpread < 0 ? elements : elements.slice(0, firstSpread);
  const boilerplate: ArrayBoilerplate = {
    type: 'arrayBoilerplate',
    elements: fixed.map((element) => constantOf(element) ?? { kind: 'uninitialized' }),
  };
  builder.emit('CreateArrayLiteral', builder.constant(boilerplate), builder.slot('Literal'), 0);
  const array = builder.newRegisters(2);
  builder.emit('Star', array);
  const index = builder.newRegister();
  fixed.forEach((element, i) => {
    if (element === null || constantOf(element) !== undefined) return;
    visitExpression(g, element);
    const value = g.toRegister();
    loadConstant(g, i);
    builder.emit('Star', index);
    builder.emit('Ldar', value);
    builder.emit('StaInArrayLiteral', array, index, builder.slot('StoreInArrayLiteral'));
  });
  if (firstSpread >= 0) for (const element of elements.slice(firstSpread)) appendElement(g, array, element);
  builder.emit('Ldar', array);
  builder.release(mark);
}

function appendElement(g: FunctionState, array: number, element: acorn.Expression | acorn.SpreadElement | null): void {
  const builder = g.builder;
  const mark = builder.mark;
  if (element === null) {
    builder.emit('CallRuntime', g.runtimeId('AppendHole'), array, 1);
  } else if (element.type === 'SpreadElement') {
    const value = toRegister(g, element.argument);
    builder.expressionAt(expressionPosition(g.shared.script.source, element.argument));
    const record = openIterator(g, value, false);
    builder.emit('LdaFalse');
    const done = g.toRegister();
    const loop = new Label();
    const isDone = new Label();
    builder.bind(loop);
    emitIteratorNext(g, record, done, isDone);
    builder.emit('Star', array + 1);
    builder.emit('CallRuntime', g.runtimeId('AppendElement'), array, 2);
    builder.emit('JumpLoop', loop, 0, builder.slot('JumpLoop'));
    builder.bind(isDone);
  } else {
    visitExpression(g, element);
    builder.emit('Star', array + 1);
    builder.emit('CallRuntime', g.runtimeId('AppendElement'), array, 2);
  }
  builder.release(mark);
}

export function visitObject(g: FunctionState, node: acorn.ObjectExpression): void {
  const builder = g.builder;
  if (node.properties.length === 0) {
    builder.emit('CreateEmptyObjectLiteral');
    return;
  }
  const mark = builder.mark;
  let home: HomeContext | undefined;
  if (node.scope?.homeObject !== undefined) {
    builder.emit('CreateBlockContext', builder.constant(node.scope.scopeInfo!));
    home = { scope: node.scope, homeObject: node.scope.homeObject, context: g.toRegister() };
  }
  buildObject(g, node, home);
  builder.release(mark);
}

/** The context with the home object. It is current only where a method is made: all else of the literal lies outside of it. */
interface HomeContext {
  readonly scope: Scope;
  readonly homeObject: Variable;
  readonly context: number;
}

/** V8: MultipleEntryBlockContextScope. */
function inHome(g: FunctionState, home: HomeContext | undefined, body: () => void): void {
  if (home === undefined) {
    body();
    return;
  }
  const outer = g.scope;
  const mark = g.builder.mark;
  g.builder.emit('Ldar', home.context);
  g.scope = home.scope;
  g.pushContext();
  body();
  g.popContext();
  g.scope = outer;
  g.builder.release(mark);
}

function buildObject(g: FunctionState, node: acorn.ObjectExpression, home: HomeContext | undefined): void {
  const builder = g.builder;
  const mark = builder.mark;
  const { boilerplate, rest, hidden } = boilerplateOf(node);
  const [first] = rest;
  let remaining = rest;
  const object = builder.newRegister();
  if (
    boilerplate.properties.length === 0 &&
    !boilerplate.nullPrototype &&
    first?.type === 'SpreadElement' &&
    rest.length === node.properties.length
  ) {
    const source = toRegister(g, first.argument);
    builder.expressionAt(first.argument.start);
    builder.emit('CloneObject', source, 0, builder.slot('CloneObject'));
    remaining = accessorsLast(rest.slice(1));
  } else if (boilerplate.properties.length === 0 && boilerplate.propertyCount === 0 && !boilerplate.nullPrototype) {
    builder.emit('CreateEmptyObjectLiteral');
  } else builder.emit('CreateObjectLiteral', builder.constant(boilerplate), builder.slot('Literal'), 0);
  builder.emit('Star', object);
  for (const property of remaining) {
    if (hidden.has(property)) visitValue(g, property as acorn.Property, home);
    else defineProperty(g, object, property, home);
  }
  if (home !== undefined) {
    inHome(g, home, () => {
      builder.emit('Ldar', object);
      g.storeUnchecked(home.homeObject);
    });
  }
  builder.emit('Ldar', object);
  builder.release(mark);
}

/** Behind a leading spread V8 defines accessors after all other properties up to the first name that is computed. */
function accessorsLast(properties: acorn.ObjectExpression['properties']): acorn.ObjectExpression['properties'] {
  const firstDynamic = properties.findIndex((property) => property.type === 'SpreadElement' || property.computed);
  const end = firstDynamic < 0 ? properties.length : firstDynamic;
  const named = properties.slice(0, end) as acorn.Property[];
  const plain = named.filter((property) => property.kind === 'init');
  const accessors = named.filter(
    (property) =>
      property.kind !== 'init' &&
      !plain.some((other) => other.start > property.start && propertyName(other) === propertyName(property)),
  );
  return [...plain, ...accessors, ...properties.slice(end)];
}

/** The leading constant part of a literal; what needs code follows in order. */
function boilerplateOf(node: acorn.ObjectExpression): {
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
  for (const property of node.properties) {
    if (property.type === 'SpreadElement' || property.computed || property.kind !== 'init') {
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
    const value = property.method ? undefined : constantOf(property.value);
    if (isPlain) {
      const key = propertyName(property);
      const entry = { key, value: value ?? { kind: 'uninitialized' as const } };
      const earlier = seen.get(key);
      if (earlier !== undefined) hidden.add(earlier.property);
      const place = earlier?.place ?? properties.length;
      properties[place] = entry;
      seen.set(key, { property, place });
    }
    if (!isPlain || value === undefined) rest.push(property);
  }
  return { boilerplate: { type: 'objectBoilerplate', properties, nullPrototype, propertyCount }, rest, hidden };
}

function isProto(property: acorn.Property): boolean {
  if (property.computed || property.method || property.shorthand) return false;
  const { key } = property;
  return key.type === 'Identifier' ? key.name === '__proto__' : key.type === 'Literal' && key.value === '__proto__';
}

function propertyName(property: acorn.Property | acorn.MethodDefinition | acorn.PropertyDefinition): string | number {
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

function visitValue(g: FunctionState, property: acorn.Property, home: HomeContext | undefined): void {
  inHome(g, property.method ? home : undefined, () => visitExpression(g, property.value));
}

function defineProperty(
  g: FunctionState,
  object: number,
  property: acorn.Property | acorn.SpreadElement,
  home: HomeContext | undefined,
): void {
  const builder = g.builder;
  const mark = builder.mark;
  if (property.type === 'SpreadElement') {
    const list = builder.newRegisters(2);
    builder.emit('Mov', object, list);
    visitExpression(g, property.argument);
    builder.emit('Star', list + 1);
    builder.emit('CallRuntime', g.runtimeId('CopyDataProperties'), list, 2);
  } else if (property.kind !== 'init') defineAccessor(g, object, property, home);
  else if (isProto(property)) {
    const list = builder.newRegisters(2);
    builder.emit('Mov', object, list);
    visitExpression(g, property.value);
    builder.emit('Star', list + 1);
    builder.emit('CallRuntime', g.runtimeId('InternalSetPrototype'), list, 2);
  } else if (property.computed) {
    visitExpression(g, property.key);
    builder.expressionAt(property.key.start);
    builder.emit('ToName');
    const key = g.toRegister();
    visitValue(g, property, home);
    builder.emit(
      'DefineKeyedOwnPropertyInLiteral',
      object,
      key,
      needsName(property.value) ? 1 : 0,
      builder.slot('DefineKeyedOwnPropertyInLiteral'),
    );
  } else {
    visitValue(g, property, home);
    // A method starts with its name.
    builder.expressionAt(property.method ? property.start : expressionPosition(g.shared.script.source, property.value));
    const name = propertyName(property);
    if (typeof name === 'string') {
      builder.emit('DefineNamedOwnProperty', object, builder.constant(name), builder.slot('DefineNamedOwn'));
    } else {
      const value = g.toRegister();
      loadConstant(g, name);
      const key = g.toRegister();
      builder.emit('Ldar', value);
      builder.emit('DefineKeyedOwnPropertyInLiteral', object, key, 0, builder.slot('DefineKeyedOwnPropertyInLiteral'));
    }
  }
  builder.release(mark);
}

function defineAccessor(
  g: FunctionState,
  object: number,
  property: acorn.Property,
  home: HomeContext | undefined,
): void {
  const builder = g.builder;
  const list = builder.newRegisters(4);
  builder.emit('Mov', object, list);
  if (property.computed) {
    visitExpression(g, property.key);
    builder.emit('ToName');
  } else loadConstant(g, propertyName(property));
  builder.emit('Star', list + 1);
  inHome(g, home, () => createClosure(g, property.value as acorn.FunctionExpression));
  builder.emit('Star', list + 2);
  builder.emit('LdaZero').emit('Star', list + 3);
  builder.emit(
    'CallRuntime',
    g.runtimeId(property.kind === 'get' ? 'DefineGetterPropertyUnchecked' : 'DefineSetterPropertyUnchecked'),
    list,
    4,
  );
}

/** Anonymous functions and classes get the computed key as their name. */
export function needsName(node: acorn.Node): boolean {
  const expression = node as acorn.Expression;
  if (expression.type === 'ClassExpression' || expression.type === 'FunctionExpression') return !expression.id;
  return expression.type === 'ArrowFunctionExpression';
}
