/** Assignments and updates. V8: VisitAssignment, VisitCompoundAssignment, VisitCountOperation, BuildAssignment. */
import type * as acorn from 'acorn';
import { expressionPosition } from '../parsing/expression-position.ts';
import { Label } from './assembly.ts';
import { emitShortCircuit } from './generator-conditions.ts';
import { visitAssigned, visitExpression } from './generator-expressions.ts';
import { referenceTo } from './generator-references.ts';
import { emitArithmetic, smiBytecodes } from './generator-operators.ts';
import { FunctionState } from './generator-state.ts';
import { smiValue } from './literal-value.ts';

/** `isEffect`: nobody looks at the value. */
export function visitAssignment(g: FunctionState, node: acorn.AssignmentExpression, isEffect = false): void {
  const builder = g.builder;
  const mark = builder.mark;
  const position = expressionPosition(g.shared.script.source, node);
  if (node.operator === '=') {
    const reference = referenceTo(g, node.left, false, node.right);
    visitAssigned(g, node.left, node.right);
    builder.expressionAt(position);
    reference.store(isEffect);
    builder.release(mark);
    return;
  }
  const reference = referenceTo(g, node.left, false, node);
  reference.load(false);
  const operator = node.operator.slice(0, -1);
  // V8 takes a slot for short circuits, too.
  const slot = builder.slot('BinaryOp');
  if (operator === '&&' || operator === '||' || operator === '??') {
    const end = new Label();
    emitShortCircuit(g, operator, end);
    g.conditionally(() => visitExpression(g, node.right));
    builder.expressionAt(position);
    reference.store(isEffect);
    builder.bind(end);
    builder.release(mark);
    return;
  }
  const smi = smiValue(node.right);
  if (smi !== undefined) builder.emit(smiBytecodes[operator]!, smi, slot);
  else {
    const left = g.toRegister();
    visitExpression(g, node.right);
    emitArithmetic(g, operator, left, slot);
  }
  builder.expressionAt(position);
  reference.store(isEffect);
  builder.release(mark);
}

export function visitUpdate(g: FunctionState, node: acorn.UpdateExpression, isEffect = false): void {
  const builder = g.builder;
  const mark = builder.mark;
  const reference = referenceTo(g, node.argument, false, node);
  reference.load(true);
  const bytecode = node.operator === '++' ? 'Inc' : 'Dec';
  const slot = builder.slot('BinaryOp');
  let old = -1;
  if (!node.prefix && !isEffect) {
    builder.emit('ToNumeric', slot);
    old = g.toRegister();
  }
  builder.emit(bytecode, slot);
  builder.expressionAt(expressionPosition(g.shared.script.source, node));
  reference.store(isEffect);
  if (old >= 0) builder.emit('Ldar', old);
  builder.release(mark);
}
