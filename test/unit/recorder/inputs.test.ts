/** What somebody changes in a run: what follows is another, and the same each time. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { momentView } from '../../../src/recorder/moment/inspection.ts';
import { RecordedRun } from '../../../src/recorder/recorded-run.ts';
import { Simulation } from '../../../src/recorder/simulation.ts';
import { apiKindNames, eventTypeIds } from '../../../src/protocol/events.ts';
import type { ApiKind } from '../../../src/protocol/events.ts';
import type { RunInput } from '../../../src/protocol/run.ts';
import { testEnvironment } from '../run-program.ts';
import { standing } from './paused-program.ts';

const program = `
function count(limit) {
  let total = 0;
  const kept = () => limit;
  for (let i = 1; i <= limit; i++) {
    total += i;
  }
  console.log(total, kept());
  return total;
}
const first = count(3);
setTimeout(() => console.log('later', first, globalThis.added), 5);
`;

interface Recorded {
  readonly run: RecordedRun;
  readonly printed: string;
}

function record(inputs: readonly RunInput[]): Recorded {
  let printed = '';
  const simulation = new Simulation({
    source: program,
    environment: testEnvironment,
    recording: 'log',
    inputs,
    output: {
      write: (_stream, text) => {
        printed += text;
      },
    },
  });
  simulation.advance();
  return { run: new RecordedRun(simulation), printed };
}

/** The step at the n-th start of the statement that begins with a text. */
function stepAt({ run: { log } }: Recorded, text: string, occurrence = 0): number {
  const at = program.indexOf(text);
  const events = [...log.type.keys()].filter(
    (event) => log.type[event] === eventTypeIds.statement && log.position[event] === at,
  );
  return log.step[events[occurrence]!]!;
}

describe('inputs', () => {
  const plain = record([]);

  it('change what follows: variables in registers and in contexts, properties, of any frame', () => {
    assert.equal(plain.printed, '6 3\nlater 6 undefined\n');
    const step = stepAt(plain, 'total += i', 1);
    const changed = record([
      { step, frame: 0, expression: 'total = 100' },
      { step, frame: 0, expression: 'limit = 2' },
      { step, frame: 1, expression: 'globalThis.added = typeof module' },
    ]);
    assert.equal(changed.printed, '102 2\nlater 102 object\n');
  });

  it('come to the same each time, in the recording and in its replays', () => {
    const inputs: RunInput[] = [
      { step: stepAt(plain, 'total += i', 1), frame: 0, expression: 'total = 100' },
      {
        step: stepAt(plain, 'console.log(total'),
        frame: 0,
        expression: 'setTimeout(() => console.log("added"), 1); Promise.resolve().then(() => total++)',
      },
    ];
    const one = record(inputs);
    const other = record(inputs);
    assert.equal(one.printed, '105 3\nadded\nlater 105 undefined\n');
    assert.equal(one.printed, other.printed);
    assert.deepEqual(one.run.log, other.run.log);
    const { replayer, log } = one.run;
    for (let event = 0; event < log.type.length; event++) {
      const fast = replayer.momentAt(event);
      assert.ok(fast !== undefined, `event ${event}`);
      assert.deepEqual(momentView(fast), momentView(replayer.momentAt(event, 0)!), `event ${event}`);
    }
  });

  it('leave moments before them as they were, and are seen at their own', () => {
    const step = stepAt(plain, 'total += i', 1);
    const changed = record([{ step, frame: 0, expression: 'total = 100' }]);
    const before = stepAt(plain, 'total += i', 0);
    const totalAt = ({ run }: Recorded, at: number): string =>
      standing(run, { event: run.simulation.log.firstAtStep(at + 1) - 1, step: at }).shown('total');
    assert.equal(totalAt(changed, before), totalAt(plain, before));
    assert.equal(totalAt(plain, step), '1');
    assert.equal(totalAt(changed, step), '100');
    assert.equal(totalAt(changed, step - 1), '1');
    const events = changed.run.simulation.log.firstAtStep(step);
    assert.deepEqual(changed.run.log.step.slice(0, events), plain.run.log.step.slice(0, events));
  });

  it('that throw or do not end are told of, and the run goes on', () => {
    const step = stepAt(plain, 'total += i', 1);
    const { printed } = record([
      { step, frame: 0, expression: 'missing.x' },
      { step, frame: 0, expression: 'while (true) total = 7' },
    ]);
    assert.match(printed, /^Underhood: missing\.x: ReferenceError: missing is not defined\n/);
    assert.match(printed, /\nUnderhood: while \(true\) total = 7: The expression did not end within 1,000,000 steps/);
    assert.match(printed, /\n12 3\nlater 12 undefined\n$/);
  });

  describe('of the host', () => {
    const timers = `
setTimeout(function late() { console.log('late', Date.now() - begin); }, 500);
setTimeout(function early() { console.log('early', Date.now() - begin); }, 100);
const beat = setInterval(function beat() { console.log('beat', Date.now() - begin); }, 400);
setTimeout(() => clearInterval(beat), 1000);
const begin = Date.now();
`;

    interface RecordedSource extends Recorded {
      /** How many bytecodes have run when the script is over. */
      readonly step: number;
    }

    function recordSource(
      source: string,
      inputs: readonly RunInput[],
      runtime: 'node' | 'browser' = 'node',
    ): RecordedSource {
      let printed = '';
      const simulation = new Simulation({
        source,
        environment: { ...testEnvironment, runtime, sourceKind: runtime === 'node' ? 'commonjs' : 'script' },
        recording: 'log',
        inputs,
        output: { write: (_stream, text) => void (printed += text) },
      });
      simulation.advance();
      const run = new RecordedRun(simulation);
      const end = run.log.type.indexOf(eventTypeIds.turnEnd);
      // That the network answers with a stand-in is told as well.
      const own = printed.replaceAll(/^Underhood: GET .*\n/gm, '');
      return { run, printed: own, step: run.log.step[end]! };
    }

    const starts = ({ log }: RecordedRun): number[] =>
      [...log.type.keys()].filter((event) => log.type[event] === eventTypeIds.apiStart);
    const idNamed = (run: RecordedRun, name: string): number =>
      run.log.a[starts(run).find((event) => run.log.texts[run.log.c[event]!] === name)!]!;
    const idOfKind = (run: RecordedRun, kind: ApiKind): number =>
      run.log.a[starts(run).find((event) => apiKindNames[run.log.b[event]!] === kind)!]!;

    function recordTimers(inputs: readonly RunInput[], runtime: 'node' | 'browser' = 'node'): Recorded {
      let printed = '';
      const simulation = new Simulation({
        source: timers,
        environment: { ...testEnvironment, runtime, sourceKind: runtime === 'node' ? 'commonjs' : 'script' },
        recording: 'log',
        inputs,
        output: { write: (_stream, text) => void (printed += text) },
      });
      simulation.advance();
      return { run: new RecordedRun(simulation), printed };
    }

    /** The id and the end of the script, behind which nothing runs until a timer is due. */
    function idOf({ run: { log } }: Recorded, name: string): { readonly id: number; readonly step: number } {
      const events = [...log.type.keys()];
      const start = events.find(
        (event) => log.type[event] === eventTypeIds.apiStart && log.texts[log.c[event]!] === name,
      );
      const end = events.find((event) => log.type[event] === eventTypeIds.turnEnd);
      return { id: log.a[start!]!, step: log.step[end!]! };
    }

    for (const runtime of ['node', 'browser'] as const) {
      it(`make a timer due before its time, while nothing runs, in ${runtime}`, () => {
        const usual = recordTimers([], runtime);
        assert.equal(usual.printed, 'early 100\nbeat 400\nlate 500\nbeat 800\n');
        const { id, step } = idOf(usual, 'late');
        const advanced = recordTimers([{ kind: 'advance', id, step }], runtime);
        assert.equal(advanced.printed, 'late 0\nearly 100\nbeat 400\nbeat 800\n');
        const { id: interval } = idOf(usual, 'beat');
        assert.equal(
          recordTimers([{ kind: 'advance', id: interval, step }], runtime).printed,
          'beat 0\nearly 100\nbeat 400\nlate 500\nbeat 800\n',
        );
        const again = recordTimers([{ kind: 'advance', id, step }], runtime);
        assert.deepEqual(again.run.log.step, advanced.run.log.step);
        const { replayer, log } = advanced.run;
        for (let event = 0; event < log.type.length; event += 9) {
          const fast = replayer.momentAt(event);
          assert.ok(fast !== undefined, `event ${event}`);
          assert.deepEqual(momentView(fast), momentView(replayer.momentAt(event, 0)!), `event ${event}`);
        }
      });
    }

    it('are events that the user causes, and answers of requests', () => {
      const source = `
const target = new EventTarget();
target.addEventListener('keydown', function onKey(event) {
  console.log(event.type, event.key, event.isTrusted, event.target === target);
  Promise.resolve().then(() => console.log('then'));
});
target.addEventListener('ping', (event) => console.log('ping', event.detail));
fetch('https://example.org/').then(
  (response) => console.log('answered', performance.now() < 5),
  (error) => console.log('failed', error.cause.code),
);
`;
      const usual = recordSource(source, []);
      const { step } = usual;
      const listener = (name: string): number => idNamed(usual.run, name);
      const act = (...inputs: readonly RunInput[]): string => recordSource(source, inputs).printed;
      assert.match(usual.printed, /^answered false\n$/);
      const key: RunInput = {
        kind: 'dispatch',
        step,
        id: listener('keydown on EventTarget'),
        event: 'keydown',
        data: { key: 'Enter' },
      };
      assert.match(act(key), /^keydown Enter true true\nthen\nanswered false\n$/);
      const ping: RunInput = {
        kind: 'dispatch',
        step,
        id: listener('ping on EventTarget'),
        event: 'ping',
        data: { detail: 7 },
      };
      assert.match(act(key, ping), /^keydown Enter true true\nthen\nping 7\nanswered false\n$/);
      const request = idOfKind(usual.run, 'fetch');
      assert.match(act({ kind: 'answer', step, id: request, fails: false }), /answered true\n$/);
      assert.match(act({ kind: 'answer', step, id: request, fails: true }), /^failed \w+\n$/);
    });

    it('bubble along the tree of a page as what the user does', () => {
      const source = `
const button = document.createElement('button');
document.body.append(button);
button.addEventListener('click', (event) => console.log(event.type, event.isTrusted, event instanceof PointerEvent));
document.body.addEventListener('click', (event) => console.log('bubbled', event.target === button));
`;
      const { run, step } = recordSource(source, [], 'browser');
      const id = idNamed(run, 'click on button');
      const { printed } = recordSource(source, [{ kind: 'dispatch', step, id, event: 'click' }], 'browser');
      assert.equal(printed, 'click true true\nbubbled true\n');
    });

    it('say so where what they were meant for is gone', () => {
      const { step } = idOf(recordTimers([]), 'late');
      const gone = recordTimers([
        { kind: 'advance', id: 77, step },
        { kind: 'answer', id: 78, step, fails: true },
        { kind: 'dispatch', id: 79, step, event: 'click' },
      ]);
      assert.match(gone.printed, /^Underhood: the timer that was to be due at once does not wait any more\n/);
      assert.match(gone.printed, /Underhood: the request that was to be answered is not pending any more\n/);
      assert.match(gone.printed, /Underhood: the listener that was to hear click does not listen any more\n/);
    });
  });
});
