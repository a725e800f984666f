/**
 * Intervals that nobody ever clears: they keep the program alive, and their callback with all that it closes over.
 *
 * Node: Timeout, unref; HTML: the map of active timers, which are roots of the heap.
 */
import { defineHazard } from '../define-hazard.ts';
import type { HeldByTimer } from '../../recorder/evidence/memory-evidence.ts';
import { bytesText, counted, grouped, inlineCode, times } from '../hover-text.ts';
import { endOfToken } from '../shape-table.ts';
import type { TimerEvidence } from './timer-evidence.ts';

interface Interval {
  readonly timer: TimerEvidence;
  /** What would be free without those of the place that were looked at. */
  readonly bytes: number;
  /** The variable that keeps the most of it, or ''. */
  readonly variable: string;
}

/** Less is what any callback takes. */
const noticeableBytes = 1024;

export const unclearedIntervalHazard = defineHazard<Interval>({
  id: 'uncleared-interval',
  title: 'Interval that is never cleared',
  docs: `An interval that waits is a root of the heap: its callback, the variables that this closes over, and what these hold stay in
memory for as long as it goes on, and in Node the process stays alive for it. That is what a clock or a server wants. Where intervals are
set again and again (per request, per component), each of them goes on for ever. This is told where the run had to be stopped by a limit while
an interval still went on. Keep what \`setInterval\` gives and pass it to \`clearInterval\`; in Node \`unref\` lets the process end.`,
  examples: {
    bad: [
      { source: 'let ticks = 0;\nsetInterval(() => {\n  ticks++;\n}, 60_000);' },
      {
        source: `function watch(name) {
  setInterval(() => console.log(name), 600_000);
}
watch('one');
watch('two');`,
      },
    ],
    good: [
      {
        source: `let ticks = 0;
const clock = setInterval(() => {
  if (++ticks === 3) clearInterval(clock);
}, 1000);`,
      },
      { source: 'setInterval(() => console.log(1), 1000).unref();' },
      { source: 'let ticks = 0;\nsetInterval(() => {\n  if (++ticks === 3) process.exit();\n}, 1000);' },
    ],
  },
  *detect(program, evidence) {
    if (evidence === undefined || evidence.loop.hasEnded) return;
    for (const timer of evidence.loop.timers) {
      // One that had no time to go on says nothing.
      if (timer.kind !== 'interval' || timer.waiting === 0 || timer.fired < 3) continue;
      yield {
        start: timer.position,
        end: endOfToken(program, timer.position),
        happened: { count: timer.fired, firstEvent: timer.firstEvent },
        data: { timer, ...heldBy(timer, evidence.engine.memory.timers) },
      };
    }
  },
  judge: ({ timer: { waiting } }) => ({ kind: 'finding', severity: waiting > 1 ? 'information' : 'hint' }),
  message({ timer: { waiting, fired }, bytes }) {
    const subject = waiting === 1 ? 'This interval' : `${grouped(waiting)} intervals set here`;
    const keeps = bytes < noticeableBytes ? '' : `, and ${waiting === 1 ? 'keeps' : 'keep'} ${bytesText(bytes)}`;
    return `${subject} still went on when the run was stopped, after ${counted(fired, 'call')}${keeps}. Clear it when it is no longer needed.`;
  },
  hover: ({ timer: { set, waiting, fired, delay }, bytes, variable }) => ({
    verdict: 'Nothing ends this interval.',
    run: `it was set ${times(set)}, every ${grouped(delay)} ms; ${grouped(waiting)} of them never ended, their callbacks ran ${times(fired)}.`,
    cost: `the callback and all that it closes over stay in memory${bytes < noticeableBytes ? '' : `, ${bytesText(bytes)} in this run`}${variable === '' ? '' : `, most of it by ${inlineCode(variable)}`}, and Node does not exit.`,
    free: 'one interval that is meant to go on as long as the program.',
    instead: 'keep what `setInterval` gives and clear it; in Node `unref` if the program may end without it.',
    code: `const timer = setInterval(poll, ${delay});\n// when it is over:\nclearInterval(timer);`,
  }),
});

function heldBy({ ids }: TimerEvidence, timers: readonly HeldByTimer[]): { bytes: number; variable: string } {
  const held = timers.filter(({ id }) => ids.includes(id));
  const [largest] = held.toSorted((one, other) => other.variableBytes - one.variableBytes);
  return { bytes: held.reduce((sum, { bytes }) => sum + bytes, 0), variable: largest?.variable ?? '' };
}
