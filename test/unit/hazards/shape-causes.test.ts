// Why a place met several shapes: which hazard tells of it, and when a change of the text is certain to be safe.
import assert from 'node:assert/strict';
import { collectEvidence } from '../../../src/hazards/evidence.ts';
import { analyzeHazards } from '../../../src/hazards/registry.ts';
import type { Finding, Fix } from '../../../src/protocol/findings.ts';
import { runProgram } from '../run-program.ts';

function findingsOf(source: string): readonly Finding[] {
  const { simulation } = runProgram(source, {}, 'log');
  return analyzeHazards(source, collectEvidence([simulation.log.all()], simulation.engineEvidence())).findings;
}

function hazardsOf(source: string): string[] {
  return findingsOf(source).map(({ hazard, start, end }) => `${hazard} at ${source.slice(start, end)}`);
}

function apply(source: string, { edits }: Fix): string {
  return edits.reduceRight(
    (text, { start, end, text: added }) => text.slice(0, start) + added + text.slice(end),
    source,
  );
}

const loop = (body: string): string =>
  `let total = 0;\nfor (let i = 0; i < 100; i++) {\n  ${body}\n}\nconsole.log(total);\n`;

describe('hazards: the cause of several shapes', () => {
  it('is told of once, where the shapes part', () => {
    const read = 'const read = (o) => o.y;\n';
    assert.deepEqual(hazardsOf(`${read}${loop('total += read(i % 2 ? { x: 1, y: i } : { y: i, x: 1 });')}`), [
      'property-order at {',
    ]);
    assert.deepEqual(
      hazardsOf(
        `${read}function P(n) { this.x = 1; if (n) this.n = n; this.y = n; }\n${loop('total += read(new P(i % 2));')}`,
      ),
      ['conditional-property at n'],
    );
    assert.deepEqual(
      hazardsOf(
        `${read}class P { y = 1; }\nfunction mark(p) { p.mark = 1; }\n${loop('const p = new P(); if (i % 2) mark(p); total += read(p);')}`,
      ),
      ['late-property at mark'],
    );
    assert.deepEqual(hazardsOf(`${read}${loop('const o = {}; o.y = i; total += read(i % 2 ? { y: i } : o);')}`), [
      'object-origin at {',
    ]);
  });

  it('is none where objects differ by nature', () => {
    const source = `class Circle { constructor(r) { this.r = r; } area() { return this.r; } }
class Square { constructor(a) { this.a = a; } area() { return this.a; } }
${loop('total += (i % 2 ? new Circle(i) : new Square(i)).area();')}`;
    assert.deepEqual(hazardsOf(source), []);
  });

  it('in the constructor of a base class is no late property', () => {
    const source = `class Base { constructor(n) { this.n = n; if (n) this.extra = n; } }
class Derived extends Base { constructor(n) { super(n); this.y = n; } }
${loop('total += new Derived(i % 2).y;')}`;
    assert.deepEqual(hazardsOf(source), ['conditional-property at extra']);
  });
});

describe('hazards: what places met', () => {
  it('does not take strings for the objects that are made next', () => {
    const { simulation } = runProgram(
      "const swap = (s) => s.replace('a', 'b');\nfor (let i = 0; i < 50; i++) swap('a' + i);\nconst o = { x: 1 };\nconsole.log(o.x);\n",
      {},
      'log',
    );
    const { sites, shapes } = simulation.engineEvidence()!;
    const met = sites.find(({ key }) => key === 'replace')!.shapes.map(({ number }) => shapes.get(number)!);
    assert.deepEqual(new Set(met.map(({ text }) => text)), new Set(['string']));
    assert.ok(met.every(({ number }) => number < 0));
  });

  it('is said of all that is added later in one', () => {
    const source = `class Item { constructor(id) { this.id = id; } }
function price(item) { item.price = 1; }
function count(item) { item.count = 2; }
${loop('const item = new Item(i); if (i & 1) price(item); if (i & 2) count(item); total += item.id;')}`;
    const [finding, ...others] = findingsOf(source);
    assert.equal(finding?.hazard, 'late-property');
    assert.match(finding.message, /^'price' \(and 1 more elsewhere\)/);
    assert.deepEqual(others, []);
    assert.deepEqual(hazardsOf(apply(source, finding.fixes[0]!)), []);
  });

  it('is left out where it was met a few times', () => {
    const source = `function P(n) { this.x = 1; if (n) this.n = n; this.y = n; }\nconst read = (p) => p.y;\nconsole.log(read(new P(0)) + read(new P(1)));`;
    assert.deepEqual(hazardsOf(source), []);
  });
});

describe('hazards: putting properties in order', () => {
  const read = 'const read = (o) => o.y;\n';
  const fixesOf = (source: string): readonly Fix[] => findingsOf(source).flatMap(({ fixes }) => fixes);

  it('changes each literal with the other order', () => {
    const source = `${read}${loop('total += read(i % 2 ? { x: Math.max(i, 1), y: i } : { y: 2, x: i }) + read({ x: 5, y: 2 });')}`;
    const [fix] = fixesOf(source);
    assert.ok(fix);
    const fixed = apply(source, fix);
    assert.deepEqual(hazardsOf(fixed), []);
    assert.equal(runProgram(fixed).stdout, runProgram(source).stdout);
  });

  it('is not offered where somebody may see the order', () => {
    const odd = (values: string, more = ''): string =>
      `${read}const f = (v) => v;\n${more}${loop(`const o = i % 2 ? ${values} : { y: 2, x: i }; total += read(o);`)}`;
    assert.equal(fixesOf(odd('{ x: 1, y: 1 }')).length, 1);
    assert.equal(fixesOf(odd('{ x: f(1), y: f(2) }')).length, 0, 'two calls');
    assert.equal(fixesOf(odd('{ x: i = i, y: i }')).length, 0, 'an assignment');
    assert.equal(fixesOf(odd('{ x: 1, y: 1 }', 'module.exports = f;\n')).length, 0, 'exported');
    assert.equal(
      fixesOf(odd('{ x: 1, y: 1 }', 'function keys(o) { return Object.keys(o); }\n')).length,
      0,
      'not reached',
    );
    assert.equal(fixesOf(odd('{ x: 1, y: 1 }', 'Object.keys({ z: 1 });\n')).length, 1, 'of another object');
    assert.equal(fixesOf(`${odd('{ x: 1, y: 1 }')}console.log({ y: 2, x: 1 });\n`).length, 0, 'printed');
    assert.equal(fixesOf(odd('{ x: 1, /* why */ y: 1 }')).length, 0, 'a comment');
  });
});

describe('hazards: what an access met before it had feedback', () => {
  const program = (other: string): string =>
    `function read(o) { return o.x; }\nconst first = read({ y: 1, x: 2 });\n${loop(`total += read({ x: i, y: 1 });${other}`)}`;

  it('is nobody’s trouble: the cache is monomorphic', () => {
    assert.deepEqual(hazardsOf(program('')), []);
    assert.deepEqual(hazardsOf(program(' if (i > 90) total += read({ y: 1, x: 2 });')), ['property-order at {']);
  });
});

describe('hazards: initialising properties', () => {
  const program = (test: string): string =>
    `function P(n) { this.x = 1; if (n) this.n = n; this.y = n; }\n${loop(`const p = new P(i % 2); ${test} total += p.y;`)}`;
  const fixesOf = (source: string): readonly Fix[] => findingsOf(source).flatMap(({ fixes }) => fixes);

  it('is not offered where somebody asks what is there', () => {
    assert.equal(fixesOf(program('')).length, 1);
    assert.equal(fixesOf(program("if ('n' in p) total++;")).length, 0);
    assert.equal(fixesOf(program("if (Object.hasOwn(p, 'n')) total++;")).length, 0);
    assert.equal(fixesOf(program('for (const key in p) total += key.length;')).length, 0);
    assert.equal(fixesOf(program('total += JSON.stringify(p).length;')).length, 0);
    assert.equal(fixesOf(`P.prototype.n = 5;\n${program('')}`).length, 0, 'inherited');
  });
});
