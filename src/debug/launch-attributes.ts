/** What a launch configuration says, which somebody wrote by hand: what is wrong with it, in a sentence. */
import type { LaunchArguments } from './requests.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string' && value !== '';
const isFlag: Check = (value) => typeof value === 'boolean';
const isVariables: Check = (value) =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((each) => each === null || typeof each === 'string');
const isTexts: Check = (value) => Array.isArray(value) && value.every((word) => typeof word === 'string');

/** What is missing is taken to be right, but for the program. */
const checks: { readonly [Name in keyof LaunchArguments]?: readonly [check: Check, expected: string] } = {
  program: [isText, 'the file to run'],
  stopOnEntry: [isFlag, 'true or false'],
  noDebug: [isFlag, 'true or false'],
  runtime: [isText, 'node or browser'],
  engine: [isText, 'the name of an engine, such as node24'],
  args: [isTexts, 'a list of texts'],
  env: [isVariables, 'an object with texts, or null for variables that are not to be there'],
  v8Flags: [isTexts, 'a list of flags, such as --no-maglev'],
  inputs: [
    (value) => Array.isArray(value) && value.every(isInput),
    'a list of objects with step, frame and expression',
  ],
};

export function problemOfAttributes(attributes: Partial<LaunchArguments>): string | undefined {
  if (attributes.program === undefined) return 'Say which file to run: the attribute program is missing';
  for (const [name, [check, expected]] of Object.entries(checks)) {
    const value = attributes[name as keyof LaunchArguments];
    if (value !== undefined && !check(value)) return `The attribute ${name} has to be ${expected}`;
  }
  return undefined;
}

/** process.env: the usual one with what a launch configuration changes of it. */
export function variablesWith(
  usual: Readonly<Record<string, string>>,
  env: NonNullable<LaunchArguments['env']>,
): Record<string, string> {
  const both = Object.entries({ ...usual, ...env });
  return Object.fromEntries(both.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])));
}

function isInput(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { step, frame, expression, kind = 'evaluate' } = value as Readonly<Record<string, unknown>>;
  return kind === 'evaluate' && Number.isInteger(step) && Number.isInteger(frame) && typeof expression === 'string';
}
