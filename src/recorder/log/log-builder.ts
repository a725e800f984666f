/**
 * The columnar log while it grows: segments of typed arrays, so that growing copies nothing, and tables of texts, scripts
 * and functions. See protocol/log.ts: LogChunk. Most events are statements, which have no payload: the columns a, b and c are
 * kept for the others only, and filled up when a chunk is taken.
 */
import { RunStopped } from '../../engine/index.ts';
import { eventTypeIds } from '../../protocol/events.ts';
import { type FunctionInfo, type LogChunk, type ScriptInfo, TextCode } from '../../protocol/log.ts';

const firstCapacity = 1024;
const largestCapacity = 65_536;
/** Payloads of 8192 events. */
const payloadCapacity = 3 * 8192;
/** Values that are all different would fill the memory with their texts: from here on, new ones are an ellipsis. */
const maxTexts = 200_000;

/** How much of a log there is, or has been handed out. */
export interface LogSize {
  readonly events: number;
  /** How many numbers of payload: three for each event that has one. */
  readonly payload: number;
  readonly texts: number;
  readonly lists: number;
  readonly scripts: number;
  readonly functions: number;
}

const nothing: LogSize = { events: 0, payload: 0, texts: 0, lists: 0, scripts: 0, functions: 0 };

interface Segment {
  /** Index of its first event. */
  readonly start: number;
  readonly type: Uint8Array;
  readonly step: Uint32Array;
  readonly position: Int32Array;
}

export class LogBuilder {
  readonly texts: string[] = [];
  readonly scripts: ScriptInfo[] = [];
  readonly functions: FunctionInfo[] = [];
  private readonly textIndices = new Map<string, number>();
  private readonly maxEvents: number;
  private readonly segments: Segment[] = [];
  /** The columns of the last segment: fields of their own, because every event writes to them. */
  private type: Uint8Array = new Uint8Array();
  private step: Uint32Array = new Uint32Array();
  private position: Int32Array = new Int32Array();
  /** The next free row of the last segment. */
  private row = 0;
  private capacity = 0;
  private segmentStart = 0;
  /** a, b, c, a, b, c and so on, in pieces of `payloadCapacity`, of which the last is being filled. */
  private readonly payloads: Int32Array[] = [];
  private payload: Int32Array = new Int32Array();
  private payloadRow = 0;
  private listsLength = 0;
  private lists: Int32Array = new Int32Array();
  /** What has been handed out as chunks. */
  private taken: LogSize = nothing;

  constructor(maxEvents: number) {
    this.maxEvents = maxEvents;
    this.addSegment(Math.min(firstCapacity, maxEvents));
  }

  get length(): number {
    return this.segmentStart + this.row;
  }

  /** Bytes of the columns; the tables' texts come on top. */
  get byteLength(): number {
    const events = this.segments.reduce((sum, { type }) => sum + type.length * 9, 0);
    return events + this.payloads.length * payloadCapacity * 4 + this.lists.byteLength;
  }

  append(type: number, step: number, position: number, a: number, b: number, c: number): void {
    if (this.row === this.capacity) this.nextSegment();
    const row = this.row++;
    this.type[row] = type;
    this.step[row] = step;
    this.position[row] = position;
    if (this.payloadRow === this.payload.length) this.addPayload();
    const at = this.payloadRow;
    this.payload[at] = a;
    this.payload[at + 1] = b;
    this.payload[at + 2] = c;
    this.payloadRow = at + 3;
  }

  /** The commonest event: it has no payload, and its type stands there already. */
  appendStatement(step: number, position: number): void {
    if (this.row === this.capacity) this.nextSegment();
    const row = this.row++;
    this.step[row] = step;
    this.position[row] = position;
  }

  /** The last event of a run is always there, even beyond the limit. */
  appendLast(type: number, step: number, a: number): void {
    if (this.row === this.capacity) this.addSegment(1);
    this.append(type, step, -1, a, 0, 0);
  }

  /** The index of a text; equal texts share one. */
  text(text: string): number {
    let index = this.textIndices.get(text);
    if (index === undefined) {
      index = this.texts.push(text) - 1;
      this.textIndices.set(text, index);
    }
    return index;
  }

  /** As `text`, for what may be different each time. */
  valueText(text: string): number {
    if (this.texts.length < maxTexts) return this.text(text);
    return this.textIndices.get(text) ?? this.text('…');
  }

  /** The code of a list whose `count` codes are added with `addToList` next. */
  startList(count: number): number {
    const at = this.listsLength;
    this.addToList(count);
    return TextCode.firstList - at;
  }

  addToList(code: number): void {
    if (this.listsLength === this.lists.length) this.growLists();
    this.lists[this.listsLength++] = code;
  }

  /** What was appended since the last time, as copies that can be transferred; undefined if nothing was. */
  takeChunk(): LogChunk | undefined {
    const { taken } = this;
    if (this.length <= taken.events) return undefined;
    const chunk = this.slice(taken);
    this.taken = {
      events: this.length,
      payload: this.payloadLength,
      texts: this.texts.length,
      lists: this.listsLength,
      scripts: this.scripts.length,
      functions: this.functions.length,
    };
    return chunk;
  }

  /** The whole log. */
  all(): LogChunk {
    return this.slice(nothing);
  }

  /** What is before `taken` has been handed out by an earlier run that began alike. */
  skipTo(taken: LogSize): void {
    this.taken = taken;
  }

  get takenSoFar(): LogSize {
    return this.taken;
  }

  /** Bytecodes executed before an event of the log. */
  stepOf(event: number): number {
    const { start, step } = this.segmentOf(event);
    return step[event - start]!;
  }

  /** The first event that has at least so many bytecodes before it. */
  firstAtStep(step: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.stepOf(middle) < step) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The first event of a type from an event on, or -1. */
  findType(type: number, from: number): number {
    for (const segment of this.segments) {
      const found = segment.type.indexOf(type, Math.max(from - segment.start, 0));
      if (found >= 0) return segment.start + found;
    }
    return -1;
  }

  private segmentOf(event: number): Segment {
    const { segments } = this;
    let low = 0;
    let high = segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (segments[middle]!.start <= event) low = middle;
      else high = middle - 1;
    }
    return segments[low]!;
  }

  private slice(from: LogSize): LogChunk {
    const count = this.length - from.events;
    const type = this.column('type', new Uint8Array(count), from.events);
    return {
      start: from.events,
      type,
      step: this.column('step', new Uint32Array(count), from.events),
      position: this.column('position', new Int32Array(count), from.events),
      ...this.payloadColumns(type, from.payload),
      texts: this.texts.slice(from.texts),
      lists: this.lists.slice(from.lists, this.listsLength),
      scripts: this.scripts.slice(from.scripts),
      functions: this.functions.slice(from.functions),
    };
  }

  /** Copies a column from an event on. */
  private column<Column extends Uint8Array | Uint32Array | Int32Array>(
    name: Exclude<keyof Segment, 'start'>,
    into: Column,
    from: number,
  ): Column {
    for (const segment of this.segments) {
      const end = Math.min(segment.start + segment.type.length, this.length);
      if (end <= from) continue;
      const first = Math.max(from - segment.start, 0);
      into.set(segment[name].subarray(first, end - segment.start), segment.start + first - from);
    }
    return into;
  }

  /** The columns a, b and c of these events; `from`: where their payload begins. */
  private payloadColumns(type: Uint8Array, from: number): Pick<LogChunk, 'a' | 'b' | 'c'> {
    const [a, b, c] = [new Int32Array(type.length), new Int32Array(type.length), new Int32Array(type.length)];
    let piece = Math.floor(from / payloadCapacity);
    let at = from % payloadCapacity;
    for (let event = 0; event < type.length; event++) {
      if (type[event] === eventTypeIds.statement) continue;
      if (at === payloadCapacity) {
        piece++;
        at = 0;
      }
      const payload = this.payloads[piece]!;
      a[event] = payload[at]!;
      b[event] = payload[at + 1]!;
      c[event] = payload[at + 2]!;
      at += 3;
    }
    return { a, b, c };
  }

  private get payloadLength(): number {
    return Math.max(this.payloads.length - 1, 0) * payloadCapacity + this.payloadRow;
  }

  private addPayload(): void {
    this.payload = new Int32Array(payloadCapacity);
    this.payloads.push(this.payload);
    this.payloadRow = 0;
  }

  private nextSegment(): void {
    const { length } = this;
    if (length >= this.maxEvents) throw new RunStopped('events');
    const capacity = Math.min(Math.max(length, firstCapacity), largestCapacity);
    this.addSegment(Math.min(capacity, this.maxEvents - length));
  }

  private addSegment(capacity: number): void {
    const segment: Segment = {
      start: this.length,
      type: new Uint8Array(capacity).fill(eventTypeIds.statement),
      step: new Uint32Array(capacity),
      position: new Int32Array(capacity),
    };
    this.segments.push(segment);
    this.segmentStart = segment.start;
    this.type = segment.type;
    this.step = segment.step;
    this.position = segment.position;
    this.row = 0;
    this.capacity = capacity;
  }

  private growLists(): void {
    const larger = new Int32Array(Math.max(256, this.lists.length * 2));
    larger.set(this.lists);
    this.lists = larger;
  }
}
