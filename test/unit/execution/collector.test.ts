/** The collector's two walks against each other, sizes against those of single objects, and the same collections in each run. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { type Collection, JSObject, QuietListener, totalSize } from '../../../src/engine/index.ts';
import { Simulation } from '../../../src/recorder/simulation.ts';
import { eventTypeIds } from '../../../src/protocol/events.ts';
import { RecordedRun } from '../../../src/recorder/recorded-run.ts';
import { runProgram, testEnvironment } from '../run-program.ts';

const programs = path.join(import.meta.dirname, '../../oracle/programs');

class Collections extends QuietListener {
  readonly list: (Collection & { readonly step: number })[] = [];
  private readonly steps: () => number;

  constructor(steps: () => number) {
    super();
    this.steps = steps;
  }

  override garbageCollected(collection: Collection): void {
    this.list.push({ ...collection, step: this.steps() });
  }
}

function simulationOf(source: string, changes: object = {}): Simulation {
  return new Simulation({
    source,
    environment: { ...testEnvironment, maxSteps: 3_000_000, ...changes },
    recording: 'none',
    output: { write: () => undefined },
  });
}

function collectionsOf(source: string, v8Flags: readonly string[] = []): Collections['list'] {
  const simulation = simulationOf(source, { v8Flags });
  const listener = new Collections(() => simulation.host.isolate.steps);
  simulation.listenToEngine(listener);
  simulation.advance();
  return listener.list;
}

describe('the garbage collector', () => {
  it('finds in a scavenge what a walk through everything finds', function () {
    this.timeout(300_000);
    let scavenges = 0;
    const files = readdirSync(programs).filter((file) => file.endsWith('.js'));
    for (const name of files.filter((_file, index) => index % 9 === 0)) {
      const simulation = simulationOf(readFileSync(path.join(programs, name), 'utf8'));
      if (simulation.failure !== undefined) continue;
      const { collector, heap } = simulation.host.isolate;
      const collect = collector.collectFullSpace.bind(collector);
      heap.youngLeft = smallSpace;
      collector.collectFullSpace = () => {
        const young = new Set<number>();
        collector.walkYoung(({ serial }) => young.add(serial));
        collector.walkAll(false, (object) => {
          if (object.serial < heap.firstYoung || young.has(object.serial)) return;
          const what = object instanceof JSObject ? object.hiddenClass.instanceType : 'context';
          assert.fail(`${name}: a scavenge does not find ${what} ${object.serial}`);
        });
        scavenges++;
        collect();
        heap.youngLeft = smallSpace;
      };
      simulation.advance();
    }
    assert.ok(scavenges > 100, `${scavenges} scavenges`);
    console.log(`      ${scavenges} scavenges compared`);
  });

  it('counts as many bytes for an object as V8 has for it', () => {
    const simulation = simulationOf(`
      class Point { constructor(x, y) { this.x = x; this.y = y; } }
      globalThis.all = [new Point(1, 2), { a: 1.5 }, [1, 2, 3].map((x) => x + 0.5), new Map([[1, {}]]), /a/, new Date(0), () => 1,
        function f() {}, { a: 1, b: 2, c: 3, d: 4, e: 5 }, Promise.resolve(1), new Set([1, 2, 3, 4, 5]), new Uint8Array(8), [1.5, 2.5]];
      const big = {}; for (let i = 0; i < 10; i++) big['k' + i] = i; globalThis.all.push(big);
      const deleted = { p: 1, q: 2 }; delete deleted.p; globalThis.all.push(deleted);
    `);
    simulation.advance();
    const sizes = new Map<number, number>();
    const { isolate } = simulation.host;
    isolate.collector.walkAll(false, ({ serial }, bytes) => void sizes.set(serial, bytes));
    const all = isolate.realm.globalObject.dictionary!.get('all')!.value as JSObject;
    for (const [index, object] of all.elements.entries()) {
      if (!(object instanceof JSObject)) continue;
      assert.equal(sizes.get(object.serial), totalSize(object), `number ${index}`);
    }
  });

  const churn =
    'const kept = []; for (let i = 0; i < 30000; i++) { const o = { a: i, b: [i] }; if (i % 10 === 0) kept.push(o); }';

  it('collects at the same bytecodes in each run, whoever watches', () => {
    const first = collectionsOf(churn);
    assert.ok(first.length >= 3 && first.every(({ kind }) => kind === 'scavenge'));
    assert.deepEqual(collectionsOf(churn), first);
    const { log } = new RecordedRun(runProgram(churn, {}, 'log').simulation);
    const steps = [...log.type.keys()]
      .filter((event) => log.type[event] === eventTypeIds.scavenge)
      .map((event) => log.step[event]!);
    assert.deepEqual(
      steps,
      first.map(({ step }) => step),
    );
  });

  it('keeps what is reachable, promotes it the second time, and gives up the rest', () => {
    const [first, second] = collectionsOf(churn);
    assert.equal(first!.promoted, 0);
    assert.ok(second!.promoted > 0);
    assert.ok(first!.freed > first!.survivors);
    assert.ok(second!.after.old > second!.before.old);
  });

  it('marks everything when gc() is called, and frees what only old objects that are gone referred to', () => {
    const list = collectionsOf(
      'let chain; for (let i = 0; i < 1000; i++) chain = { next: chain }; gc(); chain = undefined; gc(); gc({ type: "minor" });',
      ['--expose-gc'],
    );
    assert.deepEqual(
      list.map(({ kind, reason }) => `${kind} ${reason}`),
      ['markCompact testing', 'markCompact testing', 'scavenge testing'],
    );
    const [kept, freed] = list;
    assert.ok(kept!.survivors >= 1000);
    assert.ok(freed!.freed >= 1000 && freed!.freed < 1100, `${freed!.freed}`);
    assert.ok(freed!.before.old - freed!.after.old >= 32_000);
  });
});

/** Bytes between two scavenges. */
const smallSpace = 6_000;
