/** Why tests are expected to fail: what `--update` writes beside them. The first entry that fits counts. */

export interface KnownReason {
  readonly prefix: string;
  readonly reason: string;
  /** Only failures that say this. */
  readonly message?: RegExp;
  /** Everything under the prefix, without a list of its tests. */
  readonly whole?: boolean;
}

export const knownReasons: readonly KnownReason[] = [];
