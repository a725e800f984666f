/** yield, yield* and await: where frames are suspended. V8: BuildSuspendPoint, BuildAwait, VisitYield, VisitYieldStar. */
import type * as acorn from 'acorn';
import { isAsyncGeneratorKind, isModuleKind } from '../parsing/function-kind.ts';
import { Label } from './assembly.ts';
import { emitPlainReturn, emitReturn } from './generator-control.ts';
import { loadConstant, visitExpression } from './generator-expressions.ts';
import {
  callIteratorMethod,
  closeIterator,
  fillIteratorRecord,
  type IteratorRecord,
  loadFrom,
} from './generator-iterators.ts';
import { visitLoop } from './generator-loops.ts';
import { FunctionState } from './generator-state.ts';
import { type Intrinsic, intrinsicNames } from './runtime-functions.ts';

/** V8: JSGeneratorObject::ResumeMode. */
const resumeModes = { next: 0, return: 1, throw: 2 } as const;

const invoke = (g: FunctionState, name: Intrinsic, first: number, count: number): void => {
  g.builder.emit('InvokeIntrinsic', intrinsicNames.indexOf(name), first, count);
};

/** Suspends with the accumulator; goes on with what is sent in. */
function suspend(g: FunctionState, position: number): void {
  const { builder } = g;
  // Dead code is not resumed, or it would come alive.
  if (!builder.reachable) return;
  const id = g.suspendCount++;
  const count = builder.mark;
  if (position >= 0) builder.expressionAt(position);
  builder.emit('SuspendGenerator', g.generatorRegister, 0, count, id);
  builder.bindEntry(g.resumeTable!, id);
  builder.emit('ResumeGenerator', g.generatorRegister, 0, count);
}

/** Awaits the accumulator. `position`: -1 where nobody wrote the await. */
export function visitAwait(g: FunctionState, position = -1): void {
  const { builder } = g;
  const mark = builder.mark;
  const list = builder.newRegisters(2);
  builder.emit('Mov', g.generatorRegister, list).emit('Star', list + 1);
  invoke(g, isAsyncGeneratorKind(g.shared.kind) ? '_AsyncGeneratorAwait' : '_AsyncFunctionAwait', list, 2);
  builder.release(mark);
  suspend(g, position);
  const input = builder.newRegister();
  const mode = builder.newRegister();
  const isNext = new Label();
  builder.emit('Star', input);
  invoke(g, '_GeneratorGetResumeMode', g.generatorRegister, 1);
  builder.emit('Star', mode);
  loadConstant(g, resumeModes.next);
  builder.emit('TestReferenceEqual', mode).emit('JumpIfTrue', isNext);
  builder.emit('Ldar', input).emit('ReThrow');
  builder.bind(isNext);
  builder.emit('Ldar', input);
}

export function visitYield(g: FunctionState, node: acorn.YieldExpression): void {
  if (node.delegate) {
    visitYieldStar(g, node);
    return;
  }
  const { builder } = g;
  builder.expressionAt(node.start);
  if (node.argument) visitExpression(g, node.argument);
  else builder.emit('LdaUndefined');
  yieldValue(g, node.start, false);
}

/** Generators stop before their body; return() and throw() at that point end them. */
export function initialYield(g: FunctionState, position: number): void {
  g.builder.expressionAt(position);
  g.builder.emit('Ldar', g.generatorRegister);
  yieldValue(g, position, true);
}

/** Yields the accumulator and goes on by the way of resumption. */
function yieldValue(g: FunctionState, position: number, isInitial: boolean): void {
  const { builder } = g;
  const isAsync = isAsyncGeneratorKind(g.shared.kind);
  if (!isInitial) {
    const mark = builder.mark;
    const list = builder.newRegisters(2);
    if (isAsync) {
      builder.emit('Mov', g.generatorRegister, list).emit('Star', list + 1);
      invoke(g, '_AsyncGeneratorYieldWithAwait', list, 2);
    } else {
      builder.emit('Star', list).emit('LdaFalse');
      builder.emit('Star', list + 1);
      invoke(g, '_CreateIterResultObject', list, 2);
    }
    builder.release(mark);
  }
  suspend(g, position);
  const input = g.toRegister();
  invoke(g, '_GeneratorGetResumeMode', g.generatorRegister, 1);
  const table = builder.jumpTable(isAsync ? 3 : 2, resumeModes.next);
  builder.switchOnSmi(table);
  if (isAsync) {
    builder.expressionAt(position);
    builder.emit('Ldar', input).emit('ReThrow');
    builder.bindEntry(table, resumeModes.throw);
  }
  builder.expressionAt(position);
  builder.emit('Ldar', input).emit('Throw');
  builder.bindEntry(table, resumeModes.return);
  builder.emit('Ldar', input);
  if (isInitial && isModuleKind(g.shared.kind)) emitPlainReturn(g);
  else emitReturn(g);
  builder.bindEntry(table, resumeModes.next);
  builder.emit('Ldar', input);
}

function visitYieldStar(g: FunctionState, node: acorn.YieldExpression): void {
  const { builder } = g;
  const position = node.start;
  const isAsync = isAsyncGeneratorKind(g.shared.kind);
  const output = builder.newRegister();
  const mode = builder.newRegister();
  const mark = builder.mark;
  const object = builder.newRegisters(2);
  const input = object + 1;
  visitExpression(g, node.argument!);
  const record = fillIteratorRecord(g, { object, next: builder.newRegister(), isAsync });
  builder.emit('LdaUndefined').emit('Star', input);
  loadConstant(g, resumeModes.next);
  builder.emit('Star', mode);
  visitLoop(g, -1, [], ({ breakLabel, continueLabel }) => {
    delegate(g, record, input, mode, position);
    if (isAsync) visitAwait(g, position);
    const isObject = new Label();
    builder.emit('Star', output).emit('JumpIfJSReceiver', isObject);
    builder.emit('CallRuntime', g.runtimeId('ThrowIteratorResultNotAnObject'), output, 1);
    builder.bind(isObject);
    loadFrom(g, output, 'done');
    builder.emit('JumpIfToBooleanTrue', breakLabel);
    if (isAsync) resolveWithValue(g, output);
    else builder.emit('Ldar', output);
    suspend(g, position);
    builder.emit('Star', input);
    invoke(g, '_GeneratorGetResumeMode', g.generatorRegister, 1);
    builder.emit('Star', mode);
    builder.bind(continueLabel);
  });
  builder.release(mark);
  const value = builder.newRegister();
  const isPlain = new Label();
  loadFrom(g, output, 'value');
  builder.emit('Star', value);
  loadConstant(g, resumeModes.return);
  builder.emit('TestReferenceEqual', mode).emit('JumpIfFalse', isPlain);
  builder.emit('Ldar', value);
  emitReturn(g);
  builder.bind(isPlain);
  builder.emit('Ldar', value);
}

/** The promise of the current request gets what the inner iterator yielded. */
function resolveWithValue(g: FunctionState, output: number): void {
  const { builder } = g;
  const mark = builder.mark;
  loadFrom(g, output, 'value');
  const list = builder.newRegisters(3);
  builder.emit('Mov', g.generatorRegister, list);
  builder.emit('Star', list + 1);
  builder.emit('LdaFalse').emit('Star', list + 2);
  invoke(g, '_AsyncGeneratorResolve', list, 3);
  builder.release(mark);
}

/** Calls next, return or throw of the inner iterator by the mode. */
function delegate(g: FunctionState, record: IteratorRecord, input: number, mode: number, position: number): void {
  const { builder } = g;
  const isCalled = new Label();
  const table = builder.jumpTable(2, resumeModes.return);
  builder.emit('Ldar', mode).switchOnSmi(table);
  builder.emit('CallProperty1', record.next, record.object, input, builder.slot('Call'));
  builder.emit('Jump', isCalled);
  builder.bindEntry(table, resumeModes.return);
  const hasNoReturn = new Label();
  callIteratorMethod(g, record, 'return', input, isCalled, hasNoReturn);
  builder.bind(hasNoReturn);
  builder.emit('Ldar', input);
  if (record.isAsync) visitAwait(g, position);
  emitReturn(g);
  builder.bindEntry(table, resumeModes.throw);
  const hasNoThrow = new Label();
  callIteratorMethod(g, record, 'throw', input, isCalled, hasNoThrow);
  builder.bind(hasNoThrow);
  closeIterator(g, record, position);
  builder.emit('CallRuntime', g.runtimeId('ThrowThrowMethodMissing'), 0, 0);
  builder.bind(isCalled);
}
