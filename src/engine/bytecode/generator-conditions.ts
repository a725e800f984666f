/**
 * Conditions and short circuits: what jumps on a value. V8: VisitForTest, VisitLogicalTest, VisitLogicalOrExpression and its
 * siblings, VisitConditional, BuildTest.
 */
import type * as acorn from 'acorn';
import { operatorPosition } from '../parsing/expression-position.ts';
import { Label } from './assembly.ts';
import { visitAllButLast, visitExpression } from './generator-expressions.ts';
import { nilComparison } from './generator-operators.ts';
import type { FunctionState } from './generator-state.ts';
import { constantCondition, literalValue } from './literal-value.ts';

/** Which of the two targets is the code that follows. */
export type Fallthrough = 'then' | 'else' | 'none';

/** Whether the accumulator is a boolean after `node`, so that jumps need no conversion. V8: SetResultIsBoolean. */
export function isBoolean(node: acorn.Expression): boolean {
  const literal = literalValue(node);
  if (literal !== undefined) return typeof literal.value === 'boolean';
  switch (node.type) {
    case 'ParenthesizedExpression':
      return isBoolean(node.expression);
    case 'SequenceExpression':
      return isBoolean(node.expressions.at(-1)!);
    case 'UnaryExpression':
      return node.operator === '!' || node.operator === 'delete';
    case 'BinaryExpression':
      return comparing.has(node.operator);
    default:
      return false;
  }
}

const comparing: ReadonlySet<string> = new Set(['==', '!=', '===', '!==', '<', '>', '<=', '>=', 'in', 'instanceof']);

/** Evaluates a condition and goes to one of the targets, of which one may be what comes next. */
export function visitTest(
  g: FunctionState,
  node: acorn.Expression,
  then: Label,
  otherwise: Label,
  fallthrough: Fallthrough,
): void {
  const { builder } = g;
  switch (node.type) {
    case 'ParenthesizedExpression':
      return visitTest(g, node.expression, then, otherwise, fallthrough);
    case 'SequenceExpression':
      return visitTest(g, visitAllButLast(g, node), then, otherwise, fallthrough);
    case 'LogicalExpression':
      return visitLogicalTest(g, node, then, otherwise, fallthrough);
    case 'UnaryExpression':
      if (node.operator !== '!' || literalValue(node) !== undefined) break;
      return visitTest(g, node.argument, otherwise, then, inverted[fallthrough]);
    case 'BinaryExpression': {
      if (node.operator === '!=' || node.operator === '!==') {
        const equality: acorn.BinaryExpression = { ...node, operator: node.operator === '!=' ? '==' : '===' };
        return visitTest(g, equality, otherwise, then, inverted[fallthrough]);
      }
      const nil = nilComparison(node);
      if (nil === undefined) break;
      const mark = builder.mark;
      visitExpression(g, nil.operand);
      builder.expressionAt(operatorPosition(g.shared.script.source, node));
      builder.release(mark);
      return jumpOnNil(g, nil.isStrict, nil.value, then, otherwise, fallthrough);
    }
    default:
  }
  const mark = builder.mark;
  visitExpression(g, node);
  builder.release(mark);
  jumpOn(g, isBoolean(node), then, otherwise, fallthrough);
}

const inverted = { then: 'else', else: 'then', none: 'none' } as const;

/** V8: BuildTest. */
function jumpOn(g: FunctionState, isKnownBoolean: boolean, then: Label, otherwise: Label, to: Fallthrough): void {
  const { builder } = g;
  const ifTrue = isKnownBoolean ? 'JumpIfTrue' : 'JumpIfToBooleanTrue';
  const ifFalse = isKnownBoolean ? 'JumpIfFalse' : 'JumpIfToBooleanFalse';
  if (to === 'then') builder.emit(ifFalse, otherwise);
  else builder.emit(ifTrue, then);
  if (to === 'none') builder.emit('Jump', otherwise);
}

/** V8: BuildLiteralCompareNil. */
function jumpOnNil(
  g: FunctionState,
  isStrict: boolean,
  value: 'undefined' | 'null',
  then: Label,
  otherwise: Label,
  to: Fallthrough,
): void {
  const { builder } = g;
  if (!isStrict) {
    builder.emit('TestUndetectable');
    return jumpOn(g, true, then, otherwise, to);
  }
  const isUndefined = value === 'undefined';
  if (to === 'then') builder.emit(isUndefined ? 'JumpIfNotUndefined' : 'JumpIfNotNull', otherwise);
  else builder.emit(isUndefined ? 'JumpIfUndefined' : 'JumpIfNull', then);
  if (to === 'none') builder.emit('Jump', otherwise);
}

function visitLogicalTest(
  g: FunctionState,
  node: acorn.LogicalExpression,
  then: Label,
  otherwise: Label,
  fallthrough: Fallthrough,
): void {
  const { builder } = g;
  const operands = operandsOf(node);
  const left = operands[0]!;
  const decided = decides(node.operator, left);
  if (decided !== undefined) {
    builder.emit('Jump', decided ? then : otherwise);
    return;
  }
  const visit = (operand: acorn.Expression, index: number): void => {
    if (index === operands.length - 1) return visitTest(g, operand, then, otherwise, fallthrough);
    const next = new Label();
    visitSubTest(g, node.operator, operand, then, otherwise, next);
    builder.bind(next);
  };
  visit(left, 0);
  // What stands on the right may not run.
  g.conditionally(() => operands.slice(1).forEach((operand, index) => visit(operand, index + 1)));
}

/** V8: VisitLogicalTestSubExpression, VisitForNullishTest. */
function visitSubTest(
  g: FunctionState,
  operator: acorn.LogicalOperator,
  node: acorn.Expression,
  then: Label,
  otherwise: Label,
  next: Label,
): void {
  if (operator === '||') return visitTest(g, node, then, next, 'else');
  if (operator === '&&') return visitTest(g, node, next, otherwise, 'then');
  const isKnown = isBoolean(node);
  visitExpression(g, node);
  if (!isKnown) g.builder.emit('JumpIfUndefinedOrNull', next);
  jumpOn(g, isKnown, then, otherwise, 'none');
}

/** What a literal on the left decides alone: true or false, undefined where the right side matters. */
function decides(operator: acorn.LogicalOperator, left: acorn.Expression): boolean | undefined {
  const literal = literalValue(left);
  if (literal === undefined) return undefined;
  const isTrue = Boolean(literal.value);
  switch (operator) {
    case '||':
      return isTrue ? true : undefined;
    case '&&':
      return isTrue ? undefined : false;
    case '??':
      return literal.value === null ? undefined : isTrue;
  }
}

/** `a || b || c` in one list. V8: NaryOperation. */
function operandsOf(node: acorn.LogicalExpression): acorn.Expression[] {
  const operands: acorn.Expression[] = [];
  let left: acorn.Expression = node;
  while (left.type === 'LogicalExpression' && left.operator === node.operator) {
    operands.unshift(left.right);
    // V8's parser takes apart what is in parentheses, too, but begins anew where it meets `??`.
    const isApart: boolean = node.operator === '??' && left.left.start > left.start;
    left = left.left;
    if (isApart) break;
    while (left.type === 'ParenthesizedExpression') left = left.expression;
  }
  operands.unshift(left);
  return operands;
}

export function visitLogical(g: FunctionState, node: acorn.LogicalExpression): void {
  const end = new Label();
  const operands = operandsOf(node);
  const isDecided = visitSubExpression(g, node.operator, operands[0]!, end);
  if (!isDecided) g.conditionally(() => visitRest(g, node.operator, operands, end));
  g.builder.bind(end);
}

function visitRest(
  g: FunctionState,
  operator: acorn.LogicalOperator,
  operands: readonly acorn.Expression[],
  end: Label,
): void {
  for (const operand of operands.slice(1, -1)) if (visitSubExpression(g, operator, operand, end)) return;
  visitExpression(g, operands.at(-1)!);
}

/** True: what follows is never evaluated. V8: VisitLogicalOrSubExpression and its siblings. */
function visitSubExpression(
  g: FunctionState,
  operator: acorn.LogicalOperator,
  node: acorn.Expression,
  end: Label,
): boolean {
  const literal = literalValue(node);
  if (literal !== undefined) {
    const isKept = operator === '??' ? literal.value !== null : Boolean(literal.value) === (operator === '||');
    if (isKept) visitExpression(g, node);
    return isKept;
  }
  visitExpression(g, node);
  emitShortCircuit(g, operator, end, isBoolean(node));
  return false;
}

/** Jumps if the left side decides already. */
export function emitShortCircuit(g: FunctionState, operator: string, end: Label, isKnownBoolean = false): void {
  const builder = g.builder;
  if (operator.startsWith('&&')) builder.emit(isKnownBoolean ? 'JumpIfFalse' : 'JumpIfToBooleanFalse', end);
  else if (operator.startsWith('||')) builder.emit(isKnownBoolean ? 'JumpIfTrue' : 'JumpIfToBooleanTrue', end);
  else {
    const isNullish = new Label();
    builder.emit('JumpIfUndefinedOrNull', isNullish);
    builder.emit('Jump', end);
    builder.bind(isNullish);
  }
}

export function visitConditional(g: FunctionState, node: acorn.ConditionalExpression): void {
  const constant = constantCondition(node.test);
  if (constant !== undefined) return visitExpression(g, constant ? node.consequent : node.alternate);
  const then = new Label();
  const otherwise = new Label();
  const end = new Label();
  visitTest(g, node.test, then, otherwise, 'then');
  g.inBranches(
    () => {
      g.builder.bind(then);
      visitExpression(g, node.consequent);
      g.builder.emit('Jump', end);
    },
    () => {
      g.builder.bind(otherwise);
      visitExpression(g, node.alternate);
    },
  );
  g.builder.bind(end);
}
