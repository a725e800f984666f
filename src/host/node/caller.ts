/** The code of the program that called one of Node's own functions. Node: lib/internal/errors/error_source.js. */
import {
  currentFrames,
  type Frame,
  frameFunctionName,
  framePosition,
  type Isolate,
  type JSObject,
  lineAndColumn,
} from '../../engine/index.ts';
import type { Host } from '../host.ts';

function callerFrame(isolate: Isolate): Frame | undefined {
  return isolate.interpreter.liveFrames().findLast(({ shared }) => shared.script.kind !== 'builtin');
}

export function isCallerInModules(isolate: Isolate): boolean {
  const frame = callerFrame(isolate);
  return frame !== undefined && /[/\\]node_modules[/\\]/.test(frame.shared.script.name);
}

/** Without the function of Node's own that asks. Node: GetCallSites in src/node_util.cc. */
export function callSites(host: Host, count: number): JSObject {
  const sites = currentFrames(host.isolate, count + 1)
    .slice(1)
    .map((frame) => {
      const { script, offset } = frame;
      const { line, column } = lineAndColumn(script!, offset);
      return host.newPlainObject({
        functionName: frameFunctionName(frame),
        scriptId: String(script!.id),
        scriptName: script!.kind === 'eval' ? '' : script!.name,
        lineNumber: line,
        columnNumber: column,
        column,
      });
    });
  return host.isolate.realm.newArray(sites);
}

const accesses = new Set(['.', '?.', '[', ']']);

/** The text of the call on its line, with the names before it: what an assertion without a message is told by. */
export function callerExpression(isolate: Isolate): string | undefined {
  const frame = callerFrame(isolate);
  if (frame === undefined) return undefined;
  const { source } = frame.shared.script;
  const offset = framePosition(frame);
  const lineStart = source.lastIndexOf('\n', offset - 1) + 1;
  const newline = source.indexOf('\n', offset);
  const line = source.slice(lineStart, newline < 0 ? source.length : newline).replace(/\r$/, '');
  return firstExpression(line, offset - lineStart).replaceAll(/\p{Cc}/gu, escapeControl);
}

function firstExpression(line: string, column: number): string {
  let start = column;
  let end: number | undefined;
  let last: string | undefined;
  let lastStart = 0;
  let member: number | undefined;
  let depth = 0;
  for (const token of tokensOfLine(line)) {
    if (token.start < column) {
      if (token.text === ';') member = undefined;
      else {
        const isAccess = accesses.has(token.text);
        if (isAccess && last === 'name') member ??= lastStart;
        else if (!isAccess && token.kind === 'punctuator') member = undefined;
        last = token.kind;
        lastStart = token.start;
      }
      continue;
    }
    if (token.text === '(') depth++;
    else if (token.text === ')' && --depth === 0) {
      end = token.start + 1;
      break;
    } else if (token.text === ';') break;
  }
  start = member ?? column;
  return line.slice(start, end);
}

interface LineToken {
  readonly kind: 'name' | 'literal' | 'punctuator';
  readonly text: string;
  readonly start: number;
}

/** A line may be a piece of a program only: what cannot be read ends it. */
function tokensOfLine(line: string): LineToken[] {
  const pattern =
    /\s+|(?<name>[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*)|(?<literal>\d[\w.]*|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<punctuator>\?\.(?!\d)|`(?:[^`\\]|\\.)*`|\/\/.*|.)/gu;
  const tokens: LineToken[] = [];
  for (const match of line.matchAll(pattern)) {
    const { groups } = match;
    const kind = groups?.['name'] !== undefined ? 'name' : groups?.['literal'] !== undefined ? 'literal' : 'punctuator';
    if (match[0].trim() !== '' && !match[0].startsWith('//')) tokens.push({ kind, text: match[0], start: match.index });
  }
  return tokens;
}

function escapeControl(char: string): string {
  if (char === '\t' || char >= '\x7f') return char;
  if (char === '\b') return '\\b';
  if (char === '\f') return '\\f';
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
