// Moving through a run with VS Code's debugger, clicked: steps in all directions, frames, calls to choose from, what is asynchronous,
// and the ends of runs: over, too deep, too long.
import assert from 'node:assert/strict';
import path from 'node:path';
import { DebuggerPage } from './debugger-page.ts';
import { keepPicture, type WorkbenchPage } from './workbench-page.ts';
import { eventually } from './waiting.ts';

const readmeFolder = path.resolve(import.meta.dirname, '..', '..', 'media', 'screenshots');

const files = {
  'steps.js': `function add(one, other) {
  const sum = one + other;
  return sum;
}
function twice(value) {
  return add(value, value);
}
const three = add(twice(1), 1);
const doubled = [1, 2].map((n) => twice(n));
async function load(key) {
  await null;
  return key + doubled.length;
}
async function main() {
  const loaded = await load('k');
  console.log(loaded, three);
}
main();
`,
  'deep.js': `let depth = 0;
function dive() {
  depth++;
  dive();
}
dive();
`,
  'long.js': `let count = 0;
for (;;) {
  count++;
}
`,
};

describe('the debugger’s buttons', () => {
  let workbench: WorkbenchPage;
  let debug: DebuggerPage;

  before(async () => {
    debug = await DebuggerPage.open(files, 900);
    ({ workbench } = debug);
  });
  afterEach(function () {
    return keepPicture(this.currentTest, workbench);
  });
  after(() => workbench?.close());

  /** The frames, as the call stack shows them once all are there. */
  const stack = (...frames: readonly string[]) =>
    debug.shows(
      'call-stack',
      (rows) => rows.length === frames.length && frames.every((frame, index) => rows[index]?.startsWith(frame)),
      `the frames ${frames.join(', ')}`,
    );

  it('step over, into and out, and back again', async () => {
    await debug.start('steps.js');
    await debug.standsAt(8);
    await debug.standsBecause(/The run begins here/);
    for (const [name, line] of [
      ['Step Over', 9],
      ['Step Back', 8],
      ['Step Into', 6],
      ['Step Into', 2],
      ['Step Over', 3],
      ['Step Out', 6],
      ['Step Back', 3],
      ['Step Back', 2],
    ] as const) {
      await debug.click(name);
      await debug.standsAt(line);
    }
    for (const [key, line] of [
      ['F10', 3],
      ['Shift+F11', 6],
      ['F10', 8],
      ['F11', 2],
    ] as const) {
      await workbench.page.keyboard.press(key);
      await debug.standsAt(line);
    }
    await stack('add', '(anonymous)');
  });

  it('restart a frame from the call stack', async () => {
    await debug.click('Restart');
    await debug.standsAt(8);
    for (const line of [6, 2]) {
      await debug.click('Step Into');
      await debug.standsAt(line);
    }
    await stack('add', 'twice', '(anonymous)');
    await debug.choose(debug.frame('twice'), 'Restart Frame');
    await debug.standsAt(6);
    await stack('twice', '(anonymous)');
  });

  it('restart the run, and then say no more why the run before had stopped', async () => {
    await debug.click('Restart');
    await debug.standsAt(8);
    await debug.standsBecause(/The run begins here/);
    await stack('(anonymous) steps.js 8:15');
  });

  it('step into the one of several calls that is chosen', async () => {
    await workbench.runCommand('Debug: Step Into Target');
    const targets = workbench.page.locator('.quick-input-list .monaco-list-row');
    await targets.filter({ hasText: 'add' }).waitFor();
    assert.deepEqual(await targets.allInnerTexts(), ['twice', 'add']);
    await targets.filter({ hasText: 'add' }).click();
    await debug.standsAt(2);
    await stack('add', '(anonymous)');
    await debug.hasVariable('one = 2');
  });

  it('continue and go in reverse from breakpoint to breakpoint, with builtins folded in the call stack', async () => {
    await debug.click('Restart');
    await debug.standsAt(8);
    await debug.clickInGutter(6);
    await debug.click('Continue');
    await debug.standsAt(6);
    await stack('twice', '(anonymous) steps.js 8');
    await debug.click('Continue');
    await stack('twice', '(anonymous) steps.js 9', 'map', '(anonymous) steps.js 9');
    await debug.click('Reverse');
    await stack('twice', '(anonymous) steps.js 8');
    await debug.click('Reverse');
    await debug.standsAt(8);
    await debug.clickInGutter(6);
  });

  it('step over an await and land after it, below a label for what led there', async () => {
    await debug.clickInGutter(11);
    await debug.click('Continue');
    await debug.standsAt(11);
    await stack('load', 'main', '(anonymous)');
    await debug.click('Step Over');
    await debug.standsAt(12);
    await stack('load steps.js 12', 'await', 'main', '(anonymous)');
    await debug.shows('variables', (rows) => rows.some((row) => /^key\b/.test(row)), 'the variable key');
    await eventually(
      async () => (await workbench.page.locator('.editor-instance .view-line').allInnerTexts()).join('\n'),
      (text) => /doubled\s=\s\(2\)/.test(text),
      'values in the text',
    );
    await workbench.page.mouse.move(900, 200);
    await workbench.page.waitForTimeout(1_000);
    // What earlier tests brought about is no part of the picture.
    const toast = workbench.page.locator('.notification-toast');
    while (await toast.first().isVisible()) await toast.first().waitFor({ state: 'hidden' });
    // The picture of the README.
    const folder = process.env['UPDATE_SCREENSHOTS'] === undefined ? undefined : readmeFolder;
    await workbench.screenshot(folder === undefined ? 'debugger-await' : 'debugger', folder);
    await debug.click('Step Back');
    await debug.standsAt(11);
    await debug.clickInGutter(11);
  });

  it('list the scripts that were loaded', async () => {
    await debug.unfold('Loaded Scripts');
    const scripts = workbench.page.locator('.pane').filter({ has: debug.section('Loaded Scripts') });
    await scripts.locator('.monaco-list-row').filter({ hasText: 'steps.js' }).first().waitFor();
    await debug.unfold('Loaded Scripts', false);
  });

  it('stand at the end of the run, from where all of it can be looked at', async () => {
    await debug.click('Continue');
    await debug.standsBecause(/The run is over/);
    await debug.printed('k2 3');
    await stack('No function is running');
    await debug.shows('variables', (rows) => !rows.includes('Local'), 'no variables of the stop before');
    await debug.click('Step Back');
    await eventually(
      () => debug.stoppedLine(),
      (line) => line > 0,
      'a line before the end',
    );
    await debug.click('Reverse');
    await debug.standsAt(8);
    await debug.stop();
  });

  it('pause a run that looks for a condition, where it stands', async () => {
    await debug.start('long.js');
    await debug.standsAt(1);
    await debug.addBreakpoint(3, 'Expression', 'count < 0 || [count].map(String).includes("none")');
    await debug.click('Continue');
    await debug.click('Pause');
    await debug.button('Continue').waitFor();
    await debug.standsAt(1);
    await debug.clickInGutter(3);
  });

  it('come to where a limit stopped the run, and back', async () => {
    await debug.click('Continue');
    await debug.standsBecause(/step|limit/i);
    assert.notEqual(await debug.stoppedLine(), 1);
    await debug.hasVariable('count = 249999');
    await workbench.screenshot('debugger-limit');
    await debug.click('Reverse');
    await debug.standsAt(1);
    await debug.stop();
  });

  it('show what overflowed the stack', async () => {
    await debug.start('deep.js');
    await debug.standsAt(1);
    await debug.click('Continue');
    await workbench.page.locator('.exception-widget').getByText('Maximum call stack size exceeded').first().waitFor();
    await debug.standsAt(3);
    await debug.shows('call-stack', (rows) => rows.filter((row) => row.startsWith('dive')).length > 5, 'many frames');
    await workbench.screenshot('debugger-overflow');
    await debug.click('Continue');
    await debug.standsBecause(/The run is over/);
    await debug.click('Step Back');
    await debug.standsAt(3);
    await debug.stop();
  });
});
