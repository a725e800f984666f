// Run with --allow-natives-syntax by dispatch.test.ts: warms the interpreter up and prints whether its loop is optimised.
import { runInThisContext } from 'node:vm';
import {
  getProperty,
  installBuiltins,
  Isolate,
  parseScriptUnit,
  sharedFunctionInfoOf,
} from '../../../src/engine/index.ts';

const source = `
  function work(n) { let sum = 0; for (let i = 0; i < n; i++) { sum += step({ value: i }); } return sum; }
  function step(box) { return box.value % 7; }
`;
const options = { seed: 1, now: () => 0, timeZone: 'UTC', locale: 'en', statements: false, maxSteps: 1e9 };
const isolate = new Isolate(options, installBuiltins);
const script = isolate.addScript('warm-up', 'main', source);
const unit = parseScriptUnit(script);
if (!unit.ok) throw new Error(unit.error.message);
isolate.callNested(isolate.newClosure(sharedFunctionInfoOf(unit.literal, script), undefined), undefined, []);
const work = getProperty(isolate, isolate.realm.globalObject, 'work') as typeof isolate.realm.globalObject;

const { loop } = Object.getPrototypeOf(isolate.interpreter) as { loop: () => void };
// Natives syntax is no TypeScript: it goes through a script of its own.
const statusOf = runInThisContext('(f) => %GetOptimizationStatus(f)') as (f: () => void) => number;
const maglev = 1 << 5;
const turbofan = 1 << 6;
let status = 0;
for (let round = 0; round < 4000 && (status & (maglev | turbofan)) === 0; round++) {
  isolate.callNested(work, undefined, [200]);
  status = statusOf(loop);
}
process.stdout.write(JSON.stringify({ status, isOptimized: (status & (maglev | turbofan)) !== 0 }));
