// What a stop holds, looked at and changed by clicks in VS Code: scopes, variables in pages, hidden classes, watch, hover, the
// debug console; and an edit in the midst of it.
import assert from 'node:assert/strict';
import { DebuggerPage } from './debugger-page.ts';
import { keepPicture, type WorkbenchPage } from './workbench-page.ts';
import { eventually } from './waiting.ts';

const files = {
  'values.js': `const many = Array.from({ length: 250 }, (_, index) => index * 2);
const point = { x: 1, y: 2 };
let factor = 10;
function scale(value) {
  const result = value * factor;
  {
    const inside = result + 1;
    point.x = inside;
  }
  return () => result + value;
}
const later = scale(point.y);
console.log(point.x, later());
`,
};

describe('the debugger’s values', () => {
  let workbench: WorkbenchPage;
  let debug: DebuggerPage;

  before(async () => {
    // What was typed before would be proposed instead of names that it contains.
    debug = await DebuggerPage.open(files, 1200, { 'debug.console.historySuggestions': false });
    ({ workbench } = debug);
    await debug.start('values.js');
    await debug.standsAt(1);
    for (const section of ['Breakpoints', 'Watch'] as const) await debug.unfold(section, false);
  });
  afterEach(function () {
    return keepPicture(this.currentTest, workbench);
  });
  after(() => workbench?.close());

  const variables = (...wanted: readonly (string | RegExp)[]) =>
    debug.shows(
      'variables',
      (rows) => wanted.every((each) => rows.some((row) => (typeof each === 'string' ? row === each : each.test(row)))),
      wanted.join(', '),
    );

  it('are in scopes: Block, Local, Closure, Global, and the registers with the accumulator', async () => {
    await debug.clickInGutter(8);
    await debug.click('Continue');
    await debug.standsAt(8);
    await variables('Block', 'inside = 21', 'Local', 'Closure', 'Global', 'Registers');
    for (const scope of ['Local', 'Closure', 'Registers']) await debug.toggle(debug.variable(new RegExp(`^${scope}`)));
    await variables('result = 20', 'value = 2', 'factor = 10', /^r0 = /, /^accumulator = /);
    await workbench.screenshot('debugger-scopes');
    for (const scope of ['Closure', 'Registers']) await debug.toggle(debug.variable(new RegExp(`^${scope}`)));
    await debug.toggle(debug.variable(/^Global/));
    await variables('Object = ƒ Object()', 'NaN = NaN');
    await debug.toggle(debug.variable(/^Global/));
  });

  it('are those of the frame that is chosen; long lists come in pages, objects with their hidden class', async () => {
    await debug.frame('(anonymous)').click();
    await variables('many = (250) [0, 2, 4, 6, 8, …]', 'point = {x: 1, y: 2}');
    await debug.toggle(debug.variable(/^many/));
    await variables('length = 250', 'elements kind = PACKED_SMI_ELEMENTS', '[0..99]', '[100..199]', '[200..249]');
    await debug.toggle(debug.variable('[200..249]'));
    await variables('200 = 400', '201 = 402');
    await debug.toggle(debug.variable('[200..249]'));
    await debug.toggle(debug.variable(/^many/));
    await debug.toggle(debug.variable(/^point/));
    await variables('x = 1', 'y = 2', /^hidden class = #\d+: fast properties, 2 properties/);
    await workbench.screenshot('debugger-objects');
    await debug.toggle(debug.variable(/^point/));
    await debug.frame('scale').click();
    await variables('inside = 21');
  });

  it('are shown when the mouse is over a name', async () => {
    const { x, y } = await workbench.placeOfText('result + 1', 6);
    await workbench.page.mouse.move(x, y + 100);
    await workbench.page.mouse.move(x, y, { steps: 4 });
    await workbench.page.locator('.debug-hover-widget').getByText('20').first().waitFor();
    await workbench.page.mouse.move(5, 5);
  });

  it('are watched, and what does not end is cut off', async () => {
    await debug.unfold('Watch');
    for (const expression of ['result * 2', 'nowhere', '(() => { for (;;); })()']) {
      await debug.section('Watch').hover();
      await workbench.page.locator('.pane-header .action-label[aria-label="Add Expression"]').click();
      await workbench.page.keyboard.insertText(expression);
      await workbench.page.keyboard.press('Enter');
    }
    const watched = await debug.shows(
      'watch',
      (rows) => rows.length === 3 && rows.every((row) => row.includes(' = ')) && rows[2]!.includes('steps'),
      'three values',
    );
    assert.equal(watched[0], 'result * 2 = 40');
    assert.match(watched[1]!, /nowhere is not defined/);
    assert.match(watched[2]!, /The expression did not end within 1,000,000 steps, so it was cut off/);
    await debug.watched('for (;;)').hover();
    await debug.watched('for (;;)').locator('.action-label').first().click();
    await debug.shows('watch', (rows) => rows.length === 2, 'two values');
  });

  it('are evaluated in the console without changing the run', async () => {
    await debug.evaluate('result = inside = 5');
    await debug.printed(/TypeError: Assignment to constant variable/);
    await debug.evaluate('factor = 77');
    await debug.printed(/^77/);
    await debug.evaluate('"factor " + factor');
    await debug.printed('factor 10');
  });

  it('are proposed in the console', async () => {
    const page = workbench.page;
    await page.locator('.repl-input-wrapper .view-lines').click();
    const proposals = page.locator('.suggest-widget.visible .monaco-list-row');
    for (const [typed, wanted] of [
      ['ins', 'inside'],
      ['point.', 'x'],
    ] as const) {
      await page.keyboard.insertText(typed);
      await page.keyboard.press('Control+Space');
      await eventually(
        () => proposals.evaluateAll((rows) => rows.map((row) => (row as HTMLElement).innerText.split('\n')[0]!.trim())),
        (labels) => labels.includes(wanted),
        `${wanted} to be proposed`,
      );
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Delete');
    }
  });

  it('are set, and the rest of the run is another', async () => {
    await debug.click('Reverse');
    await debug.standsAt(1);
    for (const line of [2, 3, 12]) {
      await debug.click('Step Over');
      await debug.standsAt(line);
    }
    await variables('factor = 10', 'scale = ƒ scale()');
    await debug.choose(debug.variable(/^factor/), 'Set Value');
    const input = workbench.page.locator('.debug-variables .monaco-inputbox input').first();
    await input.fill('100');
    await input.press('Enter');
    await variables('factor = 100');
    await debug.printed('factor = 100 is part of the run now: what follows changes.');
    await debug.click('Continue');
    await debug.standsAt(8);
    await variables('inside = 201');
    assert.equal((await debug.texts('watch'))[0], 'result * 2 = 400');
  });

  it('are changed from the console by .change, and back by .forget', async () => {
    await debug.evaluate('.change point.y = 1000');
    await debug.printed('Changed.');
    await debug.evaluate('.inputs');
    await debug.printed(/2\. before instruction \d+: point\.y = 1000/);
    await debug.evaluate('.forget');
    await debug.printed(/2 changes taken back/);
    await debug.standsAt(12);
    await variables('factor = 10');
  });

  for (const [theme, width] of [
    ['light', 1500],
    ['dark', 900],
  ] as const) {
    it(`look right in the theme ${theme}, ${width} pixels wide`, async () => {
      await workbench.useTheme(theme);
      await workbench.page.setViewportSize({ width, height: 900 });
      await debug.click('Restart');
      await debug.standsAt(1);
      await debug.click('Continue');
      await debug.standsAt(8);
      await variables('inside = 21');
      await workbench.screenshot(`debugger-values-${theme}-${width}`);
    });
  }

  it('stay those of the run when the text is edited; a restart takes the new text', async () => {
    await workbench.page.setViewportSize({ width: 1500, height: 1200 });
    await workbench.page.locator('.editor-instance .view-line').nth(12).click();
    await workbench.goTo(3, 16);
    await workbench.page.keyboard.type('0');
    await debug.printed('The text was edited: what is debugged is the run from before. Restart to debug the new text.');
    await debug.evaluate('"still " + factor');
    await debug.printed('still 10');
    await debug.click('Restart');
    await debug.standsAt(1);
    await debug.click('Continue');
    await debug.standsAt(8);
    await variables('inside = 201');
    await debug.stop();
  });
});
