/**
 * A rest parameter in the place of arguments, where the function does the same with it for certain: every use of arguments in
 * it must be one that the rest parameter answers alike. Beyond the named parameters the two hold the same values; below them
 * arguments[i] is the parameter, as long as nobody assigns to that.
 */
import { walk } from '../../engine/index.ts';
import type { AnyNode } from '../../engine/index.ts';
import type { Fix, TextEdit } from '../../protocol/findings.ts';
import { functionAround, isGlobal, variableOf } from '../analyzed-program.ts';
import type { AnalyzedProgram, CodeNode, NodeOf, Occurrence } from '../analyzed-program.ts';

export function fixByRestParameter(program: AnalyzedProgram, code: CodeNode): readonly Fix[] {
  if (code.type === 'Program' || !mayHaveRest(program, code)) return [];
  const name = unusedName(program.textOf(code));
  const insertion = name === undefined ? undefined : parameterEdit(program, code, name);
  if (name === undefined || insertion === undefined) return [];
  const uses = program.all('Identifier').filter((occurrence) => {
    const variable = variableOf(occurrence.node);
    return functionAround(occurrence) === code && variable === variable?.scope.argumentsVariable;
  });
  const changes = uses.map((use) => editOfUse(program, code, use, name, uses.length === 1));
  const edits = changes.filter((change) => change !== undefined);
  if (edits.length < uses.length) return [];
  return [{ title: 'Take them as a rest parameter', edits: [insertion, ...edits] }];
}

type FunctionNode = Exclude<CodeNode, NodeOf<'Program'>>;

/** Not a setter, no directive (with a rest parameter there may be none), nothing that could name arguments unseen. */
function mayHaveRest(program: AnalyzedProgram, code: FunctionNode): boolean {
  const names = code.params.map((parameter) => (parameter.type === 'Identifier' ? parameter.name : ''));
  if (names.includes('') || names.includes('arguments') || new Set(names).size < names.length) return false;
  if (code.body.type !== 'BlockStatement' || code.body.body.some((each) => 'directive' in each && each.directive))
    return false;
  const parent = program.pathAt(code.start).findLast((node) => node !== code && node.end >= code.end);
  if (parent !== undefined && 'kind' in parent && (parent.kind === 'set' || parent.kind === 'get')) return false;
  let mayNameIt = false;
  walk(code, (node) => {
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'eval')
      mayNameIt = true;
    if (node.type === 'WithStatement') mayNameIt = true;
  });
  return !mayNameIt;
}

function unusedName(text: string): string | undefined {
  return ['rest', 'items', 'values', 'given', 'others'].find((name) => !new RegExp(`\\b${name}\\b`).test(text));
}

function parameterEdit({ source }: AnalyzedProgram, code: FunctionNode, name: string): TextEdit | undefined {
  const last = code.params.at(-1);
  const from = last?.end ?? code.id?.end ?? code.start;
  const before = last === undefined ? /^(?:async\b)?\s*(?:function\b)?\s*\*?\s*\(\s*(?=\))/ : /^(?=\s*\))/;
  const match = before.exec(source.slice(from, from + 200));
  if (match === null) return undefined;
  const at = from + match[0].length;
  return { start: at, end: at, text: `${last === undefined ? '' : ', '}...${name}` };
}

/** The change at one use, or undefined where nothing certain can be said. */
function editOfUse(
  program: AnalyzedProgram,
  code: FunctionNode,
  { node, parents }: Occurrence<NodeOf<'Identifier'>>,
  name: string,
  isOnly: boolean,
): TextEdit | undefined {
  // The copy may be the rest parameter itself only where nobody else could see what becomes of it.
  const isOnce = isOnly && runsOnce(parents, code);
  const parent = parents.at(-1)!;
  const outer = parents.at(-2)!;
  const named = code.params.length;
  const replace = ({ start, end }: AnyNode, text: string): TextEdit => ({ start, end, text });
  switch (parent.type) {
    case 'MemberExpression': {
      if (parent.object !== node || !isRead(parent, outer)) return undefined;
      if (!parent.computed) {
        const isLength = parent.property.type === 'Identifier' && parent.property.name === 'length';
        return isLength && named === 0 ? replace(node, name) : undefined;
      }
      const index = indexOf(parent.property);
      if (index === undefined) {
        return named === 0 && isCounter(program, parent.property, parents) ? replace(node, name) : undefined;
      }
      if (index >= named) return replace(parent, `${name}[${index - named}]`);
      const parameter = code.params[index] as NodeOf<'Identifier'>;
      return assignmentsTo(program, parameter, code).length === 0 ? replace(parent, parameter.name) : undefined;
    }
    case 'SpreadElement': {
      if (named > 0) return undefined;
      const isWhole = outer.type === 'ArrayExpression' && outer.elements.length === 1;
      return isWhole && isOnce ? replace(outer, name) : replace(node, name);
    }
    case 'ForOfStatement':
      return named === 0 && parent.right === node ? replace(node, name) : undefined;
    case 'VariableDeclarator':
      return named === 0 && parent.id.type === 'ArrayPattern' ? replace(node, name) : undefined;
    case 'CallExpression':
      return callEdit(program, parent, node, named, name, isOnce);
    default:
      return undefined;
  }
}

/** `Array.from(arguments)`, `Array.prototype.slice.call(arguments, 1)`, `f.apply(this, arguments)`. */
function callEdit(
  program: AnalyzedProgram,
  { callee, arguments: given, start, end, optional }: NodeOf<'CallExpression'>,
  node: AnyNode,
  named: number,
  name: string,
  isOnce: boolean,
): TextEdit | undefined {
  if (callee.type !== 'MemberExpression' || callee.computed || optional || callee.optional) return undefined;
  if (callee.property.type !== 'Identifier') return undefined;
  const { object } = callee;
  switch (callee.property.name) {
    case 'from': {
      if (object.type !== 'Identifier' || object.name !== 'Array' || !isGlobal(object)) return undefined;
      if (given.length !== 1 || named > 0) return undefined;
      return { start, end, text: isOnce ? name : `${name}.slice()` };
    }
    case 'call': {
      if (given[0] !== node || given.length > 2 || !isArraySlice(program.knownValue(object))) return undefined;
      const from = given.length === 1 ? 0 : indexOf(given[1]!);
      if (from === undefined || from < named) return undefined;
      const rest = from - named;
      return { start, end, text: rest === 0 && isOnce ? name : `${name}.slice(${rest === 0 ? '' : rest})` };
    }
    case 'apply':
      return named === 0 && given[1] === node ? { start: node.start, end: node.end, text: name } : undefined;
    default:
      return undefined;
  }
}

/** `Array.prototype.slice` or `[].slice`. */
function isArraySlice(value: AnyNode | undefined): boolean {
  if (value?.type !== 'MemberExpression' || value.computed || value.property.type !== 'Identifier') return false;
  if (value.property.name !== 'slice') return false;
  const { object } = value;
  if (object.type === 'ArrayExpression') return object.elements.length === 0;
  return (
    object.type === 'MemberExpression' &&
    !object.computed &&
    object.property.type === 'Identifier' &&
    object.property.name === 'prototype' &&
    object.object.type === 'Identifier' &&
    object.object.name === 'Array' &&
    isGlobal(object.object)
  );
}

function isRead(member: AnyNode, outer: AnyNode): boolean {
  switch (outer.type) {
    case 'AssignmentExpression':
      return outer.left !== member;
    case 'UnaryExpression':
      return outer.operator !== 'delete';
    case 'CallExpression':
    case 'TaggedTemplateExpression':
      // Its receiver would be another.
      return !('callee' in outer && outer.callee === member) && outer.type === 'CallExpression';
    case 'UpdateExpression':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'ArrayPattern':
    case 'AssignmentPattern':
    case 'RestElement':
    case 'Property':
      return false;
    default:
      return true;
  }
}

function indexOf(node: AnyNode): number | undefined {
  if (node.type !== 'Literal' || typeof node.value !== 'number') return undefined;
  return Number.isInteger(node.value) && node.value >= 0 ? node.value : undefined;
}

/** The counter of a for loop around, that begins with a number and is only counted up. */
function isCounter(program: AnalyzedProgram, index: AnyNode, parents: readonly AnyNode[]): boolean {
  if (index.type !== 'Identifier') return false;
  return parents.some((loop) => {
    if (loop.type !== 'ForStatement' || loop.init?.type !== 'VariableDeclaration' || loop.init.kind !== 'let')
      return false;
    const declared = loop.init.declarations.find(({ id }) => id.type === 'Identifier' && id.name === index.name);
    if (declared?.init == null || indexOf(declared.init) === undefined) return false;
    return assignmentsTo(program, index, loop).every(
      (node) => node === declared || (node === loop.update && 'operator' in node && node.operator === '++'),
    );
  });
}

/** By the name alone: declarations of it inside count, too. */
function assignmentsTo(program: AnalyzedProgram, { name }: NodeOf<'Identifier'>, loop: AnyNode): AnyNode[] {
  const assignments: AnyNode[] = [];
  const isNamed = (node: AnyNode | null | undefined): boolean =>
    node != null &&
    program
      .textOf(node)
      .split(/[^\p{ID_Continue}$]+/u)
      .includes(name);
  const declares = (node: AnyNode): boolean =>
    ('id' in node && isNamed(node.id)) ||
    ('params' in node && node.params.some((each) => isNamed(each as AnyNode))) ||
    ('param' in node && isNamed(node.param as AnyNode));
  walk(loop, (node) => {
    if (node.type === 'UpdateExpression' && program.textOf(node.argument) === name) assignments.push(node);
    if (node.type === 'AssignmentExpression' && isNamed(node.left)) assignments.push(node);
    if ((node.type === 'ForInStatement' || node.type === 'ForOfStatement') && program.textOf(node.left) === name)
      assignments.push(node);
    if (node !== loop && /^(VariableDeclarator|Function|Class|CatchClause|Arrow)/.test(node.type) && declares(node))
      assignments.push(node);
  });
  return assignments;
}

/** Not in a loop and not in an arrow function: made once for each call. */
function runsOnce(parents: readonly AnyNode[], code: CodeNode): boolean {
  const inside = parents.slice(parents.indexOf(code) + 1);
  return !inside.some(({ type }) => /^(For|While|DoWhile)|^ArrowFunction|^LabeledStatement/.test(type));
}
