/** Who answers which question about a recorded run. The table is complete, or it does not compile. */
import type { Answers } from '../protocol/questions.ts';
import { annotationAnswers } from './moment/annotation-answers.ts';
import { claimAnswers } from './evidence/claim-answers.ts';
import { engineAnswers } from './engine/engine-answers.ts';
import { evaluationAnswers } from './moment/evaluation-answers.ts';
import { findEvent } from './log/find.ts';
import { momentView } from './moment/inspection.ts';
import { journeyAnswers } from './stops/journey-answers.ts';
import type { RecordedRun } from './recorded-run.ts';
import { stackAnswers } from './moment/stack-answers.ts';
import { steppingAnswers } from './stepping/stepping-answers.ts';

export function answersOf(run: RecordedRun): Answers {
  return {
    inspect: ({ event }) => momentView(run.at({ event })),
    find: ({ after, script, start, end }) => ({ event: findEvent(run.log, after, script, start, end) }),
    ...claimAnswers(run),
    ...engineAnswers(run),
    ...annotationAnswers(run),
    ...stackAnswers(run),
    ...evaluationAnswers(run),
    ...steppingAnswers(run),
    ...journeyAnswers(run),
  };
}
