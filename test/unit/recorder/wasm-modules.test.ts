// WebAssembly in a recorded run: its modules at a moment, and a replay that stops while WebAssembly is in the midst of a call.
import assert from 'node:assert/strict';
import { eventTypeIds } from '../../../src/protocol/events.ts';
import { answersOf } from '../../../src/recorder/answers.ts';
import { RecordedRun } from '../../../src/recorder/recorded-run.ts';
import { runProgram } from '../run-program.ts';

// (import "env" "log" (func (param i32))) (func (export "run") i32.const 42 call 0)
const source = `const bytes = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 8, 2, 96, 1, 127, 0, 96, 0, 0, 2, 11, 1, 3, 101, 110, 118, 3, 108, 111, 103, 0, 0,
  3, 2, 1, 1, 7, 7, 1, 3, 114, 117, 110, 0, 1, 10, 8, 1, 6, 0, 65, 42, 16, 0, 11,
]);
const seen = [];
function log(value) {
  seen.push(value);
  return value;
}
const { exports: { run } } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { log } });
run();
run();
console.log(seen.join());
`;

describe('WebAssembly in a recorded run', () => {
  const run = new RecordedRun(runProgram(source, {}, 'log').simulation);
  const answers = answersOf(run);
  const calls = [...run.log.type.keys()].filter(
    (event) => run.log.type[event] === eventTypeIds.call && run.log.functions[run.log.a[event]!]?.name === 'log',
  );

  it('is counted: sections, functions, and the calls up to a moment', () => {
    const at = (event: number): unknown => answers.wasmModules({ event, step: -1 }).modules;
    assert.deepEqual(at(0), []);
    const module = {
      bytes: 54,
      sections: [
        { name: 'type', bytes: 8 },
        { name: 'import', bytes: 11 },
        { name: 'function', bytes: 2 },
        { name: 'export', bytes: 7 },
        { name: 'code', bytes: 8 },
      ],
      importedFunctions: 1,
      functions: 1,
      codeBytes: 6,
      instances: 1,
    };
    const called = (count: number): unknown => ({ items: [{ name: 'run', bytes: 6, calls: count }], total: 1 });
    assert.deepEqual(at(calls[0]!), [{ ...module, called: called(1) }]);
    assert.deepEqual(at(run.log.type.length - 1), [{ ...module, called: called(2) }]);
  });

  it('is stopped at in the midst of a call that it makes', () => {
    assert.equal(calls.length, 2);
    for (const event of calls) {
      const { frames } = answers.inspect({ event });
      assert.equal(frames[0]?.functionName, 'log');
      assert.match(JSON.stringify(frames[0]), /42/);
    }
  });

  it('ends with the run where a call that it makes reaches a limit', () => {
    const endless = source.replace('return value;', 'for (;;);');
    const { simulation } = runProgram(endless, { maxSteps: 10_000 });
    assert.equal(simulation.summary().limit, 'steps');
  });
});
