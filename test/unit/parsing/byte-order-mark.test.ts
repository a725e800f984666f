// A byte order mark is white space, except before a shebang: there only modules may have it, as in Node.
import assert from 'node:assert/strict';
import { parseProgram } from '../../../src/engine/parsing/parser.ts';

describe('a byte order mark', () => {
  it('may stand before the shebang of a module, whose offsets stay', () => {
    const parsed = parseProgram('\uFEFF#!/usr/bin/env node\nrun();', { goal: 'module' });
    assert.ok(parsed.ok);
    assert.equal(parsed.program.body[0]?.start, 21);
  });

  it('makes a syntax error of the shebang of any other file', () => {
    const parsed = parseProgram('\uFEFF#!/usr/bin/env node\nrun();', { goal: 'function' });
    assert.ok(!parsed.ok && parsed.error.kind === 'syntax');
    assert.equal(parsed.error.offset, 1);
  });

  it('is white space elsewhere', () => assert.ok(parseProgram('\uFEFFrun();').ok));
});
