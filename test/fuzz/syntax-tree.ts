/** Programs as trees that can be cut and changed. */
import { parse, type Node } from 'acorn';

export type AnyNode = Node & Readonly<Record<string, unknown>>;

/** Undefined for what is no program. */
export function treeOf(source: string): AnyNode | undefined {
  try {
    return parse(source, {
      ecmaVersion: 'latest',
      sourceType: 'script',
      allowReturnOutsideFunction: true,
    }) as unknown as AnyNode;
  } catch {
    return undefined;
  }
}
