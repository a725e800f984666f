/** A recorded run that questions are asked about: the simulation with its log, and the last moment that was looked at. */
import type { LogChunk } from '../protocol/log.ts';
import type { Moment } from '../protocol/questions.ts';
import { type ExceptionFates, fatesOfExceptions } from './moment/exception-fates.ts';
import type { Marking } from './heap/marking.ts';
import type { CapturedMoment } from './moment/inspection.ts';
import { Journeys } from './stops/journeys.ts';
import { Replayer } from './replay.ts';
import type { Simulation } from './simulation.ts';

export class RecordedRun {
  readonly simulation: Simulation;
  readonly replayer: Replayer;
  /** What has been found out about where the run can stop. */
  readonly journeys: Journeys;
  /** The heap of one moment with all that is in it, and which moment that is. */
  marking: { readonly key: string; readonly marking: Marking | undefined } | undefined;
  private last: { readonly at: Moment; readonly captured: CapturedMoment } | undefined;
  private columns: LogChunk | undefined;
  private knownFates: { readonly log: LogChunk; readonly fates: ExceptionFates } | undefined;

  constructor(simulation: Simulation) {
    this.simulation = simulation;
    this.replayer = new Replayer(simulation);
    this.journeys = new Journeys(this);
  }

  /** The whole log as far as it is recorded; the same columns until there is more. */
  get log(): LogChunk {
    const { log } = this.simulation;
    const known = this.columns;
    if (known?.type.length === log.length) return known;
    return (this.columns = log.all());
  }

  /** What became of the exceptions of the run as far as it is recorded: one replay finds it for all of them. */
  get fates(): ExceptionFates {
    const { log } = this;
    if (this.knownFates?.log !== log) this.knownFates = { log, fates: fatesOfExceptions(this) };
    return this.knownFates.fates;
  }

  /** Gives up what only saves time, for the memory that it takes. */
  forget(): void {
    this.replayer.forgetPrepared();
    this.last = undefined;
    this.marking = undefined;
  }

  /** The run as it stands there, with no frames where it never comes to. Kept until another moment is asked for. */
  at(moment: Moment): CapturedMoment {
    const { event, step } = moment;
    const { last, replayer } = this;
    if (last?.at.step === step && last?.at.event === event) return last.captured;
    const captured = step === undefined ? replayer.momentAt(event) : replayer.boundaryAt(step, event);
    this.last = { at: moment, captured: captured ?? { event, frames: [] } };
    return this.last.captured;
  }

  /** What stands at the moment has been used: who asks for the moment next gets it from another replay. */
  useUp(): void {
    this.last = undefined;
  }
}
