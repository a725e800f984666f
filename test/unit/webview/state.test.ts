import assert from 'node:assert/strict';
import {
  apisOf,
  applyEvent,
  armOf,
  initialState,
  microtasksOf,
  parkedOf,
  stackOf,
  stateAt,
  tasksOf,
  ticksOf,
} from '../../../webview/state.ts';
import { createTimeline, extendTimeline } from '../../../webview/timeline.ts';
import { frameName, spanName, turnLabel } from '../../../webview/words.ts';
import type { Run } from '../../../webview/run.ts';
import { eventTypeIds } from '../../../src/protocol/events.ts';
import type { EventType } from '../../../src/protocol/events.ts';
import { createWriter, writeLongRun, writeProgram } from './synthetic-log.ts';
import type { Writer } from './synthetic-log.ts';

/** The index of the n-th event of a type. */
function eventOf(writer: Writer, type: EventType, nth = 0): number {
  const found = writer.rows.flatMap((row, index) => (row.type === eventTypeIds[type] ? [index] : []));
  const event = found[nth];
  assert.ok(event !== undefined, `no ${type} number ${nth}`);
  return event;
}

function stackNames(run: Run, event: number): string[] {
  return [...stackOf(run.timeline, stateAt(run.timeline, event))].map((frame) => frameName(run, frame));
}

describe('webview state', () => {
  const writer = writeProgram();
  const run = writer.toRun();
  const { timeline } = run;
  const names = (spans: typeof timeline.tasks, entries: readonly number[]): string[] =>
    entries.map((index) => spanName(run, spans, index));

  it('is empty before the first event', () => {
    assert.deepEqual(stateAt(timeline, -1), initialState());
  });

  it('pushes a frame at a call and pops it at the return, where the caller goes on', () => {
    const inInner = eventOf(writer, 'console');
    assert.deepEqual(stackNames(run, inInner), ['log', 'inner', 'outer', 'example.js']);
    const returned = eventOf(writer, 'return', 1);
    assert.deepEqual(stackNames(run, returned), ['outer', 'example.js']);
    assert.equal(stateAt(timeline, returned).position, writer.where('inner(n, 2)'));
  });

  it('keeps nextTick jobs apart from the other microtasks and empties both in order', () => {
    const scriptEnd = stateAt(timeline, eventOf(writer, 'turnEnd'));
    assert.deepEqual(names(timeline.ticks, ticksOf(timeline, scriptEnd)), ['onTick']);
    assert.deepEqual(names(timeline.microtasks, microtasksOf(timeline, scriptEnd)), ['whenReady']);
    const tick = stateAt(timeline, eventOf(writer, 'turnStart', 1));
    assert.deepEqual(ticksOf(timeline, tick), []);
    assert.equal(microtasksOf(timeline, tick).length, 1);
    assert.equal(turnLabel(run, tick), 'nextTick: onTick');
  });

  it('parks a function at await and takes it back when it is resumed', () => {
    const suspended = stateAt(timeline, eventOf(writer, 'suspend'));
    assert.equal(parkedOf(timeline, suspended).length, 1);
    const resumed = timeline.log.length - 8;
    assert.equal(parkedOf(timeline, stateAt(timeline, timeline.log.length - 1)).length, 0);
    assert.ok(stackNames(run, resumed).includes('load'));
  });

  it('goes on after an await at the line where it paused', () => {
    const resume = timeline.frames.start[timeline.resumedFrom.findIndex((index) => index >= 0)]!;
    assert.equal(stateAt(timeline, resume).position, writer.where('await ask'));
  });

  it('keeps timers with their due time until they end, and tasks until their turn', () => {
    const scriptEnd = stateAt(timeline, eventOf(writer, 'turnEnd'));
    assert.deepEqual(
      apisOf(timeline, scriptEnd).map((api) => armOf(timeline, api, scriptEnd)?.due),
      [1, 1000],
    );
    const queued = stateAt(timeline, eventOf(writer, 'enqueueTask'));
    assert.deepEqual(names(timeline.tasks, tasksOf(timeline, queued)), ['onTimeout']);
    assert.equal(apisOf(timeline, queued).length, 1);
    assert.equal(tasksOf(timeline, stateAt(timeline, queued.event + 1)).length, 0);
    assert.equal(queued.clock, 1);
  });

  it('leads a task back to the line that set its timer', () => {
    assert.equal(timeline.tasks.position[0], writer.where('setTimeout(function'));
  });

  it('is the same whether a run came in one chunk or in many, at every event', () => {
    const long = writeLongRun(6000);
    const whole = long.toRun().timeline;
    const pieces = createTimeline();
    for (let from = 0; from < long.rows.length; from += 700) {
      assert.ok(extendTimeline(pieces, long.chunk(from, Math.min(long.rows.length, from + 700))));
      // What is drawn while the rest has not arrived must not change later.
      const last = pieces.log.length - 1;
      assert.deepEqual(stateAt(pieces, last), { ...pieces.last });
    }
    for (let event = 0; event < long.rows.length; event += 37)
      assert.deepEqual(stateAt(pieces, event), stateAt(whole, event));
  });

  it('jumps by a keyframe to what applying every event gives', () => {
    const long = writeLongRun(5000).toRun().timeline;
    const state = initialState();
    for (let event = 0; event < 5000; event++) {
      applyEvent(state, long, event);
      if (event % 511 === 0) assert.deepEqual(stateAt(long, event), state);
    }
    assert.ok(long.keyframes.length >= 4);
  });

  it('refuses a chunk that does not continue the log', () => {
    const fresh = createTimeline();
    assert.equal(extendTimeline(fresh, writer.chunk(10, 20)), false);
    assert.equal(extendTimeline(fresh, writer.chunk()), true);
    assert.equal(extendTimeline(fresh, writer.chunk()), false);
  });

  it('survives a log that pops an empty stack', () => {
    const broken = createWriter('x');
    broken.declare('f', 'function', 0);
    for (const type of ['return', 'unwind', 'suspend', 'turnEnd', 'apiEnd', 'cancelTask', 'apiDue'] as const)
      broken.emit(type, { a: 0 });
    assert.equal(stateAt(broken.toRun().timeline, 6).depth, 0);
  });

  it('scrubs a run of 100,000 events in far less than a frame per move', function () {
    this.timeout(20_000);
    const long = writeLongRun(100_000).toRun().timeline;
    const moves = 2000;
    const before = process.threadCpuUsage();
    let depth = 0;
    for (let move = 0; move < moves; move++) depth += stateAt(long, (move * 7919) % long.log.length).depth;
    const perMove = process.threadCpuUsage(before).user / 1_000 / moves;
    console.log(`      ${perMove.toFixed(3)} ms for a jump within ${long.log.length.toLocaleString('en')} events`);
    assert.ok(depth > 0);
    assert.ok(perMove < 4, `${perMove} ms`);
  });
});
