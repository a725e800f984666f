// The text after a fix, and that there is none where it is not certain that the program does the same.
import assert from 'node:assert/strict';
import { analyzeHazards } from '../../../src/hazards/registry.ts';
import type { Fix } from '../../../src/protocol/findings.ts';

function fixed(source: string, { edits }: Fix): string {
  return edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, { start, end, text: inserted }) => text.slice(0, start) + inserted + text.slice(end), source);
}

/** What the first fix makes of it, or undefined where none is offered. */
function afterFix(source: string, hazard: string): string | undefined {
  const { findings } = analyzeHazards(source, undefined);
  const own = findings.filter((finding) => finding.hazard === hazard);
  assert.ok(own.length > 0, `${hazard} is not found in ${source}`);
  const [fix] = own[0]!.fixes;
  return fix === undefined ? undefined : fixed(source, fix);
}

function itFixes(hazard: string, programs: readonly (readonly [string, string | undefined])[]): void {
  for (const [source, expected] of programs) {
    it(`${hazard}: ${expected === undefined ? 'leaves' : 'changes'} ${JSON.stringify(source)}`, () => {
      assert.equal(afterFix(source, hazard), expected);
    });
  }
}

describe('hazards: a rest parameter for arguments', () => {
  itFixes('arguments-copy', [
    ['function f() { return [...arguments]; }', 'function f(...rest) { return rest; }'],
    ['const f = function () { return Array.from(arguments); };', 'const f = function (...rest) { return rest; };'],
    ['function f(a) { return [].slice.call(arguments, 1); }', 'function f(a, ...rest) { return rest; }'],
    ['function f(a) { return [].slice.call(arguments, 2); }', 'function f(a, ...rest) { return rest.slice(1); }'],
    ['const { slice } = [];\nfunction f() { return slice.call(arguments); }', undefined],
    [
      'const slice = Array.prototype.slice;\nfunction f() { return slice.call(arguments); }',
      'const slice = Array.prototype.slice;\nfunction f(...rest) { return rest; }',
    ],
    ['function f() { for (;;) use([...arguments]); }', 'function f(...rest) { for (;;) use([...rest]); }'],
    ['function f() { return [0, ...arguments]; }', 'function f(...rest) { return [0, ...rest]; }'],
    [
      'function f() { for (const x of arguments) g.apply(this, arguments); }',
      'function f(...rest) { for (const x of rest) g.apply(this, rest); }',
    ],
    ['const o = { m() { return [...arguments]; } };', 'const o = { m(...rest) { return rest; } };'],
    ['function f(rest) { return [].slice.call(arguments, 1); }', 'function f(rest, ...items) { return items; }'],
    [
      'function f() { let s = [...arguments]; for (let i = 0; i < arguments.length; i++) s.push(arguments[i]); return s; }',
      'function f(...rest) { let s = [...rest]; for (let i = 0; i < rest.length; i++) s.push(rest[i]); return s; }',
    ],
    ['function f(...a) { for (const i of a) use(arguments[i]); return [...arguments]; }', undefined],
    // Fewer may be passed than there are names.
    ['function f(a) { return [...arguments]; }', undefined],
    ['function f(a) { a = 1; return [].slice.call(arguments, 0); }', undefined],
    ['function f() { keep(arguments); return [...arguments]; }', undefined],
    ['function f() { "use strict"; return [...arguments]; }', undefined],
    ['function f() { return [...arguments, eval("arguments.callee")]; }', undefined],
    ['const o = { set m(a) { use([].slice.call(arguments, 1)); } };', undefined],
    ['function f(a,) { return [].slice.call(arguments, 1); }', undefined],
    ['function f(/* none */) { return [...arguments]; }', undefined],
    ['function f(Array) { return Array.from(arguments); }', undefined],
  ]);
  itFixes('arguments', [
    ['function f(a) { return arguments[1] + a; }', 'function f(a, ...rest) { return rest[0] + a; }'],
    ['function f(a) { return arguments[0] + arguments[2]; }', 'function f(a, ...rest) { return a + rest[1]; }'],
    [
      'function f(a) { let s = arguments[0]; for (let i = 0; i < 3; i++) s += arguments[1]; return s; }',
      'function f(a, ...rest) { let s = a; for (let i = 0; i < 3; i++) s += rest[0]; return s; }',
    ],
    ['function f(a) { { let a = 3; return arguments[0]; } }', undefined],
    ['function f(a) { a = 2; return arguments[0]; }', undefined],
    ['function f(a) { arguments[1] = 2; return arguments[1]; }', undefined],
    ['function f(a) { return arguments[1](); }', undefined],
    ['function f(a) { return arguments[1] + arguments.length; }', undefined],
    ['function f(a, i) { return arguments[i]; }', undefined],
    ['function f(a, a) { return arguments[2]; }', undefined],
  ]);
});
