/** The call stack of a moment with its asynchronous parts, what is thrown, what was printed, and bytecode. */
import type { Answers } from '../questions.ts';
import { consoleLines } from './console-lines.ts';
import type { RecordedRun } from './recorded-run.ts';

export function stackAnswers(run: RecordedRun): Pick<Answers, 'stack' | 'exception' | 'console' | 'disassemble'> {
  const later = (): never => {
    throw new Error('this question has no answer yet');
  };
  return {
    stack: later,
    exception: later,
    console: (asked) => ({ lines: consoleLines(run.log, asked) }),
    disassemble: later,
  };
}
