// What the hazards about elements, operators and functions claim, asked of the pinned real Node; and for their examples that
// the code which the simulation left is the code that V8 left, for the same reasons in the same order.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { arithmeticHazard } from '../../src/hazards/functions/arithmetic.ts';
import { deoptLoopHazard } from '../../src/hazards/functions/deopt-loop.ts';
import { functionTooBigHazard } from '../../src/hazards/functions/function-too-big.ts';
import { outOfBoundsHazard } from '../../src/hazards/elements/out-of-bounds.ts';
import { runProgram } from '../unit/run-program.ts';
import { nodeBinary } from './node-binary.ts';

const node = nodeBinary();

function ask(program: string): unknown {
  const flags = ['--allow-natives-syntax', '--single-threaded'];
  const text = execFileSync(
    node,
    [...flags, '-e', `let result;\n${program}\nprocess.stdout.write(JSON.stringify(result));`],
    { encoding: 'utf8', env: {} },
  );
  return JSON.parse(text) as unknown;
}

describe('oracle: what functions return', () => {
  it('is of two shapes from two literals, and of one from one', () => {
    const program = `
      function two(i) { if (i % 2) return { found: true, name: 'a' }; return { found: false, reason: 'b', i }; }
      function one(i) { return { found: i % 2 === 1, name: i % 2 ? 'a' : null, reason: i % 2 ? null : 'b' }; }
      result = [%HaveSameMap(two(0), two(1)), %HaveSameMap(two(1), two(3)), %HaveSameMap(one(0), one(1))];`;
    assert.deepEqual(ask(program), [false, true, true]);
  });
});

describe('oracle: elements', () => {
  const claims: readonly (readonly [string, string, unknown])[] = [
    [
      'null makes an array of numbers one of anything, for good',
      'const a = [0.5, 1.5]; const before = %HasDoubleElements(a); a.push(null); a.pop(); result = [before, %HasDoubleElements(a), %HasObjectElements(a)];',
      [true, false, true],
    ],
    [
      'so do undefined and a string',
      'result = [undefined, "x"].map((value) => { const a = [0.5]; a[0] = value; return %HasDoubleElements(a); });',
      [false, false],
    ],
    ['NaN does not', 'const a = [0.5]; a.push(NaN); result = %HasDoubleElements(a);', true],
    [
      'a gap leaves a hole for good',
      'const a = [1, 2]; a[3] = 4; const before = %HasHoleyElements(a); a[2] = 3; result = [before, %HasHoleyElements(a)];',
      [true, true],
    ],
    ['an array made by its length is holey', 'result = %HasHoleyElements(new Array(3));', true],
    ['and packed when it is filled', 'result = %HasHoleyElements(new Array(3).fill(0));', false],
    [
      'a gap of 1,023 is holes, of 1,024 a dictionary',
      'result = [1023, 1024].map((index) => { const a = []; a[index] = 1; return %HasDictionaryElements(a); });',
      [false, true],
    ],
    ['a length of 33,554,432 is fast', 'result = %HasDictionaryElements(new Array(33554432));', false],
    ['and one more is not', 'result = %HasDictionaryElements(new Array(33554433));', true],
  ];
  for (const [name, program, expected] of claims) {
    it(name, () => {
      assert.deepEqual(ask(program), expected);
    });
  }
});

/** Reasons for which V8 left optimised code of a program. */
function theirDeoptimizations(source: string): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'hazards-elements-'));
  try {
    const file = path.join(folder, 'program.cjs');
    writeFileSync(file, source);
    const text = execFileSync(node, ['--single-threaded', '--trace-deopt', file], { encoding: 'utf8', env: {} });
    return [...text.matchAll(/bailout \(kind: deopt-eager, reason: ([^)]+)\)/g)].map(([, reason]) => reason!);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function ourDeoptimizations(source: string): string[] {
  const { deoptimizations } = runProgram(source, {}, 'log').simulation.engineEvidence()!;
  return deoptimizations
    .filter(({ kind }) => kind === 'eager')
    .toSorted((one, other) => one.firstEvent - other.firstEvent)
    .flatMap(({ reason, count }) => Array.from({ length: count }, () => reason));
}

describe('oracle: deoptimisations of the examples', function () {
  this.timeout(60_000);
  for (const { id, examples } of [arithmeticHazard, deoptLoopHazard, outOfBoundsHazard]) {
    for (const [kind, each] of [
      ...examples.bad.map((example) => ['bad', example] as const),
      ...examples.good.map((example) => ['good', example] as const),
    ]) {
      it(`${id}, ${kind}: ${JSON.stringify(each.source.slice(0, 60))}`, () => {
        assert.deepEqual(ourDeoptimizations(each.source), theirDeoptimizations(each.source));
      });
    }
  }
});

describe('oracle: functions too big', () => {
  it('have the bytecode that the simulation counts, and TurboFan does not take them', () => {
    const { source } = functionTooBigHazard.examples.bad[0]!;
    const listing = execFileSync(node, ['--print-bytecode', '--print-bytecode-filter=generated', '-e', source], {
      encoding: 'utf8',
      env: {},
      maxBuffer: 2 ** 27,
    });
    const { functions } = runProgram(source, {}, 'log').simulation.engineEvidence()!;
    const bytes = functions.find(({ name }) => name === 'generated')!.bytes;
    assert.equal(/Bytecode length: (\d+)/.exec(listing)?.[1], String(bytes));
    assert.ok(bytes > 61_440);
    const status = ask(
      `${source}\n%PrepareFunctionForOptimization(generated); generated(); generated(); %OptimizeFunctionOnNextCall(generated); generated(); result = %GetOptimizationStatus(generated);`,
    );
    assert.equal((Number(status) >> 6) & 1, 0);
  });

  it('are those above the limit that Node has', () => {
    const options = execFileSync(node, ['--v8-options'], { encoding: 'utf8', env: {} });
    assert.match(
      options,
      /--max-optimized-bytecode-size \([^)]*\)[^)]*\)?\s+type: int\s+default: --max-optimized-bytecode-size=61440/,
    );
  });
});
