/** Going to a moment: the fast way, on which nobody listens until the last bytecode, leads where the slow way leads. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { momentView } from '../../../src/recorder/moment/inspection.ts';
import { Replayer } from '../../../src/recorder/replay.ts';
import { runProgram } from '../run-program.ts';

const programs: Readonly<Record<string, string>> = {
  'generators and iteration': `
    function* count(limit) { try { for (let i = 0; i < limit; i++) yield i; } finally { console.log('closed'); } }
    for (const [index, value] of [...count(3)].entries()) { if (index > 1) break; console.log(value); }
    const { a = 1, ...rest } = { b: 2, c: [3] };
    console.log([1, 2, 3].map((n) => n * a).filter((n) => n > 1).reduce((sum, n) => sum + n), rest);
  `,
  'async functions, timers and microtasks': `
    const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms, ms));
    async function* pages() { for (const ms of [3, 1]) yield await wait(ms); }
    async function main() { for await (const page of pages()) console.log(page); throw new TypeError('late'); }
    main().catch((error) => console.error(error.message)).finally(() => process.nextTick(console.log, 'tick'));
    const interval = setInterval(() => clearInterval(interval), 2);
    setImmediate(() => queueMicrotask(() => console.log('immediate')));
  `,
  'exceptions and coercions': `
    class Money { constructor(n) { this.n = n; } [Symbol.toPrimitive](hint) { if (hint === 'string') throw new Error(hint); return this.n; } get half() { return this.n / 2; } }
    function risky(n) { try { if (n > 1) null.x; return new Money(n) + 1; } catch (error) { return String(error); } finally { n++; } }
    console.log(risky(1), risky(2), [new Money(3), new Money(2)].sort((x, y) => x - y)[0].half);
    try { \`\${new Money(1)}\` } catch { console.log('caught') }
    Promise.reject(new RangeError('nobody handles it'));
  `,
  'eval, with, arguments and delete': `
    function f() { var local = 1; eval('var added = local + 1; function inner() { return added } local = inner()'); return local + arguments.length; }
    console.log(f(1, 2), (0, eval)('1 + 1'), new Function('a', 'return a * 2')(4));
    const o = { x: 1, y: 2 }; with (o) { x += y } delete o.y; for (const key in o) console.log(key, o[key]);
  `,
};

const files = ['calculator', 'orders', 'requests'] as const;

describe('a replay', function () {
  // Each event is gone to twice, with a realm for each.
  this.timeout(120_000);

  for (const [name, source] of Object.entries(programs)) {
    it(`leads to the same moments as one that counts every event: ${name}`, () => {
      const { simulation } = runProgram(source, {}, 'log');
      const replayer = new Replayer(simulation);
      for (let event = 0; event < simulation.log.length; event++) {
        const fast = replayer.momentAt(event);
        assert.ok(fast !== undefined, `event ${event} of ${simulation.log.length}`);
        assert.deepEqual(momentView(fast), momentView(replayer.momentAt(event, 0)!), `event ${event}`);
      }
      assert.equal(replayer.momentAt(simulation.log.length), undefined);
    });
  }

  for (const file of files) {
    it(`and in a longer program: ${file}`, () => {
      const text = readFileSync(new URL(`../../bench/moments/${file}.js`, import.meta.url), 'utf8');
      const { simulation } = runProgram(text.replace(/const rounds = \d+/, 'const rounds = 3'), {}, 'log');
      const replayer = new Replayer(simulation);
      const log = simulation.log.all();
      for (let event = 0; event < log.type.length; event += 997) {
        const view = momentView(replayer.momentAt(event)!);
        assert.deepEqual(view, momentView(replayer.momentAt(event, 0)!), `event ${event}`);
        for (const { functionIndex, functionName } of view.frames)
          assert.equal(log.functions[functionIndex]?.name, functionName);
      }
    });
  }

  it('begins in a long run where one was prepared between two turns', () => {
    const text = readFileSync(new URL('../../bench/moments/requests.js', import.meta.url), 'utf8');
    const source = text.replace(/const rounds = \d+/, 'const rounds = 60');
    const { simulation } = runProgram(source, { maxSteps: 3_000_000 }, 'log');
    const { log } = simulation;
    assert.ok(simulation.summary().steps > 400_000);
    const replayer = new Replayer(simulation);
    let slices = 1;
    while (!replayer.prepare(() => true)) slices++;
    assert.ok(slices > 100, `${slices} slices`);
    for (const part of [0.99, 0.5, 0.98, 0.34, 0.01]) {
      const event = Math.floor(log.length * part);
      const fromNearest = replayer.momentAt(event)!;
      assert.deepEqual(
        momentView(fromNearest),
        momentView(new Replayer(simulation).momentAt(event)!),
        `event ${event}`,
      );
    }
    assert.equal(replayer.prepare(), true);
  });
});
