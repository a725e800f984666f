/** States of inline caches, and the words and letters that V8 has for them. V8: src/common/globals.h (InlineCacheState), src/ic/ic.cc. */

/** With the letter that --log-ic prints. */
export const icStates = {
  NO_FEEDBACK: { mark: 'X', doc: 'the function has no feedback vector yet' },
  UNINITIALIZED: { mark: '0', doc: 'has not run yet' },
  MONOMORPHIC: { mark: '1', doc: 'has met one hidden class' },
  RECOMPUTE_HANDLER: { mark: '^', doc: 'knows the hidden class, but what it knew of it holds no longer' },
  POLYMORPHIC: { mark: 'P', doc: 'has met two to four hidden classes' },
  MEGAMORPHIC: { mark: 'N', doc: 'has met more than it remembers' },
  GENERIC: { mark: 'G', doc: 'takes anything' },
} as const satisfies Record<string, { mark: string; doc: string }>;

export type IcState = keyof typeof icStates;

/** As --log-ic names them. */
export type IcType =
  | 'LoadIC'
  | 'LoadGlobalIC'
  | 'KeyedLoadIC'
  | 'StoreIC'
  | 'StoreGlobalIC'
  | 'KeyedStoreIC'
  | 'StoreInArrayLiteralIC'
  | 'CloneObjectIC';

/** What an element access has to reckon with beyond elements that are there. V8: KeyedAccessLoadMode, KeyedAccessStoreMode. */
export type IcModifier = '' | '.OOB' | '.HOLES' | '.OOB+HOLES' | '.COW' | '.STORE+COW' | '.IGNORE_OOB';
