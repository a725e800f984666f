/** What the source of Node's worker_threads calls by `%Name(…)`: threads. Node: src/node_worker.cc, lib/internal/worker.js. */
import {
  JSObject,
  lookupData,
  type SerializedMessage,
  structuredDeserialize,
  toBoolean,
  toStringValue,
  type Value,
} from '../../engine/index.ts';
import { stopForFiles } from '../loading/file-requests.ts';
import type { Host } from '../host.ts';
import { newNodeError } from '../node-errors.ts';
import { joinPath, normalizeSeparators, pathOfFileUrl } from '../loading/paths.ts';
import { messageLatency } from './cluster.ts';
import { textOfDataUrl } from './data-url.ts';
import { adopt, serialize } from './port-functions.ts';
import { startWorker, throwIfTooMany, type WorkerSource } from './start-worker.ts';
import { WorkerAgent } from './worker-agent.ts';
import { deserializeThrow, serializeThrow } from './worker-errors.ts';

/** What a thread of Node is begun with. */
export interface ThreadStart {
  readonly threadName: string;
  readonly data: SerializedMessage | undefined;
  readonly environmentData: SerializedMessage | undefined;
}

const evalName = '[worker eval]';
/** Until a thread that is stopped from outside has ended, in ms. */
const stopLatency = 0.5;

export function installThreadFunctions(host: Host): void {
  const { isolate } = host;
  const define = (name: string, run: (args: Value[]) => Value | void): void =>
    void isolate.runtime.set(name, (_isolate, args) => run(args) as Value);
  const threadOf = (id: Value): WorkerAgent | undefined =>
    host.agent.cluster.workers.find(({ threadId }) => threadId === id);
  define('StartThread', ([object, port, target, isEval, name, data, transfer, argv, environmentData, variables]) => {
    throwIfTooMany(host);
    const start: ThreadStart = {
      threadName: String(name),
      data: data === undefined ? undefined : serialize(host, data, transfer, 'Worker'),
      environmentData:
        environmentData === undefined ? undefined : serialize(host, environmentData, undefined, 'Worker'),
    };
    const given = ((argv as JSObject).elements as Value[]).map((each) => toStringValue(isolate, each));
    const source = {
      ...sourceOf(host, toStringValue(isolate, target), toBoolean(isEval)),
      arguments: given,
      variables: pairsOf(variables),
    };
    const worker = startThread(host, source, start, object as JSObject);
    adopt(host, worker.outer!, port as JSObject);
    return host.newPlainObject({ id: worker.threadId, port });
  });
  define('SetThreadEvents', ([id, events]) => {
    const worker = threadOf(id);
    if (worker !== undefined) listen(host, worker, events as JSObject);
  });
  define('RefThread', ([id, isRefed]) => {
    const worker = threadOf(id);
    if (worker === undefined) return;
    if (toBoolean(isRefed)) host.agent.holders.add(worker);
    else host.agent.holders.delete(worker);
  });
  define('TerminateThread', ([id]) => {
    const worker = threadOf(id);
    if (worker === undefined) return;
    const exitCode = worker.hasBegun ? 1 : 0;
    const { onEnd } = worker;
    worker.stop(host.agent);
    host.agent.holders.add(worker);
    host.agent.send(host.agent, () => onEnd(exitCode), { latency: stopLatency });
  });
  define('ParentPort', ([object]) => {
    const { agent } = host;
    if (agent instanceof WorkerAgent) adopt(host, agent.inner!, object as JSObject);
    return object;
  });
  define('ThreadInfo', () => {
    const { agent } = host;
    const start = agent instanceof WorkerAgent ? agent.threadStart : undefined;
    const read = (message: SerializedMessage | undefined): Value =>
      message === undefined ? undefined : structuredDeserialize(isolate, message).value;
    return host.newPlainObject({
      isMainThread: start === undefined,
      threadId: agent instanceof WorkerAgent ? agent.threadId : 0,
      threadName: start?.threadName ?? '',
      data: start === undefined ? null : read(start.data),
      environmentData: read(start?.environmentData),
    });
  });
}

function pairsOf(list: Value): Readonly<Record<string, string>> {
  const pairs = ((list as JSObject).elements as JSObject[]).map(({ elements }) => elements as string[]);
  return Object.fromEntries(pairs.map(([name, value]) => [name, value]));
}

function sourceOf(host: Host, target: string, isEval: boolean): WorkerSource {
  if (isEval) return { text: target, fileName: evalName, sourceKind: 'commonjs' };
  if (target.startsWith('data:')) {
    return { text: textOfDataUrl(target) ?? '', fileName: target, sourceKind: 'module' };
  }
  const cwd = host.workingDirectory;
  const path = target.startsWith('file:') ? pathOfFileUrl(target) : joinPath(cwd, normalizeSeparators(target));
  const text = host.files.text(path);
  stopForFiles(host);
  const source = {
    text: (text ?? '').replace(/^\uFEFF/, ''),
    fileName: host.files.realPath(path),
    sourceKind: 'auto',
  } as const;
  if (text !== undefined) return source;
  const refusal = host.files.refusal(path);
  return {
    ...source,
    problem: ({ isolate }) => {
      const message =
        refusal === undefined ? `Cannot find module '${path}'` : `Underhood does not read ${path}: ${refusal}`;
      return newNodeError(isolate, 'Error', 'MODULE_NOT_FOUND', message);
    },
  };
}

function startThread(host: Host, source: WorkerSource, start: ThreadStart, object: JSObject): WorkerAgent {
  const given = start.threadName === 'WorkerThread' ? undefined : start.threadName;
  const shown = given ?? source.fileName.slice(source.fileName.lastIndexOf('/') + 1);
  const worker = startWorker(host, shown, source, (made) => {
    made.threadStart = start;
    made.onUncaught = (value) => {
      const thrown = serializeThrow(made.host.isolate, value);
      made.send(made.parent, () => made.onError(thrown), { latency: messageLatency, survives: true });
    };
  });
  host.agent.holders.add(worker);
  worker.object = object;
  return worker;
}

function listen(host: Host, worker: WorkerAgent, events: JSObject): void {
  const emit = (name: string, ...args: Value[]): void =>
    void host.queueTask(
      'postedMessage',
      `${name} of ${worker.name}`,
      () => void host.isolate.callNested(lookupData(events, name) as JSObject, undefined, args),
      { holds: events },
    );
  const tell = (apply: () => void): void => worker.send(host.agent, apply, { latency: messageLatency, survives: true });
  worker.onBegin = () => tell(() => emit('online'));
  worker.onError = (thrown) => emit('error', deserializeThrow(host.isolate, thrown));
  worker.onEnd = (exitCode) => {
    const told = (): void => {
      host.agent.holders.delete(worker);
      emit('exit', exitCode);
    };
    if (worker.hasEnded) return told();
    worker.close();
    tell(told);
  };
}
