/**
 * What the engine half of the page is told: the stages that a function passes through, its bytecode, hidden classes, inline
 * caches and tiers, as plain data in V8's words. Offsets are those of log.ts; lists that may be long are cut, and say so.
 */

/** A list of which so many were too many to send. */
export interface Cut<Item> {
  readonly items: readonly Item[];
  /** How many there are. */
  readonly total: number;
}

// ---------------------------------------------------------------------------------------------------------------------
// Pipeline

/** The stages of one function, in numbers. */
export interface PipelineView {
  readonly functionIndex: number;
  /** Of its text: `start` and `end` in the script; -1 where there is none. */
  readonly script: number;
  readonly start: number;
  readonly end: number;
  readonly tokens: number;
  readonly nodes: number;
  readonly instructions: number;
  readonly bytes: number;
  /** As V8 counts them: the receiver is a parameter. */
  readonly parameters: number;
  readonly registers: number;
  readonly feedbackSlots: number;
  readonly constants: number;
  readonly handlers: number;
  /** Up to the moment, and in the whole run. */
  readonly calls: number;
  readonly allCalls: number;
}

/** A module of WebAssembly: decoded, not scanned and parsed. V8 compiles each function when it is first called. */
export interface WasmModuleView {
  readonly bytes: number;
  readonly sections: readonly { readonly name: string; readonly bytes: number }[];
  readonly importedFunctions: number;
  readonly functions: number;
  readonly codeBytes: number;
  readonly instances: number;
  /** Functions of its own that the program has called up to the moment, the most called first. */
  readonly called: Cut<{ readonly name: string; readonly bytes: number; readonly calls: number }>;
}

export type TokenKind =
  'identifier' | 'keyword' | 'punctuator' | 'number' | 'string' | 'template' | 'regularExpression' | 'privateName';

export interface TokenView {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

/** A node of the syntax tree, in the order of the text; its parent is the last one before it that is less deep. */
export interface SyntaxNodeView {
  /** ESTree's name. */
  readonly type: string;
  /** What it is to its parent: `left`, `body`, …; '' for the root. */
  readonly role: string;
  /** A name, an operator, a literal; '' where there is none. */
  readonly text: string;
  readonly depth: number;
  readonly start: number;
  readonly end: number;
  /** A function of its own: what is in it is compiled when it is called first. */
  readonly isFunction: boolean;
}

// ---------------------------------------------------------------------------------------------------------------------
// Bytecode

export interface InstructionInfo {
  /** V8's. */
  readonly offset: number;
  /** The row of the instruction table. */
  readonly name: string;
  /** As `node --print-bytecode` lists it. */
  readonly text: string;
  /** Of the source; -1 where it has none yet. */
  readonly position: number;
  /** Registers, by the names that V8 prints, in the order of the operands. */
  readonly registers: readonly string[];
  /** Entries of the constant pool, and feedback slots. */
  readonly constants: readonly number[];
  readonly slots: readonly number[];
  /** Where a jump goes. */
  readonly target?: number;
}

export interface OpcodeInfo {
  readonly doc: string;
  readonly accumulator: 'none' | 'read' | 'write' | 'readWrite' | 'clobber';
  readonly category: string;
}

export interface BytecodeView {
  readonly functionIndex: number;
  readonly instructions: Cut<InstructionInfo>;
  /** By name, those that the function has. */
  readonly opcodes: Readonly<Record<string, OpcodeInfo>>;
  readonly bytes: number;
  readonly frameBytes: number;
  /** Registers and parameters in the order of the frame, with the variable that lives in each; '' for none. */
  readonly registers: readonly { readonly name: string; readonly variable: string }[];
  readonly constants: Cut<string>;
  /** V8: FeedbackSlotKind; '' for the second half of a slot. */
  readonly slots: readonly string[];
  readonly handlers: readonly {
    readonly start: number;
    readonly end: number;
    readonly handler: number;
    readonly prediction: string;
  }[];
}

export interface RegisterView {
  readonly name: string;
  readonly value: string;
  readonly type: string;
  /** Of an object: its hidden class. */
  readonly shape?: ShapeBrief;
}

/** What a frame holds at a moment. */
export interface FrameStateView {
  readonly functionIndex: number;
  /** V8's offset of the instruction that runs next in the frame on top, or calls in those below; -1 before the first. */
  readonly offset: number;
  readonly registers: readonly RegisterView[];
  /** Known in the frame on top, between two bytecodes. */
  readonly accumulator?: RegisterView;
  readonly context: string;
}

// ---------------------------------------------------------------------------------------------------------------------
// Hidden classes and inline caches

/** A hidden class (V8: Map) by the name that it has everywhere in this run. */
export interface ShapeBrief {
  /** Counts the hidden classes that the program made, from 1; those of its surroundings are 0 and less. */
  readonly number: number;
  /** What objects of it look like: `Point {x, y}`. */
  readonly text: string;
}

export interface ShapeNodeView {
  readonly shape: ShapeBrief;
  /** The number of the one that a transition leads from; undefined for a root. */
  readonly parent?: number;
  /** What the transition does: `+ x`, `elements HOLEY_SMI`, `frozen`; of a root what it is the root of. */
  readonly label: string;
  readonly mode: 'fast' | 'dictionary';
  /** Its objects move on to another when they are next used. */
  readonly isDeprecated: boolean;
  /** Where the program was; -1 for those of its surroundings. */
  readonly birth: { readonly event: number; readonly script: number; readonly position: number };
}

export interface ShapePropertyView {
  readonly key: string;
  readonly kind: 'data' | 'accessor' | 'native';
  /** V8: Representation. Of data in fast mode. */
  readonly representation: string;
  /** Not stored to again after its first value. */
  readonly isConstant: boolean;
  /** In the object itself, or in its property array. */
  readonly isInObject: boolean;
  /** As V8 prints them: [WEC], - for what it is not. */
  readonly attributes: string;
}

export interface ShapeDetails extends ShapeNodeView {
  readonly prototype: string;
  readonly elementsKind: string;
  readonly isExtensible: boolean;
  readonly isStable: boolean;
  /** Slots for properties in the object itself, and how many properties can still come without more room. */
  readonly inObjectSlots: number;
  readonly unusedSlots: number;
  readonly properties: Cut<ShapePropertyView>;
}

/** How a site of an inline cache stands, for colours: V8's words are beside it. */
export type SiteMood = 'none' | 'mono' | 'poly' | 'mega' | 'operator';

export interface CacheSiteView {
  readonly functionIndex: number;
  readonly slot: number;
  /** V8: FeedbackSlotKind. */
  readonly kind: string;
  /** In V8's words, as %DebugPrint has them: MONOMORPHIC, BinaryOp:SignedSmall. */
  readonly state: string;
  readonly mood: SiteMood;
  /** V8's offset of the first instruction that has the slot, and its place in the source or -1. */
  readonly offset: number;
  readonly position: number;
  /** The property, where there is one name. */
  readonly key: string;
  readonly shapes: readonly { readonly shape: ShapeBrief; readonly handler: string }[];
  /** Of a call: what is called, and how often it was. */
  readonly target?: string;
  readonly calls?: number;
  /** The last ones, the oldest first. */
  readonly transitions: Cut<CacheTransitionView>;
}

/** A miss of an inline cache. V8: a line of --log-ic. */
export interface CacheTransitionView {
  readonly event: number;
  readonly from: string;
  readonly to: string;
  readonly shape?: ShapeBrief;
  readonly key: string;
  /** `.OOB` and the like, or why it cannot do better. */
  readonly note: string;
}

export interface CachesView {
  readonly sites: Cut<CacheSiteView>;
  /** Of the function that was asked for: V8 gives a function its feedback vector after it ran a while. */
  readonly hasVector: boolean;
  /** How many closures of the function have feedback of their own; one of them is shown. */
  readonly vectors: number;
}

// ---------------------------------------------------------------------------------------------------------------------
// Tiers

/** V8's tiers, the lowest first. */
export const tierNames = ['ignition', 'sparkplug', 'maglev', 'turbofan'] as const;
export type TierName = (typeof tierNames)[number];

/** Something on a function's way through the tiers. */
export interface TierStepView {
  readonly kind: 'feedback' | 'baseline' | 'marked' | 'replaced' | 'reset' | 'deoptimized';
  readonly event: number;
  /** How often the function had been called by then. */
  readonly calls: number;
  /** For `marked`, `replaced` and `deoptimized`. */
  readonly tier?: TierName;
  /** For `reset`: which site of the function learned what; for `deoptimized`: why, in V8's words. */
  readonly reason: string;
  /** Where it came from in the source, or -1. */
  readonly script: number;
  readonly position: number;
}

export interface FunctionTierView {
  readonly functionIndex: number;
  readonly tier: TierName;
  /** What the next call compiles it for. */
  readonly request?: TierName;
  readonly hasBaselineCode: boolean;
  readonly calls: number;
  /** Bytes of bytecode that may still run until it is looked at again, of how many, and what for. */
  readonly budget: { readonly left: number; readonly of: number; readonly purpose: string };
  /** Of one call: what it takes off the budget, loops aside. */
  readonly bytes: number;
  readonly deopts: number;
  readonly steps: Cut<TierStepView>;
}

export interface TiersView {
  /** Whose numbers they are. */
  readonly scale: 'real' | 'fuzzing';
  /** Those that this engine has, lowest first. */
  readonly tiers: readonly TierName[];
  /** Calls' worth of bytecode until a function is marked; undefined where the engine has no such tier, or counts otherwise. */
  readonly maglevCalls?: number;
  readonly turbofanCalls?: number;
  /** Where it counts otherwise: so many bytes of bytecode are one tick, and a few ticks make a function hot. */
  readonly tickBytes?: number;
  readonly functions: Cut<FunctionTierView>;
}
