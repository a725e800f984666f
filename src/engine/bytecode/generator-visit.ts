/**
 * Visits expressions for what their result is needed for: a value in the accumulator or a register, a jump, or nothing.
 * V8: VisitForAccumulatorValue, VisitForTest and relatives (src/interpreter/bytecode-generator.cc).
 */
import type * as acorn from 'acorn';
import type { Expression } from '../parsing/ast.ts';
import { unsupportedExpression, unsupportedMessage } from '../parsing/unsupported-syntax.ts';
import { BytecodeLabels } from './bytecode-label.ts';
import { RegisterList } from './bytecode-register-allocator.ts';
import type { TypeHint } from './bytecode-register-optimizer.ts';
import { visitAssignment } from './generator-assignment.ts';
import { visitCall, visitNew, visitRuntimeCall, visitTaggedTemplate } from './generator-calls.ts';
import { visitClass } from './generator-classes.ts';
import { visitAwait, visitYield } from './generator-generators.ts';
import { visitArray, visitFunction, visitLiteral, visitObject, visitRegExp, visitTemplate } from './generator-literals.ts';
import { visitBinaryOrLogical, visitConditional, visitUnary, visitUpdate } from './generator-operators.ts';
import { visitMember, visitOptionalChain } from './generator-properties.ts';
import type { Fallthrough, GeneratorState } from './generator-state.ts';
import { loadReference } from './generator-variables.ts';

/** Visits in the result scope that is current. */
export function visit(state: GeneratorState, node: Expression): void {
  const literal = state.shapes.literal(node);
  if (literal !== undefined) return visitLiteral(state, literal);
  switch (node.type) {
    case 'Literal':
      return visitRegExp(state, node);
    case 'Identifier':
      state.builder.setExpressionPosition(node.start);
      return loadReference(state, node.proxy);
    case 'ThisExpression':
      return loadReference(state, node.proxy);
    case 'MetaProperty':
      if (node.meta.name === 'import') return visitUnsupported(state, node);
      state.builder.setExpressionPosition(node.start);
      return loadReference(state, node.proxy);
    case 'ArrayExpression':
      return visitArray(state, node);
    case 'ObjectExpression':
      return visitObject(state, node);
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return visitFunction(state, node);
    case 'ClassExpression':
      return visitClass(state, node, undefined);
    case 'UnaryExpression':
      return visitUnary(state, node);
    case 'UpdateExpression':
      return visitUpdate(state, node);
    case 'BinaryExpression':
    case 'LogicalExpression':
      return visitBinaryOrLogical(state, node);
    case 'AssignmentExpression':
      return visitAssignment(state, node);
    case 'ConditionalExpression':
      return visitConditional(state, node);
    case 'MemberExpression':
      return visitMember(state, node);
    case 'ChainExpression':
      return visitOptionalChain(state, node);
    case 'CallExpression':
      return visitCall(state, node);
    case 'NewExpression':
      return visitNew(state, node);
    case 'RuntimeCall':
      return visitRuntimeCall(state, node);
    case 'SequenceExpression':
      return visitSequence(state, node);
    case 'TemplateLiteral':
      return visitTemplate(state, node);
    case 'TaggedTemplateExpression':
      return visitTaggedTemplate(state, node);
    case 'YieldExpression':
      return visitYield(state, node);
    case 'AwaitExpression':
      return visitAwait(state, node);
    case 'ParenthesizedExpression':
      return visit(state, node.expression);
    case 'ImportExpression':
      return visitUnsupported(state, node);
    default:
      node satisfies never;
  }
}

/** Runs up to here: the program learns at run time that this is not simulated. */
function visitUnsupported(state: GeneratorState, node: acorn.Expression): void {
  const what = unsupportedExpression(node);
  state.builder.setExpressionPosition(node.start);
  const argument = state.allocator.newRegister();
  state.builder
    .loadLiteral(what === undefined ? 'Underhood does not simulate this yet' : unsupportedMessage(what))
    .storeRegister(argument)
    .callRuntime('ThrowTypeError', new RegisterList(argument, 1));
}

function visitSequence(state: GeneratorState, node: acorn.SequenceExpression): void {
  node.expressions.forEach((expression, index) => {
    if (index > 0) state.builder.setStatementPosition(state.shapes.position(expression));
    if (index < node.expressions.length - 1) visitForEffect(state, expression);
    else visit(state, expression);
  });
}

/** Also answers what is known about the type of the value. */
export function visitForAccumulator(state: GeneratorState, node: Expression): TypeHint {
  return state.withResult('value', (result) => {
    visit(state, node);
    if (result.typeHint !== 'any') state.builder.setAccumulatorTypeHint(result.typeHint);
    return result.typeHint;
  });
}

export function visitForAccumulatorElided(state: GeneratorState, node: Expression): TypeHint {
  return state.withHoleChecks(() => visitForAccumulator(state, node));
}

export function visitForEffect(state: GeneratorState, node: Expression): void {
  state.withResult('effect', () => visit(state, node));
}

export function visitForNewRegister(state: GeneratorState, node: Expression): number {
  visitForAccumulator(state, node);
  const register = state.allocator.newRegister();
  state.builder.storeRegister(register);
  return register;
}

export function visitForRegister(state: GeneratorState, node: Expression, register: number): void {
  state.withResult('value', () => {
    visit(state, node);
    state.builder.storeRegister(register);
  });
}

/** The register comes after the visit, so that it is not kept alive during it. */
export function visitAndPush(state: GeneratorState, node: Expression, list: RegisterList): RegisterList {
  state.withResult('value', () => visit(state, node));
  const longer = state.allocator.grow(list);
  state.builder.storeRegister(longer.last);
  return longer;
}

export function visitForTest(
  state: GeneratorState,
  node: Expression,
  thenLabels: BytecodeLabels,
  elseLabels: BytecodeLabels,
  fallthrough: Fallthrough,
): void {
  // The registers of the visit are free before the jumps, so that they are not materialised for nothing.
  const result = state.withResult('test', (test) => {
    test.thenLabels = thenLabels;
    test.elseLabels = elseLabels;
    test.fallthrough = fallthrough;
    visit(state, node);
    return test;
  });
  if (result.isConsumed) return;
  buildTest(
    state,
    result.typeHint === 'boolean',
    result.thenLabels ?? thenLabels,
    result.elseLabels ?? elseLabels,
    result.fallthrough,
  );
}

/** For the operand of `!`: the labels have been swapped. */
export function visitInSameTest(state: GeneratorState, node: Expression): void {
  state.withRegisters(() => visit(state, node));
  const result = state.currentResult;
  if (result.isConsumed || result.thenLabels === undefined || result.elseLabels === undefined) return;
  buildTest(state, result.typeHint === 'boolean', result.thenLabels, result.elseLabels, result.fallthrough);
  result.isConsumed = true;
}

export function visitForNullishTest(
  state: GeneratorState,
  node: Expression,
  thenLabels: BytecodeLabels,
  nextLabels: BytecodeLabels,
  elseLabels: BytecodeLabels,
): void {
  const isBoolean = visitForAccumulator(state, node) === 'boolean';
  if (!isBoolean) state.builder.emitJump('JumpIfUndefinedOrNull', nextLabels.create());
  buildTest(state, isBoolean, thenLabels, elseLabels, 'none');
}

function buildTest(
  state: GeneratorState,
  isBoolean: boolean,
  thenLabels: BytecodeLabels,
  elseLabels: BytecodeLabels,
  fallthrough: Fallthrough,
): void {
  const { builder } = state;
  if (fallthrough === 'then') builder.jumpIfFalse(isBoolean, elseLabels.create());
  else builder.jumpIfTrue(isBoolean, thenLabels.create());
  if (fallthrough === 'none') builder.jump(elseLabels.create());
}
