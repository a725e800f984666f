/** The object literals of a file, and which of them a hidden class was born of. */
import { walk } from '../../engine/index.ts';
import type { ShapeEvidence } from '../../recorder/evidence/engine-evidence.ts';
import type { AnalyzedProgram, NodeOf } from '../analyzed-program.ts';
import { keysOf } from '../shape-difference.ts';

export type PlainProperty = NodeOf<'Property'>;

export interface ObjectLiteral {
  readonly node: NodeOf<'ObjectExpression'>;
  /** In the order in which they are added; undefined where that is not in the text. */
  readonly keys: readonly string[] | undefined;
  /** Where the text of the function around it ends. */
  readonly functionEnd: number;
}

export function objectLiterals(program: AnalyzedProgram): readonly ObjectLiteral[] {
  return program.once(collectLiterals, undefined);
}

/** The literal that made the first object of a hidden class; undefined where it came about in another way. */
export function literalOf(program: AnalyzedProgram, shape: ShapeEvidence): ObjectLiteral | undefined {
  const { instruction, position, functionEnd } = shape.birth;
  // A value that does not fit into the field of the literal's first object makes another hidden class.
  const isField = instruction === 'DefineNamedOwnProperty';
  if (!isField && !instruction.endsWith('Literal')) return undefined;
  const keys = keysOf(shape);
  const fitting = objectLiterals(program).filter(
    (literal) => literal.functionEnd === functionEnd && startsWith(keys, literal.keys),
  );
  if (isField) return fitting.findLast(({ node }) => node.start < position && position < node.end);
  // V8 has no position for a literal: the code runs at that of what was before it.
  return fitting.find(({ node }) => node.start >= position) ?? fitting.findLast(({ node }) => node.end > position);
}

/** Where a hidden class was born: its literal, or what added the last property. */
export function birthOf(program: AnalyzedProgram, shape: ShapeEvidence): number {
  return literalOf(program, shape)?.node.start ?? shape.birth.position;
}

/** Those that make objects with exactly these keys in this order. */
export function literalsWith(program: AnalyzedProgram, keys: readonly string[]): readonly ObjectLiteral[] {
  return objectLiterals(program).filter(
    (literal) => literal.keys?.length === keys.length && startsWith(keys, literal.keys),
  );
}

export function keyText({ key, computed }: PlainProperty): string | undefined {
  if (computed) return undefined;
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' ? String(key.value) : undefined;
}

function collectLiterals(program: AnalyzedProgram): readonly ObjectLiteral[] {
  const literals: ObjectLiteral[] = [];
  walk(program.root, (node, parents) => {
    if (node.type !== 'ObjectExpression') return;
    const around = parents.findLast(({ type }) => /^(Function|Arrow|Program)/.test(type));
    literals.push({ node, keys: keysIn(node), functionEnd: around?.end ?? -1 });
  });
  return literals;
}

function keysIn({ properties }: NodeOf<'ObjectExpression'>): string[] | undefined {
  const keys = new Set<string>();
  for (const property of properties) {
    if (property.type !== 'Property' || property.kind !== 'init') return undefined;
    const key = keyText(property);
    // `__proto__` is no property, and indices are elements.
    if (key === undefined || key === '__proto__' || /^\d+$/.test(key)) return undefined;
    keys.add(key);
  }
  return [...keys];
}

function startsWith(keys: readonly string[], start: readonly string[] | undefined): boolean {
  return start !== undefined && start.length > 0 && start.every((key, index) => keys[index] === key);
}
