/** yield, yield* and await: where frames are suspended. V8: BuildSuspendPoint, BuildAwait, VisitYield, VisitYieldStar. */
import type * as acorn from 'acorn';
import { isAsyncGeneratorKind } from '../parsing/function-kind.ts';
import { Label } from './code-builder.ts';
import { emitReturn, tryCatch } from './generator-control.ts';
import { loadConstant, visitExpression } from './generator-expressions.ts';
import { closeIterator, openIterator } from './generator-iteration.ts';
import { FunctionState } from './generator-state.ts';
import { type Intrinsic, intrinsicNames } from './runtime-functions.ts';

const invoke = (g: FunctionState, name: Intrinsic, first: number, count: number): void => {
  g.builder.emit('InvokeIntrinsic', intrinsicNames.indexOf(name), first, count);
};

/** Suspends with the accumulator; goes on with what is sent in. `position`: what suspends, else what ran before. */
export function suspend(g: FunctionState, position = -1): void {
  const builder = g.builder;
  builder.expressionAt(position >= 0 ? position : Math.max(builder.lastPosition, g.literal.start));
  const id = g.suspendCount++;
  const count = builder.mark;
  builder.emit('SuspendGenerator', g.generatorRegister, 0, count, id);
  const resume = new Label();
  resume.isUsed = true;
  builder.bind(resume);
  g.resumePoints.push(resume);
  builder.emit('ResumeGenerator', g.generatorRegister, 0, count);
}

/** Resume mode into a register; the accumulator afterwards is undefined behaviour, the input is in `input`. */
function resumeMode(g: FunctionState): { input: number; mode: number } {
  const input = g.toRegister();
  invoke(g, '_GeneratorGetResumeMode', g.generatorRegister, 1);
  return { input, mode: g.toRegister() };
}

/** Awaits the accumulator. */
export function visitAwait(g: FunctionState, position: number): void {
  const builder = g.builder;
  const mark = builder.mark;
  const list = builder.newRegisters(2);
  builder.emit('Star', list + 1);
  builder.emit('Mov', g.generatorRegister, list);
  if (position >= 0) builder.expressionAt(position);
  invoke(g, isAsyncGeneratorKind(g.shared.kind) ? '_AsyncGeneratorAwait' : '_AsyncFunctionAwait', list, 2);
  builder.release(mark);
  suspend(g, position);
  rethrowIfThrown(g);
  builder.release(mark);
}

function rethrowIfThrown(g: FunctionState): void {
  const builder = g.builder;
  const { input, mode } = resumeMode(g);
  const ok = new Label();
  builder.emit('LdaZero').emit('TestReferenceEqual', mode);
  builder.emit('JumpIfTrue', ok);
  builder.emit('Ldar', input).emit('ReThrow');
  builder.bind(ok);
  builder.emit('Ldar', input);
}

export function visitYield(g: FunctionState, node: acorn.YieldExpression): void {
  const builder = g.builder;
  const mark = builder.mark;
  if (node.delegate) {
    visitYieldStar(g, node);
    builder.release(mark);
    return;
  }
  if (node.argument) visitExpression(g, node.argument);
  else builder.emit('LdaUndefined');
  const isAsync = isAsyncGeneratorKind(g.shared.kind);
  const list = builder.newRegisters(2);
  if (isAsync) {
    builder.emit('Star', list + 1);
    builder.emit('Mov', g.generatorRegister, list);
    invoke(g, '_AsyncGeneratorYieldWithAwait', list, 2);
  } else {
    builder.emit('Star', list);
    builder.emit('LdaFalse').emit('Star', list + 1);
    invoke(g, '_CreateIterResultObject', list, 2);
  }
  builder.release(mark);
  suspend(g, node.start);
  continueByMode(g);
  builder.release(mark);
}

/** next: the value; return: leave the function; throw: throw. */
function continueByMode(g: FunctionState): void {
  const builder = g.builder;
  const { input, mode } = resumeMode(g);
  const isNext = new Label();
  const isThrow = new Label();
  builder.emit('LdaZero').emit('TestReferenceEqual', mode);
  builder.emit('JumpIfTrue', isNext);
  loadConstant(g, 2);
  builder.emit('TestReferenceEqual', mode);
  builder.emit('JumpIfTrue', isThrow);
  builder.emit('Ldar', input);
  if (isAsyncGeneratorKind(g.shared.kind)) visitAwait(g, -1);
  emitReturn(g);
  builder.bind(isThrow);
  builder.emit('Ldar', input).emit('Throw');
  builder.bind(isNext);
  builder.emit('Ldar', input);
}

function visitYieldStar(g: FunctionState, node: acorn.YieldExpression): void {
  const builder = g.builder;
  const isAsync = isAsyncGeneratorKind(g.shared.kind);
  visitExpression(g, node.argument!);
  const value = g.toRegister();
  const record = openIterator(g, value, isAsync);
  const input = builder.newRegister();
  const mode = builder.newRegister();
  const output = builder.newRegister();
  builder.emit('LdaUndefined').emit('Star', input);
  builder.emit('LdaZero').emit('Star', mode);
  const loop = new Label();
  const haveOutput = new Label();
  const finished = new Label();
  builder.bind(loop);
  delegate(g, record, input, mode, haveOutput);
  builder.bind(haveOutput);
  if (isAsync) visitAwait(g, -1);
  builder.emit('Star', output);
  const ok = new Label();
  builder.emit('JumpIfJSReceiver', ok);
  builder.emit('CallRuntime', g.runtimeId('ThrowIteratorResultNotAnObject'), output, 1);
  builder.bind(ok);
  builder.emit('GetNamedProperty', output, builder.constant('done'), builder.slot('LoadProperty'));
  builder.emit('JumpIfToBooleanTrue', finished);
  if (isAsync) {
    const list = builder.newRegisters(3);
    builder.emit('GetNamedProperty', output, builder.constant('value'), builder.slot('LoadProperty'));
    builder.emit('Star', list + 1);
    builder.emit('Mov', g.generatorRegister, list);
    builder.emit('LdaFalse').emit('Star', list + 2);
    invoke(g, '_AsyncGeneratorResolve', list, 3);
  } else builder.emit('Ldar', output);
  suspend(g, node.start);
  builder.emit('Star', input);
  invoke(g, '_GeneratorGetResumeMode', g.generatorRegister, 1);
  builder.emit('Star', mode);
  if (isAsync) awaitReturnedValue(g, input, mode);
  builder.emit('JumpLoop', loop, 0, builder.slot('JumpLoop'));
  builder.bind(finished);
  const isPlain = new Label();
  builder.emit('GetNamedProperty', output, builder.constant('value'), builder.slot('LoadProperty'));
  builder.emit('Star', output);
  loadConstant(g, 1);
  builder.emit('TestReferenceEqual', mode);
  builder.emit('JumpIfFalse', isPlain);
  builder.emit('Ldar', output);
  emitReturn(g);
  builder.bind(isPlain);
  builder.emit('Ldar', output);
}

/** What return() sends into an async generator is awaited before it goes on; a rejection goes on as throw(). */
function awaitReturnedValue(g: FunctionState, input: number, mode: number): void {
  const builder = g.builder;
  const end = new Label();
  loadConstant(g, 1);
  builder.emit('TestReferenceEqual', mode);
  builder.emit('JumpIfFalse', end);
  tryCatch(
    g,
    () => {
      builder.emit('Ldar', input);
      visitAwait(g, -1);
      builder.emit('Star', input);
    },
    () => {
      builder.emit('Star', input);
      builder.emit('LdaTheHole').emit('SetPendingMessage');
      loadConstant(g, 2);
      builder.emit('Star', mode);
    },
    'asyncAwait',
  );
  builder.bind(end);
}

/** Calls next, return or throw of the inner iterator by the mode. */
function delegate(
  g: FunctionState,
  record: ReturnType<typeof openIterator>,
  input: number,
  mode: number,
  haveOutput: Label,
): void {
  const builder = g.builder;
  const isNotNext = new Label();
  const isThrow = new Label();
  builder.emit('LdaZero').emit('TestReferenceEqual', mode);
  builder.emit('JumpIfFalse', isNotNext);
  builder.emit('CallProperty1', record.next, record.iterator, input, builder.slot('Call'));
  builder.emit('Jump', haveOutput);
  builder.bind(isNotNext);
  loadConstant(g, 2);
  builder.emit('TestReferenceEqual', mode);
  builder.emit('JumpIfTrue', isThrow);
  callIfPresent(g, record, 'return', input, haveOutput);
  builder.emit('Ldar', input);
  if (record.isAsync) visitAwait(g, -1);
  emitReturn(g);
  builder.bind(isThrow);
  callIfPresent(g, record, 'throw', input, haveOutput);
  closeIterator(g, record, true);
  builder.emit('CallRuntime', g.runtimeId('ThrowThrowMethodMissing'), 0, 0);
}

function callIfPresent(
  g: FunctionState,
  record: ReturnType<typeof openIterator>,
  name: string,
  input: number,
  haveOutput: Label,
): void {
  const builder = g.builder;
  const mark = builder.mark;
  const missing = new Label();
  builder.emit('GetNamedProperty', record.iterator, builder.constant(name), builder.slot('LoadProperty'));
  builder.emit('JumpIfUndefinedOrNull', missing);
  const method = g.toRegister();
  builder.emit('CallProperty1', method, record.iterator, input, builder.slot('Call'));
  builder.emit('Jump', haveOutput);
  builder.bind(missing);
  builder.release(mark);
}
