/**
 * Finds, in a function's AST, the expression that an error message quotes, by the source position of the instruction that
 * failed. V8: CallPrinter::Print, which walks the AST until it meets the position.
 */
import type * as acorn from 'acorn';
import type { FunctionLiteral } from './ast.ts';
import { callPosition } from './call-position.ts';
import { type AnyNode, walk } from './walk.ts';

/** The innermost call or construction whose source range starts at, or that is attributed to, the position. */
export function findCallAt(
  source: string,
  literal: FunctionLiteral,
  position: number,
): { readonly callee: acorn.Node } | undefined {
  let best: { callee: acorn.Node; size: number } | undefined;
  visit(literal, (node) => {
    if (node.type === 'TaggedTemplateExpression') {
      const tagged = node as acorn.TaggedTemplateExpression;
      if (tagged.start <= position && position < tagged.end) consider(tagged.tag, tagged);
      return;
    }
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return;
    const call = node as acorn.CallExpression;
    if (callPosition(source, call) === position) consider(call.callee, call);
  });
  return best;

  function consider(callee: acorn.Node, call: acorn.Node): void {
    const size = call.end - call.start;
    if (best === undefined || size <= best.size) best = { callee, size };
  }
}

/** What is iterated at the position: of for-of, spread, yield*, or what an array pattern takes apart. */
export function findIterableAt(
  literal: FunctionLiteral,
  position: number,
): { readonly node: acorn.Node; readonly isPattern: boolean } | undefined {
  let found: { node: acorn.Node; isPattern: boolean } | undefined;
  visit(literal, (node) => {
    if (node.type === 'ForOfStatement') consider((node as acorn.ForOfStatement).right);
    else if (node.type === 'SpreadElement') consider((node as acorn.SpreadElement).argument);
    else if (node.type === 'YieldExpression' && (node as acorn.YieldExpression).argument)
      consider((node as acorn.YieldExpression).argument!);
    else if (node.type === 'VariableDeclarator') {
      const { id, init } = node as acorn.VariableDeclarator;
      if (id.type === 'ArrayPattern' && init && id.start === position) found = { node: init, isPattern: true };
    } else if (node.type === 'AssignmentExpression') {
      const { left, right } = node as acorn.AssignmentExpression;
      if (left.type === 'ArrayPattern' && left.start === position) found = { node: right, isPattern: true };
    }
  });
  return found;

  function consider(node: acorn.Node): void {
    if (node.start === position) found = { node, isPattern: false };
  }
}

/** The object pattern whose property is loaded at the position, with the expression that is taken apart. */
export function findPatternAt(
  literal: FunctionLiteral,
  position: number,
): { readonly source: acorn.Node | undefined } | undefined {
  let found: { source: acorn.Node | undefined } | undefined;
  visit(literal, (node, parents) => {
    if (node.type !== 'ObjectPattern') return;
    const pattern = node as acorn.ObjectPattern;
    const hit = pattern.properties.some((property) => property.start <= position && position < property.end);
    if (!hit) return;
    const parent = parents.at(-1);
    // V8 keeps these words for the outermost pattern.
    if (parents.some((ancestor) => ancestor.type === 'ObjectPattern' || ancestor.type === 'ArrayPattern')) {
      found = undefined;
      return;
    }
    let source: acorn.Node | undefined;
    if (parent?.type === 'VariableDeclarator') source = (parent as acorn.VariableDeclarator).init ?? undefined;
    else if (parent?.type === 'AssignmentExpression') source = (parent as acorn.AssignmentExpression).right;
    found = { source };
  });
  return found;
}

function visit(literal: FunctionLiteral, callback: (node: AnyNode, parents: readonly AnyNode[]) => void): void {
  walk(literal.node as AnyNode, (node, parents) => {
    callback(node, parents);
  });
}
