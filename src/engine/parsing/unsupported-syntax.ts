/**
 * Syntax that Underhood does not simulate yet, in one table: take an entry away when the rest of the engine can do it.
 * `when: 'parse'` refuses the program; `when: 'reached'` lets it run up to that place: the generator emits a throw there.
 */
import type * as acorn from 'acorn';
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
  modules: { when: 'parse', words: 'ES modules (import and export)' },
  topLevelAwait: { when: 'parse', words: 'top-level await' },
  dynamicImport: { when: 'reached', words: 'dynamic import' },
  parameterDecorators: { when: 'parse', words: 'decorators of parameters (TypeScript’s experimentalDecorators)' },
  importMeta: { when: 'parse', words: 'import.meta' },
} as const satisfies Record<string, { readonly when: 'parse' | 'reached'; readonly words: string }>;

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

/** What an expression that cannot be generated is called in the table; undefined for those that can. */
export function unsupportedExpression(node: acorn.Expression): UnsupportedSyntax | undefined {
  if (node.type === 'ImportExpression') return 'dynamicImport';
  if (node.type === 'MetaProperty' && node.meta.name === 'import') return 'importMeta';
  return undefined;
}

/** Declarations at the top level; scope analysis reports the others where it meets them. */
export function refuseUnsupportedStatements(source: string, program: acorn.Program): UnsupportedFailure | undefined {
  for (const node of program.body) {
    if (node.type.startsWith('Import') || node.type.startsWith('Export')) {
      return unsupportedFailure(source, 'modules', node);
    }
  }
  return undefined;
}
