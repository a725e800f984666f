/** Changing the run: what somebody evaluates becomes an input, and the run is recorded anew. What came before stays as it was. */
import type { ChildView, EvaluationView, Moment } from '../protocol/questions.ts';
import { DebugError } from './debug-error.ts';
import { finishRecording } from './lifecycle.ts';
import { tell } from './output.ts';
import type { Session } from './session.ts';
import { arrive } from './travel.ts';

export interface InFrame {
  readonly moment: Moment;
  readonly frame: number;
}

/** Evaluates on a copy of the run. What does not work there is told, and would not work in the run either. */
export async function evaluateOnCopy(
  session: Session,
  { moment, frame }: InFrame,
  expression: string,
): Promise<EvaluationView> {
  const answer = await session.ask('evaluate', { moment, frame, expression });
  if ('problem' in answer) throw new DebugError(answer.problem);
  const { evaluation } = answer;
  if (evaluation.isError) throw new DebugError(`Uncaught ${evaluation.value.value}`);
  return evaluation;
}

/** The moment stays; later changes are taken back, because the moments at which they were made are no more. */
export async function changeRun(session: Session, at: InFrame, expression: string): Promise<void> {
  const { frame } = at;
  const { moment = at.moment } = await session.ask('boundary', { moment: at.moment });
  const { step } = moment;
  if (step === undefined)
    throw new DebugError(
      'Values change where the debugger stops, and this is between two instructions: step once',
      true,
    );
  await evaluateOnCopy(session, { moment, frame }, expression);
  const { inputs } = session.program;
  const earlier = inputs.filter((input) => input.step <= step);
  session.changes.set(step, moment);
  for (const later of [...session.changes.keys()].filter((known) => known > step)) session.changes.delete(later);
  session.printedUpTo = Math.min(session.printedUpTo, moment.event);
  await recordAnew(session, [...earlier, { step, frame, expression }]);
  const takenBack = inputs.length - earlier.length;
  const also = takenBack === 0 ? '' : ` ${count(takenBack)} made later ${takenBack === 1 ? 'is' : 'are'} taken back.`;
  tell(session, `${expression} is part of the run now: what follows changes.${also}`);
  session.emit('invalidated', { areas: ['all'] });
}

/** Takes back what was changed in this session; what the launch asked for stays. */
export async function forgetChanges(session: Session): Promise<string> {
  const { changes, program } = session;
  const first = Math.min(...changes.keys());
  const moment = changes.get(first);
  if (moment === undefined) return 'Nothing was changed.';
  const kept = program.inputs.filter(({ step }) => !changes.has(step));
  const taken = program.inputs.length - kept.length;
  changes.clear();
  const isLater = session.moment.step === undefined || session.moment.step > first;
  session.printedUpTo = Math.min(session.printedUpTo, moment.event);
  await recordAnew(session, kept);
  // Up to there the run is what it was, and behind it another.
  if (isLater) {
    session.history = [];
    session.later(() => arrive(session, { moment, reason: 'step', ids: [] }));
  } else session.emit('invalidated', { areas: ['all'] });
  return `${count(taken)} taken back: the run stands where the first of them was made.`;
}

function count(changes: number): string {
  return changes === 1 ? '1 change' : `${changes} changes`;
}

async function recordAnew(session: Session, inputs: Session['program']['inputs']): Promise<void> {
  session.forgetRecording();
  await session.program.change(inputs);
  await finishRecording(session);
}

/** What a name gives now, after it was changed. */
export async function valueNow(session: Session, at: InFrame, name: string): Promise<ChildView> {
  return (await evaluateOnCopy(session, at, name)).value;
}

/** An assignment of what the user wrote: a comma in it does not end it. */
export function assignment(target: string, value: string): string {
  return /^[-\w.'"]+$/.test(value.trim()) ? `${target} = ${value.trim()}` : `${target} = (${value})`;
}
