/**
 * The shape of a hazard. Detection and words are apart: `detect` looks at the program and yields plain data, `judge` weighs
 * it against what happened in the run, and the rest says so. The type of the data flows from `detect` into the words.
 *
 * Everything that a hazard claims is held against a real Node in test/oracle/hazards.test.ts.
 */
import type { EventType } from '../protocol/events.ts';
import type { Severity } from '../protocol/findings.ts';
import type { AnalyzedProgram } from './analyzed-program.ts';
import type { HoverParts } from './hover-text.ts';
import type { Seen, Site } from './site-evidence.ts';

export interface Detection<Data> {
  /** The offending token. */
  readonly start: number;
  readonly end: number;
  /** Where the events of the run that belong to it come from; undefined where there are none. */
  readonly site: Site | undefined;
  readonly data: Data;
}

/** `undefined`: neither underlined nor explained. */
export type Judgement =
  { readonly kind: 'finding'; readonly severity: Severity } | { readonly kind: 'free' } | undefined;

/** A program that shows the hazard; `run` stands for what a run of it would log, where that decides. */
export interface HazardExample {
  readonly source: string;
  readonly run?: readonly ExampleEvent[];
}

export interface ExampleEvent {
  readonly event: EventType;
  /** Text of the source whose first occurrence is the position. */
  readonly at: string;
  /** Column a of the event, by its name in protocol/events.ts. */
  readonly detail?: string;
  readonly times: number;
}

export interface HazardDefinition<Data> {
  readonly id: string;
  /** As the user writes it. */
  readonly title: string;
  /** What is claimed about it, in Markdown: for the documentation. */
  readonly docs: string;
  /** Run by the tests: a bad one has exactly one finding, a good one none. */
  readonly examples: { readonly bad: readonly HazardExample[]; readonly good: readonly HazardExample[] };
  /** The event that shows it in a run. */
  readonly watches: WatchedEvent;
  detect(program: AnalyzedProgram): Iterable<Detection<Data>>;
  judge(data: Data, seen: Seen): Judgement;
  /** One line: what, why, what to do. */
  message(data: Data, seen: Seen): string;
  /** Says what the message leaves out. */
  hover(data: Data, seen: Seen): HoverParts;
  /** One line: why it costs nothing here. */
  freeForm(data: Data, seen: Seen): string;
}

export type WatchedEvent = 'directEval' | 'withEnter' | 'deleteProperty' | 'argumentsObject' | 'forIn';

/** A hazard without the type of its data, as the registry handles it. */
export interface Hazard {
  readonly id: string;
  readonly title: string;
  readonly docs: string;
  readonly examples: HazardDefinition<unknown>['examples'];
  readonly watches: WatchedEvent;
  detect(program: AnalyzedProgram): readonly DetectedHazard[];
}

export interface DetectedHazard {
  readonly start: number;
  readonly end: number;
  readonly site: Site | undefined;
  judge(seen: Seen): Judgement;
  message(seen: Seen): string;
  hover(seen: Seen): HoverParts;
  freeForm(seen: Seen): string;
}

export function defineHazard<Data>(definition: HazardDefinition<Data>): Hazard {
  const { id, title, docs, examples, watches } = definition;
  return {
    id,
    title,
    docs,
    examples,
    watches,
    detect: (program) =>
      [...definition.detect(program)].map(({ start, end, site, data }) => ({
        start,
        end,
        site,
        judge: (seen) => definition.judge(data, seen),
        message: (seen) => definition.message(data, seen),
        hover: (seen) => definition.hover(data, seen),
        freeForm: (seen) => definition.freeForm(data, seen),
      })),
  };
}
