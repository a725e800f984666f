/** Data breakpoints: every change of a variable or property, and "go back to where this got its value". */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { answersOf } from '../../../src/recorder/answers.ts';
import { eventTypeIds } from '../../../src/protocol/events.ts';
import { type Moment, noConditions, type StopConditions, type ValuePath } from '../../../src/protocol/questions.ts';
import type { RecordedRun } from '../../../src/recorder/recorded-run.ts';
import { positionsOf, recorded, stopsBackward, stopsForward } from './journey-runs.ts';

/** In the sources the comment stands where the value is chosen; details are those of all stops. */
const cases: Readonly<Record<string, readonly [source: string, path: string, details: readonly string[]]>> = {
  'a local variable': [
    `function f() { let total = 0; for (let i = 1; i < 4; i++) total += i; return /*here*/ [total]; }\nf(); f();`,
    'total',
    ['total: 0', 'total: 0 → 1', 'total: 1 → 3', 'total: 3 → 6'],
  ],
  'a parameter': [
    `function f(n) { if (n > 0) f(n - 1); n++; void /*here*/ [n]; }\nf(1);`,
    'n',
    ['n: 1, passed by the call', 'n: 1 → 2'],
  ],
  'a variable of a closure': [
    `function counter() { let count = 0; return () => { count++; void /*here*/ [count]; }; }\nconst a = counter(), b = counter(); b(); a(); b();`,
    'count',
    ['count: 0', 'count: 0 → 1', 'count: 1 → 2'],
  ],
  'a property, also of an object that is older and lives longer': [
    `function f(p) { p.x++; void /*here*/ [p]; }\nconst one = { x: 1 }, two = { x: 10 }; two.x = 11; f(one); one.x = 5; one.x = 5; delete one.x; one.x = 'again';`,
    'p.x',
    ['p.x: 1', 'p.x: 1 → 2', 'p.x: 2 → 5', 'p.x: 5 → deleted', "p.x: 'again'"],
  ],
  'what builtins write': [
    `const o = { a: 1 }; Object.assign(o, { a: 2, b: 3 }); Object.defineProperty(o, 'a', { value: 4 }); void /*here*/ [o];`,
    'o.a',
    ['o.a: 1', 'o.a: 1 → 2', 'o.a: 2 → 4'],
  ],
  'the length of an array': [
    `const list = []; list.push(1, 2); list[4] = 1; list.length = 1; list.pop(); void /*here*/ [list];`,
    'list.length',
    ['list.length: 0', 'list.length: 0 → 2', 'list.length: 2 → 5', 'list.length: 5 → 1', 'list.length: 1 → 0'],
  ],
  'an element': [
    `const list = [3, 1, 2]; list.sort(); list.reverse(); list[1] = 7; void /*here*/ [list];`,
    'list[1]',
    ['list[1]: 1', 'list[1]: 1 → 2', 'list[1]: 2 → 7'],
  ],
  'a local variable of a generator': [
    `function* g() { let n = 1; yield n; n = 2; yield n; n++; void /*here*/ [n]; }\nconst other = g(); other.next(); for (const x of g()) other.next();`,
    'n',
    ['n: 1', 'n: 1 → 2', 'n: 2 → 3'],
  ],
  'a local variable of an async function': [
    `async function f(n) { let sum = n; await null; sum += 10; await null; sum += 10; void /*here*/ [sum]; }\nf(1);`,
    'sum',
    ['sum: 1', 'sum: 1 → 11', 'sum: 11 → 21'],
  ],
  'this of a class': [
    `class Point { constructor(x) { this.x = x; } move() { this.x *= 2; void /*here*/ [this]; } }\nconst a = new Point(1), b = new Point(4); b.move();`,
    'this.x',
    ['this.x: 4', 'this.x: 4 → 8'],
  ],
  'a property of the global object': [
    `globalThis.seen = 1; globalThis.seen = 2; void /*here*/ [globalThis.seen];`,
    'globalThis.seen',
    ['globalThis.seen: 1', 'globalThis.seen: 1 → 2'],
  ],
};

describe('data breakpoints', () => {
  for (const [what, [source, name, details]] of Object.entries(cases)) {
    it(`watch ${what}`, () => {
      const run = recorded(source);
      const { moment, path } = find(run, source, name);
      assert.deepEqual(answersOf(run).dataBreakpointInfo({ moment, path }), { name });
      const conditions: StopConditions = { ...noConditions, data: [{ id: 3, moment, path }] };
      const stops = stopsForward(run, conditions).slice(0, -1);
      assert.deepEqual(
        stops.map(({ detail }) => detail),
        details,
      );
      assert.ok(stops.every(({ reason, ids }) => reason === 'data breakpoint' && ids.join() === '3'));
      assert.deepEqual(positionsOf(run, stopsBackward(recorded(source), conditions)), positionsOf(run, stops));
      const back = run.journeys.continue({ moment, direction: 'backward', conditions }).stop;
      const before = details.slice(0, stops.filter((stop) => stop.moment.step! < moment.step!).length);
      assert.equal(back.detail, before.at(-1), 'where it got its value');
      if (back.place !== undefined) assert.ok(back.place.offset < source.indexOf('/*here*/'));
    });
  }

  it('say where the value was written, and count and ask conditions as others do', () => {
    const source = `let total = 0;\nfor (let i = 1; i < 9; i++) {\n  total += i;\n}\nvoid /*here*/ [total];`;
    const run = recorded(source);
    const watched = find(run, source, 'total');
    const stopsOf = (more: object): (string | undefined)[] => {
      const conditions: StopConditions = { ...noConditions, data: [{ id: 3, ...watched, ...more }] };
      const stops = stopsForward(run, conditions).slice(0, -1);
      for (const { place } of stops)
        assert.match(source.slice(source.lastIndexOf('\n', place!.offset) + 1), /^(let total| {2}total \+= i)/);
      return stops.map(({ detail }) => detail);
    };
    assert.deepEqual(stopsOf({ condition: 'i > 6' }), ['total: 15 → 21', 'total: 21 → 28', 'total: 28 → 36'].slice(1));
    assert.deepEqual(stopsOf({ hitCondition: '% 4' }), ['total: 3 → 6', 'total: 21 → 28']);
  });

  for (const [what, source, name, problem] of [
    ['a getter', `const o = { get x() { return 1; } }; void /*here*/ [o];`, 'o.x', /^A getter cannot be watched/],
    ['this', `function f() { void /*here*/ [this]; } f.call({});`, 'this', /never changes/],
    ['a prototype', `const o = {}; void /*here*/ [o];`, 'o.[[Prototype]]', /is nothing that the program changes/],
  ] as const) {
    it(`say why ${what} cannot be watched`, () => {
      const run = recorded(source);
      const { moment, path } = find(run, source, name);
      assert.match(answersOf(run).dataBreakpointInfo({ moment, path }).problem ?? '', problem);
    });
  }

  it('answer within half a second in a run of a million bytecodes', function () {
    this.timeout(20_000);
    const source = `const o = { n: 0 };\nfunction add(i) { o.n += i % 1000 === 0; }\nfor (let i = 0; i < 40000; i++) add(i);\nvoid /*here*/ [o];`;
    const run = recorded(source);
    const { moment, path } = find(run, source, 'o.n');
    assert.ok(run.simulation.host.isolate.steps > 700_000);
    const before = process.threadCpuUsage();
    const conditions: StopConditions = { ...noConditions, data: [{ id: 3, moment, path }] };
    const { stop } = run.journeys.continue({ moment, direction: 'backward', conditions });
    const elapsed = process.threadCpuUsage(before).user / 1_000;
    assert.equal(stop.detail, 'o.n: 39 → 40');
    assert.ok(elapsed < 3000, `${elapsed} ms`);
  });
});

/** The boundary of the statement before the comment, the last time that it runs, and where the value is there. */
function find(run: RecordedRun, source: string, name: string): { moment: Moment; path: ValuePath } {
  const { log } = run;
  const mark = source.indexOf('/*here*/');
  const event = log.type.findLastIndex(
    (type, index) => type === eventTypeIds.statement && Math.abs(log.position[index]! - mark) < 12,
  );
  assert.ok(event >= 0);
  const moment = { event, step: log.step[event]! };
  const { scopes, children } = answersOf(run);
  const parts = name.split(/\.|(?=\[\d)/);
  for (const scope of scopes({ moment, frame: 0 }).scopes) {
    let path: ValuePath | undefined = scope.path;
    if (parts[0] !== 'globalThis' || scope.kind === 'global')
      for (const part of parts[0] === 'globalThis' ? parts.slice(1) : parts) {
        const key = /^\[\d/.test(part) ? part.slice(1, -1) : part;
        path = path && children({ moment, path }).children.find((child) => child.name === key)?.path;
      }
    else path = undefined;
    if (path !== undefined) return { moment, path };
  }
  throw new Error(`no ${name}`);
}
