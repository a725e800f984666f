import assert from 'node:assert/strict';
import { causesOf, turnOfEntry } from '../../../webview/causes/chain.ts';
import type { Subject } from '../../../webview/causes/chain.ts';
import { describeCause } from '../../../webview/causes/cause-words.ts';
import { lineOf, placeOfSpan } from '../../../webview/run.ts';
import { createTimeline, extendTimeline } from '../../../webview/timeline.ts';
import { reactionsOf } from '../../../webview/state.ts';
import { recordRun } from './recorded-run.ts';
import { writeLongRun, writeProgram } from './synthetic-log.ts';
import { named, printed, told, why } from './told-causes.ts';

describe('causes', () => {
  it('lead from a console line of a timer to the line that set it', () => {
    const run = recordRun(`
function main() {
  setTimeout(function onTimeout() {
    console.log('late');
  }, 10);
}
main();
`);
    assert.deepEqual(told(run, printed(run, 'late')), [
      'printed by `onTimeout` (4)',
      '`onTimeout` ran (3)',
      '`setTimeout` in `main`, 10 ms (3)',
      'the script: the file runs from top to bottom (1)',
    ]);
    assert.equal(why(run, 'onTimeout'), 'Its time, 10 ms, had come; the call stack was empty and no microtask waited.');
  });

  it('tell both who registered a reaction and what settled its promise', () => {
    const run = recordRun(`
const ready = new Promise(function executor(resolve) {
  setTimeout(function later() { resolve('yes'); }, 5);
});
ready.then(function whenReady(value) {
  console.log(value);
});
`);
    assert.deepEqual(told(run, printed(run, 'yes')), [
      'printed by `whenReady` (6)',
      '`whenReady` ran (5)',
      'registered by `then` in `example.js` (5)',
      "the promise was fulfilled with `'yes'` by `later` (3)",
      '`later` ran (3)',
      '`setTimeout` in `executor`, 5 ms (3)',
      'the script: the file runs from top to bottom (1)',
    ]);
  });

  it('go on across several awaits, then, catch and finally', () => {
    const run = recordRun(`
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function load() {
  await sleep(3);
  await null;
  throw new Error('no');
}
load()
  .then(function unused() {})
  .catch(function onFail() {})
  .finally(function last() {
    console.log('over');
  });
`);
    assert.deepEqual(told(run, printed(run, 'over')), [
      'printed by `last` (12)',
      '`last` ran (11)',
      'registered by `finally` in `example.js` (11)',
      'the promise was fulfilled',
      '`onFail` ran (10)',
      'registered by `catch` in `example.js` (10)',
      'the promise was rejected with `Error: no`',
      '`then` passed the outcome on',
      'registered by `then` in `example.js` (9)',
      'the promise was rejected with `Error: no` by `load` (6)',
      '`load` went on after `await` (5)',
      '`await`, the promise being settled already, in `load` (5)',
      '`load` went on after `await` (4)',
      'registered by `await` in `load` (4)',
      'the promise was fulfilled',
      'a built-in callback ran',
      '`setTimeout` in `(anonymous)`, 3 ms (2)',
      'the script: the file runs from top to bottom (1)',
    ]);
  });

  it('tie each of several reactions of a promise to its own registration', () => {
    const run = recordRun(`
let settle;
const gate = new Promise((resolve) => (settle = resolve));
gate.then(function first() { console.log('one'); });
gate.then(function second() { console.log('two'); });
(async function third() { await gate; console.log('three'); })();
settle(), Promise.resolve().then(function fourth() { console.log('four'); });
`);
    const lines = (text: string): number[] =>
      causesOf(run, printed(run, text)).flatMap((cause) =>
        cause.kind === 'registered' || cause.kind === 'queued' ? [lineOf(run, cause.place)] : [],
      );
    assert.deepEqual([lines('one'), lines('two'), lines('three'), lines('four')], [[4], [5], [6], [7]]);
  });

  it('say by which rule a callback ran when it did', () => {
    const run = recordRun(`
process.nextTick(function tick() {});
queueMicrotask(function micro() { process.nextTick(function lateTick() {}); });
queueMicrotask(function micro2() {});
setImmediate(function immediate() {});
setTimeout(function slow() { for (let i = 0; i < 100000; i++); }, 10);
setTimeout(function kept() { queueMicrotask(function inner() {}); }, 11);
setTimeout(function also() {}, 11);
`);
    assert.equal(
      why(run, 'tick'),
      'The call stack was empty after the script: callbacks of nextTick run then, before all other microtasks (2 wait).',
    );
    assert.equal(why(run, 'micro'), 'The call stack was empty after `tick`: microtasks run then, before any task.');
    assert.equal(
      why(run, 'lateTick'),
      'The call stack was empty after `micro2`: callbacks of nextTick run then. The microtask queue was being drained before, and that comes to its end first.',
    );
    assert.match(why(run, 'immediate'), /^The check phase had begun/);
    assert.match(why(run, 'kept'), /^It was due at 11 ms, but had to wait until \d+ ms: `slow` was running then\.$/);
    assert.equal(
      why(run, 'inner'),
      'The call stack was empty after `kept`: microtasks run then, before any task (1 waits).',
    );
  });

  it('tell of what waits, and of when it will run', () => {
    const run = recordRun(`
const timer = setTimeout(function never() {}, 50);
setTimeout(function soon() { clearTimeout(timer); }, 5);
new Promise(() => {}).then(function stuck() {});
`);
    const { apis, reactions } = run.timeline;
    const soon: Subject = { kind: 'entry', queue: 'apis', index: named(run, apis, 'soon') };
    assert.deepEqual(told(run, soon), [
      '`soon` waits with the host (3)',
      '`setTimeout` in `example.js`, 5 ms (3)',
      'the script: the file runs from top to bottom (1)',
    ]);
    assert.match(describeCause(run, causesOf(run, soon)[0]!).why, /^It runs at 5 ms: its time, 5 ms, had come;/);
    const never = named(run, apis, 'never');
    assert.equal(turnOfEntry(run.timeline, 'apis', never), -1);
    const [first] = causesOf(run, { kind: 'entry', queue: 'apis', index: never });
    assert.equal(describeCause(run, first!).why, 'It does not run in this run.');
    const stuck: Subject = { kind: 'entry', queue: 'reactions', index: named(run, reactions, 'stuck') };
    assert.deepEqual(told(run, stuck), [
      '`stuck` waits for its promise (4)',
      'registered by `then` in `example.js` (4)',
      'the script: the file runs from top to bottom (1)',
    ]);
  });

  it('name the line of what builtins register for the program', () => {
    const run = recordRun(`
const gate = new Promise(() => {});
gate
  .finally(function atLast() {});
Promise.all([gate, 1]);
`);
    const { reactions } = run.timeline;
    const lines = Array.from({ length: reactions.length }, (_, index) =>
      lineOf(run, placeOfSpan(run, reactions, index)),
    );
    assert.deepEqual(lines, [4, 5]);
    assert.equal(run.timeline.callbacksOfPromises, 2);
    assert.equal(reactionsOf(run.timeline, run.timeline.last).length, 2);
  });

  it('come to an end where timers set the next one for ever', () => {
    const run = recordRun(`
let n = 0;
function again() {
  if (++n < 200) setTimeout(again, 1);
  else console.log('done');
}
again();
`);
    const chain = told(run, printed(run, 'done'));
    assert.equal(chain.at(-1), 'and so on, further back than is worth reading (3)');
    assert.ok(chain.length < 100);
  });

  it('are the same whether the log came in one piece or in many', () => {
    const writer = writeProgram();
    const inOne = writer.toRun();
    const run = { ...inOne, timeline: createTimeline() };
    for (let from = 0; from < writer.rows.length; from += 3)
      assert.ok(extendTimeline(run.timeline, writer.chunk(from, Math.min(from + 3, writer.rows.length))));
    const expected = [
      '`load` went on after `await` (15)',
      'registered by `await` in `load` (15)',
      "the promise was fulfilled with `'user 7'` by `(anonymous)` (21)",
      'an anonymous callback ran (21)',
    ];
    for (const each of [run, inOne]) assert.deepEqual(told(each, printed(each, 'loaded user 7')).slice(1, 5), expected);
  });

  it('are found within a run of 100,000 events in far less than a frame', () => {
    const run = writeLongRun(100_000).toRun();
    const { consoleEvents, microtasks } = run.timeline;
    const begin = performance.now();
    let times = 0;
    for (let index = 0; index < consoleEvents.length; index += 50) {
      told(run, { kind: 'event', event: consoleEvents[index]! });
      times++;
    }
    for (let index = 0; index < microtasks.length; index += 50) {
      told(run, { kind: 'entry', queue: 'microtasks', index });
      times++;
    }
    const each = (performance.now() - begin) / times;
    console.log(`      ${each.toFixed(3)} ms for a chain within ${run.timeline.log.length} events`);
    assert.ok(each < 4);
  });
});
