/** Stopping at exceptions, by what became of them, and at what the loop does. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Stop, StopEvent } from '../../../src/protocol/questions.ts';
import { momentView } from '../../../src/recorder/moment/inspection.ts';
import type { RecordedRun } from '../../../src/recorder/recorded-run.ts';
import { eventConditions, positionsOf, recorded, stopsBackward, stopsForward } from './journey-runs.ts';
import { valueOf, variablesOf } from './variables-of.ts';

describe('stopping at exceptions', () => {
  for (const [what, source, expected] of [
    ['a catch', `try { throw 1 /*caught*/; } catch {}`, 'caught'],
    ['nobody', `function f() { null.x /*uncaught*/; } f();`, 'uncaught'],
    [
      'nobody, through a finally',
      `try { null.x /*uncaught*/; } finally { try { null.y /*caught*/ } catch {} }`,
      'uncaught caught',
    ],
    ['a finally that returns', `function f() { try { null.x /*caught*/; } finally { return 1; } } f();`, 'caught'],
    [
      'a catch further out, thrown again',
      `try { try { throw 1 /*caught*/ } catch (e) { throw e /*caught*/ } } catch {}`,
      'caught caught',
    ],
    [
      'a catch after an await',
      `async function f() { throw new Error('x') /*caught*/; }\n(async () => { try { await f(); } catch {} })();`,
      'caught',
    ],
    [
      'a handler that comes later',
      `const p = (async () => { throw new Error('x') /*caught*/; })(); queueMicrotask(() => p.catch(() => 1));`,
      'caught',
    ],
    [
      'no handler',
      `async function f() { await null; throw new Error('x') /*unhandledRejection*/; }\nf().then(() => 1);`,
      'unhandledRejection',
    ],
    [
      'no handler, as it comes too late',
      `const p = Promise.reject /*unhandledRejection*/(1);\nsetTimeout(() => p.catch(() => 1));`,
      'unhandledRejection',
    ],
    ['a promise’s executor', `new Promise(() => { throw 7 /*caught*/; }).catch(() => 1);`, 'caught'],
    ['a reaction', `Promise.resolve().then(() => { throw 7 /*caught*/; }).catch(() => 1);`, 'caught'],
    ['nobody, in a timer', `setTimeout(() => { throw 7 /*uncaught*/; });`, 'uncaught'],
  ] as const) {
    it(`that are caught by ${what}`, () => {
      const run = recorded(source);
      for (const event of ['caught', 'uncaught', 'unhandledRejection'] as const) {
        const stops = stopsForward(run, eventConditions(event));
        const marked = marks(source, event);
        assert.equal(stops.length - 1, marked.length, `${event} in ${source}: ${JSON.stringify(stops)}`);
        stops.slice(0, -1).forEach(({ moment, reason }, index) => {
          assert.equal(reason, 'exception');
          const { position } = momentView(run.at(moment)).frames[0]!;
          const end = marked[index]!;
          assert.ok(position <= end && end - position < 30, `${position} is before ${end}`);
        });
        assert.deepEqual(positionsOf(run, stopsBackward(run, eventConditions(event))), positionsOf(run, stops));
      }
      assert.ok(expected.split(' ').every((event) => marks(source, event as StopEvent).length > 0));
    });
  }

  it('stops where the first microtask after the script or a task begins', () => {
    const run = recorded(`
      Promise.resolve().then(() => 'first').then(() => 'second');
      setTimeout(() => queueMicrotask(() => 'third'));
      setTimeout(() => 'no microtask');
    `);
    const stops = stopsForward(run, eventConditions('microtaskCheckpoint'));
    assert.equal(stops.length, 3);
    const source = run.simulation.options.source;
    assert.deepEqual(
      stops.slice(0, -1).map(({ moment }) => source.slice(momentView(run.at(moment)).frames[0]!.position).slice(1, 6)),
      ['first', 'third'],
    );
  });

  it('stops where inline caches turn megamorphic', () => {
    const source = `
      const kinds = [{ a: 1 }, { b: 1, a: 1 }, { c: 1, a: 1 }, { d: 1, a: 1 }, { e: 1, a: 1 }, { f: 1, a: 1 }];
      const objects = Array.from({ length: 200 }, (_, i) => kinds[i % 6]);
      for (const object of objects) object.a /*load*/;
      for (const object of objects) object.x = 1 /*store*/;
      for (const key of ['a', 'x', 'a']) objects[0][key] /*keyed load*/;
      [...objects].map((object) => object.toString()); /*callback*/
    `;
    const run = recorded(source);
    const stops = stopsForward(run, eventConditions('megamorphic'));
    assert.deepEqual(linesOf(run, source, stops), ['load', 'store', 'keyed load', 'callback', undefined]);
    assert.deepEqual(positionsOf(run, stopsBackward(run, eventConditions('megamorphic'))), positionsOf(run, stops));
    assert.match(valueOf(momentView(run.at(stops[0]!.moment)).frames[0], 'object')!, /e: 1/);
  });

  it('stops where functions are deoptimised: at a failed check, and where something is changed that code counts on', () => {
    const source = `
      const shape = { x: 1 };
      function f(o, b) { return o.x + b; /*check*/ }
      for (let i = 0; i < 2000; i++) f(shape, 1);
      f(shape, 'text');
      for (let i = 0; i < 2000; i++) f(shape, 1);
      shape.x = 2; /*write*/
    `;
    const run = recorded(source);
    const stops = stopsForward(run, eventConditions('deoptimized'));
    assert.deepEqual(linesOf(run, source, stops), ['check', 'write', undefined]);
  });

  it('stops where garbage is collected', () => {
    const source = `
      const kept = [];
      for (let i = 0; i < 12000; i++) kept.push({ i }); /*full*/
      gc(); /*asked for*/
    `;
    const run = recorded(source, { v8Flags: ['--expose-gc'] });
    const stops = stopsForward(run, eventConditions('garbageCollection'));
    const lines = linesOf(run, source, stops);
    assert.deepEqual(lines.slice(-2), ['asked for', undefined]);
    assert.ok(lines.length > 2 && lines.slice(0, -2).every((line) => line === 'full'), lines.join());
    assert.equal(positionsOf(run, stopsBackward(run, eventConditions('garbageCollection'))).length, lines.length - 1);
  });

  it('stops where objects go to dictionary mode', () => {
    const source = `
      const o = { a: 1, b: 2, c: 3 };
      delete o.a; /*delete*/
      delete o.b;
      const accessor = { a: 1 };
      Object.defineProperty(accessor, 'a', { get() {} }); /*accessor*/
      const many = {};
      for (let i = 0; i < 1100; i++) many['key' + i] = i; /*tooMany*/
      Object.create(null).a = 1;
    `;
    const run = recorded(source);
    const stops = stopsForward(run, eventConditions('dictionaryMode'));
    assert.deepEqual(linesOf(run, source, stops), ['delete', 'accessor', 'tooMany', undefined]);
    const o = variablesOf(momentView(run.at(stops[0]!.moment)).frames[0]).find(({ name }) => name === 'o')!;
    assert.equal(o.mode, 'dictionary');
  });
});

/** The comments on the lines where the stops are. */
function linesOf(run: RecordedRun, source: string, stops: readonly Stop[]): (string | undefined)[] {
  return stops.map(({ moment }) => {
    const position = momentView(run.at(moment)).frames[0]?.position;
    const line = position === undefined ? '' : source.slice(position).split('\n')[0]!;
    return /\/\*(.*)\*\//.exec(line)?.[1];
  });
}

function marks(source: string, event: StopEvent): number[] {
  return [...source.matchAll(/\/\*(\w+)\*\//g)].filter(([, name]) => name === event).map(({ index }) => index);
}
