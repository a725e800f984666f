/**
 * Patterns that take the accumulator apart. V8: BuildDestructuringArrayAssignment, BuildDestructuringObjectAssignment in
 * src/interpreter/bytecode-generator.cc.
 */
import type * as acorn from 'acorn';
import { expressionPosition } from '../parsing/expression-position.ts';
import { Label } from './assembly.ts';
import { type Reference, referenceTo } from './generator-references.ts';
import { tryFinally } from './generator-control.ts';
import { loadConstant, visitExpression } from './generator-expressions.ts';
import {
  fillArray,
  finalizeIteration,
  getIteratorRecord,
  type IterationSlots,
  iteratorNext,
  type IteratorRecord,
} from './generator-iterators.ts';
import type { FunctionState } from './generator-state.ts';
import { intrinsicNames } from './runtime-functions.ts';

/** How a pattern is assigned: `isInitialization` by a declaration, `isEffect` where nobody looks at the value afterwards. */
export interface AssignmentMode {
  readonly isInitialization: boolean;
  readonly isEffect: boolean;
}

export function destructure(
  g: FunctionState,
  pattern: acorn.ObjectPattern | acorn.ArrayPattern,
  mode: AssignmentMode,
): void {
  const { builder } = g;
  const mark = builder.mark;
  const value = pattern.type === 'ObjectPattern' ? object(g, pattern, mode) : array(g, pattern, mode);
  if (!mode.isEffect) builder.emit('Ldar', value);
  builder.release(mark);
}

/** `target = default`. V8: GetDestructuringDefaultValue. */
function withoutDefault(pattern: acorn.Pattern): { target: acorn.Pattern; initial: acorn.Expression | undefined } {
  if (pattern.type !== 'AssignmentPattern') return { target: pattern, initial: undefined };
  return { target: pattern.left, initial: pattern.right };
}

/** V8 prepares the target before it fetches the value for it. */
function targetReference(g: FunctionState, target: acorn.Pattern, mode: AssignmentMode, within: acorn.Node): Reference {
  return referenceTo(g, target, mode.isInitialization, within);
}

// ---------------------------------------------------------------------------------------------------------------------
// Objects

function object(g: FunctionState, pattern: acorn.ObjectPattern, mode: AssignmentMode): number {
  const { builder } = g;
  const { properties } = pattern;
  const hasRest = properties.at(-1)?.type === 'RestElement';
  // The value, then the keys that a rest leaves out, in consecutive registers.
  const value = hasRest ? builder.newRegisters(properties.length) : builder.newRegister();
  builder.emit('Star', value);
  const first = properties[0];
  if (first === undefined || (first.type === 'Property' && first.computed)) throwIfNothing(g, pattern, value);
  properties.forEach((property, i) => {
    const mark = builder.mark;
    if (property.type === 'RestElement') {
      const { argument } = property;
      builder.expressionAt(expressionPosition(g.shared.script.source, argument));
      const reference = targetReference(g, argument, mode, property);
      const copy = intrinsicNames.indexOf('_CopyDataPropertiesWithExcludedPropertiesOnStack');
      builder.emit('InvokeIntrinsic', copy, value, properties.length);
      reference.store(mode.isEffect);
    } else objectProperty(g, property, value, hasRest ? value + i + 1 : undefined, mode);
    builder.release(mark);
  });
  return value;
}

/** The first access throws on undefined and null, unless there is none or something else runs before it. */
function throwIfNothing(g: FunctionState, pattern: acorn.ObjectPattern, value: number): void {
  const { builder } = g;
  const isNothing = new Label();
  const isSomething = new Label();
  builder.emit('JumpIfUndefinedOrNull', isNothing).emit('Jump', isSomething);
  builder.bind(isNothing);
  builder.expressionAt(pattern.start);
  builder.emit('CallRuntime', g.runtimeId('ThrowPatternAssignmentNonCoercible'), value, 1);
  builder.bind(isSomething);
}

/** `excluded`: where a rest behind it looks for the key. */
function objectProperty(
  g: FunctionState,
  property: acorn.AssignmentProperty,
  value: number,
  excluded: number | undefined,
  mode: AssignmentMode,
): void {
  const { builder } = g;
  const { target, initial } = withoutDefault(property.value);
  builder.expressionAt(expressionPosition(g.shared.script.source, target));
  const name = propertyName(property);
  let key = excluded;
  if (property.computed) {
    key ??= builder.newRegister();
    visitExpression(g, property.key);
    builder.emit('ToName').emit('Star', key);
  } else if (typeof name === 'number' || excluded !== undefined) {
    key ??= builder.newRegister();
    loadConstant(g, name!);
    builder.emit('Star', key);
  }
  const reference = targetReference(g, target, mode, property);
  if (typeof name === 'string') {
    builder.emit('GetNamedProperty', value, builder.constant(name), builder.slot('LoadProperty'));
  } else {
    builder.emit('Ldar', key!);
    builder.emit('GetKeyedProperty', value, builder.slot('LoadKeyed'));
  }
  if (initial !== undefined) {
    const isDefined = new Label();
    builder.emit('JumpIfNotUndefined', isDefined);
    g.conditionally(() => visitExpression(g, initial));
    builder.bind(isDefined);
  }
  reference.store(mode.isEffect);
}

/** A number where the key is an array index: V8 asks for it by key then. Undefined where only the run can tell. */
function propertyName({ key, computed }: acorn.AssignmentProperty): string | number | undefined {
  if (computed && (key.type !== 'Literal' || typeof key.value !== 'string')) return undefined;
  if (key.type === 'Identifier') return key.name;
  const { value } = key as acorn.Literal;
  const text = String(value);
  const index = Number(text);
  return typeof value === 'number' || (String(index >>> 0) === text && index !== 0xffff_ffff) ? index : text;
}

// ---------------------------------------------------------------------------------------------------------------------
// Arrays

function array(g: FunctionState, pattern: acorn.ArrayPattern, mode: AssignmentMode): number {
  const { builder } = g;
  const value = g.toRegister();
  const record = getIteratorRecord(g, false);
  // Elements that are fetched from an exhausted or broken iterator are undefined, and it is not closed.
  const done = builder.newRegister();
  builder.emit('LdaFalse').emit('Star', done);
  tryFinally(
    g,
    () => {
      const result = builder.newRegister();
      const slots = { value: builder.slot('LoadProperty'), done: builder.slot('LoadProperty') };
      for (const element of pattern.elements) {
        if (element?.type === 'RestElement') arrayRest(g, element, record, done, result, slots, mode);
        else if (element === null) skipElement(g, record, done, result, slots);
        else arrayElement(g, element, record, done, result, slots, mode);
      }
    },
    ({ token }) => finalizeIteration(g, record, done, token),
    'uncaught',
  );
  return value;
}

/** What next() returned, unless the iterator is or gets done. While it runs, it counts as done: its errors do not close it. */
function fetch(
  g: FunctionState,
  record: IteratorRecord,
  done: number,
  result: number,
  slots: IterationSlots,
  isDone: Label,
): void {
  const { builder } = g;
  builder.emit('Ldar', done).emit('JumpIfToBooleanTrue', isDone);
  builder.emit('LdaTrue').emit('Star', done);
  iteratorNext(g, record, result);
  builder.emit('GetNamedProperty', result, builder.constant('done'), slots.done);
  builder.emit('JumpIfToBooleanTrue', isDone);
}

function skipElement(
  g: FunctionState,
  record: IteratorRecord,
  done: number,
  result: number,
  slots: IterationSlots,
): void {
  const { builder } = g;
  const isDone = new Label();
  fetch(g, record, done, result, slots, isDone);
  builder.emit('LdaFalse').emit('Star', done);
  builder.bind(isDone);
}

function arrayElement(
  g: FunctionState,
  element: acorn.Pattern,
  record: IteratorRecord,
  done: number,
  result: number,
  slots: IterationSlots,
  mode: AssignmentMode,
): void {
  const { builder } = g;
  const { target, initial } = withoutDefault(element);
  builder.expressionAt(expressionPosition(g.shared.script.source, target));
  const reference = targetReference(g, target, mode, element);
  const isDone = new Label();
  const assign = new Label();
  fetch(g, record, done, result, slots, isDone);
  builder.emit('GetNamedProperty', result, builder.constant('value'), slots.value).emit('Star', result);
  builder.emit('LdaFalse').emit('Star', done);
  builder.emit('Ldar', result);
  if (initial === undefined) {
    builder.emit('Jump', assign);
    builder.bind(isDone).emit('LdaUndefined');
  } else {
    builder.emit('JumpIfNotUndefined', assign);
    builder.bind(isDone);
    g.conditionally(() => visitExpression(g, initial));
  }
  builder.bind(assign);
  reference.store(mode.isEffect);
}

function arrayRest(
  g: FunctionState,
  element: acorn.RestElement,
  record: IteratorRecord,
  done: number,
  result: number,
  slots: IterationSlots,
  mode: AssignmentMode,
): void {
  const { builder } = g;
  const mark = builder.mark;
  const isDone = new Label();
  builder.expressionAt(element.start);
  const reference = targetReference(g, element.argument, mode, element);
  const list = builder.newRegister();
  builder.emit('CreateEmptyArrayLiteral', builder.slot('Literal')).emit('Star', list);
  builder.emit('Ldar', done).emit('JumpIfToBooleanTrue', isDone);
  const index = builder.newRegister();
  builder.emit('LdaZero').emit('Star', index);
  builder.emit('LdaTrue').emit('Star', done);
  const elementSlot = builder.slot('StoreInArrayLiteral');
  const indexSlot = builder.slot('BinaryOp');
  fillArray(g, record, list, index, result, { ...slots, element: elementSlot, index: indexSlot });
  builder.bind(isDone);
  builder.emit('Ldar', list);
  reference.store(mode.isEffect);
  builder.release(mark);
}
