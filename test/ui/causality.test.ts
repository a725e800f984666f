// Why something happened, in a real workbench: a console line, a queue entry, a timer or a turn is chosen, the chain of what
// led to it is read, walked by keys, and followed to lines and moments; arrows are drawn between what can be seen.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { keepPicture, themes, WorkbenchPage } from './workbench-page.ts';
import type { Theme } from './workbench-page.ts';
import { eventually } from './waiting.ts';

const program = `// Who comes first? Promises wait in the microtask queue, timers outside.
const results = [];

function onReady(value) {
  results.push(value);
  console.log(value, results.length);
}

function ask(name) {
  return new Promise((resolve) => {
    setTimeout(function answered() {
      resolve('hello ' + name);
    }, 20);
  });
}

async function load(name) {
  console.log('loading', name);
  const value = await ask(name);
  onReady(value);
}

setTimeout(function onLater() {
  console.log('all:', results.join(', '));
}, 50);

load('Ada');
Promise.resolve('promise').then(onReady);
console.log('script done');
`;

describe('causes', function () {
  let workbench: WorkbenchPage;

  before(async () => {
    workbench = await WorkbenchPage.open({
      files: { 'causes.js': program },
      settings: { 'editor.minimap.enabled': false },
      viewport: { width: 1360, height: 1000 },
    });
    await workbench.openFile('causes.js');
    await workbench.openView();
    await workbench.view().getByRole('slider').waitFor();
    await workbench.waitForRun();
    await workbench.setSidebarWidth(420);
  });

  afterEach(function () {
    return keepPicture(this.currentTest, workbench);
  });
  after(() => workbench?.close());

  const list = (): Locator => workbench.view().getByRole('list', { name: 'Causes' });
  const links = (): Locator => list().getByRole('button');
  const link = (text: string): Locator => links().filter({ hasText: text }).first();
  const row = (section: string, text: string): Locator => workbench.rows(section).filter({ hasText: text }).first();
  const arrows = (): Locator => workbench.view().locator('.arrows .arrow');

  /** What the links say, each without its reason, and the line at its margin. */
  async function chain(): Promise<string[]> {
    const texts = await links().evaluateAll((buttons) =>
      buttons.map((button) => {
        const text = button.querySelector('.cause-text')!;
        const own = [...text.childNodes].filter((node) => !(node instanceof Element && node.className === 'why'));
        return `${own.map((node) => node.textContent).join('')} | ${button.querySelector('.meta')!.textContent}`;
      }),
    );
    return texts;
  }

  it('of a console line lead back to the script, with the reason why each callback ran', async () => {
    await row('console', 'hello Ada').click();
    await list().waitFor();
    assert.deepEqual(await chain(), [
      'printed by onReady | line 6',
      'load went on after await | line 19',
      'registered by await in load | line 19',
      "the promise was fulfilled with 'hello Ada' by answered | line 12",
      'answered ran | line 11',
      'setTimeout in (anonymous), 20 ms | line 11',
      'the script: the file runs from top to bottom | line 1',
    ]);
    assert.match(await link('answered ran').innerText(), /Its time, 20 ms, had come; the call stack was empty/);
    assert.match(await link('went on').innerText(), /The call stack was empty after answered: microtasks run then/);
    await workbench.waitForHighlight(6);
  });

  it('are walked by keys, and each leads to its line and its moment', async () => {
    await links().first().focus();
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.press('ArrowUp');
    await workbench.page.keyboard.press('Enter');
    await workbench.waitForHighlight(11);
    assert.match(await workbench.sentence(), /^setTimeout hands a timer to the host: answered is due at 20 ms/);
    assert.equal(await link('setTimeout in').getAttribute('aria-current'), 'step');
    await workbench.waitForCursor(11);
  });

  it('are drawn as arrows, from the frame that asked to what waits, and to the turn that runs it', async () => {
    await eventually(
      () => arrows().count(),
      (count) => count === 1,
      'the arrow from the frame to the timer',
    );
    await link('answered ran').click();
    await eventually(
      () => workbench.view().locator('.turn').innerText(),
      (text) => text.includes('answered'),
      'the turn of the timer',
    );
    await eventually(
      () => arrows().count(),
      (count) => count >= 1,
      'the arrow to the turn that runs',
    );
    assert.ok((await workbench.view().locator('.leaps .arrow').count()) >= 3);
  });

  it('continue the call stack below its last frame', async () => {
    await row('console', 'hello Ada').click();
    const stack = workbench.rows('stack');
    await eventually(
      async () => (await stack.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim()),
      (texts) => texts.slice(-2).join(';') === 'await;causes.js line 27',
      'the frames behind the await',
    );
  });

  it('of what waits tell what will become of it', async () => {
    await workbench.view().locator('[data-command="first"]').click({ force: true });
    await workbench.forwardTo(/^setTimeout hands a timer to the host: onLater/);
    await row('apis', 'onLater').click();
    await eventually(
      async () => (await chain())[0],
      (first) => first?.startsWith('onLater waits with the host') === true,
      'the chain of the timer',
    );
    assert.match(await links().first().innerText(), /It runs at 50 ms: its time, 50 ms, had come/);
  });

  it('lead to the moment at which a timer fires, and the run stays as it is', async () => {
    const { last } = await workbench.moment();
    await workbench.view().getByRole('button', { name: 'Advance to', exact: true }).click();
    await eventually(
      () => workbench.sentence(),
      (sentence) => sentence.startsWith('onLater leaves the timer queue'),
      'the moment at which the timer fires',
    );
    assert.equal((await workbench.moment()).last, last);
  });

  it('go away with Escape', async () => {
    await links().first().focus();
    await workbench.page.keyboard.press('Escape');
    await list().waitFor({ state: 'detached' });
    assert.equal(await arrows().count(), 0);
  });

  it('are changed by the user: a timer is due at once, which is saved beside the file and cleared', async () => {
    await workbench.view().locator('[data-command="first"]').click({ force: true });
    await workbench.forwardTo(/^onReady prints to the console: promise 1/);
    await row('apis', 'onLater').click();
    await workbench.view().getByRole('button', { name: 'Due now' }).click();
    const lines = async (): Promise<string[]> =>
      (await workbench.rows('console').locator('.console-text').allInnerTexts()).map((text) => text.trim());
    await eventually(
      lines,
      (texts) => texts.indexOf('all: promise') >= 0,
      'the timer to run before the promise of the other one is settled',
    );
    await workbench.view().getByText('This run has 1 input of yours.').waitFor();
    await workbench.view().getByRole('button', { name: 'Save beside the file' }).click();
    const saved = path.join(workbench.folder, 'causes.js.underhood.json');
    const text = await eventually(
      async () => (existsSync(saved) ? readFileSync(saved, 'utf8') : ''),
      (content) => content !== '',
      'the file beside the program',
    );
    const { inputs } = JSON.parse(text) as { inputs: { kind: string }[] };
    assert.deepEqual(
      inputs.map(({ kind }) => kind),
      ['advance'],
    );
    await workbench.view().getByRole('button', { name: 'Clear', exact: true }).click();
    await eventually(
      lines,
      (texts) => texts.indexOf('all: promise, hello Ada') >= 0,
      'the run as the text alone makes it',
    );
    rmSync(saved);
  });

  if (process.env['UNDERHOOD_PICTURES'] !== undefined) {
    for (const theme of Object.keys(themes) as Theme[]) {
      it(`have a picture in the theme ${theme}`, async () => {
        await workbench.useTheme(theme);
        for (const [width, suffix] of [
          [300, '-narrow'],
          [520, ''],
          [1180, '-wide'],
        ] as const) {
          await workbench.setSidebarWidth(width);
          await row('console', 'hello Ada').click();
          await link('fulfilled').click();
          await workbench.restInView(500);
          await workbench.screenshot(`${theme}-causes-queue${suffix}`);
          await link('went on').click();
          await workbench.restInView(500);
          await workbench.screenshot(`${theme}-causes-turn${suffix}`);
          const [whole, seen] = await workbench
            .view()
            .locator('body')
            .evaluate((body) => [body.scrollWidth, body.clientWidth] as const);
          assert.ok(whole <= seen + 1, `the page is ${whole} px wide in a view of ${seen} px`);
        }
      });
    }
  }
});
