/** What requests cannot do without, by the types of its values: a client that leaves it out is told so. */
import type { Arguments, Command } from './requests.ts';

type Kind = 'text' | 'number' | 'list' | 'object';

type Kinds = Readonly<Record<string, Kind>>;

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

/** And the members of their lists. */
const neededInLists: { readonly [Name in Command]?: { readonly [Key in keyof Arguments<Name>]?: Kinds } } = {
  setBreakpoints: { breakpoints: { line: 'number' } },
  setFunctionBreakpoints: { breakpoints: { name: 'text' } },
  setExceptionBreakpoints: { filterOptions: { filterId: 'text' } },
  setDataBreakpoints: { breakpoints: { dataId: 'text' } },
  setInstructionBreakpoints: { breakpoints: { instructionReference: 'text' } },
};

/** What members of lists may have besides: of this kind, if anything. */
const possibleInLists: Kinds = {
  condition: 'text',
  hitCondition: 'text',
  logMessage: 'text',
  column: 'number',
  offset: 'number',
};

const kinds: { readonly [K in Kind]: { readonly isRight: (value: unknown) => boolean; readonly words: string } } = {
  text: { isRight: (value) => typeof value === 'string', words: 'a text' },
  number: { isRight: Number.isFinite, words: 'a number' },
  list: { isRight: Array.isArray, words: 'a list' },
  object: { isRight: isObject, words: 'an object' },
};

export function problemOfArguments(command: Command, asked: Readonly<Record<string, unknown>>): string | undefined {
  const wrong = firstWrong(needed[command] ?? {}, asked);
  if (wrong !== undefined) return `${command} needs ${wrong}`;
  for (const [list, wanted] of Object.entries<Kinds>(neededInLists[command] ?? {})) {
    const members = asked[list] ?? [];
    if (!Array.isArray(members)) return `${command} needs ${list}, ${kinds.list.words}`;
    for (const member of members as readonly unknown[]) {
      const given = isObject(member) ? member : {};
      const present = Object.entries(possibleInLists).filter(([name]) => given[name] !== undefined);
      const lacks = firstWrong({ ...wanted, ...Object.fromEntries(present) }, given);
      if (lacks !== undefined) return `${command} needs in each of ${list} ${lacks}`;
    }
  }
  return undefined;
}

function firstWrong(wanted: Kinds, given: Readonly<Record<string, unknown>>): string | undefined {
  const wrong = Object.entries(wanted).find(([name, kind]) => !kinds[kind].isRight(given[name]));
  return wrong && `${wrong[0]}, ${kinds[wrong[1]].words}`;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
