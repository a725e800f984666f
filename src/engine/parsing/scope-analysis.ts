/**
 * Scope analysis of a whole unit: builds the scope tree in the order in which V8's parser meets things, then resolves and
 * allocates. This file has the entry and the statements; expressions, functions and classes are in analyze-*.ts.
 *
 * V8: the declaring half of src/parsing/parser-base.h and parser.cc; DeclarationScope::Analyze in src/ast/scopes.cc.
 * Simplified: inner functions are analysed at once, where V8 preparses them (the allocation is the same).
 */
import type * as acorn from 'acorn';
import {
  type Analysis,
  boundProxy,
  declareLocal,
  declareVariable,
  newScope,
  newTemporary,
  newUnresolved,
  removeScope,
  within,
} from './analysis.ts';
import { analyzeClass } from './analyze-classes.ts';
import { analyzeAssignmentTarget, analyzeExpression, analyzePattern, maybeName } from './analyze-expressions.ts';
import { analyzeFunction } from './analyze-functions.ts';
import { analyzeModuleDeclaration } from './analyze-modules.ts';
import type { ForEachNode } from './ast.ts';
import { isAsyncGeneratorKind } from './function-kind.ts';
import { closureScopeOf, declarationScopeOf, type Scope, type VariableMode } from './scopes.ts';

type Statement = acorn.Statement | acorn.ModuleDeclaration;

export function analyzeStatements(analysis: Analysis, statements: readonly Statement[]): void {
  for (const statement of statements) analyzeStatement(analysis, statement);
}

function analyzeStatement(analysis: Analysis, node: Statement): void {
  switch (node.type) {
    case 'ExpressionStatement':
      return analyzeExpression(analysis, node.expression);
    case 'VariableDeclaration':
      return analyzeVariableDeclaration(analysis, node, false);
    case 'FunctionDeclaration':
      return analyzeFunctionDeclaration(analysis, node);
    case 'ClassDeclaration':
      return analyzeClassDeclaration(analysis, node);
    case 'ReturnStatement':
      if (node.argument) {
        if (isAsyncGeneratorKind(closureScopeOf(analysis.scope).functionKind)) analysis.functionState.suspendCount += 1;
        analyzeExpression(analysis, node.argument);
      }
      return;
    case 'IfStatement':
      analyzeExpression(analysis, node.test);
      node.consequent = scopedStatement(node.consequent);
      analyzeStatement(analysis, node.consequent);
      if (node.alternate) {
        node.alternate = scopedStatement(node.alternate);
        analyzeStatement(analysis, node.alternate);
      }
      return;
    case 'BlockStatement':
      return analyzeBlock(analysis, node);
    case 'ForStatement':
      return inLoop(analysis, () => analyzeFor(analysis, node));
    case 'ForInStatement':
    case 'ForOfStatement':
      // One for next(), one for return().
      if (node.type === 'ForOfStatement' && node.await) analysis.functionState.suspendCount += 2;
      return inLoop(analysis, () => analyzeForEach(analysis, node));
    case 'WhileStatement':
      return inLoop(analysis, () => {
        analyzeExpression(analysis, node.test);
        analyzeStatement(analysis, node.body);
      });
    case 'DoWhileStatement':
      return inLoop(analysis, () => {
        analyzeStatement(analysis, node.body);
        analyzeExpression(analysis, node.test);
      });
    case 'TryStatement':
      analyzeBlock(analysis, node.block);
      if (node.handler) analyzeCatch(analysis, node.handler);
      if (node.finalizer) analyzeBlock(analysis, node.finalizer);
      return;
    case 'SwitchStatement':
      return analyzeSwitch(analysis, node);
    case 'ThrowStatement':
      return analyzeExpression(analysis, node.argument);
    case 'LabeledStatement':
      return analyzeStatement(analysis, node.body);
    case 'WithStatement': {
      analyzeExpression(analysis, node.object);
      const scope = newScope(analysis.scope, 'with', node.body);
      node.scope = scope;
      return within(analysis, scope, () => analyzeStatement(analysis, node.body));
    }
    case 'EmptyStatement':
    case 'DebuggerStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return;
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
    case 'ExportAllDeclaration':
      return analyzeModuleDeclaration(analysis, node);
    default:
      node satisfies never;
  }
}

/** `if (x) function f() {}` in sloppy code: the function is in a block of its own. */
function scopedStatement(node: acorn.Statement): acorn.Statement {
  if (node.type !== 'FunctionDeclaration') return node;
  return { type: 'BlockStatement', start: node.start, end: node.end, body: [node] };
}

export function analyzeBlock(analysis: Analysis, node: acorn.BlockStatement): void {
  if (!declaresLexically(node.body)) return analyzeStatements(analysis, node.body);
  const scope = newScope(analysis.scope, 'block', node);
  node.scope = scope;
  within(analysis, scope, () => analyzeStatements(analysis, node.body));
}

function declaresLexically(statements: readonly acorn.Statement[]): boolean {
  return statements.some((statement) => {
    let node = statement;
    while (node.type === 'LabeledStatement') node = node.body;
    if (node.type === 'VariableDeclaration') return node.kind !== 'var';
    return node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration';
  });
}

function inLoop(analysis: Analysis, walk: () => void): void {
  analysis.functionState.loopDepth += 1;
  walk();
  analysis.functionState.loopDepth -= 1;
}

/** `isForEach`: the declaration of a for-in or for-of, whose names are initialised though there is no initialiser. */
function analyzeVariableDeclaration(analysis: Analysis, node: acorn.VariableDeclaration, isForEach: boolean): void {
  const mode: VariableMode = node.kind === 'var' || node.kind === 'let' ? node.kind : 'const';
  const isUsing = node.kind === 'using' || node.kind === 'await using';
  if (node.kind === 'await using') analysis.functionState.suspendCount += 1;
  for (const declarator of node.declarations) {
    const hasProxy = declarator.init !== undefined && declarator.init !== null;
    declarePattern(analysis, declarator.id, mode, hasProxy || isForEach || mode === 'let', declarator.end);
    if (isUsing && declarator.id.type === 'Identifier') {
      analysis.scope.variables.get(declarator.id.name)!.isUsing = true;
    }
    if (declarator.init) {
      analyzeExpression(analysis, declarator.init);
      maybeName(declarator.id, declarator.init);
    }
  }
}

/** Declares all names of a pattern in source order, and walks its defaults and computed keys. */
export function declarePattern(
  analysis: Analysis,
  pattern: acorn.Pattern,
  mode: VariableMode,
  hasProxy: boolean,
  initializerPosition: number,
): void {
  analyzePattern(analysis, pattern, (identifier) => {
    const scope = analysis.scope;
    const variable = declareVariable(scope, identifier.name, mode, 'normal', mode !== 'var');
    if (mode !== 'var') variable.initializerPosition = initializerPosition;
    else if (analysis.functionState.loopDepth > 0) variable.maybeAssigned = true;
    const owner = mode === 'var' ? declarationScopeOf(scope) : scope;
    owner.declarations.push({ kind: 'variable', variable, isNested: owner !== scope });
    if (!hasProxy) return;
    // In a block the name may mean something else (with, catch): `var` then resolves like any reference.
    identifier.proxy =
      mode === 'var' && !scope.isDeclarationScope
        ? newUnresolved(scope, identifier.name, identifier.start)
        : boundProxy(variable, identifier.start);
  });
}

function analyzeFunctionDeclaration(analysis: Analysis, node: acorn.FunctionDeclaration): void {
  const literal = analyzeFunction(analysis, node, node.id.name);
  const scope = analysis.scope;
  const isSloppyBlockFunction = !scope.isStrict && !scope.isDeclarationScope && !node.async && !node.generator;
  const variable = declareVariable(
    scope,
    node.id.name,
    scope.isDeclarationScope && scope.type !== 'module' ? 'var' : 'let',
    isSloppyBlockFunction ? 'sloppyBlockFunction' : 'normal',
    false,
  );
  node.variable = variable;
  scope.declarations.push({ kind: 'function', variable, literal, node });
  if (!isSloppyBlockFunction) return;
  const declarationScope = declarationScopeOf(scope);
  const functions = analysis.sloppyBlockFunctions.get(declarationScope);
  if (functions === undefined) analysis.sloppyBlockFunctions.set(declarationScope, [node]);
  else functions.push(node);
}

/** Annex B.3.3, when the body of a function, script or eval is complete. V8: HoistSloppyBlockFunctions. */
export function hoistSloppyBlockFunctions(analysis: Analysis, scope: Scope): void {
  const functions = analysis.sloppyBlockFunctions.get(scope);
  if (functions === undefined || scope.isStrict) return;
  const parameterScope = scope.type === 'block' ? scope.outer : scope;
  let end: Scope | undefined = scope;
  while (end !== undefined && (end.type === 'eval' || !end.isDeclarationScope)) end = end.outer;
  for (const node of functions) {
    const own = node.variable;
    if (own === undefined) continue;
    if (parameterScope?.variables.get(own.name)?.kind === 'parameter') continue;
    if (hasLexicalConflict(own.name, own.scope.outer, end?.outer)) continue;
    const variable = declareVariable(scope, own.name, 'var', 'normal', false);
    scope.declarations.push({ kind: 'variable', variable, isNested: false, isHoistedFunction: true });
    node.sloppyBlockHoist = { from: boundProxy(own, node.start), to: boundProxy(variable, node.start) };
  }
}

function hasLexicalConflict(name: string, from: Scope | undefined, end: Scope | undefined): boolean {
  for (let scope = from; scope !== undefined && scope !== end; scope = scope.outer) {
    if (scope.variables.get(name)?.isLexical) return true;
  }
  return false;
}

function analyzeClassDeclaration(analysis: Analysis, node: acorn.ClassDeclaration): void {
  const declareName = () => {
    const variable = declareLocal(analysis.scope, node.id.name, 'let', 'normal', true);
    variable.initializerPosition = node.end;
    analysis.scope.declarations.push({ kind: 'variable', variable, isNested: false });
    const proxy = boundProxy(variable, node.id.start);
    node.id.proxy = proxy;
    return proxy;
  };
  analyzeClass(analysis, node, node.id.name, declareName);
}

function analyzeFor(analysis: Analysis, node: acorn.ForStatement): void {
  const { init } = node;
  if (init?.type !== 'VariableDeclaration' || init.kind === 'var') {
    if (init?.type === 'VariableDeclaration') analyzeVariableDeclaration(analysis, init, false);
    else if (init) analyzeExpression(analysis, init);
    return analyzeForRest(analysis, node);
  }
  const outer = analysis.functionState.containsFunctionOrEval;
  analysis.functionState.containsFunctionOrEval = false;
  const scope = newScope(analysis.scope, 'block', node);
  node.scope = scope;
  within(analysis, scope, () => {
    analyzeVariableDeclaration(analysis, init, false);
    const inner = newScope(scope, 'block', node);
    within(analysis, inner, () => analyzeForRest(analysis, node));
    if (analysis.functionState.containsFunctionOrEval) desugarLexicalFor(analysis, node, scope, inner);
    else removeScope(inner);
  });
  analysis.functionState.containsFunctionOrEval ||= outer;
}

function analyzeForRest(analysis: Analysis, node: acorn.ForStatement): void {
  if (node.test) analyzeExpression(analysis, node.test);
  if (node.update) analyzeExpression(analysis, node.update);
  analyzeStatement(analysis, node.body);
}

/** A closure may capture the names: each iteration gets its own. V8: DesugarLexicalBindingsInForStatement. */
function desugarLexicalFor(analysis: Analysis, node: acorn.ForStatement, scope: Scope, inner: Scope): void {
  const temporaries = scope.locals.map((variable) => ({
    variable,
    outer: newUnresolved(scope, variable.name, node.end),
    temporary: usedTemporary(scope, '.for'),
  }));
  const first = node.update ? usedTemporary(scope, '.for') : undefined;
  const copies = temporaries.map(({ variable, outer, temporary }) => {
    const copy = declareLocal(inner, variable.name, variable.mode, 'normal', true);
    copy.initializerPosition = node.init?.start ?? node.start;
    copy.isUsing = variable.isUsing;
    inner.declarations.push({ kind: 'variable', variable: copy, isNested: false });
    return { outer, temporary, inner: boundProxy(copy, node.end) };
  });
  scope.isHidden = true;
  // The copies are disposed of like the originals.
  if (node.init?.type === 'VariableDeclaration' && node.init.kind === 'await using') {
    analysis.functionState.suspendCount += 1;
  }
  node.perIteration = { scope: inner, copies, first, flag: usedTemporary(scope, '.for') };
}

function usedTemporary(scope: Scope, name: string) {
  const variable = newTemporary(scope, name);
  variable.isUsed = true;
  return variable;
}

function analyzeForEach(analysis: Analysis, node: ForEachNode): void {
  const { left } = node;
  if (left.type !== 'VariableDeclaration') {
    analyzeAssignmentTarget(analysis, left);
    analyzeExpression(analysis, node.right);
    return analyzeStatement(analysis, node.body);
  }
  if (left.kind === 'var') {
    analyzeVariableDeclaration(analysis, left, true);
    analyzeExpression(analysis, node.right);
    analyzeStatement(analysis, node.body);
    node.eachVariable = usedTemporary(analysis.scope, '.for');
    return;
  }
  const scope = newScope(analysis.scope, 'block', node);
  const bodyScope = newScope(scope, 'block', node.body);
  node.scope = scope;
  node.bodyScope = bodyScope;
  within(analysis, bodyScope, () => analyzeVariableDeclaration(analysis, left, true));
  within(analysis, scope, () => analyzeExpression(analysis, node.right));
  within(analysis, bodyScope, () => analyzeStatement(analysis, node.body));
  node.eachVariable = usedTemporary(scope, '.for');
  // The names exist around the right side too, never initialised.
  scope.isHidden = true;
  for (const { name } of bodyScope.locals.slice()) {
    const variable = declareLocal(scope, name, 'let', 'normal', true);
    variable.initializerPosition = node.end;
    variable.isUsed = true;
    scope.declarations.push({ kind: 'variable', variable, isNested: false });
  }
}

function analyzeCatch(analysis: Analysis, node: acorn.CatchClause): void {
  const { param } = node;
  if (!param) return analyzeBlock(analysis, node.body);
  const scope = newScope(analysis.scope, 'catch', node);
  node.scope = scope;
  within(analysis, scope, () => {
    const isSimple = param.type === 'Identifier';
    node.catchVariable = declareLocal(scope, isSimple ? param.name : '.catch', 'var', 'normal', false);
    if (isSimple) return analyzeBlock(analysis, node.body);
    const patternScope = newScope(scope, 'block', node);
    within(analysis, patternScope, () => {
      declarePattern(analysis, param, 'let', true, param.end);
      analyzeBlock(analysis, node.body);
    });
    if (patternScope.variables.size > 0) node.patternScope = patternScope;
    else removeScope(patternScope);
  });
}

function analyzeSwitch(analysis: Analysis, node: acorn.SwitchStatement): void {
  analyzeExpression(analysis, node.discriminant);
  const declares = node.cases.some((clause) => declaresLexically(clause.consequent));
  // What is switched over is outside.
  const place = { start: node.discriminant.end, end: node.end };
  const scope = declares ? newScope(analysis.scope, 'block', place) : undefined;
  if (scope !== undefined) {
    scope.isNonlinear = true;
    node.scope = scope;
  }
  within(analysis, scope, () => {
    for (const clause of node.cases) {
      if (clause.test) analyzeExpression(analysis, clause.test);
      analyzeStatements(analysis, clause.consequent);
    }
  });
  if (scope !== undefined) node.tagVariable = usedTemporary(analysis.scope, '.switch_tag');
}
