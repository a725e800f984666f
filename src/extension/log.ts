/**
 * The log channel, and the one calm message about a fault of ours: shown once per window, everything else is in the log.
 */
import * as vscode from 'vscode';

export interface Log extends vscode.Disposable {
  readonly channel: vscode.LogOutputChannel;
  /** A bug of ours, that the user should hear of once. */
  fault(doing: string, detail: string): void;
  reportIssue(): Promise<void>;
}

export function createLog(extensionId: string, version: string): Log {
  const channel = vscode.window.createOutputChannel('Underhood', { log: true });
  let told = false;
  let last = '';

  const reportIssue = async (): Promise<void> => {
    const issueBody = last === '' ? '' : `Underhood ${version}\n\n\`\`\`\n${last}\n\`\`\`\n`;
    await vscode.commands.executeCommand('workbench.action.openIssueReporter', { extensionId, issueBody });
  };

  const tell = async (doing: string): Promise<void> => {
    const show = vscode.l10n.t('Show Log');
    const report = vscode.l10n.t('Report Issue');
    const text = vscode.l10n.t(
      'Underhood made a mistake while {0}. What it shows of this run may be incomplete.',
      doing,
    );
    const choice = await vscode.window.showInformationMessage(text, show, report);
    if (choice === show) channel.show();
    if (choice === report) await reportIssue();
  };

  return {
    channel,
    fault(doing, detail) {
      channel.error(`while ${doing}: ${detail}`);
      last = `while ${doing}: ${detail}`;
      if (told) return;
      told = true;
      void tell(doing);
    },
    reportIssue,
    dispose: () => channel.dispose(),
  };
}
