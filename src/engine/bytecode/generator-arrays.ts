/** Array literals, and the arrays of arguments with spread. V8: BuildCreateArrayLiteral, BuildFillArrayWithIterator. */
import type * as acorn from 'acorn';
import { expressionPosition } from '../parsing/expression-position.ts';
import type { ArrayBoilerplate, FeedbackSlotKind } from './bytecode-array.ts';
import { loadConstant, visitExpression } from './generator-expressions.ts';
import { fillArray, getIteratorRecord } from './generator-iterators.ts';
import type { FunctionState } from './generator-state.ts';
import { arrayFlags, constantOf } from './literal-boilerplates.ts';

export function visitArray(g: FunctionState, node: acorn.ArrayExpression): void {
  buildArray(g, node.elements, true);
}

/** V8: BuildCreateArrayLiteral. `isLiteral`: not the arguments of a call. */
export function buildArray(
  g: FunctionState,
  elements: readonly (acorn.Expression | acorn.SpreadElement | null)[],
  isLiteral = false,
): void {
  const { builder } = g;
  if (elements.length === 0) {
    builder.emit('CreateEmptyArrayLiteral', builder.slot('Literal'));
    return;
  }
  const mark = builder.mark;
  const array = builder.newRegister();
  const place: ArrayPlace = { array, index: builder.newRegister(), store: shared(g, 'StoreInArrayLiteral') };
  const [first] = elements;
  let next = 0;
  if (first?.type === 'SpreadElement') {
    visitExpression(g, first.argument);
    builder.expressionAt(expressionPosition(g.shared.script.source, first.argument));
    builder.emit('CreateArrayFromIterable').emit('Star', array);
    next = 1;
    if (elements.length > 1) {
      builder.emit('GetNamedProperty', array, builder.constant('length'), builder.slot('LoadProperty'));
      builder.emit('Star', place.index);
    }
  } else if (isLiteral) next = createFromBoilerplate(g, elements, place);
  else {
    builder.emit('CreateEmptyArrayLiteral', builder.slot('Literal')).emit('Star', array);
    builder.emit('LdaZero').emit('Star', place.index);
  }
  appendElements(g, elements.slice(next), place);
  builder.emit('Ldar', array);
  builder.release(mark);
}

interface ArrayPlace {
  readonly array: number;
  readonly index: number;
  /** All elements are stored through one slot, which is made for the first of them. */
  readonly store: () => number;
}

/** V8: SharedFeedbackSlot. */
function shared(g: FunctionState, kind: FeedbackSlotKind): () => number {
  let slot = -1;
  return () => (slot < 0 ? (slot = g.builder.slot(kind)) : slot);
}

/** What stands before the first spread: constants are in the boilerplate. Returns how many elements these are. */
function createFromBoilerplate(
  g: FunctionState,
  elements: readonly (acorn.Expression | acorn.SpreadElement | null)[],
  { array, index, store }: ArrayPlace,
): number {
  const { builder } = g;
  const firstSpread = elements.findIndex((element) => element?.type === 'SpreadElement');
  const fixed = (firstSpread < 0 ? elements : elements.slice(0, firstSpread)) as readonly (acorn.Expression | null)[];
  const boilerplate: ArrayBoilerplate = {
    type: 'arrayBoilerplate',
    elements: fixed.map((element) => constantOf(element) ?? { kind: 'uninitialized' }),
    ...(firstSpread >= 0 && { isPartial: true }),
  };
  builder.emit('CreateArrayLiteral', builder.constant(boilerplate), builder.slot('Literal'), arrayFlags(fixed));
  builder.emit('Star', array);
  fixed.forEach((element, i) => {
    if (element === null || constantOf(element) !== undefined) return;
    loadConstant(g, i);
    builder.emit('Star', index);
    storeElement(g, element, { array, index, store });
  });
  if (firstSpread >= 0) {
    loadConstant(g, firstSpread);
    builder.emit('Star', index);
  }
  return fixed.length;
}

function storeElement(g: FunctionState, element: acorn.Expression, { array, index, store }: ArrayPlace): void {
  visitExpression(g, element);
  g.builder.emit('StaInArrayLiteral', array, index, store());
}

function appendElements(
  g: FunctionState,
  elements: readonly (acorn.Expression | acorn.SpreadElement | null)[],
  place: ArrayPlace,
): void {
  const { builder } = g;
  const { array, index } = place;
  const increment = shared(g, 'BinaryOp');
  const length = shared(g, 'SetNamedStrict');
  elements.forEach((element, i) => {
    if (element?.type === 'SpreadElement') {
      appendIterable(g, element, place, increment);
      return;
    }
    if (element !== null) storeElement(g, element, place);
    builder.emit('Ldar', index);
    if (element === null || i + 1 < elements.length) builder.emit('Inc', increment()).emit('Star', index);
    if (element === null) builder.emit('SetNamedProperty', array, builder.constant('length'), length());
  });
}

/** V8: the spread elements of BuildCreateArrayLiteral. It ends with the iterator, or where that throws; nothing is closed. */
function appendIterable(
  g: FunctionState,
  { argument }: acorn.SpreadElement,
  { array, index, store }: ArrayPlace,
  increment: () => number,
): void {
  const { builder } = g;
  const mark = builder.mark;
  const position = expressionPosition(g.shared.script.source, argument);
  builder.expressionAt(position);
  visitExpression(g, argument);
  builder.expressionAt(position);
  const record = getIteratorRecord(g, false);
  const value = builder.newRegister();
  const slots = { value: builder.slot('LoadProperty'), done: builder.slot('LoadProperty') };
  fillArray(g, record, array, index, value, { ...slots, index: increment(), element: store() });
  builder.release(mark);
}
