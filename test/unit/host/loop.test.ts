/** The browser's loop, limits and the virtual clock: what no real Node can be the judge of. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { runProgram } from '../run-program.ts';

describe('the event loop', () => {
  it('browser: microtasks after each callback, zero delay before one', () => {
    const { stdout } = runProgram(
      `setTimeout(() => { console.log('one'); Promise.resolve().then(() => console.log('microtask')); }, 1);
       setTimeout(() => console.log('zero'), 0);
       setTimeout(() => console.log('one again'), 1);
       console.log(typeof setTimeout(() => {}), typeof process, window === globalThis, self === this);`,
      { runtime: 'browser', sourceKind: 'script' },
    );
    assert.equal(stdout, 'number undefined true true\nzero\none\nmicrotask\none again\n');
  });

  it('browser: from the seventh timer of a chain on each waits 4 ms', () => {
    const { stdout } = runProgram(
      `let level = 0; let last = performance.now(); const waits = [];
       (function next() {
         const now = performance.now(); waits.push(Math.round(now - last)); last = now;
         if (++level < 9) setTimeout(next, 0); else console.log(waits.join(' '));
       })();`,
      { runtime: 'browser', sourceKind: 'script' },
    );
    assert.equal(stdout, '0 0 0 0 0 0 0 4 4\n');
  });

  it('browser: an uncaught error is reported and later tasks run', () => {
    const { stdout, stderr, summary } = runProgram(
      `setTimeout(() => { throw new Error('first'); }); setTimeout(() => console.log('later')); Promise.reject(3);`,
      { runtime: 'browser', sourceKind: 'script' },
    );
    assert.equal(stdout, 'later\n');
    assert.match(stderr, /^Uncaught Error: first\n {4}at [^\n]*\nUncaught \(in promise\) 3\n/);
    assert.equal(summary.outcome, 'error');
  });

  it('a global that is not simulated says so where it is used; typeof sees none', () => {
    const { stdout, stderr } = runProgram(`console.log(typeof SharedWorker);\n\nnew SharedWorker('hi');`, {
      runtime: 'browser',
      sourceKind: 'script',
    });
    assert.equal(stdout, 'undefined\n');
    assert.match(stderr, /Error: Underhood does not simulate SharedWorker yet[^]*:3:/);
  });

  for (const [runtime, source, usual] of [
    ['node', "setTimeout(() => console.log('timer')); setImmediate(() => console.log('other'));", 'other\ntimer\n'],
    [
      'browser',
      "setTimeout(() => console.log('timer')); requestAnimationFrame(() => console.log('other'));",
      'timer\nother\n',
    ],
  ] as const)
    it(`${runtime}: where the real one decides by chance, the environment decides`, () => {
      const [first, second] = (['first', 'second'] as const).map(
        (races) => runProgram(source, { runtime, sourceKind: 'script', races }).stdout,
      );
      assert.equal(first, usual);
      assert.equal(second, usual.trim().split('\n').reverse().join('\n') + '\n');
    });

  for (const runtime of ['node', 'browser'] as const)
    it(`${runtime}: a hundred thousand timers are set, cleared and run in seconds`, function () {
      this.timeout(60_000);
      const start = performance.now();
      const { stdout } = runProgram(
        `let ran = 0; const timers = [];
         for (let i = 0; i < 100_000; i++) timers.push(setTimeout(() => ran++, i % 2 === 0 ? 5 : 1 + (i % 50_000)));
         for (let i = 0; i < 100_000; i += 4) clearTimeout(timers[i]);
         setTimeout(() => console.log(ran), 60_000);`,
        { runtime, sourceKind: 'script', maxSteps: 20_000_000, maxEvents: Infinity },
      );
      assert.equal(stdout, '75000\n');
      assert.ok(performance.now() - start < 30_000);
    });

  it('idle time costs nothing: a day passes at once', () => {
    const { stdout, summary } = runProgram(
      `const start = Date.now(); setTimeout(() => console.log(Date.now() - start), 86_400_000);`,
      { maxVirtualMs: 100_000_000 },
    );
    assert.equal(stdout, '86400000\n');
    assert.ok(summary.virtualMs >= 86_400_000);
  });

  it('a loop that waits for the clock ends within a million steps', () => {
    const { stdout, summary } = runProgram(
      `const start = Date.now(); while (Date.now() - start < 2000); console.log('waited');`,
    );
    assert.equal(stdout, 'waited\n');
    assert.ok(summary.steps < 1_000_000, `${summary.steps} steps`);
  });

  it('an endless loop, an endless microtask chain and an interval that nobody clears end at a limit', () => {
    const endless = runProgram('while (true) {}', { maxSteps: 100_000 });
    assert.equal(endless.summary.message, 'Stopped after 100,000 steps');
    assert.equal(endless.exitCode, 3);
    const microtasks = runProgram('(function again() { queueMicrotask(again); })();', { maxSteps: 50_000 });
    assert.equal(microtasks.summary.limit, 'steps');
    const interval = runProgram('setInterval(() => {}, 1000);', { maxVirtualMs: 60_000 });
    assert.equal(interval.summary.limit, 'virtualTime');
    assert.equal(interval.exitCode, 3);
    const native = runProgram('setInterval(Math.random, 1);', { maxSteps: 10_000 });
    assert.equal(native.summary.limit, 'steps');
  });
});
