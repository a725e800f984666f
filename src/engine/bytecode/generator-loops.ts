/** for, while and do. V8: VisitForStatement and siblings; per-iteration bindings: DesugarBindingInForStatement. */
import type * as acorn from 'acorn';
import { Label } from './code-builder.ts';
import { visitTest } from './generator-conditions.ts';
import { breakable } from './generator-control.ts';
import { disposalOf, disposing } from './generator-disposal.ts';
import { visitForEffect } from './generator-expressions.ts';
import { initializeHoles } from './generator-iteration.ts';
import { FunctionState } from './generator-state.ts';
import { visitStatement, visitVariables } from './generator-statements.ts';

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
  const builder = g.builder;
  breakable(g, 'loop', labels, (control) => {
    const loop = new Label();
    builder.bind(loop);
    if (node.test) {
      builder.statementAt(node.test.start);
      visitTest(g, node.test, control.breakLabel);
    }
    visitStatement(g, node.body);
    builder.bindIfUsed(control.continueLabel);
    if (node.update) {
      builder.statementAt(node.update.start);
      visitForEffect(g, node.update);
    }
    builder.emit('JumpLoop', loop, 0, builder.slot('JumpLoop'));
  });
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
  breakable(g, 'loop', labels, (control) => {
    const loop = new Label();
    builder.bind(loop);
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
        builder.statementAt(node.update.start);
        visitForEffect(g, node.update);
      }
      builder.emit('Jump', afterUpdate);
      builder.bind(skipUpdate);
      builder.emit('LdaFalse').emit('Star', first);
      builder.bind(afterUpdate);
      const leave = new Label();
      if (node.test) {
        builder.statementAt(node.test.start);
        visitTest(g, node.test, leave);
      }
      // continue ends in this iteration's context.
      const continueLabel = new Label();
      const outer = g.controls.pop()!;
      g.controls.push({ kind: 'continue', labels, continueLabel, contextDepth: g.contexts.length, outer });
      visitStatement(g, node.body);
      g.controls.pop();
      g.controls.push(outer);
      builder.bindIfUsed(continueLabel);
      copies.forEach(({ inner }, i) => {
        g.loadVariable(inner);
        builder.emit('Star', temporaries[i]!);
      });
      const next = new Label();
      builder.emit('Jump', next);
      builder.bindIfUsed(leave);
      if (leave.isUsed) {
        if (scope.needsContext) g.restoreContext(g.contexts.length - 1);
        builder.emit('Jump', control.breakLabel);
      }
      builder.bind(next);
    });
    builder.emit('JumpLoop', loop, 0, builder.slot('JumpLoop'));
  });
  builder.release(mark);
}

export function visitWhile(g: FunctionState, node: acorn.WhileStatement, labels: readonly string[]): void {
  const builder = g.builder;
  breakable(g, 'loop', labels, (control) => {
    builder.bind(control.continueLabel);
    builder.statementAt(node.test.start);
    visitTest(g, node.test, control.breakLabel);
    visitStatement(g, node.body);
    builder.emit('JumpLoop', control.continueLabel, 0, builder.slot('JumpLoop'));
  });
}

export function visitDoWhile(g: FunctionState, node: acorn.DoWhileStatement, labels: readonly string[]): void {
  const builder = g.builder;
  breakable(g, 'loop', labels, (control) => {
    const loop = new Label();
    builder.bind(loop);
    visitStatement(g, node.body);
    builder.bindIfUsed(control.continueLabel);
    builder.statementAt(node.test.start);
    visitTest(g, node.test, control.breakLabel);
    builder.emit('JumpLoop', loop, 0, builder.slot('JumpLoop'));
  });
}
