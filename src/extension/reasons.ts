/** Why there is no run, or no more of it, in words for the view. They continue a sentence, except those that end a run. */
import * as vscode from 'vscode';
import type { SourceError } from '../protocol/run.ts';
import { watchdogSeconds } from './worker-client.ts';
import type { WorkerLoss } from './worker-client.ts';

export function sourceErrorReason(error: SourceError): string {
  const [, syntax] = /^SyntaxError: (.*)$/s.exec(error.message) ?? [];
  return syntax === undefined
    ? vscode.l10n.t('line {0}: {1}', error.line, error.message)
    : vscode.l10n.t('syntax error on line {0}: {1}', error.line, syntax);
}

/** `length` in characters, `limit` in millions of them. */
export function sizeReason(length: number, limit: number): string {
  const size = (length / 1_000_000).toFixed(1);
  return vscode.l10n.t('the file has {0} million characters; Underhood runs files of up to {1} million', size, limit);
}

export function lossReason(loss: WorkerLoss, fileName: string): string {
  switch (loss.cause) {
    case 'hung':
      return vscode.l10n.t('The run was stopped: {0} did not return within {1} s', fileName, watchdogSeconds);
    case 'memory':
      return vscode.l10n.t('The run was stopped: {0} needed more memory than a run may have', fileName);
    case 'error':
      return vscode.l10n.t('The run was stopped: Underhood’s engine ended unexpectedly (see the log)');
  }
}
