/** What the run session is made of and whom it tells. */
import type * as vscode from 'vscode';
import type { HazardReport } from '../protocol/findings.ts';
import type { HostToPage } from '../protocol/page-messages.ts';
import type { WorkspaceFiles } from './files.ts';
import type { Inputs } from './inputs.ts';
import type { Log } from './log.ts';
import type { Run } from './run.ts';
import type { Settings } from './settings.ts';
import type { StartWorker } from './worker-client.ts';

export interface SessionEvents {
  readonly page: (message: HostToPage) => void;
  readonly hazards: (run: Run, report: HazardReport) => void;
  /** The findings of this document are no longer to be shown. */
  readonly withdrawn: (document: vscode.TextDocument) => void;
  /** Status, drawn run or followed document changed. */
  readonly changed: () => void;
}

export interface SessionParts {
  readonly startWorker: StartWorker;
  readonly log: Log;
  readonly events: SessionEvents;
  readonly settings: (document: vscode.TextDocument) => Settings;
  readonly files: WorkspaceFiles;
  readonly inputs: Inputs;
  /** False while nobody would see a run: no visible view, no diagnostics. */
  readonly wanted: (document: vscode.TextDocument) => boolean;
}
