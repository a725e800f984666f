/**
 * Iterators: getting one, its next value, closing it. V8: BuildGetIteratorRecord, BuildIteratorNext, BuildFinalizeIteration,
 * BuildFillArrayWithIterator in src/interpreter/bytecode-generator.cc.
 */
import { Label } from './assembly.ts';
import { tryCatch } from './generator-control.ts';
import { loadConstant } from './generator-expressions.ts';
import { visitLoop } from './generator-loops.ts';
import { FunctionState } from './generator-state.ts';
import { visitAwait } from './generator-suspension.ts';
import { intrinsicNames } from './runtime-functions.ts';

export interface IteratorRecord {
  readonly object: number;
  readonly next: number;
  readonly isAsync: boolean;
}

/** Feedback slots that the fetches of one pattern or list share. */
export interface IterationSlots {
  readonly value: number;
  readonly done: number;
}

/** Of the value in the accumulator; the position was set by the caller. */
export function getIteratorRecord(g: FunctionState, isAsync: boolean): IteratorRecord {
  const { builder } = g;
  const next = builder.newRegister();
  const object = builder.newRegister();
  return fillIteratorRecord(g, { object, next, isAsync });
}

export function fillIteratorRecord(g: FunctionState, record: IteratorRecord): IteratorRecord {
  const { builder } = g;
  if (record.isAsync) getAsyncIterator(g);
  else getIterator(g);
  builder.emit('Star', record.object);
  loadFrom(g, record.object, 'next');
  builder.emit('Star', record.next);
  return record;
}

export function loadFrom({ builder }: FunctionState, object: number, name: string): void {
  builder.emit('GetNamedProperty', object, builder.constant(name), builder.slot('LoadProperty'));
}

function getIterator(g: FunctionState): void {
  const { builder } = g;
  const mark = builder.mark;
  const value = builder.newRegister();
  const load = builder.slot('LoadProperty');
  const call = builder.slot('Call');
  builder.emit('Star', value).emit('GetIterator', value, load, call);
  builder.release(mark);
}

function getAsyncIterator(g: FunctionState): void {
  const { builder } = g;
  const mark = builder.mark;
  const value = builder.newRegister();
  const method = builder.newRegister();
  const isMissing = new Label();
  const done = new Label();
  const load = (name: 'asyncIterator' | 'iterator'): void => {
    const symbol = builder.constant(wellKnownSymbols[name]);
    builder.emit('GetNamedProperty', value, symbol, builder.slot('LoadProperty'));
  };
  builder.emit('Star', value);
  load('asyncIterator');
  builder.emit('JumpIfUndefinedOrNull', isMissing);
  builder.emit('Star', method).emit('CallProperty0', method, value, builder.slot('Call'));
  builder.emit('JumpIfJSReceiver', done);
  builder.emit('CallRuntime', g.runtimeId('ThrowSymbolAsyncIteratorInvalid'), 0, 0);
  builder.bind(isMissing);
  load('iterator');
  builder.emit('Star', method).emit('CallProperty0', method, value, builder.slot('Call'));
  builder.emit('Star', method);
  builder.emit('InvokeIntrinsic', intrinsicNames.indexOf('_CreateAsyncFromSyncIterator'), method, 1);
  builder.bind(done);
  builder.release(mark);
}

/** One object per symbol: the constant pool knows its entries by identity. */
const wellKnownSymbols = {
  asyncIterator: { type: 'symbol', name: 'asyncIterator' },
  iterator: { type: 'symbol', name: 'iterator' },
} as const;

/** What next() returned, an object, into `result`. */
export function iteratorNext(g: FunctionState, record: IteratorRecord, result: number): void {
  const { builder } = g;
  builder.emit('CallProperty0', record.next, record.object, builder.slot('Call'));
  if (record.isAsync) visitAwait(g);
  const isObject = new Label();
  builder.emit('Star', result).emit('JumpIfJSReceiver', isObject);
  builder.emit('CallRuntime', g.runtimeId('ThrowIteratorResultNotAnObject'), result, 1);
  builder.bind(isObject);
}

/** The remaining values to the end of `array`, whose length is in `index`. */
export function fillArray(
  g: FunctionState,
  record: IteratorRecord,
  array: number,
  index: number,
  value: number,
  slots: IterationSlots & { readonly index: number; readonly element: number },
): void {
  const { builder } = g;
  visitLoop(g, -1, [], ({ breakLabel, continueLabel }) => {
    iteratorNext(g, record, value);
    loadFrom(g, value, 'done');
    builder.emit('JumpIfToBooleanTrue', breakLabel);
    builder.emit('GetNamedProperty', value, builder.constant('value'), slots.value);
    builder.emit('StaInArrayLiteral', array, index, slots.element);
    builder.emit('Ldar', index).emit('Inc', slots.index).emit('Star', index);
    builder.bind(continueLabel);
  });
}

/**
 * In the finally block of an iteration: unless `done` is true, the iterator is closed. An exception that is on its way,
 * as `token` says, wins over one of return().
 */
export function finalizeIteration(g: FunctionState, record: IteratorRecord, done: number, token: number): void {
  const { builder } = g;
  const mark = builder.mark;
  const isDone = new Label();
  builder.emit('Ldar', done).emit('JumpIfToBooleanTrue', isDone);
  tryCatch(
    g,
    () => {
      const method = builder.newRegister();
      loadFrom(g, record.object, 'return');
      builder.emit('JumpIfUndefinedOrNull', isDone).emit('Star', method);
      builder.emit('CallProperty0', method, record.object, builder.slot('Call'));
      if (record.isAsync) visitAwait(g);
      checkReturned(g, isDone);
    },
    (exception) => {
      const isSuppressed = new Label();
      builder.emit('Star', exception);
      loadConstant(g, 0);
      builder.emit('TestReferenceEqual', token).emit('JumpIfTrue', isSuppressed);
      builder.emit('Ldar', exception).emit('ReThrow');
      builder.bind(isSuppressed);
    },
  );
  builder.release(mark);
  builder.bind(isDone);
}

/** Closes the iterator of a yield* that has no throw(). V8: BuildIteratorClose. */
export function closeIterator(g: FunctionState, record: IteratorRecord, position: number): void {
  const { builder } = g;
  const mark = builder.mark;
  const done = new Label();
  const isCalled = new Label();
  callIteratorMethod(g, record, 'return', undefined, isCalled, done);
  builder.bind(isCalled);
  if (record.isAsync) visitAwait(g, position);
  checkReturned(g, done);
  builder.release(mark);
  builder.bind(done);
}

function checkReturned(g: FunctionState, isObject: Label): void {
  const { builder } = g;
  const mark = builder.mark;
  builder.emit('JumpIfJSReceiver', isObject);
  const result = g.toRegister();
  builder.emit('CallRuntime', g.runtimeId('ThrowIteratorResultNotAnObject'), result, 1);
  builder.release(mark);
}

/** V8: BuildCallIteratorMethod. */
export function callIteratorMethod(
  g: FunctionState,
  record: IteratorRecord,
  name: 'return' | 'throw',
  argument: number | undefined,
  isCalled: Label,
  isMissing: Label,
): void {
  const { builder } = g;
  const mark = builder.mark;
  const method = builder.newRegister();
  loadFrom(g, record.object, name);
  builder.emit('JumpIfUndefinedOrNull', isMissing).emit('Star', method);
  if (argument === undefined) builder.emit('CallProperty0', method, record.object, builder.slot('Call'));
  else builder.emit('CallProperty1', method, record.object, argument, builder.slot('Call'));
  builder.emit('Jump', isCalled);
  builder.release(mark);
}
