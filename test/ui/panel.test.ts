// The sidebar and the editor as one: what the view shows of a moment, every way to another moment, and the way back to the
// source. The view is packaged, the workbench is real.
import assert from 'node:assert/strict';
import { keepPicture, WorkbenchPage } from './workbench-page.ts';
import { eventually } from './waiting.ts';

const program = `function square(n) {
  const result = n * n;
  return result;
}
function main(user) {
  const total = square(3) + user.age;
  console.log('total', total);
  setTimeout(function onTimeout() {
    console.log('timer', total);
  }, 100);
  Promise.resolve(user.name).then(function onName(name) {
    console.log('promise', name);
  });
}
const ada = { name: 'Ada', age: 36, address: { city: 'London' } };
main(ada);
console.log('script done');
`;

describe('the view and the editor', function () {
  let workbench: WorkbenchPage;

  before(async () => {
    workbench = await WorkbenchPage.open({ files: { 'moments.js': program } });
    await workbench.openFile('moments.js');
    await workbench.openView();
    await workbench.view().getByRole('slider').waitFor();
  });

  afterEach(function () {
    return keepPicture(this.currentTest, workbench);
  });
  after(() => workbench?.close());

  // At an edge the button is there and does nothing, which is right: the click is not made to wait for it.
  const press = (command: string): Promise<void> =>
    workbench.view().locator(`[data-command="${command}"]`).click({ force: true });
  const badge = (section: string) => workbench.view().locator(`[data-section="${section}"] .badge`);

  it('shows stack, queues, timers and console of a moment in the middle of the run', async () => {
    await press('first');
    await workbench.forwardTo(/`?main`? prints|^main prints/);
    assert.match(await workbench.sentence(), /main prints to the console: total 45/);
    const stack = await workbench.rows('stack').allInnerTexts();
    assert.ok(
      stack.some((row) => /^main\s/.test(row.trim())),
      stack.join(' | '),
    );
    assert.ok(
      stack.some((row) => row.includes('moments.js') && row.includes('line 16')),
      stack.join(' | '),
    );
    await workbench.forwardTo(/^setTimeout hands a timer/);
    assert.match(await workbench.rows('apis').first().innerText(), /onTimeout\s+setTimeout\s+due 100 ms/);
    await workbench.forwardTo(/joins the microtask queue/);
    assert.match(await workbench.rows('microtasks').first().innerText(), /onName[\s\S]*next/);
    assert.equal((await badge('console').innerText()).trim(), '1 of 4');
    await workbench.forwardTo(/onTimeout leaves the timer queue: the call stack is empty and no microtask waits/);
  });

  it('highlights the line of the moment while it steps, by the buttons', async () => {
    await press('first');
    await workbench.forwardTo(/^A file runs from top to bottom, and line 15 comes first/);
    await workbench.waitForHighlight(15);
    await press('forward');
    await workbench.waitForHighlight(16);
    const before = await workbench.moment();
    await press('forward');
    await press('forward');
    await workbench.waitForHighlight(6);
    assert.match(await workbench.sentence(), /^main was called, so its body begins, at line 6/);
    await press('back');
    await press('back');
    await workbench.waitForHighlight(16);
    assert.deepEqual(await workbench.moment(), before);
    await press('last');
    assert.deepEqual(await workbench.moment(), { now: before.last, last: before.last });
    assert.match(await workbench.sentence(), /^The run is over/);
  });

  it('steps by keys, in the view and from the editor', async () => {
    const { page } = workbench;
    const slider = workbench.view().getByRole('slider');
    await slider.focus();
    await page.keyboard.press('Home');
    assert.equal((await workbench.moment()).now, 1);
    await page.keyboard.press('Shift+ArrowRight');
    await eventually(
      () => workbench.sentence(),
      (text) => text.startsWith('The script starts'),
      'the first turn',
    );
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await workbench.waitForHighlight(15);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('End');
    await eventually(
      () => workbench.moment(),
      ({ now, last }) => now === last,
      'the end',
    );
    await page.keyboard.press('Home');
    await workbench.goTo(1);
    await page.keyboard.press('Alt+F10');
    await eventually(
      () => workbench.moment(),
      ({ now }) => now === 2,
      'a step from the editor',
    );
    await page.keyboard.press('Alt+Shift+F10');
    await eventually(
      () => workbench.moment(),
      ({ now }) => now === 1,
      'a step back from the editor',
    );
  });

  it('plays, and stops at the end', async () => {
    await press('first');
    await workbench.view().getByLabel('Speed').selectOption('100');
    await press('playPause');
    await eventually(
      () => workbench.moment(),
      ({ now, last }) => now === last,
      'the end',
    );
    await workbench.view().getByRole('button', { name: 'Play', exact: true }).waitFor();
    await workbench.view().getByLabel('Speed').selectOption('1');
  });

  it('scrubs with the mouse', async () => {
    const box = await workbench.view().getByRole('slider').boundingBox();
    assert.ok(box);
    const { mouse } = workbench.page;
    const y = box.y + box.height / 2;
    await mouse.move(box.x + box.width - 2, y);
    await mouse.down();
    for (let part = 9; part >= 3; part--) await mouse.move(box.x + (box.width * part) / 10, y);
    const { last } = await workbench.moment();
    const moved = await eventually(
      () => workbench.moment(),
      ({ now }) => now < last * 0.35,
      'the drag',
    );
    assert.ok(moved.now > last * 0.2, `moment ${moved.now} of ${last}`);
    await mouse.up();
    await mouse.move(box.x + box.width / 2, y);
    assert.deepEqual(await workbench.moment(), moved);
  });

  it('reveals the source of a frame, of a queue entry, of a timer and of a console line', async () => {
    await press('first');
    await workbench.forwardTo(/square was called/);
    const frame = (name: string) =>
      workbench.rows('stack').filter({ has: workbench.view().getByText(name, { exact: true }) });
    await frame('moments.js').click();
    await workbench.waitForCursor(16);
    await frame('main').click();
    await workbench.waitForCursor(6);
    await workbench.forwardTo(/joins the microtask queue/);
    await workbench.rows('microtasks').first().click();
    await workbench.waitForCursor(11);
    await workbench.rows('apis').first().click();
    await workbench.waitForCursor(8);
    await workbench.rows('console').filter({ hasText: 'promise Ada' }).click();
    await workbench.waitForCursor(12);
    assert.match(await workbench.sentence(), /^onName prints to the console: promise Ada/);
    await workbench.waitForHighlight(12);
  });

  it('shows the variables of a frame by scope, and what is in an object', async () => {
    await press('first');
    await workbench.forwardTo(/main prints to the console/);
    const rows = workbench.rows('stack');
    const named = (name: string) =>
      rows.filter({ has: workbench.view().locator('.variable-name').getByText(name, { exact: true }) });
    await named('total').waitFor();
    assert.match(await named('total').innerText(), /total\s*45/);
    const texts = await rows.allInnerTexts();
    assert.ok(
      texts.findIndex((text) => text.trim() === 'arguments') < texts.findIndex((text) => text.trim() === 'locals'),
    );
    await named('user').click();
    await named('address').waitFor();
    assert.match(await named('age').innerText(), /age\s*36/);
    await named('address').click();
    assert.match(await named('city').innerText(), /city\s*'London'/);
    await named('user').click();
    await named('address').waitFor({ state: 'detached' });
  });

  it('shows the file’s own variables before those of Node’s wrapper, which are folded', async () => {
    await press('first');
    await workbench.forwardTo(/^A file runs/);
    const rows = workbench.rows('stack');
    await rows.filter({ hasText: 'module scope' }).waitFor();
    assert.equal(await rows.filter({ hasText: '__filename' }).count(), 0);
    await rows.filter({ hasText: 'module scope' }).click();
    await rows.filter({ hasText: '__filename' }).waitFor();
    const texts = await rows.allInnerTexts();
    assert.ok(texts.findIndex((text) => text.includes('square')) < texts.findIndex((text) => text.includes('exports')));
    await rows.filter({ hasText: 'module scope' }).click();
  });

  it('goes to the next moment of a line that is asked for', async () => {
    await press('first');
    await workbench.goTo(9);
    await workbench.runCommand('Underhood: Go to This Line in the Run');
    await workbench.waitForHighlight(9);
    await workbench.goTo(2);
    await workbench.page.keyboard.press('Alt+F9');
    await workbench.waitForHighlight(2);
  });

  it('keeps the moment when the page is loaded again, and when the view was hidden', async () => {
    await press('first');
    await workbench.forwardTo(/square was called/);
    const before = await workbench.moment();
    // Saved when the cursor rests.
    await workbench.restInView(400);
    await workbench.runCommand('Developer: Reload Webviews');
    await eventually(
      () => workbench.moment().catch(() => undefined),
      (now) => now?.now === before.now,
      'the moment',
    );
    await workbench.page.locator('[id="workbench.parts.activitybar"] .action-label[aria-label^="Explorer"]').click();
    await workbench.view().locator('body').waitFor({ state: 'detached' });
    await workbench.openView();
    await eventually(
      () => workbench.moment().catch(() => undefined),
      (now) => now?.now === before.now,
      'the moment',
    );
  });
});
