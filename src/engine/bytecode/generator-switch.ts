/** switch: comparisons one after the other, or a jump table for small integers. V8: VisitSwitchStatement, SwitchBuilder. */
import type * as acorn from 'acorn';
import { expressionPosition } from '../parsing/expression-position.ts';
import { Label } from './assembly.ts';
import { breakable } from './generator-control.ts';
import { loadConstant, visitExpression } from './generator-expressions.ts';
import type { FunctionState } from './generator-state.ts';
import { resetResult, visitDeclarations, visitStatements } from './generator-statements.ts';
import { literalValue } from './literal-value.ts';

/** V8: switch_table_min_cases, switch_table_spread_threshold. */
const minimumTableCases = 6;
const spreadThreshold = 3;

export function visitSwitch(g: FunctionState, node: acorn.SwitchStatement, labels: readonly string[]): void {
  const { builder } = g;
  const { scope, tagVariable } = node;
  if (scope === undefined || tagVariable === undefined) {
    buildSwitch(g, node, labels, () => visitExpression(g, node.discriminant));
    return;
  }
  // The discriminant does not see what the cases declare.
  const mark = builder.mark;
  visitExpression(g, node.discriminant);
  builder.expressionAt(expressionPosition(g.shared.script.source, node.discriminant));
  builder.emit('Star', g.registerOf(tagVariable));
  builder.release(mark);
  g.inScope(scope, () => {
    visitDeclarations(g, scope);
    if (node.resetsResult) resetResult(g);
    buildSwitch(g, node, labels, () => builder.emit('Ldar', g.registerOf(tagVariable)));
  });
}

/** A switch whose value `load` brings into the accumulator. */
function buildSwitch(g: FunctionState, node: acorn.SwitchStatement, labels: readonly string[], load: () => void): void {
  const { builder } = g;
  const covered = tableCases(node);
  const table = covered.size === 0 ? undefined : smallestToLargest(covered);
  const jumpTable = table && builder.jumpTable(table.largest - table.smallest + 1, table.smallest);
  breakable(g, 'switch', labels, (breakLabel, merge) => {
    builder.statementAt(node.start);
    load();
    const inTable = new Set(covered.values());
    const fallThrough = new Label();
    if (table !== undefined && jumpTable !== undefined) {
      const mark = builder.mark;
      const value = checkSmi(g, fallThrough);
      builder.switchOnSmi(jumpTable);
      builder.bind(fallThrough);
      for (let i = table.smallest; i <= table.largest; i++) if (!covered.has(i)) builder.bindEntry(jumpTable, i);
      if (node.cases.length > inTable.size) builder.emit('Ldar', value);
      builder.release(mark);
    }
    const compared = compareCases(g, node, covered);
    const defaultLabel = new Label();
    const hasDefault = node.cases.some(({ test }) => !test);
    builder.emit('Jump', hasDefault ? defaultLabel : breakLabel);
    for (const clause of node.cases) {
      if (!clause.test) builder.bind(defaultLabel);
      else if (inTable.has(clause)) builder.bindEntry(jumpTable!, smallInteger(clause)!);
      else if (compared.has(clause)) builder.bind(compared.get(clause)!);
      g.branch(merge, () => visitStatements(g, clause.consequent));
    }
    return hasDefault;
  });
}

/** By comparisons with those that no table covers; of equal small integers the first one counts. */
function compareCases(
  g: FunctionState,
  node: acorn.SwitchStatement,
  covered: ReadonlyMap<number, acorn.SwitchCase>,
): Map<acorn.SwitchCase, Label> {
  const { builder } = g;
  const compared = new Map<acorn.SwitchCase, Label>();
  if (node.cases.length - covered.size === 0) return compared;
  const mark = builder.mark;
  const tag = g.toRegister();
  const slot = builder.slot('CompareOp');
  const compare = (clause: acorn.SwitchCase, test: acorn.Expression): void => {
    const label = new Label();
    compared.set(clause, label);
    visitExpression(g, test);
    builder.emit('TestEqualStrict', tag, slot);
    builder.emit('JumpIfTrue', label);
  };
  const clauses = node.cases.filter((clause) => clause.test && !covered.has(smallInteger(clause) ?? NaN));
  // The first comparison always happens, unless a table stands before it.
  const [first] = clauses;
  if (covered.size === 0 && first?.test) compare(first, first.test);
  g.conditionally(() => {
    for (const clause of clauses) if (clause.test && !compared.has(clause)) compare(clause, clause.test);
  });
  builder.release(mark);
  return compared;
}

/** The cases that a table can have, if there are enough of them and they are close to each other; else none. */
function tableCases(node: acorn.SwitchStatement): Map<number, acorn.SwitchCase> {
  const covered = new Map<number, acorn.SwitchCase>();
  for (const clause of node.cases) {
    if (!clause.test) continue;
    // What is no literal has to be evaluated before the cases that follow.
    if (!isLiteral(clause.test)) break;
    const value = smallInteger(clause);
    if (value !== undefined && !covered.has(value)) covered.set(value, clause);
  }
  if (covered.size < minimumTableCases) return new Map();
  const { smallest, largest } = smallestToLargest(covered);
  return largest - smallest + 1 < spreadThreshold * node.cases.length ? covered : new Map();
}

function isLiteral(node: acorn.Expression): boolean {
  return literalValue(node) !== undefined;
}

function smallInteger({ test }: acorn.SwitchCase): number | undefined {
  const value = test ? literalValue(test)?.value : undefined;
  return typeof value === 'number' && (value | 0) === value ? value | 0 : undefined;
}

function smallestToLargest(covered: ReadonlyMap<number, unknown>): { smallest: number; largest: number } {
  const values = [...covered.keys()];
  return { smallest: Math.min(...values), largest: Math.max(...values) };
}

/** Leaves the accumulator as a small integer, or goes to `otherwise`; the register that has the value as it was. */
function checkSmi(g: FunctionState, otherwise: Label): number {
  const { builder } = g;
  const small = builder.newRegister();
  const value = g.toRegister();
  builder.emit('TestTypeOf', numberTypeFlag).emit('JumpIfFalse', otherwise);
  for (const [limit, compare] of [
    [-0x8000_0000, 'TestGreaterThanOrEqual'],
    [0x7fff_ffff, 'TestLessThanOrEqual'],
  ] as const) {
    builder.emit('Ldar', value);
    loadConstant(g, limit);
    builder.emit('Star', small);
    builder.emit(compare, value, builder.slot('CompareOp'));
    builder.emit('JumpIfFalse', otherwise);
  }
  builder.emit('Ldar', value);
  builder.emit('BitwiseOrSmi', 0, builder.slot('BinaryOp'));
  builder.emit('Star', small);
  builder.emit('TestEqualStrict', value, builder.slot('CompareOp'));
  builder.emit('JumpIfFalse', otherwise);
  builder.emit('Ldar', small);
  return value;
}

/** V8: TestTypeOfFlags::LiteralFlag::kNumber. */
const numberTypeFlag = 0;
