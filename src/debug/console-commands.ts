/** What the debug console understands besides expressions: lines that begin with a dot, which no expression does. */
import { changeRun, forgetChanges } from './change-run.ts';
import { DebugError } from './debug-error.ts';
import { frameOf } from './find-child.ts';
import type { RunInput } from '../protocol/run.ts';
import type { Session } from './session.ts';

type Run = (session: Session, rest: string, frameId: number | undefined) => string | Promise<string>;

interface ConsoleCommand {
  readonly usage: string;
  readonly does: string;
  readonly run: Run;
}

export const consoleCommands: Readonly<Record<string, ConsoleCommand>> = {
  change: {
    usage: '.change EXPRESSION',
    does: 'evaluates it in the run itself, here: what follows changes',
    run: async (session, expression, frameId) => {
      if (expression === '') throw new DebugError('Say what to evaluate, for example: .change total = 5');
      await changeRun(session, frameOf(session, frameId), expression);
      return 'Changed.';
    },
  },
  inputs: {
    usage: '.inputs',
    does: 'lists what was changed',
    run: (session) => {
      const { inputs } = session.program;
      if (inputs.length === 0) return 'Nothing was changed.';
      return inputs
        .map((input, index) => `${index + 1}. before instruction ${input.step + 1}: ${inputText(input)}`)
        .join('\n');
    },
  },
  forget: { usage: '.forget', does: 'takes those changes back', run: (session) => forgetChanges(session) },
  help: { usage: '.help', does: 'lists these commands', run: () => help() },
};

function inputText(input: RunInput): string {
  switch (input.kind) {
    case 'advance':
      return `timer ${input.id} is due`;
    case 'dispatch':
      return `${input.event} at listener ${input.id}`;
    case 'answer':
      return `request ${input.id} ${input.fails ? 'fails' : 'is answered'}`;
    default:
      return input.expression;
  }
}

function help(): string {
  const lines = Object.values(consoleCommands).map(({ usage, does }) => `${usage.padEnd(20)}${does}`);
  return ['Expressions are evaluated on a copy of the run: they change nothing.', ...lines].join('\n');
}

export interface AskedCommand {
  readonly name: string;
  readonly rest: string;
}

export function consoleCommand(line: string): AskedCommand | undefined {
  const [, name, rest = ''] = /^\s*\.([a-z]+)(?:\s+([^]*))?$/i.exec(line) ?? [];
  return name === undefined ? undefined : { name, rest: rest.trim() };
}

export async function runConsoleCommand(
  session: Session,
  { name, rest }: AskedCommand,
  frameId: number | undefined,
): Promise<string> {
  const command = Object.hasOwn(consoleCommands, name) ? consoleCommands[name] : undefined;
  if (command === undefined) throw new DebugError(`There is no command .${name}: .help lists those that there are`);
  return await command.run(session, rest, frameId);
}
