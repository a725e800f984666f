/** What is compared of a program's feedback: its inline caches by place in the source, and whole feedback vectors. */

export interface FeedbackProgram {
  readonly code: string;
  /** Variables that hold the functions whose vectors are asked for. */
  readonly functions: readonly string[];
}

/** All misses of inline caches at one place, as --log-ic tells them; lines and columns are 1-based. */
export interface IcSite {
  readonly line: number;
  readonly col: number;
  readonly ic: string;
  /** Of the first miss. */
  readonly key: string;
  /** The states in their order, each once in a row: `0>1>P`. */
  readonly transitions: string;
  readonly modifiers: readonly string[];
}

/** Slot, kind and state as %DebugPrint has them. */
export type SlotAnswer = readonly [slot: number, kind: string, state: string];

export interface FeedbackAnswer {
  readonly sites: readonly IcSite[];
  /** By function, where it has a vector. */
  readonly vectors: ReadonlyMap<string, readonly SlotAnswer[]>;
}

/** Collects misses in the order in which they happen. */
export class IcSites {
  private readonly sites = new Map<string, IcSite & { marks: string[]; modifiers: string[] }>();

  add(line: number, col: number, ic: string, key: string, from: string, to: string, modifier: string): void {
    const place = `${line}:${col} ${ic}`;
    let site = this.sites.get(place);
    if (site === undefined) {
      site = { line, col, ic, key, transitions: '', marks: [from], modifiers: [] };
      this.sites.set(place, site);
    }
    if (site.marks.at(-1) !== to) site.marks.push(to);
    if (modifier !== '' && !site.modifiers.includes(modifier)) site.modifiers.push(modifier);
  }

  all(): IcSite[] {
    return [...this.sites.values()].map(({ line, col, ic, key, marks, modifiers }) => {
      return { line, col, ic, key, transitions: marks.join('>'), modifiers };
    });
  }
}

export const siteName = ({ line, col, ic }: IcSite): string => `${line}:${col} ${ic}`;
export const siteText = ({ transitions, modifiers }: IcSite): string => [transitions, ...modifiers].join(' ');
