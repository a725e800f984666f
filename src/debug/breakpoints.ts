/**
 * What the client wants the run to stop at. Every breakpoint has an identity by which stops tell that it was hit; those that
 * have found no place say why. Where they are in the run is found by resolve.ts.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import type {
  DataBreakpointCondition,
  EventCondition,
  InstructionBreakpointCondition,
  Place,
  StopConditions,
} from '../protocol/questions.ts';
import { stopEvents } from '../protocol/questions.ts';
import { parseHitCondition } from '../recorder/stops/hit-conditions.ts';
import type { Session } from './session.ts';

export interface LineBreakpoint {
  readonly id: number;
  readonly source: Dap.Source;
  readonly asked: Dap.SourceBreakpoint;
  /** Where it stops; without it `problem` says why it does not. */
  place: Place | undefined;
  problem: string | undefined;
}

export interface FunctionBreakpoint {
  readonly id: number;
  readonly asked: Dap.FunctionBreakpoint;
  problem: string | undefined;
}

export interface DataBreakpoint {
  readonly condition: DataBreakpointCondition;
  readonly name: string;
  problem: string | undefined;
}

/** Conditions as the client writes them: nothing, and not the empty text. */
export interface Conditions {
  readonly condition?: string | undefined;
  readonly hitCondition?: string | undefined;
}

export class Breakpoints {
  private lastId = 0;
  lines: LineBreakpoint[] = [];
  functions: FunctionBreakpoint[] = [];
  data: DataBreakpoint[] = [];
  instructions: readonly InstructionBreakpointCondition[] = [];
  events: readonly EventCondition[] = [];

  /** Those that were set last may still look for their places: whoever goes on waits for them. */
  resolved: Promise<unknown> = Promise.resolve();

  /** Something looks for the places of breakpoints. */
  async resolving(work: Promise<void>): Promise<void> {
    this.resolved = Promise.allSettled([this.resolved, work]);
    await work;
  }

  newId(): number {
    return ++this.lastId;
  }

  /** Those that can hold the run. */
  conditions(): StopConditions {
    return {
      breakpoints: this.lines.flatMap(({ id, asked, place, problem }) => {
        if (place === undefined || problem !== undefined) return [];
        const logMessage = asked.logMessage?.trim() ?? '';
        return [{ id, place, ...written(asked), ...(logMessage === '' ? {} : { logMessage }) }];
      }),
      functions: this.functions.map(({ id, asked }) => ({ id, name: asked.name.trim(), ...written(asked) })),
      instructions: this.instructions,
      data: this.data.filter(({ problem }) => problem === undefined).map(({ condition }) => condition),
      events: this.events,
    };
  }

  /** What an identity is, for messages. */
  describe(session: Session, id: number): { readonly what: string; readonly place?: Place } {
    const line = this.lines.find((breakpoint) => breakpoint.id === id);
    if (line?.place !== undefined) {
      const { asked, place, source } = line;
      const what = asked.logMessage === undefined ? 'The breakpoint' : 'The logpoint';
      const file = session.sources.sourceOf(place.script)?.name ?? source.name ?? 'the program';
      return { what: `${what} in line ${session.sources.positionAt(place).line} of ${file}`, place };
    }
    const ofFunction = this.functions.find((breakpoint) => breakpoint.id === id);
    if (ofFunction !== undefined) return { what: `The breakpoint on the function ${ofFunction.asked.name}` };
    const ofData = this.data.find(({ condition }) => condition.id === id);
    if (ofData !== undefined) return { what: `The breakpoint on ${ofData.name}` };
    const event = this.events.find((condition) => condition.id === id);
    if (event !== undefined) return { what: `The breakpoint “${stopEvents[event.stopAt]}”` };
    return { what: 'A breakpoint' };
  }
}

export function written({ condition = '', hitCondition = '' }: Conditions): {
  readonly condition?: string;
  readonly hitCondition?: string;
} {
  return {
    ...(condition.trim() === '' ? {} : { condition }),
    ...(hitCondition.trim() === '' ? {} : { hitCondition: hitCondition.trim() }),
  };
}

/** What is wrong with a hit count, which nothing would ever reach. */
export function hitConditionProblem({ hitCondition = '' }: Conditions): string | undefined {
  if (hitCondition.trim() === '') return undefined;
  const parsed = parseHitCondition(hitCondition);
  return typeof parsed === 'object' ? parsed.problem : undefined;
}
