/** Classes. V8: BuildClassLiteral. */
import type * as acorn from 'acorn';
import { statementPosition } from '../parsing/expression-position.ts';
import { returnAt } from './generator-control.ts';
import type { ClassNode } from '../parsing/ast.ts';
import type { ClassBoilerplate } from './bytecode-array.ts';
import { createClosure, loadConstant, loadThis, visitExpression } from './generator-expressions.ts';
import { needsName } from './generator-literals.ts';
import { FunctionState } from './generator-state.ts';
import { visitBlock } from './generator-statements.ts';
import { sharedFunctionInfoOf } from './shared-function-info.ts';

/** The class into the accumulator. */
export function visitClass(g: FunctionState, node: ClassNode, _name: string | undefined): void {
  const literal = node.classLiteral!;
  const builder = g.builder;
  const mark = builder.mark;
  const result = builder.newRegister();
  g.inScope(literal.scope, () => {
    initializeClassScope(g, literal.scope);
    buildClass(g, node, result);
  });
  builder.emit('Ldar', result);
  builder.release(mark);
}

function initializeClassScope(g: FunctionState, scope: NonNullable<ClassNode['classLiteral']>['scope']): void {
  const { classVariable } = scope;
  if (classVariable?.needsHoleInitialization && classVariable.location !== 'unallocated') {
    g.builder.emit('LdaTheHole');
    g.storeUnchecked(classVariable);
  }
  for (const [name, variable] of scope.privateNames) {
    if (variable.location === 'unallocated' || variable.mode.startsWith('private')) continue;
    const mark = g.builder.mark;
    loadConstant(g, name.startsWith('#') ? name : `#${name}`);
    const register = g.toRegister();
    g.builder.emit('CallRuntime', g.runtimeId('CreatePrivateNameSymbol'), register, 1);
    g.storeUnchecked(variable);
    g.builder.release(mark);
  }
}

function buildClass(g: FunctionState, node: ClassNode, result: number): void {
  const builder = g.builder;
  const literal = node.classLiteral!;
  const { scope } = literal;
  if (scope.brand !== undefined && scope.brand.location !== 'unallocated') {
    const mark = builder.mark;
    loadConstant(g, literal.constructorLiteral.name);
    const name = g.toRegister();
    builder.emit('CallRuntime', g.runtimeId('CreatePrivateBrandSymbol'), name, 1);
    g.storeUnchecked(scope.brand);
    builder.release(mark);
  }
  const methods = node.body.body.filter(
    (member): member is acorn.MethodDefinition =>
      member.type === 'MethodDefinition' && member.kind !== 'constructor' && !isPrivate(member),
  );
  const computedCount = methods.filter((method) => method.computed).length;
  const list = builder.newRegisters(3 + methods.length + computedCount);
  const boilerplateIndex = builder.reserveConstant();
  if (node.superClass) {
    visitExpression(g, node.superClass);
    builder.emit('Star', list + 2);
  } else builder.emit('LdaTheHole').emit('Star', list + 2);
  const constructor = sharedFunctionInfoOf(literal.constructorLiteral, g.shared.script);
  builder.emit('CreateClosure', builder.constant(constructor), 0, 0);
  builder.emit('Star', list + 1);
  builder.emit('LdaConstant', boilerplateIndex).emit('Star', list);

  const members: ClassBoilerplate['members'][number][] = [];
  let next = 3;
  for (const member of node.body.body) {
    if (member.type === 'PropertyDefinition' && member.computed) {
      evaluateFieldKey(g, member);
      continue;
    }
    if (member.type !== 'MethodDefinition' || member.kind === 'constructor' || isPrivate(member)) continue;
    let key: ClassBoilerplate['members'][number]['key'];
    if (member.computed) {
      placeKey(g, member.key as acorn.Expression);
      visitExpression(g, member.key as acorn.Expression);
      builder.emit('ToName').emit('Star', list + next);
      key = { argument: next++ };
    } else key = { name: memberName(member) };
    createClosure(g, member.value);
    builder.emit('Star', list + next);
    members.push({
      isStatic: member.static,
      kind: member.kind === 'method' ? 'method' : (member.kind as 'get' | 'set'),
      key,
      argument: next++,
    });
  }
  builder.setConstant(boilerplateIndex, { type: 'classBoilerplate', members });
  builder.emit('CallRuntime', g.runtimeId('DefineClass'), list, next);
  const prototype = g.toRegister();
  builder.emit('Mov', list + 1, result);
  if (scope.homeObject !== undefined) {
    builder.emit('Ldar', prototype);
    g.storeUnchecked(scope.homeObject);
  }
  if (scope.staticHomeObject !== undefined) {
    builder.emit('Ldar', result);
    g.storeUnchecked(scope.staticHomeObject);
  }
  definePrivateMethods(g, node);
  if (scope.classVariable !== undefined && scope.classVariable.location !== 'unallocated') {
    builder.emit('Ldar', result);
    g.storeUnchecked(scope.classVariable);
  }
  if (literal.instanceMembers !== undefined) {
    builder.emit(
      'CreateClosure',
      builder.constant(sharedFunctionInfoOf(literal.instanceMembers, g.shared.script)),
      0,
      0,
    );
    builder.emit(
      'DefineNamedOwnProperty',
      result,
      builder.constant({ type: 'symbol', name: 'class_fields' }),
      builder.slot('DefineNamedOwn'),
    );
  }
  if (literal.staticInitializer !== undefined) {
    builder.emit(
      'CreateClosure',
      builder.constant(sharedFunctionInfoOf(literal.staticInitializer, g.shared.script)),
      0,
      0,
    );
    const initializer = g.toRegister();
    builder.emit('CallProperty0', initializer, result, builder.slot('Call'));
  }
}

function isPrivate(member: acorn.MethodDefinition): boolean {
  return member.key.type === 'PrivateIdentifier';
}

function memberName(member: acorn.MethodDefinition | acorn.PropertyDefinition): string | number {
  const key = member.key as acorn.Identifier | acorn.Literal;
  if (key.type === 'Identifier') return key.name;
  const text = key.bigint ?? String(key.value);
  const number = Number(text);
  return String(number >>> 0) === text && number >>> 0 !== 4294967295 ? number : text;
}

function placeKey(g: FunctionState, key: acorn.Expression): void {
  g.builder.innerStatementAt(statementPosition(g.shared.script.source, key));
}

function evaluateFieldKey(g: FunctionState, member: acorn.PropertyDefinition): void {
  placeKey(g, member.key as acorn.Expression);
  visitExpression(g, member.key as acorn.Expression);
  g.builder.emit('ToName');
  if (member.computedNameVariable !== undefined) g.storeUnchecked(member.computedNameVariable);
}

/** Private methods are values of class scope variables; accessors are pairs. */
function definePrivateMethods(g: FunctionState, node: ClassNode): void {
  const builder = g.builder;
  const accessors = new Map<string, { get?: acorn.MethodDefinition; set?: acorn.MethodDefinition }>();
  for (const member of node.body.body) {
    if (member.type !== 'MethodDefinition' || !isPrivate(member)) continue;
    const key = member.key as acorn.PrivateIdentifier;
    if (member.kind === 'method') {
      createClosure(g, member.value);
      g.storeUnchecked(key.proxy!.variable);
      continue;
    }
    const pair = accessors.get(key.name) ?? {};
    pair[member.kind as 'get' | 'set'] = member;
    accessors.set(key.name, pair);
  }
  for (const { get, set } of accessors.values()) {
    const mark = builder.mark;
    const list = builder.newRegisters(2);
    for (const [i, member] of [get, set].entries()) {
      if (member === undefined) builder.emit('LdaNull');
      else createClosure(g, member.value);
      builder.emit('Star', list + i);
    }
    builder.emit('CallRuntime', g.runtimeId('CreatePrivateAccessors'), list, 2);
    g.storeUnchecked(((get ?? set)!.key as acorn.PrivateIdentifier).proxy!.variable);
    builder.release(mark);
  }
}

/** The body of <instance_members_initializer> and <static_initializer>. */
export function buildMembersInitializer(g: FunctionState): void {
  const builder = g.builder;
  for (const member of g.literal.members) {
    const mark = builder.mark;
    const value = member.type === 'StaticBlock' ? undefined : member.value;
    if (value) builder.statementAt(member.start, statementPosition(g.shared.script.source, value));
    else builder.plainStatementAt(member.start);
    if (member.type === 'StaticBlock') {
      visitBlock(g, member, []);
    } else defineField(g, member);
    builder.release(mark);
  }
  builder.emit('LdaUndefined');
  returnAt(g, endOfMember(g));
}

/** V8: end_position() when the last member was parsed, which is before its semicolon. */
function endOfMember(g: FunctionState): number {
  const last = g.literal.members.at(-1);
  if (last === undefined) return -1;
  const text = g.shared.script.source.slice(last.start, last.end);
  return last.start + text.replace(/[;\s]+$/, '').length;
}

function defineField(g: FunctionState, member: acorn.PropertyDefinition): void {
  const builder = g.builder;
  loadThis(g, {});
  const receiver = g.toRegister();
  let key = -1;
  const name = member.computed || member.key.type === 'PrivateIdentifier' ? undefined : memberName(member);
  if (member.key.type === 'PrivateIdentifier') {
    g.loadVariable(member.key.proxy!);
    key = g.toRegister();
  } else if (member.computed) {
    const variable = member.computedNameVariable!;
    builder.emit('LdaContextSlot', -3, variable.index, g.contextDepthOf(variable));
    key = g.toRegister();
  } else if (typeof name === 'number') {
    loadConstant(g, name);
    key = g.toRegister();
  }
  if (member.value) visitExpression(g, member.value);
  else builder.emit('LdaUndefined');
  builder.expressionAt(member.key.start);
  if (typeof name === 'string')
    builder.emit('DefineNamedOwnProperty', receiver, builder.constant(name), builder.slot('DefineNamedOwn'));
  else
    builder.emit(
      'DefineKeyedOwnProperty',
      receiver,
      key,
      member.computed && member.value && needsName(member.value) ? 1 : 0,
      builder.slot('DefineKeyedOwn'),
    );
}
