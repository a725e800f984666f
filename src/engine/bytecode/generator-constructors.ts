/** What constructors do at their start and at their end. V8: BuildInstanceMemberInitialization, BuildReturn. */
import { Label } from './assembly.ts';
import {
  addBrand,
  hasInstanceFields,
  initializeAfterSuper,
  initializeMembers,
  loadSuperConstructor,
} from './generator-construct.ts';
import { endOfFunction, returnAt } from './generator-control.ts';
import type { FunctionState } from './generator-state.ts';
import { loadConstructorThis } from './generator-statements.ts';
import { closureRegister, parameterRegister } from './registers.ts';

/** Base constructors: brand and fields before anything else. */
export function initializeInstance(g: FunctionState): void {
  const brand = g.literal.classNode?.classLiteral?.scope.brand;
  const instance = parameterRegister(0, g.parameterCount);
  if (brand !== undefined) addBrand(g, brand, instance);
  if (hasInstanceFields(g)) initializeMembers(g, closureRegister, instance);
}

/** V8: BuildDefaultDerivedConstructor (VisitDefaultDerivedConstructor…). */
export function defaultDerivedConstructor(g: FunctionState): void {
  const { builder, literal } = g;
  const done = new Label();
  const reference = literal.superReference;
  if (reference?.kind !== 'call') throw new Error('a default constructor without super()');
  const position = Math.max(g.shared.classStart, 0);
  builder.innerStatementAt(position);
  g.loadVariable(reference.thisFunction);
  const thisFunction = g.toRegister();
  g.loadVariable(reference.newTarget);
  const newTarget = g.toRegister();
  const instance = builder.newRegister();
  loadSuperConstructor(g, thisFunction, newTarget, instance, done);
  builder.emit('Ldar', newTarget);
  builder.expressionAt(position);
  builder.emit('ConstructForwardAllArgs', instance, builder.slot('Call'));
  builder.emit('Star', instance);
  builder.bind(done);
  initializeAfterSuper(g, thisFunction, instance);
  builder.emit('Ldar', instance);
  returnAt(g, position);
}

/**
 * A derived constructor returns `this` in place of undefined; primitives are an error of [[Construct]].
 * V8: GenerateDerivedConstructorBody.
 */
export function derivedConstructorBody(g: FunctionState, body: () => void): void {
  const { builder } = g;
  const result = builder.newRegister();
  const label = new Label();
  g.epilogue = { label, result, contextDepth: g.contexts.length };
  g.conditionally(body);
  const returnThis = new Label();
  if (label.isUsed) {
    builder.emit('Jump', returnThis);
    builder.bind(label);
    builder.emit('Ldar', result);
    builder.emit('JumpIfUndefined', returnThis);
    returnAt(g, endOfFunction(g));
    builder.bind(returnThis);
  }
  if (!builder.reachable) return;
  loadConstructorThis(g);
  returnAt(g, endOfFunction(g));
}
