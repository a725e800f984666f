/** What the page is told of the heap: spaces, kinds of objects, who refers to whom, and a collection step by step. */
import type { Cut, ShapeBrief } from './engine-views.ts';

/** Bytes as V8's layout has them. */
export interface HeapSpaceView {
  readonly name: 'new' | 'old' | 'large';
  readonly used: number;
  /** Of that, what the runtime itself has made before the program began. */
  readonly surroundings: number;
  /** What of the program's can be reached. */
  readonly reachable: number;
  /** How much there may be before something is collected. */
  readonly room: number;
}

/** Objects of one kind. */
interface ObjectsView {
  /** Of a root: in words. */
  readonly name: string;
  /** Objects of the program; the surroundings' are not counted. */
  readonly count: number;
  readonly bytes: number;
  /** Some of them, the oldest first. */
  readonly samples: readonly { readonly serial: number; readonly text: string }[];
}

/** Objects of one kind that can be reached. */
export interface HeapGroupView extends ObjectsView {
  /** Of the young generation. */
  readonly young: number;
}

export interface HeapView {
  readonly spaces: readonly HeapSpaceView[];
  readonly objects: number;
  /** Objects that nothing leads to and that have not been collected. */
  readonly unreachable: number;
  readonly scavenges: number;
  readonly markCompacts: number;
  /** The largest first. */
  readonly groups: Cut<HeapGroupView>;
}

/** A collection step by step, or what one would do at the moment. */
export interface MarkingView {
  /** `none`: nothing is collected at that moment. */
  readonly kind: 'scavenge' | 'markCompact' | 'none';
  /** In V8's words; '' for `none`. */
  readonly reason: string;
  /** What roots refer to is the first, then what that refers to. Waves in which only the surroundings are met are left out. */
  readonly waves: readonly MarkedWave[];
  /** What is reached, from the roots on, and what is not. */
  readonly graph: HeapGraphView;
  /** What nothing leads to: it is freed. */
  readonly unreachable: MarkedWave;
  /** A scavenge looks at new space only: so much of the program's is old. */
  readonly notLookedAt: number;
  readonly dots: HeapDots;
}

export interface MarkedWave {
  readonly objects: number;
  readonly bytes: number;
}

/**
 * Objects and their references, from the roots on. Each hangs below what it was met from first; parents come before their children.
 * Objects of one kind that hang in the same way on the same are one node.
 */
export type HeapGraphView = Cut<HeapNodeView>;

/** What nothing leads to is `left`. */
export type HeapRootGroup = 'frame' | 'global' | 'waits' | 'surroundings' | 'left';

export interface HeapNodeView extends ObjectsView {
  /** In the list of nodes, or -1. */
  readonly parent: number;
  readonly root?: HeapRootGroup;
  /** In which waves the first and the last of them were met; of a root 0; -1: nothing leads to them. */
  readonly wave: number;
  readonly lastWave: number;
  /** By what name the one above refers to them: `rows`, `.cells`, `[0 … 4999]`; '' where `how` says it all. */
  readonly via: string;
  /** What kind of reference that is: `variable`, `its prototype`; '' of a root. */
  readonly how: string;
  /** How many more references of that kind there are, to the same objects. */
  readonly again: number;
  /** The hidden class that all of them have. */
  readonly shape?: ShapeBrief;
  /** Other references, to what stands elsewhere in the list. */
  readonly references: Cut<HeapReferenceView>;
}

export interface HeapReferenceView {
  /** In the list of nodes. */
  readonly to: number;
  readonly via: string;
  readonly how: string;
  readonly count: number;
}

/** The heap as a picture: every so-many-th object in the order in which they were made. */
export interface HeapDots {
  readonly every: number;
  /** The wave in which each was met; -1: nothing leads to it; -2: it was not looked at. */
  readonly waves: readonly number[];
  readonly serials: readonly number[];
  /** So many of them are old; the rest is young. */
  readonly old: number;
}

/** One object of the heap. */
export interface HeapObjectView {
  readonly text: string;
  /** Contexts have none. */
  readonly shape?: ShapeBrief;
  readonly bytes: number;
  readonly isYoung: boolean;
  readonly isReachable: boolean;
  /** What can be reached and refers to it, and what it refers to. */
  readonly holders: Cut<HeapNeighbour>;
  readonly references: Cut<HeapNeighbour>;
}

/** The shortest way from a root to an object. */
export interface RetainingPathView {
  /** Where it begins, in words. */
  readonly root: string;
  /** The object itself is the last; `via` says how the one before refers to it. */
  readonly steps: readonly HeapNeighbour[];
}

/** An object by the reference that leads to it, or that it has. */
export interface HeapNeighbour {
  readonly via: string;
  readonly text: string;
  readonly serial: number;
}
