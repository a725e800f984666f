/** What constructors do at their start and at their end. V8: BuildInstanceMemberInitialization, BuildReturn. */
import { Label } from './code-builder.ts';
import { emitInstanceMembers } from './generator-construct.ts';
import { returnAt } from './generator-control.ts';
import { FunctionState } from './generator-state.ts';
import { loadConstructorThis } from './generator-statements.ts';
import { closureRegister, parameterRegister } from './registers.ts';

/** Base constructors: brand and fields before anything else. */
export function initializeInstance(g: FunctionState): void {
  const hasBrand = g.literal.classNode?.classLiteral?.scope.brand !== undefined;
  if (!g.literal.hasInstanceMembers && !hasBrand) return;
  const { builder } = g;
  const mark = builder.mark;
  emitInstanceMembers(g, closureRegister, parameterRegister(0, g.parameterCount));
  builder.release(mark);
}

export function defaultDerivedConstructor(g: FunctionState): void {
  const { builder } = g;
  const { newTarget } = g.literal.scope;
  const incoming = newTarget?.location === 'local' ? newTarget.index : g.literal.scope.stackSlotCount;
  builder.emit('Ldar', closureRegister);
  const constructor = builder.newRegister();
  builder.innerStatementAt(Math.max(g.shared.classStart, 0));
  builder.emit('GetSuperConstructor', constructor);
  builder.emit('ThrowIfNotSuperConstructor', constructor);
  builder.emit('Ldar', incoming);
  builder.expressionAt(Math.max(g.shared.classStart, 0));
  builder.emit('ConstructForwardAllArgs', constructor, builder.slot('Call'));
  const instance = g.toRegister();
  emitInstanceMembers(g, closureRegister, instance);
  builder.emit('Ldar', instance);
  returnAt(g, g.shared.classStart);
}

/** A derived constructor returns `this` in place of undefined; primitives are an error of [[Construct]]. */
export function emitEpilogue(g: FunctionState, { label, result }: NonNullable<FunctionState['epilogue']>): void {
  const { builder } = g;
  const end = new Label();
  builder.bind(label);
  builder.emit('Ldar', result!);
  builder.emit('JumpIfNotUndefined', end);
  loadConstructorThis(g);
  builder.bind(end);
  builder.emit('Return');
}
