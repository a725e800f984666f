import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { RunInput } from '../../../src/protocol/run.ts';
import { inputsText, isInput, readInputs } from '../../../src/extension/saved-inputs.ts';

const inputs: readonly RunInput[] = [
  { kind: 'evaluate', step: 3, frame: 0, expression: 'total = 5' },
  { kind: 'advance', step: 10, id: 2 },
  { kind: 'dispatch', step: 10, id: 4, event: 'keydown', data: { key: 'Enter', ctrlKey: true } },
  { kind: 'answer', step: 12, id: 5, fails: true },
];

describe('inputs beside the file', () => {
  it('are read as they were written, in the order of their steps', () => {
    assert.deepEqual(readInputs(inputsText(inputs)), { inputs });
    assert.deepEqual(readInputs(inputsText(inputs.toReversed())), {
      inputs: [inputs[0], inputs[2], inputs[1], inputs[3]],
    });
    assert.deepEqual(readInputs(inputsText([{ step: 1, frame: 0, expression: 'x' }])), {
      inputs: [{ kind: 'evaluate', step: 1, frame: 0, expression: 'x' }],
    });
  });

  it('are refused with the reason where somebody wrote nonsense', () => {
    const problem = (text: string): string => {
      const read = readInputs(text);
      return 'problem' in read ? read.problem : assert.fail('there is no problem');
    };
    assert.match(problem('{'), /^it is no JSON: /);
    assert.equal(problem('[]'), 'it does not say "version": 1');
    assert.equal(problem('{"version": 1}'), 'it has no list of inputs');
    assert.match(problem('{"version": 1, "inputs": [{"kind": "advance", "step": 1, "id": 1}, 7]}'), /^input 2 is not/);
  });

  it('are checked field by field', () => {
    for (const input of inputs) {
      assert.ok(isInput(input));
      for (const field of Object.keys(input)) {
        // These may be left out.
        if (field === 'kind' || field === 'data') continue;
        const { [field]: _left, ...rest } = input as unknown as Record<string, unknown>;
        assert.ok(!isInput(rest), `${input.kind} without ${field}`);
      }
    }
    assert.ok(!isInput({ kind: 'toString', step: 1 }));
    assert.ok(!isInput({ ...inputs[2], data: { key: {} } }));
  });
});
