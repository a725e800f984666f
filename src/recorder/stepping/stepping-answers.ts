/** Where a run can stop, and steps between such places. */
import type { Answers, Journey, Moment, Stop, StopConditions } from '../../protocol/questions.ts';
import { breakLocationsIn } from './break-locations.ts';
import { positionOf } from '../stops/hits.ts';
import type { RecordedRun } from '../recorded-run.ts';
import { stepBack } from './step-back.ts';
import { stepInTargetsAt } from './step-in-targets.ts';
import { firstStopIn, stepForward } from './stepping.ts';
import { Timeline } from './timeline.ts';

export function steppingAnswers(
  run: RecordedRun,
): Pick<Answers, 'breakLocations' | 'step' | 'stepInTargets' | 'boundary' | 'restartFrame'> {
  let known: Timeline | undefined;
  const timeline = (): Timeline => (known?.log === run.log ? known : (known = new Timeline(run.log)));
  return {
    breakLocations: ({ script, start, end }) => ({ locations: breakLocationsIn(run, script, start, end) }),
    step: ({ moment, kind, granularity, target, conditions }) => {
      const stop =
        kind === 'back'
          ? stepBack(run, timeline(), moment, granularity)
          : stepForward(run, timeline(), { moment, kind, granularity, target });
      return interrupted(run, moment, stop, conditions);
    },
    stepInTargets: ({ moment, frame }) => ({ targets: stepInTargetsAt(run, moment, frame) }),
    boundary: ({ moment }) => {
      const step = positionOf(run.log, moment);
      return { moment: Number.isInteger(step) ? { event: moment.event, step } : undefined };
    },
    restartFrame: ({ moment, frame }) => {
      const frames = timeline();
      let pushedBy = frames.topOf(moment);
      for (let left = frame; left > 0; left--) pushedBy = frames.below(pushedBy);
      const stop = pushedBy < 0 ? undefined : firstStopIn(run, frames, pushedBy);
      return journeyTo(stop ?? { moment, reason: 'step', ids: [] });
    },
  };
}

/** What else the run can stop at comes first where it lies on the way. */
function interrupted(run: RecordedRun, from: Moment, stop: Stop, conditions: StopConditions): Journey {
  const { log, journeys } = run;
  const journey = journeys.stopBetween(positionOf(log, from), positionOf(log, stop.moment), conditions);
  return { ...journey, stop: journey.stop ?? stop };
}

function journeyTo(stop: Stop): Journey {
  return { stop, logs: [], problems: [] };
}
