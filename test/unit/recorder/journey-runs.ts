/** Recorded runs of test programs, and all the stops on the way through them. */
import type { RunEnvironment } from '../../../src/protocol/run.ts';
import {
  type Moment,
  noConditions,
  type Stop,
  type StopConditions,
  type StopEvent,
} from '../../../src/protocol/questions.ts';
import { positionOf } from '../../../src/recorder/stops/hits.ts';
import { RecordedRun } from '../../../src/recorder/recorded-run.ts';
import { runProgram } from '../run-program.ts';

export function recorded(source: string, changes: Partial<RunEnvironment> = {}): RecordedRun {
  return new RecordedRun(runProgram(source, changes, 'log').simulation);
}

export function eventConditions(...events: readonly StopEvent[]): StopConditions {
  return { ...noConditions, events: events.map((stopAt, id) => ({ id, stopAt })) };
}

/** All stops from the run's start to its end, which is the last one. */
export function stopsForward(run: RecordedRun, conditions: StopConditions, from?: Moment): Stop[] {
  return stops(run, conditions, 'forward', from);
}

/** All stops from the run's end to its start, which is the last one. */
export function stopsBackward(run: RecordedRun, conditions: StopConditions, from?: Moment): Stop[] {
  return stops(run, conditions, 'backward', from);
}

/** Of stops that are neither the start nor the end, in the order of the run. */
export function positionsOf(run: RecordedRun, list: readonly Stop[]): number[] {
  return list
    .filter(({ reason }) => reason !== 'start' && reason !== 'end')
    .map(({ moment }) => positionOf(run.log, moment))
    .sort((a, b) => a - b);
}

function stops(
  run: RecordedRun,
  conditions: StopConditions,
  direction: 'forward' | 'backward',
  from: Moment | undefined,
): Stop[] {
  const result: Stop[] = [];
  let moment = from;
  while (result.at(-1)?.reason !== (direction === 'forward' ? 'end' : 'start')) {
    const { stop } = run.journeys.continue({ ...(moment && { moment }), direction, conditions });
    result.push(stop);
    ({ moment } = stop);
  }
  return result;
}
