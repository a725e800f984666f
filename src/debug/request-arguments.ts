/** What a request cannot do without, by the types of its values: a client that leaves it out is told so. */
import type { Arguments, Command } from './requests.ts';

type Kind = 'text' | 'number' | 'list' | 'object';

type Needed = { readonly [Name in Command]?: { readonly [Key in keyof NonNullable<Arguments<Name>>]?: Kind } };

/** What a launch needs, launch-attributes.ts knows. */
const needed: Needed = {
  breakpointLocations: { source: 'object', line: 'number' },
  setBreakpoints: { source: 'object' },
  setFunctionBreakpoints: { breakpoints: 'list' },
  setExceptionBreakpoints: { filters: 'list' },
  dataBreakpointInfo: { name: 'text' },
  setDataBreakpoints: { breakpoints: 'list' },
  setInstructionBreakpoints: { breakpoints: 'list' },
  restartFrame: { frameId: 'number' },
  scopes: { frameId: 'number' },
  variables: { variablesReference: 'number' },
  setVariable: { variablesReference: 'number', name: 'text', value: 'text' },
  setExpression: { expression: 'text', value: 'text' },
  evaluate: { expression: 'text' },
  completions: { text: 'text', column: 'number' },
  stepInTargets: { frameId: 'number' },
  source: { sourceReference: 'number' },
  locations: { locationReference: 'number' },
  disassemble: { memoryReference: 'text', instructionCount: 'number' },
  'underhood/lastChange': { dataId: 'text' },
};

const kinds: { readonly [K in Kind]: { readonly isRight: (value: unknown) => boolean; readonly words: string } } = {
  text: { isRight: (value) => typeof value === 'string', words: 'a text' },
  number: { isRight: Number.isFinite, words: 'a number' },
  list: { isRight: Array.isArray, words: 'a list' },
  object: { isRight: isObject, words: 'an object' },
};

export function problemOfArguments(command: Command, asked: Readonly<Record<string, unknown>>): string | undefined {
  const wanted: Readonly<Record<string, Kind>> = needed[command] ?? {};
  for (const [name, kind] of Object.entries(wanted))
    if (!kinds[kind].isRight(asked[name])) return `${command} needs ${name}, ${kinds[kind].words}`;
  return undefined;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
