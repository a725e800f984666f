// How often a place ran: by its own statement, never by one around it.
import assert from 'node:assert/strict';
import { analyzeProgram } from '../../../src/hazards/analyzed-program.ts';
import { collectEvidence } from '../../../src/hazards/evidence.ts';
import { timesRun } from '../../../src/hazards/heat.ts';
import { runProgram } from '../run-program.ts';

/** How often what stands at the mark `@` ran. */
function ran(marked: string): number {
  const offset = marked.indexOf('@');
  const source = marked.replace('@', '');
  const { simulation } = runProgram(source, {}, 'log');
  const evidence = collectEvidence([simulation.log.all()], simulation.engineEvidence());
  return timesRun(analyzeProgram(source, 'commonjs', 'javascript')!, evidence, offset);
}

describe('hazards: how often a place ran', () => {
  const five = 'for (let i = 0; i < 5; i++) f(i);';

  it('counts its statement', () => {
    assert.equal(ran(`function f(n) { if (n > 2) { const list = new @Array(n); return list; } return n; } ${five}`), 2);
    assert.equal(ran(`function f(n) { if (n > 2) return (0, @eval)('1'); return n; } ${five}`), 2);
    assert.equal(ran(`function f(n) { for (const x of [new @Array(n), n]) n += x.length; } ${five}`), 5);
    assert.equal(ran(`function f(n) { for (let i = 0, list = new @Array(n); i < n; i++) list[i] = i; } ${five}`), 5);
    assert.equal(ran(`const f = (n) => new @Array(n); ${five}`), 5);
  });

  it('is nothing where the run did not come, however often what is around it ran', () => {
    assert.equal(ran(`function f(n) { if (n > 7) { const list = new @Array(n); return list; } return n; } ${five}`), 0);
    assert.equal(ran(`function f(n) { if (n > 7) return (0, @eval)('1'); return n; } ${five}`), 0);
    assert.equal(ran(`function f(n) { if (n > 7) for (let list = new @Array(n); n; n--) list[n] = 1; } ${five}`), 0);
    assert.equal(ran(`function f(n) { if (n > 7) @g(() => { n++; }); return n; } ${five}`), 0);
  });
});
