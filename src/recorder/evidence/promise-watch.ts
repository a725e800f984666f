/**
 * Which promises nobody waits for: where they were made, whether they were rejected, and where the reason came from. Counted per
 * place, and of the promises themselves only those are kept that nothing waits for.
 *
 * V8: PromiseHookType; HTML: HostPromiseRejectionTracker.
 */
import { describeUnquoted, type Frame, type Isolate, JSObject, type Value } from '../../engine/index.ts';
import { sourceOffsetOf } from '../../host/source-position.ts';
import type { PromiseEvidence, RejectionEvidence } from './engine-evidence.ts';

/** `functionEnd` tells the function from all others. */
export interface CodePosition {
  readonly position: number;
  readonly functionEnd: number;
}

interface OpenPromise {
  readonly made: CodePosition;
  readonly event: number;
  readonly step: number;
  readonly functionName: string;
  rejected: { readonly at: CodePosition; readonly event: number; readonly reason: Value } | undefined;
}

const elsewhere: CodePosition = { position: -1, functionEnd: -1 };
/** A program may make promises for ever. */
const mostOpen = 100_000;

export class PromiseWatch {
  private readonly isolate: Isolate;
  private readonly now: () => number;
  private readonly open = new Map<JSObject, OpenPromise>();
  private readonly made = new Map<string, number>();
  /** Where a reason was thrown, or given to a promise, for the first time: from there on it may pass through many promises. */
  private readonly origins = new WeakMap<JSObject, { readonly at: CodePosition; readonly event: number }>();
  private lastThrow: { readonly value: Value; readonly at: CodePosition; readonly event: number } | undefined;

  /** `now`: the event that was logged last. */
  constructor(isolate: Isolate, now: () => number) {
    this.isolate = isolate;
    this.now = now;
    const { onThrow } = isolate;
    isolate.onThrow = (value) => {
      this.thrown(value);
      onThrow?.(value);
    };
  }

  changed(promise: JSObject, change: 'created' | 'settled' | 'handled'): void {
    if (change === 'created') this.created(promise);
    else if (change === 'handled') this.handled(promise);
    else this.settled(promise);
  }

  promises(): readonly PromiseEvidence[] {
    const places = new Map<string, { -readonly [Key in keyof PromiseEvidence]: PromiseEvidence[Key] }>();
    for (const { made, event, functionName, rejected } of this.open.values()) {
      if (made.position < 0) continue;
      const key = keyOf(made);
      let place = places.get(key);
      if (place === undefined) {
        place = { ...made, functionName, made: this.made.get(key) ?? 0, pending: 0, rejected: 0, firstEvent: event };
        places.set(key, place);
      }
      if (rejected === undefined) place.pending++;
      else place.rejected++;
    }
    for (const [key, count] of this.made) {
      const [position = -1, functionEnd = -1] = key.split(' ').map(Number);
      if (!places.has(key))
        places.set(key, {
          position,
          functionEnd,
          functionName: '',
          made: count,
          pending: 0,
          rejected: 0,
          firstEvent: -1,
        });
    }
    return [...places.values()];
  }

  /** Rejected promises that still nothing waits for. */
  rejections(): readonly RejectionEvidence[] {
    const places = new Map<string, { -readonly [Key in keyof RejectionEvidence]: RejectionEvidence[Key] }>();
    for (const { made, rejected } of this.open.values()) {
      if (rejected === undefined || (rejected.at.position < 0 && made.position < 0)) continue;
      const { at, event, reason } = rejected;
      const key = `${keyOf(at)} ${keyOf(made)}`;
      const known = places.get(key);
      if (known !== undefined) known.count++;
      else places.set(key, { ...at, made, reason: describeUnquoted(reason), firstEvent: event, count: 1 });
    }
    return [...places.values()];
  }

  private created(promise: JSObject): void {
    const { at, name } = this.maker();
    const key = keyOf(at);
    if (at.position >= 0) this.made.set(key, (this.made.get(key) ?? 0) + 1);
    if (this.open.size >= mostOpen) return;
    const { steps } = this.isolate;
    this.open.set(promise, { made: at, event: this.now(), step: steps, functionName: name, rejected: undefined });
  }

  private handled(promise: JSObject): void {
    const open = this.open.get(promise);
    if (open === undefined) return;
    this.open.delete(promise);
    // An await makes a promise of what is none, which the program never sees.
    const key = keyOf(open.made);
    const count = this.made.get(key);
    if (open.step === this.isolate.steps && count !== undefined) this.made.set(key, count - 1);
  }

  private settled(promise: JSObject): void {
    const data = promise.internal;
    if (data?.kind !== 'promise') return;
    const reason = data.result;
    if (data.state === 'rejected') this.noteOrigin(reason);
    const open = this.open.get(promise);
    if (open === undefined) return;
    if (data.state === 'rejected') open.rejected = { ...this.originOf(reason), reason };
    else this.open.delete(promise);
  }

  private thrown(value: Value): void {
    const at = placeOf(this.programFrames()[0]);
    this.lastThrow = { value, at, event: this.now() };
    if (value instanceof JSObject && at.position >= 0 && !this.origins.has(value))
      this.origins.set(value, { at, event: this.now() });
  }

  private noteOrigin(reason: Value): void {
    if (!(reason instanceof JSObject) || this.origins.has(reason)) return;
    const at = placeOf(this.programFrames()[0]);
    if (at.position >= 0) this.origins.set(reason, { at, event: this.now() });
  }

  private originOf(reason: Value): { readonly at: CodePosition; readonly event: number } {
    if (reason instanceof JSObject) return this.origins.get(reason) ?? { at: elsewhere, event: this.now() };
    const { lastThrow } = this;
    if (lastThrow !== undefined && Object.is(lastThrow.value, reason)) return lastThrow;
    return { at: placeOf(this.programFrames()[0]), event: this.now() };
  }

  /** Who gets the promise: of an async function's own promise the caller, of all others the code that runs. */
  private maker(): { readonly at: CodePosition; readonly name: string } {
    const top = this.isolate.currentFrame;
    const isOwn =
      top !== undefined &&
      top.native === undefined &&
      top.shared.script.kind !== 'builtin' &&
      /async/i.test(top.shared.kind);
    if (!isOwn) return { at: placeOf(this.programFrames()[0]), name: '' };
    return { at: placeOf(this.programFrames()[1]), name: top.shared.name };
  }

  /** The innermost two. */
  private programFrames(): readonly Frame[] {
    const top = this.isolate.currentFrame;
    if (top === undefined) return [];
    const found: Frame[] = [];
    const frames = this.isolate.frames();
    for (let index = frames.length - 1; index >= 0 && found.length < 2; index--) {
      const frame = frames[index]!;
      if (frame.shared.script.kind !== 'builtin') found.push(frame);
    }
    return found;
  }
}

function placeOf(frame: Frame | undefined): CodePosition {
  if (frame === undefined || frame.shared.script.kind !== 'main') return elsewhere;
  return { position: sourceOffsetOf(frame), functionEnd: frame.shared.end };
}

function keyOf({ position, functionEnd }: CodePosition): string {
  return `${position} ${functionEnd}`;
}
