/** What the code is at the places that the evidence names. */
import { type AnyNode, walk } from '../../engine/index.ts';
import type { AnalyzedProgram, NodeOf } from '../analyzed-program.ts';
import { endOfToken } from '../shape-table.ts';

const branching: ReadonlySet<string> = new Set([
  'IfStatement',
  'ConditionalExpression',
  'LogicalExpression',
  'SwitchStatement',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'WhileStatement',
  'TryStatement',
]);

/** The code at the offset runs on some paths only through the function whose text ends there. */
export function isConditional(program: AnalyzedProgram, offset: number, functionEnd: number): boolean {
  const path = program.pathAt(offset);
  const code = path.findLastIndex((node) => isCode(node) && node.end === functionEnd);
  return path.slice(code + 1).some(({ type }) => branching.has(type));
}

/** Where the texts of class constructors end; of a class without one, and for its fields, the class. */
export function classConstructors(program: AnalyzedProgram): ReadonlySet<number> {
  const ends = new Set<number>();
  walk(program.root, (node) => {
    if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') ends.add(node.end);
    if (node.type === 'MethodDefinition' && node.kind === 'constructor') ends.add(node.value.end);
  });
  return ends;
}

/** Of a store, whose position is its sign, the name of the property or the bracket; of anything else what begins there. */
export function tokenAt(program: AnalyzedProgram, offset: number): { readonly start: number; readonly end: number } {
  const target = storeTargetAt(program, offset);
  if (target?.computed === true) {
    const bracket = program.source.indexOf('[', target.object.end);
    return { start: bracket, end: bracket + 1 };
  }
  if (target !== undefined) return { start: target.property.start, end: target.property.end };
  return { start: offset, end: endOfToken(program, offset) };
}

/** What is assigned to where the assignment's sign, or its target, is at the offset. */
export function storeTargetAt(program: AnalyzedProgram, offset: number): NodeOf<'MemberExpression'> | undefined {
  const store = program.pathAt(offset).findLast((node) => node.type === 'AssignmentExpression');
  if (store?.type !== 'AssignmentExpression' || offset >= store.right.start) return undefined;
  return store.left.type === 'MemberExpression' ? store.left : undefined;
}

/** The call around the offset whose name stands there: of `Object.assign(a, b)` that of `assign`. */
export function callAt(program: AnalyzedProgram, offset: number): NodeOf<'CallExpression'> | undefined {
  const path = program.pathAt(offset);
  return path.findLast((node): node is NodeOf<'CallExpression'> => node.type === 'CallExpression');
}

/** `Object.setPrototypeOf(…)`, `Reflect.setPrototypeOf(…)` or `object.__proto__ = …`. */
export function isPrototypeCall(program: AnalyzedProgram, offset: number): boolean {
  return offset >= 0 && /^(setPrototypeOf|__proto__)$/.test(program.textOf(tokenAt(program, offset)));
}

export function isCode({ type }: AnyNode): boolean {
  return type === 'Program' || /^(Function|Arrow)/.test(type);
}
