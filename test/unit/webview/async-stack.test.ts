import assert from 'node:assert/strict';
import { functionName } from '../../../webview/words.ts';
import { asyncPartsOf } from '../../../webview/causes/async-stack.ts';
import { connectionsOf, leapsOf } from '../../../webview/causes/connections.ts';
import { causesOf } from '../../../webview/causes/chain.ts';
import { AsyncStacks } from '../../../src/recorder/moment/async-stack.ts';
import { textAt } from '../../../webview/log.ts';
import { stateAt } from '../../../webview/state.ts';
import { recordRunWithSimulation } from './recorded-run.ts';

const program = `
const sleep = (ms) => new Promise(function executor(resolve) { setTimeout(resolve, ms); });
async function inner() {
  await sleep(2);
  console.log('inner');
  await null;
  console.log('again');
}
async function outer() {
  await inner();
  console.log('outer');
}
function main() {
  outer()
    .then(function whenDone() { process.nextTick(function tick() { console.log('tick'); }); })
    .catch(function unused() {})
    .finally(function last() { queueMicrotask(function micro() { console.log('micro'); }); });
  const { port1, port2 } = new MessageChannel();
  port2.onmessage = function onMessage() { console.log('message'); port2.close(); };
  (function send() { port1.postMessage(1); })();
  setImmediate(function immediate() { console.log('immediate'); });
  const beat = setInterval(function beat2() { clearInterval(beat); console.log('beat'); }, 3);
}
main();
`;

describe('the call stack of the page', () => {
  const { run, simulation } = recordRunWithSimulation(program);
  const { timeline } = run;

  it('goes on below its last frame as that of the debugger does', () => {
    const stacks = new AsyncStacks(simulation.log.all());
    let compared = 0;
    const names = new Set<string>();
    for (let turn = 0; turn < timeline.turns.length; turn++) {
      const event = timeline.turns.start[turn]!;
      const ofPage = asyncPartsOf(run, turn).map(({ name, frames }) => ({
        name,
        frames: frames.map(({ frame, place }) => [functionName(run, timeline.frames.kind[frame]!), place.position]),
      }));
      const ofDebugger = stacks.partsAt(event).map(({ name, frames }) => ({
        name,
        frames: frames.map(({ functionIndex, position }) => [functionName(run, functionIndex), position]),
      }));
      assert.deepEqual(ofPage, ofDebugger, `turn ${turn}`);
      compared += ofPage.length;
      for (const { name } of ofPage) names.add(name);
    }
    assert.ok(compared > 10);
    assert.ok(names.has('postMessage') && names.has('setInterval') && names.has('Promise.finally'));
  });

  it('is connected with the queues: from the frame that queues, then from what is told of it, to the turn', () => {
    const event = timeline.consoleEvents.find(
      (candidate) => textAt(timeline.log, timeline.log.a[candidate]!) === 'inner',
    )!;
    const chain = causesOf(run, { kind: 'event', event });
    const timer = chain.findIndex(({ kind }) => kind === 'asked');
    const asked = chain[timer]!;
    assert.equal(asked.kind, 'asked');
    const at = (moment: number): string[] =>
      connectionsOf(run, stateAt(timeline, moment), chain).map(({ from, to }) => `${from} -> ${to}`);
    // executor is on the stack while it asks, and gone when the timer is due.
    assert.deepEqual(at(asked.event), [`frame ${asked.frame} -> apis ${asked.api}`]);
    const [later, ran] = chain.flatMap((cause) => (cause.kind === 'ran' ? [cause.event] : []));
    assert.deepEqual(at(later!), [`cause ${chain.findIndex(({ kind }) => kind === 'settled')} -> turn`]);
    assert.deepEqual(at(ran!), [`cause ${timer} -> turn`]);
    const between = timeline.turns.end[0]! + 1;
    assert.deepEqual(at(between), [`cause ${timer} -> apis ${asked.api}`]);
  });

  it('has leaps from when something was queued to when it ran, never backwards', () => {
    for (const event of timeline.consoleEvents) {
      const leaps = leapsOf(run, causesOf(run, { kind: 'event', event }));
      assert.ok(leaps.length > 0);
      for (const { from, to } of leaps) assert.ok(from < to);
    }
  });
});
