// The five patterns in the editor: what is underlined, what the hover tells of it, and what is free and only told.
import assert from 'node:assert/strict';
import { keepPicture, WorkbenchPage } from './workbench-page.ts';

const program = `function second(first) {
  return arguments[1] + first;
}
function count() {
  return arguments.length;
}
function strip(user) {
  delete user.password;
  return user;
}
for (let i = 0; i < 3; i++) {
  strip({ name: 'Ada', password: 'x' });
  second(1, 2);
}
const size = { width: 2, height: 3 };
with (size) console.log(width * height);
console.log(eval('size.width'), count(1, 2));
for (const index in ['a', 'b']) console.log(index);
for (const key in size) console.log(key);
`;

describe('the five patterns', () => {
  let workbench: WorkbenchPage;

  before(async () => {
    workbench = await WorkbenchPage.open({ files: { 'patterns.js': program } });
    await workbench.openFile('patterns.js');
    await workbench.openView();
    await workbench.page.locator('.editor-instance .view-overlays [class*="squiggly-"]').first().waitFor();
  });

  afterEach(function () {
    return keepPicture(this.currentTest, workbench);
  });
  after(() => workbench?.close());

  /** What is underlined, where the hover is asked for, and what it must tell. */
  const underlined = [
    ['delete user.password', 'delete', [/dictionary/i, /\b3 (times|objects|deletes)|three times/i]],
    ['arguments[1]', 'arguments', [/mapped|same variables/i, /\b3\b/]],
    ['with (size)', 'with', [/\bwith\b/i]],
    [`eval('size.width')`, 'eval', [/eval/i]],
    ['for (const index', 'for', [/array/i]],
  ] as const;

  for (const [text, token, says] of underlined) {
    it(`underlines ${token} calmly, and the hover tells the verdict and what happened`, async () => {
      const { squiggle } = await workbench.placeOfText(text, token.length);
      assert.ok(['hint', 'info', 'warning'].includes(squiggle ?? 'none'), `${token} has the squiggle ${squiggle}`);
      const hover = await workbench.hoverText(text, token.length, /Go to this moment in the run/);
      for (const expected of says) assert.match(hover, expected);
      assert.match(hover, /In this run/i);
    });
  }

  it('says in one line why a free form is free, and does not underline it', async () => {
    for (const [text, length] of [
      ['arguments.length', 9],
      ['for (const key', 3],
    ] as const) {
      const { squiggle } = await workbench.placeOfText(text, length);
      assert.equal(squiggle, undefined, `${text} is underlined`);
      const hover = await workbench.hoverText(text, length, /free|fast/i);
      const ours = hover.split('\n').filter((line) => /free|fast/i.test(line));
      assert.equal(ours.length, 1, hover);
    }
  });

  it('goes to the moment of the finding from its hover', async () => {
    await workbench.hoverText('delete user', 6, /Go to this moment/);
    await workbench.page.locator('.monaco-hover:not(.hidden)').getByText('Go to this moment in the run').click();
    await workbench.waitForHighlight(8);
    assert.match(await workbench.sentence(), /delete/);
  });

  it('is not underlined any more when it is repaired', async () => {
    await workbench.page.keyboard.press('Escape');
    await workbench.replaceText(program.replace('delete user.password;', 'user.password = undefined;'));
    await workbench.view().locator('.status-chip').waitFor({ state: 'detached' });
    await workbench.page.waitForTimeout(500);
    const { squiggle } = await workbench.placeOfText('user.password', 4);
    assert.equal(squiggle, undefined);
  });
});
