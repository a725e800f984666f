/**
 * The engine's thread: one bundle for worker_threads and for Web Workers. It runs in slices, so that it can answer while a
 * run goes on, sends the log in chunks, and answers questions about moments by replay. It owns the wall clock; the engine
 * knows none.
 */
import type { HostToWorker } from '../protocol/worker-messages.ts';
import { explain } from './explain.ts';
import { openPort } from './port.ts';
import { WorkerRun } from './worker-run.ts';

/** What was being done when a bug of ours struck. */
const doing = {
  run: 'starting a run',
  goOn: 'going on with a run',
  files: 'going on with the files that a run asked for',
  stop: 'stopping a run',
  ask: 'answering a question about a run',
  explain: 'explaining a hazard',
} as const;

startWorker();

function startWorker(): void {
  let current: WorkerRun | undefined;
  const port = openPort(receive);
  port.post({ type: 'ready' });

  function receive(message: HostToWorker): void {
    if (message.type === 'ping') return port.post({ type: 'pong', sequence: message.sequence });
    if (message.type === 'explain')
      return guarded(0, doing.explain, () =>
        port.post({ type: 'explanation', explanation: explain(message.hazard, message.versions) }),
      );
    const { generation } = message;
    guarded(generation, doing[message.type], () => {
      if (message.type === 'run') {
        current?.abandon();
        current = new WorkerRun(message, port, guarded);
        current.start(message.maxWallMs);
      } else if (current?.generation === generation) answer(current, message);
      // Else the question is about a run that has been replaced: nobody waits for the answer.
    });
  }

  /** A bug of ours is told and does not end the thread. */
  function guarded(generation: number, what: string, action: () => void): void {
    try {
      action();
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      port.post({ type: 'fault', generation, doing: what, message });
    }
  }
}

function answer(run: WorkerRun, message: Exclude<HostToWorker, { type: 'ping' | 'run' | 'explain' }>): void {
  switch (message.type) {
    case 'goOn':
      return run.goOn(message.maxSteps, message.maxWallMs);
    case 'files':
      return run.continueWith(message.files);
    case 'stop':
      return run.stop();
    case 'ask':
      return run.ask(message.request, message.question, message.asked);
  }
}
