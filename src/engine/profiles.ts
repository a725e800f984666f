/**
 * Engine profiles: what differs between versions of V8, and the numbers that decide when it does what, as one table. A rule
 * of the model that holds in some versions only asks `Isolate.profile` (or `heap.profile`) for its row.
 * V8: src/flags/flag-definitions.h, and the commits between the versions.
 *
 * Simplified: bytecode is Node 24's in every profile, and so are messages and library; profiles change thresholds and rules.
 *
 * Sources: E, measured with that release of Node, from npm; D, printed by its `node --v8-options`; S, read in V8's source.
 * Chrome's column is V8 14.6 (Chrome 146) with pointer compression, as Chrome is built: 31-bit Smis, tagged values of 4 bytes.
 */
import { defaultEngine, type EngineName, engineNames } from '../protocol/run.ts';

export interface ProfileRow<Value extends number | boolean | string> {
  readonly what: string;
  readonly source: string;
  /** By engine, in the order of `engineNames`. */
  readonly values: readonly [Value, Value, Value, Value, Value];
}

type Numbers = readonly [number, number, number, number, number];
type Flags = readonly [boolean, boolean, boolean, boolean, boolean];
type Words = readonly [string, string, string, string, string];

/** A row for a version that has no such thing: nothing ever reaches it. */
const never = Infinity;

export const profileRows = {
  v8Version: words('V8 of this engine.', 'E process.versions.v8', ['11.3', '12.4', '13.6', '14.6', '14.6']),
  title: words('The engine as people call it.', '-', [
    'Node.js 20',
    'Node.js 22',
    'Node.js 24',
    'Node.js 26',
    'Chrome',
  ]),

  smiBits: numbers(
    'Bits of a Smi: integers beyond are heap numbers. Pointer compression leaves 31.',
    'E push(2**30) and push(2**31); S v8-internal.h SmiTagging',
    [32, 32, 32, 32, 31],
  ),

  hasMaglev: flags('The tier between baseline and TurboFan exists and is on.', 'E process.config; D --maglev', [
    false,
    false,
    true,
    true,
    true,
  ]),
  hasSparkplug: flags('Baseline code without optimisation.', 'D --sparkplug', [true, true, true, true, true]),
  alwaysSparkplug: flags('It is compiled with the bytecode.', 'D', [false, false, false, false, false]),
  hasTurbofan: flags('The highest tier.', 'D --turbofan', [true, true, true, true, true]),
  hasOsr: flags('Code replaces a frame while its loop runs.', 'D --use-osr', [true, true, true, true, true]),
  hasMaglevOsr: flags('Code of Maglev does.', 'D --maglev-osr; E', [false, false, true, true, true]),

  lazyFeedbackAllocation: flags('Functions get their feedback vector when they have run for a while.', 'D', [
    true,
    true,
    true,
    true,
    true,
  ]),

  budgetPerInvocation: flags(
    'Interrupt budgets are a count times the length of the bytecode; before, they were bytes and ticks.',
    'E, D',
    [false, true, true, true, true],
  ),
  interruptBudget: numbers('Bytes of bytecode per tick, where there are ticks.', 'D --interrupt-budget', [
    67_584,
    never,
    never,
    never,
    never,
  ]),
  ticksBeforeOptimization: numbers('Ticks before a hot and stable function is optimised.', 'D', [
    3,
    never,
    never,
    never,
    never,
  ]),
  bytecodeSizeAllowancePerTick: numbers('Each so many bytes of bytecode ask for a tick more.', 'D', [
    150,
    never,
    never,
    never,
    never,
  ]),
  maxBytecodeSizeForEarlyOpt: numbers(
    'A function as small needs one tick, if no inline cache changed.',
    'D',
    [81, 0, 0, 0, 0],
  ),
  invocationCountForFeedbackAllocation: numbers(
    'Times the length: a function has this budget before it gets its feedback vector.',
    'D --invocation-count-for-feedback-allocation (20: --interrupt-budget-factor-for-feedback-allocation); E',
    [8, 8, 8, 8, 8],
  ),
  baselineBatchCompilationThreshold: numbers(
    'Estimated bytes of baseline code that are waited for before a batch is compiled.',
    'D --baseline-batch-compilation-threshold',
    [4096, 4096, 4096, 4096, 4096],
  ),
  invocationCountForMaglev: numbers('Times the length: budget before Maglev.', 'D; E marked at call 411 or 511', [
    never,
    never,
    400,
    400,
    400,
  ]),
  invocationCountForMaglevOsr: numbers(
    'Times the length: budget of a loop before Maglev replaces it on the stack.',
    'D',
    [never, never, 100, 100, 100],
  ),
  invocationCountForTurbofan: numbers(
    'Times the length: budget before TurboFan. The printed default is 3000; Maglev implies more.',
    'E exact fit of call counts; S flag-definitions.h maglev_overwrite_budget (13.x)',
    [never, 3000, 10_000, 16_000, 16_000],
  ),
  invocationCountForTurbofanWithoutMaglev: numbers(
    'The same under --no-maglev.',
    'D --invocation-count-for-turbofan; E',
    [never, 3000, 3000, 3000, 3000],
  ),
  invocationCountForOsr: numbers(
    'Times the length: budget between two steps of OSR urgency. The printed default is 500; OSR by Maglev implies more.',
    'E steps of --trace-osr; S flag-definitions.h maglev_overwrite_osr_budget (13.x)',
    [500, 800, 10_000, 16_000, 16_000],
  ),
  invocationCountForOsrWithoutMaglev: numbers(
    'The same under --no-maglev or --no-maglev-osr.',
    'D --invocation-count-for-osr',
    [500, 800, 500, 500, 500],
  ),
  minimumInvocationsAfterIcUpdate: numbers(
    'Times the length: the budget is raised to at least this when an inline cache changes.',
    'D; E call 511 instead of 411',
    [never, 500, 500, 500, 500],
  ),
  minimumInvocationsBeforeOptimization: numbers(
    'Calls that a function has to have before it is optimised.',
    'D',
    [0, 2, 2, 2, 2],
  ),
  profileGuidedOptimization: flags(
    'What a function did in an earlier tier decides how early it is optimised again.',
    'D',
    [false, false, true, true, true],
  ),
  invocationCountForEarlyOptimization: numbers('Times the length: budget of what is optimised early.', 'D', [
    never,
    20,
    30,
    30,
    30,
  ]),
  invocationCountForMaglevWithDelay: numbers(
    'Times the length, on top: what deoptimised early in Maglev waits longer.',
    'D; S tiering-manager.cc kDelayMaglev',
    [never, never, 600, 600, 600],
  ),
  maglevLoopBudgetFactor: numbers(
    'Maglev charges a loop this share of its distance.',
    'D --osr-from-maglev-interrupt-scale-factor; E exact call counts',
    [1, 1, 0.8, 0.8, 0.8],
  ),
  maxOptimizedBytecodeSize: numbers(
    'TurboFan refuses a function with more bytes of bytecode.',
    'D; E',
    [61_440, 61_440, 61_440, 61_440, 61_440],
  ),
  maxMaglevOptimizedBytecodeSize: numbers(
    'Maglev refuses a function with more.',
    'S maglev max_maglev_optimized_bytecode_size',
    [0, 0, 524_288, 524_288, 524_288],
  ),

  maxInlinedBytecodeSize: numbers('TurboFan inlines callees up to this.', 'D', [460, 460, 460, 460, 460]),
  maxInlinedBytecodeSizeCumulative: numbers('And so much in one function together.', 'D', [920, 920, 920, 920, 920]),
  maxInlinedBytecodeSizeAbsolute: numbers('And never more than this.', 'D', [4600, 4600, 4600, 4600, 4600]),
  maxInlinedBytecodeSizeSmall: numbers('So small a callee is inlined whatever else was.', 'D', [27, 27, 27, 30, 30]),
  minInliningFrequency: numbers(
    'A call that is made less often per call of its function is not inlined.',
    'D',
    [0.15, 0.15, 0.15, 0.15, 0.15],
  ),
  maxMaglevInlinedBytecodeSize: numbers('Maglev inlines callees up to this.', 'D', [0, 100, 460, 100, 100]),
  maxMaglevInlinedBytecodeSizeCumulative: numbers(
    'And so much in one function together.',
    'D',
    [0, 920, 920, 920, 920],
  ),
  maxMaglevInlinedBytecodeSizeSmall: numbers(
    'So small a callee is inlined whatever else was.',
    'D',
    [0, 27, 27, 27, 27],
  ),
  minMaglevInliningFrequency: numbers(
    'Maglev inlines no call that is made less often.',
    'D',
    [1, 0.95, 0.1, 0.95, 0.95],
  ),
  maxMaglevInlineDepth: numbers('How deep Maglev inlines in what it inlined.', 'D', [0, 1, 1, 1, 1]),

  hasAdditiveSafeIntegerFeedback: flags(
    'Between SignedSmall and Number, + and - know integers that add without loss.',
    'D --additive-safe-int-feedback',
    [false, false, false, true, true],
  ),

  tracksConstantScriptLet: flags(
    'Optimised code counts on a let of a script that was never assigned.',
    'E: no deoptimisation in 20; D --const-tracking-let, --script-context-cells',
    [false, true, true, true, true],
  ),

  deleteOfLastPropertyRollsBack: flags(
    'Deleting the property that was added last goes back to the hidden class before; else every delete makes a dictionary.',
    'E; S runtime-object.cc DeleteObjectPropertyFast, gone by 12.4',
    [true, false, false, false, false],
  ),
  spreadKeepsMap: flags(
    '`{...o}` has the hidden class of o; else it is made like `{}` and one property after another.',
    'E',
    [false, true, true, true, true],
  ),
  setPrototypeBackRestoresMap: flags(
    'An object whose prototype is set to another and back has its first hidden class again.',
    'E',
    [false, false, true, true, true],
  ),
  maxLiteralPropertiesFast: numbers(
    'An object literal with more properties is a dictionary.',
    'E; S kMapCacheSize (14.1)',
    [1020, 1020, 1020, 127, 127],
  ),
  maxFastProperties: numbers(
    'Fields outside of the object that were assigned more than once, before it is a dictionary.',
    'E 134 properties assigned twice, 1021 in 24 and 26; D --max-fast-properties',
    [128, 128, never, never, never],
  ),
  fastPropertiesSoftLimit: numbers(
    'Fields outside of the object before a keyed store makes it a dictionary.',
    'D; E',
    [12, 12, 12, 12, 12],
  ),
  fillPacks: flags('`new Array(n).fill(v)` of the whole array leaves it packed.', 'E (13.6; holey up to 12.9)', [
    false,
    false,
    true,
    true,
    true,
  ]),

  lazyDeoptsAreNamed: flags(
    'A lazy deoptimisation says which assumption broke; else "code dependencies".',
    'E --log-deopt',
    [false, false, true, true, true],
  ),
  contextSlotDeoptReason: words('What is said when a let of a script that was constant is assigned.', 'E --log-deopt', [
    'code dependencies',
    'code dependencies',
    'dependent script context slot property changed',
    'dependent context cell state changed',
    'dependent context cell state changed',
  ]),
  maglevNotNumberReason: words('What Maglev says of an operand that is no number.', 'E --log-deopt', [
    'not a Number or Oddball',
    'not a Number or Oddball',
    'not a Number or Oddball',
    'not a Number',
    'not a Number',
  ]),

  turbofanCodeKind: words('What traces call its code.', 'E --trace-opt', [
    'TURBOFAN',
    'TURBOFAN',
    'TURBOFAN_JS',
    'TURBOFAN_JS',
    'TURBOFAN_JS',
  ]),
  optimizationStatusHasAlwaysOptimize: flags(
    '%GetOptimizationStatus has a bit 2, "always optimise"; without it those above it are one lower.',
    'E',
    [true, true, true, true, false],
  ),

  stackSize: numbers('KB of the stack.', 'D --stack-size', [984, 984, 984, 984, 984]),
  interpreterFrameSlots: numbers(
    'Words of an interpreter frame beside registers and arguments.',
    'E depth of recursion',
    [7, 8, 8, 8, 8],
  ),
  maxSemiSpaceMegabytes: numbers(
    'To what the young generation grows.',
    'E new space after a mark-compact, by --trace-gc-verbose; 26 and Chrome after churn',
    [16, 16, 64, 32, 32],
  ),
  traceGcTellsOfPool: flags('--trace-gc tells of pages that are kept for later.', 'E', [false, true, true, true, true]),
  youngBytesAtStart: numbers(
    'What the surroundings have in new space before the program begins. Chrome: not measured.',
    'E the first scavenge of a loop that makes closures',
    [325_792, 352_576, 356_800, 393_376, 0],
  ),
  youngReachableAtStart: numbers(
    'Of that, what survives.',
    'E new space after the first scavenge',
    [70_000, 62_000, 66_000, 98_000, 0],
  ),
  oldBytesAtStart: numbers(
    'And what they have in the old generation: old, trusted and large object space.',
    'E --trace-gc-verbose',
    [2_797_000, 3_552_000, 3_882_000, 3_931_000, 0],
  ),
} as const satisfies Readonly<Record<string, ProfileRow<number> | ProfileRow<boolean> | ProfileRow<string>>>;

type Rows = typeof profileRows;
export type ProfileRowName = keyof Rows;
export type EngineProfile = { readonly name: EngineName } & {
  readonly [Name in ProfileRowName]: Rows[Name] extends ProfileRow<infer Value> ? Value : never;
};

export const engineProfiles = Object.fromEntries(
  engineNames.map((name, column) => {
    const rows = Object.entries(profileRows).map(([row, { values }]) => [row, values[column]]);
    return [name, { name, ...(Object.fromEntries(rows) as object) } as EngineProfile];
  }),
) as Readonly<Record<EngineName, EngineProfile>>;

export const defaultProfile = engineProfiles[defaultEngine];

function numbers(what: string, source: string, values: Numbers): ProfileRow<number> {
  return { what, source, values };
}

function flags(what: string, source: string, values: Flags): ProfileRow<boolean> {
  return { what, source, values };
}

function words(what: string, source: string, values: Words): ProfileRow<string> {
  return { what, source, values };
}
