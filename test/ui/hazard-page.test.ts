// The page about a hazard, as somebody opens it from the editor: words, two versions side by side, and what changes when one is edited.
import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { keepPicture, type Theme, themes, WorkbenchPage } from './workbench-page.ts';
import { eventually } from './waiting.ts';

const program = 'const user = { name: 1, age: 2 };\ndelete user.age;\nconsole.log(user);\n';

describe('the page about a hazard', () => {
  let workbench: WorkbenchPage;
  let page: FrameLocator;

  before(async () => {
    workbench = await WorkbenchPage.open({ files: { 'user.js': program } });
    await workbench.openFile('user.js');
    await workbench.page.locator('.editor-instance .view-overlays [class*="squiggly-"]').first().waitFor();
  });

  afterEach(function () {
    return keepPicture(this.currentTest, workbench);
  });
  after(() => workbench?.close());

  const fact = async (side: 'Before' | 'After', label: string): Promise<number> => {
    const row = page.locator(`section[aria-label="${side}"] tr`, { hasText: label });
    return Number((await row.locator('td').innerText()).replaceAll(/\D/g, ''));
  };

  it('is opened by the link in the hover, offline', async () => {
    await workbench.hoverText('delete user', 6, /Explain, with both versions/);
    await workbench.page.locator('.monaco-hover:not(.hidden)').getByText('Explain, with both versions').click();
    page = workbench.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
    await page.getByRole('heading', { level: 1, name: 'delete' }).waitFor();
    assert.match(await page.locator('.hazard > .markdown').innerText(), /dictionary mode/);
  });

  it('shows both versions with what their runs did', async () => {
    assert.ok((await fact('Before', 'dictionaries')) > (await fact('After', 'dictionaries')));
    assert.equal(await page.locator('section[aria-label="Before"] mark').innerText(), 'delete');
    assert.equal(await page.locator('section[aria-label="After"] mark').count(), 0);
  });

  for (const theme of Object.keys(themes) as Theme[]) {
    it(`can be read in the theme ${theme}`, async () => {
      await workbench.useTheme(theme);
      assert.ok(await page.getByRole('heading', { level: 1 }).isVisible());
      if (process.env.UNDERHOOD_PICTURES) await workbench.screenshot(`hazard-${theme}`);
    });
  }

  it('runs a version again when it is edited', async () => {
    const source = page.getByRole('textbox', { name: 'After: source' });
    await source.fill('const o = { a: 1 };\ndelete o.a;\nconsole.log(o);');
    await eventually(
      () => page.locator('section[aria-label="After"] mark').allInnerTexts(),
      (marked) => marked.length === 1,
      'the finding in the edited version',
    );
    assert.equal(await fact('After', 'dictionaries'), 1);
    await source.fill('const o = {');
    await page.locator('.problem', { hasText: /Line 1/ }).waitFor();
    await source.fill('for (;;);');
    await page.locator('.problem', { hasText: /Stopped after 1,000,000 steps/ }).waitFor();
  });

  it('opens a version as a file', async () => {
    await page.locator('section[aria-label="Before"]').getByRole('button', { name: 'Open as a file' }).click();
    await workbench.page.locator('.tab', { hasText: 'Untitled' }).waitFor();
  });
});
