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
import { Label } from './assembly.ts';

import { buildMembersInitializer } from './generator-classes.ts';
import { defaultDerivedConstructor, derivedConstructorBody, initializeInstance } from './generator-constructors.ts';
import {
  emitPlainReturn,
  emitReturn,
  endOfFunction,
  returnAt,
  settle,
  tryCatch,
  tryFinally,
} from './generator-control.ts';
import { destructure } from './generator-destructuring.ts';
import { disposalOf, disposing } from './generator-disposal.ts';
import { loadConstant, visitExpression } from './generator-expressions.ts';
import { declareByCall, declareModuleVariables } from './generator-modules.ts';
import { FunctionState } from './generator-state.ts';
import { visitDeclarations, visitStatements } from './generator-statements.ts';
import { initialYield } from './generator-suspension.ts';
import { closureRegister, parameterRegister } from './registers.ts';
import { intrinsicNames } from './runtime-functions.ts';
import { type SharedFunctionInfo, sharedFunctionInfoOf } from './shared-function-info.ts';

export function compileFunction(shared: SharedFunctionInfo): BytecodeArray {
  const g = new FunctionState(shared);
  // V8: EmitFunctionStartSourcePosition. What runs before the first expression stands where the function starts.
  g.builder.expressionAt(g.literal.scope.start);
  const incoming = incomingRegister(g);
  if (isResumableKind(shared.kind)) {
    g.generatorRegister = incoming!;
    compileResumable(g, incoming!);
  } else {
    g.builder.expressionAt(g.literal.scope.start);
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
    // Calling a script makes its context, linking a module that of its code.
    if (kind !== 'script' && !isModuleKind(kind)) {
      const slots = scope.contextSlotCount - 2;
      builder.emit(
        kind === 'eval' ? 'CreateEvalContext' : 'CreateFunctionContext',
        builder.constant(scope.scopeInfo!),
        slots,
      );
      g.pushContext();
    }
    if (scope.receiver?.location === 'context') {
      builder.emit('Ldar', parameterRegister(0, g.parameterCount));
      g.storeUnchecked(scope.receiver);
    }
    scope.parameters.forEach((variable, i) => copyParameter(g, variable, i + 1));
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
  declare(g);
  initializeParameters(g);
  if (isDerivedConstructorKind(literal.kind)) return derivedConstructorBody(g, () => compileStatements(g));
  compileStatements(g);
  finishBody(g);
}

/** Parameters that are not simple get their defaults, and are taken apart. V8: BuildParameterInitializationBlock. */
function initializeParameters(g: FunctionState): void {
  const { literal, builder } = g;
  const { scope } = literal;
  if (scope.hasSimpleParameters) return;
  literal.parameters.forEach((pattern, i) => {
    const mark = builder.mark;
    const load = (): void => {
      if (pattern.type === 'RestElement') loadVariable(g, scope.restParameter!);
      else builder.emit('Ldar', parameterRegister(i + 1, g.parameterCount));
    };
    load();
    if (pattern.type === 'AssignmentPattern') {
      const isGiven = new Label();
      const end = new Label();
      builder.emit('JumpIfNotUndefined', isGiven);
      if (hasPlaces(pattern.right)) builder.plainStatementAt(pattern.right.start);
      g.conditionally(() => visitExpression(g, pattern.right));
      builder.emit('Jump', end);
      builder.bind(isGiven);
      load();
      builder.bind(end);
    }
    bindParameter(g, parameterTarget(pattern));
    builder.release(mark);
  });
}

/** Whether the first thing that the expression does has a place of its own, which a statement marker can go with. */
function hasPlaces({ type }: acorn.Expression): boolean {
  return type === 'CallExpression' || type === 'NewExpression' || type === 'MemberExpression';
}

function parameterTarget(pattern: acorn.Pattern): acorn.Pattern {
  if (pattern.type === 'RestElement') return pattern.argument;
  return pattern.type === 'AssignmentPattern' ? pattern.left : pattern;
}

function loadVariable(g: FunctionState, variable: Variable): void {
  if (variable.location === 'context') g.builder.emit('LdaContextSlot', -3, variable.index, g.contextDepthOf(variable));
  else g.builder.emit('Ldar', g.registerOf(variable));
}

function bindParameter(g: FunctionState, target: acorn.Pattern): void {
  if (target.type !== 'Identifier') {
    destructure(g, target as acorn.ObjectPattern | acorn.ArrayPattern, { isInitialization: true, isEffect: true });
  } else if (target.proxy !== undefined && target.proxy.variable !== g.literal.scope.restParameter) {
    g.storeVariable(target.proxy, true);
  }
}

function declare(g: FunctionState): void {
  const { scope } = g.literal;
  declareGlobals(g, scope);
  visitDeclarations(g, scope);
}

/** `start`: what comes first, with the declarations of the body. */
function compileStatements(g: FunctionState, start?: () => void): void {
  const { literal } = g;
  const { bodyScope } = literal;
  g.inScope(bodyScope, () => {
    if (bodyScope !== undefined) {
      visitDeclarations(g, bodyScope);
      for (const { to, from } of literal.shadowingInitializers) {
        g.loadVariable(from);
        g.storeVariable(to, true);
      }
    }
    start?.();
    if (literal.expression !== undefined) {
      g.builder.statementAt(literal.expression.start, statementPosition(g.shared.script.source, literal.expression));
      visitExpression(g, literal.expression);
      emitReturn(g, literal.end);
      return;
    }
    disposing(g, disposalOf(literal.body), () => visitStatements(g, literal.body));
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
  if (g.epilogue !== undefined) return;
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
  if (declarations.length > 0) declareByCall(g, 'DeclareGlobals', { type: 'globalDeclarations', declarations });
}

// ---------------------------------------------------------------------------------------------------------------------
// Generators and async functions

function compileResumable(g: FunctionState, incoming: number): void {
  const { builder, literal } = g;
  const kind = literal.kind;
  const hasInitialYield = isGeneratorKind(kind) || isModuleKind(kind);
  const suspendCount = literal.suspendCount + (hasInitialYield ? 1 : 0);
  if (suspendCount > 0) {
    g.resumeTable = builder.jumpTable(suspendCount, 0);
    builder.switchOnGeneratorState(incoming, g.resumeTable);
  }
  enterFunction(g, incoming);
  const mark = builder.mark;
  const list = builder.newRegisters(2);
  builder.emit('Mov', closureRegister, list);
  builder.emit('Mov', parameterRegister(0, g.parameterCount), list + 1);
  const create = isAsyncFunctionKind(kind) ? '_AsyncFunctionEnter' : '_CreateJSGeneratorObject';
  builder.emit('InvokeIntrinsic', intrinsicNames.indexOf(create), list, 2);
  builder.emit('Star', incoming);
  builder.release(mark);
  const { generatorObject } = literal.scope;
  if (generatorObject?.location === 'context') g.storeUnchecked(generatorObject);

  if (isAsyncGeneratorKind(kind)) {
    declare(g);
    initializeParameters(g);
    asyncGeneratorBody(g);
  } else if (isGeneratorKind(kind)) {
    declare(g);
    initializeParameters(g);
    generatorBody(g);
  } else if (isModuleKind(kind)) {
    declareModuleVariables(g);
    if (isAsyncFunctionKind(kind)) asyncFunctionBody(g, () => moduleBody(g));
    else moduleBody(g);
  } else {
    declare(g);
    asyncFunctionBody(g, () => {
      initializeParameters(g);
      compileStatements(g);
      finishBody(g);
    });
  }
}

function moduleBody(g: FunctionState): void {
  const { body, scope } = g.literal;
  const mark = g.builder.mark;
  initialYield(g, scope.start);
  g.builder.release(mark);
  disposing(g, disposalOf(body), () => visitStatements(g, body));
  finishBody(g);
}

function generatorBody(g: FunctionState): void {
  compileStatements(g, () => startGenerator(g));
  finishBody(g);
}

/** The yield before the body stands where the scope of the body starts. */
function startGenerator(g: FunctionState): void {
  const { literal } = g;
  const { scope, node } = literal;
  const hasOwnScope = !scope.hasSimpleParameters && 'body' in node && !Array.isArray(node.body);
  const mark = g.builder.mark;
  initialYield(g, hasOwnScope ? (node.body as acorn.Node).start : scope.start);
  g.builder.release(mark);
}

/** However it ends, the generator is closed; exceptions reject the promise of the current request. */
function asyncGeneratorBody(g: FunctionState): void {
  const { builder } = g;
  g.catchPrediction = 'asyncAwait';
  tryFinally(
    g,
    () =>
      tryCatch(
        g,
        () => generatorBody(g),
        () => {
          const mark = builder.mark;
          settle(g, '_AsyncGeneratorReject');
          emitPlainReturn(g);
          builder.release(mark);
        },
      ),
    () => {
      const mark = builder.mark;
      const generator = builder.newRegister();
      builder.emit('Mov', g.generatorRegister, generator);
      builder.emit('InvokeIntrinsic', intrinsicNames.indexOf('_GeneratorClose'), generator, 1);
      builder.release(mark);
    },
  );
}

function asyncFunctionBody(g: FunctionState, body: () => void): void {
  const outer = g.catchPrediction;
  g.catchPrediction = 'asyncAwait';
  tryCatch(
    g,
    () => {
      body();
      g.catchPrediction = outer;
    },
    () => {
      settle(g, '_AsyncFunctionReject');
      g.builder.emit('Return');
    },
  );
}
