/** Assignments, updates and destructuring. V8: VisitAssignment, BuildDestructuringArrayAssignment, … */
import type * as acorn from 'acorn';
import { afterParentheses } from '../parsing/source-tokens.ts';
import { expressionPosition, memberPosition } from '../parsing/expression-position.ts';
import { Label } from './code-builder.ts';
import { emitShortCircuit } from './generator-conditions.ts';
import { loadConstant, toRegister, visitExpression } from './generator-expressions.ts';
import { emitIteratorNext, openIterator, withIteratorClose } from './generator-iteration.ts';
import { emitPrivate, storePrivate, superArguments } from './generator-members.ts';
import { emitArithmetic, smiBytecodes } from './generator-operators.ts';
import { lookupReference, mayMoveMeanwhile } from './generator-lookups.ts';
import { FunctionState } from './generator-state.ts';
import { literalValue, smiValue } from './literal-value.ts';

/** A place to store to, whose parts have been evaluated. `store` takes the value in the accumulator. */
interface Reference {
  load(): void;
  store(): void;
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
  position?: number,
  before?: acorn.Node,
): Reference {
  const node = target as acorn.Pattern | acorn.Expression;
  const builder = g.builder;
  if (node.type === 'ParenthesizedExpression') return referenceTo(g, node.expression, false, undefined, before);
  if (node.type === 'Identifier') {
    const proxy = node.proxy!;
    if (before !== undefined && mayMoveMeanwhile(proxy.variable, before)) return lookupReference(g, proxy);
    return { load: () => g.loadVariable(proxy), store: () => g.storeVariable(proxy, isInitialization) };
  }
  if (node.type !== 'MemberExpression') {
    if (node.type === 'ObjectPattern' || node.type === 'ArrayPattern') {
      return {
        load: () => undefined,
        store: () => {
          const mark = builder.mark;
          const value = g.toRegister();
          destructure(g, node, value, isInitialization, position);
          builder.release(mark);
        },
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
    return {
      load: () => builder.emit('CallRuntime', g.runtimeId('LoadKeyedFromSuper'), list, 3),
      store: () => {
        builder.emit('Star', list + 3);
        builder.emit('CallRuntime', g.runtimeId('StoreKeyedToSuper'), list, 4);
      },
    };
  }
  const object = toRegister(g, node.object);
  if (node.property.type === 'PrivateIdentifier') {
    const { property } = node;
    const isChecked = property.proxy?.variable.mode.startsWith('private') === true;
    const { source } = g.shared.script;
    // A field's name is a variable that stands at the dot.
    const position = isChecked ? memberPosition(source, node) : afterParentheses(source, node.object.end);
    builder.expressionAt(position);
    return {
      load: () => {
        builder.expressionAt(position);
        emitPrivate(g, object, property, 'LoadPrivate');
      },
      store: () => {
        if (isChecked) builder.expressionAt(position);
        storePrivate(g, object, property);
      },
    };
  }
  if (!node.computed) {
    return namedReference(g, node, object, (node.property as acorn.Identifier).name);
  }
  const literal = literalValue(node.property)?.value;
  if (typeof literal === 'string' && String(Number(literal)) !== literal)
    return namedReference(g, node, object, literal);
  const key = toRegister(g, node.property);
  const kind = g.scope.isStrict ? 'SetKeyedStrict' : 'SetKeyedSloppy';
  return {
    load: () => {
      builder.emit('Ldar', key);
      builder.emit('GetKeyedProperty', object, builder.slot('LoadKeyed'));
    },
    store: () => {
      builder.emit('SetKeyedProperty', object, key, builder.slot(kind));
    },
  };
}

function namedReference(g: FunctionState, node: acorn.MemberExpression, object: number, name: string): Reference {
  const { builder } = g;
  const index = builder.constant(name);
  const kind = g.scope.isStrict ? 'SetNamedStrict' : 'SetNamedSloppy';
  return {
    load: () => {
      builder.expressionAt(memberPosition(g.shared.script.source, node));
      builder.emit('GetNamedProperty', object, index, g.sharedSlot('LoadProperty', node.object, name));
    },
    store: () => {
      builder.emit('SetNamedProperty', object, index, g.sharedSlot(kind, node.object, name));
    },
  };
}

/** `isEffect`: nobody looks at the value. */
export function visitAssignment(g: FunctionState, node: acorn.AssignmentExpression, isEffect = false): void {
  const builder = g.builder;
  const mark = builder.mark;
  const position = expressionPosition(g.shared.script.source, node);
  if (node.operator === '=') {
    if (node.left.type === 'ObjectPattern' || node.left.type === 'ArrayPattern') {
      const value = toRegister(g, node.right);
      destructure(g, node.left, value, false, position);
      builder.emit('Ldar', value);
      builder.release(mark);
      return;
    }
    const reference = referenceTo(g, node.left, false, undefined, node.right);
    visitExpression(g, node.right);
    builder.expressionAt(position);
    storeKeepingValue(g, reference, node.left, isEffect);
    builder.release(mark);
    return;
  }
  const reference = referenceTo(g, node.left, false, undefined, node);
  reference.load();
  const operator = node.operator.slice(0, -1);
  if (operator === '&&' || operator === '||' || operator === '??') {
    const end = new Label();
    emitShortCircuit(g, operator, end);
    g.conditionally(() => {
      visitExpression(g, node.right);
      builder.expressionAt(position);
      storeKeepingValue(g, reference, node.left, isEffect);
    });
    builder.bind(end);
    builder.release(mark);
    return;
  }
  const slot = builder.slot('BinaryOp');
  const smi = smiValue(node.right);
  if (smi !== undefined) builder.emit(smiBytecodes[operator]!, smi, slot);
  else {
    const left = g.toRegister();
    visitExpression(g, node.right);
    emitArithmetic(g, operator, left, slot);
  }
  builder.expressionAt(position);
  storeKeepingValue(g, reference, node.left, isEffect);
  builder.release(mark);
}

/** Property stores clobber the accumulator; variables leave the value in it. */
function storeKeepingValue(g: FunctionState, reference: Reference, target: acorn.Node, isEffect: boolean): void {
  if (isEffect || target.type === 'Identifier') {
    reference.store();
    return;
  }
  const value = g.toRegister();
  reference.store();
  g.builder.emit('Ldar', value);
}

export function visitUpdate(g: FunctionState, node: acorn.UpdateExpression, isEffect = false): void {
  const builder = g.builder;
  const mark = builder.mark;
  const reference = referenceTo(g, node.argument, false, undefined, node);
  reference.load();
  const bytecode = node.operator === '++' ? 'Inc' : 'Dec';
  let old = -1;
  if (!node.prefix && !isEffect) {
    builder.emit('ToNumeric', builder.slot('BinaryOp'));
    old = g.toRegister();
  }
  builder.emit(bytecode, builder.slot('BinaryOp'));
  builder.expressionAt(expressionPosition(g.shared.script.source, node));
  storeKeepingValue(g, reference, node.argument, isEffect);
  if (old >= 0) builder.emit('Ldar', old);
  builder.release(mark);
}

// ---------------------------------------------------------------------------------------------------------------------
// Destructuring: the value is in a register.

/** `position`: of the assignment or declaration; undefined where V8's has none, for patterns of parameters. */
export function destructure(
  g: FunctionState,
  pattern: acorn.Pattern,
  value: number,
  isInitialization: boolean,
  position: number | undefined,
): void {
  if (pattern.type === 'ObjectPattern') destructureObject(g, pattern, value, isInitialization);
  else if (pattern.type === 'ArrayPattern') destructureArray(g, pattern, value, isInitialization, position);
  else {
    const mark = g.builder.mark;
    const target = pattern.type === 'AssignmentPattern' ? pattern.left : pattern;
    const reference = referenceTo(g, target, isInitialization);
    g.builder.emit('Ldar', value);
    if (pattern.type === 'AssignmentPattern') applyDefault(g, pattern);
    reference.store();
    g.builder.release(mark);
  }
}

/** accumulator === undefined ? default : accumulator */
export function applyDefault(g: FunctionState, pattern: acorn.AssignmentPattern): void {
  const end = new Label();
  g.builder.emit('JumpIfNotUndefined', end);
  g.conditionally(() => visitExpression(g, pattern.right));
  g.builder.bind(end);
}

function destructureObject(
  g: FunctionState,
  pattern: acorn.ObjectPattern,
  value: number,
  isInitialization: boolean,
): void {
  const builder = g.builder;
  const first = pattern.properties[0];
  if (first === undefined || first.type === 'RestElement' || first.computed) {
    const ok = new Label();
    const isNull = new Label();
    builder.emit('Ldar', value);
    builder.emit('JumpIfUndefinedOrNull', isNull);
    builder.emit('Jump', ok);
    builder.bind(isNull);
    builder.expressionAt(first?.type === 'RestElement' ? first.argument.start : pattern.start);
    builder.emit('CallRuntime', g.runtimeId('ThrowPatternValueNullOrUndefined'), value, 1);
    builder.bind(ok);
  }
  const hasRest = pattern.properties.at(-1)?.type === 'RestElement';
  const mark = builder.mark;
  // The value, then the keys that a rest leaves out, in consecutive registers.
  const excluded = hasRest ? builder.newRegisters(pattern.properties.length) : -1;
  if (hasRest) builder.emit('Mov', value, excluded);
  let excludedCount = 0;
  for (const property of pattern.properties) {
    const inner = builder.mark;
    if (property.type === 'RestElement') {
      const reference = referenceTo(g, property.argument, isInitialization);
      builder.emit(
        'CallRuntime',
        g.runtimeId('CopyDataPropertiesWithExcludedPropertiesOnStack'),
        excluded,
        excludedCount + 1,
      );
      reference.store();
      builder.release(inner);
      continue;
    }
    const target = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    builder.expressionAt(expressionPosition(g.shared.script.source, target));
    let key = -1;
    if (property.computed) {
      visitExpression(g, property.key);
      builder.emit('ToName');
      key = g.toRegister();
    }
    const reference = referenceTo(g, target, isInitialization, undefined, property);
    loadPatternProperty(g, property, value, key);
    if (hasRest) {
      const kept = g.toRegister();
      if (key >= 0) builder.emit('Ldar', key);
      else loadConstant(g, keyName(property));
      builder.emit('Star', excluded + 1 + excludedCount++);
      builder.emit('Ldar', kept);
    }
    if (property.value.type === 'AssignmentPattern') applyDefault(g, property.value);
    reference.store();
    builder.release(inner);
  }
  builder.release(mark);
}

function keyName(property: acorn.AssignmentProperty): string {
  const { key } = property;
  return key.type === 'Identifier' ? key.name : String((key as acorn.Literal).value);
}

function loadPatternProperty(g: FunctionState, property: acorn.AssignmentProperty, value: number, key: number): void {
  const builder = g.builder;
  if (key >= 0) {
    builder.emit('Ldar', key);
    builder.emit('GetKeyedProperty', value, builder.slot('LoadKeyed'));
  } else if (property.key.type === 'Identifier') {
    builder.emit('GetNamedProperty', value, builder.constant(property.key.name), builder.slot('LoadProperty'));
  } else {
    visitExpression(g, property.key);
    builder.emit('GetKeyedProperty', value, builder.slot('LoadKeyed'));
  }
}

function destructureArray(
  g: FunctionState,
  pattern: acorn.ArrayPattern,
  value: number,
  isInitialization: boolean,
  position: number | undefined,
): void {
  const builder = g.builder;
  const mark = builder.mark;
  if (position !== undefined) builder.expressionAt(position);
  const iterator = openIterator(g, value, false);
  // Elements that are fetched from an exhausted or broken iterator are undefined, and it is not closed.
  builder.emit('LdaFalse');
  const done = g.toRegister();
  withIteratorClose(g, iterator, done, () => {
    for (const element of pattern.elements) destructureElement(g, element, iterator, done, isInitialization);
    builder.emit('LdaUndefined');
  });
  builder.release(mark);
}

function destructureElement(
  g: FunctionState,
  element: acorn.Pattern | null,
  iterator: ReturnType<typeof openIterator>,
  done: number,
  isInitialization: boolean,
): void {
  const builder = g.builder;
  const mark = builder.mark;
  const isRest = element?.type === 'RestElement';
  const target =
    element === null
      ? undefined
      : element.type === 'RestElement'
        ? element.argument
        : element.type === 'AssignmentPattern'
          ? element.left
          : element;
  if (target !== undefined) builder.expressionAt(expressionPosition(g.shared.script.source, target));
  const reference = target === undefined ? undefined : referenceTo(g, target, isInitialization, undefined, element!);
  if (isRest) collectRest(g, iterator, done);
  else fetchElement(g, iterator, done);
  if (element?.type === 'AssignmentPattern') applyDefault(g, element);
  reference?.store();
  builder.release(mark);
}

/** The next value, or undefined once the iterator is done. */
function fetchElement(g: FunctionState, iterator: ReturnType<typeof openIterator>, done: number): void {
  const builder = g.builder;
  const isDone = new Label();
  const end = new Label();
  builder.emit('Ldar', done);
  builder.emit('JumpIfTrue', isDone);
  emitIteratorNext(g, iterator, done, isDone);
  builder.emit('Jump', end);
  builder.bind(isDone);
  builder.emit('LdaTrue');
  builder.emit('Star', done);
  builder.emit('LdaUndefined');
  builder.bind(end);
}

function collectRest(g: FunctionState, iterator: ReturnType<typeof openIterator>, done: number): void {
  const builder = g.builder;
  builder.emit('CreateEmptyArrayLiteral', builder.slot('Literal'));
  const list = builder.newRegisters(2);
  builder.emit('Star', list);
  const loop = new Label();
  const isDone = new Label();
  builder.emit('Ldar', done);
  builder.emit('JumpIfTrue', isDone);
  builder.bind(loop);
  emitIteratorNext(g, iterator, done, isDone);
  builder.emit('Star', list + 1);
  builder.emit('CallRuntime', g.runtimeId('AppendElement'), list, 2);
  builder.emit('LdaFalse').emit('Star', done);
  builder.emit('JumpLoop', loop, 0, builder.slot('JumpLoop'));
  builder.bind(isDone);
  builder.emit('LdaTrue').emit('Star', done);
  builder.emit('Ldar', list);
}
