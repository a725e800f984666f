/** Conditions and logpoints: decided on copies of the run, the same whichever way one comes. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
  type BreakpointCondition,
  type Moment,
  noConditions,
  type Stop,
  type StopConditions,
  type StopEvent,
  stopEvents,
  type ValuePath,
} from '../../../src/protocol/questions.ts';
import { answersOf } from '../../../src/recorder/answers.ts';
import { positionOf } from '../../../src/recorder/stops/hits.ts';
import { momentView } from '../../../src/recorder/moment/inspection.ts';
import { eventTypeIds } from '../../../src/protocol/events.ts';
import type { RecordedRun } from '../../../src/recorder/recorded-run.ts';
import { positionsOf, recorded, stopsBackward, stopsForward } from './journey-runs.ts';
import { valueOf } from './variables-of.ts';

const source = `let total = 0;
const list = [];
class Point { constructor(x) { this.x = x; } get double() { return this.x * 2; } }
function add(n) {
  total += n;
  list.push(n);
  return new Point(n);
}
for (let i = 1; i <= 10; i++) {
  const point = add(i);
  void point;
}
console.log(total, list.length);
`;
const at = source.indexOf('list.push');

describe('conditions', () => {
  for (const [condition, expected] of [
    ['n > 8', ['9', '10']],
    ['n % 4 === 0 && total > 10', ['8']],
    ['list.length === 3', ['4']],
    ['list.includes(9)', ['10']],
    ['(list.push(1), n === 2)', ['2']],
    ['n === 7 && (n = 3)', ['7']],
    ['(() => n === 5)()', ['5']],
    ['total = 0', []],
  ] as const) {
    it(`stop where ${condition}`, () => {
      const run = recorded(source);
      const conditions = breakpoint({ condition });
      const stops = stopsForward(run, conditions);
      assert.deepEqual(argumentsOf(run, stops), expected);
      assert.deepEqual(positionsOf(run, stopsBackward(recorded(source), conditions)), positionsOf(run, stops));
      assert.deepEqual(run.journeys.continue({ direction: 'forward', conditions }).problems, []);
    });
  }

  it('are met before hits are counted', () => {
    const run = recorded(source);
    assert.deepEqual(
      argumentsOf(run, stopsForward(run, breakpoint({ condition: 'n % 2 === 0', hitCondition: '>= 4' }))),
      ['8', '10'],
    );
    const again = recorded(source);
    assert.deepEqual(
      argumentsOf(again, stopsBackward(again, breakpoint({ condition: 'n % 2', hitCondition: '% 2' }))),
      ['7', '3'],
    );
  });

  for (const [condition, message] of [
    ['n.x.y > 1', /“n\.x\.y > 1” does not count: TypeError: Cannot read properties of undefined \(reading 'y'\)/],
    ['n >', /SyntaxError: Unexpected end of input/],
    ['nobody', /ReferenceError: nobody is not defined/],
    ['(() => { for (;;); })()', /did not end within 1,000,000 steps/],
  ] as const) {
    it(`that go wrong are told of once and stop nowhere: ${condition}`, function () {
      this.timeout(20_000);
      const run = recorded(source);
      const { stop, problems } = run.journeys.continue({ direction: 'forward', conditions: breakpoint({ condition }) });
      assert.equal(stop.reason, 'end');
      assert.equal(problems.length, 1);
      assert.match(problems[0]!.message, message);
      assert.equal(problems[0]!.id, 1);
    });
  }

  it('logpoints say something each time, forwards only, and do not stop', () => {
    const run = recorded(source);
    const conditions = breakpoint({ logMessage: 'n is {n}, {list} {"}"} {new Point(n).double} {', condition: 'n > 7' });
    const { stop, logs } = run.journeys.continue({ direction: 'forward', conditions });
    assert.equal(stop.reason, 'end');
    assert.deepEqual(
      logs.map(({ text }) => text),
      [
        'n is 8, (7) [1, 2, 3, 4, 5, …] } 16 {',
        'n is 9, (8) [1, 2, 3, 4, 5, …] } 18 {',
        'n is 10, (9) [1, 2, 3, 4, 5, …] } 20 {',
      ],
    );
    assert.equal(valueOf(momentView(run.at(logs[1]!.moment)).frames[0], 'n'), '9');
    const { moment } = logs[0]!;
    assert.equal(run.journeys.continue({ moment, direction: 'forward', conditions }).logs.length, 2);
    assert.deepEqual(run.journeys.continue({ direction: 'backward', conditions }).logs, []);
  });

  it('all stops are the same forwards, backwards and from anywhere in between', function () {
    this.timeout(60_000);
    const run = recorded(source);
    const statements = [
      ...new Set(
        [...run.log.position].filter(
          (position, event) => position >= 0 && run.log.type[event] === eventTypeIds.statement,
        ),
      ),
    ];
    const condition = fc.record(
      {
        id: fc.nat(9),
        place: fc.constantFrom(...statements).map((offset) => ({ script: 0, offset })),
        hitCondition: fc.constantFrom('2', '> 3', '% 3', '<= 4'),
        condition: fc.constantFrom('total > 20', 'list.length % 2', 'list.pop() > 3'),
      },
      { requiredKeys: ['id', 'place'] },
    );
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 3 }), fc.nat(), (breakpoints, chosen) => {
        const conditions: StopConditions = { ...noConditions, breakpoints };
        const all = positionsOf(run, stopsForward(run, conditions));
        assert.deepEqual(positionsOf(run, stopsBackward(recorded(source), conditions)), all);
        const step = chosen % run.simulation.host.isolate.steps;
        const event = run.log.step.findLastIndex((before) => before <= step);
        const moment = { event, step };
        const fresh = recorded(source);
        assert.deepEqual(
          positionsOf(run, stopsForward(fresh, conditions, moment)),
          all.filter((position) => position > step),
        );
        assert.deepEqual(
          positionsOf(run, stopsBackward(fresh, conditions, moment)),
          all.filter((position) => position < step),
        );
      }),
      { numRuns: 15 },
    );
  });

  it('the same holds for stops of all kinds together', function () {
    this.timeout(120_000);
    const everything = `
      const seen = { count: 0 };
      function* numbers() { for (let i = 0; i < 3; i++) { seen.count++; yield i; } }
      async function work(n) { try { await null; if (n > 1) throw new Error('late'); } finally { delete seen['key' + n]; } }
      for (const n of numbers()) { seen['key' + n] = n; work(n).catch(() => seen.count--); }
      for (const o of [{ a: 1 }, { b: 1, a: 1 }, { c: 1, a: 1 }, { d: 1, a: 1 }, { e: 1, a: 1 }]) Math.max(o.a, 1);
      setTimeout(() => { debugger; seen.count = [1, 2].map((x) => x * 2).length; });
      Promise.reject(7).then(() => 1).catch(() => 2);
    `;
    const run = recorded(everything);
    const events = Object.keys(stopEvents) as StopEvent[];
    const count = watchedCount(run);
    const kinds: StopConditions = {
      ...noConditions,
      functions: ['numbers', 'work', 'Math.max', 'Array.prototype.map'].map((name, id) => ({ id, name })),
      data: [
        { id: 10, ...count },
        { id: 11, ...count, condition: 'seen.count > 1' },
      ],
      events: events.map((stopAt, index) => ({ id: 20 + index, stopAt })),
    };
    const some = fc.record({
      functions: fc.subarray([...kinds.functions]),
      data: fc.subarray([...kinds.data]),
      events: fc.subarray([...kinds.events]),
    });
    fc.assert(
      fc.property(some, fc.nat(), (chosen, at) => {
        const conditions: StopConditions = { ...noConditions, ...chosen };
        const all = stopsForward(run, conditions);
        const positions = positionsOf(run, all);
        assert.deepEqual(positionsOf(run, stopsBackward(run, conditions)), positions);
        const moment = { event: at % run.log.type.length };
        const from = positionOf(run.log, moment);
        assert.deepEqual(
          positionsOf(run, stopsForward(run, conditions, moment)),
          positions.filter((position) => position > from),
        );
        assert.deepEqual(
          positionsOf(run, stopsBackward(run, conditions, moment)),
          positions.filter((position) => position < from),
        );
      }),
      { numRuns: 40 },
    );
    const kindsSeen = new Set(stopsForward(run, kinds).map(({ reason }) => reason));
    assert.deepEqual([...kindsSeen].sort(), [
      'data breakpoint',
      'debugger statement',
      'end',
      'event',
      'exception',
      'function breakpoint',
    ]);
  });
});

/** The property `count` of `seen` in the program's own frame, at the end of the script. */
function watchedCount(run: RecordedRun): { moment: Moment; path: ValuePath } {
  const { scopes, children } = answersOf(run);
  const step = run.log.step[run.log.type.indexOf(eventTypeIds.turnEnd)]! - 1;
  const moment = { event: 0, step };
  for (const { path } of scopes({ moment, frame: 0 }).scopes) {
    const seen = children({ moment, path }).children.find(({ name }) => name === 'seen');
    const count = seen && children({ moment, path: seen.path }).children.find(({ name }) => name === 'count');
    if (count !== undefined) return { moment, path: count.path };
  }
  throw new Error('no seen.count');
}

function breakpoint(condition: Partial<BreakpointCondition>): StopConditions {
  return { ...noConditions, breakpoints: [{ id: 1, place: { script: 0, offset: at }, ...condition }] };
}

function argumentsOf(run: RecordedRun, stops: readonly Stop[]): unknown[] {
  return stops
    .filter(({ reason }) => reason === 'breakpoint')
    .map(({ moment }) => valueOf(momentView(run.at(moment)).frames[0], 'n'));
}
