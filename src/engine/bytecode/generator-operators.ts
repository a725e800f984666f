/** Unary and binary operators, delete. V8: VisitUnaryOperation, VisitArithmeticExpression, VisitCompareOperation, VisitDelete. */
import type * as acorn from 'acorn';
import { operatorPosition } from '../parsing/expression-position.ts';
import type { Bytecode } from './bytecodes.ts';
import { Label } from './code-builder.ts';
import { loadConstant, toRegister, visitExpression } from './generator-expressions.ts';
import { emitPrivate, loadPropertyKey } from './generator-members.ts';
import { FunctionState } from './generator-state.ts';

const unary: Partial<Record<acorn.UnaryOperator, Bytecode>> = { '-': 'Negate', '~': 'BitwiseNot', '+': 'ToNumber' };

export function visitUnary(g: FunctionState, node: acorn.UnaryExpression): void {
  const builder = g.builder;
  switch (node.operator) {
    case '!':
      visitExpression(g, node.argument);
      builder.emit('ToBooleanLogicalNot');
      return;
    case 'typeof':
      if (node.argument.type === 'Identifier' && node.argument.proxy !== undefined)
        g.loadVariable(node.argument.proxy, true);
      else visitExpression(g, node.argument);
      builder.emit('TypeOf', builder.slot('TypeOf'));
      return;
    case 'void':
      visitExpression(g, node.argument);
      builder.emit('LdaUndefined');
      return;
    case 'delete':
      return visitDelete(g, node);
    default: {
      const { argument } = node;
      if (node.operator === '-' && argument.type === 'Literal' && typeof argument.value === 'number')
        return loadConstant(g, -argument.value);
      visitExpression(g, argument);
      builder.expressionAt(node.start);
      builder.emit(unary[node.operator]!, builder.slot('BinaryOp'));
    }
  }
}

function visitDelete(g: FunctionState, node: acorn.UnaryExpression): void {
  const builder = g.builder;
  let argument: acorn.Node = node.argument;
  while (argument.type === 'ParenthesizedExpression') argument = (argument as acorn.ParenthesizedExpression).expression;
  const chain = argument.type === 'ChainExpression' ? (argument as acorn.ChainExpression).expression : undefined;
  const target = (chain ?? argument) as acorn.Expression;
  if (target.type === 'MemberExpression') {
    if (target.object.type === 'Super') {
      builder.expressionAt(node.start);
      builder.emit('CallRuntime', g.runtimeId('ThrowUnsupportedSuperError'), 0, 0);
      return;
    }
    const end = new Label();
    const isNull = new Label();
    const outer = g.optionalChainEnd;
    g.optionalChainEnd = isNull;
    const mark = builder.mark;
    const object = toRegister(g, target.object);
    if (target.optional) {
      builder.emit('JumpIfUndefinedOrNull', isNull);
    }
    loadPropertyKey(g, target);
    builder.emit(g.scope.isStrict ? 'DeletePropertyStrict' : 'DeletePropertySloppy', object);
    builder.release(mark);
    g.optionalChainEnd = outer;
    if (isNull.isUsed) {
      builder.emit('Jump', end);
      builder.bind(isNull).emit('LdaTrue');
      builder.bind(end);
    }
    return;
  }
  if (target.type === 'Identifier' && target.proxy !== undefined) {
    const { variable } = target.proxy;
    if (variable.location === 'unallocated' || variable.location === 'lookup') {
      const mark = builder.mark;
      loadConstant(g, target.name);
      const name = g.toRegister();
      builder.emit('CallRuntime', g.runtimeId('DeleteLookupSlot'), name, 1);
      builder.release(mark);
    } else builder.emit(variable.isThis ? 'LdaTrue' : 'LdaFalse');
    return;
  }
  // A chain that ends in a call keeps its own way out.
  visitExpression(g, argument as acorn.Expression);
  builder.emit('LdaTrue');
}

export const binaryBytecodes: Readonly<Record<string, Bytecode>> = {
  '+': 'Add',
  '-': 'Sub',
  '*': 'Mul',
  '/': 'Div',
  '%': 'Mod',
  '**': 'Exp',
  '|': 'BitwiseOr',
  '^': 'BitwiseXor',
  '&': 'BitwiseAnd',
  '<<': 'ShiftLeft',
  '>>': 'ShiftRight',
  '>>>': 'ShiftRightLogical',
};

export const comparisons: Readonly<Record<string, Bytecode>> = {
  '==': 'TestEqual',
  '===': 'TestEqualStrict',
  '!=': 'TestEqual',
  '!==': 'TestEqualStrict',
  '<': 'TestLessThan',
  '>': 'TestGreaterThan',
  '<=': 'TestLessThanOrEqual',
  '>=': 'TestGreaterThanOrEqual',
};

export function visitBinary(g: FunctionState, node: acorn.BinaryExpression): void {
  const builder = g.builder;
  const mark = builder.mark;
  if (node.left.type === 'PrivateIdentifier') return visitPrivateIn(g, node);
  if (visitLiteralComparison(g, node, node.left, node.right)) return;
  const literal = smallInteger(node.right);
  const smi = smiBytecodes[node.operator];
  if (smi !== undefined && literal !== undefined) {
    visitExpression(g, node.left);
    builder.expressionAt(operatorPosition(g.shared.script.source, node));
    builder.emit(smi, literal, builder.slot('BinaryOp'));
    return;
  }
  const left = toRegister(g, node.left);
  visitExpression(g, node.right);
  builder.expressionAt(operatorPosition(g.shared.script.source, node));
  emitBinary(g, node.operator, left);
  builder.release(mark);
}

const smiBytecodes: Readonly<Record<string, Bytecode>> = {
  '+': 'AddSmi',
  '-': 'SubSmi',
  '*': 'MulSmi',
  '/': 'DivSmi',
  '%': 'ModSmi',
  '**': 'ExpSmi',
  '|': 'BitwiseOrSmi',
  '^': 'BitwiseXorSmi',
  '&': 'BitwiseAndSmi',
  '<<': 'ShiftLeftSmi',
  '>>': 'ShiftRightSmi',
  '>>>': 'ShiftRightLogicalSmi',
};

function smallInteger(node: acorn.Expression): number | undefined {
  if (node.type !== 'Literal' || typeof node.value !== 'number') return undefined;
  return (node.value | 0) === node.value ? node.value : undefined;
}

/** Comparisons with undefined, null and the names that typeof gives have instructions of their own. */
function visitLiteralComparison(
  g: FunctionState,
  node: acorn.BinaryExpression,
  left: acorn.Expression,
  right: acorn.Expression,
): boolean {
  const isStrict = node.operator === '===' || node.operator === '!==';
  if (!isStrict && node.operator !== '==' && node.operator !== '!=') return false;
  const builder = g.builder;
  if (left.type === 'UnaryExpression' && left.operator === 'typeof' && right.type === 'Literal') {
    const flag = typeOfLiterals.indexOf(String(right.value));
    if (flag < 0 || typeof right.value !== 'string') return false;
    if (left.argument.type === 'Identifier' && left.argument.proxy !== undefined)
      g.loadVariable(left.argument.proxy, true);
    else visitExpression(g, left.argument);
    builder.emit('TestTypeOf', flag);
  } else if (right.type === 'Literal' && right.value === null && right.raw === 'null') {
    visitExpression(g, left);
    builder.emit(isStrict ? 'TestNull' : 'TestUndetectable');
  } else return false;
  if (node.operator.startsWith('!')) builder.emit('LogicalNot');
  return true;
}

/** V8: TestTypeOfFlags::LiteralFlag, in its order. */
const typeOfLiterals = ['number', 'string', 'symbol', 'boolean', 'bigint', 'undefined', 'function', 'object'];

/** register op accumulator */
export function emitBinary(g: FunctionState, operator: string, left: number): void {
  const builder = g.builder;
  const arithmetic = binaryBytecodes[operator];
  if (arithmetic !== undefined) {
    builder.emit(arithmetic, left, builder.slot('BinaryOp'));
    return;
  }
  if (operator === 'in') {
    builder.emit('TestIn', left, builder.slot('HasKeyed'));
    return;
  }
  if (operator === 'instanceof') {
    builder.emit('TestInstanceOf', left, builder.slot('InstanceOf'));
    return;
  }
  builder.emit(comparisons[operator]!, left, builder.slot('CompareOp'));
  if (operator.startsWith('!')) builder.emit('LogicalNot');
}

function visitPrivateIn(g: FunctionState, node: acorn.BinaryExpression): void {
  const builder = g.builder;
  const mark = builder.mark;
  const key = node.left as acorn.PrivateIdentifier;
  const object = toRegister(g, node.right);
  builder.expressionAt(operatorPosition(g.shared.script.source, node));
  emitPrivate(g, object, key, 'HasPrivate');
  builder.release(mark);
}
