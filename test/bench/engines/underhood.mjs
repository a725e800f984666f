// Underhood with recording off.
import { Simulation } from '../../../src/recorder/simulation.ts';
import { environment } from './environment.mjs';

export const prepare = (source) => prepareRun(source, 'none');

export function prepareRun(source, recording) {
  let printed = '';
  const write = (_stream, text) => {
    printed += text;
  };
  const simulation = new Simulation({ source, environment, recording, output: { write } });
  if (simulation.failure !== undefined) throw new Error(simulation.failure.message);
  return () => {
    simulation.advance();
    const { outcome, error, steps, events } = simulation.summary();
    if (outcome !== 'completed') throw new Error(error?.message ?? outcome);
    return { printed, steps, events };
  };
}
