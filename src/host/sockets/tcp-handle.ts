/**
 * A handle that listens or is one end of a connection, and when its callbacks run. libuv: uv_tcp_t, uv_pipe_t and uv_stream_t, whose
 * functions in src/unix/stream.c the methods are named after; Node: LibuvStreamWrap, TCPWrap.
 */
import { JSObject, type Value } from '../../engine/index.ts';
import type { ApiKind } from '../../protocol/events.ts';
import type { Host } from '../host.ts';
import type { Site } from '../waiting.ts';
import { newBytes } from '../web/bytes.ts';
import { ConnectionEnd, ConnectionQueue, type SocketAddress } from './connection.ts';
import { pollEvents, type Poller, type Watcher } from './poller.ts';

/** Node asks for so much at once. */
const readLength = 65_536;
const readsPerEvent = 32;

/** What a request of the handle calls when it is done, in the context in which it was made. */
interface Pending {
  readonly callback: JSObject;
  readonly context: Value;
}

interface PendingWrite extends Pending {
  bytes: Uint8Array;
  error: string | undefined;
}

export class TcpHandle implements Watcher {
  site: Site | undefined;
  readonly #host: Host;
  readonly #poller: Poller;
  /** (bytes), (undefined): the end, (undefined, code). */
  private readonly onRead: JSObject;
  /** (accepts): who gives the handle of the new connection its callbacks. */
  private readonly onConnection: JSObject;
  /** Isolate.asyncContext of what it was made in: of nothing, where a connection came in. */
  private context: Value;
  private end: ConnectionEnd | undefined;
  /** Of a server. */
  queue: ConnectionQueue | undefined;
  local: SocketAddress | undefined;
  remote: SocketAddress | undefined;
  private isHandleRefed = true;
  private isReading = false;
  private isShutting = false;
  private isClosing = false;
  private connecting: Pending | undefined;
  private shutdownRequest: Pending | undefined;
  private writes: PendingWrite[] = [];
  bytesRead = 0;
  bytesWritten = 0;

  constructor(host: Host, poller: Poller, onRead: JSObject, onConnection: JSObject, site: Site | undefined) {
    this.#host = host;
    this.#poller = poller;
    this.onRead = onRead;
    this.onConnection = onConnection;
    this.context = host.isolate.asyncContext;
    this.site = site;
  }

  get kind(): ApiKind {
    return this.queue === undefined ? 'socket' : 'server';
  }

  get name(): string {
    const [near, far] = [placeOf(this.local), placeOf(this.remote)];
    if (this.queue !== undefined) return near;
    if (this.connecting !== undefined) return `net.Socket: the connection of ${near} to ${far}`;
    if (this.shutdownRequest !== undefined) return `net.Socket: the end of what ${near} sends to ${far}`;
    if (this.isReading) return `net.Socket: data from ${far} at ${near}`;
    return `net.Socket: room for what ${near} sends to ${far}`;
  }

  /** What was asked of it counts in any case. */
  get isRefed(): boolean {
    const hasRequest = this.connecting !== undefined || this.writes.length > 0 || this.shutdownRequest !== undefined;
    return hasRequest || this.isHandleRefed;
  }

  get readiness(): number {
    return this.end?.readiness ?? this.queue?.readiness ?? 0;
  }

  get writeQueueSize(): number {
    return this.writes.reduce((sum, { bytes }) => sum + bytes.length, 0);
  }

  setRefed(isRefed: boolean): void {
    this.isHandleRefed = isRefed;
    this.#poller.updateRef(this);
  }

  listen(queue: ConnectionQueue, local: SocketAddress): void {
    this.local = local;
    this.queue = queue;
    queue.onChange = () => this.#poller.wake(this);
    this.#poller.start(this, pollEvents.in);
  }

  /** Without a queue nobody takes it. */
  connect(queue: ConnectionQueue | undefined, from: SocketAddress, to: SocketAddress, callback: JSObject): void {
    this.local = from;
    this.remote = to;
    this.connecting = this.pending(callback);
    this.adopt(queue?.connect(from, to) ?? ConnectionEnd.refused(to.port < 0 ? 'ENOENT' : 'ECONNREFUSED'));
    // That nothing is at a path is known at once, and told soon. libuv: uv_pipe_connect2.
    if (queue === undefined && to.port < 0) this.#poller.feed(this);
    else this.#poller.start(this, pollEvents.out);
  }

  /** The connection of another handle, a server, that waits longest. */
  accept(server: TcpHandle): void {
    const next = server.queue?.waiting.shift();
    if (next === undefined) return;
    this.context = undefined;
    this.site = server.site;
    this.local = next.to;
    this.remote = next.from;
    this.adopt(next.end);
  }

  private adopt(end: ConnectionEnd): void {
    this.end = end;
    end.onChange = () => this.#poller.wake(this);
  }

  readStart(): string | undefined {
    if (this.isClosing) return 'EINVAL';
    if (this.end === undefined) return 'ENOTCONN';
    this.isReading = true;
    this.#poller.start(this, pollEvents.in);
    return undefined;
  }

  readStop(): void {
    if (!this.isReading) return;
    this.isReading = false;
    this.#poller.stop(this, pollEvents.in);
  }

  /** How many bytes wait; undefined: they are written, and the callback is not called. Otherwise the error. */
  write(bytes: Uint8Array, callback: JSObject): string | number | undefined {
    if (this.isClosing || this.end === undefined) return 'EBADF';
    this.bytesWritten += bytes.length;
    this.#host.isolate.meter.work(bytes.length >> 3);
    const taken = this.writes.length > 0 ? 0 : this.end.write(bytes);
    if (typeof taken === 'string') return taken;
    if (taken === bytes.length) return undefined;
    const rest = bytes.slice(taken);
    this.writes.push({ ...this.pending(callback), bytes: rest, error: undefined });
    this.#poller.start(this, pollEvents.out);
    return rest.length;
  }

  shutdown(callback: JSObject): string | undefined {
    if (this.isClosing || this.end === undefined || this.isShutting) return 'ENOTCONN';
    this.isShutting = true;
    this.shutdownRequest = this.pending(callback);
    if (this.writes.length === 0) this.#poller.feed(this);
    return undefined;
  }

  /** What still waits is cancelled first: the phase takes what came last. */
  close(isReset: boolean, callback: Value): void {
    if (this.isClosing) return;
    this.isClosing = true;
    this.isReading = false;
    const { name, shutdownRequest } = this;
    this.#poller.forget(this);
    if (this.queue !== undefined) this.queue.onChange = undefined;
    this.queue?.close();
    this.end?.close(isReset);
    const closing = (run: () => void): void => void this.#host.queueTask('closing', name, run, { holds: this });
    closing(() => {
      if (callback instanceof JSObject) this.call({ callback, context: this.context });
    });
    if (shutdownRequest !== undefined) closing(() => this.call(shutdownRequest));
    for (const write of this.writes.toReversed()) closing(() => this.call(write, 'ECANCELED'));
    this.writes = [];
    this.shutdownRequest = this.connecting = undefined;
  }

  /** libuv: uv__server_io, uv__stream_io. */
  *handle(events: number): Generator<() => void> {
    if (this.queue !== undefined) {
      const call = { callback: this.onConnection, context: this.context };
      if (this.queue.waiting.length > 0) yield () => this.call(call);
      return;
    }
    if (this.connecting !== undefined) {
      yield this.finishConnecting(this.connecting);
      return;
    }
    if ((events & (pollEvents.in | pollEvents.error | pollEvents.hangUp)) !== 0) yield* this.read();
    if (this.isClosing || (events & (pollEvents.out | pollEvents.error | pollEvents.hangUp)) === 0) return;
    yield* this.writeMore();
    if (!this.isClosing && this.writes.length === 0) yield* this.drain();
  }

  private finishConnecting(request: Pending): () => void {
    const error = this.end?.takeError();
    this.connecting = undefined;
    this.#poller.stop(this, pollEvents.out);
    return () => this.call(request, error);
  }

  private *read(): Generator<() => void> {
    for (let count = readsPerEvent; count > 0 && this.isReading; count--) {
      const found = this.end!.read(readLength);
      if (found === 'end') {
        yield this.readEnd();
        return;
      }
      if (typeof found === 'string') {
        yield () => {
          this.call({ callback: this.onRead, context: this.context }, undefined, found);
          this.readStop();
        };
        return;
      }
      if (found.length === 0) return;
      this.bytesRead += found.length;
      this.#host.isolate.meter.work(found.length >> 3);
      const isPartial = found.length < readLength;
      yield () => this.call({ callback: this.onRead, context: this.context }, newBytes(this.#host.isolate, found));
      if (isPartial) return;
    }
  }

  private readEnd(): () => void {
    this.readStop();
    return () => this.call({ callback: this.onRead, context: this.context });
  }

  private *writeMore(): Generator<() => void> {
    const done: PendingWrite[] = [];
    while (this.writes.length > 0) {
      const first = this.writes[0]!;
      const taken = this.end!.write(first.bytes);
      if (typeof taken === 'string') first.error = taken;
      else first.bytes = first.bytes.subarray(taken);
      if (first.error === undefined && first.bytes.length > 0) break;
      done.push(this.writes.shift()!);
      if (first.error !== undefined) this.#poller.stop(this, pollEvents.out);
    }
    for (const write of done) yield () => this.call(write, write.error);
  }

  private *drain(): Generator<() => void> {
    this.#poller.stop(this, pollEvents.out);
    const { shutdownRequest } = this;
    if (shutdownRequest === undefined) return;
    this.shutdownRequest = undefined;
    this.end!.end();
    yield () => this.call(shutdownRequest);
  }

  private pending(callback: JSObject): Pending {
    return { callback, context: this.#host.isolate.asyncContext };
  }

  private call({ callback, context }: Pending, ...args: Value[]): void {
    const { isolate } = this.#host;
    isolate.asyncContext = context;
    isolate.callNested(callback, undefined, args);
  }
}

function placeOf(address: SocketAddress | undefined): string {
  if (address === undefined) return 'nowhere';
  return address.port < 0 ? address.address : `port ${address.port}`;
}
