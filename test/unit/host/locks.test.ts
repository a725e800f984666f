/** Requests for locks in the log: what waits is seen waiting until it is granted, or nobody waits for it any longer. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { apiKindNames, eventTypeIds } from '../../../src/protocol/events.ts';
import type { RuntimeName } from '../../../src/protocol/run.ts';
import { runProgram } from '../run-program.ts';

/** The names of the requests that have waited for a lock, and of those that still do at the end. */
function waitsOf(runtime: RuntimeName, source: string): { waited: string[]; left: string[]; stdout: string } {
  const { simulation, stdout } = runProgram(source, { runtime, sourceKind: 'script' }, 'log');
  const log = simulation.log.takeChunk()!;
  const open = new Map<number, string>();
  const waited: string[] = [];
  for (const [event, type] of log.type.entries()) {
    if (type === eventTypeIds.apiEnd) open.delete(log.a[event]!);
    if (type !== eventTypeIds.apiStart || apiKindNames[log.b[event]!] !== 'lock') continue;
    const name = log.texts[log.c[event]!]!;
    waited.push(name);
    open.set(log.a[event]!, name);
  }
  return { waited, left: [...open.values()], stdout };
}

describe('requests for locks', () => {
  const source = `
    const { locks } = navigator;
    const forever = () => new Promise(() => 0);
    locks.request('short', () => new Promise((resolve) => setTimeout(resolve, 5)));
    locks.request('short', () => console.log('second'));
    locks.request('long', forever);
    locks.request('long', forever);`;

  it('wait in Node where the lock is held, and keep no process', () => {
    const { waited, left, stdout } = waitsOf('node', source);
    assert.deepEqual([waited, left, stdout], [['short', 'long'], ['long'], 'second\n']);
  });

  it('wait in a browser for the other process, too', () => {
    const { waited, left, stdout } = waitsOf('browser', source);
    assert.deepEqual(left, ['long']);
    assert.equal(stdout, 'second\n');
    assert.deepEqual(waited.toSorted(), ['long', 'long', 'short', 'short', 'short']);
  });

  it('are refused by name in workers', () => {
    const worker = `try { navigator.locks.request('a', () => 1); } catch ({ message }) { postMessage(message); }`;
    const page = `const url = URL.createObjectURL(new Blob([${JSON.stringify(worker)}]));
      new Worker(url).onmessage = ({ data }) => console.log(data);`;
    const { stdout } = runProgram(page, { runtime: 'browser', sourceKind: 'script', engine: 'chrome' });
    assert.equal(stdout, 'Underhood does not simulate WorkerNavigator.locks yet\n');
  });
});
