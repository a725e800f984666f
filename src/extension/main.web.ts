/**
 * The way in on vscode.dev: the engine runs in a Web Worker. The extension's files may have another origin than the host,
 * and a worker's script must not: so the bundle is read as a file and started from a blob.
 */
import * as vscode from 'vscode';
import type { WorkerToHost } from '../protocol/worker-messages.ts';
import { activateWith } from './activate.ts';
import type { UnderhoodApi } from './activate.ts';
import type { StartWorker } from './worker-client.ts';

export function activate(context: vscode.ExtensionContext): UnderhoodApi {
  return activateWith(context, {
    startWorker: webWorkerStarter(vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.js')),
  });
}

function webWorkerStarter(script: vscode.Uri): StartWorker {
  return async ({ message, crashed }) => {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(script));
    const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    const worker = new Worker(url, { name: 'underhood' });
    worker.onmessage = ({ data }: MessageEvent<WorkerToHost>) => {
      // Its script is loaded: the blob has done its work.
      if (data.type === 'ready') URL.revokeObjectURL(url);
      message(data);
    };
    worker.onerror = (event) => crashed(`${event.message} (${event.lineno}:${event.colno})`, 'error');
    worker.onmessageerror = () => crashed('a message could not be read', 'error');
    return {
      post: (request) => worker.postMessage(request),
      terminate: () => {
        worker.onmessage = worker.onerror = worker.onmessageerror = null;
        worker.terminate();
        URL.revokeObjectURL(url);
      },
    };
  };
}
