/**
 * What a fix has to know to be certain: an object or array literal that one const holds, and all that the program does with it.
 * References are taken by the name alone, so there are rather too many than too few; where code could be named that is not in
 * the text (eval, with), nothing is known.
 */
import { walk } from '../../engine/index.ts';
import type { AnyNode } from '../../engine/index.ts';
import type { AnalyzedProgram, NodeOf, Occurrence } from '../analyzed-program.ts';
import { variableOf } from '../analyzed-program.ts';

interface Names {
  readonly references: ReadonlyMap<string, readonly Occurrence<NodeOf<'Identifier'>>[]>;
  readonly all: ReadonlySet<string>;
  readonly withCount: number;
}

/** All that uses the name, but for the place where a const is declared with it; undefined if there is no such const. */
export function usesOfConstant(
  program: AnalyzedProgram,
  identifier: AnyNode,
): readonly Occurrence<NodeOf<'Identifier'>>[] | undefined {
  if (identifier.type !== 'Identifier') return undefined;
  const value = program.knownValue(identifier);
  if (value === undefined || variableOf(identifier) === undefined) return undefined;
  const references = namesIn(program).references.get(identifier.name) ?? [];
  const uses = references.filter(({ node, parents }) => {
    const parent = parents.at(-1);
    return !(parent?.type === 'VariableDeclarator' && parent.id === node && parent.init === value);
  });
  const { kind } = declarationOf(references, value) ?? {};
  return uses.length === references.length - 1 && (kind === 'const' || kind === 'let') ? uses : undefined;
}

export function isMentioned(program: AnalyzedProgram, names: readonly string[]): boolean {
  const { all } = namesIn(program);
  return names.some((name) => all.has(name));
}

export function countOfWith(program: AnalyzedProgram): number {
  return namesIn(program).withCount;
}

/** One of these that nothing in the program is called. */
export function unusedName(program: AnalyzedProgram, names: readonly string[]): string | undefined {
  return names.find((name) => !isMentioned(program, [name]));
}

/** The keys of a literal that has nothing but plain properties with values. */
export function plainKeys(value: AnyNode | undefined): readonly string[] | undefined {
  if (value?.type !== 'ObjectExpression') return undefined;
  const keys = value.properties.map((property) => {
    if (property.type !== 'Property' || property.kind !== 'init' || property.computed || property.method)
      return undefined;
    const key = property.key.type === 'Identifier' ? property.key.name : undefined;
    return key === undefined || key in Object.prototype ? undefined : key;
  });
  return keys.some((key) => key === undefined) ? undefined : (keys as string[]);
}

/** `o.key`, read or written, where `o` is the use: nobody gets the object itself. */
export function keyOfAccess({ node, parents }: Occurrence): string | undefined {
  const parent = parents.at(-1);
  if (parent?.type !== 'MemberExpression' || parent.object !== node || parent.computed) return undefined;
  const outer = parents.at(-2);
  if (outer?.type === 'CallExpression' && outer.callee === parent) return undefined;
  if (outer?.type === 'TaggedTemplateExpression' || outer?.type === 'ChainExpression') return undefined;
  return parent.property.type === 'Identifier' ? parent.property.name : undefined;
}

export function namesIn(program: AnalyzedProgram): Names {
  return program.once(collectNames, undefined);
}

function collectNames(program: AnalyzedProgram): Names {
  const references = new Map<string, Occurrence<NodeOf<'Identifier'>>[]>();
  const all = new Set<string>();
  let withCount = 0;
  walk(program.root, (node, parents) => {
    if (node.type === 'WithStatement') withCount++;
    if (node.type !== 'Identifier') return;
    all.add(node.name);
    const parent = parents.at(-1);
    if (parent?.type === 'MemberExpression' && parent.property === node && !parent.computed) return;
    if (parent?.type === 'Property' && parent.key === node && !parent.computed && !parent.shorthand) return;
    const known = references.get(node.name);
    const occurrence = { node, parents: [...parents] };
    if (known === undefined) references.set(node.name, [occurrence]);
    else known.push(occurrence);
  });
  return { references, all, withCount };
}

function declarationOf(references: readonly Occurrence[], value: AnyNode): NodeOf<'VariableDeclaration'> | undefined {
  for (const { parents } of references) {
    const declarator = parents.at(-1);
    const declaration = parents.at(-2);
    if (
      declarator?.type === 'VariableDeclarator' &&
      declarator.init === value &&
      declaration?.type === 'VariableDeclaration'
    )
      return declaration;
  }
  return undefined;
}
