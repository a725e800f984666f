/** What is assigned to, its parts evaluated first. V8: BytecodeGenerator::AssignmentLhsData, PrepareAssignmentLhs. */
import type * as acorn from 'acorn';
import { memberPosition } from '../parsing/expression-position.ts';
import { destructure } from './generator-destructuring.ts';
import { loadConstant, toRegister, visitExpression } from './generator-expressions.ts';
import { loadKeyed } from './generator-iteration.ts';
import { lookupReference, mayMoveMeanwhile } from './generator-lookups.ts';
import { isNamed, superArguments } from './generator-members.ts';
import { isPrivateMember, privateReference } from './generator-private.ts';
import type { FunctionState } from './generator-state.ts';
import { literalValue } from './literal-value.ts';

/**
 * A place to store to, whose parts have been evaluated. `store` takes the value in the accumulator, where it is afterwards,
 * too, unless it was stored for the effect only.
 */
export interface Reference {
  /** `isUpdate`: for ++ and --. */
  load(isUpdate: boolean): void;
  store(isEffect: boolean): void;
}

function invalidTarget(node: acorn.Node, before: acorn.Node | undefined): string {
  if (before?.type === 'ForOfStatement' || before?.type === 'ForInStatement')
    return 'Invalid left-hand side in for-loop';
  if (before?.type !== 'UpdateExpression' || before.start > node.start || before.end < node.end)
    return 'Invalid left-hand side in assignment';
  const place = (before as acorn.UpdateExpression).prefix ? 'prefix' : 'postfix';
  return `Invalid left-hand side expression in ${place} operation`;
}

/** `before`: what runs between the reference and the store, where something does. */
export function referenceTo(
  g: FunctionState,
  target: acorn.Node,
  isInitialization = false,
  before?: acorn.Node,
): Reference {
  const node = target as acorn.Pattern | acorn.Expression;
  const builder = g.builder;
  if (node.type === 'ParenthesizedExpression') return referenceTo(g, node.expression, false, before);
  if (node.type === 'Identifier') {
    const proxy = node.proxy!;
    if (before !== undefined && mayMoveMeanwhile(proxy.variable, before)) return lookupReference(g, proxy);
    const isGlobal = proxy.variable.location === 'unallocated';
    return {
      load: () => g.loadVariable(proxy),
      store: (isEffect) => {
        const store = (): void => g.storeVariable(proxy, isInitialization);
        if (isGlobal) keepingValue(g, isEffect, store);
        else store();
      },
    };
  }
  if (node.type !== 'MemberExpression') {
    if (node.type === 'ObjectPattern' || node.type === 'ArrayPattern') {
      return {
        load: () => undefined,
        store: (isEffect) => destructure(g, node, { isInitialization, isEffect }),
      };
    }
    // f() = 1: the call happens, then it fails, before anything is read or stored.
    visitExpression(g, node);
    loadConstant(g, invalidTarget(node, before));
    const mark = builder.mark;
    const message = g.toRegister();
    builder.emit('CallRuntime', g.runtimeId('ThrowInvalidAssignmentTarget'), message, 1);
    builder.release(mark);
    return { load: () => undefined, store: () => undefined };
  }
  if (node.object.type === 'Super') {
    const list = superArguments(g, node, 4);
    const [load, store] = isNamed(node)
      ? ['LoadFromSuper', 'StoreToSuper']
      : ['LoadKeyedFromSuper', 'StoreKeyedToSuper'];
    return {
      load: () => {
        if (before?.type === 'UpdateExpression' || !isNamed(node))
          builder.expressionAt(memberPosition(g.shared.script.source, node));
        builder.emit('CallRuntime', g.runtimeId(load!), list, 3);
      },
      store: (isEffect) =>
        keepingValue(g, isEffect, () => {
          builder.emit('Star', list + 3);
          builder.emit('CallRuntime', g.runtimeId(store!), list, 4);
        }),
    };
  }
  const object = toRegister(g, node.object);
  if (isPrivateMember(node)) {
    const { load, store } = privateReference(g, object, node, before?.type === 'UpdateExpression');
    return { load, store: (isEffect) => keepingValue(g, isEffect, store) };
  }
  if (!node.computed) {
    return namedReference(g, node, object, (node.property as acorn.Identifier).name);
  }
  const literal = literalValue(node.property)?.value;
  if (typeof literal === 'string' && isNamed(node)) return namedReference(g, node, object, literal);
  const key = toRegister(g, node.property);
  const kind = g.scope.isStrict ? 'SetKeyedStrict' : 'SetKeyedSloppy';
  return {
    load: (isUpdate) => {
      builder.emit('Ldar', key);
      if (isUpdate) builder.emit('GetKeyedProperty', object, builder.slot('LoadKeyed'));
      else loadKeyed(g, object);
    },
    store: (isEffect) =>
      keepingValue(g, isEffect, () => builder.emit('SetKeyedProperty', object, key, builder.slot(kind))),
  };
}

/** Property stores clobber the accumulator. */
function keepingValue(g: FunctionState, isEffect: boolean, store: () => void): void {
  const { builder } = g;
  if (isEffect) return store();
  const mark = builder.mark;
  const value = g.toRegister();
  store();
  builder.emit('Ldar', value);
  builder.release(mark);
}

function namedReference(g: FunctionState, node: acorn.MemberExpression, object: number, name: string): Reference {
  const { builder } = g;
  const kind = g.scope.isStrict ? 'SetNamedStrict' : 'SetNamedSloppy';
  return {
    // As in V8 the load has no place of its own.
    load: () =>
      builder.emit('GetNamedProperty', object, builder.constant(name), g.sharedSlot('LoadProperty', node.object, name)),
    store: (isEffect) =>
      keepingValue(g, isEffect, () => {
        const slot = g.sharedSlot(kind, node.object, name);
        builder.emit('SetNamedProperty', object, builder.constant(name), slot);
      }),
  };
}
