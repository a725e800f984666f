/** What somebody who debugs wants of the run session: which program, how it is run, and what it is told. */
import type * as vscode from 'vscode';
import type { Recorded } from '../../debug/debuggee.ts';
import type { EngineName, RunInput, RuntimeName } from '../../protocol/run.ts';
import type { Run } from '../run.ts';
import type { Settings } from '../settings.ts';

export interface DebugHold {
  readonly document: vscode.TextDocument;
  /** Else as the settings say. */
  readonly runtime: RuntimeName | undefined;
  readonly engine: EngineName | undefined;
  readonly v8Flags: readonly string[] | undefined;
  readonly args: readonly string[];
  /** Of process.env, over what the settings say; null takes a variable away. */
  readonly env: Readonly<Record<string, string | null>>;
  readonly inputs: readonly RunInput[];
  /** Whether a run for it is another than the text alone would be. */
  isSpecial(usual: Pick<Settings, 'runtime' | 'engine' | 'v8Flags'>): boolean;
  /** The run is what it would record. */
  wants(run: Run): boolean;
  /** The run that was asked for last is recorded, or cannot be. */
  ended(recorded: Recorded): void;
  /** The text, or a file that the run read, changed. */
  edited(): void;
}

/** What is debugged may take so long, if the settings do not allow more: somebody waits for it, and nothing else runs. */
const debuggedSeconds = 10;

export function wallMs(settings: Settings, hold: DebugHold | undefined): number {
  return Math.max(settings['limits.seconds'], hold ? debuggedSeconds : 0) * 1_000;
}
