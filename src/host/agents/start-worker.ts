/**
 * Starts a worker: a second isolate with a host and a loop of its own, whose first turn comes when a thread would be ready.
 * HTML: run a worker; Node: Worker::StartThread in src/node_worker.cc, lib/internal/main/worker_thread.js.
 *
 * Simplified: a thread takes 20 ms to start.
 */
import { type JSObject, RunStopped, throwError } from '../../engine/index.ts';
import type { SourceKind } from '../../protocol/run.ts';
import type { Host } from '../host.ts';
import { AgentListener } from './agent-listener.ts';
import { messageLatency } from './cluster.ts';
import { entangle, Port } from './ports.ts';
import { WorkerAgent } from './worker-agent.ts';

const startupLatency = 20;
/** Each takes some megabytes of the real machine. */
const mostWorkers = 32;

export interface WorkerSource {
  readonly text: string;
  /** Path, or how stack traces name a text that is no file. */
  readonly fileName: string;
  readonly sourceKind: SourceKind;
  /** Its command line, from the third word on. */
  readonly arguments?: readonly string[];
  /** Of its process; without them those of the run. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Why there is no text: thrown in the worker. */
  readonly problem?: (host: Host) => JSObject;
}

/** `attach` is told of the worker before any of its surroundings are made. */
export function startWorker(
  parent: Host,
  name: string,
  source: WorkerSource,
  attach: (worker: WorkerAgent) => void,
): WorkerAgent {
  const { cluster } = parent.agent;
  const main = cluster.main.host;
  const startedAt = parent.agent.time;
  const threadId = cluster.nextThreadId++;
  const printLatency = parent.description.hasProcess ? messageLatency : 0;
  let made: WorkerAgent | undefined;
  const started = parent.agent.startAnother({
    source: source.text,
    environment: {
      ...parent.environment,
      fileName: source.fileName,
      sourceKind: source.sourceKind,
      seed: parent.environment.seed + threadId,
      startTime: parent.environment.startTime + (startedAt - parent.agent.startedAt),
      maxVirtualMs: main.environment.maxVirtualMs - startedAt,
      arguments: source.arguments ?? [],
      ...(source.variables !== undefined && { variables: source.variables }),
      workingDirectory: parent.workingDirectory,
    },
    output: {
      // Node hands it to the first thread as a message.
      write: (stream, text) =>
        made?.send(cluster.main, () => main.output.write(stream, text), { latency: printLatency, survives: true }),
    },
    files: parent.files.view,
    statements: false,
    worker: {
      attach: (host) => {
        const apiId = main.nextId++;
        made = new WorkerAgent(cluster, { host, name, startedAt, threadId, parent: parent.agent, apiId });
        host.agent = made;
        host.clock.jumpTo(startupLatency);
        connect(made);
        attach(made);
      },
      // What is left of the run's steps, whoever takes them.
      maxSteps: () =>
        main.environment.maxSteps - main.isolate.steps - (cluster.stepsBy(Infinity) - (made?.host.isolate.steps ?? 0)),
      heapShare: () => 1 / (1 + Math.max(1, cluster.workers.length)),
      problem: source.problem,
    },
  });
  const worker = made!;
  const { host } = worker;
  if (host.neededFiles.length > 0) {
    main.neededFiles = host.neededFiles;
    throw new RunStopped('files');
  }
  cluster.workers.push(worker);
  if (parent === main) main.listener?.apiStart(worker.apiId, 'worker', name);
  else parent.agent.send(cluster.main, () => main.listener?.apiStart(worker.apiId, 'worker', name));
  host.listener = new AgentListener(worker);
  worker.loop = started.ok ? started.loop : undefined;
  return worker;
}

export function throwIfTooMany({ agent, isolate }: Host): void {
  if (agent.cluster.workers.length < mostWorkers) return;
  throwError(isolate, 'Error', `Underhood simulates at most ${mostWorkers} workers at a time`);
}

/** HTML: the inside port and the outside port. */
function connect(worker: WorkerAgent): void {
  const { parent } = worker;
  worker.inner = new Port(worker);
  worker.outer = new Port(parent);
  entangle(worker.inner, worker.outer);
  worker.inner.onWaiting = (difference, by) => worker.tell(by, { waiting: difference });
}
