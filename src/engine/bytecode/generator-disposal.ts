/**
 * Scopes with `using` and `await using`: what was declared is disposed of on every way out.
 * V8: BytecodeGenerator::BuildDisposeScope, BuildFinallyBlock of it in src/interpreter/bytecode-generator.cc.
 */
import type * as acorn from 'acorn';
import { tryCatch, tryFinally } from './generator-control.ts';
import { visitLoop } from './generator-loops.ts';
import { FunctionState } from './generator-state.ts';
import { visitAwait } from './generator-suspension.ts';

export type Disposal = 'using' | 'await using';

/** What the declarations directly among these statements ask for; one `await using` makes the whole scope await. */
export function disposalOf(statements: readonly acorn.Node[]): Disposal | undefined {
  let found: Disposal | undefined;
  for (const node of statements) {
    if (node.type !== 'VariableDeclaration') continue;
    const { kind } = node as acorn.VariableDeclaration;
    if (kind === 'await using') return kind;
    if (kind === 'using') found = kind;
  }
  return found;
}

/** Runs `body` with a stack of disposables where `disposal` asks for one. */
export function disposing(g: FunctionState, disposal: Disposal | undefined, body: () => void): void {
  if (disposal === undefined) {
    body();
    return;
  }
  const { builder } = g;
  const mark = builder.mark;
  const outer = g.disposables;
  builder.emit('CallRuntime', g.runtimeId('InitializeDisposableStack'), 0, 0);
  const disposables = g.toRegister();
  g.disposables = disposables;
  tryFinally(g, body, ({ token, result, message }) => {
    if (disposal === 'using') emitDispose(g, disposables, [token, result, message], false);
    else emitAsyncDispose(g, disposables, [token, result, message]);
  });
  g.disposables = outer;
  builder.release(mark);
}

/** The accumulator goes onto the stack of disposables, and stays in the accumulator. */
export function addDisposable(g: FunctionState, kind: acorn.VariableDeclaration['kind'], position: number): void {
  const { builder } = g;
  const mark = builder.mark;
  const list = builder.newRegisters(2);
  builder.emit('Star', list + 1);
  builder.emit('Mov', g.disposables, list);
  builder.expressionAt(position);
  const name = kind === 'using' ? 'AddDisposableValue' : 'AddAsyncDisposableValue';
  builder.emit('CallRuntime', g.runtimeId(name), list, 2);
  builder.release(mark);
}

/** True into the accumulator when everything is disposed of, else the promise to await before going on. */
function emitDispose(
  g: FunctionState,
  disposables: number,
  [token, result, message]: readonly [number, number, number],
  isAsync: boolean,
): void {
  const { builder } = g;
  const mark = builder.mark;
  const list = builder.newRegisters(5);
  builder.emit('LdaSmi', isAsync ? 1 : 0).emit('Star', list + 4);
  builder.emit('Mov', disposables, list);
  builder.emit('Mov', token, list + 1);
  builder.emit('Mov', result, list + 2);
  builder.emit('Mov', message, list + 3);
  builder.emit('CallRuntime', g.runtimeId('DisposeDisposableStack'), list, 5);
  builder.release(mark);
}

function emitAsyncDispose(g: FunctionState, disposables: number, exit: readonly [number, number, number]): void {
  const { builder } = g;
  const mark = builder.mark;
  const promise = builder.newRegister();
  visitLoop(g, -1, [], ({ breakLabel, continueLabel }) => {
    emitDispose(g, disposables, exit, true);
    builder.emit('Star', promise);
    builder.emit('LdaTrue').emit('TestReferenceEqual', promise);
    builder.emit('JumpIfTrue', breakLabel);
    tryCatch(
      g,
      () => {
        builder.emit('Ldar', promise);
        visitAwait(g);
      },
      () => {
        const inner = builder.mark;
        const list = builder.newRegisters(3);
        builder.emit('Star', list + 1);
        builder
          .emit('LdaTheHole')
          .emit('SetPendingMessage')
          .emit('Star', list + 2);
        builder.emit('Mov', disposables, list);
        builder.emit('CallRuntime', g.runtimeId('HandleExceptionsInDisposeDisposableStack'), list, 3);
        builder.release(inner);
      },
      'asyncAwait',
    );
    builder.bind(continueLabel);
  });
  builder.release(mark);
}
