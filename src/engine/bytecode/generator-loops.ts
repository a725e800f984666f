/** for, while and do. V8: VisitForStatement and siblings; per-iteration bindings: DesugarLexicalBindingsInForStatement. */
import type * as acorn from 'acorn';
import type { PerIterationBindings } from '../parsing/ast.ts';
import { statementPosition } from '../parsing/expression-position.ts';
import type { Variable } from '../parsing/scopes.ts';
import { Label } from './assembly.ts';
import { visitTest } from './generator-conditions.ts';
import { emitBreak } from './generator-control.ts';
import { addDisposable, disposalOf, disposing } from './generator-disposal.ts';
import { loadConstant, visitForEffect } from './generator-expressions.ts';
import { type FunctionState, HoleCheckMerge } from './generator-state.ts';
import { resetResult, visitDeclarations, visitStatement, visitVariables } from './generator-statements.ts';
import { constantCondition } from './literal-value.ts';

export interface LoopTargets {
  readonly breakLabel: Label;
  readonly continueLabel: Label;
  readonly merge: HoleCheckMerge;
}

/**
 * Targets for break and continue around `body`; it binds the one for continue, the one for break is bound behind it.
 * V8: LoopBuilder, ControlScopeForIteration.
 */
function withTargets(g: FunctionState, labels: readonly string[], body: (targets: LoopTargets) => void): void {
  const targets: LoopTargets = { breakLabel: new Label(), continueLabel: new Label(), merge: new HoleCheckMerge() };
  g.controls.push({ kind: 'loop', labels, ...targets, contextDepth: g.contexts.length });
  body(targets);
  g.controls.pop();
  g.builder.bind(targets.breakLabel);
}

/**
 * A loop that `body` is once round. Its jump back has the place of the whole statement, for the stack check in it; -1 for
 * loops that nobody wrote. V8: LoopScope, LoopBuilder::JumpToHeader.
 */
export function visitLoop(
  g: FunctionState,
  position: number,
  labels: readonly string[],
  body: (targets: LoopTargets) => void,
): void {
  const { builder } = g;
  withTargets(g, labels, (targets) => {
    const header = new Label();
    const end = new Label();
    const parent = g.loops.at(-1);
    builder.bindLoopHeader(header);
    g.loops.push({ header, end });
    body(targets);
    g.loops.pop();
    builder.bind(end);
    // Two loops never begin at the same place: the inner one goes round by the outer one.
    if (parent?.header.at === header.at) builder.emit('Jump', parent.end);
    else builder.jumpLoop(header, g.loops.length, position);
  });
}

export function visitFor(g: FunctionState, node: acorn.ForStatement, labels: readonly string[]): void {
  const { builder } = g;
  const disposal = node.init ? disposalOf([node.init]) : undefined;
  g.inScope(node.scope, () => {
    disposing(g, disposal, () => {
      if (node.scope !== undefined) visitDeclarations(g, node.scope);
      const mark = builder.mark;
      if (node.init?.type === 'VariableDeclaration') visitVariables(g, node.init);
      else if (node.init) {
        builder.statementAt(node.init.start);
        visitForEffect(g, node.init);
      }
      if (node.scope !== undefined && node.resetsResult) resetResult(g);
      if (node.perIteration === undefined) plainLoop(g, node, labels);
      else perIterationLoop(g, node, node.perIteration, labels);
      builder.release(mark);
    });
  });
}

function plainLoop(g: FunctionState, node: acorn.ForStatement, labels: readonly string[]): void {
  if (node.test && constantCondition(node.test) === false) return;
  visitLoop(g, node.start, labels, (control) => {
    if (node.test) testLoop(g, node.test, control.breakLabel);
    g.conditionally(() => {
      visitBody(g, control, () => visitStatement(g, node.body));
      if (node.update) visitUpdateOf(g, node.update);
    });
  });
}

function visitUpdateOf(g: FunctionState, update: acorn.Expression): void {
  g.builder.statementAt(update.start, statementPosition(g.shared.script.source, update));
  visitForEffect(g, update);
}

/** `continue` may leave out any part of it. V8: VisitIterationBody. */
export function visitBody(g: FunctionState, { continueLabel, merge }: LoopTargets, body: () => void): void {
  g.branch(merge, body);
  g.merge(merge);
  g.builder.bind(continueLabel);
}

/** What stands in a loop's head, unless it always holds. */
function testLoop(g: FunctionState, test: acorn.Expression, end: Label): void {
  if (constantCondition(test) === true) return;
  const { builder } = g;
  const body = new Label();
  builder.statementAt(test.start, statementPosition(g.shared.script.source, test));
  visitTest(g, test, body, end, 'then');
  builder.bind(body);
}

/**
 * Each iteration has its own bindings: they are copied through temporaries into a fresh context. An outer loop makes the
 * context, an inner one, which goes round once, gives break and continue their places.
 */
function perIterationLoop(
  g: FunctionState,
  node: acorn.ForStatement,
  { scope, copies, first, flag }: PerIterationBindings,
  labels: readonly string[],
): void {
  const { builder } = g;
  const position = lastToken(g, node);
  for (const { outer, temporary } of copies) {
    builder.expressionAt(position);
    g.loadVariable(outer);
    g.storeUnchecked(temporary);
  }
  if (first !== undefined) assignFlag(g, first, 1);
  const { kind } = node.init as acorn.VariableDeclaration;
  const disposal = disposalOf([node.init!]);
  const iteration = (): void => {
    visitDeclarations(g, scope);
    for (const { temporary, inner } of copies) {
      builder.emit('Ldar', g.registerOf(temporary));
      if (disposal !== undefined) addDisposable(g, kind, position);
      g.storeVariable(inner, true);
    }
    if (first !== undefined) updateUnlessFirst(g, first, node.update!);
    assignFlag(g, flag, 1);
    if (node.test) leaveUnless(g, node.test);
    visitLoop(g, node.start, labels, (control) => {
      testFlag(g, flag, control.breakLabel);
      visitBody(g, control, () => visitStatement(g, node.body));
      assignFlag(g, flag, 0);
      for (const { temporary, inner } of copies) {
        builder.expressionAt(position);
        g.loadVariable(inner);
        g.storeUnchecked(temporary);
      }
    });
    const goOn = new Label();
    testFlag(g, flag, goOn);
    emitBreak(g, undefined);
    builder.bind(goOn);
  };
  visitLoop(g, -1, [], (outer) => {
    // The copies are declared as the originals are, so that V8 disposes of each of them too.
    const body = (): void => g.inScope(scope, () => disposing(g, disposal, iteration));
    g.conditionally(() => visitBody(g, outer, body));
  });
}

/** V8 places the copies where its scanner is when it makes them: at the last token of the loop. */
function lastToken(g: FunctionState, node: acorn.Node): number {
  const { source } = g.shared.script;
  let at = node.end - 1;
  while (/[\w$]/.test(source[at] ?? '') && /[\w$]/.test(source[at - 1] ?? '')) at--;
  return at;
}

function assignFlag(g: FunctionState, flag: Variable, value: 0 | 1): void {
  loadConstant(g, value);
  g.storeUnchecked(flag);
}

/** Goes to `otherwise` where the flag is not 1. */
function testFlag(g: FunctionState, flag: Variable, otherwise: Label): void {
  const { builder } = g;
  const mark = builder.mark;
  builder.emit('Ldar', g.registerOf(flag));
  const register = g.toRegister();
  loadConstant(g, 1);
  builder.emit('TestEqual', register, builder.slot('CompareOp'));
  builder.release(mark);
  builder.emit('JumpIfFalse', otherwise);
}

function updateUnlessFirst(g: FunctionState, first: Variable, update: acorn.Expression): void {
  const { builder } = g;
  const isLater = new Label();
  const end = new Label();
  testFlag(g, first, isLater);
  assignFlag(g, first, 0);
  builder.emit('Jump', end);
  builder.bind(isLater);
  g.conditionally(() => visitUpdateOf(g, update));
  builder.bind(end);
}

/** if (test) ; else break; */
function leaveUnless(g: FunctionState, test: acorn.Expression): void {
  const { builder } = g;
  const constant = constantCondition(test);
  builder.statementAt(test.start, statementPosition(g.shared.script.source, test));
  if (constant === true) return;
  if (constant === false) return emitBreak(g, undefined);
  const then = new Label();
  const otherwise = new Label();
  const end = new Label();
  visitTest(g, test, then, otherwise, 'then');
  builder.bind(then);
  builder.emit('Jump', end);
  builder.bind(otherwise);
  emitBreak(g, undefined);
  builder.bind(end);
}

export function visitWhile(g: FunctionState, node: acorn.WhileStatement, labels: readonly string[]): void {
  if (constantCondition(node.test) === false) return;
  visitLoop(g, node.start, labels, (control) => {
    testLoop(g, node.test, control.breakLabel);
    g.conditionally(() => visitBody(g, control, () => visitStatement(g, node.body)));
  });
}

export function visitDoWhile(g: FunctionState, node: acorn.DoWhileStatement, labels: readonly string[]): void {
  const once = (control: LoopTargets): void => {
    g.conditionally(() => visitBody(g, control, () => visitStatement(g, node.body)));
  };
  if (constantCondition(node.test) === false) {
    withTargets(g, labels, once);
    return;
  }
  visitLoop(g, node.start, labels, (control) => {
    once(control);
    // With a break on the way here the test may not run.
    if (control.breakLabel.isUsed) g.conditionally(() => testLoop(g, node.test, control.breakLabel));
    else testLoop(g, node.test, control.breakLabel);
  });
}
