/** Puts the properties of literals in the order that other objects have, where nobody could tell the difference. */
import { type AnyNode, childrenOf } from '../../engine/index.ts';
import type { Fix, TextEdit } from '../../protocol/findings.ts';
import { type AnalyzedProgram, variableOf } from '../analyzed-program.ts';
import type { HazardEvidence } from '../evidence.ts';
import { keysOf } from '../shape-difference.ts';
import type { ShapeCause } from './causes.ts';
import {
  birthOf,
  keyText,
  literalOf,
  literalsWith,
  type ObjectLiteral,
  type PlainProperty,
} from './object-literals.ts';
import { isOrderUnseen } from './observed-keys.ts';

export function reorderFix(program: AnalyzedProgram, evidence: HazardEvidence, { usual, odd }: ShapeCause): Fix[] {
  const order = keysOf(usual);
  const literals = literalsWith(program, keysOf(odd));
  // Objects that became what they are property by property stay as they are.
  if (literals.length === 0 || literalOf(program, odd) === undefined) return [];
  if (!isOrderUnseen(program, evidence, [usual, odd])) return [];
  const edits: TextEdit[] = [];
  for (const literal of literals) {
    const properties = plainProperties(program, literal);
    if (properties === undefined || !isOrderFree(evidence, properties)) return [];
    for (const [index, { start, end }] of properties.entries()) {
      const other = properties.find((property) => keyText(property) === order[index]);
      if (other === undefined) return [];
      if (other.start !== start) edits.push({ start, end, text: program.textOf(other) });
    }
  }
  const line = program.lineOf(birthOf(program, usual));
  return [{ title: `Put the properties in the order of line ${line}`, edits }];
}

/** Each key once, and no comment that would stay behind. */
function plainProperties(
  program: AnalyzedProgram,
  { node, keys }: ObjectLiteral,
): readonly PlainProperty[] | undefined {
  const properties = node.properties.filter((property) => property.type === 'Property');
  if (properties.length !== keys?.length) return undefined;
  let end = node.start + 1;
  for (const next of [...properties, { start: node.end - 1, end: node.end }]) {
    if (!/^[\s,]*$/.test(program.source.slice(end, next.start))) return undefined;
    end = next.end;
  }
  return properties;
}

/** At most one value does anything, and what the others are it cannot change. */
function isOrderFree(evidence: HazardEvidence, properties: readonly PlainProperty[]): boolean {
  const others = properties.filter(({ value }) => !isFixed(evidence, value));
  return others.length <= 1 && !others.some(({ value }) => assigns(value));
}

function isFixed(evidence: HazardEvidence, value: AnyNode): boolean {
  switch (value.type) {
    case 'Literal':
    case 'ThisExpression':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return true;
    case 'Identifier': {
      // Of its own function alone: no call can change it.
      const variable = variableOf(value);
      if (variable === undefined || variable.isDynamic) return value.name === 'undefined';
      return !variable.maybeAssigned || variable.location === 'local' || variable.location === 'parameter';
    }
    case 'TemplateLiteral':
      return value.expressions.length === 0;
    case 'ArrayExpression':
    case 'ConditionalExpression':
    case 'LogicalExpression':
      return childrenOf(value).every((child) => isFixed(evidence, child));
    case 'UnaryExpression':
      return /^(!|typeof|void)$/.test(value.operator)
        ? isFixed(evidence, value.argument)
        : value.argument.type === 'Literal';
    case 'BinaryExpression':
      return childrenOf(value).every((child) => isFixed(evidence, child)) && isOfPrimitives(evidence, value);
    default:
      return false;
  }
}

/** No operand was an object in this run, whose conversion may do anything. */
function isOfPrimitives(evidence: HazardEvidence, { start, end }: AnyNode): boolean {
  const sites = evidence.engine.sites.filter(
    ({ position, kind }) => /^(BinaryOp|CompareOp)$/.test(kind) && start <= position && position < end,
  );
  return (
    sites.length > 0 &&
    sites.every(({ state }) => /:(SignedSmall|SignedSmallInputs|Number|String|Boolean)$/.test(state))
  );
}

function assigns(node: AnyNode): boolean {
  if (/^(Assignment|Update|Yield|Await)Expression$/.test(node.type)) return true;
  return childrenOf(node).some(assigns);
}
