/** The channel to the extension host, in worker_threads and in a Web Worker. */
import type { HostToWorker, WorkerToHost } from '../protocol.ts';

export interface Port {
  post(message: WorkerToHost, transfer?: ArrayBuffer[]): void;
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

declare const require: ((id: string) => { readonly parentPort: NodeParentPort | null }) | undefined;

export function openPort(receive: (message: HostToWorker) => void): Port {
  const nodePort = nodeParentPort();
  if (nodePort !== undefined) {
    nodePort.on('message', receive);
    return { post: (message, transfer) => nodePort.postMessage(message, transfer ?? []) };
  }
  const scope = globalThis as unknown as WebWorkerScope;
  scope.onmessage = ({ data }) => receive(data);
  return { post: (message, transfer) => scope.postMessage(message, transfer ?? []) };
}

function nodeParentPort(): NodeParentPort | undefined {
  // A Web Worker has its own postMessage, and none of Node's modules.
  const load = globalThis as {
    readonly process?: { getBuiltinModule?: (id: string) => { parentPort: NodeParentPort | null } | undefined };
  };
  const fromProcess = load.process?.getBuiltinModule?.('node:worker_threads')?.parentPort;
  if (fromProcess) return fromProcess;
  if (typeof require === 'undefined') return undefined;
  try {
    return require('node:worker_threads').parentPort ?? undefined;
  } catch {
    return undefined;
  }
}
