/**
 * The page about a hazard, as an editor tab: its words and two versions side by side, run at every change of one of them, in
 * a worker of its own. Nothing is loaded from anywhere.
 */
import * as vscode from 'vscode';
import type { HazardPageToHost, HostToHazardPage } from '../protocol/explanation.ts';
import { createNonce, pageHtml } from './page-html.ts';
import { createWorkerClient } from './worker-client.ts';
import type { StartWorker, WorkerClient } from './worker-client.ts';

export class HazardPages implements vscode.Disposable {
  private readonly extensionUri: vscode.Uri;
  private readonly startWorker: StartWorker;
  private readonly panels = new Map<string, vscode.WebviewPanel>();

  constructor(extensionUri: vscode.Uri, startWorker: StartWorker) {
    this.extensionUri = extensionUri;
    this.startWorker = startWorker;
  }

  show(hazard: string): void {
    const known = this.panels.get(hazard);
    if (known) return known.reveal();
    const panel = vscode.window.createWebviewPanel('underhood.hazard', hazard, vscode.ViewColumn.Beside, {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(this.extensionUri, 'dist', 'webview')],
    });
    this.panels.set(hazard, panel);
    const page = new HazardPage(hazard, panel, this.extensionUri, this.startWorker);
    panel.onDidDispose(() => {
      this.panels.delete(hazard);
      page.dispose();
    });
  }

  dispose(): void {
    for (const panel of this.panels.values()) panel.dispose();
  }
}

class HazardPage implements vscode.Disposable {
  private readonly hazard: string;
  private readonly panel: vscode.WebviewPanel;
  private readonly worker: WorkerClient;
  /** What the user made of the examples; a page that was hidden begins with it again. */
  private versions: { readonly before: string; readonly after: string } | undefined;

  constructor(hazard: string, panel: vscode.WebviewPanel, extensionUri: vscode.Uri, startWorker: StartWorker) {
    this.hazard = hazard;
    this.panel = panel;
    this.worker = createWorkerClient(startWorker, {
      message: (message) => {
        if (message.type === 'fault') return this.post({ type: 'failed', message: message.message });
        if (message.type !== 'explanation' || message.explanation === undefined) return;
        panel.title = message.explanation.title;
        this.post({ type: 'explanation', explanation: message.explanation });
      },
      lost: ({ cause }) => this.post({ type: 'failed', message: lossText(cause) }),
    });
    const { webview } = panel;
    webview.onDidReceiveMessage((value: unknown) => this.receive(value));
    const folder = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
    webview.html = pageHtml({
      cspSource: webview.cspSource,
      script: webview.asWebviewUri(vscode.Uri.joinPath(folder, 'hazard.js')).toString(),
      style: webview.asWebviewUri(vscode.Uri.joinPath(folder, 'hazard.css')).toString(),
      nonce: createNonce(),
      language: vscode.env.language,
    });
  }

  dispose(): void {
    this.worker.dispose();
  }

  private post(message: HostToHazardPage): void {
    void this.panel.webview.postMessage(message);
  }

  private receive(value: unknown): void {
    const message = readMessage(value);
    if (message === undefined) return;
    if (message.type === 'open') return void openVersion(message.source);
    if (message.type === 'compare') this.versions = { before: message.before, after: message.after };
    this.worker.post({ type: 'explain', hazard: this.hazard, versions: this.versions });
  }
}

/** As a file without a name, beside the page: there it runs live, and can be stepped through. */
async function openVersion(source: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'javascript', content: source });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
}

function lossText(cause: 'hung' | 'error' | 'memory'): string {
  if (cause === 'hung')
    return vscode.l10n.t('The engine does not answer: a version does not come to an end, or the machine is busy.');
  if (cause === 'memory') return vscode.l10n.t('A version needs more memory than there is.');
  return vscode.l10n.t('The engine’s thread ended.');
}

function readMessage(value: unknown): HazardPageToHost | undefined {
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
  const { type, before, after, source } = value as Record<string, unknown>;
  if (type === 'ready') return { type };
  if (type === 'compare' && typeof before === 'string' && typeof after === 'string') return { type, before, after };
  return type === 'open' && typeof source === 'string' ? { type, source } : undefined;
}
