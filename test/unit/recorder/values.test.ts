/** Values of a moment, opened level by level, and what can be written where. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ChildView, ValuePath } from '../../../src/protocol/questions.ts';
import { type PausedProgram, pausedAt } from './paused-program.ts';

const program = `
const list = [1, 2, , 4];
list.extra = 'more';
const large = Array.from({ length: 1000 }, (_, index) => ({ index }));
const bytes = new Uint8Array([5, 6, 7]);
const wide = {};
for (let i = 0; i < 3000; i++) wide['key' + i] = i;
const map = new Map([['a', { z: 1 }], [{}, 2]]);
const set = new Set(['member']);
let reads = 0;
class Shape {
  #size = 3;
  get area() { reads++; console.log('read'); return { value: this.#size ** 2, reads }; }
  get broken() { throw new TypeError('no'); }
  set only(value) {}
}
class Circle extends Shape { constructor() { super(); this.own = 1; } }
const circle = new Circle();
Object.defineProperty(circle, 'lazy', { get() { reads++; return [reads]; }, enumerable: true });
const promise = Promise.resolve(7);
const proxy = new Proxy({ a: 1 }, {});
const bound = function target(a) {}.bind(1, 2);
const words = { 'two words': 1, plain: { deep: [Symbol('s')] }, [Symbol('key')]: 2, __proto__: null };
function counter() { let count = 0; return function increment() { return ++count; }; }
const increment = counter();
const sparse = []; sparse[100000] = 1;
const frozen = Object.freeze({ a: 1 });
const text = 'x'.repeat(100);
delete words.plain.gone; const gone = { a: 1, b: 2 }; delete gone.a;
debugger;
`;

function localsOf({ answers, moment, children }: PausedProgram): Readonly<Record<string, ChildView>> {
  const local = answers.scopes({ moment, frame: 0 }).scopes.find(({ name }) => name === 'Local')!;
  return children(local.path);
}

/** `name: value` of the children of a path. */
function shownAt({ children }: PausedProgram, path: ValuePath): string[] {
  return Object.values(children(path))
    .filter(({ name }) => name !== 'hidden class' && name !== '[[Prototype]]')
    .map(({ name, value }) => `${name}: ${value}`);
}

describe('values', () => {
  const paused = pausedAt(program);
  const { answers, moment, children } = paused;
  const locals = localsOf(paused);
  const pathOf = (name: string): ValuePath => locals[name]!.path;

  it('have numbered children, page by page, and named ones', () => {
    const { indexedCount, elementsKind } = locals['list']!;
    assert.deepEqual([indexedCount, elementsKind], [4, 'HOLEY_SMI_ELEMENTS']);
    assert.deepEqual(shownAt(paused, pathOf('list')), [
      '0: 1',
      '1: 2',
      '3: 4',
      'length: 4',
      "extra: 'more'",
      'elements kind: HOLEY_SMI_ELEMENTS',
    ]);
    const page = answers.children({
      moment,
      path: pathOf('large'),
      filter: 'indexed',
      start: 998,
      count: 100,
    }).children;
    assert.deepEqual(
      page.map(({ name, value, evaluateName }) => [name, value, evaluateName]),
      [
        ['998', '{index: 998}', 'large[998]'],
        ['999', '{index: 999}', 'large[999]'],
      ],
    );
    assert.deepEqual(shownAt(paused, page[1]!.path), ['index: 999']);
    const named = answers.children({ moment, path: pathOf('large'), filter: 'named' }).children;
    assert.equal(named[0]!.name, 'length');
    assert.deepEqual(shownAt(paused, pathOf('bytes')).slice(0, 3), ['0: 5', '1: 6', '2: 7']);
    assert.equal(locals['bytes']!.indexedCount, 3);
    assert.equal(locals['sparse']!.indexedCount, 0);
    assert.ok(shownAt(paused, pathOf('sparse')).includes('100000: 1'));
  });

  it('with thousands of properties come in parts, too', () => {
    assert.ok(locals['wide']!.namedCount >= 3000);
    const part = answers.children({ moment, path: pathOf('wide'), filter: 'named', start: 2990, count: 3 }).children;
    assert.deepEqual(
      part.map(({ name, value }) => [name, value]),
      [
        ['key2990', '2990'],
        ['key2991', '2991'],
        ['key2992', '2992'],
      ],
    );
  });

  it('show what the engine keeps beside properties', () => {
    assert.match(
      children(pathOf('circle'))['hidden class']!.value,
      /^#\d+: fast properties, 3 properties, 0 transitions$/,
    );
    assert.match(children(pathOf('gone'))['hidden class']!.value, /^#\d+: dictionary mode, 1 property$/);
    const entries = children(pathOf('map'))['[[Entries]]']!;
    assert.equal(entries.value, '2 entries');
    assert.deepEqual(shownAt(paused, entries.path), ["0: {'a' => {…}}", '1: {{…} => 2}']);
    assert.deepEqual(shownAt(paused, [...entries.path, 0]), ["key: 'a'", 'value: {z: 1}']);
    assert.deepEqual(shownAt(paused, children(pathOf('set'))['[[Entries]]']!.path), ["0: 'member'"]);
    assert.deepEqual(shownAt(paused, pathOf('promise')), ['[[PromiseState]]: fulfilled', '[[PromiseResult]]: 7']);
    assert.deepEqual(shownAt(paused, pathOf('proxy')), [
      '[[Handler]]: {}',
      '[[Target]]: {a: 1}',
      '[[IsRevoked]]: false',
    ]);
    assert.ok(shownAt(paused, pathOf('bound')).includes('[[BoundThis]]: 1'));
    assert.equal(children(pathOf('words'))['[[Prototype]]']!.value, 'null');
  });

  it('of functions tell where they are written and what they see', () => {
    const { place } = locals['increment']!;
    assert.equal(program.slice(place!.offset).split('(')[0], 'function increment');
    const own = children(pathOf('increment'));
    assert.equal(
      own['[[FunctionLocation]]']!.value,
      `/test/program.js:${program.split('function increment')[0]!.split('\n').length}`,
    );
    assert.deepEqual(own['[[FunctionLocation]]']!.place, place);
    const [closure] = answers.children({ moment, path: own['[[Scopes]]']!.path }).children;
    assert.equal(closure!.name, 'Closure (counter)');
    assert.deepEqual(shownAt(paused, closure!.path), ['count: 0']);
  });

  it('run getters only when asked, each on a copy', () => {
    const { lazy } = children(pathOf('circle'));
    assert.deepEqual([lazy!.value, lazy!.isAccessor, lazy!.namedCount], ['(…)', true, 1]);
    assert.deepEqual(shownAt(paused, lazy!.path), ['lazy: [1]']);
    assert.deepEqual(shownAt(paused, [...lazy!.path, 0]).slice(0, 1), ['0: 1']);
    assert.equal(paused.shown('reads'), '0');
    const result = paused.evaluate('Shape.prototype').value;
    const broken = children(result.path)['broken']!;
    assert.deepEqual(shownAt(paused, broken.path), ['broken throws: TypeError: no']);
  });

  it('have names by which they can be asked for', () => {
    const own = children(pathOf('words'));
    assert.equal(own['two words']!.evaluateName, 'words["two words"]');
    assert.equal(own['plain']!.evaluateName, 'words.plain');
    assert.equal(own['Symbol(key)']!.evaluateName, undefined);
    const [deep] = answers.children({ moment, path: [...own['plain']!.path] }).children;
    assert.equal(answers.children({ moment, path: deep!.path }).children[0]!.evaluateName, 'words.plain.deep[0]');
    assert.equal(children(pathOf('frozen'))['a']!.isReadOnly, true);
    assert.equal(children(pathOf('gone'))['b']!.isReadOnly, false);
    assert.equal(locals['text']!.value.length, 102);
  });

  it('of expressions can be opened, and stay while the moment does', () => {
    const first = paused.evaluate('({ a: [list, increment()] })').value;
    const second = paused.evaluate('increment()').value;
    assert.equal(second.value, '1');
    const [a] = answers.children({ moment, path: first.path }).children;
    assert.deepEqual(shownAt(paused, a!.path).slice(0, 2), ['0: (4) [1, 2, empty, 4]', '1: 1']);
  });
});

describe('completions', () => {
  const { answers, moment } = pausedAt(program);
  const labels = (text: string): string[] =>
    answers.completions({ moment, frame: 0, text }).completions.map(({ label }) => label);

  it('are the names that are visible', () => {
    assert.deepEqual(labels('1 + inc'), ['increment']);
    assert.deepEqual(labels('cir'), ['circle']);
    assert.ok(labels('').includes('Math'));
    assert.ok(labels('type').includes('typeof'));
  });

  it('are own and inherited properties, and nothing is called for them', () => {
    assert.deepEqual(labels('circle.').slice(0, 2), ['own', 'lazy']);
    assert.deepEqual(labels('circle.ar'), ['area']);
    assert.deepEqual(labels('words.plain.de'), ['deep']);
    assert.ok(labels('list[0].toF').includes('toFixed'));
    assert.deepEqual(labels('text.len'), ['length']);
    assert.deepEqual(labels('increment().'), []);
    assert.deepEqual(labels('circle.lazy.'), []);
  });

  it('tell what each is', () => {
    const [shape] = answers.completions({ moment, frame: 0, text: 'Shap' }).completions;
    assert.deepEqual(shape, { label: 'Shape', kind: 'class', detail: 'class Shape' });
  });
});

describe('an expression in TypeScript', () => {
  it('may have types where the file may', () => {
    const source = 'const n: number = 1;\ndebugger;\n';
    const { shown } = pausedAt(source, { fileName: '/test/program.ts' });
    assert.equal(shown('(n as number) + (<number>2)'), '3');
  });
});

describe('an expression in no frame', () => {
  it('sees what is global', () => {
    const { shown } = pausedAt('globalThis.shared = 3; const own = 1; debugger;');
    assert.equal(shown('shared', -1), '3');
    assert.equal(shown('typeof own', -1), "'undefined'");
    const script = pausedAt('let own = 1; var other = 2; debugger;', { runtime: 'browser', sourceKind: 'script' });
    assert.equal(script.shown('own + other', -1), '3');
    assert.equal(script.shown('own + other'), '3');
    assert.deepEqual(script.variables(), { '0 Script': { own: '1' } });
  });
});
