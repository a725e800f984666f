/** What a run claims of V8, place by place, so that a real V8 can be asked whether it did the same. */

const claimKinds = {
  cache: 'the state in which an inline cache ended',
  deoptimization: 'optimised code was left, or thrown away',
  dictionary: 'an object went to dictionary mode',
  elements: 'an object began to hold its elements in another way',
} as const;
export type ClaimKind = keyof typeof claimKinds;

export interface Claim {
  readonly kind: ClaimKind;
  /** In the main file. */
  readonly offset: number;
  /** Base 1, as V8's log counts. */
  readonly line: number;
  readonly column: number;
  /** Of a cache what it serves, as V8's log names it (`LoadIC`); of a deoptimisation the function. */
  readonly subject: string;
  /** In V8's words: a state's letter, `deopt-eager: not a Smi`, a reason, `PACKED_SMI_ELEMENTS -> PACKED_ELEMENTS`. */
  readonly says: string;
}

export interface RunClaims {
  readonly claims: readonly Claim[];
  /** A limit ended the run: V8 may have gone on. */
  readonly isCut: boolean;
}
