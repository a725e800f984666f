/**
 * The threads of a program, side by side on virtual time: each runs its turns up to the moment to which the first one has come,
 * so that whoever meets what another sent has not been past that time. All in an order that follows from the clocks alone.
 * ECMAScript: agent cluster. (A conservative simulation of discrete events: the first agent drives it.)
 *
 * A turn is run as a whole. What it sends carries the time of sending, and whoever is behind that meets it later. If a worker is
 * stopped in the middle of a turn, what it did after that is dropped, as if it had not happened.
 *
 * Simplified: threads have a core each; a message takes 50 µs. Shared memory is the same for all, but a turn may see what one of
 * another thread has written that began earlier and ends later.
 */
import { RunStopped } from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { Agent } from './agent.ts';
import type { WorkerAgent } from './worker-agent.ts';

/** From a message's sender to its receiver, in ms. */
export const messageLatency = 0.05;

export class AgentCluster {
  readonly main: Agent;
  /** Those that live, in the order in which they were started. */
  readonly workers: WorkerAgent[] = [];
  /** Bytecodes of workers that have ended. */
  private endedSteps = 0;
  nextThreadId = 1;
  /** What one agent has sent to another. */
  readonly sharedMemory = new Set<ArrayBufferLike>();
  /** What the program has made URLs of, for all its threads. File API: blob URL store. Simplified: whatever their times are. */
  readonly blobUrls = new Map<string, Uint8Array>();

  constructor(host: Host) {
    this.main = new Agent(this, host, '', 0);
  }

  /** All workers run up to that time, before the first thread goes on there. */
  runOthers(agent: Agent, time: number): void {
    if (agent !== this.main) return;
    for (let next = this.nextWorker(); next !== undefined && next.nextWork < time; next = this.nextWorker())
      this.run(next);
  }

  /** All threads have the steps of one run. */
  stopAtLimit(): void {
    const { host, time } = this.main;
    if (this.workers.length === 0 && this.endedSteps === 0) return;
    if (host.isolate.steps + this.stepsBy(time) >= host.environment.maxSteps) throw new RunStopped('steps');
  }

  /** When the agent will meet something from another, if that is by `limit`; workers run until that is certain. */
  firstArrival(agent: Agent, limit: number): number {
    if (agent !== this.main) return agent.nextArrival;
    for (;;) {
      const next = this.nextWorker();
      if (next === undefined || next.nextWork >= Math.min(limit, agent.nextArrival)) return agent.nextArrival;
      this.run(next);
    }
  }

  /** Whether another agent has something to do. */
  hasWorkBeside(agent: Agent): boolean {
    return this.workers.some((worker) => worker !== agent && worker.nextWork < Infinity);
  }

  /** Bytecodes of all workers, but for the turns that end later than that. */
  stepsBy(time: number): number {
    return this.workers.reduce((sum, worker) => sum + worker.stepsBy(time), this.endedSteps);
  }

  remove(worker: WorkerAgent): void {
    const index = this.workers.indexOf(worker);
    if (index < 0) return;
    this.workers.splice(index, 1);
    this.endedSteps += worker.stepsBy(worker.endedAt);
  }

  agents(): readonly Agent[] {
    return [this.main, ...this.workers];
  }

  /** The one whose next turn begins first. */
  private nextWorker(): WorkerAgent | undefined {
    let next: WorkerAgent | undefined;
    for (const worker of this.workers) if (worker.nextWork < (next?.nextWork ?? Infinity)) next = worker;
    return next;
  }

  private run(worker: WorkerAgent): void {
    const { host } = this.main;
    worker.advance();
    const { neededFiles } = worker.host;
    if (neededFiles.length > 0) {
      host.neededFiles = neededFiles;
      throw new RunStopped('files');
    }
    // The run's time was up in there.
    if (host.end !== undefined) throw new RunStopped('steps');
  }
}
