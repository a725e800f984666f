/** Private names outside of their classes' definitions. V8: BuildPrivateBrandCheck, BuildPrivateGetterAccess and their neighbours. */
import type * as acorn from 'acorn';
import { memberPosition, operatorPosition } from '../parsing/expression-position.ts';
import type { Variable } from '../parsing/scopes.ts';
import { afterParentheses } from '../parsing/source-tokens.ts';
import { Label } from './assembly.ts';
import { loadConstant, toRegister, visitExpression } from './generator-expressions.ts';
import type { FunctionState } from './generator-state.ts';
import { messageNumbers, type NumberedMessage } from './message-numbers.ts';

type PrivateMember = acorn.MemberExpression & { readonly property: acorn.PrivateIdentifier };

export function isPrivateMember(node: acorn.MemberExpression): node is PrivateMember {
  return node.property.type === 'PrivateIdentifier';
}

/** The member of the object in a register into the accumulator. V8: the private cases of VisitPropertyLoad. */
export function loadPrivate(g: FunctionState, object: number, node: PrivateMember): void {
  const { builder } = g;
  const variable = variableOf(node.property);
  const mark = builder.mark;
  const position = memberPosition(g.shared.script.source, node);
  switch (variable.mode) {
    case 'privateMethod':
      builder.expressionAt(position);
      checkBrand(g, object, variable);
      loadName(g, node.property);
      break;
    case 'privateSetter':
      builder.expressionAt(position);
      checkBrand(g, object, variable);
      invalidAccess(g, 'InvalidPrivateGetterAccess', variable);
      break;
    case 'privateGetter':
    case 'privateGetterAndSetter': {
      loadName(g, node.property);
      const accessors = g.toRegister();
      builder.expressionAt(position);
      checkBrand(g, object, variable);
      callGetter(g, object, accessors);
      break;
    }
    default:
      loadName(g, node.property);
      builder.expressionAt(position);
      builder.emit('GetKeyedProperty', object, builder.slot('LoadKeyed'));
  }
  builder.release(mark);
}

/** The target of an assignment whose object is in a register: its name, too, once this has returned. */
export function privateReference(
  g: FunctionState,
  object: number,
  node: PrivateMember,
  isUpdate: boolean,
): { load(): void; store(): void } {
  const { builder } = g;
  const variable = variableOf(node.property);
  const { source } = g.shared.script;
  const isField = !variable.mode.startsWith('private');
  // A field's name is a variable that stands at the dot.
  const position = isField ? afterParentheses(source, node.object.end) : memberPosition(source, node);
  if (!isField) builder.expressionAt(position);
  const hasName = !isUpdate || isField || variable.mode === 'privateGetterAndSetter';
  if (hasName) loadName(g, node.property);
  const name = hasName ? g.toRegister() : -1;
  return {
    load: () => {
      if (isField) {
        builder.emit('Ldar', name);
        builder.expressionAt(position);
        builder.emit('GetKeyedProperty', object, builder.slot('LoadKeyed'));
        return;
      }
      builder.expressionAt(position);
      checkBrand(g, object, variable);
      if (isUpdate && variable.mode !== 'privateGetterAndSetter') {
        invalidAccess(g, updateMessages[variable.mode as keyof typeof updateMessages], variable);
      } else if (variable.mode === 'privateMethod') builder.emit('Ldar', name);
      else if (variable.mode === 'privateSetter') invalidAccess(g, 'InvalidPrivateGetterAccess', variable);
      else callGetter(g, object, name);
    },
    store: () => {
      if (isField) {
        const kind = g.scope.isStrict ? 'SetKeyedStrict' : 'SetKeyedSloppy';
        builder.emit('SetKeyedProperty', object, name, builder.slot(kind));
        return;
      }
      if (isUpdate && variable.mode !== 'privateGetterAndSetter') return;
      const mark = builder.mark;
      if (variable.mode === 'privateMethod' || variable.mode === 'privateGetter') {
        builder.expressionAt(position);
        checkBrand(g, object, variable);
        invalidAccess(g, updateMessages[variable.mode], variable);
      } else {
        const value = g.toRegister();
        if (!isUpdate) {
          builder.expressionAt(position);
          checkBrand(g, object, variable);
        }
        callSetter(g, object, name, value);
      }
      builder.release(mark);
    },
  };
}

const updateMessages = {
  privateMethod: 'InvalidPrivateMethodWrite',
  privateGetter: 'InvalidPrivateSetterAccess',
  privateSetter: 'InvalidPrivateGetterAccess',
} as const;

/** #name in object. V8: BuildPrivateMethodIn, and VisitCompareOperation for fields. */
export function visitPrivateIn(g: FunctionState, node: acorn.BinaryExpression): void {
  const { builder } = g;
  const mark = builder.mark;
  const key = node.left as acorn.PrivateIdentifier;
  const variable = variableOf(key);
  if (variable.isStatic && variable.mode.startsWith('private')) {
    const object = toRegister(g, node.right);
    const isObject = new Label();
    builder.emit('JumpIfJSReceiver', isObject);
    const list = builder.newRegisters(3);
    builder.emit('Star', list + 2);
    newTypeError(g, 'InvalidInOperatorUse', variable.name, list, 3);
    builder.bind(isObject);
    g.loadContextSlot(variable.scope.classVariable!);
    builder.emit('TestReferenceEqual', object);
  } else {
    const isMethod = variable.mode.startsWith('private');
    if (isMethod) g.loadContextSlot(variable.scope.brand!);
    else loadName(g, key);
    const left = g.toRegister();
    visitExpression(g, node.right);
    const { source } = g.shared.script;
    builder.expressionAt(isMethod ? node.right.start : operatorPosition(source, node));
    builder.emit('TestIn', left, builder.slot('HasKeyed'));
  }
  builder.release(mark);
}

/** V8: BuildPrivateBrandCheck: the receiver of a method has the brand, or is the class where the method is static. */
function checkBrand(g: FunctionState, object: number, variable: Variable): void {
  const { builder } = g;
  const { scope } = variable;
  if (!variable.isStatic) {
    g.loadContextSlot(scope.brand!);
    builder.emit('GetKeyedProperty', object, builder.slot('LoadKeyed'));
    return;
  }
  const isClass = new Label();
  g.loadContextSlot(scope.classVariable!);
  builder.emit('TestReferenceEqual', object);
  builder.emit('JumpIfTrue', isClass);
  const mark = builder.mark;
  newTypeError(g, 'InvalidPrivateBrandStatic', scope.classVariable!.name, builder.newRegisters(2), 2);
  builder.release(mark);
  builder.bind(isClass);
}

function invalidAccess(g: FunctionState, message: NumberedMessage, variable: Variable): void {
  const mark = g.builder.mark;
  newTypeError(g, message, variable.name, g.builder.newRegisters(2), 2);
  g.builder.release(mark);
}

/** Throws it: number and first word go into the list. */
function newTypeError(g: FunctionState, message: NumberedMessage, word: string, list: number, count: number): void {
  const { builder } = g;
  loadConstant(g, messageNumbers[message]);
  builder.emit('Star', list);
  loadConstant(g, word);
  builder.emit('Star', list + 1);
  builder.emit('CallRuntime', g.runtimeId('NewTypeError'), list, count);
  builder.emit('Throw');
}

function callGetter(g: FunctionState, object: number, accessors: number): void {
  const { builder } = g;
  const mark = builder.mark;
  const getter = builder.newRegister();
  const receiver = builder.newRegister();
  builder.emit('CallRuntime', g.runtimeId('LoadPrivateGetter'), accessors, 1);
  builder.emit('Star', getter);
  builder.emit('Mov', object, receiver);
  builder.emit('CallProperty0', getter, receiver, builder.slot('Call'));
  builder.release(mark);
}

function callSetter(g: FunctionState, object: number, accessors: number, value: number): void {
  const { builder } = g;
  const mark = builder.mark;
  const setter = builder.newRegister();
  const list = builder.newRegisters(2);
  builder.emit('CallRuntime', g.runtimeId('LoadPrivateSetter'), accessors, 1);
  builder.emit('Star', setter);
  builder.emit('Mov', object, list);
  builder.emit('Mov', value, list + 1);
  builder.emit('CallProperty1', setter, list, list + 1, builder.slot('Call'));
  builder.release(mark);
}

/** What the name stands for: a field's symbol, a method, a pair of accessors. */
function loadName(g: FunctionState, key: acorn.PrivateIdentifier): void {
  if (key.proxy === undefined) throw new Error(`#${key.name} has no proxy`);
  g.builder.expressionAt(key.start);
  g.loadVariable(key.proxy);
}

function variableOf(key: acorn.PrivateIdentifier): Variable {
  if (key.proxy === undefined) throw new Error(`#${key.name} has no proxy`);
  return key.proxy.variable;
}
