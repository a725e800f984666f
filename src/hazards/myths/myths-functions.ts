/** Functions that were said to be slow: generators, async, long ones, closures in loops, getters, rest and spread. */
import type { AnyNode } from '../../engine/index.ts';
import type { AnalyzedProgram } from '../analyzed-program.ts';
import { grouped } from '../hover-text.ts';
import { isInLoop, tokenIn } from './myth.ts';
import type { Myth, Token } from './myth.ts';

const functionTypes = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'] as const;

export const functionMyths: readonly Myth[] = [
  {
    id: 'generator',
    types: functionTypes,
    tokens: (node, parents, program) =>
      'generator' in node && node.generator === true ? tokenIn(program, '*', ...headOf(node, parents)) : [],
    hover: () =>
      'Free: generators are optimised as other functions are, since Node 8.3 (2017). What they cost is the object that each call makes.',
    proof: {
      definition:
        'function* g() { yield 1; yield 2; } function f() { let n = 0; for (const v of g()) n += v; return n; }',
      call: 'f()',
    },
  },
  {
    id: 'async',
    types: functionTypes,
    tokens: (node, parents, program) =>
      'async' in node && node.async === true ? tokenIn(program, 'async', ...headOf(node, parents)) : [],
    hover: () =>
      'Free: async functions are optimised as other functions are, since Node 8.3 (2017). What they cost is a promise for each call and a microtask for each await.',
    proof: { definition: 'async function f(a) { return (await a) + 1; }', call: 'f(1)' },
  },
  {
    id: 'long-function',
    types: functionTypes,
    tokens(node, parents) {
      if (node.end - node.start <= longFrom) return [];
      const name = nameOf(node, parents);
      return name === undefined ? [] : [{ start: name.start, end: name.end }];
    },
    hover(node, evidence) {
      const bytes = evidence?.engine.functions.find(({ end }) => end === node.end)?.bytes ?? 0;
      const own = bytes > 0 ? `: this function has ${grouped(bytes)}` : '';
      return `Free: long text and comments cost nothing, V8 counts bytes of bytecode${own}. Up to 460 may be inlined, up to 61,440 optimised by TurboFan (Node 24).`;
    },
    proof: {
      definition: `function f(a) { ${'/* a comment of some length that no longer counts */'.repeat(40)} let n = a; ${'n = (n * 3 + 1) & 1023; '.repeat(100)} return n; }`,
      call: 'f(1)',
    },
  },
  {
    id: 'closure-in-loop',
    types: functionTypes,
    tokens(node, parents, program) {
      if (!isInLoop(parents)) return [];
      if (node.type === 'ArrowFunctionExpression') return arrowOf(node, program);
      return node.type === 'FunctionExpression' ? tokenIn(program, 'function', node.start, node.body.start) : [];
    },
    hover: () =>
      'Free for the optimiser: the closures of all rounds share their code and what it has learned. A round costs one small object at most (Node 24).',
    proof: {
      definition:
        'function f(list) { let n = 0; for (let i = 0; i < list.length; i++) { const add = (m) => m + i; n += add(list[i]); } return n; }',
      call: 'f([1, 2, 3])',
    },
  },
  {
    id: 'getter',
    types: ['MethodDefinition'],
    tokens: (node, _parents, program) =>
      node.type === 'MethodDefinition' && node.kind === 'get'
        ? tokenIn(program, 'get', node.start, node.key.start)
        : [],
    hover: () =>
      'Free: the getter of a class is inlined as a method is; reading by it costs what the field costs (Node 24).',
    proof: {
      definition:
        'class Point { constructor(x) { this.x = x; } get double() { return this.x * 2; } } const point = new Point(1); function f() { return point.double + point.double; }',
      call: 'f()',
    },
  },
  {
    id: 'rest',
    types: ['RestElement'],
    tokens(node, parents) {
      const parent = parents.at(-1);
      const isParameter = parent !== undefined && 'params' in parent && (parent.params as AnyNode[]).includes(node);
      return isParameter ? [dotsOf(node)] : [];
    },
    hover: () =>
      'Free: a rest parameter is an array from the start, and where it does not leave the function optimised code does not even make it (Node 24).',
    proof: {
      definition:
        'function sum(...list) { let n = 0; for (let i = 0; i < list.length; i++) n += list[i]; return n; } function f(a) { return sum(a, 2, 3); }',
      call: 'f(1)',
    },
  },
  {
    id: 'spread',
    types: ['SpreadElement'],
    tokens(node, parents) {
      const parent = parents.at(-1);
      const isCall = parent?.type === 'CallExpression' || parent?.type === 'NewExpression';
      return isCall && node.type === 'SpreadElement' && !isArguments(node.argument) ? [dotsOf(node)] : [];
    },
    hover: () =>
      'Free: a call with spread is optimised, as apply is. Over an array no iterator runs, as long as nobody has changed how arrays are iterated (Node 24).',
    proof: {
      definition: 'function add(a, b) { return a + b; } function f(list) { return add(...list) + Math.max(...list); }',
      call: 'f([1, 2])',
    },
  },
];

/** Characters: V8 once counted those up to which a function was inlined, comments included. */
const longFrom = 600;

/** Where the words stand that make a function async or a generator: before its name, or before the name of the method. */
function headOf(node: AnyNode, parents: readonly AnyNode[]): [number, number] {
  const parent = parents.at(-1);
  const isMethod =
    parent !== undefined &&
    (parent.type === 'MethodDefinition' || (parent.type === 'Property' && parent.method)) &&
    parent.value === node;
  if (isMethod) return [parent.start, parent.key.start];
  const name = 'id' in node ? node.id : undefined;
  const first = 'params' in node ? (node.params as AnyNode[])[0] : undefined;
  const body = 'body' in node ? (node.body as AnyNode).start : node.end;
  return [node.start, name?.start ?? first?.start ?? body];
}

function nameOf(node: AnyNode, parents: readonly AnyNode[]): AnyNode | undefined {
  if ('id' in node && node.id) return node.id;
  const parent = parents.at(-1);
  if (parent?.type === 'MethodDefinition' || parent?.type === 'Property')
    return parent.value === node ? parent.key : undefined;
  return parent?.type === 'VariableDeclarator' && parent.init === node ? parent.id : undefined;
}

function arrowOf(
  { params, body, start }: Extract<AnyNode, { type: 'ArrowFunctionExpression' }>,
  program: AnalyzedProgram,
): readonly Token[] {
  return tokenIn(program, '=>', params.at(-1)?.end ?? start, body.start);
}

function dotsOf({ start }: AnyNode): Token {
  return { start, end: start + '...'.length };
}

function isArguments(node: AnyNode): boolean {
  return node.type === 'Identifier' && node.name === 'arguments';
}
