/** Going on to the next or the last place where a condition holds. */
import type { Answers } from '../questions.ts';
import type { RecordedRun } from './recorded-run.ts';

export function journeyAnswers({ journeys }: RecordedRun): Pick<Answers, 'continue' | 'dataBreakpointInfo'> {
  const later = (): never => {
    throw new Error('this question has no answer yet');
  };
  return { continue: (asked) => journeys.continue(asked), dataBreakpointInfo: later };
}
