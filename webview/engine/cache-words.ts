/** Sites of inline caches in words that a first-year reads, beside V8's. */
import type { CacheSiteView, SiteMood } from '../../src/protocol/engine-views.ts';

/** What each state means; `mark` tells them apart without their colour. */
export const moodWords: Readonly<Record<SiteMood, { readonly mark: string; readonly text: string }>> = {
  none: { mark: '·', text: 'has not run yet, or learned nothing' },
  mono: { mark: '1', text: 'has met one hidden class (or one function): as fast as it gets' },
  poly: { mark: 'P', text: 'has met two to four hidden classes: one comparison after the other' },
  mega: {
    mark: 'M',
    text: 'has met more than it remembers: each time a look-up in a cache that all sites share, or slower',
  },
  operator: {
    mark: '±',
    text: 'keeps something without states: the kinds of values that it met, or what a literal is copied from',
  },
};

/** What the site does, as V8's kind of slot says it. */
export function kindWords(kind: string): string {
  if (kind.startsWith('LoadGlobal')) return 'reads a global variable';
  if (kind.startsWith('StoreGlobal')) return 'writes a global variable';
  if (kind === 'LoadKeyed') return 'reads o[key]';
  if (kind === 'HasKeyed') return 'asks key in o';
  if (kind.startsWith('SetKeyed')) return 'writes o[key]';
  if (kind.startsWith('SetNamed')) return 'writes o.name';
  if (kind.startsWith('Define')) return 'defines a property';
  return kindTexts[kind] ?? kind;
}

const kindTexts: Readonly<Record<string, string>> = {
  LoadProperty: 'reads o.name',
  Call: 'calls',
  BinaryOp: 'computes',
  CompareOp: 'compares',
  TypeOf: 'asks typeof',
  Literal: 'makes an object or array of a literal',
  ForIn: 'lists keys (for-in)',
  InstanceOf: 'asks instanceof',
  CloneObject: 'copies an object ({...o})',
  StoreInArrayLiteral: 'fills an array literal',
};

/** V8's state as short as a row has room for: SMI, mono … stay V8's, without the kind before them. */
export function stateText({ state }: CacheSiteView): string {
  return state.replace(/^\w+:/, '').replace(/ with name .*$/, '') || 'literal';
}

/** A summary of all sites for the section's badge: `5 mono · 1 mega`. */
export function summary(sites: readonly CacheSiteView[]): string {
  const counts = (['mega', 'poly', 'mono'] as const).map((mood) => ({
    mood,
    count: sites.filter((site) => site.mood === mood).length,
  }));
  const parts = counts.filter(({ count }) => count > 0).map(({ mood, count }) => `${count} ${mood}`);
  return parts.length === 0 ? String(sites.length) : parts.join(' · ');
}
