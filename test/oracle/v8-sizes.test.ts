/** Object sizes: the growth of real V8's heap over many objects of one kind, against what we say of one. */
import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import {
  contextSize,
  heapNumberSize,
  JSObject,
  bigintSize,
  stringSize,
  symbolSize,
  totalSize,
} from '../../src/engine/index.ts';
import { objectVariable, runScript } from '../agreement/run-script.ts';
import { nodeBinary } from './node-binary.ts';

/** An expression that makes the object, after some preparation; and where more comes with it, how many bytes that is. */
interface SizedObject {
  readonly make: string;
  readonly before?: string;
  readonly extra?: number;
}

const objects: readonly SizedObject[] = [
  { make: '{}' },
  ...[1, 2, 3, 5, 8].map((count) => ({
    make: `{${Array.from({ length: count }, (_, i) => `k${i}: 1`).join(', ')}}`,
  })),
  { make: 'f({})', before: 'const f = (o) => { o.a = 1; o.b = 1; o.c = 1; o.d = 1; return o; };' },
  { make: 'f({})', before: 'const f = (o) => { o.a = 1; o.b = 1; o.c = 1; o.d = 1; o.e = 1; return o; };' },
  { make: 'f({})', before: 'const f = (o) => { for (const k of "abcdefgh") o[k] = 1; return o; };' },
  { make: 'new P(i)', before: 'function P(x) { this.x = x; } for (let j = 0; j < 20; j++) new P(j);' },
  { make: 'new P(i)', before: 'function P(x) { this.x = x; this.y = x; } for (let j = 0; j < 20; j++) new P(j);' },
  { make: 'new C()', before: 'class C { a = 1; b = 2; c = 3; } for (let j = 0; j < 20; j++) new C();' },
  { make: 'new D()', before: 'class C { a = 1; } class D extends C { b = 2; } for (let j = 0; j < 20; j++) new D();' },
  { make: '{x: i + 0.5}' },
  { make: '{x: i + 0.5, y: i + 0.25}' },
  { make: '[]' },
  { make: '[i]' },
  { make: '[i, i, i, i]' },
  { make: '[i, i, i, i, i, i, i, i]' },
  { make: '[1, 2, 3]' },
  { make: '[i + 0.5, i + 0.5]' },
  { make: 'f(1)', before: 'const f = (n) => { const a = []; for (let j = 0; j < n; j++) a.push(j); return a; };' },
  { make: 'f(17)', before: 'const f = (n) => { const a = []; for (let j = 0; j < n; j++) a.push(j); return a; };' },
  { make: 'f(18)', before: 'const f = (n) => { const a = []; for (let j = 0; j < n; j++) a.push(j); return a; };' },
  { make: '() => 1' },
  { make: 'function () {}' },
  { make: 'f(i)', before: 'const f = (v) => () => v;', extra: contextSize(1) },
  { make: '(() => 1).bind()', extra: 56 },
  { make: 'new Map()' },
  { make: 'new Set()' },
  { make: 'new D()', before: 'class D extends Date { a = 1; } for (let j = 0; j < 20; j++) new D();' },
  { make: 'new D(i)', before: 'class D extends Number {} new D(1);' },
  { make: 'new D(/x/)', before: 'class D extends RegExp { a = 1; } for (let j = 0; j < 20; j++) new D(/x/);' },
  { make: 'new Promise(f)', before: 'const f = () => {};' },
  { make: 'new Date(i)' },
  { make: '/x/' },
  { make: 'new Uint8Array(8)' },
  { make: 'new Proxy(t, t)', before: 'const t = {};' },
  { make: 'new String("x")' },
  { make: 'Object.create(null)' },
  { make: 'Object.create(p)', before: 'const p = {};' },
  { make: 'f({a: 1, b: 2})', before: 'const f = (o) => { delete o.a; return o; };' },
  { make: 'f({a: 1, b: 2, c: 3, d: 4, e: 5, f: 6})', before: 'const f = (o) => { delete o.a; return o; };' },
];

const primitives: readonly { readonly make: string; readonly ours: number }[] = [
  { make: 'i + 0.5', ours: heapNumberSize },
  { make: 'BigInt(i + 1)', ours: bigintSize(1n) },
  { make: '(1n << 64n) + BigInt(i)', ours: bigintSize(2n ** 64n) },
  { make: 'Symbol()', ours: symbolSize },
  { make: 'JSON.stringify(`abcdefghij` + i)', ours: stringSize('x'.repeat(16)) },
];

/** The heap after a full collection, before and after as many were made as the list has places. */
const measure = `
const count = 4000;
const run = (source) => new Function('list', source);
const used = () => { gc(); gc(); return process.memoryUsage().heapUsed; };
const one = ({ before, make }) => {
  const fill = run(before + '\\nfor (let i = 0; i < list.length; i++) list[i] = ' + make + ';');
  fill(new Array(50).fill(null));
  const sizes = [];
  for (let round = 0; round < 3; round++) {
    const list = new Array(count).fill(null);
    const start = used();
    fill(list);
    sizes.push((used() - start) / count);
  }
  return Math.round(sizes.sort((a, b) => a - b)[1] / 8) * 8;
};
console.log(JSON.stringify(JSON.parse(process.argv[1]).map(one)));
`;

function sizesOfV8(made: readonly { readonly make: string; readonly before?: string }[]): number[] {
  const cases = made.map(({ make, before = '' }) => ({ make, before }));
  const flags = ['--expose-gc', '--single-threaded', '--no-opt', '--eval', measure, JSON.stringify(cases)];
  const { stdout, stderr, status } = spawnSync(nodeBinary(), flags, { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as number[];
}

function ourSize({ make, before = '', extra = 0 }: SizedObject): number {
  const script = runScript(
    `${before}\nvar list = []; for (let i = 0; i < 50; i++) list[i] = ${make};\nvar last = list[49];`,
  );
  const object = objectVariable(script, 'last');
  assert.ok(object instanceof JSObject, script.stderr);
  return totalSize(object) + extra;
}

describe('oracle: objects are as large as in V8', function () {
  this.timeout(120_000);

  it('objects', () => {
    const theirs = sizesOfV8(objects);
    const text = ({ make, before = '' }: SizedObject): string => `${before} ${make}`.trim();
    assert.deepEqual(
      objects.map((each) => `${text(each)}: ${ourSize(each)}`),
      objects.map((each, i) => `${text(each)}: ${theirs[i]}`),
    );
  });

  it('numbers, texts and symbols', () => {
    const theirs = sizesOfV8(primitives);
    assert.deepEqual(
      primitives.map(({ make, ours }) => `${make}: ${ours}`),
      primitives.map(({ make }, i) => `${make}: ${theirs[i]}`),
    );
  });
});
