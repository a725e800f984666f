/** Calls and tagged templates. V8: VisitCall, VisitTemplateLiteral. */
import type * as acorn from 'acorn';
import { callPosition } from '../parsing/call-position.ts';
import { visitSuperCall } from './generator-construct.ts';
import { loadConstant, visitExpression } from './generator-expressions.ts';
import { buildArray } from './generator-arrays.ts';
import { inChain, loadMember, loadSuperMember } from './generator-members.ts';
import { isPrivateMember } from './generator-private.ts';
import type { FunctionState } from './generator-state.ts';
import { closureRegister } from './registers.ts';
import { jsRuntimeFunctions } from './runtime-functions.ts';

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
  const loaded = loadCallee(g, node.callee, callee, spreadPlace(node.arguments) !== 'none');
  if (node.optional) {
    builder.emit('Ldar', callee);
    builder.emit('JumpIfUndefinedOrNull', g.optionalChainEnd!);
  }
  emitCall(g, callee, loaded, node, callPosition(g.shared.script.source, node));
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

function loadCallee(
  g: FunctionState,
  node: acorn.Expression | acorn.Super,
  callee: number,
  hasSpread: boolean,
): LoadedCallee {
  const { builder } = g;
  if (node.type === 'ParenthesizedExpression') return loadCallee(g, node.expression, callee, hasSpread);
  if (node.type === 'MemberExpression') {
    const loaded = loadMemberCallee(g, node);
    builder.emit('Star', callee);
    return loaded;
  }
  if (node.type === 'ChainExpression' && node.expression.type === 'MemberExpression') {
    // (a?.b)(): the receiver is kept.
    const member = node.expression;
    let receiver = -1;
    inChain(g, () => {
      receiver = loadMemberCallee(g, member).receiver;
    });
    builder.emit('Star', callee);
    return { kind: 'any', receiver };
  }
  if (node.type === 'Identifier' && node.proxy?.variable.mode === 'dynamic') {
    const receiver = builder.newRegister();
    const mark = builder.mark;
    const name = builder.newRegister();
    const pair = builder.newRegisters(2);
    loadConstant(g, node.name);
    builder.emit('Star', name);
    builder.emit('CallRuntimeForPair', g.runtimeId('LoadLookupSlotForCall'), name, 1, pair);
    builder.emit('Mov', pair, callee);
    builder.emit('Mov', pair + 1, receiver);
    builder.release(mark);
    return { kind: 'any', receiver };
  }
  // Calls with spread have no way to leave the receiver out.
  const receiver = hasSpread ? builder.newRegister() : -1;
  if (hasSpread) builder.emit('LdaUndefined').emit('Star', receiver);
  // V8 gives the names of global functions no place of their own here: GLOBAL_CALL.
  const isGlobal = node.type === 'Identifier' && node.proxy?.variable.location === 'unallocated';
  if (isGlobal) g.loadVariable(node.proxy!);
  else visitExpression(g, node);
  builder.emit('Star', callee);
  return { kind: hasSpread ? 'any' : 'undefined', receiver };
}

/** The callee itself stays in the accumulator. */
function loadMemberCallee(g: FunctionState, node: acorn.MemberExpression): LoadedCallee {
  const { builder } = g;
  if (node.object.type === 'Super') {
    const receiver = builder.newRegister();
    loadSuperMember(g, node, receiver);
    return { kind: 'any', receiver };
  }
  visitExpression(g, node.object);
  const receiver = g.toRegister();
  if (node.optional) builder.emit('JumpIfUndefinedOrNull', g.optionalChainEnd!);
  loadMember(g, receiver, node);
  return { kind: isPrivateMember(node) ? 'any' : 'property', receiver };
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
  loaded: LoadedCallee,
  node: acorn.CallExpression,
  position: number,
): void {
  const { builder } = g;
  const args = node.arguments;
  const place = spreadPlace(args);
  const isEval = node.isPossiblyDirectEval === true && args.length > 0;
  if (place === 'elsewhere') {
    // The list stands behind callee and receiver.
    buildArray(g, args);
    const list = g.toRegister();
    if (isEval) {
      const mark = builder.mark;
      // The first argument may come out of what is spread.
      builder.emit('LdaZero').emit('GetKeyedProperty', list, builder.slot('LoadKeyed'));
      resolveEval(g, node, callee, g.toRegister());
      builder.release(mark);
    }
    builder.expressionAt(position);
    builder.emit('CallJSRuntime', jsRuntimeFunctions.indexOf('reflect_apply'), callee, 3);
    return;
  }
  const first = visitArguments(g, args);
  // As in V8, what a last spread goes over is taken for the text where it is the only argument.
  if (isEval) resolveEval(g, node, callee, first);
  builder.expressionAt(position);
  if (place === 'last') builder.emit('CallWithSpread', callee, loaded.receiver, args.length + 1, builder.slot('Call'));
  else emitPlainCall(g, loaded, callee, first, args.length);
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

/** Makes `callee` what a call of `eval` with this first argument calls. */
function resolveEval(g: FunctionState, node: acorn.CallExpression, callee: number, first: number): void {
  const { builder } = g;
  const mark = builder.mark;
  const list = builder.newRegisters(6);
  builder.emit('Mov', callee, list);
  builder.emit('Mov', first, list + 1);
  builder.emit('Mov', closureRegister, list + 2);
  loadConstant(g, g.scope.isStrict ? 1 : 0);
  builder.emit('Star', list + 3);
  loadConstant(g, node.evalScopeInfoIndex ?? 0);
  builder.emit('Star', list + 4);
  loadConstant(g, node.start);
  builder.emit('Star', list + 5);
  builder.emit('CallRuntime', g.runtimeId('ResolvePossiblyDirectEval'), list, 6);
  builder.emit('Star', callee);
  builder.release(mark);
}

export function visitTaggedTemplate(g: FunctionState, node: acorn.TaggedTemplateExpression): void {
  const builder = g.builder;
  const mark = builder.mark;
  const callee = builder.newRegister();
  const loaded = loadCallee(g, node.tag, callee, false);
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
  emitPlainCall(g, loaded, callee, first, count);
  builder.release(mark);
}
