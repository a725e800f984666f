/**
 * A rejected promise that nobody handles. Told where the reason was first thrown or given, with the place that got the promise.
 *
 * HTML: HostPromiseRejectionTracker; Node: lib/internal/process/promises.js, --unhandled-rejections=throw.
 */
import type { RejectionEvidence } from '../../recorder/evidence/engine-evidence.ts';
import type { AnalyzedProgram } from '../analyzed-program.ts';
import { defineHazard } from '../define-hazard.ts';
import { inlineCode, quoted, times } from '../hover-text.ts';
import { endOfToken } from '../shape-table.ts';

interface Rejection {
  readonly program: AnalyzedProgram;
  /** Of one origin. */
  readonly rejections: readonly RejectionEvidence[];
  readonly start: number;
}

export const unhandledRejectionHazard = defineHazard<Rejection>({
  id: 'unhandled-rejection',
  title: 'Unhandled rejection',
  docs: `A promise is rejected and nothing has called \`then\`, \`catch\` or \`await\` on it by the time the microtasks are through.
Node has ended the process over that since version 15, with exit code 1; browsers report it and go on. A rejection wanders: each \`then\`
without a second argument, and each \`async\` function that does not catch, hands it on to the next promise, and the one at the end is the
one that has no handler. This is told where the reason was thrown or given, and the line that got the last promise is listed.`,
  examples: {
    bad: [
      {
        source: `async function load(id) {
  if (id < 0) throw new Error('no such id');
  return id;
}
load(-1);`,
      },
      {
        source:
          'const answer = new Promise((resolve, reject) => reject(new Error("late")));\nconsole.log(typeof answer);',
      },
      {
        source: `async function parse(text) {
  return JSON.parse(text);
}
parse('{').then((value) => console.log(value));`,
      },
    ],
    good: [
      {
        source: `async function load(id) {
  if (id < 0) throw new Error('no such id');
  return id;
}
load(-1).catch((error) => console.log(error.message));`,
      },
      {
        source: `async function main() {
  try {
    await Promise.reject(new Error('caught'));
  } catch (error) {
    console.log(error.message);
  }
}
main();`,
      },
    ],
  },
  *detect(program, evidence) {
    if (evidence === undefined) return;
    const { lastUnhandledRejection } = evidence.loop;
    const origins = new Map<number, RejectionEvidence[]>();
    for (const rejection of evidence.engine.rejections) {
      // What was rejected behind the last report has not been looked at.
      if (rejection.firstEvent > lastUnhandledRejection) continue;
      const start = rejection.position >= 0 ? rejection.position : rejection.made.position;
      origins.set(start, [...(origins.get(start) ?? []), rejection]);
    }
    for (const [start, rejections] of origins) {
      yield {
        start,
        end: endOfToken(program, start),
        happened: {
          count: rejections.reduce((sum, { count }) => sum + count, 0),
          firstEvent: Math.min(...rejections.map(({ firstEvent }) => firstEvent)),
        },
        data: { program, rejections, start },
      };
    }
  },
  judge: () => ({ kind: 'finding', severity: 'warning' }),
  message({ program, rejections, start }) {
    const [{ reason, made }] = rejections as readonly [RejectionEvidence];
    const got =
      made.position >= 0 && made.position !== start
        ? ` The promise was made in line ${program.lineOf(made.position)}: catch it there.`
        : ' Catch it where the promise is used.';
    return `Nobody handled the rejection with ${quoted(reason)}.${got}`;
  },
  hover: ({ program, rejections, start }, seen) => ({
    verdict: 'A rejection that nobody handled.',
    run: `it happened ${times(seen.count)}.`,
    table: [
      '| reason | rejected in | the promise was made in | times |',
      '| --- | --- | --- | --- |',
      ...rejections
        .slice(0, 6)
        .map(
          ({ reason, made, count }) =>
            `| ${inlineCode(reason).replaceAll('|', '\\|')} | line ${program.lineOf(start)} | ${made.position < 0 ? '' : `line ${program.lineOf(made.position)}`} | ${count} |`,
        ),
    ].join('\n'),
    cost: 'the process: Node ends with exit code 1 (since version 15), before anything else that waits.',
    free: 'a rejection that gets its handler before the microtasks are through, also later in the same turn.',
    instead: '`await` inside `try`, or `.catch` on the last promise of the chain.',
    code: `try {\n  await work();\n} catch (error) {\n  report(error);\n}`,
  }),
  related: ({ program, rejections, start }) =>
    rejections
      .filter(({ made }) => made.position >= 0 && made.position !== start)
      .slice(0, 5)
      .map(({ made }) => ({
        start: made.position,
        end: endOfToken(program, made.position),
        message: 'the promise that nobody handles is made here',
      })),
});
