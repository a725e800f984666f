/** Property loads: named, keyed, private, super, optional. V8: VisitPropertyLoad, BuildPrivateBrandCheck. */
import type * as acorn from 'acorn';
import { memberPosition } from '../parsing/expression-position.ts';
import { Label } from './code-builder.ts';
import { loadConstant, toRegister, visitExpression } from './generator-expressions.ts';
import { loadKeyed } from './generator-iteration.ts';
import { FunctionState } from './generator-state.ts';

export function visitChain(g: FunctionState, node: acorn.ChainExpression): void {
  const outer = g.optionalChainEnd;
  const isNull = new Label();
  const end = new Label();
  g.optionalChainEnd = isNull;
  g.conditionally(() => visitExpression(g, node.expression));
  g.optionalChainEnd = outer;
  g.builder.emit('Jump', end);
  g.builder.bind(isNull).emit('LdaUndefined');
  g.builder.bind(end);
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
  if (node.property.type === 'PrivateIdentifier') {
    builder.expressionAt(position);
    emitPrivate(g, object, node.property, 'LoadPrivate');
    return;
  }
  if (!node.computed) {
    const { name } = node.property as acorn.Identifier;
    builder.expressionAt(position);
    builder.emit('GetNamedProperty', object, builder.constant(name), g.sharedSlot('LoadProperty', node.object, name));
    return;
  }
  const key = node.property as acorn.Expression;
  if (key.type === 'Literal' && typeof key.value === 'string' && String(Number(key.value)) !== key.value) {
    builder.expressionAt(position);
    const slot = g.sharedSlot('LoadProperty', node.object, key.value);
    builder.emit('GetNamedProperty', object, builder.constant(key.value), slot);
    return;
  }
  visitExpression(g, key);
  builder.expressionAt(position);
  loadKeyed(g, object);
}

/** `Private…` runtime functions tell fields, methods and accessors apart by what the name's variable is. */
export function storePrivate(g: FunctionState, object: number, key: acorn.PrivateIdentifier): void {
  const value = g.toRegister();
  emitPrivate(g, object, key, 'StorePrivate', value);
}

export function emitPrivate(
  g: FunctionState,
  object: number,
  key: acorn.PrivateIdentifier,
  what: string,
  value?: number,
): void {
  const builder = g.builder;
  const mark = builder.mark;
  const proxy = privateKeyProxy(key);
  const list = builder.newRegisters(value === undefined ? 4 : 5);
  builder.emit('Mov', object, list);
  g.loadVariable(proxy);
  builder.emit('Star', list + 1);
  loadConstant(g, proxy.variable.mode);
  builder.emit('Star', list + 2);
  loadBrand(g, proxy);
  builder.emit('Star', list + 3);
  if (value !== undefined) builder.emit('Mov', value, list + 4);
  builder.emit('CallRuntime', g.runtimeId(what), list, value === undefined ? 4 : 5);
  builder.release(mark);
}

/** What the receiver of a private method must have: the brand, or for static ones to be the class itself. */
function loadBrand(g: FunctionState, proxy: NonNullable<acorn.PrivateIdentifier['proxy']>): void {
  const { variable } = proxy;
  const scope = variable.scope;
  const isMethod = variable.mode.startsWith('private');
  const brand = isMethod ? (variable.isStatic ? scope.classVariable : scope.brand) : undefined;
  if (brand === undefined) g.builder.emit('LdaUndefined');
  else loadVariableDirect(g, brand);
}

export function loadVariableDirect(
  g: FunctionState,
  variable: NonNullable<acorn.PrivateIdentifier['proxy']>['variable'],
): void {
  if (variable.location === 'context') g.builder.emit('LdaContextSlot', -3, variable.index, g.contextDepthOf(variable));
  else g.builder.emit('Ldar', g.registerOf(variable));
}

export function loadSuperMember(g: FunctionState, node: acorn.MemberExpression): void {
  const builder = g.builder;
  const mark = builder.mark;
  const list = superArguments(g, node, 3);
  builder.expressionAt(memberPosition(g.shared.script.source, node));
  builder.emit('CallRuntime', g.runtimeId('LoadKeyedFromSuper'), list, 3);
  builder.release(mark);
}

/** receiver, home object and key in consecutive registers. */
export function superArguments(g: FunctionState, node: acorn.MemberExpression, count: number): number {
  const reference = (node.object as acorn.Super).superReference!;
  if (reference.kind !== 'property') throw new Error('super.x without a home object');
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

export function privateKeyProxy(key: acorn.PrivateIdentifier): NonNullable<acorn.PrivateIdentifier['proxy']> {
  if (key.proxy === undefined) throw new Error(`#${key.name} has no proxy`);
  return key.proxy;
}
