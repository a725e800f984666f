// The debugger as a user has it: F5, the toolbar with its buttons backwards, breakpoints in the gutter, the Variables view, the
// scrubber that goes along, and the run in an editor tab. And how all that looks.
import assert from 'node:assert/strict';
import { eventually, keepPicture, themes, WorkbenchPage } from './workbench-page.ts';
import type { Theme } from './workbench-page.ts';

const program = `// What a basket costs.
let total = 0;

function add(item) {
  const before = total;
  total = before + item.price;
  return total;
}

const basket = [
  { name: 'tea', price: 3 },
  { name: 'rice', price: 4 },
];
for (const item of basket) {
  add(item);
}
console.log('total', total);
`;

describe('the debugger', () => {
  let workbench: WorkbenchPage;

  before(async () => {
    workbench = await WorkbenchPage.open({
      files: { 'basket.js': program },
      settings: { 'editor.minimap.enabled': false },
      viewport: { width: 1500, height: 900 },
    });
    await workbench.openFile('basket.js');
    await workbench.openView();
    await workbench.view().getByRole('slider').waitFor();
  });

  afterEach(function () {
    return keepPicture(this.currentTest, workbench);
  });
  after(() => workbench?.close());

  const button = (name: string) =>
    workbench.page.locator(`.debug-toolbar .action-label[aria-label^="${name}"]`).first();
  const variables = (text: string | RegExp) =>
    workbench.page.locator('.debug-variables .monaco-list-row').filter({ hasText: text });

  /** The line at which VS Code shows the debugger. */
  const stoppedLine = (): Promise<number> =>
    workbench.page
      .locator('.editor-instance .overflow-guard')
      .first()
      .evaluate((editor) => {
        const mark = editor.querySelector(
          '.codicon-debug-stackframe, .codicon-debug-stackframe-focused, [class*="debug-breakpoint-and-"]',
        );
        if (mark === null) return 0;
        const { top } = mark.getBoundingClientRect();
        for (const number of editor.querySelectorAll('.margin-view-overlays .line-numbers'))
          if (Math.abs(number.getBoundingClientRect().top - top) < 9) return Number(number.textContent);
        return -1;
      });
  const standsAt = (line: number) => eventually(stoppedLine, (found) => found === line, `the debugger at line ${line}`);

  async function openLocals(): Promise<void> {
    const scope = variables(/^Local/).first();
    await scope.waitFor();
    if ((await scope.getAttribute('aria-expanded')) === 'false') await scope.click();
  }

  async function clickInGutter(line: number): Promise<void> {
    const numbers = workbench.page.locator('.editor-instance .margin-view-overlays .line-numbers');
    const box = await numbers.getByText(String(line), { exact: true }).first().boundingBox();
    assert.ok(box);
    await workbench.page.mouse.click(box.x - 12, box.y + box.height / 2);
  }

  it('starts with F5 and no launch.json, at the first line', async () => {
    await workbench.goTo(1);
    await workbench.page.keyboard.press('F5');
    const row = workbench.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Underhood' }).first();
    await row.click();
    await standsAt(2);
    await button('Step Back').waitFor();
    await button('Reverse').waitFor();
  });

  it('has the run in a tab, and both go together', async () => {
    await workbench.runCommand('Underhood: Open the Run as an Editor Tab');
    await workbench.page
      .locator('.tab[data-resource-name*="tab"], .tab')
      .filter({ hasText: 'Run of basket.js' })
      .waitFor();
    const slider = (index: number) => workbench.views(index).getByRole('slider');
    await slider(1).waitFor();
    const values = () => Promise.all([slider(0), slider(1)].map((one) => one.getAttribute('aria-valuenow')));
    await eventually(values, ([one, other]) => one === other, 'the same moment');
    await workbench.views(1).locator('[data-command="last"]').click({ force: true });
    const last = (await slider(0).getAttribute('aria-valuemax')) ?? '';
    await eventually(values, ([one, other]) => one === last && other === last, 'both at the end');
    await workbench.views(0).locator('[data-command="first"]').click({ force: true });
    await eventually(values, ([one, other]) => one === '1' && other === '1', 'both at the start');
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await slider(1).waitFor({ state: 'detached' });
  });

  it('moves the scrubber with each step', async () => {
    await button('Restart').click();
    await standsAt(2);
    await workbench.view().getByRole('slider').waitFor();
    const before = await eventually(
      () => workbench.moment(),
      ({ now }) => now > 1,
      'the first stop in the tab',
    );
    await button('Step Over').click();
    await standsAt(10);
    await eventually(
      () => workbench.moment(),
      ({ now }) => now > before.now,
      'the scrubber to go along',
    );
    await button('Step Back').click();
    await standsAt(2);
    await eventually(
      () => workbench.moment(),
      ({ now }) => now === before.now,
      'the scrubber to come back',
    );
  });

  it('stops at a breakpoint of the gutter, with values in the text and in the Variables view', async () => {
    await clickInGutter(6);
    await workbench.page.locator('.codicon-debug-breakpoint').first().waitFor();
    await button('Continue').click();
    await standsAt(6);
    await openLocals();
    await variables(/before.*0/)
      .first()
      .waitFor();
    await eventually(
      () => workbench.lineText(5),
      (text) => /before = 0/.test(text),
      'the value in the line',
    );
    await button('Continue').click();
    await variables(/before.*3/)
      .first()
      .waitFor();
    await button('Reverse').click();
    await variables(/before.*0/)
      .first()
      .waitFor();
  });

  it('goes back to where a variable got its value, from the Variables view', async () => {
    await button('Continue').click();
    await variables(/before.*3/)
      .first()
      .waitFor();
    await variables(/before.*3/)
      .first()
      .click({ button: 'right' });
    await workbench.page.locator('.monaco-menu').getByText('Go Back to Where This Got Its Value').click();
    // It got it by the statement just before, which is what the debugger shows then.
    await standsAt(5);
    await variables(/before.*3/)
      .first()
      .waitFor();
  });

  it('follows the scrubber', async () => {
    await workbench.view().locator('[data-command="last"]').click({ force: true });
    await eventually(stoppedLine, (line) => line !== 5, 'the debugger to follow');
    await workbench.forwardTo(/./).catch(() => undefined);
    await workbench.view().locator('[data-command="first"]').click({ force: true });
    await workbench.forwardTo(/item/);
    const { now } = await workbench.moment();
    await workbench.page.waitForTimeout(500);
    assert.equal((await workbench.moment()).now, now, 'the scrubber swung back');
  });

  it('offers to restart after an edit', async () => {
    await workbench.page.locator('.editor-instance .view-line').nth(10).click();
    await workbench.goTo(11, 26);
    await workbench.page.keyboard.type('0');
    const notice = workbench.view().getByText('From before your edit: the debugger stays with this run.');
    await notice.waitFor();
    await workbench.screenshot('debugging-edited');
    await workbench.view().getByRole('button', { name: 'Restart' }).click();
    await notice.waitFor({ state: 'detached' });
    await standsAt(2);
    await workbench.page.keyboard.press('Control+Z');
    await workbench.view().getByRole('button', { name: 'Restart' }).click();
    await notice.waitFor({ state: 'detached' });
    await standsAt(2);
  });

  for (const theme of Object.keys(themes) as Theme[]) {
    it(`looks right in the theme ${theme}`, async () => {
      await workbench.useTheme(theme);
      await workbench.page.mouse.move(900, 880);
      await workbench.page.waitForTimeout(600);
      await workbench.screenshot(`debugging-${theme}`);
    });
  }

  it('keeps the view in the sidebar, where it was started from the editor’s title', async () => {
    await workbench.useTheme('dark');
    await button('Stop').click();
    await button('Stop').waitFor({ state: 'hidden' });
    await workbench.page
      .locator('.tab')
      .filter({ hasText: 'Run of basket.js' })
      .locator('.action-label[aria-label^="Close"]')
      .click();
    await workbench.openView();
    await workbench.view().getByRole('slider').waitFor();
    await workbench.runCommand('Underhood: Debug with Underhood: Steps Backwards Too');
    await standsAt(6);
    await workbench.view().getByRole('slider').waitFor();
    await workbench.page.waitForTimeout(600);
    await workbench.screenshot('debugging-sidebar');
    await button('Stop').click();
  });

  /** Presses keys in the view, one after the other, and tells what is at each moment that they led to. */
  async function pressInView<T>(keys: readonly string[], read: () => Promise<T>): Promise<T[]> {
    await workbench.view().locator('[data-command="first"]').click();
    await workbench.view().getByRole('slider').focus();
    const found: T[] = [];
    for (const key of keys) {
      const { now } = await workbench.moment();
      await workbench.page.keyboard.press(key);
      await eventually(
        () => workbench.moment(),
        (moment) => moment.now !== now,
        `${key} to step`,
      );
      await workbench.page.waitForTimeout(150);
      found.push(await read());
    }
    return found;
  }

  it('steps by the same keys in the view, without a session', async () => {
    await button('Stop').waitFor({ state: 'hidden' });
    // VS Code takes the focus back when a session ends.
    await workbench.page.waitForTimeout(800);
    const lines = await pressInView(['F10', 'F10', 'F10', 'F11', 'Shift+F11'], () => workbench.highlightedLine());
    // The loop's head has two places; out of the script the run goes to its end.
    assert.deepEqual(lines, [2, 10, 14, 14, 0]);
  });

  it('moves an event on and back by Alt+F10 and Alt+Shift+F10 in the view', async () => {
    const moments = await pressInView(['Alt+F10', 'Alt+F10', 'Alt+Shift+F10'], () => workbench.moment());
    assert.deepEqual(
      moments.map(({ now }) => now),
      [2, 3, 2],
    );
  });
});
