/**
 * Where the debugger can stop, and does, held against Node's own inspector: possible break locations, and the stops of stepping
 * into everything and over everything. Left out: the code around a CommonJS file, which Underhood has none of.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'mocha';
import { lineAndColumnAt } from '../../src/cli/line-and-column.ts';
import { sourceOffsetOf } from '../../src/host/source-position.ts';
import { type Moment, noConditions } from '../../src/protocol/questions.ts';
import { answersOf } from '../../src/recorder/answers.ts';
import { RecordedRun } from '../../src/recorder/recorded-run.ts';
import { runProgram } from '../unit/run-program.ts';
import { askTogether, InspectedNode } from './inspected-node.ts';

/** Of a program's stops so many are compared: each is a replay of ours, and a message to Node and back. */
const most = 100;

const own = path.join(import.meta.dirname, 'stepping');
const others = [
  'json-hooks',
  'lang-classes-fields',
  'lang-classes-inheritance',
  'lang-closure-counters',
  'lang-closures-in-loops',
  'lang-destructuring-iterators',
  'lang-exceptions-finally',
  'lang-getters-setters',
  'lang-labels-and-jumps',
  'lang-map-and-set',
  'lang-prototype-chains',
  'lang-sort-stability',
  'lang-switch',
  'lang-temporal-dead-zone',
  'lang-throw-non-error',
  'lang-to-primitive-order',
  'lang-uncaught-error',
  'loop-await-ordering',
  'promise-finally',
  'promise-thenables',
];
const files = [
  ...readdirSync(own).map((name) => path.join(own, name)),
  ...others.map((name) => path.join(import.meta.dirname, 'programs', `${name}.js`)),
];

interface Stops {
  readonly locations: readonly string[];
  /** Function and place. */
  readonly steps: readonly { readonly name: string; readonly at: string }[];
}

describe('the debugger stops where that of Node does', function () {
  this.timeout(120_000);
  const cases = files.flatMap((file) => (['in', 'over'] as const).map((kind) => ({ file, kind })));
  let answers: readonly Promise<Stops>[] = [];

  before(() => {
    answers = askTogether(
      cases.map(
        ({ file, kind }) =>
          () =>
            stopsInNode(file, readFileSync(file, 'utf8'), kind),
      ),
    );
  });

  for (const [index, { file, kind }] of cases.entries())
    it(`stepping ${kind}: ${path.basename(file)}`, async () => {
      const source = readFileSync(file, 'utf8');
      const theirs = await answers[index]!;
      const ours = stopsInUnderhood(file, source, kind);
      assert.deepEqual(ours.locations, theirs.locations);
      assert.deepEqual(
        ours.steps.map(({ at }) => at),
        theirs.steps.map(({ at }) => at),
      );
      // The inspector has inferred names for functions without one.
      for (const [index, { name }] of ours.steps.entries())
        if (name !== '') assert.ok(theirs.steps[index]!.name.endsWith(name), `${name} is ${theirs.steps[index]!.name}`);
    });
});

async function stopsInNode(file: string, source: string, kind: 'in' | 'over'): Promise<Stops> {
  const node = await InspectedNode.start(file);
  try {
    const end = lineAndColumnAt(source, source.length);
    const locations = (await node.breakLocations())
      .filter(({ line, column }) => line !== end.line || column !== end.column)
      .map(({ line, column, kind: type }) => described(source, line, column, type));
    const steps = [];
    while (steps.length < most) {
      const stop = await node.step(kind);
      if (stop === undefined) break;
      steps.push({ name: stop.functionName, at: `${stop.line}:${stop.column}` });
    }
    return { locations, steps };
  } finally {
    node.close();
  }
}

function stopsInUnderhood(fileName: string, source: string, kind: 'in' | 'over'): Stops {
  const run = new RecordedRun(runProgram(source, { fileName }, 'log').simulation);
  const answers = answersOf(run);
  const script = run.log.scripts.findIndex((known) => known.kind === 'main');
  const { locations } = answers.breakLocations({ script, start: 0, end: source.length + 1 });
  const asked = { granularity: 'statement', conditions: noConditions } as const;
  let { stop } = answers.step({ moment: { event: 0 }, kind: 'in', ...asked });
  const stops: Moment[] = [];
  while (stops.length < most) {
    stop = answers.step({ moment: stop.moment, kind, ...asked }).stop;
    if (stop.reason === 'end') break;
    stops.push(stop.moment);
  }
  const steps = topFrames(run, stops).map(({ name, offset }) => {
    const { line, column } = lineAndColumnAt(source, offset);
    return { name, at: `${line}:${column}` };
  });
  return {
    locations: locations.map(({ offset, kind: type }) => {
      const { line, column } = lineAndColumnAt(source, offset);
      return described(source, line, column, type);
    }),
    steps,
  };
}

/** What runs at these moments, which follow one another: seen in one replay that passes by them all. */
function topFrames({ replayer }: RecordedRun, moments: readonly Moment[]): { name: string; offset: number }[] {
  const found: { name: string; offset: number }[] = [];
  if (moments.length === 0) return found;
  replayer.walk(moments[0]!.step!, ({ host: { isolate } }) => {
    const frame = [...isolate.frames()].at(-1)!;
    found.push({ name: frame.shared.name, offset: sourceOffsetOf(frame) });
    return moments[found.length]?.step;
  });
  assert.equal(found.length, moments.length);
  return found;
}

/** Where the constructor that a class has by itself calls and returns at one place, Node names one of the two. */
function described(source: string, line: number, column: number, kind: string): string {
  const text = source.split('\n')[line - 1]!.slice(column - 1);
  return `${line}:${column} ${text.startsWith('class') ? '' : kind}`;
}
