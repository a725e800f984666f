/** Expressions in watch, hover and console. They run on a copy of the run and change nothing, except where the console is told to. */
import { evaluateOnCopy } from './change-run.ts';
import { consoleCommand, runConsoleCommand } from './console-commands.ts';
import { frameOf } from './find-child.ts';
import { tell } from './output.ts';
import type { Handler } from './requests.ts';
import { valueBody } from './variables.ts';

export const evaluate: Handler<'evaluate'> = async (session, { expression, frameId, context, format }) => {
  const command = context === 'repl' ? consoleCommand(expression) : undefined;
  if (command !== undefined)
    return { result: await runConsoleCommand(session, command, frameId), variablesReference: 0 };
  const at = frameOf(session, frameId);
  const evaluation = await evaluateOnCopy(session, at, expression);
  for (const line of evaluation.console) tell(session, line);
  const { value, ...body } = valueBody(session, evaluation.value, at.moment, at.frame, format);
  return { result: value, ...body };
};
