/**
 * Microtasks that keep queueing microtasks: the queue is run until it is empty, so tasks, timers and I/O never come.
 *
 * HTML: perform a microtask checkpoint; Node: processTicksAndRejections.
 */
import type { AnalyzedProgram } from '../analyzed-program.ts';
import { defineHazard } from '../define-hazard.ts';
import { counted, grouped } from '../hover-text.ts';
import { endOfToken } from '../shape-table.ts';
import type { StarvationEvidence } from './loop-evidence.ts';
import { waitingPlaces, waitingTable, waitingText } from './waiting-table.ts';

interface Starvation {
  readonly program: AnalyzedProgram;
  readonly starvation: StarvationEvidence;
}

export const microtaskStarvationHazard = defineHazard<Starvation>({
  id: 'microtask-starvation',
  title: 'Microtasks that let no task in',
  docs: `After each task all microtasks run until none is left, those included that microtasks queue on the way: reactions of
promises, what comes behind an \`await\`, \`queueMicrotask\`, and in Node \`process.nextTick\`, whose queue is emptied in the same manner. A chain in which
each one queues the next holds up timers, I/O and painting as a loop does: \`await\` of something that is there already does not
yield to the event loop. This is told where at least 1,000 microtasks each queued the next one while a task was ready to run.`,
  examples: {
    bad: [
      {
        source: `setImmediate(function answer() {
  console.log('at last');
});
let left = 2000;
function again() {
  if (--left > 0) queueMicrotask(again);
}
again();`,
      },
      {
        source: `async function poll() {
  for (let i = 0; i < 2000; i++) {
    await null;
  }
}
setImmediate(() => console.log('at last'));
poll();`,
      },
      {
        source: `let left = 1500;
function tick() {
  if (--left > 0) process.nextTick(tick);
}
setImmediate(function answer() {});
tick();`,
      },
    ],
    good: [
      {
        source: `let left = 2000;
function again() {
  if (--left > 0) queueMicrotask(again);
}
again();`,
      },
      {
        source: `let left = 2000;
function again() {
  if (--left > 0) setImmediate(again);
}
again();
setTimeout(() => console.log(left > 0), 0);`,
      },
    ],
  },
  *detect(program, evidence) {
    for (const starvation of evidence?.loop.starvations ?? []) {
      const { position, microtasks, firstEvent } = starvation;
      yield {
        start: position,
        end: endOfToken(program, position),
        happened: { count: microtasks, firstEvent },
        data: { program, starvation },
      };
    }
  },
  judge: ({ starvation }) => ({
    kind: 'finding',
    severity: starvation.isUnfinished || starvation.microtasks >= 100_000 ? 'warning' : 'information',
  }),
  message({ starvation: { microtasks, waiting, isUnfinished } }) {
    const end = isUnfinished ? ' and it had not ended when the run was stopped' : '';
    return `${counted(microtasks, 'microtask')} ran in one go, each queued by the one before${end}, while ${waitingText(waiting)} waited. Queue a task now and then.`;
  },
  hover: ({ program, starvation: { microtasks, chain, waiting } }) => ({
    verdict: 'Microtasks that queue microtasks let no task in.',
    run: `${grouped(microtasks)} microtasks ran between two tasks, the longest chain had ${grouped(chain)}; ${counted(waiting.length, 'task')} could have run.`,
    table: waitingTable(program, waiting),
    cost: 'timers, I/O and painting come only when the chain has ended.',
    free: 'a chain that waits for something that comes from outside, or that is short.',
    instead:
      'a task in between, every so many steps: `setImmediate` in Node, `setTimeout` or a message channel in browsers.',
    code: `const nextTask = () => new Promise((resolve) => setImmediate(resolve));\n// every 100 steps:\nawait nextTask();`,
  }),
  related: ({ program, starvation }) => waitingPlaces(program, starvation.waiting),
});
