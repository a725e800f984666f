/**
 * Messages that come from the sidebar's page, checked before anything acts on them: the page draws text from the user's
 * program, so what it sends is input like any other. Knows no vscode.
 */
import type { PageToHost } from '../protocol/page-messages.ts';
import { raceOrders, tierBudgets } from '../protocol/run.ts';
import { isInput } from './saved-inputs.ts';
import { engineQuestions } from '../protocol/engine-questions.ts';

type Check = (value: unknown) => boolean;
type Fields<Message> = { readonly [Field in Exclude<keyof Message, 'v' | 'type'>]-?: Check };

/** What each message must carry. A message or a field that is missing here does not compile. */
const fields: { readonly [Type in PageToHost['type']]: Fields<Extract<PageToHost, { type: Type }>> } = {
  ready: { client: isText },
  focus: { hasFocus: isFlag },
  moment: { generation: isIndex, event: isIndex, script: isPlace, position: isPlace, settled: isFlag, moved: isFlag },
  inspect: { generation: isIndex, event: isIndex },
  expand: { generation: isIndex, request: isIndex, event: isIndex, path: isPath },
  ask: { generation: isIndex, request: isIndex, question: isQuestion, asked: isAsked },
  reveal: { script: isPlace, position: isPlace, end: (value) => value === undefined || isPlace(value) },
  revealProblem: { generation: isIndex },
  input: {
    generation: isIndex,
    input: (value) => isInput(value) && value.kind !== undefined && value.kind !== 'evaluate',
  },
  clearInputs: { generation: isIndex },
  saveInputs: { generation: isIndex },
  goOn: { generation: isIndex },
  restart: {},
  setRuntime: { runtime: (value) => value === 'node' || value === 'browser' },
  setRaces: { order: (value) => raceOrders.some((name) => name === value) },
  setTierBudgets: { budgets: (value) => tierBudgets.some((name) => name === value) },
  openExamples: {},
  drawn: { generation: isIndex, event: isPlace },
};

/** The message, or undefined when it is none of ours. */
export function readPageMessage(value: unknown): PageToHost | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const message = value as Readonly<Record<string, unknown>>;
  if (message['v'] !== 1 || typeof message['type'] !== 'string' || !Object.hasOwn(fields, message['type']))
    return undefined;
  const checks: Readonly<Record<string, Check>> = fields[message['type'] as PageToHost['type']];
  const valid = Object.entries(checks).every(([field, check]) => check(message[field]));
  return valid ? (value as PageToHost) : undefined;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length > 0 && value.length <= 200;
}

function isFlag(value: unknown): boolean {
  return typeof value === 'boolean';
}

function isIndex(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** An index or an offset, or -1 for none. */
function isPlace(value: unknown): boolean {
  return value === -1 || isIndex(value);
}

function isQuestion(value: unknown): boolean {
  return engineQuestions.some((name) => name === value);
}

/** Whatever the question: a few numbers. */
function isAsked(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).every(isPlace);
}

function isPath(value: unknown): boolean {
  return Array.isArray(value) && value.length <= 1_000 && value.every(isIndex);
}
