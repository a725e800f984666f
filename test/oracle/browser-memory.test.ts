// What stays in memory in a real Chromium: each program of browser-memory says what it watches, and what is kept and freed behind a
// full collection has to be the same here; the examples of the hazards about memory grow there, or do not, as they claim; and
// alert, confirm and prompt block everything else.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/chromium.mjs';
import { collectEvidence } from '../../src/hazards/evidence.ts';
import { repeatedListenerHazard } from '../../src/hazards/loop/repeated-listener.ts';
import { detachedNodeHazard } from '../../src/hazards/memory/detached-node.ts';
import { growingCollectionHazard } from '../../src/hazards/memory/growing-collection.ts';
import { unboundedCacheHazard } from '../../src/hazards/memory/unbounded-cache.ts';
import { analyzeHazards } from '../../src/hazards/registry.ts';
import { apiKindNames, eventTypeIds } from '../../src/protocol/events.ts';
import type { RunEnvironment } from '../../src/protocol/run.ts';
import { runProgram } from '../unit/run-program.ts';

const folder = path.join(import.meta.dirname, 'browser-memory');
const origin = 'http://localhost/';

/** What programs tell of by name, and what of it is still there. */
const prelude = `const watched = new Map();
function watch(name, object) {
  watched.set(name, new WeakRef(object));
  return object;
}
function report() {
  return [...watched].map(([name, reference]) => (reference.deref() === undefined ? 'freed: ' : 'kept:  ') + name).join('\\n');
}
`;

/** Calls the callbacks of intervals by hand: a thousand turns in no time. */
const turns = `const callbacks = [];
globalThis.setInterval = (callback) => callbacks.push(callback);
function turn(times) {
  for (let time = 0; time < times; time++) for (const callback of callbacks) callback();
}
`;

const inBrowser: Partial<RunEnvironment> = {
  runtime: 'browser',
  engine: 'chrome',
  sourceKind: 'script',
  v8Flags: ['--expose-gc'],
  maxSteps: 20_000_000,
};

describe('oracle: what stays in memory in Chromium', function () {
  this.timeout(60_000);
  let browser: Browser;

  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser.close());

  for (const name of readdirSync(folder))
    it(`keeps and frees the same: ${name}`, async () => {
      const source = prelude + readFileSync(path.join(folder, name), 'utf8');
      const theirs = await inPage(source, async ({ page, collect }) => {
        await page.waitForTimeout(100);
        await collect();
        return await page.evaluate('report()');
      });
      // Behind a collection of its own turn: what a turn has looked at it keeps.
      const end = 'setTimeout(gc, 100);\nsetTimeout(() => console.log(report()), 200);\n';
      const { stdout } = runProgram(`${source}\n${end}`, { ...inBrowser, maxVirtualMs: 5_000 });
      assert.match(stdout, /^kept: /m);
      assert.equal(stdout.trimEnd(), theirs);
    });

  interface Visit {
    readonly page: Page;
    readonly session: CDPSession;
    collect(): Promise<void>;
  }

  /** The program is the page's only script; nothing leaves the machine. */
  async function inPage<Result>(source: string, visit: (visit: Visit) => Promise<Result>): Promise<Result> {
    const context: BrowserContext = await browser.newContext();
    try {
      const page = await context.newPage();
      await context.route('**/*', (route) =>
        route.request().url().endsWith('.js')
          ? route.fulfill({ contentType: 'text/javascript', body: source })
          : route.fulfill({
              contentType: 'text/html',
              body: '<!doctype html><body><script src="program.js"></script></body>',
            }),
      );
      const session = await context.newCDPSession(page);
      await session.send('HeapProfiler.enable');
      await page.goto(origin);
      // The second one frees what the first one has found to be held by garbage of the page.
      const collect = async (): Promise<void> => {
        for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
      };
      return await visit({ page, session, collect });
    } finally {
      await context.close();
    }
  }

  describe('detached nodes', () => {
    /** Nodes beyond those that are in the document. */
    async function detachedIn({ page, session, collect }: Visit): Promise<number> {
      await collect();
      const { nodes } = await session.send('Memory.getDOMCounters');
      const connected: number = await page.evaluate(
        '(() => { let n = 0; const all = document.createNodeIterator(document, NodeFilter.SHOW_ALL); while (all.nextNode()) n++; return n; })()',
      );
      return nodes - connected;
    }

    const { bad, good } = detachedNodeHazard.examples;
    for (const { source } of [...bad, ...good])
      it(`stay as the evidence says: ${source.slice(0, 60).replaceAll('\n', ' ')}`, async () => {
        const empty = await inPage(turns, detachedIn);
        const theirs = await inPage(turns + source, async (visit) => {
          await visit.page.evaluate('turn(300)');
          return (await detachedIn(visit)) - empty;
        });
        const { simulation } = runProgram(source, { ...inBrowser, maxVirtualMs: 40_000 }, 'log');
        const ours = simulation.engineEvidence()!.memory.detached.reduce((sum, { nodes }) => sum + nodes, 0);
        // What was never in the document is held, too, but nobody has removed it.
        const neverThere = source.includes('append') ? 0 : 1;
        assert.equal(ours + neverThere, theirs);
        assert.equal(
          theirs > neverThere,
          bad.some((example) => example.source === source),
        );
      });
  });

  describe('listeners', () => {
    const listenersIn = ({ session, collect }: Visit): Promise<number> =>
      collect().then(async () => (await session.send('Memory.getDOMCounters')).jsEventListeners);

    const { bad, good } = repeatedListenerHazard.examples;
    for (const { source } of [...bad, ...good].filter(({ source: text }) => !/require|process/.test(text)))
      it(`stay as often as they were added: ${source.slice(0, 60).replaceAll('\n', ' ')}`, async () => {
        const empty = await inPage('', listenersIn);
        const theirs = (await inPage(source, listenersIn)) - empty;
        const { simulation } = runProgram(source, inBrowser, 'log');
        const { type, b } = simulation.log.all();
        const ours = [...type.keys()].filter(
          (event) => type[event] === eventTypeIds.apiStart && apiKindNames[b[event]!] === 'listener',
        );
        assert.equal(ours.length, theirs);
        assert.equal(
          theirs > 1,
          bad.some((example) => example.source === source),
        );
      });

    it('are told of where each turn adds one', async () => {
      const source = `const target = new EventTarget();
setInterval(() => target.addEventListener('change', () => {}), 100);`;
      const theirs = await inPage(turns + source, async (visit) => {
        const before = await listenersIn(visit);
        await visit.page.evaluate('turn(50)');
        return (await listenersIn(visit)) - before;
      });
      assert.equal(theirs, 50);
      const { simulation } = runProgram(source, { ...inBrowser, maxVirtualMs: 20_000 }, 'log');
      const evidence = collectEvidence([simulation.log.all()], simulation.engineEvidence());
      const found = analyzeHazards(source, evidence).findings.map(({ message }) => message);
      assert.ok(
        found.some((message) => /listeners were added here/.test(message)),
        found.join('\n'),
      );
    });
  });

  describe('collections', () => {
    /** Bytes of heap more for each turn, once it runs. */
    const growthIn = (source: string, times: number): Promise<number> =>
      inPage(turns + source, async ({ page, session, collect }) => {
        const used = async (): Promise<number> => {
          await page.evaluate(`turn(${times})`);
          await collect();
          return (await session.send('Runtime.getHeapUsage')).usedSize;
        };
        await used();
        const before = await used();
        return ((await used()) - before) / times;
      });

    for (const { id, examples } of [growingCollectionHazard, unboundedCacheHazard]) {
      for (const [verdict, list] of [
        ['grows', examples.bad],
        ['does not grow', examples.good],
      ] as const)
        for (const { source } of list.filter(({ source: text }) => text.includes('setInterval')))
          it(`${id} ${verdict}: ${source.slice(0, 60).replaceAll('\n', ' ')}`, async () => {
            const growth = await growthIn(source, 3000);
            assert.equal(growth > 8, verdict === 'grows', `${growth} bytes each turn`);
          });
    }
  });

  describe('dialogs', () => {
    const source = `const lines = [];
const say = (line) => lines.push(line);
setTimeout(() => say('timer of 1 ms'), 1);
let frames = 0;
requestAnimationFrame(() => frames++);
Promise.resolve().then(() => say('microtask of the script'));
say('before alert');
say('alert: ' + alert('Hello'));
say('before confirm');
say('confirm: ' + confirm('Sure?'));
queueMicrotask(() => say('microtask between dialogs'));
say('prompt: ' + prompt('Name?', 'Ada'));
say('prompt without a text: ' + JSON.stringify(prompt('Again?')));
say('end of the script, frames: ' + frames);
setTimeout(() => {
  setTimeout(() => say('timer set in a timer before its dialog'), 0);
  Promise.resolve().then(() => say('microtask of the timer'));
  say('confirm in a timer: ' + confirm());
}, 50);
setTimeout(() => say('timer of 60 ms'), 60);
setTimeout(() => console.log(lines.join('\\n') + '\\nframes: ' + frames), 1500);
`;

    it('block scripts, microtasks, timers and frames until they are answered', async () => {
      const seen: string[] = [];
      const context = await browser.newContext();
      const page = await context.newPage();
      let openSince = -1;
      const isDone = new Promise<string>((resolve) => page.on('console', (message) => resolve(message.text())));
      page.on('dialog', (dialog) => {
        assert.equal(openSince, -1, 'one at a time');
        openSince = performance.now();
        seen.push(`${dialog.type()} ${dialog.message()} ${dialog.defaultValue()}`);
        // Much later than all timers would come.
        setTimeout(() => {
          openSince = -1;
          void dialog.accept(dialog.type() === 'prompt' ? dialog.defaultValue() : undefined);
        }, 150);
      });
      await page.route('**/*', (route) =>
        route.fulfill({ contentType: 'text/html', body: `<!doctype html><script>${source}</script>` }),
      );
      await page.goto(origin);
      const theirs = await isDone;
      await context.close();
      assert.deepEqual(seen, ['alert Hello ', 'confirm Sure? ', 'prompt Name? Ada', 'prompt Again? ', 'confirm  ']);
      const dialogAnswers = [true, 'Ada', '', true];
      const { stdout } = runProgram(source, { ...inBrowser, maxVirtualMs: 5_000, dialogAnswers });
      assert.equal(stdout.trimEnd(), theirs);
    });

    it('answer what the user does', async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      page.on('dialog', (dialog) => void dialog.dismiss());
      const answers = `[alert('a'), confirm('b'), prompt('c', 'd')].map(String).join()`;
      await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
      await page.goto(origin);
      const theirs = await page.evaluate(answers);
      await context.close();
      const { stdout } = runProgram(`console.log(${answers})`, { ...inBrowser, dialogAnswers: [false, null] });
      assert.equal(stdout.trimEnd(), theirs);
    });
  });
});
