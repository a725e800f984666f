/**
 * How long a run takes to start: realm with all builtins and host for an empty program, the first time in a process and
 * when the process is warm. A process of its own: `node test/bench/realm-start.ts`.
 */
import { Simulation } from '../../src/recorder/simulation.ts';
import { environment } from './engines/environment.mjs';
import { median } from './median.ts';

function timeOf(runs: number): number {
  const before = process.threadCpuUsage();
  for (let i = 0; i < runs; i++) {
    new Simulation({ source: '', environment, recording: 'none' }).advance();
  }
  const used = process.threadCpuUsage(before);
  return (used.user + used.system) / 1000 / runs;
}

const first = timeOf(1);
timeOf(20);
// The system counts in ticks of some milliseconds, so several starts are one sample.
const samples = Array.from({ length: 9 }, () => timeOf(10));
console.log(
  `start of a run, warm: ${median(samples).toFixed(1)} ms (median of ${samples.length} times 10), ` +
    `the first in its process: ${first.toFixed(0)} ms`,
);
