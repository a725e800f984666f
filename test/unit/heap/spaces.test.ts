/** When spaces grow and what is collected: against what a real Node printed (--trace-gc --trace-gc-verbose --single-threaded). */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { MarkBits } from '../../../src/engine/heap/mark-bits.ts';
import { megabyte, Spaces } from '../../../src/engine/heap/spaces.ts';

const kilobyte = 1024;
const start = { young: 300 * kilobyte, youngReachable: 66 * kilobyte, old: 3800 * kilobyte };

/** All of new space is used up, and so much of it survives. */
function scavenge(spaces: Spaces, copied: number, promoted: number): boolean {
  return spaces.scavenged(spaces.sizes(0, spaces.capacity), { copied, promoted, large: 0 });
}

describe('the spaces of the heap', () => {
  it('begin with what the surroundings have made', () => {
    const spaces = new Spaces(start, 64 * megabyte);
    assert.equal(spaces.free, megabyte - 300 * kilobyte);
    assert.deepEqual(spaces.sizes(spaces.free, spaces.capacity), {
      young: 300 * kilobyte,
      old: 3800 * kilobyte,
      large: 0,
    });
  });

  it('grow new space when more has survived than it has room for, as Node does', () => {
    // Of a loop that keeps all that it makes: new space after, what was promoted, and the room that Node printed.
    const printed = [
      [595, 0, 1],
      [291, 544, 2],
      [1229, 213, 2],
      [613, 1229, 4],
      [2611, 613, 4],
      [1113, 2611, 8],
      [5308, 1113, 8],
      [2162, 5308, 16],
      [10_664, 2162, 16],
      [4288, 10_664, 32],
    ] as const;
    const spaces = new Spaces(start, 64 * megabyte);
    for (const [copied, promoted, capacity] of printed) {
      scavenge(spaces, copied * kilobyte, promoted * kilobyte);
      assert.equal(spaces.capacity, capacity * megabyte);
    }
    // --trace-incremental-marking: limit 40MB.
    assert.equal(Math.round(spaces.limit / megabyte), 40);
  });

  it('stay small where nearly nothing survives', () => {
    const spaces = new Spaces(start, 64 * megabyte);
    for (let i = 0; i < 20; i++) scavenge(spaces, 10 * kilobyte, 5 * kilobyte);
    assert.equal(spaces.capacity, megabyte);
  });

  it('ask for a mark-compact when the old generation has outgrown its limit, which then is four times what lives', () => {
    const spaces = new Spaces({ ...start, youngReachable: 0 }, 64 * megabyte);
    let isBeyond = false;
    for (let i = 0; i < 100 && !isBeyond; i++) isBeyond = scavenge(spaces, 0, 300 * kilobyte);
    assert.ok(isBeyond && spaces.old > 12 * megabyte && spaces.old < 30 * megabyte);
    const { capacity } = spaces;
    spaces.markCompacted({ regular: 2 * megabyte, large: 0, survivedYoung: 0 });
    const live = 2 * megabyte + start.old;
    assert.equal(spaces.limit, Math.max(4 * live, live + 8 * megabyte) + capacity);
    assert.deepEqual(spaces.sizes(spaces.free, capacity), { young: 0, old: live, large: 0 });
  });

  it('mark each serial number once', () => {
    const bits = new MarkBits(100, 200);
    assert.equal(bits.has(131), false);
    assert.equal(bits.mark(131), true);
    assert.equal(bits.mark(131), false);
    assert.ok(bits.has(131) && !bits.has(132) && bits.mark(199));
  });
});
