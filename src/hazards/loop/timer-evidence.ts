/** Which timers still waited at the end of a run, and which listeners were added again and again, as the log tells. */
import { type ApiKind, apiKindNames } from '../../protocol/events.ts';

/** The timers that one place has set. */
export interface TimerEvidence {
  readonly kind: ApiKind;
  readonly position: number;
  readonly functionEnd: number;
  readonly set: number;
  /** Of the first so many, in the log. */
  readonly ids: readonly number[];
  /** How many of them still wait when the run ends. */
  readonly waiting: number;
  /** How often the callback ran. */
  readonly fired: number;
  /** ms */
  readonly delay: number;
  readonly firstEvent: number;
}

/** The listeners that one place has added. */
export interface ListenerEvidence {
  readonly position: number;
  readonly functionEnd: number;
  readonly added: number;
  /** By anybody in the whole run. */
  readonly removed: number;
  /** Node warned of this place: more listeners of one event on one emitter than it takes for right. */
  readonly warnedAt: number;
  readonly firstEvent: number;
}

const mostIds = 100;

type Counted<Evidence> = { -readonly [Key in keyof Evidence]: Evidence[Key] };

export class TimerRecords {
  private readonly places = new Map<string, Counted<TimerEvidence>>();
  private readonly byId = new Map<number, Counted<TimerEvidence>>();
  private readonly adding = new Map<number, Counted<ListenerEvidence>>();
  private removed = 0;

  start(id: number, kindNumber: number, position: number, functionEnd: number, firstEvent: number): void {
    const kind = apiKindNames[kindNumber] ?? 'timeout';
    if (position < 0) return;
    const key = `${kind} ${position} ${functionEnd}`;
    let place = this.places.get(key);
    if (place === undefined) {
      place = { kind, position, functionEnd, ids: [], set: 0, waiting: 0, fired: 0, delay: 0, firstEvent };
      this.places.set(key, place);
    }
    place.set++;
    if (place.ids.length < mostIds) (place.ids as number[]).push(id);
    place.waiting++;
    this.byId.set(id, place);
  }

  due(id: number, delay: number): void {
    const place = this.byId.get(id);
    if (place !== undefined) place.delay = delay;
  }

  fired(id: number): void {
    const place = this.byId.get(id);
    if (place !== undefined) place.fired++;
  }

  end(id: number, isCleared: boolean): void {
    const place = this.byId.get(id);
    if (place === undefined) return;
    place.waiting--;
    // A timeout ends before its callback begins.
    if (isCleared) this.byId.delete(id);
  }

  listenerAdded(position: number, functionEnd: number, firstEvent: number): void {
    const known = this.adding.get(position);
    if (known !== undefined) known.added++;
    else this.adding.set(position, { position, functionEnd, added: 1, removed: 0, warnedAt: -1, firstEvent });
  }

  listenerRemoved(): void {
    this.removed++;
  }

  warned(position: number, event: number): void {
    const known = this.adding.get(position);
    if (known !== undefined && known.warnedAt < 0) known.warnedAt = event;
  }

  timers(): readonly TimerEvidence[] {
    return [...this.places.values()];
  }

  listeners(): readonly ListenerEvidence[] {
    return [...this.adding.values()].map((place) => ({ ...place, removed: this.removed }));
  }
}
