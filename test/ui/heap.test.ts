// The heap in a real workbench: a collection is stepped through from the roots to what is freed, and objects of it are chosen.
import assert from 'node:assert/strict';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { keepPicture, themes, WorkbenchPage } from './workbench-page.ts';
import type { Theme } from './workbench-page.ts';
import { eventually } from './waiting.ts';

const readmeFolder = path.resolve(import.meta.dirname, '..', '..', 'media', 'screenshots');

const program = `class Row {
  constructor(n) {
    this.n = n;
    this.cells = [n, n + 1];
  }
}
const rows = [];
const names = new Map();
function fill(count) {
  for (let i = 0; i < count; i++) {
    const row = new Row(i);
    if (i % 10 === 0) rows.push(row);
    if (i % 100 === 0) names.set('row ' + i, { row, tags: [{ i }] });
  }
}
fill(9000);
rows.length = 400;
fill(3000);
setInterval(function poll() {
  names.get('row 0');
}, 1000).unref();
console.log(rows.length);
`;

describe('the heap, step by step', function () {
  let workbench: WorkbenchPage;

  before(async () => {
    workbench = await WorkbenchPage.open({
      files: { 'memory.js': program },
      viewport: { width: 1360, height: 1100 },
    });
    await workbench.openFile('memory.js');
    await workbench.openView();
    await workbench.view().getByRole('slider', { name: 'Moment of the run' }).waitFor();
    await workbench.waitForRun();
    // On a busy machine the time limit comes before the end.
    const goOn = workbench.view().getByRole('button', { name: 'Go on' });
    while (await goOn.isVisible()) {
      await goOn.click();
      await workbench.waitForRun();
    }
    await workbench.view().locator('[data-command="last"]').click({ force: true });
    const header = section().locator('.section-header');
    if ((await header.getAttribute('aria-expanded')) === 'false') await header.click();
    const pipeline = workbench.view().locator('[data-section="pipeline"] .section-header');
    if ((await pipeline.getAttribute('aria-expanded')) === 'true') await pipeline.click();
    await section().locator('.heap-space').first().waitFor();
  });

  afterEach(function () {
    return keepPicture(this.currentTest, workbench);
  });
  after(() => workbench?.close());

  const section = (): Locator => workbench.view().locator('[data-section="heap"]');
  const phase = (): Locator => section().locator('.marking-phase');
  const steps = (): Locator => section().getByRole('slider', { name: 'Phase of the marking' });

  const tree = (): Locator => section().getByRole('tree');
  const items = (name: RegExp): Locator => tree().getByRole('treeitem', { name });

  it('draws who holds what: roots, references by their names, many equal objects as one', async () => {
    await items(/^setInterval of line 19\s*waits/).waitFor();
    await items(/^what the closure can see\s*variables Row, rows, names/).waitFor();
    const rows = items(/^rows/);
    await rows.locator('.twistie-button').click();
    await items(/^\[0 … 699\]\s*700 ×\s*Row \{n, cells\}/).waitFor();
    assert.equal(await rows.getAttribute('aria-expanded'), 'true');
    // By the keyboard, too: what a map has, and what that refers to.
    await items(/^names/).focus();
    await workbench.page.keyboard.press('ArrowRight');
    await items(/^\["row 0", …\]\s*90 ×/).waitFor();
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('ArrowRight');
    await items(/^\.row .*also here/)
      .first()
      .waitFor();
  });

  it('leads from a reference to what it refers to, and tells of that what it is and what keeps it', async () => {
    const reference = items(/^\.row .*also here/).first();
    await reference.focus();
    await workbench.page.keyboard.press('Enter');
    const chosen = tree().getByRole('treeitem', { selected: true });
    await chosen.first().waitFor();
    assert.match(await chosen.first().innerText(), /Row \{n, cells\}/);
    assert.match(await workbench.view().locator(':focus').innerText(), /Row \{n, cells\}/, 'the focus goes with it');
    const details = section().locator('.object-details');
    await eventually(
      () => details.innerText(),
      (text) => /kept by/.test(text) && /What it refers to/.test(text),
      'what keeps it',
    );
    const cells = details.getByRole('button', { name: /^property cells/ });
    await cells.click();
    await eventually(
      () => details.locator('.object-title').innerText(),
      (text) => /^\(2\) \[\d+, \d+\]/.test(text),
      'the array that it refers to',
    );
  });

  it('draws lines to what hangs on a row, and to what stands elsewhere', async () => {
    const lines = section().locator('.graph-lines');
    assert.match((await lines.first().locator('path').getAttribute('d')) ?? '', /^M/);
    assert.ok((await lines.last().locator('.head').count()) > 0);
  });

  it('has the picture of the README', async () => {
    await workbench.setSidebarWidth(560);
    await items(/^\.row .*also here/)
      .first()
      .focus();
    await workbench.page.keyboard.press('Enter');
    await section().locator('.object-details').scrollIntoViewIfNeeded();
    await workbench.restInView(800);
    await workbench.screenshot('heap', process.env['UPDATE_SCREENSHOTS'] === undefined ? undefined : readmeFolder);
    await workbench.setSidebarWidth(348);
  });

  it('shows what a mark-compact at the moment would free', async () => {
    await section()
      .getByLabel(/mark and sweep/)
      .click();
    await section().locator('.marking-title', { hasText: 'A mark-compact at this moment' }).waitFor();
    assert.equal(await phase().innerText(), 'Nothing is marked');
    await steps().focus();
    await workbench.page.keyboard.press('End');
    await eventually(
      () => section().locator('.marking-text').innerText(),
      (text) => /would free [\d,]+ objects/.test(text),
      'what would be freed',
    );
    // The keys of this scrubber leave the run where it is.
    await section().locator('.marking-title', { hasText: 'A mark-compact at this moment' }).waitFor();
  });

  it('goes to a collection of the run and steps through it: roots, waves, what is left, what is freed', async () => {
    await section().getByRole('button', { name: 'To the collection before' }).click();
    await section().locator('.marking-title', { hasText: 'Scavenge (allocation failure)' }).waitFor();
    await steps().focus();
    await workbench.page.keyboard.press('Home');
    const on = section().getByRole('button', { name: 'Step on in the marking' });
    await on.click();
    await eventually(
      () => phase().innerText(),
      (text) => text === 'Roots',
      'the roots',
    );
    await items(/./).first().waitFor();
    assert.ok((await tree().locator('.mark-colour.grey').count()) > 0);
    for (let step = 0; step < 40 && (await phase().innerText()) !== 'What is left'; step++) await on.click();
    await eventually(
      () => section().locator('.marking-text').innerText(),
      (text) => /Nothing leads to [\d,]+ objects/.test(text),
      'what nothing leads to',
    );
    assert.ok((await tree().locator('.row.garbage').count()) > 0);
  });

  it('tells of a chosen object what it is, and leads to its hidden class', async () => {
    await items(/Row \{n, cells\}/)
      .first()
      .click();
    const details = section().locator('.object-details');
    await eventually(
      () => details.innerText(),
      (text) => /40 B in new space; nothing leads to it any more/.test(text),
      'the object that is freed',
    );
    await details.locator('.shape-chip').click();
    const shapes = workbench.view().locator('[data-section="shapes"]');
    await shapes.getByRole('treeitem', { selected: true }).first().waitFor();
    await shapes.locator('.section-header').click();
    await shapes.locator('.section-body').waitFor({ state: 'detached' });
  });

  it('shows of a square in the picture what keeps the object', async () => {
    await section()
      .locator('canvas')
      .last()
      .click({ position: { x: 3, y: 3 } });
    await eventually(
      () => section().locator('.object-details').innerText(),
      (text) => /in (?:new|old) space/.test(text),
      'the object of the square',
    );
  });

  if (process.env['UNDERHOOD_PICTURES'] !== undefined) {
    it('looks right', async () => {
      const looks = async (name: string): Promise<void> => {
        await section().locator('.marking > :last-child').scrollIntoViewIfNeeded();
        await workbench.page.waitForTimeout(800);
        await workbench.screenshot(`heap-${name}`);
      };
      const at = async (key: string, times = 1): Promise<void> => {
        await steps().focus();
        for (let time = 0; time < times; time++) await workbench.page.keyboard.press(key);
      };
      await at('Home');
      await at('ArrowRight', 4);
      await section().getByRole('treeitem', { name: /tags/ }).first().click();
      for (const theme of Object.keys(themes) as Theme[]) {
        await workbench.useTheme(theme);
        await workbench.setSidebarWidth(theme === 'light' ? 800 : theme === 'dark' ? 348 : 420);
        await at('Home');
        await at('ArrowRight', 4);
        await looks(`${theme}-waves`);
        await at('End');
        await at('ArrowLeft');
        await looks(`${theme}-left`);
      }
      await workbench.useTheme('dark');
      await workbench.setSidebarWidth(260);
      await looks('narrow');
    });
  }
});
