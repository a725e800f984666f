/**
 * When a variable or property changes: a replay looks at its value after each bytecode that could have changed it. What a
 * builtin changes has changed when its call is over. Values are the same by ECMAScript's SameValue.
 */
import {
  type Context,
  JSObject,
  JSSymbol,
  type Isolate,
  lookupOwn,
  moduleVariableValue,
  nobodyWaits,
  ownKeys,
  PropertyLookup,
  registerValue,
  positionAt,
  type SharedFunctionInfo,
  theHole,
  type Value,
} from '../../engine/index.ts';
import type { Place } from '../../protocol/questions.ts';
import { activationTimes, type TimeOnTop } from './activation.ts';
import type { Hits } from './hits.ts';
import type { RecordedRun } from '../recorded-run.ts';
import { preview } from '../log/value-preview.ts';
import type { WatchedPlace } from './watched-places.ts';

/** In place of a value: there is none, or no place for one yet. */
const absent: Value = new JSSymbol('absent', true);

type Reader = (isolate: Isolate) => Value;

const always: readonly TimeOnTop[] = [{ first: 0, last: Infinity }];

export function hitsOfChanges(run: RecordedRun, name: string, place: WatchedPlace): Hits {
  const changes = new Changes(run, name, place);
  if (place.kind === 'property') lookAtProperty(changes, run, place);
  else lookAtVariable(changes, run, place);
  return changes;
}

function lookAtVariable(changes: Changes, run: RecordedRun, place: Exclude<WatchedPlace, Property>): void {
  const read = readerOf(place);
  const times = place.kind === 'register' ? activationTimes(run.log, place.call) : always;
  let next = 0;
  if (times.length === 0) return;
  run.replayer.walk(times[0]!.first, ({ host: { isolate } }) => {
    const { steps } = isolate;
    const now = read(isolate);
    if (now !== absent) changes.look(isolate, now);
    return times[next]!.last > steps ? steps + 1 : times[++next]?.first;
  });
}

/** From the start of the run on: the object may be there before anything runs, or comes later. */
function lookAtProperty(changes: Changes, run: RecordedRun, { object: serial, key }: Property): void {
  const found = new PropertyLookup();
  let object: JSObject | undefined;
  const read = (): Value => {
    if (object === undefined || !lookupOwn(found, object, key)) return absent;
    return found.isAccessor ? undefined : (found.value as Value);
  };
  run.replayer.walk(
    0,
    ({ host: { isolate } }) => {
      if (object !== undefined) changes.look(isolate, read());
      return isolate.steps + 1;
    },
    ({ host: { isolate } }) => {
      const { heap } = isolate;
      if (serial >= heap.nextSerial) {
        heap.onMade = (made) => {
          heap.toldFrom = nobodyWaits;
          if (made instanceof JSObject && made.serial === serial) object = made;
        };
        heap.toldFrom = serial;
        return;
      }
      object = objectOfRealm(isolate, serial);
      changes.begin(read());
    },
  );
}

type Property = Extract<WatchedPlace, { readonly kind: 'property' }>;

function readerOf(place: Exclude<WatchedPlace, Property>): Reader {
  switch (place.kind) {
    case 'register':
      return (isolate) => registerValue(isolate, isolate.currentFrame!, place.register);
    case 'scriptVariable':
      return ({ mainRealm }) => {
        const entry = mainRealm.scriptContextTable.get(place.name);
        return entry === undefined ? absent : entry.context.slots[entry.slot];
      };
    case 'contextSlot':
      return readerInContext(place.context, (context) => context.slots[place.slot]);
    case 'moduleCell':
      return readerInContext(place.context, (context) => moduleVariableValue(context, place.cell));
  }
}

/** A context is seen for the first time in the frame that made it, before anything else can write to it. */
function readerInContext(serial: number, read: (context: Context) => Value): Reader {
  let context: Context | undefined;
  return ({ currentFrame }) => {
    if (context === undefined) {
      if (currentFrame?.context?.serial !== serial) return absent;
      context = currentFrame.context;
    }
    return read(context);
  };
}

class Changes implements Hits {
  readonly positions: number[] = [];
  readonly details: string[] = [];
  readonly places: (Place | undefined)[] = [];
  private readonly run: RecordedRun;
  private readonly name: string;
  private readonly place: WatchedPlace;
  private hasBegun = false;
  private last: Value = absent;
  /** What was about to run at the boundary before. */
  private shared: SharedFunctionInfo | undefined;
  private pc = 0;

  constructor(run: RecordedRun, name: string, place: WatchedPlace) {
    this.run = run;
    this.name = name;
    this.place = place;
  }

  /** What it holds before anything runs. */
  begin(now: Value): void {
    this.last = now;
    this.hasBegun = true;
  }

  look(isolate: Isolate, now: Value): void {
    if (!Object.is(this.last, now)) this.change(isolate, now);
    const { currentFrame } = isolate;
    this.shared = currentFrame?.shared;
    this.pc = currentFrame?.pc ?? 0;
  }

  private change(isolate: Isolate, now: Value): void {
    const { last, hasBegun, place, name } = this;
    this.begin(now);
    // Before its first value a variable holds the hole.
    if (now === theHole) return;
    const after = now === absent ? 'deleted' : preview(now);
    if (hasBegun || place.kind === 'property') {
      const isUnset =
        last === absent ||
        last === theHole ||
        (last === undefined && this.isLexicalRegister && this.positions.length === 0);
      const before = isUnset ? '' : `${preview(last)} → `;
      this.add(isolate.steps, `${name}: ${before}${after}`, this.placeBefore(isolate));
    } else if (place.kind === 'register' && place.variable === 'parameter')
      this.add(isolate.steps, `${name}: ${after}, passed by the call`, undefined);
  }

  private get isLexicalRegister(): boolean {
    return this.place.kind === 'register' && this.place.variable === 'lexical';
  }

  private add(position: number, detail: string, place: Place | undefined): void {
    this.positions.push(position);
    this.details.push(detail);
    this.places.push(place);
  }

  /** Where the bytecode stands that has just run; for one of a builtin's code, where the builtin was called. */
  private placeBefore(isolate: Isolate): Place | undefined {
    const { shared, pc } = this;
    if (shared?.bytecode === undefined) return undefined;
    if (shared.script.kind !== 'builtin') return this.placeIn(shared, positionAt(shared.bytecode, pc));
    const caller = isolate.frames().findLast((frame) => frame.shared.script.kind !== 'builtin');
    return caller && this.placeIn(caller.shared, positionAt(caller.bytecode, caller.pc));
  }

  private placeIn(shared: SharedFunctionInfo, offset: number | undefined): Place | undefined {
    const { run } = this;
    const script = run.log.functions[run.simulation.recorder!.functionIndex(shared)]?.script;
    return script === undefined || offset === undefined ? undefined : { script, offset };
  }
}

/** One of those that are there before anything runs: found from the global object, without running anything. */
function objectOfRealm(isolate: Isolate, serial: number): JSObject | undefined {
  const seen = new Set<JSObject>([isolate.mainRealm.globalObject]);
  const found = new PropertyLookup();
  for (const object of seen) {
    if (object.serial === serial) return object;
    const { prototype, instanceType } = object.hiddenClass;
    if (prototype !== null) seen.add(prototype);
    if (instanceType === 'proxy') continue;
    for (const key of ownKeys(object)) {
      if (!lookupOwn(found, object, key)) continue;
      for (const value of [found.value, found.getter, found.setter]) if (value instanceof JSObject) seen.add(value);
    }
  }
  return undefined;
}
