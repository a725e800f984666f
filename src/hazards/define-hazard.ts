/**
 * The shape of a hazard. Detection and words are apart: `detect` looks at the program and yields plain data, `judge` weighs
 * it against what happened in the run, and the rest says so. The type of the data flows from `detect` into the words.
 *
 * Everything that a hazard claims is held against a real Node in test/oracle/hazards.test.ts.
 */
import type { EventType } from '../protocol/events.ts';
import type { Fix, RelatedPlace, Severity } from '../protocol/findings.ts';
import type { AnalyzedProgram } from './analyzed-program.ts';
import type { HazardEvidence } from './evidence.ts';
import type { HoverParts } from './hover-text.ts';
import type { Seen, Site } from './site-evidence.ts';

export interface Detection<Data> {
  /** The offending token. */
  readonly start: number;
  readonly end: number;
  /** Where the events of the run that belong to it come from; undefined where there are none. */
  readonly site?: Site | undefined;
  /** Instead of a site: what the engine's evidence shows of it. */
  readonly happened?: Happened;
  readonly data: Data;
}

export interface Happened {
  /** How often what is told of was paid for: mostly how often the place ran. */
  readonly count: number;
  /** An event of the log, or -1. */
  readonly firstEvent: number;
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
  /** Where the examples run; in Node if not given. */
  readonly runtime?: 'browser';
  /** The event that shows it in a run, for detections with a site. */
  readonly watches?: WatchedEvent;
  /** What the text could do and, where there was a run, what it did. */
  detect(program: AnalyzedProgram, evidence: HazardEvidence | undefined): Iterable<Detection<Data>>;
  judge(data: Data, seen: Seen): Judgement;
  /** One line: what, why, what to do. */
  message(data: Data, seen: Seen): string;
  /** Says what the message leaves out. */
  hover(data: Data, seen: Seen): HoverParts;
  /** One line: why it costs nothing here. Where `judge` never says that, it may be left out. */
  freeForm?(data: Data, seen: Seen): string;
  related?(data: Data, seen: Seen): readonly RelatedPlace[];
  /** Numbers of hidden classes, for the page to show. */
  shapes?(data: Data): readonly number[];
  /** Changes that keep what the program does; where that is not certain there is none. */
  fixes?(data: Data, seen: Seen, program: AnalyzedProgram): readonly Fix[];
}

export type WatchedEvent = 'directEval' | 'withEnter' | 'deleteProperty' | 'argumentsObject' | 'forIn';

/** A hazard without the type of its data, as the registry handles it. */
export interface Hazard {
  readonly id: string;
  readonly title: string;
  readonly docs: string;
  readonly examples: HazardDefinition<unknown>['examples'];
  readonly runtime: 'node' | 'browser';
  readonly watches: WatchedEvent | undefined;
  detect(program: AnalyzedProgram, evidence: HazardEvidence | undefined): readonly DetectedHazard[];
}

export interface DetectedHazard {
  readonly start: number;
  readonly end: number;
  readonly site: Site | undefined;
  readonly happened: Happened | undefined;
  judge(seen: Seen): Judgement;
  message(seen: Seen): string;
  hover(seen: Seen): HoverParts;
  freeForm(seen: Seen): string;
  related(seen: Seen): readonly RelatedPlace[];
  readonly shapes: readonly number[];
  fixes(seen: Seen): readonly Fix[];
}

export function defineHazard<Data>(definition: HazardDefinition<Data>): Hazard {
  const { id, title, docs, examples, watches, runtime = 'node' } = definition;
  return {
    id,
    title,
    docs,
    examples,
    runtime,
    watches,
    detect: (program, evidence) =>
      [...definition.detect(program, evidence)].map(({ start, end, site, happened, data }) => ({
        start,
        end,
        site,
        happened,
        judge: (seen) => definition.judge(data, seen),
        message: (seen) => definition.message(data, seen),
        hover: (seen) => definition.hover(data, seen),
        freeForm: (seen) => definition.freeForm?.(data, seen) ?? '',
        related: (seen) => definition.related?.(data, seen) ?? [],
        shapes: definition.shapes?.(data) ?? [],
        fixes: (seen) => definition.fixes?.(data, seen, program) ?? [],
      })),
  };
}
