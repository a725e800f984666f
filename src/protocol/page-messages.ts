/** The channel between the extension host and the page, in the sidebar or in a tab. */
import type { LogChunk } from './log.ts';
import type { MomentView, VariableView } from './moment.ts';
import type { HostInput, RaceOrder, RunSummary, RuntimeName, TierBudgets } from './run.ts';

/** What the page shows instead of, or above, a run. */
export type PanelStatus =
  | { readonly kind: 'noFile' }
  | { readonly kind: 'unsupported'; readonly fileName: string; readonly reason: string }
  /** The text changed; the drawn run is from before. */
  | { readonly kind: 'rerunning' }
  | { readonly kind: 'running' }
  | { readonly kind: 'fresh' }
  /** The text changed while the drawn run is debugged: it stays what is shown, and can be restarted. */
  | { readonly kind: 'edited' }
  /** `reason` is a sentence, for example "syntax error on line 4: Unexpected token ')'". The drawn run is from before the edit. */
  | { readonly kind: 'stale'; readonly reason: string; readonly offset?: number }
  /** Nothing could be run and there is no earlier run to show. */
  | { readonly kind: 'failed'; readonly reason: string; readonly offset?: number };

export type HostToPage =
  /** A new run begins to stream: forget the old one once its first chunk is there, keep the moment nearest to the old one. */
  | {
      readonly v: 1;
      readonly type: 'run';
      readonly generation: number;
      readonly fileName: string;
      readonly source: string;
      readonly runtime: RuntimeName;
      /** How many inputs the run has. */
      readonly inputs?: number;
    }
  | { readonly v: 1; readonly type: 'chunk'; readonly generation: number; readonly chunk: LogChunk }
  | { readonly v: 1; readonly type: 'done'; readonly generation: number; readonly summary: RunSummary }
  | { readonly v: 1; readonly type: 'status'; readonly status: PanelStatus }
  /** `step`: between two bytecodes, as questions.ts's Moment. */
  | {
      readonly v: 1;
      readonly type: 'seek';
      readonly generation: number;
      readonly event: number;
      readonly step?: number;
    }
  | { readonly v: 1; readonly type: 'inspected'; readonly generation: number; readonly moment: MomentView }
  | {
      readonly v: 1;
      readonly type: 'expanded';
      readonly generation: number;
      readonly request: number;
      readonly children: readonly VariableView[];
    }
  /** To `ask`; without an answer where nobody knows. */
  | {
      readonly v: 1;
      readonly type: 'answered';
      readonly generation: number;
      readonly request: number;
      readonly answer?: unknown;
    }
  /** The hidden classes of these numbers are to be looked at, at the end of the run. */
  | { readonly v: 1; readonly type: 'showShapes'; readonly generation: number; readonly shapes: readonly number[] }
  | { readonly v: 1; readonly type: 'command'; readonly command: TransportCommand };

/** What the transport row, the keys and the commands do. */
export type TransportCommand = 'first' | 'back' | 'playPause' | 'forward' | 'last';

/** In the place of a script: the text in the editor that cannot be run, which no log knows. */
export const failedText = -1;

export type PageToHost =
  /** The page is loaded; `client` differs for each load, older loads are ignored. */
  | { readonly v: 1; readonly type: 'ready'; readonly client: string }
  /** The keyboard is in the page, or went elsewhere: VS Code has no context key for that. */
  | { readonly v: 1; readonly type: 'focus'; readonly hasFocus: boolean }
  /**
   * The cursor moved. `settled` is false while the scrubber is being dragged. `script` and `position` say what to highlight.
   * `moved`: somebody moved it in this page; else the page was sent there, or found its place in a new run.
   */
  | {
      readonly v: 1;
      readonly type: 'moment';
      readonly generation: number;
      readonly event: number;
      readonly script: number;
      readonly position: number;
      readonly settled: boolean;
      readonly moved: boolean;
    }
  | { readonly v: 1; readonly type: 'inspect'; readonly generation: number; readonly event: number }
  | {
      readonly v: 1;
      readonly type: 'expand';
      readonly generation: number;
      readonly request: number;
      readonly event: number;
      readonly path: readonly number[];
    }
  /** One of engine-questions.ts, with whole numbers from -1 up. */
  | {
      readonly v: 1;
      readonly type: 'ask';
      readonly generation: number;
      readonly request: number;
      readonly question: string;
      readonly asked: Readonly<Record<string, number>>;
    }
  /** `script`: an index into the log's scripts, or `failedText`. `end`: the text up to there is selected. */
  | {
      readonly v: 1;
      readonly type: 'reveal';
      readonly script: number;
      readonly position: number;
      readonly end?: number;
    }
  /** The place of the summary's load problem. */
  | { readonly v: 1; readonly type: 'revealProblem'; readonly generation: number }
  /** The user acts at a moment of the run: it runs again with that. */
  | { readonly v: 1; readonly type: 'input'; readonly generation: number; readonly input: HostInput }
  | { readonly v: 1; readonly type: 'clearInputs'; readonly generation: number }
  | { readonly v: 1; readonly type: 'saveInputs'; readonly generation: number }
  | { readonly v: 1; readonly type: 'goOn'; readonly generation: number }
  /** Debugs the text as it is now, instead of the run from before the edit. */
  | { readonly v: 1; readonly type: 'restart' }
  | { readonly v: 1; readonly type: 'setRuntime'; readonly runtime: RuntimeName }
  | { readonly v: 1; readonly type: 'setRaces'; readonly order: RaceOrder }
  | { readonly v: 1; readonly type: 'setTierBudgets'; readonly budgets: TierBudgets }
  | { readonly v: 1; readonly type: 'openExamples' }
  /** How long drawing took, for the UI tests: ms from the host's last chunk to the frame that shows it. */
  | { readonly v: 1; readonly type: 'drawn'; readonly generation: number; readonly event: number };
