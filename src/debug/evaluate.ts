/** Expressions in watch, hover and console. They run on a copy of the run and change nothing, except where the console is told to. */
import { evaluateOnCopy, type InFrame } from './change-run.ts';
import { consoleCommand, runConsoleCommand } from './console-commands.ts';
import { frameOf } from './find-child.ts';
import { tell } from './output.ts';
import type { Handler } from './requests.ts';
import type { Session } from './session.ts';
import { valueBody } from './variables.ts';

export const evaluate: Handler<'evaluate'> = async (session, { expression, frameId, context, format }) => {
  const command = context === 'repl' ? consoleCommand(expression) : undefined;
  if (command !== undefined)
    return { result: await runConsoleCommand(session, command, frameId), variablesReference: 0 };
  const at = frameOf(session, frameId);
  const evaluation = await evaluateOnCopy(session, at, expression);
  for (const line of evaluation.console) tell(session, line);
  if (context === 'clipboard' && evaluation.value.expandable) {
    const copied = await asJson(session, at, expression);
    if (copied !== undefined) return { result: copied, variablesReference: 0 };
  }
  const { value, ...body } = valueBody(session, evaluation.value, at.moment, at.frame, format);
  return { result: value, ...body };
};

/** What is copied is wanted whole. It is printed on the copy of the run, because a value is shown in short and in quotes. */
async function asJson(session: Session, at: InFrame, expression: string): Promise<string | undefined> {
  const print = `console.log(JSON.stringify((${expression}\n), undefined, 2))`;
  const answer = await session.ask('evaluate', { ...at, expression: print });
  // Functions and circles have no JSON.
  if ('problem' in answer || answer.evaluation.isError) return undefined;
  const text = answer.evaluation.console.join('\n');
  return text === 'undefined' ? undefined : text;
}
