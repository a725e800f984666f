// Live: the view follows the text in the editor, says so while it cannot, and stays alive whatever the text is.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { keepPicture, WorkbenchPage } from './workbench-page.ts';
import { eventually } from './waiting.ts';

const files = {
  'moment.js': `let count = 0;\nfor (let i = 0; i < 5; i++) {\n  count += i;\n}\nconsole.log(count);\n`,
  'endless.js': `console.log('before');\nlet turns = 0;\nwhile (true) turns++;\n`,
  'empty.js': '',
  'typed.ts': 'const n: string = "typed";\nconsole.log(n as unknown);\n',
  'broken.js': 'function broken( {\n',
  'runtime.js': `console.log(typeof window, typeof process);\nsetTimeout(function later() {}, 5);\n`,
  'strange.js': `#!/usr/bin/env node\r\nconsole.log('strange');\r\nthrow { code: 7 };\r\n`,
  'rejected.js': `Promise.reject(new Error('nobody listens'));\n`,
  'microtasks.js': `function again() {\n  queueMicrotask(again);\n}\nagain();\n`,
  'interval.js': `setInterval(function tick() {}, 1000);\n`,
  'module.mjs': `export default 1;\nconsole.log('module', this === undefined);\n`,
};

describe('the live view', () => {
  let workbench: WorkbenchPage;

  before(async () => {
    workbench = await WorkbenchPage.open({ files });
    const line = `var f=function(a){return a*2},t=0;for(var i=0;i<50;i++){t+=f(i)}console.log('minified',t);`;
    writeFileSync(path.join(workbench.folder, 'minified.js'), line.repeat(1_000));
    writeFileSync(path.join(workbench.folder, 'huge.js'), 'x = 1; // some text\n'.repeat(2_700_000));
    await workbench.openFile('moment.js');
    await workbench.openView();
    await workbench.view().getByRole('slider').waitFor();
  });

  afterEach(function () {
    return keepPicture(this.currentTest, workbench);
  });
  after(() => workbench?.close());

  const banner = () => workbench.view().locator('.banner');
  const console_ = (text: string) => workbench.rows('console').filter({ hasText: text }).first();

  it('keeps the moment when lines are put before it', async () => {
    await workbench.openFile('moment.js');
    await console_('10').waitFor();
    await workbench.view().locator('[data-command="first"]').click({ force: true });
    for (let round = 0; round < 3; round++) await workbench.forwardTo(/count \+= i/);
    await workbench.waitForHighlight(3);
    await workbench.goTo(1);
    await workbench.page.keyboard.insertText(`const before = 'the loop';\n\n`);
    await eventually(
      () => workbench.sentence(),
      (text) => /line 5.*count \+= i/.test(text),
      'the same moment, two lines below',
    );
    await workbench.waitForHighlight(5);
    await workbench.forwardTo(/count \+= i/);
    await workbench.forwardTo(/count \+= i/);
    // Two of five rounds were left.
    await workbench.forwardTo(/prints to the console: 10/);
  });

  it('greys out the run from before a syntax error, tells the line and goes to it', async () => {
    await workbench.openFile('moment.js');
    const lines = (await workbench.lineText(1)) === '' ? 1 : 7;
    await workbench.goTo(lines);
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.insertText('let broken = ;');
    const text = banner().filter({ hasText: 'From before your edit: syntax error on line' });
    await text.waitFor();
    const [, line] = /syntax error on line (\d+): Unexpected token ';'/.exec(await text.innerText()) ?? [];
    assert.ok(line, await text.innerText());
    await workbench.view().locator('.sections.outdated').waitFor();
    assert.equal(await workbench.highlightedLine(), 0);
    await workbench.goTo(1);
    await banner().getByRole('button', { name: 'Show' }).click();
    await workbench.waitForCursor(Number(line), 14);
    await workbench.screenshot('stale');
    await workbench.goTo(1);
    await workbench.page.keyboard.press('Control+End');
    for (let typed = 0; typed < 'let broken = ;'.length; typed++) await workbench.page.keyboard.press('Backspace');
    await banner().waitFor({ state: 'detached' });
    await workbench.view().locator('.outdated').first().waitFor({ state: 'detached' });
  });

  it('ends an endless loop with a message, and goes on when asked', async () => {
    await workbench.openFile('endless.js');
    await banner()
      .filter({ hasText: /Stopped after [\d,]+ steps/ })
      .waitFor();
    const first = (await workbench.moment()).last;
    await banner().getByRole('button', { name: 'Go on' }).click();
    await eventually(
      () => workbench.moment(),
      ({ last }) => last > first,
      'a longer run',
    );
    await banner()
      .filter({ hasText: /Stopped after [\d,]+ steps/ })
      .waitFor();
    await workbench.screenshot('limit');
  });

  it('ends microtasks and intervals without end with a message', async () => {
    await workbench.openFile('microtasks.js');
    await banner()
      .filter({ hasText: /Stopped after/ })
      .waitFor();
    await workbench.openFile('interval.js');
    await banner()
      .filter({ hasText: /Stopped/ })
      .waitFor();
    await workbench.view().getByRole('button', { name: 'Go on' }).click();
    await banner()
      .filter({ hasText: /Stopped/ })
      .waitFor();
  });

  it('says how a program ended that throws', async () => {
    await workbench.openFile('strange.js');
    await banner().filter({ hasText: 'Uncaught { code: 7 }' }).waitFor();
    await workbench.openFile('rejected.js');
    await banner().filter({ hasText: 'Uncaught Error: nobody listens' }).waitFor();
  });

  it('runs an empty file and a minified one', async () => {
    await workbench.openFile('empty.js');
    await workbench.view().getByText('nothing is printed in this run').waitFor();
    await workbench.openFile('minified.js');
    await console_('minified 2450').waitFor();
  });

  it('runs each kind of file, and goes on with the next', async () => {
    const { view } = { view: workbench.view() };
    await workbench.openFile('typed.ts');
    await console_('typed').waitFor();
    await workbench.openFile('module.mjs');
    await console_('module true').waitFor();
    await workbench.openFile('broken.js');
    await view.getByText(/syntax error on line 2/i).waitFor();
    await view.getByRole('button', { name: 'Show the place' }).click();
    await workbench.waitForCursor(2, 1);
    await workbench.openFile('runtime.js');
    await console_('undefined object').waitFor();
  });

  it('changes the runtime', async () => {
    const { view } = { view: workbench.view() };
    await view.getByText('Node APIs', { exact: true }).waitFor();
    await view.getByRole('radio', { name: 'Browser' }).click();
    await console_('object undefined').waitFor();
    await view.getByText('Web APIs', { exact: true }).waitFor();
    assert.equal(await view.getByText('nextTick queue').count(), 0);
    await view.getByRole('radio', { name: 'Node' }).click();
    await console_('undefined object').waitFor();
  });

  it('survives a file of 50 MB', async () => {
    const { page } = workbench;
    await page.keyboard.press('Control+P');
    const box = page.locator('.quick-input-widget input.input');
    await box.fill('huge.js');
    await page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ hasText: /^huge\.js/ })
      .first()
      .click();
    await page.locator('.tab.active[data-resource-name="huge.js"]').waitFor();
    await workbench.view().getByText('This file is too large').waitFor();
    await workbench.screenshot('too-large');
    await workbench.openFile('runtime.js');
    await console_('undefined object').waitFor();
  });
});
