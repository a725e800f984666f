// The packaged extension in the real workbench: its view opens, runs the file, and can be looked at in every theme.
import assert from 'node:assert/strict';
import { themes, WorkbenchPage } from './workbench-page.ts';
import type { Theme } from './workbench-page.ts';

const program = `function greet(name) {\n  return 'hello ' + name;\n}\nconsole.log(greet('world'));\n`;

describe('the Underhood view', () => {
  let workbench: WorkbenchPage;

  before(async () => {
    workbench = await WorkbenchPage.open({ files: { 'greeting.js': program } });
  });

  after(() => workbench?.close());

  it('opens beside a file and shows what it prints', async () => {
    await workbench.openFile('greeting.js');
    assert.equal(await workbench.lineText(1), 'function greet(name) {');
    const view = await workbench.openView();
    await view.getByText('hello world', { exact: true }).first().waitFor();
  });

  for (const theme of Object.keys(themes) as Theme[]) {
    it(`is drawn in the theme ${theme}, wide and narrow`, async () => {
      await workbench.useTheme(theme);
      await workbench.setSidebarWidth(520);
      await workbench.screenshot(`view-${theme}`);
      await workbench.setSidebarWidth(300);
      await workbench.screenshot(`view-${theme}-narrow`);
      const width = await workbench
        .view()
        .locator('body')
        .evaluate((body) => [body.scrollWidth, body.clientWidth] as const);
      assert.ok(width[0] <= width[1] + 1, `the page is ${width[0]} px wide in a view of ${width[1]} px`);
    });
  }
});
