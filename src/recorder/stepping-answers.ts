/** Where a run can stop, and steps between such places. */
import type { Answers } from '../questions.ts';
import type { RecordedRun } from './recorded-run.ts';

export function steppingAnswers(
  _run: RecordedRun,
): Pick<Answers, 'breakLocations' | 'step' | 'stepInTargets' | 'restartFrame'> {
  const later = (): never => {
    throw new Error('this question has no answer yet');
  };
  return { breakLocations: later, step: later, stepInTargets: later, restartFrame: later };
}
