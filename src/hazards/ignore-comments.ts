/**
 * Comments by which the author of a program says that it is meant so:
 *   // underhood-ignore-next-line            all hazards of the line below
 *   // underhood-ignore-next-line delete, eval -- why
 *   // underhood-ignore-line delete          the line that it stands on
 *   /* underhood-ignore-file for-in *\/       the whole file
 */
import { lineAt, lineStartsOf } from '../line-starts.ts';

const directive = /(?:\/\/|\/\*)\s*underhood-ignore-(next-line|line|file)\b([^\n\r*]*)/g;

/** What a hazard of one kind at an offset is told of. */
export type IsIgnored = (hazard: string, offset: number) => boolean;

export function ignoredIn(source: string): IsIgnored {
  const comments = [...source.matchAll(directive)];
  if (comments.length === 0) return () => false;
  const starts = lineStartsOf(source);
  const rules = comments.map(({ index, 1: where, 2: rest = '' }) => {
    const line = lineAt(starts, index);
    return { line: where === 'file' ? -1 : where === 'line' ? line : line + 1, ids: idsIn(rest) };
  });
  return (hazard, offset) => {
    const line = lineAt(starts, offset);
    return rules.some((rule) => (rule.line < 0 || rule.line === line) && (rule.ids.size === 0 || rule.ids.has(hazard)));
  };
}

/** Behind ` -- ` stands why. */
function idsIn(rest: string): ReadonlySet<string> {
  const [list = ''] = rest.split(/\s--(?:\s|$)/);
  return new Set(list.split(/[\s,]+/).filter((id) => id !== ''));
}

/** What quick fixes put above a line. */
export function ignoreComment(hazard: string): string {
  return `// underhood-ignore-next-line ${hazard}`;
}
