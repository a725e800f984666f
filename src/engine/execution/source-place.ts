/** Lines and columns of scripts. V8: Script::GetPositionInfo. */
import { lineAt, lineStartsInV8 } from '../../line-starts.ts';
import type { Script } from '../parsing/script.ts';

/** Line and column of an offset, both from 1. */
export function lineAndColumn(script: Script, offset: number): { line: number; column: number } {
  script.lineStarts ??= lineStartsInV8(script.source);
  const line = lineAt(script.lineStarts, offset);
  return { line: line + 1 + script.lineOffset, column: offset - script.lineStarts[line]! + 1 };
}
