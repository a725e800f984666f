/** The channel to the extension host, in worker_threads and in a Web Worker. */
import type { HostToWorker, WorkerToHost } from '../protocol/worker-messages.ts';

export interface Port {
  post(message: WorkerToHost, transfer?: ArrayBuffer[]): void;
  /** From within a long turn: takes in what has come meanwhile, to be received afterwards. Simplified: not in a Web Worker. */
  peek(): readonly HostToWorker[];
  /** How much of the heap that the thread may have is in use: a part of 1. Simplified: nothing in a Web Worker. */
  heapUse(): number;
}

/** What both kinds of port offer. */
interface RawPort {
  postMessage(message: WorkerToHost, transfer?: ArrayBuffer[]): void;
}

interface NodeParentPort extends RawPort {
  on(event: 'message', listener: (message: HostToWorker) => void): void;
}

interface WebWorkerScope extends RawPort {
  onmessage: ((event: { readonly data: HostToWorker }) => void) | null;
}

interface WorkerThreads {
  readonly parentPort: NodeParentPort | null;
  receiveMessageOnPort(port: NodeParentPort): { readonly message: HostToWorker } | undefined;
}

interface V8Module {
  getHeapStatistics(): { readonly used_heap_size: number; readonly heap_size_limit: number };
}

export function openPort(receive: (message: HostToWorker) => void): Port {
  const threads = nodeModule<WorkerThreads>('node:worker_threads');
  if (threads?.parentPort) return nodePortOf(threads, threads.parentPort, receive);
  const scope = globalThis as unknown as WebWorkerScope;
  scope.onmessage = ({ data }) => receive(data);
  return {
    post: (message, transfer) => scope.postMessage(message, transfer ?? []),
    peek: () => [],
    heapUse: () => 0,
  };
}

function nodePortOf(threads: WorkerThreads, parent: NodeParentPort, receive: (message: HostToWorker) => void): Port {
  const v8 = nodeModule<V8Module>('node:v8');
  const early: HostToWorker[] = [];
  const receiveEarly = (): void => {
    for (let message = early.shift(); message !== undefined; message = early.shift()) receive(message);
  };
  parent.on('message', (message) => {
    receiveEarly();
    receive(message);
  });
  return {
    post: (message, transfer) => parent.postMessage(message, transfer ?? []),
    peek() {
      for (;;) {
        const next = threads.receiveMessageOnPort(parent);
        if (next === undefined) return early;
        if (early.length === 0) setTimeout(receiveEarly, 0);
        early.push(next.message);
      }
    },
    heapUse() {
      if (v8 === undefined) return 0;
      const { used_heap_size: used, heap_size_limit: limit } = v8.getHeapStatistics();
      return used / limit;
    },
  };
}

/** One of Node's own modules. A Web Worker has none. */
function nodeModule<Module>(id: string): Module | undefined {
  const load = globalThis as { readonly process?: { getBuiltinModule?: (id: string) => unknown } };
  return load.process?.getBuiltinModule?.(id) as Module | undefined;
}
