/** What the hazards found: diagnostics and hovers. */

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
