/**
 * Finds, in a function's AST, the expression that an error message quotes, by the source position of the instruction that
 * failed. V8: CallPrinter::Print, which walks the AST until it meets the position.
 */
import type * as acorn from 'acorn';
import { fullAncestor } from 'acorn-walk';
import type { FunctionLiteral } from './ast.ts';

/** The innermost call or construction whose source range starts at, or that is attributed to, the position. */
export function findCallAt(literal: FunctionLiteral, position: number): { readonly callee: acorn.Node } | undefined {
  let best: { callee: acorn.Node; size: number } | undefined;
  visit(literal, (node) => {
    if (node.type === 'TaggedTemplateExpression') {
      const tagged = node as acorn.TaggedTemplateExpression;
      if (tagged.start <= position && position < tagged.end) consider(tagged.tag, tagged);
      return;
    }
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return;
    const call = node as acorn.CallExpression;
    if (callPosition(call) === position) consider(call.callee, call);
  });
  return best;

  function consider(callee: acorn.Node, call: acorn.Node): void {
    const size = call.end - call.start;
    if (best === undefined || size <= best.size) best = { callee, size };
  }
}

/** Where V8 positions a call: at the property for methods, at the start otherwise. */
function callPosition(node: acorn.CallExpression | acorn.NewExpression): number {
  if (node.type === 'NewExpression') return node.start;
  const callee = node.callee.type === 'ParenthesizedExpression' ? node.callee.expression : node.callee;
  return callee.type === 'MemberExpression'
    ? callee.property.start - (callee.property.type === 'PrivateIdentifier' ? 0 : 0)
    : node.start;
}

/** What is iterated at the position: of for-of, spread, or an array pattern. */
export function findIterableAt(literal: FunctionLiteral, position: number): acorn.Node | undefined {
  let found: acorn.Node | undefined;
  visit(literal, (node) => {
    if (node.type === 'ForOfStatement') consider((node as acorn.ForOfStatement).right);
    else if (node.type === 'SpreadElement') consider((node as acorn.SpreadElement).argument);
    else if (node.type === 'YieldExpression' && (node as acorn.YieldExpression).argument)
      consider((node as acorn.YieldExpression).argument!);
    else if (node.type === 'VariableDeclarator') {
      const declarator = node as acorn.VariableDeclarator;
      if (declarator.id.type === 'ArrayPattern' && declarator.init) consider(declarator.init);
    } else if (node.type === 'AssignmentExpression') {
      const assignment = node as acorn.AssignmentExpression;
      if (assignment.left.type === 'ArrayPattern') consider(assignment.right);
    }
  });
  return found;

  function consider(node: acorn.Node): void {
    if (node.start === position || (node.start <= position && position < node.end)) found = node;
  }
}

/** The object pattern whose property is loaded at the position, with the expression that is taken apart. */
export function findPatternAt(
  literal: FunctionLiteral,
  position: number,
): { readonly source: acorn.Node | undefined } | undefined {
  let found: { source: acorn.Node | undefined } | undefined;
  visit(literal, (node, ancestors) => {
    if (node.type !== 'ObjectPattern') return;
    const pattern = node as acorn.ObjectPattern;
    const hit = pattern.properties.some((property) => property.start <= position && position < property.end);
    if (!hit) return;
    const parent = ancestors[ancestors.length - 2];
    let source: acorn.Node | undefined;
    if (parent?.type === 'VariableDeclarator') source = (parent as acorn.VariableDeclarator).init ?? undefined;
    else if (parent?.type === 'AssignmentExpression') source = (parent as acorn.AssignmentExpression).right;
    found = { source };
  });
  return found;
}

function visit(literal: FunctionLiteral, callback: (node: acorn.Node, ancestors: readonly acorn.Node[]) => void): void {
  fullAncestor(literal.node, (node, _state, ancestors) => callback(node, ancestors));
}
