// The one cursor: whoever moves it moves all others, and a late answer moves nobody back.
import assert from 'node:assert/strict';
import { Cursor } from '../../../src/extension/cursor.ts';
import { OneCursor } from '../../../src/extension/debugging/one-cursor.ts';
import type { Moment } from '../../../src/protocol/questions.ts';

const at = (event: number, generation = 1, settled = true) => ({ generation, event, script: 0, position: 0, settled });

describe('the cursor', () => {
  it('is where a page was moved to', () => {
    const cursor = new Cursor();
    assert.equal(cursor.told(at(5), true), true);
    assert.equal(cursor.moment?.event, 5);
    assert.deepEqual(cursor.at(1), { event: 5 });
    assert.equal(cursor.at(2), undefined);
  });

  it('does not go back where a page answers late', () => {
    const cursor = new Cursor();
    cursor.told(at(5), true);
    cursor.told(at(6), true);
    assert.equal(cursor.told(at(5), false), false);
    assert.equal(cursor.moment?.event, 6);
    assert.equal(cursor.told(at(6), false), true);
  });

  it('keeps the exact moment of a step until somebody goes elsewhere', () => {
    const cursor = new Cursor();
    assert.deepEqual(cursor.goTo(1, { event: 9, step: 40 }), { v: 1, type: 'seek', generation: 1, event: 9, step: 40 });
    cursor.told(at(9), false);
    assert.deepEqual(cursor.at(1), { event: 9, step: 40 });
    cursor.told(at(10), true);
    assert.deepEqual(cursor.at(1), { event: 10 });
  });

  it('lets the pages of a new run find their own place, unless one was asked for', () => {
    const cursor = new Cursor();
    cursor.told(at(5), true);
    cursor.forget(2);
    assert.equal(cursor.seekOf(2), undefined);
    assert.equal(cursor.told(at(3, 2), false), true);
    cursor.goTo(3, { event: 7 });
    cursor.forget(3);
    assert.equal(cursor.told(at(0, 3), false), false);
    assert.equal(cursor.seekOf(3)?.event, 7);
  });
});

describe('the debugger’s stop and the cursor', () => {
  function connected() {
    const seeks: Moment[] = [];
    const sought: number[] = [];
    const session = { seek: (_generation: number, moment: Moment) => void seeks.push(moment) };
    const debuggee = { run: { generation: 1 }, events: { sought: (event: number) => void sought.push(event) } };
    return { seeks, sought, cursor: new OneCursor(session, debuggee) };
  }
  const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  it('move each other, and never back', async () => {
    const { seeks, sought, cursor } = connected();
    cursor.stopped({ event: 4, step: 10 });
    assert.deepEqual(seeks, [{ event: 4, step: 10 }]);
    // The page says that it has come there.
    cursor.moved(at(4));
    await later(120);
    assert.deepEqual(sought, []);
    cursor.moved(at(6));
    await later(120);
    assert.deepEqual(sought, [6]);
    assert.equal(cursor.isAt(6), true);
    assert.equal(seeks.length, 1);
    cursor.dispose();
  });

  it('follow the last of many moves, and none that is not settled or of another run', async () => {
    const { sought, cursor } = connected();
    cursor.moved(at(1));
    await later(20);
    for (let event = 2; event <= 9; event++) cursor.moved(at(event));
    cursor.moved(at(20, 1, false));
    cursor.moved(at(30, 2));
    await later(250);
    assert.deepEqual(sought, [1, 9]);
    cursor.dispose();
  });

  it('do not follow a page once the debugger has gone on', async () => {
    const { sought, cursor } = connected();
    cursor.moved(at(1));
    await later(20);
    cursor.moved(at(2));
    cursor.stopped({ event: 8, step: 30 });
    await later(150);
    assert.deepEqual(sought, [1]);
  });
});
