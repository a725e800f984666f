// Live: the view follows the text in the editor, says so while it cannot, and stays alive whatever the text is.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { eventually, keepPicture, WorkbenchPage } from './workbench-page.ts';

/** An ordinary file of 300 lines: functions that are called, and a value in the middle that the test edits. */
const edited = [
  ...Array.from({ length: 36 }, (_, n) => [
    `function step${n}(value) {`,
    `  const next = value + ${n};`,
    `  return next % 1000;`,
    `}`,
  ]).flat(),
  `const marker = 'x';`,
  `console.log('marker', marker);`,
  ...Array.from({ length: 37 }, (_, n) => [
    `let result${n} = ${n};`,
    `for (let i = 0; i < 10; i++) {`,
    `  result${n} = step${n % 36}(result${n} + i);`,
    `}`,
  ]).flat(),
  `const list = [1, 2, 3].map((n) => n * 2);`,
  `setTimeout(() => console.log('later', list.length), 10);`,
  `console.log('end', result0);`,
  `Promise.resolve(1).then((n) => console.log(n));`,
  `console.log(list.join());`,
  `// the last line`,
  '',
].join('\n');

const files = {
  'edited.js': edited,
  'moment.js': `let count = 0;\nfor (let i = 0; i < 5; i++) {\n  count += i;\n}\nconsole.log(count);\n`,
  'endless.js': `console.log('before');\nlet turns = 0;\nwhile (true) turns++;\n`,
  'empty.js': '',
  'typed.ts': 'const n: string = "typed";\nconsole.log(n as unknown);\n',
  'broken.js': 'function broken( {\n',
  'runtime.js': `console.log(typeof window, typeof process);\nsetTimeout(function later() {}, 5);\n`,
  'strange.js': `#!/usr/bin/env node\r\nconsole.log('strange');\r\nthrow { code: 7 };\r\n`,
  'rejected.js': `Promise.reject(new Error('nobody listens'));\n`,
  'microtasks.js': `function again() {\n  queueMicrotask(again);\n}\nagain();\n`,
  'interval.js': `setInterval(function tick() {}, 1000);\n`,
  'module.mjs': `export default 1;\nconsole.log('module', this === undefined);\n`,
};

/** The bound of issue 2, from the last keystroke to the frame that shows the new run. */
const mostUpdateMs = 250;
const edits = 20;

describe('the live view', () => {
  let workbench: WorkbenchPage;

  before(async () => {
    workbench = await WorkbenchPage.open({ files });
    const line = `var f=function(a){return a*2},t=0;for(var i=0;i<50;i++){t+=f(i)}console.log('minified',t);`;
    writeFileSync(path.join(workbench.folder, 'minified.js'), line.repeat(2_000));
    writeFileSync(path.join(workbench.folder, 'huge.js'), 'x = 1; // some text\n'.repeat(2_700_000));
    await workbench.openFile('edited.js');
    await workbench.openView();
    await workbench.view().getByRole('slider').waitFor();
  });

  afterEach(function () {
    return keepPicture(this.currentTest, workbench);
  });
  after(() => workbench?.close());

  const banner = () => workbench.view().locator('.banner');
  const console_ = (text: string) => workbench.rows('console').filter({ hasText: text }).first();

  it(`updates within ${mostUpdateMs} ms of the last keystroke in a file of 300 lines`, async () => {
    const { page } = workbench;
    assert.equal(edited.split('\n').length - 1, 300);
    await console_('marker x').waitFor();
    await page.evaluate(() => {
      const typed = globalThis as unknown as { typedAt: number };
      const note = (event: Event): void => void (typed.typedAt = performance.timeOrigin + event.timeStamp);
      document.addEventListener('keydown', note, { capture: true });
    });
    // The end of the text in quotes on line 145.
    await workbench.goTo(145, edited.split('\n')[144]!.indexOf(`';`) + 1);
    // The first edit starts what VS Code has left asleep: it is not measured.
    let marker = 'xx';
    await page.keyboard.type('x');
    await console_(`marker ${marker}`).waitFor();
    let best = Number.POSITIVE_INFINITY;
    // A machine that does other things at the same time gets a second series; both are printed.
    for (let series = 0; series < 2 && best >= mostUpdateMs; series++) {
      const durations: number[] = [];
      for (let edit = 0; edit < edits; edit++) {
        const typed = String.fromCharCode((series === 0 ? 97 : 65) + edit).repeat(3);
        marker += typed;
        await workbench
          .view()
          .locator('body')
          .evaluate((body, wanted) => {
            const shown = globalThis as unknown as { shownAt: Promise<number> };
            shown.shownAt = new Promise<number>((resolve, reject) => {
              setTimeout(() => reject(new Error(`never showed "${wanted}"`)), 8_000);
              const observer = new MutationObserver(() => {
                if (!(body.querySelector('.dock')?.textContent ?? '').includes(wanted)) return;
                observer.disconnect();
                // The frame that shows it has been handed over when the task after it runs.
                requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now())));
              });
              observer.observe(body, { subtree: true, childList: true, characterData: true });
            });
            shown.shownAt.catch(() => {});
          }, `marker ${marker}`);
        await page.keyboard.type(typed, { delay: 40 });
        const shownAt = await workbench
          .view()
          .locator('body')
          .evaluate(() => (globalThis as unknown as { shownAt: Promise<number> }).shownAt);
        const typedAt = await page.evaluate(() => (globalThis as unknown as { typedAt: number }).typedAt);
        durations.push(shownAt - typedAt);
        // A pause as between two thoughts: each edit is measured by itself.
        await page.waitForTimeout(150);
      }
      const sorted = durations.toSorted((one, other) => one - other);
      const median = (sorted[edits / 2 - 1]! + sorted[edits / 2]!) / 2;
      console.log(
        `      ${edits} edits: ${median.toFixed(0)} ms from the last keystroke to the updated panel in the median, ${sorted[0]!.toFixed(0)} to ${sorted.at(-1)!.toFixed(0)} ms`,
      );
      best = Math.min(best, median);
    }
    // What was asked about a run that an edit has replaced does not hold up what is asked about the last one.
    await workbench
      .rows('stack')
      .filter({ has: workbench.view().locator('.variable-name', { hasText: 'marker' }) })
      .waitFor();
    // More than two processes for each processor are not ours: they take their share of the time. CI has none of them.
    const crowd = Math.min(3, Math.max(1, (loadavg()[0] ?? 0) / cpus().length / 2));
    if (crowd > 1) console.log(`      the machine is shared: ${crowd.toFixed(1)} times the bound is allowed`);
    assert.ok(best < mostUpdateMs * crowd, `${best.toFixed(0)} ms in the median`);
  });

  it('keeps the moment when lines are put before it', async () => {
    await workbench.openFile('moment.js');
    await console_('10').waitFor();
    await workbench.view().locator('[data-command="first"]').click({ force: true });
    for (let round = 0; round < 3; round++) await workbench.forwardTo(/count \+= i/);
    await workbench.waitForHighlight(3);
    await workbench.goTo(1);
    await workbench.page.keyboard.insertText(`const before = 'the loop';\n\n`);
    await eventually(
      () => workbench.sentence(),
      (text) => /line 5.*count \+= i/.test(text),
      'the same moment, two lines below',
    );
    await workbench.waitForHighlight(5);
    await workbench.forwardTo(/count \+= i/);
    await workbench.forwardTo(/count \+= i/);
    // Two of five rounds were left.
    await workbench.forwardTo(/prints to the console: 10/);
  });

  it('greys out the run from before a syntax error, tells the line and goes to it', async () => {
    await workbench.openFile('moment.js');
    const lines = (await workbench.lineText(1)) === '' ? 1 : 7;
    await workbench.goTo(lines);
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.insertText('let broken = ;');
    const text = banner().filter({ hasText: 'From before your edit: syntax error on line' });
    await text.waitFor();
    const [, line] = /syntax error on line (\d+): Unexpected token ';'/.exec(await text.innerText()) ?? [];
    assert.ok(line, await text.innerText());
    await workbench.view().locator('.sections.outdated').waitFor();
    assert.equal(await workbench.highlightedLine(), 0);
    await workbench.goTo(1);
    await banner().getByRole('button', { name: 'Show' }).click();
    await workbench.waitForCursor(Number(line), 14);
    await workbench.screenshot('stale');
    await workbench.goTo(1);
    await workbench.page.keyboard.press('Control+End');
    for (let typed = 0; typed < 'let broken = ;'.length; typed++) await workbench.page.keyboard.press('Backspace');
    await banner().waitFor({ state: 'detached' });
    await workbench.view().locator('.outdated').first().waitFor({ state: 'detached' });
  });

  it('ends an endless loop with a message, and goes on when asked', async () => {
    await workbench.openFile('endless.js');
    await banner()
      .filter({ hasText: /Stopped after [\d,]+ steps/ })
      .waitFor();
    const first = (await workbench.moment()).last;
    await banner().getByRole('button', { name: 'Go on' }).click();
    await eventually(
      () => workbench.moment(),
      ({ last }) => last > first,
      'a longer run',
    );
    await banner()
      .filter({ hasText: /Stopped after [\d,]+ steps/ })
      .waitFor();
    await workbench.screenshot('limit');
  });

  it('ends microtasks and intervals without end with a message', async () => {
    await workbench.openFile('microtasks.js');
    await banner()
      .filter({ hasText: /Stopped after/ })
      .waitFor();
    await workbench.openFile('interval.js');
    await banner()
      .filter({ hasText: /Stopped/ })
      .waitFor();
    await workbench.view().getByRole('button', { name: 'Go on' }).click();
    await banner()
      .filter({ hasText: /Stopped/ })
      .waitFor();
  });

  it('says how a program ended that throws', async () => {
    await workbench.openFile('strange.js');
    await banner().filter({ hasText: 'Uncaught { code: 7 }' }).waitFor();
    await workbench.openFile('rejected.js');
    await banner().filter({ hasText: 'Uncaught Error: nobody listens' }).waitFor();
  });

  it('runs an empty file and a minified one', async () => {
    await workbench.openFile('empty.js');
    await workbench.view().getByText('nothing is printed in this run').waitFor();
    await workbench.openFile('minified.js');
    await console_('minified 2450').waitFor();
  });

  it('runs each kind of file, and goes on with the next', async () => {
    const { view } = { view: workbench.view() };
    await workbench.openFile('typed.ts');
    await console_('typed').waitFor();
    await workbench.openFile('module.mjs');
    await console_('module true').waitFor();
    await workbench.openFile('broken.js');
    await view.getByText(/syntax error on line 2/i).waitFor();
    await view.getByRole('button', { name: 'Show the place' }).click();
    await workbench.waitForCursor(2, 1);
    await workbench.openFile('runtime.js');
    await console_('undefined object').waitFor();
  });

  it('changes the runtime', async () => {
    const { view } = { view: workbench.view() };
    await view.getByText('Node APIs', { exact: true }).waitFor();
    await view.getByRole('radio', { name: 'Browser' }).click();
    await console_('object undefined').waitFor();
    await view.getByText('Web APIs', { exact: true }).waitFor();
    assert.equal(await view.getByText('nextTick queue').count(), 0);
    await view.getByRole('radio', { name: 'Node' }).click();
    await console_('undefined object').waitFor();
  });

  it('survives a file of 50 MB', async () => {
    const { page } = workbench;
    await page.keyboard.press('Control+P');
    const box = page.locator('.quick-input-widget input.input');
    await box.fill('huge.js');
    await page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ hasText: /^huge\.js/ })
      .first()
      .click();
    await page.locator('.tab.active[data-resource-name="huge.js"]').waitFor();
    await workbench.view().getByText('This file is too large').waitFor();
    await workbench.screenshot('too-large');
    await workbench.openFile('runtime.js');
    await console_('undefined object').waitFor();
  });
});
