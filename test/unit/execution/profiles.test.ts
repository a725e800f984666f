/** The table of engine profiles holds together, and a run has the profile that its environment names. */
import assert from 'node:assert/strict';
import { engineProfiles, installBuiltins, Isolate, profileRows } from '../../../src/engine/index.ts';
import { engineNames } from '../../../src/protocol.ts';

describe('engine profiles', () => {
  it('every row has a sentence, a source and a value for each engine', () => {
    for (const [name, { what, source, values }] of Object.entries(profileRows)) {
      assert.match(what, /[.`]$/, name);
      assert.notEqual(source, '', name);
      assert.equal(values.length, engineNames.length, name);
    }
  });

  it('Node 24 is the default, and another is had by asking', () => {
    const options = { seed: 1, now: () => 0, timeZone: 'UTC', locale: 'en-US', statements: false, maxSteps: 1 };
    assert.equal(new Isolate(options, installBuiltins).profile.name, 'node24');
    const chrome = new Isolate({ ...options, profile: engineProfiles.chrome }, installBuiltins);
    assert.equal(chrome.profile.smiBits, 31);
    assert.equal(chrome.heap.profile, chrome.profile);
  });

  it('what the tables of V8 say stands where it belongs', () => {
    const { node20, node22, node24, node26 } = engineProfiles;
    assert.deepEqual(
      [node20, node22, node24, node26].map((profile) => profile.deleteOfLastPropertyRollsBack),
      [true, false, false, false],
    );
    assert.deepEqual(
      [node22, node24, node26].map((profile) => profile.invocationCountForTurbofan),
      [3000, 10_000, 16_000],
    );
  });
});
