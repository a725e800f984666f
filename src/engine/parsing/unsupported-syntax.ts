/**
 * Syntax that Underhood does not simulate yet, in one table: take an entry away when the rest of the engine can do it.
 * The program is refused.
 */
import { lineAndColumn } from './line-and-column.ts';

export interface UnsupportedFailure {
  readonly kind: 'unsupported';
  readonly what: UnsupportedSyntax;
  readonly message: string;
  readonly offset: number;
  readonly end: number;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
}

export const unsupportedSyntax = {
  parameterDecorators: { words: 'decorators of parameters (TypeScript’s experimentalDecorators)' },
} as const satisfies Record<string, { readonly words: string }>;

export type UnsupportedSyntax = keyof typeof unsupportedSyntax;

export function unsupportedFailure(
  source: string,
  what: UnsupportedSyntax,
  node: { readonly start: number; readonly end: number },
): UnsupportedFailure {
  const message = unsupportedMessage(what);
  return {
    kind: 'unsupported',
    what,
    message,
    offset: node.start,
    end: node.end,
    ...lineAndColumn(source, node.start),
  };
}

export function unsupportedMessage(what: UnsupportedSyntax): string {
  return `Underhood does not simulate ${unsupportedSyntax[what].words} yet`;
}
