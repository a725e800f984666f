/** Where timers were started, as the log tells it: by the line, for retaining paths. */
import { eventTypeIds } from '../../protocol/events.ts';
import { lineAt, lineStartsOf } from '../../line-starts.ts';
import { stackAt } from '../log/log-stack.ts';
import type { RecordedRun } from '../recorded-run.ts';

/** Counts from 1; undefined where the program's main file has not started it. */
export function lineOfTimer({ log, simulation }: RecordedRun, id: number): number | undefined {
  let event = -1;
  do event = log.type.indexOf(eventTypeIds.apiStart, event + 1);
  while (event >= 0 && log.a[event] !== id);
  if (event < 0) return undefined;
  const frame = stackAt(log, event, false).find(({ position }) => position >= 0);
  const script = log.scripts[log.functions[frame?.functionIndex ?? -1]?.script ?? -1];
  if (frame === undefined || script?.kind !== 'main') return undefined;
  return lineAt(lineStartsOf(simulation.options.source), frame.position) + 1;
}
