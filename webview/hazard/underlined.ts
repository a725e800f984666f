/** A text in pieces: what a finding underlines, and what is between. */
import type { Finding, Severity } from '../../src/protocol/findings.ts';

export interface Piece {
  readonly text: string;
  readonly severity: Severity | undefined;
}

export function underlined(source: string, findings: readonly Finding[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, severity } of findings.toSorted((one, other) => one.start - other.start)) {
    if (start < at) continue;
    pieces.push({ text: source.slice(at, start), severity: undefined }, { text: source.slice(start, end), severity });
    at = end;
  }
  pieces.push({ text: source.slice(at), severity: undefined });
  return pieces.filter(({ text }) => text !== '');
}
