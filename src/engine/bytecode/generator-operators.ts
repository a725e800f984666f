/** Unary and binary operators, delete. V8: VisitUnaryOperation, VisitArithmeticExpression, VisitCompareOperation, VisitDelete. */
import type * as acorn from 'acorn';
import { operatorPosition, unparenthesized } from '../parsing/expression-position.ts';
import type { Bytecode } from './bytecodes.ts';
import { Label } from './assembly.ts';
import { isBoolean } from './generator-conditions.ts';
import { loadConstant, toRegister, visitExpression, visitForEffect } from './generator-expressions.ts';
import { loadPropertyKey } from './generator-members.ts';
import { visitPrivateIn } from './generator-private.ts';
import type { FunctionState } from './generator-state.ts';
import { literalValue, smiValue } from './literal-value.ts';

const unary: Partial<Record<acorn.UnaryOperator, Bytecode>> = { '-': 'Negate', '~': 'BitwiseNot', '+': 'ToNumber' };

export function visitUnary(g: FunctionState, node: acorn.UnaryExpression): void {
  const builder = g.builder;
  const literal = literalValue(node);
  if (literal !== undefined) return loadConstant(g, literal.value);
  switch (node.operator) {
    case '!':
      visitNot(g, node);
      return;
    case 'typeof':
      visitForTypeOf(g, node.argument);
      builder.emit('TypeOf', builder.slot('TypeOf'));
      return;
    case 'void':
      visitForEffect(g, node.argument);
      builder.emit('LdaUndefined');
      return;
    case 'delete':
      return visitDelete(g, node);
    default: {
      visitExpression(g, node.argument);
      builder.expressionAt(node.start);
      builder.emit(unary[node.operator]!, builder.slot('BinaryOp'));
    }
  }
}

/** Two in a row make a boolean and nothing else. V8: VisitNot. */
function visitNot(g: FunctionState, { argument }: acorn.UnaryExpression): void {
  const inner = unparenthesized(argument);
  if (inner.type === 'UnaryExpression' && inner.operator === '!') {
    visitExpression(g, inner.argument);
    if (!isBoolean(inner.argument)) g.builder.emit('ToBoolean');
    return;
  }
  visitExpression(g, argument);
  g.builder.emit(isBoolean(argument) ? 'LogicalNot' : 'ToBooleanLogicalNot');
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
    const object = target.optional ? nonNilObject(g, target.object, isNull) : toRegister(g, target.object);
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

/** Behind `?.`: in a register of its own once it is known to be one. */
function nonNilObject(g: FunctionState, object: acorn.Expression | acorn.Super, isNull: Label): number {
  visitExpression(g, object as acorn.Expression);
  g.builder.emit('JumpIfUndefinedOrNull', isNull);
  return g.toRegister();
}

const binaryBytecodes: Readonly<Record<string, Bytecode>> = {
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
  const { builder } = g;
  const literal = literalValue(node);
  if (literal !== undefined) return loadConstant(g, literal.value);
  const mark = builder.mark;
  if (binaryBytecodes[node.operator] === undefined) visitComparison(g, node);
  else {
    const chain = chainOf(node);
    if (chain.length > 1) visitChainOfSame(g, chain);
    else visitArithmetic(g, node);
  }
  builder.release(mark);
}

/** V8: VisitArithmeticExpression. */
function visitArithmetic(g: FunctionState, node: acorn.BinaryExpression): void {
  const { builder } = g;
  const slot = builder.slot('BinaryOp');
  const { operator } = node;
  const right = smiValue(node.right);
  const left = commutative.has(operator) && right === undefined ? smiValue(node.left) : undefined;
  const position = operatorPosition(g.shared.script.source, node);
  if (right !== undefined || left !== undefined) {
    visitExpression(g, right === undefined ? node.right : node.left);
    builder.expressionAt(position);
    builder.emit(smiBytecodes[operator]!, (right ?? left)!, slot);
    return;
  }
  const register = toRegister(g, node.left as acorn.Expression);
  visitExpression(g, node.right);
  builder.expressionAt(position);
  builder.emit(binaryBytecodes[operator]!, register, slot);
}

/** V8: TypeHint: what is known to be a string need not be made one. */
export function isString(node: acorn.Node): boolean {
  const expression = node as acorn.Expression;
  const literal = literalValue(expression);
  if (literal !== undefined) return typeof literal.value === 'string';
  switch (expression.type) {
    case 'ParenthesizedExpression':
      return isString(expression.expression);
    case 'UnaryExpression':
      return expression.operator === 'typeof';
    case 'BinaryExpression':
      return expression.operator === '+' && (isString(expression.left) || isString(expression.right));
    case 'TemplateLiteral':
      return expression.expressions.length === 0;
    default:
      return false;
  }
}

/** V8: Token::IsCommutativeOp. */
const commutative: ReadonlySet<string> = new Set(['*', '&', '|', '^']);

/**
 * `a + b + c`, innermost first: one list where V8's parser makes a NaryOperation of it.
 * V8: Parser::CollapseNaryExpression.
 */
function chainOf(node: acorn.BinaryExpression): acorn.BinaryExpression[] {
  const chain: acorn.BinaryExpression[] = [];
  let left: acorn.Expression | acorn.PrivateIdentifier = node;
  while (left.type === 'BinaryExpression' && left.operator === node.operator && literalValue(left) === undefined) {
    chain.unshift(left);
    if (node.operator === '**') break;
    left = left.left;
    while (left.type === 'ParenthesizedExpression') left = left.expression;
  }
  return chain;
}

/** V8: VisitNaryArithmeticExpression. */
function visitChainOfSame(g: FunctionState, chain: readonly acorn.BinaryExpression[]): void {
  const { builder } = g;
  visitExpression(g, chain[0]!.left as acorn.Expression);
  for (const node of chain) {
    const mark = builder.mark;
    const position = operatorPosition(g.shared.script.source, node);
    const smi = smiValue(node.right);
    if (smi !== undefined) {
      builder.expressionAt(position);
      builder.emit(smiBytecodes[node.operator]!, smi, builder.slot('BinaryOp'));
    } else {
      const left = g.toRegister();
      visitExpression(g, node.right);
      builder.expressionAt(position);
      builder.emit(binaryBytecodes[node.operator]!, left, builder.slot('BinaryOp'));
    }
    builder.release(mark);
  }
}

/** V8: VisitCompareOperation. `!=` and `!==` are a `!` around the equality. */
function visitComparison(g: FunctionState, node: acorn.BinaryExpression): void {
  const { builder } = g;
  if (node.left.type === 'PrivateIdentifier') return visitPrivateIn(g, node);
  const isNegated = node.operator.startsWith('!');
  if (!visitLiteralComparison(g, node)) {
    const left = toRegister(g, node.left);
    visitExpression(g, node.right);
    builder.expressionAt(operatorPosition(g.shared.script.source, node));
    if (node.operator === 'in') builder.emit('TestIn', left, builder.slot('HasKeyed'));
    else if (node.operator === 'instanceof') builder.emit('TestInstanceOf', left, builder.slot('InstanceOf'));
    else builder.emit(comparisons[node.operator]!, left, builder.slot('CompareOp'));
  }
  if (isNegated) builder.emit('LogicalNot');
}

export const smiBytecodes: Readonly<Record<string, Bytecode>> = {
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

/** Comparisons with undefined, null, booleans and the names that typeof gives have instructions of their own. */
function visitLiteralComparison(g: FunctionState, node: acorn.BinaryExpression): boolean {
  const { builder } = g;
  const position = operatorPosition(g.shared.script.source, node);
  const type = typeOfComparison(node);
  if (type !== undefined) {
    visitForTypeOf(g, type.operand);
    builder.expressionAt(position);
    const flag = typeOfLiterals.indexOf(type.literal);
    if (flag < 0) builder.emit('LdaFalse');
    else builder.emit('TestTypeOf', flag);
    return true;
  }
  const nil = nilComparison(node);
  if (nil !== undefined) {
    visitExpression(g, nil.operand);
    builder.expressionAt(position);
    builder.emit(nil.isStrict ? (nil.value === 'undefined' ? 'TestUndefined' : 'TestNull') : 'TestUndetectable');
    return true;
  }
  const boolean = booleanComparison(node);
  if (boolean === undefined) return false;
  visitExpression(g, boolean.operand);
  builder.expressionAt(position);
  const register = g.toRegister();
  builder.emit(boolean.value ? 'LdaTrue' : 'LdaFalse');
  builder.emit('TestReferenceEqual', register);
  return true;
}

interface NilComparison {
  readonly operand: acorn.Expression;
  readonly isStrict: boolean;
  readonly value: 'undefined' | 'null';
}

/** `x == null`, `void 0 === x` and the like. V8: IsLiteralCompareUndefined, IsLiteralCompareNull. */
export function nilComparison(node: acorn.BinaryExpression): NilComparison | undefined {
  if (!isEquality(node) || node.left.type === 'PrivateIdentifier') return undefined;
  const isStrict = node.operator.length === 3;
  const { left, right } = node;
  for (const value of ['undefined', 'null'] as const) {
    const isNil = value === 'undefined' ? isUndefined : isNull;
    if (isNil(right)) return { operand: left, isStrict, value };
    if (isNil(left)) return { operand: right, isStrict, value };
  }
  return undefined;
}

function isEquality({ operator }: acorn.BinaryExpression): boolean {
  return operator === '==' || operator === '===' || operator === '!=' || operator === '!==';
}

function isNull(node: acorn.Expression): boolean {
  return literalValue(node)?.value === null;
}

/** V8: IsVoidOfLiteral, IsUndefinedLiteral: the global `undefined` cannot be anything else. */
function isUndefined(node: acorn.Expression): boolean {
  if (node.type === 'ParenthesizedExpression') return isUndefined(node.expression);
  if (node.type === 'UnaryExpression') return node.operator === 'void' && literalValue(node.argument) !== undefined;
  return node.type === 'Identifier' && isGlobalUndefined(node);
}

function isGlobalUndefined({ name, proxy }: acorn.Identifier): boolean {
  return name === 'undefined' && (proxy === undefined || proxy.variable.location === 'unallocated');
}

/** V8: IsLiteralCompareTypeof. */
function typeOfComparison(
  node: acorn.BinaryExpression,
): { readonly operand: acorn.Expression; readonly literal: string } | undefined {
  if (!isEquality(node) || node.left.type === 'PrivateIdentifier') return undefined;
  const { left, right } = node;
  for (const [type, other] of [
    [left, right],
    [right, left],
  ] as const) {
    if (type.type !== 'UnaryExpression' || type.operator !== 'typeof') continue;
    const literal = literalValue(other)?.value;
    if (typeof literal === 'string') return { operand: type.argument, literal };
  }
  return undefined;
}

/** V8: IsLiteralStrictCompareBoolean. */
function booleanComparison(
  node: acorn.BinaryExpression,
): { readonly operand: acorn.Expression; readonly value: boolean } | undefined {
  if ((node.operator !== '===' && node.operator !== '!==') || node.left.type === 'PrivateIdentifier') return undefined;
  const { left, right } = node;
  const rightValue = literalValue(right)?.value;
  if (typeof rightValue === 'boolean') return { operand: left, value: rightValue };
  const leftValue = literalValue(left)?.value;
  return typeof leftValue === 'boolean' ? { operand: right, value: leftValue } : undefined;
}

function visitForTypeOf(g: FunctionState, node: acorn.Expression): void {
  if (node.type === 'ParenthesizedExpression') return visitForTypeOf(g, node.expression);
  if (node.type === 'Identifier' && node.proxy !== undefined) g.loadVariable(node.proxy, true);
  else visitExpression(g, node);
}

/** V8: TestTypeOfFlags::LiteralFlag, in its order. */
const typeOfLiterals = ['number', 'string', 'symbol', 'boolean', 'bigint', 'undefined', 'function', 'object'];

/** register op accumulator, of a compound assignment. */
export function emitArithmetic(g: FunctionState, operator: string, left: number, slot: number): void {
  g.builder.emit(binaryBytecodes[operator]!, left, slot);
}
