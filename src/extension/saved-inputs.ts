/**
 * The file beside a program that keeps what the user did to its run: NAME.underhood.json. Somebody may have written it by
 * hand, so what is wrong with it is said in a sentence. Knows no vscode.
 */
import type { RunInput } from '../protocol/run.ts';

export const inputsFileName = (programName: string): string => `${programName}.underhood.json`;

export function inputsText(inputs: readonly RunInput[]): string {
  const written = inputs.map((input) => ({ ...input, kind: input.kind ?? 'evaluate' }));
  return `${JSON.stringify({ version: 1, inputs: written }, undefined, 2)}\n`;
}

export type ReadInputs = { readonly inputs: readonly RunInput[] } | { readonly problem: string };

export function readInputs(text: string): ReadInputs {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: `it is no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  const { version, inputs } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  if (version !== 1) return { problem: 'it does not say "version": 1' };
  if (!Array.isArray(inputs)) return { problem: 'it has no list of inputs' };
  const wrong = inputs.findIndex((input) => !isInput(input));
  if (wrong >= 0) return { problem: `input ${wrong + 1} is not one of those that there are, or lacks something` };
  // A run takes them in the order of their steps.
  return { inputs: (inputs as RunInput[]).toSorted((one, other) => one.step - other.step) };
}

type Check = (value: unknown) => boolean;

const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isText: Check = (value) => typeof value === 'string' && value.length <= 10_000;

/** What each kind of input must carry. */
const fields: Readonly<Record<NonNullable<RunInput['kind']>, Readonly<Record<string, Check>>>> = {
  evaluate: { step: isCount, frame: (value) => value === -1 || isCount(value), expression: isText },
  advance: { step: isCount, id: isCount },
  dispatch: { step: isCount, id: isCount, event: isText, data: (value) => value === undefined || isData(value) },
  answer: { step: isCount, id: isCount, fails: (value) => typeof value === 'boolean' },
};

/** Of the page or of a file: nothing of it is believed. */
export function isInput(value: unknown): value is RunInput {
  if (typeof value !== 'object' || value === null) return false;
  const input = value as Readonly<Record<string, unknown>>;
  const { kind = 'evaluate' } = input;
  if (typeof kind !== 'string' || !Object.hasOwn(fields, kind)) return false;
  const checks = fields[kind as keyof typeof fields];
  return Object.entries(checks).every(([field, check]) => check(input[field]));
}

function isData(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((field) => ['string', 'number', 'boolean'].includes(typeof field));
}
