/** The script that asks real Nodes gets what the pinned one answers. */
import assert from 'node:assert/strict';
import { askers } from '../agreement/answers/ask.ts';
import { nodeBinary } from './node-binary.ts';

describe('oracle: asking a Node', function () {
  this.timeout(60_000);
  const ask = (file: string, code: string, more: object = {}): object | undefined =>
    askers[file]!(nodeBinary(), [{ code, ...more }])[0];

  it('about hidden classes', () => {
    assert.deepEqual(ask('maps.jsonl', 'const a = { x: 1 }; const b = { x: 2 }; delete b.x;'), {
      sameMap: false,
      fastA: true,
      fastB: false,
    });
    assert.equal(ask('maps.jsonl', 'throw 1'), undefined);
  });

  it('about elements', () =>
    assert.deepEqual(ask('elements.jsonl', 'const x = [1, , 2.5];'), {
      kind: 'HOLEY_DOUBLE',
      backing: 'FixedDoubleArray',
      capacity: 3,
      cow: false,
    }));

  it('about inline caches', () =>
    assert.deepEqual(ask('ic-programs.jsonl', 'function f(o) {\n  return o.x;\n}\nf({ x: 1 }); f({ y: 1, x: 1 });'), {
      sites: [
        { line: 4, col: 1, ic: 'LoadGlobalIC', key: 'f', transitions: '0>1' },
        { line: 2, col: 12, ic: 'LoadIC', key: 'x', transitions: '0>1>P' },
      ],
    }));

  it('about tiers and deoptimisations', () => {
    const code = 'function f(a, b) {\n  return a + b;\n}\nfor (let i = 0; i < 600; i++) f(i, 1);\nf("a", 1);';
    assert.deepEqual(ask('opt.jsonl', code, { f: 'f', style: 'plain' }), {
      tier: 'interpreter',
      compiled: ['f MAGLEV'],
      deopts: [{ kind: 'deopt-eager', reason: 'not a Smi', line: 2, col: 12 }],
    });
  });
});
