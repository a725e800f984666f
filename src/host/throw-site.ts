/** Where an exception was thrown, for the lines that are printed above an uncaught error. V8: MessageLocation. */
import type { Script } from '../engine/index.ts';

export interface ThrowSite {
  readonly value: unknown;
  /** Undefined where the host's own code throws. */
  readonly script: Script | undefined;
  readonly offset: number;
}

/** Of a place in a script: code of eval and of new Function has no name of its own. */
export function excerptOf({ name, kind, source }: Script, offset: number): string {
  return excerpt(kind === 'eval' ? '<anonymous_script>' : name, source, offset);
}

/** `file:line`, the line, and carets below, as Node prints them. Node: GetErrorSource in src/node_errors.cc. */
export function excerpt(fileName: string, source: string, offset: number, length = 1): string {
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  const newline = source.indexOf('\n', offset);
  const line = source.slice(start, newline < 0 ? source.length : newline).replace(/\r$/, '');
  const margin = line.slice(0, offset - start).replace(/[^\t]/g, ' ');
  const underline = `${margin}${'^'.repeat(length)}`.slice(0, maxUnderline);
  return `${fileName}:${lineOfOffset(source, offset)}\n${line}\n${underline}`;
}

/** Node's buffer for the line of carets. */
const maxUnderline = 1020;

/** Base 1. */
function lineOfOffset(source: string, offset: number): number {
  let line = 1;
  for (let at = source.indexOf('\n'); at >= 0 && at < offset; at = source.indexOf('\n', at + 1)) line++;
  return line;
}
