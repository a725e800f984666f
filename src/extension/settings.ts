/**
 * Every setting, once: its value where nothing (or nonsense) is configured, and what is accepted. The words are in
 * package.json and package.nls.json; a test holds the two lists against each other.
 */
import * as vscode from 'vscode';
import {
  defaultEngine,
  type DialogAnswer,
  type EngineName,
  engineNames,
  type RaceOrder,
  raceOrders,
  type RuntimeName,
  type TierBudgets,
  tierBudgets,
} from '../protocol/run.ts';

interface Setting<T> {
  readonly fallback: T;
  /** The configured value, made valid. */
  readonly read: (value: unknown) => T;
}

/** default: by evidence and heat; a severity: always that one. */
const ruleLevelNames = ['default', 'off', 'hint', 'information', 'warning'] as const;
export type RuleLevel = (typeof ruleLevelNames)[number];

export const settingTable = {
  runtime: oneOf<RuntimeName>(['node', 'browser']),
  engine: oneOf<EngineName>([defaultEngine, ...engineNames]),
  tierBudgets: oneOf<TierBudgets>(tierBudgets),
  v8Flags: texts(),
  races: oneOf<RaceOrder>(raceOrders),
  /** Milliseconds without a keystroke before a changed file runs again. */
  delay: numberBetween(0, 5_000, 50),
  /** A date that `new Date` understands; empty: the time at which the file was first run. */
  startTime: text(),
  /** process.env: nothing of the machine's own, so that a run is the same everywhere. */
  environment: namedTexts(),
  /** What confirm and prompt answer; empty: OK, and what was offered. */
  dialogAnswers: dialogAnswers(),
  /** The file with the network fixtures; empty: the nearest underhood.network.json. */
  'network.fixtures': text(),
  /** What JSX calls. The default leaves it to the project's tsconfig.json. */
  'jsx.factory': dottedName('React.createElement'),
  'jsx.fragmentFactory': dottedName('React.Fragment'),
  highlightLine: flag(true),
  'annotations.values': flag(false),
  'annotations.counts': flag(false),
  'annotations.functions': flag(false),
  'limits.steps': numberBetween(1_000, 100_000_000, 1_000_000),
  'limits.seconds': numberBetween(0.1, 60, 2),
  /** In millions of characters. */
  'limits.fileSize': numberBetween(0.1, 20, 2),
  'hazards.enabled': flag(true),
  'hazards.rules': ruleLevels(),
  'hazards.onlyHot': flag(false),
  /** Globs of files in which nothing is underlined. */
  'hazards.exclude': texts(),
  /** The Node that a file is verified in; empty: as a terminal finds it. */
  'verify.node': text(),
} as const satisfies Record<string, Setting<unknown>>;

export type SettingName = keyof typeof settingTable;
export type Settings = { readonly [Name in SettingName]: (typeof settingTable)[Name]['fallback'] };

export const section = 'underhood';

/** The settings that hold for a document, or for the window. */
export function readSettings(scope?: vscode.Uri): Settings {
  const configuration = vscode.workspace.getConfiguration(section, scope);
  const entries = Object.entries(settingTable).map(([name, setting]) => [name, setting.read(configuration.get(name))]);
  return Object.fromEntries(entries) as Settings;
}

/** Writes a setting where it is already set, else for the user: a toggle must not be outvoted by the workspace. */
export async function writeSetting<Name extends SettingName>(
  name: Name,
  value: Settings[Name],
  scope?: vscode.Uri,
): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(section, scope);
  const inspected = configuration.inspect(name);
  const target =
    inspected?.workspaceFolderValue !== undefined
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : inspected?.workspaceValue !== undefined
        ? vscode.ConfigurationTarget.Workspace
        : vscode.ConfigurationTarget.Global;
  await configuration.update(name, value, target);
}

function oneOf<T extends string>(values: readonly [T, ...T[]]): Setting<T> {
  const fallback = values[0];
  return { fallback, read: (value) => values.find((allowed) => allowed === value) ?? fallback };
}

function numberBetween(least: number, most: number, fallback: number): Setting<number> {
  const read = (value: unknown) =>
    typeof value === 'number' && Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : fallback;
  return { fallback, read };
}

function text(): Setting<string> {
  return { fallback: '', read: (value) => (typeof value === 'string' ? value.trim() : '') };
}

function texts(): Setting<readonly string[]> {
  const read = (value: unknown): string[] =>
    Array.isArray(value) ? value.filter((each) => typeof each === 'string' && each !== '') : [];
  return { fallback: [], read };
}

function dialogAnswers(): Setting<readonly DialogAnswer[]> {
  const isAnswer = (each: unknown): each is DialogAnswer =>
    typeof each === 'string' || typeof each === 'boolean' || each === null;
  return { fallback: [], read: (value) => (Array.isArray(value) ? value.filter(isAnswer) : []) };
}

function namedTexts(): Setting<Readonly<Record<string, string>>> {
  const read = (value: unknown): Record<string, string> =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).flatMap(([name, each]) => (typeof each === 'string' ? [[name, each] as const] : [])),
        )
      : {};
  return { fallback: {}, read };
}

function dottedName(fallback: string): Setting<string> {
  const read = (value: unknown) =>
    typeof value === 'string' && /^[\w$]+(?:\.[\w$]+)*$/.test(value.trim()) ? value.trim() : fallback;
  return { fallback, read };
}

function flag(fallback: boolean): Setting<boolean> {
  return { fallback, read: (value) => (typeof value === 'boolean' ? value : fallback) };
}

/** By the hazard's id. `true` and `false` are what earlier versions wrote. */
function ruleLevels(): Setting<Readonly<Record<string, RuleLevel>>> {
  const levelOf = (value: unknown): RuleLevel | undefined => {
    if (typeof value === 'boolean') return value ? 'default' : 'off';
    return ruleLevelNames.find((level) => level === value);
  };
  const read = (value: unknown): Record<string, RuleLevel> =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value).flatMap(([id, configured]): [string, RuleLevel][] => {
            const level = levelOf(configured);
            return level === undefined ? [] : [[id, level]];
          }),
        )
      : {};
  return { fallback: {}, read };
}
