// What grows from turn to turn: where it is told, what keeps it, how heavy it is, and what is not told.
import assert from 'node:assert/strict';
import { collectEvidence } from '../../../src/hazards/evidence.ts';
import { analyzeHazards } from '../../../src/hazards/registry.ts';
import type { Finding } from '../../../src/protocol/findings.ts';
import { runProgram } from '../run-program.ts';

const ids = new Set(['growing-collection', 'unbounded-cache']);

function all(source: string, environment: Parameters<typeof runProgram>[1] = {}): readonly Finding[] {
  const { simulation } = runProgram(source, environment, 'log');
  const { sourceKind } = simulation;
  const evidence = collectEvidence([simulation.log.all()], simulation.engineEvidence());
  return analyzeHazards(source, evidence, { sourceKind }).findings;
}

function inRun(source: string, environment: Parameters<typeof runProgram>[1] = {}): readonly Finding[] {
  return all(source, environment).filter(({ hazard }) => ids.has(hazard));
}

function only(
  source: string,
  environment: Parameters<typeof runProgram>[1] = {},
): Finding & { readonly token: string } {
  const found = inRun(source, environment);
  assert.equal(found.length, 1, JSON.stringify(found.map(({ message }) => message)));
  const [finding] = found;
  return { ...finding!, token: source.slice(finding!.start, finding!.end) };
}

const keptBy = ({ hover }: Finding): string => /kept by ([^.]*(?:\.[^. \n]+)*)/.exec(hover)![1]!;

describe('hazards: memory that stays', () => {
  it('says what keeps it, from the root on, and where it grows', () => {
    const source = `const rows = [];
let n = 0;
function note() {
  rows.push({ n });
}
setInterval(function tick() {
  n++;
  note();
}, 100);
`;
    const finding = only(source);
    assert.equal(finding.token, 'rows');
    assert.equal(keptBy(finding), 'the interval started at line 6 → closure `tick` → `rows`');
    assert.deepEqual(
      finding.related.map(({ start, end }) => source.slice(start, end)),
      ['push'],
    );
    assert.match(finding.hover, /\| 9 \| 8 \|/);
  });

  it('points at the property where the text makes it once, or else at the variable', () => {
    const once = `class Server {
  #log = [];
  handle(request) {
    this.#log.push({ request, text: 'request number ' + request });
  }
}
const server = new Server();
let n = 0;
setInterval(() => server.handle(n++), 1000);`;
    assert.equal(only(once).token, 'log');
    assert.match(keptBy(only(once)), /`server\.#log`$/);
    const twice = `const app = { list: [] };
const other = { list: [] };
setInterval(() => app.list.push({ size: app.list.length + other.list.length }), 1000);`;
    assert.equal(only(twice).token, 'app');
  });

  it('knows globals, exports of modules and what functions close over', () => {
    const table = 'let n = 0;\nsetInterval(() => { seen["key " + n] = { n: n++ }; }, 1000);';
    assert.equal(only(`seen = {};\n${table}`).token, 'seen');
    assert.match(keptBy(only(`seen = {};\n${table}`)), /^the global object → `\.seen`/);
    assert.equal(only(`var seen = {};\n${table}`, { runtime: 'browser', sourceKind: 'script' }).token, 'seen');
    assert.equal(only(`export const seen = {};\n${table}`, { sourceKind: 'module' }).token, 'seen');
    const closed = only(`function counter() {
  const seen = new Map();
  return (key) => seen.set(key, { key });
}
const note = counter();
let n = 0;
setInterval(() => note('key ' + n++), 1000);`);
    assert.equal(closed.token, 'seen');
    assert.equal(closed.hazard, 'unbounded-cache');
  });

  it('is the heavier, the more stays and the longer it goes on', () => {
    const grow = (what: string, turns: string): string =>
      `const rows = [];\nlet n = 0;\nconst timer = setInterval(() => {\n  rows.push(${what});\n  if (++n === ${turns}) clearInterval(timer);\n}, 10);`;
    assert.equal(only(grow('{ n }', '-1'), { maxVirtualMs: 4000 }).severity, 'hint');
    assert.equal(only(grow('{ n, list: [n, 0.5, 1] }', '-1'), { maxVirtualMs: 20_000 }).severity, 'information');
    assert.equal(only(grow('new Array(100).fill(0.5)', '-1'), { maxVirtualMs: 20_000 }).severity, 'warning');
    // A program that comes to its end gives everything back.
    assert.equal(only(grow('{ n, list: [n, 0.5, 1] }', '1000')).severity, 'hint');
    assert.deepEqual(inRun(grow('{ n }', '40')), []);
  });

  it('is quiet about what comes to rest, what shrinks, and what one turn fills', () => {
    const every = (body: string): string =>
      `const rows = [], table = new Map();\nlet n = 0;\nsetInterval(() => {\n  n++;\n  ${body}\n}, 1000);`;
    for (const body of [
      'if (rows.length < 300) rows.push({ n });',
      'rows.push({ n }); if (n % 500 === 0) rows.length = 0;',
      'table.set(n % 97, { n });',
      'table.set(n, { n }); if (n > 200) table.delete(n - 200);',
    ])
      assert.deepEqual(inRun(every(body)), [], body);
    assert.deepEqual(
      inRun(
        'const rows = [];\nfor (let i = 0; i < 5000; i++) rows.push({ i });\nsetInterval(() => rows.length, 1000);',
      ),
      [],
    );
  });

  it('leaves listeners to the hazard that is theirs', () => {
    const source = `const { EventEmitter } = require('node:events');
const bus = new EventEmitter();
let n = 0;
setInterval(() => bus.on('change', () => console.log(n++)), 1000);`;
    assert.deepEqual(inRun(source), []);
  });

  it('tells how much an interval keeps, and what most of it is', () => {
    const source = `const rows = new Array(5000).fill(0.5);
let at = 0;
setInterval(() => rows[at++], 1000);`;
    const finding = all(source).find(({ hazard }) => hazard === 'uncleared-interval')!;
    assert.match(finding.message, /after 3,\d+ calls, and keeps (?:39|4[01]) KB\./);
    assert.match(finding.hover, /most of it by `rows`/);
  });

  it('does not take for unused what a function that waits, or eval, may still use', () => {
    const waiting = `async function start() {
  const rows = new Array(20000).fill(1.5);
  const sum = () => rows.length;
  sum();
  setInterval(() => {}, 1000);
  await (globalThis.never = new Promise(() => {}));
  console.log(rows);
}
start();`;
    const evaluated = `function start() {
  const rows = new Array(20000).fill(1.5);
  setInterval((text) => eval(text), 1000, 'rows.length');
}
start();`;
    const nested = `function start() {
  const rows = new Array(20000).fill(1.5);
  setInterval(() => {
    const later = () => rows.length;
    if (globalThis.isDone) later();
  }, 1000);
}
start();`;
    for (const source of [waiting, evaluated, nested])
      assert.deepEqual(
        all(source).filter(({ hazard }) => hazard === 'shared-context'),
        [],
      );
  });

  it('knows linked lists, also those of listeners', () => {
    const list = only(`const queue = { first: null, last: null };
let n = 0;
setInterval(() => {
  const entry = { n: n++, next: null };
  if (queue.last === null) queue.first = entry;
  else queue.last.next = entry;
  queue.last = entry;
}, 100);`);
    assert.match(list.message, /'(?:queue|first)' only grows: [\d,]+ objects/);
    assert.match(list.hover, /it was longer each of the \d+ times/);
    const signal = only(`const controller = new AbortController();
const wait = (id) => new Promise((resolve) => {
  controller.signal.addEventListener('abort', () => resolve(id));
  setTimeout(resolve, 1, id);
});
let n = 0;
setInterval(() => wait(n++), 100);`);
    assert.equal(signal.token, 'controller');
    assert.match(signal.message, /only gets more listeners: \d+ listeners after/);
    assert.deepEqual(
      inRun('const target = new EventTarget();\nsetInterval(() => target.addEventListener("x", () => {}), 100);'),
      [],
    );
  });

  it('counts the nodes of removed trees that are held, once for each place that holds them', () => {
    const page = { runtime: 'browser', sourceKind: 'script' } as const;
    const source = `const open = [];
function show(id) {
  const panel = document.createElement('div');
  panel.id = id;
  panel.append(document.createElement('span'), 'text');
  document.body.append(panel);
  open.push(panel.firstChild);
  return panel;
}
for (const id of ['a', 'b', 'c']) show(id).remove();
document.body.append(open[2].parentNode);
setInterval(() => open.length, 1000);
`;
    const [finding, ...others] = all(source, page).filter(({ hazard }) => hazard === 'detached-node');
    assert.deepEqual(others, []);
    assert.equal(source.slice(finding!.start, finding!.end), 'open');
    assert.equal(
      finding!.message,
      "'open' keeps 2 nodes that were removed from the document, 6 nodes in all. Let go of what is closed.",
    );
    assert.match(finding!.hover, /`div#a` and 1 more had been in the document/);
  });
});
