/** Programs that really ran, as the page holds them. */
import type { RunInput, RuntimeName } from '../../../src/protocol/run.ts';
import { Simulation } from '../../../src/recorder/simulation.ts';
import { createRun } from '../../../webview/run.ts';
import type { Run } from '../../../webview/run.ts';
import { extendTimeline } from '../../../webview/timeline.ts';

export function recordRun(source: string, runtime: RuntimeName = 'node'): Run {
  return recordRunWithSimulation(source, runtime).run;
}

export function recordRunWithSimulation(
  source: string,
  runtime: RuntimeName = 'node',
  inputs: readonly RunInput[] = [],
): { readonly run: Run; readonly simulation: Simulation } {
  const fileName = '/work/example.js';
  const simulation = new Simulation({
    source,
    environment: {
      runtime,
      sourceKind: 'auto',
      fileName,
      seed: 1,
      startTime: 0,
      timeZone: 'UTC',
      locale: 'en-US',
      maxSteps: 20_000_000,
      maxEvents: 2_000_000,
      maxVirtualMs: 100_000,
    },
    inputs,
    recording: 'log',
  });
  simulation.advance();
  const run = createRun({ generation: 1, fileName, source, runtime });
  extendTimeline(run.timeline, simulation.log.all());
  return { run, simulation };
}
