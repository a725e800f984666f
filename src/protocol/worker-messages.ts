/**
 * The channel between the extension host and the worker. `generation` counts the runs that the host asked for; answers carry
 * it back.
 */
import type { HazardExplanation } from './explanation.ts';
import type { HazardReport } from './findings.ts';
import type { LogChunk } from './log.ts';
import type { FileSnapshot, RunEnvironment, RunInput, RunSummary, SourceError } from './run.ts';

export type HostToWorker =
  | {
      readonly type: 'run';
      readonly generation: number;
      readonly source: string;
      readonly environment: RunEnvironment;
      /** What is known already of the files that it may ask for. */
      readonly files: FileSnapshot;
      /** In the order of their steps. */
      readonly inputs: readonly RunInput[];
      readonly maxWallMs: number;
    }
  /** The answer to `needsFiles`, for all the paths that were named. */
  | { readonly type: 'files'; readonly generation: number; readonly files: FileSnapshot }
  /** After outcome 'limit': raise the limit and go on where the run stopped. */
  | { readonly type: 'goOn'; readonly generation: number; readonly maxSteps: number; readonly maxWallMs: number }
  | { readonly type: 'stop'; readonly generation: number }
  /** One of the questions of questions.ts, with what belongs to it. */
  | {
      readonly type: 'ask';
      readonly generation: number;
      readonly request: number;
      readonly question: string;
      readonly asked: unknown;
    }
  /** About a hazard; the versions are the user's, if there are any. */
  | {
      readonly type: 'explain';
      readonly hazard: string;
      readonly versions: { readonly before: string; readonly after: string } | undefined;
    }
  | { readonly type: 'ping'; readonly sequence: number };

export type WorkerToHost =
  | { readonly type: 'ready' }
  | { readonly type: 'started'; readonly generation: number }
  | { readonly type: 'sourceError'; readonly generation: number; readonly error: SourceError }
  | { readonly type: 'chunk'; readonly generation: number; readonly chunk: LogChunk }
  /** The run waits, and its time does not count, until it is given what stands at these paths. */
  | { readonly type: 'needsFiles'; readonly generation: number; readonly paths: readonly string[] }
  | {
      readonly type: 'done';
      readonly generation: number;
      readonly summary: RunSummary;
      readonly elapsedMs: number;
      /** Paths that the run looked at, besides its main file: whatever changes there changes the run. */
      readonly files: readonly string[];
    }
  | { readonly type: 'hazards'; readonly generation: number; readonly report: HazardReport }
  /** Without an answer where something went wrong: a fault tells what. */
  | { readonly type: 'answer'; readonly generation: number; readonly request: number; readonly answer?: unknown }
  | { readonly type: 'explanation'; readonly explanation: HazardExplanation | undefined }
  /** `sequence` 0: nobody asked; the worker is in something long and well. */
  | { readonly type: 'pong'; readonly sequence: number }
  /** A bug of ours: what was being done, and the host's stack. The worker goes on. */
  | { readonly type: 'fault'; readonly generation: number; readonly doing: string; readonly message: string };
