// What the hazards of the thread and the loop claim, held against the pinned Node: order, exit codes and depths, no times.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { nodeBinary } from './node-binary.ts';

function inNode(source: string): {
  readonly lines: readonly string[];
  readonly status: number | null;
  readonly stderr: string;
} {
  const { stdout, stderr, status } = spawnSync(nodeBinary(), ['-e', source], { encoding: 'utf8' });
  return { lines: stdout.trim().split('\n'), status, stderr };
}

describe('oracle: the thread and the loop', () => {
  it('a stack is full after some ten thousand calls, and a call in tail position keeps its frame', () => {
    const depth = (body: string): number =>
      Number(
        inNode(
          `let n = 0; function f(x) { n++; ${body} } try { f(1); } catch (e) { if (e instanceof RangeError && e.message === 'Maximum call stack size exceeded') console.log(n); }`,
        ).lines[0],
      );
    for (const body of ['f(x + 1); return x;', "'use strict'; return f(x + 1);"]) {
      const frames = depth(body);
      assert.ok(frames > 5000 && frames < 30_000, String(frames));
    }
  });

  it('a timer that is due waits for the turn to end, and a reaction too', () => {
    const { lines } =
      inNode(`setTimeout(() => console.log('timer'), 0); Promise.resolve().then(() => console.log('reaction'));
      const end = Date.now() + 30; while (Date.now() < end); console.log('turn');`);
    assert.deepEqual(lines, ['turn', 'reaction', 'timer']);
  });

  for (const queue of ['queueMicrotask(again)', 'process.nextTick(again)', 'Promise.resolve().then(again)'])
    it(`${queue}: two thousand of them let no task in`, () => {
      const { lines } = inNode(
        `setImmediate(() => console.log(left)); let left = 2000; function again() { if (--left > 0) ${queue}; } again();`,
      );
      assert.deepEqual(lines, ['0']);
    });

  it('await of what is there already does not let a task in', () => {
    const { lines } = inNode(
      `setImmediate(() => console.log(left)); let left = 2000; (async () => { while (--left > 0) await null; })();`,
    );
    assert.deepEqual(lines, ['0']);
  });

  it('an unhandled rejection ends the process with code 1, before anything else that waits', () => {
    const { lines, status, stderr } = inNode(
      `setImmediate(() => console.log('never')); Promise.reject(new Error('no'));`,
    );
    assert.deepEqual([lines, status], [[''], 1]);
    assert.match(stderr, /Error: no/);
  });

  it('a handler that comes later in the same turn, or in a microtask of it, is early enough', () => {
    const { status } = inNode(`const p = Promise.reject(new Error('no')); queueMicrotask(() => p.catch(() => {}));`);
    assert.equal(status, 0);
  });

  it('a promise that is pending keeps no process alive: what is behind its await never runs', () => {
    const { lines, status } = inNode(
      `(async () => { console.log('begun'); await new Promise(() => {}); console.log('never'); })();`,
    );
    assert.deepEqual([lines, status], [['begun'], 0]);
  });
});
