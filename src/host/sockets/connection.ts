/**
 * Connections within a run, as a system's kernel has them: what one end writes is at the other at once. Linux: net/ipv4/tcp.c,
 * tcp_input.c. Simplified: a connection takes 2.5 MiB that nobody has read, where a real system finds out by and by.
 */
import { pollEvents } from './poller.ts';

const capacity = 2_621_440;

/** Errors of a socket, by the names of their numbers. */
export type SocketError = 'ECONNREFUSED' | 'ECONNRESET' | 'ENOENT' | 'EPIPE' | 'ENOTCONN';

/** One end. Linux: struct sock. */
export class ConnectionEnd {
  /** Undefined: nobody is there, or no longer. */
  peer: ConnectionEnd | undefined;
  /** The pending error: whoever reads or writes next learns of it. */
  error: SocketError | undefined;
  /** Something has changed about what it is ready for. */
  onChange: (() => void) | undefined = undefined;
  private received: Uint8Array[] = [];
  private receivedBytes = 0;
  /** The other end writes no more. */
  private hasEnd = false;
  /** It writes no more itself. */
  private hasEnded = false;
  /** It was reset, or has never been one. */
  private isDead = false;

  /** At a path: whoever writes to nobody learns of it at once. */
  private isLocal = false;

  static pair(isLocal: boolean): [ConnectionEnd, ConnectionEnd] {
    const first = new ConnectionEnd();
    const second = new ConnectionEnd();
    first.isLocal = second.isLocal = isLocal;
    first.peer = second;
    second.peer = first;
    return [first, second];
  }

  /** Of a connection that nobody took. */
  static refused(error: SocketError): ConnectionEnd {
    const end = new ConnectionEnd();
    end.error = error;
    end.isDead = true;
    return end;
  }

  /** Bits of pollEvents. */
  get readiness(): number {
    const isFull = this.peer !== undefined && this.peer.receivedBytes > (capacity * 2) / 3;
    let events = 0;
    if (this.receivedBytes > 0 || this.hasEnd || this.isDead) events |= pollEvents.in;
    if (!isFull || this.hasEnded) events |= pollEvents.out;
    if (this.isDead || (this.hasEnd && this.hasEnded)) events |= pollEvents.hangUp;
    if (this.error !== undefined) events |= pollEvents.error;
    return events;
  }

  takeError(): SocketError | undefined {
    const { error } = this;
    this.error = undefined;
    return error;
  }

  /** At most so many bytes; none: nothing is there now. */
  read(length: number): Uint8Array | 'end' | SocketError {
    if (this.receivedBytes > 0) return this.take(length);
    if (this.hasEnd) return 'end';
    const error = this.takeError();
    if (error !== undefined) return error;
    return this.isDead ? 'end' : new Uint8Array();
  }

  /** How many of the bytes it took. */
  write(bytes: Uint8Array): number | SocketError {
    if (this.isLocal && this.peer === undefined) return 'EPIPE';
    if (this.error !== undefined || this.hasEnded || this.isDead) return this.takeError() ?? 'EPIPE';
    if (this.peer === undefined) {
      // Nobody is at the other end, which says so.
      this.reset();
      return bytes.length;
    }
    const taken = Math.min(bytes.length, capacity - this.peer.receivedBytes);
    if (taken > 0) this.peer.receive(bytes.slice(0, taken));
    return taken;
  }

  /** It writes no more. */
  end(): SocketError | undefined {
    if (this.isDead) return 'ENOTCONN';
    this.hasEnded = true;
    this.peer?.receiveEnd();
    return undefined;
  }

  /** The other end learns of what it had not read, or of `isReset`, as an error. */
  close(isReset: boolean): void {
    const { peer } = this;
    this.peer = this.onChange = undefined;
    if (peer === undefined) return;
    peer.peer = undefined;
    if (isReset || this.receivedBytes > 0) peer.reset();
    else if (!this.hasEnded) peer.receiveEnd();
    else peer.onChange?.();
  }

  private reset(): void {
    this.error = this.hasEnd ? 'EPIPE' : 'ECONNRESET';
    this.isDead = true;
    this.onChange?.();
  }

  private receive(bytes: Uint8Array): void {
    this.received.push(bytes);
    this.receivedBytes += bytes.length;
    this.onChange?.();
  }

  private receiveEnd(): void {
    this.hasEnd = true;
    this.onChange?.();
  }

  private take(length: number): Uint8Array {
    const taken = new Uint8Array(Math.min(length, this.receivedBytes));
    let filled = 0;
    while (filled < taken.length) {
      const first = this.received[0]!;
      const part = first.subarray(0, taken.length - filled);
      taken.set(part, filled);
      filled += part.length;
      if (part.length === first.length) this.received.shift();
      else this.received[0] = first.subarray(part.length);
    }
    this.receivedBytes -= taken.length;
    this.peer?.onChange?.();
    return taken;
  }
}

/** Where connections arrive, and wait to be accepted. */
export class ConnectionQueue {
  onChange: (() => void) | undefined = undefined;
  readonly waiting: { readonly end: ConnectionEnd; readonly from: SocketAddress; readonly to: SocketAddress }[] = [];

  get readiness(): number {
    return this.waiting.length > 0 ? pollEvents.in : 0;
  }

  /** Returns the end of whoever asks. */
  connect(from: SocketAddress, to: SocketAddress): ConnectionEnd {
    const [near, far] = ConnectionEnd.pair(to.port < 0);
    this.waiting.push({ end: far, from, to });
    this.onChange?.();
    return near;
  }

  /** Whoever has not been accepted is sent away. */
  close(): void {
    for (const { end } of this.waiting.splice(0)) end.close(true);
  }
}

export interface SocketAddress {
  readonly address: string;
  /** -1: the address is a path. */
  readonly port: number;
}
