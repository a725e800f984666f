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

describe('what stands beside the code', () => {
  let workbench: WorkbenchPage;

  before(async () => {
    const settings = {
      'editor.minimap.enabled': false,
      'underhood.annotations.values': true,
      'underhood.annotations.counts': true,
      'underhood.annotations.functions': true,
    };
    workbench = await WorkbenchPage.open({ files: { 'orders.js': orders }, settings });
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

  for (const theme of Object.keys(themes).filter((name): name is Theme => name !== 'dark')) {
    it(`can be read in the theme ${theme}`, async () => {
      await workbench.useTheme(theme);
      await workbench.screenshot(`annotations-${theme}`);
    });
  }
});
