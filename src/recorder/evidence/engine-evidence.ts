/**
 * What the engine learned in a run about the main file, as plain data: the evidence that the hazards speak of. Positions are
 * offsets in the main file, -1 for anywhere else; events are rows of the log.
 */

import type { IcState, IcType } from '../../engine/index.ts';
import { type MemoryEvidence, noMemoryEvidence } from './memory-evidence.ts';

export interface EngineEvidence {
  /** By their numbers in the page, all that the rest speaks of. */
  readonly shapes: ReadonlyMap<number, ShapeEvidence>;
  /** In the order of the source. */
  readonly sites: readonly SiteEvidence[];
  readonly caches: readonly CacheEvidence[];
  readonly normalizations: readonly NormalizationEvidence[];
  readonly changes: readonly ChangeEvidence[];
  readonly deoptimizations: readonly DeoptimizationEvidence[];
  readonly functions: readonly FunctionEvidence[];
  readonly promises: readonly PromiseEvidence[];
  readonly rejections: readonly RejectionEvidence[];
  readonly memory: MemoryEvidence;
}

/** A hidden class at the end of the run. */
export interface ShapeEvidence {
  readonly number: number;
  /** As everywhere in the page: `Point {x, y}`. */
  readonly text: string;
  /** Own named properties in their order; of a dictionary none. */
  readonly properties: readonly ShapeProperty[];
  /** 0 where there is none. */
  readonly parent: number;
  /** The function whose `prototype` its objects have; '' if unknown. */
  readonly owner: string;
  /** Which object is the prototype: equal numbers, equal prototypes; 0: null. */
  readonly prototype: number;
  readonly instanceType: string;
  readonly elementsKind: string;
  readonly isDictionary: boolean;
  readonly isDeprecated: boolean;
  readonly isExtensible: boolean;
  readonly integrity: '' | 'nonextensible' | 'sealed' | 'frozen';
  /** Where the text of the constructor ends whose objects these are; -1: of no function of the main file. */
  readonly creatorEnd: number;
  /** Somebody listed the keys of such an object, or of one that got more properties since: it mattered in which order they are. */
  readonly keysWereListed: boolean;
  readonly birth: Birth;
}

export interface ShapeProperty {
  readonly key: string;
  readonly kind: 'data' | 'accessor' | 'native';
  readonly representation: string;
  readonly isConstant: boolean;
  readonly isWritable: boolean;
  readonly isEnumerable: boolean;
}

export interface Birth {
  /** Of the code that ran: of a store the property's name, of a literal its beginning. */
  readonly position: number;
  /** Where the text of the function around it ends, which tells it from all others. */
  readonly functionEnd: number;
  /** Of the bytecode: `CreateObjectLiteral`, `SetNamedProperty`, or a call where a builtin made it; '' elsewhere. */
  readonly instruction: string;
  /** The last event before it. */
  readonly event: number;
}

/** One place of the code with feedback, over all closures that have it. */
export interface SiteEvidence {
  /** As V8 counts: a named property's name, the operator's left side … */
  readonly position: number;
  /** Where the text of the function around it ends, which tells it from all others. */
  readonly functionEnd: number;
  /** V8: FeedbackSlotKind. */
  readonly kind: string;
  /** As %DebugPrint has it: `MONOMORPHIC`, `BinaryOp:Number` …; the worst of its closures. NO_FEEDBACK: V8 has no vector yet. */
  readonly state: string;
  /** The property's name where the text or the cache has just one. */
  readonly key: string;
  /** In the order of first meeting, the first 16. */
  readonly shapes: readonly MetShape[];
  readonly shapeCount: number;
  /** Distinct keys of a keyed access, the first 16. */
  readonly names: readonly string[];
  readonly nameCount: number;
  readonly misses: number;
  /** When it became megamorphic, or -1. */
  readonly megamorphicSince: number;
  /** OOB, HOLES …: what --log-ic prints behind the key. */
  readonly modifiers: readonly string[];
  /** Operators: how the feedback widened, since there is a vector. */
  readonly steps: readonly FeedbackStep[];
  /** Call sites: how often, since there is feedback. */
  readonly calls: number;
  /** Call sites: names of the functions of the main file and of builtins that it met, up to the one that was too many. */
  readonly callees: readonly Callee[];
}

export interface Callee {
  readonly name: string;
  /** Of its text in the main file, or -1. */
  readonly start: number;
}

/** An operator met what its feedback did not cover. */
export interface FeedbackStep {
  /** From then on: `BinaryOp:Number`. */
  readonly state: string;
  /** The operands in words: `a string`, `a fraction`; of one operand the right is `undefined`. */
  readonly left: string;
  readonly right: string;
  readonly event: number;
}

/** What --log-ic says of a place in the end: the caches of one kind there, and the state after their last miss. */
export interface CacheEvidence {
  readonly position: number;
  readonly type: IcType;
  readonly state: IcState;
}

/** Where objects went to dictionary mode, as --log-maps tells it. */
export interface NormalizationEvidence {
  readonly position: number;
  /** In V8's words. */
  readonly reason: string;
}

export interface MetShape {
  readonly number: number;
  readonly firstEvent: number;
}

const changeKinds = {
  representation: 'a field holds another kind of value than before: the hidden classes with it are replaced or changed',
  constness: 'a field was written a second time: it is no constant any more',
  fieldType: 'a field holds objects of another hidden class than before',
  elements: 'an object holds its elements in another way',
  prototype: 'an object that is a prototype changed',
  initialMap: 'what `new` of a function makes changed',
  dictionary: 'an object gave up its hidden class for a table of its own',
  cell: 'a global variable has another type of value than before, or was constant before',
} as const;
export type ChangeKind = keyof typeof changeKinds;

/** Equal changes of one place. */
export interface ChangeEvidence {
  readonly kind: ChangeKind;
  readonly position: number;
  readonly functionEnd: number;
  /** The property; '' of elements. */
  readonly key: string;
  /** Representations (`Smi`) or elements kinds (`PACKED_SMI_ELEMENTS`); of a dictionary the reason in `from`: delete, accessor, tooMany. */
  readonly from: string;
  readonly to: string;
  /** Of the first one: the hidden class before it; 0 if it is nobody's. */
  readonly shape: number;
  readonly firstEvent: number;
  readonly count: number;
  /** Of elements: the most that one of the objects had before. */
  readonly elements: number;
}

/** Equal deoptimisations. */
export interface DeoptimizationEvidence {
  /** `dependency`: something changed elsewhere that the code counted on. */
  readonly kind: 'eager' | 'dependency' | 'lazy';
  /** In V8's words. */
  readonly reason: string;
  readonly tier: 'maglev' | 'turbofan';
  readonly functionName: string;
  readonly functionEnd: number;
  /** Where the code was left; for a dependency, the function. */
  readonly position: number;
  /** Of a dependency: what broke it. */
  readonly causePosition: number;
  readonly firstEvent: number;
  readonly count: number;
}

/** A function of the main file that ran. */
export interface FunctionEvidence {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Of bytecode. */
  readonly bytes: number;
  /** The furthest that one of its closures is. */
  readonly tier: 'ignition' | 'sparkplug' | 'maglev' | 'turbofan';
  readonly deoptimizations: number;
}

/** The promises that one place got: by `new Promise`, a method, or the call of an async function. */
export interface PromiseEvidence {
  readonly position: number;
  readonly functionEnd: number;
  /** The async function that made them; '' if it was none, or if something waited for all of them. */
  readonly functionName: string;
  readonly made: number;
  /** That nothing ever waited for, and that were pending or rejected at the end of the run. */
  readonly pending: number;
  readonly rejected: number;
  readonly firstEvent: number;
}

/** Equal rejections that nobody handled: where the reason was first thrown or given, and who got the promise. */
export interface RejectionEvidence {
  readonly position: number;
  readonly functionEnd: number;
  readonly made: { readonly position: number; readonly functionEnd: number };
  /** The reason in a word, as an error message names it. */
  readonly reason: string;
  readonly firstEvent: number;
  readonly count: number;
}

export const noEngineEvidence: EngineEvidence = {
  shapes: new Map(),
  sites: [],
  caches: [],
  normalizations: [],
  changes: [],
  deoptimizations: [],
  functions: [],
  promises: [],
  rejections: [],
  memory: noMemoryEvidence,
};
