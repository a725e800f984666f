/** The call stack of a moment with its asynchronous parts, what is thrown, what was printed, and bytecode. */
import type { Answers } from '../questions.ts';
import type { RecordedRun } from './recorded-run.ts';

export function stackAnswers(_run: RecordedRun): Pick<Answers, 'stack' | 'exception' | 'console' | 'disassemble'> {
  const later = (): never => {
    throw new Error('this question has no answer yet');
  };
  return { stack: later, exception: later, console: later, disassemble: later };
}
