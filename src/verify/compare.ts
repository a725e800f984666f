/** Holds each claim of a simulated run against what V8 did. Pure. */
import type { Claim, ClaimKind, RunClaims } from '../protocol/claims.ts';
import type { V8Change, V8Observations } from './v8-log.ts';

export const verdicts = {
  agreed: 'V8 did the same',
  differed: 'V8 did something else',
  notObserved: 'V8 says nothing of it',
} as const;
export type Verdict = keyof typeof verdicts;

export interface Comparison {
  readonly kind: ClaimKind;
  readonly verdict: Verdict;
  /** Base 1. */
  readonly line: number;
  readonly column: number;
  readonly subject: string;
  /** '' where one of them says nothing. */
  readonly simulated: string;
  readonly v8: string;
}

export function compareClaims({ claims, isCut }: RunClaims, seen: V8Observations): readonly Comparison[] {
  const result = [
    ...caches(ofKind(claims, 'cache'), seen, isCut),
    ...changes('deoptimization', ofKind(claims, 'deoptimization'), seen.deoptimizations, isCut),
    ...changes('dictionary', ofKind(claims, 'dictionary'), seen.dictionaries, isCut),
    ...elements(ofKind(claims, 'elements'), seen.elements),
  ];
  return result.toSorted((one, other) => one.line - other.line || one.column - other.column);
}

export function countVerdicts(comparisons: readonly Comparison[]): Readonly<Record<Verdict, number>> {
  const counts = { agreed: 0, differed: 0, notObserved: 0 };
  for (const { verdict } of comparisons) counts[verdict]++;
  return counts;
}

const ofKind = (claims: readonly Claim[], kind: ClaimKind): readonly Claim[] =>
  claims.filter((claim) => claim.kind === kind);

const placeOf = ({ line, column }: { line: number; column: number }): string => `${line}:${column}`;

/** By place and what is cached: the state in which it ended. */
function caches(claims: readonly Claim[], { caches: theirs }: V8Observations, isCut: boolean): Comparison[] {
  const byPlace = new Map(theirs.map((cache) => [`${placeOf(cache)} ${cache.ic}`, cache]));
  const result: Comparison[] = [];
  for (const { line, column, subject, says, kind } of claims) {
    const key = `${line}:${column} ${subject}`;
    const v8 = byPlace.get(key)?.states.at(-1) ?? '';
    byPlace.delete(key);
    const verdict = v8 === '' ? 'notObserved' : v8 === says ? 'agreed' : isCut ? 'notObserved' : 'differed';
    result.push({ kind, verdict, line, column, subject, simulated: says, v8 });
  }
  if (!isCut)
    for (const { line, column, ic, states } of byPlace.values())
      result.push({ kind: 'cache', verdict: 'differed', line, column, subject: ic, simulated: '', v8: states.at(-1)! });
  return result;
}

/** The same words at the same place; else what V8 says at that place, or the same words at another one of the line. */
function changes(kind: ClaimKind, claims: readonly Claim[], theirs: readonly V8Change[], isCut: boolean): Comparison[] {
  const left = new Set(theirs);
  const take = (matches: (change: V8Change) => boolean): V8Change | undefined => {
    for (const change of left) {
      if (!matches(change)) continue;
      left.delete(change);
      return change;
    }
    return undefined;
  };
  const distinct = [...new Map(claims.map((claim) => [`${placeOf(claim)} ${claim.says}`, claim])).values()];
  const open: Claim[] = [];
  const result: Comparison[] = [];
  for (const claim of distinct) {
    const { line, column, subject, says } = claim;
    const same = take((change) => change.says === says && change.line === line && change.column === column);
    if (same === undefined) open.push(claim);
    else result.push({ kind, verdict: 'agreed', line, column, subject, simulated: says, v8: says });
  }
  for (const { line, column, subject, says } of open) {
    const near =
      take((change) => change.line === line && change.column === column) ??
      take((change) => change.line === line && change.says === says);
    const v8 = near === undefined ? '' : near.column === column ? near.says : `${near.says}, in column ${near.column}`;
    result.push({ kind, verdict: near ? 'differed' : 'notObserved', line, column, subject, simulated: says, v8 });
  }
  if (!isCut)
    for (const { line, column, says } of left)
      result.push({ kind, verdict: 'differed', line, column, subject: '', simulated: '', v8: says });
  return result;
}

/** V8 tells the line alone, and no place at all where a builtin did it: so what it does not tell is not held against anybody. */
function elements(claims: readonly Claim[], theirs: readonly V8Change[]): Comparison[] {
  return claims.map(({ kind, line, column, subject, says }) => {
    const isSeen = theirs.some((change) => change.line === line && change.says === says);
    const verdict = isSeen ? 'agreed' : 'notObserved';
    return { kind, verdict, line, column, subject, simulated: says, v8: isSeen ? says : '' };
  });
}
