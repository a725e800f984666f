/** The state at an event: the run is run again up to there. */
import type { FileView } from '../host/files.ts';
import type { RunEnvironment } from '../protocol.ts';
import { captureMoment, type CapturedMoment } from './inspection.ts';
import { Simulation } from './simulation.ts';

/** Undefined if the run has no such event. `files`: the same as in the run. */
export function replayTo(
  source: string,
  environment: RunEnvironment,
  event: number,
  files?: FileView,
): CapturedMoment | undefined {
  let moment: CapturedMoment | undefined;
  const simulation = new Simulation({
    source,
    environment: { ...environment, maxEvents: Infinity },
    recording: 'log',
    ...(files === undefined ? {} : { files }),
    stopAt: {
      event,
      reached: (run) => {
        moment = captureMoment(run.host.isolate, event, (frame) => run.recorder?.functionIndex(frame.shared) ?? -1);
      },
    },
  });
  try {
    simulation.advance();
  } catch (thrown) {
    if (moment === undefined) throw thrown;
  }
  return moment;
}
