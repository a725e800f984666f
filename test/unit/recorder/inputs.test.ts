/** What somebody changes in a run: what follows is another, and the same each time. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { momentView } from '../../../src/recorder/moment/inspection.ts';
import { RecordedRun } from '../../../src/recorder/recorded-run.ts';
import { Simulation } from '../../../src/recorder/simulation.ts';
import { eventTypeIds } from '../../../src/protocol/events.ts';
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
});
