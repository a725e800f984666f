/**
 * Which events of a run belong to which place of the program. Events carry the offset of what was executing: often the
 * place itself, sometimes only the beginning of its statement, or of the function that was entered. So they are matched by
 * containment in the innermost place, and only then by what comes next in the same statement.
 */
import type { EvidenceRecord, HazardEvidence } from './evidence.ts';
import type { WatchedEvent } from './define-hazard.ts';

/** A place that events come from. */
export interface Site {
  /** An event inside belongs here, unless a smaller site holds it. */
  readonly start: number;
  readonly end: number;
  /** The innermost statement around it. */
  readonly statementStart: number;
  readonly statementEnd: number;
  /** Where the function around it ends. */
  readonly functionEnd: number;
  /** The property that a delete names in the text. */
  readonly key?: string;
  /** What runs under its influence: the body of a with. */
  readonly body?: { readonly start: number; readonly end: number };
  /** The event says which function made it, not where: all sites of the function share it. */
  readonly isWholeFunction?: boolean;
}

/** What a run shows of one site. */
export interface Seen {
  /** False: there was no run, or it is not finished. */
  readonly isKnown: boolean;
  readonly count: number;
  /** Index in the log, or -1. */
  readonly firstEvent: number;
  /** How often each detail (a DeleteEffect, an ArgumentsKind, a ForInPath) was seen; the keys in order of appearance. */
  readonly details: ReadonlyMap<string, number>;
  /** Sum and least of what the events count: keys of a for-in, arguments of a call. */
  readonly sum: number;
  readonly least: number;
  /** How often the function around it was called. */
  readonly functionCalls: number;
  /** How often the busiest statement of the site's body ran. */
  readonly busiestStatement: number;
}

/** What was seen of each site, in the order of the sites. */
export function seenAt(
  event: WatchedEvent | undefined,
  sites: readonly (Site | undefined)[],
  evidence: HazardEvidence | undefined,
): Seen[] {
  const shares = sites.map((): EvidenceRecord[] => []);
  for (const record of evidence?.records ?? []) {
    if (record.event !== event) continue;
    for (const index of sitesOf(record, sites)) shares[index]?.push(record);
  }
  return sites.map((site, index) => seen(site, shares[index] ?? [], evidence));
}

function seen(site: Site | undefined, records: readonly EvidenceRecord[], evidence: HazardEvidence | undefined): Seen {
  const sorted = records.toSorted((one, other) => one.firstEvent - other.firstEvent);
  const details = new Map<string, number>();
  for (const { detail, count } of sorted) details.set(detail, (details.get(detail) ?? 0) + count);
  return {
    isKnown: evidence !== undefined,
    count: sorted.reduce((total, { count }) => total + count, 0),
    firstEvent: sorted[0]?.firstEvent ?? -1,
    details,
    sum: sorted.reduce((total, { sum }) => total + sum, 0),
    least: sorted.length === 0 ? 0 : Math.min(...sorted.map(({ least }) => least)),
    functionCalls: evidence?.calls.get(site?.functionEnd ?? -1) ?? 0,
    busiestStatement: busiestStatement(site?.body, evidence),
  };
}

function busiestStatement(body: Site['body'], evidence: HazardEvidence | undefined): number {
  let busiest = 0;
  if (body === undefined || evidence === undefined) return busiest;
  for (const [position, count] of evidence.statements) {
    if (body.start <= position && position < body.end) busiest = Math.max(busiest, count);
  }
  return busiest;
}

function sitesOf(record: EvidenceRecord, sites: readonly (Site | undefined)[]): number[] {
  const candidates = [...sites.keys()].filter((index) => {
    const site = sites[index];
    return site !== undefined && (record.functionEnd < 0 || record.functionEnd === site.functionEnd);
  });
  const at = (index: number): Site => sites[index]!;
  if (candidates.every((index) => at(index).isWholeFunction)) {
    return record.functionEnd < 0 ? innermost(candidates, at, record.position) : candidates;
  }
  const [inside] = innermost(candidates, at, record.position);
  if (inside !== undefined) return [inside];
  const matching = candidates.filter(
    (index) => at(index).key === undefined || at(index).key === record.text || record.text === '',
  );
  if (record.position < 0) return matching.length === 1 ? matching : [];
  return matching
    .filter((index) => {
      const { start, statementStart, statementEnd } = at(index);
      return record.position <= start && statementStart <= record.position && record.position < statementEnd;
    })
    .slice(0, 1);
}

/** Those that hold the position in the smallest range: several only where they share the range. */
function innermost(candidates: readonly number[], at: (index: number) => Site, position: number): number[] {
  const holding = candidates.filter((index) => at(index).start <= position && position < at(index).end);
  const smallest = Math.min(...holding.map((index) => at(index).end - at(index).start));
  return holding.filter((index) => at(index).end - at(index).start === smallest);
}
