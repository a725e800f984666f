/** From the conditions that somebody asked for to the moments of this run at which they may hold. Each is looked for once. */
import type {
  BreakpointCondition,
  Journey,
  Place,
  StopCondition,
  StopConditions,
  StopEvent,
  StopReason,
} from '../../protocol/questions.ts';
import { ConditionVisits } from './condition-visits.ts';
import { hitsOfChanges } from './data-hits.ts';
import { hitsOfEvent } from './event-hits.ts';
import { hitsOfFunction } from './function-hits.ts';
import { parseHitCondition } from './hit-conditions.ts';
import { type Hits, noHits } from './hits.ts';
import { debuggerStatements, hitsOfInstructions, hitsOfPlaces, hitsOfStatements } from './place-hits.ts';
import type { RecordedRun } from '../recorded-run.ts';
import { StopSource } from './stop-sources.ts';
import { watchedAt } from './watched-places.ts';

/** A stop source, and the condition that asked for it; -1: nobody did, as for `debugger` statements. */
export interface AskedSource {
  readonly id: number;
  readonly source: StopSource;
}

export interface AskedLogpoint extends AskedSource {
  readonly condition: BreakpointCondition;
}

export interface PreparedConditions {
  /** What is the more telling reason to stop comes first. */
  readonly sources: readonly AskedSource[];
  readonly logpoints: readonly AskedLogpoint[];
}

type Problem = Journey['problems'][number];

export class StopConditionsOfRun {
  readonly visits: ConditionVisits;
  private readonly run: RecordedRun;
  private readonly hits = new Map<string, Hits>();
  private readonly sources = new Map<string, StopSource>();

  constructor(run: RecordedRun) {
    this.run = run;
    this.visits = new ConditionVisits(run);
  }

  prepare(conditions: StopConditions): PreparedConditions {
    const { run } = this;
    const asked = (condition: StopCondition, reason: StopReason, key: string, find: () => Hits): AskedSource => ({
      id: condition.id,
      source: this.source(condition, reason, key, find),
    });
    this.findPlaces(conditions.breakpoints);
    const atPlace = (condition: BreakpointCondition): AskedSource =>
      asked(condition, 'breakpoint', keyOfPlace(condition.place), () => noHits);
    const logpoints = conditions.breakpoints.filter(({ logMessage }) => logMessage !== undefined);
    return {
      sources: [
        ...conditions.breakpoints.filter(({ logMessage }) => logMessage === undefined).map(atPlace),
        ...conditions.functions.map((condition) =>
          asked(condition, 'function breakpoint', `function ${condition.name}`, () =>
            hitsOfFunction(run, condition.name),
          ),
        ),
        ...conditions.instructions.map((condition) => {
          const { functionIndex, byteOffset } = condition;
          return asked(condition, 'instruction breakpoint', `instruction ${functionIndex} ${byteOffset}`, () =>
            hitsOfInstructions(run, new Map([[functionIndex, new Set([byteOffset])]])),
          );
        }),
        ...conditions.data.map((condition) => {
          const { moment, path } = condition;
          return asked(condition, 'data breakpoint', `data ${JSON.stringify([moment, path])}`, () => {
            const watched = watchedAt(run, moment, path);
            return 'problem' in watched ? noHits : hitsOfChanges(run, watched.name, watched.place);
          });
        }),
        ...conditions.events.map((condition) =>
          asked(condition, isException(condition.stopAt) ? 'exception' : 'event', `event ${condition.stopAt}`, () =>
            hitsOfEvent(run, condition.stopAt),
          ),
        ),
        asked({ id: nobody }, 'debugger statement', 'debugger', () =>
          hitsOfStatements(run.log, debuggerStatements(run)),
        ),
      ],
      logpoints: logpoints.map((condition) => ({ ...atPlace(condition), condition })),
    };
  }

  /** What is known to be wrong with the conditions. */
  problemsOf({ sources, logpoints }: PreparedConditions): Problem[] {
    return [...sources, ...logpoints].flatMap(({ id, source: { problem } }) =>
      problem === undefined ? [] : [{ id, message: problem }],
    );
  }

  /** All that are not known yet at once. */
  private findPlaces(breakpoints: readonly BreakpointCondition[]): void {
    const unknown = breakpoints.map(({ place }) => place).filter((place) => !this.hits.has(keyOfPlace(place)));
    hitsOfPlaces(this.run, unknown).forEach((hits, index) => this.hits.set(keyOfPlace(unknown[index]!), hits));
  }

  private source(condition: StopCondition, reason: StopReason, key: string, find: () => Hits): StopSource {
    const { condition: expression, hitCondition } = condition;
    const whole = JSON.stringify([key, reason, expression, hitCondition]);
    let source = this.sources.get(whole);
    if (source === undefined) {
      source = this.newSource(reason, this.hitsOf(key, find), expression, hitCondition);
      this.sources.set(whole, source);
    }
    return source;
  }

  private newSource(reason: StopReason, hits: Hits, expression = '', hitCondition = ''): StopSource {
    const condition = expression.trim() === '' ? undefined : expression;
    const isCounted = hitCondition.trim() === '' ? undefined : parseHitCondition(hitCondition);
    if (typeof isCounted !== 'object') return new StopSource(reason, hits, condition, isCounted);
    const source = new StopSource(reason, noHits, condition, undefined);
    source.problem = isCounted.problem;
    return source;
  }

  private hitsOf(key: string, find: () => Hits): Hits {
    let hits = this.hits.get(key);
    if (hits === undefined) this.hits.set(key, (hits = find()));
    return hits;
  }
}

const nobody = -1;

function keyOfPlace({ script, offset }: Place): string {
  return `place ${script} ${offset}`;
}

function isException(event: StopEvent): boolean {
  return event === 'caught' || event === 'uncaught' || event === 'unhandledRejection';
}
