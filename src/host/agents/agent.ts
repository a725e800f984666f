/**
 * One thread of the program: an isolate with its host, and what other threads have sent it. The program's first thread is one too.
 * ECMAScript: agent; HTML: the agents of a window and of its dedicated workers; Node: Worker (src/node_worker.h).
 *
 * Each agent has a clock of its own, which begins when it does. Where agents meet, times are those of the cluster: ms since the
 * run began.
 */
import { toMoment } from '../clock.ts';
import type { JSObject, Value } from '../../engine/index.ts';
import type { Host } from '../host.ts';
import type { StartOptions, StartResult } from '../start.ts';
import type { AgentCluster } from './cluster.ts';
import type { Port } from './ports.ts';

/** Something that another agent did, and that this one meets at a certain time. */
export interface Arrival {
  readonly at: number;
  /** Who did it; where that one was stopped before, it never happened. */
  readonly from: Agent;
  readonly sentAt: number;
  /** Whether it counts although its sender was stopped after it was sent. */
  readonly survives: boolean;
  readonly apply: () => void;
}

export interface ArrivalOptions {
  /** In ms, after now. */
  readonly latency?: number;
  readonly survives?: boolean;
}

export class Agent {
  readonly cluster: AgentCluster;
  readonly host: Host;
  /** In the cluster's time. */
  readonly startedAt: number;
  /** What it is called where threads are told apart; empty for the first one. */
  readonly name: string;
  /** What keeps it open although nothing will happen by itself: ports and workers that it listens to. */
  readonly holders = new Set<unknown>();
  /** Starts another thread. */
  startAnother!: (options: StartOptions) => StartResult;
  /** What is told of exceptions that end the thread, or that nobody handles, in place of the console. */
  onUncaught: ((value: Value, text: string, isRejection: boolean) => void) | undefined = undefined;
  /** Ends of channels by the objects that the program holds. */
  readonly portsByObject = new WeakMap<JSObject, Port>();
  /** Ends of channels that are here. */
  readonly ports = new Set<Port>();
  /** Open broadcast channels here, by name. What keeps them alive is the program's side. */
  readonly broadcasts = new Map<string, Set<JSObject>>();
  /** By the time at which they are met; those of one time in the order in which they were sent. */
  private readonly arrivals: Arrival[] = [];

  constructor(cluster: AgentCluster, host: Host, name: string, startedAt: number) {
    this.cluster = cluster;
    this.host = host;
    this.name = name;
    this.startedAt = startedAt;
  }

  /** The cluster's time here: that of an agent which waits may be behind that of the others. */
  get time(): number {
    return toMoment(this.startedAt + this.host.clock.milliseconds);
  }

  /** `apply` runs between two turns of the target, before it goes on at that time. */
  send(target: Agent, apply: () => void, { latency = 0, survives = false }: ArrivalOptions = {}): void {
    const at = toMoment(this.time + latency);
    const { arrivals } = target;
    let index = arrivals.length;
    while (index > 0 && arrivals[index - 1]!.at > at) index--;
    arrivals.splice(index, 0, { at, from: this, sentAt: this.time, survives, apply });
  }

  get nextArrival(): number {
    return this.arrivals[0]?.at ?? Infinity;
  }

  /** What an agent did after it was stopped has not happened, and of the rest only what survives it. */
  forget(stopped: Agent, at: number): void {
    const kept = this.arrivals.filter((each) => each.from !== stopped || (each.survives && each.sentAt <= at));
    this.arrivals.splice(0, this.arrivals.length, ...kept);
  }

  /** Between turns: what the others have done by now. */
  meetOthers(): void {
    this.cluster.runOthers(this, this.time);
    while (this.nextArrival <= this.time) this.arrivals.shift()!.apply();
    if (this === this.cluster.main) this.cluster.stopAtLimit();
  }

  /** While nothing happens here: the first moment, in this host's time and up to `limit`, at which something from outside does. */
  waitForOthers(limit: number): number {
    const first = this.cluster.firstArrival(this, this.startedAt + limit);
    return Math.min(limit, toMoment(first - this.startedAt));
  }

  /** Whether something may still come from other agents that the loop has to wait for. */
  expectsOthers(): boolean {
    return this.isHeld && (this.nextArrival < Infinity || this.cluster.hasWorkBeside(this));
  }

  /** What it holds of the guest's objects. */
  roots(): readonly unknown[] {
    return [...this.ports].map(({ object }) => object);
  }

  get isHeld(): boolean {
    const { requests, description } = this.host;
    return this.holders.size > 0 || requests.waitsForever() || !description.hasProcess;
  }
}
