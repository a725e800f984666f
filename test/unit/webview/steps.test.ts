import assert from 'node:assert/strict';
import { anchorOf, continueSearch, movedPosition, nearestMoment, searchFor } from '../../../webview/anchor.ts';
import { consoleLineAt, marksOf, stretches } from '../../../webview/marks.ts';
import { parseHostMessage } from '../../../webview/messages.ts';
import { createRun } from '../../../webview/run.ts';
import { firstMoment, isStop, nextStop, nextTurn, previousStop, previousTurn } from '../../../webview/steps.ts';
import { extendTimeline } from '../../../webview/timeline.ts';
import { typeOf } from '../../../webview/log.ts';
import { variableRows } from '../../../webview/variables.ts';
import { readSaved } from '../../../webview/saved.ts';
import { programSource, writeLongRun, writeProgram } from './synthetic-log.ts';

const run = writeProgram().toRun();
const { timeline } = run;

describe('webview steps', () => {
  it('begins at the first statement', () => {
    assert.equal(typeOf(timeline.log, firstMoment(timeline)), 'statement');
  });

  it('goes forward through all moments to the end, and back through the same ones', () => {
    const there: number[] = [0];
    while (there.at(-1)! < timeline.log.length - 1) there.push(nextStop(timeline, there.at(-1)!));
    const back = [there.at(-1)!];
    while (back.at(-1)! > 0) back.push(previousStop(timeline, back.at(-1)!));
    assert.deepEqual(back.reverse(), there);
    assert.ok(there.every((event) => isStop(timeline, event)));
    assert.ok(!there.some((event) => typeOf(timeline.log, event) === 'apiDue'));
  });

  it('jumps from turn to turn', () => {
    const starts = [...timeline.turns.start.subarray(0, timeline.turns.length)];
    assert.equal(nextTurn(timeline, starts[0]!), starts[1]);
    assert.equal(previousTurn(timeline, starts[1]!), starts[0]);
    assert.equal(previousTurn(timeline, starts[1]! + 2), starts[1]);
    assert.equal(nextTurn(timeline, starts.at(-1)!), timeline.log.length - 1);
    assert.equal(previousTurn(timeline, 0), 0);
  });
});

describe('webview anchor', () => {
  const insertion = "const added = 'one line more';\n";
  const edited = programSource.replace('function outer', `${insertion}function outer`);

  it('finds the same moment after an edit before it, in a log that arrives in pieces', () => {
    const event = 40;
    const search = searchFor(
      anchorOf(run, event),
      createRun({ generation: 2, fileName: 'example.js', source: edited, runtime: 'node' }),
    );
    const shifted = writeProgram();
    for (const row of shifted.rows)
      if (row.position >= programSource.indexOf('function outer')) row.position += insertion.length;
    let found = -1;
    for (let from = 0; from < shifted.rows.length && found < 0; from += 7) {
      extendTimeline(search.run.timeline, shifted.chunk(from, Math.min(shifted.rows.length, from + 7)));
      found = continueSearch(search);
    }
    assert.equal(found, event);
  });

  it('takes the occurrence that it stood at, and the last one where there are fewer now', () => {
    const writer = writeProgram();
    const search = searchFor({ ...anchorOf(run, 4), occurrence: 3 }, writer.toRun('node', 2));
    assert.equal(continueSearch(search), -1);
    assert.equal(nearestMoment(search), 4);
  });

  it('stays at the end, and keeps the relative place where nothing else is known', () => {
    const last = timeline.log.length - 1;
    assert.equal(nearestMoment(searchFor(anchorOf(run, last), run)), last);
    const gone = searchFor({ ...anchorOf(run, 10), position: 5, type: 200 }, run);
    continueSearch(gone);
    assert.equal(nearestMoment(gone), 10);
  });

  it('moves an offset with the text behind an edit', () => {
    assert.equal(movedPosition('a b c', 'a b c', 2), 2);
    assert.equal(movedPosition('a b c', 'a bb c', 4), 5);
    assert.equal(movedPosition('a b c', 'a bb c', 0), 0);
    assert.equal(movedPosition('one two three', 'one 2 three', 5), -2);
    assert.equal(movedPosition('aaa', 'aa', 2), -2);
  });
});

describe('webview marks', () => {
  it('never has more buckets than pixels, and loses no console line and no turn to them', () => {
    const long = writeLongRun(50_000).toRun().timeline;
    const marks = marksOf(long, 280);
    assert.equal(marks.buckets, 280);
    assert.equal(Math.max(...marks.depth), long.peakDepth);
    assert.ok(marks.console.some((mark) => mark === 1));
    assert.ok(marks.turns.every((bits) => bits !== 0));
  });

  it('has one bucket per event for a short run', () => {
    assert.equal(marksOf(timeline, 800).buckets, timeline.log.length);
  });

  it('joins neighbours', () => {
    assert.deepEqual(
      stretches(6, (bucket) => bucket !== 2),
      [
        [0, 2],
        [3, 6],
      ],
    );
  });

  it('finds a console line by its number', () => {
    assert.equal(consoleLineAt(timeline, 0).text, 'inner adds 1 2');
    assert.equal(consoleLineAt(timeline, timeline.consoleLineCount - 1).text, 'loaded user 7');
  });
});

describe('webview messages', () => {
  const chunk = writeProgram().chunk();

  it('takes what protocol/events.ts describes', () => {
    assert.ok(parseHostMessage({ v: 1, type: 'chunk', generation: 1, chunk }));
    assert.ok(parseHostMessage({ v: 1, type: 'status', status: { kind: 'stale', reason: 'syntax error' } }));
    assert.ok(parseHostMessage({ v: 1, type: 'command', command: 'playPause' }));
  });

  it('refuses other versions, unknown types and broken fields', () => {
    const refused: unknown[] = [
      null,
      'text',
      [],
      { v: 2, type: 'chunk', generation: 1, chunk },
      { v: 1, type: 'toString' },
      { v: 1, type: 'explode' },
      { v: 1, type: 'chunk', generation: 1, chunk: { ...chunk, a: new Int32Array(1) } },
      { v: 1, type: 'chunk', generation: 1, chunk: { ...chunk, type: [1, 2] } },
      { v: 1, type: 'seek', generation: 1, event: '4' },
      { v: 1, type: 'status', status: { kind: 'stale' } },
      { v: 1, type: 'run', generation: 1, fileName: 'a.js', source: '', runtime: 'deno' },
    ];
    for (const message of refused) assert.equal(parseHostMessage(message), undefined, JSON.stringify(message));
  });

  it('reads a saved state with suspicion', () => {
    assert.deepEqual(readSaved('nonsense'), readSaved(undefined));
    const saved = readSaved({
      generation: 3,
      event: 12,
      speed: 5,
      closedSections: ['tasks', 4],
      topOpen: false,
      openFrames: null,
      toggledGroups: ['module scope', {}],
    });
    assert.deepEqual(saved, {
      generation: 3,
      event: 12,
      speed: 5,
      closedSections: ['tasks'],
      topOpen: false,
      openFrames: [],
      toggledGroups: ['module scope'],
      toggledParts: [],
    });
  });
});

describe('webview variables', () => {
  const leaf = (name: string, value: string) => ({ name, value, type: 'number', expandable: false, path: [] });
  const parameter = { ...leaf('a', '1'), isParameter: true as const };
  const object = { name: 'o', value: '{x: 1}', type: 'object', expandable: true, path: [2, 0, 0] };
  const frame = (sum: string) => ({
    functionName: 'f',
    functionIndex: 1,
    position: 0,
    scopes: [
      { name: 'Block', kind: 'block' as const, variables: [object] },
      { name: 'Local', kind: 'locals' as const, variables: [parameter, leaf('sum', sum), leaf('o', 'hidden')] },
    ],
  });
  const none = new Set<string>();
  const closed = {
    old: false,
    isModule: false,
    before: undefined,
    toggledGroups: none,
    isOpen: () => false,
    childrenOf: () => undefined,
  };
  const names = (rows: ReturnType<typeof variableRows>): string[] =>
    rows.map((row) => (row.kind === 'group' ? `${row.open ? '-' : '+'} ${row.name}` : row.view.name));

  it('lists each scope under its name and marks what changed since the moment before', () => {
    const rows = variableRows(frame('3'), 0, { ...closed, before: frame('2') });
    assert.deepEqual(names(rows), ['- arguments', 'a', '- locals', 'sum', 'o']);
    const changed = rows.flatMap((row) => (row.kind === 'variable' && row.changed ? [row.view.name] : []));
    assert.deepEqual(changed, ['sum']);
  });

  it('puts what Node hands to a file behind the file’s own variables, folded', () => {
    const module = frame('3');
    module.scopes[1]!.variables.unshift(leaf('this', '{}'));
    assert.deepEqual(names(variableRows(module, 0, { ...closed, isModule: true })), [
      '- locals',
      'sum',
      'o',
      '+ module scope',
    ]);
    const toggledGroups = new Set(['module scope', 'locals']);
    assert.deepEqual(names(variableRows(module, 0, { ...closed, isModule: true, toggledGroups })), [
      '+ locals',
      '- module scope',
      'a',
      'this',
    ]);
    assert.deepEqual(names(variableRows(module, 0, closed)), ['- arguments', 'a', '- locals', 'sum', 'o', 'this']);
  });

  it('opens an object by the path that the worker understands', () => {
    const isOpen = (names: readonly (string | number)[]): boolean => names.join() === '2,locals,o';
    const missing = variableRows(frame('3'), 2, { ...closed, isOpen }).at(-1);
    assert.ok(missing?.kind === 'variable' && missing.childrenMissing);
    const childrenOf = (path: readonly number[]) => (path === object.path ? [leaf('x', '1')] : undefined);
    const member = variableRows(frame('3'), 2, { ...closed, isOpen, childrenOf }).at(-1);
    assert.ok(member?.kind === 'variable');
    assert.deepEqual(member.names, [2, 'locals', 'o', 'x']);
    assert.equal(member.depth, 2);
  });
});
