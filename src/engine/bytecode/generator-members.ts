/** Property loads: named, keyed, private, super, optional. V8: VisitPropertyLoad. */
import type * as acorn from 'acorn';
import { memberPosition } from '../parsing/expression-position.ts';
import { Label } from './assembly.ts';
import { loadConstant, toRegister, visitExpression } from './generator-expressions.ts';
import { loadKeyed } from './generator-iteration.ts';
import { isPrivateMember, loadPrivate } from './generator-private.ts';
import type { FunctionState } from './generator-state.ts';
import { isArrayIndex } from './literal-boilerplates.ts';
import { literalValue } from './literal-value.ts';

export function visitChain(g: FunctionState, node: acorn.ChainExpression): void {
  inChain(g, () => visitExpression(g, node.expression));
}

/** V8: BuildOptionalChain. */
export function inChain(g: FunctionState, body: () => void): void {
  const { builder } = g;
  const outer = g.optionalChainEnd;
  const isNull = new Label();
  const end = new Label();
  g.optionalChainEnd = isNull;
  g.conditionally(body);
  g.optionalChainEnd = outer;
  builder.emit('Jump', end);
  builder.bind(isNull).emit('LdaUndefined');
  builder.bind(end);
}

export function visitMember(g: FunctionState, node: acorn.MemberExpression): void {
  const mark = g.builder.mark;
  if (node.object.type === 'Super') {
    loadSuperMember(g, node);
    return;
  }
  if (node.optional) {
    const object = toRegister(g, node.object);
    g.builder.emit('JumpIfUndefinedOrNull', g.optionalChainEnd!);
    loadMember(g, object, node);
  } else loadMember(g, toRegister(g, node.object), node);
  g.builder.release(mark);
}

/** The property of an object in a register. */
export function loadMember(g: FunctionState, object: number, node: acorn.MemberExpression): void {
  const builder = g.builder;
  const position = memberPosition(g.shared.script.source, node);
  if (isPrivateMember(node)) return loadPrivate(g, object, node);
  if (!node.computed) {
    const { name } = node.property as acorn.Identifier;
    builder.expressionAt(position);
    builder.emit('GetNamedProperty', object, builder.constant(name), g.sharedSlot('LoadProperty', node.object, name));
    return;
  }
  const key = node.property as acorn.Expression;
  const literal = literalName(key);
  if (literal !== undefined) {
    builder.expressionAt(position);
    const slot = g.sharedSlot('LoadProperty', node.object, literal);
    builder.emit('GetNamedProperty', object, builder.constant(literal), slot);
    return;
  }
  visitExpression(g, key);
  builder.expressionAt(position);
  loadKeyed(g, object);
}

/** V8: VisitNamedSuperPropertyLoad, VisitKeyedSuperPropertyLoad. `receiver` keeps `this` where a call follows. */
export function loadSuperMember(g: FunctionState, node: acorn.MemberExpression, receiver?: number): void {
  const { builder } = g;
  const mark = builder.mark;
  const position = memberPosition(g.shared.script.source, node);
  if (isNamed(node)) {
    const reference = superReferenceOf(node);
    g.loadVariable(reference.thisProxy);
    const object = g.toRegister();
    g.loadVariable(reference.homeObject);
    builder.expressionAt(position);
    builder.emit('GetNamedPropertyFromSuper', object, propertyNameConstant(g, node), builder.slot('LoadProperty'));
    if (receiver !== undefined) builder.emit('Mov', object, receiver);
  } else {
    const list = superArguments(g, node, 3);
    builder.expressionAt(position);
    builder.emit('CallRuntime', g.runtimeId('LoadKeyedFromSuper'), list, 3);
    if (receiver !== undefined) builder.emit('Mov', list, receiver);
  }
  builder.release(mark);
}

/** Whether the property has a name that is no array index. V8: Literal::IsPropertyName. */
export function isNamed(node: acorn.MemberExpression): boolean {
  return !node.computed || literalName(node.property) !== undefined;
}

function literalName(key: acorn.Expression | acorn.PrivateIdentifier): string | undefined {
  const value = key.type === 'PrivateIdentifier' ? undefined : literalValue(key)?.value;
  return typeof value === 'string' && !isArrayIndex(value) ? value : undefined;
}

function propertyNameConstant(g: FunctionState, node: acorn.MemberExpression): number {
  return g.builder.constant(node.computed ? literalName(node.property)! : (node.property as acorn.Identifier).name);
}

function superReferenceOf(node: acorn.MemberExpression) {
  const reference = (node.object as acorn.Super).superReference!;
  if (reference.kind !== 'property') throw new Error('super.x without a home object');
  return reference;
}

/** receiver, home object and key in consecutive registers. */
export function superArguments(g: FunctionState, node: acorn.MemberExpression, count: number): number {
  const reference = superReferenceOf(node);
  const builder = g.builder;
  const list = builder.newRegisters(count);
  g.loadVariable(reference.thisProxy);
  builder.emit('Star', list);
  g.loadVariable(reference.homeObject);
  builder.emit('Star', list + 1);
  loadPropertyKey(g, node);
  builder.emit('Star', list + 2);
  return list;
}

export function loadPropertyKey(g: FunctionState, node: acorn.MemberExpression): void {
  if (node.computed) visitExpression(g, node.property);
  else loadConstant(g, (node.property as acorn.Identifier).name);
}
