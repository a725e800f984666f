/**
 * What the debug adapter debugs: a run that is recorded whole, or as far as it came, and can be asked about. In the editor it
 * is the run that the sidebar shows; on the command line one in the same process. The adapter knows nothing else of either.
 */
import type { FunctionInfo, ScriptInfo } from '../protocol/log.ts';
import type { RunInput, RunSummary, SourceError } from '../protocol/run.ts';
import type { Answer, Asked, QuestionName } from '../protocol/questions.ts';

/** How recording the run ended. `problem`: it could not be run, or what ran it is gone. */
export type Recorded =
  | { readonly kind: 'done'; readonly summary: RunSummary }
  | { readonly kind: 'sourceError'; readonly error: SourceError }
  | { readonly kind: 'problem'; readonly message: string };

export interface Debuggee {
  /** The main file as the run knows it: a path, or a URI for what is not on a disk. */
  readonly program: string;
  /** Resolves once the run is recorded; again for each recording that `change` and `restart` begin. */
  recorded(): Promise<Recorded>;
  /** The log's tables as far as they are known; they only grow, until the run is recorded anew. */
  readonly scripts: readonly ScriptInfo[];
  readonly functions: readonly FunctionInfo[];
  /** The text of a script as it ran; undefined where it is not known. */
  sourceOf(script: number): string | undefined;
  /** Answered when the run is recorded; undefined when nobody can answer any more. */
  ask<Name extends QuestionName>(question: Name, asked: Asked<Name>): Promise<Answer<Name> | undefined>;
  /** What takes long is not waited for any more: a recording ends where it is, and a question under way gets no answer. */
  interrupt?(): void;
  /** What was done to the run so far. */
  readonly inputs: readonly RunInput[];
  /** Runs the same text again with other inputs. */
  change(inputs: readonly RunInput[]): Promise<void>;
  /** Runs the text as it is now, without inputs. */
  restart(): Promise<void>;
  /** Nobody debugs it any more. */
  release(): void;
}

/** What somebody who is not the adapter does to the session: the other half of "one cursor". */
export interface DebuggeeEvents {
  /** The sidebar's cursor went to an event. */
  readonly sought: (event: number) => void;
  /** The text was edited: what is debugged is from before. */
  readonly edited: () => void;
}

/** Attributes of a launch configuration that say what to run; all have defaults. */
export interface LaunchAttributes {
  readonly program: string;
  readonly runtime?: 'node' | 'browser';
  /** The engine profile, such as `node24`. */
  readonly engine?: string;
  /** V8's command line flags, such as --no-maglev. */
  readonly v8Flags?: readonly string[];
  /** process.argv from the third on. */
  readonly args?: readonly string[];
  /** process.env, beside what the settings say; null takes a variable away. */
  readonly env?: Readonly<Record<string, string | null>>;
  readonly inputs?: readonly RunInput[];
}

/** Finds and runs programs. Rejects with an Error whose message says what is wrong and what to do. */
export type Launcher = (attributes: LaunchAttributes, events: DebuggeeEvents) => Promise<Debuggee>;
