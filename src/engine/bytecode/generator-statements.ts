/** Statements and declarations. V8: the Visit…Statement methods of BytecodeGenerator. */
import type * as acorn from 'acorn';
import { isAsyncGeneratorKind } from '../parsing/function-kind.ts';
import type { FunctionLiteral } from '../parsing/ast.ts';
import type { Scope, Variable } from '../parsing/scopes.ts';
import { Label } from './assembly.ts';
import { referenceTo } from './generator-references.ts';
import { visitClass } from './generator-classes.ts';
import { visitTest } from './generator-conditions.ts';
import { destructure } from './generator-destructuring.ts';
import { breakableBlock, emitBreak, emitContinue, emitReturn, tryCatch, tryFinally } from './generator-control.ts';
import { addDisposable, disposalOf, disposing } from './generator-disposal.ts';
import { emitClosure, loadConstant, visitExpression, visitForEffect } from './generator-expressions.ts';
import { visitForIn, visitForOf } from './generator-iteration.ts';
import { visitDoWhile, visitFor, visitWhile } from './generator-loops.ts';
import { visitDefaultExport } from './generator-modules.ts';
import { FunctionState } from './generator-state.ts';
import { visitAwait } from './generator-suspension.ts';
import { constantCondition } from './literal-value.ts';
import { parameterRegister } from './registers.ts';
import { visitSwitch } from './generator-switch.ts';
import { type SharedFunctionInfo, sharedFunctionInfoOf } from './shared-function-info.ts';

/** Each with registers of its own, up to where control flow ends. V8: VisitStatements. */
export function visitStatements(g: FunctionState, statements: readonly acorn.Node[]): void {
  const { builder } = g;
  for (const statement of statements) {
    if (!builder.reachable) return;
    const mark = builder.mark;
    visitStatement(g, statement);
    builder.release(mark);
  }
}

/** let, const and class start as the hole where something may look at them too early; functions get their values. */
export function visitDeclarations(g: FunctionState, scope: Scope): void {
  for (const declaration of scope.declarations) {
    const { variable } = declaration;
    // Exports of modules are declared all at once.
    if (!variable.isUsed || variable.location === 'unallocated' || variable.location === 'module') continue;
    if (declaration.kind === 'variable') initializeHole(g, variable);
    else hoistFunction(g, variable, declaration.literal);
  }
}

function initializeHole(g: FunctionState, variable: Variable): void {
  if (!variable.isLexical || !variable.needsHoleInitialization || variable.isImport) return;
  // The context of a script is made with holes.
  if (variable.location === 'context' && variable.scope.type === 'script') return;
  g.builder.emit('LdaTheHole');
  g.storeUnchecked(variable);
}

function hoistFunction(g: FunctionState, variable: Variable, literal: FunctionLiteral): void {
  const shared = sharedFunctionInfoOf(literal, g.shared.script);
  if (variable.location === 'lookup') {
    declareEvalFunction(g, variable.name, shared);
    return;
  }
  emitClosure(g, shared);
  g.storeUnchecked(variable);
}

function declareEvalFunction(g: FunctionState, name: string, shared: SharedFunctionInfo): void {
  const { builder } = g;
  const mark = builder.mark;
  const list = builder.newRegisters(2);
  loadConstant(g, name);
  builder.emit('Star', list);
  emitClosure(g, shared);
  builder.emit('Star', list + 1);
  builder.emit('CallRuntime', g.runtimeId('DeclareEvalFunction'), list, 2);
  builder.release(mark);
}

/** The completion value of a script or of eval code is undefined so far. V8: Processor of src/parsing/rewriter.cc. */
export function resetResult(g: FunctionState): void {
  g.builder.emit('LdaUndefined');
  g.storeUnchecked(g.literal.scope.resultVariable!);
}

export function visitStatement(g: FunctionState, node: acorn.Node, labels: readonly string[] = []): void {
  const statement = node as acorn.Statement | acorn.ModuleDeclaration;
  const builder = g.builder;
  // A loop or switch with variables of its own is a block that ends with it, and does so itself.
  const isBlock = statement.type === 'ForStatement' || statement.type === 'SwitchStatement';
  if (statement.resetsResult && !(isBlock && statement.scope !== undefined)) resetResult(g);
  switch (statement.type) {
    case 'EmptyStatement':
      return;
    case 'DebuggerStatement':
      builder.statementAt(statement.start);
      builder.emit('Debugger');
      return;
    case 'ExpressionStatement':
      builder.statementAt(statement.start);
      if (!statement.assignsResult) return visitForEffect(g, statement.expression);
      visitExpression(g, statement.expression);
      g.storeUnchecked(g.literal.scope.resultVariable!);
      return;
    case 'VariableDeclaration':
      return visitVariables(g, statement);
    case 'FunctionDeclaration':
      return visitFunctionDeclaration(g, statement);
    case 'ClassDeclaration':
      builder.markStatement(statement.start);
      visitClass(g, statement);
      if (statement.classLiteral?.declaredName !== undefined) {
        builder.expressionAt(statement.start);
        g.storeVariable(statement.classLiteral.declaredName, true);
      }
      return;
    case 'BlockStatement':
      return visitBlock(g, statement, labels);
    case 'IfStatement':
      return visitIf(g, statement);
    case 'ForStatement':
      return visitFor(g, statement, labels);
    case 'ForInStatement':
      return visitForIn(g, statement, labels);
    case 'ForOfStatement':
      return visitForOf(g, statement, labels);
    case 'WhileStatement':
      return visitWhile(g, statement, labels);
    case 'DoWhileStatement':
      return visitDoWhile(g, statement, labels);
    case 'BreakStatement':
      builder.statementAt(statement.start);
      return emitBreak(g, statement.label?.name);
    case 'ContinueStatement':
      builder.statementAt(statement.start);
      return emitContinue(g, statement.label?.name);
    case 'ReturnStatement':
      return visitReturn(g, statement);
    case 'ThrowStatement':
      builder.statementAt(statement.start);
      visitExpression(g, statement.argument);
      builder.expressionAt(statement.start);
      builder.emit('Throw');
      return;
    case 'TryStatement':
      return visitTry(g, statement);
    case 'SwitchStatement':
      return visitSwitch(g, statement, labels);
    case 'LabeledStatement':
      return visitLabeled(g, statement, labels);
    case 'WithStatement':
      return visitWith(g, statement);
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
      return;
    case 'ExportNamedDeclaration':
      if (statement.declaration) visitStatement(g, statement.declaration);
      return;
    case 'ExportDefaultDeclaration':
      return visitDefaultExport(g, statement);
    default:
      throw new Error(`no code for ${node.type}`);
  }
}

export function visitVariables(g: FunctionState, node: acorn.VariableDeclaration): void {
  const builder = g.builder;
  const isLexical = node.kind !== 'var';
  const isUsing = node.kind === 'using' || node.kind === 'await using';
  for (const declarator of node.declarations) {
    const { id, init } = declarator;
    if (!init) {
      if (!isLexical || id.type !== 'Identifier' || id.proxy === undefined) continue;
      builder.statementAt(declarator.start);
      builder.emit('LdaUndefined');
      builder.expressionAt(declarator.start);
      g.storeVariable(id.proxy, true);
      continue;
    }
    const mark = builder.mark;
    const position = beforeParentheses(g.shared.script.source, init.start);
    builder.statementAt(init.start, position);
    if (id.type === 'Identifier') {
      if (id.proxy?.variable.location === 'lookup' || id.proxy?.variable.location === 'unallocated') {
        const reference = referenceTo(g, id, isLexical, init);
        visitExpression(g, init);
        builder.expressionAt(position);
        reference.store(true);
      } else {
        visitExpression(g, init);
        if (isUsing) addDisposable(g, node.kind, init.start);
        builder.expressionAt(position);
        if (id.proxy !== undefined) g.storeVariable(id.proxy, isLexical);
      }
    } else {
      visitExpression(g, init);
      builder.expressionAt(position);
      destructure(g, id as acorn.ObjectPattern | acorn.ArrayPattern, { isInitialization: isLexical, isEffect: true });
    }
    builder.release(mark);
  }
}

/** V8: value_beg_pos, which is that of the parentheses around an initializer. */
function beforeParentheses(source: string, start: number): number {
  let at = start;
  for (;;) {
    let before = at - 1;
    while (/\s/.test(source[before] ?? '')) before--;
    if (source[before] !== '(') return at;
    at = before;
  }
}

function visitFunctionDeclaration(g: FunctionState, node: acorn.FunctionDeclaration): void {
  const hoist = node.sloppyBlockHoist;
  if (hoist === undefined) return;
  g.builder.innerStatementAt(node.end);
  g.loadVariable(hoist.from);
  g.builder.expressionAt(node.end);
  g.storeVariable(hoist.to, false);
}

export function visitBlock(
  g: FunctionState,
  node: acorn.BlockStatement | acorn.StaticBlock,
  labels: readonly string[],
): void {
  g.inScope(node.scope, () => {
    disposing(g, disposalOf(node.body), () => {
      if (node.scope !== undefined) visitDeclarations(g, node.scope);
      if (labels.length === 0) visitStatements(g, node.body);
      else breakableBlock(g, labels, () => visitStatements(g, node.body));
    });
  });
}

function visitIf(g: FunctionState, node: acorn.IfStatement): void {
  const { builder } = g;
  builder.statementAt(node.start);
  const constant = constantCondition(node.test);
  if (constant !== undefined) {
    if (constant) visitStatement(g, node.consequent);
    else if (node.alternate) visitStatement(g, node.alternate);
    return;
  }
  const then = new Label();
  const otherwise = new Label();
  const end = new Label();
  visitTest(g, node.test, then, otherwise, 'then');
  g.inBranches(
    () => {
      builder.bind(then);
      visitStatement(g, node.consequent);
    },
    () => {
      if (node.alternate) builder.emit('Jump', end);
      builder.bind(otherwise);
      if (node.alternate) visitStatement(g, node.alternate);
    },
  );
  builder.bind(end);
}

function visitReturn(g: FunctionState, node: acorn.ReturnStatement): void {
  const builder = g.builder;
  builder.statementAt(node.start);
  if (node.argument) visitExpression(g, node.argument);
  else builder.emit('LdaUndefined');
  if (node.argument && isAsyncGeneratorKind(g.shared.kind)) visitAwait(g);
  emitReturn(g, node.end);
}

export function loadConstructorThis(g: FunctionState): void {
  const variable = g.literal.scope.receiver;
  if (variable === undefined || variable.location === 'unallocated') g.builder.emit('LdaTheHole');
  else if (variable.location === 'context') g.loadContextSlot(variable);
  else
    g.builder.emit('Ldar', variable.location === 'parameter' ? parameterRegister(0, g.parameterCount) : variable.index);
  g.builder.emit('ThrowSuperNotCalledIfHole');
}

function visitTry(g: FunctionState, node: acorn.TryStatement): void {
  const { finalizer, handler } = node;
  const inner = (): void => {
    const { mark } = g.builder;
    if (handler) visitTryCatch(g, node.block, handler);
    else visitStatement(g, node.block);
    if (finalizer) g.builder.release(mark);
  };
  if (!finalizer) {
    inner();
    return;
  }
  tryFinally(g, inner, () => {
    const saved = node.savedResult;
    const resultVariable = g.literal.scope.resultVariable;
    if (saved !== undefined && resultVariable !== undefined) {
      g.builder.emit('Ldar', resultVariable.index);
      g.storeUnchecked(saved);
    }
    visitStatement(g, finalizer);
    if (saved !== undefined && resultVariable !== undefined) {
      g.builder.emit('Ldar', saved.index);
      g.storeUnchecked(resultVariable);
    }
  });
}

function visitTryCatch(g: FunctionState, block: acorn.BlockStatement, handler: acorn.CatchClause): void {
  const outer = g.catchPrediction;
  g.catchPrediction = 'caught';
  tryCatch(
    g,
    () => {
      visitStatement(g, block);
      g.catchPrediction = outer;
    },
    (context) => visitCatch(g, handler, context),
  );
}

/** The exception is in the accumulator; `context`: the register that kept the context around the try block. */
function visitCatch(g: FunctionState, node: acorn.CatchClause, context: number): void {
  const { builder } = g;
  const { scope } = node;
  if (scope?.needsContext) {
    const mark = builder.mark;
    const exception = g.toRegister();
    builder.emit('CreateCatchContext', exception, builder.constant(scope.scopeInfo!));
    builder.release(mark);
    builder.emit('Star', context);
  }
  builder.emit('LdaTheHole').emit('SetPendingMessage');
  builder.emit('Ldar', context);
  const outer = g.scope;
  if (scope !== undefined) {
    g.scope = scope;
    if (scope.needsContext) g.pushContext();
  }
  const { param } = node;
  if (param && param.type !== 'Identifier') catchPattern(g, node, param as acorn.ObjectPattern | acorn.ArrayPattern);
  else visitStatement(g, node.body);
  if (scope?.needsContext) g.popContext();
  g.scope = outer;
}

function catchPattern(
  g: FunctionState,
  node: acorn.CatchClause,
  param: acorn.ObjectPattern | acorn.ArrayPattern,
): void {
  const { builder } = g;
  g.inScope(node.patternScope, () => {
    if (node.patternScope !== undefined) visitDeclarations(g, node.patternScope);
    const mark = builder.mark;
    g.loadContextSlot(node.catchVariable!);
    destructure(g, param, { isInitialization: true, isEffect: true });
    builder.release(mark);
    if (builder.reachable) visitStatement(g, node.body);
  });
}

function visitLabeled(g: FunctionState, node: acorn.LabeledStatement, labels: readonly string[]): void {
  const all = [...labels, node.label.name];
  const { body } = node;
  const takesLabels =
    body.type === 'LabeledStatement' ||
    body.type === 'BlockStatement' ||
    body.type === 'SwitchStatement' ||
    /^(For|While|DoWhile)/.test(body.type);
  if (takesLabels) visitStatement(g, body, all);
  else breakableBlock(g, all, () => visitStatement(g, body));
}

function visitWith(g: FunctionState, node: acorn.WithStatement): void {
  const builder = g.builder;
  const mark = builder.mark;
  builder.statementAt(node.start);
  visitExpression(g, node.object);
  const object = builder.newRegister();
  builder.emit('ToObject', object);
  const outer = g.scope;
  g.scope = node.scope!;
  builder.emit('CreateWithContext', object, builder.constant(node.scope!.scopeInfo!));
  builder.release(mark);
  g.pushContext();
  visitStatement(g, node.body);
  g.popContext();
  g.scope = outer;
  builder.release(mark);
}
