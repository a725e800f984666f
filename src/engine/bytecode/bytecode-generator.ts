/** Bytecode of a function. V8: BytecodeGenerator::GenerateBytecode. */
import type * as acorn from 'acorn';
import {
  isAsyncFunctionKind,
  isAsyncGeneratorKind,
  isDerivedConstructorKind,
  isGeneratorKind,
  isModuleKind,
  isResumableKind,
} from '../parsing/function-kind.ts';
import type { Scope, Variable } from '../parsing/scopes.ts';
import type { BytecodeArray, GlobalDeclarations } from './bytecode-array.ts';
import { statementPosition } from '../parsing/expression-position.ts';
import { Label } from './code-builder.ts';
import { applyDefault, destructure } from './generator-assignment.ts';
import { buildMembersInitializer } from './generator-classes.ts';
import { defaultDerivedConstructor, emitEpilogue, initializeInstance } from './generator-constructors.ts';
import { emitReturn, endOfFunction, returnAt, settle, tryCatch } from './generator-control.ts';
import { disposalOf, disposing } from './generator-disposal.ts';
import { loadConstant, visitExpression } from './generator-expressions.ts';
import { initializeHoles } from './generator-iteration.ts';
import { declareModuleVariables, newModuleContext } from './generator-modules.ts';
import { FunctionState } from './generator-state.ts';
import { hoistFunctions, loadConstructorThis, visitStatement } from './generator-statements.ts';
import { suspend } from './generator-suspension.ts';
import { closureRegister, parameterRegister } from './registers.ts';
import { intrinsicNames } from './runtime-functions.ts';
import { type SharedFunctionInfo, sharedFunctionInfoOf } from './shared-function-info.ts';

export function compileFunction(shared: SharedFunctionInfo): BytecodeArray {
  const g = new FunctionState(shared);
  const incoming = incomingRegister(g);
  if (isResumableKind(shared.kind)) {
    g.generatorRegister = incoming!;
    compileResumable(g, incoming!);
  } else {
    enterFunction(g, incoming);
    compileBody(g);
  }
  return g.builder.finish(g.parameterCount, incoming);
}

/** Where new.target, or the generator object of a resumed function, arrives. */
function incomingRegister(g: FunctionState): number | undefined {
  const { scope, kind } = g.literal;
  const { newTarget, generatorObject } = scope;
  if (isResumableKind(kind))
    return generatorObject?.location === 'local' ? generatorObject.index : g.builder.newRegister();
  if (kind === 'defaultDerivedConstructor' && newTarget?.location !== 'local') return g.builder.newRegister();
  if (newTarget === undefined || newTarget.location === 'unallocated') return undefined;
  return newTarget.location === 'local' ? newTarget.index : g.builder.newRegister();
}

/** The function's context, and what lives in it or in registers before the body runs. */
function enterFunction(g: FunctionState, incoming: number | undefined): void {
  const { builder, literal } = g;
  const { scope, kind } = literal;
  if (scope.needsContext) {
    if (kind === 'script') newScriptContext(g, scope);
    else if (isModuleKind(kind)) newModuleContext(g, scope);
    else {
      const slots = scope.contextSlotCount - 2;
      builder.emit(
        kind === 'eval' ? 'CreateEvalContext' : 'CreateFunctionContext',
        builder.constant(scope.scopeInfo!),
        slots,
      );
      g.pushContext();
    }
    scope.parameters.forEach((variable, i) => copyParameter(g, variable, i + 1));
    if (scope.receiver?.location === 'context') {
      if (isDerivedConstructorKind(kind)) builder.emit('LdaTheHole');
      else builder.emit('Ldar', parameterRegister(0, g.parameterCount));
      g.storeUnchecked(scope.receiver);
    }
  }
  if (isDerivedConstructorKind(kind) && scope.receiver?.location === 'local') {
    builder.emit('LdaTheHole');
    g.storeUnchecked(scope.receiver);
  }
  const { argumentsVariable, restParameter, functionVariable, thisFunction, newTarget } = scope;
  if (argumentsVariable !== undefined && argumentsVariable.location !== 'unallocated') {
    const isMapped = !scope.isStrict && scope.hasSimpleParameters;
    builder.emit(isMapped ? 'CreateMappedArguments' : 'CreateUnmappedArguments');
    g.storeUnchecked(argumentsVariable);
  }
  if (restParameter !== undefined) {
    builder.emit('CreateRestParameter');
    g.storeUnchecked(restParameter);
  }
  for (const variable of [functionVariable, thisFunction]) {
    if (variable === undefined || variable.location === 'unallocated') continue;
    builder.emit('Ldar', closureRegister);
    g.storeUnchecked(variable);
  }
  if (newTarget !== undefined && newTarget.location === 'context') {
    builder.emit('Ldar', incoming!);
    g.storeUnchecked(newTarget);
  }
}

function copyParameter(g: FunctionState, variable: Variable, index: number): void {
  if (variable.location !== 'context') return;
  g.builder.emit('Ldar', parameterRegister(index, g.parameterCount));
  g.storeUnchecked(variable);
}

function newScriptContext(g: FunctionState, scope: Scope): void {
  const { builder } = g;
  const mark = builder.mark;
  builder.emit('LdaConstant', builder.constant(scope.scopeInfo!));
  const info = g.toRegister();
  builder.emit('CallRuntime', g.runtimeId('NewScriptContext'), info, 1);
  builder.release(mark);
  g.pushContext();
}

// ---------------------------------------------------------------------------------------------------------------------
// Bodies

function compileBody(g: FunctionState): void {
  const { literal } = g;
  switch (literal.kind) {
    case 'classMembersInitializer':
    case 'classStaticInitializer':
      return buildMembersInitializer(g);
    case 'defaultBaseConstructor':
      initializeInstance(g);
      g.builder.emit('LdaUndefined');
      returnAt(g, g.shared.classStart);
      return;
    case 'defaultDerivedConstructor':
      return defaultDerivedConstructor(g);
    case 'baseConstructor':
      initializeInstance(g);
      break;
    default:
  }
  if (isDerivedConstructorKind(literal.kind)) {
    g.epilogue = { label: new Label(), result: undefined, contextDepth: g.contexts.length };
  }
  initializeParameters(g);
  compileStatements(g);
  finishBody(g);
  if (g.epilogue?.label.isUsed) emitEpilogue(g, g.epilogue);
}

/** Defaults and patterns of parameters that are not simple. */
function initializeParameters(g: FunctionState): void {
  const { literal, builder } = g;
  const { scope } = literal;
  if (scope.hasSimpleParameters) return;
  initializeHoles(g, scope);
  literal.parameters.forEach((pattern, i) => {
    const mark = builder.mark;
    if (pattern.type === 'RestElement') {
      const rest = scope.restParameter!;
      if (pattern.argument.type === 'Identifier') {
        // The rest parameter's variable is the binding itself.
        if (pattern.argument.proxy !== undefined && pattern.argument.proxy.variable !== rest)
          bindFrom(g, pattern.argument, () => loadVariable(g, rest));
      } else bindFrom(g, pattern.argument, () => loadVariable(g, rest));
      return;
    }
    builder.emit('Ldar', parameterRegister(i + 1, g.parameterCount));
    if (pattern.type === 'AssignmentPattern') {
      builder.plainStatementAt(pattern.right.start);
      applyDefault(g, pattern);
    }
    const target = pattern.type === 'AssignmentPattern' ? pattern.left : pattern;
    const value = g.toRegister();
    bindFrom(g, target, () => builder.emit('Ldar', value));
    builder.release(mark);
  });
}

function loadVariable(g: FunctionState, variable: Variable): void {
  if (variable.location === 'context') g.builder.emit('LdaContextSlot', -3, variable.index, g.contextDepthOf(variable));
  else g.builder.emit('Ldar', g.registerOf(variable));
}

function bindFrom(g: FunctionState, target: acorn.Pattern, load: () => void): void {
  if (target.type === 'Identifier') {
    if (target.proxy === undefined) return;
    load();
    g.storeVariable(target.proxy, true);
    return;
  }
  const mark = g.builder.mark;
  load();
  const value = g.toRegister();
  destructure(g, target, value, true, undefined);
  g.builder.release(mark);
}

function compileStatements(g: FunctionState): void {
  const { literal } = g;
  const { scope, bodyScope } = literal;
  if (scope.hasSimpleParameters) initializeHoles(g, scope);
  declareGlobals(g, scope);
  hoistFunctions(g, scope);
  g.inScope(bodyScope, () => {
    if (bodyScope !== undefined) {
      for (const { to, from } of literal.shadowingInitializers) {
        g.loadVariable(from);
        g.storeVariable(to, true);
      }
      initializeHoles(g, bodyScope);
      hoistFunctions(g, bodyScope);
    }
    if (literal.expression !== undefined) {
      g.builder.statementAt(literal.expression.start, statementPosition(g.shared.script.source, literal.expression));
      visitExpression(g, literal.expression);
      emitReturn(g, literal.end);
      return;
    }
    disposing(g, disposalOf(literal.body), () => {
      for (const statement of literal.body) visitStatement(g, statement);
    });
    if (bodyScope !== undefined) emitEnd(g);
  });
}

function finishBody(g: FunctionState): void {
  if (g.literal.bodyScope === undefined && g.literal.expression === undefined) emitEnd(g);
}

/** Falling off the end. */
function emitEnd(g: FunctionState): void {
  const { builder, literal } = g;
  const { resultVariable } = literal.scope;
  if (!builder.reachable) return;
  if (g.epilogue !== undefined) {
    loadConstructorThis(g);
    returnAt(g, endOfFunction(g));
    return;
  }
  if (resultVariable !== undefined && resultVariable.location === 'local') builder.emit('Ldar', resultVariable.index);
  else builder.emit('LdaUndefined');
  emitReturn(g, endOfFunction(g));
}

/** var and function of scripts and of sloppy eval code. */
function declareGlobals(g: FunctionState, scope: Scope): void {
  const { builder } = g;
  if (scope.type !== 'script' && (scope.type !== 'eval' || scope.isStrict)) return;
  const declarations: GlobalDeclarations['declarations'][number][] = [];
  for (const declaration of scope.declarations) {
    const { variable } = declaration;
    if (variable.location === 'lookup' && declaration.kind === 'variable') {
      const mark = builder.mark;
      loadConstant(g, variable.name);
      const name = g.toRegister();
      builder.emit('CallRuntime', g.runtimeId('DeclareEvalVar'), name, 1);
      builder.release(mark);
    }
    if (variable.location !== 'unallocated' || variable.isLexical) continue;
    const shared =
      declaration.kind === 'function' ? sharedFunctionInfoOf(declaration.literal, g.shared.script) : undefined;
    declarations.push({ name: variable.name, function: shared });
  }
  if (declarations.length === 0) return;
  const mark = builder.mark;
  const list = builder.newRegisters(2);
  builder.emit('LdaConstant', builder.constant({ type: 'globalDeclarations', declarations })).emit('Star', list);
  builder.emit('Ldar', closureRegister).emit('Star', list + 1);
  builder.emit('CallRuntime', g.runtimeId('DeclareGlobals'), list, 2);
  builder.release(mark);
}

// ---------------------------------------------------------------------------------------------------------------------
// Generators and async functions

function compileResumable(g: FunctionState, incoming: number): void {
  const { builder, literal } = g;
  const kind = literal.kind;
  const table = builder.reserveJumpTable();
  builder.emit('SwitchOnGeneratorState', incoming, table, 0);
  enterFunction(g, undefined);
  const mark = builder.mark;
  const list = builder.newRegisters(2);
  builder.emit('Ldar', closureRegister).emit('Star', list);
  builder.emit('Ldar', parameterRegister(0, g.parameterCount)).emit('Star', list + 1);
  const create = isAsyncFunctionKind(kind) ? '_AsyncFunctionEnter' : '_CreateJSGeneratorObject';
  builder.emit('InvokeIntrinsic', intrinsicNames.indexOf(create), list, 2);
  builder.emit('Star', incoming);
  builder.release(mark);
  const { generatorObject } = literal.scope;
  if (generatorObject?.location === 'context') g.storeUnchecked(generatorObject);

  if (isGeneratorKind(kind)) {
    initializeParameters(g);
    builder.emit('Ldar', incoming);
    initialYield(g);
    if (isAsyncGeneratorKind(kind)) rejectOnThrow(g, '_AsyncGeneratorReject', () => bodyAndEnd(g));
    else bodyAndEnd(g);
  } else if (isModuleKind(kind)) {
    declareModuleVariables(g);
    builder.emit('Ldar', incoming);
    initialYield(g);
    if (isAsyncFunctionKind(kind)) rejectOnThrow(g, '_AsyncFunctionReject', () => moduleBody(g));
    else moduleBody(g);
  } else {
    rejectOnThrow(g, '_AsyncFunctionReject', () => {
      initializeParameters(g);
      bodyAndEnd(g);
    });
  }
  builder.fillJumpTable(table, g.resumePoints);
}

function moduleBody(g: FunctionState): void {
  const { body } = g.literal;
  disposing(g, disposalOf(body), () => {
    for (const statement of body) visitStatement(g, statement);
  });
  finishBody(g);
}

function bodyAndEnd(g: FunctionState): void {
  compileStatements(g);
  finishBody(g);
}

/** Generators stop before their body; return() and throw() at that point end them. */
function initialYield(g: FunctionState): void {
  const { builder } = g;
  const mark = builder.mark;
  suspend(g);
  const input = g.toRegister();
  builder.emit('InvokeIntrinsic', intrinsicNames.indexOf('_GeneratorGetResumeMode'), g.generatorRegister, 1);
  const mode = g.toRegister();
  const isNext = new Label();
  const isThrow = new Label();
  builder.emit('LdaZero').emit('TestReferenceEqual', mode);
  builder.emit('JumpIfTrue', isNext);
  loadConstant(g, 2);
  builder.emit('TestReferenceEqual', mode);
  builder.emit('JumpIfTrue', isThrow);
  builder.emit('Ldar', input).emit('Return');
  builder.bind(isThrow);
  builder.emit('Ldar', input).emit('Throw');
  builder.bind(isNext);
  builder.release(mark);
}

function rejectOnThrow(
  g: FunctionState,
  intrinsic: '_AsyncFunctionReject' | '_AsyncGeneratorReject',
  body: () => void,
): void {
  const { builder } = g;
  tryCatch(
    g,
    body,
    () => {
      const mark = builder.mark;
      settle(g, intrinsic);
      builder.release(mark);
      builder.emit('Return');
    },
    'asyncAwait',
  );
}
