/**
 * Timers that wait, in the order in which they will run. Two orders: Node's lists (lib/internal/timers.js: one list per
 * duration, lists in a priority queue by expiry) and HTML's (by due time, then by age).
 * Times are ms on the virtual clock: whole ones in Node, as libuv counts them.
 */
import type { JSObject, Value } from '../../engine/index.ts';
import { toMoment } from '../clock.ts';
import { type Due, DueHeap } from './due-heap.ts';
import type { HostTask } from '../requests.ts';

/** Node: Timeout. HTML: an entry of the map of active timers. */
export class Timer implements Due {
  readonly id: number;
  /** Node's number for what happens because of it, and what the program gets for it as a number. */
  asyncId: number;
  isInterval: boolean;
  /** A function, unless the program has a hand in Node's object of the timer. */
  callback: Value;
  readonly args: readonly Value[];
  delay: number;
  start = 0;
  /** What the program holds: Node's Timeout object. */
  object: JSObject | undefined = undefined;
  /** Isolate.asyncContext when it was set. */
  asyncContext: Value = undefined;
  isRefed = true;
  isCleared = false;
  /** The list that it waits in; `order` is its number there. */
  list: TimerList | undefined = undefined;
  due = 0;
  order = 0;
  place = -1;
  /** HTML: its time has come, and it waits for its turn. */
  task: HostTask | undefined = undefined;
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
  /** A timer that waits is due at `now`. */
  makeDue(timer: Timer, now: number): void;
  /** A phase begins that runs what is due at `now`. */
  begin(now: number): void;
  /** Takes the next timer that this phase runs; undefined if there is none left. */
  take(): Timer | undefined;
  /** When the next timer is due. */
  nextExpiry(): number | undefined;
  /** Whether the loop stays alive because of it. */
  setRefed(timer: Timer, isRefed: boolean): void;
  /** Whether a timer waits that keeps the loop alive. */
  hasRefed(): boolean;
  /** Whether one waits that is no interval: while anything keeps the process it comes about; intervals alone would do so for ever. */
  hasTimeout(): boolean;
  /** Whether a timer waits that may be due at that time. */
  hasDue(time: number): boolean;
}

/** What the program sees of the lists follows what is done to them. */
export interface TimerLinks {
  append(list: TimerList, timer: Timer): void;
  remove(timer: Timer): void;
  /** Its expiry and order have changed. */
  update(list: TimerList): void;
}

/** Timers of one duration, oldest first: since all last equally long, that is also the order of their due times. */
export class TimerList implements Due {
  readonly duration: number;
  /** By their numbers, of which the lower ones may be gone. They do not link each other: walks over the heap would be deep. */
  private readonly timers = new Map<number, Timer>();
  private lowest = 0;
  private nextNumber = 0;
  /** When its first timer may be due. Node: expiry. */
  due: number;
  /** Decides between lists of equal expiry. */
  order: number;
  place = -1;
  /** What the program sees of it. */
  object: JSObject | undefined = undefined;

  constructor(duration: number, due: number, order: number) {
    this.duration = duration;
    this.due = due;
    this.order = order;
  }

  get first(): Timer | undefined {
    if (this.timers.size === 0) return undefined;
    while (!this.timers.has(this.lowest)) this.lowest++;
    return this.timers.get(this.lowest);
  }

  append(timer: Timer): void {
    timer.list = this;
    timer.order = this.nextNumber++;
    this.timers.set(timer.order, timer);
  }

  /** In front of the others. */
  prepend(timer: Timer): void {
    timer.list = this;
    timer.order = --this.lowest;
    this.timers.set(timer.order, timer);
  }

  remove(timer: Timer): void {
    timer.list = undefined;
    this.timers.delete(timer.order);
  }
}

export class DurationLists implements TimerQueue {
  private readonly lists = new Map<number, TimerList>();
  private readonly heap = new DueHeap<TimerList>();
  private nextOrder = 0;
  private now = 0;
  /** The list whose timers are being run. */
  private current: TimerList | undefined;
  private readonly links: TimerLinks;
  private refed = 0;
  private timeouts = 0;

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
      this.heap.insert(list);
    }
    list.append(timer);
    this.count(timer, 1);
    this.links.append(list, timer);
  }

  remove(timer: Timer): void {
    const { list } = timer;
    if (list === undefined) return;
    this.takeOut(list, timer);
    if (timer.isRefed && list.first === undefined) this.drop(list);
  }

  /** Simplified: what the program sees of the list keeps its old order. */
  makeDue(timer: Timer, now: number): void {
    const { list } = timer;
    if (list === undefined) return;
    list.remove(timer);
    // It began before all others of the list then: they are not due yet.
    list.prepend(timer);
    timer.start = now - list.duration;
    list.due = now;
    list.order = this.nextOrder++;
    this.heap.update(list);
    this.links.update(list);
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
      const timer = list.first;
      if (timer === undefined) {
        this.drop(list);
        this.current = undefined;
      } else if (this.now - timer.start < list.duration) {
        list.due = Math.max(timer.start + list.duration, this.now + 1);
        list.order = this.nextOrder++;
        this.heap.update(list);
        this.links.update(list);
        this.current = undefined;
      } else {
        this.takeOut(list, timer);
        return timer;
      }
    }
  }

  nextExpiry(): number | undefined {
    return this.heap.first?.due;
  }

  setRefed(timer: Timer, isRefed: boolean): void {
    if (timer.list !== undefined && timer.isRefed !== isRefed) this.refed += isRefed ? 1 : -1;
    timer.isRefed = isRefed;
  }

  hasRefed(): boolean {
    return this.refed > 0;
  }

  hasTimeout(): boolean {
    return this.timeouts > 0;
  }

  hasDue(time: number): boolean {
    return this.heap.all().some(({ first, duration }) => first !== undefined && first.start + duration <= time);
  }

  private takeOut(list: TimerList, timer: Timer): void {
    list.remove(timer);
    this.count(timer, -1);
    this.links.remove(timer);
  }

  private count({ isRefed, isInterval }: Timer, change: number): void {
    if (isRefed) this.refed += change;
    if (!isInterval) this.timeouts += change;
  }

  private drop(list: TimerList): void {
    if (this.lists.get(list.duration) === list) this.lists.delete(list.duration);
    this.heap.remove(list);
  }

  private firstDueList(): TimerList | undefined {
    const { first } = this.heap;
    return first === undefined || first.due > this.now ? undefined : first;
  }
}

/** By due time; equal ones in the order in which they were set. */
export class DueTimeQueue implements TimerQueue {
  private readonly heap = new DueHeap<Timer>();
  private nextOrder = 0;
  private now = 0;

  insert(timer: Timer, start: number): void {
    timer.start = start;
    timer.due = toMoment(start + timer.delay);
    timer.order = this.nextOrder++;
    this.heap.insert(timer);
  }

  remove(timer: Timer): void {
    this.heap.remove(timer);
  }

  makeDue(timer: Timer, now: number): void {
    // The one whose callback runs is in no queue.
    if (timer.place < 0) return;
    this.remove(timer);
    this.insert(timer, now - timer.delay);
  }

  begin(now: number): void {
    this.now = now;
  }

  take(): Timer | undefined {
    const { first } = this.heap;
    if (first === undefined || first.due > this.now) return undefined;
    this.heap.remove(first);
    return first;
  }

  nextExpiry(): number | undefined {
    return this.heap.first?.due;
  }

  setRefed(timer: Timer, isRefed: boolean): void {
    timer.isRefed = isRefed;
  }

  hasRefed(): boolean {
    return this.heap.size > 0;
  }

  hasTimeout(): boolean {
    return this.heap.size > 0;
  }

  hasDue(time: number): boolean {
    return (this.heap.first?.due ?? Infinity) <= time;
  }
}
