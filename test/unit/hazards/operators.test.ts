// Which operator of the text a place with feedback is, and how its feedback widened; what changed of elements, and by whom.
import assert from 'node:assert/strict';
import { analyzeProgram } from '../../../src/hazards/analyzed-program.ts';
import { collectEvidence } from '../../../src/hazards/evidence.ts';
import { operatorsIn } from '../../../src/hazards/functions/operator-places.ts';
import { analyzeHazards } from '../../../src/hazards/registry.ts';
import { runProgram } from '../run-program.ts';

function stepsIn(source: string): string[] {
  const { sites } = runProgram(source, {}, 'log').simulation.engineEvidence()!;
  const program = analyzeProgram(source, 'commonjs', 'javascript')!;
  const end = source.indexOf('\n');
  return operatorsIn(
    program,
    sites.filter(({ functionEnd }) => functionEnd === end),
  ).map(({ site, start, end: tokenEnd, operator, isUnary }) => {
    assert.equal(source.slice(start, tokenEnd), operator);
    const steps = site.steps.map(
      ({ state, left, right }) => `${state.replace(/^.*:/, '')} (${left}${isUnary ? '' : `, ${right}`})`,
    );
    return `${operator} ${steps.join(' > ')}`;
  });
}

const warm = (call: string): string => `for (let i = 0; i < 300; i++) ${call};`;

describe('hazards: operators and their feedback', () => {
  it('are found where they stand, also where they share a position', () => {
    const source = `function f(a, b) { let t = 1; t += a * b - a; t++; ++t; return -t < b; }\n${warm('f(2, 3)')}`;
    assert.deepEqual(stepsIn(source), [
      '* SignedSmall (a small integer, a small integer)',
      '- SignedSmall (a small integer, a small integer)',
      '+= SignedSmall (a small integer, a small integer)',
      '++ SignedSmall (a small integer)',
      '++ SignedSmall (a small integer)',
      '- SignedSmall (a small integer)',
      '< SignedSmall (a small integer, a small integer)',
    ]);
  });

  it('widen step by step, each with what it met', () => {
    const source = `function f(a, b) { return a + b; }\n${warm('f(1, 2)')}\nf(2147483647, 1);\nf(0.5, 1);\nf(undefined, -0);\nf('a', 1);`;
    const [steps] = stepsIn(source);
    assert.match(
      steps!,
      /^\+ SignedSmall \(a small integer, a small integer\) > .* > Any \(a string, a small integer\)$/,
    );
    assert.match(steps!, /NumberOrOddball \(undefined, minus zero\)/);
  });
});

describe('hazards: elements', () => {
  const found = (source: string): string[] => {
    const { simulation } = runProgram(source, {}, 'log');
    const evidence = collectEvidence([simulation.log.all()], simulation.engineEvidence());
    return analyzeHazards(source, evidence).findings.map(
      ({ hazard, start, end, severity }) => `${hazard} ${source.slice(start, end)} ${severity}`,
    );
  };

  it('are told of where the program writes them, not where a builtin or a delete changes them', () => {
    assert.deepEqual(found('const a = [0.5];\na.push("x");'), ['mixed-elements push hint']);
    assert.deepEqual(found('const a = [0.5];\na[0] = "x";'), ['mixed-elements = hint']);
    assert.deepEqual(found('const a = [1];\na[5000] = 1;'), ['dictionary-elements = hint']);
    assert.deepEqual(found('const a = [1];\nObject.freeze(a);\nObject.preventExtensions([1]);'), []);
    assert.deepEqual(found('const a = [1, 2];\ndelete a[0];'), ['delete-element delete hint']);
    assert.deepEqual(found('const a = [];\na.push(1);\na.push("x");\na.push({});'), []);
  });

  it('that are dear in hot code are warned of', () => {
    const source = `const a = [1];\na[5000] = 1;\nfunction f(i) { return a[i]; }\nfor (let i = 0; i < 1500; i++) f(0);`;
    assert.deepEqual(found(source), ['dictionary-elements = warning']);
  });

  it('of a plain object with numbers for keys are a hint at a Map', () => {
    const source = `const byId = {};\nbyId[70000] = 1;\nfunction f(i) { return byId[i]; }\nfor (let i = 0; i < 1500; i++) f(70000);`;
    assert.deepEqual(found(source), ['dictionary-elements = hint']);
  });
});
