// What a run claims of V8, as it is asked for: by the place of each access, not by what shares its feedback.
import assert from 'node:assert/strict';
import { answersOf } from '../../../src/recorder/answers.ts';
import { RecordedRun } from '../../../src/recorder/recorded-run.ts';
import { runProgram } from '../run-program.ts';

describe('verify: the claims of a run', () => {
  it('are caches by place, deoptimisations, dictionaries and elements kinds', () => {
    const source = `function read(o) {
  return o.a;
}
for (let i = 0; i < 5000; i++) read(i % 2 ? { a: 1 } : { b: 2, a: 1 });
const gone = { a: 1 };
delete gone.a;
const list = [1, 2];
list.push(0.5);
read('text');
`;
    const { simulation } = runProgram(source, {}, 'log');
    const { claims, isCut } = answersOf(new RecordedRun(simulation)).claims({}).claims;
    assert.equal(isCut, false);
    const texts = claims.map(({ kind, line, column, subject, says }) => `${kind} ${line}:${column} ${subject} ${says}`);
    for (const each of [
      'cache 2:12 LoadIC P',
      'dictionary 6:1  DeletingProperty',
      'elements 8:6  PACKED_SMI_ELEMENTS -> PACKED_DOUBLE_ELEMENTS',
    ])
      assert.ok(texts.includes(each), `${each} in ${texts.join('\n')}`);
    assert.ok(
      texts.some((text) => text.startsWith('deoptimization') && text.includes('read')),
      texts.join('\n'),
    );
  });
});
