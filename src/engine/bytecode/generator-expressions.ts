/** Expressions: the value ends in the accumulator. V8: the Visit… methods of BytecodeGenerator. */
import type * as acorn from 'acorn';
import { statementPosition } from '../parsing/expression-position.ts';
import type { Expression, RuntimeCall } from '../parsing/ast.ts';
import { visitAssignment, visitUpdate } from './generator-assignment.ts';
import { visitArguments, visitCall, visitTaggedTemplate } from './generator-calls.ts';
import { visitClass } from './generator-classes.ts';
import { visitNew } from './generator-construct.ts';
import { visitConditional, visitLogical } from './generator-conditions.ts';
import { visitArray } from './generator-arrays.ts';
import { literalValue } from './literal-value.ts';
import { visitObject } from './generator-literals.ts';
import { visitChain, visitMember } from './generator-members.ts';
import { isString, visitBinary, visitUnary } from './generator-operators.ts';
import { FunctionState } from './generator-state.ts';
import { visitAwait, visitYield } from './generator-suspension.ts';
import { argumentCountRegister, closureRegister, parameterRegister } from './registers.ts';
import { type Intrinsic, intrinsicNames, nativeRuntimeId } from './runtime-functions.ts';
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
      return visitExpression(g, visitAllButLast(g, expression));
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
      return visitClass(g, expression);
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
  const count = node.options ? 4 : 3;
  const list = builder.newRegisters(count);
  builder.emit('Mov', closureRegister, list);
  visitExpression(g, node.source);
  builder.emit('Star', list + 1);
  // The phase: a module that is to be evaluated.
  loadConstant(g, 1);
  builder.emit('Star', list + 2);
  if (node.options) {
    visitExpression(g, node.options);
    builder.emit('Star', list + 3);
  }
  builder.emit('CallRuntime', g.runtimeId('DynamicImportCall'), list, count);
  builder.release(mark);
}

/** Evaluates into a new register. */
export function toRegister(g: FunctionState, node: acorn.Node): number {
  visitExpression(g, node);
  return g.toRegister();
}

function loadThis(g: FunctionState, node: { readonly proxy?: acorn.ThisExpression['proxy'] }): void {
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
    const pattern = g.builder.constant(node.regex.pattern);
    g.builder.emit('CreateRegExpLiteral', pattern, g.builder.slot('Literal'), regExpFlags(node.regex.flags));
    return;
  }
  if (typeof node.bigint === 'string') return loadConstant(g, BigInt(node.bigint));
  loadConstant(g, node.value as string | number | boolean | null);
}

function visitTemplate(g: FunctionState, { start, quasis, expressions }: acorn.TemplateLiteral): void {
  const { builder } = g;
  const texts = quasis.map(({ value }) => value.cooked ?? '');
  if (expressions.length === 0) return loadConstant(g, texts[0]);
  const mark = builder.mark;
  // One slot for all parts.
  const slot = builder.slot('BinaryOp');
  const left = builder.newRegister();
  builder.expressionAt(start);
  expressions.forEach((expression, i) => {
    if (i > 0) builder.emit('Star', left);
    if (texts[i] !== '') {
      loadConstant(g, texts[i]);
      if (i > 0) builder.emit('Add', left, slot);
      builder.emit('Star', left);
    }
    visitExpression(g, expression);
    if (!isString(expression)) builder.emit('ToString');
    if (i > 0 || texts[i] !== '') builder.emit('Add', left, slot);
  });
  if (texts.at(-1) !== '') {
    builder.emit('Star', left);
    loadConstant(g, texts.at(-1));
    builder.emit('Add', left, slot);
  }
  builder.release(mark);
}

export function createClosure(
  g: FunctionState,
  node: acorn.FunctionExpression | acorn.ArrowFunctionExpression | acorn.FunctionDeclaration,
  isPretenured = false,
): void {
  emitClosure(g, sharedFunctionInfoOf(node.literal!, g.shared.script), isPretenured);
}

/** What is assigned to a property will live long, if it is a function. V8: FunctionLiteral::set_pretenure. */
export function visitAssigned(g: FunctionState, target: acorn.Node, value: acorn.Expression): void {
  let inner = value;
  while (inner.type === 'ParenthesizedExpression') inner = inner.expression;
  if (
    target.type === 'MemberExpression' &&
    (inner.type === 'FunctionExpression' || inner.type === 'ArrowFunctionExpression')
  )
    createClosure(g, inner, true);
  else visitExpression(g, value);
}

/** V8: CreateClosureFlags. Closures made in functions are made without a call of the runtime. */
export function emitClosure(g: FunctionState, shared: SharedFunctionInfo, isPretenured = false): void {
  const isInFunction = g.literal.scope.type === 'function';
  g.builder.emit(
    'CreateClosure',
    g.builder.constant(shared),
    g.builder.closureSlot(),
    isPretenured ? ClosureFlag.pretenured : isInFunction ? ClosureFlag.fastNewClosure : 0,
  );
}

const ClosureFlag = { pretenured: 1, fastNewClosure: 2 } as const;

/** The bit of each flag. V8: RegExpFlag. */
export const regExpFlagOrder = 'gimyusldv';

function regExpFlags(flags: string): number {
  return Array.from(flags).reduce((bits, flag) => bits | (1 << regExpFlagOrder.indexOf(flag)), 0);
}

function visitRuntimeCall(g: FunctionState, node: RuntimeCall): void {
  const builder = g.builder;
  const mark = builder.mark;
  // What JSX becomes calls a function of the host, in the program's own script.
  const native = g.shared.script.natives === 'v8' ? nativeRuntimeId(node.name) : undefined;
  if (native !== undefined) {
    const first = visitArguments(g, node.arguments);
    builder.emit('CallRuntime', native, first, node.arguments.length);
    builder.release(mark);
    return;
  }
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
  else if (node.type === 'UnaryExpression' && node.operator === '!' && literalValue(node) === undefined)
    visitForEffect(g, node.argument);
  else if (node.type !== 'Literal' || node.regex !== undefined) visitExpression(g, node);
}

function visitSequence(g: FunctionState, parts: readonly acorn.Expression[]): void {
  parts.forEach((part, i) => {
    if (i > 0) partAt(g, part);
    visitForEffect(g, part);
  });
}

/** Of a sequence; answers what is left to visit. */
export function visitAllButLast(g: FunctionState, { expressions }: acorn.SequenceExpression): acorn.Expression {
  const last = expressions.at(-1)!;
  visitSequence(g, expressions.slice(0, -1));
  partAt(g, last);
  return last;
}

/** What stands behind a comma can be stopped at. V8: SetExpressionAsStatementPosition in VisitCommaExpression. */
function partAt(g: FunctionState, part: acorn.Expression): void {
  g.builder.innerStatementAt(statementPosition(g.shared.script.source, part));
}
