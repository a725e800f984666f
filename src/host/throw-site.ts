/** Where an exception was thrown, for the lines that are printed above an uncaught error. V8: MessageLocation. */
import type { Script } from '../engine/index.ts';
import { lineAt, lineStartsInV8 } from '../line-starts.ts';

export interface ThrowSite {
  readonly value: unknown;
  /** Undefined where the host's own code throws. */
  readonly script: Script | undefined;
  readonly offset: number;
  /** One character where it is not given. */
  readonly end?: number;
}

/** Of a place in a script: code of eval and of new Function, and JSON, have no name of their own. */
export function excerptOf({ name, kind, source, lineOffset }: Script, offset: number, end = offset + 1): string {
  return excerpt(kind === 'eval' ? '<anonymous_script>' : name, source, offset, end - offset, lineOffset);
}

/**
 * `file:line`, the line, and carets below, as Node prints them: none where they would go on behind the line, which Node measures
 * in bytes. Node: GetErrorSource in src/node_errors.cc.
 */
export function excerpt(fileName: string, source: string, offset: number, length = 1, lineOffset = 0): string {
  const starts = lineStartsInV8(source);
  const lineNumber = lineAt(starts, offset);
  const start = starts[lineNumber]!;
  const line = source.slice(start, starts[lineNumber + 1]).replace(/[\n\r\u2028\u2029]+$/, '');
  const head = `${fileName}:${lineNumber + 1 + lineOffset}\n${line}`;
  const column = offset - start;
  if (column + length > new TextEncoder().encode(line).length) return head;
  const margin = line.slice(0, column).replace(/[^\t]/g, ' ');
  return `${head}\n${`${margin}${'^'.repeat(length)}`.slice(0, maxUnderline)}`;
}

/** Node's buffer for the line of carets. */
const maxUnderline = 1020;
