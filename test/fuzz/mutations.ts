/**
 * Programs of test/oracle/programs with random changes: parts left out, doubled, exchanged or moved, other operators, odd
 * values, other methods, and statements wrapped in functions of all kinds.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Node } from 'acorn';
import { full } from 'acorn-walk';
import { Choices } from './choices.ts';
import { assignment, methods, moreBinary, oddValues } from './mutation-words.ts';
import { type AnyNode, treeOf } from './syntax-tree.ts';

const folder = path.join(import.meta.dirname, '..', 'oracle', 'programs');
/** What differs between two runs of Node: clocks, randomness, the collector, the depth of the stack. */
const unsteady =
  /Date\.now|performance\b|Math\.random|\bDate\s*(?!\(\s*[\w'"`-]|\.(UTC|parse|prototype)|;|\))|hrtime|memoryUsage|console\.time|WeakRef|FinalizationRegistry|\bgc\b|process\.(pid|uptime|cwd|cpuUsage|argv|env)|__filename|__dirname|console\.(trace|table)|depth|recursion|\.stack\b[^;\n]*(split|length|match)|stdout|console(?!\s*\??\.\s*\w)|Date\(\.\.\./i;

interface Seed {
  readonly name: string;
  readonly source: string;
}

const seeds: readonly Seed[] = readdirSync(folder)
  .filter((name) => name.endsWith('.js'))
  .sort()
  .map((name) => ({ name, source: readFileSync(path.join(folder, name), 'utf8') }))
  .filter(({ name, source }) => !unsteady.test(source) && !unsteady.test(name) && treeOf(source) !== undefined);

/** Programs about modules of Node and interfaces of the web platform, rather than the language and the event loop. */
const ofInterfaces =
  /^(?:abort|blob|broadcast|buffer|crypto|event|fetch|message|node|performance|storage|url|web|worker)/;
const usesInterfaces =
  /\b(?:BroadcastChannel|MessageChannel|worker_threads|EventTarget|AbortController|AbortSignal)\b|process\.set|createServer/;
const pools = Object.groupBy(seeds, ({ name, source }) =>
  ofInterfaces.test(name) || usesInterfaces.test(source) ? 'interfaces' : 'language',
);

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function mutatedProgram(seed: number): string {
  return mutationOf('language', seed);
}

/** A change of a program about the host's interfaces: what they say about odd arguments. */
export function mutatedInterfaceProgram(seed: number): string {
  return mutationOf('interfaces', seed);
}

function mutationOf(pool: keyof typeof pools, seed: number): string {
  const choices = new Choices(seed);
  let { source } = original(pools[pool] ?? [], seed);
  for (let count = 1 + choices.below(4); count > 0; count--) source = mutate(source, choices);
  if (choices.chance(60)) source = guarded(source);
  return source;
}

/** The program whose name weighs most for this number: another file in the folder changes few of the choices. */
function original(pool: readonly Seed[], seed: number): Seed {
  const weigh = ({ name }: Seed): number =>
    Array.from(name).reduce(
      (sum, character) => Math.imul(sum ^ character.charCodeAt(0), 0x01000193),
      seed ^ 0x811c9dc5,
    ) >>> 0;
  return pool.reduce((best, each) => (weigh(each) > weigh(best) ? each : best));
}

/** Uncaught errors are worth a look, but not in most programs: each costs a process of its own. */
function guarded(source: string): string {
  const tree = treeOf(source)!;
  const parts = bodyOf(tree).map((node) => {
    const text = source.slice(node.start, node.end);
    if (node.type !== 'ExpressionStatement' || 'directive' in node) return text;
    return `try { ${text} } catch (error) { console.log('caught', error); }`;
  });
  return `${parts.join('\n')}\n`;
}

function mutate(source: string, choices: Choices): string {
  const tree = treeOf(source);
  if (tree === undefined) return source;
  const nodes: AnyNode[] = [];
  full(tree, (node) => {
    nodes.push(node as AnyNode);
  });
  for (let attempt = 0; attempt < 20; attempt++) {
    const edits = change(choices.pick(nodes), nodes, source, choices);
    if (edits === undefined) continue;
    const changed = applied(source, edits);
    if (changed !== source && changed.length < 20_000 && treeOf(changed) !== undefined && !unsteady.test(changed))
      return changed;
  }
  return source;
}

function change(node: AnyNode, nodes: readonly AnyNode[], source: string, choices: Choices): Edit[] | undefined {
  const text = (part: Node): string => source.slice(part.start, part.end);
  const replace = (by: string): Edit[] => [{ start: node.start, end: node.end, text: by }];
  const exchange = (first: Node, second: Node): Edit[] | undefined =>
    first.end <= second.start || second.end <= first.start
      ? [
          { start: first.start, end: first.end, text: text(second) },
          { start: second.start, end: second.end, text: text(first) },
        ]
      : undefined;
  const other = (wanted: (candidate: AnyNode) => boolean): AnyNode | undefined => {
    const candidates = nodes.filter((candidate) => candidate !== node && wanted(candidate));
    return candidates.length === 0 ? undefined : choices.pick(candidates);
  };
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'AssignmentExpression': {
      const [left, right] = [node['left'] as Node, node['right'] as Node];
      if (node.type === 'BinaryExpression' && choices.chance(35)) return exchange(left, right);
      const operator = choices.pick(
        node.type === 'BinaryExpression'
          ? moreBinary
          : node.type === 'LogicalExpression'
            ? ['&&', '||', '??']
            : assignment,
      );
      return [
        {
          start: left.end,
          end: right.start,
          text: operatorBetween(source.slice(left.end, right.start), String(node['operator']), operator),
        },
      ];
    }
    case 'Literal':
    case 'TemplateLiteral':
      return replace(`(${choices.pick(oddValues)})`);
    case 'UnaryExpression':
      return [
        {
          start: node.start,
          end: (node['argument'] as Node).start,
          text: `${choices.pick(['!', '-', '+', '~', 'typeof', 'void', 'delete'])} `,
        },
      ];
    case 'UpdateExpression':
      return replace(text(node).replace(/\+\+|--/, (found) => (found === '++' ? '--' : '++')));
    case 'Identifier': {
      const found = other((candidate) => candidate.type === 'Identifier');
      return found === undefined ? undefined : replace(text(found));
    }
    case 'MemberExpression': {
      const property = node['property'] as AnyNode;
      if (choices.chance(15))
        return [{ start: (node['object'] as Node).end, end: (node['object'] as Node).end, text: '?.' }];
      if (node['computed'] === true || property.type !== 'Identifier') return undefined;
      return [{ start: property.start, end: property.end, text: choices.pick(methods) }];
    }
    case 'CallExpression':
    case 'NewExpression':
      return changeCall(node, text, choices);
    case 'ArrayExpression':
    case 'ArrayPattern':
    case 'ObjectExpression':
    case 'ObjectPattern': {
      const parts = (node['elements'] ?? node['properties']) as (Node | null)[];
      const present = parts.filter((part) => part !== null);
      if (present.length < 2) return replace(`(${choices.pick(oddValues)})`);
      if (choices.chance(50)) return exchange(choices.pick(present), choices.pick(present));
      const part = choices.pick(present);
      return [{ start: part.start, end: part.end, text: `${text(part)}, ${text(choices.pick(present))}` }];
    }
    case 'ConditionalExpression':
      return exchange(node['consequent'] as Node, node['alternate'] as Node);
    case 'YieldExpression':
    case 'AwaitExpression': {
      const argument = node['argument'] as Node | null;
      return replace(argument === null ? '1' : text(argument));
    }
    case 'VariableDeclaration':
      if (choices.chance(50)) return replace(text(node).replace(/^\w+/, choices.pick(['var', 'let', 'const'])));
      break;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return changeFunction(node, text(node), choices, replace);
    default:
  }
  if (/Statement$|Declaration$/.test(node.type)) return changeStatement(node, source, choices, exchange, other);
  if (node.type.endsWith('Expression')) {
    const found = other((candidate) => /Expression$|Literal$|^Identifier$/.test(candidate.type));
    return found === undefined ? undefined : replace(`(${text(found)})`);
  }
  return undefined;
}

function changeCall(node: AnyNode, text: (part: Node) => string, choices: Choices): Edit[] {
  const given = node['arguments'] as Node[];
  const callee = text(node['callee'] as Node);
  const list = given.map(text);
  const argumentList = choices.weighted<string[]>([
    [2, () => [...list, choices.pick(oddValues)]],
    [2, () => list.slice(0, -1)],
    [2, () => list.toReversed()],
    [list.length > 0 ? 3 : 0, () => list.with(choices.below(list.length), `(${choices.pick(oddValues)})`)],
    [1, () => list.map((each) => (each.startsWith('...') ? each : `...${each}`))],
    [1, () => list],
  ]);
  const start = choices.weighted<string>([
    [8, () => (node.type === 'NewExpression' ? `new ${callee}(` : `${callee}(`)],
    [1, () => (node.type === 'NewExpression' ? `${callee}(` : `new (${callee})(`)],
    [1, () => `(${callee})?.(`],
  ]);
  return [{ start: node.start, end: node.end, text: `${start}${argumentList.join(', ')})` }];
}

function changeFunction(node: AnyNode, text: string, choices: Choices, replace: (by: string) => Edit[]): Edit[] {
  if (node.type === 'MethodDefinition' || node.type === 'PropertyDefinition') {
    return choices.weighted<Edit[]>([
      [2, () => replace(text.startsWith('static ') ? text.slice(7) : `static ${text}`)],
      [1, () => replace('')],
      [1, () => replace(`${text} ${text}`)],
      [1, () => replace(text.replace(/^(get|set|async|\*) ?/, ''))],
      [1, () => replace(`${choices.pick(['get ', 'set ', 'async ', '*', 'async *'])}${text}`)],
    ]);
  }
  if (node.type === 'ArrowFunctionExpression') {
    return replace(text.startsWith('async') ? text.replace(/^async\s*/, '') : `async ${text}`);
  }
  return choices.weighted<Edit[]>([
    [
      2,
      () =>
        replace(
          text.replace(
            /^(async\s+)?function\s*\*?/,
            `${choices.pick(['', 'async '])}function${choices.pick(['', '*'])}`,
          ),
        ),
    ],
    [1, () => replace(text.replace('{', "{ 'use strict';"))],
  ]);
}

function changeStatement(
  node: AnyNode,
  source: string,
  choices: Choices,
  exchange: (first: Node, second: Node) => Edit[] | undefined,
  other: (wanted: (candidate: AnyNode) => boolean) => AnyNode | undefined,
): Edit[] | undefined {
  const text = source.slice(node.start, node.end);
  const replace = (by: string): Edit[] => [{ start: node.start, end: node.end, text: by }];
  const isStatement = (candidate: AnyNode): boolean => candidate.type.endsWith('Statement');
  return choices.weighted<Edit[] | undefined>([
    [2, () => replace(';')],
    [2, () => replace(`${text}\n${text}`)],
    [2, () => replace(`try { ${text} } catch (error) { console.log('mutation', error); }`)],
    [1, () => replace(`try { ${text} } finally { console.log('finally'); }`)],
    [1, () => replace(`{ ${text} }`)],
    [1, () => replace(`(function () { ${text} })();`)],
    [1, () => replace(`(() => { 'use strict'; ${text} })();`)],
    [
      1,
      () =>
        replace(
          `(async () => { ${text} })().then((value) => console.log(value), (error) => console.log('rejected', error));`,
        ),
    ],
    [1, () => replace(`for (const each of (function* () { ${text} yield 1; })()) { console.log(each); }`)],
    [1, () => replace(`queueMicrotask(() => { ${text} });`)],
    [1, () => replace(`process.nextTick(() => { ${text} });`)],
    [
      1,
      () =>
        replace(
          `label: for (let turn = 0; turn < 2; turn++) { ${text} ${choices.pick(['break label;', 'continue label;', ''])} }`,
        ),
    ],
    [1, () => replace(`switch (1) { default: ${text} }`)],
    [1, () => replace(`with ({ length: 1, name: 'with' }) { ${text} }`)],
    [1, () => replace(`eval(${JSON.stringify(text)});`)],
    [
      3,
      () => {
        const found = other(isStatement);
        return found === undefined ? undefined : exchange(node, found);
      },
    ],
    [
      2,
      () => {
        const found = other(isStatement);
        return found === undefined || found.end - found.start > 2_000
          ? undefined
          : replace(`${text}\n${source.slice(found.start, found.end)}`);
      },
    ],
  ]);
}

/** Comments and parentheses between the operands stay. */
function operatorBetween(between: string, old: string, wanted: string): string {
  const at = between.indexOf(old);
  const isWord = /^[a-z]/.test(wanted);
  return `${between.slice(0, at)}${isWord ? ` ${wanted} ` : wanted}${between.slice(at + old.length)}`;
}

function applied(source: string, edits: readonly Edit[]): string {
  let result = source;
  for (const { start, end, text } of edits.toSorted((first, second) => second.start - first.start)) {
    result = result.slice(0, start) + text + result.slice(end);
  }
  return result;
}

function bodyOf(tree: AnyNode): readonly AnyNode[] {
  return tree['body'] as AnyNode[];
}
