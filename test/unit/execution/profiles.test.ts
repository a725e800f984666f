/** The table of engine profiles holds together, and a run has the profile that its environment names. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  engineProfiles,
  flagTable,
  installBuiltins,
  isFlagOfRuns,
  Isolate,
  profileRows,
} from '../../../src/engine/index.ts';
import { engineNames } from '../../../src/protocol/run.ts';
import { Simulation } from '../../../src/recorder/simulation.ts';
import { testEnvironment } from '../run-program.ts';

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

  it("Chrome's small integers have 31 bits, in elements too", () => {
    const kinds = (engine: (typeof engineNames)[number]): string => {
      let printed = '';
      const run = new Simulation({
        source:
          'const a = [1, 2]; a.push(2 ** 30); a[0] = 2; console.log(%HasSmiElements(a), %HasSmiElements([2 ** 29]));',
        environment: { ...testEnvironment, engine, v8Flags: ['--allow-natives-syntax', '--no-such-flag'] },
        recording: 'none',
        output: { write: (_, text) => void (printed += text) },
      });
      run.advance();
      return printed.trim();
    };
    assert.equal(kinds('node24'), 'true true');
    assert.equal(kinds('chrome'), 'false true');
  });

  it('the manifest accepts the flags that change a run, and no others', () => {
    const { contributes } = JSON.parse(
      readFileSync(path.join(import.meta.dirname, '../../../package.json'), 'utf8'),
    ) as {
      contributes: { configuration: object[] };
    };
    const { items } = contributes.configuration
      .flatMap((each) =>
        Object.entries((each as { properties: Record<string, { items: { pattern: string } }> }).properties),
      )
      .find(([name]) => name === 'underhood.v8Flags')![1];
    for (const [name, { fallback }] of Object.entries(flagTable))
      for (const word of [`--${name}`, `--no-${name}`, `--${name}=5`, `--${name}=x`])
        assert.equal(new RegExp(items.pattern).test(word), isFlagOfRuns(word), `${word} ${String(fallback)}`);
  });

  it('Node 20 optimises by ticks, the others by calls', () => {
    const source = 'function f(a) { return a + 1; }\nfor (let i = 0; i < 600; i++) f(i);';
    const long = source.replace('600', '30000');
    const marked = (text: string, engine: (typeof engineNames)[number]): string[] => {
      const names: string[] = [];
      const run = new Simulation({
        source: text,
        environment: { ...testEnvironment, engine, sourceKind: 'script' },
        recording: 'none',
        output: { write: () => {} },
      });
      run.host.isolate.tiering.observer = {
        created: () => {},
        baselineCompiled: () => {},
        compiled: () => {},
        deoptimized: () => {},
        marked: (function_, target) => names.push(`${function_.shared.name} ${target} ${function_.markedAs}`),
      };
      run.advance();
      return names.filter((name) => name.startsWith('f '));
    };
    assert.deepEqual(marked(source, 'node20'), []);
    assert.deepEqual(marked(long, 'node20'), []);
    assert.deepEqual(marked(source, 'node24'), ['f maglev hot and stable']);
    assert.deepEqual(marked(source, 'node22'), []);
  });
});
