/** Setting a variable or an expression: an input to the run. */
import { assignment, changeRun, valueNow } from './change-run.ts';
import { DebugError } from './debug-error.ts';
import { childNamed, frameOf } from './find-child.ts';
import type { Handler } from './requests.ts';
import { valueBody } from './variables.ts';

export const setVariable: Handler<'setVariable'> = async (session, { variablesReference, name, value, format }) => {
  const found = await childNamed(session, session.references.value(variablesReference), name);
  if (found === undefined) throw new DebugError(`There is no variable ${name} here`);
  const { child, moment, frame } = found;
  if (child.isReadOnly) throw new DebugError(`${name} cannot be changed`, true);
  if (child.evaluateName === undefined)
    throw new DebugError(`No expression gives ${name}, so nothing can be assigned to it`, true);
  await changeRun(session, { moment, frame }, assignment(child.evaluateName, value));
  const now = await valueNow(session, { moment, frame }, child.evaluateName);
  return valueBody(session, now, moment, frame, format);
};

export const setExpression: Handler<'setExpression'> = async (session, { expression, value, frameId, format }) => {
  const at = frameOf(session, frameId);
  await changeRun(session, at, assignment(expression, value));
  const now = await valueNow(session, at, expression);
  return valueBody(session, now, at.moment, at.frame, format);
};
