/** What a run is made of, and how it ends. */
import type { Outcome } from './events.ts';

export const runtimeNames = ['node', 'browser'] as const;
export type RuntimeName = (typeof runtimeNames)[number];

/** Which version of V8 the simulated engine behaves as: engine/profiles.ts says what differs. */
export const engineNames = ['node20', 'node22', 'node24', 'node26', 'chrome'] as const;
export type EngineName = (typeof engineNames)[number];

/** How soon functions go up a tier: V8's real numbers, or those by which V8 tests its tiers with small programs. */
export const tierBudgets = ['real', 'fuzzing'] as const;
export type TierBudgets = (typeof tierBudgets)[number];
export const defaultEngine: EngineName = 'node24';

/** What runs first where the real runtime decides by chance: what usually does, or the other. */
export const raceOrders = ['first', 'second'] as const;
export type RaceOrder = (typeof raceOrders)[number];

/**
 * How the main file is evaluated: Node's CommonJS wrapper, a classic script or an ES module. `auto`: as the runtime
 * decides: by its extension, the nearest package.json and its syntax.
 */
export type SourceKind = DecidedSourceKind | 'auto';
export type DecidedSourceKind = 'commonjs' | 'script' | 'module';

export type DialogAnswer = string | boolean | null;

/** The environment of a run: with the source and the inputs it determines every byte of the run. */
export interface RunEnvironment {
  readonly runtime: RuntimeName;
  readonly sourceKind: SourceKind;
  /** node24 where it is left out. */
  readonly engine?: EngineName;
  /** V8's real numbers where it is left out. */
  readonly tierBudgets?: TierBudgets;
  /** V8's command line flags, such as --no-maglev: engine/flags.ts has those that there are. */
  readonly v8Flags?: readonly string[];
  /** Path or name, as it appears in stack traces. */
  readonly fileName: string;
  /** process.cwd(): the main file's directory where it is left out. */
  readonly workingDirectory?: string;
  /** VS Code's language of the main file, where the name may not tell: JSX in a .js file, an untitled document. */
  readonly languageId?: string;
  /** What JSX calls, dotted names: it wins over the project's tsconfig.json, and the file's own comments win over it. */
  readonly jsx?: { readonly factory?: string; readonly fragmentFactory?: string };
  readonly seed: number;
  /** Milliseconds since the epoch at the start of the run. */
  readonly startTime: number;
  readonly timeZone: string;
  readonly locale: string;
  /** process.argv from the third on. */
  readonly arguments?: readonly string[];
  /** The file with the network fixtures, as seen from the main file's folder; without it the nearest underhood.network.json counts. */
  readonly networkFile?: string;
  /** process.env; without it there are none. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Browser: the page in which the program runs as the last script of its body; where it is left out, the file beside the program with its name and the ending .html, or else an empty page. */
  readonly html?: string;
  /** Its address; http://localhost/ where it is left out. */
  readonly pageUrl?: string;
  /** Browser: what confirm and prompt answer, one after the other: true is OK, false or null is Cancel. Then OK, and the text that was offered. */
  readonly dialogAnswers?: readonly DialogAnswer[];
  readonly maxSteps: number;
  readonly maxEvents: number;
  /** Virtual ms after which a run stops: an interval that is never cleared would go on for ever. */
  readonly maxVirtualMs: number;
  /**
   * Where the real runtime decides by chance which of two callbacks comes first: the one that usually does (left out: so), or
   * the other. See the event `race`.
   */
  readonly races?: RaceOrder;
  /** How long a bytecode takes on the virtual clock; without it 10 ns. */
  readonly stepNanoseconds?: number;
  /** About how much the program's objects may take before the run stops; the engine's own limit where it is left out. */
  readonly maxHeapBytes?: number;
}

/**
 * What somebody did to a run, at the moment before the bytecode after `step` runs, or while the event loop waits there. Whatever it
 * changes, the rest of the run sees. Inputs without a kind are evaluated.
 */
export type RunInput = EvaluateInput | HostInput;
/** What is done to the host: to something that waits there under an id, as the log's `apiStart` tells. */
export type HostInput = AdvanceInput | DispatchInput | AnswerInput;

/** This was evaluated in a frame of it (0: the innermost). */
export interface EvaluateInput {
  readonly kind?: 'evaluate';
  readonly step: number;
  readonly frame: number;
  readonly expression: string;
}

/** A timer is due now. */
export interface AdvanceInput {
  readonly kind: 'advance';
  readonly step: number;
  readonly id: number;
}

/** An event happens to what this listener listens to: all its listeners hear it, as if the user had caused it. */
export interface DispatchInput {
  readonly kind: 'dispatch';
  readonly step: number;
  readonly id: number;
  /** The type of the event, such as click. */
  readonly event: string;
  /** Its properties, such as the key of a keydown. */
  readonly data?: Readonly<Record<string, string | number | boolean>>;
}

/** A request that is pending is answered now, or fails. */
export interface AnswerInput {
  readonly kind: 'answer';
  readonly step: number;
  readonly id: number;
  readonly fails: boolean;
}

/** What stands at a path. */
export type FileEntry =
  /** `realPath`: where symbolic links on the way lead, if there are any. Modules are known by their real paths. */
  /** `bytes`: what is in it, where that is no well-formed UTF-8. */
  | { readonly kind: 'file'; readonly text: string; readonly bytes?: Uint8Array; readonly realPath?: string }
  /** `names`: what is in it, those of directories with `/` behind them; only where the path that was asked for ends in `/`. */
  | { readonly kind: 'directory'; readonly names?: readonly string[] }
  | { readonly kind: 'missing' }
  /** It is there, but is not read: too large, or not allowed. The reason begins in lower case. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/**
 * The files that a run may read besides the main one, by absolute path with `/`; the editors' text wins over the disk's.
 * A path that is not in it is not known yet: a run that asks for it stops, and runs again once it is known. So files are
 * part of what determines a run.
 */
export type FileSnapshot = ReadonlyMap<string, FileEntry>;

/** Why a run stopped before it was over. */
export type LimitKind = 'steps' | 'events' | 'virtualTime' | 'wallClock' | 'memory';

export interface SourceError {
  /** For example "SyntaxError: Unexpected token ')'". */
  readonly message: string;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** A file of the program that could not be loaded, which ended the run. */
export interface LoadProblem {
  /** For example "SyntaxError: Unexpected token ')'", or "Cannot find module './words.js'". */
  readonly message: string;
  /** The specifier in the main file, quotes included, by which it is reached; -1 where none is written out. */
  readonly start: number;
  readonly end: number;
  /** The file that is wrong, or asks in vain, where that is another one; and where in it, if that is known. */
  readonly place?: {
    readonly path: string;
    readonly offset?: number;
    /** Base 1, where there is an offset. */
    readonly line?: number;
    readonly column?: number;
  };
}

/** Something for which a process waits on although nothing more happens by itself. */
export interface Waiting {
  /** That of its apiStart in the log; -1 where it has none. */
  readonly id: number;
  /** With its place: "requests to the server on port 80 (main.js:3)". */
  readonly words: string;
}

export interface RunSummary {
  readonly outcome: Outcome;
  readonly limit?: LimitKind;
  /** The uncaught error as Node prints it, its frames inside Node left out. */
  readonly error?: string;
  readonly exitCode: number;
  readonly steps: number;
  readonly events: number;
  readonly virtualMs: number;
  readonly problem?: LoadProblem;
  /** Node: the process would wait on, and come to its exit only after that. */
  readonly waitsFor?: readonly Waiting[];
  /** How many files and folders the program has written, made or removed: in the run, on no disk. */
  readonly changedFiles?: number;
  /** What to tell the user of the end, for example "Stopped after 1,000,000 steps". */
  readonly message?: string;
}
