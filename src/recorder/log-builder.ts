/** The columnar log while it grows: typed arrays that double, and tables of texts, scripts and functions. See protocol.ts: LogChunk. */
import {
  eventTypeIds,
  eventTypeNames,
  type EventType,
  type FunctionInfo,
  type LogChunk,
  type ScriptInfo,
} from '../protocol.ts';

const firstCapacity = 1024;

export class LogBuilder {
  length = 0;
  type = new Uint8Array(firstCapacity);
  step = new Uint32Array(firstCapacity);
  position = new Int32Array(firstCapacity);
  a = new Int32Array(firstCapacity);
  b = new Int32Array(firstCapacity);
  c = new Int32Array(firstCapacity);
  readonly texts: string[] = [];
  readonly scripts: ScriptInfo[] = [];
  readonly functions: FunctionInfo[] = [];
  private readonly textIndices = new Map<string, number>();
  private readonly counts = new Uint32Array(eventTypeNames.length);
  /** What has been handed out as chunks. */
  private taken = { events: 0, texts: 0, scripts: 0, functions: 0 };
  /** False: events are only counted. */
  private readonly keepsEvents: boolean;

  constructor(keepsEvents: boolean) {
    this.keepsEvents = keepsEvents;
  }

  append(type: EventType, step: number, position: number, a: number, b: number, c: number): void {
    const id = eventTypeIds[type];
    this.counts[id]!++;
    const index = this.length++;
    if (!this.keepsEvents) return;
    if (index >= this.type.length) this.grow();
    this.type[index] = id;
    this.step[index] = step;
    this.position[index] = position;
    this.a[index] = a;
    this.b[index] = b;
    this.c[index] = c;
  }

  /** The index of a text; equal texts share one. */
  text(text: string): number {
    if (!this.keepsEvents) return -1;
    let index = this.textIndices.get(text);
    if (index === undefined) {
      index = this.texts.push(text) - 1;
      this.textIndices.set(text, index);
    }
    return index;
  }

  /** How often each event happened; types that did not happen are left out. */
  countsByType(): Partial<Record<EventType, number>> {
    const result: Partial<Record<EventType, number>> = {};
    eventTypeNames.forEach((name, id) => {
      if (this.counts[id]! > 0) result[name] = this.counts[id]!;
    });
    return result;
  }

  /** What was appended since the last time, as copies that can be transferred; undefined if nothing was. */
  takeChunk(): LogChunk | undefined {
    const { taken } = this;
    if (this.length <= taken.events) return undefined;
    const chunk = this.slice(taken.events, this.length, taken.texts, taken.scripts, taken.functions);
    this.taken = {
      events: this.length,
      texts: this.texts.length,
      scripts: this.scripts.length,
      functions: this.functions.length,
    };
    return chunk;
  }

  /** The whole log. */
  all(): LogChunk {
    return this.slice(0, this.length, 0, 0, 0);
  }

  /** Events before `event` have been handed out by an earlier run that began alike. */
  skipTo(event: number, texts: number, scripts: number, functions: number): void {
    this.taken = { events: event, texts, scripts, functions };
  }

  get takenSoFar(): Readonly<{ events: number; texts: number; scripts: number; functions: number }> {
    return this.taken;
  }

  private slice(from: number, to: number, texts: number, scripts: number, functions: number): LogChunk {
    return {
      start: from,
      type: this.type.slice(from, to),
      step: this.step.slice(from, to),
      position: this.position.slice(from, to),
      a: this.a.slice(from, to),
      b: this.b.slice(from, to),
      c: this.c.slice(from, to),
      texts: this.texts.slice(texts),
      scripts: this.scripts.slice(scripts),
      functions: this.functions.slice(functions),
    };
  }

  private grow(): void {
    const capacity = this.type.length * 2;
    this.type = copyInto(new Uint8Array(capacity), this.type);
    this.step = copyInto(new Uint32Array(capacity), this.step);
    this.position = copyInto(new Int32Array(capacity), this.position);
    this.a = copyInto(new Int32Array(capacity), this.a);
    this.b = copyInto(new Int32Array(capacity), this.b);
    this.c = copyInto(new Int32Array(capacity), this.c);
  }
}

function copyInto<T extends Uint8Array | Uint32Array | Int32Array>(larger: T, smaller: T): T {
  larger.set(smaller);
  return larger;
}
