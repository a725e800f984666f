/** break, continue, return and exceptions. V8: src/interpreter/control-flow-builders.cc, BytecodeGenerator::ControlScope. */
import { isAsyncFunctionKind, isAsyncGeneratorKind, isModuleKind } from '../parsing/function-kind.ts';
import type { HandlerEntry } from './bytecode-array.ts';
import { Label } from './assembly.ts';
import { loadConstant } from './generator-expressions.ts';
import { type Command, type Control, FunctionState, HoleCheckMerge } from './generator-state.ts';
import { contextRegister } from './registers.ts';
import { intrinsicNames } from './runtime-functions.ts';

/**
 * Runs `body` with a target for break; the break label is bound after it. `body` says which of its parts lead to the end
 * (FunctionState.branch); it returns whether one of them always runs.
 */
export function breakable(
  g: FunctionState,
  kind: 'block' | 'switch',
  labels: readonly string[],
  body: (breakLabel: Label, merge: HoleCheckMerge) => boolean,
): void {
  const breakLabel = new Label();
  const merge = new HoleCheckMerge();
  const contextDepth = g.contexts.length;
  g.controls.push({ kind: 'block', labels, breakLabel, contextDepth, isSwitch: kind === 'switch', merge });
  if (body(breakLabel, merge)) g.merge(merge);
  g.controls.pop();
  g.builder.bind(breakLabel);
}

/** A block that break can leave. */
export function breakableBlock(g: FunctionState, labels: readonly string[], body: () => void): void {
  breakable(g, 'block', labels, (_breakLabel, merge) => {
    g.branch(merge, body);
    return true;
  });
}

export function emitBreak(g: FunctionState, label: string | undefined): void {
  const target = g.controls.findLast((control) => {
    if (control.kind === 'finally' || control.kind === 'catch') return false;
    return label === undefined ? control.kind === 'loop' || control.isSwitch : control.labels.includes(label);
  });
  if (target?.kind === 'loop' || target?.kind === 'block') perform(g, { kind: 'break', target });
}

export function emitContinue(g: FunctionState, label: string | undefined): void {
  const target = g.controls.findLast(
    (control) => control.kind === 'loop' && (label === undefined || control.labels.includes(label)),
  );
  if (target?.kind === 'loop') perform(g, { kind: 'continue', target });
}

/**
 * Returns the accumulator, through the finally blocks on the way. `position`: where stepping stops at it.
 * V8: ReturnAccumulator, AsyncReturnAccumulator.
 */
export function emitReturn(g: FunctionState, position = -1): void {
  const { kind } = g.shared;
  perform(g, { kind: isAsyncFunctionKind(kind) || isAsyncGeneratorKind(kind) ? 'asyncReturn' : 'return' }, position);
}

/** A return of what is no promise's value: of the handler that has settled the promise. */
export function emitPlainReturn(g: FunctionState): void {
  perform(g, { kind: 'return' });
}

/** From the innermost control outwards. V8: ControlScope::PerformCommand. */
export function perform(g: FunctionState, command: Command, position = -1): void {
  const { builder } = g;
  for (let i = g.controls.length - 1; i >= 0; i--) {
    const control = g.controls[i]!;
    if (control.kind === 'finally') {
      g.restoreContext(control.contextDepth);
      recordCommand(g, control, command);
      builder.emit('Jump', control.entry);
      return;
    }
    // The handler is entered by unwinding, which restores the context.
    if (control.kind === 'catch') {
      if (command.kind !== 'rethrow') continue;
      builder.emit('ReThrow');
      return;
    }
    if ((command.kind === 'break' || command.kind === 'continue') && command.target === control) {
      g.restoreContext(control.contextDepth);
      const isContinue = command.kind === 'continue' && control.kind === 'loop';
      if (isContinue || control.kind === 'block') g.joins(control.merge);
      builder.emit('Jump', isContinue ? control.continueLabel : control.breakLabel);
      return;
    }
  }
  if (command.kind === 'rethrow') builder.emit('ReThrow');
  else emitFinalReturn(g, command.kind === 'asyncReturn', position);
}

/** V8: DeferredCommands::RecordCommand. */
function recordCommand(g: FunctionState, control: FinallyControl, command: Command): void {
  const { builder } = g;
  const isJump = command.kind === 'break' || command.kind === 'continue';
  const known = isJump ? -1 : control.commands.findIndex((other) => other.kind === command.kind);
  const token = known >= 0 ? known : control.commands.push(command) - 1;
  if (!isJump) builder.emit('Star', control.result);
  loadConstant(g, token);
  builder.emit('Star', control.token);
  // A jump has no result: any value will do, and this one is at hand.
  if (isJump) builder.emit('Star', control.result);
  if (command.kind === 'rethrow') builder.emit('LdaTheHole').emit('SetPendingMessage').emit('Star', control.message);
}

/** Leaves the function with the accumulator. */
function emitFinalReturn(g: FunctionState, isAsync: boolean, position: number): void {
  const { builder } = g;
  if (g.epilogue !== undefined) {
    builder.emit('Star', g.epilogue.result);
    g.restoreContext(g.epilogue.contextDepth);
    builder.emit('Jump', g.epilogue.label);
    return;
  }
  if (isAsync) {
    const mark = builder.mark;
    settle(g, isAsyncGeneratorKind(g.shared.kind) ? '_AsyncGeneratorResolve' : '_AsyncFunctionResolve');
    builder.release(mark);
  }
  returnAt(g, position);
}

/** Stepping stops at returns that have a position. V8: SetReturnPosition. */
export function returnAt(g: FunctionState, position = -1): void {
  const { builder, literal } = g;
  // Falling off the end is a step of its own for who watches; a return statement began before.
  const isEnd = literal.expression === undefined && position === endOfFunction(g);
  if (position >= 0) builder.statementAt(isEnd ? position : -1, position);
  builder.emit('Return');
}

/** V8: FunctionLiteral::return_position. */
export function endOfFunction({ literal }: FunctionState): number {
  const isTopLevel = literal.kind === 'script' || literal.kind === 'eval' || isModuleKind(literal.kind);
  const hasBraces = literal.expression === undefined && !isTopLevel;
  return Math.max(literal.end - (hasBraces ? 1 : 0), literal.start);
}

/** Intrinsic(generator, accumulator). */
export function settle(
  g: FunctionState,
  intrinsic: '_AsyncFunctionResolve' | '_AsyncFunctionReject' | '_AsyncGeneratorResolve' | '_AsyncGeneratorReject',
): void {
  const { builder } = g;
  const isReject = intrinsic === '_AsyncFunctionReject' || intrinsic === '_AsyncGeneratorReject';
  const count = intrinsic === '_AsyncGeneratorResolve' ? 3 : 2;
  const list = builder.newRegisters(count);
  builder.emit('Mov', g.generatorRegister, list);
  builder.emit('Star', list + 1);
  if (count === 3) builder.emit('LdaTrue').emit('Star', list + 2);
  if (isReject) builder.emit('LdaTheHole').emit('SetPendingMessage');
  builder.emit('InvokeIntrinsic', intrinsicNames.indexOf(intrinsic), list, count);
}

/** try { body } catch (accumulator) { handler }. Both end at the same place. V8: BuildTryCatch. */
export function tryCatch(
  g: FunctionState,
  body: () => void,
  handle: (context: number) => void,
  prediction: HandlerEntry['prediction'] = g.catchPrediction,
): void {
  const { builder } = g;
  if (!builder.reachable) return;
  const context = builder.newRegister();
  const handler = builder.handler(context, prediction);
  builder.emit('Mov', contextRegister, context);
  const done = new Label();
  const depth = g.contexts.length;
  g.controls.push({ kind: 'catch' });
  builder.bindTryStart(handler);
  const merge = new HoleCheckMerge();
  g.branch(merge, body);
  builder.bindTryEnd(handler);
  g.controls.pop();
  builder.emit('Jump', done);
  builder.bindHandler(handler);
  g.contexts.length = depth;
  g.branch(merge, () => handle(context));
  g.merge(merge);
  builder.bind(done);
}

/** What is known inside a finally block of the way on which it was entered. */
export interface Continuation {
  readonly token: number;
  readonly result: number;
  readonly message: number;
}

type FinallyControl = Extract<Control, { kind: 'finally' }>;

/**
 * try { body } finally { cleanup }. The token register says on which way cleanup was entered: 0 an exception, n a jump or
 * return, -1 the end of the body. V8: BuildTryFinally.
 */
export function tryFinally(
  g: FunctionState,
  body: () => void,
  cleanup: (continuation: Continuation) => void,
  prediction: HandlerEntry['prediction'] = g.catchPrediction,
): void {
  const { builder } = g;
  if (!builder.reachable) return;
  const token = builder.newRegister();
  const result = builder.newRegister();
  const message = builder.newRegister();
  builder.emit('LdaTheHole').emit('Star', message);
  const context = builder.newRegister();
  const handler = builder.handler(context, prediction);
  builder.emit('Mov', contextRegister, context);
  const depth = g.contexts.length;
  const entry = new Label();
  const control: FinallyControl = {
    kind: 'finally',
    token,
    result,
    message,
    entry,
    commands: [{ kind: 'rethrow' }],
    contextDepth: depth,
  };
  g.controls.push(control);
  builder.bindTryStart(handler);
  g.conditionally(body);
  builder.bindTryEnd(handler);
  g.controls.pop();
  const fallsThrough = builder.reachable;
  if (fallsThrough) {
    loadConstant(g, -1);
    builder.emit('Star', token);
    builder.emit('Star', result);
  }
  builder.emit('Jump', entry);
  builder.bindHandler(handler);
  g.contexts.length = depth;
  recordCommand(g, control, { kind: 'rethrow' });
  builder.bind(entry);
  cleanup({ token, result, message });
  applyCommands(g, control, fallsThrough);
}

/** Goes on where the finally block was entered from. V8: DeferredCommands::ApplyDeferredCommands. */
function applyCommands(g: FunctionState, control: FinallyControl, fallsThrough: boolean): void {
  const { builder } = g;
  const { commands, token } = control;
  const after = new Label();
  if (commands.length === 1 || (commands.length === 2 && !fallsThrough)) {
    if (commands.length === 2 || fallsThrough) {
      const isOther = commands.length === 2 ? new Label() : after;
      builder.emit('LdaZero').emit('TestReferenceEqual', token);
      builder.emit('JumpIfFalse', isOther);
      applyCommand(g, control, commands[0]!);
      builder.bind(isOther);
      if (commands.length === 2) applyCommand(g, control, commands[1]!);
    } else applyCommand(g, control, commands[0]!);
    return;
  }
  const base = fallsThrough ? 0 : 1;
  const table = builder.jumpTable(commands.length - base, base);
  builder.emit('Ldar', token).switchOnSmi(table);
  if (fallsThrough) builder.emit('Jump', after);
  commands.forEach((command, number) => {
    if (number >= base) builder.bindEntry(table, number);
    applyCommand(g, control, command);
  });
  builder.bind(after);
}

function applyCommand(g: FunctionState, control: FinallyControl, command: Command): void {
  const { builder } = g;
  if (command.kind === 'rethrow') builder.emit('Ldar', control.message).emit('SetPendingMessage');
  if (command.kind !== 'break' && command.kind !== 'continue') builder.emit('Ldar', control.result);
  perform(g, command);
}
