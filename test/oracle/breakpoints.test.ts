/** With a breakpoint at every place where V8 and we can stop, a run stops where Node does under its inspector, in the same order. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { eventTypeIds } from '../../src/protocol/events.ts';
import type { Place, StopConditions } from '../../src/protocol/questions.ts';
import { breakLocationsIn } from '../../src/recorder/stepping/break-locations.ts';
import { RecordedRun } from '../../src/recorder/recorded-run.ts';
import { runProgram } from '../unit/run-program.ts';
import { InspectedNode } from './inspected-node.ts';

const folder = path.join(import.meta.dirname, 'programs');
/** Of each program so many stops are compared. */
const mostStops = 100;

const programs = [
  'lang-closure-counters.js',
  'lang-generators-protocol.js',
  'lang-destructuring-defaults.js',
  'async-interleaving.js',
  'async-error-flow.js',
  // Of places where several instructions can stop, V8 takes one.
  'lang-regexp.js',
  'lang-exceptions-finally.js',
  'inspect-many-values.js',
  'loop-await-ordering.js',
  'lang-labels-and-jumps.js',
  'lang-switch.js',
  'lang-getters-setters.js',
];

describe('breakpoints everywhere', function () {
  this.timeout(120_000);

  for (const program of programs) {
    it(`stop where Node stops: ${program}`, async () => {
      const file = path.join(folder, program);
      const run = new RecordedRun(runProgram(readFileSync(file, 'utf8'), { fileName: file }, 'log').simulation);
      const node = await InspectedNode.start(file);
      try {
        const ours = locationsOf(run);
        const common = (await node.breakLocations()).filter((location) => ours.has(nameOf(location)));
        await node.setBreakpoints(common);
        const wanted = await stopsOfNode(node);
        assert.ok(wanted.length > 20);
        const places = common.map((location) => ours.get(nameOf(location))!);
        assert.deepEqual(stopsOfRun(run, places).slice(0, wanted.length), wanted);
      } finally {
        node.close();
      }
    });
  }
});

/** Node stands at the first place already when the program begins. */
async function stopsOfNode(node: InspectedNode): Promise<string[]> {
  const stops: string[] = [];
  while (stops.length < mostStops) {
    const stop = await node.step('continue');
    if (stop === undefined) break;
    stops.push(nameOf(stop));
  }
  return stops;
}

/** Break locations that both have: which there are is another test's matter. */
function locationsOf(run: RecordedRun): Map<string, Place> {
  const script = run.log.scripts.findIndex(({ kind }) => kind === 'main');
  const { source } = run.simulation.options;
  return new Map(
    breakLocationsIn(run, script, 0, source.length + 1).map(({ offset }) => {
      const before = source.slice(0, offset).split('\n');
      return [nameOf({ line: before.length, column: before.at(-1)!.length + 1 }), { script, offset }];
    }),
  );
}

function stopsOfRun(run: RecordedRun, places: readonly Place[]): string[] {
  const names = new Map([...locationsOf(run)].map(([name, { offset }]) => [offset, name]));
  const conditions: StopConditions = {
    breakpoints: places.map((place, id) => ({ id, place })),
    functions: [],
    instructions: [],
    data: [],
    events: [],
  };
  const stops: string[] = [];
  const first = run.log.step[run.log.type.indexOf(eventTypeIds.statement)]!;
  let { stop } = run.journeys.continue({ moment: { event: 0, step: first }, direction: 'forward', conditions });
  while (stop.reason !== 'end') {
    stops.push(stop.ids.map((id) => names.get(places[id]!.offset)!).join(' and '));
    if (stops.length === mostStops) break;
    ({ stop } = run.journeys.continue({ moment: stop.moment, direction: 'forward', conditions }));
  }
  return stops;
}

function nameOf({ line, column }: { readonly line: number; readonly column: number }): string {
  return `${line}:${column}`;
}
