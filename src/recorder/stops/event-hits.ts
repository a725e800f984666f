/** When what the engine or the loop does happens: exceptions by what became of them, and events of the log. */
import { eventTypeIds, type EventType, turnKinds } from '../../protocol/events.ts';
import type { LogChunk } from '../../protocol/log.ts';
import type { StopEvent } from '../../protocol/questions.ts';
import type { Hits } from './hits.ts';
import type { RecordedRun } from '../recorded-run.ts';

export function hitsOfEvent(run: RecordedRun, event: StopEvent): Hits {
  switch (event) {
    case 'caught':
    case 'uncaught':
      return run.fates[event];
    case 'unhandledRejection':
      return run.fates.unhandled;
    case 'microtaskCheckpoint':
      return hitsOfCheckpoints(run.log);
    case 'dictionaryMode':
    case 'megamorphic':
    case 'deoptimized':
      return hitsOfLogged(run.log, [event]);
    case 'garbageCollection':
      return hitsOfLogged(run.log, ['scavenge', 'markCompact']);
  }
}

function hitsOfLogged(log: LogChunk, types: readonly EventType[]): Hits {
  const positions: number[] = [];
  const events: number[] = [];
  const ids = new Set(types.map((type) => eventTypeIds[type]));
  for (let event = 0; event < log.type.length; event++) {
    if (!ids.has(log.type[event]!)) continue;
    const position = log.step[event]! - 0.5;
    if (position === positions.at(-1)) continue;
    positions.push(position);
    events.push(event);
  }
  return { positions, events };
}

/**
 * The first microtask after the script or a task: where its code begins, if it has any, or else where it has its turn.
 * HTML: perform a microtask checkpoint.
 */
function hitsOfCheckpoints(log: LogChunk): Hits {
  const microtask = turnKinds.indexOf('microtask');
  const positions: number[] = [];
  const events: number[] = [];
  let isFirst = true;
  for (let event = 0; event < log.type.length; event++) {
    if (log.type[event] !== eventTypeIds.turnStart) continue;
    const isMicrotask = log.a[event] === microtask;
    if (isMicrotask && isFirst) {
      const hasCode = log.type[event + 1] === eventTypeIds.call;
      const step = log.step[event]!;
      const position = hasCode ? step : step - 0.5;
      if (position > (positions.at(-1) ?? -1)) {
        positions.push(position);
        events.push(hasCode ? -1 : event);
      }
    }
    isFirst = !isMicrotask;
  }
  return { positions, events };
}
