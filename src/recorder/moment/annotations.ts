/**
 * What an editor can write beside the code without a debugger: how often each statement ran, and what each function was
 * called for and cost. Read from the log alone, in one pass.
 */
import { CallFlag, eventTypeIds } from '../../protocol/events.ts';
import type { LogChunk } from '../../protocol/log.ts';
import type { FunctionAnnotation, StatementAnnotation } from '../../protocol/questions.ts';
import { moveOnStack } from '../log/log-stack.ts';

export interface Annotations {
  readonly statements: readonly StatementAnnotation[];
  readonly functions: readonly FunctionAnnotation[];
}

export function annotationsOf(log: LogChunk, script: number): Annotations {
  const statements = new Map<number, { count: number; firstEvent: number }>();
  const functions = new Map<number, { calls: number; steps: number; firstCall: number }>();
  const stack: number[] = [];
  let step = 0;
  for (let event = 0; event < log.type.length; event++) {
    const type = log.type[event]!;
    const top = stack.at(-1);
    const now = log.step[event]!;
    if (top !== undefined) {
      const facts = functions.get(top);
      if (facts !== undefined) facts.steps += now - step;
    }
    step = now;
    if (type === eventTypeIds.statement && top !== undefined && log.functions[top]?.script === script) {
      const offset = log.position[event]!;
      const known = statements.get(offset);
      if (known === undefined) statements.set(offset, { count: 1, firstEvent: event });
      else known.count++;
    }
    const callee = log.a[event]!;
    if (type === eventTypeIds.call && log.functions[callee]?.script === script) {
      const isCall = (log.b[event]! & CallFlag.resume) === 0;
      const known = functions.get(callee);
      if (known === undefined) functions.set(callee, { calls: isCall ? 1 : 0, steps: 0, firstCall: event });
      else if (isCall) known.calls++;
    }
    moveOnStack(stack, type, callee);
  }
  return {
    statements: [...statements].map(([offset, facts]) => ({ offset, ...facts })),
    functions: [...functions].map(([functionIndex, facts]) => ({ functionIndex, ...facts })),
  };
}
