// What a user does to a run from the page, and the views that go with it: the other order of a race, workers at work, requests that are
// answered or fail, events that are fired, dialogs, modules of WebAssembly. With UNDERHOOD_PICTURES: a picture of each, to be looked at.
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { keepPicture, themes, WorkbenchPage } from './workbench-page.ts';
import type { Theme } from './workbench-page.ts';
import { eventually } from './waiting.ts';

const files = {
  'order.js': `setTimeout(function onTimer() {
  console.log('timer');
}, 0);
setImmediate(function onImmediate() {
  console.log('immediate');
});
`,
  'frames.js': `setTimeout(function onTimer() {
  console.log('timer');
}, 16);
requestAnimationFrame(function onFrame() {
  console.log('frame');
});
`,
  'pool.js': `const { Worker } = require('node:worker_threads');

const thumbnails = new Worker('./thumbnails.js');
const index = new Worker('./search-index.js');
for (const name of ['a.png', 'b.png', 'c.png']) thumbnails.postMessage(name);
index.postMessage('text');
let answers = 0;
function onAnswer(answer) {
  console.log(answer);
  if (++answers === 3) thumbnails.terminate();
}
thumbnails.on('message', onAnswer);
index.once('message', () => index.terminate());
`,
  'thumbnails.js': `const { parentPort } = require('node:worker_threads');
parentPort.on('message', (name) => {
  let sum = 0;
  for (let i = 0; i < 20000; i++) sum += i;
  parentPort.postMessage(name + ' is ready');
});
`,
  'search-index.js': `const { parentPort } = require('node:worker_threads');
parentPort.on('message', (text) => parentPort.postMessage(text.length));
`,
  'underhood.network.json': JSON.stringify({
    routes: [
      { url: 'https://api.example/users/*', latency: 200, json: { name: 'Ada' } },
      { url: 'https://api.example/slow', never: true },
    ],
  }),
  'requests.js': `async function load(path) {
  try {
    const answer = await fetch('https://api.example/' + path);
    console.log(path, answer.status);
  } catch (error) {
    console.log(path, error.message);
  }
}
load('users/1');
load('slow');
setTimeout(function giveUp() {
  console.log('gave up');
}, 5000);
`,
  'buttons.js': `const button = document.createElement('button');
button.id = 'add-to-basket';
document.body.append(button);
button.addEventListener('click', function onClick() {
  console.log('clicked');
});
document.addEventListener('keydown', function onKey(event) {
  console.log('key', event.key);
});
`,
  'dialogs.js': `const name = prompt('What is your name?', 'Ada');
const isSure = confirm('Are you sure?');
console.log(name, isSure);
`,
  'adder.js': `const bytes = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 7, 1, 96, 2, 127, 127, 1, 127, 3, 2, 1, 0, 7, 7, 1, 3, 97, 100, 100, 0, 0, 10, 9,
  1, 7, 0, 32, 0, 32, 1, 106, 11,
]);
WebAssembly.instantiate(bytes).then(({ instance }) => {
  console.log(instance.exports.add(2, 3));
});
`,
};

const widths = [220, 348, 900] as const;

describe('what a user does to a run', () => {
  let workbench: WorkbenchPage;

  before(async () => {
    workbench = await WorkbenchPage.open({
      files,
      settings: { 'editor.minimap.enabled': false },
      viewport: { width: 1360, height: 900 },
    });
    await workbench.openFile('order.js');
    await workbench.openView();
    await slider().waitFor();
    await workbench.waitForRun();
  });

  afterEach(function () {
    return keepPicture(this.currentTest, workbench);
  });
  after(() => workbench?.close());

  const slider = (): Locator => workbench.view().getByRole('slider', { name: 'Moment of the run' });
  const first = (): Promise<void> => workbench.view().locator('[data-command="first"]').click({ force: true });
  const row = (section: string, text: string): Locator => workbench.rows(section).filter({ hasText: text }).first();
  const button = (name: string): Locator => workbench.view().getByRole('button', { name, exact: true });
  const printed = async (): Promise<string[]> =>
    (await workbench.rows('console').locator('.console-text').allInnerTexts()).map((text) => text.trim());

  async function open(name: string, runtime: 'Node' | 'Browser' = 'Node'): Promise<void> {
    await workbench.openFile(name);
    await workbench.view().locator('.header .file', { hasText: name }).waitFor();
    await workbench.waitForRun();
    await workbench.view().getByRole('radio', { name: runtime }).click();
    await workbench.view().getByRole('radio', { name: runtime, checked: true }).waitFor();
    await workbench.waitForRun();
    await first();
  }

  const prints = (...lines: readonly string[]): Promise<unknown> =>
    eventually(printed, (texts) => texts.join() === lines.join(), `the console to say ${lines.join()}`);

  async function clear(): Promise<void> {
    await button('Clear').click();
    await button('Clear').waitFor({ state: 'detached' });
    await workbench.waitForRun();
  }

  /** Narrow, as VS Code makes it, and wide, in every theme where somebody is to look at it; nothing may be cut off at the right. */
  async function pictures(name: string, bring?: Locator): Promise<void> {
    const isLookedAt = process.env['UNDERHOOD_PICTURES'] !== undefined;
    for (const theme of isLookedAt ? (Object.keys(themes) as Theme[]) : []) {
      await workbench.useTheme(theme);
      for (const width of widths) {
        await fits(width, bring);
        await workbench.screenshot(`actions-${name}-${theme}-${width}`);
      }
    }
    if (isLookedAt) await workbench.useTheme('dark');
    else await fits(widths[0], bring);
    await workbench.setSidebarWidth(348);
  }

  async function fits(width: number, bring: Locator | undefined): Promise<void> {
    await workbench.setSidebarWidth(width);
    await bring?.scrollIntoViewIfNeeded();
    await workbench.restInView(300);
    const [whole, seen] = await workbench
      .view()
      .locator('body')
      .evaluate((body) => [body.scrollWidth, body.clientWidth] as const);
    assert.ok(whole <= seen + 1, `the page is ${whole} px wide in a view of ${seen} px`);
  }

  it('takes the other order of a race, and the first again', async () => {
    await open('order.js');
    await prints('immediate', 'timer');
    await workbench.forwardTo(/Either order is legal.* In this run it is the usual one/);
    await pictures('race-node', button('Run it with the other order'));
    await button('Run it with the other order').click();
    await prints('timer', 'immediate');
    await first();
    await workbench.forwardTo(/In this run it is the rarer one/);
    await button('Run it with the other order').press('Enter');
    await prints('immediate', 'timer');
  });

  it('shows workers as what waits with the host, with what each is doing', async () => {
    await open('pool.js');
    await workbench.forwardTo(/messages wait/);
    const worker = row('apis', 'thumbnails.js');
    await worker.waitFor();
    assert.match(await worker.innerText(), /messages? waiting/);
    assert.match((await worker.getAttribute('title')) ?? '', /^Starting, 2 messages waiting\n/);
    await worker.click();
    const why = workbench.view().locator('[data-section="causes"]');
    await why.getByText('thumbnails.js has a thread of its own').waitFor();
    assert.doesNotMatch(await why.innerText(), /does not run/);
    await pictures('workers', worker);
  });

  it('answers a request that is pending, and lets one fail', async () => {
    await open('requests.js');
    await workbench.forwardTo(/^setTimeout hands a timer/);
    await row('apis', 'slow').click();
    await button('Answer now').waitFor();
    await workbench.view().getByText('No answer comes in this run.').waitFor();
    await pictures('request', button('Fail'));
    await button('Fail').click();
    await eventually(printed, (texts) => texts.some((text) => /^slow \w/.test(text)), 'the request to fail');
    await workbench.view().getByText('This run has 1 input of yours.').waitFor();
    await pictures('inputs', button('Clear'));
    await clear();
  });

  it('has a timer due now', async () => {
    await open('requests.js');
    await workbench.forwardTo(/^setTimeout hands a timer/);
    await row('apis', 'giveUp').click();
    await pictures('timer', button('Due now'));
    await button('Due now').click();
    await eventually(printed, (texts) => texts[0] === 'gave up', 'the timer to come first');
    await clear();
  });

  it('runs as a browser, with the race of a timer and a frame', async () => {
    await open('frames.js', 'Browser');
    await workbench.forwardTo(/Either order is legal/);
    await pictures('race-browser', button('Run it with the other order'));
  });

  it('fires the events that listeners wait for', async () => {
    await open('buttons.js', 'Browser');
    await workbench.forwardTo(/keydown on/);
    await row('apis', 'keydown').click();
    const field = workbench.view().getByLabel('key of the event');
    await field.fill('Escape');
    // Other keys than those that write are the workbench's, and none of them is the page's.
    const { now } = await workbench.moment();
    await field.press('ArrowLeft');
    assert.equal((await workbench.moment()).now, now);
    await field.press('F1');
    await workbench.page.locator('.quick-input-widget input.input').waitFor();
    await workbench.page.keyboard.press('Escape');
    await pictures('listener', field);
    await button('Fire keydown').click();
    await eventually(printed, (texts) => texts.includes('key Escape'), 'the key to be heard');
    await row('apis', 'click').click();
    await button('Fire click').click();
    await eventually(printed, (texts) => texts.includes('clicked'), 'the click to be heard');
    await clear();
  });

  it('says how prompt and confirm were answered', async () => {
    await open('dialogs.js', 'Browser');
    await prints(
      'Underhood: prompt was answered with the text that it offered; underhood.dialogAnswers (or --dialog) can answer otherwise',
      'Underhood: confirm was answered with OK; underhood.dialogAnswers (or --dialog) can answer otherwise',
      'Ada true',
    );
    const said = await workbench.forwardTo(/^A dialog/);
    assert.equal(said, 'A dialog is shown, and nothing else runs until it is answered: prompt: What is your name?.');
    await pictures('dialog');
  });

  it('shows the pipeline of a module of WebAssembly', async () => {
    await open('adder.js', 'Browser');
    await workbench.view().locator('[data-command="last"]').click({ force: true });
    const pipeline = workbench.view().locator('[data-section="pipeline"]');
    const header = pipeline.locator('.section-header');
    if ((await header.getAttribute('aria-expanded')) === 'false') await header.click();
    const wasm = pipeline.locator('.stages').last();
    await wasm.getByText('1 of 1 function called').waitFor();
    for (const stage of ['Decode', 'Liftoff'])
      await wasm.locator('.stage', { hasText: stage }).locator('.stage-header').click();
    await wasm.getByText('called 1 time').waitFor();
    await pictures('wasm', wasm.locator('.stage').last());
  });
});
