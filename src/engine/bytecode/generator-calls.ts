/** Calls and tagged templates. V8: VisitCall, VisitTemplateLiteral. */
import type * as acorn from 'acorn';
import { callPosition } from '../parsing/call-position.ts';
import { memberPosition } from '../parsing/expression-position.ts';
import { Label } from './code-builder.ts';
import { visitSuperCall } from './generator-construct.ts';
import { loadConstant, visitExpression } from './generator-expressions.ts';
import { buildArray } from './generator-literals.ts';
import { loadMember, superArguments } from './generator-members.ts';
import { FunctionState } from './generator-state.ts';
import { closureRegister } from './registers.ts';

export type Argument = acorn.Expression | acorn.SpreadElement;

export function visitCall(g: FunctionState, node: acorn.CallExpression): void {
  const builder = g.builder;
  const mark = builder.mark;
  if (node.callee.type === 'Super') {
    visitSuperCall(g, node, node.callee);
    builder.release(mark);
    return;
  }
  const callee = builder.newRegister();
  const { kind, receiver } = loadCallee(g, node.callee, callee);
  if (node.optional) {
    builder.emit('Ldar', callee);
    builder.emit('JumpIfUndefinedOrNull', g.optionalChainEnd!);
  }
  if (node.isPossiblyDirectEval && !node.optional) {
    callEval(g, node, callee, receiver);
    builder.release(mark);
    return;
  }
  emitCall(g, callee, receiver, node.arguments, kind, callPosition(g.shared.script.source, node));
  builder.release(mark);
}

/**
 * Callee and receiver into their registers; the arguments follow the receiver. A receiver that is undefined has no register.
 */
interface LoadedCallee {
  readonly kind: ReceiverKind;
  readonly receiver: number;
}

type ReceiverKind = 'undefined' | 'property' | 'any';

function loadCallee(g: FunctionState, node: acorn.Expression | acorn.Super, callee: number): LoadedCallee {
  const builder = g.builder;
  if (node.type === 'ParenthesizedExpression') return loadCallee(g, node.expression, callee);
  const isByName = node.type === 'Identifier' && node.proxy?.variable.mode === 'dynamic';
  if (node.type !== 'ChainExpression' && node.type !== 'MemberExpression' && !isByName) {
    // V8 gives the names of global functions no place of their own here: GLOBAL_CALL.
    const isGlobal = node.type === 'Identifier' && node.proxy?.variable.location === 'unallocated';
    if (isGlobal) g.loadVariable(node.proxy!);
    else visitExpression(g, node);
    builder.emit('Star', callee);
    return { kind: 'undefined', receiver: -1 };
  }
  if (node.type === 'MemberExpression' && node.object.type !== 'Super') {
    visitExpression(g, node.object);
    const receiver = g.toRegister();
    if (node.optional) builder.emit('JumpIfUndefinedOrNull', g.optionalChainEnd!);
    loadMember(g, receiver, node);
    builder.emit('Star', callee);
    return { kind: 'property', receiver };
  }
  const receiver = builder.newRegister();
  return { kind: loadMemberCallee(g, node, callee, receiver), receiver };
}

function loadMemberCallee(
  g: FunctionState,
  node: acorn.ChainExpression | acorn.MemberExpression | acorn.Expression,
  callee: number,
  receiver: number,
): ReceiverKind {
  const builder = g.builder;
  if (node.type === 'ChainExpression') {
    // (a?.b)(): the receiver is kept.
    const outer = g.optionalChainEnd;
    const isNull = new Label();
    const end = new Label();
    g.optionalChainEnd = isNull;
    loadMemberCallee(g, node.expression, callee, receiver);
    g.optionalChainEnd = outer;
    builder.emit('Jump', end);
    builder.bind(isNull).emit('LdaUndefined').emit('Star', callee).emit('Star', receiver);
    builder.bind(end);
    return 'any';
  }
  if (node.type === 'MemberExpression') {
    if (node.object.type === 'Super') {
      const mark = builder.mark;
      const list = superArguments(g, node, 3);
      builder.emit('Mov', list, receiver);
      builder.expressionAt(memberPosition(g.shared.script.source, node));
      builder.emit('CallRuntime', g.runtimeId('LoadKeyedFromSuper'), list, 3);
      builder.emit('Star', callee);
      builder.release(mark);
      return 'any';
    }
    visitExpression(g, node.object);
    builder.emit('Star', receiver);
    if (node.optional) builder.emit('JumpIfUndefinedOrNull', g.optionalChainEnd!);
    loadMember(g, receiver, node);
    builder.emit('Star', callee);
    return 'property';
  }
  // What a sloppy eval may shadow has no receiver. V8: Call::GetCallType.
  if (node.type === 'Identifier' && node.proxy?.variable.mode === 'dynamic') {
    const mark = builder.mark;
    loadConstant(g, node.name);
    const name = g.toRegister();
    const pair = builder.newRegisters(2);
    builder.expressionAt(node.start);
    builder.emit('CallRuntimeForPair', g.runtimeId('LoadLookupSlotForCall'), name, 1, pair);
    builder.emit('Mov', pair, callee);
    builder.emit('Mov', pair + 1, receiver);
    builder.release(mark);
    return 'any';
  }
  visitExpression(g, node);
  builder.emit('Star', callee);
  builder.emit('LdaUndefined').emit('Star', receiver);
  return 'any';
}

export function spreadPlace(args: readonly Argument[]): 'none' | 'last' | 'elsewhere' {
  const first = args.findIndex((argument) => argument.type === 'SpreadElement');
  if (first < 0) return 'none';
  return first === args.length - 1 ? 'last' : 'elsewhere';
}

/** Arguments into the registers that follow `receiver`, which was the last one taken. */
export function visitArguments(g: FunctionState, args: readonly Argument[]): number {
  const builder = g.builder;
  const first = builder.mark;
  for (const argument of args) {
    visitExpression(g, argument.type === 'SpreadElement' ? argument.argument : argument);
    g.toRegister();
  }
  return first;
}

function emitCall(
  g: FunctionState,
  callee: number,
  receiver: number,
  args: readonly Argument[],
  kind: ReceiverKind,
  position: number,
): void {
  const builder = g.builder;
  const place = spreadPlace(args);
  if (place === 'elsewhere') {
    const list = builder.newRegisters(3);
    builder.emit('Mov', callee, list);
    if (kind === 'undefined') builder.emit('LdaUndefined').emit('Star', list + 1);
    else builder.emit('Mov', receiver, list + 1);
    buildArray(g, args);
    builder.emit('Star', list + 2);
    builder.expressionAt(position);
    builder.emit('CallRuntime', g.runtimeId('Apply'), list, 3);
    return;
  }
  if (kind === 'undefined' && place === 'last') {
    const start = builder.newRegister();
    builder.emit('LdaUndefined').emit('Star', start);
    visitArguments(g, args);
    builder.expressionAt(position);
    builder.emit('CallWithSpread', callee, start, args.length + 1, builder.slot('Call'));
    return;
  }
  const first = visitArguments(g, args);
  builder.expressionAt(position);
  const count = args.length;
  if (place === 'last') {
    builder.emit('CallWithSpread', callee, receiver, count + 1, builder.slot('Call'));
    return;
  }
  emitPlainCall(g, { kind, receiver }, callee, first, count);
}

/** V8: BytecodeArrayBuilder::CallProperty, CallUndefinedReceiver, CallAnyReceiver. */
function emitPlainCall(
  g: FunctionState,
  { kind, receiver }: LoadedCallee,
  callee: number,
  first: number,
  count: number,
): void {
  const { builder } = g;
  const slot = builder.slot('Call');
  if (kind === 'undefined') {
    if (count === 0) builder.emit('CallUndefinedReceiver0', callee, slot);
    else if (count === 1) builder.emit('CallUndefinedReceiver1', callee, first, slot);
    else if (count === 2) builder.emit('CallUndefinedReceiver2', callee, first, first + 1, slot);
    else builder.emit('CallUndefinedReceiver', callee, first, count, slot);
    return;
  }
  if (kind === 'any') builder.emit('CallAnyReceiver', callee, receiver, count + 1, slot);
  else if (count === 0) builder.emit('CallProperty0', callee, receiver, slot);
  else if (count === 1) builder.emit('CallProperty1', callee, receiver, first, slot);
  else if (count === 2) builder.emit('CallProperty2', callee, receiver, first, first + 1, slot);
  else builder.emit('CallProperty', callee, receiver, count + 1, slot);
}

function callEval(g: FunctionState, node: acorn.CallExpression, callee: number, loaded: number): void {
  const builder = g.builder;
  let receiver = loaded;
  if (receiver < 0) {
    receiver = builder.newRegister();
    builder.emit('LdaUndefined').emit('Star', receiver);
  }
  const place = spreadPlace(node.arguments);
  if (place === 'elsewhere') {
    // The first argument may come out of what is spread.
    const apply = builder.newRegisters(3);
    buildArray(g, node.arguments);
    builder.emit('Star', apply + 2);
    builder.emit('LdaZero').emit('GetKeyedProperty', apply + 2, builder.slot('LoadKeyed'));
    resolveEval(g, node, callee, g.toRegister());
    builder.emit('Star', apply);
    builder.emit('Mov', receiver, apply + 1);
    builder.expressionAt(node.start);
    builder.emit('CallRuntime', g.runtimeId('Apply'), apply, 3);
    return;
  }
  const count = node.arguments.length;
  if (count === 0) {
    emitCall(g, callee, receiver, node.arguments, 'any', node.start);
    return;
  }
  // As in V8, what a last spread goes over is taken for the text where it is the only argument.
  resolveEval(g, node, callee, visitArguments(g, node.arguments));
  builder.emit('Star', callee);
  builder.expressionAt(node.start);
  const bytecode = place === 'last' ? 'CallWithSpread' : 'CallAnyReceiver';
  builder.emit(bytecode, callee, receiver, count + 1, builder.slot('Call'));
}

/** What a call of `eval` with this first argument calls, into the accumulator. */
function resolveEval(g: FunctionState, node: acorn.CallExpression, callee: number, first: number): void {
  const builder = g.builder;
  const list = builder.newRegisters(6);
  builder.emit('Mov', callee, list);
  builder.emit('Mov', first, list + 1);
  builder.emit('Mov', closureRegister, list + 2);
  loadConstant(g, g.scope.isStrict ? 1 : 0);
  builder.emit('Star', list + 3);
  loadConstant(g, g.scope.start);
  builder.emit('Star', list + 4);
  loadConstant(g, node.start);
  builder.emit('Star', list + 5);
  builder.expressionAt(node.start);
  builder.emit('CallRuntime', g.runtimeId('ResolvePossiblyDirectEval'), list, 6);
}

export function visitTaggedTemplate(g: FunctionState, node: acorn.TaggedTemplateExpression): void {
  const builder = g.builder;
  const mark = builder.mark;
  const callee = builder.newRegister();
  const { kind, receiver } = loadCallee(g, node.tag, callee);
  const count = node.quasi.expressions.length + 1;
  const first = builder.newRegisters(count);
  const description = builder.constant({
    type: 'template',
    cooked: node.quasi.quasis.map((quasi) => quasi.value.cooked ?? undefined),
    raw: node.quasi.quasis.map((quasi) => quasi.value.raw),
  });
  builder.expressionAt(node.quasi.start);
  builder.emit('GetTemplateObject', description, builder.slot('Literal'));
  builder.emit('Star', first);
  node.quasi.expressions.forEach((expression, i) => {
    visitExpression(g, expression);
    builder.emit('Star', first + 1 + i);
  });
  builder.expressionAt(node.quasi.start);
  emitPlainCall(g, { kind, receiver }, callee, first, count);
  builder.release(mark);
}
