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
    prefix: 'test/language/eval-code/direct/',
    message: /Expected a SyntaxError to be thrown/,
    reason: "as V8: eval's `var arguments` among parameters is no error",
  },
  {
    prefix: 'test/language/expressions/',
    message: /(inner|scope|innerScope)\.?[xX]|Expected true but got false/,
    reason: 'as V8: an assignment looks its name up again after the right side ran',
  },
  {
    prefix: 'test/built-ins/String/prototype/',
    message: /should not be called/,
    reason: 'as V8 13.6: the symbol methods of primitives are still looked up',
  },
];
