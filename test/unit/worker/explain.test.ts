// The page about a hazard: each has one, and both of its versions run.
import assert from 'node:assert/strict';
import { hazards } from '../../../src/hazards/registry.ts';
import { explain } from '../../../src/worker/explain.ts';

describe('what the page about a hazard shows', () => {
  for (const { id } of hazards) {
    it(`${id}: one version has it, and the other has it no more`, () => {
      const { before, after, docs } = explain(id, undefined)!;
      assert.ok(docs.length > 0);
      assert.ok(before.findings.length > 0, before.source);
      assert.deepEqual(after.findings, [], after.source);
      assert.equal(after.problem, undefined);
    });
  }

  it('is nothing for a hazard that there is not', () => {
    assert.equal(explain('none', undefined), undefined);
  });

  it('follows what the user writes, also where that does not run or does not end', () => {
    const versions = { before: 'const o = { a: 1 };\ndelete o.a;\nconsole.log("yes");', after: 'let let = 1;' };
    const edited = explain('delete', versions)!;
    assert.equal(edited.before.findings.length, 1);
    assert.equal(edited.before.facts.dictionaries, 1);
    assert.deepEqual(edited.before.console, ['yes', '']);
    assert.match(edited.after.problem ?? '', /^Line 1: /);
    const endless = explain('delete', { before: 'for (;;);', after: 'require("./other.js");' })!;
    assert.match(endless.before.problem ?? '', /^Stopped after 1,000,000 steps/);
    assert.match(endless.after.problem ?? '', /Cannot find module '.\/other.js'/);
  });
});
