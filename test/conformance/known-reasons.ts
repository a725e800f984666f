/** Why tests are expected to fail: what `--update` writes beside them. The first entry that fits counts. */

export interface KnownReason {
  readonly prefix: string;
  readonly reason: string;
  /** Only failures that say this. */
  readonly message?: RegExp;
  /** Everything under the prefix, without a list of its tests. */
  readonly whole?: boolean;
}

export const knownReasons: readonly KnownReason[] = [
  { prefix: 'test/', message: /createRealm/, reason: 'an isolate has one realm' },
  {
    prefix: 'test/language/expressions/dynamic-import/',
    reason: 'dynamic import comes with modules',
  },
  { prefix: 'test/', message: /does not simulate dynamic import/, reason: 'dynamic import comes with modules' },
  { prefix: 'test/built-ins/Atomics/waitAsync/', reason: 'nothing wakes a waiter yet' },
  {
    prefix: 'test/language/expressions/',
    message: /Expected true but got false/,
    reason: 'as V8: an object that is a key is converted twice, once for the load and once for the store',
  },
  {
    prefix: 'test/language/',
    message: /Generator\]».*to be false/,
    reason: "as V8: a generator's prototype is read before the defaults of its parameters are evaluated",
  },
  {
    prefix: 'test/built-ins/String/prototype/',
    message: /should not be called/,
    reason: 'as V8 13.6: the symbol methods of primitives are still looked up',
  },
];
