/**
 * The names that a CommonJS file exports, as its text shows them, so that `import` can name them.
 * Node: cjs-module-lexer (cjsPreparseModuleExports in lib/internal/modules/esm/translators.js).
 *
 * Simplified: read off the syntax tree instead of the tokens; the forms are the lexer's: `exports.a =`,
 * `module.exports.a =`, `exports['a'] =`, `Object.defineProperty(exports, 'a', …)`, `module.exports = { a, b: c }`,
 * `module.exports = require('./x')` and the `__exportStar(require('./x'))` of compilers.
 */
import { type AnyNode, sourceLanguageOf, walk } from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { parseFile } from './module-format.ts';
import { resolveCommonJs } from './resolve-commonjs.ts';
import { ResolutionError } from './resolution-error.ts';
import { stopForFiles } from './file-requests.ts';

export function commonJsExportNames(host: Host, path: string, visited: Set<string> = new Set()): Set<string> {
  const names = new Set<string>();
  if (visited.has(path)) return names;
  visited.add(path);
  const text = host.files.text(path)?.replace(/^\uFEFF/, '') ?? '';
  stopForFiles(host);
  const program = parseFile(text, 'commonjs', sourceLanguageOf(path));
  if (program === undefined) return names;
  const found = findExports(program, text);
  for (const name of found.names) names.add(name);
  for (const request of found.reexports) {
    const target = tryResolve(host, request, path);
    if (target !== undefined) for (const name of commonJsExportNames(host, target, visited)) names.add(name);
  }
  return names;
}

function tryResolve(host: Host, request: string, path: string): string | undefined {
  try {
    const target = resolveCommonJs(host.files, request, path, []);
    stopForFiles(host);
    return target.kind === 'file' && /\.(c?js)$/.test(target.path) ? target.path : undefined;
  } catch (error) {
    if (!(error instanceof ResolutionError)) throw error;
    stopForFiles(host);
    return undefined;
  }
}

interface FoundExports {
  readonly names: Set<string>;
  reexports: string[];
}

function findExports(program: AnyNode, text: string): FoundExports {
  const found: FoundExports = { names: new Set(), reexports: [] };
  walk(program, (node) => {
    if (node.type === 'AssignmentExpression' && node.operator === '=')
      noteAssignment(node.left, node.right, text, found);
    else if (node.type === 'CallExpression') noteCall(node.callee, node.arguments, found);
    return undefined;
  });
  return found;
}

function noteAssignment(left: AnyNode, right: AnyNode, text: string, found: FoundExports): void {
  if (isModuleExports(left)) {
    // The last assignment of all exports counts.
    found.reexports = [];
    const request = requestOf(right);
    if (request !== undefined) found.reexports.push(request);
    if (right.type === 'ObjectExpression') noteObject(right.properties, text, found);
    return;
  }
  if (left.type === 'MemberExpression' && isExports(left.object)) {
    const name = memberName(left);
    if (name !== undefined) found.names.add(name);
  }
}

/** Up to the first property whose value the lexer does not follow. */
function noteObject(properties: readonly AnyNode[], text: string, found: FoundExports): void {
  for (const property of properties) {
    if (property.type === 'SpreadElement') {
      const request = requestOf(property.argument);
      if (request !== undefined) found.reexports.push(request);
      else if (property.argument.type !== 'Identifier') return;
      continue;
    }
    if (property.type !== 'Property' || property.computed || property.kind !== 'init') return;
    const { key, value } = property;
    const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : undefined;
    if (name === undefined) return;
    // The lexer sees one token of the value.
    if (!property.method && !/[\p{ID_Start}$_]/u.test(text.charAt(value.start))) return;
    found.names.add(name);
    if (value.type !== 'Identifier') return;
  }
}

function noteCall(callee: AnyNode, args: readonly AnyNode[], found: FoundExports): void {
  const [first, second] = args;
  const isDefine =
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'Object' &&
    memberName(callee) === 'defineProperty';
  if (isDefine && first !== undefined && isExports(first) && second?.type === 'Literal') {
    found.names.add(String(second.value));
    return;
  }
  const name =
    callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? memberName(callee) : '';
  const request = first === undefined ? undefined : requestOf(first);
  if ((name === '__exportStar' || name === '__export') && request !== undefined) found.reexports.push(request);
}

/** `require('x')`. */
function requestOf(node: AnyNode): string | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'require')
    return undefined;
  const [argument] = node.arguments;
  return argument?.type === 'Literal' && typeof argument.value === 'string' ? argument.value : undefined;
}

function isExports(node: AnyNode): boolean {
  return (node.type === 'Identifier' && node.name === 'exports') || isModuleExports(node);
}

function isModuleExports(node: AnyNode): boolean {
  return (
    node.type === 'MemberExpression' &&
    node.object.type === 'Identifier' &&
    node.object.name === 'module' &&
    memberName(node) === 'exports'
  );
}

function memberName(node: AnyNode): string | undefined {
  if (node.type !== 'MemberExpression') return undefined;
  const { property } = node;
  if (!node.computed) return property.type === 'Identifier' ? property.name : undefined;
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : undefined;
}
