/**
 * The log of a run as it is sent: rows of six columns of numbers, one an event (events.ts), and the tables that these point
 * into.
 *
 * Positions: an `offset` is a UTF-16 offset into a script's text (base 0). `line` and `column` are base 1 unless a name
 * says otherwise, here and in the whole folder.
 */

/** A script of the run: the file itself, another file, or code that eval or new Function compiled. */
export interface ScriptInfo {
  readonly name: string;
  /** `file`: another file of the program, which `name` is the path of. */
  readonly kind: 'main' | 'file' | 'eval' | 'builtin';
  /** For eval and other files: the text as it ran. Of a file that is too long to be sent along there is none. */
  readonly source?: string;
}

/** A function of the run, as source text (closures of one literal share it). */
export interface FunctionInfo {
  /** As V8's stack traces name it, '' for an anonymous function. */
  readonly name: string;
  readonly script: number;
  /** Offsets of the function's text in its script; -1 for builtins. */
  readonly start: number;
  readonly end: number;
  readonly kind:
    | 'script'
    | 'function'
    | 'arrow'
    | 'method'
    | 'getter'
    | 'setter'
    | 'constructor'
    | 'generator'
    | 'async'
    | 'builtin';
}

/**
 * A value in short, in one number, so that the commonest values cost a recording no text. From 0 up: an index into `texts`;
 * -1: nothing is said; from -2 down to `lastList`: a list, whose place in `lists` is -2 less the code: there stand how many
 * values, and a code for each; from `firstInteger` up to `lastInteger`: the integer that is the code less `zero`.
 */
export const TextCode = {
  none: -1,
  firstList: -2,
  lastList: -0x2000_0001,
  firstInteger: -0x8000_0000,
  zero: -0x6000_0000,
  lastInteger: -0x4000_0001,
} as const;

/** A piece of the append-only log. The six number columns have the same length: one row per event. */
export interface LogChunk {
  /** Index of the chunk's first event in the whole log. */
  readonly start: number;
  readonly type: Uint8Array;
  /** Bytecodes executed before the event. */
  readonly step: Uint32Array;
  readonly position: Int32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly c: Int32Array;
  /** Appended to the log's tables; indices count on from the chunks before. */
  readonly texts: readonly string[];
  readonly lists: Int32Array;
  readonly scripts: readonly ScriptInfo[];
  readonly functions: readonly FunctionInfo[];
}
