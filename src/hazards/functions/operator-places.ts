/**
 * Which operator of the text a place with feedback is. V8 counts an operation's position from its operator, an assignment's like
 * `x += y` from what is assigned; where several operators share a position, the inner come first.
 */
import type { AnyNode } from '../../engine/index.ts';
import type { SiteEvidence } from '../../recorder/evidence/engine-evidence.ts';
import type { AnalyzedProgram } from '../analyzed-program.ts';

export interface OperatorPlace {
  readonly site: SiteEvidence;
  readonly operator: string;
  readonly isUnary: boolean;
  readonly start: number;
  readonly end: number;
}

/** The operators that have met something; unary minus and ++ among them. */
export function operatorsIn(program: AnalyzedProgram, sites: readonly SiteEvidence[]): readonly OperatorPlace[] {
  const before = new Map<string, number>();
  return sites.flatMap((site) => {
    if (site.kind !== 'BinaryOp' && site.kind !== 'CompareOp') return [];
    const place = `${site.kind} ${site.position} ${site.functionEnd}`;
    const index = before.get(place) ?? 0;
    before.set(place, index + 1);
    const nodes = program.pathAt(site.position).filter((node) => kindOf(node) === site.kind);
    const found = operatorToken(program, nodes.toReversed()[index]);
    return found === undefined ? [] : [{ site, ...found }];
  });
}

function kindOf(node: AnyNode): 'BinaryOp' | 'CompareOp' | undefined {
  switch (node.type) {
    case 'BinaryExpression':
      return /^([<>]=?|[=!]==?)$/.test(node.operator) ? 'CompareOp' : 'BinaryOp';
    case 'AssignmentExpression':
      return /^(=|&&=|\|\|=|\?\?=)$/.test(node.operator) ? undefined : 'BinaryOp';
    case 'UpdateExpression':
      return 'BinaryOp';
    case 'UnaryExpression':
      return /^[-+~]$/.test(node.operator) ? 'BinaryOp' : undefined;
    default:
      return undefined;
  }
}

function operatorToken(program: AnalyzedProgram, node: AnyNode | undefined): Omit<OperatorPlace, 'site'> | undefined {
  if (node === undefined || !('operator' in node)) return undefined;
  const { operator } = node;
  const from = 'left' in node ? node.left.end : 'prefix' in node && !node.prefix ? node.argument.end : node.start;
  const at = program.source.indexOf(operator, from);
  return at < 0 || at >= node.end
    ? undefined
    : { operator, isUnary: !('left' in node), start: at, end: at + operator.length };
}
