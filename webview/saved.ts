/** What the page saves across hide and show: the moment, the speed, what is open. Read back with suspicion. */

export interface Saved {
  readonly generation: number;
  readonly event: number;
  readonly speed: number;
  readonly closedSections: readonly string[];
  readonly topOpen: boolean;
  readonly openFrames: readonly string[];
  readonly toggledGroups: readonly string[];
  /** Of the engine's views. */
  readonly toggledParts: readonly string[];
}

/** Sections that whoever sees the page first finds closed. */
const closedAtFirst = ['bytecode', 'shapes', 'caches', 'tiers', 'heap'];

export function readSaved(value: unknown): Saved {
  const fields = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  return {
    generation: numberOr(fields['generation'], -1),
    event: Math.max(0, numberOr(fields['event'], 0)),
    speed: numberOr(fields['speed'], 1),
    closedSections: fields['closedSections'] === undefined ? closedAtFirst : texts(fields['closedSections']),
    topOpen: fields['topOpen'] !== false,
    openFrames: texts(fields['openFrames']),
    toggledGroups: texts(fields['toggledGroups']),
    toggledParts: texts(fields['toggledParts']),
  };
}

const numberOr = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise;

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
