/**
 * Animation frames and idle callbacks: what a browser runs beside its tasks, when a frame is about to be drawn and when there is
 * nothing else to do. HTML: update the rendering; requestidlecallback: start an idle period.
 *
 * Simplified: the screen draws 60 frames a second, the first one 1/60 s after the run began (or at once, where the environment
 * decides races the other way); nothing is laid out and painted, which takes no time. Idle time begins when the screen has drawn
 * after the request, and nothing waits.
 */
import type { Value } from '../engine/index.ts';
import { toMoment } from './clock.ts';
import type { Host } from './host.ts';
import { callbackName } from './task-names.ts';
import { noteFrameRace } from './races.ts';

/** A callback that waits for a frame or for idle time. */
export interface FrameCallback {
  readonly id: number;
  /** The number that the program holds. */
  readonly handle: number;
  readonly callback: Value;
  isCancelled: boolean;
  readonly isLate?: boolean;
}

const frameDuration = 1000 / 60;
const longestIdlePeriod = 50;

export class AnimationFrames {
  private readonly host: Host;
  /** In the order in which they were requested, by handle. */
  private waiting = new Map<number, FrameCallback>();
  /** Those of the frame that is being made. */
  private current = new Map<number, FrameCallback>();
  private nextHandle = 1;
  private due = Infinity;
  private lastFrame = -Infinity;
  /** The frame that is waited for is the first since the screen was still. */
  isFirst = false;
  hasNotedRace = false;
  /** What callbacks are told: when the frame began. */
  timestamp = 0;

  constructor(host: Host) {
    this.host = host;
  }

  /** When the next frame is due that has a callback. */
  nextDue(): number {
    return this.due;
  }

  get length(): number {
    return this.waiting.size + this.current.size;
  }

  /** For the collector. */
  roots(): readonly unknown[] {
    return [this.waiting, this.current];
  }

  /** `isLate`: behind the others of its frame. HTML: update the rendering. */
  request(callback: Value, isLate = false): number {
    const { host } = this;
    const frame: FrameCallback = { id: host.nextId++, handle: this.nextHandle++, callback, isCancelled: false, isLate };
    if (this.waiting.size === 0) {
      this.due = this.nextBoundary();
      this.isFirst = host.now() - this.lastFrame >= frameDuration;
    }
    this.waiting.set(frame.handle, frame);
    host.listener?.apiStart(frame.id, 'animationFrame', callbackName(callback));
    host.listener?.apiDue(frame.id, Math.round(this.due), Math.round(this.due - host.now()));
    return frame.handle;
  }

  cancel(handle: number): void {
    const waiting = this.waiting.get(handle);
    const frame = waiting ?? this.current.get(handle);
    if (frame === undefined) return;
    frame.isCancelled = true;
    this.waiting.delete(handle);
    this.current.delete(handle);
    if (this.waiting.size === 0) this.due = Infinity;
    if (waiting === undefined) this.host.listener?.cancelTask(frame.id);
    else this.host.listener?.apiEnd(frame.id, true);
  }

  /** A frame begins, if one is due: the callbacks that wait for it are its tasks. */
  begin(): boolean {
    const { host } = this;
    const now = host.now();
    if (this.due > now) return false;
    if (this.isFirst && host.tasks.first?.source === 'timer') noteFrameRace(host);
    // A frame that had to wait for a long task is of the moment at which the screen would have drawn last.
    this.timestamp = Math.max(this.due, toMoment(Math.floor(now / frameDuration) * frameDuration));
    this.lastFrame = this.timestamp;
    this.due = Infinity;
    const frames = [...this.waiting];
    this.current = new Map([
      ...frames.filter(([, { isLate }]) => isLate !== true),
      ...frames.filter(([, { isLate }]) => isLate === true),
    ]);
    this.waiting = new Map();
    for (const { id, callback } of this.current.values()) {
      host.listener?.enqueueTask(id, 'rendering', callbackName(callback));
      host.listener?.apiEnd(id, false);
    }
    return true;
  }

  /** The next callback of this frame. */
  take(): FrameCallback | undefined {
    for (const frame of this.current.values()) {
      this.current.delete(frame.handle);
      return frame;
    }
    return undefined;
  }

  private nextBoundary(): number {
    const now = this.host.now();
    const isEarly = this.host.environment.races === 'second' && now - this.lastFrame >= frameDuration;
    return isEarly ? now : nextFrame(now);
  }
}

/** When the screen draws next. */
function nextFrame(now: number): number {
  return toMoment((Math.floor(now / frameDuration + 1e-6) + 1) * frameDuration);
}

export interface IdleCallback extends FrameCallback {
  /** When the first frame after the request is drawn. */
  readonly earliest: number;
  /** When it runs even if there is no idle time. */
  readonly timesOutAt: number;
}

export class IdleCallbacks {
  private readonly host: Host;
  private readonly waiting = new Map<number, IdleCallback>();
  private nextHandle = 1;

  constructor(host: Host) {
    this.host = host;
  }

  get length(): number {
    return this.waiting.size;
  }

  /** For the collector. */
  roots(): readonly unknown[] {
    return [this.waiting];
  }

  /** When there will be one that can run, if nothing else has to. */
  nextDue(): number {
    let due = Infinity;
    for (const { earliest, timesOutAt } of this.waiting.values()) due = Math.min(due, earliest, timesOutAt);
    return due;
  }

  request(callback: Value, timeout: number): number {
    const { host } = this;
    const now = host.now();
    const timesOutAt = timeout > 0 ? toMoment(now + timeout) : Infinity;
    const handle = this.nextHandle++;
    const entry = { id: host.nextId++, handle, callback, earliest: nextFrame(now), timesOutAt, isCancelled: false };
    this.waiting.set(entry.handle, entry);
    host.listener?.apiStart(entry.id, 'idleCallback', callbackName(callback));
    return entry.handle;
  }

  cancel(handle: number): void {
    const entry = this.waiting.get(handle);
    if (entry === undefined) return;
    entry.isCancelled = true;
    this.waiting.delete(handle);
    this.host.listener?.apiEnd(entry.id, true);
  }

  /** The next one, for idle time; `onlyLate`: only one that has waited for too long. */
  take(onlyLate: boolean): IdleCallback | undefined {
    const { host } = this;
    for (const entry of this.waiting.values()) {
      if ((onlyLate ? entry.timesOutAt : entry.earliest) > host.now()) continue;
      this.waiting.delete(entry.handle);
      host.listener?.enqueueTask(entry.id, 'idle', callbackName(entry.callback));
      host.listener?.apiEnd(entry.id, false);
      return entry;
    }
    return undefined;
  }

  /** Until when a callback that begins now may go on. */
  deadline(): number {
    const { host } = this;
    const next = Math.min(host.frames.nextDue(), host.timers.nextExpiry() ?? Infinity, host.requests.nextDue());
    return Math.max(host.now(), Math.min(next, host.now() + longestIdlePeriod));
  }
}
