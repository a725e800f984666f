/** Going on to breakpoints, forwards and backwards. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type BreakpointCondition, noConditions, type StopConditions } from '../../../src/protocol/questions.ts';
import { momentView } from '../../../src/recorder/moment/inspection.ts';
import { positionsOf, recorded, stopsBackward, stopsForward } from './journey-runs.ts';
import { valueOf } from './variables-of.ts';

const program = `function add(a, b) {
  const c = a + b;
  return c;
}
let t = 0;
for (let i = 0; i < 3; i++) {
  t = add(t, Math.max(i, 1));
}
debugger;
console.log(t);
`;

describe('continue', () => {
  it('stops at a statement each time that it begins, forwards and backwards', () => {
    const run = recorded(program);
    const conditions = breakpointsAt(program, 'const c');
    const forward = stopsForward(run, conditions);
    assert.deepEqual(
      forward.map(({ reason, ids }) => [reason, ...ids]),
      [['breakpoint', 1], ['breakpoint', 1], ['breakpoint', 1], ['debugger statement'], ['end']],
    );
    assert.deepEqual(positionsOf(run, stopsBackward(run, conditions)), positionsOf(run, forward));
    const views = forward.map(({ moment }) => momentView(run.at(moment)).frames[0]);
    assert.deepEqual(
      views.slice(0, 3).map((frame) => [valueOf(frame, 'a'), valueOf(frame, 'b')]),
      [
        ['0', '1'],
        ['1', '1'],
        ['2', '2'],
      ],
    );
    assert.equal(views[0]?.position, program.indexOf('a + b'));
  });

  it('stops where a builtin is called', () => {
    const run = recorded(program);
    const stops = stopsForward(run, breakpointsAt(program, 'Math.max', 5));
    assert.equal(stops.filter(({ reason }) => reason === 'breakpoint').length, 3);
    const { moment } = stops[1]!;
    assert.equal(valueOf(momentView(run.at(moment)).frames[0], 'i'), '1');
  });

  it('counts hits from the start of the run, whichever way one comes', () => {
    const run = recorded(`for (let i = 1; i <= 10; i++) {\n  void [i];\n}`);
    for (const [hitCondition, expected] of [
      ['3', [3]],
      ['>= 9', [9, 10]],
      ['% 4', [4, 8]],
      ['<2', [1]],
    ] as const) {
      const conditions = breakpointsAt('', 'x', 0, [{ id: 7, place: { script: 0, offset: 34 }, hitCondition }]);
      const values = stopsForward(run, conditions)
        .slice(0, -1)
        .map(({ moment }) => valueOf(momentView(run.at(moment)).frames[0], 'i'));
      assert.deepEqual(values, expected.map(String), hitCondition);
      assert.equal(stopsBackward(run, conditions).length, values.length + 1);
    }
    const wrong = breakpointsAt('', 'x', 0, [{ id: 7, place: { script: 0, offset: 34 }, hitCondition: 'often' }]);
    const { stop, problems } = run.journeys.continue({ direction: 'forward', conditions: wrong });
    assert.equal(stop.reason, 'end');
    assert.match(problems[0]!.message, /“often” is not a hit condition/);
  });

  it('goes through a run that a limit stopped, whose end can be looked at', () => {
    const source = `let n = 0;\nfor (;;) {\n  n = Math.abs(n + 1);\n}`;
    const run = recorded(source, { maxSteps: 2000 });
    const conditions = breakpointsAt(source, 'abs');
    const stops = stopsForward(run, conditions);
    assert.ok(stops.length > 100);
    assert.deepEqual(positionsOf(run, stopsBackward(run, conditions)), positionsOf(run, stops));
    const end = stops.at(-1)!;
    assert.deepEqual([end.reason, end.moment.step], ['end', 2000]);
    assert.ok(Number(valueOf(momentView(run.at(end.moment)).frames[0], 'n')) >= stops.length - 2);
  });

  it('stops where functions of a name begin', () => {
    const run = recorded(program);
    const conditions = { ...noConditions, functions: [{ id: 4, name: 'add' }] };
    assert.deepEqual(
      stopsForward(run, conditions).map(({ reason }) => reason),
      ['function breakpoint', 'function breakpoint', 'function breakpoint', 'debugger statement', 'end'],
    );
  });

  for (const [name, lines] of [
    ['Shape.area', [2, 2]],
    ['Shape.half', [3]],
    ['Shape.make', [4]],
    ['Round.area', [7]],
    ['tools.sum', [9]],
    ['area', [2, 7, 2]],
    ['Math.max', [11, 12]],
    ['Array.prototype.map', [12]],
    ['parseInt', []],
  ] as const) {
    it(`knows what ${name} is`, () => {
      const source = [
        `class Shape { constructor(w) { this.w = w; }`,
        `  area() { return this.w; }`,
        `  get half() { return this.area() / 2; }`,
        `  static make() { return new Shape(3); }`,
        `}`,
        `function Round() {}`,
        `Round.prototype.area = function area() { return 1; };`,
        `const tools = {`,
        `  sum(list) { return list.reduce((a, b) => a + b); },`,
        `};`,
        `const n = Math.max(1, Shape.make().area());`,
        `[n].map((x) => Math.max(x)); new Round().area();`,
        `tools.sum([1, 2]); new Shape(1).half; ['1'].map(Math.max);`,
      ].join('\n');
      const run = recorded(source);
      const conditions = { ...noConditions, functions: [{ id: 4, name }] };
      const stops = stopsForward(run, conditions).slice(0, -1);
      const found = stops.map(
        ({ moment }) => source.slice(0, momentView(run.at(moment)).frames[0]!.position).split('\n').length,
      );
      assert.deepEqual(found, name === 'Array.prototype.map' ? [12, 13] : lines);
      assert.deepEqual(positionsOf(run, stopsBackward(run, conditions)), positionsOf(run, stops));
    });
  }
});

function breakpointsAt(
  source: string,
  text: string,
  plus = text.startsWith('const c') ? 10 : 0,
  breakpoints: readonly BreakpointCondition[] = [{ id: 1, place: { script: 0, offset: source.indexOf(text) + plus } }],
): StopConditions {
  return { ...noConditions, breakpoints };
}
