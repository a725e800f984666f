/**
 * Syntax that Underhood does not run, in one table. The program is refused.
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
  parameterDecorators: {
    message: 'Decorators of parameters are no ECMAScript: they need "experimentalDecorators": true in tsconfig.json',
  },
  suspensionInDecoratedClass: {
    message:
      'Underhood does not simulate await and yield in the decorators, keys and heritage of a decorated class yet: put the value into a variable before it',
  },
} as const satisfies Record<string, { readonly message: string }>;

export type UnsupportedSyntax = keyof typeof unsupportedSyntax;

export function unsupportedFailure(
  source: string,
  what: UnsupportedSyntax,
  node: { readonly start: number; readonly end: number },
): UnsupportedFailure {
  const { message } = unsupportedSyntax[what];
  return {
    kind: 'unsupported',
    what,
    message,
    offset: node.start,
    end: node.end,
    ...lineAndColumn(source, node.start),
  };
}
