// What is said to be free is: each form is optimised by the pinned Node, and calling on does not deoptimise it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { myths } from '../../src/hazards/myths/myths.ts';
import { nodeBinary } from './node-binary.ts';

/** Of %GetOptimizationStatus, as in Node 24. */
const turbofanBit = 6;

const proofs = [
  ...myths.map(({ id, proof }) => ({ id, ...proof })),
  // Told by the hazard that has the slow forms.
  { id: 'arguments.length', definition: 'function f() { return arguments.length; }', call: 'f(1, 2)' },
  {
    id: 'f.apply(this, arguments)',
    definition: 'function add(a, b) { return a + b; } function f() { return add.apply(this, arguments); }',
    call: 'f(1, 2)',
  },
  {
    id: 'for...in',
    definition: 'function f(o) { let n = 0; for (const k in o) n += o[k]; return n; }',
    call: 'f({ a: 1, b: 2 })',
  },
];

describe('oracle: what is free', () => {
  it('is optimised, and stays optimised', () => {
    const program = proofs.map(
      ({ id, definition, call }) => `{
        ${definition}
        %PrepareFunctionForOptimization(f);
        for (let i = 0; i < 20; i++) ${call};
        %OptimizeFunctionOnNextCall(f);
        ${call};
        const first = %GetOptimizationStatus(f);
        for (let i = 0; i < 1000; i++) ${call};
        statuses[${JSON.stringify(id)}] = [first, %GetOptimizationStatus(f)];
      }`,
    );
    const flags = ['--allow-natives-syntax', '--single-threaded'];
    const text = execFileSync(
      nodeBinary(),
      [...flags, '-e', `const statuses = {};\n${program.join('\n')}\nprocess.stdout.write(JSON.stringify(statuses));`],
      { encoding: 'utf8', env: {} },
    );
    const statuses = JSON.parse(text) as Record<string, [number, number]>;
    for (const { id } of proofs) {
      const isOptimized = statuses[id]!.map((status) => ((status >> turbofanBit) & 1) === 1);
      assert.deepEqual(isOptimized, [true, true], `${id}: ${statuses[id]!.map((each) => each.toString(2)).join(' ')}`);
    }
  });

  it('jumps by a table in a switch over whole numbers', () => {
    const listing = execFileSync(
      nodeBinary(),
      [
        '--print-bytecode',
        '--print-bytecode-filter=f',
        '-e',
        `${myths.find(({ id }) => id === 'switch')!.proof.definition}\nf(1);`,
      ],
      { encoding: 'utf8', env: {} },
    );
    assert.match(listing, /SwitchOnSmiNoFeedback/);
  });
});
