// The examples of each hazard are its tests: a bad one has exactly one finding of it, a good one none.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Hazard, HazardExample } from '../../../src/hazards/define-hazard.ts';
import { collectEvidence } from '../../../src/hazards/evidence.ts';
import { mythsId } from '../../../src/hazards/myths/myths.ts';
import { analyzeHazards, hazards } from '../../../src/hazards/registry.ts';
import type { HazardReport } from '../../../src/protocol/findings.ts';
import { runProgram } from '../run-program.ts';
import { logOf, rowsOf } from './hand-made-log.ts';

/** What shows in the text alone is judged by that; the others by what the engine learns in a run. */
function report({ source, run }: HazardExample, { watches, runtime }: Hazard): HazardReport {
  if (run !== undefined) return analyzeHazards(source, collectEvidence([logOf(rowsOf(source, run))]));
  if (watches !== undefined) return analyzeHazards(source, undefined);
  const { simulation } = runProgram(
    source,
    { runtime, ...(runtime === 'browser' ? { sourceKind: 'script' } : {}) },
    'log',
  );
  const { sourceKind } = simulation;
  return analyzeHazards(source, collectEvidence([simulation.log.all()], simulation.engineEvidence()), { sourceKind });
}

describe('hazards: examples', () => {
  for (const hazard of hazards) {
    const { id, examples } = hazard;
    for (const example of examples.bad) {
      it(`${id}: finds ${JSON.stringify(example.source.slice(0, 200))}`, () => {
        const found = report(example, hazard).findings.filter((each) => each.hazard === id);
        assert.equal(found.length, 1);
        const [finding] = found;
        assert.ok(finding);
        const token = example.source.slice(finding.start, finding.end);
        assert.match(token, /^(?:[\p{ID_Continue}$]+|\S)$/u);
      });
    }
    for (const example of examples.good) {
      it(`${id}: leaves ${JSON.stringify(example.source.slice(0, 200))} alone`, () => {
        assert.deepEqual(
          report(example, hazard).findings.filter((each) => each.hazard === id),
          [],
        );
      });
    }
  }
});

describe('hazards: words', () => {
  const reports = hazards.flatMap((hazard) =>
    [...hazard.examples.bad, ...hazard.examples.good].map((example) => report(example, hazard)),
  );

  it('are one calm line in the Problems view', () => {
    for (const { message } of reports.flatMap(({ findings }) => findings)) {
      assert.doesNotMatch(message, /\n|(?<!write )NaN|(?<!assign )undefined/i);
      assert.match(message, /\.$/);
      assert.ok(message.length < 220, message);
    }
  });

  it('go from the verdict to better code on hover, without repeating the line', () => {
    for (const { hover, message } of reports.flatMap(({ findings }) => findings)) {
      assert.match(
        hover,
        /^\*\*[^\n]+\*\*\n\nIn this run: [^\n]+\n\n(?:\|[^\n]+\|\n)*(?:\|[^\n]+\|\n\n)?Cost: [^\n]+\n\nFree: [^\n]+\n\nInstead: [^\n]+\n\n```js\n[^`]+\n```$/,
      );
      for (const sentence of message.split(/(?<=\.) /)) assert.ok(!hover.includes(sentence), sentence);
      assert.doesNotMatch(hover, /undefined (was|ran|times)|NaN (times|\w+s\b)/);
    }
  });

  it('say that nothing here prevents optimisation', () => {
    const all = reports
      .flatMap(({ findings }) => findings.flatMap(({ hover, message }) => [hover, message]))
      .join('\n');
    assert.doesNotMatch(
      all,
      /(cannot|can't|never|not) be optimi[sz]ed|prevents optimi[sz]ation|disables optimi[sz]ation/i,
    );
  });

  it('answer for a free form in one line', () => {
    const forms = reports.flatMap(({ freeForms }) => freeForms);
    assert.ok(forms.length > 5);
    for (const { hover } of forms) assert.match(hover, /^[^\n]+\.$/);
  });
});

describe('hazards: registry', () => {
  it('knows the ids that the settings have', () => {
    const manifest = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../../package.json'), 'utf8')) as {
      contributes: { configuration: unknown };
    };
    const ids = new Set<string>();
    JSON.stringify(manifest.contributes.configuration, (key, value: unknown) => {
      if (key === 'underhood.hazards.rules')
        Object.keys((value as { properties: object }).properties).forEach((id) => ids.add(id));
      return value;
    });
    assert.deepEqual(
      [...ids],
      [...hazards.map(({ id }) => id), mythsId].sort(),
      'node scripts/list-hazards.mjs brings package.json up to date',
    );
  });

  it('has docs, a bad and a good example for each', () => {
    for (const { docs, examples, title } of hazards) {
      assert.ok(docs.length > 200 && title.length > 0);
      assert.ok(examples.bad.length >= 2 && examples.good.length >= 2);
    }
  });

  it('has nothing to say about text that does not parse, or about nothing', () => {
    for (const source of ['with (', 'delete;', '"use strict"; with (a) b;', '', '\uFEFF', '#!/usr/bin/env node\n']) {
      assert.deepEqual(analyzeHazards(source, undefined), { findings: [], freeForms: [] });
    }
  });

  it('counts offsets behind a BOM, a shebang and CRLF as the text has them', () => {
    for (const start of ['\uFEFF', '#!/usr/bin/env node\r\n', '\r\n\r\n']) {
      const [finding] = analyzeHazards(`${start}const o = { a: 1 };\r\ndelete o.a;\r\n`, undefined).findings;
      assert.equal(finding?.start, start.length + 'const o = { a: 1 };\r\n'.length);
    }
  });

  it('puts findings and free forms in the order of the text', () => {
    const source =
      'for (const k in [1]) eval("1");\nconst o = { a: 1 };\ndelete o.a;\nwith (o) eval("2");\nfunction f() { return arguments.length; }\nfor (k in o);';
    const { findings, freeForms } = analyzeHazards(source, undefined, { sourceKind: 'script' });
    assert.deepEqual(
      findings.map(({ hazard }) => hazard),
      ['for-in-array', 'eval', 'delete', 'with', 'eval'],
    );
    assert.deepEqual(
      freeForms.map(({ hazard }) => hazard),
      ['myths', 'arguments', 'for-in'],
    );
  });
});
