/** What the hazards found: diagnostics, hovers and quick fixes. Offsets are those of the file that was run. */

export type Severity = 'hint' | 'information' | 'warning';

/** A finding on a token of the file: static detection and the evidence of the run in one. */
export interface Finding {
  readonly hazard: string;
  readonly start: number;
  readonly end: number;
  readonly severity: Severity;
  /** One line for the Problems view. */
  readonly message: string;
  /** Markdown for the hover: verdict, what it costs and when it is free, what happened in this run, what to do. */
  readonly hover: string;
  /** How often it happened in this run; 0 when it was not reached. */
  readonly count: number;
  /** First event of the log that shows it, or -1. */
  readonly firstEvent: number;
  /** Other places of the file that belong to it: where a shape was born, who pays. */
  readonly related: readonly RelatedPlace[];
  /** Hidden classes that it speaks of, by their numbers in the page. */
  readonly shapes: readonly number[];
  readonly fixes: readonly Fix[];
}

export interface RelatedPlace {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** A change of the text after which the program does the same and the finding is gone. */
export interface Fix {
  /** What the change does, as an order: `Put the properties in the order of line 3`. */
  readonly title: string;
  /** Ascending, without overlap. */
  readonly edits: readonly TextEdit[];
}

export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A free form of a hazard (for example arguments.length): not underlined, but hovering answers in one line. */
export interface FreeForm {
  readonly hazard: string;
  readonly start: number;
  readonly end: number;
  readonly hover: string;
}

export interface HazardReport {
  readonly findings: readonly Finding[];
  readonly freeForms: readonly FreeForm[];
}
