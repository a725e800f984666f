/**
 * A worker's thread: its loop, what it tells of itself, and how it ends. HTML: run a worker, terminate a worker; Node: Worker::Run,
 * Worker::Exit in src/node_worker.cc.
 */
import { type JSObject, RunStopped } from '../../engine/index.ts';
import type { WorkerState } from '../../protocol/events.ts';
import type { LimitKind } from '../../protocol/run.ts';
import type { Host } from '../host.ts';
import type { EventLoop } from '../loop.ts';
import { Agent } from './agent.ts';
import type { AgentCluster } from './cluster.ts';
import { closePort, type Port } from './ports.ts';
import type { ThreadStart } from './thread-functions.ts';
import type { SerializedThrow } from './worker-errors.ts';

export interface WorkerOptions {
  readonly host: Host;
  readonly name: string;
  readonly startedAt: number;
  readonly threadId: number;
  /** Who made it. */
  readonly parent: Agent;
  /** Of its row in the log. */
  readonly apiId: number;
}

/** What the global object of a browser's worker tells of it. */
export interface WorkerScope {
  readonly url: string;
  readonly name: string;
  readonly isModule: boolean;
}

export class WorkerAgent extends Agent {
  readonly threadId: number;
  readonly parent: Agent;
  readonly apiId: number;
  /** Undefined until its code is known. */
  loop: EventLoop | undefined = undefined;
  /** In the cluster's time. */
  endedAt = Infinity;
  /** The ends of the channels to whoever made it: inside, outside. */
  inner: Port | undefined = undefined;
  outer: Port | undefined = undefined;
  /** What the program knows it as, over there. */
  object: JSObject | undefined = undefined;
  /** Of Node's: what it is begun with. */
  threadStart: ThreadStart | undefined = undefined;
  /** Of a browser's: what it is begun with. */
  scope: WorkerScope | undefined = undefined;
  /** Told of what nobody caught in it. */
  onError: (thrown: SerializedThrow) => void = () => undefined;
  /** Told when its script begins. */
  onBegin: () => void = () => undefined;
  /** Told when it has ended by itself. */
  onEnd: (exitCode: number) => void = () => undefined;
  /** Bytecodes before the turn that ran last, and when that ended. */
  private stepsBefore = 0;
  private turnEndedAt = 0;
  private state: WorkerState = 'starting';
  /** What the log has said. */
  private readonly shown: { state: WorkerState; waiting: number } = { state: 'starting', waiting: 0 };

  constructor(cluster: AgentCluster, { host, name, startedAt, threadId, parent, apiId }: WorkerOptions) {
    super(cluster, host, name, startedAt);
    this.threadId = threadId;
    this.parent = parent;
    this.apiId = apiId;
  }

  get hasBegun(): boolean {
    return this.state !== 'starting';
  }

  get hasEnded(): boolean {
    return this.endedAt < Infinity;
  }

  /** When its next turn begins, in the cluster's time; Infinity: it waits for a message. */
  get nextWork(): number {
    const { loop } = this;
    if (loop === undefined || this.hasEnded || this.host.end !== undefined) return Infinity;
    return this.startedAt + loop.nextWork();
  }

  /** Its loop stays open for what may come: the cluster gives it no turn before that. */
  override expectsOthers(): boolean {
    return this.isHeld;
  }

  /** Bytecodes of the turns that have ended by then. */
  stepsBy(time: number): number {
    return this.turnEndedAt <= time ? this.host.isolate.steps : this.stepsBefore;
  }

  /** Its next turn. */
  advance(): void {
    const { host, loop, cluster } = this;
    this.stepsBefore = host.isolate.steps;
    // Time that is up, and a heap that is full, are for the whole run.
    host.isolate.interpreter.onSlice = cluster.main.host.isolate.interpreter.onSlice;
    const goesOn = loop!.advance();
    this.turnEndedAt = this.time;
    if (!goesOn) this.finish();
    else if (this.nextWork > this.time) this.enter('idle');
  }

  /** A task or its script begins. */
  begin(): void {
    if (this.state === 'starting') this.onBegin();
    this.enter('running');
  }

  /** Nothing that it did after that moment has happened. */
  stop(by: Agent): void {
    if (this.hasEnded) return;
    this.endedAt = by.time;
    for (const agent of this.cluster.agents()) agent.forget(this, by.time);
    this.leave(by);
  }

  private finish(): void {
    const { end, neededFiles } = this.host;
    const { main } = this.cluster;
    if (neededFiles.length > 0 || main.host.end !== undefined) return;
    if (end?.outcome === 'limit') {
      // The first thread may still stop it before that moment.
      const { limit } = end;
      this.send(main, () => this.endRun(limit));
      return;
    }
    this.onEnd(end?.exitCode ?? 0);
  }

  /** It has come to its end by itself, and whoever listens learns of it. */
  close(): void {
    if (this.hasEnded) return;
    this.endedAt = this.time;
    this.leave(this);
  }

  private leave(by: Agent): void {
    const { main } = this.cluster;
    for (const child of this.cluster.workers.filter(({ parent }) => parent === this)) child.stop(by);
    for (const port of this.ports) closePort(port, by);
    this.cluster.remove(this);
    const end = (): void => main.host.listener?.apiEnd(this.apiId, by !== this);
    if (by === main) end();
    else by.send(main, end, { survives: true });
  }

  private endRun(limit: LimitKind | undefined): never {
    const { host } = this.cluster.main;
    host.finish({ outcome: 'limit', ...(limit === undefined ? {} : { limit }), exitCode: 3, worker: this.name });
    throw new RunStopped('steps');
  }

  /** What the log says of it changes, because of something that `by` does. */
  tell(by: Agent, { state, waiting = 0 }: { readonly state?: WorkerState; readonly waiting?: number }): void {
    const { main } = this.cluster;
    const show = (): void => {
      this.shown.state = state ?? this.shown.state;
      this.shown.waiting += waiting;
      main.host.listener?.workerState(this.apiId, this.shown.state, this.shown.waiting);
    };
    if (by === main) show();
    else by.send(main, show, { survives: true });
  }

  private enter(state: WorkerState): void {
    if (this.state === state) return;
    this.state = state;
    this.tell(this, { state });
  }
}
