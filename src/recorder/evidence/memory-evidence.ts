/**
 * What stays in memory, as plain data: what grew from turn to turn, what timers keep, and variables that nobody can use any more
 * but that are kept by what shares their context. Bytes are those of V8's layout. Gathered by memory-watch.ts.
 */
import type { RootKind } from '../../engine/index.ts';
import type { ReferenceKind } from '../heap/references.ts';

export interface MemoryEvidence {
  /** Tasks with all their microtasks that the run had; the script is the first. */
  readonly turns: number;
  readonly growths: readonly GrowthEvidence[];
  readonly timers: readonly HeldByTimer[];
  readonly siblings: readonly SiblingEvidence[];
  readonly detached: readonly DetachedEvidence[];
}

export const noMemoryEvidence: MemoryEvidence = { turns: 0, growths: [], timers: [], siblings: [], detached: [] };

/** A shortest way from a root. */
export interface KeepingPath {
  readonly root: RootKind;
  /** The timer at its root, by its id in the log, or -1. */
  readonly timer: number;
  /** The kept one is the last. */
  readonly steps: readonly KeepingStep[];
}

/** An object on the way, and how the one before it refers to it. */
export interface KeepingStep {
  readonly kind: ReferenceKind;
  readonly name: string;
  /** Of a variable: where the text of the function ends that declares it; -1 where that is not in the main file. */
  readonly functionEnd: number;
  /** What the object is, in short. */
  readonly text: string;
  /** Of a function of the main file: where its text begins; -1 otherwise. Of a class's constructor, where the class does. */
  readonly start: number;
  readonly isFunction: boolean;
}

export interface SizeAt {
  readonly turn: number;
  /** Entries; of a text characters; of a chain all objects of its kind. */
  readonly size: number;
}

/** `chain`: a list of objects, each of which refers to the next. */
export type GrowingKind = 'array' | 'map' | 'set' | 'object' | 'text' | 'chain';

/** Something that has grown turn by turn and never shrank. */
export interface GrowthEvidence {
  readonly kind: GrowingKind;
  readonly path: KeepingPath;
  /** The oldest first, at least two. */
  readonly sizes: readonly SizeAt[];
  /** In how many turns it grew, of those in which somebody looked. A chain is looked at only where there are sizes of it. */
  readonly grownTurns: number;
  readonly watchedTurns: number;
  /** When it was last looked at: what would be free without it. */
  readonly bytes: number;
  /** Something still keeps it where the run has ended. */
  readonly isKept: boolean;
  /** The last event before it was noticed. */
  readonly firstEvent: number;
}

/** What would be free if a timer were cleared. */
export interface HeldByTimer {
  /** In the log. */
  readonly id: number;
  readonly bytes: number;
  /** The variable that its callback sees and that keeps the most; '' where there is none. */
  readonly variable: string;
  readonly variableBytes: number;
}

/** A tree of nodes that was taken out of the document and is still held. */
export interface DetachedEvidence {
  /** Its root: `div#panel`. */
  readonly name: string;
  readonly nodes: number;
  /** To the node of it that is held. */
  readonly path: KeepingPath;
}

/** A variable of contexts that only closures keep which do not use it. V8 gives all closures of a scope one context. */
export interface SiblingEvidence {
  readonly name: string;
  /** Where the text of the function ends that declares it. */
  readonly functionEnd: number;
  readonly functionName: string;
  /** How many contexts of that function keep one. */
  readonly contexts: number;
  readonly bytes: number;
  /** The closures that keep the context, by the beginning of their texts. */
  readonly keepers: readonly { readonly name: string; readonly start: number }[];
  /** To the context that was made first. */
  readonly path: KeepingPath;
}
