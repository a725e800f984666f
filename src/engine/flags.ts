/**
 * V8's command line flags, those that the model has an answer to, as one table. Numbers and rules of the tiers are rows of
 * the engine profile: such a flag changes its row for this run. V8: src/flags/flag-definitions.h, FlagList::SetFlagsFromCommandLine.
 */
import { type EngineProfile, profileRows, type ProfileRowName } from './profiles.ts';

interface Flag {
  readonly what: string;
  readonly fallback: boolean | number | string;
  /** The row of the profile that it is; its default then is the profile's. */
  readonly row?: ProfileRowName;
  /** Flags whose values it sets. */
  readonly implies?: Readonly<Record<string, boolean | number>>;
}

export const flagTable = {
  'allow-natives-syntax': { fallback: false, what: 'Programs may call functions of the engine: %Name(arguments).' },
  'expose-gc': { fallback: false, what: 'There is a global function gc(), which collects what cannot be reached.' },

  'print-bytecode': { fallback: false, what: 'Print the bytecode of each function when it is compiled.' },
  'print-bytecode-filter': { fallback: '*', what: 'Of which functions: a name, or the start of names and a star.' },
  'log-ic': { fallback: false, what: 'Log each miss of an inline cache.' },
  'log-maps': { fallback: false, what: 'Log each new hidden class and why it was made.' },
  'log-deopt': { fallback: false, what: 'Log each deoptimisation.' },
  logfile: { fallback: 'v8.log', what: 'Where the log goes; - is standard output, as with --no-logfile-per-isolate.' },
  'logfile-per-isolate': { fallback: true, what: 'Name the file of the log by the isolate too: never simulated.' },
  'trace-opt': { fallback: false, what: 'Print what is marked for an optimising tier, and compiled.' },
  'trace-gc': { fallback: false, what: 'Print each garbage collection, without times.' },
  'trace-deopt': { fallback: false, what: 'Print each deoptimisation.' },

  'single-threaded': { fallback: false, what: 'Compile on the main thread: what is simulated does in any case.' },
  predictable: { fallback: false, what: 'As --single-threaded.' },
  'concurrent-recompilation': { fallback: true, what: 'Optimise on another thread: never simulated.' },

  'stack-size': { fallback: 984, row: 'stackSize', what: 'KB of the stack.' },
  'lazy-feedback-allocation': {
    fallback: true,
    row: 'lazyFeedbackAllocation',
    what: 'Functions get their feedback vector after some calls; else before the first.',
  },
  sparkplug: { fallback: true, row: 'hasSparkplug', what: 'Use baseline code.' },
  'always-sparkplug': { fallback: false, row: 'alwaysSparkplug', what: 'Compile baseline code at once.' },
  maglev: { fallback: true, row: 'hasMaglev', what: 'Use Maglev, where the engine has it.' },
  turbofan: { fallback: true, row: 'hasTurbofan', what: 'Use TurboFan; also --opt.' },
  'use-osr': { fallback: true, row: 'hasOsr', what: 'Replace running loops on the stack.' },
  'maglev-osr': { fallback: true, row: 'hasMaglevOsr', what: 'Replace them by Maglev code.' },
  'profile-guided-optimization': {
    fallback: true,
    row: 'profileGuidedOptimization',
    what: 'Decide how early to optimise by what a function did before.',
  },
  'interrupt-budget': { fallback: 67_584, row: 'interruptBudget', what: 'Bytes per tick, where there are ticks.' },
  'invocation-count-for-feedback-allocation': count(8, 'invocationCountForFeedbackAllocation'),
  'invocation-count-for-maglev': count(400, 'invocationCountForMaglev'),
  'invocation-count-for-maglev-osr': count(100, 'invocationCountForMaglevOsr'),
  'invocation-count-for-turbofan': count(3000, 'invocationCountForTurbofan'),
  'invocation-count-for-osr': count(500, 'invocationCountForOsr'),
  'invocation-count-for-early-optimization': count(30, 'invocationCountForEarlyOptimization'),
  'invocation-count-for-maglev-with-delay': count(600, 'invocationCountForMaglevWithDelay'),
  'minimum-invocations-after-ic-update': count(500, 'minimumInvocationsAfterIcUpdate'),
  'minimum-invocations-before-optimization': count(2, 'minimumInvocationsBeforeOptimization'),
  'baseline-batch-compilation-threshold': count(4096, 'baselineBatchCompilationThreshold'),
  'max-optimized-bytecode-size': count(61_440, 'maxOptimizedBytecodeSize'),
  'max-inlined-bytecode-size': count(460, 'maxInlinedBytecodeSize'),
  'max-inlined-bytecode-size-cumulative': count(920, 'maxInlinedBytecodeSizeCumulative'),
  'max-inlined-bytecode-size-small': count(27, 'maxInlinedBytecodeSizeSmall'),
  'max-maglev-inlined-bytecode-size': count(460, 'maxMaglevInlinedBytecodeSize'),
  'max-maglev-inlined-bytecode-size-cumulative': count(920, 'maxMaglevInlinedBytecodeSizeCumulative'),
  'max-maglev-inlined-bytecode-size-small': count(27, 'maxMaglevInlinedBytecodeSizeSmall'),
  'max-maglev-inline-depth': count(1, 'maxMaglevInlineDepth'),
  'jit-fuzzing': {
    fallback: false,
    what: 'V8’s own scale for small programs: Maglev after 10 calls, TurboFan after 20, feedback from the first.',
    implies: {
      'lazy-feedback-allocation': false,
      'invocation-count-for-maglev': 10,
      'invocation-count-for-maglev-osr': 1,
      'invocation-count-for-turbofan': 20,
      'invocation-count-for-osr': 5,
      'minimum-invocations-after-ic-update': 5,
      'baseline-batch-compilation-threshold': 0,
    },
  },
} as const satisfies Readonly<Record<string, Flag>>;

export type FlagName = keyof typeof flagTable;
type Widened<Value> = Value extends boolean ? boolean : Value extends number ? number : string;
/** The value of each flag. */
export type V8Flags = { readonly [Name in FlagName]: Widened<(typeof flagTable)[Name]['fallback']> };

export interface ParsedFlags {
  readonly flags: V8Flags;
  /** Those that were given, or implied by one. */
  readonly given: ReadonlySet<FlagName>;
}

/** Those that print or log what happens. */
export const tracingFlags = [
  'print-bytecode',
  'log-ic',
  'log-maps',
  'log-deopt',
  'trace-opt',
  'trace-deopt',
  'trace-gc',
] as const;

const aliases: Readonly<Record<string, FlagName>> = { opt: 'turbofan' };

const defaultFlags: V8Flags = Object.fromEntries(
  Object.entries(flagTable).map(([name, { fallback }]) => [name, fallback]),
) as unknown as V8Flags;

export const noFlags: ParsedFlags = { flags: defaultFlags, given: new Set() };

/** The flag that a word such as `--no-maglev` or `--stack_size=500` is for. */
export function flagOf(word: string): { name: FlagName; isNegated: boolean; value: string | undefined } | undefined {
  const match = /^--?([\w-]+)(?:=(.*))?$/s.exec(word);
  if (match === null) return undefined;
  const written = match[1]!.replaceAll('_', '-');
  const known = (name: string): FlagName | undefined =>
    aliases[name] ?? (name in flagTable ? (name as FlagName) : undefined);
  const plain = known(written);
  if (plain !== undefined) return { name: plain, isNegated: false, value: match[2] };
  const negated = /^no-?(.*)$/.exec(written);
  const name = negated === null ? undefined : known(negated[1]!);
  return name === undefined ? undefined : { name, isNegated: true, value: match[2] };
}

/** The later of two words for one flag wins. `problem` is for whoever wrote them. */
export function parseFlags(words: readonly string[]): ParsedFlags | { readonly problem: string } {
  const values: Record<string, boolean | number | string> = { ...defaultFlags };
  const given = new Set<FlagName>();
  for (const word of words) {
    const flag = flagOf(word);
    if (flag === undefined) return { problem: `there is no flag ${word}` };
    const { name, isNegated, value } = flag;
    const { fallback, implies }: Flag = flagTable[name];
    const parsed = parsedValue(fallback, isNegated, value);
    if (parsed === undefined) return { problem: valueProblem(name, fallback, isNegated) };
    values[name] = parsed;
    given.add(name);
    if (parsed !== true) continue;
    for (const [implied, impliedValue] of Object.entries(implies ?? {})) {
      if (given.has(implied as FlagName)) continue;
      values[implied] = impliedValue;
      given.add(implied as FlagName);
    }
  }
  return { flags: values as unknown as V8Flags, given };
}

/** The flags that a run in an editor may have: those that change what happens, and print nothing. */
export function isFlagOfRuns(word: string): boolean {
  const flag = flagOf(word);
  if (flag === undefined || 'problem' in parseFlags([word])) return false;
  const { row, implies }: Flag = flagTable[flag.name];
  return row !== undefined || implies !== undefined || languageFlags.has(flag.name);
}

const languageFlags: ReadonlySet<FlagName> = new Set<FlagName>(['allow-natives-syntax', 'expose-gc']);

/** Of flags that were checked before. */
export function flagsOf(words: readonly string[]): ParsedFlags {
  const parsed = parseFlags(words);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed;
}

function parsedValue(
  fallback: boolean | number | string,
  isNegated: boolean,
  value: string | undefined,
): boolean | number | string | undefined {
  if (typeof fallback === 'boolean') return value === undefined ? !isNegated : undefined;
  if (isNegated || value === undefined) return undefined;
  if (typeof fallback === 'string') return value;
  return /^\d+$/.test(value) ? Number(value) : undefined;
}

function valueProblem(name: FlagName, fallback: boolean | number | string, isNegated: boolean): string {
  if (typeof fallback === 'boolean') return `--${name} takes no value: it is on, or off as --no-${name}`;
  if (isNegated) return `--${name} cannot be off`;
  return `--${name} needs a ${typeof fallback === 'number' ? 'whole number' : 'value'}: --${name}=…`;
}

/** The profile of a run: its rows as the flags have changed them. V8: FlagList::EnforceFlagImplications. */
export function profileWithFlags(profile: EngineProfile, { flags, given }: ParsedFlags): EngineProfile {
  const changes: Record<string, boolean | number | string> = {};
  for (const name of given) {
    const { row }: Flag = flagTable[name];
    // What the build lacks cannot be turned on.
    if (row !== undefined && !(profile[row] === false && isBuiltIn(row))) changes[row] = flags[name];
  }
  if (!given.has('invocation-count-for-turbofan') && given.has('maglev') && !flags.maglev)
    changes.invocationCountForTurbofan = profile.invocationCountForTurbofanWithoutMaglev;
  if (given.has('maglev') && !flags.maglev) changes.hasMaglevOsr = false;
  const isWithoutMaglevOsr = changes.hasMaglevOsr === false;
  if (!given.has('invocation-count-for-osr') && isWithoutMaglevOsr)
    changes.invocationCountForOsr = profile.invocationCountForOsrWithoutMaglev;
  return { ...profile, ...(changes as Partial<EngineProfile>) };
}

function isBuiltIn(row: ProfileRowName): boolean {
  return row === 'hasMaglev' || row === 'hasMaglevOsr';
}

function count<const Row extends ProfileRowName>(fallback: number, row: Row) {
  return { fallback, row, what: profileRows[row].what } as const;
}
