/** break, continue, return and exceptions. V8: src/interpreter/control-flow-builders.cc, BytecodeGenerator::ControlScope. */
import { isAsyncFunctionKind, isAsyncGeneratorKind, isModuleKind } from '../parsing/function-kind.ts';
import { Label } from './code-builder.ts';
import { loadConstant } from './generator-expressions.ts';
import { type Command, type Control, FunctionState } from './generator-state.ts';
import { contextRegister } from './registers.ts';
import { intrinsicNames } from './runtime-functions.ts';

/** Runs `body` with a target for break (and continue); the break label is bound after it. */
export function breakable(
  g: FunctionState,
  kind: 'loop' | 'block' | 'switch',
  labels: readonly string[],
  body: (control: { breakLabel: Label; continueLabel: Label }) => void,
): void {
  const breakLabel = new Label();
  const continueLabel = new Label();
  const contextDepth = g.contexts.length;
  const control: Control =
    kind === 'loop'
      ? { kind, labels, breakLabel, continueLabel, contextDepth }
      : { kind: 'block', labels, breakLabel, contextDepth, isSwitch: kind === 'switch' };
  g.controls.push(control);
  g.conditionally(() => body({ breakLabel, continueLabel }));
  g.controls.pop();
  g.builder.bindTarget(breakLabel);
}

export function emitBreak(g: FunctionState, label: string | undefined): void {
  for (let i = g.controls.length - 1; i >= 0; i--) {
    const control = g.controls[i]!;
    if (control.kind === 'finally') continue;
    if (control.kind === 'continue') {
      const { outer } = control;
      if (outer.kind === 'loop' && (label === undefined || outer.labels.includes(label))) {
        return perform(g, { kind: 'jump', label: outer.breakLabel, target: outer }, i);
      }
      continue;
    }
    const matches = label === undefined ? control.kind === 'loop' || control.isSwitch : control.labels.includes(label);
    if (matches) return perform(g, { kind: 'jump', label: control.breakLabel, target: control });
  }
}

export function emitContinue(g: FunctionState, label: string | undefined): void {
  for (let i = g.controls.length - 1; i >= 0; i--) {
    const control = g.controls[i]!;
    if (
      (control.kind !== 'loop' && control.kind !== 'continue') ||
      (label !== undefined && !control.labels.includes(label))
    )
      continue;
    return perform(g, { kind: 'jump', label: control.continueLabel, target: control });
  }
}

/** Returns the accumulator, through the finally blocks on the way. `position`: where stepping stops at it. */
export function emitReturn(g: FunctionState, position = -1): void {
  perform(g, { kind: 'return' }, -1, position);
}

/** `upTo`: index of the control that stands for the target where the target itself is not on the list. */
function perform(g: FunctionState, command: Command, upTo = -1, position = -1): void {
  const builder = g.builder;
  for (let i = g.controls.length - 1; i > upTo; i--) {
    const control = g.controls[i]!;
    if (
      command.kind === 'jump' &&
      (control === command.target || (control.kind === 'continue' && control.outer === command.target))
    )
      break;
    if (control.kind !== 'finally') continue;
    const known = control.commands.findIndex(
      (other) =>
        other.kind === command.kind &&
        (other.kind === 'return' || (command.kind === 'jump' && other.label === command.label)),
    );
    const number = known >= 0 ? known : control.commands.push(command) - 1;
    builder.emit('Star', control.result);
    g.restoreContext(control.contextDepth);
    loadConstant(g, number + 1);
    builder.emit('Star', control.token);
    builder.emit('Jump', control.entry);
    return;
  }
  if (command.kind === 'jump') {
    if (command.target.kind !== 'finally') g.restoreContext(command.target.contextDepth);
    builder.emit('Jump', command.label);
    return;
  }
  emitFinalReturn(g, position);
}

/** Leaves the function with the accumulator. */
function emitFinalReturn(g: FunctionState, position: number): void {
  const builder = g.builder;
  const { kind } = g.shared;
  if (g.epilogue !== undefined) {
    g.epilogue.result ??= builder.newRegister();
    builder.emit('Star', g.epilogue.result);
    g.restoreContext(g.epilogue.contextDepth);
    builder.emit('Jump', g.epilogue.label);
    return;
  }
  const mark = builder.mark;
  if (isAsyncFunctionKind(kind)) settle(g, '_AsyncFunctionResolve');
  else if (isAsyncGeneratorKind(kind)) settle(g, '_AsyncGeneratorResolve');
  builder.release(mark);
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
  const builder = g.builder;
  const count = intrinsic === '_AsyncGeneratorResolve' ? 3 : 2;
  const list = builder.newRegisters(count);
  builder.emit('Star', list + 1);
  builder.emit('Mov', g.generatorRegister, list);
  if (count === 3) builder.emit('LdaTrue').emit('Star', list + 2);
  builder.emit('InvokeIntrinsic', intrinsicNames.indexOf(intrinsic), list, count);
}

/** try { body } catch (accumulator) { handler }. Both end at the same place. */
export function tryCatch(
  g: FunctionState,
  body: () => void,
  handler: (context: number) => void,
  prediction: 'caught' | 'asyncAwait' | 'promise' = 'caught',
): void {
  const builder = g.builder;
  const mark = builder.mark;
  const context = builder.newRegister();
  builder.emit('Mov', contextRegister, context);
  const start = new Label();
  const end = new Label();
  const catchLabel = new Label();
  const done = new Label();
  const depth = g.contexts.length;
  builder.bindTryStart(start);
  g.conditionally(body);
  end.at = builder.position;
  builder.emit('Jump', done);
  builder.bind(catchLabel);
  builder.handler(start, end, catchLabel, context, prediction);
  g.contexts.length = depth;
  g.conditionally(() => handler(context));
  builder.bindTarget(done);
  builder.release(mark);
}

/**
 * try { body } finally { cleanup }. The token register says on which way cleanup was entered: 0 an exception, n a jump or
 * return, -1 the end of the body.
 */
export function tryFinally(
  g: FunctionState,
  body: () => void,
  cleanup: (token: number, result: number, message: number) => void,
): void {
  const builder = g.builder;
  const mark = builder.mark;
  const token = builder.newRegister();
  const result = builder.newRegister();
  const message = builder.newRegister();
  const context = builder.newRegister();
  builder.emit('Mov', contextRegister, context);
  const control: Control = {
    kind: 'finally',
    token,
    result,
    entry: new Label(),
    commands: [],
    contextDepth: g.contexts.length,
  };
  g.controls.push(control);
  const start = new Label();
  const end = new Label();
  const catchLabel = new Label();
  builder.bindTryStart(start);
  g.conditionally(body);
  const fallsThrough = builder.reachable;
  builder.emit('Star', result);
  builder.emit('LdaSmi', -1).emit('Star', token);
  builder.emit('Jump', control.entry);
  end.at = builder.position;
  g.controls.pop();
  builder.bind(catchLabel);
  builder.handler(start, end, catchLabel, context, 'uncaught');
  builder.emit('Star', result);
  builder.emit('LdaZero').emit('Star', token);
  builder.bind(control.entry);
  builder.emit('LdaTheHole').emit('SetPendingMessage').emit('Star', message);
  cleanup(token, result, message);
  builder.emit('Ldar', message).emit('SetPendingMessage');
  dispatch(g, control, token, result, fallsThrough);
  builder.emit('Ldar', result);
  builder.release(mark);
}

/** `fallsThrough`: the end of the body can be reached; else the last way is the only one that is left. */
function dispatch(
  g: FunctionState,
  control: Extract<Control, { kind: 'finally' }>,
  token: number,
  result: number,
  fallsThrough: boolean,
): void {
  const builder = g.builder;
  const ways: (() => void)[] = [
    () => builder.emit('Ldar', result).emit('ReThrow'),
    ...control.commands.map((command) => () => {
      builder.emit('Ldar', result);
      perform(g, command);
    }),
  ];
  ways.forEach((go, number) => {
    if (!fallsThrough && number === ways.length - 1) return go();
    const next = new Label();
    loadConstant(g, number);
    builder.emit('TestReferenceEqual', token);
    builder.emit('JumpIfFalse', next);
    go();
    builder.bindTarget(next);
  });
}
