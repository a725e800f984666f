/** Going on to the next or the last place where a condition holds. */
import type { Answers } from '../../protocol/questions.ts';
import type { RecordedRun } from '../recorded-run.ts';
import { watchedAt } from './watched-places.ts';

export function journeyAnswers(run: RecordedRun): Pick<Answers, 'continue' | 'dataBreakpointInfo'> {
  return {
    continue: (asked) => run.journeys.continue(asked),
    dataBreakpointInfo: ({ moment, path }) => {
      const { name, ...watched } = watchedAt(run, moment, path);
      return 'problem' in watched ? { name, problem: watched.problem } : { name };
    },
  };
}
