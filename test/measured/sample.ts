/** A sample of findings, spread over hazards and packages; the same each time. */
import type { Finding } from '../../src/protocol/findings.ts';
import type { DrivenRun } from './driven-run.ts';

export interface Sampled {
  readonly run: DrivenRun;
  readonly finding: Finding;
}

/** In turn one of each hazard, of its packages in turn, until there are so many. */
export function sampleOf(candidates: readonly Sampled[], size: number, seed: number): readonly Sampled[] {
  const random = mulberry32(seed);
  const hazards = groups(shuffled(candidates, random), ({ finding }) => finding.hazard).map((ofHazard) =>
    inTurn(groups(ofHazard, ({ run }) => run.name)),
  );
  return inTurn(hazards).slice(0, size);
}

function groups<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly (readonly Item[])[] {
  return [...Map.groupBy(items, keyOf).values()];
}

function inTurn<Item>(lists: readonly (readonly Item[])[]): readonly Item[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list.slice(index, index + 1))).flat();
}

function shuffled<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

/** A small generator of pseudo-random numbers from 0 to 1, by its seed. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
