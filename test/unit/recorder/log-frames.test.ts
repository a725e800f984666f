/** The log's calls and returns fit together, whatever a program does: the panel's call stack is made of nothing else. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { CallFlag, eventTypeIds, eventTypeNames } from '../../../src/protocol/events.ts';
import type { RuntimeName } from '../../../src/protocol/run.ts';
import { runProgram } from '../run-program.ts';

const oracle = path.join(import.meta.dirname, '..', '..', 'oracle');
const { call, return: returned, suspend, unwind, statement, turnStart, turnEnd } = eventTypeIds;

describe('the frames of the log', function () {
  this.timeout(120_000);
  for (const [folder, runtime] of [
    ['programs', 'node'],
    ['browser-programs', 'browser'],
  ] as const) {
    const programs = readdirSync(path.join(oracle, folder)).filter((name) => name.endsWith('.js'));
    // Every ninth: together they have a bit of everything.
    const sample = programs.toSorted().filter((_, index) => index % 9 === 4);
    it(`fit together in ${sample.length} programs for ${runtime}`, () => {
      for (const name of sample) check(name, readFileSync(path.join(oracle, folder, name), 'utf8'), runtime);
    });
  }
});

function check(name: string, source: string, runtime: RuntimeName): void {
  const limits = { maxSteps: 300_000, maxEvents: 200_000 };
  const { type, a, b, position, functions } = runProgram(
    source,
    { runtime, sourceKind: 'auto', ...limits },
    'log',
  ).simulation.log.all();
  let stack: number[] = [];
  /** Of turns that microtasks between two listeners have interrupted. */
  const interrupted = new Map<number, number[]>();
  for (const [event, kind] of type.entries()) {
    const where = (): string => `${name}: event ${event}, ${eventTypeNames[kind]}`;
    if (kind === call) {
      const isBuiltin = functions[a[event]!]!.kind === 'builtin';
      assert.equal((b[event]! & CallFlag.builtin) !== 0, isBuiltin, `${where()}: its flags are of another function`);
      stack.push(a[event]!);
    } else if (kind === returned || kind === suspend || kind === unwind) {
      assert.equal(stack.pop(), a[event], `${where()}: another function is left than was called`);
    } else if (kind === turnStart) {
      stack = interrupted.get(b[event]!) ?? [];
    } else if (kind === turnEnd) {
      const left = stack.filter((index) => functions[index]!.kind !== 'builtin');
      assert.equal(left.length, 0, `${where()}: the turn is over, and functions of the program still run`);
      interrupted.set(b[event]!, stack);
    } else if (kind === statement) {
      const { kind: of, start, end } = functions[stack.at(-1)!] ?? assert.fail(`${where()}: no function runs`);
      assert.notEqual(of, 'builtin', where());
      const at = position[event]!;
      assert.ok(of === 'script' || (at >= start && at <= end), `${where()}: ${at} is not in ${start} to ${end}`);
    }
  }
}
