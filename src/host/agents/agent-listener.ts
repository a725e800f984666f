/**
 * What the log of a run tells of a worker: its lines on the console, by name, and when it has something to do. The log is of the first
 * thread's moments: what happens here is told when that thread has come to the time of it.
 */
import type { ConsoleLevel, TurnKind } from '../../protocol/events.ts';
import type { HostListener } from '../host-listener.ts';
import type { WorkerAgent } from './worker-agent.ts';

export class AgentListener implements HostListener {
  private readonly worker: WorkerAgent;

  constructor(worker: WorkerAgent) {
    this.worker = worker;
  }

  console(level: ConsoleLevel, text: string, indentation: number): void {
    this.tell((main) => main.console(level, `[${this.worker.name}] ${text}`, indentation));
  }

  turnStart(kind: TurnKind): void {
    if (kind !== 'microtask') this.worker.begin();
  }

  uncaughtError(text: string): void {
    this.tell((main) => main.console('error', `[${this.worker.name}] ${text}`, 0));
  }

  unhandledRejection(text: string): void {
    this.uncaughtError(text);
  }

  // What else happens in there the log has no place for.
  runStart(): void {}
  turnEnd(): void {}
  enqueueTask(): void {}
  cancelTask(): void {}
  apiStart(): void {}
  apiDue(): void {}
  apiEnd(): void {}
  listenerCall(): void {}
  workerState(): void {}
  phase(): void {}
  clock(): void {}
  race(): void {}
  runEnd(): void {}

  private tell(happen: (main: HostListener) => void): void {
    const { worker } = this;
    const { main } = worker.cluster;
    worker.send(
      main,
      () => {
        if (main.host.listener !== undefined) happen(main.host.listener);
      },
      { survives: true },
    );
  }
}
