/** Iterators, for-of and for-in, and the try-finally that closes an iterator. V8: BuildGetIteratorRecord, BuildFinalizeIteration. */
import type * as acorn from 'acorn';
import { expressionPosition, statementPosition } from '../parsing/expression-position.ts';
import { Label } from './code-builder.ts';
import { referenceTo } from './generator-references.ts';
import { breakable, tryCatch, tryFinally } from './generator-control.ts';
import { addDisposable, disposalOf, disposing } from './generator-disposal.ts';
import { visitExpression } from './generator-expressions.ts';
import { FunctionState } from './generator-state.ts';
import { visitStatement } from './generator-statements.ts';
import { visitAwait } from './generator-suspension.ts';
import { intrinsicNames } from './runtime-functions.ts';

export interface IteratorRecord {
  readonly iterator: number;
  readonly next: number;
  readonly isAsync: boolean;
}

/** GetIterator of a value in a register; the position was set by the caller. */
export function openIterator(g: FunctionState, value: number, isAsync: boolean): IteratorRecord {
  const builder = g.builder;
  const iterator = builder.newRegister();
  const next = builder.newRegister();
  if (isAsync) getAsyncIterator(g, value);
  else builder.emit('GetIterator', value, builder.slot('LoadProperty'), builder.slot('Call'));
  builder.emit('Star', iterator);
  builder.emit('GetNamedProperty', iterator, builder.constant('next'), builder.slot('LoadProperty'));
  builder.emit('Star', next);
  return { iterator, next, isAsync };
}

function getAsyncIterator(g: FunctionState, value: number): void {
  const builder = g.builder;
  const mark = builder.mark;
  const useSync = new Label();
  const end = new Label();
  builder.emit(
    'GetNamedProperty',
    value,
    builder.constant({ type: 'symbol', name: 'asyncIterator' }),
    builder.slot('LoadProperty'),
  );
  builder.emit('JumpIfUndefinedOrNull', useSync);
  const method = g.toRegister();
  builder.emit('CallProperty0', method, value, builder.slot('Call'));
  const result = g.toRegister();
  builder.emit('JumpIfJSReceiver', end);
  builder.emit('CallRuntime', g.runtimeId('ThrowSymbolAsyncIteratorInvalid'), 0, 0);
  builder.bind(useSync);
  builder.emit('GetIterator', value, builder.slot('LoadProperty'), builder.slot('Call'));
  builder.emit('Star', result);
  builder.emit('InvokeIntrinsic', intrinsicNames.indexOf('_CreateAsyncFromSyncIterator'), result, 1);
  builder.bind(end);
  builder.release(mark);
}

/** The next value into the accumulator, or a jump to `isDone`. While the iterator itself runs, `done` is true: its errors do not close it. */
export function emitIteratorNext(
  g: FunctionState,
  record: IteratorRecord,
  done: number,
  isDone: Label,
  each?: acorn.ForOfStatement['left'],
): void {
  const builder = g.builder;
  const mark = builder.mark;
  builder.emit('LdaTrue').emit('Star', done);
  if (each !== undefined) builder.statementAt(each.start, bindingPosition(g, each));
  builder.emit('CallProperty0', record.next, record.iterator, builder.slot('Call'));
  if (record.isAsync) visitAwait(g, -1);
  const result = g.toRegister();
  const ok = new Label();
  builder.emit('JumpIfJSReceiver', ok);
  builder.emit('CallRuntime', g.runtimeId('ThrowIteratorResultNotAnObject'), result, 1);
  builder.bind(ok);
  builder.emit('GetNamedProperty', result, builder.constant('done'), builder.slot('LoadProperty'));
  builder.emit('JumpIfToBooleanTrue', isDone);
  builder.emit('GetNamedProperty', result, builder.constant('value'), builder.slot('LoadProperty'));
  builder.emit('Star', result);
  builder.emit('LdaFalse').emit('Star', done);
  builder.emit('Ldar', result);
  builder.release(mark);
}

/** Runs `body`; on every way out, unless `done` is true, the iterator is closed. */
export function withIteratorClose(g: FunctionState, record: IteratorRecord, done: number, body: () => void): void {
  const builder = g.builder;
  tryFinally(g, body, (token) => {
    const end = new Label();
    const closeQuietly = new Label();
    builder.emit('Ldar', done);
    builder.emit('JumpIfToBooleanTrue', end);
    builder.emit('LdaZero').emit('TestReferenceEqual', token);
    builder.emit('JumpIfTrue', closeQuietly);
    closeIterator(g, record, true);
    builder.emit('Jump', end);
    builder.bind(closeQuietly);
    // The exception that is on its way wins over one of return().
    tryCatch(
      g,
      () => closeIterator(g, record, false),
      () => undefined,
    );
    builder.bind(end);
  });
}

export function closeIterator(g: FunctionState, record: IteratorRecord, checkResult: boolean): void {
  const builder = g.builder;
  const mark = builder.mark;
  const end = new Label();
  builder.emit('GetNamedProperty', record.iterator, builder.constant('return'), builder.slot('LoadProperty'));
  builder.emit('JumpIfUndefinedOrNull', end);
  const method = g.toRegister();
  builder.emit('CallProperty0', method, record.iterator, builder.slot('Call'));
  if (record.isAsync) visitAwait(g, -1);
  if (checkResult) {
    builder.emit('JumpIfJSReceiver', end);
    const result = g.toRegister();
    builder.emit('CallRuntime', g.runtimeId('ThrowIteratorResultNotAnObject'), result, 1);
  }
  builder.bind(end);
  builder.release(mark);
}

export function visitForOf(g: FunctionState, node: acorn.ForOfStatement, labels: readonly string[]): void {
  const builder = g.builder;
  const mark = builder.mark;
  // The scope whose variables cannot be read yet stands around the whole loop: contexts are counted through it.
  g.inScope(node.scope, () => {
    initializeHoles(g, node.scope);
    builder.statementAt(node.right.start, statementPosition(g.shared.script.source, node.right));
    visitExpression(g, node.right);
    const value = g.toRegister();
    builder.expressionAt(expressionPosition(g.shared.script.source, node.right));
    const record = openIterator(g, value, node.await === true);
    builder.emit('LdaFalse');
    const done = g.toRegister();
    withIteratorClose(g, record, done, () => {
      breakable(g, 'loop', labels, (control) => {
        const loop = new Label();
        builder.bind(loop);
        emitIteratorNext(g, record, done, control.breakLabel, node.left);
        bindEach(g, node);
        builder.bind(control.continueLabel);
        builder.emit('JumpLoop', loop, 0, builder.slot('JumpLoop'));
      });
    });
  });
  builder.release(mark);
}

/** Where the next value is fetched: at the name that is bound, or at the last token of a declaration's pattern. */
function bindingPosition(g: FunctionState, left: acorn.ForOfStatement['left']): number {
  if (left.type !== 'VariableDeclaration') return expressionPosition(g.shared.script.source, left);
  const target = left.declarations[0]!.id;
  return target.type === 'Identifier' ? target.start : target.end - 1;
}

/** Stores the accumulator into the loop's binding and runs the body. */
function bindEach(g: FunctionState, node: acorn.ForOfStatement | acorn.ForInStatement): void {
  const builder = g.builder;
  const mark = builder.mark;
  const each = g.toRegister();
  g.inScope(node.bodyScope, () => {
    initializeHoles(g, node.bodyScope);
    const { left } = node;
    const isDeclaration = left.type === 'VariableDeclaration';
    const target = isDeclaration ? left.declarations[0]!.id : left;
    // V8 places a declaration's pattern at its last token.
    const position = isDeclaration ? target.end - 1 : undefined;
    const loop = (target as acorn.Node).type === 'CallExpression' ? node : undefined;
    const reference = referenceTo(g, target, isDeclaration && left.kind !== 'var', position, loop);
    const disposal = disposalOf([left]);
    disposing(g, disposal, () => {
      if (isDeclaration) builder.innerStatementAt(bindingPosition(g, left));
      if (node.type === 'ForInStatement' && !isDeclaration)
        builder.expressionAt(expressionPosition(g.shared.script.source, left));
      builder.emit('Ldar', each);
      if (disposal !== undefined) addDisposable(g, disposal, left.start);
      reference.store();
      visitStatement(g, node.body);
    });
  });
  builder.release(mark);
}

/** let, const and class of a scope start as the hole where something may look at them too early. */
export function initializeHoles(g: FunctionState, scope: acorn.BlockStatement['scope']): void {
  if (scope === undefined) return;
  for (const variable of scope.locals) {
    if (!variable.isLexical || !variable.needsHoleInitialization || variable.isThis) continue;
    if (variable.isImport) continue;
    if (variable.location === 'parameter' || variable.location === 'unallocated') continue;
    g.builder.emit('LdaTheHole');
    g.storeUnchecked(variable);
  }
}

export function visitForIn(g: FunctionState, node: acorn.ForInStatement, labels: readonly string[]): void {
  const builder = g.builder;
  const mark = builder.mark;
  if (node.left.type === 'VariableDeclaration' && node.left.declarations[0]?.init) {
    // Annex B: for (var x = 1 in o)
    const declarator = node.left.declarations[0];
    const reference = referenceTo(g, declarator.id);
    visitExpression(g, declarator.init!);
    reference.store();
  }
  g.inScope(node.scope, () => {
    initializeHoles(g, node.scope);
    builder.statementAt(node.right.start, statementPosition(g.shared.script.source, node.right));
    visitExpression(g, node.right);
    const skip = new Label();
    builder.emit('JumpIfUndefinedOrNull', skip);
    const receiver = builder.newRegister();
    builder.emit('ToObject', receiver);
    const cache = builder.newRegisters(3);
    const index = builder.newRegister();
    builder.expressionAt(node.right.start);
    builder.emit('ForInEnumerate', receiver);
    builder.emit('ForInPrepare', cache, builder.slot('ForIn'));
    builder.emit('LdaZero').emit('Star', index);
    breakable(g, 'loop', labels, (control) => {
      const loop = new Label();
      builder.bind(loop);
      builder.statementAt(node.left.start, bindingPosition(g, node.left));
      builder.emit('JumpIfForInDone', control.breakLabel, index, cache + 2);
      builder.emit('ForInNext', receiver, index, cache, builder.slot('ForIn'));
      builder.emit('JumpIfUndefined', control.continueLabel);
      bindEach(g, node);
      builder.bind(control.continueLabel);
      builder.emit('ForInStep', index);
      builder.emit('JumpLoop', loop, 0, builder.slot('JumpLoop'));
    });
    builder.bind(skip);
  });
  builder.release(mark);
}
