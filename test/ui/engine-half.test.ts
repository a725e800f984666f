// The engine's half of the view in a real workbench: each of its views is clicked, and what is chosen in one is marked in the
// others and selected in the editor.
import assert from 'node:assert/strict';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { keepPicture, themes, WorkbenchPage } from './workbench-page.ts';
import type { Theme } from './workbench-page.ts';
import { eventually } from './waiting.ts';

const readmeFolder = path.resolve(import.meta.dirname, '..', '..', 'media', 'screenshots');

const program = `function area(shape) {
  const { width, height } = shape;
  return width * height;
}
function make(width, height) {
  const shape = {};
  shape.width = width;
  shape.height = height;
  return shape;
}
let total = 0;
for (let i = 0; i < 60; i++) {
  total += area(make(i, 2));
}
const other = { height: 1, width: 2 };
for (let i = 0; i < 20; i++) {
  total += area(other);
}
console.log('total', total);
`;

const memory = `class Row {
  constructor(n) {
    this.n = n;
    this.cells = [n, n + 1];
  }
}
globalThis.rows = [];
for (let i = 0; i < 12000; i++) {
  const row = new Row(i);
  if (i % 10 === 0) rows.push(row);
}
`;

/** (func (export "add") (param i32 i32) (result i32) local.get 0 local.get 1 i32.add) */
const adder = `const bytes = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 7, 1, 96, 2, 127, 127, 1, 127, 3, 2, 1, 0, 7, 7, 1, 3, 97, 100, 100, 0, 0, 10, 9, 1, 7, 0, 32, 0,
  32, 1, 106, 11,
]);
const { add } = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
let sum = 0;
for (let i = 0; i < 5; i++) sum = add(sum, i);
console.log('sum', sum);
`;

describe('the engine’s half of the view', function () {
  let workbench: WorkbenchPage;

  before(async () => {
    workbench = await WorkbenchPage.open({
      files: { 'shapes.js': program, 'memory.js': memory, 'adder.js': adder },
      settings: { 'underhood.tierBudgets': 'fuzzing' },
      viewport: { width: 1360, height: 1300 },
    });
    await workbench.openFile('shapes.js');
    await workbench.openView();
    await workbench.view().getByRole('slider').waitFor();
    await workbench.waitForRun();
  });

  afterEach(function () {
    return keepPicture(this.currentTest, workbench);
  });
  after(() => workbench?.close());

  const section = (name: string): Locator => workbench.view().locator(`[data-section="${name}"]`);
  const header = (name: string): Locator => section(name).locator('.section-header');
  const stage = (name: string): Locator => section('pipeline').locator('.stage', { hasText: name }).first();

  async function open(name: string): Promise<void> {
    if ((await header(name).getAttribute('aria-expanded')) === 'false') await header(name).click();
  }

  /** To the last moment, where all that there is to know is known. */
  async function toTheEnd(): Promise<void> {
    await workbench.view().locator('[data-command="last"]').click({ force: true });
  }

  it('shows the stages of the function that runs, in numbers, and lets them be looked into', async () => {
    await workbench.view().locator('[data-command="first"]').click({ force: true });
    await workbench.forwardTo(/^area was called/);
    await stage('Bytecode').waitFor();
    await eventually(
      () => stage('Tokens').innerText(),
      (text) => text.includes('21 tokens'),
      'the number of tokens of area',
    );
    assert.match(await stage('Source').innerText(), /lines 1–4/);
    assert.match(await stage('Tier').innerText(), /called 1 of 80 times/);
    await stage('Syntax tree').locator('.stage-header').click();
    const tree = stage('Syntax tree').getByRole('tree');
    await tree.getByRole('treeitem', { name: /ReturnStatement/ }).click();
    // The text of the node is selected in the editor.
    await workbench.page
      .locator('[id="status.editor.selection"]')
      .filter({ hasText: 'Ln 3, Col 25 (22 selected)' })
      .waitFor();
    await stage('Tokens').locator('.stage-header').click();
    const marked = stage('Tokens').locator('.row.linked');
    await eventually(
      () => marked.allInnerTexts(),
      (rows) => rows.some((row) => row.trim().startsWith('return')),
      'the token of the chosen node to be marked',
    );
  });

  it('shows the bytecode with the instruction that runs next, its registers and what an instruction does', async () => {
    await open('bytecode');
    const listing = section('bytecode').getByRole('listbox');
    await listing
      .getByRole('option', { name: /GetNamedProperty/ })
      .first()
      .waitFor();
    const current = listing.locator('.row.fresh');
    await eventually(
      () => current.count(),
      (count) => count === 1,
      'one instruction to run next',
    );
    await listing.getByRole('option', { name: /Mul/ }).click();
    assert.match(
      await section('bytecode').locator('.instruction-detail').innerText(),
      /Mul[\s\S]*reads and writes the accumulator/,
    );
    await workbench.waitForCursor(3);
    const registers = section('bytecode').getByRole('tree');
    await registers.getByRole('treeitem', { name: /a0\s*shape/ }).waitFor();
    await workbench.forwardTo(/^area goes on at line 3|line 3/);
    await eventually(
      () => registers.innerText(),
      (text) => /width\s+0/.test(text),
      'the value of a register',
    );
  });

  it('shows the tree of hidden classes, where each was born, and how two differ', async () => {
    await toTheEnd();
    await open('shapes');
    const shape = (text: RegExp): Locator => section('shapes').getByRole('treeitem', { name: text });
    await shape(/\{width, height\}/)
      .first()
      .click();
    const details = section('shapes').locator('.shape-detail');
    await details.getByRole('button', { name: 'line 8' }).waitFor();
    await shape(/\{height, width\}/)
      .first()
      .click();
    await eventually(
      () => details.innerText(),
      (text) => /another order: height, width in #\d+, width, height in #\d+/.test(text),
      'the difference in words',
    );
    await details.getByRole('button', { name: 'line 15' }).click();
    await workbench.waitForCursor(15);
    assert.ok((await workbench.moment()).now < (await workbench.moment()).last, 'the moment of its birth');
  });

  it('shows inline caches with their state, and leads to the source', async () => {
    await toTheEnd();
    await open('caches');
    await section('caches').getByRole('checkbox').check();
    const site = section('caches')
      .getByRole('treeitem', { name: /\.width.*POLYMORPHIC/ })
      .first();
    await site.waitFor();
    await site.click();
    await workbench.waitForCursor(2);
    await site.locator('.twistie-button').click();
    await section('caches')
      .getByRole('treeitem', { name: /UNINITIALIZED → MONOMORPHIC/ })
      .first()
      .waitFor();
    const last = (await workbench.moment()).now;
    await section('caches')
      .getByRole('treeitem', { name: /MONOMORPHIC → POLYMORPHIC/ })
      .first()
      .click();
    await eventually(
      () => workbench.moment(),
      ({ now }) => now < last,
      'the moment of the change',
    );
  });

  it('shows the tier of each function and when it was marked', async () => {
    await toTheEnd();
    await open('tiers');
    const strip = section('tiers').getByRole('treeitem', { name: /area/ }).first();
    await eventually(
      () => strip.innerText(),
      (text) => text.includes('80 calls'),
      'all calls of area',
    );
    await strip.locator('.twistie-button').click();
    await section('tiers')
      .getByRole('treeitem', { name: /marked for Maglev after \d+ calls/ })
      .first()
      .waitFor();
    assert.doesNotMatch(await section('tiers').innerText(), /installed/i);
    assert.match(await section('tiers').locator('.view-bar').innerText(), /Maglev about 10 calls, TurboFan 20/);
    await strip.click();
    await eventually(
      () => workbench.view().locator('.subject option:checked').innerText(),
      (text) => text.startsWith('area'),
      'the views to be about area',
    );
  });

  it('changes to V8’s real numbers, and runs again', async () => {
    await section('tiers').locator('select').selectOption('real');
    await eventually(
      () => section('tiers').locator('.view-bar').innerText(),
      (text) => /Maglev about 400 calls, TurboFan 10,000/.test(text),
      'V8’s real numbers',
    );
  });

  it('stays as it was left when the view is hidden and shown again', async () => {
    await header('caches').click();
    assert.equal(await header('caches').getAttribute('aria-expanded'), 'false');
    await workbench.page.waitForTimeout(500);
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await workbench.page.waitForTimeout(500);
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await header('caches').waitFor();
    assert.equal(await header('caches').getAttribute('aria-expanded'), 'false');
    assert.equal(await header('tiers').getAttribute('aria-expanded'), 'true');
  });

  it('has the picture of the README', async () => {
    const folder = process.env['UPDATE_SCREENSHOTS'] === undefined ? undefined : readmeFolder;
    await workbench.page.setViewportSize({ width: 1360, height: 1080 });
    await workbench.setSidebarWidth(800);
    await workbench.openFile('06-object-shapes.js');
    await workbench.waitForRun();
    for (const name of ['pipeline', 'bytecode'])
      if ((await header(name).getAttribute('aria-expanded')) === 'true') await header(name).click();
    for (const name of ['caches', 'shapes', 'tiers']) await open(name);
    await section('tiers').locator('select').selectOption('fuzzing');
    await eventually(
      () => section('tiers').locator('.view-bar').innerText(),
      (text) => text.includes('TurboFan 20'),
      'the numbers for small programs',
    );
    await workbench.waitForRun();
    await toTheEnd();
    await section('shapes')
      .getByRole('treeitem', { name: /\{x, y\}/ })
      .first()
      .click();
    await section('shapes')
      .getByRole('treeitem', { name: /\{y, x\}/ })
      .first()
      .click();
    await section('shapes').locator('.differences li').first().waitFor();
    await workbench.page.mouse.move(700, 4);
    await workbench.page.waitForTimeout(1_500);
    await workbench.screenshot('engine', folder);
  });

  if (process.env['UNDERHOOD_PICTURES'] !== undefined) {
    for (const theme of Object.keys(themes) as Theme[]) {
      it(`looks right: ${theme}`, async () => {
        await workbench.useTheme(theme);
        await workbench.setSidebarWidth(theme === 'light' ? 420 : 348);
        await workbench.page.waitForTimeout(1_000);
        await workbench.screenshot(`engine-${theme}`);
      });
    }
  }

  it('shows the heap: spaces, objects by kind, and what keeps a chosen one', async () => {
    await workbench.openFile('memory.js');
    await workbench.waitForRun();
    await toTheEnd();
    for (const name of ['pipeline', 'bytecode', 'shapes', 'caches', 'tiers'])
      if ((await header(name).getAttribute('aria-expanded')) === 'true') await header(name).click();
    await open('heap');
    await eventually(
      () => section('heap').locator('.heap-space').allInnerTexts(),
      (texts) => texts.length === 3 && /new\s+[\d,]+ KB of [\d,]+ KB/.test(texts[0]!),
      'the three spaces',
    );
    assert.match(
      await section('heap').locator('.heap-notes').first().innerText(),
      /scavenge.*cannot be reached any more/,
    );
    await section('heap').getByLabel('by kind').click();
    await section('heap')
      .getByRole('treeitem', { name: /Row \{n, cells\}/ })
      .click();
    await section('heap')
      .getByRole('treeitem', { name: /^Row \{n: 10,/ })
      .click();
    const path = section('heap').locator('.retainers li');
    await eventually(
      () => path.allInnerTexts(),
      (texts) =>
        texts.some((text) => text === 'kept by the global object') &&
        texts.some((text) => text.startsWith('element 1: Row')),
      'the way from a root to the object',
    );
    for (const theme of process.env['UNDERHOOD_PICTURES'] === undefined ? [] : (Object.keys(themes) as Theme[])) {
      await workbench.useTheme(theme);
      await workbench.setSidebarWidth(theme === 'light' ? 420 : 348);
      await section('heap').locator('.heap-notes').first().scrollIntoViewIfNeeded();
      await workbench.page.waitForTimeout(1_000);
      await workbench.screenshot(`engine-heap-${theme}`);
    }
  });

  it('shows how a module of WebAssembly is decoded and compiled', async () => {
    await workbench.openFile('adder.js');
    await workbench.waitForRun();
    await toTheEnd();
    await open('pipeline');
    const wasm = section('pipeline').locator('.stages').last();
    await wasm.getByText('1 of 1 function called').waitFor();
    await wasm.locator('.stage', { hasText: 'Decode' }).locator('.stage-header').click();
    await wasm.locator('.stage-list').getByText('export').waitFor();
    await wasm.locator('.stage', { hasText: 'Liftoff' }).locator('.stage-header').click();
    await wasm.getByText('called 5 times').waitFor();
    for (const theme of process.env['UNDERHOOD_PICTURES'] === undefined ? [] : (Object.keys(themes) as Theme[])) {
      await workbench.useTheme(theme);
      await workbench.setSidebarWidth(theme === 'light' ? 420 : 348);
      await wasm.scrollIntoViewIfNeeded();
      await workbench.page.waitForTimeout(1_000);
      await workbench.screenshot(`engine-wasm-${theme}`);
    }
  });
});
