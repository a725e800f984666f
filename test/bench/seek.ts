/**
 * What recording costs, how large the log is, and how long it takes to go to a random moment: `npm run bench:seek`.
 * The programs of test/bench/moments, each run for about 1 and 10 million bytecodes. Times are of this thread's processor:
 * that is what a user waits for where nothing else runs, and other processes do not disturb it. As in the worker, the
 * next replay is prepared while nobody waits.
 *
 *   npm run bench:seek [-- PROGRAM...]
 */
import { momentView } from '../../src/recorder/moment/inspection.ts';
import { Replayer } from '../../src/recorder/replay.ts';
import type { Simulation } from '../../src/recorder/simulation.ts';
import { milliseconds, programNames, quantile, simulate, sourceOf } from './moments.ts';

/** How many bytecodes; the goal in ms for the 95th percentile; how many moments; how many pairs of runs. */
const sizes = [
  { steps: 1_000_000, goal: 50, moments: 50, pairs: 11 },
  { steps: 10_000_000, goal: 300, moments: 24, pairs: 3 },
] as const;

for (const size of sizes) {
  const all = { moments: [] as number[], ratios: [] as number[] };
  console.log(`\n${size.steps.toLocaleString('en')} bytecodes`);
  console.log('program        off ms   on ms  ratio    events  bytes/event  log MB  seek p50  seek p95');
  for (const name of programNames()) {
    const source = sourceOf(name, size.steps);
    const { off, on, recorded } = recordingCost(source, size.pairs);
    const { log } = recorded;
    const bytes = log.byteLength + log.texts.reduce((sum, text) => sum + 40 + 2 * text.length, 0);
    const moments = seekTimes(recorded, size.moments);
    all.moments.push(...moments);
    all.ratios.push(on / off);
    const columns = [
      off.toFixed(0).padStart(8),
      on.toFixed(0).padStart(7),
      (on / off).toFixed(2).padStart(6),
      log.length.toLocaleString('en').padStart(9),
      (bytes / log.length).toFixed(1).padStart(12),
      (bytes / 1e6).toFixed(1).padStart(7),
      quantile(moments, 0.5).toFixed(0).padStart(9),
      quantile(moments, 0.95).toFixed(0).padStart(9),
    ];
    console.log(name.padEnd(13) + columns.join(' '));
  }
  const mean = Math.exp(all.ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / all.ratios.length);
  const reached = quantile(all.moments, 0.95).toFixed(0);
  console.log(`recording on / off: ${mean.toFixed(2)} (goal 1.5), geometric mean`);
  console.log(
    `to a random moment: ${reached} ms at the 95th percentile of ${all.moments.length} (goal ${size.goal} ms)`,
  );
}

function recordingCost(source: string, pairs: number): { off: number; on: number; recorded: Simulation } {
  const times: { off: number[]; on: number[] } = { off: [], on: [] };
  let recorded = simulate(source, 'log');
  for (let pair = 0; pair < pairs; pair++) {
    const begun = milliseconds();
    simulate(source, 'none');
    const between = milliseconds();
    recorded = simulate(source, 'log');
    times.off.push(between - begun);
    times.on.push(milliseconds() - between);
  }
  return { off: quantile(times.off, 0.5), on: quantile(times.on, 0.5), recorded };
}

function seekTimes(recorded: Simulation, count: number): number[] {
  const replayer = new Replayer(recorded);
  const times: number[] = [];
  let seed = 1;
  for (let index = 0; index < count; index++) {
    seed = (seed * 48_271) % 0x7fff_ffff;
    replayer.prepare();
    const begun = milliseconds();
    const moment = replayer.momentAt(Math.floor((seed / 0x7fff_ffff) * recorded.log.length));
    if (moment === undefined) throw new Error('a moment of the log was not found');
    momentView(moment);
    times.push(milliseconds() - begun);
  }
  return times;
}
