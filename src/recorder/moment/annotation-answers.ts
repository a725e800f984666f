/** What an editor writes beside the code while nobody debugs. */
import type { Answers } from '../../protocol/questions.ts';
import { annotationsOf } from './annotations.ts';
import { lineValuesOf } from './line-values.ts';
import type { RecordedRun } from '../recorded-run.ts';

export function annotationAnswers(run: RecordedRun): Pick<Answers, 'annotations' | 'lineValues'> {
  return {
    annotations: ({ script }) => ({ ...annotationsOf(run.log, script), steps: run.simulation.summary().steps }),
    lineValues: ({ script, event }) => ({ lines: lineValuesOf(run, script, event) }),
  };
}
