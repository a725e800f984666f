// What a run adds to the findings: severities by heat, counts, first events; and which event belongs to which place.
import assert from 'node:assert/strict';
import { collectEvidence } from '../../../src/hazards/evidence.ts';
import { analyzeHazards } from '../../../src/hazards/registry.ts';
import type { EventType } from '../../../src/protocol/events.ts';
import type { Finding, HazardReport } from '../../../src/protocol/findings.ts';
import type { FunctionInfo } from '../../../src/protocol/log.ts';
import { CallFlag } from '../../../src/protocol/events.ts';
import { columnA, functionOf, logOf, mainScript } from './hand-made-log.ts';
import type { LogTables, Row } from './hand-made-log.ts';

function repeat(times: number, row: Row): Row[] {
  return Array.from({ length: times }, () => row);
}

function reportOf(source: string, rows: readonly Row[], tables?: LogTables): HazardReport {
  return analyzeHazards(source, collectEvidence([logOf(rows, tables)]));
}

function onlyFinding(source: string, rows: readonly Row[], tables?: LogTables): Finding {
  const { findings } = reportOf(source, rows, tables);
  assert.equal(findings.length, 1, JSON.stringify(findings));
  return findings[0]!;
}

function at(source: string, needle: string, event: EventType, detail?: string, more: Partial<Row> = {}): Row {
  return {
    event,
    position: source.indexOf(needle),
    ...(detail === undefined ? {} : { a: columnA(event, detail) }),
    ...more,
  };
}

const call = (index: number, b = 0): Row => ({ event: 'call', a: index, b });
const leave = (index: number): Row => ({ event: 'return', a: index });

describe('hazards: severity by evidence and heat', () => {
  const source = 'const o = { a: 1 };\ndelete o.a;\n';
  const gone = at(source, 'delete', 'deleteProperty', 'dictionary', { text: 'a' });

  it('is a hint where nothing ran', () => {
    assert.equal(analyzeHazards(source, undefined).findings[0]?.severity, 'hint');
    const unreached = onlyFinding(source, []);
    assert.equal(unreached.severity, 'hint');
    assert.equal(unreached.count, 0);
    assert.equal(unreached.firstEvent, -1);
    assert.match(unreached.hover, /not reached/);
  });

  it('is a hint where it ran, and a warning only where it is hot', () => {
    assert.equal(onlyFinding(source, [gone]).severity, 'hint');
    assert.equal(onlyFinding(source, repeat(999, gone)).severity, 'hint');
    assert.equal(onlyFinding(source, repeat(1000, gone)).severity, 'warning');
  });

  it('carries the count and the first event in the whole log', () => {
    const finding = onlyFinding(source, [{ event: 'runStart' }, ...repeat(3, gone)], { start: 500 });
    assert.equal(finding.count, 3);
    assert.equal(finding.firstEvent, 501);
    assert.match(finding.hover, /3 times/);
  });

  it('adds up chunks', () => {
    const first = logOf([gone, gone]);
    const second = { ...logOf([gone], { start: 2 }), scripts: [], texts: [] };
    const [finding] = analyzeHazards(source, collectEvidence([first, second])).findings;
    assert.equal(finding?.count, 3);
    assert.equal(finding.firstEvent, 0);
  });
});

describe('hazards: delete by effect', () => {
  const source = 'function drop(o, k) {\n  delete o[k];\n}\n';
  const effect = (detail: string): Row => at(source, 'delete', 'deleteProperty', detail);

  it('leaves a table alone, also when it turns into a dictionary once', () => {
    const { findings, freeForms } = reportOf(source, [
      effect('dictionary'),
      ...repeat(5000, effect('alreadyDictionary')),
    ]);
    assert.deepEqual(findings, []);
    assert.match(freeForms[0]?.hover ?? '', /table.*already/);
  });

  it('hints at a Map when many objects lose their shape at a computed key', () => {
    const finding = onlyFinding(source, repeat(3, effect('dictionary')));
    assert.equal(finding.severity, 'hint');
    assert.match(finding.message, /3 objects.*Map/);
  });

  it('hints at a Map when the object is a literal with properties', () => {
    const record = 'const user = { name: 1, age: 2 };\nfunction drop(k) { delete user[k]; }';
    assert.equal(onlyFinding(record, [at(record, 'delete', 'deleteProperty', 'dictionary')]).severity, 'hint');
  });

  it('tells of holes', () => {
    const finding = onlyFinding(source, repeat(2000, effect('hole')));
    assert.equal(finding.severity, 'information');
    assert.match(finding.message, /hole/);
  });

  it('stays a hint where the property was missing', () => {
    const named = 'const o = {};\ndelete o.nothing;';
    const finding = onlyFinding(
      named,
      repeat(5000, at(named, 'delete', 'deleteProperty', 'missing', { text: 'nothing' })),
    );
    assert.equal(finding.severity, 'hint');
    assert.match(finding.hover, /nothing changed/);
  });
});

describe('hazards: eval, with, arguments, for-in by evidence', () => {
  it('counts the calls of a function whose eval is not reached', () => {
    const source = 'function rare(debug) {\n  let x = 1;\n  if (debug) eval("x");\n  return x;\n}';
    const rare = functionOf(source, 'rare');
    const rows = repeat(1500, call(0)).flatMap((row) => [row, leave(0)]);
    const finding = onlyFinding(source, rows, { functions: [rare] });
    assert.equal(finding.severity, 'warning');
    assert.equal(finding.count, 0);
    assert.match(finding.hover, /not reached; `rare\(\)` was called 1,500 times/);
    assert.match(finding.hover, /`debug`.*`x`/);
  });

  it('weighs a with by what runs inside', () => {
    const source = 'const o = { n: 0 };\nwith (o) {\n  for (let i = 0; i < 5000; i++) n += i;\n}';
    const entered = at(source, 'o) {', 'withEnter');
    assert.equal(onlyFinding(source, [entered]).severity, 'hint');
    const rows = [entered, ...repeat(5000, at(source, 'n += i', 'statement'))];
    const finding = onlyFinding(source, rows);
    assert.equal(finding.severity, 'warning');
    assert.equal(finding.count, 1);
    assert.match(finding.hover, /5,000 times/);
  });

  it('gives each use of arguments the calls of its function', () => {
    const source = 'function one(a) {\n  return arguments[1] + a;\n}\nfunction two(a) {\n  return arguments[0] + a;\n}';
    const functions = [functionOf(source, 'one'), functionOf(source, 'two')];
    const made = (b: number): Row => ({ event: 'argumentsObject', a: columnA('argumentsObject', 'mapped'), b });
    const rows = [call(0), made(1), leave(0), ...repeat(1000, call(1)).flatMap((row) => [row, made(2), leave(1)])];
    const { findings } = reportOf(source, rows, { functions });
    assert.deepEqual(
      findings.map(({ severity, count, firstEvent }) => ({ severity, count, firstEvent })),
      [
        { severity: 'hint', count: 1, firstEvent: 1 },
        { severity: 'warning', count: 1000, firstEvent: 4 },
      ],
    );
    assert.match(findings[0]?.hover ?? '', /index 1 was beyond the end/);
    assert.doesNotMatch(findings[1]?.hover ?? '', /beyond the end at least once/);
  });

  it('underlines a for-in by its path', () => {
    const source = 'function keys(o) {\n  for (const k in o) k;\n}';
    const path = (detail: string, b = 3): Row => at(source, 'o) k', 'forIn', detail, { b });
    assert.deepEqual(reportOf(source, repeat(9000, path('enumCache'))).findings, []);
    assert.match(reportOf(source, [path('enumCache')]).freeForms[0]?.hover ?? '', /enum cache, 4 to 6× faster/);
    assert.equal(onlyFinding(source, [path('dictionary')]).severity, 'hint');
    assert.equal(onlyFinding(source, [path('array')]).hazard, 'for-in-array');
    assert.equal(onlyFinding(source, [path('array')]).severity, 'hint');
    assert.equal(onlyFinding(source, repeat(1000, path('array'))).severity, 'warning');
    assert.equal(onlyFinding(source, repeat(1000, path('prototype'))).severity, 'warning');
    assert.equal(onlyFinding(source, [path('dictionary', 50_000)]).severity, 'warning');
    const mixed = onlyFinding(source, [path('enumCache'), path('elements'), path('elements')]);
    assert.match(mixed.message, /integer keys/);
    assert.match(mixed.hover, /3 times, 9 keys/);
  });
});

describe('hazards: which event belongs where', () => {
  const counts = (source: string, rows: readonly Row[], tables?: LogTables): number[] =>
    reportOf(source, rows, tables).findings.map(({ count }) => count);

  it('takes the innermost of nested places', () => {
    const source = 'const o = { a: { b: 1 } };\ndelete o[delete o.a.b].x;';
    assert.deepEqual(counts(source, [at(source, 'o.a.b', 'deleteProperty', 'dictionary', { text: 'b' })]), [0, 1]);
    assert.deepEqual(counts(source, [at(source, '.x', 'deleteProperty', 'dictionary', { text: 'x' })]), [1, 0]);
  });

  it('takes what comes next in the statement, by the name of the property', () => {
    const source = 'const o = { a: 1, b: 2 };\nconst done = [delete o.a, delete o.b];';
    const start = at(source, 'const done', 'deleteProperty', 'dictionary', { text: 'b' });
    assert.deepEqual(counts(source, [start]), [0, 1]);
  });

  it('does not take what another statement did', () => {
    const source = 'const o = { a: 1 };\nReflect.deleteProperty(o, "a");\ndelete o.a;';
    assert.deepEqual(counts(source, [at(source, 'Reflect', 'deleteProperty', 'dictionary', { text: 'a' })]), [0]);
  });

  it('does not take events of other scripts, of builtins or of other functions', () => {
    const source = 'function f(o) {\n  delete o.a;\n}\nfunction g() {}';
    const f = functionOf(source, 'f');
    const g = functionOf(source, 'g');
    const inEval: FunctionInfo = { ...f, name: '', script: 1, kind: 'script' };
    const tables: LogTables = {
      functions: [f, g, inEval],
      scripts: [mainScript, { name: '', kind: 'eval', source: 'x' }],
    };
    const gone = at(source, 'delete', 'deleteProperty', 'dictionary', { text: 'a' });
    assert.deepEqual(counts(source, [call(0), gone], tables), [1]);
    assert.deepEqual(counts(source, [call(0), call(2), gone, leave(2)], tables), [0]);
    assert.deepEqual(counts(source, [call(0), call(1), gone, leave(1), gone], tables), [1]);
    assert.deepEqual(counts(source, [call(2), { event: 'unwind', a: 2 }, call(0), gone], tables), [1]);
  });

  it('does not count a resumed function as called again', () => {
    const source = 'function run(n) {\n  eval("n");\n}';
    const tables = { functions: [functionOf(source, 'run')] };
    const rows = [
      call(0),
      ...repeat(2000, call(0, CallFlag.resume)).flatMap((row): Row[] => [{ event: 'suspend', a: 0 }, row]),
    ];
    assert.equal(onlyFinding(source, rows, tables).severity, 'hint');
  });

  it('gives a nested loop its own head', () => {
    const source = 'function f(a, b) {\n  for (const i in a) for (const j in b) i + j;\n}';
    const outer = at(source, 'a) for', 'forIn', 'dictionary');
    const inner = at(source, 'b) i', 'forIn', 'dictionary');
    assert.deepEqual(counts(source, [outer, inner, inner]), [1, 2]);
  });
});
