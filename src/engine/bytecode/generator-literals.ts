/** Object and array literals. V8: VisitObjectLiteral, BuildCreateArrayLiteral, boilerplates in src/ast/ast.cc. */
import type * as acorn from 'acorn';
import type { Scope, Variable } from '../parsing/scopes.ts';
import type { ArrayBoilerplate } from './bytecode-array.ts';
import { expressionPosition } from '../parsing/expression-position.ts';
import { createClosure, loadConstant, toRegister, visitExpression } from './generator-expressions.ts';
import { getIteratorRecord, iteratorNext, loadFrom } from './generator-iterators.ts';
import { visitLoop } from './generator-loops.ts';
import type { FunctionState } from './generator-state.ts';
import { arrayFlags, boilerplateOf, constantOf, isProto, objectFlags, propertyName } from './literal-boilerplates.ts';

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
  builder.emit('CreateArrayLiteral', builder.constant(boilerplate), builder.slot('Literal'), arrayFlags(fixed));
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
    visitExpression(g, element.argument);
    builder.expressionAt(expressionPosition(g.shared.script.source, element.argument));
    const record = getIteratorRecord(g, false);
    const value = builder.newRegister();
    visitLoop(g, -1, [], ({ breakLabel, continueLabel }) => {
      iteratorNext(g, record, value);
      loadFrom(g, value, 'done');
      builder.emit('JumpIfToBooleanTrue', breakLabel);
      loadFrom(g, value, 'value');
      builder.emit('Star', array + 1);
      builder.emit('CallRuntime', g.runtimeId('AppendElement'), array, 2);
      builder.bind(continueLabel);
    });
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
  } else {
    const flags = objectFlags(node, boilerplate);
    builder.emit('CreateObjectLiteral', builder.constant(boilerplate), builder.slot('Literal'), flags);
  }
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
