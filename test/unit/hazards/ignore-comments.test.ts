// Comments that say: this is meant so.
import assert from 'node:assert/strict';
import { ignoreComment } from '../../../src/hazards/ignore-comments.ts';
import { analyzeHazards } from '../../../src/hazards/registry.ts';

function found(source: string): string[] {
  return analyzeHazards(source, undefined).findings.map(
    ({ hazard, start }) => `${source.slice(0, start).split('\n').length} ${hazard}`,
  );
}

describe('hazards: ignored by a comment', () => {
  const line = 'delete user.name;';

  it('are those of the line below, all or the ones that are named', () => {
    assert.deepEqual(found(`const user = { name: 1 };\n${line}`), ['2 delete']);
    assert.deepEqual(found(`const user = { name: 1 };\n// underhood-ignore-next-line\n${line}\n${line}`), ['4 delete']);
    assert.deepEqual(
      found(`const user = {};\n// underhood-ignore-next-line eval, delete -- it is a table\n${line}`),
      [],
    );
    assert.deepEqual(found(`const user = {};\n// underhood-ignore-next-line eval -- not delete\n${line}`), [
      '3 delete',
    ]);
    assert.deepEqual(found(`const user = {};\r\n  ${ignoreComment('delete')}\r\n${line}`), []);
  });

  it('are those of its own line, or of the file', () => {
    assert.deepEqual(found(`const user = {};\n${line} // underhood-ignore-line\n${line}`), ['3 delete']);
    assert.deepEqual(found(`const user = {};\n${line}\n${line}\neval('1');\n/* underhood-ignore-file delete */`), [
      '4 eval',
    ]);
  });
});
