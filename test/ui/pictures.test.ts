// How it looks: pictures of the moments that matter, wide and narrow, in dark, light and high contrast, to be looked at; and
// the two pictures of the README (written with UPDATE_SCREENSHOTS=1). What can be measured of looks is asserted.
import assert from 'node:assert/strict';
import path from 'node:path';
import { keepPicture, themes, WorkbenchPage } from './workbench-page.ts';
import type { Theme } from './workbench-page.ts';
import { eventually } from './waiting.ts';

const readmeFolder = path.resolve(import.meta.dirname, '..', '..', 'media', 'screenshots');

const failing = `const order = { id: 7, items: ['tea', 'rice'] };

function priceOf(item) {
  const prices = { tea: 3 };
  return prices[item].toFixed(2);
}

for (const item of order.items) {
  console.log(item, priceOf(item));
}
`;

const users = `// Users come from a service; what is secret must not go into the log.
function makeUser(name, age) {
  return { name, age, password: 'secret', lastSeen: 0 };
}

function withoutPassword(user) {
  delete user.password;
  return user;
}

const users = [];
for (const name of ['Ada', 'Grace', 'Barbara', 'Edsger']) {
  users.push(withoutPassword(makeUser(name, 36)));
}

for (const user of users) {
  console.log(user);
}
`;

const race = `// Who comes first? Promises wait in the microtask queue, timers outside.
const results = [];

function onTimer() {
  results.push('timer');
  console.log('timer', results.length);
}

function onReady(value) {
  results.push(value);
  console.log(value, results.length);
}

async function load(name) {
  console.log('loading', name);
  const value = await Promise.resolve('hello ' + name);
  onReady(value);
}

setTimeout(onTimer, 0);
setTimeout(function onLater() {
  console.log('all:', results.join(', '));
}, 50);

load('Ada');
Promise.resolve('promise').then(onReady);
queueMicrotask(() => onReady('microtask'));
console.log('script done');
`;

const files = { 'race.js': race, 'order.js': failing, 'users.js': users };

describe('the looks', () => {
  let workbench: WorkbenchPage;

  before(async () => {
    workbench = await WorkbenchPage.open({ files, settings: { 'editor.minimap.enabled': false } });
    await workbench.openFile('race.js');
    await workbench.openView();
    await workbench.view().getByRole('slider').waitFor();
  });

  afterEach(function () {
    return keepPicture(this.currentTest, workbench);
  });
  after(() => workbench?.close());

  const first = (): Promise<void> => workbench.view().locator('[data-command="first"]').click({ force: true });

  /** Both widths, and nothing may be cut off at the right. */
  async function pictures(name: string): Promise<void> {
    // Variables come a moment after the cursor rests.
    await workbench.page.waitForTimeout(400);
    for (const [width, suffix] of [
      [520, ''],
      [300, '-narrow'],
    ] as const) {
      await workbench.setSidebarWidth(width);
      await workbench.page.waitForTimeout(100);
      await workbench.screenshot(`${name}${suffix}`);
      const [whole, seen] = await workbench
        .view()
        .locator('body')
        .evaluate((body) => [body.scrollWidth, body.clientWidth] as const);
      assert.ok(whole <= seen + 1, `the page is ${whole} px wide in a view of ${seen} px`);
    }
  }

  /** Promises and timers, in the middle of the run. */
  async function pictureOfRace(name: string): Promise<void> {
    await workbench.openFile('race.js');
    await workbench.rows('console').filter({ hasText: 'script done' }).waitFor();
    await first();
    await workbench.forwardTo(/prints to the console: loading Ada/);
    await workbench.forwardTo(/joins the microtask queue/);
    await workbench.forwardTo(/joins the microtask queue/);
    await pictures(`${name}-race`);
  }

  async function picturesOfAll(name: string): Promise<void> {
    await pictureOfRace(name);
    await workbench.openFile('02-recursion-overflow.js');
    await workbench.rows('console').filter({ hasText: 'RangeError' }).waitFor();
    await eventually(
      () => workbench.view().getByLabel('Moment of the run').getAttribute('aria-valuemax'),
      (last) => Number(last) > 10_000,
      'the deep run',
    );
    await workbench.rows('console').filter({ hasText: 'RangeError' }).click();
    const slider = workbench.view().getByRole('slider');
    await slider.focus();
    await workbench.page.keyboard.press('PageDown');
    await pictures(`${name}-overflow`);

    await workbench.openFile('order.js');
    await workbench.view().locator('.banner').getByRole('button', { name: 'Show' }).click();
    await pictures(`${name}-error`);
  }

  it('is drawn in the dark theme', () => picturesOfAll('dark'));

  it('says that it is stale without moving anything', async () => {
    await workbench.openFile('race.js');
    await workbench.setSidebarWidth(300);
    await first();
    const top = async (): Promise<number> => (await workbench.view().locator('.sections').boundingBox())?.y ?? 0;
    const before = await top();
    await workbench.goTo(3);
    await workbench.page.keyboard.insertText('let broken = @;');
    await workbench.view().getByText('From before your edit: syntax error on line 3').waitFor();
    assert.ok(Math.abs((await top()) - before) <= 24, `the sections moved from ${before} to ${await top()}`);
    await pictures('dark-stale');
    await workbench.goTo(3);
    await workbench.page.keyboard.press('Shift+End');
    await workbench.page.keyboard.press('Delete');
    await workbench.waitForRun();
    await workbench.runCommand('File: Save');
  });

  for (const theme of Object.keys(themes).filter((name): name is Theme => name !== 'dark')) {
    it(`is drawn in the theme ${theme}`, async () => {
      await workbench.useTheme(theme);
      if (theme === 'high-contrast') await picturesOfAll(theme);
      else await pictureOfRace(theme);
      await workbench.openFile('users.js');
      await hoverOverDelete();
      await workbench.screenshot(`${theme}-hover`);
      await workbench.page.mouse.move(5, 5);
    });
  }

  it('has the pictures of the README', async () => {
    const folder = process.env['UPDATE_SCREENSHOTS'] ? readmeFolder : undefined;
    await workbench.useTheme('dark');
    await workbench.runCommand('View: Close All Editors');
    await workbench.setSidebarWidth(510);
    await workbench.openFile('race.js');
    await workbench.rows('console').filter({ hasText: 'script done' }).waitFor();
    await first();
    await workbench.forwardTo(/onReady was called/);
    await workbench.page.mouse.move(900, 700);
    await workbench.page.waitForTimeout(500);
    await workbench.screenshot('promises-and-timers', folder);

    await workbench.openFile('users.js');
    await first();
    await workbench.forwardTo(/^delete/);
    await hoverOverDelete();
    await workbench.screenshot('delete-hover', folder);
  });

  async function hoverOverDelete(): Promise<void> {
    await eventually(
      async () => (await workbench.placeOfText('delete user', 6)).squiggle,
      (squiggle) => squiggle !== undefined,
      'the delete to be underlined',
    );
    await workbench.hoverText('delete user', 6, /In this run/);
    await workbench.page.waitForTimeout(300);
  }
});
