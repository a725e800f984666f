/** new, super() and what a constructor does for its instance. V8: VisitCallNew, VisitSuperCallReference, BuildInstanceMemberInitialization. */
import type * as acorn from 'acorn';
import type { Scope } from '../parsing/scopes.ts';
import { Label } from './code-builder.ts';
import { type Argument, spreadPlace, visitArguments } from './generator-calls.ts';
import { toRegister } from './generator-expressions.ts';
import { buildArray } from './generator-literals.ts';
import { loadVariableDirect } from './generator-members.ts';
import type { FunctionState } from './generator-state.ts';

export function visitNew(g: FunctionState, node: acorn.NewExpression): void {
  const builder = g.builder;
  const mark = builder.mark;
  const callee = toRegister(g, node.callee);
  constructWith(g, callee, callee, node.arguments, node.start);
  builder.release(mark);
}

function constructWith(
  g: FunctionState,
  callee: number,
  newTarget: number,
  args: readonly Argument[],
  position: number,
): void {
  const builder = g.builder;
  const place = spreadPlace(args);
  if (place === 'elsewhere') {
    const list = builder.newRegisters(3);
    builder.emit('Mov', callee, list);
    buildArray(g, args);
    builder.emit('Star', list + 1);
    builder.emit('Mov', newTarget, list + 2);
    builder.expressionAt(position);
    builder.emit('CallRuntime', g.runtimeId('Construct'), list, 3);
    return;
  }
  const first = visitArguments(g, args);
  builder.emit('Ldar', newTarget);
  builder.expressionAt(position);
  builder.emit(
    place === 'last' ? 'ConstructWithSpread' : 'Construct',
    callee,
    first,
    args.length,
    builder.slot('Call'),
  );
}

export function visitSuperCall(g: FunctionState, node: acorn.CallExpression, callee: acorn.Super): void {
  const reference = callee.superReference!;
  if (reference.kind !== 'call') throw new Error('super() without its references');
  const builder = g.builder;
  g.loadVariable(reference.thisFunction);
  const thisFunction = g.toRegister();
  g.loadVariable(reference.newTarget);
  const newTarget = g.toRegister();
  emitSuperConstruct(
    g,
    thisFunction,
    newTarget,
    () => {
      const place = node.arguments;
      return place;
    },
    node.start,
  );
  // `this` is bound once.
  const instance = g.toRegister();
  g.storeVariable(reference.thisProxy, false);
  emitInstanceMembers(g, thisFunction, instance);
  builder.emit('Ldar', instance);
}

function emitSuperConstruct(
  g: FunctionState,
  thisFunction: number,
  newTarget: number,
  args: () => readonly Argument[],
  position: number,
): void {
  const builder = g.builder;
  builder.emit('Ldar', thisFunction);
  const constructor = builder.newRegister();
  builder.emit('GetSuperConstructor', constructor);
  const list = args();
  const place = spreadPlace(list);
  if (place === 'elsewhere') {
    builder.emit('ThrowIfNotSuperConstructor', constructor);
    constructWith(g, constructor, newTarget, list, position);
    return;
  }
  const first = visitArguments(g, list);
  builder.expressionAt(position);
  builder.emit('ThrowIfNotSuperConstructor', constructor);
  builder.emit('Ldar', newTarget);
  builder.expressionAt(position);
  builder.emit(
    place === 'last' ? 'ConstructWithSpread' : 'Construct',
    constructor,
    first,
    list.length,
    builder.slot('Call'),
  );
}

/** Runs the function that defines an instance's fields, if the active class has one. */
export function emitInstanceMembers(g: FunctionState, constructor: number, instance: number): void {
  const builder = g.builder;
  const mark = builder.mark;
  const skip = new Label();
  addBrand(g, instance);
  builder.emit(
    'GetNamedProperty',
    constructor,
    builder.constant({ type: 'symbol', name: 'class_fields' }),
    builder.slot('LoadProperty'),
  );
  builder.emit('JumpIfUndefined', skip);
  const initializer = g.toRegister();
  builder.emit('CallProperty0', initializer, instance, builder.slot('Call'));
  builder.bind(skip);
  builder.release(mark);
}

/** Marks the instance of a class with private methods, so that they can be called on it. */
function addBrand(g: FunctionState, instance: number): void {
  let scope: Scope | undefined = g.scope;
  while (scope !== undefined && scope.type !== 'class') scope = scope.outer;
  const brand = scope?.brand;
  if (brand === undefined || brand.location === 'unallocated') return;
  const builder = g.builder;
  const list = builder.newRegisters(2);
  builder.emit('Mov', instance, list);
  loadVariableDirect(g, brand);
  builder.emit('Star', list + 1);
  builder.emit('CallRuntime', g.runtimeId('AddPrivateBrand'), list, 2);
}
