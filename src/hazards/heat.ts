/**
 * How much a place in the program matters in this run. Only what is hot earns a warning: a pattern that costs 200 ns and runs
 * once costs nothing that anybody could notice.
 *
 * V8: src/execution/tiering-manager.cc. Simplified: one threshold for all; V8 weighs calls by the length of their bytecode.
 */
export const heats = {
  unknown: { from: -1, doc: 'there is no run to judge by' },
  unreached: { from: 0, doc: 'this run did not come here' },
  cold: { from: 1, doc: 'it ran, but too seldom for the cost to show' },
  hot: {
    from: 1000,
    doc: 'it ran so often that V8 would have optimised the code around it: Maglev comes after 411 to 511 calls',
  },
} as const satisfies Record<string, { from: number; doc: string }>;

export type Heat = keyof typeof heats;

/** `count` is -1 where nothing is known about the run. */
export function heatOf(count: number): Heat {
  if (count < heats.unreached.from) return 'unknown';
  if (count < heats.cold.from) return 'unreached';
  return count < heats.hot.from ? 'cold' : 'hot';
}
