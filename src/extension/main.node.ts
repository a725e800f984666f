/** The way in on the desktop and on remotes: the engine runs in a thread of worker_threads. */
import { realpath } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import type { WorkerToHost } from '../protocol.ts';
import { activateWith } from './activate.ts';
import type { UnderhoodApi } from './activate.ts';
import type { StartWorker } from './worker-client.ts';

/** A run that collects objects for ever ends with its thread, and not with the extension host. */
const resourceLimits = { maxOldGenerationSizeMb: 1_024 };

export function activate(context: vscode.ExtensionContext): UnderhoodApi {
  const path = vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.js').fsPath;
  return activateWith(context, { startWorker: threadStarter(path), realPath: realpath });
}

function threadStarter(path: string): StartWorker {
  return async ({ message, crashed }) => {
    // execArgv: the extension host's own flags are not the worker's.
    const worker = new Worker(path, { name: 'underhood', resourceLimits, execArgv: [] });
    worker.on('message', (value: WorkerToHost) => message(value));
    worker.on('error', (error: Error & { code?: string }) => {
      const cause = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'error';
      crashed(error.stack ?? error.message, cause);
    });
    worker.on('messageerror', (error) => crashed(`a message could not be read: ${error.message}`, 'error'));
    worker.on('exit', (code) => crashed(`the worker exited with code ${code}`, 'error'));
    return {
      post: (request) => worker.postMessage(request),
      terminate: () => {
        worker.removeAllListeners();
        void worker.terminate();
      },
    };
  };
}
