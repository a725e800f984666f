/** for, while and do. V8: VisitForStatement and siblings; per-iteration bindings: DesugarBindingInForStatement. */
import type * as acorn from 'acorn';
import { statementPosition } from '../parsing/expression-position.ts';
import { Label } from './code-builder.ts';
import { visitTest } from './generator-conditions.ts';
import { breakable } from './generator-control.ts';
import { disposalOf, disposing } from './generator-disposal.ts';
import { visitForEffect } from './generator-expressions.ts';
import { initializeHoles } from './generator-iteration.ts';
import type { FunctionState } from './generator-state.ts';
import { visitStatement, visitVariables } from './generator-statements.ts';
import { constantCondition } from './literal-value.ts';

export function visitFor(g: FunctionState, node: acorn.ForStatement, labels: readonly string[]): void {
  g.inScope(node.scope, () => {
    if (node.scope !== undefined) initializeHoles(g, node.scope);
    disposing(g, node.init ? disposalOf([node.init]) : undefined, () => {
      if (node.init) {
        if (node.init.type === 'VariableDeclaration') visitVariables(g, node.init);
        else {
          g.builder.statementAt(node.init.start);
          visitForEffect(g, node.init);
        }
      }
      if (node.perIteration === undefined) plainLoop(g, node, labels);
      else perIterationLoop(g, node, labels);
    });
  });
}

function plainLoop(g: FunctionState, node: acorn.ForStatement, labels: readonly string[]): void {
  if (node.test && constantCondition(node.test) === false) return;
  loop(g, node.start, labels, (control) => {
    if (node.test) testLoop(g, node.test, control.breakLabel);
    visitBody(g, node.body);
    g.builder.bindTarget(control.continueLabel);
    if (node.update) {
      g.builder.statementAt(node.update.start, statementPosition(g.shared.script.source, node.update));
      visitForEffect(g, node.update);
    }
  });
}

/**
 * A loop that `body` is once round. Its jump back has the place of the whole statement, for the stack check in it.
 * V8: LoopBuilder, BytecodeGenerator::LoopScope.
 */
function loop(
  g: FunctionState,
  position: number,
  labels: readonly string[],
  body: (control: { breakLabel: Label; continueLabel: Label }) => void,
): void {
  const { builder } = g;
  breakable(g, 'loop', labels, (control) => {
    const header = new Label();
    builder.bind(header);
    g.loopDepth++;
    g.conditionally(() => body(control));
    g.loopDepth--;
    builder.jumpLoop(header, g.loopDepth, position);
  });
}

/** `continue` may leave out any part of it. */
function visitBody(g: FunctionState, body: acorn.Statement): void {
  g.conditionally(() => visitStatement(g, body));
}

/** What stands in a loop's head, unless it always holds. */
function testLoop(g: FunctionState, test: acorn.Expression, end: Label): void {
  if (constantCondition(test) === true) return;
  const { builder } = g;
  const body = new Label();
  builder.statementAt(test.start, statementPosition(g.shared.script.source, test));
  visitTest(g, test, body, end, 'then');
  builder.bindTarget(body);
}

/** Each iteration has its own bindings: they are copied through temporaries into a fresh context. */
function perIterationLoop(g: FunctionState, node: acorn.ForStatement, labels: readonly string[]): void {
  const builder = g.builder;
  const { scope, copies } = node.perIteration!;
  const mark = builder.mark;
  const temporaries = copies.map(() => builder.newRegister());
  copies.forEach(({ outer }, i) => {
    g.loadVariable(outer);
    builder.emit('Star', temporaries[i]!);
  });
  const first = builder.newRegister();
  builder.emit('LdaTrue').emit('Star', first);
  loop(g, node.start, labels, (control) => {
    g.inScope(scope, () => {
      copies.forEach(({ inner }, i) => {
        builder.emit('Ldar', temporaries[i]!);
        g.storeVariable(inner, true);
      });
      const skipUpdate = new Label();
      const afterUpdate = new Label();
      builder.emit('Ldar', first);
      builder.emit('JumpIfTrue', skipUpdate);
      if (node.update) {
        builder.statementAt(node.update.start, statementPosition(g.shared.script.source, node.update));
        visitForEffect(g, node.update);
      }
      builder.emit('Jump', afterUpdate);
      builder.bind(skipUpdate);
      builder.emit('LdaFalse').emit('Star', first);
      builder.bind(afterUpdate);
      const leave = new Label();
      if (node.test) {
        testLoop(g, node.test, leave);
      }
      // continue ends in this iteration's context.
      const continueLabel = new Label();
      const outer = g.controls.pop()!;
      g.controls.push({ kind: 'continue', labels, continueLabel, contextDepth: g.contexts.length, outer });
      visitBody(g, node.body);
      g.controls.pop();
      g.controls.push(outer);
      builder.bindTarget(continueLabel);
      copies.forEach(({ inner }, i) => {
        g.loadVariable(inner);
        builder.emit('Star', temporaries[i]!);
      });
      const next = new Label();
      builder.emit('Jump', next);
      builder.bindTarget(leave);
      if (leave.isUsed) {
        if (scope.needsContext) g.restoreContext(g.contexts.length - 1);
        builder.emit('Jump', control.breakLabel);
      }
      builder.bind(next);
    });
  });
  builder.release(mark);
}

export function visitWhile(g: FunctionState, node: acorn.WhileStatement, labels: readonly string[]): void {
  if (constantCondition(node.test) === false) return;
  loop(g, node.start, labels, (control) => {
    testLoop(g, node.test, control.breakLabel);
    visitBody(g, node.body);
    g.builder.bindTarget(control.continueLabel);
  });
}

export function visitDoWhile(g: FunctionState, node: acorn.DoWhileStatement, labels: readonly string[]): void {
  const { builder } = g;
  if (constantCondition(node.test) === false) {
    breakable(g, 'loop', labels, (control) => {
      visitBody(g, node.body);
      builder.bindTarget(control.continueLabel);
    });
    return;
  }
  loop(g, node.start, labels, (control) => {
    visitBody(g, node.body);
    builder.bindTarget(control.continueLabel);
    testLoop(g, node.test, control.breakLabel);
  });
}
