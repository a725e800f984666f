/** new, super() and what a constructor does for its instance. V8: VisitCallNew, VisitSuperCallReference, BuildInstanceMemberInitialization. */
import type * as acorn from 'acorn';
import { isClassConstructorKind, isDerivedConstructorKind } from '../parsing/function-kind.ts';
import type { Scope, Variable } from '../parsing/scopes.ts';
import { Label } from './assembly.ts';
import { buildArray } from './generator-arrays.ts';
import { spreadPlace, visitArguments } from './generator-calls.ts';
import { loadConstant, visitExpression } from './generator-expressions.ts';
import type { FunctionState } from './generator-state.ts';
import { jsRuntimeFunctions } from './runtime-functions.ts';

export function visitNew(g: FunctionState, node: acorn.NewExpression): void {
  const builder = g.builder;
  const mark = builder.mark;
  const callee = builder.newRegister();
  visitExpression(g, node.callee);
  builder.emit('Star', callee);
  const place = spreadPlace(node.arguments);
  if (place === 'elsewhere') {
    buildArray(g, node.arguments);
    g.toRegister();
    builder.expressionAt(node.start);
    builder.emit('CallJSRuntime', jsRuntimeFunctions.indexOf('reflect_construct'), callee, 2);
  } else {
    const first = visitArguments(g, node.arguments);
    builder.emit('Ldar', callee);
    builder.expressionAt(node.start);
    const bytecode = place === 'last' ? 'ConstructWithSpread' : 'Construct';
    builder.emit(bytecode, callee, first, node.arguments.length, builder.slot('Call'));
  }
  builder.release(mark);
}

/** V8: VisitCallSuper. */
export function visitSuperCall(g: FunctionState, node: acorn.CallExpression, callee: acorn.Super): void {
  const reference = callee.superReference!;
  if (reference.kind !== 'call') throw new Error('super() without its references');
  const { builder } = g;
  const done = new Label();
  g.loadVariable(reference.thisFunction);
  const thisFunction = g.toRegister();
  // First the constructor, then what it made.
  const instance = builder.newRegister();
  const mark = builder.mark;
  const place = spreadPlace(node.arguments);
  if (place === 'elsewhere') {
    buildArray(g, node.arguments);
    g.toRegister();
    g.loadVariable(reference.newTarget);
    const newTarget = g.toRegister();
    builder.expressionAt(node.start);
    loadSuperConstructor(g, thisFunction, newTarget, instance, done);
    builder.emit('CallJSRuntime', jsRuntimeFunctions.indexOf('reflect_construct'), instance, 3);
  } else {
    const first = visitArguments(g, node.arguments);
    g.loadVariable(reference.newTarget);
    const newTarget = g.toRegister();
    builder.expressionAt(node.start);
    loadSuperConstructor(g, thisFunction, newTarget, instance, done);
    builder.emit('Ldar', newTarget);
    builder.expressionAt(node.start);
    const bytecode = place === 'last' ? 'ConstructWithSpread' : 'Construct';
    builder.emit(bytecode, instance, first, node.arguments.length, builder.slot('Call'));
  }
  builder.emit('Star', instance);
  builder.release(mark);
  builder.bind(done);
  // `this` is bound once.
  builder.emit('Ldar', instance);
  g.storeVariable(reference.thisProxy, false);
  initializeAfterSuper(g, thisFunction, instance);
  builder.emit('Ldar', instance);
}

/**
 * Constructors between that are default ones are left out, except in arrow functions and eval code: what they lead to is
 * constructed at once where that is a default one, too. V8: BuildGetAndCheckSuperConstructor, BuildSuperCallOptimization.
 */
export function loadSuperConstructor(
  g: FunctionState,
  thisFunction: number,
  newTarget: number,
  constructor: number,
  done: Label,
): void {
  const { builder } = g;
  if (isDerivedConstructorKind(g.literal.kind)) {
    const output = builder.newRegisters(2);
    builder.emit('FindNonDefaultConstructorOrConstruct', thisFunction, newTarget, output);
    builder.emit('Mov', output + 1, constructor);
    builder.emit('Ldar', output);
    builder.emit('JumpIfTrue', done);
  } else {
    builder.emit('Ldar', thisFunction);
    builder.emit('GetSuperConstructor', constructor);
  }
  builder.emit('ThrowIfNotSuperConstructor', constructor);
}

/** V8: BuildInstanceInitializationAfterSuperCall, but for the binding of `this`. */
export function initializeAfterSuper(g: FunctionState, thisFunction: number, instance: number): void {
  const scope = constructorScope(g.scope);
  const brand = scope?.outer?.type === 'class' ? scope.outer.brand : undefined;
  if (brand !== undefined) addBrand(g, brand, instance);
  // What an arrow function knows of its constructor's class V8 has forgotten.
  if (!isDerivedConstructorKind(g.literal.kind) || hasInstanceFields(g)) initializeMembers(g, thisFunction, instance);
}

/** V8: BuildInstanceMemberInitialization. */
export function initializeMembers(g: FunctionState, constructor: number, instance: number): void {
  const { builder } = g;
  const done = new Label();
  const receiver = builder.newRegister();
  const initializer = builder.newRegister();
  const name = builder.constant({ type: 'symbol', name: 'class_fields' });
  builder.emit('GetNamedProperty', constructor, name, builder.slot('LoadProperty'));
  builder.emit('JumpIfUndefined', done);
  builder.emit('Star', initializer);
  builder.emit('Mov', instance, receiver);
  builder.emit('CallProperty0', initializer, receiver, builder.slot('Call'));
  builder.bind(done);
}

/**
 * Marks the instance of a class with private methods, so that they can be called on it: with the class's context, where
 * debuggers find them. V8: BuildPrivateBrandInitialization.
 */
export function addBrand(g: FunctionState, brand: Variable, instance: number): void {
  const { builder } = g;
  g.loadContextSlot(brand);
  const { register, depth } = g.contextOf(brand);
  if (depth === 0) {
    const key = g.toRegister();
    builder.emit('Ldar', register);
    builder.emit('DefineKeyedOwnProperty', instance, key, 0, builder.slot('DefineKeyedOwn'));
    return;
  }
  const mark = builder.mark;
  const list = builder.newRegisters(3);
  builder.emit('Star', list + 1);
  builder.emit('Mov', instance, list);
  loadConstant(g, depth);
  builder.emit('Star', list + 2);
  builder.emit('CallRuntime', g.runtimeId('AddPrivateBrand'), list, 3);
  builder.release(mark);
}

export function hasInstanceFields({ literal }: FunctionState): boolean {
  return literal.classNode?.classLiteral?.instanceMembers !== undefined;
}

/** V8: Scope::GetConstructorScope. */
function constructorScope(from: Scope): Scope | undefined {
  let scope: Scope | undefined = from;
  while (scope !== undefined && !(scope.functionKind !== undefined && isClassConstructorKind(scope.functionKind)))
    scope = scope.outer;
  return scope;
}
