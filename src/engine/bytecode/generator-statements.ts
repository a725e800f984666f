/** Statements and declarations. V8: the Visit…Statement methods of BytecodeGenerator. */
import type * as acorn from 'acorn';
import { isAsyncGeneratorKind } from '../parsing/function-kind.ts';
import type { Scope } from '../parsing/scopes.ts';
import { Label } from './code-builder.ts';
import { destructure } from './generator-assignment.ts';
import { referenceTo } from './generator-references.ts';
import { visitClass } from './generator-classes.ts';
import { visitTest } from './generator-conditions.ts';
import { breakable, emitBreak, emitContinue, emitReturn, tryCatch, tryFinally } from './generator-control.ts';
import { addDisposable, disposalOf, disposing } from './generator-disposal.ts';
import { emitClosure, loadConstant, visitExpression, visitForEffect } from './generator-expressions.ts';
import { initializeHoles, visitForIn, visitForOf } from './generator-iteration.ts';
import { visitDoWhile, visitFor, visitWhile } from './generator-loops.ts';
import { visitDefaultExport } from './generator-modules.ts';
import { FunctionState } from './generator-state.ts';
import { visitAwait } from './generator-suspension.ts';
import { constantCondition } from './literal-value.ts';
import { parameterRegister } from './registers.ts';
import { sharedFunctionInfoOf } from './shared-function-info.ts';

/** Declarations of the scope, then the statements. */
export function visitStatements(g: FunctionState, statements: readonly acorn.Node[], scope: Scope | undefined): void {
  disposing(g, disposalOf(statements), () => {
    if (scope !== undefined) {
      initializeHoles(g, scope);
      hoistFunctions(g, scope);
    }
    for (const statement of statements) visitStatement(g, statement);
  });
}

/** Function declarations get their values at the start of their scope. */
export function hoistFunctions(g: FunctionState, scope: Scope): void {
  for (const declaration of scope.declarations) {
    if (declaration.kind !== 'function') continue;
    const { variable, literal } = declaration;
    if (variable.location === 'unallocated') continue;
    const shared = sharedFunctionInfoOf(literal, g.shared.script);
    emitClosure(g, shared);
    if (variable.location === 'lookup') declareEvalFunction(g, variable.name);
    else g.storeUnchecked(variable);
  }
}

function declareEvalFunction(g: FunctionState, name: string): void {
  const builder = g.builder;
  const mark = builder.mark;
  const list = builder.newRegisters(2);
  builder.emit('Star', list + 1);
  loadConstant(g, name);
  builder.emit('Star', list);
  builder.emit('CallRuntime', g.runtimeId('DeclareEvalFunction'), list, 2);
  builder.release(mark);
}

export function visitStatement(g: FunctionState, node: acorn.Node, labels: readonly string[] = []): void {
  const statement = node as acorn.Statement | acorn.ModuleDeclaration;
  const builder = g.builder;
  if (statement.resetsResult) {
    builder.emit('LdaUndefined');
    g.storeUnchecked(g.literal.scope.resultVariable!);
  }
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
      builder.plainStatementAt(statement.start);
      visitClass(g, statement, statement.id?.name);
      if (statement.classLiteral?.declaredName !== undefined)
        g.storeVariable(statement.classLiteral.declaredName, true);
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
      g.storeVariable(id.proxy, true);
      continue;
    }
    const mark = builder.mark;
    builder.statementAt(init.start, beforeParentheses(g.shared.script.source, init.start));
    if (id.type === 'Identifier') {
      if (id.proxy?.variable.location === 'lookup' || id.proxy?.variable.location === 'unallocated') {
        const reference = referenceTo(g, id, isLexical, undefined, init);
        visitExpression(g, init);
        reference.store();
      } else {
        visitExpression(g, init);
        if (isUsing) addDisposable(g, node.kind, init.start);
        if (id.proxy !== undefined) g.storeVariable(id.proxy, isLexical);
      }
    } else {
      visitExpression(g, init);
      const value = g.toRegister();
      destructure(g, id, value, isLexical, init.start);
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
  g.storeVariable(hoist.to, false);
}

function visitBlock(g: FunctionState, node: acorn.BlockStatement, labels: readonly string[]): void {
  const body = (): void => g.inScope(node.scope, () => visitStatements(g, node.body, node.scope));
  if (labels.length === 0) body();
  else breakable(g, 'block', labels, body);
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
      builder.bindTarget(then);
      visitStatement(g, node.consequent);
    },
    () => {
      if (node.alternate) builder.emit('Jump', end);
      builder.bindTarget(otherwise);
      if (node.alternate) visitStatement(g, node.alternate);
    },
  );
  builder.bindTarget(end);
}

function visitReturn(g: FunctionState, node: acorn.ReturnStatement): void {
  const builder = g.builder;
  builder.statementAt(node.start);
  if (node.argument) visitExpression(g, node.argument);
  else builder.emit('LdaUndefined');
  if (node.argument && isAsyncGeneratorKind(g.shared.kind)) visitAwait(g, -1);
  emitReturn(g, node.end);
}

export function loadConstructorThis(g: FunctionState): void {
  const variable = g.literal.scope.receiver;
  if (variable === undefined || variable.location === 'unallocated') g.builder.emit('LdaTheHole');
  else if (variable.location === 'context')
    g.builder.emit('LdaContextSlot', -3, variable.index, g.contextDepthOf(variable));
  else
    g.builder.emit('Ldar', variable.location === 'parameter' ? parameterRegister(0, g.parameterCount) : variable.index);
  g.builder.emit('ThrowSuperNotCalledIfHole');
}

function visitTry(g: FunctionState, node: acorn.TryStatement): void {
  const inner = (): void => {
    if (node.handler) {
      tryCatch(
        g,
        () => visitStatement(g, node.block),
        (context) => visitCatch(g, node.handler!, context),
      );
    } else visitStatement(g, node.block);
  };
  if (!node.finalizer) {
    inner();
    return;
  }
  const { finalizer } = node;
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

/** The exception is in the accumulator; `context`: the register that kept the context around the try block. */
function visitCatch(g: FunctionState, node: acorn.CatchClause, context: number): void {
  const builder = g.builder;
  const mark = builder.mark;
  const outer = g.scope;
  const { scope } = node;
  if (scope?.needsContext) {
    const exception = g.toRegister();
    builder.emit('CreateCatchContext', exception, builder.constant(scope.scopeInfo!));
    builder.release(mark);
    builder.emit('Star', context);
  }
  builder.emit('LdaTheHole').emit('SetPendingMessage');
  if (scope !== undefined) {
    g.scope = scope;
    if (scope.needsContext) {
      builder.emit('Ldar', context);
      g.pushContext();
    }
  }
  const { param } = node;
  if (param && param.type !== 'Identifier') {
    g.inScope(node.patternScope, () => {
      initializeHoles(g, node.patternScope);
      g.loadContextSlot(node.catchVariable!);
      const exception = g.toRegister();
      destructure(g, param, exception, true, undefined);
      visitStatement(g, node.body);
    });
  } else visitStatement(g, node.body);
  if (scope?.needsContext) g.popContext();
  g.scope = outer;
  builder.release(mark);
}

function visitSwitch(g: FunctionState, node: acorn.SwitchStatement, labels: readonly string[]): void {
  const builder = g.builder;
  const mark = builder.mark;
  builder.statementAt(node.start);
  visitExpression(g, node.discriminant);
  const tag = g.toRegister();
  g.inScope(node.scope, () => {
    if (node.scope !== undefined) {
      initializeHoles(g, node.scope);
      hoistFunctions(g, node.scope);
    }
    breakable(g, 'switch', labels, (control) => {
      const caseLabels = node.cases.map(() => new Label());
      node.cases.forEach((clause, i) => {
        const { test } = clause;
        if (!test) return;
        g.conditionally(() => visitExpression(g, test));
        builder.emit('TestEqualStrict', tag, builder.slot('CompareOp'));
        builder.emit('JumpIfTrue', caseLabels[i]!);
      });
      const defaultIndex = node.cases.findIndex((clause) => !clause.test);
      builder.emit('Jump', defaultIndex < 0 ? control.breakLabel : caseLabels[defaultIndex]!);
      node.cases.forEach((clause, i) => {
        builder.bind(caseLabels[i]!);
        g.conditionally(() => clause.consequent.forEach((statement) => visitStatement(g, statement)));
      });
    });
  });
  builder.release(mark);
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
  else breakable(g, 'block', all, () => visitStatement(g, body));
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
  builder.expressionAt(node.start);
  builder.emit('CreateWithContext', object, builder.constant(node.scope!.scopeInfo!));
  g.pushContext();
  visitStatement(g, node.body);
  g.popContext();
  g.scope = outer;
  builder.release(mark);
}
