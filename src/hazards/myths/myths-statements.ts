/** Statements that were said to be slow: try, switch, debugger, let in loops, and a filter in for...in. */
import type { AnyNode } from '../../engine/index.ts';
import { isInLoop, tokenIn } from './myth.ts';
import type { Myth } from './myth.ts';

export const statementMyths: readonly Myth[] = [
  {
    id: 'try',
    types: ['TryStatement'],
    tokens(node, _parents, program) {
      if (node.type !== 'TryStatement') return [];
      const { block, handler, finalizer } = node;
      const beforeFinally = (handler ?? block).end;
      return [
        { start: node.start, end: node.start + 'try'.length },
        ...(handler ? [{ start: handler.start, end: handler.start + 'catch'.length }] : []),
        ...(finalizer ? tokenIn(program, 'finally', beforeFinally, finalizer.start) : []),
      ];
    },
    hover: () =>
      'Free: code in try, catch and finally is optimised as any other, since Node 8.3 (2017). Only an actual throw costs, 0.7 to 1.8 µs (Node 24).',
    proof: {
      definition:
        'function f(a) { let n = 0; try { n = a + 1; } catch (error) { n = -1; } finally { n++; } return n; }',
      call: 'f(1)',
    },
  },
  {
    id: 'switch',
    types: ['SwitchStatement'],
    tokens: (node) =>
      node.type === 'SwitchStatement' && node.cases.length >= manyCases
        ? [{ start: node.start, end: node.start + 'switch'.length }]
        : [],
    hover: () =>
      'Free: a switch may have as many cases as it takes, the function is optimised, since Node 8.3 (2017; before, 128 were too many). Over whole numbers it is a jump by a table.',
    proof: {
      definition: `function f(a) { switch (a & 255) { ${Array.from({ length: 200 }, (_, i) => `case ${i}: return ${(i * 7) % 31};`).join(' ')} } return 0; }`,
      call: 'f(199)',
    },
  },
  {
    id: 'debugger',
    types: ['DebuggerStatement'],
    tokens: ({ start }) => [{ start, end: start + 'debugger'.length }],
    hover: () =>
      'Free while nobody debugs: a function with debugger in it is optimised as any other, since Node 8.3 (2017). It is still better not shipped.',
    proof: { definition: 'function f(a) { debugger; return a + 1; }', call: 'f(1)' },
  },
  {
    id: 'let-in-loop',
    types: ['VariableDeclaration'],
    tokens: (node, parents) =>
      node.type === 'VariableDeclaration' && isOfBlock(node.kind) && isInLoop(parents)
        ? [{ start: node.start, end: node.start + node.kind.length }]
        : [],
    hover: (node) =>
      `Free: ${node.type === 'VariableDeclaration' ? node.kind : 'let'} in a loop costs what var costs, since Node 8.3 (2017). Each round has a variable of its own, but it is made on the heap only where a closure keeps it.`,
    proof: {
      definition:
        'function f(list) { let total = 0; for (let i = 0; i < list.length; i++) { const n = list[i]; let m = n; total += m; } return total; }',
      call: 'f([1, 2, 3])',
    },
  },
  {
    id: 'own-filter',
    types: ['CallExpression'],
    tokens(node, parents) {
      if (node.type !== 'CallExpression' || !isHasOwnProperty(node.callee)) return [];
      const loop = parents.findLast(({ type }) => type === 'ForInStatement' || /^(Function|Arrow)/.test(type));
      const name = loop?.type === 'ForInStatement' ? nameIn(node.callee) : undefined;
      return name === undefined ? [] : [{ start: name.start, end: name.end }];
    },
    hover: () =>
      'Free: V8 leaves this filter out where the keys come from the enum cache of the same object (1.0 to 1.15×, Node 20 to 26). Object.hasOwn is not left out.',
    proof: {
      definition:
        'function f(o) { let n = 0; for (const k in o) { if (Object.prototype.hasOwnProperty.call(o, k)) n += o[k]; if (o.hasOwnProperty(k)) n += o[k]; } return n; }',
      call: 'f({ a: 1, b: 2 })',
    },
  },
];

/** From here on people begin to count. */
const manyCases = 8;

function isOfBlock(kind: string): boolean {
  return kind === 'let' || kind === 'const';
}

/** `o.hasOwnProperty`, `Object.prototype.hasOwnProperty.call`, `{}.hasOwnProperty.call`. */
function isHasOwnProperty(callee: AnyNode): boolean {
  return nameIn(callee) !== undefined;
}

function nameIn(callee: AnyNode): AnyNode | undefined {
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return undefined;
  if (callee.property.name === 'hasOwnProperty') return callee.property;
  return callee.property.name === 'call' ? nameIn(callee.object) : undefined;
}
