/**
 * The page about a hazard: what it is, and two versions of a program side by side, each with what a run of it shows. The
 * page asks anew whenever one of the versions is edited.
 */
import type { Finding } from './findings.ts';

export interface HazardExplanation {
  readonly id: string;
  readonly title: string;
  /** Markdown. */
  readonly docs: string;
  readonly before: VersionOutcome;
  readonly after: VersionOutcome;
}

export interface VersionOutcome {
  readonly source: string;
  /** What it printed, a line each; cut after so many. */
  readonly console: readonly string[];
  /** Why it did not run, or how it ended; undefined where it came to its end. */
  readonly problem: string | undefined;
  /** Of the hazard that the page is about. */
  readonly findings: readonly Finding[];
  readonly facts: VersionFacts;
}

/** In numbers, of the whole run. */
export interface VersionFacts {
  readonly bytecodes: number;
  readonly deoptimizations: number;
  /** Property accesses that met two to four hidden classes, and more. */
  readonly polymorphicSites: number;
  readonly megamorphicSites: number;
  /** Objects that went to dictionary mode. */
  readonly dictionaries: number;
  /** Milliseconds of virtual time. */
  readonly virtualMs: number;
}

/** Page to extension. */
export type HazardPageToHost =
  | { readonly type: 'ready' }
  | { readonly type: 'compare'; readonly before: string; readonly after: string }
  /** The version is opened as a file of its own, where it can be stepped through. */
  | { readonly type: 'open'; readonly source: string };

/** Extension to page. */
export type HostToHazardPage =
  | { readonly type: 'explanation'; readonly explanation: HazardExplanation }
  /** The engine's thread was lost over what the user wrote. */
  | { readonly type: 'failed'; readonly message: string };
