/**
 * Whether anybody could tell in which order an object's keys are, or that one more is there: what lists keys must have run
 * in this run without meeting such an object, and nobody outside may get one.
 *
 * Simplified: another input may take the objects elsewhere; so where a way to list keys did not run at all, nothing is certain.
 */
import { type AnyNode, childrenOf, walk } from '../../engine/index.ts';
import type { ShapeEvidence } from '../../recorder/evidence/engine-evidence.ts';
import type { AnalyzedProgram } from '../analyzed-program.ts';
import type { HazardEvidence } from '../evidence.ts';
import { timesRun } from '../heat.ts';
import { keysOf } from '../shape-difference.ts';

/** What is called to list keys, or gives objects to somebody who may. */
const listers: ReadonlySet<string> = new Set([
  'keys',
  'values',
  'entries',
  'assign',
  'stringify',
  'getOwnPropertyNames',
  'getOwnPropertyDescriptors',
  'ownKeys',
  'structuredClone',
  'postMessage',
  'inspect',
  'console',
  'process',
  'require',
]);
const exporters: ReadonlySet<string> = new Set(['module', 'exports', 'globalThis', 'eval']);
/** What is asked whether a property is there. */
const presence: ReadonlySet<string> = new Set([
  'hasOwn',
  'hasOwnProperty',
  'propertyIsEnumerable',
  'getOwnPropertyDescriptor',
  'has',
]);

/** The keys of objects with these shapes, and of all that come of them, are listed by nobody. */
export function isOrderUnseen(
  program: AnalyzedProgram,
  evidence: HazardEvidence,
  shapes: readonly ShapeEvidence[],
): boolean {
  for (const listed of evidence.engine.shapes.values()) {
    if (!listed.keysWereListed || listed.number <= 0) continue;
    if (listed.isDictionary && listed.birth.position >= 0) return false;
    const keys = keysOf(listed);
    if (shapes.some((shape) => keysOf(shape).every((key, index) => keys[index] === key))) return false;
  }
  return !program.once(surroundings, evidence).mayBeListed;
}

/** Nobody asks whether an object has such a property, neither by listing nor by name, nor is one inherited. */
export function isPresenceUnseen(
  program: AnalyzedProgram,
  evidence: HazardEvidence,
  shapes: readonly ShapeEvidence[],
  keys: readonly string[],
): boolean {
  const { isAsked, members } = program.once(surroundings, evidence);
  return !isAsked && !keys.some((key) => members.has(key)) && isOrderUnseen(program, evidence, shapes);
}

interface Surroundings {
  readonly mayBeListed: boolean;
  readonly isAsked: boolean;
  /** Names of methods and accessors, and of what is put on a `prototype`. */
  readonly members: ReadonlySet<string>;
}

function surroundings(program: AnalyzedProgram, evidence: HazardEvidence): Surroundings {
  let mayBeListed = false;
  let isAsked = false;
  const members = new Set<string>();
  walk(program.root, (node, parents) => {
    if (node.type.startsWith('Export') || (node.type === 'Identifier' && exporters.has(node.name))) mayBeListed = true;
    if (lists(node) && timesRun(program, evidence, node.start) === 0) mayBeListed = true;
    if (node.type === 'BinaryExpression' && node.operator === 'in') isAsked = true;
    if (node.type === 'WithStatement') isAsked = true;
    const parent = parents.at(-1);
    const isName = parent?.type === 'MemberExpression' || parent?.type === 'Property';
    if (isName && node.type === 'Identifier' && presence.has(node.name)) isAsked = true;
    if (node.type === 'MethodDefinition' && node.key.type === 'Identifier') members.add(node.key.name);
    if (node.type === 'Property' && node.kind !== 'init' && node.key.type === 'Identifier') members.add(node.key.name);
    if (isOnPrototype(node, parent)) members.add((node as { property: { name: string } }).property.name);
  });
  return { mayBeListed, isAsked, members };
}

function lists(node: AnyNode): boolean {
  switch (node.type) {
    case 'ForInStatement':
      return true;
    case 'ObjectExpression':
    case 'ObjectPattern':
      return childrenOf(node).some(({ type }) => type === 'SpreadElement' || type === 'RestElement');
    case 'Identifier':
      return listers.has(node.name);
    case 'Literal':
      return typeof node.value === 'string' && listers.has(node.value);
    default:
      return false;
  }
}

/** The `m` of `F.prototype.m = …`. */
function isOnPrototype(node: AnyNode, parent: AnyNode | undefined): boolean {
  if (node.type !== 'MemberExpression' || node.property.type !== 'Identifier') return false;
  const { object } = node;
  if (parent?.type !== 'AssignmentExpression' || object.type !== 'MemberExpression') return false;
  return object.property.type === 'Identifier' && object.property.name === 'prototype';
}
