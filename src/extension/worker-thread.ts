/** The engine's thread on the desktop and on remotes: worker_threads. Knows no vscode, so that tests start what users have. */
import { Worker } from 'node:worker_threads';
import type { WorkerToHost } from '../protocol/worker-messages.ts';
import type { StartWorker } from './worker-client.ts';

/**
 * A run that collects objects for ever ends with its thread, and not with the extension host. The engine stops programs
 * long before; the rest is the recording, garbage, and room for the largest single piece that it lets a program make.
 */
const resourceLimits = { maxOldGenerationSizeMb: 2_048 };

export function threadStarter(path: string): StartWorker {
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
