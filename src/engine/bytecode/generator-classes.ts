/** Classes. V8: BuildClassLiteral. */
import type * as acorn from 'acorn';
import type { ClassNode } from '../parsing/ast.ts';
import { expressionPosition } from '../parsing/expression-position.ts';
import type { Scope } from '../parsing/scopes.ts';
import type { ClassBoilerplate } from './bytecode-array.ts';
import { Label } from './assembly.ts';
import { returnAt } from './generator-control.ts';
import { createClosure, emitClosure, loadConstant, visitExpression } from './generator-expressions.ts';
import { loadPropertyName, visitNamedByKey } from './generator-literals.ts';
import type { FunctionState } from './generator-state.ts';
import { visitBlock } from './generator-statements.ts';
import { parameterRegister } from './registers.ts';
import { sharedFunctionInfoOf } from './shared-function-info.ts';

/** The class into the accumulator; `key`: the register of the computed key that names it. V8: VisitClassLiteral. */
export function visitClass(g: FunctionState, node: ClassNode, key = -1): void {
  const { scope } = node.classLiteral!;
  const { builder } = g;
  const outer = g.scope;
  const mark = builder.mark;
  g.scope = scope;
  if (scope.needsContext) {
    // A place inside the class is one where its context is there.
    const place = builder.takePlaceFrom(node.start);
    builder.emit('CreateBlockContext', builder.constant(scope.scopeInfo!));
    g.pushContext();
    builder.putPlace(place);
  }
  buildClass(g, node, key);
  if (scope.needsContext) g.popContext();
  g.scope = outer;
  builder.release(mark);
}

/** V8: BuildClassLiteral. */
function buildClass(g: FunctionState, node: ClassNode, key: number): void {
  const { builder } = g;
  const literal = node.classLiteral!;
  const { scope } = literal;
  const boilerplateIndex = builder.reserveConstant();
  initializeDeclared(g, scope);
  const constructor = builder.newRegister();
  createBrand(g, scope);
  createPrivateNames(g, node);
  defineClass(g, node, constructor, boilerplateIndex);
  // The prototype is in the accumulator.
  if (scope.homeObject !== undefined) g.storeUnchecked(scope.homeObject);
  for (const variable of [scope.staticHomeObject, scope.classVariable]) {
    if (variable === undefined || variable.location === 'unallocated') continue;
    builder.emit('Ldar', constructor);
    g.storeUnchecked(variable);
  }
  createPrivateAccessors(g, node);
  if (literal.instanceMembers !== undefined) {
    emitClosure(g, sharedFunctionInfoOf(literal.instanceMembers, g.shared.script));
    const name = builder.constant({ type: 'symbol', name: 'class_fields' });
    builder.emit('SetNamedProperty', constructor, name, builder.slot('SetNamedStrict'));
  }
  if (literal.staticInitializer !== undefined) {
    const mark = builder.mark;
    if (key >= 0) {
      const list = builder.newRegisters(2);
      builder.emit('Mov', constructor, list).emit('Mov', key, list + 1);
      builder.emit('CallRuntime', g.runtimeId('SetFunctionName'), list, 2);
      builder.release(mark);
    }
    const receiver = builder.newRegister();
    emitClosure(g, sharedFunctionInfoOf(literal.staticInitializer, g.shared.script));
    const initializer = g.toRegister();
    builder.emit('Mov', constructor, receiver);
    builder.emit('CallProperty0', initializer, receiver, builder.slot('Call'));
    builder.release(mark);
  }
  builder.emit('Ldar', constructor);
}

/** Names that are private get their values before anything can look at them. */
function initializeDeclared(g: FunctionState, scope: Scope): void {
  for (const { variable } of scope.declarations) {
    if (variable === scope.brand || variable.location === 'unallocated' || !variable.needsHoleInitialization) continue;
    g.builder.emit('LdaTheHole');
    g.storeUnchecked(variable);
  }
}

function createBrand(g: FunctionState, scope: Scope): void {
  if (scope.brand === undefined || scope.brand.location === 'unallocated') return;
  const { builder } = g;
  const mark = builder.mark;
  const brand = builder.newRegister();
  loadConstant(g, scope.classVariable?.name ?? 'anonymous');
  builder.emit('Star', brand);
  builder.emit('CallRuntime', g.runtimeId('CreatePrivateBrandSymbol'), brand, 1);
  builder.release(mark);
  g.storeUnchecked(scope.brand);
}

/** What is private lives in variables of the class scope: the symbols of fields, and methods. */
function createPrivateNames(g: FunctionState, { body }: ClassNode): void {
  const { builder } = g;
  for (const member of body.body) {
    if (member.type === 'StaticBlock' || member.key.type !== 'PrivateIdentifier') continue;
    const { variable } = member.key.proxy!;
    if (member.type === 'PropertyDefinition') {
      const mark = builder.mark;
      const name = builder.newRegister();
      // V8 visits the key, and then loads its name once more.
      for (let times = 0; times < 2; times++) {
        loadConstant(g, `#${member.key.name}`);
        builder.emit('Star', name);
      }
      builder.emit('CallRuntime', g.runtimeId('CreatePrivateNameSymbol'), name, 1);
      g.storeUnchecked(variable);
      builder.release(mark);
    } else if (member.kind === 'method') {
      createClosure(g, member.value);
      g.storeUnchecked(variable);
    }
  }
}

function createPrivateAccessors(g: FunctionState, { body }: ClassNode): void {
  const { builder } = g;
  const accessors = new Map<string, { get?: acorn.MethodDefinition; set?: acorn.MethodDefinition }>();
  for (const member of body.body) {
    if (member.type !== 'MethodDefinition' || !isPrivate(member) || member.kind === 'method') continue;
    const key = member.key as acorn.PrivateIdentifier;
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

function defineClass(g: FunctionState, node: ClassNode, constructor: number, boilerplateIndex: number): void {
  const { builder } = g;
  const literal = node.classLiteral!;
  const mark = builder.mark;
  const list = builder.newRegisters(3);
  if (node.superClass) visitExpression(g, node.superClass);
  else builder.emit('LdaTheHole');
  builder.emit('Star', list + 2);
  emitClosure(g, sharedFunctionInfoOf(literal.constructorLiteral, g.shared.script));
  builder.emit('Star', constructor);
  builder.emit('Mov', constructor, list + 1);
  builder.emit('LdaConstant', boilerplateIndex).emit('Star', list);
  const members: ClassBoilerplate['members'][number][] = [];
  for (const member of node.body.body) {
    if (member.type === 'StaticBlock' || member.key.type === 'PrivateIdentifier') continue;
    if (member.type === 'MethodDefinition' && member.kind === 'constructor') continue;
    if (member.type === 'PropertyDefinition' && member.isKeyOnly) {
      visitExpression(g, member.key);
      continue;
    }
    let key: ClassBoilerplate['members'][number]['key'];
    if (member.computed) key = { argument: evaluateKey(g, member) - list };
    else if (member.type === 'MethodDefinition') key = { name: memberName(member) };
    if (member.type === 'PropertyDefinition') {
      if (member.computed) members.push({ isStatic: member.static, kind: 'field', key: key!, argument: -1 });
      continue;
    }
    const value = builder.newRegister();
    createClosure(g, member.value);
    builder.emit('Star', value);
    members.push({
      isStatic: member.static,
      kind: member.kind === 'method' ? 'method' : (member.kind as 'get' | 'set'),
      key: key!,
      argument: value - list,
    });
  }
  builder.setConstant(boilerplateIndex, { type: 'classBoilerplate', members });
  builder.emit('CallRuntime', g.runtimeId('DefineClass'), list, builder.mark - list);
  builder.release(mark);
}

/** A computed key into a register of its own, and for fields into a variable, too. */
function evaluateKey(g: FunctionState, member: acorn.MethodDefinition | acorn.PropertyDefinition): number {
  const { builder } = g;
  const key = builder.newRegister();
  builder.statementAt(member.key.start, expressionPosition(g.shared.script.source, member.key));
  loadPropertyName(g, member, key);
  if (member.static) {
    const isOther = new Label();
    loadConstant(g, 'prototype');
    builder.emit('TestEqualStrict', key, g.dummyCompareSlot());
    builder.emit('JumpIfFalse', isOther);
    builder.emit('CallRuntime', g.runtimeId('ThrowStaticPrototypeError'), 0, 0);
    builder.bind(isOther);
  }
  if (member.type === 'PropertyDefinition' && member.computedNameVariable !== undefined) {
    builder.emit('Ldar', key);
    g.storeUnchecked(member.computedNameVariable);
  }
  return key;
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

/** The body of the functions that initialise members. V8: BuildClassProperty, VisitInitializeClassStaticElementsStatement. */
export function buildMembersInitializer(g: FunctionState): void {
  const { builder } = g;
  for (const member of g.literal.members) {
    const mark = builder.mark;
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
  const { builder } = g;
  builder.expressionAt(member.key.start);
  const receiver = parameterRegister(0, g.parameterCount);
  const name = member.computed || member.key.type === 'PrivateIdentifier' ? undefined : memberName(member);
  let key = -1;
  let flags = 0;
  if (typeof name !== 'string') {
    key = builder.newRegister();
    if (member.computed) g.loadContextSlot(member.computedNameVariable!);
    else if (member.key.type === 'PrivateIdentifier') g.loadContextSlot(member.key.proxy!.variable);
    else loadConstant(g, name);
    builder.emit('Star', key);
  }
  if (member.value) {
    builder.statementAt(member.start, expressionPosition(g.shared.script.source, member.value));
    if (member.computed) flags = visitNamedByKey(g, member.value, key);
    else visitExpression(g, member.value);
  } else {
    builder.markStatement(member.start);
    builder.emit('LdaUndefined');
  }
  if (typeof name === 'string') {
    builder.emit('DefineNamedOwnProperty', receiver, builder.constant(name), builder.slot('DefineNamedOwn'));
    return;
  }
  builder.emit('DefineKeyedOwnProperty', receiver, key, flags, builder.slot('DefineKeyedOwn'));
}
