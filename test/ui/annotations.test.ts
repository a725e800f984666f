// Values, counts and lenses beside the code: seen as a user sees them, in every theme.
import assert from 'node:assert/strict';
import { keepPicture, themes, WorkbenchPage } from './workbench-page.ts';
import type { Theme } from './workbench-page.ts';

const orders = `const prices = { tea: 3, rice: 5 };

function priceOf(item, count) {
  const price = prices[item];
  return price * count;
}

let total = 0;
for (const [item, count] of [['tea', 2], ['rice', 1]]) {
  total += priceOf(item, count);
}
console.log(total);
`;

const hot = `function twice(x) {
  return x + x;
}
for (let i = 0; i < 2000; i++) twice(1);
console.log(twice('ab'));
`;

describe('what stands beside the code', () => {
  let workbench: WorkbenchPage;

  before(async () => {
    const settings = {
      'editor.minimap.enabled': false,
      'underhood.annotations.values': true,
      'underhood.annotations.counts': true,
      'underhood.annotations.functions': true,
    };
    workbench = await WorkbenchPage.open({ files: { 'orders.js': orders, 'hot.js': hot }, settings });
  });
  afterEach(function () {
    return keepPicture(this.currentTest, workbench);
  });
  after(() => workbench?.close());

  it('is there without the view, and leads to it', async () => {
    await workbench.openFile('orders.js');
    const lens = workbench.page.locator('.codelens-decoration a').filter({ hasText: 'called 2 times' });
    await lens.waitFor();
    await workbench.page.waitForTimeout(300);
    await workbench.screenshot('annotations');
    await lens.click();
    await workbench.view().getByRole('slider').waitFor();
    const event = await workbench.view().getByRole('slider').getAttribute('aria-valuetext');
    assert.match(event ?? '', /^event \d+ of \d+, line 10\b/);
  });

  it('says above a function which tier it came to, and why it left it', async () => {
    await workbench.openFile('hot.js');
    const lens = workbench.page.locator('.codelens-decoration a').filter({ hasText: 'Maglev marked after' });
    await lens.waitFor();
    assert.match(
      (await lens.textContent()) ?? '',
      /^called 2,001 times · \d+ % of the bytecodes that ran · Maglev marked after \d+ calls · 1 deopt: not a Smi \(eager: a check failed\), line 2$/,
    );
    await workbench.screenshot('annotations-tiers');
    await workbench.openFile('orders.js');
  });

  for (const theme of Object.keys(themes).filter((name): name is Theme => name !== 'dark')) {
    it(`can be read in the theme ${theme}`, async () => {
      await workbench.useTheme(theme);
      await workbench.screenshot(`annotations-${theme}`);
    });
  }
});
