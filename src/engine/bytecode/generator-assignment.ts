/** Assignments, updates and destructuring. V8: VisitAssignment, BuildDestructuringArrayAssignment, … */
import type * as acorn from 'acorn';
import { expressionPosition } from '../parsing/expression-position.ts';
import { Label } from './code-builder.ts';
import { emitShortCircuit } from './generator-conditions.ts';
import { loadConstant, toRegister, visitExpression } from './generator-expressions.ts';
import { emitIteratorNext, openIterator, withIteratorClose } from './generator-iteration.ts';
import { emitArithmetic, smiBytecodes } from './generator-operators.ts';
import { type Reference, referenceTo } from './generator-references.ts';
import { FunctionState } from './generator-state.ts';
import { smiValue } from './literal-value.ts';

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
  builder.emit('JumpIfToBooleanTrue', isDone);
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
  builder.emit('JumpIfToBooleanTrue', isDone);
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
