/**
 * Assignments to names that are found at run time: the place is found before the right side runs, as ECMAScript says
 * (ResolveBinding, PutValue). V8 finds it afterwards, so its bytecode has none of this; it is emitted only where the right
 * side can make a difference.
 */
import type * as acorn from 'acorn';
import type { Variable, VariableProxy } from '../parsing/scopes.ts';
import { walk } from '../parsing/walk.ts';
import { loadConstant } from './generator-expressions.ts';
import { FunctionState } from './generator-state.ts';

/** Whether the name may mean something else after `between` has run. */
export function mayMoveMeanwhile(variable: Variable, between: acorn.Node): boolean {
  if (variable.location !== 'lookup') return false;
  // A with block's object changes by any code; a function's variables come and go by its own direct eval only.
  return variable.mode === 'dynamic' ? !isInert(between) : containsEvalOrDelete(between);
}

function isInert({ type }: acorn.Node): boolean {
  return type === 'Literal' || type === 'FunctionExpression' || type === 'ArrowFunctionExpression';
}

function containsEvalOrDelete(root: acorn.Node): boolean {
  let found = false;
  walk(root as acorn.AnyNode, (node) => {
    if (node.type === 'CallExpression' && node.isPossiblyDirectEval) found = true;
    if (node.type === 'UnaryExpression' && node.operator === 'delete') found = true;
    return !found && node.type !== 'FunctionExpression' && node.type !== 'ArrowFunctionExpression';
  });
  return found;
}

export function lookupReference(g: FunctionState, proxy: VariableProxy): { load(): void; store(): void } {
  const { builder } = g;
  loadConstant(g, proxy.name);
  const name = g.toRegister();
  builder.expressionAt(proxy.position);
  builder.emit('CallRuntime', g.runtimeId('ResolveLookupSlot'), name, 1);
  const holder = g.toRegister();
  const access = (what: 'LoadResolvedSlot' | 'StoreResolvedSlot', count: number): void => {
    const mark = builder.mark;
    const list = builder.newRegisters(count);
    if (count === 4) {
      builder.emit('Star', list + 2);
      loadConstant(g, g.scope.isStrict ? 1 : 0);
      builder.emit('Star', list + 3);
    }
    builder.emit('Mov', holder, list);
    builder.emit('Mov', name, list + 1);
    builder.expressionAt(proxy.position);
    builder.emit('CallRuntime', g.runtimeId(what), list, count);
    builder.release(mark);
  };
  return { load: () => access('LoadResolvedSlot', 2), store: () => access('StoreResolvedSlot', 4) };
}
