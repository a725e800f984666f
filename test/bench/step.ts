/**
 * How long a step takes, from random moments of a run: `npm run bench:step`. The programs of test/bench/moments, each run for
 * about 1 million bytecodes; steps by statements in, over, out and back, asked as the debug adapter asks. Times are of this
 * thread's processor, as in seek.ts; as in the worker, the next replay is prepared while nobody waits.
 *
 *   npm run bench:step [-- PROGRAM...]
 */
import { noConditions, type StepKind } from '../../src/protocol/questions.ts';
import { RecordedRun } from '../../src/recorder/recorded-run.ts';
import { steppingAnswers } from '../../src/recorder/stepping/stepping-answers.ts';
import { milliseconds, programNames, quantile, simulate, sourceOf } from './moments.ts';

const steps = 1_000_000;
const goal = 100;
const momentsPerProgram = 40;
const kinds: readonly StepKind[] = ['in', 'over', 'out', 'back'];

const all = new Map<StepKind, number[]>(kinds.map((kind) => [kind, []]));
console.log(`${steps.toLocaleString('en')} bytecodes; ms of the processor`);
console.log('program      ' + kinds.map((kind) => `${kind} p50`.padStart(9) + `${kind} p95`.padStart(9)).join(' '));
for (const name of programNames()) {
  const run = new RecordedRun(simulate(sourceOf(name, steps), 'log'));
  const cells = kinds.map((kind) => {
    const times = stepTimes(run, kind);
    all.get(kind)!.push(...times);
    return quantile(times, 0.5).toFixed(0).padStart(9) + quantile(times, 0.95).toFixed(0).padStart(9);
  });
  console.log(name.padEnd(13) + cells.join(' '));
}
const every = [...all.values()].flat();
console.log(`a step: ${quantile(every, 0.5).toFixed(0)} ms in the middle of ${every.length}`);
console.log(`a step: ${quantile(every, 0.95).toFixed(0)} ms at the 95th percentile (goal ${goal} ms)`);

function stepTimes(run: RecordedRun, kind: StepKind): number[] {
  const { step } = steppingAnswers(run);
  const { length } = run.log.type;
  let seed = 1;
  const random = (): number => (seed = (seed * 48_271) % 0x7fff_ffff) / 0x7fff_ffff;
  const times: number[] = [];
  // What the first step finds out about the run is kept for the others; it is measured with them.
  for (let index = 0; index < momentsPerProgram; index++) {
    const event = Math.floor(random() * length);
    const moment = { event, step: run.log.step[event]! };
    run.replayer.prepare();
    const begun = milliseconds();
    step({ moment, kind, granularity: 'statement', conditions: noConditions });
    times.push(milliseconds() - begun);
  }
  return times;
}
