/** Expressions: the value ends in the accumulator. V8: the Visit… methods of BytecodeGenerator. */
import type * as acorn from 'acorn';
import type { Expression, RuntimeCall } from '../parsing/ast.ts';
import { sharedFunctionInfoOf } from './shared-function-info.ts';
import { type AnyNode, walk } from '../parsing/walk.ts';
import { Label } from './code-builder.ts';
import type { Bytecode } from './bytecodes.ts';
import { visitAssignment, visitUpdate } from './codegen-assignment.ts';
import { visitCall, visitNew, visitTaggedTemplate } from './codegen-calls.ts';
import { visitClass } from './codegen-classes.ts';
import { visitAwait, visitYield } from './codegen-generators.ts';
import { visitArray, visitObject } from './codegen-literals.ts';
import type { FunctionState } from './codegen-state.ts';
import { argumentCountRegister, parameterRegister } from './registers.ts';
import { intrinsicNames, type Intrinsic } from './runtime-functions.ts';

export type Node = acorn.Expression | RuntimeCall | acorn.Super | acorn.PrivateIdentifier | acorn.SpreadElement;

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
      for (const part of expression.expressions.slice(0, -1)) visitForEffect(g, part);
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
      return visitYield(g, expression);
    case 'AwaitExpression':
      visitExpression(g, expression.argument);
      return visitAwait(g, expression.start);
    case 'MetaProperty':
      return expression.proxy === undefined ? void builder.emit('LdaUndefined') : g.loadVariable(expression.proxy);
    case 'ParenthesizedExpression':
      return visitExpression(g, expression.expression);
    case 'RuntimeCall':
      return visitRuntimeCall(g, expression);
    case 'ImportExpression':
      return throwUnsupported(g, 'dynamic import', expression.start);
    default:
      throw new Error(`no code for ${expression.type}`);
  }
}

function throwUnsupported(g: FunctionState, what: string, offset: number): void {
  const mark = g.builder.mark;
  g.builder.emit('LdaConstant', g.builder.constant(what));
  const register = g.toRegister();
  g.builder.expressionAt(offset);
  g.builder.emit('CallRuntime', g.runtimeId('ThrowNotSimulated'), register, 1);
  g.builder.release(mark);
}

/** Evaluates into a new register. */
export function toRegister(g: FunctionState, node: acorn.Node): number {
  visitExpression(g, node);
  return g.toRegister();
}

/**
 * A register with the value of `node`, to be read after `later` was evaluated: a local's own register where nothing in
 * `later` can change it. Simplified: V8's register optimiser finds more such cases.
 */
export function operandRegister(g: FunctionState, node: acorn.Node, later: acorn.Node | undefined): number {
  const own = localRegister(g, node);
  return own !== undefined && (later === undefined || isPure(later)) ? own : toRegister(g, node);
}

/** The register of a parameter or local that needs no check, if `node` is one. */
function localRegister(g: FunctionState, node: acorn.Node): number | undefined {
  const proxy = node.type === 'Identifier' ? (node as acorn.Identifier).proxy : undefined;
  if (proxy === undefined || proxy.needsHoleCheck) return undefined;
  const { variable } = proxy;
  return variable.location === 'local' || variable.location === 'parameter' ? g.registerOf(variable) : undefined;
}

/** Cannot change a local of this function that lives in a register: only its own assignments can. */
function isPure(node: acorn.Node): boolean {
  if (node.type === 'Literal' || node.type === 'Identifier') return true;
  let assigns = false;
  walk(node as AnyNode, ({ type }) => {
    assigns ||= type === 'AssignmentExpression' || type === 'UpdateExpression';
    return !assigns && !/Function/.test(type);
  });
  return !assigns;
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
    builder.expressionAt(expression.start);
    builder.emit('ToString');
    add();
  });
  builder.emit('Ldar', left);
  builder.release(mark);
}

export function createClosure(g: FunctionState, node: acorn.FunctionExpression | acorn.ArrowFunctionExpression | acorn.FunctionDeclaration): void {
  const shared = sharedFunctionInfoOf(node.literal!, g.shared.script);
  g.builder.emit('CreateClosure', g.builder.constant(shared), 0, 0);
}

// ---------------------------------------------------------------------------------------------------------------------
// Operators

const unary: Partial<Record<acorn.UnaryOperator, Bytecode>> = { '-': 'Negate', '~': 'BitwiseNot', '+': 'ToNumber' };

function visitUnary(g: FunctionState, node: acorn.UnaryExpression): void {
  const builder = g.builder;
  switch (node.operator) {
    case '!':
      visitExpression(g, node.argument);
      builder.emit('ToBooleanLogicalNot');
      return;
    case 'typeof':
      if (node.argument.type === 'Identifier' && node.argument.proxy !== undefined) g.loadVariable(node.argument.proxy, true);
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
      if (node.operator === '-' && argument.type === 'Literal' && typeof argument.value === 'number') return loadConstant(g, -argument.value);
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
    builder.expressionAt(node.start);
    builder.emit(g.shared.isStrict ? 'DeletePropertyStrict' : 'DeletePropertySloppy', object);
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

function loadPropertyKey(g: FunctionState, node: acorn.MemberExpression): void {
  if (node.computed) visitExpression(g, node.property);
  else loadConstant(g, (node.property as acorn.Identifier).name);
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

const comparisons: Readonly<Record<string, Bytecode>> = {
  '==': 'TestEqual',
  '===': 'TestEqualStrict',
  '!=': 'TestEqual',
  '!==': 'TestEqualStrict',
  '<': 'TestLessThan',
  '>': 'TestGreaterThan',
  '<=': 'TestLessThanOrEqual',
  '>=': 'TestGreaterThanOrEqual',
};

function visitBinary(g: FunctionState, node: acorn.BinaryExpression): void {
  const builder = g.builder;
  const mark = builder.mark;
  if (node.left.type === 'PrivateIdentifier') return visitPrivateIn(g, node);
  if (visitLiteralComparison(g, node, node.left, node.right)) return;
  const literal = smallInteger(node.right);
  const smi = smiBytecodes[node.operator];
  if (smi !== undefined && literal !== undefined) {
    visitExpression(g, node.left);
    builder.expressionAt(operatorPosition(node));
    builder.emit(smi, literal, builder.slot('BinaryOp'));
    return;
  }
  const left = operandRegister(g, node.left, node.right);
  visitExpression(g, node.right);
  builder.expressionAt(operatorPosition(node));
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
function visitLiteralComparison(g: FunctionState, node: acorn.BinaryExpression, left: acorn.Expression, right: acorn.Expression): boolean {
  const isStrict = node.operator === '===' || node.operator === '!==';
  if (!isStrict && node.operator !== '==' && node.operator !== '!=') return false;
  const builder = g.builder;
  if (left.type === 'UnaryExpression' && left.operator === 'typeof' && right.type === 'Literal') {
    const flag = typeOfLiterals.indexOf(String(right.value));
    if (flag < 0 || typeof right.value !== 'string') return false;
    if (left.argument.type === 'Identifier' && left.argument.proxy !== undefined) g.loadVariable(left.argument.proxy, true);
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

/** Whether the accumulator is a boolean after `node`, so that jumps need no conversion. */
function isBoolean(node: acorn.Expression): boolean {
  if (node.type === 'ParenthesizedExpression') return isBoolean(node.expression);
  if (node.type === 'UnaryExpression') return node.operator === '!' || node.operator === 'delete';
  if (node.type === 'Literal') return typeof node.value === 'boolean';
  return node.type === 'BinaryExpression' && (comparisons[node.operator] !== undefined || node.operator === 'in' || node.operator === 'instanceof');
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

/** Evaluates for its effects: the value is not looked at. */
export function visitForEffect(g: FunctionState, node: acorn.Expression): void {
  if (node.type === 'UpdateExpression') visitUpdate(g, node, true);
  else if (node.type === 'AssignmentExpression') visitAssignment(g, node, true);
  else if (node.type === 'SequenceExpression') for (const part of node.expressions) visitForEffect(g, part);
  else visitExpression(g, node);
}

/** V8 positions a binary operation at its operator; errors inside (valueOf) are attributed to it. */
function operatorPosition(node: acorn.BinaryExpression): number {
  return node.start;
}

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
  emitPrivate(g, object, key, 'HasPrivate');
  builder.release(mark);
}

function privateKeyProxy(key: acorn.PrivateIdentifier): NonNullable<acorn.PrivateIdentifier['proxy']> {
  if (key.proxy === undefined) throw new Error(`#${key.name} has no proxy`);
  return key.proxy;
}

function visitLogical(g: FunctionState, node: acorn.LogicalExpression): void {
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

function visitConditional(g: FunctionState, node: acorn.ConditionalExpression): void {
  const otherwise = new Label();
  const end = new Label();
  visitTest(g, node.test, otherwise);
  visitExpression(g, node.consequent);
  g.builder.emit('Jump', end);
  g.builder.bind(otherwise);
  visitExpression(g, node.alternate);
  g.builder.bind(end);
}

// ---------------------------------------------------------------------------------------------------------------------
// Members

export function visitChain(g: FunctionState, node: acorn.ChainExpression): void {
  const outer = g.optionalChainEnd;
  const isNull = new Label();
  const end = new Label();
  g.optionalChainEnd = isNull;
  visitExpression(g, node.expression);
  g.optionalChainEnd = outer;
  g.builder.emit('Jump', end);
  g.builder.bind(isNull).emit('LdaUndefined');
  g.builder.bind(end);
}

function visitMember(g: FunctionState, node: acorn.MemberExpression): void {
  const mark = g.builder.mark;
  if (node.object.type === 'Super') {
    loadSuperMember(g, node);
    return;
  }
  if (node.optional) {
    const object = toRegister(g, node.object);
    g.builder.emit('JumpIfUndefinedOrNull', g.optionalChainEnd!);
    loadMember(g, object, node);
  } else loadMember(g, operandRegister(g, node.object, node.computed ? node.property : undefined), node);
  g.builder.release(mark);
}

/** The property of an object in a register. */
export function loadMember(g: FunctionState, object: number, node: acorn.MemberExpression): void {
  const builder = g.builder;
  if (node.property.type === 'PrivateIdentifier') return loadPrivate(g, object, node.property);
  if (!node.computed) {
    const name = builder.constant((node.property as acorn.Identifier).name);
    builder.expressionAt(node.property.start);
    builder.emit('GetNamedProperty', object, name, builder.slot('LoadProperty'));
    return;
  }
  const key = node.property as acorn.Expression;
  if (key.type === 'Literal' && typeof key.value === 'string' && String(Number(key.value)) !== key.value) {
    builder.expressionAt(key.start);
    builder.emit('GetNamedProperty', object, builder.constant(key.value), builder.slot('LoadProperty'));
    return;
  }
  visitExpression(g, key);
  builder.expressionAt(key.start);
  builder.emit('GetKeyedProperty', object, builder.slot('LoadKeyed'));
}

/** `Private…` runtime functions tell fields, methods and accessors apart by what the name's variable is. */
export function loadPrivate(g: FunctionState, object: number, key: acorn.PrivateIdentifier): void {
  emitPrivate(g, object, key, 'LoadPrivate');
}

export function storePrivate(g: FunctionState, object: number, key: acorn.PrivateIdentifier): void {
  const value = g.toRegister();
  emitPrivate(g, object, key, 'StorePrivate', value);
}

function emitPrivate(g: FunctionState, object: number, key: acorn.PrivateIdentifier, what: string, value?: number): void {
  const builder = g.builder;
  const mark = builder.mark;
  const proxy = privateKeyProxy(key);
  const list = builder.newRegisters(value === undefined ? 4 : 5);
  builder.emit('Mov', object, list);
  g.loadVariable(proxy);
  builder.emit('Star', list + 1);
  loadConstant(g, proxy.variable.mode);
  builder.emit('Star', list + 2);
  loadBrand(g, proxy);
  builder.emit('Star', list + 3);
  if (value !== undefined) builder.emit('Mov', value, list + 4);
  builder.expressionAt(key.start);
  builder.emit('CallRuntime', g.runtimeId(what), list, value === undefined ? 4 : 5);
  builder.release(mark);
}

/** What the receiver of a private method must have: the brand, or for static ones to be the class itself. */
function loadBrand(g: FunctionState, proxy: NonNullable<acorn.PrivateIdentifier['proxy']>): void {
  const { variable } = proxy;
  const scope = variable.scope;
  const isMethod = variable.mode.startsWith('private');
  const brand = isMethod ? (variable.isStatic ? scope.classVariable : scope.brand) : undefined;
  if (brand === undefined) g.builder.emit('LdaUndefined');
  else loadVariableDirect(g, brand);
}

export function loadVariableDirect(g: FunctionState, variable: NonNullable<acorn.PrivateIdentifier['proxy']>['variable']): void {
  if (variable.location === 'context') g.builder.emit('LdaContextSlot', -3, variable.index, g.contextDepthOf(variable));
  else g.builder.emit('Ldar', g.registerOf(variable));
}

export function loadSuperMember(g: FunctionState, node: acorn.MemberExpression): void {
  const builder = g.builder;
  const mark = builder.mark;
  const list = superArguments(g, node, 3);
  builder.expressionAt(node.property.start);
  builder.emit('CallRuntime', g.runtimeId('LoadKeyedFromSuper'), list, 3);
  builder.release(mark);
}

/** receiver, home object and key in consecutive registers. */
export function superArguments(g: FunctionState, node: acorn.MemberExpression, count: number): number {
  const reference = (node.object as acorn.Super).superReference!;
  if (reference.kind !== 'property') throw new Error('super.x without a home object');
  const builder = g.builder;
  const list = builder.newRegisters(count);
  g.loadVariable(reference.thisProxy);
  builder.emit('Star', list);
  g.loadVariable(reference.homeObject);
  builder.emit('Star', list + 1);
  loadPropertyKey(g, node);
  builder.emit('Star', list + 2);
  return list;
}

// ---------------------------------------------------------------------------------------------------------------------

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
