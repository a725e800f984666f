/** "Go to this line in the run": the next event that executes something in a range of the source. */
import { eventTypeIds } from '../../protocol/events.ts';
import type { LogChunk } from '../../protocol/log.ts';
import { moveOnStack } from './log-stack.ts';

/**
 * The first event after `after`, searching round from the start, that executes something of the script between `start`
 * (inclusive) and `end` (exclusive); -1 if the run never does. Statements count before other events of the range.
 */
export function findEvent(log: LogChunk, after: number, script: number, start: number, end: number): number {
  const found = { statementAfter: -1, statementFirst: -1, otherAfter: -1, otherFirst: -1 };
  const stack: number[] = [];
  for (let event = 0; event < log.type.length; event++) {
    const type = log.type[event]!;
    const position = log.position[event]!;
    const top = stack.at(-1) ?? -1;
    if (position >= start && position < end && log.functions[top]?.script === script) {
      const isStatement = type === eventTypeIds.statement;
      if (isStatement) {
        if (found.statementFirst < 0) found.statementFirst = event;
        if (event > after && found.statementAfter < 0) {
          found.statementAfter = event;
          break;
        }
      } else {
        if (found.otherFirst < 0) found.otherFirst = event;
        if (event > after && found.otherAfter < 0) found.otherAfter = event;
      }
    }
    moveOnStack(stack, type, log.a[event]!);
  }
  for (const event of [found.statementAfter, found.statementFirst, found.otherAfter, found.otherFirst])
    if (event >= 0) return event;
  return -1;
}
