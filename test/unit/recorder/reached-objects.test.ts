// The walk that knows names against the collector's own, which does not: both find the same objects, and their bytes are one sum.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { Context, type HeapObject, type Isolate, JSObject } from '../../../src/engine/index.ts';
import { bytesKeptBy } from '../../../src/recorder/evidence/kept-bytes.ts';
import { ObjectMap } from '../../../src/recorder/heap/object-map.ts';
import { ReachedObjects } from '../../../src/recorder/heap/reached-objects.ts';
import { runProgram } from '../run-program.ts';

const programs = path.join(import.meta.dirname, '../../oracle/programs');

function isolateAfter(source: string, maxSteps = 300_000): Isolate {
  return runProgram(source, { maxSteps }).simulation.host.isolate;
}

const nameOf = (object: HeapObject): string =>
  object instanceof Context ? 'a context' : `${object.hiddenClass.instanceType} ${object.serial}`;

describe('what can be reached, by name', () => {
  it('is what the collector marks', function () {
    this.timeout(300_000);
    let compared = 0;
    const files = readdirSync(programs).filter((file) => file.endsWith('.js'));
    for (const file of files.filter((_file, index) => index % 20 === 0)) {
      const source = readFileSync(path.join(programs, file), 'utf8');
      // In the midst of it, where frames, promises and timers hold things.
      for (const maxSteps of [900, 300_000]) {
        let isolate;
        try {
          isolate = isolateAfter(source, maxSteps);
        } catch {
          continue;
        }
        for (const isWeak of [true, false]) {
          const reached = new ReachedObjects(isolate, isWeak);
          const missing: string[] = [];
          const walk = isolate.collector.walkAll(isWeak, (object) => {
            if (!reached.has(object)) missing.push(nameOf(object));
          });
          assert.deepEqual(missing, [], `${file}: not reached`);
          const extra = reached.order.filter((object) => !walk.isMarked(object)).map(nameOf);
          assert.deepEqual(extra, [], `${file}: reached, and not marked`);
          compared++;
        }
      }
    }
    assert.ok(compared > 80, String(compared));
  });

  it('comes in waves: each object is referred to by one of the wave before', () => {
    const { order, edges, waveEnds } = new ReachedObjects(
      isolateAfter('globalThis.a = { b: { c: { d: [{}] } } };'),
      true,
    );
    const waveOf = new Map<HeapObject, number>();
    let wave = 0;
    order.forEach((object, index) => {
      while (index >= waveEnds[wave]!) wave++;
      waveOf.set(object, wave);
    });
    for (const object of order) {
      const { from } = edges.get(object)!;
      assert.equal(waveOf.get(object), from === undefined ? 0 : waveOf.get(from)! + 1);
    }
  });

  it('are found by their numbers, and those of another isolate beside them', () => {
    const isolate = isolateAfter('globalThis.a = {};');
    const { order } = new ReachedObjects(isolate, true);
    const others = new ReachedObjects(isolateAfter('globalThis.a = { b: {} };'), true).order;
    const map = new ObjectMap<string>(isolate);
    for (const object of order) map.set(object, `own ${object.serial}`);
    const stranger = others.find(({ serial }) => serial === order[0]!.serial)!;
    assert.equal(map.has(stranger), false);
    assert.equal(map.get(stranger), undefined);
    map.set(stranger, 'stranger');
    map.set(order[0]!, 'again');
    assert.deepEqual([map.get(stranger), map.get(order[0]!), map.has(others.at(-1)!)], ['stranger', 'again', false]);
    const told: HeapObject[] = [];
    map.forEach((object) => told.push(object));
    assert.deepEqual(told, [...order, stranger]);
  });

  it('knows what would be free without an object', () => {
    const isolate = isolateAfter(`globalThis.shared = { s: 1 };
globalThis.big = { list: [1.5, 2.5, 3.5], shared, only: { x: 1, y: 2 } };`);
    const { order } = new ReachedObjects(isolate, true);
    const big = order.find((object) => object instanceof JSObject && object.hiddenClass.lookup('only') >= 0)!;
    // Three fields: 48; the array 32 and its three doubles 40; two fields: 40. What somebody else has, too, is not among them.
    assert.equal(
      bytesKeptBy(isolate, (walk) => walk.cut(big)),
      48 + 32 + 40 + 40,
    );
  });
});
