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
  {
    prefix: 'test/language/expressions/call/eval-spread.js',
    reason: 'as V8: eval with a spread argument is no direct eval',
  },
  {
    prefix: 'test/built-ins/Function/internals/Construct/',
    reason: "as V8: a derived constructor that leaves this out throws an error of the caller's realm",
  },
  {
    prefix: 'test/built-ins/Function/prototype/toString/',
    reason: 'as V8: the getter of RegExp.$& has a name that no source text could have',
  },
  {
    prefix: 'test/built-ins/Object/internals/DefineOwnProperty/',
    reason: 'as V8: caller and arguments of a sloppy function are own data properties, whose values change',
  },
  {
    prefix: 'test/language/destructuring/binding/',
    reason: 'as V8: the target of a pattern in a with block is looked up after the value is read',
  },
  {
    prefix: 'test/language/identifier-resolution/',
    reason: 'as V8: whether a global exists is asked when the value is there, not before',
  },
  {
    prefix: 'test/language/module-code/',
    message: /contains conflicting star exports/,
    reason: 'as V8: a namespace that is exported twice is two bindings',
  },
  {
    prefix: 'test/language/module-code/top-level-await/',
    message: /never calls \$DONE/,
    reason: 'as V8 13.6: a module that rejects tells those that wait for it before its own promise',
  },
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
    prefix: 'test/language/statements/with/',
    message: /has:/,
    reason: 'as V8: a name in a with block asks its proxy once, and once more after the right side ran',
  },
  {
    prefix: 'test/built-ins/Iterator/prototype/',
    message: /RangeError/,
    reason: 'as V8 13.6: take and drop accept more than 2 ** 53',
  },
];
