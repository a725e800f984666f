// What the text alone says of the thread and the loop, and what a run adds: who waited, since when, which frames repeat.
import assert from 'node:assert/strict';
import { collectEvidence } from '../../../src/hazards/evidence.ts';
import { analyzeHazards } from '../../../src/hazards/registry.ts';
import type { Finding } from '../../../src/protocol/findings.ts';
import { runProgram } from '../run-program.ts';

function inRun(source: string, environment: Parameters<typeof runProgram>[1] = {}): readonly Finding[] {
  const { simulation } = runProgram(source, environment, 'log');
  return analyzeHazards(source, collectEvidence([simulation.log.all()], simulation.engineEvidence())).findings;
}

function only(findings: readonly Finding[], hazard: string): Finding {
  const found = findings.filter((each) => each.hazard === hazard);
  assert.equal(found.length, 1, JSON.stringify(findings.map((each) => `${each.hazard}: ${each.message}`)));
  return found[0]!;
}

const idsOf = (findings: readonly Finding[]): string[] => findings.map(({ hazard }) => hazard);

describe('hazards: recursion without a base case', () => {
  const text = (source: string): readonly Finding[] => analyzeHazards(source, undefined).findings;

  for (const endless of [
    'function f() { return f(); }',
    'function f(n) { if (n > 1) { return f(n - 1); } else { f(n); } }',
    'function f(n) { const m = g(n); return 1 + (m ? f(m) : f(n)); }',
    'const g = function f(n) { log(n); f(n + 1); };',
  ]) {
    it(`is seen in the text: ${endless}`, () => {
      const finding = only(text(endless), 'stack-overflow');
      assert.equal(endless.slice(finding.start, finding.end), 'f');
      assert.equal(finding.severity, 'hint');
      assert.deepEqual(finding.fixes, []);
    });
  }

  for (const ending of [
    'function f(n) { return n && f(n - 1); }',
    'function f(n) { if (n) return; f(n); }',
    'function f(n) { for (const each of n) f(each); }',
    'function f(n) { while (true) { if (n) break; } f(n); }',
    'function f(n) { try { g(); } catch { return; } f(n); }',
    'function f(n) { n?.[f(n)]; }',
    'function f(n = f()) {}',
    'function f() { return () => f(); }',
    'function f() { f(); }\nf = () => 1;',
    'function* f() { yield* f(); }',
    'async function f() { await g(); f(); }',
    'function f() { throw 1; f(); }',
    'function f(n) { n ??= f(); }',
    'function f() { switch (g()) { case 1: return; } f(); }',
  ]) {
    it(`is not claimed of ${JSON.stringify(ending)}`, () => {
      assert.ok(!idsOf(text(ending)).includes('stack-overflow'));
    });
  }

  it('is one finding with the cycle and the depth where the run overflowed', () => {
    const source = `function down(n) {
  return left(n + 1);
}
function left(n) {
  return [n].map((each) => right(each))[0];
}
function right(n) {
  return down(n);
}
try {
  down(0);
} catch {}
try {
  left(0);
} catch {}
`;
    const finding = only(inRun(source), 'stack-overflow');
    assert.equal(finding.severity, 'warning');
    assert.equal(source.slice(finding.start, finding.end), 'down');
    assert.ok(finding.count > 1000);
    assert.match(finding.message, /'down', 'left' and 'map' and 2 more|'down', 'left', 'map' and 2 more/);
    assert.match(finding.hover, /\| `left` \| line 5 \|/);
    assert.equal(finding.related.length, 3);
  });
});

describe('hazards: the thread and the loop', () => {
  it('lists who waited for a long turn, and where it was', () => {
    const source = `function work() {
  let sum = 0;
  for (let i = 0; i < 40000; i++) sum += i;
  return sum;
}
setInterval(function poll() {}, 2).unref();
setTimeout(function late() {
  Promise.resolve(1).then(function after() {});
  work();
}, 0);
`;
    const finding = only(inRun(source), 'blocked-loop');
    assert.equal(source.slice(finding.start), source.slice(source.indexOf('for (let')));
    assert.match(finding.message, /'poll' \(setInterval\) and 1 more waited/);
    assert.match(finding.hover, /`late` took/);
    assert.match(finding.hover, /\| `after` \| microtask \| line 8 \| 4\d\d,\d\d\d bytecodes \|/);
    assert.match(finding.hover, /\| `poll` \| setInterval \| line 6 \| [123] ms of virtual time \|/);
  });

  it('tells of a loop that a limit had to stop', () => {
    const source = `setTimeout(function never() {}, 5);
while (true) {
  if (globalThis.isDone) break;
}
`;
    const finding = only(inRun(source, { maxSteps: 900_000 }), 'blocked-loop');
    assert.match(finding.message, /had not ended when the run was stopped, while 'never' \(setTimeout\) waited/);
  });

  it('tells of microtasks that a limit had to stop', () => {
    const source = `setImmediate(function never() {});
function again() {
  Promise.resolve().then(again);
}
again();
`;
    const finding = only(inRun(source, { maxSteps: 200_000 }), 'microtask-starvation');
    assert.equal(source.slice(finding.start, finding.end), 'then');
    assert.equal(finding.severity, 'warning');
  });
});

describe('hazards: promises', () => {
  it('are told of where the reason came from, and once', () => {
    const source = `async function inner() {
  await null;
  throw new Error('deep');
}
async function outer() {
  return await inner();
}
outer().then((value) => value);
`;
    const findings = inRun(source);
    assert.deepEqual(idsOf(findings), ['unhandled-rejection']);
    const [finding] = findings;
    assert.equal(source.slice(finding!.start, finding!.end), 'throw');
    assert.deepEqual(
      finding!.related.map(({ start }) => source.slice(start, start + 4)),
      ['then'],
    );
  });

  it('that are dropped are a hint before a run, and an answer after one that lost nothing', () => {
    const source = 'async function main() {\n  await null;\n}\nmain();\n';
    assert.equal(only(analyzeHazards(source, undefined).findings, 'floating-promise').severity, 'hint');
    const { simulation } = runProgram(source, {}, 'log');
    const { findings, freeForms } = analyzeHazards(
      source,
      collectEvidence([simulation.log.all()], simulation.engineEvidence()),
    );
    assert.deepEqual(findings, []);
    const ofPromises = freeForms.filter(({ hazard }) => hazard === 'floating-promise');
    assert.equal(ofPromises.length, 1);
    assert.match(ofPromises[0]!.hover, /fulfilled each time/);
  });

  it('that a listener hears of are handled', () => {
    assert.deepEqual(inRun("process.on('unhandledRejection', () => {});\nnew Promise((_, no) => no(1));\n"), []);
  });
});

describe('hazards: listeners of a page', () => {
  const inBrowser = { runtime: 'browser', sourceKind: 'script' } as const;

  it('are told of where one place adds them again and again to one target', () => {
    const source = `function visit() { window.addEventListener('resize', () => document.title); }
for (let i = 0; i < 11; i++) visit();`;
    const finding = only(inRun(source, inBrowser), 'repeated-listener');
    assert.equal(source.slice(finding.start, finding.end), 'addEventListener');
  });

  it('are none of that where each has a target of its own, or code of its own', () => {
    const many = `for (let i = 0; i < 30; i++) document.createElement('li').addEventListener('click', () => console.log(i));`;
    const different = Array.from({ length: 15 }, (_, i) => `document.addEventListener('click', () => ${i});`).join(
      '\n',
    );
    for (const source of [many, different]) assert.ok(!idsOf(inRun(source, inBrowser)).includes('repeated-listener'));
  });
});
