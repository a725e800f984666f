/**
 * Makes a program that fails as small as it gets while it still fails: leaves out statements, elements and arguments, and
 * puts parts of an expression in place of the whole. Works on the text by the syntax tree, so it knows nothing of the grammar.
 */
import type { Node } from 'acorn';
import { full } from 'acorn-walk';
import { type AnyNode, treeOf } from './syntax-tree.ts';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export async function reduce(
  source: string,
  fails: (source: string) => Promise<boolean>,
  deadline = Date.now() + 20_000,
): Promise<string> {
  let current = source;
  for (let progress = true; progress;) {
    progress = false;
    for (let index = 0; ; index++) {
      const edit = editsOf(current)[index];
      if (edit === undefined || Date.now() > deadline) break;
      const candidate = current.slice(0, edit.start) + edit.text + current.slice(edit.end);
      if (candidate.length >= current.length || treeOf(candidate) === undefined) continue;
      if (!(await fails(candidate))) continue;
      current = candidate;
      progress = true;
      index--;
    }
  }
  return current;
}

/** Largest first: what goes early need not be tried in parts. */
function editsOf(source: string): Edit[] {
  const tree = treeOf(source);
  if (tree === undefined) return [];
  const edits: Edit[] = [];
  full(tree, (node) => addEdits(node as AnyNode, source, edits));
  return edits.sort((first, second) => second.end - second.start - (first.end - first.start));
}

function addEdits(node: AnyNode, source: string, edits: Edit[]): void {
  const put = (part: unknown): void => {
    if (isNode(part)) edits.push({ start: node.start, end: node.end, text: source.slice(part.start, part.end) });
  };
  const isStatement = /Statement$|^VariableDeclaration$|^(Function|Class)Declaration$/.test(node.type);
  if (isStatement) edits.push({ start: node.start, end: node.end, text: node.type === 'BlockStatement' ? '{}' : ';' });
  else if (/^(MethodDefinition|PropertyDefinition|StaticBlock)$/.test(node.type)) {
    edits.push({ start: node.start, end: node.end, text: '' });
  }
  for (const [key, value] of Object.entries(node)) {
    if (Array.isArray(value)) {
      for (const element of value) if (isNode(element)) edits.push(withoutElement(element, source));
      if (isStatement) for (const element of value) put(element);
    } else if (isNode(value)) {
      if (isStatement ? /Statement$|Declaration$/.test(value.type) : isExpression(node)) put(value);
      if (/^(argument|init|finalizer|alternate|superClass|right)$/.test(key)) edits.push(withoutElement(value, source));
    }
  }
  if (isExpression(node) && node.end - node.start > 1) edits.push({ start: node.start, end: node.end, text: '1' });
}

/** An element and a comma, `=` or keyword that belongs to it. */
function withoutElement({ start, end }: Node, source: string): Edit {
  const after = /^\s*,/.exec(source.slice(end));
  if (after !== null) return { start, end: end + after[0].length, text: '' };
  const before = /(,|=|extends|else|finally)\s*$/.exec(source.slice(0, start));
  return { start: before === null ? start : before.index, end, text: '' };
}

function isExpression(node: Node): boolean {
  return /Expression$|Literal$|^Identifier$/.test(node.type);
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}
