// Hidden classes at a moment: the tree of transitions, where each was born, and the difference of two in words.
import assert from 'node:assert/strict';
import type { ShapeDetails, ShapeNodeView } from '../../../src/protocol/engine-views.ts';
import { eventTypeIds } from '../../../src/protocol/events.ts';
import { answersOf } from '../../../src/recorder/answers.ts';
import { RecordedRun } from '../../../src/recorder/recorded-run.ts';
import { differences } from '../../../webview/engine/shape-difference.ts';
import { shapeRows } from '../../../webview/engine/shape-rows.ts';
import { runProgram } from '../run-program.ts';

const source = `class Point {
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }
}
const point = new Point(1, 2);
console.log('points');
const a = { x: 1, y: 2 };
const b = { y: 1, x: 2 };
const c = { x: 1, y: 2 };
c.z = 3;
console.log('literals');
c.y = 1.5;
const slow = { p: 1, q: 2 };
delete slow.p;
console.log('changes');
`;

describe('hidden classes at a moment', () => {
  const run = new RecordedRun(runProgram(source, {}, 'log').simulation);
  const answers = answersOf(run);
  const prints = [...run.log.type.keys()].filter((event) => run.log.type[event] === eventTypeIds.console);
  const shapesAt = (event: number, all = 0): readonly ShapeNodeView[] => {
    const { shapes } = answers.shapes({ all, event, step: -1 });
    assert.ok(shapes);
    return shapes.items;
  };
  const find = (event: number, text: string): ShapeNodeView => {
    const found = shapesAt(event).findLast(({ shape, isDeprecated }) => shape.text === text && !isDeprecated);
    assert.ok(
      found,
      `${text} among ${shapesAt(event)
        .map(({ shape }) => shape.text)
        .join('; ')}`,
    );
    return found;
  };
  const details = (event: number, text: string): ShapeDetails => {
    const { first } = answers.shapePair({ first: find(event, text).shape.number, second: -1, event, step: -1 });
    assert.ok(first);
    return first;
  };

  it('make a tree, each below the one that a property was added to', () => {
    const nodes = shapesAt(prints[1]!);
    const path: string[] = [];
    for (
      let node: ShapeNodeView | undefined = find(prints[1]!, 'Point {x, y}');
      node !== undefined;
      node = nodes.find(({ shape }) => shape.number === node!.parent)
    )
      path.unshift(node.label);
    assert.deepEqual(path, ['root', '+ x', '+ y']);
    // Two orders are two branches.
    assert.notEqual(find(prints[1]!, '{x, y}').parent, find(prints[1]!, '{y, x}').parent);
  });

  it('are those that were there by then', () => {
    assert.ok(!shapesAt(prints[0]!).some(({ shape }) => shape.text === '{x, y}'));
    assert.ok(shapesAt(prints[1]!).some(({ shape }) => shape.text === '{x, y}'));
  });

  it('were born at a line of the program', () => {
    const { birth } = find(prints[1]!, 'Point {x, y}');
    const lineAt = (position: number): string =>
      source.slice(source.lastIndexOf('\n', position) + 1, source.indexOf('\n', position)).trim();
    assert.equal(lineAt(birth.position), 'this.y = y;');
    assert.ok(birth.event > 0 && birth.event < prints[0]!);
    const added = find(prints[1]!, '{x, y, z}').birth;
    assert.equal(lineAt(added.position), 'c.z = 3;');
  });

  it('leave out those of functions and prototypes until somebody wants them', () => {
    const [some, all] = [shapesAt(prints[0]!), shapesAt(prints[0]!, 1)];
    assert.ok(all.length > some.length);
    assert.ok(all.some(({ shape }) => shape.text.startsWith('function')));
    assert.ok(!some.some(({ shape }) => shape.text.startsWith('function')));
  });

  it('say of each property how it is kept', () => {
    const [before, after] = [details(prints[1]!, '{x, y, z}'), details(prints[2]!, '{x, y, z}')];
    const kept = ({ properties }: ShapeDetails): string[] =>
      properties.items.map(({ key, representation }) => `${key} ${representation}`);
    assert.deepEqual(kept(before), ['x Smi', 'y Smi', 'z Smi']);
    assert.deepEqual(kept(after), ['x Smi', 'y Double', 'z Smi']);
    assert.notEqual(before.shape.number, after.shape.number, 'a number of 64 bits needs another field');
    const { first } = answers.shapePair({ first: before.shape.number, second: -1, event: prints[2]!, step: -1 });
    assert.equal(first?.isDeprecated, true);
  });

  it('differ in words', () => {
    const end = prints[2]!;
    const said = (first: string, second: string, event = end): string[] =>
      differences(details(event, first), details(event, second)).map((text) => text.replaceAll(/#\d+/g, '#'));
    assert.match(said('{x, y}', '{y, x}', prints[1]!)[0]!, /^another order: x, y in #, y, x in #/);
    assert.match(said('{x, y}', '{x, y, z}', prints[1]!)[0]!, /^only # has z$/);
    const [old, now] = [details(prints[1]!, '{x, y, z}'), details(end, '{x, y, z}')];
    assert.match(differences(old, now).join('; '), /y holds Smi in #\d+, Double in #\d+/);
    assert.ok(said('{x, y}', 'Point {x, y}', prints[1]!).some((text) => text.startsWith('other prototypes')));
    const slow = shapesAt(end).find(({ mode }) => mode === 'dictionary');
    assert.ok(slow);
    const pair = answers.shapePair({
      first: slow.shape.number,
      second: find(end, '{p, q}').shape.number,
      event: end,
      step: -1,
    });
    assert.match(differences(pair.first!, pair.second!)[0]!, /is in dictionary mode/);
    assert.deepEqual(differences(now, now), []);
  });
});

describe('hidden classes as rows', () => {
  const node = (number: number, parent?: number): ShapeNodeView => ({
    shape: { number, text: '' },
    ...(parent === undefined ? {} : { parent }),
    label: '',
    mode: 'fast',
    isDeprecated: false,
    birth: { event: 0, script: 0, position: 0 },
  });
  const nodes = [node(1), node(2, 1), node(3, 2), node(4, 1), node(5, 99)];
  const shown = (closed: readonly number[]): string =>
    shapeRows(nodes, (number) => !closed.includes(number))
      .map((row) => `${row.node.shape.number}@${row.depth}`)
      .join(' ');

  it('stand below their parents; what leads from nowhere is a root', () => {
    assert.equal(shown([]), '1@0 2@1 3@2 4@1 5@0');
    assert.equal(shown([2]), '1@0 2@1 4@1 5@0');
    assert.equal(shown([1]), '1@0 5@0');
  });
});
