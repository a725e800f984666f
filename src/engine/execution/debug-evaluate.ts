/**
 * Evaluates an expression as if it stood in a frame where it is now. V8: src/debug/debug-evaluate.cc.
 *
 * The expression is compiled as eval code inside a scope of its own, whose context holds what the frame keeps in registers;
 * what it assigns to them goes back afterwards. Everything else it reaches by the frame's own contexts.
 * As in V8 it is sloppy code, closures that it makes keep a copy of what the frame has in registers, and variables of functions
 * around are not defined where no closure has kept them.
 * Simplified: `super` is not known; private names are known inside their class only.
 */
import { parameterRegister } from '../bytecode/registers.ts';
import { Context } from '../objects/context.ts';
import type { JSObject } from '../objects/js-object.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { keyFromString, type PropertyKey, theHole, type Value } from '../objects/value.ts';
import { parseProgram } from '../parsing/parser.ts';
import type { ContextLocal, ScopeInfo } from '../parsing/scope-info.ts';
import { receiverScopeOf, Scope, Variable, type VariableMode } from '../parsing/scopes.ts';
import type { Script } from '../parsing/script.ts';
import { type AnyNode, walk } from '../parsing/walk.ts';
import { newSloppyArguments } from './arguments.ts';
import { evalClosure } from './evaluate.ts';
import type { Frame } from './frame.ts';
import { type FrameScope, frameScopes, outerContext, registerOf, variableValue } from './frame-scopes.ts';
import { GuestException, RunStopped } from './guest-exception.ts';
import { actualArguments } from './interpreter.ts';
import type { Isolate } from './isolate.ts';
import type { EngineListener } from './listener.ts';
import { QuietListener } from './quiet-listener.ts';

export interface EvaluationOptions {
  /** Bytecodes after which it is left. */
  readonly maxSteps: number;
  /** What it does is a part of the run and told to this listener. Otherwise the run's counters stay as they are. */
  readonly partOfRun?: EngineListener;
}

/** `isPure`: it only read, so that everything is as it was before. `stopped`: it did not end within its limits. */
export type FrameEvaluation =
  | { readonly kind: 'value' | 'exception'; readonly value: Value; readonly isPure: boolean }
  | { readonly kind: 'stopped'; readonly reason: 'steps' | 'memory' };

/** Without a frame, in the global scope. What it prints goes where the isolate's console goes. */
export function evaluateInFrame(
  isolate: Isolate,
  frame: Frame | undefined,
  expression: string,
  options: EvaluationOptions,
): FrameEvaluation {
  const calls = new CallCounter();
  const surroundings = frame === undefined ? undefined : surroundingsOf(isolate, frame, expression);
  let script: Script | undefined;
  const enter = (): Value => {
    script = newScript(isolate, frame, expression);
    const closure = evalClosure(isolate, script, surroundings?.scope, false, surroundings?.context);
    return isolate.tailCall(closure, isolate.realm.globalObject, []);
  };
  try {
    const result = aside(isolate, enter, options, calls);
    if (result.kind === 'stopped' || calls.count > 1) return result;
    // What could not be parsed did nothing.
    return { ...result, isPure: script?.root === undefined || onlyReads(script.root as AnyNode) };
  } finally {
    surroundings?.writeBack();
  }
}

/** Calls a function, a getter say, as an expression would. */
export function callAside(
  isolate: Isolate,
  callee: JSObject,
  receiver: Value,
  options: EvaluationOptions,
): FrameEvaluation {
  return aside(isolate, () => isolate.tailCall(callee, receiver, []), options, new QuietListener());
}

/** Reads a property, which may run a getter. */
export function readAside(
  isolate: Isolate,
  object: JSObject,
  key: PropertyKey,
  options: EvaluationOptions,
): FrameEvaluation {
  return aside(isolate, () => isolate.loadProperty(object, key), options, new QuietListener());
}

function aside(
  isolate: Isolate,
  enter: () => Value,
  { maxSteps, partOfRun }: EvaluationOptions,
  ownListener: EngineListener,
): FrameEvaluation {
  const { listener, onThrow, onRejection } = isolate;
  const restoreMeter = isolate.meter.suspend();
  const restoreCounters = partOfRun === undefined ? isolate.rememberCounters() : undefined;
  isolate.listener = partOfRun ?? ownListener;
  isolate.onThrow = undefined;
  if (partOfRun === undefined) isolate.onRejection = undefined;
  try {
    return { kind: 'value', value: isolate.interpreter.beside(maxSteps, enter), isPure: false };
  } catch (error) {
    if (error instanceof GuestException) return { kind: 'exception', value: error.value, isPure: false };
    if (error instanceof RunStopped && (error.reason === 'steps' || error.reason === 'memory'))
      return { kind: 'stopped', reason: error.reason };
    throw error;
  } finally {
    Object.assign(isolate, { listener, onThrow, onRejection });
    restoreMeter();
    restoreCounters?.();
  }
}

/** An object literal is meant where the text could be a block, too. */
function newScript(isolate: Isolate, frame: Frame | undefined, expression: string): Script {
  const language = frame?.shared.script.language ?? 'javascript';
  const inParentheses = `(${expression.trim().replace(/;$/, '')})`;
  const isObject = expression.trimStart().startsWith('{') && parseProgram(inParentheses, { language }).ok;
  return { ...isolate.addEvalScript(isObject ? inParentheses : expression, false), language };
}

class CallCounter extends QuietListener {
  count = 0;

  override call(): void {
    this.count++;
  }
}

const readingNodes: ReadonlySet<string> = new Set([
  'Program',
  'ExpressionStatement',
  'EmptyStatement',
  'Identifier',
  'PrivateIdentifier',
  'Literal',
  'TemplateLiteral',
  'TemplateElement',
  'ThisExpression',
  'MetaProperty',
  'MemberExpression',
  'ChainExpression',
  'ParenthesizedExpression',
  'UnaryExpression',
  'BinaryExpression',
  'LogicalExpression',
  'ConditionalExpression',
  'SequenceExpression',
]);

/** Whether code of this form changes nothing as long as it calls nothing. */
function onlyReads(program: AnyNode): boolean {
  let result = true;
  walk(program, (node) => {
    const isArguments = node.type === 'Identifier' && node.name === 'arguments';
    const isDelete = node.type === 'UnaryExpression' && node.operator === 'delete';
    const isRegExp = node.type === 'Literal' && node.regex !== undefined;
    if (!readingNodes.has(node.type) || isArguments || isDelete || isRegExp) result = false;
    return result ? undefined : false;
  });
  return result;
}

// ---------------------------------------------------------------------------------------------------------------------

interface Surroundings {
  readonly scope: Scope;
  readonly context: Context | undefined;
  /** Takes what was assigned back to the frame's registers. */
  writeBack(): void;
}

/** A variable of the scope in between: what it holds at first, and the register that it stands for. */
interface Cell {
  readonly variable: Variable;
  readonly value: Value;
  readonly register: number | undefined;
}

function surroundingsOf(isolate: Isolate, frame: Frame, expression: string): Surroundings {
  const functionScope = frame.shared.literal.scope;
  const scopes = frameScopes(frame);
  const own = scopes.at(-1)!;
  // Before the function has made its context nothing of it can be reached by contexts.
  const hasContext = own.context !== undefined || !functionScope.needsContext;
  const outer = hasContext ? scopes[0]!.scope : functionScope.outer;
  const scope = new Scope('function', outer, false, true);
  // What the expression declares with var is in this scope, and looked up there.
  scope.sloppyEvalCanExtendVars = /\b(?:var|function)\b/.test(expression);
  const cells: Cell[] = [];
  const add = (name: string, mode: VariableMode, source: Omit<Cell, 'variable'>, of?: Variable): Variable => {
    const isHole = source.value === theHole;
    const shown = mode === 'const' || !isHole ? mode : 'let';
    const kind = of?.kind === 'sloppyFunctionName' ? of.kind : name === 'this' ? 'this' : 'normal';
    const variable = new Variable(scope, name, shown, kind, isHole || of?.needsInitialization === true);
    variable.maybeAssigned = true;
    variable.isUsed = true;
    variable.location = 'context';
    variable.index = scope.firstContextSlot + cells.length;
    cells.push({ ...source, variable });
    return variable;
  };
  const names = new Set<string>();
  for (const { variable, value } of registerVariables(isolate, frame, scopes, names)) {
    scope.variables.set(
      variable.name,
      add(variable.name, variable.mode, { value, register: registerOf(frame, variable) }, variable),
    );
  }
  addReceiver(isolate, frame, { scope, own, add });
  const isArrow = functionScope.isArrow || functionScope.type !== 'function';
  if (!isArrow) {
    scope.variables.set('.new.target', add('.new.target', 'const', { value: frame.newTarget, register: undefined }));
    if (
      /\barguments\b/.test(expression) &&
      functionScope.argumentsVariable === undefined &&
      !scope.variables.has('arguments')
    ) {
      const value = newSloppyArguments(isolate, frame, actualArguments(isolate.interpreter.stack, frame));
      scope.variables.set('arguments', add('arguments', 'var', { value, register: undefined }));
    }
  }
  scope.unavailable = unavailableNames(functionScope.outer, names);
  for (const name of scope.unavailable) {
    const variable = new Variable(scope, name, 'dynamic', 'normal', false);
    variable.location = 'lookup';
    scope.variables.set(name, variable);
  }
  scope.isAllocated = true;
  const outside = hasContext ? frame.context : outerContext(frame);
  // Without a context the scope would stand for nothing, and vars of the expression would be its own.
  if (cells.length === 0 && functionScope.type === 'script')
    return { scope: outer!, context: outside, writeBack: () => undefined };
  scope.contextSlotCount = scope.firstContextSlot + cells.length;
  const context = new Context(isolate.heap, scopeInfoOf(scope, cells), outside, scope.contextSlotCount, undefined);
  for (const { variable, value } of cells) context.slots[variable.index] = value;
  return { scope, context, writeBack: () => writeBack(isolate, frame, context, cells) };
}

function writeBack(isolate: Isolate, frame: Frame, context: Context, cells: readonly Cell[]): void {
  for (const { variable, value, register } of cells) {
    const now = context.slots[variable.index];
    if (register !== undefined && !Object.is(now, value)) isolate.interpreter.stack[frame.base + register] = now;
  }
}

/** What can be seen of the function's variables and lies in registers; inner ones hide outer ones. */
function registerVariables(
  isolate: Isolate,
  frame: Frame,
  scopes: readonly FrameScope[],
  seen: Set<string>,
): { readonly variable: Variable; readonly value: Value }[] {
  const withObjects: JSObject[] = [];
  const result: { readonly variable: Variable; readonly value: Value }[] = [];
  for (const { scope, context } of scopes) {
    if (scope.type === 'with') withObjects.push(context!.extension!);
    for (const variable of scope.variables.values()) {
      const { name } = variable;
      if (variable.isThis || variable.isDynamic || name.startsWith('.') || name === '' || seen.has(name)) continue;
      seen.add(name);
      const isReached =
        variable.location === 'module' ||
        variable.isGlobalObjectProperty ||
        (variable.location === 'context' && context !== undefined);
      if (isReached || withObjects.some((object) => hasProperty(object, name))) continue;
      const found = variableValue(isolate, frame, variable, context);
      if (found !== undefined) result.push({ variable, value: found.value });
    }
  }
  return result;
}

/** Of the functions around: what lies in registers of frames that are gone, or of others. `names`: what hides it. */
function unavailableNames(from: Scope | undefined, names: Set<string>): Set<string> {
  const result = new Set<string>();
  for (let scope = from; scope !== undefined && scope.type !== 'script'; scope = scope.outer) {
    for (const { name, location, isDynamic, isThis } of scope.variables.values()) {
      if (isThis || isDynamic || name.startsWith('.') || name === '' || names.has(name)) continue;
      names.add(name);
      if (location !== 'context' && location !== 'module') result.add(name);
    }
  }
  return result;
}

function hasProperty(object: JSObject, name: string): boolean {
  const found = new PropertyLookup();
  for (let holder: JSObject | null = object; holder !== null; holder = holder.hiddenClass.prototype)
    if (lookupOwn(found, holder, keyFromString(name))) return true;
  return false;
}

/** `this` as the function has it; in arrow functions only where one of them uses it, as V8 keeps it only then. */
function addReceiver(
  isolate: Isolate,
  frame: Frame,
  to: {
    readonly scope: Scope;
    readonly own: FrameScope;
    readonly add: (name: string, mode: VariableMode, source: Omit<Cell, 'variable'>, of?: Variable) => Variable;
  },
): void {
  const { scope, own } = to;
  const receiverScope = receiverScopeOf(own.scope);
  const { receiver } = receiverScope;
  if (receiver === undefined || receiverScope.type === 'script') {
    scope.functionKind = 'arrow';
    return;
  }
  scope.functionKind = 'normal';
  const isOwn = receiverScope === own.scope;
  if (receiver.location === 'context' && (!isOwn || own.context !== undefined)) {
    scope.functionKind = 'arrow';
    return;
  }
  const register = receiver.location === 'local' ? receiver.index : parameterRegister(0, frame.bytecode.parameterCount);
  const value = isOwn ? isolate.interpreter.stack[frame.base + register] : undefined;
  scope.receiver = to.add('this', receiver.mode, { value, register: undefined }, isOwn ? receiver : undefined);
}

function scopeInfoOf(scope: Scope, cells: readonly Cell[]): ScopeInfo {
  const contextLocals = cells.map(({ variable: { name, mode, kind } }): ContextLocal => {
    const isLexical = mode === 'let' || mode === 'const';
    return { name, mode: kind === 'sloppyFunctionName' ? kind : isLexical ? mode : 'var', initialized: true };
  });
  return {
    type: 'scopeInfo',
    kind: 'function',
    isStrict: false,
    contextLocals,
    firstSlot: scope.firstContextSlot,
    hasExtensionSlot: scope.hasExtensionSlot,
    scope,
  };
}
