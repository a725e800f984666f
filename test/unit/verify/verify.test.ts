// V8's log, and what becomes of claims that are held against it.
import assert from 'node:assert/strict';
import type { Claim } from '../../../src/protocol/claims.ts';
import { compareClaims } from '../../../src/verify/compare.ts';
import { documentOf, summaryOf, tableOf } from '../../../src/verify/report.ts';
import { V8LogReader, type V8Observations } from '../../../src/verify/v8-log.ts';

const log = `v8-version,13,6,233,17,-node.53,0
LoadIC,0x359eaf184898,1393000,12,26,0,1,0x20de639d96a9,a,,
LoadIC,0x359eaf184898,1393660,100001,26,0,1,0x20de639d96a9,a,,
LoadIC,0x359eaf184898,1393669,100001,26,1,P,0x20de639d95f1,a,,
LoadIC,0x359eaf184898,1404556,100001,26,P,P,0x20de639d9cc9,a,,
LoadGlobalIC,0x359eaf18476e,1404461,100008,1,X,X,0x2c2d9d780a91,console,,
map,Transition,1393535,0x36dd81e72d09,0x20de639d93d1,0x359eaf184715,100002,36,,b
map,NormalizeCached,1403999,0x20de639d96a9,0x2c2d9d784809,0x359eaf18472e,100003,21,DeletingProperty,
map,NormalizeCached,1403999,0x20de639d96a9,0x2c2d9d784809,0x359eaf18472e,0,-1,DeletingProperty,
code-deopt,1404013,256,0x7fc5c4005b00,-1,100010,dependency-change,</tmp/t.js:100001:11>,dependent prototype chain changed
code-deopt,1404358,320,0x7fc5c4006dc0,-1,100209,deopt-eager,</tmp/t.js:100005:26> inlined at </tmp/t.js:100009:3>,not a Smi
code-deopt,1404358,320,0x7fc5c4006dc0,-1,100209,deopt-eager,<node:internal/util:5:26>,not a Smi`;

const printed = `hello
elements transition [PACKED_SMI_ELEMENTS -> PACKED_ELEMENTS] in push+0 at <unknown>:<unknown> for 0x1 <JSArray[0]> from 0x1 to 0x1
elements transition [PACKED_SMI_ELEMENTS -> PACKED_ELEMENTS] in f+12 at /tmp/t.js:100004 for 0x1 <JSArray[0]> from 0x1 to 0x1`;

function observed(): V8Observations {
  const reader = new V8LogReader(100_000);
  for (const line of log.split('\n')) reader.logLine(line);
  for (const line of printed.split('\n')) reader.printedLine(line);
  return reader.observations();
}

const claim = (kind: Claim['kind'], line: number, column: number, says: string, subject = ''): Claim => ({
  kind,
  offset: 0,
  line,
  column,
  subject,
  says,
});

describe('verify: the log of V8', () => {
  it('is read for the lines of the file alone', () => {
    assert.deepEqual(observed(), {
      caches: [{ line: 1, column: 26, ic: 'LoadIC', states: ['0', '1', 'P'] }],
      deoptimizations: [
        { line: 1, column: 11, says: 'dependency-change: dependent prototype chain changed' },
        { line: 5, column: 26, says: 'deopt-eager: not a Smi' },
      ],
      dictionaries: [{ line: 3, column: 21, says: 'DeletingProperty' }],
      elements: [{ line: 4, column: 0, says: 'PACKED_SMI_ELEMENTS -> PACKED_ELEMENTS' }],
    });
  });
});

describe('verify: claims', () => {
  const verdictsOf = (claims: readonly Claim[], isCut = false): string[] =>
    compareClaims({ claims, isCut }, observed()).map(
      ({ kind, verdict, line, column, simulated, v8 }) => `${line}:${column} ${kind} ${verdict}: ${simulated} | ${v8}`,
    );

  it('agree, differ or are not observed, and what V8 did alone differs', () => {
    assert.deepEqual(
      verdictsOf([
        claim('cache', 1, 26, 'P', 'LoadIC'),
        claim('cache', 2, 3, '1', 'StoreIC'),
        claim('deoptimization', 5, 26, 'deopt-eager: not a Smi', 'g'),
        claim('dictionary', 3, 21, 'TooManyFastProperties'),
        claim('elements', 4, 9, 'PACKED_SMI_ELEMENTS -> PACKED_ELEMENTS'),
        claim('elements', 4, 9, 'PACKED_ELEMENTS -> HOLEY_ELEMENTS'),
      ]),
      [
        '1:11 deoptimization differed:  | dependency-change: dependent prototype chain changed',
        '1:26 cache agreed: P | P',
        '2:3 cache notObserved: 1 | ',
        '3:21 dictionary differed: TooManyFastProperties | DeletingProperty',
        '4:9 elements agreed: PACKED_SMI_ELEMENTS -> PACKED_ELEMENTS | PACKED_SMI_ELEMENTS -> PACKED_ELEMENTS',
        '4:9 elements notObserved: PACKED_ELEMENTS -> HOLEY_ELEMENTS | ',
        '5:26 deoptimization agreed: deopt-eager: not a Smi | deopt-eager: not a Smi',
      ],
    );
  });

  it('of a run that a limit ended are not held against what V8 did later', () => {
    assert.deepEqual(verdictsOf([claim('cache', 1, 26, '1', 'LoadIC')], true), ['1:26 cache notObserved: 1 | P']);
  });

  it('are told in a table and in a document', () => {
    const claims = [
      claim('cache', 1, 26, 'N', 'LoadIC'),
      claim('deoptimization', 5, 26, 'deopt-eager: not a Smi', 'g'),
    ];
    const comparisons = compareClaims({ claims, isCut: false }, observed());
    const run = { file: 't.js', version: 'Node v24.0.0, V8 13.6', end: 'exit code 0', isCut: false, comparisons };
    assert.equal(summaryOf(run), '1 of 4 agreed (25.0 %), 3 differed, 0 not observed');
    assert.match(tableOf(run, false), /^differed +1:26 +inline cache LoadIC +megamorphic +polymorphic$/m);
    assert.doesNotMatch(tableOf(run, false), /agreed/);
    assert.match(tableOf(run, true), /^agreed +5:26 +deoptimisation g/m);
    assert.match(documentOf(run), /^## 3 differed: V8 did something else$/m);
    assert.match(documentOf(run), /^\| 1:26 \| inline cache LoadIC \| megamorphic \| polymorphic \|$/m);
  });
});
