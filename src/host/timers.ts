/**
 * Timers that wait, in the order in which they will run. Two orders: Node's lists (lib/internal/timers.js: one list per
 * duration, lists in a priority queue by expiry) and HTML's (by due time, then by age).
 * Times are ms on the virtual clock: whole ones in Node, as libuv counts them.
 */
import type { JSObject, Value } from '../engine/index.ts';

/** Node: Timeout. HTML: an entry of the map of active timers. */
export class Timer {
  readonly id: number;
  /** Node's number for what happens because of it, and what the program gets for it as a number. */
  asyncId: number;
  readonly isInterval: boolean;
  /** A function, unless the program made the timer by the class itself. */
  readonly callback: Value;
  readonly args: readonly Value[];
  delay: number;
  start = 0;
  /** What the program holds: Node's Timeout object. */
  object: JSObject | undefined = undefined;
  /** Isolate.asyncContext when it was set. */
  asyncContext: Value = undefined;
  isRefed = true;
  isCleared = false;
  /** The list or queue that it waits in. */
  list: TimerList | undefined = undefined;
  /** How many timers set this one, each from within the one before. */
  nesting: number;

  constructor(
    id: number,
    asyncId: number,
    isInterval: boolean,
    callback: Value,
    args: readonly Value[],
    delay: number,
    nesting: number,
  ) {
    this.id = id;
    this.asyncId = asyncId;
    this.isInterval = isInterval;
    this.callback = callback;
    this.args = args;
    this.delay = delay;
    this.nesting = nesting;
  }
}

export interface TimerQueue {
  insert(timer: Timer, start: number): void;
  remove(timer: Timer): void;
  /** A phase begins that runs what is due at `now`. */
  begin(now: number): void;
  /** Takes the next timer that this phase runs; undefined if there is none left. */
  take(): Timer | undefined;
  /** When the next timer is due. */
  nextExpiry(): number | undefined;
  /** Whether a timer waits that keeps the loop alive. */
  hasRefed(): boolean;
  /** All that wait, for the end of the run. */
  all(): Timer[];
}

/** What the program sees of the lists follows what is done to them. */
export interface TimerLinks {
  append(list: TimerList, timer: Timer): void;
  remove(timer: Timer): void;
  /** Its expiry and order have changed. */
  update(list: TimerList): void;
}

/** Timers of one duration, oldest first: since all last equally long, that is also the order of their due times. */
export class TimerList {
  readonly duration: number;
  readonly timers: Timer[] = [];
  expiry: number;
  /** Decides between lists of equal expiry. */
  order: number;
  /** What the program sees of it. */
  object: JSObject | undefined = undefined;

  constructor(duration: number, expiry: number, order: number) {
    this.duration = duration;
    this.expiry = expiry;
    this.order = order;
  }
}

export class DurationLists implements TimerQueue {
  private readonly lists = new Map<number, TimerList>();
  private nextOrder = 0;
  private now = 0;
  /** The list whose timers are being run. */
  private current: TimerList | undefined;
  private readonly links: TimerLinks;

  constructor(links: TimerLinks) {
    this.links = links;
  }

  insert(timer: Timer, start: number): void {
    const duration = Math.trunc(timer.delay);
    timer.start = start;
    let list = this.lists.get(duration);
    if (list === undefined) {
      list = new TimerList(duration, start + duration, this.nextOrder++);
      this.lists.set(duration, list);
    }
    timer.list = list;
    list.timers.push(timer);
    this.links.append(list, timer);
  }

  remove(timer: Timer): void {
    const list = timer.list;
    if (list === undefined) return;
    timer.list = undefined;
    list.timers.splice(list.timers.indexOf(timer), 1);
    this.links.remove(timer);
    if (timer.isRefed && list.timers.length === 0) this.drop(list);
  }

  begin(now: number): void {
    this.now = now;
    this.current = undefined;
  }

  take(): Timer | undefined {
    for (;;) {
      this.current ??= this.firstDueList();
      const list = this.current;
      if (list === undefined) return undefined;
      const timer = list.timers[0];
      if (timer === undefined) {
        this.drop(list);
        this.current = undefined;
      } else if (this.now - timer.start < list.duration) {
        list.expiry = Math.max(timer.start + list.duration, this.now + 1);
        list.order = this.nextOrder++;
        this.links.update(list);
        this.current = undefined;
      } else {
        list.timers.shift();
        timer.list = undefined;
        this.links.remove(timer);
        return timer;
      }
    }
  }

  nextExpiry(): number | undefined {
    return this.firstList()?.expiry;
  }

  hasRefed(): boolean {
    for (const list of this.lists.values()) if (list.timers.some((timer) => timer.isRefed)) return true;
    return false;
  }

  all(): Timer[] {
    return [...this.lists.values()].flatMap((list) => list.timers);
  }

  private drop(list: TimerList): void {
    if (this.lists.get(list.duration) === list) this.lists.delete(list.duration);
  }

  private firstDueList(): TimerList | undefined {
    const first = this.firstList();
    return first === undefined || first.expiry > this.now ? undefined : first;
  }

  private firstList(): TimerList | undefined {
    let first: TimerList | undefined;
    for (const list of this.lists.values()) {
      if (
        first === undefined ||
        list.expiry < first.expiry ||
        (list.expiry === first.expiry && list.order < first.order)
      )
        first = list;
    }
    return first;
  }
}

export class DueTimeQueue implements TimerQueue {
  /** By due time; equal ones in the order of insertion. */
  private readonly timers: Timer[] = [];
  private now = 0;

  insert(timer: Timer, start: number): void {
    timer.start = start;
    const due = start + timer.delay;
    let low = 0;
    let high = this.timers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (dueTime(this.timers[middle]!) <= due) low = middle + 1;
      else high = middle;
    }
    this.timers.splice(low, 0, timer);
  }

  remove(timer: Timer): void {
    const index = this.timers.indexOf(timer);
    if (index >= 0) this.timers.splice(index, 1);
  }

  begin(now: number): void {
    this.now = now;
  }

  take(): Timer | undefined {
    const first = this.timers[0];
    if (first === undefined || dueTime(first) > this.now) return undefined;
    return this.timers.shift();
  }

  nextExpiry(): number | undefined {
    const first = this.timers[0];
    return first === undefined ? undefined : dueTime(first);
  }

  hasRefed(): boolean {
    return this.timers.length > 0;
  }

  all(): Timer[] {
    return [...this.timers];
  }
}

function dueTime(timer: Timer): number {
  return timer.start + timer.delay;
}
