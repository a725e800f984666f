// Each truth that the hovers of the hazards claim, asked of the pinned real Node: is this still so? Only what is
// deterministic; the measured ratios are in the words, with the version they were measured on.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { nodeBinary } from './node-binary.ts';

const node = nodeBinary();

/** Runs the program in a fresh Node with natives, compiling on the main thread, and gives back what it leaves in `result`. */
function ask(program: string): unknown {
  const flags = ['--allow-natives-syntax', '--single-threaded'];
  const text = execFileSync(
    node,
    [...flags, '-e', `let result;\n${program}\nprocess.stdout.write(JSON.stringify(result));`],
    {
      encoding: 'utf8',
      env: {},
    },
  );
  return JSON.parse(text) as unknown;
}

/** Bits of %GetOptimizationStatus, as in Node 24. */
const optimizedBit = 4;
const turbofanBit = 6;

function statusAfterOptimization(definition: string, call: string): number {
  return Number(
    ask(`${definition}
      %PrepareFunctionForOptimization(f);
      ${call}; ${call};
      %OptimizeFunctionOnNextCall(f);
      ${call};
      result = %GetOptimizationStatus(f);`),
  );
}

function assertOptimizes(definition: string, call: string): void {
  const status = statusAfterOptimization(definition, call);
  assert.ok((status >> optimizedBit) & 1, `${definition} is not optimised: status ${status}`);
  assert.ok((status >> turbofanBit) & 1, `${definition} is not in TurboFan: status ${status}`);
}

describe('oracle: nothing prevents optimisation', () => {
  const programs: readonly (readonly [string, string, string])[] = [
    ['direct eval, sloppy', 'function f(a) { return eval("a + 1"); }', 'f(1)'],
    ['direct eval, strict', 'function f(a) { "use strict"; return eval("a + 1"); }', 'f(1)'],
    ['eval that is not reached', 'function f(a) { if (a < 0) eval("a"); return a; }', 'f(1)'],
    ['indirect eval', 'function f(a) { return (0, eval)("1 + 1") + a; }', 'f(1)'],
    ['what new Function makes', 'const f = new Function("a", "return a + 1");', 'f(1)'],
    ['with', 'function f(o) { with (o) { return x; } }', 'f({ x: 1 })'],
    ['delete', 'function f() { const o = { a: 1, b: 2 }; delete o.b; return o; }', 'f()'],
    ['mapped arguments', 'function f(a) { return arguments[0] + a; }', 'f(1)'],
    ['leaking arguments', 'var kept; function f(a) { kept = arguments; return a; }', 'f(1)'],
    ['copied arguments', 'function f() { return [...arguments]; }', 'f(1)'],
    ['for-in', 'function f(o) { let n = 0; for (const k in o) n += o[k]; return n; }', 'f({ a: 1 })'],
    [
      'for-in over a dictionary',
      'const d = { a: 1 }; delete d.a; d.b = 1; function f() { let n = 0; for (const k in d) n += d[k]; return n; }',
      'f()',
    ],
  ];
  for (const [name, definition, call] of programs) {
    it(name, () => {
      assertOptimizes(definition, call);
    });
  }
});

describe('oracle: delete', () => {
  const claims: readonly (readonly [string, string, unknown])[] = [
    [
      'of the last property makes a dictionary',
      'const o = { a: 1, b: 2 }; delete o.b; result = %HasFastProperties(o);',
      false,
    ],
    [
      'of the first property makes a dictionary',
      'const o = { a: 1, b: 2 }; delete o.a; result = %HasFastProperties(o);',
      false,
    ],
    [
      'by a computed key does too',
      'const o = { a: 1, b: 2 }; const k = "b"; delete o[k]; result = %HasFastProperties(o);',
      false,
    ],
    [
      'by Reflect.deleteProperty does too',
      'const o = { a: 1 }; Reflect.deleteProperty(o, "a"); result = %HasFastProperties(o);',
      false,
    ],
    [
      'of a class instance does too',
      'class P { x = 1; y = 2 } const o = new P(); delete o.y; result = %HasFastProperties(o);',
      false,
    ],
    ['of what is missing changes nothing', 'const o = { a: 1 }; delete o.z; result = %HasFastProperties(o);', true],
    [
      'is not undone by adding the property again',
      'const o = { a: 1, b: 2 }; delete o.b; o.b = 2; result = %HasFastProperties(o);',
      false,
    ],
    [
      'is not undone by reading a thousand times',
      'const o = { a: 1, b: 2 }; delete o.b; for (let i = 0; i < 1000; i++) o.a; result = %HasFastProperties(o);',
      false,
    ],
    [
      'is not needed to forget a value: undefined keeps the hidden class',
      'const o = { a: 1, b: {} }; const p = { a: 1, b: {} }; o.b = undefined; result = %HasFastProperties(o) && %HaveSameMap(o, p);',
      true,
    ],
    [
      'by rest destructuring keeps the copy fast',
      'const { b, ...rest } = { a: 1, b: 2, c: 3 }; result = %HasFastProperties(rest) && Object.keys(rest).join();',
      'a,c',
    ],
    [
      'of an array element leaves a hole, fast and with the same length',
      'const a = [1, 2, 3]; delete a[1]; result = [%HasHoleyElements(a), %HasFastElements(a) || %HasSmiElements(a), a.length, 1 in a];',
      [true, true, 3, false],
    ],
    [
      'of the last element leaves a hole, too',
      'const a = [1, 2, 3]; delete a[2]; result = [%HasHoleyElements(a), a.length];',
      [true, 3],
    ],
    [
      'is not needed in arrays: splice keeps them packed',
      'const a = [1, 2, 3]; a.splice(1, 1); result = %HasHoleyElements(a);',
      false,
    ],
    [
      'of a variable does nothing',
      'var v = 1; (function (p) { result = [delete v, delete p, p]; })(2);',
      [false, false, 2],
    ],
    ['removes an undeclared global', 'made = 1; result = [delete made, typeof made];', [true, 'undefined']],
    [
      'meets dictionaries by nature',
      'result = [%HasFastProperties(Object.create(null)), %HasFastProperties({ __proto__: null })];',
      [false, false],
    ],
  ];
  for (const [name, program, expected] of claims) {
    it(name, () => {
      assert.deepEqual(ask(program), expected);
    });
  }
});

describe('oracle: arguments', () => {
  const claims: readonly (readonly [string, string, unknown])[] = [
    [
      'and parameters alias in sloppy code',
      'function f(a) { arguments[0] = 2; const seen = a; a = 3; return [seen, arguments[0]]; } result = f(1);',
      [2, 3],
    ],
    [
      'does not alias what was not passed',
      'function f(a, b) { b = 2; return [arguments.length, arguments[1] === undefined]; } result = f(1);',
      [1, true],
    ],
    ['does not alias in strict code', 'function f(a) { "use strict"; arguments[0] = 2; return a; } result = f(1);', 1],
    ['does not alias with a default parameter', 'function f(a = 0) { arguments[0] = 2; return a; } result = f(1);', 1],
    ['does not alias with a rest parameter', 'function f(a, ...r) { arguments[0] = 2; return a; } result = f(1);', 1],
    [
      'in strict code has no callee',
      'function f() { "use strict"; try { return arguments.callee; } catch (e) { return e.name; } } result = f();',
      'TypeError',
    ],
    [
      "of the file are the wrapper's",
      'const m = new (require("module"))("x"); m._compile("module.exports = [arguments.length, arguments[0] === exports]", "/x.js"); result = m.exports;',
      [5, true],
    ],
  ];
  for (const [name, program, expected] of claims) {
    it(name, () => {
      assert.deepEqual(ask(program), expected);
    });
  }
});

describe('oracle: eval and with', () => {
  const claims: readonly (readonly [string, string, unknown])[] = [
    ['direct eval sees locals', 'const x = 1; function f() { const x = 2; return eval("x"); } result = f();', 2],
    [
      'indirect eval and new Function do not',
      'globalThis.x = 1; function f() { const x = 2; return [(0, eval)("x"), eval?.("x"), new Function("return x")()]; } result = f();',
      [1, 1, 1],
    ],
    [
      'sloppy eval declares vars in the function',
      'function f() { eval("var added = 1"); return typeof added; } result = f();',
      'number',
    ],
    [
      'strict eval keeps them to itself',
      'function f() { "use strict"; eval("var added = 1"); return typeof added; } result = f();',
      'undefined',
    ],
    [
      'with reads through the object first',
      'function f(o) { let x = 1; with (o) { return x; } } result = [f({}), f({ x: 2 })];',
      [1, 2],
    ],
    [
      'with is refused in strict code',
      'try { new Function("\'use strict\'; with ({}) {}"); } catch (e) { result = e.message; }',
      'Strict mode code may not include a with statement',
    ],
  ];
  for (const [name, program, expected] of claims) {
    it(name, () => {
      assert.deepEqual(ask(program), expected);
    });
  }

  it('eval moves locals into a context, even where it is not reached', () => {
    const listing = (body: string): string =>
      execFileSync(
        node,
        [
          '--print-bytecode',
          '--print-bytecode-filter=probe',
          '-e',
          `function probe(a) { let local = a; ${body} return local; }\nprobe(1);`,
        ],
        {
          encoding: 'utf8',
          env: {},
        },
      );
    assert.match(listing('if (a < 0) eval("1");'), /CreateFunctionContext|NewFunctionContext/);
    assert.match(listing('if (a < 0) eval("1");'), /StaCurrentContextSlot|StaContextSlot/);
    assert.doesNotMatch(listing('if (a < 0) String("1");'), /FunctionContext|StaCurrentContextSlot/);
  });

  it('with looks every name up at run time, locals too', () => {
    const listing = execFileSync(
      node,
      [
        '--print-bytecode',
        '--print-bytecode-filter=probe',
        '-e',
        'function probe(o) { let local = 1; with (o) { return local; } }\nprobe({});',
      ],
      { encoding: 'utf8', env: {} },
    );
    assert.match(listing, /CreateWithContext/);
    assert.match(listing, /LdaLookupSlot/);
  });
});

describe('oracle: for-in', () => {
  const claims: readonly (readonly [string, string, unknown])[] = [
    [
      'over an array gives strings, and inherited keys',
      'Array.prototype.extra = 1; const keys = []; for (const k in [7]) keys.push(k); delete Array.prototype.extra; result = keys;',
      ['0', 'extra'],
    ],
    [
      'meets enumerable properties of prototypes',
      'const keys = []; for (const k in Object.create({ inherited: 1 })) keys.push(k); result = keys;',
      ['inherited'],
    ],
    [
      'does not meet the methods of a class',
      'class P { x = 1; m() {} } const keys = []; for (const k in new P()) keys.push(k); result = keys;',
      ['x'],
    ],
    [
      'over nothing does nothing',
      'let n = 0; for (const k in null) n++; for (const k in undefined) n++; result = n;',
      0,
    ],
    [
      'puts integer keys first',
      'const keys = []; for (const k in { b: 1, 2: 1, a: 1, 1: 1 }) keys.push(k); result = keys;',
      ['1', '2', 'b', 'a'],
    ],
    [
      'leaves the object fast',
      'const o = { a: 1, b: 2 }; for (const k in o) o[k]; result = %HasFastProperties(o);',
      true,
    ],
  ];
  for (const [name, program, expected] of claims) {
    it(name, () => {
      assert.deepEqual(ask(program), expected);
    });
  }
});
