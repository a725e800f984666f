/**
 * What the engine half of the page is told: the stages that a function passes through, its bytecode, hidden classes, inline
 * caches and tiers, as plain data in V8's words. Offsets are those of protocol.ts; lists that may be long are cut, and say so.
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
  /** Of an object: the id of its hidden class. */
  readonly shape?: number;
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
