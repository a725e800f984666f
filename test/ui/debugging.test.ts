// The debugger as a user has it: F5, the toolbar with its buttons backwards, breakpoints in the gutter, the Variables view, the
// scrubber that goes along, and the run in an editor tab. And how all that looks.
import assert from 'node:assert/strict';
import { DebuggerPage } from './debugger-page.ts';
import { keepPicture, type Theme, themes, type WorkbenchPage } from './workbench-page.ts';
import { eventually } from './waiting.ts';

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
  let debug: DebuggerPage;

  before(async () => {
    debug = await DebuggerPage.open({ 'basket.js': program }, 900);
    ({ workbench } = debug);
    await workbench.openFile('basket.js');
    await workbench.openView();
    await workbench.view().getByRole('slider').waitFor();
  });

  afterEach(function () {
    return keepPicture(this.currentTest, workbench);
  });
  after(() => workbench?.close());

  async function openLocals(): Promise<void> {
    const scope = debug.variable(/^Local/);
    await scope.waitFor();
    if ((await scope.getAttribute('aria-expanded')) === 'false') await scope.click();
  }

  it('starts with F5 and no launch.json, at the first line', async () => {
    await workbench.goTo(1);
    await workbench.page.keyboard.press('F5');
    const row = workbench.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Underhood' }).first();
    await row.click();
    await debug.standsAt(2);
    await debug.button('Step Back').waitFor();
    await debug.button('Reverse').waitFor();
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
    await debug.click('Restart');
    await debug.standsAt(2);
    await workbench.view().getByRole('slider').waitFor();
    const before = await eventually(
      () => workbench.moment(),
      ({ now }) => now > 1,
      'the first stop in the tab',
    );
    await debug.click('Step Over');
    await debug.standsAt(10);
    await eventually(
      () => workbench.moment(),
      ({ now }) => now > before.now,
      'the scrubber to go along',
    );
    await debug.click('Step Back');
    await debug.standsAt(2);
    await eventually(
      () => workbench.moment(),
      ({ now }) => now === before.now,
      'the scrubber to come back',
    );
  });

  it('stops at a breakpoint of the gutter, with values in the text and in the Variables view', async () => {
    await debug.clickInGutter(6);
    await workbench.page.locator('.codicon-debug-breakpoint').first().waitFor();
    await debug.click('Continue');
    await debug.standsAt(6);
    await openLocals();
    await debug.variable(/before.*0/).waitFor();
    await eventually(
      () => workbench.lineText(5),
      (text) => /before = 0/.test(text),
      'the value in the line',
    );
    await debug.click('Continue');
    await debug.variable(/before.*3/).waitFor();
    await debug.click('Reverse');
    await debug.variable(/before.*0/).waitFor();
  });

  it('goes back to where a variable got its value, from the Variables view', async () => {
    await debug.click('Continue');
    await debug.variable(/before.*3/).waitFor();
    await debug.choose(debug.variable(/before.*3/), 'Go Back to Where This Got Its Value');
    // It got it by the statement just before, which is what the debugger shows then.
    await debug.standsAt(5);
    await debug.variable(/before.*3/).waitFor();
  });

  it('follows the scrubber', async () => {
    await workbench.view().locator('[data-command="last"]').click({ force: true });
    await eventually(
      () => debug.stoppedLine(),
      (line) => line !== 5,
      'the debugger to follow',
    );
    await workbench.forwardTo(/./).catch(() => undefined);
    await workbench.view().locator('[data-command="first"]').click({ force: true });
    await workbench.forwardTo(/item/);
    const { now } = await workbench.moment();
    await workbench.restInView(500);
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
    await debug.standsAt(2);
    await workbench.page.keyboard.press('Control+Z');
    await workbench.view().getByRole('button', { name: 'Restart' }).click();
    await notice.waitFor({ state: 'detached' });
    await debug.standsAt(2);
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
    await debug.click('Stop');
    await debug.button('Stop').waitFor({ state: 'hidden' });
    await workbench.page
      .locator('.tab')
      .filter({ hasText: 'Run of basket.js' })
      .locator('.action-label[aria-label^="Close"]')
      .click();
    await workbench.openView();
    await workbench.view().getByRole('slider').waitFor();
    await workbench.runCommand('Underhood: Debug with Underhood: Steps Backwards Too');
    await debug.standsAt(6);
    await workbench.view().getByRole('slider').waitFor();
    await workbench.page.waitForTimeout(600);
    await workbench.screenshot('debugging-sidebar');
    await debug.click('Stop');
  });

  /** VS Code takes the focus back some time after a session ends: the view has it when it keeps it. */
  async function focusView(): Promise<void> {
    const slider = workbench.view().getByRole('slider');
    let kept = 0;
    await eventually(
      async () => {
        const isInView = await workbench.page.evaluate(() => document.activeElement?.tagName === 'IFRAME');
        kept = isInView && (await slider.evaluate((element) => document.activeElement === element)) ? kept + 1 : 0;
        if (kept === 0) await slider.focus();
        await workbench.restInView(100);
        return kept;
      },
      (times) => times > 5,
      'the focus to stay in the view',
    );
  }

  /** Presses keys in the view, one after the other, and waits for what each leads to. */
  async function pressInView<T>(steps: readonly (readonly [key: string, T])[], waitFor: (wanted: T) => Promise<void>) {
    await workbench.view().locator('[data-command="first"]').click();
    await focusView();
    for (const [key, wanted] of steps) {
      const { now } = await workbench.moment();
      await workbench.page.keyboard.press(key);
      await eventually(
        () => workbench.moment(),
        (moment) => moment.now !== now,
        `${key} to step`,
      );
      await waitFor(wanted);
    }
  }

  it('steps by the same keys in the view, without a session', async () => {
    await debug.button('Stop').waitFor({ state: 'hidden' });
    // The loop's head has two places; out of the script the run goes to its end.
    const steps = [
      ['F10', 2],
      ['F10', 10],
      ['F10', 14],
      ['F11', 14],
      ['Shift+F11', 0],
    ] as const;
    await pressInView(steps, (line) => workbench.waitForHighlight(line));
  });

  it('moves an event on and back by Alt+F10 and Alt+Shift+F10 in the view', async () => {
    const steps = [
      ['Alt+F10', 2],
      ['Alt+F10', 3],
      ['Alt+Shift+F10', 2],
    ] as const;
    await pressInView(steps, async (moment) => assert.equal((await workbench.moment()).now, moment));
  });
});
