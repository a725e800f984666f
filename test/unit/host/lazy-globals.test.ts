/** Globals that are made when they are first touched look as if they had been there from the beginning. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Attribute } from '../../../src/engine/index.ts';
import { lazyGlobal } from '../../../src/host/globals/lazy-globals.ts';
import { startRun } from '../../../src/host/start.ts';
import { testEnvironment } from '../run-program.ts';

interface Result {
  readonly printed: string;
  readonly made: number;
  readonly steps: number;
  readonly serial: number;
}

/** Runs a program that has a lazy function of the host, `Late`. */
function run(source: string, lookBefore = false): Result {
  let printed = '';
  const started = startRun({
    source,
    environment: { ...testEnvironment, sourceKind: 'script', maxSteps: 5_000_000 },
    output: { write: (_stream, text) => void (printed += text) },
    statements: false,
  });
  assert.ok(started.ok);
  const { host, loop } = started;
  let made = 0;
  lazyGlobal(host, 'Late', () => {
    made++;
    const make = host.isolate.selfHostedFunction(
      'node:late',
      'function () { return class Late { five() { return 5; } }; }',
    );
    return host.isolate.callNested(make, undefined, []);
  });
  lazyGlobal(host, 'shown', () => 'text', Attribute.all);
  if (lookBefore) host.isolate.loadProperty(host.isolate.realm.globalObject, 'Late');
  while (loop.advance());
  return { printed, made, steps: host.isolate.steps, serial: host.isolate.heap.nextSerial };
}

describe('lazy globals', () => {
  it('a program that does not touch one does not make it', () => {
    const { made } = run(
      `const Other = 1; console.log('Late', Object.getOwnPropertyNames(globalThis).includes('Late'))`,
    );
    assert.equal(made, 0);
  });

  const expressions: Readonly<Record<string, string>> = {
    'typeof Late': 'function\n',
    "'Late' in globalThis": 'true\n',
    "Object.hasOwn(globalThis, 'Late')": 'true\n',
    'Object.keys(globalThis).includes("Late")': 'false\n',
    'Object.keys(globalThis).includes("shown")': 'true\n',
    "JSON.stringify(Object.getOwnPropertyDescriptor(globalThis, 'Late'))":
      '{"writable":true,"enumerable":false,"configurable":true}\n',
    'Object.getOwnPropertyDescriptors(globalThis).Late.value === Late': 'true\n',
    'Reflect.get(globalThis, "Late") === Late && globalThis["La" + "te"] === Late': 'true\n',
    'new Late().five()': '5\n',
    'shown + globalThis.shown + this.shown': 'texttexttext\n',
    'Late = 3, Late + globalThis.Late': '6\n',
    'globalThis.Late = 3, Late': '3\n',
    'delete globalThis.Late && typeof Late': 'undefined\n',
    'Object.create(globalThis).Late === Late': 'true\n',
    'Object.isFrozen(Object.freeze({ Late }))': 'true\n',
    '(() => { "use strict"; Late = 4; return Late })()': '4\n',
    '(() => { const seen = []; for (let i = 0; i < 20; i++) { if (i === 10) Late = i; seen.push(typeof Late); } return seen.join(""); })()': `${'function'.repeat(10)}${'number'.repeat(10)}\n`,
  };
  for (const [expression, expected] of Object.entries(expressions))
    it(expression, () => assert.equal(run(`console.log((${expression}))`).printed, expected));

  it('declarations of the same name', () => {
    assert.equal(run('var Late; console.log(typeof Late)').printed, 'function\n');
    assert.equal(run('var Late = 1; console.log(typeof Late)').printed, 'number\n');
    assert.equal(run('function Late() { return 7; } console.log(Late())').printed, '7\n');
    assert.equal(run('const Late = 2; console.log(Late, typeof globalThis.Late)').printed, '2 function\n');
  });

  it('one that is replaced before it was used is not in the way of assignments in functions', () => {
    const { printed } = run(
      'function set(v) { Late = v; } set(1); set(2); console.log(Late); set("a"); console.log(Late)',
    );
    assert.equal(printed, '2\na\n');
  });

  it('making one is no part of the run: steps and numbers of objects are the same, wherever it was made before', () => {
    const source = `const before = {}; const late = new Late(); const after = { late }; console.log(late.five());`;
    const [alone, looked] = [run(source), run(source, true)];
    assert.deepEqual([alone.made, looked.made], [1, 1]);
    assert.equal(alone.printed, '5\n');
    assert.equal(alone.steps, looked.steps);
    assert.equal(alone.serial, looked.serial);
  });

  it('what one holds survives collections', () => {
    const { printed } = run(
      `Late.kept = { list: [] };
       for (let i = 0; i < 50000; i++) Late.kept.list[i & 1023] = { i };
       const ref = new WeakRef(Late.kept);
       setTimeout(() => console.log(ref.deref() === Late.kept, Late.kept.list.length));`,
    );
    assert.equal(printed, 'true 1024\n');
  });
});
