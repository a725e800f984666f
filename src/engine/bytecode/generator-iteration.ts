/** for-in and for-of. V8: VisitForInStatement, VisitForOfStatement; bindings: DesugarBindingInForEachStatement. */
import type * as acorn from 'acorn';
import { expressionPosition, statementPosition } from '../parsing/expression-position.ts';
import type { ForEachNode } from '../parsing/ast.ts';
import type { Variable } from '../parsing/scopes.ts';
import { Label } from './assembly.ts';
import { referenceTo } from './generator-references.ts';
import { tryFinally } from './generator-control.ts';
import { destructure } from './generator-destructuring.ts';
import { addDisposable, disposalOf, disposing } from './generator-disposal.ts';
import { visitExpression } from './generator-expressions.ts';
import { finalizeIteration, getIteratorRecord, iteratorNext, loadFrom } from './generator-iterators.ts';
import { type LoopTargets, visitBody, visitLoop } from './generator-loops.ts';
import { FunctionState } from './generator-state.ts';
import { visitDeclarations, visitStatement } from './generator-statements.ts';
import { literalValue } from './literal-value.ts';

export function visitForOf(g: FunctionState, node: acorn.ForOfStatement, labels: readonly string[]): void {
  const { builder } = g;
  inDeadZone(g, node, () => {
    const { source } = g.shared.script;
    builder.statementAt(node.right.start, statementPosition(source, node.right));
    visitExpression(g, node.right);
    const record = getIteratorRecord(g, node.await === true);
    builder.emit('LdaFalse');
    const done = g.toRegister();
    tryFinally(
      g,
      () => {
        visitLoop(g, node.start, labels, (control) => {
          builder.emit('LdaTrue').emit('Star', done);
          const mark = builder.mark;
          const result = builder.newRegister();
          const { start, position } = eachPosition(g, node.left);
          builder.statementAt(start, position);
          iteratorNext(g, record, result);
          loadFrom(g, result, 'done');
          builder.emit('JumpIfToBooleanTrue', control.breakLabel);
          loadFrom(g, result, 'value');
          builder.emit('Star', result);
          builder.emit('LdaFalse').emit('Star', done);
          storeEach(g, node, () => builder.emit('Ldar', result));
          builder.release(mark);
          visitStep(g, node, control);
        });
      },
      ({ token }) => finalizeIteration(g, record, done, token),
    );
  });
}

export function visitForIn(g: FunctionState, node: acorn.ForInStatement, labels: readonly string[]): void {
  const { builder } = g;
  const declarator = node.left.type === 'VariableDeclaration' ? node.left.declarations[0] : undefined;
  if (declarator?.init) {
    // Annex B: for (var x = 1 in o)
    const mark = builder.mark;
    const reference = referenceTo(g, declarator.id);
    builder.statementAt(declarator.init.start, expressionPosition(g.shared.script.source, declarator.init));
    visitExpression(g, declarator.init);
    reference.store(true);
    builder.release(mark);
  }
  inDeadZone(g, node, () => enumerate(g, node, labels));
}

function enumerate(g: FunctionState, node: acorn.ForInStatement, labels: readonly string[]): void {
  const { builder } = g;
  if (isNothing(node.right)) return;
  const skip = new Label();
  const slot = builder.slot('ForIn');
  builder.statementAt(node.right.start, statementPosition(g.shared.script.source, node.right));
  visitExpression(g, node.right);
  builder.emit('JumpIfUndefinedOrNull', skip);
  const receiver = builder.newRegister();
  builder.emit('ToObject', receiver);
  const cache = builder.newRegisters(3);
  builder.emit('ForInEnumerate', receiver);
  builder.emit('ForInPrepare', cache, slot);
  const index = builder.newRegister();
  builder.emit('LdaZero').emit('Star', index);
  const step = (control: LoopTargets): void => {
    const { start, position } = eachPosition(g, node.left);
    builder.statementAt(start, position);
    builder.emit('JumpIfForInDone', control.breakLabel, index, cache + 2);
    builder.emit('ForInNext', receiver, index, cache, slot);
    builder.emit('JumpIfUndefined', control.continueLabel);
    const mark = builder.mark;
    storeEach(g, node, undefined);
    builder.release(mark);
    const each = eachVariableOf(node);
    if (each?.location === 'local') {
      builder.setVariable(each, g.registerOf(each));
      g.forInLoops.push({ each, index, cacheType: cache });
      visitStep(g, node, control);
      g.forInLoops.pop();
    } else visitStep(g, node, control);
    builder.emit('ForInStep', index);
  };
  visitLoop(g, node.start, labels, (control) => g.conditionally(() => step(control)));
  builder.bind(skip);
}

/** V8: IsNullLiteral, IsUndefinedLiteral. */
function isNothing(node: acorn.Expression): boolean {
  if (node.type === 'ParenthesizedExpression') return isNothing(node.expression);
  if (node.type === 'Identifier') return node.name === 'undefined' && node.proxy?.variable.location === 'unallocated';
  return literalValue(node)?.value === null;
}

/**
 * The property of an object in a register whose key is in the accumulator. Where that may be the variable of a for-in loop,
 * its enumeration knows where the property is. V8: BuildLoadKeyedProperty.
 */
export function loadKeyed({ builder, forInLoops }: FunctionState, object: number): void {
  const slot = builder.slot('LoadKeyed');
  const { accumulatorVariable } = builder;
  const loop = accumulatorVariable && forInLoops.findLast(({ each }) => each === accumulatorVariable);
  if (loop === undefined) builder.emit('GetKeyedProperty', object, slot);
  else builder.emit('GetEnumeratedKeyedProperty', object, loop.index, loop.cacheType, slot);
}

/** The scope whose variables cannot be read yet stands around the whole loop: contexts are counted through it. */
function inDeadZone(g: FunctionState, node: ForEachNode, loop: () => void): void {
  const { builder } = g;
  g.inScope(node.scope, () => {
    if (node.scope !== undefined) visitDeclarations(g, node.scope);
    const mark = builder.mark;
    loop();
    builder.release(mark);
  });
}

/** Where a step begins; V8 places a declaration at the last token of its pattern. */
function eachPosition(g: FunctionState, left: ForEachNode['left']): { start: number; position: number } {
  const { start } = left;
  if (left.type !== 'VariableDeclaration') return { start, position: expressionPosition(g.shared.script.source, left) };
  const { id } = left.declarations[0]!;
  return id.type === 'Identifier' ? { start: id.start, position: id.start } : { start, position: id.end - 1 };
}

/** What V8 assigns the values to: a temporary where the loop declares its variables. */
function eachVariableOf({ left, eachVariable }: ForEachNode): Variable | undefined {
  if (eachVariable !== undefined) return eachVariable;
  return left.type === 'Identifier' ? left.proxy?.variable : undefined;
}

/** `load`: brings the value into the accumulator, where it is not there already. */
function storeEach(g: FunctionState, node: ForEachNode, load: (() => void) | undefined): void {
  const { builder } = g;
  const { left } = node;
  if (node.eachVariable !== undefined) {
    load?.();
    if (node.type === 'ForInStatement') builder.expressionAt(eachPosition(g, left).position);
    g.storeUnchecked(node.eachVariable);
    return;
  }
  if (left.type === 'VariableDeclaration') return;
  const position = expressionPosition(g.shared.script.source, left);
  const target = left as acorn.Pattern;
  if ((target as acorn.Node).type === 'CallExpression') {
    referenceTo(g, target, false, node);
    return;
  }
  if (target.type !== 'MemberExpression') {
    load?.();
    if (node.type === 'ForInStatement') builder.expressionAt(position);
    if (target.type === 'Identifier') referenceTo(g, target).store(true);
    else destructure(g, target as acorn.ObjectPattern | acorn.ArrayPattern, assigning);
    return;
  }
  const kept = load === undefined ? g.toRegister() : undefined;
  const reference = referenceTo(g, target);
  if (kept !== undefined) {
    builder.emit('Ldar', kept);
    builder.expressionAt(position);
  } else load!();
  reference.store(true);
}

const assigning = { isInitialization: false, isEffect: true } as const;

/** The names get their values, then the body runs: once for each step. */
function visitStep(g: FunctionState, node: ForEachNode, control: LoopTargets): void {
  visitBody(g, control, () => bindAndRun(g, node));
}

function bindAndRun(g: FunctionState, node: ForEachNode): void {
  const { builder } = g;
  const { left, eachVariable } = node;
  if (left.type !== 'VariableDeclaration' || eachVariable === undefined) visitStatement(g, node.body);
  else {
    g.inScope(node.bodyScope, () => {
      const disposal = disposalOf([left]);
      disposing(g, disposal, () => {
        if (node.bodyScope !== undefined) visitDeclarations(g, node.bodyScope);
        const mark = builder.mark;
        const { id } = left.declarations[0]!;
        const { position } = eachPosition(g, left);
        builder.statementAt(-1, position);
        builder.emit('Ldar', g.registerOf(eachVariable));
        const isInitialization = left.kind !== 'var';
        if (disposal !== undefined) addDisposable(g, disposal, left.start);
        builder.expressionAt(position);
        if (id.type === 'Identifier') {
          if (id.proxy !== undefined) g.storeVariable(id.proxy, isInitialization);
        } else destructure(g, id as acorn.ObjectPattern | acorn.ArrayPattern, { isInitialization, isEffect: true });
        builder.release(mark);
        if (!builder.reachable) return;
        visitStatement(g, node.body);
        builder.release(mark);
      });
    });
  }
}
