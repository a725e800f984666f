/** Properties of stops and steps that hold for every program: each is tried from random moments of a few runs. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { type Moment, noConditions, type StepKind, type StopConditions } from '../../../src/protocol/questions.ts';
import { answersOf } from '../../../src/recorder/answers.ts';
import { breakLocationsIn } from '../../../src/recorder/stepping/break-locations.ts';
import { positionOf } from '../../../src/recorder/stops/hits.ts';
import type { RecordedRun } from '../../../src/recorder/recorded-run.ts';
import { Timeline } from '../../../src/recorder/stepping/timeline.ts';
import { steppedPrograms } from '../stepped-programs.ts';
import { positionsOf, recorded, stopsBackward, stopsForward } from './journey-runs.ts';

describe('steps and stops, from any moment', function () {
  this.timeout(60_000);
  for (const [name, source] of Object.entries(steppedPrograms)) {
    const run = recorded(source);
    const moments = momentsOf(run);
    const moment = fc.constantFrom(...moments);
    const { step } = answersOf(run);

    it(`${name}: an instruction forwards and one back end where they began`, () => {
      const timeline = new Timeline(run.log);
      const guests = moments.filter((at) => timeline.isGuest(timeline.topOf(at)));
      const property = fc.property(fc.constantFrom(...guests), fc.integer({ min: 1, max: 5 }), (start, count) => {
        const asked = { granularity: 'instruction', conditions: noConditions } as const;
        const passed = [start];
        while (passed.length <= count) {
          const { stop } = step({ moment: passed.at(-1)!, kind: 'over', ...asked });
          // What was left is not come back to by a step.
          if (stop.reason !== 'step' || timeline.topOf(stop.moment) !== timeline.topOf(start)) break;
          passed.push(stop.moment);
        }
        let at = passed.pop()!;
        for (const expected of passed.toReversed()) {
          at = step({ moment: at, kind: 'back', ...asked }).stop.moment;
          assert.deepEqual(at, expected);
        }
      });
      fc.assert(property, { numRuns: 20 });
    });

    it(`${name}: breakpoints everywhere are the same stops forwards and backwards`, () => {
      const everywhere = breakpointsOf(run, () => true);
      const all = positionsOf(run, stopsForward(run, everywhere));
      assert.ok(all.length > 10);
      assert.deepEqual(positionsOf(run, stopsBackward(run, everywhere)), all);
      const property = fc.property(moment, (from) => {
        const at = positionOf(run.log, from);
        const after = positionsOf(run, stopsForward(run, everywhere, from));
        const before = positionsOf(run, stopsBackward(run, everywhere, from));
        assert.deepEqual(
          [...before, ...after],
          all.filter((position) => position !== at),
        );
      });
      fc.assert(property, { numRuns: 10 });
    });

    it(`${name}: a step ends at what it would pass`, () => {
      const kinds = fc.constantFrom<StepKind>('in', 'over', 'out', 'back');
      const property = fc.property(moment, kinds, fc.infiniteStream(fc.boolean()), (from, kind, chosen) => {
        const conditions = breakpointsOf(run, () => chosen.next().value!);
        const places = positionsOf(run, stopsForward(run, conditions));
        const asked = { moment: from, kind, granularity: 'statement' } as const;
        const free = step({ ...asked, conditions: noConditions }).stop;
        const { stop } = step({ ...asked, conditions });
        const [start, end] = [from, free.moment].map((at) => positionOf(run.log, at)) as [number, number];
        const passed = places.filter((place) => Math.min(start, end) < place && place < Math.max(start, end));
        const first = kind === 'back' ? passed.at(-1) : passed[0];
        if (first === undefined) assert.deepEqual(stop, free);
        else assert.deepEqual([positionOf(run.log, stop.moment), stop.reason], [first, 'breakpoint']);
      });
      fc.assert(property, { numRuns: 40 });
    });
  }
});

/** Boundaries at which a debugger may stand. */
function momentsOf({ log }: RecordedRun): Moment[] {
  const timeline = new Timeline(log);
  return [...new Set(log.step)].map((step) => timeline.boundary(step));
}

function breakpointsOf(run: RecordedRun, isChosen: () => boolean): StopConditions {
  const script = run.log.scripts.findIndex(({ kind }) => kind === 'main');
  const locations = breakLocationsIn(run, script, 0, run.simulation.options.source.length + 1);
  const breakpoints = locations.filter(isChosen).map((place, id) => ({ id, place }));
  return { ...noConditions, breakpoints };
}
