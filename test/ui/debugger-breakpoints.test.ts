// Everything that stops a run, set by clicks in VS Code: breakpoints of all kinds, data, instructions, exceptions and what the
// engine and the event loop do.
import assert from 'node:assert/strict';
import { DebuggerPage } from './debugger-page.ts';
import { keepPicture, type WorkbenchPage } from './workbench-page.ts';
import { doUntil } from './waiting.ts';

const files = {
  'basket.js': `// What a basket costs.

let total = 0;
function add(item, amount) {
  const before = total; const price = item.price;
  total = before + price * amount;
  return total;
}
const basket = [3, 4, 5, 6].map((price) => ({ price }));
for (const item of basket) {
  add(item, 1);
}
console.log('total', total);
`,
  'troubles.js': `function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return { broken: true };
  }
}
read('{');
const settings = { a: 1, b: 2 };
delete settings.a;
const shapes = [{ a: 1 }, { b: 1, a: 1 }, { c: 1, a: 1 }, { d: 1, a: 1 }, { e: 1, a: 1 }, { f: 1, a: 1 }];
function size(shape) {
  return shape.a;
}
for (let i = 0; i < 30; i++) for (const shape of shapes) size(shape);
function twice(n) {
  return n + n;
}
for (let i = 0; i < 900; i++) twice(1);
twice('ab');
Promise.resolve(1).then((one) => one + 1);
Promise.reject(new TypeError('nobody listens'));
`,
  'garbage.js': `const kept = [];
function grow(count) {
  for (let i = 0; i < count; i++) kept.push({ i, next: [i] });
}
grow(6000);
console.log(kept.length);
`,
  'thrown.js': `function check(price) {
  if (price < 0) throw new RangeError('a price below 0');
  return price;
}
check(1);
check(-1);
`,
};

describe('the debugger’s breakpoints', () => {
  let workbench: WorkbenchPage;
  let debug: DebuggerPage;

  before(async () => {
    debug = await DebuggerPage.open(files, 1000);
    ({ workbench } = debug);
  });
  afterEach(async function () {
    await keepPicture(this.currentTest, workbench);
    if (this.currentTest?.state === 'failed') await debug.recover();
  });
  after(() => workbench?.close());

  const continueTo = async (line: number): Promise<void> => {
    await debug.click('Continue');
    await debug.standsAt(line);
  };

  it('count hits, hold on conditions, and say something, as the widget in the editor sets them', async () => {
    await debug.start('basket.js');
    await debug.standsAt(3);
    await debug.addBreakpoint(6, 'Expression', 'before > 6');
    await debug.addBreakpoint(7, 'Hit Count', '% 2');
    await debug.addBreakpoint(11, 'Log Message', 'adds {item.price}');
    // The first call has no stop; the second one's is the second hit; the third one's condition holds.
    await continueTo(7);
    await debug.hasVariable('before = 3');
    await debug.printed('adds 3');
    await debug.printed('adds 4');
    await continueTo(6);
    await debug.hasVariable('before = 7');
    await debug.click('Reverse');
    await debug.standsAt(7);
    await debug.hasVariable('before = 3');
    await workbench.screenshot('debugger-breakpoints');
    await debug.stop();
  });

  it('stop in the middle of a line', async () => {
    await debug.start('basket.js');
    await debug.standsAt(3);
    await workbench.page.locator('.editor-instance .view-line').first().click();
    await workbench.goTo(5, 32);
    await workbench.page.keyboard.press('Shift+F9');
    await debug.breakpoint('5:44').waitFor();
    await debug.click('Continue');
    await debug.standsAt(5);
    await debug.hasVariable('before = 0');
    await debug.hasVariable('price = <value unavailable>');
    await debug.frame('5:44').waitFor();
    await debug.stop();
  });

  it('move to the next code, or say that there is none', async () => {
    await debug.start('basket.js');
    await debug.standsAt(3);
    await debug.clickInGutter(2);
    await debug.breakpoint(/basket\.js.*3:13/).waitFor();
    await debug.clickInGutter(14);
    const unverified = workbench.page.locator('.editor-instance .codicon-debug-breakpoint-unverified').first();
    await unverified.waitFor();
    const hover = await workbench.hover(unverified);
    assert.match(hover, /no (?:code|statement)/i);
    await debug.stop();
  });

  it('say once that a condition throws, and go on', async () => {
    await debug.start('basket.js');
    await debug.standsAt(3);
    await debug.addBreakpoint(6, 'Expression', 'missing.price');
    await debug.click('Continue');
    await debug.standsBecause(/The run is over/);
    await debug.printed(/line 6 of basket\.js: The condition “missing\.price” does not count: ReferenceError: missing/);
    await debug.printed('total 18');
    assert.equal(
      await workbench.page.locator('.repl .monaco-list-row').filter({ hasText: 'does not count' }).count(),
      1,
    );
    await debug.stop();
  });

  it('stop where a function begins', async () => {
    await debug.start('basket.js');
    await debug.standsAt(3);
    await debug.section('Breakpoints').hover();
    await workbench.page.locator('.pane-header .action-label[aria-label="Add Function Breakpoint"]').click();
    await workbench.page.keyboard.type('add');
    await workbench.page.keyboard.press('Enter');
    await debug.breakpoint(/^add/).waitFor();
    await continueTo(5);
    await debug.standsBecause(/function breakpoint/);
    await debug.hasVariable('item = {price: 3}');
    await debug.click('Continue');
    await debug.hasVariable('item = {price: 4}');
    await debug.click('Reverse');
    await debug.hasVariable('item = {price: 3}');
  });

  it('stop at an instruction of the Disassembly view, in which steps are instructions', async () => {
    await workbench.runCommand('Open Disassembly View');
    const row = (text: string) =>
      workbench.page.locator('.disassembly-view .monaco-list-row').filter({ hasText: text });
    await row('LdaCurrentContextSlot').first().waitFor();
    const focused = (text: string) => row(text).locator('.codicon-debug-stackframe').first().waitFor();
    await debug.click('Step Over');
    await focused('ThrowReferenceErrorIfHole');
    // The list draws its rows anew while it scrolls to where the run stands: a click may meet the row that was there before.
    await doUntil(async () => {
      const box = await row('Mul r1').first().boundingBox();
      if (box) await workbench.page.mouse.click(box.x + 9, box.y + box.height / 2);
    }, row('Mul r1').locator('.codicon-debug-breakpoint').first());
    await debug.click('Continue');
    await debug.standsBecause(/instruction breakpoint/);
    await debug.frame('6:26').waitFor();
    await workbench.screenshot('debugger-disassembly');
    await debug.click('Step Back');
    await focused('Ldar a1');
    await debug.stop();
    await workbench.runCommand('View: Close Editor');
  });

  it('stop where a value changes, forwards and backwards', async () => {
    await debug.start('basket.js');
    await debug.standsAt(3);
    await debug.click('Step Over');
    await debug.standsAt(9);
    await debug.hasVariable('total = 0');
    await debug.choose(debug.variable('total'), 'Break on Value Change');
    await debug.breakpoint(/^total/).waitFor();
    await continueTo(6);
    await debug.standsBecause(/where a value changes/);
    await debug.hasVariable('before = 0');
    await debug.click('Continue');
    await debug.hasVariable('before = 3');
    await debug.click('Reverse');
    await debug.hasVariable('before = 0');
    await debug.stop();
  });

  it('go back to where something got its value', async () => {
    await debug.start('basket.js');
    await debug.standsAt(3);
    await workbench.page.locator('.editor-instance .view-line').first().click();
    await debug.clickInGutter(13);
    await continueTo(13);
    await debug.hasVariable('total = 18');
    await debug.choose(debug.variable('total'), 'Go Back to Where This Got Its Value');
    await debug.standsAt(6);
    await debug.hasVariable('before = 12');
    await debug.stop();
  });

  it('stop at what nobody catches, and show it', async () => {
    await debug.start('thrown.js');
    await debug.standsAt(5);
    await continueTo(2);
    await debug.standsBecause(/exception/);
    await workbench.page.locator('.exception-widget').getByText('a price below 0').first().waitFor();
    await debug.hasVariable('price = -1');
    await debug.stop();
  });

  it('stop at what is caught, rejected, or costs speed, as far as it is ticked', async () => {
    await debug.start('troubles.js');
    await debug.standsAt(8);
    const filters = [
      'Caught exceptions',
      'Unhandled rejections',
      'An object goes to dictionary mode',
      'An inline cache turns megamorphic',
      'A function is deoptimised',
      'A microtask checkpoint begins',
    ];
    for (const filter of filters) await debug.tick(filter, true);
    const exception = workbench.page.locator('.exception-widget');
    await continueTo(3);
    await exception.getByText('SyntaxError').first().waitFor();
    await continueTo(10);
    await debug.standsBecause(/An object goes to dictionary mode/);
    await continueTo(13);
    await debug.standsBecause(/An inline cache turns megamorphic/);
    await continueTo(17);
    await debug.standsBecause(/A function is deoptimised/);
    await debug.hasVariable("n = 'ab'");
    await continueTo(22);
    await debug.standsBecause(/exception/);
    await exception.getByText('Unhandled rejection').first().waitFor();
    await continueTo(21);
    await debug.standsBecause(/A microtask checkpoint begins/);
    await debug.hasVariable('one = 1');
    await workbench.screenshot('debugger-events');
    for (const filter of filters) await debug.tick(filter, false);
    await debug.stop();
  });

  it('stop where garbage is collected', async () => {
    await debug.start('garbage.js');
    await debug.standsAt(1);
    await debug.tick('Garbage is collected', true);
    await continueTo(3);
    await debug.standsBecause(/Garbage is collected/);
    await debug.tick('Garbage is collected', false);
    await debug.stop();
  });

  it('stop at exceptions only where their condition holds', async () => {
    const row = debug.breakpoint(/^Caught exceptions/);
    // A list that is filled anew takes the input of its row along, with what is typed by then.
    const edit = (condition: string): Promise<void> =>
      doUntil(
        async () => {
          await row.hover();
          await row.locator('.action-label').first().click();
          await workbench.page.keyboard.press('Control+A');
          await workbench.page.keyboard.type(condition);
          await workbench.page.keyboard.press('Enter');
        },
        row.filter({ hasText: condition }),
      );
    await debug.start('troubles.js');
    await debug.standsAt(8);
    await debug.tick('Caught exceptions', true);
    await edit('text === "["');
    await debug.click('Continue');
    await debug.standsBecause(/The run is over/);
    await edit('text === "{"');
    await debug.click('Reverse');
    await debug.standsAt(3);
    await debug.tick('Caught exceptions', false);
    await debug.stop();
  });
});
