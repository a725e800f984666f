/** Expressions: the value ends in the accumulator. V8: the Visit… methods of BytecodeGenerator. */
import type * as acorn from 'acorn';
import { statementPosition } from '../parsing/expression-position.ts';
import type { Expression, RuntimeCall } from '../parsing/ast.ts';
import { visitAssignment, visitUpdate } from './generator-assignment.ts';
import { visitCall, visitTaggedTemplate } from './generator-calls.ts';
import { visitClass } from './generator-classes.ts';
import { visitNew } from './generator-construct.ts';
import { visitConditional, visitLogical } from './generator-conditions.ts';
import { visitArray, visitObject } from './generator-literals.ts';
import { visitChain, visitMember } from './generator-members.ts';
import { visitBinary, visitUnary } from './generator-operators.ts';
import { FunctionState } from './generator-state.ts';
import { visitAwait, visitYield } from './generator-suspension.ts';
import { argumentCountRegister, closureRegister, parameterRegister } from './registers.ts';
import { type Intrinsic, intrinsicNames } from './runtime-functions.ts';
import { type SharedFunctionInfo, sharedFunctionInfoOf } from './shared-function-info.ts';

export function visitExpression(g: FunctionState, node: acorn.Node): void {
  const expression = node as Expression | acorn.Super | acorn.PrivateIdentifier;
  const builder = g.builder;
  switch (expression.type) {
    case 'Literal':
      return visitLiteral(g, expression);
    case 'Identifier':
      if (expression.proxy === undefined) {
        builder.emit('LdaUndefined');
        return;
      }
      builder.expressionAt(expression.start);
      return g.loadVariable(expression.proxy);
    case 'ThisExpression':
      return loadThis(g, expression);
    case 'TemplateLiteral':
      return visitTemplate(g, expression);
    case 'TaggedTemplateExpression':
      return visitTaggedTemplate(g, expression);
    case 'UnaryExpression':
      return visitUnary(g, expression);
    case 'UpdateExpression':
      return visitUpdate(g, expression);
    case 'BinaryExpression':
      return visitBinary(g, expression);
    case 'LogicalExpression':
      return visitLogical(g, expression);
    case 'AssignmentExpression':
      return visitAssignment(g, expression);
    case 'ConditionalExpression':
      return visitConditional(g, expression);
    case 'SequenceExpression':
      visitSequence(g, expression.expressions.slice(0, -1));
      partAt(g, expression.expressions.at(-1)!);
      return visitExpression(g, expression.expressions.at(-1)!);
    case 'MemberExpression':
      return visitMember(g, expression);
    case 'ChainExpression':
      return visitChain(g, expression);
    case 'CallExpression':
      return visitCall(g, expression);
    case 'NewExpression':
      return visitNew(g, expression);
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return createClosure(g, expression);
    case 'ClassExpression':
      return visitClass(g, expression, undefined);
    case 'ObjectExpression':
      return visitObject(g, expression);
    case 'ArrayExpression':
      return visitArray(g, expression);
    case 'YieldExpression':
    case 'AwaitExpression': {
      const { mark } = builder;
      if (expression.type === 'YieldExpression') visitYield(g, expression);
      else {
        builder.expressionAt(expression.start);
        visitExpression(g, expression.argument);
        visitAwait(g, expression.start);
      }
      builder.release(mark);
      return;
    }
    case 'MetaProperty':
      if (expression.meta.name === 'import') {
        builder.expressionAt(expression.start);
        builder.emit('InvokeIntrinsic', intrinsicNames.indexOf('_GetImportMetaObject'), 0, 0);
        return;
      }
      return expression.proxy === undefined ? void builder.emit('LdaUndefined') : g.loadVariable(expression.proxy);
    case 'ParenthesizedExpression':
      return visitExpression(g, expression.expression);
    case 'RuntimeCall':
      return visitRuntimeCall(g, expression);
    case 'ImportExpression':
      return visitImportCall(g, expression);
    default:
      throw new Error(`no code for ${expression.type}`);
  }
}

/** V8: VisitImportCallExpression. */
function visitImportCall(g: FunctionState, node: acorn.ImportExpression): void {
  const { builder } = g;
  const mark = builder.mark;
  const list = builder.newRegisters(node.options ? 3 : 2);
  visitExpression(g, node.source);
  builder.emit('Star', list + 1);
  if (node.options) {
    visitExpression(g, node.options);
    builder.emit('Star', list + 2);
  }
  builder.emit('Mov', closureRegister, list);
  builder.expressionAt(node.start);
  builder.emit('CallRuntime', g.runtimeId('DynamicImportCall'), list, node.options ? 3 : 2);
  builder.release(mark);
}

/** Evaluates into a new register. */
export function toRegister(g: FunctionState, node: acorn.Node): number {
  visitExpression(g, node);
  return g.toRegister();
}

export function loadThis(g: FunctionState, node: { readonly proxy?: acorn.ThisExpression['proxy'] }): void {
  if (node.proxy === undefined) g.builder.emit('Ldar', parameterRegister(0, g.parameterCount));
  else g.loadVariable(node.proxy);
}

export function loadConstant(g: FunctionState, value: string | number | bigint | boolean | null | undefined): void {
  const builder = g.builder;
  if (value === undefined) builder.emit('LdaUndefined');
  else if (value === null) builder.emit('LdaNull');
  else if (value === true) builder.emit('LdaTrue');
  else if (value === false) builder.emit('LdaFalse');
  else if (value === 0 && Object.is(value, 0)) builder.emit('LdaZero');
  else if (typeof value === 'number' && (value | 0) === value && !Object.is(value, -0)) builder.emit('LdaSmi', value);
  else builder.emit('LdaConstant', builder.constant(value));
}

function visitLiteral(g: FunctionState, node: acorn.Literal): void {
  if (node.regex) {
    const index = g.builder.constant({ type: 'regExp', pattern: node.regex.pattern, flags: node.regex.flags });
    g.builder.expressionAt(node.start);
    g.builder.emit('CreateRegExpLiteral', index, g.builder.slot('Literal'), 0);
    return;
  }
  if (typeof node.bigint === 'string') return loadConstant(g, BigInt(node.bigint));
  loadConstant(g, node.value as string | number | boolean | null);
}

function visitTemplate(g: FunctionState, node: acorn.TemplateLiteral): void {
  const builder = g.builder;
  const mark = builder.mark;
  let left = -1;
  const add = (): void => {
    if (left < 0) {
      left = g.toRegister();
      return;
    }
    builder.emit('Add', left, builder.slot('BinaryOp'));
    builder.emit('Star', left);
  };
  node.quasis.forEach((quasi, i) => {
    const text = quasi.value.cooked ?? '';
    if (text !== '' || (i === 0 && node.expressions.length === 0)) {
      loadConstant(g, text);
      add();
    }
    const expression = node.expressions[i];
    if (expression === undefined) return;
    visitExpression(g, expression);
    builder.emit('ToString');
    add();
  });
  builder.emit('Ldar', left);
  builder.release(mark);
}

export function createClosure(
  g: FunctionState,
  node: acorn.FunctionExpression | acorn.ArrowFunctionExpression | acorn.FunctionDeclaration,
): void {
  const shared = sharedFunctionInfoOf(node.literal!, g.shared.script);
  emitClosure(g, shared);
}

/** V8: CreateClosureFlags. Closures made in functions are made without a call of the runtime. */
export function emitClosure(g: FunctionState, shared: SharedFunctionInfo): void {
  const isInFunction = g.literal.scope.type === 'function';
  g.builder.emit(
    'CreateClosure',
    g.builder.constant(shared),
    g.builder.closureSlot(),
    isInFunction ? fastNewClosure : 0,
  );
}

const fastNewClosure = 2;

function visitRuntimeCall(g: FunctionState, node: RuntimeCall): void {
  const builder = g.builder;
  const mark = builder.mark;
  if (node.name === 'ArgumentCount') {
    builder.emit('Ldar', argumentCountRegister);
    return;
  }
  const first = builder.newRegisters(node.arguments.length);
  node.arguments.forEach((argument, i) => {
    visitExpression(g, argument);
    builder.emit('Star', first + i);
  });
  builder.expressionAt(node.start);
  if (node.name === 'Call') {
    builder.emit('CallAnyReceiver', first, first + 1, node.arguments.length - 1, builder.slot('Call'));
  } else if (node.name.startsWith('_')) {
    builder.emit('InvokeIntrinsic', intrinsicNames.indexOf(node.name as Intrinsic), first, node.arguments.length);
  } else builder.emit('CallRuntime', g.runtimeId(node.name), first, node.arguments.length);
  builder.release(mark);
}

/** Evaluates for its effects: the value is not looked at. */
export function visitForEffect(g: FunctionState, node: acorn.Expression): void {
  if (node.type === 'UpdateExpression') visitUpdate(g, node, true);
  else if (node.type === 'AssignmentExpression') visitAssignment(g, node, true);
  else if (node.type === 'SequenceExpression') visitSequence(g, node.expressions);
  else if (node.type !== 'Literal' || node.regex !== undefined) visitExpression(g, node);
}

function visitSequence(g: FunctionState, parts: readonly acorn.Expression[]): void {
  parts.forEach((part, i) => {
    if (i > 0) partAt(g, part);
    visitForEffect(g, part);
  });
}

/** What stands behind a comma can be stopped at. V8: SetExpressionAsStatementPosition in VisitCommaExpression. */
function partAt(g: FunctionState, part: acorn.Expression): void {
  g.builder.innerStatementAt(statementPosition(g.shared.script.source, part));
}
