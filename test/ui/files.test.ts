// A program of two files in the view: every place names its file, a click on a frame shows the other file and leaves the view
// where it is, and an edit there is an edit of the program. With pictures in all themes, to be looked at.
import assert from 'node:assert/strict';
import { keepPicture, themes, WorkbenchPage } from './workbench-page.ts';
import type { Theme } from './workbench-page.ts';
import { eventually } from './waiting.ts';

const shop = `const { priceOf, onPrice } = require('./price-list.js');

function total(order) {
  let sum = 0;
  for (const item of order) {
    sum += priceOf(item);
  }
  return sum;
}

setTimeout(onPrice, 20);
console.log('total', total(['tea', 'rice']));
`;

const priceList = `const prices = { tea: 3, rice: 2 };

exports.priceOf = function priceOf(item) {
  const price = prices[item];
  console.log('price of', item);
  return price;
};

exports.onPrice = function onPrice() {
  queueMicrotask(function told() {
    console.warn('prices change at noon');
  });
};
`;

const broken = `const { a } = require('./broken-part.js');
console.log(a);
`;

const files = {
  'shop.js': shop,
  'price-list.js': priceList,
  'broken.js': broken,
  'broken-part.js': 'exports.a = 1;\n\nexports.b = [1, 2;\n',
};

describe('a program of several files', () => {
  let workbench: WorkbenchPage;

  before(async () => {
    workbench = await WorkbenchPage.open({ files, settings: { 'editor.minimap.enabled': false } });
    await workbench.openFile('shop.js');
    await workbench.openView();
    await workbench.view().getByRole('slider').waitFor();
  });

  afterEach(function () {
    return keepPicture(this.currentTest, workbench);
  });
  after(() => workbench?.close());

  async function toThePrice(): Promise<void> {
    await workbench.view().locator('[data-command="first"]').click({ force: true });
    await workbench.forwardTo(/prints to the console: price of rice/);
  }

  it('names the file and counts its lines, wherever a place is told', async () => {
    await toThePrice();
    const stack = (await workbench.rows('stack').allInnerTexts()).map((row) => row.replace(/\s+/g, ' ').trim());
    assert.ok(
      stack.some((row) => /^priceOf .*price-list\.js:5$/.test(row)),
      stack.join(' | '),
    );
    assert.ok(
      stack.some((row) => /^total .*line 6$/.test(row)),
      stack.join(' | '),
    );
    const lines = (await workbench.rows('console').allInnerTexts()).map((row) => row.replace(/\s+/g, ' ').trim());
    assert.ok(
      lines.some((row) => row.endsWith('price-list.js:5')),
      lines.join(' | '),
    );
    assert.match(await workbench.view().locator('.header .file').innerText(), /^shop\.js$/);
  });

  it('shows the other file at a click on its frame, goes on with this run, and highlights in it', async () => {
    await toThePrice();
    await workbench.rows('stack').filter({ hasText: 'priceOf' }).first().click();
    await workbench.page.locator('.tab.active[data-resource-name="price-list.js"]').waitFor();
    await workbench.waitForCursor(5);
    await workbench.waitForHighlight(5);
    assert.match(await workbench.view().locator('.header .file').innerText(), /^shop\.js$/);
    await workbench.view().locator('[data-command="forward"]').click();
    await workbench.waitForHighlight(6);
    await workbench.view().locator('[data-command="back"]').click();
    await workbench.waitForHighlight(5);
  });

  it('runs again when the other file is edited, unsaved, and keeps the moment', async () => {
    const tab = workbench.page.locator('.tab.active[data-resource-name="price-list.js"]');
    await tab.waitFor();
    await workbench.goTo(1, 24);
    await workbench.page.keyboard.insertText('0');
    await workbench.rows('console').filter({ hasText: 'total 32' }).waitFor();
    await workbench.page.locator('.tab.active.dirty[data-resource-name="price-list.js"]').waitFor();
    assert.match(await workbench.view().locator('.header .file').innerText(), /^shop\.js$/);
    assert.match(await workbench.sentence(), /priceOf prints to the console: price of rice/);
    await workbench.page.keyboard.press('Control+Z');
    await workbench.rows('console').filter({ hasText: 'total 5' }).waitFor();
    await workbench.runCommand('File: Save');
  });

  it('follows another file when it is chosen, and stays where it is pinned', async () => {
    const file = workbench.view().locator('.header .file');
    await workbench.openFile('shop.js');
    await eventually(
      () => file.innerText(),
      (name) => name === 'shop.js',
      'the view to follow',
    );
    await workbench.runCommand('Underhood: Keep This File (Pin)');
    await workbench.openFile('price-list.js');
    await workbench.page.waitForTimeout(600);
    assert.equal(await file.innerText(), 'shop.js');
    await workbench.runCommand('Underhood: Follow the Active Editor');
    await eventually(
      () => file.innerText(),
      (name) => name === 'price-list.js',
      'the view to follow again',
    );
  });

  it('tells which file does not parse, and shows the place', async () => {
    await workbench.openFile('broken.js');
    const banner = workbench.view().locator('.banner.error');
    await banner.filter({ hasText: /^broken-part\.js, line 3: SyntaxError: / }).waitFor();
    await eventually(
      async () => (await workbench.placeOfText("'./broken-part.js'")).squiggle,
      (squiggle) => squiggle === 'error',
      'the specifier to be underlined',
    );
    await pictures('problem');
    await banner.getByRole('button', { name: 'Show' }).click();
    await workbench.page.locator('.tab.active[data-resource-name="broken-part.js"]').waitFor();
    await workbench.waitForCursor(3, 18);
    assert.equal(await workbench.view().locator('.header .file').innerText(), 'broken.js');
  });

  for (const theme of Object.keys(themes) as Theme[]) {
    it(`is drawn in the theme ${theme}`, async () => {
      await workbench.useTheme(theme);
      await workbench.openFile('shop.js');
      await toThePrice();
      await pictures(theme);
    });
  }

  /** Both widths, and nothing may be cut off at the right. */
  async function pictures(name: string): Promise<void> {
    // Variables come a moment after the cursor rests.
    await workbench.page.waitForTimeout(400);
    for (const [width, suffix] of [
      [520, ''],
      [300, '-narrow'],
    ] as const) {
      await workbench.setSidebarWidth(width);
      await workbench.page.waitForTimeout(100);
      await workbench.screenshot(`files-${name}${suffix}`);
      const [whole, seen] = await workbench
        .view()
        .locator('body')
        .evaluate((body) => [body.scrollWidth, body.clientWidth] as const);
      assert.ok(whole <= seen + 1, `the page is ${whole} px wide in a view of ${seen} px`);
    }
  }
});
