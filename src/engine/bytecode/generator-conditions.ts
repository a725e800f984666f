/** Conditions and short circuits: what jumps on a value. V8: VisitForTest, VisitLogicalExpression, VisitConditional. */
import type * as acorn from 'acorn';
import { Label } from './code-builder.ts';
import { visitExpression } from './generator-expressions.ts';
import { comparisons } from './generator-operators.ts';
import { FunctionState } from './generator-state.ts';

/** Whether the accumulator is a boolean after `node`, so that jumps need no conversion. */
function isBoolean(node: acorn.Expression): boolean {
  if (node.type === 'ParenthesizedExpression') return isBoolean(node.expression);
  if (node.type === 'UnaryExpression') return node.operator === '!' || node.operator === 'delete';
  if (node.type === 'Literal') return typeof node.value === 'boolean';
  return (
    node.type === 'BinaryExpression' &&
    (comparisons[node.operator] !== undefined || node.operator === 'in' || node.operator === 'instanceof')
  );
}

/** Evaluates a condition and jumps to `otherwise` unless it holds. */
export function visitTest(g: FunctionState, node: acorn.Expression, otherwise: Label): void {
  if (node.type === 'ParenthesizedExpression') return visitTest(g, node.expression, otherwise);
  if (node.type === 'LogicalExpression' && node.operator === '&&') {
    visitTest(g, node.left, otherwise);
    visitTest(g, node.right, otherwise);
    return;
  }
  if (node.type === 'UnaryExpression' && node.operator === '!') {
    visitExpression(g, node.argument);
    g.builder.emit(isBoolean(node.argument) ? 'JumpIfTrue' : 'JumpIfToBooleanTrue', otherwise);
    return;
  }
  visitExpression(g, node);
  g.builder.emit(isBoolean(node) ? 'JumpIfFalse' : 'JumpIfToBooleanFalse', otherwise);
}

export function visitLogical(g: FunctionState, node: acorn.LogicalExpression): void {
  const end = new Label();
  visitExpression(g, node.left);
  emitShortCircuit(g, node.operator, end);
  visitExpression(g, node.right);
  g.builder.bindIfUsed(end);
}

/** Jumps if the left side decides already. */
export function emitShortCircuit(g: FunctionState, operator: string, end: Label): void {
  const builder = g.builder;
  if (operator.startsWith('&&')) builder.emit('JumpIfToBooleanFalse', end);
  else if (operator.startsWith('||')) builder.emit('JumpIfToBooleanTrue', end);
  else {
    const isNullish = new Label();
    builder.emit('JumpIfUndefinedOrNull', isNullish);
    builder.emit('Jump', end);
    builder.bind(isNullish);
  }
}

export function visitConditional(g: FunctionState, node: acorn.ConditionalExpression): void {
  const otherwise = new Label();
  const end = new Label();
  visitTest(g, node.test, otherwise);
  visitExpression(g, node.consequent);
  g.builder.emit('Jump', end);
  g.builder.bind(otherwise);
  visitExpression(g, node.alternate);
  g.builder.bind(end);
}
