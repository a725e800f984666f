/** Object literals. V8: VisitObjectLiteral. */
import type * as acorn from 'acorn';
import type { Variable } from '../parsing/scopes.ts';
import { expressionPosition } from '../parsing/expression-position.ts';
import { createClosure, loadConstant, toRegister, visitExpression, visitForEffect } from './generator-expressions.ts';
import { visitClass } from './generator-classes.ts';
import type { FunctionState } from './generator-state.ts';
import {
  boilerplateOf,
  constantOf,
  isArrayIndex,
  isNullPrototype,
  isProto,
  objectFlags,
  propertyName,
} from './literal-boilerplates.ts';
import { literalValue } from './literal-value.ts';
import { intrinsicNames } from './runtime-functions.ts';

/** V8: DefineKeyedOwnPropertyFlag::kSetFunctionName. */
const setsFunctionName = 1;

/** V8: VisitObjectLiteral. */
export function visitObject(g: FunctionState, node: acorn.ObjectExpression): void {
  const { builder } = g;
  if (node.properties.length === 0) {
    builder.emit('CreateEmptyObjectLiteral');
    return;
  }
  const mark = builder.mark;
  const home = newHomeContext(g, node);
  const object = builder.newRegister();
  const { boilerplate, notStored } = boilerplateOf(node);
  const flags = objectFlags(node, boilerplate);
  const [first] = node.properties;
  const isClone = first?.type === 'SpreadElement';
  if (isClone) {
    const inner = builder.mark;
    const source = toRegister(g, first.argument);
    builder.emit('CloneObject', source, flags, builder.slot('CloneObject'));
    builder.release(inner);
  } else builder.emit('CreateObjectLiteral', builder.objectBoilerplate(boilerplate), builder.slot('Literal'), flags);
  builder.emit('Star', object);

  const properties = isClone ? node.properties.slice(1) : node.properties;
  const firstDynamic = properties.findIndex((property) => property.type === 'SpreadElement' || property.computed);
  const staticCount = firstDynamic < 0 ? properties.length : firstDynamic;
  const accessors = new Map<string | number, AccessorParts>();
  for (const property of properties.slice(0, staticCount) as acorn.Property[]) {
    if (property.kind !== 'init') {
      if (!notStored.has(property)) addAccessor(accessors, property);
    } else if (isProto(property)) setLiteralPrototype(g, object, property, home);
    else if (isClone || property.method || constantOf(property.value) === undefined)
      defineStatic(g, object, property, !notStored.has(property), home);
  }
  home?.enterIf(true);
  for (const [key, { get, set }] of accessors) defineAccessors(g, object, key, get, set);
  for (const property of properties.slice(staticCount)) defineDynamic(g, object, property, home);
  if (home !== undefined) {
    home.enterIf(true);
    builder.emit('Ldar', object);
    g.storeUnchecked(home.variable);
    home.enterIf(false);
  }
  builder.emit('Ldar', object);
  builder.release(mark);
}

/** The context with the home object. It is current only where a method is made: all else of the literal lies outside of it. */
interface HomeContext {
  readonly variable: Variable;
  enterIf(condition: boolean): void;
}

/** V8: MultipleEntryBlockContextScope. */
function newHomeContext(g: FunctionState, { scope }: acorn.ObjectExpression): HomeContext | undefined {
  if (scope?.homeObject === undefined) return undefined;
  const { builder } = g;
  const outer = g.scope;
  const context = builder.newRegister();
  const outerContext = builder.newRegister();
  builder.emit('CreateBlockContext', builder.constant(scope.scopeInfo!)).emit('Star', context);
  return {
    variable: scope.homeObject,
    enterIf: (condition) => {
      if (condition === (g.scope === scope)) return;
      if (condition) {
        builder.emit('Ldar', context);
        g.scope = scope;
        g.pushContext(outerContext);
      } else {
        g.popContext();
        g.scope = outer;
      }
    },
  };
}

interface AccessorParts {
  get?: acorn.Property;
  set?: acorn.Property;
}

function addAccessor(accessors: Map<string | number, AccessorParts>, property: acorn.Property): void {
  const name = propertyName(property);
  const parts = accessors.get(name) ?? {};
  parts[property.kind as 'get' | 'set'] = property;
  accessors.set(name, parts);
}

/** A property whose name is known, and whose place in the object the boilerplate has made. */
function defineStatic(
  g: FunctionState,
  object: number,
  property: acorn.Property,
  isStored: boolean,
  home: HomeContext | undefined,
): void {
  const { builder } = g;
  const mark = builder.mark;
  const name = propertyName(property);
  let key = -1;
  if (typeof name === 'number') {
    key = builder.newRegister();
    loadConstant(g, name);
    builder.emit('Star', key);
  }
  home?.enterIf(property.method);
  builder.expressionAt(valuePosition(g, property));
  if (!isStored) visitForEffect(g, property.value);
  else {
    visitExpression(g, property.value);
    if (typeof name === 'string')
      builder.emit('DefineNamedOwnProperty', object, builder.constant(name), builder.slot('DefineNamedOwn'));
    else builder.emit('DefineKeyedOwnProperty', object, key, 0, builder.slot('DefineKeyedOwn'));
  }
  builder.release(mark);
}

/** A method starts with its name. */
function valuePosition(g: FunctionState, property: acorn.Property): number {
  return property.method || property.kind !== 'init'
    ? property.start
    : expressionPosition(g.shared.script.source, property.value);
}

function setLiteralPrototype(
  g: FunctionState,
  object: number,
  property: acorn.Property,
  home: HomeContext | undefined,
): void {
  if (isNullPrototype(property)) return;
  const { builder } = g;
  const mark = builder.mark;
  const list = builder.newRegisters(2);
  builder.emit('Mov', object, list);
  home?.enterIf(false);
  builder.expressionAt(valuePosition(g, property));
  visitExpression(g, property.value);
  builder.emit('Star', list + 1);
  builder.emit('CallRuntime', g.runtimeId('InternalSetPrototype'), list, 2);
  builder.release(mark);
}

function defineAccessors(
  g: FunctionState,
  object: number,
  key: string | number,
  get: acorn.Property | undefined,
  set: acorn.Property | undefined,
): void {
  const { builder } = g;
  const mark = builder.mark;
  const list = builder.newRegisters(5);
  builder.emit('Mov', object, list);
  loadConstant(g, key);
  builder.emit('Star', list + 1);
  for (const [i, accessor] of [get, set].entries()) {
    if (accessor === undefined) builder.emit('LdaNull');
    else createClosure(g, accessor.value as acorn.FunctionExpression);
    builder.emit('Star', list + 2 + i);
  }
  builder.emit('LdaZero').emit('Star', list + 4);
  builder.emit('CallRuntime', g.runtimeId('DefineAccessorPropertyUnchecked'), list, 5);
  builder.release(mark);
}

/** What follows the first name that is computed, or spread, goes in its order. */
function defineDynamic(
  g: FunctionState,
  object: number,
  property: acorn.Property | acorn.SpreadElement,
  home: HomeContext | undefined,
): void {
  if (property.type !== 'SpreadElement' && isProto(property)) return setLiteralPrototype(g, object, property, home);
  const { builder } = g;
  const mark = builder.mark;
  if (property.type === 'SpreadElement') {
    const list = builder.newRegisters(2);
    builder.emit('Mov', object, list);
    builder.expressionAt(property.argument.start);
    home?.enterIf(false);
    visitExpression(g, property.argument);
    builder.emit('Star', list + 1);
    builder.emit('InvokeIntrinsic', intrinsicNames.indexOf('_CopyDataProperties'), list, 2);
  } else if (property.kind === 'init') {
    if (property.computed) home?.enterIf(false);
    const key = builder.newRegister();
    loadPropertyName(g, property, key);
    home?.enterIf(property.method);
    builder.expressionAt(valuePosition(g, property));
    let flags = 0;
    if (property.computed) flags = visitNamedByKey(g, property.value, key);
    else visitExpression(g, property.value);
    const slot = builder.slot('DefineKeyedOwnPropertyInLiteral');
    builder.emit('DefineKeyedOwnPropertyInLiteral', object, key, flags, slot);
  } else {
    if (property.computed) home?.enterIf(false);
    const list = builder.newRegisters(4);
    builder.emit('Mov', object, list);
    loadPropertyName(g, property, list + 1);
    home?.enterIf(true);
    builder.expressionAt(valuePosition(g, property));
    createClosure(g, property.value as acorn.FunctionExpression);
    builder.emit('Star', list + 2);
    builder.emit('LdaZero').emit('Star', list + 3);
    const what = property.kind === 'get' ? 'DefineGetterPropertyUnchecked' : 'DefineSetterPropertyUnchecked';
    builder.emit('CallRuntime', g.runtimeId(what), list, 4);
  }
  builder.release(mark);
}

/** V8: BuildLoadPropertyKey. */
export function loadPropertyName(
  g: FunctionState,
  member: acorn.Property | acorn.MethodDefinition | acorn.PropertyDefinition,
  register: number,
): void {
  const { builder } = g;
  const literal = member.computed ? literalValue(member.key)?.value : propertyName(member);
  if (typeof literal === 'string' && !isArrayIndex(literal)) loadConstant(g, literal);
  else {
    if (typeof literal === 'number' || member.computed === false) loadConstant(g, literal!);
    else {
      // A variable that is in a register already has its place here; whatever else computes a key has used its own.
      builder.expressionAt(expressionPosition(g.shared.script.source, member.key));
      visitExpression(g, member.key);
    }
    builder.emit('ToName');
  }
  builder.emit('Star', register);
}

/**
 * A value under the computed key of that register. Gives the flags of its definition, which names anonymous functions and classes;
 * a class whose static fields and blocks can see its name gets it before those run.
 */
export function visitNamedByKey(g: FunctionState, value: acorn.Expression, key: number): number {
  if (value.type === 'ClassExpression' && !value.id) {
    visitClass(g, value, key);
    return value.classLiteral!.staticInitializer === undefined ? setsFunctionName : 0;
  }
  visitExpression(g, value);
  if (value.type === 'FunctionExpression') return value.id ? 0 : setsFunctionName;
  return value.type === 'ArrowFunctionExpression' ? setsFunctionName : 0;
}
