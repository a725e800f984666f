/** The command line as data. */
import { flagOf, flagsOf, flagTable, parseFlags, tracingFlags } from '../engine/index.ts';
import {
  defaultEngine,
  type DialogAnswer,
  type EngineName,
  engineNames,
  type RaceOrder,
  raceOrders,
  type RuntimeName,
  runtimeNames,
} from '../protocol/run.ts';

export interface RunCommand {
  readonly name: 'run';
  readonly file: string;
  readonly runtime: RuntimeName;
  readonly engine: EngineName;
  readonly races: RaceOrder;
  /** V8's. */
  readonly flags: readonly string[];
  readonly isScript: boolean;
  readonly isJson: boolean;
  readonly maxSteps: number;
  /** process.env. */
  readonly variables: Readonly<Record<string, string>>;
  /** What confirm and prompt answer. */
  readonly dialogAnswers: readonly DialogAnswer[];
  /** What JSX calls, dotted names; undefined: as the project or the file says. */
  readonly jsx: { readonly factory?: string; readonly fragmentFactory?: string };
}

export interface LintCommand {
  readonly name: 'lint';
  readonly files: readonly string[];
  readonly runtime: RuntimeName;
  readonly format: (typeof lintFormats)[number];
  /** The least severity that makes the command fail. */
  readonly failOn: (typeof failLevels)[number];
  readonly baseline: string | undefined;
  readonly updatesBaseline: boolean;
}

const lintFormats = ['text', 'json', 'sarif'] as const;
const failLevels = ['warning', 'information', 'hint', 'never'] as const;

export interface BytecodeCommand {
  readonly name: 'bytecode';
  readonly file: string;
  readonly isScript: boolean;
}

export interface VerifyCommand {
  readonly name: 'verify';
  readonly file: string;
  /** As a terminal finds it. */
  readonly node: string;
  /** What agreed, too. */
  readonly isAll: boolean;
  readonly isJson: boolean;
  readonly maxSteps: number;
}

export type Command =
  | RunCommand
  | LintCommand
  | BytecodeCommand
  | VerifyCommand
  | { readonly name: 'dap' }
  | { readonly name: 'help' }
  | { readonly name: 'version' };

export type ParsedArguments =
  { readonly ok: true; readonly command: Command } | { readonly ok: false; readonly problem: string };

export const defaultMaxSteps = 20_000_000;

/** The options of each command; those with a value are written --name=value. */
const options = {
  run: [
    '--runtime',
    '--engine',
    '--races',
    '--script',
    '--json',
    '--max-steps',
    '--env',
    '--dialog',
    '--jsx-factory',
    '--jsx-fragment-factory',
  ],
  lint: ['--runtime', '--format', '--fail-on', '--baseline', '--update-baseline'],
  bytecode: ['--script'],
  verify: ['--node', '--all', '--format', '--max-steps'],
} as const;

export function parseArguments(words: readonly string[]): ParsedArguments {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help')
    return { ok: true, command: { name: 'help' } };
  if (name === '--version' || name === '-v') return { ok: true, command: { name: 'version' } };
  if (name === 'dap') {
    return rest[0] === undefined
      ? { ok: true, command: { name } }
      : problem(`dap takes no arguments, not ${rest[0]}: the client says what to debug`);
  }
  if (name !== 'run' && name !== 'lint' && name !== 'bytecode' && name !== 'verify')
    return problem(`there is no command ${name}`);
  const files: string[] = [];
  const given = new Map<string, string>();
  const flags: string[] = [];
  const variables: Record<string, string> = {};
  const dialogAnswers: DialogAnswer[] = [];
  let isAfterDashes = false;
  for (const word of rest) {
    if (word === '--' && !isAfterDashes) isAfterDashes = true;
    else if (!isAfterDashes && word.startsWith('--')) {
      const [key = '', value = ''] = word.split(/=(.*)/s);
      if (name === 'run' && key === '--env') {
        const [variable = '', text] = value.split(/=(.*)/s);
        if (variable === '' || text === undefined) return problem('--env=NAME=VALUE gives process.env a variable');
        variables[variable] = text;
      } else if (name === 'run' && key === '--dialog') {
        dialogAnswers.push(value === 'ok' ? true : value === 'cancel' ? null : value);
      } else if ((options[name] as readonly string[]).includes(key)) given.set(key, value);
      else if (name === 'run' && flagOf(word) !== undefined) flags.push(word);
      else return problem(noOption(name, key));
    } else files.push(word);
  }
  const [file, second] = files;
  if (file === undefined) return problem(`${name} needs a file`);
  if (name === 'lint') return lintCommandOf(files, given);
  if (second !== undefined) return problem(`${name} takes one file, not also ${second}`);
  if (name === 'verify') return verifyCommandOf(file, given);
  const parsed = parseFlags(flags);
  if ('problem' in parsed) return problem(parsed.problem);
  return commandOf(name, file, given, { flags, variables, dialogAnswers });
}

function commandOf(
  name: 'run' | 'bytecode',
  file: string,
  given: ReadonlyMap<string, string>,
  lists: Pick<RunCommand, 'flags' | 'variables' | 'dialogAnswers'>,
): ParsedArguments {
  const isScript = given.has('--script');
  if (name === 'bytecode') return { ok: true, command: { name, file, isScript } };
  const runtime = runtimeIn(given);
  if (runtime === undefined) return problem(wrongRuntime(given));
  const wanted = given.get('--engine') ?? defaultEngine;
  const engine = engineNames.find((each) => each === wanted);
  if (engine === undefined) return problem(`--engine is ${engineNames.join(', ')}, not ${wanted}`);
  const races = raceOrders.find((each) => each === (given.get('--races') ?? 'first'));
  if (races === undefined) return problem(`--races is first or second, not ${given.get('--races')}`);
  const { flags: values } = flagsOf(lists.flags);
  if (given.has('--json') && tracingFlags.some((flag) => values[flag]))
    return problem(
      `--json prints one object: it does not go with ${tracingFlags.map((flag) => `--${flag}`).join(', ')}`,
    );
  const maxSteps = maxStepsIn(given);
  if (maxSteps === undefined) return problem(wrongSteps);
  const factory = given.get('--jsx-factory');
  const fragmentFactory = given.get('--jsx-fragment-factory');
  for (const [option, value] of Object.entries({ '--jsx-factory': factory, '--jsx-fragment-factory': fragmentFactory }))
    if (value !== undefined && !/^[\w$]+(?:\.[\w$]+)*$/.test(value))
      return problem(`${option} is a name such as h or React.createElement`);
  const jsx = { ...(factory !== undefined && { factory }), ...(fragmentFactory !== undefined && { fragmentFactory }) };
  return {
    ok: true,
    command: {
      name,
      file,
      runtime,
      engine,
      races,
      ...lists,
      isScript,
      isJson: given.has('--json'),
      maxSteps,
      jsx,
    },
  };
}

function lintCommandOf(files: readonly string[], given: ReadonlyMap<string, string>): ParsedArguments {
  const format = lintFormats.find((each) => each === (given.get('--format') ?? 'text'));
  if (format === undefined) return problem(`--format is ${lintFormats.join(', ')}, not ${given.get('--format')}`);
  const failOn = failLevels.find((each) => each === (given.get('--fail-on') ?? 'warning'));
  if (failOn === undefined) return problem(`--fail-on is ${failLevels.join(', ')}, not ${given.get('--fail-on')}`);
  const baseline = given.get('--baseline');
  const updatesBaseline = given.has('--update-baseline');
  if (baseline === '') return problem('--baseline=FILE names the file of the baseline');
  if (updatesBaseline && baseline === undefined) return problem('--update-baseline needs --baseline=FILE');
  const runtime = runtimeIn(given);
  if (runtime === undefined) return problem(wrongRuntime(given));
  return { ok: true, command: { name: 'lint', files, runtime, format, failOn, baseline, updatesBaseline } };
}

function verifyCommandOf(file: string, given: ReadonlyMap<string, string>): ParsedArguments {
  const format = given.get('--format') ?? 'text';
  if (format !== 'json' && format !== 'text') return problem(`--format is json or text, not ${format}`);
  const maxSteps = maxStepsIn(given);
  if (maxSteps === undefined) return problem(wrongSteps);
  const node = given.get('--node') || 'node';
  return {
    ok: true,
    command: { name: 'verify', file, node, isAll: given.has('--all'), isJson: format === 'json', maxSteps },
  };
}

function runtimeIn(given: ReadonlyMap<string, string>): RuntimeName | undefined {
  return runtimeNames.find((each) => each === (given.get('--runtime') ?? 'node'));
}

const wrongRuntime = (given: ReadonlyMap<string, string>): string =>
  `--runtime is ${runtimeNames.join(' or ')}, not ${given.get('--runtime')}`;

const wrongSteps = '--max-steps is a whole number above 0';

function maxStepsIn(given: ReadonlyMap<string, string>): number | undefined {
  const maxSteps = Number((given.get('--max-steps') ?? String(defaultMaxSteps)).replaceAll('_', ''));
  return Number.isInteger(maxSteps) && maxSteps > 0 ? maxSteps : undefined;
}

/** V8 has hundreds of flags; the nearest of ours may be meant. */
function noOption(name: keyof typeof options, key: string): string {
  if (name !== 'run') return `${name} has no option ${key}`;
  const words = key.replace(/^--(?:no-?)?/, '').replaceAll('_', '-');
  const near = Object.keys(flagTable).filter((flag) => flag.includes(words) || words.includes(flag));
  const hint = near.length === 0 ? '' : `; there is ${near.map((flag) => `--${flag}`).join(', ')}`;
  return `run has no option ${key}, and it is no flag of V8 that is simulated${hint}`;
}

function problem(text: string): ParsedArguments {
  return { ok: false, problem: text };
}
