/** Scripts: the texts that functions come from. V8: src/objects/script.h. */

/** A text that functions come from. */
export interface Script {
  /** Counts from 0 (the main file) in one run; builtins share script -1. */
  readonly id: number;
  readonly name: string;
  readonly kind: 'main' | 'eval' | 'builtin';
  readonly source: string;
  /** Offsets that stack traces subtract or add, as for Node's CommonJS wrapper or new Function. */
  readonly lineOffset: number;
  /** Offsets where lines start, made when first needed. */
  lineStarts?: readonly number[];
}
